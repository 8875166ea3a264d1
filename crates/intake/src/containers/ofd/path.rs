//! The outlines of path objects.

use kurbo::{BezPath, Point};

/// Reads abbreviated data: operators, each with its coordinates.
///
/// `S` and `M` begin a part, `L` is a line, `Q` and `B` are curves, `A` is an arc (of which only the
/// end matters here), `C` closes. Older writers have it the way SVG does, `C` with coordinates as a
/// curve and `S` without as a close; the coordinates tell which is meant. What makes no sense is
/// left out.
pub(super) fn of(data: &str) -> BezPath {
    let mut path = BezPath::new();
    let mut words = data.split_whitespace().peekable();
    while let Some(operator) = words.next() {
        let mut operands = Vec::new();
        while let Some(number) = words.peek().and_then(|word| word.parse::<f64>().ok()) {
            words.next();
            operands.push(number);
        }
        let is_sound = operands.iter().all(|number| number.is_finite());
        if is_sound {
            draw(&mut path, operator, &operands);
        }
    }
    path
}

fn draw(path: &mut BezPath, operator: &str, operands: &[f64]) {
    if let ("M" | "S", &[x, y]) = (operator, operands) {
        path.move_to((x, y));
    }
    if path.elements().is_empty() {
        return; // nothing can be drawn before a part has begun
    }
    let point = |x, y| Point::new(x, y);
    match (operator, operands) {
        ("L", &[x, y]) => path.line_to((x, y)),
        ("Q", &[x1, y1, x, y]) => path.quad_to(point(x1, y1), point(x, y)),
        ("B" | "C", &[x1, y1, x2, y2, x, y]) => {
            path.curve_to(point(x1, y1), point(x2, y2), point(x, y));
        }
        ("A", &[.., x, y]) => path.quad_to(point(x, y), point(x, y)),
        ("C" | "S" | "Z", []) => path.close_path(),
        _ => {}
    }
}
