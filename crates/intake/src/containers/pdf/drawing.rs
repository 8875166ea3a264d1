//! What a page draws, as far as it bears on its text: which characters, which lines, and how much
//! of it is a picture.

use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _, Vec2};

use crate::containers::page::{Glyph, ON_PAGE_MAX, Page, Rule};
use crate::paper::NoticeKind;

/// Units of a glyph's own space to the em.
const UNITS_TO_EM: f64 = 1000.0;
/// A filled area no thicker than this is a ruling line.
const RULE_MAX: f64 = 4.0;
/// How far beyond a clip the middle of a character may stand and still count as shown.
const CLIP_SLACK: f64 = 1.0;

/// How much of slanted text is kept, in bytes.
const SLANTED_MAX: usize = 300;

/// All that a page has drawn so far, as the page is turned by the file.
pub(in crate::containers) struct Drawing {
    bounds: Rect,
    marks: Vec<Mark>,
    rules: Vec<Rect>,
    /// What is shown at all: the innermost last.
    clips: Vec<Rect>,
    /// Area that pictures cover.
    pictured: f64,
    invisible: usize,
    /// Characters that no Unicode is known for.
    unknown: usize,
    /// The text of stamps and water marks across the page, which is no part of its lines.
    slanted: String,
    /// Things drawn (characters, lines, clips, pictures), seen or not.
    drawn: usize,
}

/// A character in its own direction.
struct Mark {
    character: char,
    origin: Point,
    turns: Turns,
    advance: f64,
    size: f64,
}

/// A direction of writing, in quarters of a turn clockwise; 0 is to the right.
type Turns = usize;

impl Drawing {
    pub(in crate::containers) fn new(width: f32, height: f32) -> Drawing {
        Drawing {
            bounds: Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            marks: Vec::new(),
            rules: Vec::new(),
            clips: Vec::new(),
            pictured: 0.0,
            invisible: 0,
            unknown: 0,
            slanted: String::new(),
            drawn: 0,
        }
    }

    pub(in crate::containers) fn bounds(&self) -> Rect {
        self.bounds
    }

    /// What should be known of the page.
    pub(in crate::containers) fn notices(&self) -> Vec<(NoticeKind, String)> {
        let mut notices = Vec::new();
        if self.is_cut_off() {
            let text = format!(
                "more than {ON_PAGE_MAX} characters, lines or parts; the rest was not read"
            );
            notices.push((NoticeKind::DamagedPage, text));
        }
        if self.unknown > 0 {
            let text = format!("{} characters have no Unicode", self.unknown);
            notices.push((NoticeKind::DamagedPage, text));
        }
        if self.is_scan() {
            notices.push((NoticeKind::ScannedPage, String::new()));
        } else if self.is_pictured() && self.invisible == self.marks.len() {
            notices.push((NoticeKind::RecognisedPage, String::new()));
        }
        if !self.slanted.is_empty() {
            notices.push((NoticeKind::Annotation, self.slanted.clone()));
        }
        notices
    }

    /// Whether the page is but a picture.
    pub(in crate::containers) fn is_scan(&self) -> bool {
        self.is_pictured() && self.marks.is_empty()
    }

    fn is_pictured(&self) -> bool {
        self.pictured >= self.bounds.area() / 2.0
    }

    /// The page, turned so that most of its text is upright.
    pub(in crate::containers) fn into_page(self, number: u16) -> Page {
        let turns = self.usual_turns();
        let turned = |at| turned_back(at, turns, self.bounds);
        let corner = turned_rect(self.bounds, turned);
        let glyph = |mark: &Mark| mark.glyph(turned(mark.origin), (mark.turns + 4 - turns) % 4);
        let rule = |&rule: &Rect| {
            let rule = turned_rect(rule, turned);
            Rule {
                left: rule.x0 as f32,
                top: rule.y0 as f32,
                right: rule.x1 as f32,
                bottom: rule.y1 as f32,
            }
        };
        Page {
            number,
            width: corner.width() as f32,
            height: corner.height() as f32,
            glyphs: self.marks.iter().map(glyph).collect(),
            rules: self.rules.iter().map(rule).collect(),
        }
    }

