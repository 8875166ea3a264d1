//! What of a document the public may not see: numbers that tell who a person is are masked, boxes
//! for contacts are left out, and it is said what was done.

use plumbline_model::{
    CompiledValue, Detail, Document, Field, Indicator, Placed, TargetValue, Text,
};
use plumbline_rules::facts::private::{Private, emails, numbers};
use plumbline_rules::mask;

use crate::message::Lang;

/// Details that say whom to call.
const CONTACTS: [&str; 4] = ["contact_person", "telephone", "compiler", "unit_head"];

/// Something that was masked or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Redaction {
    /// Number of the document, from 0.
    pub(crate) document: usize,
    /// Path of the field in the public JSON.
    pub(crate) path: String,
    /// What it was.
    pub(crate) of: Redacted,
    /// What stands there now; `""` where the field was left out.
    pub(crate) shown: String,
}

/// What was redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Redacted {
    Number(Private),
    Email,
    Contact,
}

impl Redacted {
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Redacted::Number(Private::Mobile) => lang.pick("手机号码", "mobile number"),
            Redacted::Number(Private::Telephone) => lang.pick("电话号码", "telephone number"),
            Redacted::Number(Private::Identity) => lang.pick("身份证号码", "identity number"),
            Redacted::Number(Private::Account) => lang.pick("银行账号", "account number"),
            Redacted::Email => lang.pick("电子邮箱", "email address"),
            Redacted::Contact => lang.pick("联系方式，已略去", "contact, left out"),
        }
    }
}

/// Redacts documents, and tells what was redacted.
pub(crate) fn redact(documents: &mut [Document]) -> Vec<Redaction> {
    let mut redactor = Redactor::default();
    for (number, document) in documents.iter_mut().enumerate() {
        redactor.number = number;
        redactor.document(document);
    }
    redactor.done
}

#[derive(Default)]
struct Redactor {
    number: usize,
    done: Vec<Redaction>,
}

impl Redactor {
    fn note(&mut self, path: &str, of: Redacted, shown: String) {
        self.done.push(Redaction {
            document: self.number,
            path: path.to_owned(),
            of,
            shown,
        });
    }

    fn string(&mut self, path: &str, text: &mut String) {
        let found = numbers(text);
        for (at, kind) in found.into_iter().rev() {
            let shown = mask::number(&text[at.clone()]);
            text.replace_range(at, &shown);
            self.note(path, Redacted::Number(kind), shown);
        }
        for at in emails(text).into_iter().rev() {
            let shown = mask::email(&text[at.clone()]);
            text.replace_range(at, &shown);
            self.note(path, Redacted::Email, shown);
        }
    }

    /// What is unclear in any field is text too.
    fn field<T>(&mut self, path: &str, field: &mut Field<T>) {
        if let Field::Unclear(text, _) = field {
            self.string(path, text);
        }
    }

    fn text(&mut self, path: &str, text: &mut Text) {
        if let Field::Stated(text, _) | Field::Unclear(text, _) = text {
            self.string(path, text);
        }
    }

    fn value(&mut self, path: &str, value: &mut Field<CompiledValue>) {
        self.field(path, value);
        if let Field::Stated(value, _) = value {
            let before = value.printed.clone();
            self.string(path, &mut value.printed);
            if value.printed != before {
                value.value = TargetValue::compile(&value.printed);
            }
        }
    }

    fn placed(&mut self, path: &str, texts: &mut [Placed<String>]) {
        for (i, text) in texts.iter_mut().enumerate() {
            self.string(&format!("{path}[{i}]"), &mut text.value);
        }
    }

    fn document(&mut self, document: &mut Document) {
        let project = &mut document.project;
        for (path, text) in [
            ("title", &mut document.title),
            ("project.name", &mut project.name),
            ("project.attribute", &mut project.attribute),
            ("project.source", &mut project.source),
            ("project.period", &mut project.period),
            ("project.purpose", &mut project.purpose),
            (
                "competent_department.name",
                &mut document.competent_department.name,
            ),
            (
                "implementing_unit.name",
                &mut document.implementing_unit.name,
            ),
            ("budget_unit.name", &mut document.budget_unit.name),
        ] {
            self.text(path, text);
        }
        for (path, goals) in [
            ("goals", Some(&mut document.goals)),
            ("local_goals", document.local_goals.as_mut()),
            ("medium_term_goals", document.medium_term_goals.as_mut()),
            ("results", document.results.as_mut()),
        ] {
            self.placed(path, goals.map_or(&mut [], Vec::as_mut_slice));
        }
        self.funding(document);
        self.lists(document);
        self.contacts("details", &mut document.details);
    }

