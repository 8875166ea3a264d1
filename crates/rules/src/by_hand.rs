//! What no rule checks: the questions that are left to a person, from `official/rules/by-hand.toml`.

use std::sync::LazyLock;

use plumbline_model::Bilingual;
use serde::{Deserialize, Deserializer, de};

use crate::profile::bilingual;
use crate::rule::{Criterion, Mark};

/// A question to which the document holds no answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    /// The point of the review form it bears on.
    #[serde(deserialize_with = "criterion")]
    pub criterion: Criterion,
    /// What should hold, in a few words.
    #[serde(deserialize_with = "bilingual")]
    pub title: Bilingual,
    /// What to look at.
    #[serde(deserialize_with = "bilingual")]
    pub look: Bilingual,
    /// Key of the act it rests on; `None` where it rests on practice.
    #[serde(default)]
    pub act: Option<String>,
    /// How far the content of the act was confirmed.
    #[serde(default, deserialize_with = "mark")]
    pub mark: Option<Mark>,
    /// What the act says, or what is done, in our own words.
    #[serde(deserialize_with = "bilingual")]
    pub says: Bilingual,
}

/// All of them, by point of the review form.
pub fn all() -> &'static [ByHand] {
    &ITEMS
}

static ITEMS: LazyLock<Vec<ByHand>> = LazyLock::new(|| {
    load(include_str!("../../../official/rules/by-hand.toml"))
        .unwrap_or_else(|problem| panic!("official/rules/by-hand.toml: {problem}"))
});

fn load(data: &str) -> Result<Vec<ByHand>, String> {
    #[derive(Deserialize)]
    struct File {
        item: Vec<ByHand>,
    }
    let mut file: File = toml::from_str(data).map_err(|e| e.to_string())?;
    file.item.sort_by_key(|item| item.criterion);
    Ok(file.item)
}

fn criterion<'de, D: Deserializer<'de>>(from: D) -> Result<Criterion, D::Error> {
    let code = String::deserialize(from)?;
    let found = Criterion::ALL.iter().copied().find(|c| c.code() == code);
    found.ok_or_else(|| de::Error::custom(format!("no criterion `{code}`")))
}

fn mark<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Mark>, D::Error> {
    match String::deserialize(from)?.as_str() {
        "confirmed" => Ok(Some(Mark::Confirmed)),
        "known" => Ok(Some(Mark::Known)),
        other => Err(de::Error::custom(format!("no mark `{other}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_names_an_act_that_exists_and_how_far_it_was_confirmed() {
        assert!(all().len() >= 20);
        for item in all() {
            let is_known = item
                .act
                .as_deref()
                .is_none_or(|a| crate::acts::act(a).is_some());
            assert!(is_known, "{:?}", item.act);
            assert_eq!(item.act.is_some(), item.mark.is_some(), "{}", item.title.en);
        }
    }
}
