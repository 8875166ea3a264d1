//! The acts that rules rest on, from `official/acts/acts.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// An act.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Number as cited (`财预〔2015〕88号`), or the name of a law.
    pub number: String,
    /// Short title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Day, or year where the day is not known.
    pub date: String,
    /// How far its content was confirmed.
    pub known: String,
}

/// The act of a key.
pub fn act(key: &str) -> Option<&'static Act> {
    ACTS.get(key)
}

static ACTS: LazyLock<BTreeMap<String, Act>> = LazyLock::new(|| {
    load(include_str!("../../../official/acts/acts.toml"))
        .unwrap_or_else(|problem| panic!("official/acts/acts.toml: {problem}"))
});

fn load(data: &str) -> Result<BTreeMap<String, Act>, String> {
    let mut data: toml::Table = toml::from_str(data).map_err(|e| e.to_string())?;
    data.remove("checked");
    data.try_into().map_err(|e: toml::de::Error| e.to_string())
}
