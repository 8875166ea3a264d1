//! Which quantity a unit price is to be multiplied by.

use plumbline_model::{Decimal, Dimension};

use super::{Count, Interval, Per};
use crate::row::Row;

/// What comes of looking for a quantity.
pub(super) struct Match<'a> {
    /// The one the text decides for; several are to be added (`10名书记、1名副书记`); none, if there
    /// is none or the text does not decide.
    pub(super) chosen: Vec<Count<'a>>,
    /// The others that would do.
    pub(super) others: Vec<Count<'a>>,
}

impl<'a> Match<'a> {
    fn none() -> Match<'a> {
        Match {
            chosen: Vec::new(),
            others: Vec::new(),
        }
    }

    /// The best of some candidates.
    fn best(price: &Row<'_>, candidates: &[&Count<'a>]) -> Match<'a> {
        let chosen = best(price, candidates);
        let others = candidates.iter().filter(|count| Some(**count) != chosen);
        Match {
            chosen: chosen.into_iter().cloned().collect(),
            others: others.map(|count| (*count).clone()).collect(),
        }
    }
}

/// Units of things that happen, which forms use for each other.
const EVENTS: [&str; 7] = ["次", "场", "期", "班", "班次", "班期", "批"];
/// Words too general to say that two texts speak of the same.
const GENERAL: [&str; 24] = [
    "数量", "人数", "次数", "个数", "标准", "费用", "成本", "经费", "补助", "补贴", "金额", "全年",
    "每年", "平均", "情况", "工作", "开展", "全县", "全市", "全区", "项目", "资金", "人员", "年度",
];

/// The counts a price may be multiplied by.
pub(super) struct Counts<'c, 'a> {
    /// Those that the words of its own row state.
    pub(super) own: &'c [Count<'a>],
    /// Those of the rows.
    pub(super) rows: &'c [Count<'a>],
    /// Those of goals and purpose.
    pub(super) prose: &'c [Count<'a>],
}

