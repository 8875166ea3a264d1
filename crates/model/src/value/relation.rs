//! How a number bounds what it speaks of: the signs and words before and after it.

use std::sync::LazyLock;

use super::scan::Scan;
use super::words::Words;

/// How the stated number bounds the value aimed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// No sign and no word: a bare number, to be met exactly.
    #[default]
    Unstated,
    /// `=`, 等于
    Equal,
    /// `≥`, 不少于, 不低于, 至少, 以上
    AtLeast,
    /// `>`, 大于, 超过, 余
    MoreThan,
    /// `≤`, 不超过, 以内, 以下, 控制在
    AtMost,
    /// `<`, 小于, 低于
    LessThan,
    /// 约, 左右
    About,
    /// 达到: to be reached; it may be passed. Practice scores it like [`Relation::AtLeast`].
    Reaches,
}

impl Relation {
    /// Stable code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Relation::Unstated => "unstated",
            Relation::Equal => "eq",
            Relation::AtLeast => "ge",
            Relation::MoreThan => "gt",
            Relation::AtMost => "le",
            Relation::LessThan => "lt",
            Relation::About => "about",
            Relation::Reaches => "reaches",
        }
    }

    /// Whether more is better: the number is a floor.
    pub fn is_floor(self) -> bool {
        matches!(
            self,
            Relation::AtLeast | Relation::MoreThan | Relation::Reaches
        )
    }

    /// Whether less is better: the number is a ceiling.
    pub fn is_ceiling(self) -> bool {
        matches!(self, Relation::AtMost | Relation::LessThan)
    }

    /// What two statements about the same number say together (`≥50人以上`), unless they
    /// contradict each other.
    pub(super) fn and(self, other: Relation) -> Option<Relation> {
        use Relation::{AtLeast, AtMost, LessThan, MoreThan, Reaches, Unstated};
        match (self, other) {
            (Unstated, r) | (r, Unstated) => Some(r),
            (a, b) if a == b => Some(a),
            (Reaches, r) | (r, Reaches) => Some(r),
            (AtLeast, MoreThan) | (MoreThan, AtLeast) => Some(MoreThan),
            (AtMost, LessThan) | (LessThan, AtMost) => Some(LessThan),
            _ => None,
        }
    }
}

/// What the words before a number say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) relation: Relation,
    /// 控制在: a ceiling, unless a range or another relation follows.
    pub(super) kept_within: bool,
}

#[derive(Clone, Copy)]
enum Word {
    Is(Relation),
    KeptWithin,
    Filler,
}

/// Signs before a number, longest first.
const SIGNS: &[(&str, Relation)] = &[
    ("≥=", Relation::AtLeast),
    ("≥", Relation::AtLeast),
    ("≤=", Relation::AtMost),
    ("≤", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("=>", Relation::AtLeast),
    (">", Relation::MoreThan),
    ("<=", Relation::AtMost),
    ("=<", Relation::AtMost),
    ("<", Relation::LessThan),
    ("==", Relation::Equal),
    ("=", Relation::Equal),
    // Typed for ≥ and ≤ with a Chinese keyboard.
    ("》=", Relation::AtLeast),
    ("》", Relation::AtLeast),
    ("《=", Relation::AtMost),
    ("《", Relation::AtMost),
    ("≈", Relation::About),
];

/// Words before a number; of two of which one begins the other, the longer is read.
static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| {
    let words = LEADING.iter();
    Words::new(words.map(|(text, word)| ((*text).to_owned(), *word)))
});

const LEADING: &[(&str, Word)] = &[
    ("大于或者等于", Word::Is(Relation::AtLeast)),
    ("大于或等于", Word::Is(Relation::AtLeast)),
    ("大于等于", Word::Is(Relation::AtLeast)),
    ("大于", Word::Is(Relation::MoreThan)),
    ("不得少于", Word::Is(Relation::AtLeast)),
    ("不得低于", Word::Is(Relation::AtLeast)),
    ("不得超过", Word::Is(Relation::AtMost)),
    ("不得高于", Word::Is(Relation::AtMost)),
    ("不少于", Word::Is(Relation::AtLeast)),
    ("不低于", Word::Is(Relation::AtLeast)),
    ("不小于", Word::Is(Relation::AtLeast)),
    ("不超过", Word::Is(Relation::AtMost)),
    ("不超", Word::Is(Relation::AtMost)),
    ("不高于", Word::Is(Relation::AtMost)),
    ("不大于", Word::Is(Relation::AtMost)),
    ("不多于", Word::Is(Relation::AtMost)),
    ("不足", Word::Is(Relation::LessThan)),
    ("不到", Word::Is(Relation::LessThan)),
    ("不满", Word::Is(Relation::LessThan)),
    ("至少", Word::Is(Relation::AtLeast)),
    ("最少", Word::Is(Relation::AtLeast)),
    ("最低", Word::Is(Relation::AtLeast)),
    ("至多", Word::Is(Relation::AtMost)),
    ("最多", Word::Is(Relation::AtMost)),
    ("最高", Word::Is(Relation::AtMost)),
    ("上限", Word::Is(Relation::AtMost)),
    ("高于", Word::Is(Relation::MoreThan)),
    ("多于", Word::Is(Relation::MoreThan)),
    ("超过", Word::Is(Relation::MoreThan)),
    ("超出", Word::Is(Relation::MoreThan)),
    ("超", Word::Is(Relation::MoreThan)),
    ("逾", Word::Is(Relation::MoreThan)),
    ("小于或者等于", Word::Is(Relation::AtMost)),
    ("小于或等于", Word::Is(Relation::AtMost)),
    ("小于等于", Word::Is(Relation::AtMost)),
    ("小于", Word::Is(Relation::LessThan)),
    ("低于", Word::Is(Relation::LessThan)),
    ("少于", Word::Is(Relation::LessThan)),
    ("等于", Word::Is(Relation::Equal)),
    ("大约", Word::Is(Relation::About)),
    ("大概", Word::Is(Relation::About)),
    ("约为", Word::Is(Relation::About)),
    ("约", Word::Is(Relation::About)),
    ("近", Word::Is(Relation::About)),
    ("达到", Word::Is(Relation::Reaches)),
    ("达成", Word::Is(Relation::Reaches)),
    ("达", Word::Is(Relation::Reaches)),
    ("控制在", Word::KeptWithin),
    ("控制", Word::KeptWithin),
    ("确保", Word::Filler),
    ("保持在", Word::Filler),
    ("保持", Word::Filler),
    ("保证", Word::Filler),
    ("力争", Word::Filler),
    ("争取", Word::Filler),
    ("实现", Word::Filler),
    ("完成", Word::Filler),
    ("共计", Word::Filler),
    ("合计", Word::Filler),
    ("总计", Word::Filler),
    ("累计", Word::Filler),
    ("预计", Word::Filler),
    ("计划", Word::Filler),
    ("定值", Word::Filler),
    ("共", Word::Filler),
    ("为", Word::Filler),
    ("在", Word::Filler),
];

