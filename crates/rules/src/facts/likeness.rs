//! How far two short texts speak of the same thing: by the pairs of neighbouring Chinese characters
//! they have in common. Pairs that say nothing about a subject (工作, 数量) are left out; they are
//! listed in `official/words/general.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::is_han;

/// The pairs of neighbouring characters of a text, each once, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<u32>);

/// Characters that join words and belong to none.
const JOINTS: [char; 16] = [
    '的', '和', '与', '及', '等', '对', '为', '在', '并', '或', '各', '每', '其', '了', '使', '将',
];

/// A bit for each of them, so that most others are told at once.
const JOINT_BITS: u64 = {
    let mut bits = 0;
    let mut at = 0;
    while at < JOINTS.len() {
        bits |= 1 << (JOINTS[at] as u32 % u64::BITS);
        at += 1;
    }
    bits
};

fn is_joint(c: char) -> bool {
    JOINT_BITS >> (c as u32 % u64::BITS) & 1 != 0 && JOINTS.contains(&c)
}

/// Most characters of a text that are looked at.
const MAX_CHARS: usize = 4_000;
/// Most indicators have no more pairs than this.
const USUAL_PAIRS: usize = 32;

impl Pairs {
    /// The pairs that tell what a text is about.
    pub fn of(text: &str) -> Pairs {
        Pairs::of_all([text])
    }

    /// The same of several texts together.
    pub fn of_all<'t>(texts: impl IntoIterator<Item = &'t str>) -> Pairs {
        let mut telling = Vec::with_capacity(USUAL_PAIRS);
        for text in texts {
            add_telling(text, &mut telling);
        }
        Pairs::sorted(telling)
    }

    /// The pairs of some texts that are known, and those of further texts.
    pub fn with_more<'t>(known: &[Pairs], texts: impl IntoIterator<Item = &'t str>) -> Pairs {
        let mut telling: Vec<u32> = known.iter().flat_map(Pairs::iter).collect();
        for text in texts {
            add_telling(text, &mut telling);
        }
        Pairs::sorted(telling)
    }

    /// All pairs, those that say nothing included.
    pub fn with_general(text: &str) -> Pairs {
        Pairs::sorted(places(text).flatten().collect())
    }

    fn sorted(mut pairs: Vec<u32>) -> Pairs {
        pairs.sort_unstable();
        pairs.dedup();
        Pairs(pairs)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many both have.
    pub fn common(&self, other: &Pairs) -> usize {
        let (few, many) = match self.len() <= other.len() {
            true => (self, other),
            false => (other, self),
        };
        let shared = few
            .0
            .iter()
            .filter(|pair| many.0.binary_search(pair).is_ok());
        shared.count()
    }

    /// Whether both have one.
    pub fn touch(&self, other: &Pairs) -> bool {
        let (few, many) = match self.len() <= other.len() {
            true => (self, other),
            false => (other, self),
        };
        few.0.iter().any(|pair| many.0.binary_search(pair).is_ok())
    }

    /// Those that another does not have.
    pub fn without(&self, other: &Pairs) -> Pairs {
        let own = self.0.iter().copied();
        Pairs(
            own.filter(|pair| other.0.binary_search(pair).is_err())
                .collect(),
        )
    }

    fn has(&self, pair: u32) -> bool {
        self.0.binary_search(&pair).is_ok()
    }

    /// The pairs themselves, as numbers that mean nothing outside.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

/// The pairs of a text in its order; `None` where a pair would span punctuation, a figure or a
/// joint.
fn places(text: &str) -> impl Iterator<Item = Option<u32>> {
    let mut before = None;
    text.chars().take(MAX_CHARS).map(move |c| {
        let own = Some(c).filter(|c| is_han(*c) && !is_joint(*c));
        let pair = before.zip(own).map(|(first, second)| pair(first, second));
        before = own;
        pair
    })
}

/// Adds the pairs that tell what a text is about. What stands between a general pair and the next
/// word (the 障政 of 保障政务) is half of each and tells nothing either.
fn add_telling(text: &str, telling: &mut Vec<u32>) {
    let general = &*GENERAL;
    let mut kept: Option<u32> = None;
    let mut after_general = false;
    for place in places(text) {
        let is_general = place.is_some_and(|pair| general.has(pair));
        if let Some(pair) = kept.filter(|_| !is_general) {
            telling.push(pair);
        }
        kept = place.filter(|_| !is_general && !after_general);
        after_general = is_general;
    }
    telling.extend(kept);
}

/// Both are below U+10000.
fn pair(first: char, second: char) -> u32 {
    (first as u32) << 16 | second as u32
}

/// The pairs of `official/words/general.toml`, each in the slot its hash says or in one after it;
/// 0 is no pair. Most slots are free, so that most other pairs are told at once.
struct General(Box<[u32; General::SLOTS]>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "said for people")]
    checked: toml::value::Datetime,
    pairs: Vec<String>,
}

static GENERAL: LazyLock<General> = LazyLock::new(|| {
    load(include_str!("../../../../official/words/general.toml"))
        .unwrap_or_else(|problem| panic!("official/words/general.toml: {problem}"))
});

