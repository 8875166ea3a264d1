//! Running text: linearised forms (label and value in sequence) and prose, by the same words.
//!
//! The text is walked once. Wherever a label may begin (after a blank or a stop) it is looked for;
//! what stands between two labels is what the first of them labels.

use super::budget;
use super::clause::{self, Parting};
use super::draft::year_of;
use super::filler::{Filler, Slot, names_item};
use super::indicators::{Record, Role, Term, may_stand_under, normal_level};
use super::label::{Label, Link, cut_label_at, label_at, label_within_at, names_field};
use super::lines::{title, title_word};
use super::records::{Atom, Joint, Part, segment};
use plumbline_model::TargetValue;

use crate::fold::{fold_char, folded, is_blank};
use crate::ledger::Taken;
use crate::numbering::{Style, item_number, slot_marker};
use crate::paper::Span;
use crate::vocabulary::{Column, FieldId, Group, MoneyColumn, Section, Sense, VOCABULARY};

/// Words of the indicators under one level, until it is clear how they come apart.
#[derive(Debug, Default)]
pub(crate) struct Atoms {
    atoms: Vec<Atom>,
    /// The level above them was followed by a colon: prose.
    prose: bool,
}

/// Longest name of a project that is looked for ahead of a label within a sentence.
const SUBJECT_BYTES_MAX: usize = 300;

/// What precedes the point where a label may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    LineStart,
    Blank,
    Stop,
    Word,
}

