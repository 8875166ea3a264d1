//! Reads dates, deadlines and periods.

use super::date::{Date, DatePart, DatePoint, DateRelation, Edge, Year, days_in, whole};
use super::fold::typeset;
use super::relation::{self, Relation};
use super::scan::{Scan, is_han};
use super::{Miss, Reason, grade, number};

/// Reads a whole clause as a date, deadline or period.
pub(super) fn date(clause: &str) -> Result<Date, Miss> {
    let mut scan = Scan::new(clause);
    let signed = relation::sign(&mut { scan }).is_some();
    let lead = lead(&mut scan);
    if signed && (!scan.at_digit() || reads_as_number(scan)) {
        return Err(Miss::No);
    }
    let (from, throughout) = point(&mut scan, Year::Unstated)?;
    let to = if throughout {
        None
    } else {
        period_end(&mut scan, from)?
    };
    let (from, to) = close_period(from, to)?;
    let after = after(&mut scan);
    let relation = match (lead, after) {
        (None, None) if throughout => DateRelation::Throughout,
        (Some(DateRelation::From), None) if to.is_some() => DateRelation::In,
        (None, None) => DateRelation::In,
        (Some(relation), None) | (None, Some(relation)) => relation,
        (Some(DateRelation::By), Some(DateRelation::Within)) => DateRelation::By,
        (Some(lead), Some(after)) if lead == after => lead,
        _ => return Err(Miss::Bad(Reason::Contradictory)),
    };
    let no_year = from == whole(Year::Unstated, Edge::Whole);
    if no_year && !matches!(relation, DateRelation::Within | DateRelation::Throughout) {
        return Err(Miss::No);
    }
    let event = event(&mut scan, relation)?;
    Ok(Date {
        relation,
        from,
        to,
        event,
    })
}

/// Whether the text after a comparison sign is a number (2024.12) or a length of time (3月) that
/// without the sign would be a month.
fn reads_as_number(scan: Scan<'_>) -> bool {
    let mut ahead = scan;
    let number = ahead.take_while(|c| c.is_ascii_digit() || c == '.');
    let is_month = ahead.eat("月");
    let is_decimal = number.matches('.').count() == 1;
    number.len() == 8 || ahead.is_end() || (is_decimal && !is_month)
}

fn lead(scan: &mut Scan<'_>) -> Option<DateRelation> {
    let before = *scan;
    if let Some(sign) = relation::sign(scan) {
        return match sign {
            Relation::AtMost | Relation::LessThan => Some(DateRelation::By),
            Relation::AtLeast | Relation::MoreThan => Some(DateRelation::From),
            Relation::Equal => None,
            _ => {
                *scan = before;
                None
            }
        };
    }
    let by = [
        "不晚于",
        "不迟于",
        "早于",
        "截止到",
        "截至",
        "截止",
        "至迟",
        "最迟",
        "小于等于",
        "不超过",
    ];
    if scan.eat_any(&by) {
        scan.eat("于");
        return Some(DateRelation::By);
    }
    scan.eat_any(&["预计", "计划", "力争", "定值", "完成时间", "时间"]);
    if scan.eat_any(&["于", "在"]) {
        None
    } else {
        scan.eat("自").then_some(DateRelation::From)
    }
}

pub(super) fn after(scan: &mut Scan<'_>) -> Option<DateRelation> {
    const AFTER: &[(&str, DateRelation)] = &[
        ("前后", DateRelation::About),
        ("左右", DateRelation::About),
        ("以前", DateRelation::By),
        ("之前", DateRelation::By),
        ("前", DateRelation::By),
        ("为止", DateRelation::By),
        ("止", DateRelation::By),
        ("以内", DateRelation::Within),
        ("之内", DateRelation::Within),
        ("期间", DateRelation::Within),
        ("内", DateRelation::Within),
        ("以后", DateRelation::After),
        ("之后", DateRelation::After),
        ("后", DateRelation::After),
        ("开始", DateRelation::From),
        ("起", DateRelation::From),
    ];
    Some(AFTER.iter().find(|(text, _)| scan.eat(text))?.1)
}

/// Longest statement of what happens at a date, in characters.
const MAX_EVENT_CHARS: usize = 20;

/// Reads what happens at the date, up to the end of the clause. After a bare date only listed
/// verbs are taken for that, so that `2024年培训经费` is no date.
pub(super) fn event(scan: &mut Scan<'_>, relation: DateRelation) -> Result<Option<Box<str>>, Miss> {
    let text = scan.rest;
    if text.is_empty() {
        return Ok(None);
    }
    let bare = matches!(relation, DateRelation::In | DateRelation::Throughout);
    let fits = text.chars().count() <= MAX_EVENT_CHARS && text.chars().all(is_han);
    let is_relation = after(&mut { *scan }).is_some();
    if !fits || is_relation || (bare && !grade::starts_with_event(text)) {
        return Err(Miss::No);
    }
    scan.skip(text.len());
    Ok(Some(typeset(text)))
}