fn load(data: &str) -> Result<General, String> {
    let file: File = toml::from_str(data).map_err(|e| e.to_string())?;
    let mut general = General(Box::new([0; General::SLOTS]));
    if file.pairs.len() * 2 > General::SLOTS {
        return Err("more pairs than there is room for".to_owned());
    }
    for word in file.pairs {
        let mut chars = word.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(first), Some(second), None) if is_han(first) && is_han(second) => {
                general.insert(pair(first, second));
            }
            _ => return Err(format!("`{word}` is no pair of Chinese characters")),
        }
    }
    Ok(general)
}

impl General {
    const SLOTS: usize = 1 << General::BITS;
    const BITS: u32 = 12;

    /// The slot of a pair, or the free one where it would stand.
    fn slot(&self, pair: u32) -> usize {
        let hash = pair.wrapping_mul(0x9E37_79B1) >> (u32::BITS - General::BITS);
        let mut slot = hash as usize;
        while self.0[slot] != 0 && self.0[slot] != pair {
            slot = (slot + 1) % General::SLOTS;
        }
        slot
    }

    fn insert(&mut self, pair: u32) {
        let slot = self.slot(pair);
        self.0[slot] = pair;
    }

    fn has(&self, pair: u32) -> bool {
        self.0[self.slot(pair)] == pair
    }
}

/// Things found by the pairs they have in common with a text, without looking at each of them.
#[derive(Debug, Default)]
pub struct Index {
    /// Pair and number of the thing, in order.
    entries: Vec<Entry>,
}

/// A pair in the upper half, the number of a thing in the lower: in order as a tuple would be, and
/// put in order faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry(u64);

impl Entry {
    fn new(pair: u32, number: u32) -> Entry {
        Entry(u64::from(pair) << u32::BITS | u64::from(number))
    }

    fn pair(self) -> u32 {
        (self.0 >> u32::BITS) as u32
    }

    fn number(self) -> u32 {
        self.0 as u32
    }
}

/// A pair that more things than this have tells none of them.
const MAX_SHARED: usize = 64;

impl Index {
    /// An index of things, each told by its pairs, numbered from 0.
    pub fn new<'p>(things: impl IntoIterator<Item = &'p Pairs>) -> Index {
        let mut entries = Vec::new();
        for (number, pairs) in (0u32..).zip(things) {
            entries.extend(pairs.iter().map(|pair| Entry::new(pair, number)));
        }
        entries.sort_unstable();
        Index { entries }
    }

    /// The same for things that are looked for by a few pairs only.
    pub fn limited<'p>(things: impl IntoIterator<Item = &'p Pairs>, wanted: &Pairs) -> Index {
        let mut entries = Vec::new();
        for (number, pairs) in (0u32..).zip(things) {
            let looked_for = pairs.iter().filter(|pair| wanted.has(*pair));
            entries.extend(looked_for.map(|pair| Entry::new(pair, number)));
        }
        entries.sort_unstable();
        Index { entries }
    }

    /// The things that share a pair with a text, and how many they share; by number.
    pub fn alike(&self, pairs: &Pairs) -> Vec<(usize, usize)> {
        let mut entries = self.entries.as_slice();
        let mut hits: Vec<u32> = Vec::with_capacity(pairs.len() * 4);
        for pair in pairs.iter() {
            // Both are in order, so that what lies before need not be looked at again.
            let from = entries.partition_point(|entry| entry.pair() < pair);
            entries = &entries[from..];
            let same = entries.iter().take_while(|entry| entry.pair() == pair);
            let before = hits.len();
            hits.extend(same.take(MAX_SHARED + 1).map(|entry| entry.number()));
            if hits.len() - before > MAX_SHARED {
                hits.truncate(before);
            }
        }
        hits.sort_unstable();
        let groups = hits.chunk_by(|a, b| a == b);
        groups
            .map(|group| (group[0] as usize, group.len()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn general_pairs_and_joints_tell_nothing() {
        assert!(Pairs::of("保障工作正常开展").is_empty());
        assert_eq!(Pairs::of("保障培训工作"), Pairs::of("培训数量"));
        assert_eq!(Pairs::of("党员、学员"), Pairs::of("学员的党员"));
        assert!(!Pairs::with_general("保障工作").is_empty());
    }

    #[test]
    fn common_pairs_are_counted_once() {
        let goal = Pairs::of("对全市护林员年度考核");
        assert_eq!(goal.common(&Pairs::of("护林员考核")), 3);
        assert_eq!(goal.common(&Pairs::of("护林员培训、督查")), 2);
        assert!(!goal.touch(&Pairs::of("会议出勤率")));
        assert_eq!(Pairs::of("考核考核").len(), 2);
    }

    #[test]
    fn things_are_found_by_what_they_share() {
        let things = ["道路养护里程", "桥梁养护座数", "绿化面积"].map(Pairs::of);
        let index = Index::new(&things);
        let found = index.alike(&Pairs::of("养护道路"));
        assert_eq!(found, [(0, 2), (1, 1)]);
        assert!(index.alike(&Pairs::of("培训")).is_empty());
    }
}