    fn funding(&mut self, document: &mut Document) {
        let annual = ("funding", Some(&mut document.funding));
        let local = ("local_funding", document.local_funding.as_deref_mut());
        let medium = (
            "medium_term_funding",
            document.medium_term_funding.as_deref_mut(),
        );
        for (path, funding) in [annual, local, medium] {
            let Some(funding) = funding else { continue };
            for (key, line) in [
                ("total", &mut funding.total),
                ("fiscal", &mut funding.fiscal),
                ("carryover", &mut funding.carryover),
                ("other", &mut funding.other),
            ] {
                self.text(&format!("{path}.{key}.reason"), &mut line.reason);
                for amount in [&mut line.budget, &mut line.adjusted, &mut line.executed] {
                    self.field(&format!("{path}.{key}"), amount);
                }
            }
        }
    }

    fn lists(&mut self, document: &mut Document) {
        self.indicators("indicators", &mut document.indicators);
        self.indicators(
            "medium_term_indicators",
            &mut document.medium_term_indicators,
        );
        for (i, item) in document.cost_items.iter_mut().enumerate() {
            self.text(&format!("cost_items[{i}].name"), &mut item.name);
            self.field(&format!("cost_items[{i}].amount"), &mut item.amount);
            self.text(&format!("cost_items[{i}].basis"), &mut item.basis);
        }
        for (i, task) in document.tasks.iter_mut().enumerate() {
            self.text(&format!("tasks[{i}].name"), &mut task.name);
            self.text(&format!("tasks[{i}].content"), &mut task.content);
        }
        for (i, goal) in document.sub_goals.iter_mut().enumerate() {
            self.text(&format!("sub_goals[{i}].name"), &mut goal.name);
            self.text(&format!("sub_goals[{i}].goal"), &mut goal.goal);
            self.indicators(&format!("sub_goals[{i}].indicators"), &mut goal.indicators);
        }
        for (i, safeguard) in document.safeguards.iter_mut().enumerate() {
            self.text(&format!("safeguards[{i}].name"), &mut safeguard.name);
            self.text(&format!("safeguards[{i}].text"), &mut safeguard.text);
        }
        for (i, slot) in document.empty_slots.iter_mut().enumerate() {
            self.string(&format!("empty_slots[{i}]"), &mut slot.mark.value);
        }
    }

    fn indicators(&mut self, path: &str, indicators: &mut [Indicator]) {
        for (i, one) in indicators.iter_mut().enumerate() {
            let path = |key: &str| format!("{path}[{i}].{key}");
            for (key, text) in [
                ("name", &mut one.name),
                ("description", &mut one.description),
                ("basis", &mut one.basis),
                ("reason", &mut one.reason),
                ("remark", &mut one.remark),
            ] {
                self.text(&path(key), text);
            }
            self.value(&path("value"), &mut one.value);
            self.value(&path("actual"), &mut one.actual);
            self.value(&path("forecast"), &mut one.forecast);
            self.contacts(&path("details"), &mut one.details);
        }
    }

    /// Leaves out the details that say whom to call.
    fn contacts(&mut self, path: &str, details: &mut Vec<Detail>) {
        details.retain_mut(|detail| {
            let is_contact = CONTACTS.contains(&detail.key.as_str());
            if is_contact && detail.text.is_written() {
                self.note(
                    &format!("{path}.{}", detail.key),
                    Redacted::Contact,
                    String::new(),
                );
            } else if !is_contact {
                self.text(&format!("{path}.{}", detail.key), &mut detail.text);
            }
            !is_contact
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plumbline_model::Place;

    #[test]
    fn private_numbers_are_masked_wherever_they_stand_and_contacts_go() {
        let stated = |text: &str| Field::Stated(text.to_owned(), Place::Whole);
        let mut document = Document::default();
        document.project.purpose = stated("联系13900000000，账号1234567890123456");
        document.goals = vec![Placed::new("寄office@example.org".into(), Place::Whole)];
        document.indicators = vec![Indicator {
            value: Field::Stated(
                CompiledValue::from_printed("拨打0999-1234567".into()),
                Place::Whole,
            ),
            ..Indicator::default()
        }];
        document.details = vec![Detail {
            key: "telephone".into(),
            label: "联系电话".into(),
            text: stated("1234567"),
        }];
        let mut documents = vec![document];
        let done = redact(&mut documents);
        assert_eq!(done.len(), 5);
        let shown = format!("{documents:?}");
        for secret in ["13900000000", "1234567890123456", "office@", "1234567\""] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
        assert!(documents[0].details.is_empty());
        assert!(redact(&mut documents).is_empty());
    }
}