/// Reads the end of a period, if one follows.
fn period_end(scan: &mut Scan<'_>, from: DatePoint) -> Result<Option<DatePoint>, Miss> {
    let mut ahead = *scan;
    ahead.eat("起");
    if !ahead.eat_range_sign() {
        return Ok(None);
    }
    match point(&mut ahead, from.year) {
        Ok((to, false)) => {
            *scan = ahead;
            Ok(Some(to))
        }
        Ok(_) | Err(Miss::No) => {
            // 10日 after 5月1日- is a day of the same month.
            let (DatePart::Day(month, _), Some(day)) = (from.part, day(&mut ahead)) else {
                return Ok(None);
            };
            *scan = ahead;
            Ok(Some(valid_day(from.year, month, day)?))
        }
        Err(bad) => Err(bad),
    }
}

/// Gives the second end of a period the year of the first and checks their order.
fn close_period(
    from: DatePoint,
    to: Option<DatePoint>,
) -> Result<(DatePoint, Option<DatePoint>), Miss> {
    let Some(mut to) = to else {
        return Ok((from, None));
    };
    if to.year == Year::Unstated {
        to.year = from.year;
    }
    // Any year does for the comparison of two unstated ones.
    let order = |point: &DatePoint| point.first_day(2000);
    if let (Some(first), Some(last)) = (order(&from), to.last_day(2000))
        && comparable(from.year, to.year)
        && first > last
    {
        return Err(Miss::Bad(Reason::Reversed));
    }
    Ok((from, Some(to)))
}

fn comparable(a: Year, b: Year) -> bool {
    matches!(a, Year::Stated(_)) == matches!(b, Year::Stated(_))
}

/// Reads a date point; the flag says whether 全年 was printed.
fn point(scan: &mut Scan<'_>, same_year: Year) -> Result<(DatePoint, bool), Miss> {
    if let Some(point) = numeric(scan)? {
        return Ok((point, false));
    }
    let mut ahead = *scan;
    let year = year(&mut ahead);
    let stated = year.unwrap_or(Year::Unstated);
    if ahead.eat("全年度") || ahead.eat("全年") {
        *scan = ahead;
        return Ok((whole(stated, Edge::Whole), true));
    }
    if let Some(mut point) = part(&mut ahead, stated, year.is_some())? {
        if year.is_none() {
            point.year = same_year;
        }
        *scan = ahead;
        return Ok((point, false));
    }
    match year {
        Some(year) => {
            *scan = ahead;
            Ok((whole(year, Edge::Whole), false))
        }
        None => Err(Miss::No),
    }
}

/// Reads `2024年`, `24年` before a part of the year, 当年 …
pub(super) fn year(scan: &mut Scan<'_>) -> Option<Year> {
    let relative = [
        (
            &["当年度", "当年", "本年度", "本年", "今年", "年度"][..],
            Year::Current,
        ),
        (
            &[
                "次年",
                "下年度",
                "下年",
                "明年",
                "翌年",
                "下一年度",
                "下一年",
            ],
            Year::Next,
        ),
        (&["上年度", "上年", "去年"], Year::Last),
    ];
    if !scan.at_digit() {
        return relative
            .into_iter()
            .find(|(words, _)| scan.eat_any(words))
            .map(|(_, y)| y);
    }
    let mut ahead = *scan;
    let digits = ahead.take_while(|c| c.is_ascii_digit());
    let number: u16 = digits.parse().ok()?;
    let year = match digits.len() {
        4 if is_year(number) => number,
        2 => 2000 + number,
        _ => return None,
    };
    if digits.len() == 4 && is_first_of_years(ahead) {
        *scan = ahead;
        return Some(Year::Stated(year));
    }
    if !ahead.eat("年") || (digits.len() == 2 && !part_follows(ahead)) {
        return None;
    }
    ahead.eat("度");
    *scan = ahead;
    Some(Year::Stated(year))
}

fn is_year(number: u16) -> bool {
    (1990..=2100).contains(&number)
}

/// Whether `-2025年` follows: the first year of `2023-2025年`.
fn is_first_of_years(mut scan: Scan<'_>) -> bool {
    if !scan.eat_range_sign() {
        return false;
    }
    let digits = scan.take_while(|c| c.is_ascii_digit());
    digits.len() == 4 && digits.parse().is_ok_and(is_year) && scan.eat("年")
}