    /// The direction of most characters.
    fn usual_turns(&self) -> Turns {
        let mut counts = [0_usize; 4];
        for mark in &self.marks {
            counts[mark.turns % 4] += 1;
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        counts.iter().position(|&count| count == most).unwrap_or(0)
    }

    fn shown(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.bounds)
    }

    /// How many things were drawn.
    pub(in crate::containers) fn drawn(&self) -> usize {
        self.drawn
    }

    /// Whether more was drawn than is looked at.
    pub(in crate::containers) fn is_cut_off(&self) -> bool {
        self.drawn > ON_PAGE_MAX
    }

    /// Counts what is to be drawn; says whether it is looked at.
    fn takes(&mut self, count: usize) -> bool {
        self.drawn += count;
        !self.is_cut_off()
    }

    fn clip(&mut self, area: Rect) {
        self.clips.push(self.shown().intersect(area));
    }

    /// Adds a filled area: a ruling line, if it is thin.
    fn fill(&mut self, area: Rect) {
        let area = area.abs().intersect(self.shown());
        if !area.is_finite() || area.width().max(area.height()) <= 0.0 {
            return;
        }
        if area.width().min(area.height()) > RULE_MAX {
            return;
        }
        let middle = area.center();
        let lies = Rect::new(area.x0, middle.y, area.x1, middle.y);
        let stands = Rect::new(middle.x, area.y0, middle.x, area.y1);
        // A dot may be a piece of a dotted line in either direction.
        let is_dot = area.width().max(area.height()) <= RULE_MAX;
        if is_dot || area.width() > area.height() {
            self.rules.push(lies);
        }
        if is_dot || area.width() <= area.height() {
            self.rules.push(stands);
        }
    }

    /// Adds the outline of an area.
    fn frame(&mut self, area: Rect, thickness: f64) {
        let Rect { x0, y0, x1, y1 } = area.abs();
        for (from, to) in [
            ((x0, y0), (x1, y0)),
            ((x0, y1), (x1, y1)),
            ((x0, y0), (x0, y1)),
            ((x1, y0), (x1, y1)),
        ] {
            self.stroke(from.into(), to.into(), thickness);
        }
    }

    /// Adds a line, unless it is slanted.
    fn stroke(&mut self, from: Point, to: Point, thickness: f64) {
        const SLANT_MAX: f64 = 1.0;
        let (along, across) = match ((to.x - from.x).abs(), (to.y - from.y).abs()) {
            (width, height) if width >= height => (Vec2::new(0.0, thickness / 2.0), height),
            (width, _) => (Vec2::new(thickness / 2.0, 0.0), width),
        };
        if across <= SLANT_MAX {
            self.fill(Rect::from_points(from, to).inflate(along.x, along.y));
        }
    }

