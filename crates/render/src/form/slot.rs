//! The fields of a document that a form may have a box for, by their paths in the public JSON.

use plumbline_model::{
    Amount, Document, Field, Funding, FundingLine, MoneyUnit, Number, Party, Placed, Text,
};

use crate::composition::{Entry, Role};

/// A field of a document, or of what a paragraph is repeated for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Title as printed in the source.
    Title,
    /// 预算年度
    FiscalYear,
    /// Mark of an unfinished document.
    DraftMark,
    /// 项目
    Project(ProjectPart),
    /// A body.
    Party(PartyOf, PartyPart),
    /// A figure of a funding block.
    Money(FundingOf, Line, Figure),
    /// Unit of a funding block.
    Unit(FundingOf),
    /// A list of goals.
    Goals(GoalsOf),
    /// 总分
    Score,
    /// What the model has no field for, by its key.
    Detail(String),
    /// A part of what is repeated.
    Item(ItemPart),
    /// Its number, from 1.
    Number,
    /// Its number as a Chinese numeral.
    ChineseNumber,
}

/// A part of 项目.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ProjectPart {
    Name,
    Code,
    Attribute,
    Source,
    Period,
    Purpose,
}

/// Which body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PartyOf {
    CompetentDepartment,
    ImplementingUnit,
    BudgetUnit,
}

/// What of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyPart {
    /// `[106]云溪县教育局`
    CodeAndName,
    /// Only its name.
    Name,
    /// Only its code.
    Code,
}

/// Which funding block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FundingOf {
    Annual,
    Local,
    MediumTerm,
}

/// Which line of a funding block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Line {
    Total,
    Fiscal,
    Carryover,
    Other,
}

/// Which column of a funding block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Figure {
    Budget,
    /// The budget with its unit, as prose has it.
    BudgetWithUnit,
    Adjusted,
    Executed,
    Forecast,
    Rate,
    Weight,
    Score,
    Reason,
}

/// Which goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum GoalsOf {
    Annual,
    Local,
    MediumTerm,
    Results,
}

/// What of the thing a paragraph is repeated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ItemPart {
    Name,
    Text,
    Indicators,
}

const SIMPLE: [(&str, Slot); 16] = [
    ("title", Slot::Title),
    ("fiscal_year", Slot::FiscalYear),
    ("draft_mark", Slot::DraftMark),
    ("score", Slot::Score),
    ("project.name", Slot::Project(ProjectPart::Name)),
    ("project.code", Slot::Project(ProjectPart::Code)),
    ("project.attribute", Slot::Project(ProjectPart::Attribute)),
    ("project.source", Slot::Project(ProjectPart::Source)),
    ("project.period", Slot::Project(ProjectPart::Period)),
    ("project.purpose", Slot::Project(ProjectPart::Purpose)),
    ("goals", Slot::Goals(GoalsOf::Annual)),
    ("local_goals", Slot::Goals(GoalsOf::Local)),
    ("medium_term_goals", Slot::Goals(GoalsOf::MediumTerm)),
    ("results", Slot::Goals(GoalsOf::Results)),
    ("n", Slot::Number),
    ("一", Slot::ChineseNumber),
];

const PARTIES: [(&str, PartyOf); 3] = [
    ("competent_department", PartyOf::CompetentDepartment),
    ("implementing_unit", PartyOf::ImplementingUnit),
    ("budget_unit", PartyOf::BudgetUnit),
];

const FUNDINGS: [(&str, FundingOf); 3] = [
    ("funding", FundingOf::Annual),
    ("local_funding", FundingOf::Local),
    ("medium_term_funding", FundingOf::MediumTerm),
];

const LINES: [(&str, Line); 4] = [
    ("total", Line::Total),
    ("fiscal", Line::Fiscal),
    ("carryover", Line::Carryover),
    ("other", Line::Other),
];

const FIGURES: [(&str, Figure); 9] = [
    ("budget", Figure::Budget),
    ("with_unit", Figure::BudgetWithUnit),
    ("adjusted", Figure::Adjusted),
    ("executed", Figure::Executed),
    ("forecast", Figure::Forecast),
    ("rate", Figure::Rate),
    ("weight", Figure::Weight),
    ("score", Figure::Score),
    ("reason", Figure::Reason),
];

const ITEMS: [(&str, ItemPart); 3] = [
    ("item.name", ItemPart::Name),
    ("item.text", ItemPart::Text),
    ("item.indicators", ItemPart::Indicators),
];

fn by_name<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(n, _)| *n == name).map(|(_, t)| *t)
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], of: &T) -> &'static str {
    names.iter().find(|(_, t)| t == of).map_or("", |(n, _)| n)
}