fn part_follows(scan: Scan<'_>) -> bool {
    let mut ahead = scan;
    matches!(
        part(&mut ahead, Year::Stated(2000), true),
        Ok(Some(_)) | Err(Miss::Bad(_))
    )
}

/// Reads a part of the year. 底 and 末 alone need a year before them, 年底 does not.
pub(super) fn part(
    scan: &mut Scan<'_>,
    year: Year,
    after_year: bool,
) -> Result<Option<DatePoint>, Miss> {
    if let Some(name) = festival(scan) {
        return Ok(Some(DatePoint {
            year,
            part: DatePart::Festival(name),
            edge: Edge::Whole,
        }));
    }
    if let Some(edge) = year_edge(scan, after_year) {
        return Ok(Some(whole(year, edge)));
    }
    if !after_year && scan.rest.starts_with("年内") {
        scan.skip("年".len());
        return Ok(Some(whole(year, Edge::Whole)));
    }
    let halves = [
        ("上半年度", 1),
        ("上半年", 1),
        ("下半年度", 2),
        ("下半年", 2),
    ];
    if let Some((_, half)) = halves.iter().find(|(text, _)| scan.eat(text)) {
        let edge = edge(scan);
        return Ok(Some(DatePoint {
            year,
            part: DatePart::Half(*half),
            edge,
        }));
    }
    numbered_part(scan, year)
}