impl Filler<'_> {
    /// Reads a run of text in which lines follow each other without anything between.
    /// `paragraph` is how many line ends in a row end a paragraph.
    pub fn read_run(&mut self, span: Span, paragraph: usize) {
        let text = self.desk.text(span);
        let single_line = !text.contains('\n');
        let mut at = 0;
        let mut text_start = 0;
        let mut before = Before::LineStart;
        let mut line_ends = 0;
        while let Some(c) = text[at..].chars().next() {
            if c == '\n' {
                line_ends += 1;
                before = Before::LineStart;
                if line_ends == paragraph {
                    self.words(span, text_start..at);
                    text_start = at;
                    self.end_paragraph();
                }
            } else if is_blank(c) {
                before = if before == Before::LineStart {
                    before
                } else {
                    Before::Blank
                };
            } else {
                line_ends = 0;
                if before == Before::LineStart
                    && self.heading.is_some()
                    && item_number(&text[at..]).is_some()
                {
                    self.words(span, text_start..at);
                    text_start = at;
                }
                if let Some(end) = self.take_here(span, text_start, at, before, single_line) {
                    at = end;
                    text_start = end;
                    before = Before::Blank;
                    continue;
                }
                before = if is_stop(c) {
                    Before::Stop
                } else {
                    Before::Word
                };
            }
            at += c.len_utf8();
        }
        self.words(span, text_start..text.len());
    }

    /// Tries what may begin here: a numbered heading, a label. Returns where it ends.
    fn take_here(
        &mut self,
        span: Span,
        text_start: usize,
        at: usize,
        before: Before,
        single_line: bool,
    ) -> Option<usize> {
        let text = self.desk.text(span);
        let rest = &text[at..];
        if before == Before::Word {
            let label = label_within_at(rest)?;
            return self.take_infix(span, text_start, at, label);
        }
        let label = if self.in_indicators {
            cut_label_at(rest)
        } else {
            None
        };
        if let Some(label) = label.or_else(|| label_at(rest))
            && self.accepts(
                &label,
                rest,
                text[text_start..at].trim_matches(is_blank),
                before,
                single_line,
            )
        {
            self.words(span, text_start..at);
            let own = self.desk.within(span, at..text.len());
            let end = at + label.end;
            self.take_label(label, own);
            return Some(end);
        }
        if before != Before::Stop
            && let Some(end) = self.take_title(span, text_start, at)
        {
            return Some(end);
        }
        if self.heading.is_some() && before != Before::Blank {
            let number = item_number(rest).map_or(0, |number| number.end);
            if budget::begins(rest[number..].trim_start_matches(is_blank)) {
                self.words(span, text_start..at);
                self.start_item(None);
                self.desk.label(self.desk.within(span, at..at + number));
                self.wait_for(Slot::Budget, self.desk.within(span, at..at));
                return Some(at + number);
            }
        }
        if before == Before::LineStart {
            return self.take_heading(span, text_start, at);
        }
        None
    }

    /// A title with the year after it, in text whose lines are gone.
    fn take_title(&mut self, span: Span, text_start: usize, at: usize) -> Option<usize> {
        let text = self.desk.text(span);
        let end = at + title_word(&text[at..])?;
        self.words(span, text_start..at);
        title(self, self.desk.within(span, at..end), false);
        let rest = text[end..].trim_start_matches(is_blank);
        let year_at = text.len() - rest.len();
        let year_end = year_at + rest.find(is_blank).unwrap_or(rest.len());
        if year_of(&text[year_at..year_end]).is_some() {
            self.desk.fill(
                FieldId::FiscalYear,
                &[self.desk.within(span, year_at..year_end)],
            );
            return Some(year_end);
        }
        Some(end)
    }

    /// A label within a clause, with the name of the project before it (`某项目主要内容是：`).
    fn take_infix(
        &mut self,
        span: Span,
        text_start: usize,
        at: usize,
        label: Label,
    ) -> Option<usize> {
        let text = self.desk.text(span);
        // The name in `某项目主要内容是` ends with 项目, though 项目主要内容 is a label too.
        let shorter = text[at..].strip_prefix("项目").and_then(label_at);
        if shorter.is_some_and(|shorter| shorter.is(names_item)) {
            return None;
        }
        if at - text_start > SUBJECT_BYTES_MAX {
            return None;
        }
        let subject = self.desk.trim(self.desk.within(span, text_start..at));
        let printed = self.desk.text(subject);
        let number = item_number(printed).map_or(0, |n| n.end);
        let name = self
            .desk
            .trim(self.desk.within(subject, number..printed.len()));
        let words = self.desk.text(name);
        if words.contains(['。', '；', ';']) {
            return None;
        }
        let is_pronoun = VOCABULARY.prose.pronouns.has(words);
        if words.is_empty() || is_pronoun {
            self.desk.label(name);
        } else {
            self.settle();
            self.start_item(Some(name));
        }
        self.desk.label(self.desk.within(subject, 0..number));
        let end = at + label.end;
        self.take_label(label, self.desk.within(span, at..text.len()));
        Some(end)
    }

    /// A numbered heading at the start of a line.
    fn take_heading(&mut self, span: Span, text_start: usize, at: usize) -> Option<usize> {
        let text = self.desk.text(span);
        let number = item_number(&text[at..])?;
        let line = text[at + number.end..]
            .split('\n')
            .next()
            .unwrap_or_default()
            .trim();
        let heads = match number.style {
            Style::Chinese | Style::ChineseInBrackets => {
                !self.in_goal() || self.item_style == Some(number.style)
            }
            _ => {
                matches!(self.section, Some(Section::SubGoals | Section::Safeguards))
                    && !line.ends_with(['。', '；', ';', '，'])
            }
        };
        if !heads {
            return None;
        }
        self.words(span, text_start..at);
        let number_end = at + number.end;
        let number_span = self.desk.within(span, at..number_end);
        if self.in_parts() {
            let line_end = text[number_end..]
                .find('\n')
                .map_or(text.len(), |n| number_end + n);
            let name = self.desk.trim(self.desk.within(span, number_end..line_end));
            self.start_part(number_span, name);
            return Some(line_end);
        }
        self.item(number, number_span);
        Some(number_end)
    }

    /// Whether a label may stand where it does. `read` is the text since the label before it.
    fn accepts(
        &self,
        label: &Label,
        rest: &str,
        read: &str,
        before: Before,
        single_line: bool,
    ) -> bool {
        let words = &rest[label.words.clone()];
        let chars = folded(words).count();
        if label.link >= Link::Copula {
            return chars >= 2;
        }
        if before == Before::Stop || chars < 2 {
            return false;
        }
        let exact_line = label.link == Link::End || rest[label.end..].starts_with(['\n', '\r']);
        if label.is_level() && self.accepts_level(label, words, read, before, exact_line) {
            return true;
        }
        if self.accepts_heading(label, rest, read, chars) {
            return true;
        }
        let in_table = self.in_indicators && !self.atoms.prose && !read.is_empty();
        let sums_up = in_table && label.is(|s| s == Sense::Field(FieldId::Score));
        let hidden = in_table && !exact_line && before != Before::LineStart && !single_line;
        let short = chars < 3 && !sums_up && !self.follows_short_value(label, read);
        if label.is_level() || short || hidden {
            return false;
        }
        label.is(names_field)
            && (!self.in_long_text() || before == Before::LineStart || single_line)
    }

    /// Whether the one word that a field wants has been read: what follows may be another label,
    /// however short (`项目代码 9901 用途 …`).
    fn follows_short_value(&self, label: &Label, read: &str) -> bool {
        let wanted = self.awaits_short_value();
        let names = label.is(|s| matches!(s, Sense::Field(_) | Sense::Detail(_)));
        wanted && names && !self.in_indicators && !read.is_empty() && !read.contains(is_blank)
    }

    /// Headings of the indicator list, and of the columns of a funding block, stand in a row.
    fn accepts_heading(&self, label: &Label, rest: &str, read: &str, chars: usize) -> bool {
        if self.in_indicators && !(read.is_empty() && self.atoms.atoms.is_empty()) {
            return false;
        }
        if let Some(column) = self.money_heading(label) {
            return chars >= 3 || self.has_money_columns() || column == MoneyColumn::Budget;
        }
        let next = rest[label.end..].trim_start_matches(is_blank);
        let in_row =
            !self.header.is_empty() || label_at(next).is_some_and(|next| next.column().is_some());
        label.column().is_some() && (chars >= 3 || in_row)
    }

    /// A level says so in full (数量指标), or stands alone (数量): on its line, at the start of a
    /// row, or after a value.
    fn accepts_level(
        &self,
        label: &Label,
        words: &str,
        read: &str,
        before: Before,
        exact_line: bool,
    ) -> bool {
        let full = folded(words)
            .last()
            .is_some_and(|(_, c)| matches!(c, '标' | '指'));
        if full {
            return folded(words).count() >= 4;
        }
        // 经济效益 under 经济效益指标 is the name of an indicator.
        let current = self.desk.draft.levels.level2.text();
        let repeats =
            read.is_empty() && normal_level(label, false).is_some_and(|level| level == current);
        if !self.in_indicators || repeats {
            return false;
        }
        let last = read.rsplit(is_blank).next().unwrap_or_default();
        let value = TargetValue::compile(last);
        let after_value = last.is_empty()
            || slot_marker(last) == Some(last.len())
            || value.is_measured()
            || value.is_plain_grade()
            || value.is_not_applicable();
        exact_line || (!self.header.is_empty() && (after_value || before == Before::LineStart))
    }

    fn take_label(&mut self, label: Label, span: Span) {
        let own = self.desk.within(span, 0..label.end);
        if let Some(column) = self.money_heading(&label) {
            return self.money_column_in_order(column, own);
        }
        let is_header = self.atoms.atoms.is_empty()
            && label.column().is_some()
            && (!label.is_level() || self.header.is_empty());
        if is_header && label.link != Link::Colon && self.section.is_none() {
            return self.take_header(&label, own);
        }
        if label.is_level() && self.section != Some(Section::SubGoals) {
            return self.take_level(&label, span);
        }
        if label.is(|s| s == Sense::Group(Group::Indicators))
            && self.section != Some(Section::SubGoals)
        {
            self.flush_records();
            self.header.clear();
            self.desk.draft.levels = Default::default();
        }
        if !label.is(|s| {
            matches!(
                s,
                Sense::Group(Group::Indicators | Group::MediumTermIndicators)
            )
        }) {
            self.flush_records();
            self.in_indicators = false;
        }
        self.label(&label, span, None);
    }

    /// The column of a funding block that a label heads, ahead of the indicators.
    fn money_heading(&self, label: &Label) -> Option<MoneyColumn> {
        let ahead = self.header.is_empty() && !self.in_indicators && label.link < Link::Copula;
        label
            .sense(|s| match s {
                Sense::MoneyColumn(column) => Some(column),
                _ => None,
            })
            .filter(|_| ahead)
    }

    fn take_header(&mut self, label: &Label, own: Span) {
        self.flush_records();
        if !self.in_indicators || label.column() == Some(Column::Level1) {
            self.settle();
            self.header.clear();
            self.has_level1 = false;
        }
        self.in_indicators = true;
        self.desk.label(own);
        match label.column() {
            Some(Column::Level1) => self.has_level1 = true,
            Some(Column::Level2) | None => {}
            Some(column) if !self.header.contains(&column) => self.header.push(column),
            Some(_) => {}
        }
    }

    fn take_level(&mut self, label: &Label, span: Span) {
        self.flush_records();
        if !self.in_indicators {
            self.settle();
            self.in_indicators = true;
        }
        self.heading = None;
        let levels = match self.term {
            Term::Annual => &self.desk.draft.levels,
            Term::Medium => &self.desk.draft.medium_term_levels,
        };
        let level1 =
            normal_level(label, true).filter(|_| label.is(|s| matches!(s, Sense::Level1(_))));
        let level2 =
            normal_level(label, false).filter(|_| label.is(|s| matches!(s, Sense::Level2(_))));
        // A word that is both (成本指标, 满意度指标) is the level 2 of a level 1 already entered.
        let stays = match (&level1, &level2) {
            (Some(one), Some(_)) => {
                levels.level1.text() == one || may_stand_under(label, levels.level1.text())
            }
            _ => false,
        };
        let words = self.desk.within(span, label.words.clone());
        let own = self.desk.within(span, 0..label.end);
        let prefix = Span {
            start: span.start,
            end: words.start,
        };
        self.desk.label(prefix);
        // Without a column for level 1, what may be either is a level 2.
        let only_level2 = level2.is_some() && !self.has_level1 && !self.header.is_empty();
        if level1.is_some() && !stays && !only_level2 {
            self.desk.enter_levels(self.term, Some(own), None);
        } else {
            self.desk.enter_levels(self.term, None, Some(own));
        }
        // A level with a colon, where no headings said that there is a table, begins a sentence.
        self.atoms.prose = label.link == Link::Colon && self.header.is_empty();
    }

    /// Words between two labels.
    fn words(&mut self, span: Span, range: std::ops::Range<usize>) {
        let words = self.desk.trim(self.desk.within(span, range));
        if words.is_empty() {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.texts.push(words);
            return;
        }
        if self.in_indicators && self.pending.is_none() {
            self.push_atoms(words);
            return;
        }
        let short = self
            .pending
            .as_ref()
            .is_some_and(|pending| !pending.is_long_text());
        let end = unknown_label_line(self.desk.text(words)).filter(|_| short);
        let value = self
            .desk
            .within(words, 0..end.unwrap_or(words.range().len()));
        self.text(value, None);
    }

    /// Gathers words under a level.
    fn push_atoms(&mut self, span: Span) {
        let in_table = !self.header.is_empty() && !self.atoms.prose;
        let current = self.desk.draft.levels.level2.text();
        self.atoms.push_words(self.desk.text(span), span, |word| {
            in_table && short_level(word).is_some_and(|level| level != current)
        });
    }

    /// Makes indicators of the words gathered under a level.
    pub fn flush_records(&mut self) {
        let gathered = std::mem::take(&mut self.atoms);
        if gathered.atoms.is_empty() {
            return;
        }
        let whole = Span {
            start: gathered.atoms[0].span.start,
            end: gathered.atoms[gathered.atoms.len() - 1].span.end,
        };
        if self.desk.draft.levels.level1.is_absent()
            && self.term == Term::Annual
            && !gathered.atoms[0].has_marker
        {
            return;
        }
        if gathered.prose && !gathered.atoms.iter().any(|atom| atom.has_marker) {
            self.add_clauses(whole);
            return;
        }
        let columns = if self.header.is_empty() {
            vec![Column::Name, Column::Value]
        } else {
            self.header.clone()
        };
        let desk = &self.desk;
        for part in segment(&gathered.atoms, &columns, |span| desk.paper.text(span)) {
            match part {
                Part::Level(span) => self.take_level_word(span),
                Part::Record(cells) => self.add_cells(cells, &columns, whole),
            }
        }
    }

    fn take_level_word(&mut self, span: Span) {
        if let Some(label) = label_at(self.desk.text(span)) {
            self.take_level(&label, span);
        }
    }

    fn add_cells(&mut self, cells: Vec<(Column, Span)>, columns: &[Column], at: Span) {
        let cells = cells
            .into_iter()
            .map(|(column, span)| (Role::Column(column), span))
            .collect();
        self.desk.add_record(
            self.term,
            Record {
                cells,
                columns: columns.iter().copied().collect(),
                at,
                ruled: false,
            },
        );
    }

    /// Makes indicators of the clauses of a text.
    fn add_clauses(&mut self, span: Span) {
        for mut clause in clause::clauses(self.desk.text(span), Parting::Sentences) {
            let (level2, name) = level_before_name(self.desk.text(span), clause.name);
            clause.name = name;
            if let Some(level2) = level2 {
                let level2 = self.desk.within(span, level2);
                self.desk.enter_levels(self.term, None, Some(level2));
            }
            self.desk.add_clause(self.term, span, clause);
        }
    }
}

