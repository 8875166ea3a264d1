//! Rules of a region's or a bureau's own, as data: an expression over the model in CEL
//! (<https://cel.dev>), with code, message, severity and basis. Nothing is compiled.
//!
//! ```toml
//! [[rule]]
//! code = "YX-001"
//! each = "indicator"                     # or "document"
//! when = 'indicator.level2 == "成本指标"'   # optional
//! find = 'indicator.value.high == null'
//! severity = "warning"
//! message = "成本指标没有上限"
//! why = "县里要求成本指标写明上限"
//! remedy = "写明不超过多少"
//! basis = "云财绩〔2025〕3号"
//! ```

mod facts;

use std::ops::Range;

use cel::{Context, ExecutionError, Program, Value};
use plumbline_model::{
    Bilingual, CompiledValue, Decimal, Document, DocumentKind, Field, Finding, Indicator, Place,
    Severity, Spot,
};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::rule::Family;
use facts::{DocumentFacts, IndicatorFacts};

/// A rule as its file states it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleData {
    code: Spanned<String>,
    each: Each,
    when: Option<Spanned<String>>,
    find: Spanned<String>,
    severity: Spanned<String>,
    message: Spanned<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    remedy: String,
    basis: Spanned<String>,
    #[serde(default)]
    kinds: Vec<Kind>,
    from_year: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<RuleData>,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// A document; the expression sees `document`.
    Document,
    /// An indicator; the expression sees `document` and `indicator`.
    Indicator,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    ProjectTarget,
    DepartmentTarget,
    SelfEvaluation,
    MonitoringReport,
}

impl Kind {
    fn of(kind: DocumentKind) -> Kind {
        match kind {
            DocumentKind::ProjectTarget => Kind::ProjectTarget,
            DocumentKind::DepartmentTarget => Kind::DepartmentTarget,
            DocumentKind::SelfEvaluation => Kind::SelfEvaluation,
            DocumentKind::MonitoringReport => Kind::MonitoringReport,
        }
    }
}

/// A local rule, ready to be asked.
#[derive(Debug)]
pub struct LocalRule {
    /// Code; letters, digits and `-`, and none of the built-in codes.
    pub code: String,
    /// What it looks at.
    pub each: Each,
    /// How much a finding weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// What it rests on, in the words of who wrote it.
    pub basis: String,
    kinds: Vec<Kind>,
    from_year: Option<u16>,
    when: Option<Program>,
    find: Program,
}

/// What is wrong with a file of local rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LocalRuleError {
    /// Line of the file, from 1.
    pub line: u32,
    /// What is wrong there.
    pub problem: LocalProblem,
}

/// What can be wrong with a local rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocalProblem {
    /// No TOML, an unknown key, a missing one.
    #[error("{0}")]
    Form(String),
    /// A file without any rule.
    #[error("there is no [[rule]]")]
    Empty,
    /// A code that cannot be used.
    #[error("the code `{0}` is taken or is not made of letters, digits and `-`")]
    Code(String),
    /// A severity that is none.
    #[error("`{0}` is none of error, warning, info")]
    Severity(String),
    /// A text that must not be empty.
    #[error("`{0}` is empty")]
    Blank(&'static str),
    /// An expression that is no CEL, or names what the model does not have.
    #[error("the expression cannot be used: {0}")]
    Expression(String),
}

/// Reads a file of local rules.
pub fn local_rules(text: &str) -> Result<Vec<LocalRule>, LocalRuleError> {
    let file: File = toml::from_str(text).map_err(|error| LocalRuleError {
        line: error.span().map_or(1, |span| line_of(text, &span)),
        problem: LocalProblem::Form(error.message().to_owned()),
    })?;
    let mut rules: Vec<LocalRule> = Vec::new();
    for data in file.rule {
        let at = |span: Range<usize>, problem| LocalRuleError {
            line: line_of(text, &span),
            problem,
        };
        let code = data.code.get_ref();
        let is_known = rules.iter().any(|rule| rule.code == *code);
        if is_known || !is_free(code) {
            return Err(at(data.code.span(), LocalProblem::Code(code.clone())));
        }
        rules.push(rule(data).map_err(|(span, problem)| at(span, problem))?);
    }
    match rules.is_empty() {
        true => Err(LocalRuleError {
            line: 1,
            problem: LocalProblem::Empty,
        }),
        false => Ok(rules),
    }
}

