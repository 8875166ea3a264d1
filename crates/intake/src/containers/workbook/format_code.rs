//! Format codes of numbers (`#,##0.00`, `0!.0,"万元"`, `yyyy"年"m"月"`), taken apart.

/// One of the up to four parts of a code, which are for positive, negative, zero and text.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) tokens: Vec<Token>,
    pub(super) condition: Option<Condition>,
    /// Digits are grouped by three.
    pub(super) thousands: bool,
    /// The number is shown times ten to this power.
    pub(super) shift: i32,
    /// Numbers are to be written with Chinese digits.
    pub(super) chinese: bool,
}

/// A piece of a code.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// `0`, `#` or `?`
    Digit(char),
    Point,
    Literal(String),
    /// The number as if it had no format.
    General,
    /// The text of the cell.
    Text,
    /// Letters of a date or time, as often as they stand there: `yyyy`.
    Date(char, usize),
    /// `[h]`: hours, minutes or seconds in all.
    Elapsed(char),
    /// Which half of the day, by these names.
    HalfDay(&'static str, &'static str),
}

/// `[>=10000]`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    sign: Sign,
    bound: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    Equal,
    Other,
}

impl Condition {
    pub(super) fn holds(self, number: f64) -> bool {
        match self.sign {
            Sign::Less => number < self.bound,
            Sign::LessOrEqual => number <= self.bound,
            Sign::More => number > self.bound,
            Sign::MoreOrEqual => number >= self.bound,
            Sign::Equal => number == self.bound,
            Sign::Other => number != self.bound,
        }
    }

    fn new(text: &str) -> Option<Condition> {
        let signs = [
            ("<=", Sign::LessOrEqual),
            (">=", Sign::MoreOrEqual),
            ("<>", Sign::Other),
            ("<", Sign::Less),
            (">", Sign::More),
            ("=", Sign::Equal),
        ];
        signs.into_iter().find_map(|(sign, meaning)| {
            let bound = text.strip_prefix(sign)?.trim().parse().ok()?;
            Some(Condition {
                sign: meaning,
                bound,
            })
        })
    }
}

/// Pieces of a code that are looked at; programs write at most 255 characters.
const CODE_CHARS_MAX: usize = 1024;

/// Takes a code apart.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let chars: Vec<char> = code.chars().take(CODE_CHARS_MAX).collect();
    let mut sections = vec![Section::default()];
    let mut rest = chars.as_slice();
    while let Some((&first, after)) = rest.split_first() {
        if first == ';' {
            sections.push(Section::default());
            rest = after;
        } else if let Some(section) = sections.last_mut() {
            rest = section.take(rest);
        }
    }
    sections.iter_mut().for_each(Section::tell_minutes);
    sections
}

/// Words of a code, and what they mean. Chinese editions have names of their own for two of them.
const WORDS: [(&str, Token); 6] = [
    ("General", Token::General),
    ("G/通用格式", Token::General),
    ("AM/PM", Token::HalfDay("AM", "PM")),
    ("A/P", Token::HalfDay("A", "P")),
    ("上午/下午", Token::HalfDay("上午", "下午")),
    ("@", Token::Text),
];

