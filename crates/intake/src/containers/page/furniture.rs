//! Which lines only furnish a page: its number, and the heads that stand on every page?

use std::collections::HashSet;

use super::sheet::{Part, Sheet};
use super::text::{Line, Role};
use crate::containers::builder::Builder;
use crate::paper::NoticeKind;

/// How much of a page, from its upper and lower edge, furniture stands in.
const MARGIN: f32 = 0.18;
/// How much larger than the usual text a running head may be. A title is larger.
const LARGER_MAX: f32 = 1.15;
/// How much higher or lower on the page a line may stand and still be the same.
const MOVED_MAX: f32 = 3.0;

/// Gives the lines of all pages their roles.
pub(super) fn mark(sheets: &mut [Sheet]) {
    for at in 0..sheets.len() {
        let (before, rest) = sheets.split_at_mut(at);
        let Some((sheet, after)) = rest.split_first_mut() else {
            return;
        };
        let neighbours = [before.last(), after.first()];
        let size_max = LARGER_MAX * usual_size(sheet);
        let (height, edges) = (sheet.height, edges(sheet));
        let (top, bottom) = (height * MARGIN, height * (1.0 - MARGIN));
        for (part, is_apart) in sheet.parts.iter_mut().zip(edges) {
            let Part::Line(line) = part else { continue };
            if line.bottom <= top || line.top >= bottom {
                line.role = role(line, is_apart, size_max, neighbours);
            }
        }
    }
}

/// Takes numbers of pages and running heads out of the pages, and says so of each head once.
pub(super) fn take_out(sheets: &mut [Sheet], builder: &mut Builder) {
    let mut noticed = HashSet::new();
    for sheet in sheets {
        sheet.parts.retain(|part| {
            let Part::Line(line) = part else { return true };
            match line.role {
                Role::Text | Role::Repeated => return true,
                Role::PageNumber => return false,
                Role::RunningHead => {}
            }
            let text = line.text();
            if noticed.insert(without_digits(&text).collect::<String>()) {
                let place = line.place(line.left(), line.right());
                builder.notice(NoticeKind::RunningHead, text, place);
            }
            false
        });
    }
}

/// For each part of a page whether it stands apart from the text: in the very margin, or first
/// or last and far from the rest.
fn edges(sheet: &Sheet) -> Vec<bool> {
    /// No text begins so near to the edge.
    const EDGE: f32 = 30.0;
    const HEAD_MAX: f32 = 64.0;
    let parts = &sheet.parts;
    let gap_below = |at: usize| {
        let next = parts.get(at + 1).map_or(f32::MAX, Part::top);
        parts.get(at).map_or(0.0, |part| next - part.bottom())
    };
    let is_apart = |at: usize, part: &Part| {
        let gap_min = part.bottom() - part.top();
        let is_far_below = at > 0 && gap_below(at - 1) > gap_min;
        let (from_top, from_bottom) = (part.bottom(), sheet.height - part.top());
        from_top < EDGE
            || from_bottom < EDGE
            || (at == 0 && from_top < HEAD_MAX && gap_below(0) > gap_min)
            || (at + 1 == parts.len() && from_bottom < HEAD_MAX && is_far_below)
    };
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| is_apart(at, part))
        .collect()
}

fn role(line: &Line, is_apart: bool, size_max: f32, neighbours: [Option<&Sheet>; 2]) -> Role {
    let text = line.text();
    let on_neighbours = |test: &dyn Fn(&Sheet) -> bool| neighbours.into_iter().flatten().any(test);
    let is_number = is_page_number(&text);
    if is_number && (is_dressed(&text) || on_neighbours(&|sheet| counts_on(line, &text, sheet))) {
        return Role::PageNumber;
    }
    if line.size > size_max {
        return Role::Text;
    }
    let is_again = on_neighbours(&|sheet| again(line, &text, sheet, is_apart));
    match (is_again, is_apart) {
        // What may be the number of a page or the last value of a form is noticed like a head.
        (_, true) if is_number => Role::RunningHead,
        (true, true) => Role::RunningHead,
        (true, false) => Role::Repeated,
        (false, _) => Role::Text,
    }
}

/// Whether a line stands at the same place on another page. Of what stands apart from the text,
/// numbers may differ: they are those of the pages.
fn again(line: &Line, text: &str, sheet: &Sheet, is_apart: bool) -> bool {
    let is_same_place = |other: &&Line| {
        (other.top - line.top).abs() <= MOVED_MAX && (other.size - line.size).abs() <= 1.0
    };
    let mut others = sheet.lines().filter(is_same_place).map(Line::text);
    others.any(|other| match is_apart {
        true => without_digits(&other).eq(without_digits(text)),
        false => other == text,
    })
}

/// Whether the number of a line comes right before or after that at its place on another page.
fn counts_on(line: &Line, text: &str, sheet: &Sheet) -> bool {
    let is_same_place = |other: &&Line| (other.top - line.top).abs() <= MOVED_MAX;
    let mut others = sheet.lines().filter(is_same_place).map(Line::text);
    let Some(number) = first_number(text) else {
        return false;
    };
    others.any(|other| {
        let is_next = |other: u32| other.abs_diff(number) == 1;
        is_page_number(&other) && first_number(&other).is_some_and(is_next)
    })
}

fn first_number(text: &str) -> Option<u32> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.find(|number| !number.is_empty())?.parse().ok()
}

fn without_digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_ascii_digit())
}

/// `3`, `- 3 -`, `第3页`, `3 / 20`, `第 3 页 共 20 页`.
fn is_page_number(text: &str) -> bool {
    const LENGTH_MAX: usize = 24;
    text.chars().count() <= LENGTH_MAX
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit() || c.is_whitespace() || "-—–―－/|·.，,第共页（）()".contains(c)
        })
}

/// `- 3 -`, `第3页`: what can be nothing but the number of a page.
fn is_dressed(text: &str) -> bool {
    const DASHES: [char; 5] = ['-', '—', '–', '―', '－'];
    text.contains('页') || (text.starts_with(DASHES) && text.ends_with(DASHES))
}

/// The size of most lines of a page.
fn usual_size(sheet: &Sheet) -> f32 {
    let in_grids = sheet.grids().flat_map(|grid| &grid.cells);
    let in_grids = in_grids.flat_map(|cell| &cell.lines);
    let mut sizes: Vec<f32> = in_grids
        .chain(sheet.lines())
        .map(|line| line.size)
        .collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}
