//! Rules and what no rule checks, in the forms that `rules` and `explain` write.

pub(crate) mod csv;
pub(crate) mod markdown;
pub(crate) mod text;

use crate::catalogue::{ProfileSays, RulePage};
use crate::message::{Lang, kind_name};
use crate::report::severity_name;

/// To which documents a rule applies.
fn applies(page: &RulePage, lang: Lang) -> String {
    let kinds = page
        .kinds
        .iter()
        .map(|kind| kind_name(lang, (*kind).into()));
    let kinds = kinds.collect::<Vec<_>>().join(lang.pick("、", ", "));
    match page.from_year {
        None => kinds,
        Some(year) => lang.say(
            format_args!("{kinds}（{year}年起）"),
            format_args!("{kinds} (since {year})"),
        ),
    }
}

/// What the profiles say of a rule, if any says something of its own.
fn profiles(says: &[ProfileSays], lang: Lang) -> String {
    let each = says.iter().map(|says| {
        let weight = match says.severity {
            None => lang.pick("不查", "off"),
            Some(severity) => severity_name(severity, lang),
        };
        lang.say(
            format_args!("{} 里：{weight}", says.profile),
            format_args!("{}: {weight}", says.profile),
        )
    });
    each.collect::<Vec<_>>().join(lang.pick("；", "; "))
}
