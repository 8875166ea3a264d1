//! What a check found, in the forms that `check` writes.

pub(crate) mod csv;
pub(crate) mod docx;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod sarif;
pub(crate) mod statistics;
mod table;
pub(crate) mod text;
pub(crate) mod xlsx;

use std::ops::AddAssign;

use plumbline_model::Place;
use plumbline_model::json::PlaceJson;

use super::extent;
use crate::message::Lang;
use crate::report::{Counts, Report, SeverityJson, severity_name};

/// What a run of checks comes to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) sources: usize,
    pub(crate) documents: usize,
    /// Findings that are shown.
    pub(crate) shown: Counts,
    /// Findings that are not.
    pub(crate) left_out: Counts,
}

impl Totals {
    pub(crate) fn of(report: &Report) -> Totals {
        Totals {
            sources: 1,
            documents: report.documents.len(),
            shown: report.counts(),
            left_out: report.left_out,
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Totals) {
        self.sources += other.sources;
        self.documents += other.documents;
        self.shown += other.shown;
        self.left_out += other.left_out;
    }
}

/// `错误 3，警告 5`, with those severities only that were found, or `没有发现问题`.
pub(crate) fn counts(counts: Counts, lang: Lang) -> String {
    let severities = SeverityJson::DOWNWARDS.into_iter();
    let named = severities.filter_map(|severity| {
        let count = counts.get(severity);
        let name = severity_name(severity, lang);
        (count > 0).then(|| {
            lang.say(
                format_args!("{name} {count}"),
                format_args!("{name}: {count}"),
            )
        })
    });
    let named: Vec<String> = named.collect();
    match named.is_empty() {
        true => lang.pick("没有发现问题", "nothing found").to_owned(),
        false => named.join(lang.pick("，", ", ")),
    }
}

/// The last lines of a run: how much was checked, what was found, what is not shown.
pub(crate) fn summary(totals: &Totals, lang: Lang) -> String {
    let Totals {
        sources, documents, ..
    } = totals;
    let found = match documents {
        0 => lang
            .pick("没有可查的文档", "no document to check")
            .to_owned(),
        _ => found(totals.shown, totals.left_out, lang),
    };
    let mut summary = lang.say(
        format_args!("共查 {sources} 个文件、{documents} 份文档：{found}"),
        format_args!("files: {sources}, documents: {documents}; {found}"),
    );
    if totals.left_out.total() > 0 {
        summary += lang.pick("，加 --level info 看全部", "; --level info shows all");
    }
    summary
}

/// What was found, and how much of it is not shown: `错误 3（另有提示 2 未列出）`.
pub(crate) fn found(shown: Counts, left_out: Counts, lang: Lang) -> String {
    let left_out_counts = counts(left_out, lang);
    match (shown.total(), left_out.total()) {
        (_, 0) => counts(shown, lang),
        (0, _) => lang.say(
            format_args!("没有要列出的（{left_out_counts} 未列出）"),
            format_args!("nothing to show ({left_out_counts} not shown)"),
        ),
        _ => {
            let shown = counts(shown, lang);
            lang.say(
                format_args!("{shown}（另有{left_out_counts} 未列出）"),
                format_args!("{shown} ({left_out_counts} not shown)"),
            )
        }
    }
}

/// Where a finding is, for people: its place, or its path where the place is not in the file.
pub(crate) fn place_for_people(place: PlaceJson, path: &str, lang: Lang) -> String {
    match place.0.from {
        Place::Whole => path.to_owned(),
        _ => extent(place.0, lang),
    }
}

/// The profiles of a report: `national`, or `cost-level1 2 份，national 1 份`.
pub(crate) fn profiles(report: &Report, lang: Lang) -> String {
    let profiles = report.profiles();
    if let (1, Some(only)) = (profiles.len(), profiles.keys().next()) {
        return (*only).to_owned();
    }
    let each = profiles.iter().map(|(profile, count)| {
        lang.say(
            format_args!("{profile} {count} 份"),
            format_args!("{profile} ({count})"),
        )
    });
    each.collect::<Vec<_>>().join(lang.pick("，", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_is_said() {
        let (nothing, some) = (Counts::default(), Counts::of([SeverityJson::Info; 2]));
        let errors = Counts::of([SeverityJson::Error]);
        for (shown, left_out, expected) in [
            (nothing, nothing, "没有发现问题"),
            (nothing, some, "没有要列出的（提示 2 未列出）"),
            (errors, some, "错误 1（另有提示 2 未列出）"),
        ] {
            assert_eq!(found(shown, left_out, Lang::Zh), expected);
        }
    }
}
