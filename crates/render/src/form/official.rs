//! The forms that come with the program, `official/forms/*.toml`.

use std::sync::LazyLock;

use plumbline_model::DocumentKind;

use super::{Form, FormError};

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../official/forms/", $name, ".toml")))),*]
    };
}

/// Name and file of each form; the first that is for a kind is the usual one of that kind.
const FILES: [(&str, &str); 12] = files![
    "project-target-annual",
    "project-target-with-plan",
    "project-target-two-budgets",
    "project-target-numbered",
    "project-target-prose",
    "project-target-2015",
    "core-indicators-2021",
    "review",
    "self-evaluation",
    "monitoring",
    "department-target",
    "performance-volume",
];

static FORMS: LazyLock<Vec<Result<Form, FormError>>> = LazyLock::new(|| {
    let files = FILES.iter();
    files
        .map(|(name, text)| Form::compile(name, text))
        .collect()
});

/// Every form. That their files compile is held by a test.
pub fn all() -> impl Iterator<Item = &'static Form> {
    FORMS.iter().filter_map(|form| form.as_ref().ok())
}

/// The form of a name.
pub fn named(name: &str) -> Option<&'static Form> {
    all().find(|form| form.name == name)
}

/// The usual form of a kind of document.
pub fn default_of(kind: DocumentKind) -> Option<&'static Form> {
    all().find(|form| form.kinds.first() == Some(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_compiles_and_every_kind_has_a_form() {
        for form in FORMS.iter() {
            if let Err(error) = form {
                panic!("{error}");
            }
        }
        for kind in [
            DocumentKind::ProjectTarget,
            DocumentKind::DepartmentTarget,
            DocumentKind::SelfEvaluation,
            DocumentKind::MonitoringReport,
        ] {
            assert!(default_of(kind).is_some(), "{kind:?}");
        }
    }
}