/// Words after a number or its unit.
const AFTER: &[(&str, Relation)] = &[
    ("(含)以上", Relation::AtLeast),
    ("及其以上", Relation::AtLeast),
    ("及以上", Relation::AtLeast),
    ("或以上", Relation::AtLeast),
    ("以上", Relation::AtLeast),
    ("起步", Relation::AtLeast),
    ("(含)以下", Relation::AtMost),
    ("(含)以内", Relation::AtMost),
    ("及以下", Relation::AtMost),
    ("或以下", Relation::AtMost),
    ("以下", Relation::AtMost),
    ("以内", Relation::AtMost),
    ("之内", Relation::AtMost),
    ("内", Relation::AtMost),
    ("左右", Relation::About),
    ("上下", Relation::About),
    ("(含)", Relation::Unstated),
];

/// Reads the signs and words before a number. `Err` when they contradict each other.
pub(super) fn lead(scan: &mut Scan<'_>) -> Result<Lead, ()> {
    let mut lead = Lead::default();
    while !scan.at_digit() {
        match word(scan) {
            Some(Word::Is(relation)) => lead.relation = lead.relation.and(relation).ok_or(())?,
            Some(Word::KeptWithin) => lead.kept_within = true,
            Some(Word::Filler) => {}
            None => break,
        }
    }
    Ok(lead)
}

fn word(scan: &mut Scan<'_>) -> Option<Word> {
    if let Some(relation) = sign(scan) {
        return Some(Word::Is(relation));
    }
    let (length, word) = WORDS.at(scan.rest)?;
    scan.skip(length);
    Some(word)
}

/// Reads a comparison sign.
pub(super) fn sign(scan: &mut Scan<'_>) -> Option<Relation> {
    let first = scan.peek()?;
    if !matches!(first, '≥' | '≤' | '>' | '<' | '=' | '》' | '《' | '≈') {
        return None;
    }
    Some(SIGNS.iter().find(|(text, _)| scan.eat(text))?.1)
}

/// Whether a sign or a word that leads a number comes next.
pub(super) fn starts(mut scan: Scan<'_>) -> bool {
    word(&mut scan).is_some()
}

/// Reads what may stand after a number or its unit (以上, 左右).
pub(super) fn after(scan: &mut Scan<'_>) -> Option<Relation> {
    let first = scan.peek()?;
    if !matches!(
        first,
        '(' | '及' | '或' | '以' | '起' | '之' | '内' | '左' | '上'
    ) {
        return None;
    }
    Some(AFTER.iter().find(|(text, _)| scan.eat(text))?.1)
}

/// Splits what [`after`] would read off the end of a noun; `None` if what is left ends in the
/// beginning of such a word, and so is no noun.
pub(super) fn split_after(text: &str) -> Option<(&str, Relation)> {
    let found = AFTER
        .iter()
        .find_map(|(word, relation)| Some((text.strip_suffix(word)?, *relation)));
    let (head, relation) = found.unwrap_or((text, Relation::Unstated));
    let is_noun = !head.ends_with(['以', '之', '及', '其', '或', '内', '上', '下', '左'])
        && !AFTER.iter().any(|(word, _)| head.ends_with(word));
    is_noun.then_some((head, relation))
}

/// The relation named by a cell of a sign column (`≥`, 大于等于), whole.
pub(super) fn from_cell(folded: &str) -> Option<Relation> {
    let mut scan = Scan::new(folded);
    match word(&mut scan)? {
        Word::Is(relation) if scan.is_end() => Some(relation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreeing_statements_combine_and_others_contradict() {
        assert_eq!(
            Relation::AtLeast.and(Relation::MoreThan),
            Some(Relation::MoreThan)
        );
        assert_eq!(
            Relation::Reaches.and(Relation::AtLeast),
            Some(Relation::AtLeast)
        );
        assert_eq!(Relation::AtLeast.and(Relation::AtMost), None);
        assert_eq!(Relation::Equal.and(Relation::AtMost), None);
    }
}
