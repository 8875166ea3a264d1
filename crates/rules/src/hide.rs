//! No finding shows private data, whichever rule it is of.

use aho_corasick::{AhoCorasick, MatchKind};
use plumbline_model::Finding;

use crate::case::Case;
use crate::facts::{persons, private};
use crate::mask;
use crate::words::{Sign, Word};

/// Masks the private data of the documents in all findings on them. A change that would show it, or
/// write a mask into a document, is not offered.
pub(crate) fn hide(found: &mut [Finding], cases: &[Case<'_>]) {
    let (secrets, masks): (Vec<&str>, Vec<String>) = cases.iter().flat_map(secrets).unzip();
    if secrets.is_empty() {
        return;
    }
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&secrets);
    // Building fails only beyond any number of names a source can hold.
    if let Ok(automaton) = automaton {
        for finding in found {
            hide_in(finding, &automaton, &masks);
        }
    }
}

fn hide_in(finding: &mut Finding, secrets: &AhoCorasick, masks: &[String]) {
    let related = finding.related.iter_mut().flat_map(|related| {
        let note = &mut related.note;
        [&mut related.spot.quote, &mut note.zh, &mut note.en]
    });
    let message = &mut finding.message;
    let own = [&mut finding.spot.quote, &mut message.zh, &mut message.en];
    for text in own.into_iter().chain(related) {
        if secrets.is_match(text.as_str()) {
            *text = secrets.replace_all(text, masks);
        }
    }
    let shows = |before: &String| secrets.is_match(before.as_str());
    if finding.fix.as_ref().is_some_and(|fix| shows(&fix.before)) {
        finding.fix = None;
    }
}

/// The private data of a document, each with its mask.
fn secrets<'a>(case: &'a Case<'_>) -> Vec<(&'a str, String)> {
    let mut secrets = Vec::new();
    for passage in case.passages() {
        let text = passage.text;
        if passage.words.has(Word::Personal) {
            let names = persons::names(text).into_iter();
            secrets.extend(names.map(|at| (&text[at.clone()], mask::name(&text[at]))));
        }
        if passage.words.has_sign(Sign::LongNumber) {
            let numbers = private::numbers(text).into_iter();
            secrets.extend(numbers.map(|(at, _)| (&text[at.clone()], mask::number(&text[at]))));
        }
        if passage.words.has_sign(Sign::At) {
            let emails = private::emails(text).into_iter();
            secrets.extend(emails.map(|at| (&text[at.clone()], mask::email(&text[at]))));
        }
    }
    secrets
}

#[cfg(test)]
mod tests {
    use crate::example::documents;
    use crate::{Checker, ProfileChoice, Selection};

    #[test]
    fn no_rule_shows_a_person_or_a_number() {
        let example = "\
项目: 活动中心经费、（含张云溪工资
目标: 慰问困难职工张云溪，电话13900000000，
数量 | 慰问困难职工张云溪，13900000000 | 1人
";
        let (documents, _) = documents(example);
        let checked = Checker::new(&Selection::all(), ProfileChoice::Shown).check(&documents);
        assert!(!checked.findings.is_empty());
        let shown = format!("{:?}", checked.findings);
        assert!(
            !shown.contains("张云溪") && !shown.contains("13900000000"),
            "{shown}"
        );
    }
}
