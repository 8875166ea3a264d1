//! One document with what checks ask of it again and again, worked out once.

use std::cell::OnceCell;

use plumbline_model::{
    Amount, Decimal, Document, DocumentKind, Field, Funding, FundingLine, Mention, MoneyUnit,
    Number, Place, Spot,
};

use crate::arithmetic::{Bill, Verdict};
use crate::facts::figures::{self, Named};
use crate::facts::passage::{Passage, passages};
use crate::facts::period::Period;
use crate::facts::plan::{self, Point};
use crate::facts::subjects::Subjects;
use crate::profile::Profile;
use crate::row::{List, Row};
use crate::words::Words;

/// A document about to be checked.
#[derive(Debug)]
pub struct Case<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its number in its source, from 0.
    pub number: usize,
    /// What holds for its region and year.
    pub profile: &'static Profile,
    /// Budget year.
    pub year: Option<u16>,
    /// Its indicators: the annual ones, then the medium-term ones.
    pub rows: Vec<Row<'a>>,
    /// Whether the document is a table: prose has no levels 2, and much that a table must have.
    pub is_table: bool,
    /// The indicators of the sub-goals of a department.
    pub sub_rows: Vec<Row<'a>>,
    /// The goals of the year.
    pub goals: Vec<Prose<'a>>,
    /// Characters of all goals together.
    pub goal_chars: usize,
    /// What the money is for.
    pub purpose: Option<Prose<'a>>,
    /// All the money of the year in yuan, if it is stated with its unit; after adjustment, where
    /// the form states that.
    pub budget: Option<Decimal>,
    bill: OnceCell<Bill>,
    verdict: OnceCell<Verdict>,
    /// Classes of words in the name of the project.
    pub name_words: Words,
    /// Over which time the project runs, if the form says so.
    pub period: Option<Period>,
    /// The disbursement plan.
    pub plan: Vec<Point<'a>>,
    passages: OnceCell<Vec<Passage<'a>>>,
    pub(crate) subjects: Subjects,
}

/// A running text and what it names.
#[derive(Debug)]
pub struct Prose<'a> {
    /// The text.
    pub text: &'a str,
    /// Its key in the public JSON, and its number there if it is one of a list.
    key: &'static str,
    number: Option<usize>,
    /// Where it begins.
    pub place: Place,
    /// Classes of words in it.
    pub words: Words,
    /// The quantities it names.
    pub mentions: Vec<Mention>,
    named: OnceCell<Vec<Named<'a>>>,
}

impl<'a> Prose<'a> {
    fn new(text: &'a str, key: &'static str, number: Option<usize>, place: Place) -> Prose<'a> {
        Prose {
            text,
            key,
            number,
            place,
            words: Words::of(text),
            mentions: Mention::all(text),
            named: OnceCell::new(),
        }
    }

    /// The quantities it names that an indicator can be held against.
    pub fn named(&self) -> &[Named<'a>] {
        self.named.get_or_init(|| figures::named(self))
    }

    /// The spot of the text as a whole.
    pub fn spot(&self) -> Spot {
        let path = match self.number {
            Some(number) => format!("{}[{number}]", self.key),
            None => self.key.to_owned(),
        };
        Spot::new(path, self.place, self.text)
    }

    /// Whether it says what the money is for; otherwise it is a goal.
    pub fn is_purpose(&self) -> bool {
        self.number.is_none()
    }
}