impl super::desk::Desk<'_> {
    /// Adds an indicator stated in prose.
    pub fn add_clause(&mut self, term: Term, span: Span, clause: clause::Clause) {
        for connective in clause.connectives {
            self.ledger
                .enter(self.within(span, connective), Taken::Label);
        }
        let mut cells = vec![(Role::Column(Column::Name), self.within(span, clause.name))];
        let mut columns = vec![Column::Name, Column::Value];
        if !clause.value.is_empty() {
            cells.push((Role::Column(Column::Value), self.within(span, clause.value)));
        }
        if !clause.basis.is_empty() {
            cells.push((Role::Column(Column::Basis), self.within(span, clause.basis)));
            columns.push(Column::Basis);
        }
        let at = self.within(span, clause.whole);
        self.add_record(
            term,
            Record {
                cells,
                columns: columns.into_iter().collect(),
                at,
                ruled: false,
            },
        );
    }
}

impl Atoms {
    fn push_words(&mut self, text: &str, span: Span, may_be_level: impl Fn(&str) -> bool) {
        let mut last_end = 0;
        for word in text.split(is_blank).filter(|word| !word.is_empty()) {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let start = span.start as usize + at;
            self.atoms.push(Atom {
                span: Span::new(start, start + word.len()),
                joint: joint_of(&text[last_end..at]),
                has_marker: has_marker(word),
                may_be_level: may_be_level(word),
            });
            last_end = at + word.len();
        }
    }
}