fn line_of(text: &str, span: &Range<usize>) -> u32 {
    let before = text.get(..span.start).unwrap_or(text);
    let lines = before.matches('\n').count() + 1;
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// Codes of one family letter and three digits are ours.
fn is_free(code: &str) -> bool {
    let is_ours = Family::of_code(code).is_some()
        && code.len() == 4
        && code[1..].bytes().all(|b| b.is_ascii_digit());
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !is_ours && !code.is_empty() && code.chars().all(fits)
}

fn rule(data: RuleData) -> Result<LocalRule, (Range<usize>, LocalProblem)> {
    let severity = Severity::from_code(data.severity.get_ref());
    let severity = severity.ok_or_else(|| {
        let given = data.severity.get_ref().clone();
        (data.severity.span(), LocalProblem::Severity(given))
    })?;
    for (key, text) in [("message", &data.message), ("basis", &data.basis)] {
        if text.get_ref().trim().is_empty() {
            return Err((text.span(), LocalProblem::Blank(key)));
        }
    }
    let when = data
        .when
        .as_ref()
        .map(|text| compiled(text, data.each))
        .transpose()?;
    Ok(LocalRule {
        find: compiled(&data.find, data.each)?,
        when,
        code: data.code.into_inner(),
        each: data.each,
        severity,
        message: data.message.into_inner(),
        why: data.why,
        remedy: data.remedy,
        basis: data.basis.into_inner(),
        kinds: data.kinds,
        from_year: data.from_year,
    })
}

/// Compiles an expression, and asks it of an empty form and of a full one, so that a misspelt name is found now and
/// not in the middle of a thousand files.
fn compiled(text: &Spanned<String>, each: Each) -> Result<Program, (Range<usize>, LocalProblem)> {
    let problem = |message: String| (text.span(), LocalProblem::Expression(message));
    let program = Program::compile(text.get_ref()).map_err(|errors| {
        let messages = errors.errors.iter().map(|error| error.msg.clone());
        problem(messages.collect::<Vec<_>>().join("; "))
    })?;
    for sample in [Document::default(), filled_in()] {
        let facts = DocumentFacts::of(&sample);
        let row = IndicatorFacts::of(sample.indicators.first().unwrap_or(&Indicator::default()));
        let indicator = (each == Each::Indicator).then_some(&row);
        match ask(&program, &facts, indicator) {
            Err(
                error @ (ExecutionError::NoSuchKey(_)
                | ExecutionError::UndeclaredReference(_)
                | ExecutionError::NotSupportedAsMethod { .. }),
            ) => return Err(problem(error.to_string())),
            Ok(Value::Bool(_)) | Err(_) => {}
            Ok(_) => return Err(problem("it must be true or false".to_owned())),
        }
    }
    Ok(program)
}

/// A form in which every box is filled in, so that no part of an expression is passed over.
fn filled_in() -> Document {
    let text = |text: &str| Field::Stated(text.to_owned(), Place::Whole);
    let value = || {
        let compiled = CompiledValue::from_printed("≥50人".to_owned());
        Field::Stated(compiled, Place::Whole)
    };
    Document {
        title: text("绩效目标表"),
        fiscal_year: Field::Stated(2025, Place::Whole),
        indicators: vec![Indicator {
            level1: text("产出指标"),
            level2: text("数量指标"),
            name: text("培训人数"),
            value: value(),
            actual: value(),
            ..Indicator::default()
        }],
        ..Document::default()
    }
}

fn ask(
    program: &Program,
    document: &DocumentFacts,
    indicator: Option<&IndicatorFacts>,
) -> Result<Value, ExecutionError> {
    let mut context = Context::default();
    let failed = |error: cel::SerializationError| ExecutionError::InternalError(error.to_string());
    context.add_variable_from_value("document", cel::to_value(document).map_err(failed)?);
    if let Some(indicator) = indicator {
        context.add_variable_from_value("indicator", cel::to_value(indicator).map_err(failed)?);
    }
    program.execute(&context)
}

/// Asks local rules about the documents of one source. An expression that fails on a document (a
/// comparison with null, say) finds nothing there.
pub(crate) fn check(rules: &[LocalRule], documents: &[Document], found: &mut Vec<Finding>) {
    if rules.is_empty() {
        return;
    }
    for (number, document) in documents.iter().enumerate() {
        let facts = DocumentFacts::of(document);
        for rule in rules.iter().filter(|rule| rule.covers(document)) {
            match rule.each {
                Each::Document => {
                    if rule.finds(&facts, None) {
                        found.push(rule.finding(number, document_spot(document)));
                    }
                }
                Each::Indicator => {
                    for (i, indicator) in document.indicators.iter().enumerate() {
                        if rule.finds(&facts, Some(&IndicatorFacts::of(indicator))) {
                            let name = &indicator.name;
                            let mut spot = Spot::of_text(format!("indicators[{i}].name"), name);
                            spot.place = name.place().unwrap_or(indicator.extent.from);
                            found.push(rule.finding(number, spot));
                        }
                    }
                }
            }
        }
    }
}

fn document_spot(document: &Document) -> Spot {
    let name = &document.project.name;
    let mut spot = Spot::of_text("project.name", name);
    spot.place = name.place().unwrap_or(document.extent.from);
    spot
}

impl LocalRule {
    fn covers(&self, document: &Document) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&Kind::of(document.kind));
        let year = document.fiscal_year.get();
        kind && self
            .from_year
            .is_none_or(|from| year.is_none_or(|year| *year >= from))
    }

    fn finds(&self, document: &DocumentFacts, indicator: Option<&IndicatorFacts>) -> bool {
        let holds = |program: &Program| ask(program, document, indicator) == Ok(Value::Bool(true));
        self.when.as_ref().is_none_or(holds) && holds(&self.find)
    }

    fn finding(&self, document: usize, spot: Spot) -> Finding {
        Finding {
            document,
            spot,
            code: self.code.clone(),
            severity: self.severity,
            // The bureau writes its rules in its own language.
            message: Bilingual::new(&self.message, &self.message),
            related: Vec::new(),
            fix: None,
        }
    }
}

