//! What a bureau brings of its own: rules, waivers, a baseline. Read from files; what is wrong with
//! one is told with its line.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use plumbline_model::{Document, Finding};
use plumbline_rules::baseline::{Baseline, Fingerprint};
use plumbline_rules::local::{LocalProblem, LocalRule, local_rules};
use plumbline_rules::waiver::{Waiver, WaiverProblem, waivers};
use toml::value::Date;

use crate::message::{Lang, Problem, io_problem};

/// Waivers that are used without being asked for, in the folder the program is run in.
const WAIVERS: &str = "plumbline.toml";

/// Findings that are held back, and why.
#[derive(Debug, Default)]
pub(crate) struct HeldBack {
    waivers: Vec<Waiver>,
    baseline: Option<Baseline>,
    lang: Lang,
}

/// The local rules of some files.
pub(crate) fn rules(paths: &[PathBuf], lang: Lang) -> Result<Vec<LocalRule>, Problem> {
    let mut all: Vec<LocalRule> = Vec::new();
    for path in paths {
        let rules = local_rules(&text(path, lang)?).map_err(|error| {
            let cause = local_cause(&error.problem, lang);
            bad_line(path, error.line, cause, lang)
        })?;
        if let Some(twice) = rules
            .iter()
            .find(|rule| all.iter().any(|r| r.code == rule.code))
        {
            let cause = local_cause(&LocalProblem::Code(twice.code.clone()), lang);
            return Err(bad_line(path, 1, cause, lang));
        }
        all.extend(rules);
    }
    Ok(all)
}

impl HeldBack {
    /// What is to be held back: by the waivers of a file, or of `plumbline.toml` where there is one,
    /// and by a baseline. Says of waivers that are over that they no longer hold.
    pub(crate) fn read(
        waivers_file: Option<&Path>,
        baseline_file: Option<&Path>,
        local: &[LocalRule],
        lang: Lang,
    ) -> Result<(HeldBack, Vec<String>), Problem> {
        let usual = Path::new(WAIVERS);
        let file = waivers_file.or_else(|| usual.is_file().then_some(usual));
        let codes: Vec<&str> = local.iter().map(|rule| rule.code.as_str()).collect();
        let mut over = Vec::new();
        let mut held = HeldBack {
            lang,
            ..HeldBack::default()
        };
        if let Some(path) = file {
            let read = waivers(&text(path, lang)?, &codes).map_err(|error| {
                bad_line(path, error.line, waiver_cause(&error.problem, lang), lang)
            })?;
            let today = today();
            let (gone, holds): (Vec<_>, Vec<_>) =
                read.into_iter().partition(|waiver| waiver.is_over(today));
            over = gone
                .iter()
                .map(|waiver| no_longer(path, waiver, lang))
                .collect();
            held.waivers = holds;
        }
        if let Some(path) = baseline_file {
            let baseline = Baseline::from_lines(&text(path, lang)?);
            let baseline = baseline.map_err(|(line, cause)| bad_line(path, line, cause, lang))?;
            held.baseline = Some(baseline);
        }
        Ok((held, over))
    }

    /// The findings that are left, and a line for each reason why others are not shown.
    pub(crate) fn rest(
        &self,
        findings: Vec<Finding>,
        documents: &[Document],
    ) -> (Vec<Finding>, Vec<String>) {
        let mut notes = Vec::new();
        let mut waived = vec![0usize; self.waivers.len()];
        let mut known = 0usize;
        let mut baseline = self.baseline.clone();
        let is_left = |finding: &Finding| {
            if let Some(i) = self
                .waivers
                .iter()
                .position(|w| w.covers(finding, documents))
            {
                waived[i] += 1;
                return false;
            }
            let is_known = baseline
                .as_mut()
                .is_some_and(|known| known.takes(&Fingerprint::of(finding, documents)));
            known += usize::from(is_known);
            !is_known
        };
        let left = findings.into_iter().filter(is_left).collect();
        for (waiver, count) in self
            .waivers
            .iter()
            .zip(waived)
            .filter(|(_, count)| *count > 0)
        {
            notes.push(self.waived(waiver, count));
        }
        if known > 0 {
            notes.push(self.lang.say(
                format_args!("基线里已有的问题 {known} 个，未列出"),
                format_args!("{known} findings are in the baseline and not shown"),
            ));
        }
        (left, notes)
    }

