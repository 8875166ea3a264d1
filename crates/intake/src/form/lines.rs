//! Whole lines: titles, page furniture, years, sections, and the runs of text between them.

use plumbline_model::{DocumentKind, Field, MoneyUnit};

use super::draft::{split_party, year_of};
use super::filler::{Filler, Slot};
use super::label::label_at;
use crate::fold::{fold_char, folded, is_blank, plain};
use crate::ledger::{Furniture, Taken};
use crate::numbering::item_number;
use crate::paper::{Gap, Line, Span};
use crate::vocabulary::{GoalId, PartyId, Section, Sense, VOCABULARY};

/// Longest line that is looked at as a title or heading, in characters.
const HEADING_CHARS_MAX: usize = 80;

/// What a whole line is.
enum LineKind {
    PageNumber,
    /// A title of a form, or the cover of a volume.
    Title {
        volume: bool,
    },
    Year,
    DraftMark,
    Section(Section),
    /// `附件3`, `第一部分`
    Divider,
    /// `203001 某局`
    Body,
    /// `某局编制`, `某局审核`
    Imprint {
        compiles: bool,
    },
    /// A body on a cover.
    Cover,
    /// `（单位：万元）`
    MoneyUnit,
    Text,
}

/// Reads a run of lines between tables.
pub(crate) struct LineReader<'r> {
    lines: &'r [Line],
    /// Every line is followed by a blank one: a blank line parts nothing.
    double_spaced: bool,
}

impl<'r> LineReader<'r> {
    pub fn new(lines: &'r [Line], double_spaced: bool) -> Self {
        LineReader {
            lines,
            double_spaced,
        }
    }

    /// Reads all lines. `contents` tells whether a table of contents is being read.
    pub fn read(&self, filler: &mut Filler<'_>, contents: &mut bool) {
        let mut i = 0;
        while i < self.lines.len() {
            if *contents {
                *contents = self.is_contents(filler, i);
                if *contents {
                    filler
                        .desk
                        .furniture(self.lines[i].span, Furniture::Contents);
                    i += 1;
                    continue;
                }
            }
            i += self.read_at(filler, i, contents);
        }
        filler.end_paragraph();
    }

    /// Reads the line at `i`, or the run of text that begins there. Returns how many lines.
    fn read_at(&self, filler: &mut Filler<'_>, i: usize, contents: &mut bool) -> usize {
        let (kind, count) = self.kind_at(filler, i);
        let span = Span {
            start: self.lines[i].span.start,
            end: self.lines[i + count - 1].span.end,
        };
        match kind {
            LineKind::Text => return self.read_text(filler, i),
            LineKind::PageNumber => filler.desk.furniture(span, Furniture::PageNumber),
            LineKind::Divider => {
                filler.settle();
                filler.desk.furniture(span, Furniture::Heading);
            }
            LineKind::Title { volume } => title(filler, span, volume),
            LineKind::Year => {
                filler.settle();
                filler
                    .desk
                    .fill(crate::vocabulary::FieldId::FiscalYear, &[span]);
            }
            LineKind::DraftMark => {
                filler.desk.volume.draft_mark = filler.desk.take_for_volume(span, "draft_mark");
            }
            LineKind::Section(Section::Contents) => {
                filler.desk.furniture(span, Furniture::Contents);
                *contents = true;
            }
            LineKind::Section(section) => enter_section(filler, section, span),
            LineKind::Body => {
                filler.settle();
                filler.desk.fill_party(PartyId::BudgetUnit, &[span]);
            }
            LineKind::Imprint { compiles } => imprint(filler, span, compiles),
            LineKind::MoneyUnit => {
                filler.settle();
                let at = filler
                    .desk
                    .text(span)
                    .rfind([':', '：'])
                    .unwrap_or_default();
                let unit = filler.desk.within(span, at..span.range().len());
                filler.desk.fill_bracketed_unit(unit);
                filler.desk.label(span);
            }
            LineKind::Cover => {
                filler.desk.volume.compiled_by = filler.desk.take_for_volume(span, "budget_unit");
            }
        }
        count
    }

    fn kind_at(&self, filler: &Filler<'_>, i: usize) -> (LineKind, usize) {
        let line = self.lines[i];
        let text = filler.desk.text(line.span);
        if text.len() > HEADING_CHARS_MAX * 4 {
            return (LineKind::Text, 1);
        }
        if is_page_number(text) && self.stands_apart(filler, i) {
            return (LineKind::PageNumber, 1);
        }
        let kind = kind_of(text, filler);
        if !matches!(kind, LineKind::Text) {
            return (kind, 1);
        }
        match self.broken_title(filler, i) {
            Some((kind, count)) => (kind, count),
            None => (LineKind::Text, 1),
        }
    }