impl Line {
    /// The line of a key.
    pub(super) fn parse(key: &str) -> Option<Line> {
        by_name(&LINES, key)
    }

    /// Its key.
    pub(crate) fn key(self) -> &'static str {
        name_of(&LINES, &self)
    }

    /// The line in a block.
    pub(crate) fn of(self, funding: &Funding) -> &FundingLine {
        match self {
            Line::Total => &funding.total,
            Line::Fiscal => &funding.fiscal,
            Line::Carryover => &funding.carryover,
            Line::Other => &funding.other,
        }
    }
}

impl Slot {
    /// The field of a path.
    pub fn parse(path: &str) -> Option<Slot> {
        if let Some((_, slot)) = SIMPLE.iter().find(|(name, _)| *name == path) {
            return Some(slot.clone());
        }
        if let Some(part) = by_name(&ITEMS, path) {
            return Some(Slot::Item(part));
        }
        if let Some(key) = path.strip_prefix("details.") {
            return Some(Slot::Detail(key.to_owned()));
        }
        let mut keys = path.split('.');
        let first = keys.next()?;
        let rest: Vec<&str> = keys.collect();
        if let Some(party) = by_name(&PARTIES, first) {
            let part = match rest[..] {
                [] => PartyPart::CodeAndName,
                ["name"] => PartyPart::Name,
                ["code"] => PartyPart::Code,
                _ => return None,
            };
            return Some(Slot::Party(party, part));
        }
        let funding = by_name(&FUNDINGS, first)?;
        match rest[..] {
            ["unit"] => Some(Slot::Unit(funding)),
            [line] => Some(Slot::Money(funding, Line::parse(line)?, Figure::Budget)),
            [line, figure] => {
                let figure = by_name(&FIGURES, figure)?;
                Some(Slot::Money(funding, Line::parse(line)?, figure))
            }
            _ => None,
        }
    }

    /// The paths it has room for, as [`room`](crate::room) writes them.
    pub fn rooms(&self) -> Vec<String> {
        match self {
            Slot::Party(party, part) => {
                let party = name_of(&PARTIES, party);
                let (name, code) = (format!("{party}.name"), format!("{party}.code"));
                match part {
                    PartyPart::CodeAndName => vec![name, code],
                    PartyPart::Name => vec![name],
                    PartyPart::Code => vec![code],
                }
            }
            Slot::Money(funding, line, figure) => {
                let (funding, line) = (name_of(&FUNDINGS, funding), line.key());
                if *figure == Figure::BudgetWithUnit {
                    return vec![
                        format!("{funding}.{line}.budget"),
                        format!("{funding}.unit"),
                    ];
                }
                vec![format!("{funding}.{line}.{}", name_of(&FIGURES, figure))]
            }
            Slot::Unit(funding) => vec![format!("{}.unit", name_of(&FUNDINGS, funding))],
            Slot::Detail(key) => vec![format!("details.{key}")],
            Slot::Item(_) | Slot::Number | Slot::ChineseNumber => Vec::new(),
            simple => vec![name_of(&SIMPLE, simple).to_owned()],
        }
    }

    /// What a cell that holds it alone is for.
    pub fn role(&self) -> Role {
        match self {
            Slot::Goals(_) | Slot::Item(_) | Slot::Project(ProjectPart::Purpose) => Role::Text,
            Slot::Money(_, _, Figure::Reason) => Role::Text,
            _ => Role::Value,
        }
    }

    /// What may be entered in it.
    pub fn entry(&self) -> Entry {
        match self {
            Slot::FiscalYear => Entry::Year,
            Slot::Money(_, _, Figure::Rate) => Entry::Percent,
            Slot::Money(_, _, Figure::Reason) => Entry::Text,
            Slot::Money(..) => Entry::Amount,
            _ => Entry::Text,
        }
    }

    /// Whether a document says something of it.
    pub fn is_said(&self, document: &Document) -> bool {
        match self {
            Slot::Goals(of) => !goals(*of, document).is_empty(),
            slot => !slot.of(document).is_empty(),
        }
    }

