//! Rules for people at a terminal.

use std::io::{self, Write};

use super::{applies, profiles};
use crate::catalogue::{Catalogue, RulePage, criterion_name, family_name};
use crate::message::Lang;
use crate::output::padded;
use crate::report::severity_name;

/// All rules, a line each, and what is left to a person.
pub(crate) fn list(catalogue: &Catalogue, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    for (family, rules) in catalogue.families() {
        writeln!(to, "{} {}", family.code(), family_name(family, lang))?;
        for rule in rules {
            let severity = padded(severity_name(rule.severity, lang), lang.pick(4, 7));
            writeln!(
                to,
                "  {}  {severity}  {}  {}",
                rule.code, rule.title, rule.name
            )?;
        }
        writeln!(to)?;
    }
    writeln!(
        to,
        "{}",
        lang.pick("机器查不了、要人来看的：", "Left to a person:")
    )?;
    let mut last = None;
    for item in &catalogue.by_hand {
        if last.replace(item.on_criterion) != Some(item.on_criterion) {
            writeln!(to, "  {}", criterion_name(item.on_criterion, lang))?;
        }
        writeln!(to, "    - {}", item.title)?;
        writeln!(to, "      {}{}", lang.pick("看：", "look at: "), item.look)?;
        let basis = item.basis.line(lang);
        writeln!(to, "      {}{basis}", lang.pick("依据：", "basis:   "))?;
    }
    let count = catalogue.rules.len();
    let more = lang.say(
        format_args!("共 {count} 条规则。某一条的原因、建议、依据和例子：plumbline explain 编号"),
        format_args!("{count} rules. Reason, remedy, basis and examples: plumbline explain CODE"),
    );
    writeln!(to, "\n{more}")
}

/// The pages of rules.
pub(crate) fn pages(pages: &[RulePage], lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    for (i, rule) in pages.iter().enumerate() {
        if i > 0 {
            writeln!(to)?;
        }
        page(rule, lang, to)?;
    }
    Ok(())
}

fn page(rule: &RulePage, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{} {}  {}", rule.code, rule.title, rule.name)?;
    let family = format!(
        "{} {}",
        rule.in_family.code(),
        family_name(rule.in_family, lang)
    );
    let mut rows = vec![
        (
            "级别",
            "severity",
            severity_name(rule.severity, lang).to_owned(),
        ),
        ("类别", "family", family),
        (
            "审核要点",
            "criterion",
            criterion_name(rule.on_criterion, lang),
        ),
        ("适用", "applies to", applies(rule, lang)),
        ("规则集", "profiles", profiles(&rule.profiles, lang)),
        ("原因", "why", rule.why.to_owned()),
        ("建议", "do", rule.remedy.to_owned()),
    ];
    let basis = rule
        .basis
        .iter()
        .map(|basis| ("依据", "basis", basis.line(lang)));
    rows.extend(basis);
    for (zh, en, text) in rows {
        if !text.is_empty() {
            let label = padded(lang.pick(zh, en), lang.pick(8, 10));
            writeln!(to, "  {label}  {text}")?;
        }
    }
    let finds = lang.pick("会报的例子（报在 << 处）：", "Found, where marked <<:");
    examples(finds, rule.finds, to)?;
    let passes = lang.pick("不会报的例子：", "Not found:");
    examples(passes, rule.passes, to)
}

fn examples(heading: &str, examples: &[&str], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "  {heading}")?;
    for (i, example) in examples.iter().enumerate() {
        if i > 0 {
            writeln!(to)?;
        }
        for line in example.trim_matches('\n').lines() {
            writeln!(to, "      {line}")?;
        }
    }
    Ok(())
}