/// Reads 春节; 十一 is no festival before 月.
fn festival(scan: &mut Scan<'_>) -> Option<&'static str> {
    let (n_bytes, name) = grade::festival(scan.rest)?;
    let mut ahead = *scan;
    ahead.skip(n_bytes);
    if ahead.rest.starts_with(['月', '日', '年', '个', '次', '人']) {
        return None;
    }
    *scan = ahead;
    Some(name)
}

fn year_edge(scan: &mut Scan<'_>, after_year: bool) -> Option<Edge> {
    let edges = [
        ("年底", Edge::End),
        ("年末", Edge::End),
        ("年初", Edge::Start),
        ("年中", Edge::Middle),
        ("年终", Edge::End),
    ];
    if let Some((_, edge)) = edges.iter().find(|(text, _)| scan.eat(text)) {
        return Some(*edge);
    }
    if !after_year {
        return None;
    }
    match edge(scan) {
        Edge::Whole => None,
        edge => Some(edge),
    }
}

pub(super) fn edge(scan: &mut Scan<'_>) -> Edge {
    if scan.eat_any(&["月末", "月底", "底", "末"]) {
        Edge::End
    } else if scan.eat("初") {
        Edge::Start
    } else if scan.eat_any(&["中旬"]) {
        Edge::SecondTenDays
    } else if scan.eat("上旬") {
        Edge::FirstTenDays
    } else if scan.eat("下旬") {
        Edge::LastDays
    } else if scan.eat("中") {
        Edge::Middle
    } else {
        Edge::Whole
    }
}

/// Reads 第一季度, 1季度, 6月, 6月30日, 十月底.
fn numbered_part(scan: &mut Scan<'_>, year: Year) -> Result<Option<DatePoint>, Miss> {
    let mut ahead = *scan;
    let ordinal = ahead.eat("第");
    let Some(number) = small_number(&mut ahead) else {
        return Ok(None);
    };
    if ahead.eat_any(&["季度", "季"]) {
        if !(1..=4).contains(&number) {
            return if ordinal {
                Err(Miss::Bad(Reason::ImpossibleDate))
            } else {
                Ok(None)
            };
        }
        let edge = edge(&mut ahead);
        *scan = ahead;
        return Ok(Some(DatePoint {
            year,
            part: DatePart::Quarter(number),
            edge,
        }));
    }
    let month_of_period = !ordinal && is_first_of_months(ahead);
    if ordinal || !(month_of_period || ahead.eat("月份") || ahead.eat("月")) {
        return Ok(None);
    }
    if !(1..=12).contains(&number) {
        // 36月 is a length of time; 2024年13月 is a slip.
        let is_slip = matches!(year, Year::Stated(_));
        return if is_slip {
            Err(Miss::Bad(Reason::ImpossibleDate))
        } else {
            Ok(None)
        };
    }
    let point = day_or_edge(&mut ahead, year, number)?;
    *scan = ahead;
    Ok(Some(point))
}

/// Whether `-12月` follows: the first month of `1-12月`.
fn is_first_of_months(mut scan: Scan<'_>) -> bool {
    scan.eat_range_sign()
        && small_number(&mut scan).is_some_and(|month| (1..=12).contains(&month))
        && scan.rest.starts_with('月')
}

/// Reads what follows a month.
fn day_or_edge(scan: &mut Scan<'_>, year: Year, month: u8) -> Result<DatePoint, Miss> {
    if let Some(day) = day(scan) {
        return valid_day(year, month, day);
    }
    let edge = edge(scan);
    Ok(DatePoint {
        year,
        part: DatePart::Month(month),
        edge,
    })
}

pub(super) fn day(scan: &mut Scan<'_>) -> Option<u8> {
    let mut ahead = *scan;
    let day = small_number(&mut ahead)?;
    if !ahead.eat_any(&["日", "号"]) {
        return None;
    }
    *scan = ahead;
    Some(day)
}

fn valid_day(year: Year, month: u8, day: u8) -> Result<DatePoint, Miss> {
    let longest = match year {
        Year::Stated(year) => days_in(year, month),
        // Some year has a 29th of February.
        _ => days_in(2000, month),
    };
    if !(1..=12).contains(&month) || !(1..=longest).contains(&day) {
        return Err(Miss::Bad(Reason::ImpossibleDate));
    }
    Ok(DatePoint {
        year,
        part: DatePart::Day(month, day),
        edge: Edge::Whole,
    })
}

/// Reads a number of at most two digits or a Chinese numeral below 100.
pub(super) fn small_number(scan: &mut Scan<'_>) -> Option<u8> {
    let mut ahead = *scan;
    let number = if ahead.at_digit() {
        let digits = ahead.take_while(|c| c.is_ascii_digit());
        if digits.len() > 2 {
            return None;
        }
        digits.parse().ok()?
    } else {
        u8::try_from(number::words(&mut ahead)?)
            .ok()
            .filter(|n| *n < 100)?
    };
    *scan = ahead;
    Some(number)
}

/// Reads `2024-12-31`, `2024.12`, `2024/12/31`, `20241231`.
fn numeric(scan: &mut Scan<'_>) -> Result<Option<DatePoint>, Miss> {
    let mut ahead = *scan;
    let digits = ahead.take_while(|c| c.is_ascii_digit());
    if digits.len() == 8 {
        let date = compact(*scan);
        if date.is_some() {
            *scan = ahead;
        }
        return Ok(date);
    }
    let Some(year) = digits
        .parse()
        .ok()
        .filter(|y| digits.len() == 4 && is_year(*y))
    else {
        return Ok(None);
    };
    let Some(sign) = ahead.peek().filter(|c| matches!(c, '.' | '-' | '/')) else {
        return Ok(None);
    };
    ahead.skip(1);
    let Some(month) = two_digits(&mut ahead).filter(|month| (1..=12).contains(month)) else {
        return Ok(None);
    };
    let year = Year::Stated(year);
    let mut with_day = ahead;
    if with_day.peek() == Some(sign) {
        with_day.skip(1);
        if let Some(day) = two_digits(&mut with_day) {
            with_day.eat("日");
            *scan = with_day;
            return valid_day(year, month, day).map(Some);
        }
    }
    // 2024.12万元 and 2024-12个 are no dates; 2024.12月 and 2024.12前 are.
    if !ahead.eat("月") && !ends_date(ahead) {
        return Ok(None);
    }
    let point = day_or_edge(&mut ahead, year, month)?;
    *scan = ahead;
    Ok(Some(point))
}

fn two_digits(scan: &mut Scan<'_>) -> Option<u8> {
    scan.at_digit().then(|| small_number(scan)).flatten()
}

/// Whether what comes next leaves the figures before it a date: nothing, or what may follow a date.
fn ends_date(mut scan: Scan<'_>) -> bool {
    scan.peek()
        .is_none_or(|c| matches!(c, '-' | '~' | ',' | '('))
        || edge(&mut { scan }) != Edge::Whole
        || after(&mut { scan }).is_some()
        || scan.eat_range_sign()
}

/// Whether a date in figures comes next. No quantity is read from one: 20241231起 counts no cases.
pub(super) fn starts_in_figures(mut scan: Scan<'_>) -> bool {
    !matches!(numeric(&mut scan), Ok(None))
}

/// Reads `20241231` where nothing but the words after a date follows.
fn compact(mut scan: Scan<'_>) -> Option<DatePoint> {
    let digits = scan.take_while(|c| c.is_ascii_digit());
    if digits.len() != 8 || !ends_date(scan) {
        return None;
    }
    let year = digits[..4].parse().ok().filter(|y| is_year(*y))?;
    let month = digits[4..6].parse().ok()?;
    let day = digits[6..].parse().ok()?;
    valid_day(Year::Stated(year), month, day).ok()
}
