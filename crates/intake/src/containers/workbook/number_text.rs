//! Decimal digits of the numbers that workbooks keep in binary, to the 15 digits that they show.

/// A number as 0.d₁d₂d₃… × 10^point, without zeros at either end; zero has no digits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Digits {
    pub(super) negative: bool,
    digits: Vec<u8>,
    point: i32,
}

/// Digits that a number of a workbook has.
const DIGITS: usize = 15;
/// Characters that a number without a format may take.
const GENERAL_CHARS: i32 = 11;
/// No number of 64 bits is longer.
const POINT_MAX: i32 = 310;

impl Digits {
    pub(super) fn new(number: f64) -> Digits {
        let text = format!("{:.*e}", DIGITS - 1, number.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        let mut digits = Digits {
            negative: number < 0.0,
            digits: digits.map(|digit| digit - b'0').collect(),
            point: exponent.parse::<i32>().unwrap_or(0) + 1,
        };
        digits.trim();
        digits
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.negative, self.point) = (false, 0);
        }
    }

    /// The number without its sign.
    pub(super) fn unsigned(mut self) -> Digits {
        self.negative = false;
        self
    }

    /// The number times ten to a power.
    pub(super) fn shifted(mut self, by: i32) -> Digits {
        self.point = (self.point + by).clamp(-POINT_MAX, POINT_MAX);
        self
    }

    /// The number to so many decimals, half away from zero.
    pub(super) fn rounded(mut self, decimals: i32) -> Digits {
        let kept = self.point + decimals;
        if kept < 0 {
            self.digits.clear();
        } else if let Some(&next) = self.digits.get(kept as usize) {
            self.digits.truncate(kept as usize);
            if next >= 5 {
                self.count_up();
            }
        }
        self.trim();
        self
    }

    fn count_up(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// The digits before the point, without zeros in front.
    pub(super) fn whole(&self) -> String {
        (0..self.point).map(|at| self.digit(at)).collect()
    }

    /// The digits after the point, as many as there are up to the last that is not zero.
    pub(super) fn decimals(&self) -> String {
        let end = (self.digits.len() as i32).max(self.point);
        (self.point..end).map(|at| self.digit(at)).collect()
    }

    fn digit(&self, at: i32) -> char {
        let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
        char::from(b'0' + digit.copied().unwrap_or(0))
    }

    /// The number as a cell without a format shows it. Where Excel would take refuge to powers
    /// of ten, it is written out.
    pub(super) fn general(self) -> String {
        let whole = self.point.max(1);
        let small = self.point < -4;
        let rounded = match small {
            true => self,
            false => self.rounded((GENERAL_CHARS - 1 - whole).max(0)),
        };
        let sign = if rounded.negative { "-" } else { "" };
        let whole = rounded.whole();
        let whole = if whole.is_empty() { "0" } else { &whole };
        match rounded.decimals().as_str() {
            "" => format!("{sign}{whole}"),
            decimals => format!("{sign}{whole}.{decimals}"),
        }
    }
}