    fn stroke_path(&mut self, path: &BezPath, thickness: f64) {
        let (mut start, mut at) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => (start, at) = (to, to),
                PathEl::LineTo(to) => {
                    self.stroke(at, to, thickness);
                    at = to;
                }
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => at = to,
                PathEl::ClosePath => {
                    self.stroke(at, start, thickness);
                    at = start;
                }
            }
        }
    }

    /// Adds what is filled of a path: each closed part of it that has only straight sides. Of two
    /// that lie close within each other only what is between them is filled: a frame.
    fn fill_path(&mut self, path: &BezPath) {
        let mut outer: Option<Rect> = None;
        for part in straight_parts(path) {
            let is_frame = outer.is_some_and(|outer| is_close_within(outer, part));
            if let Some(outer) = outer.filter(|_| is_frame) {
                self.frame(outer, 1.0);
            } else {
                self.fill(part);
            }
            outer = Some(part);
        }
    }

    fn glyph(&mut self, shape: &Shape, place: Affine) {
        let [a, b, c, d, _, _] = place.as_coeffs();
        let along = Vec2::new(a, b);
        let em = UNITS_TO_EM * Vec2::new(c, d).hypot();
        let width = match shape {
            Shape::Outline(outline) => outline.advance_width(),
            Shape::Type3(drawn) => drawn.advance_width(),
        };
        let advance = width.map_or(em / 2.0, |width| f64::from(width) * along.hypot());
        let origin = place * Point::ZERO;
        if !origin.is_finite() || !advance.is_finite() || !em.is_finite() || em <= 0.0 {
            return;
        }
        let text = shape.as_unicode();
        let mut alone = [0; 4];
        let text = match &text {
            Some(BfString::Char(character)) => &*character.encode_utf8(&mut alone),
            Some(BfString::String(text)) => text.as_str(),
            None => {
                self.unknown += 1;
                "\u{FFFD}"
            }
        };
        let Some(turns) = turns_of(along) else {
            if self.slanted.len() < SLANTED_MAX {
                self.slanted.push_str(text);
            }
            return;
        };
        let count = text.chars().count().max(1) as f64;
        let step = along * (advance / count / along.hypot());
        for (at, character) in text.chars().enumerate() {
            self.mark(Mark {
                character,
                origin: origin + step * at as f64,
                turns,
                advance: advance / count,
                size: em,
            });
        }
    }

    fn mark(&mut self, mark: Mark) {
        let shown = self.shown().inflate(CLIP_SLACK, CLIP_SLACK);
        if shown.contains(mark.middle(mark.origin, mark.turns)) {
            self.marks.push(mark);
        }
    }
}

/// For containers that have no interpreter of their own: what it would draw.
impl Drawing {
    /// Adds a character whose text goes on in the direction `along`.
    pub(in crate::containers) fn character(
        &mut self,
        character: char,
        origin: Point,
        along: Vec2,
        size: f64,
    ) {
        if !self.takes(1) {
            return;
        }
        let advance = along.hypot();
        let numbers = [origin.x, origin.y, advance, size];
        let is_sound = numbers.iter().all(|number| number.is_finite()) && size > 0.0;
        if let Some(turns) = turns_of(along).filter(|_| is_sound) {
            self.mark(Mark {
                character,
                origin,
                turns,
                advance,
                size,
            });
        }
    }

    /// Counts the characters drawn since there were so many as ones that are not seen.
    pub(in crate::containers) fn hide_since(&mut self, before: usize) {
        self.invisible += self.marks.len().saturating_sub(before);
    }

    /// How many characters there are.
    pub(in crate::containers) fn characters(&self) -> usize {
        self.marks.len()
    }

    /// Adds a path that is filled.
    pub(in crate::containers) fn filled(&mut self, path: &BezPath) {
        if self.takes(path.elements().len()) {
            self.fill_path(path);
        }
    }

    /// Adds a path that is drawn with a line of this thickness.
    pub(in crate::containers) fn stroked(&mut self, path: &BezPath, thickness: f64) {
        if self.takes(path.elements().len()) {
            self.stroke_path(path, thickness);
        }
    }

    /// Adds a picture.
    pub(in crate::containers) fn pictured(&mut self, area: Rect) {
        if self.takes(1) {
            self.pictured += area.intersect(self.shown()).area();
        }
    }
}

impl Mark {
    /// How far the middle of a character is above its baseline, in em.
    const MIDDLE: f64 = 0.38;

    fn middle(&self, origin: Point, turns: Turns) -> Point {
        let (along, up) = (self.advance / 2.0, self.size * Mark::MIDDLE);
        origin
            + match turns {
                0 => Vec2::new(along, -up),
                1 => Vec2::new(up, along),
                2 => Vec2::new(-along, up),
                _ => Vec2::new(-up, -along),
            }
    }

    /// The character as it stands on the page once that is turned. One that is still not upright
    /// is taken to stand by itself, as in a column of characters.
    fn glyph(&self, origin: Point, turns: Turns) -> Glyph {
        let (left, baseline, advance) = match turns {
            0 => (origin.x, origin.y, self.advance),
            _ => {
                let middle = self.middle(origin, turns);
                let baseline = middle.y + self.size * Mark::MIDDLE;
                (middle.x - self.size / 2.0, baseline, self.size)
            }
        };
        Glyph {
            character: self.character,
            left: left as f32,
            baseline: baseline as f32,
            advance: advance as f32,
            size: self.size as f32,
            confidence: None,
        }
    }
}

