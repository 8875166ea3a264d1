//! Where does each character of a text object stand?

use kurbo::{Point, Vec2};
use unicode_width::UnicodeWidthChar;

use super::draw::number;
use super::tree::Element;

/// A character in the space of its object, in millimetres.
pub(super) struct Letter {
    pub(super) character: char,
    /// Where its baseline begins.
    pub(super) at: Point,
    pub(super) advance: f64,
    pub(super) size: f64,
}

/// The characters of a text object.
pub(super) fn letters(object: &Element) -> Vec<Letter> {
    let size = number(object, "Size").unwrap_or(0.0);
    let stretch = number(object, "HScale")
        .filter(|scale| *scale > 0.0)
        .unwrap_or(1.0);
    let mut letters = Vec::new();
    let mut at = Point::ZERO;
    for code in object.children_named("TextCode") {
        // A code that does not say where it stands goes on where the last one began.
        at = Point::new(
            number(code, "X").unwrap_or(at.x),
            number(code, "Y").unwrap_or(at.y),
        );
        let text = text_of(code);
        let count = text.chars().count();
        let across = Deltas::of(code, "DeltaX", count);
        let down = Deltas::of(code, "DeltaY", count);
        let mut here = at;
        for (index, character) in text.chars().enumerate() {
            let usual = usual_advance(character) * size * stretch;
            let step = Vec2::new(
                across.get(index, if down.is_empty() { usual } else { 0.0 }),
                down.get(index, 0.0),
            );
            let most = most_advance(character) * size * stretch;
            let is_last = index + 1 == count;
            letters.push(Letter {
                character,
                at: here,
                advance: if is_last {
                    usual
                } else {
                    advance(usual, step, most)
                },
                size,
            });
            here += step;
        }
    }
    letters
}

/// The text of a code, without the line ends that a writer put in to be readable.
fn text_of(code: &Element) -> String {
    match code.text.contains(['\n', '\r']) {
        true => code.text.trim().replace(['\n', '\r'], ""),
        false => code.text.clone(),
    }
}

/// The room a character takes: up to the next, unless that stands clearly apart.
fn advance(usual: f64, step: Vec2, most: f64) -> f64 {
    match step.y == 0.0 && step.x > 0.0 && step.x <= most {
        true => step.x,
        false => usual,
    }
}

/// The farthest that the next character of the same word may stand, at size 1: Latin letters are
/// of any width, Chinese ones may be spread to fill a line.
fn most_advance(character: char) -> f64 {
    match character.is_ascii() {
        true => 1.0,
        false => 1.5,
    }
}

/// The advance of a character at size 1 in most fonts.
fn usual_advance(character: char) -> f64 {
    match character.width() {
        Some(0) => 0.0,
        Some(1) if character.is_ascii() => 0.5,
        _ => 1.0,
    }
}

/// Distances between the characters of a code, in one direction.
struct Deltas {
    deltas: Vec<f64>,
}

impl Deltas {
    /// Reads distances; `g COUNT DISTANCE` stands for so many equal ones. No more are read than
    /// there are characters.
    fn of(code: &Element, name: &str, count: usize) -> Deltas {
        let text = code.attribute(name).unwrap_or_default();
        let mut words = text.split_whitespace();
        let mut deltas = Vec::new();
        while let Some(word) = words.next() {
            let (times, word) = match word {
                "g" | "G" => (
                    words.next().and_then(|word| word.parse().ok()),
                    words.next(),
                ),
                word => (Some(1_usize), Some(word)),
            };
            let delta = word
                .and_then(|word| word.parse().ok())
                .filter(|d: &f64| d.is_finite());
            let left = count.saturating_sub(deltas.len());
            let (Some(times), Some(delta), 1..) = (times, delta, left) else {
                break;
            };
            deltas.extend(std::iter::repeat_n(delta, times.min(left)));
        }
        Deltas { deltas }
    }

    fn is_empty(&self) -> bool {
        self.deltas.is_empty()
    }

    /// The distance after a character.
    fn get(&self, index: usize, otherwise: f64) -> f64 {
        self.deltas.get(index).copied().unwrap_or(otherwise)
    }
}
