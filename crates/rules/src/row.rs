//! An indicator with what checks ask of it again and again, worked out once.

use std::borrow::Cow;
use std::cell::OnceCell;

use plumbline_model::{
    CompiledValue, Field, Grade, Indicator, Place, Quantity, Spot, TargetValue, Text,
};

use crate::facts::measure;
use crate::level::{Level1, Level2};
use crate::words::Words;

/// In which list of its document an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Annual indicators.
    Annual,
    /// Medium-term indicators.
    MediumTerm,
    /// Indicators of the sub-goal of this number.
    SubGoal(usize),
}

/// A box of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named after the fields of an indicator")]
pub enum Part {
    Level1,
    Level2,
    Name,
    Description,
    Value,
    Basis,
    Weight,
    Actual,
    Forecast,
    Score,
    Reason,
    Possibility,
    Remark,
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Part::Level1 => "level1",
            Part::Level2 => "level2",
            Part::Name => "name",
            Part::Description => "description",
            Part::Value => "value",
            Part::Basis => "basis",
            Part::Weight => "weight",
            Part::Actual => "actual",
            Part::Forecast => "forecast",
            Part::Score => "score",
            Part::Reason => "reason",
            Part::Possibility => "possibility",
            Part::Remark => "remark",
        }
    }
}

/// An indicator and what it speaks of.
#[derive(Debug)]
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// In which list.
    pub list: List,
    /// Its number in that list, from 0.
    pub index: usize,
    /// 一级指标, where it is one of the frame.
    pub level1: Option<Level1>,
    /// 二级指标, where it is one of the frame; prose prints none.
    pub level2: Option<Level2>,
    /// 三级指标, `""` where none is stated.
    pub name: &'a str,
    /// The name without a bracketed remark at its end.
    pub bare_name: &'a str,
    /// Classes of words in the name.
    pub words: Words,
    /// Classes of words in the last characters of the name, which say what is measured.
    pub ending: Words,
    /// 指标描述, `""` where none is stated.
    pub description: &'a str,
    /// Classes of words in the description.
    pub description_words: Words,
    /// The target value as printed, `""` where none is stated.
    pub printed: &'a str,
    /// Classes of words in the printed value.
    pub value_words: Words,
    /// Classes of words in the basis.
    pub basis_words: Words,
    pub(crate) repeats_name: OnceCell<bool>,
}

static NO_VALUE: TargetValue = TargetValue::NotApplicable;

impl<'a> Row<'a> {
    pub(crate) fn new(indicator: &'a Indicator, list: List, index: usize) -> Row<'a> {
        let level2 = Level2::from_label(indicator.level2.text());
        let name = indicator.name.text();
        let description = indicator.description.text();
        let printed = printed(&indicator.value);
        Row {
            indicator,
            list,
            index,
            level1: Level1::from_label(indicator.level1.text()),
            level2,
            name,
            bare_name: measure::bare(name),
            words: Words::of(name),
            ending: Words::of(measure::ending(name)),
            description,
            description_words: Words::of(description),
            printed,
            value_words: Words::of(printed),
            basis_words: Words::of(indicator.basis.text()),
            repeats_name: OnceCell::new(),
        }
    }

    /// What the target value means; [`TargetValue::NotApplicable`] where none is stated.
    pub fn value(&self) -> &'a TargetValue {
        match &self.indicator.value {
            Field::Stated(value, _) => &value.value,
            _ => &NO_VALUE,
        }
    }

    /// Whether a target value is stated and applies: the row is more than a slot marked 不适用.
    pub fn has_value(&self) -> bool {
        matches!(&self.indicator.value, Field::Stated(value, _) if !value.value.is_not_applicable())
    }

    /// Its name, or where it has none its 二级指标, to speak of it by.
    pub fn title(&self) -> &'a str {
        match self.name {
            "" => self.indicator.level2.text(),
            name => name,
        }
    }

    /// The target value, if it is one quantity.
    pub fn quantity(&self) -> Option<&'a Quantity> {
        self.value().quantity()
    }

    /// The target value, if it is a qualitative phrase.
    pub fn grade(&self) -> Option<&'a Grade> {
        match self.value() {
            TargetValue::Grade(grade) => Some(grade),
            _ => None,
        }
    }

    /// All quantities of the target value, those inside lists included.
    pub fn quantities(&self) -> impl Iterator<Item = &'a Quantity> {
        fn collect<'v>(value: &'v TargetValue, all: &mut Vec<&'v Quantity>) {
            match value {
                TargetValue::Quantity(quantity) => all.push(quantity),
                TargetValue::List(items) => items
                    .iter()
                    .flat_map(|item| &item.values)
                    .for_each(|value| collect(value, all)),
                _ => {}
            }
        }
        let one = self.quantity();
        let mut listed = Vec::new();
        if one.is_none() {
            collect(self.value(), &mut listed);
        }
        one.into_iter().chain(listed)
    }

    /// Classes of words in name and description together.
    pub fn all_words(&self) -> Words {
        self.words.or(self.description_words)
    }

    /// The spot of a box of the row; a box that is absent stands where the row does.
    pub fn spot(&self, part: Part) -> Spot {
        let row = self.indicator;
        let (place, quote) = match part {
            Part::Level1 => of_text(&row.level1),
            Part::Level2 => of_text(&row.level2),
            Part::Name => of_text(&row.name),
            Part::Description => of_text(&row.description),
            Part::Value => (row.value.place(), self.printed),
            Part::Basis => of_text(&row.basis),
            Part::Weight => of_number(&row.weight),
            Part::Actual => (row.actual.place(), printed(&row.actual)),
            Part::Forecast => (row.forecast.place(), printed(&row.forecast)),
            Part::Score => of_number(&row.score),
            Part::Reason => of_text(&row.reason),
            Part::Possibility => of_text(&row.possibility),
            Part::Remark => of_text(&row.remark),
        };
        let list = match self.list {
            List::Annual => Cow::Borrowed("indicators"),
            List::MediumTerm => Cow::Borrowed("medium_term_indicators"),
            List::SubGoal(number) => Cow::Owned(format!("sub_goals[{number}].indicators")),
        };
        let path = [&*list, "[", &self.index.to_string(), "].", part.key()].concat();
        Spot::new(path, place.unwrap_or(row.extent.from), quote)
    }
}

/// A value as printed, `""` where none is stated.
pub fn printed(value: &Field<CompiledValue>) -> &str {
    match value {
        Field::Stated(value, _) => &value.printed,
        Field::Unclear(text, _) => text,
        _ => "",
    }
}

fn of_text(field: &Text) -> (Option<Place>, &str) {
    (field.place(), field.text())
}

fn of_number(field: &Field<plumbline_model::Number>) -> (Option<Place>, &str) {
    let quote = match field {
        Field::Stated(number, _) => &number.printed,
        Field::Unclear(text, _) => text,
        _ => "",
    };
    (field.place(), quote)
}