impl<'a> Case<'a> {
    pub(crate) fn new(
        document: &'a Document,
        number: usize,
        profile: &'static Profile,
    ) -> Case<'a> {
        let rows = |list, indicators: &'a [_]| {
            let numbered = indicators.iter().enumerate();
            numbered.map(move |(index, indicator)| Row::new(indicator, list, index))
        };
        let annual = rows(List::Annual, &document.indicators);
        let medium_term = rows(List::MediumTerm, &document.medium_term_indicators);
        let sub_goals = document.sub_goals.iter().enumerate();
        let sub_rows = sub_goals.flat_map(|(i, goal)| rows(List::SubGoal(i), &goal.indicators));
        let goals = goals(document);
        let purpose = &document.project.purpose;
        let rows: Vec<Row<'a>> = annual.chain(medium_term).collect();
        Case {
            document,
            number,
            profile,
            year: document.fiscal_year.get().copied(),
            is_table: rows.iter().any(|row| !row.indicator.level2.is_absent()),
            rows,
            sub_rows: sub_rows.collect(),
            goal_chars: goals.iter().map(|goal| goal.text.chars().count()).sum(),
            goals,
            purpose: purpose.get().map(|text| {
                let place = purpose.place().unwrap_or_default();
                Prose::new(text, "project.purpose", None, place)
            }),
            budget: budget(document),
            bill: OnceCell::new(),
            verdict: OnceCell::new(),
            name_words: Words::of(document.project.name.text()),
            period: Period::parse(document.project.period.text()),
            plan: plan::points(document),
            passages: OnceCell::new(),
            subjects: Subjects::default(),
        }
    }

    /// Every text the document prints.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| passages(self))
    }

    /// The annual indicators.
    pub fn annual_rows(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|row| row.list == List::Annual)
    }

    /// What its costs come to.
    pub fn bill(&self) -> &Bill {
        self.bill.get_or_init(|| Bill::of(self))
    }

    /// How that stands to the budget.
    pub fn verdict(&self) -> Verdict {
        *self.verdict.get_or_init(|| Verdict::of(self))
    }

    /// Name of the project, `""` where none is stated.
    pub fn project_name(&self) -> &'a str {
        self.document.project.name.text()
    }

    /// The spot of the project's name; the document's beginning where it has none.
    pub fn name_spot(&self) -> Spot {
        let name = &self.document.project.name;
        let place = name.place().unwrap_or(self.document.extent.from);
        Spot::new("project.name", place, name.text())
    }

    /// The spot of the project's period.
    pub fn period_spot(&self) -> Spot {
        let period = &self.document.project.period;
        let place = period.place().unwrap_or(self.document.extent.from);
        Spot::new("project.period", place, period.text())
    }

    /// Classes of words in name, purpose and goals together.
    pub fn all_words(&self) -> Words {
        let texts = self.purpose.iter().chain(&self.goals);
        texts.fold(self.name_words, |all, text| all.or(text.words))
    }

    /// The spot of the year's total money.
    pub fn budget_spot(&self) -> Spot {
        let total = &self.document.funding.total;
        self.amount_spot("funding.total", "budget", &total.budget)
    }

    /// The spot of an amount in a column of a line of a funding block, as in
    /// `("funding.total", "executed", …)`.
    pub fn amount_spot(&self, line: &str, column: &str, amount: &Field<Amount>) -> Spot {
        let quote = match amount {
            Field::Stated(amount, _) => &amount.number.printed,
            Field::Unclear(text, _) => text,
            _ => "",
        };
        let place = amount.place().unwrap_or(self.document.extent.from);
        // A target states one figure a line, and its JSON has no columns.
        let is_target = matches!(
            self.document.kind,
            DocumentKind::ProjectTarget | DocumentKind::DepartmentTarget
        );
        match is_target {
            true => Spot::new(line, place, quote),
            false => Spot::new(format!("{line}.{column}"), place, quote),
        }
    }

    /// The spot of a number outside the indicators (`funding.total.rate`, `score`).
    pub fn number_spot(&self, path: impl Into<String>, number: &Field<Number>) -> Spot {
        let quote = match number {
            Field::Stated(number, _) => &number.printed,
            Field::Unclear(text, _) => text,
            _ => "",
        };
        let place = number.place().unwrap_or(self.document.extent.from);
        Spot::new(path, place, quote)
    }

    /// The lines of the funding block with their paths in the public JSON: total, fiscal,
    /// carry-over, other.
    pub fn funding_lines(&self) -> [(&'static str, &'a FundingLine); 4] {
        let funding = &self.document.funding;
        [
            ("funding.total", &funding.total),
            ("funding.fiscal", &funding.fiscal),
            ("funding.carryover", &funding.carryover),
            ("funding.other", &funding.other),
        ]
    }
}

/// The goals as running texts.
fn goals(document: &Document) -> Vec<Prose<'_>> {
    let key = match document.kind {
        DocumentKind::DepartmentTarget => "overall_goals",
        _ => "goals",
    };
    let numbered = document.goals.iter().enumerate();
    numbered
        .map(|(i, goal)| Prose::new(&goal.value, key, Some(i), goal.place))
        .collect()
}

fn budget(document: &Document) -> Option<Decimal> {
    let Funding { total, unit, .. } = &document.funding;
    yuan(&total.adjusted, unit.get()).or_else(|| yuan(&total.budget, unit.get()))
}

/// An amount in yuan; `None` if it is not stated, or neither it nor its form states a unit.
pub fn yuan(amount: &Field<Amount>, unit_of_form: Option<&MoneyUnit>) -> Option<Decimal> {
    let amount = amount.get()?;
    let unit = amount.unit.or(unit_of_form.copied())?;
    amount.number.value.checked_mul(unit.yuan())
}

/// Yuan as people print them, to a hundred yuan above ten thousand: `6.00万元`, `740元`.
pub fn shown_yuan(yuan: Decimal) -> String {
    let ten_thousand = Decimal::from(10_000);
    if yuan.abs() >= ten_thousand {
        let mut wan = (yuan / ten_thousand).round_dp(2);
        wan.rescale(2);
        format!("{wan}万元")
    } else {
        format!("{}元", yuan.normalize())
    }
}
