//! `≥` and `≤`, which most target values begin with, and which programs that recognise Chinese do
//! not know: told by their shape, a wedge above a bar.

use super::Area;
use super::ink::Ink;
use super::ribbon::Cutting;

/// A line of text, parted where it has one of these signs, and the signs.
pub(super) fn parted(ink: &Ink, line: Cutting) -> (Vec<Cutting>, Vec<(Cutting, char)>) {
    let (mut texts, mut signs) = (Vec::new(), Vec::new());
    let mut start = line.area.left;
    let part = |left: usize, right: usize| Cutting {
        area: Area {
            left,
            right,
            ..line.area
        },
        ..line
    };
    for (left, right) in columns(ink, line.area) {
        if let Some(sign) = sign(ink, part(left, right)) {
            texts.extend((start < left).then(|| part(start, left)));
            signs.push((part(left, right), sign));
            start = right;
        }
    }
    texts.extend((start < line.area.right).then(|| part(start, line.area.right)));
    (texts, signs)
}

/// Columns with ink in them, without a gap.
fn columns(ink: &Ink, area: Area) -> Vec<(usize, usize)> {
    let mut has_ink = vec![false; area.right - area.left];
    for y in area.top..area.bottom {
        let row = ink.row(y, area.left, area.right);
        has_ink
            .iter_mut()
            .zip(row)
            .for_each(|(has, dark)| *has |= dark);
    }
    let runs = has_ink.chunk_by(|a, b| a == b);
    let mut at = area.left;
    let mut columns = Vec::new();
    for run in runs {
        if run.first() == Some(&true) {
            columns.push((at, at + run.len()));
        }
        at += run.len();
    }
    columns
}

/// The sign that fills a part of a line, if its ink has the shape of one.
fn sign(ink: &Ink, part: Cutting) -> Option<char> {
    let Area {
        left,
        right,
        top,
        bottom,
    } = part.area;
    let width = (right - left) as f32;
    if !(0.35..1.2).contains(&(width / part.height)) {
        return None;
    }
    // From left to right edge of the ink of each row that has some, as shares of the width.
    let extent = |y: usize| {
        let row = ink.row(y, left, right);
        let first = row.iter().position(|&dark| dark)?;
        let last = row.iter().rposition(|&dark| dark)?;
        Some((first as f32 / width, (last + 1) as f32 / width))
    };
    let rows: Vec<Option<(f32, f32)>> = (top..bottom).map(extent).collect();
    let mut strokes = rows.split(Option::is_none).filter(|rows| !rows.is_empty());
    let (wedge, bar) = (strokes.next()?, strokes.next()?);
    let is_bar = (bar.len() as f32) < 0.25 * part.height
        && bar.iter().flatten().any(|(from, to)| to - from > 0.75);
    if strokes.next().is_some() || !is_bar {
        return None;
    }
    let middles: Vec<f32> = wedge
        .iter()
        .flatten()
        .map(|(from, to)| (from + to) / 2.0)
        .collect();
    is_wedge(&middles).then_some('≥').or_else(|| {
        let mirrored: Vec<f32> = middles.iter().map(|middle| 1.0 - middle).collect();
        is_wedge(&mirrored).then_some('≤')
    })
}

/// Whether the ink goes from the left to the right and back again, from row to row.
fn is_wedge(middles: &[f32]) -> bool {
    const ROWS_MIN: usize = 5;
    const LEFT: f32 = 0.4;
    const RIGHT: f32 = 0.7;
    let rows = middles.len();
    let (Some(first), Some(last)) = (middles.first(), middles.last()) else {
        return false;
    };
    let apex = (0..rows)
        .max_by(|&a, &b| middles[a].total_cmp(&middles[b]))
        .unwrap_or(0);
    rows >= ROWS_MIN
        && *first < LEFT
        && *last < LEFT
        && middles[apex] > RIGHT
        && (rows / 4..=rows - rows / 4).contains(&apex)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Picture;

    /// Draws rows of `#` and blanks, each pixel three by three.
    fn read(rows: &[&str]) -> Vec<char> {
        let mut picture = Picture::white(60, 60);
        for (y, row) in rows.iter().enumerate() {
            for (x, _) in row.match_indices('#') {
                for (down, across) in (0..9).map(|at| (at / 3, at % 3)) {
                    picture.paint(3 * x + across, 3 * y + down, 0);
                }
            }
        }
        let line = Cutting {
            area: Area {
                left: 0,
                top: 0,
                right: 54,
                bottom: 3 * rows.len(),
            },
            height: 30.0,
        };
        let (_, signs) = parted(&Ink::of(&picture), line);
        signs.iter().map(|(_, sign)| *sign).collect()
    }

    #[test]
    fn a_wedge_above_a_bar_is_a_sign() {
        let at_least = [
            "##        #  #", //
            "  ###     #  #", //
            "     ##   ####", //
            "  ###        #", //
            "##           #", //
            "             #", //
            "#######      #", //
        ];
        assert_eq!(read(&at_least), ['≥']);
        let mirrored = at_least.map(|row| row.chars().rev().collect::<String>());
        assert_eq!(read(&mirrored.each_ref().map(String::as_str)), ['≤']);
    }

    #[test]
    fn bars_alone_and_wedges_alone_are_none() {
        assert_eq!(read(&["#######", "       ", "#######"]), []);
        assert_eq!(
            read(&[" ##### ", "       ", " ##### ", "       ", "#######"]),
            []
        );
        assert_eq!(
            read(&["##     ", "  ###  ", "     ##", "  ###  ", "##     "]),
            []
        );
    }
}