/// Whether a word begins a slot: `指标1：甲`, `2、乙`.
fn has_marker(word: &str) -> bool {
    slot_marker(word).is_some()
        || item_number(word).is_some_and(|number| number.style >= Style::Digits)
}

/// The normal name of the level that a whole word stands for (`质量`, `质量（必填）`).
fn short_level(word: &str) -> Option<String> {
    let label = label_at(word).filter(Label::is_level)?;
    let whole = label.words.start == 0 && label.link == Link::End;
    whole.then(|| normal_level(&label, false)).flatten()
}

fn joint_of(blanks: &str) -> Joint {
    if blanks.chars().all(|c| c == '\n') {
        Joint::Line
    } else if !blanks.contains('\n') && blanks.chars().nth(1).is_some() {
        Joint::Gap
    } else {
        Joint::Blank
    }
}

/// A level 2 that a clause prints right before the name (`经济效益指标增收户数`), and the name.
fn level_before_name(
    text: &str,
    name: std::ops::Range<usize>,
) -> (Option<std::ops::Range<usize>>, std::ops::Range<usize>) {
    let words = &text[name.clone()];
    let found = VOCABULARY.find(words, |rest| !rest.is_empty());
    match found {
        Some(found)
            if found.chars >= 5
                && found.senses.iter().any(|s| matches!(s, Sense::Level2(_)))
                && words[..found.end].ends_with("指标") =>
        {
            let end = name.start + found.end;
            (Some(name.start..end), end..name.end)
        }
        _ => (None, name),
    }
}

/// Where a line begins with a few words and a colon: a label nobody knows. A short value ends
/// there, and what follows is left to be reported.
fn unknown_label_line(text: &str) -> Option<usize> {
    const LABEL_CHARS_MAX: usize = 10;
    text.match_indices('\n').map(|(at, _)| at).find(|at| {
        let line = text[*at..].trim_start_matches(is_blank);
        let words = line.chars().take_while(|c| c.is_alphabetic()).count();
        let after = line.chars().nth(words).map(fold_char);
        (2..=LABEL_CHARS_MAX).contains(&words) && after == Some(':')
    })
}

/// Whether a sentence or a clause may end with this character.
fn is_stop(c: char) -> bool {
    matches!(fold_char(c), '。' | ';' | ':' | '!' | '?')
}
