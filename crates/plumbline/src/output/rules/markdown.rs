//! Rules as Markdown pages: what `docs/rules` is made of.

use std::io::{self, Write};

use plumbline_rules::rule::Family;

use super::{applies, profiles};
use crate::catalogue::{Catalogue, RulePage, criterion_name, family_name};
use crate::message::Lang;
use crate::output::markdown::escaped;
use crate::report::severity_name;

/// All rules in a table for each family, and what is left to a person. Rules are linked to the
/// pages of their families beside it.
pub(crate) fn list(catalogue: &Catalogue, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let title = lang.pick("规则", "Rules");
    let about = lang.pick(
        "`plumbline check` 查什么，以及它查不了什么。",
        "What `plumbline check` checks, and what it cannot.",
    );
    writeln!(to, "# {title}\n\n{about}")?;
    for (family, rules) in catalogue.families() {
        let page = family.folder();
        let name = family_name(family, lang);
        writeln!(to, "\n## [{} {name}]({page}.md)\n", family.code())?;
        table_head(
            lang.pick(
                &["编号", "级别", "问题", "名称"],
                &["code", "severity", "defect", "name"],
            ),
            to,
        )?;
        for rule in rules {
            let anchor = rule.code.to_ascii_lowercase();
            let severity = severity_name(rule.severity, lang);
            let title = escaped(rule.title);
            let code = rule.code;
            writeln!(
                to,
                "| [{code}]({page}.md#{anchor}) | {severity} | {title} | `{}` |",
                rule.name
            )?;
        }
    }
    let heading = lang.pick("机器查不了、要人来看的", "Left to a person");
    writeln!(to, "\n## {heading}\n")?;
    table_head(
        lang.pick(
            &["审核要点", "应当", "看什么", "依据"],
            &["criterion", "should hold", "look at", "basis"],
        ),
        to,
    )?;
    for item in &catalogue.by_hand {
        let criterion = criterion_name(item.on_criterion, lang);
        let basis = escaped(&item.basis.line(lang));
        let (title, look) = (escaped(item.title), escaped(item.look));
        writeln!(to, "| {criterion} | {title} | {look} | {basis} |")?;
    }
    Ok(())
}

fn table_head(names: &[&str], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "| {} |", names.join(" | "))?;
    writeln!(to, "|{}", "---|".repeat(names.len()))
}

/// The pages of rules, under a heading for each family if they are of a family each.
pub(crate) fn pages(pages: &[RulePage], lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let families = pages.chunk_by(|a, b| a.in_family == b.in_family);
    for (i, rules) in families.enumerate() {
        if i > 0 {
            writeln!(to)?;
        }
        family(rules[0].in_family, lang, to)?;
        for rule in rules {
            page(rule, lang, to)?;
        }
    }
    Ok(())
}

fn family(family: Family, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "# {} {}", family.code(), family_name(family, lang))
}

fn page(rule: &RulePage, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let anchor = rule.code.to_ascii_lowercase();
    let title = escaped(rule.title);
    writeln!(to, "\n## <a id=\"{anchor}\"></a>{} {title}\n", rule.code)?;
    let facts = [
        format!("`{}`", rule.name),
        severity_name(rule.severity, lang).to_owned(),
        criterion_name(rule.on_criterion, lang),
        applies(rule, lang),
        profiles(&rule.profiles, lang),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    writeln!(to, "{}\n", facts.join(" · "))?;
    writeln!(to, "**{}** {}\n", lang.pick("原因", "Why."), rule.why)?;
    writeln!(to, "**{}** {}\n", lang.pick("建议", "Do."), rule.remedy)?;
    for basis in &rule.basis {
        let line = escaped(&basis.line(lang));
        writeln!(to, "**{}** {line}\n", lang.pick("依据", "Basis."))?;
    }
    let finds = lang.pick("会报的例子（报在 `<<` 处）：", "Found, where marked `<<`:");
    examples(finds, rule.finds, to)?;
    writeln!(to)?;
    examples(lang.pick("不会报的例子：", "Not found:"), rule.passes, to)
}

fn examples(heading: &str, examples: &[&str], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{heading}")?;
    for example in examples {
        writeln!(to, "\n```text\n{}\n```", example.trim_matches('\n'))?;
    }
    Ok(())
}
