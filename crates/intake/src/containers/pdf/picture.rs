//! A page as one picture: all that a scanner put on it, which may be in strips.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps,
    InterpreterCache, InterpreterSettings, LumaData, RgbData, SoftMask, TransformExt,
    interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page as Source;
use kurbo::{Affine, BezPath, Point, Rect};

use crate::containers::page::scan::Scan;
use crate::scan::Picture;

/// Pixels to the point, at least and at most: 150 and 400 to the inch.
const PER_POINT: (f64, f64) = (150.0 / 72.0, 400.0 / 72.0);
/// Pixels of one picture, at most: A3 at 400 to the inch has 31 million.
const PIXELS_MAX: f64 = 64e6;

/// The pictures of a page as one, as fine as the finest of them; none if there is none that can be
/// had.
pub(super) fn scan<'a>(
    pdf: &'a Pdf,
    source: &Source<'a>,
    cache: &InterpreterCache<'a>,
) -> Option<Scan> {
    let (width, height) = source.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut pictures = Pictures::default();
    let mut context = Context::new(
        source.initial_transform(true).to_kurbo(),
        bounds,
        cache,
        pdf.xref(),
        InterpreterSettings::default(),
    );
    interpret_page(source, &mut context, &mut pictures);
    let finest = pictures.pictures.iter().map(Placed::per_point);
    let finest = finest.max_by(f64::total_cmp)?;
    let per_point = finest.clamp(PER_POINT.0, PER_POINT.1);
    let per_point = per_point.min((PIXELS_MAX / bounds.area()).sqrt());
    let pixels = |length: f64| (length * per_point).ceil() as usize;
    let mut picture = Picture::white(pixels(bounds.width()), pixels(bounds.height()));
    for placed in &pictures.pictures {
        placed.paint(&mut picture, per_point);
    }
    Some(Scan {
        picture,
        per_point: per_point as f32,
    })
}

/// The pictures that a page draws.
#[derive(Default)]
struct Pictures {
    pictures: Vec<Placed>,
    pixels: f64,
}

/// A picture, and where its pixels stand on the page.
struct Placed {
    picture: Picture,
    place: Affine,
}

impl Placed {
    /// How fine it is, in pixels to the point.
    fn per_point(&self) -> f64 {
        let area = self.place.determinant().abs();
        if area > 0.0 { area.recip().sqrt() } else { 0.0 }
    }

    fn paint(&self, to: &mut Picture, per_point: f64) {
        let place = Affine::scale(per_point) * self.place;
        let size = (self.picture.width as f64, self.picture.height as f64);
        let area = place.transform_rect_bbox(Rect::from_origin_size(Point::ZERO, size));
        let area = area.intersect(Rect::new(0.0, 0.0, to.width as f64, to.height as f64));
        let back = place.inverse();
        for y in area.y0 as usize..area.y1.ceil() as usize {
            for x in area.x0 as usize..area.x1.ceil() as usize {
                let from = back * Point::new(x as f64 + 0.5, y as f64 + 0.5);
                if from.x >= 0.0 && from.y >= 0.0 && from.x < size.0 && from.y < size.1 {
                    to.paint(x, y, self.picture.shade(from.x as usize, from.y as usize));
                }
            }
        }
    }
}

impl Pictures {
    fn add(&mut self, picture: Picture, scale: (f32, f32), place: Affine) {
        let scale = Affine::scale_non_uniform(f64::from(scale.0), f64::from(scale.1));
        let place = place * scale;
        if place.is_finite() && place.determinant() != 0.0 {
            self.pictures.push(Placed { picture, place });
        }
    }
}

impl<'a> Device<'a> for Pictures {
    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.pixels += f64::from(image.width()) * f64::from(image.height());
        if self.pixels > PIXELS_MAX {
            return;
        }
        match image {
            Image::Raster(raster) => raster.with_rgba(
                |data, _| match data {
                    ImageData::Luma(luma) => {
                        self.add(
                            grey(luma.width, luma.height, luma.data),
                            luma.scale_factors,
                            props.transform,
                        );
                    }
                    ImageData::Rgb(rgb) => {
                        self.add(shades(&rgb), rgb.scale_factors, props.transform);
                    }
                },
                None,
            ),
            Image::Stencil(stencil) => stencil.with_stencil(
                |mask, _| {
                    self.add(inked(&mask), mask.scale_factors, props.transform);
                },
                None,
            ),
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn pop_clip(&mut self) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}
}

fn grey(width: u32, height: u32, pixels: Vec<u8>) -> Picture {
    Picture {
        width: width as usize,
        height: height as usize,
        pixels,
    }
}

/// How light the colours of a picture are.
fn shades(rgb: &RgbData) -> Picture {
    let (pixels, _) = rgb.data.as_chunks::<3>();
    let light = |[red, green, blue]: &[u8; 3]| {
        let [red, green, blue] = [*red, *green, *blue].map(u32::from);
        ((30 * red + 59 * green + 11 * blue) / 100) as u8
    };
    grey(rgb.width, rgb.height, pixels.iter().map(light).collect())
}

/// A mask through which ink is put on the page.
fn inked(mask: &LumaData) -> Picture {
    let ink = mask.data.iter().map(|&opaque| 255 - opaque);
    grey(mask.width, mask.height, ink.collect())
}
