//! Indicators as clauses of a sentence.

use plumbline_model::{Indicator, json};

use crate::form::{Clause, said};

/// The indicators one after the other, as the form parts them.
pub(super) fn clauses(indicators: &[Indicator], clause: &Clause) -> String {
    if !clause.prints_level2 {
        let clauses: Vec<String> = indicators.iter().map(|one| of(one, clause)).collect();
        return clauses.join(&clause.between);
    }
    let runs = indicators.chunk_by(|a, b| a.level2.text() == b.level2.text());
    let passages = runs.map(|run| {
        let clauses: Vec<String> = run.iter().map(|one| of(one, clause)).collect();
        let clauses = clauses.join(&clause.between);
        match run[0].level2.text() {
            "" => clauses,
            level2 => format!("{level2}：{clauses}"),
        }
    });
    passages.collect::<Vec<_>>().join("；")
}

/// One clause. As it was printed, where name and value do not give it.
fn of(indicator: &Indicator, clause: &Clause) -> String {
    let printed = indicator
        .details
        .iter()
        .find(|detail| detail.key == json::CLAUSE);
    let mut text = match printed {
        Some(printed) => printed.text.text().to_owned(),
        None => {
            let value = said(&indicator.value, |value| value.printed.clone());
            let link = match value.is_empty() || links_itself(&value) {
                true => "",
                false => clause.link.as_str(),
            };
            format!("{}{link}{value}", indicator.name.text())
        }
    };
    let basis = indicator.basis.text();
    if !basis.is_empty() && !clause.basis.is_empty() {
        text += &clause.basis;
        text += basis;
    }
    text
}

/// Whether a value begins with a comparison and so needs no link.
fn links_itself(value: &str) -> bool {
    const WORDS: [&str; 10] = [
        "达到",
        "达",
        "不低于",
        "不少于",
        "不超过",
        "不高于",
        "小于",
        "大于",
        "低于",
        "高于",
    ];
    value.starts_with(['≥', '≤', '≧', '≦', '>', '<', '=', '＞', '＜', '＝'])
        || WORDS.iter().any(|word| value.starts_with(word))
}