impl Section {
    /// Takes the next piece of a code, and gives back the rest.
    fn take<'c>(&mut self, code: &'c [char]) -> &'c [char] {
        for (word, token) in WORDS {
            let length = word.chars().count();
            let is_word = code.len() >= length
                && word
                    .chars()
                    .zip(code)
                    .all(|(a, b)| a.eq_ignore_ascii_case(b));
            if is_word {
                self.tokens.push(token);
                return &code[length..];
            }
        }
        let Some((&first, after)) = code.split_first() else {
            return code;
        };
        match first {
            '"' => {
                let end = after.iter().position(|&c| c == '"').unwrap_or(after.len());
                self.literal(after[..end].iter().collect());
                return after.get(end + 1..).unwrap_or_default();
            }
            '[' => {
                let end = after.iter().position(|&c| c == ']').unwrap_or(after.len());
                self.bracketed(&after[..end].iter().collect::<String>());
                return after.get(end + 1..).unwrap_or_default();
            }
            '\\' | '!' | '_' | '*' => {
                let Some((next, after)) = after.split_first() else {
                    return after;
                };
                match first {
                    '_' => self.literal(" ".into()), // as wide as the next character
                    '*' => {}                        // the next character fills up the cell
                    _ => self.literal(next.to_string()),
                }
                return after;
            }
            ',' if matches!(self.tokens.last(), Some(Token::Digit(_))) => {
                return self.commas(code);
            }
            '0' | '#' | '?' => self.tokens.push(Token::Digit(first)),
            '.' if self.tokens.contains(&Token::Point) => self.literal(".".into()),
            '.' => self.tokens.push(Token::Point),
            '%' => {
                self.shift += 2;
                self.literal("%".into());
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'e' | 'a' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                return self.date(code);
            }
            'E' if matches!(after.first(), Some('+' | '-')) => {
                // So many digits would be lost that no amount is ever meant so.
                self.tokens = vec![Token::General];
                let end = code.iter().position(|&c| c == ';').unwrap_or(code.len());
                return &code[end..];
            }
            '/' if matches!(self.tokens.last(), Some(Token::Digit(_))) => {
                self.tokens = vec![Token::General]; // a fraction
                let end = code.iter().position(|&c| c == ';').unwrap_or(code.len());
                return &code[end..];
            }
            other => self.literal(other.to_string()),
        }
        after
    }

    fn literal(&mut self, text: String) {
        match self.tokens.last_mut() {
            Some(Token::Literal(before)) => before.push_str(&text),
            _ => self.tokens.push(Token::Literal(text)),
        }
    }

    /// Commas between digits group them; after the last digit each one leaves three digits out.
    fn commas<'c>(&mut self, code: &'c [char]) -> &'c [char] {
        let count = code.iter().take_while(|&&c| c == ',').count();
        match code.get(count) {
            Some('0' | '#' | '?') => self.thousands = true,
            _ => self.shift -= 3 * count as i32,
        }
        &code[count..]
    }

    fn date<'c>(&mut self, code: &'c [char]) -> &'c [char] {
        let letter = code.first().map_or('y', char::to_ascii_lowercase);
        let same = |c: &&char| c.to_ascii_lowercase() == letter;
        let count = code.iter().take_while(same).count();
        if letter == 'a' && count < 3 {
            let letters: String = code[..count].iter().collect();
            self.literal(letters);
        } else {
            self.tokens.push(Token::Date(letter, count));
        }
        &code[count..]
    }

    fn bracketed(&mut self, text: &str) {
        let lower = text.to_ascii_lowercase();
        if let Some(condition) = Condition::new(text) {
            self.condition = Some(condition);
        } else if lower.starts_with("dbnum1") {
            self.chinese = true;
        } else if let Some(letter @ ('h' | 'm' | 's')) = lower.chars().next()
            && lower.chars().all(|c| c == letter)
        {
            self.tokens.push(Token::Elapsed(letter));
        } else if let Some(currency) = text.strip_prefix('$') {
            let symbol = currency.split('-').next().unwrap_or_default();
            if !symbol.is_empty() {
                self.literal(symbol.to_owned());
            }
        }
        // What else stands in brackets is a colour.
    }

    /// `m` is a minute after hours and before seconds, and a month everywhere else.
    fn tell_minutes(&mut self) {
        let mut last = None;
        for i in 0..self.tokens.len() {
            let after_hours = matches!(last, Some('h'));
            let before_seconds = || {
                self.tokens[i + 1..].iter().find_map(|token| match token {
                    Token::Date(letter, _) => Some(*letter),
                    _ => None,
                }) == Some('s')
            };
            let is_minute = match self.tokens[i] {
                Token::Date('m', 1 | 2) => after_hours || before_seconds(),
                _ => false,
            };
            match &mut self.tokens[i] {
                Token::Date(letter, _) => {
                    last = Some(*letter);
                    if is_minute {
                        *letter = 'n';
                    }
                }
                Token::Elapsed(letter) => last = Some(*letter),
                _ => {}
            }
        }
    }
}

/// The code that goes by a number in every workbook (ECMA-376, 18.8.30), as Chinese editions show
/// it.
pub(super) fn built_in(number: u32) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "\"¥\"#,##0;\"¥\"\\-#,##0",
        7 | 8 => "\"¥\"#,##0.00;\"¥\"\\-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        41 => "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
        42 => "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
        43 => "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        44 => "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        49 => "@",
        _ => "General",
    }
}