/// A number as CEL has it: local rules compare, they do not keep accounts.
fn double(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::documents;

    const GOOD: &str = r#"
[[rule]]
code = "YX-001"
each = "indicator"
when = 'indicator.level2 == "成本指标"'
find = 'indicator.value.high == null'
severity = "warning"
message = "成本指标没有上限"
basis = "云财绩〔2025〕3号"

[[rule]]
code = "YX-002"
each = "document"
find = 'document.budget > 1000000.0 && size(document.indicators) < 8'
severity = "info"
message = "一百万元以上的项目指标不宜少于8条"
basis = "县里的做法"
"#;

    #[test]
    fn local_rules_find_what_they_say() {
        let rules = local_rules(GOOD).expect("good rules");
        let (documents, _) = documents(
            "项目: 农村公路养护\n预算: 120万元\n数量 | 里程 | ≥5公里\n成本 | 单价 | ≥3万元/公里\n成本 | 总价 | ≤9万元",
        );
        let mut found = Vec::new();
        check(&rules, &documents, &mut found);
        let found: Vec<_> = found
            .iter()
            .map(|f| (f.code.as_str(), f.spot.place.line()))
            .collect();
        assert_eq!(found, [("YX-001", Some(4)), ("YX-002", Some(1))]);
    }

    #[test]
    fn bad_rules_are_refused_with_their_line() {
        let with = |from: &str, to: &str| local_rules(&GOOD.replacen(from, to, 1)).map(|_| ());
        let line = |result: Result<(), LocalRuleError>| result.map_err(|error| error.line);
        assert_eq!(line(with("\"YX-001\"", "\"M008\"")), Err(3));
        assert_eq!(line(with("\"YX-002\"", "\"YX-001\"")), Err(12));
        assert_eq!(line(with("== null'", "== '")), Err(6));
        assert_eq!(line(with("value.high", "valu.high")), Err(6));
        assert_eq!(
            line(with("'indicator.value.high == null'", "'1 + 1'")),
            Err(6)
        );
        assert_eq!(line(with("severity", "severty")), Err(7));
        assert_eq!(line(with("\"warning\"", "\"bad\"")), Err(7));
        assert_eq!(line(with("\"云财绩〔2025〕3号\"", "\" \"")), Err(9));
        assert_eq!(line(local_rules("rule = []").map(|_| ())), Err(1));
        assert_eq!(line(local_rules("").map(|_| ())), Err(1));
    }
}
