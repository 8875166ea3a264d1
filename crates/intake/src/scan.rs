//! Pages that are pictures: what a program that recognises characters is given, and what it gives
//! back. No such program is part of this crate; whoever has one passes it to
//! [`inspect_scans`](crate::inspect_scans).

/// A picture in shades of grey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Row by row from the top left; 0 is black, 255 white. There are `width` × `height`.
    pub pixels: Vec<u8>,
}

impl Picture {
    /// A white picture.
    pub fn white(width: usize, height: usize) -> Picture {
        Picture {
            width,
            height,
            pixels: vec![255; width * height],
        }
    }

    /// The shade of a pixel; beyond the edges it is white.
    pub fn shade(&self, x: usize, y: usize) -> u8 {
        let is_inside = x < self.width;
        let shade = is_inside.then(|| self.pixels.get(y * self.width + x));
        shade.flatten().copied().unwrap_or(255)
    }

    /// Paints a pixel; beyond the edges nothing is painted.
    pub fn paint(&mut self, x: usize, y: usize, shade: u8) {
        if x >= self.width {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut(y * self.width + x) {
            *pixel = shade;
        }
    }
}

/// Characters that were recognised in a picture, and stand close to each other on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The characters.
    pub text: String,
    /// Left edge in pixels.
    pub left: usize,
    /// Top edge.
    pub top: usize,
    /// Right edge.
    pub right: usize,
    /// Bottom edge.
    pub bottom: usize,
    /// How sure the program is, in percent.
    pub confidence: u8,
}

impl Word {
    /// The height it stands at.
    pub fn middle(&self) -> usize {
        usize::midpoint(self.top, self.bottom)
    }
}

/// A program that recognises characters.
pub trait Recogniser: Sync {
    /// The words of a picture that holds nothing but lines of text, one below the other.
    ///
    /// # Errors
    ///
    /// Why it could not be done, in words for a person.
    fn words(&self, picture: &Picture) -> Result<Vec<Word>, String>;
}
