//! A set of words that finds the longest one at a place.

/// Words with a meaning each, in groups by their first character.
#[derive(Debug)]
pub(super) struct Words<T> {
    /// First characters in order, each with the range of its words in `words`.
    starts: Vec<(char, u32, u32)>,
    /// Words of one first character together, longest first.
    words: Vec<(String, T)>,
}

impl<T: Copy> Words<T> {
    /// Collects words; of two equal ones the first stays.
    pub(super) fn new(words: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut words: Vec<(String, T)> = words.into_iter().filter(|w| !w.0.is_empty()).collect();
        words.sort_by(|(a, _), (b, _)| {
            let by_first = a.chars().next().cmp(&b.chars().next());
            by_first.then(b.len().cmp(&a.len())).then(a.cmp(b))
        });
        words.dedup_by(|later, first| later.0 == first.0);
        let mut starts: Vec<(char, u32, u32)> = Vec::new();
        for (i, (word, _)) in words.iter().enumerate() {
            let Some(first) = word.chars().next() else {
                continue;
            };
            match starts.last_mut() {
                Some((c, _, end)) if *c == first => *end = i as u32 + 1,
                _ => starts.push((first, i as u32, i as u32 + 1)),
            }
        }
        Words { starts, words }
    }

    /// The longest word at the beginning of `text`: its length in bytes and its meaning.
    pub(super) fn at(&self, text: &str) -> Option<(usize, T)> {
        let first = text.chars().next()?;
        let i = self.starts.binary_search_by_key(&first, |s| s.0).ok()?;
        let (_, from, to) = self.starts[i];
        let group = &self.words[from as usize..to as usize];
        let found = group.iter().find(|(word, _)| text.starts_with(&**word))?;
        Some((found.0.len(), found.1))
    }

    /// The meaning of `text` if it is a word as a whole.
    pub(super) fn get(&self, text: &str) -> Option<T> {
        let first = text.chars().next()?;
        let i = self.starts.binary_search_by_key(&first, |s| s.0).ok()?;
        let (_, from, to) = self.starts[i];
        let group = &self.words[from as usize..to as usize];
        Some(group.iter().find(|(word, _)| word == text)?.1)
    }
}

impl<T> Words<T> {
    /// Every word with its meaning.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.words.iter().map(|(word, meaning)| (&**word, meaning))
    }
}
