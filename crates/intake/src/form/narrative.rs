//! The narrative of a whole department: overall goals, sub-goals with indicators, safeguards.

use plumbline_model::{Detail, Field, Indicator, Safeguard, SubGoal, Text, json};

use super::clause::{self, Parting};
use super::filler::{Filler, Slot};
use super::indicators::Term;
use crate::fold::tidy;
use crate::paper::Span;
use crate::vocabulary::Section;

impl Filler<'_> {
    /// Whether a section is read whose numbered headings name its parts.
    pub fn in_parts(&self) -> bool {
        matches!(self.section, Some(Section::SubGoals | Section::Safeguards))
    }

    /// A part begins with its numbered heading.
    pub fn start_part(&mut self, number: Span, name: Span) {
        self.settle();
        self.desk.label(number);
        let extent = self.desk.extent([number, name]);
        if self.section == Some(Section::SubGoals) {
            let name = self.desk.take_text(&[name], "sub_goals.name");
            let part = SubGoal {
                name,
                extent,
                ..SubGoal::default()
            };
            self.desk.draft.document.sub_goals.push(part);
        } else {
            let text = self.desk.take_text(&[name], "safeguards.name");
            let part = Safeguard {
                name: text,
                extent,
                ..Safeguard::default()
            };
            self.desk.draft.document.safeguards.push(part);
            self.wait_for(Slot::Safeguard, name);
        }
    }

    /// Binds the text of a part.
    pub fn bind_narrative(&mut self, slot: Slot, spans: &[Span], stated: bool) {
        if !stated {
            return;
        }
        match slot {
            Slot::SubGoal => {
                let goal = self.desk.take_text(spans, "sub_goals.goal");
                let part = last_or_new(&mut self.desk.draft.document.sub_goals);
                part.goal = goal;
            }
            Slot::SubGoalIndicators => {
                for span in spans {
                    self.add_sub_goal_indicators(*span);
                }
            }
            Slot::Safeguard => {
                let text = self.desk.take_text(spans, "safeguards.text");
                let part = last_or_new(&mut self.desk.draft.document.safeguards);
                part.text = match std::mem::take(&mut part.text) {
                    Field::Stated(before, place) => Field::Stated(before + text.text(), place),
                    _ => text,
                };
            }
            _ => {}
        }
    }

    /// Every clause is an indicator.
    fn add_sub_goal_indicators(&mut self, span: Span) {
        let kept = std::mem::take(&mut self.desk.draft.document.indicators);
        let levels = std::mem::take(&mut self.desk.draft.levels);
        for clause in clause::clauses(self.desk.text(span), Parting::Commas) {
            let printed = self.desk.within(span, clause.whole.clone());
            self.desk.add_clause(Term::Annual, span, clause);
            let printed = Field::Stated(tidy(self.desk.text(printed)), self.desk.place(printed));
            if let Some(indicator) = self.desk.draft.document.indicators.last_mut() {
                keep_clause(indicator, printed);
            }
        }
        let indicators = std::mem::replace(&mut self.desk.draft.document.indicators, kept);
        self.desk.draft.levels = levels;
        last_or_new(&mut self.desk.draft.document.sub_goals)
            .indicators
            .extend(indicators);
    }
}

/// Keeps the clause as printed where name and value do not give it.
fn keep_clause(indicator: &mut Indicator, printed: Text) {
    let value = indicator.value.get().map_or("", |value| &value.printed);
    if format!("{}{value}", indicator.name.text()) != printed.text() {
        indicator.details.push(Detail {
            key: json::CLAUSE.to_owned(),
            label: String::new(),
            text: printed,
        });
    }
}

fn last_or_new<T: Default>(list: &mut Vec<T>) -> &mut T {
    if list.is_empty() {
        list.push(T::default());
    }
    let last = list.len() - 1;
    &mut list[last]
}
