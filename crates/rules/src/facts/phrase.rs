//! What qualitative values say, or fail to say.

use plumbline_model::{Direction, Grade, GradeAbout, Reason, TargetValue};

use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::words::{Word, Words};

/// Whether a phrase says that something gets better, or how much, and not what is reached.
pub fn is_vague(grade: &Grade) -> bool {
    match grade.sense.about {
        Some(GradeAbout::Change) => true,
        None => grade.sense.degree.is_some() || grade.sense.direction.is_some(),
        Some(_) => false,
    }
}

/// Reports a value that is not understood for this reason. `zh` and `en` say what is wrong with it.
pub fn report_unclear(
    row: &Row<'_>,
    findings: &mut Findings<'_>,
    reason: Reason,
    zh: &str,
    en: &str,
) {
    let is_it = matches!(row.value(), TargetValue::Unclear(unclear) if unclear.reason == reason);
    if is_it {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”：{zh}", row.name, row.printed),
            format!("the value “{}” of “{}”: {en}", row.printed, row.name),
        );
    }
}

/// Whether the value of a row is a phrase that repeats its name. 及时性 and the like are answered by
/// their adjective.
pub fn repeats_name(row: &Row<'_>) -> bool {
    *row.repeats_name.get_or_init(|| does_repeat_name(row))
}

fn does_repeat_name(row: &Row<'_>) -> bool {
    if row.level2 == Some(Level2::Timeliness) || row.name.ends_with('性') {
        return false;
    }
    row.grade().is_some_and(|grade| {
        let sense = grade.sense;
        sense.about != Some(GradeAbout::Absence)
            && repeats(row.name, &grade.phrase, sense.direction)
    })
}

/// Shortest phrase whose characters may all occur in the name by repeating it, in characters.
const PHRASE_CHARS: usize = 4;

fn repeats(name: &str, phrase: &str, direction: Option<Direction>) -> bool {
    let name_chars = name.chars().count();
    let phrase_chars = phrase.chars().count();
    if phrase_chars < 2 || name_chars < PHRASE_CHARS {
        return false;
    }
    // Most phrases have a character that the name lacks, which is told faster.
    let has_all = phrase.chars().all(|c| name.contains(c));
    let contains = (has_all && name.contains(phrase)) || phrase.contains(name);
    let in_other_order = phrase_chars >= PHRASE_CHARS && has_all;
    // 运行正常情况 is answered by 正常.
    let asks_degree = measure::ends_with_any(name, &["情况", "状况", "程度", "等级", "结果"]);
    (!asks_degree && (contains || in_other_order)) || claims_the_same(name, phrase, direction)
}

/// Whether name and phrase are the same claim of getting better or going on, in the same word or in
/// another.
fn claims_the_same(name: &str, phrase: &str, direction: Option<Direction>) -> bool {
    let claims = [Word::Improve, Word::Keep];
    let first = name
        .char_indices()
        .nth(2)
        .map_or(name, |(at, _)| &name[..at]);
    let last = phrase
        .char_indices()
        .rev()
        .nth(1)
        .map_or(phrase, |(at, _)| &phrase[at..]);
    (phrase.contains(first) && Words::of(first).has_any(&claims))
        || (name.contains(last) && Words::of(last).has_any(&claims))
        || (direction == Some(Direction::Up)
            && Words::of(first).has(Word::Improve)
            && Words::of(last).has(Word::Improve))
}
