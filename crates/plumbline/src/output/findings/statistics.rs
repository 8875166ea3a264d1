//! How much was found, by rule and by document, for people at a terminal.

use std::io::{self, Write};

use crate::message::Lang;
use crate::output::{fitted, one_line, padded};
use crate::report::statistics::Statistics;
use crate::report::{Counts, SeverityJson, severity_name};

const NAME_COLUMNS: usize = 44;
const SOURCE_COLUMNS: usize = 36;

pub(crate) fn tables(
    statistics: &Statistics<'_>,
    lang: Lang,
    to: &mut dyn Write,
) -> io::Result<()> {
    let heads = SeverityJson::DOWNWARDS.map(|severity| severity_name(severity, lang));
    let heads = heads.map(|head| padded(head, 8)).join("");
    let documents = lang.pick("涉及文档", "documents");
    writeln!(to, "{}", lang.pick("按规则：", "By rule:"))?;
    writeln!(to, "  {heads}{documents}")?;
    for rule in &statistics.by_rule {
        let counts = cells(rule.counts);
        let documents = padded(&rule.documents.to_string(), 10);
        writeln!(to, "  {counts}{documents}{} {}", rule.code, rule.title)?;
    }
    writeln!(to, "\n{}", lang.pick("按文档：", "By document:"))?;
    writeln!(to, "  {heads}{}", lang.pick("规则集", "profile"))?;
    let documents = statistics.by_document.iter();
    let (clean, found): (Vec<_>, Vec<_>) = documents.partition(|d| d.counts.total() == 0);
    for document in found {
        let counts = cells(document.counts);
        let profile = padded(document.profile, 14);
        let name = fitted(&one_line(document.name), NAME_COLUMNS);
        let source = fitted(&one_line(document.source), SOURCE_COLUMNS);
        let number = document.document + 1;
        writeln!(to, "  {counts}{profile}{source} {number}. {name}")?;
    }
    let clean = clean.len();
    let clean = lang.say(
        format_args!("没有发现问题的文档：{clean} 份"),
        format_args!("documents in which nothing was found: {clean}"),
    );
    writeln!(to, "  {clean}")?;
    writeln!(to)
}

fn cells(counts: Counts) -> String {
    let cell = |severity| padded(&counts.get(severity).to_string(), 8);
    SeverityJson::DOWNWARDS.map(cell).join("")
}