    /// What a document says of it; goals are not said in one word.
    pub fn of(&self, document: &Document) -> String {
        match self {
            Slot::Title => document.title.text().to_owned(),
            Slot::FiscalYear => said(&document.fiscal_year, u16::to_string),
            Slot::DraftMark => document.draft_mark.text().to_owned(),
            Slot::Project(part) => project(*part, document).text().to_owned(),
            Slot::Party(of, part) => party(*of, *part, document),
            Slot::Money(of, line, of_line) => match funding(*of, document) {
                Some(funding) => figure(line.of(funding), *of_line, &funding.unit),
                None => String::new(),
            },
            Slot::Unit(of) => funding(*of, document)
                .map(|funding| said(&funding.unit, |unit| unit.printed().to_owned()))
                .unwrap_or_default(),
            Slot::Goals(of) => goals(*of, document)
                .iter()
                .map(|goal| goal.value.as_str())
                .collect(),
            Slot::Score => said(&document.score, |score| score.printed.clone()),
            Slot::Detail(key) => {
                let of_key = |detail: &&plumbline_model::Detail| detail.key == *key;
                let detail = document.details.iter().find(of_key);
                detail.map_or(String::new(), |detail| detail.text.text().to_owned())
            }
            Slot::Item(_) | Slot::Number | Slot::ChineseNumber => String::new(),
        }
    }
}

/// A field as it is printed.
pub(crate) fn said<T>(field: &Field<T>, print: impl FnOnce(&T) -> String) -> String {
    match field {
        Field::Stated(value, _) => print(value),
        Field::Unclear(text, _) => text.clone(),
        Field::Absent | Field::Blank(_) => String::new(),
    }
}

/// An amount as it is printed, with its unit where it has one of its own.
pub(crate) fn amount(field: &Field<Amount>) -> String {
    amount_in(field, None)
}

/// An amount with its unit: its own, or that of its block.
pub(crate) fn amount_in(field: &Field<Amount>, of_block: Option<MoneyUnit>) -> String {
    said(field, |amount| {
        let unit = amount.unit.or(of_block).map_or("", MoneyUnit::printed);
        format!("{}{unit}", amount.number.printed)
    })
}

fn project(part: ProjectPart, document: &Document) -> &Text {
    let project = &document.project;
    match part {
        ProjectPart::Name => &project.name,
        ProjectPart::Code => &project.code,
        ProjectPart::Attribute => &project.attribute,
        ProjectPart::Source => &project.source,
        ProjectPart::Period => &project.period,
        ProjectPart::Purpose => &project.purpose,
    }
}

fn party(of: PartyOf, part: PartyPart, document: &Document) -> String {
    let Party { name, code } = match of {
        PartyOf::CompetentDepartment => &document.competent_department,
        PartyOf::ImplementingUnit => &document.implementing_unit,
        PartyOf::BudgetUnit => &document.budget_unit,
    };
    match (part, code.text()) {
        (PartyPart::Code, code) => code.to_owned(),
        (PartyPart::Name, _) | (PartyPart::CodeAndName, "") => name.text().to_owned(),
        (PartyPart::CodeAndName, code) => format!("[{code}]{}", name.text()),
    }
}

fn funding(of: FundingOf, document: &Document) -> Option<&Funding> {
    match of {
        FundingOf::Annual => Some(&document.funding),
        FundingOf::Local => document.local_funding.as_deref(),
        FundingOf::MediumTerm => document.medium_term_funding.as_deref(),
    }
}

fn figure(line: &FundingLine, figure: Figure, unit: &Field<MoneyUnit>) -> String {
    let number = |field: &Field<Number>| said(field, |number| number.printed.clone());
    match figure {
        Figure::Budget => amount(&line.budget),
        Figure::BudgetWithUnit => amount_in(&line.budget, unit.get().copied()),
        Figure::Adjusted => amount(&line.adjusted),
        Figure::Executed => amount(&line.executed),
        Figure::Forecast => amount(&line.forecast),
        Figure::Rate => said(&line.rate, |rate| format!("{}%", rate.printed)),
        Figure::Weight => number(&line.weight),
        Figure::Score => number(&line.score),
        Figure::Reason => line.reason.text().to_owned(),
    }
}

/// The goals of a list.
pub(crate) fn goals(of: GoalsOf, document: &Document) -> &[Placed<String>] {
    match of {
        GoalsOf::Annual => &document.goals,
        GoalsOf::Local => document.local_goals.as_deref().unwrap_or_default(),
        GoalsOf::MediumTerm => document.medium_term_goals.as_deref().unwrap_or_default(),
        GoalsOf::Results => document.results.as_deref().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_one_field() {
        assert_eq!(
            Slot::parse("funding.total.rate"),
            Some(Slot::Money(FundingOf::Annual, Line::Total, Figure::Rate))
        );
        for path in ["project.names", "funding.total.x", "funding", "", "item.x"] {
            assert_eq!(Slot::parse(path), None, "{path}");
        }
        let slot = Slot::parse("competent_department").expect("a field");
        assert_eq!(
            slot.rooms(),
            ["competent_department.name", "competent_department.code"]
        );
    }
}