/// For the interpreter of PDF, which draws what a page asks for, if without end.
impl Drawing {
    /// Takes what is to be drawn, or ends the page: the interpreter knows no other way to be
    /// stopped than a panic, which whoever calls it catches.
    fn take(&mut self, count: usize) {
        if !self.takes(count) {
            resume_unwind(Box::new("more is drawn than is looked at"));
        }
    }
}

impl<'a> Device<'a> for Drawing {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.take(path.elements().len());
        let path = props.transform * path;
        if let DrawMode::Fill(_) | DrawMode::FillAndStroke(..) = mode {
            self.fill_path(&path);
        }
        if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode {
            self.stroke_path(&path, thickness(stroke.line_width, props.transform));
        }
    }

    fn draw_rect(&mut self, area: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        const SIDES: usize = 4;
        self.take(SIDES);
        let area = props.transform.transform_rect_bbox(*area);
        if let DrawMode::Fill(_) | DrawMode::FillAndStroke(..) = mode {
            self.fill(area);
        }
        if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode {
            self.frame(area, thickness(stroke.line_width, props.transform));
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.take(run.glyphs().len());
        let before = self.marks.len();
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
        if matches!(mode, DrawMode::Invisible) {
            self.invisible += self.marks.len() - before;
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.take(1);
        let size = (f64::from(image.width()), f64::from(image.height()));
        let area = Rect::from_origin_size(Point::ZERO, size);
        let area = props.transform.transform_rect_bbox(area);
        self.pictured += area.intersect(self.shown()).area();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.take(clip.path.elements().len());
        self.clip(clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, clip: &Rect) {
        self.take(1);
        self.clip(*clip);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.take(1);
    }

    fn pop_transparency_group(&mut self) {}
}

/// The thickness of a line as shown.
fn thickness(width: f32, transform: Affine) -> f64 {
    f64::from(width) * transform.determinant().abs().sqrt()
}

/// The direction of writing, if it keeps to the edges of the page.
fn turns_of(along: Vec2) -> Option<Turns> {
    const SLANT_MAX: f64 = 0.1;
    let (x, y) = (along.x, along.y);
    if y.abs() <= x.abs() * SLANT_MAX {
        Some(if x > 0.0 { 0 } else { 2 })
    } else if x.abs() <= y.abs() * SLANT_MAX {
        Some(if y > 0.0 { 1 } else { 3 })
    } else {
        None
    }
}

/// Where a point stands once the page is turned back by so many quarters.
fn turned_back(at: Point, turns: Turns, bounds: Rect) -> Point {
    match turns {
        0 => at,
        1 => Point::new(at.y, bounds.x1 - at.x),
        2 => Point::new(bounds.x1 - at.x, bounds.y1 - at.y),
        _ => Point::new(bounds.y1 - at.y, at.x),
    }
}

fn turned_rect(area: Rect, turned: impl Fn(Point) -> Point) -> Rect {
    Rect::from_points(
        turned(Point::new(area.x0, area.y0)),
        turned(Point::new(area.x1, area.y1)),
    )
}

/// The bounds of each part of a path that has only straight sides.
fn straight_parts(path: &BezPath) -> impl Iterator<Item = Rect> + '_ {
    let parts = path
        .elements()
        .chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    parts.filter_map(|part| {
        let mut bounds: Option<Rect> = None;
        for element in part {
            match *element {
                PathEl::MoveTo(to) | PathEl::LineTo(to) => {
                    let here = bounds.unwrap_or(Rect::from_points(to, to));
                    bounds = Some(here.union_pt(to));
                }
                PathEl::ClosePath => {}
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => return None,
            }
        }
        bounds
    })
}

fn is_close_within(outer: Rect, inner: Rect) -> bool {
    let sides = [
        inner.x0 - outer.x0,
        inner.y0 - outer.y0,
        outer.x1 - inner.x1,
        outer.y1 - inner.y1,
    ];
    sides.iter().all(|side| (0.0..=RULE_MAX).contains(side))
}
