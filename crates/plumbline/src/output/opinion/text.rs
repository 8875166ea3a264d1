//! The review opinion as text, which is also Markdown.

use std::io::{self, Write};

use super::{facts, finding_line, nothing_found, proviso, signature, title};
use crate::catalogue::criterion_name;
use crate::message::Lang;
use crate::opinion::{Opinion, Opinions, Point, grade_name, part_name};
use crate::output::markdown::escaped;
use crate::output::one_line;

/// Whether signs of Markdown are put in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Markdown,
}

impl Style {
    fn heading(self, level: usize, text: &str) -> String {
        match self {
            Style::Plain => text.to_owned(),
            Style::Markdown => format!("{} {text}\n", "#".repeat(level)),
        }
    }

    fn text(self, text: &str) -> String {
        match self {
            Style::Plain => one_line(text),
            Style::Markdown => escaped(text),
        }
    }
}

pub(crate) fn opinions(
    opinions: &Opinions,
    style: Style,
    lang: Lang,
    to: &mut dyn Write,
) -> io::Result<()> {
    for one in &opinions.opinions {
        opinion(one, style, lang, to)?;
    }
    Ok(())
}

fn opinion(opinion: &Opinion, style: Style, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let colon = lang.pick("：", ": ");
    writeln!(to, "{}", style.heading(1, title(lang)))?;
    let facts = facts(opinion, lang).into_iter();
    let facts = facts.map(|(name, fact)| format!("{name}{colon}{}", style.text(&fact)));
    let facts = facts.collect::<Vec<_>>().join(lang.pick("　", "  "));
    writeln!(to, "{facts}\n\n{}\n", proviso(lang))?;
    let mut part = "";
    for point in &opinion.points {
        let name = part_name(point.of, lang);
        if name != part {
            writeln!(to, "{}", style.heading(2, name))?;
            part = name;
        }
        self::point(point, style, lang, to)?;
    }
    if !opinion.outside.is_empty() {
        let heading = lang.pick("审核表以外的问题", "Findings outside the review form");
        writeln!(to, "{}", style.heading(2, heading))?;
        for finding in &opinion.outside {
            writeln!(to, "- {}", style.text(&finding_line(finding, lang)))?;
        }
        writeln!(to)?;
    }
    let heading = lang.pick("综合评定建议", "Proposed grade of the whole");
    let grade = grade_name(opinion.grade, lang);
    writeln!(
        to,
        "{}",
        style.heading(2, &format!("{heading}{colon}{grade}"))
    )?;
    let reason = lang.pick("理由", "Reason");
    writeln!(
        to,
        "{reason}{colon}{}{}",
        opinion.reason,
        lang.pick("。", ".")
    )?;
    let consequence = lang.pick("处理", "Consequence");
    writeln!(to, "{consequence}{colon}{}\n", opinion.consequence)?;
    writeln!(
        to,
        "{}{colon}{}\n",
        lang.pick("审核人最终评定", "Final grade"),
        lang.pick("□优　□良　□中　□差", "□ excellent  □ good  □ fair  □ poor")
    )?;
    writeln!(to, "{}\n", signature(lang))
}

fn point(point: &Point, style: Style, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let name = criterion_name(point.of, lang);
    let grade = grade_name(point.grade, lang);
    let heading = lang.say(
        format_args!("{name}　建议：{grade}"),
        format_args!("{name}: {grade}"),
    );
    writeln!(to, "{}", style.heading(3, &heading))?;
    for finding in &point.findings {
        writeln!(to, "- {}", style.text(&finding_line(finding, lang)))?;
    }
    if point.findings.is_empty() && point.grade.is_some() {
        writeln!(to, "- {}", nothing_found(lang))?;
    }
    for item in &point.by_hand {
        let (title, look) = (style.text(item.title), style.text(item.look));
        writeln!(to, "- □ {title}{}{look}", lang.pick("：", ": "))?;
    }
    writeln!(to)
}
