//! Which pixels of a page are ink, and does the page stand straight?

use super::Area;
use crate::scan::Picture;

/// Which pixels are ink.
#[derive(Clone)]
pub(super) struct Ink {
    pub(super) width: usize,
    pub(super) height: usize,
    dark: Vec<bool>,
}

impl Ink {
    /// What is darker than the shade that parts paper and ink best.
    pub(super) fn of(picture: &Picture) -> Ink {
        let threshold = threshold(&picture.pixels);
        Ink {
            width: picture.width,
            height: picture.height,
            dark: picture.pixels.iter().map(|&p| p < threshold).collect(),
        }
    }

    /// A row of pixels from one column to another.
    pub(super) fn row(&self, y: usize, left: usize, right: usize) -> &[bool] {
        let start = y * self.width;
        let (left, right) = (left.min(self.width), right.min(self.width));
        self.dark
            .get(start + left..start + right.max(left))
            .unwrap_or_default()
    }

    /// Takes all ink out of an area.
    pub(super) fn erase(&mut self, area: Area) {
        let right = area.right.min(self.width);
        let left = area.left.min(right);
        for y in area.top..area.bottom.min(self.height) {
            let start = y * self.width;
            self.dark[start + left..start + right].fill(false);
        }
    }

    /// With rows for columns.
    pub(super) fn transposed(&self) -> Ink {
        let mut dark = Vec::with_capacity(self.dark.len());
        for x in 0..self.width {
            dark.extend((0..self.height).map(|y| self.dark[y * self.width + x]));
        }
        Ink {
            width: self.height,
            height: self.width,
            dark,
        }
    }
}

/// The shade that parts two kinds of pixels best: each kind then differs least within itself
/// (Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979).
fn threshold(pixels: &[u8]) -> u8 {
    let mut counts = [0_u64; 256];
    pixels
        .iter()
        .for_each(|&pixel| counts[usize::from(pixel)] += 1);
    let weighted = |counts: &[u64]| -> f64 {
        let each = counts.iter().enumerate();
        each.map(|(shade, &count)| shade as f64 * count as f64)
            .sum()
    };
    let (total, sum) = (pixels.len() as f64, weighted(&counts));
    let (mut dark, mut dark_sum) = (0.0, 0.0);
    let mut best = (0.0, 128_u8);
    for (shade, &count) in counts.iter().enumerate() {
        dark += count as f64;
        dark_sum += shade as f64 * count as f64;
        let light = total - dark;
        if dark == 0.0 || light == 0.0 {
            continue;
        }
        let apart = dark_sum / dark - (sum - dark_sum) / light;
        let between = dark * light * apart * apart;
        if between > best.0 {
            best = (between, u8::try_from(shade + 1).unwrap_or(u8::MAX));
        }
    }
    best.1
}

/// The picture turned back by a small angle: `slope` is how far its lying lines fall for each
/// pixel to the right.
pub(super) fn straightened(picture: &Picture, slope: f32) -> Picture {
    let (sine, cosine) = slope.atan().sin_cos();
    let middle = (picture.width as f32 / 2.0, picture.height as f32 / 2.0);
    let mut straight = Picture::white(picture.width, picture.height);
    for y in 0..picture.height {
        for x in 0..picture.width {
            let (across, down) = (x as f32 - middle.0, y as f32 - middle.1);
            let from_x = middle.0 + across * cosine - down * sine;
            let from_y = middle.1 + across * sine + down * cosine;
            if from_x >= 0.0 && from_y >= 0.0 {
                let shade = picture.shade(from_x.round() as usize, from_y.round() as usize);
                straight.paint(x, y, shade);
            }
        }
    }
    straight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_and_ink_are_parted_where_they_differ_most() {
        let grey_on_yellowed = [vec![120; 50], vec![210; 500], vec![225; 300]].concat();
        assert!((121..=210).contains(&threshold(&grey_on_yellowed)));
        let blank = Picture::white(4, 4);
        assert!(!Ink::of(&blank).row(1, 0, 4).contains(&true));
    }
}
