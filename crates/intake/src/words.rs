//! A few words that are looked for in texts, all of them at once.

use std::ops::Range;

use serde::Deserialize;

/// Words in the order of their file. A look at one character tells most places of a text to hold
/// none.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    words: Vec<Word>,
    first: Characters,
    last: Characters,
}

#[derive(Debug)]
struct Word {
    text: String,
    first: char,
    last: char,
}

impl Word {
    fn new(text: String) -> Option<Word> {
        let (first, last) = (text.chars().next()?, text.chars().next_back()?);
        Some(Word { text, first, last })
    }
}

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Words {
        let words: Vec<Word> = words.into_iter().filter_map(Word::new).collect();
        Words {
            first: words.iter().map(|word| word.first).collect(),
            last: words.iter().map(|word| word.last).collect(),
            words,
        }
    }
}

impl Words {
    /// The words in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.text.as_str())
    }

    /// The longest word at the start of a text.
    pub fn at_start(&self, text: &str) -> Option<&str> {
        let first = text.chars().next()?;
        if !self.first.may_have(first) {
            return None;
        }
        let words = self.words.iter().filter(|word| word.first == first);
        words
            .map(|word| word.text.as_str())
            .filter(|word| text.starts_with(word))
            .max_by_key(|word| word.len())
    }

    /// The longest word at the end of a text.
    pub fn at_end(&self, text: &str) -> Option<&str> {
        let last = text.chars().next_back()?;
        if !self.last.may_have(last) {
            return None;
        }
        let words = self.words.iter().filter(|word| word.last == last);
        words
            .map(|word| word.text.as_str())
            .filter(|word| text.ends_with(word))
            .max_by_key(|word| word.len())
    }

    /// Where the first word in a text stands; of several there, the longest.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        text.char_indices()
            .filter(|(_, c)| self.first.may_have(*c))
            .find_map(|(at, _)| Some(at..at + self.at_start(&text[at..])?.len()))
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.iter().any(|word| word == text)
    }

    /// Whether a word ends with a character.
    pub fn end_with(&self, c: char) -> bool {
        self.last.may_have(c) && self.words.iter().any(|word| word.last == c)
    }
}

/// A set of characters that may have a few more than were put in.
#[derive(Clone, Copy, Debug, Default)]
struct Characters(u64);

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Characters {
        let bits = characters.into_iter().map(Characters::bit);
        Characters(bits.fold(0, |all, bit| all | bit))
    }
}

impl Characters {
    fn bit(c: char) -> u64 {
        1 << (c as u32 % 64)
    }

    fn may_have(self, c: char) -> bool {
        self.0 & Characters::bit(c) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_longest_word_is_found() {
        let words = Words::from(["达", "达到", "不低于"].map(str::to_owned).to_vec());
        assert_eq!(words.at_start("达到95%"), Some("达到"));
        assert_eq!(words.at_start("到达"), None);
        assert_eq!(words.at_end("均达"), Some("达"));
        assert_eq!(words.find("合格率不低于"), Some(9..18));
        assert_eq!(words.find("合格率"), None);
        assert!(words.has("达到") && !words.has("到"));
        assert!(words.end_with('于') && !words.end_with('不'));
    }
}
