//! The years that running text names, and what each is the year of.

/// A year named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearMention {
    /// The year, or the first of a span.
    pub year: u16,
    /// The last year of a span (2023-2025年); otherwise the same year.
    pub until: u16,
    /// What it is the year of.
    pub of: YearOf,
}

/// What a year is the year of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf {
    /// What the text speaks of: work, money.
    Matter,
    /// An official document (〔2018〕14号, 2018年14号).
    Document,
    /// People or a school year (2023级, 2023-2024学年).
    Cohort,
    /// What something is compared with or counted from (较2023年, 2023年以来).
    Baseline,
}

impl YearMention {
    /// Whether the year is the one named or lies in the span named.
    pub fn covers(&self, year: u16) -> bool {
        (self.year..=self.until).contains(&year)
    }

    /// As people print it: `2023年`, `2023-2025年`.
    pub fn shown(&self) -> String {
        match self.year == self.until {
            true => format!("{}年", self.year),
            false => format!("{}-{}年", self.year, self.until),
        }
    }
}

/// The years a text names, in its order.
pub fn in_text(text: &str) -> Vec<YearMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let digits = digits_at(&text[start..]);
        at = start + digits.len();
        let Some(year) = year(digits) else { continue };
        let before = text[..start].trim_end();
        let (until, end) = span_end(text, at).unwrap_or((year, at));
        at = end;
        if let Some(of) = year_of(before, text[end..].trim_start(), until != year) {
            found.push(YearMention { year, until, of });
        }
    }
    found
}

/// The years of the matter itself that a text names, as far as they are near the budget year: those
/// long gone are history (1992年离休).
pub fn of_matter(text: &str, budget_year: u16) -> Vec<YearMention> {
    let mut all = in_text(text);
    all.retain(|mention| {
        mention.of == YearOf::Matter && mention.until.abs_diff(budget_year) <= NEAR
    });
    all
}

/// Years from the budget year within which a year may be one of work or money.
const NEAR: u16 = 6;

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    bytes
        .iter()
        .position(u8::is_ascii_digit)
        .map(|at| from + at)
}

fn digits_at(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// Four digits that are a year of our time.
pub fn year(digits: &str) -> Option<u16> {
    let year: u16 = digits.parse().ok()?;
    (digits.len() == 4 && (1980..=2099).contains(&year)).then_some(year)
}

/// Last year and end of a span, if one goes on here (`-2025` after `2023`).
fn span_end(text: &str, at: usize) -> Option<(u16, usize)> {
    let rest = text[at..].trim_start();
    let rest = rest.strip_prefix('年').unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix(['-', '—', '~', '～', '－', '–', '至', '到'])?;
    let rest = rest.trim_start_matches(['-', '—', ' ']);
    let digits = digits_at(rest);
    let end = text.len() - rest.len() + digits.len();
    Some((year(digits)?, end))
}

/// What the year between two texts is the year of; `None` where the digits are no year.
fn year_of(before: &str, after: &str, is_span: bool) -> Option<YearOf> {
    if before.ends_with(['〔', '[', '【', '〈', '（', '(']) {
        let closed = after.strip_prefix(['〕', ']', '】', '〉', '）', ')']);
        return closed.map(|_| YearOf::Document);
    }
    if after.starts_with(['级', '届']) || after.starts_with("学年") {
        return Some(YearOf::Cohort);
    }
    let after = after.strip_prefix('年')?.trim_start();
    let after = after.strip_prefix('度').unwrap_or(after);
    if is_document_number(after) {
        return Some(YearOf::Document);
    }
    if after.starts_with(['级', '届']) {
        return Some(YearOf::Cohort);
    }
    const COMPARED: &[&str] = &[
        "较", "比", "以", "自", "从", "对比", "相较", "截至", "截止", "根据", "依据", "据", "按",
        "按照", "参照", "执行", "经",
    ];
    const SINCE: &[&str] = &[
        "以来", "以后", "起", "为基", "基础", "相比", "同期", "水平", "末", "底", "前", "以前",
        "之前",
    ];
    let compares = COMPARED.iter().any(|word| before.ends_with(word));
    let since = !is_span && SINCE.iter().any(|word| after.starts_with(word));
    Some(match compares || since {
        true => YearOf::Baseline,
        false => YearOf::Matter,
    })
}

/// Whether a text goes on as a document's number does after its year: `14号`, `第14号`.
fn is_document_number(after: &str) -> bool {
    let after = after.strip_prefix('第').unwrap_or(after).trim_start();
    let digits = digits_at(after);
    !digits.is_empty() && after[digits.len()..].trim_start().starts_with('号')
}

/// Numbers of official documents named in a text: who issued them, and the year.
pub fn documents(text: &str) -> Vec<(&str, u16)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let digits = digits_at(&text[start..]);
        at = start + digits.len();
        let Some(year) = year(digits) else { continue };
        let before = text[..start].trim_end();
        let issuer = before.trim_end_matches(['〔', '[', '【', '〈', '（', '(', ' ']);
        let is_bracketed = issuer.len() < before.len();
        let rest = text[at..].trim_start();
        let rest = rest.trim_start_matches(['〕', ']', '】', '〉', '）', ')', '年', ' ']);
        if is_document_number(rest) && (is_bracketed || text[at..].trim_start().starts_with('年'))
        {
            let is_part = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
            let from = issuer.rfind(|c| !is_part(c));
            let from = from.map_or(0, |at| {
                at + issuer[at..].chars().next().map_or(0, char::len_utf8)
            });
            found.push((&issuer[from..], year));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, YearOf)> {
        let all = in_text(text).into_iter();
        all.map(|mention| (mention.shown(), mention.of)).collect()
    }

    #[test]
    fn years_are_told_apart_by_what_they_belong_to() {
        let cases = [
            ("2024 年培训", "2024年", YearOf::Matter),
            ("云财行2023年36号", "2023年", YearOf::Document),
            ("云政发〔2018〕14号", "2018年", YearOf::Document),
            ("2023级学员", "2023年", YearOf::Cohort),
            ("2023-2024学年资助", "2023-2024年", YearOf::Cohort),
            ("较2023年提高", "2023年", YearOf::Baseline),
            ("2021年以来", "2021年", YearOf::Baseline),
            ("2023-2025年实施", "2023-2025年", YearOf::Matter),
            ("2023年至2025年实施", "2023-2025年", YearOf::Matter),
        ];
        for (text, shown, of) in cases {
            assert_eq!(found(text), [(shown.to_owned(), of)], "{text}");
        }
        for none in ["2000人", "编码99010124T000", "12345热线", ""] {
            assert_eq!(found(none), [], "{none}");
        }
    }

    #[test]
    fn documents_are_named_with_their_issuers() {
        assert_eq!(
            documents("云财社2023年21号提前下达2024年补助"),
            [("云财社", 2023)]
        );
        assert_eq!(documents("依据云财社【2022】15号"), [("依据云财社", 2022)]);
        assert_eq!(documents("2024年12月底"), []);
    }
}
