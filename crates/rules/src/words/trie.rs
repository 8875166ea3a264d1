//! Words looked for at every place of a text.
//!
//! Most characters begin no word, and what begins one mostly ends after a character or two. So a
//! step from each character costs less than an automaton, whose steps wait for each other.

use std::str::Chars;

/// A set of words, numbered in the order in which they were given.
pub(super) struct Trie {
    /// For each character of the basic plane the node of the words that it begins; 0 for none.
    first: Box<[u16]>,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// The word that ends here.
    word: Option<u16>,
    /// Where longer words go on.
    next: Vec<(char, u16)>,
    /// A bit for each of the characters there, so that most others are told at once.
    bits: u64,
}

impl Trie {
    /// Fails on an empty word, on a character beyond the basic plane, and if there are too many.
    pub(super) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<Trie, String> {
        let mut trie = Trie {
            first: vec![0; 1 << u16::BITS].into(),
            nodes: vec![Node::default()],
        };
        for (number, word) in words.into_iter().enumerate() {
            let cannot = || format!("`{word}` cannot be looked for");
            let mut chars = word.chars();
            let first = chars.next().ok_or_else(cannot)?;
            let mut at = trie.node(first);
            if at == 0 {
                at = trie.add().ok_or_else(cannot)?;
                *trie.first.get_mut(first as usize).ok_or_else(cannot)? = at;
            }
            for c in chars {
                at = trie.step(at, c).ok_or_else(cannot)?;
            }
            trie.nodes[usize::from(at)].word = Some(u16::try_from(number).map_err(|_| cannot())?);
        }
        Ok(trie)
    }

    /// The node after a further character, made if there is none; none if there is no room.
    fn step(&mut self, at: u16, c: char) -> Option<u16> {
        let known = self.nodes[usize::from(at)].after(c);
        if known != 0 {
            return Some(known);
        }
        let new = self.add()?;
        let node = &mut self.nodes[usize::from(at)];
        node.next.push((c, new));
        node.bits |= Node::bit(c);
        Some(new)
    }

    fn add(&mut self) -> Option<u16> {
        let number = u16::try_from(self.nodes.len()).ok()?;
        self.nodes.push(Node::default());
        Some(number)
    }

    fn node(&self, first: char) -> u16 {
        self.first.get(first as usize).copied().unwrap_or(0)
    }

    /// Tells every word that begins with `first` and goes on as `rest` does: how many bytes of it
    /// are left, and the number of the word.
    #[inline(always)]
    pub(super) fn beginning(&self, first: char, rest: Chars<'_>, tell: impl FnMut(usize, usize)) {
        // Most characters begin no word, or none that goes on so; no call is made for them.
        let at = self.node(first);
        if at != 0 {
            let node = &self.nodes[usize::from(at)];
            let next = rest.as_str().chars().next();
            if node.word.is_some() || next.is_some_and(|c| node.may_go_on(c)) {
                self.going_on(node, rest, tell);
            }
        }
    }

    fn going_on<'t>(
        &'t self,
        mut node: &'t Node,
        mut rest: Chars<'_>,
        mut tell: impl FnMut(usize, usize),
    ) {
        loop {
            if let Some(word) = node.word {
                tell(rest.as_str().len(), usize::from(word));
            }
            match rest.next().map_or(0, |c| node.after(c)) {
                0 => return,
                at => node = &self.nodes[usize::from(at)],
            }
        }
    }
}

impl Node {
    fn bit(c: char) -> u64 {
        1 << (c as u32 % u64::BITS)
    }

    /// Whether words may go on with a character.
    fn may_go_on(&self, c: char) -> bool {
        self.bits & Node::bit(c) != 0
    }

    /// Where words go on with a character; 0 if none does.
    fn after(&self, c: char) -> u16 {
        if !self.may_go_on(c) {
            return 0;
        }
        let found = self.next.iter().find(|(next, _)| *next == c);
        found.map_or(0, |(_, node)| *node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(words: &[&str], text: &'t str) -> Vec<(usize, &'t str)> {
        let trie = Trie::new(words.iter().copied()).expect("the words can be looked for");
        let mut found = Vec::new();
        for (start, c) in text.char_indices() {
            let rest = text[start + c.len_utf8()..].chars();
            trie.beginning(c, rest, |left, number| {
                let word = &text[start..text.len() - left];
                assert_eq!(word, words[number]);
                found.push((start, word));
            });
        }
        found
    }

    #[test]
    fn words_within_words_and_over_each_other_are_all_found() {
        let words = ["满意", "满意度", "意度", "率", "3"];
        let expected = [
            (0, "满意"),
            (0, "满意度"),
            (3, "意度"),
            (9, "3"),
            (10, "率"),
        ];
        assert_eq!(found(&words, "满意度3率"), expected);
        assert_eq!(found(&words, "满心如意"), []);
        assert_eq!(found(&words, "满"), []);
        assert_eq!(found(&words, "𠀀率"), [(4, "率")]);
    }

    #[test]
    fn all_words_are_found_in_all_short_texts() {
        let words = ["甲", "甲乙", "乙甲乙", "乙丙", "丙丙丙", "甲乙丙甲"];
        let mut texts = vec![String::new()];
        for at in 0.. {
            let Some(text) = texts.get(at).cloned() else {
                break;
            };
            let starts = text.char_indices().map(|(start, _)| start);
            let mut expected: Vec<_> = starts
                .flat_map(|start| words.map(|word| (start, word)))
                .filter(|(start, word)| text[*start..].starts_with(word))
                .collect();
            let mut found = found(&words, &text);
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "{text}");
            if text.chars().count() < 6 {
                texts.extend(["甲", "乙", "丙"].map(|next| format!("{text}{next}")));
            }
        }
    }

    #[test]
    fn what_cannot_be_looked_for_is_refused() {
        assert!(Trie::new([""]).is_err());
        assert!(Trie::new(["𠀀"]).is_err());
    }
}
