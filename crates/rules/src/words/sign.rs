//! What a text is made of besides words.

/// What rules look for in few texts. A text that has a sign may hold what the rule is about; a text
/// that lacks it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// What a misprint looks like.
    Misprint,
    /// A digit of either width.
    Digit,
    /// Seven or more digits in a row.
    LongNumber,
    /// `@`
    At,
    /// A capital Latin letter.
    Capital,
    /// An equals sign of either width.
    Equals,
    /// Brackets or quotation marks of any shape.
    Bracket,
    /// The same sign twice (`**`, `XX`, `？？`, `，，`).
    DoubledSign,
    /// The same two characters twice (`费用费用`), or a particle twice (`的的`).
    DoubledWord,
    /// Full-width digits and signs that have a usual narrow form.
    Wide,
}

/// Words of one character that never stand twice in a row.
const PARTICLES: &str = "的了和及在是为与对";
const LONG_NUMBER: usize = 7;

impl Sign {
    /// All signs.
    pub(super) const ALL: [Sign; 10] = [
        Sign::Misprint,
        Sign::Digit,
        Sign::LongNumber,
        Sign::At,
        Sign::Capital,
        Sign::Equals,
        Sign::Bracket,
        Sign::DoubledSign,
        Sign::DoubledWord,
        Sign::Wide,
    ];

    /// Its bit, counted from the upper end; classes of words are counted from the lower.
    pub(super) const fn bit(self) -> u128 {
        1 << (u128::BITS - 1 - self as u32)
    }

    /// All bits of signs.
    pub(super) fn bits() -> u128 {
        Sign::ALL.iter().fold(0, |all, sign| all | sign.bit())
    }

    /// What shows the sign wherever it stands, so that it is looked for as words are.
    pub(super) fn shown_by(self) -> Vec<String> {
        let (texts, times) = match self {
            Sign::Misprint | Sign::LongNumber => ("", 1),
            Sign::Digit => ("0123456789０１２３４５６７８９", 1),
            Sign::At => ("@", 1),
            Sign::Capital => ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1),
            Sign::Equals => ("=＝", 1),
            Sign::Bracket => ("()[]（）【】〔〕《》“”‘’", 1),
            Sign::DoubledSign => ("Xx×*＊?？，。、；：_＿", 2),
            Sign::DoubledWord => (PARTICLES, 2),
            Sign::Wide => ("≧≦％０１２３４５６７８９", 1),
        };
        texts.chars().map(|c| c.to_string().repeat(times)).collect()
    }
}

/// Whether a character is a particle.
pub fn is_particle(c: char) -> bool {
    PARTICLES.contains(c)
}

/// Whether a character is Chinese.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The last characters of a text that is walked through, for the signs that are no fixed text.
#[derive(Default)]
pub(super) struct Run {
    third: char,
    second: char,
    last: char,
    n_digits: usize,
}

impl Run {
    /// The bits of the signs that a further character completes.
    pub(super) fn add(&mut self, c: char) -> u128 {
        let is_twice = c == self.second && self.last == self.third && c != self.last;
        let bits = match c {
            _ if is_twice && is_han(c) && is_han(self.last) => Sign::DoubledWord.bit(),
            '0'..='9' => {
                self.n_digits += 1;
                match self.n_digits {
                    LONG_NUMBER => Sign::LongNumber.bit(),
                    _ => 0,
                }
            }
            _ => {
                self.n_digits = 0;
                0
            }
        };
        (self.third, self.second, self.last) = (self.second, self.last, c);
        bits
    }
}