impl<'a> Counts<'_, 'a> {
    /// The quantity that goes with one `per` of a price and is not used already.
    pub(super) fn find(&self, price: &Row<'_>, per: &Per, used: &[Count<'a>]) -> Match<'a> {
        if let Some(own) = self.own.iter().find(|count| fit(count, per)) {
            return Match::best(price, &[own]);
        }
        let rank = rank(price.name);
        let may_be = |count: &&Count<'a>| {
            let of_same_rank = rank.is_none_or(|rank| count.subject.contains(rank));
            of_same_rank && !used.contains(count)
        };
        let fits = |count: &&Count<'a>| fit(count, per);
        let fitting: Vec<_> = self.rows.iter().filter(may_be).filter(fits).collect();
        let exact: Vec<_> = fitting
            .iter()
            .copied()
            .filter(|c| c.unit == per.word())
            .collect();
        match (exact.as_slice(), fitting.as_slice()) {
            ([], []) => {}
            ([], fitting) => return Match::best(price, fitting),
            (exact, _) => return Match::best(price, exact),
        }
        let said: Vec<_> = self.prose.iter().filter(may_be).filter(fits).collect();
        let named: Vec<_> = said
            .iter()
            .filter(|count| is_named_in(count, price.name))
            .collect();
        match (named.as_slice(), said.as_slice()) {
            ([], [one]) if one.dimension == Dimension::Time || EVENTS.contains(&one.unit) => {
                return Match::best(price, &[one]);
            }
            ([], _) => {}
            (several, _) => {
                return Match {
                    chosen: several.iter().map(|count| (**count).clone()).collect(),
                    others: Vec::new(),
                };
            }
        }
        // Payments to people are often counted by their organisations, and people as 每个.
        let loosely: fn(&Count<'_>) -> bool = match per.word() {
            "个" => |count| matches!(count.dimension, Dimension::Count | Dimension::Persons),
            _ if is_people(per) => |count| count.dimension == Dimension::Count,
            _ => return Match::none(),
        };
        let things = self.rows.iter().filter(may_be).filter(|c| loosely(c));
        let things: Vec<_> = things.filter(|c| overlap(price, c) > 0).collect();
        Match::best(price, &things)
    }

    /// The count that a price for each of something nobody names can mean.
    pub(super) fn find_any(&self, price: &Row<'_>) -> Match<'a> {
        let rank = rank(price.name);
        let of_same_rank =
            |count: &&Count<'a>| rank.is_none_or(|rank| count.subject.contains(rank));
        let things = self.rows.iter().filter(of_same_rank);
        let things: Vec<_> = things.filter(|c| c.dimension != Dimension::Time).collect();
        Match::best(price, &things)
    }

    /// The events at each of which a count of people holds (每场会议人数), if its name says so.
    pub(super) fn events(&self, people: &Count<'_>) -> Option<Match<'a>> {
        let words = ["每场", "每次", "每期", "每班", "单次", "单场"];
        let says = |word: &str| people.subject.contains(word) || people.about.contains(word);
        let is_people = matches!(
            people.dimension,
            Dimension::Persons | Dimension::PersonTimes
        );
        if !is_people || !words.iter().any(|word| says(word)) {
            return None;
        }
        let events: Vec<_> = self
            .rows
            .iter()
            .filter(|c| EVENTS.contains(&c.unit))
            .collect();
        Some(match events.as_slice() {
            [one] => Match {
                chosen: vec![(*one).clone()],
                others: Vec::new(),
            },
            _ => Match::none(),
        })
    }
}

fn is_people(per: &Per) -> bool {
    matches!(per.dimension(), Dimension::Persons | Dimension::PersonTimes)
}

/// Whether what is counted is what the amount is for each of (10个一等奖村, 每村).
fn names(count: &Count<'_>, per: &Per) -> bool {
    count.dimension == Dimension::Count && count.subject.contains(per.word())
}

/// Whether a count has the unit of a per.
fn fit(count: &Count<'_>, per: &Per) -> bool {
    match (count.dimension, per.dimension()) {
        (
            Dimension::Persons | Dimension::PersonTimes,
            Dimension::Persons | Dimension::PersonTimes,
        ) => true,
        (Dimension::Time, Dimension::Time) => count.unit == per.word(),
        (Dimension::Time, _) | (_, Dimension::Time) => false,
        _ if EVENTS.contains(&count.unit) && EVENTS.contains(&per.word()) => true,
        _ => count.unit == per.word() || same_base(count, per).is_some() || names(count, per),
    }
}

/// How many of the per's unit one of the count's is, where the unit table relates the two.
fn same_base(count: &Count<'_>, per: &Per) -> Option<Decimal> {
    let (Some(known), Per::Unit(unit)) = (count.known, per) else {
        return None;
    };
    let ((from, base), (to, other)) = (known.base(), unit.base());
    (base == other).then(|| from.checked_div(to)).flatten()
}

/// The number of a count in the unit of a per.
pub(super) fn in_unit_of(count: &Count<'_>, per: &Per) -> Option<Interval> {
    match same_base(count, per) {
        Some(factor) if factor != Decimal::ONE => count.number.times(Interval::exact(factor)),
        _ => Some(count.number),
    }
}

/// The one candidate, or the one whose words have most in common with the price's.
fn best<'c, 'a>(price: &Row<'_>, candidates: &[&'c Count<'a>]) -> Option<&'c Count<'a>> {
    match candidates {
        [] => None,
        [one] => Some(one),
        several => {
            let scored = several.iter().map(|count| (overlap(price, count), *count));
            let mut scored: Vec<_> = scored.collect();
            scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
            (scored[0].0 > scored[1].0).then_some(scored[0].1)
        }
    }
}

/// How many pairs of characters the subject of a count has in common with a price's row.
fn overlap(price: &Row<'_>, count: &Count<'_>) -> usize {
    let has = |pair: &str| price.name.contains(pair) || price.description.contains(pair);
    // Few pairs are there, so that is asked first.
    let common = |text| pairs(text).filter(|pair| has(pair) && tells(pair)).count();
    common(count.subject) * 2 + common(count.about)
}

/// Whether a pair of characters says something in particular.
fn tells(pair: &str) -> bool {
    pair.chars().all(char::is_alphanumeric) && !GENERAL.contains(&pair)
}

/// The pairs of neighbouring characters of a text.
fn pairs(text: &str) -> impl Iterator<Item = &str> {
    let ends = text
        .char_indices()
        .skip(2)
        .map(|(at, _)| at)
        .chain([text.len()]);
    let starts = text.char_indices().map(|(at, _)| at);
    starts.zip(ends).map(|(start, end)| &text[start..end])
}

/// Whether what a text counts is named in the name of a price (`20名委员` in 委员每月补贴).
fn is_named_in(count: &Count<'_>, name: &str) -> bool {
    let noun = count.subject.trim_start_matches(['的', '名', '位']);
    let second = noun.char_indices().nth(2).map(|(at, _)| at);
    match second {
        Some(at) => name.contains(&noun[..at]),
        None => noun.chars().count() == 2 && name.contains(noun),
    }
}

/// The class or rank in a name (一类, 二等); a price for one class does not go with the count of all.
fn rank(name: &str) -> Option<&str> {
    let is_number = |c| {
        matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '甲' | '乙' | '丙' | '丁' | '特'
        )
    };
    let is_mark = |c: &char| matches!(c, '类' | '等' | '级' | '档' | '星' | '型' | '区' | '线');
    let mut numbers = name.match_indices(is_number);
    numbers.find_map(|(at, number)| {
        let rest = &name[at + number.len()..];
        let mark = rest.chars().next().filter(is_mark)?;
        Some(&name[at..at + number.len() + mark.len_utf8()])
    })
}
