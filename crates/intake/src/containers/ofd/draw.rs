//! What do the objects of an OFD page draw?

use kurbo::{Affine, Point, Rect, Vec2};

use super::path;
use super::resources::Resources;
use super::text;
use super::tree::Element;
use crate::containers::page::Budget;
use crate::containers::pdf::drawing::Drawing;
use crate::error::ReadError;

/// Points to the millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// Width of lines that say nothing of it, in millimetres.
const LINE_WIDTH: f64 = 0.353;
/// Graphics within graphics, at most.
const DEPTH_MAX: usize = 16;

/// The area of a page, in millimetres.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Default for Frame {
    /// A4.
    fn default() -> Frame {
        Frame {
            left: 0.0,
            top: 0.0,
            width: 210.0,
            height: 297.0,
        }
    }
}

impl Frame {
    /// The area that an element states, if it is one.
    pub(super) fn of(area: &Element) -> Option<Frame> {
        const SIDE_MAX: f64 = 100_000.0;
        let numbers = numbers(area.text_of("PhysicalBox")?);
        let &[left, top, width, height] = numbers.as_slice() else {
            return None;
        };
        let is_sound = |side: f64| side > 0.0 && side <= SIDE_MAX;
        (is_sound(width) && is_sound(height)).then_some(Frame {
            left,
            top,
            width,
            height,
        })
    }
}

/// Draws a page.
pub(super) struct Pen<'p> {
    resources: &'p Resources<'p>,
    budget: &'p mut Budget,
    drawing: Drawing,
    /// From the page's millimetres to points.
    to_points: Affine,
}

impl<'p> Pen<'p> {
    pub(super) fn new(frame: Frame, resources: &'p Resources<'p>, budget: &'p mut Budget) -> Self {
        let to_points = Affine::scale(POINTS) * Affine::translate((-frame.left, -frame.top));
        let (width, height) = (frame.width * POINTS, frame.height * POINTS);
        Pen {
            resources,
            budget,
            drawing: Drawing::new(width as f32, height as f32),
            to_points,
        }
    }

    pub(super) fn into_drawing(self) -> Drawing {
        self.drawing
    }

    /// Draws a page: the templates under it, itself, and the templates over it.
    pub(super) fn page(&mut self, page: &Element) -> Result<(), ReadError> {
        self.templates(page, |level| level != "Foreground")?;
        self.content(page)?;
        self.templates(page, |level| level == "Foreground")
    }

    fn templates(
        &mut self,
        page: &Element,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<(), ReadError> {
        let resources = self.resources;
        for used in page.children_named("Template") {
            let id = used.attribute("TemplateID").unwrap_or_default();
            let Some(template) = resources.templates.get(&*id) else {
                continue;
            };
            let level = used.attribute("ZOrder");
            if is_wanted(level.as_deref().unwrap_or(template.level)) {
                self.content(&template.page)?;
            }
        }
        Ok(())
    }

    fn content(&mut self, page: &Element) -> Result<(), ReadError> {
        for content in page.children_named("Content") {
            self.objects(content, self.to_points, 0)?;
        }
        Ok(())
    }

    /// Draws the objects in a layer, block or graphic.
    fn objects(&mut self, around: &Element, place: Affine, depth: usize) -> Result<(), ReadError> {
        for object in around.children() {
            self.budget.take(1)?;
            if object.attribute("Visible").as_deref() == Some("false") {
                continue;
            }
            match object.name() {
                "Layer" | "PageBlock" if depth < DEPTH_MAX => {
                    self.objects(object, place, depth + 1)?;
                }
                "TextObject" => self.text(object, place * own_place(object)),
                "PathObject" => self.path(object, place * own_place(object)),
                "ImageObject" => self.drawing.pictured(bounds(object, place)),
                "CompositeObject" if depth < DEPTH_MAX => {
                    self.graphic(object, place * own_place(object), depth + 1)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn graphic(&mut self, object: &Element, place: Affine, depth: usize) -> Result<(), ReadError> {
        let resources = self.resources;
        let id = object.attribute("ResourceID").unwrap_or_default();
        let unit = resources.graphics.get(&*id);
        for content in unit
            .into_iter()
            .flat_map(|unit| unit.children_named("Content"))
        {
            self.objects(content, place, depth)?;
        }
        Ok(())
    }

    fn text(&mut self, object: &Element, place: Affine) {
        let before = self.drawing.characters();
        for letter in text::letters(object) {
            let origin = place * letter.at;
            let along = place * (letter.at + Vec2::new(letter.advance, 0.0)) - origin;
            let up = place * (letter.at + Vec2::new(0.0, letter.size)) - origin;
            self.drawing
                .character(letter.character, origin, along, up.hypot());
        }
        if number(object, "Alpha") == Some(0.0) {
            self.drawing.hide_since(before);
        }
    }

    fn path(&mut self, object: &Element, place: Affine) {
        let data = object.text_of("AbbreviatedData").unwrap_or_default();
        let path = place * path::of(data);
        if object.attribute("Fill").as_deref() == Some("true") {
            self.drawing.filled(&path);
        }
        if object.attribute("Stroke").as_deref() != Some("false") {
            let width = number(object, "LineWidth").unwrap_or(LINE_WIDTH);
            let scale = place.determinant().abs().sqrt();
            self.drawing.stroked(&path, width * scale);
        }
    }
}

/// The corner of an object and the transform within.
fn own_place(object: &Element) -> Affine {
    let corner = boundary(object).map_or(Point::ZERO, |area| area.origin());
    let transform = numbers(&object.attribute("CTM").unwrap_or_default());
    let transform = match transform.as_slice() {
        &[a, b, c, d, e, f] => Affine::new([a, b, c, d, e, f]),
        _ => Affine::IDENTITY,
    };
    Affine::translate(corner.to_vec2()) * transform
}

/// The area of an object on the page.
fn bounds(object: &Element, place: Affine) -> Rect {
    place.transform_rect_bbox(boundary(object).unwrap_or(Rect::ZERO))
}

fn boundary(object: &Element) -> Option<Rect> {
    let numbers = numbers(&object.attribute("Boundary")?);
    let &[left, top, width, height] = numbers.as_slice() else {
        return None;
    };
    Some(Rect::new(left, top, left + width, top + height))
}

/// A number that an element states.
pub(super) fn number(element: &Element, name: &str) -> Option<f64> {
    let number: f64 = element.attribute(name)?.trim().parse().ok()?;
    number.is_finite().then_some(number)
}

/// Some numbers (a box, a matrix); what is none is left out.
fn numbers(text: &str) -> Vec<f64> {
    const NUMBERS_MAX: usize = 8;
    let numbers = text.split_whitespace().filter_map(|word| word.parse().ok());
    numbers
        .filter(|number: &f64| number.is_finite())
        .take(NUMBERS_MAX)
        .collect()
}