    fn waived(&self, waiver: &Waiver, count: usize) -> String {
        let Waiver {
            code, reason, by, ..
        } = waiver;
        let until = waiver.until.map_or(String::new(), |until| {
            let (zh, en) = (format!("，至 {until}"), format!(", until {until}"));
            self.lang.pick(zh, en)
        });
        self.lang.say(
            format_args!("{code} 的问题 {count} 个已豁免：{reason}（{by}{until}）"),
            format_args!("{count} findings of {code} are waived: {reason} ({by}{until})"),
        )
    }
}

fn text(path: &Path, lang: Lang) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|error| io_problem(lang, &path.to_string_lossy(), &error))
}

fn bad_line(path: &Path, line: u32, cause: String, lang: Lang) -> Problem {
    let place = lang.say(
        format_args!("{} 第 {line} 行", path.display()),
        format_args!("{}, line {line}", path.display()),
    );
    let remedy = lang.pick(
        "请改正后再查；写法见 docs/guide/own-rules.md",
        "correct it and check again; docs/guide/own-rules.md says how",
    );
    Problem::new(lang, place, cause, remedy)
}

fn no_longer(path: &Path, waiver: &Waiver, lang: Lang) -> String {
    let until = waiver
        .until
        .map_or(String::new(), |until| until.to_string());
    let (path, line, code) = (path.display(), waiver.line, &waiver.code);
    lang.say(
        format_args!("{path} 第 {line} 行：{code} 的豁免已于 {until} 到期，不再生效"),
        format_args!("{path}, line {line}: the waiver of {code} ended on {until}"),
    )
}

fn local_cause(problem: &LocalProblem, lang: Lang) -> String {
    if lang == Lang::En {
        return problem.to_string();
    }
    match problem {
        LocalProblem::Form(text) => format!("写法有误（{text}）"),
        LocalProblem::Empty => "里面没有 [[rule]]，一条规则也没有".to_owned(),
        LocalProblem::Code(code) => {
            format!("编号“{code}”已被占用，或不是由字母、数字和 - 组成")
        }
        LocalProblem::Severity(text) => format!("级别“{text}”只能是 error、warning、info"),
        LocalProblem::Blank(key) => format!("{key} 不能为空"),
        LocalProblem::Expression(text) => format!("表达式不能用（{text}）"),
    }
}

fn waiver_cause(problem: &WaiverProblem, lang: Lang) -> String {
    if lang == Lang::En {
        return problem.to_string();
    }
    match problem {
        WaiverProblem::Form(text) => format!("写法有误（{text}）"),
        WaiverProblem::UnknownCode(code) => format!("没有编号为“{code}”的规则"),
        WaiverProblem::Blank(key) => format!("{key} 不能为空：豁免要写明理由和经办人"),
        WaiverProblem::NoDay => "until 应是日期，如 2026-12-31".to_owned(),
    }
}

/// Seconds by which the day in Beijing begins before that in Greenwich.
const BEIJING: u64 = 8 * 3600;

/// The day in Beijing.
fn today() -> Date {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    day_of(now.map_or(0, |now| (now.as_secs() + BEIJING) / 86_400))
}

/// The day so many days after 1 January 1970, by counting years and months off.
fn day_of(mut days: u64) -> Date {
    let is_leap = |year: u16| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    Date {
        year,
        month,
        day: u8::try_from(days + 1).unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_right() {
        assert_eq!(day_of(0).to_string(), "1970-01-01");
        assert_eq!(day_of(11_016).to_string(), "2000-02-29");
        assert_eq!(day_of(20_453).to_string(), "2025-12-31");
        assert_eq!(day_of(20_454).to_string(), "2026-01-01");
    }
}
