//! Waivers: findings that somebody has looked at and lets pass, with a reason, a name and a day.
//!
//! ```toml
//! [[waiver]]
//! code = "M009"
//! project = "农村公路养护"        # optional; all projects, if left out
//! indicator = "每公里养护成本"     # optional
//! reason = "上限按定额文件填写，实际按招标价结算"
//! by = "云溪县财政局绩效股 王某"
//! until = 2026-12-31             # optional; the last day it holds
//! ```

use plumbline_model::{Document, Finding};
use serde::Deserialize;
use toml::Spanned;
use toml::value::{Date, Datetime};

use crate::rules;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    waiver: Vec<WaiverData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaiverData {
    code: Spanned<String>,
    project: Option<String>,
    indicator: Option<String>,
    reason: Spanned<String>,
    by: Spanned<String>,
    until: Option<Spanned<Datetime>>,
}

/// A finding that is let pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    /// Code of the rule.
    pub code: String,
    /// Name of the project; all, if `None`.
    pub project: Option<String>,
    /// Name of the indicator; all, if `None`.
    pub indicator: Option<String>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Line in its file, from 1.
    pub line: u32,
}

/// What is wrong with a file of waivers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct WaiverError {
    /// Line of the file, from 1.
    pub line: u32,
    /// What is wrong there.
    pub problem: WaiverProblem,
}

/// What can be wrong with a waiver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WaiverProblem {
    /// No TOML, an unknown key, a missing one.
    #[error("{0}")]
    Form(String),
    /// A code that no rule has.
    #[error("there is no rule `{0}`")]
    UnknownCode(String),
    /// A reason or a name that is left empty.
    #[error("`{0}` is empty")]
    Blank(&'static str),
    /// An `until` that is no day.
    #[error("`until` must be a day such as 2026-12-31")]
    NoDay,
}

/// Reads a file of waivers. Codes beside the built-in ones must be among `local_codes`.
pub fn waivers(text: &str, local_codes: &[&str]) -> Result<Vec<Waiver>, WaiverError> {
    let line_of = |start: usize| {
        let lines = text.get(..start).unwrap_or(text).matches('\n').count() + 1;
        u32::try_from(lines).unwrap_or(u32::MAX)
    };
    let file: File = toml::from_str(text).map_err(|error| WaiverError {
        line: error.span().map_or(1, |span| line_of(span.start)),
        problem: WaiverProblem::Form(error.message().to_owned()),
    })?;
    let read = |data: WaiverData| {
        let line = line_of(data.code.span().start);
        waiver(data, line, local_codes).map_err(|(start, problem)| WaiverError {
            line: line_of(start),
            problem,
        })
    };
    file.waiver.into_iter().map(read).collect()
}

fn waiver(
    data: WaiverData,
    line: u32,
    local_codes: &[&str],
) -> Result<Waiver, (usize, WaiverProblem)> {
    let code = data.code.get_ref();
    let is_known = rules::ALL.iter().any(|rule| rule.code == code);
    if !is_known && !local_codes.contains(&code.as_str()) {
        let problem = WaiverProblem::UnknownCode(code.clone());
        return Err((data.code.span().start, problem));
    }
    for (key, text) in [("reason", &data.reason), ("by", &data.by)] {
        if text.get_ref().trim().is_empty() {
            return Err((text.span().start, WaiverProblem::Blank(key)));
        }
    }
    let day = |until: &Spanned<Datetime>| {
        let no_day = (until.span().start, WaiverProblem::NoDay);
        until.get_ref().date.ok_or(no_day)
    };
    Ok(Waiver {
        until: data.until.as_ref().map(day).transpose()?,
        code: data.code.into_inner(),
        project: data.project,
        indicator: data.indicator,
        reason: data.reason.into_inner(),
        by: data.by.into_inner(),
        line,
    })
}

impl Waiver {
    /// Whether it no longer holds on a day.
    pub fn is_over(&self, today: Date) -> bool {
        let day = |date: Date| (date.year, date.month, date.day);
        self.until.is_some_and(|until| day(today) > day(until))
    }

    /// Whether it is about a finding.
    pub fn covers(&self, finding: &Finding, documents: &[Document]) -> bool {
        let document = documents.get(finding.document);
        let is_project = |name: &String| document.is_some_and(|d| d.project.name.text() == name);
        let is_indicator = |name: &String| {
            document.and_then(|d| indicator_name(d, &finding.spot.path)) == Some(name.as_str())
        };
        self.code == finding.code
            && self.project.as_ref().is_none_or(is_project)
            && self.indicator.as_ref().is_none_or(is_indicator)
    }
}

/// The name of the indicator that a path leads into.
pub(crate) fn indicator_name<'d>(document: &'d Document, path: &str) -> Option<&'d str> {
    let (list, rest) = path.split_once('[')?;
    let number: usize = rest.split_once(']')?.0.parse().ok()?;
    let list = match list {
        "indicators" => &document.indicators,
        "medium_term_indicators" => &document.medium_term_indicators,
        _ => return None,
    };
    Some(list.get(number)?.name.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[[waiver]]\ncode = \"V001\"\nproject = \"农村公路养护\"\nreason = \"补报\"\nby = \"绩效股\"\nuntil = 2026-12-31\n";

    #[test]
    fn a_waiver_holds_to_its_last_day_and_no_further() {
        let waivers = waivers(GOOD, &[]).expect("good");
        let day = |text: &str| {
            text.parse::<Datetime>()
                .ok()
                .and_then(|d| d.date)
                .expect("a day")
        };
        assert!(!waivers[0].is_over(day("2026-12-31")));
        assert!(waivers[0].is_over(day("2027-01-01")));
    }

    #[test]
    fn bad_waivers_are_refused_with_their_line() {
        let line =
            |from: &str, to: &str| waivers(&GOOD.replacen(from, to, 1), &[]).map_err(|e| e.line);
        assert_eq!(line("V001", "V999"), Err(2));
        assert_eq!(line("补报", ""), Err(4));
        assert_eq!(line("绩效股", " "), Err(5));
        assert_eq!(line("2026-12-31", "12:00:00"), Err(6));
        assert_eq!(line("reason", "raeson"), Err(4));
        assert!(waivers("", &[]).is_ok_and(|none| none.is_empty()));
    }
}