    /// A title that is broken over two or three lines.
    fn broken_title(&self, filler: &Filler<'_>, i: usize) -> Option<(LineKind, usize)> {
        let first = self.lines[i].span;
        for count in 2..=3 {
            let last = self.lines.get(i + count - 1)?;
            if last.gap != Gap::None && !self.double_spaced {
                return None;
            }
            let text = filler.desk.text(last.span);
            if !ends_like_title(text) {
                continue;
            }
            let is_label = label_at(filler.desk.text(first)).is_some()
                || label_at(text).is_some_and(|label| label.end == text.len());
            if is_label || year_of(text).is_some() || !kind_of(text, filler).is_text() {
                return None;
            }
            let joined = Span {
                start: first.start,
                end: last.span.end,
            };
            let words = plain(filler.desk.text(joined));
            if let Some(kind) = title_kind(&words) {
                return Some((kind, count));
            }
        }
        None
    }

    /// A page number stands by itself: at a page end, or between blank lines.
    fn stands_apart(&self, filler: &Filler<'_>, i: usize) -> bool {
        let wide = if self.double_spaced { 2 } else { 1 };
        let parted = |gap: Gap| match gap {
            Gap::None => false,
            Gap::Blank(lines) => lines >= wide,
            Gap::Page => true,
        };
        let before = i == 0 || parted(self.lines[i].gap);
        let after = self.lines.get(i + 1).is_none_or(|next| parted(next.gap));
        let page = self.lines[i].gap == Gap::Page
            || self.lines.get(i + 1).is_some_and(|n| n.gap == Gap::Page);
        let signs = !filler
            .desk
            .text(self.lines[i].span)
            .chars()
            .all(|c| fold_char(c).is_ascii_digit());
        signs || page || (before && after) || (self.double_spaced && (before || after))
    }

    /// Whether a line belongs to the table of contents: it ends in a page number after leaders,
    /// or a line that does follows before any other text.
    fn is_contents(&self, filler: &Filler<'_>, i: usize) -> bool {
        let mut looked_at = 0;
        for line in &self.lines[i..] {
            let text = filler.desk.text(line.span);
            if has_leaders(text) || ends_at_tab(text) {
                return true;
            }
            let heading =
                folded(text).count() <= HEADING_CHARS_MAX && !text.ends_with(['。', '；']);
            looked_at += 1;
            if !heading || looked_at > 6 {
                return false;
            }
        }
        false
    }

    /// Reads the text from line `i` to the next line that is something of its own.
    fn read_text(&self, filler: &mut Filler<'_>, i: usize) -> usize {
        let mut count = 1;
        while i + count < self.lines.len() && self.kind_at(filler, i + count).0.is_text() {
            count += 1;
        }
        let span = Span {
            start: self.lines[i].span.start,
            end: self.lines[i + count - 1].span.end,
        };
        let apart = matches!(self.lines[i].gap, Gap::Blank(n) if n >= if self.double_spaced { 2 } else { 1 });
        if apart {
            filler.end_paragraph();
        }
        filler.read_run(span, if self.double_spaced { 3 } else { 2 });
        count
    }
}

impl LineKind {
    fn is_text(&self) -> bool {
        matches!(self, LineKind::Text)
    }
}

fn kind_of(text: &str, filler: &Filler<'_>) -> LineKind {
    let on_cover = !filler.desk.draft.has_substance() && filler.desk.done.is_empty();
    if !on_cover && !may_stand_alone(text) {
        return LineKind::Text;
    }
    let words = plain(text);
    if words.chars().count() > HEADING_CHARS_MAX {
        return LineKind::Text;
    }
    if year_of(&words).is_some() && !filler.in_long_text() && !filler.has_year() {
        return LineKind::Year;
    }
    if is_divider(&words) {
        return LineKind::Divider;
    }
    if let Some(section) = section_of(text, filler) {
        return LineKind::Section(section);
    }
    if let Some(title) = title_kind(&words) {
        return title;
    }
    let inner = words.trim_matches(['(', ')', '[', ']']);
    if VOCABULARY.titles.drafts.has(inner) {
        return LineKind::DraftMark;
    }
    if is_body(&words) && !filler.is_waiting() {
        return LineKind::Body;
    }
    if words.starts_with('(')
        && inner.split_once(':').is_some_and(|(label, unit)| {
            label.ends_with("单位") && MoneyUnit::from_printed(unit).is_some()
        })
    {
        return LineKind::MoneyUnit;
    }
    let titles = &VOCABULARY.titles;
    let on_cover = on_cover && !words.contains([':', ',']);
    match words.chars().count() {
        6..=40 if on_cover && words.ends_with(&titles.compiled_by) => {
            LineKind::Imprint { compiles: true }
        }
        6..=40 if on_cover && words.ends_with(&titles.reviewed_by) => {
            LineKind::Imprint { compiles: false }
        }
        3..=30 if on_cover && filler.is_idle() && is_name_of_body(text, &words) => LineKind::Cover,
        _ => LineKind::Text,
    }
}

/// A first look at a line, which tells most lines of a form to be nothing of their own: those
/// that are, end with certain characters or begin with a number.
fn may_stand_alone(text: &str) -> bool {
    let starts =
        |c: char| c.is_ascii_digit() || matches!(fold_char(c), '(' | '[' | '0'..='9' | '第' | '附');
    ends_like_title(text)
        || text.starts_with(starts)
        || label_at(text).is_some_and(|l| l.end == text.len())
}

/// Whether a text ends with the last character of a title of a form or volume.
fn ends_like_title(text: &str) -> bool {
    let titles = &VOCABULARY.titles;
    text.chars().next_back().is_some_and(|last| {
        matches!(last, ')' | '）' | ']' | '】')
            || titles.endings.end_with(last)
            || titles.volumes.end_with(last)
    })
}

/// A title holds a subject of the field and ends as titles of forms do.
fn title_kind(words: &str) -> Option<LineKind> {
    let titles = &VOCABULARY.titles;
    let bare = strip_year(words);
    let bare = &bare[item_number(bare).map_or(0, |n| n.end)..];
    let volume = titles.volumes.at_end(bare).is_some();
    let is_title = (volume || titles.endings.at_end(bare).is_some())
        && titles.subjects.find(bare).is_some()
        && titles.not_titles.find(bare).is_none()
        && !bare.contains(['。', ';', ',', ':', '!'])
        && bare.chars().count() >= 5;
    // `绩效目标` alone is a label, not a title.
    let is_label = || label_at(bare).is_some_and(|label| label.end == bare.len());
    (is_title && !is_label()).then_some(LineKind::Title { volume })
}

/// A title without the year in brackets at its end.
fn strip_year(words: &str) -> &str {
    match words.rfind('(') {
        Some(at) if year_of(&words[at..]).is_some() => &words[..at],
        _ => words,
    }
}

fn section_of(text: &str, filler: &Filler<'_>) -> Option<Section> {
    let label = label_at(text).filter(|label| label.end == text.len())?;
    let section = label.sense(|s| match s {
        Sense::Section(section) => Some(section),
        _ => None,
    })?;
    let numbered = item_number(text).is_some();
    let narrative = filler.desk.draft.document.kind == DocumentKind::DepartmentTarget;
    match section {
        Section::Contents | Section::SubGoals | Section::Department => Some(section),
        Section::Projects => {
            (numbered || !label.is(|s| matches!(s, Sense::Goal(_)))).then_some(section)
        }
        Section::OverallGoals | Section::Safeguards => {
            (numbered && narrative || filler.section.is_some()).then_some(section)
        }
    }
}

pub(crate) fn is_page_number(text: &str) -> bool {
    let starts = |c: char| matches!(fold_char(c), '0'..='9' | '-' | '第' | '·' | '~');
    if text.len() > 40 || !text.starts_with(starts) {
        return false;
    }
    let words = plain(text);
    let bare = words.trim_matches(['-', '第', '页', '/', '·', '~']);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit())
    };
    if digits(bare) {
        return true;
    }
    // 第3页共8页
    bare.split_once(['页', '/', '共'])
        .is_some_and(|(page, of)| {
            digits(page) && digits(of.trim_matches(['共', '页', ',', '/', '第']))
        })
}

/// `附件3`, `附表11-3`, `第一部分`: headings that part a volume.
fn is_divider(words: &str) -> bool {
    let words = words.trim_end_matches(':');
    if let Some(rest) = words
        .strip_prefix("附件")
        .or_else(|| words.strip_prefix("附表"))
    {
        return rest.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '-' | '.' | '(' | ')')
                || "一二三四五六七八九十".contains(c)
        });
    }
    words
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix("部分"))
        .is_some_and(|number| (1..=3).contains(&number.chars().count()))
}

/// Letters only, and an ending that bodies have.
fn is_name_of_body(text: &str, words: &str) -> bool {
    words.chars().all(char::is_alphabetic)
        && label_at(text).is_none()
        && VOCABULARY.titles.bodies.at_end(words).is_some()
}

fn has_leaders(text: &str) -> bool {
    let mut dots = 0;
    let mut longest = 0;
    for c in text.chars() {
        dots = match c {
            '.' | '…' | '·' | '．' | '⋯' => {
                dots + if c == '…' || c == '⋯' { 3 } else { 1 }
            }
            c if is_blank(c) => dots,
            _ => 0,
        };
        longest = longest.max(dots);
    }
    longest >= 4
}

/// Whether a tab stands before a page number at the end, as in the contents of a word processor, whose
/// leaders are drawn and not written.
fn ends_at_tab(text: &str) -> bool {
    let number = text.trim_end_matches(|c: char| c.is_ascii_digit());
    number.len() < text.len() && number.ends_with('\t')
}

/// `203001 某局`: a code and the name of a body, and nothing else.
fn is_body(words: &str) -> bool {
    let (code, name) = split_party(words);
    let only_letters = |c: char| c.is_alphabetic() || matches!(c, '(' | ')' | '·');
    (3..=12).contains(&code.len())
        && words.starts_with(code)
        && (3..=30).contains(&name.chars().count())
        && name.chars().all(only_letters)
}

/// The title that is the word at the start of a text, where lines are gone: its length in bytes.
pub(crate) fn title_word(text: &str) -> Option<usize> {
    let end = text.find(is_blank).unwrap_or(text.len());
    let word = &text[..end];
    if !(15..=HEADING_CHARS_MAX * 3).contains(&word.len())
        || !word.ends_with(['表', '书', '本', '）', ')'])
    {
        return None;
    }
    let words = plain(word);
    matches!(title_kind(&words), Some(LineKind::Title { volume: false })).then_some(end)
}

pub(crate) fn title(filler: &mut Filler<'_>, span: Span, volume: bool) {
    filler.finish();
    let words = plain(filler.desk.text(span));
    if volume {
        filler.desk.volume.year = year_in_title(&words).or(filler.desk.volume.year);
        filler.desk.furniture(span, Furniture::Heading);
        return;
    }
    filler.desk.fill(crate::vocabulary::FieldId::Title, &[span]);
    if let Some(kind) = VOCABULARY.kind_of_title(&words) {
        filler.set_kind(kind);
    }
    if let Some(year) = year_in_title(&words)
        && filler.desk.volume.year.is_none()
    {
        let place = filler.desk.place(span);
        filler.desk.draft.document.fiscal_year = Field::Stated(year, place);
        filler.desk.draft.year_of_title = true;
    }
}

/// The year a title speaks of: the one it begins with or has in brackets at its end.
fn year_in_title(words: &str) -> Option<u16> {
    if let Some(at) = words.rfind('(')
        && let Some(year) = year_of(&words[at..])
    {
        return Some(year);
    }
    let years: Vec<u16> = words
        .match_indices('年')
        .filter(|(at, _)| words[..*at].matches('(').count() == words[..*at].matches(')').count())
        .filter_map(|(at, _)| words.get(at.checked_sub(4)?..at)?.parse().ok())
        .filter(|year| (1990..=2099).contains(year))
        .collect();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

fn enter_section(filler: &mut Filler<'_>, section: Section, span: Span) {
    match section {
        Section::Department => {
            filler.finish();
            filler.desk.fill(crate::vocabulary::FieldId::Title, &[span]);
            filler.set_kind(DocumentKind::DepartmentTarget);
            return;
        }
        Section::Projects => filler.finish(),
        _ => filler.settle(),
    }
    filler.desk.label(span);
    filler.heading = None;
    filler.section = Some(section);
    if section == Section::OverallGoals {
        filler.wait_for(Slot::Goal(GoalId::Annual, None), span);
    }
}

/// The body that compiled or reviewed a volume, on its cover.
fn imprint(filler: &mut Filler<'_>, span: Span, compiles: bool) {
    let text = filler.desk.text(span);
    let titles = &VOCABULARY.titles;
    let (word, path) = if compiles {
        (&titles.compiled_by, "budget_unit")
    } else {
        (&titles.reviewed_by, "details")
    };
    let first = word.chars().next().unwrap_or_default();
    let at = text.rfind(first).unwrap_or(text.len());
    filler
        .desk
        .ledger
        .enter(filler.desk.within(span, at..text.len()), Taken::Label);
    let body = filler.desk.within(span, 0..at);
    let body = filler.desk.take_for_volume(body, path);
    let volume = &mut filler.desk.volume;
    *(if compiles {
        &mut volume.compiled_by
    } else {
        &mut volume.reviewed_by
    }) = body;
}

/// Whether a text is a line of its own kind (a title, a year, furniture), wherever it stands.
pub(crate) fn is_whole_line(text: &str, filler: &Filler<'_>) -> bool {
    !kind_of(text, filler).is_text()
}

/// Reads a text that is a whole line of its own kind, such as a title in a cell across a table.
pub(crate) fn read_whole_line(filler: &mut Filler<'_>, span: Span) -> bool {
    if !is_whole_line(filler.desk.text(span), filler) {
        return false;
    }
    let line = Line {
        span,
        heading: 0,
        gap: Gap::None,
    };
    LineReader::new(&[line], false).read(filler, &mut false);
    true
}
