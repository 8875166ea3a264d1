//! Dates, deadlines, periods and frequencies.

use super::fold::typeset;
use super::grade;
use super::number;
use super::quantity::{Per, PerUnit, read_per};
use super::relation::{self, Relation};
use super::scan::{Scan, is_han};
use super::units::Dimension;
use super::{Miss, Reason};

/// A date, a deadline or a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// How the date bounds the time aimed at.
    pub relation: DateRelation,
    /// The date, or the beginning of a period.
    pub from: DatePoint,
    /// The end of a period, included (`1月-12月`).
    pub to: Option<DatePoint>,
    /// What happens then, where it is printed (`完成`).
    pub event: Option<Box<str>>,
}

/// How a date bounds the time aimed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateRelation {
    /// At or in it (`2024年12月`).
    #[default]
    In,
    /// No later than it (`12月底前`).
    By,
    /// At some time inside it (`年内`).
    Within,
    /// All through it (`全年`).
    Throughout,
    /// From it on (`3月起`).
    From,
    /// After it (`3月后`).
    After,
    /// About then (`6月左右`).
    About,
}

impl DateRelation {
    /// Stable code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            DateRelation::In => "in",
            DateRelation::By => "by",
            DateRelation::Within => "within",
            DateRelation::Throughout => "throughout",
            DateRelation::From => "from",
            DateRelation::After => "after",
            DateRelation::About => "about",
        }
    }
}

/// A part of a year as precise as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DatePoint {
    /// The year.
    pub year: Year,
    /// Which part of it.
    pub part: DatePart,
    /// Which edge of the part, if not all of it.
    pub edge: Edge,
}

/// A year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// None printed.
    Unstated,
    /// 当年, 本年, 今年
    Current,
    /// 次年, 明年
    Next,
    /// 上年, 去年
    Last,
    /// A number of four digits.
    Stated(u16),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatePart {
    /// The whole year; inside a frequency, the whole of each period.
    Whole,
    /// Half, 1 or 2.
    Half(u8),
    /// Quarter, 1 to 4.
    Quarter(u8),
    /// Month, 1 to 12.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    /// A day of a month that is not printed (only inside a frequency: 每月10日).
    DayOfMonth(u8),
    /// A festival or season (春节, 汛期).
    Festival(&'static str),
}

/// An edge of a part of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edge {
    /// All of it.
    #[default]
    Whole,
    /// 初
    Start,
    /// 中
    Middle,
    /// 底, 末
    End,
    /// 上旬, of a month
    FirstTenDays,
    /// 中旬, of a month
    SecondTenDays,
    /// 下旬, of a month
    LastDays,
}

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// To the day; 年底 and 月底 are the last day.
    Day,
    /// To about ten days.
    TenDays,
    /// To the month.
    Month,
    /// To the quarter.
    Quarter,
    /// To the half-year.
    Half,
    /// To the year.
    Year,
    /// A festival or season, whose day this program does not know.
    Season,
}

impl Precision {
    /// Stable code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::TenDays => "ten_days",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Season => "season",
        }
    }
}

/// A day of the calendar: year, month, day.
pub type CalendarDay = (u16, u8, u8);

impl DatePoint {
    /// How precise it is.
    pub fn precision(&self) -> Precision {
        match (self.part, self.edge) {
            (DatePart::Festival(_), _) => Precision::Season,
            (DatePart::Day(..) | DatePart::DayOfMonth(_), _) | (_, Edge::End) => Precision::Day,
            (_, Edge::FirstTenDays | Edge::SecondTenDays | Edge::LastDays) => Precision::TenDays,
            (DatePart::Month(_), Edge::Start | Edge::Middle) => Precision::TenDays,
            (_, Edge::Start | Edge::Middle) | (DatePart::Month(_), Edge::Whole) => Precision::Month,
            (DatePart::Quarter(_), Edge::Whole) => Precision::Quarter,
            (DatePart::Half(_), Edge::Whole) => Precision::Half,
            (DatePart::Whole, Edge::Whole) => Precision::Year,
        }
    }

    /// The year as a number, where the document speaks of `fiscal_year`.
    pub fn year_in(&self, fiscal_year: u16) -> u16 {
        match self.year {
            Year::Unstated | Year::Current => fiscal_year,
            Year::Next => fiscal_year.saturating_add(1),
            Year::Last => fiscal_year.saturating_sub(1),
            Year::Stated(year) => year,
        }
    }

    /// First day; `None` for a festival and for a day without its month.
    pub fn first_day(&self, fiscal_year: u16) -> Option<CalendarDay> {
        let year = self.year_in(fiscal_year);
        if self.edge == Edge::End {
            return self.last_day(fiscal_year);
        }
        let (first, last) = self.months()?;
        if let DatePart::Day(month, day) = self.part {
            return Some((year, month, day));
        }
        Some(match self.edge {
            Edge::SecondTenDays => (year, first, 11),
            Edge::LastDays => (year, first, 21),
            Edge::Middle if first == last => (year, first, 11),
            Edge::Middle => (year, first + (last - first) / 2, 1),
            _ => (year, first, 1),
        })
    }

    /// Last day; `None` for a festival and for a day without its month.
    pub fn last_day(&self, fiscal_year: u16) -> Option<CalendarDay> {
        let year = self.year_in(fiscal_year);
        let (first, last) = self.months()?;
        if let DatePart::Day(month, day) = self.part {
            return Some((year, month, day));
        }
        Some(match self.edge {
            Edge::FirstTenDays => (year, first, 10),
            Edge::SecondTenDays => (year, first, 20),
            Edge::Start if first == last => (year, first, 10),
            Edge::Start => (year, first, days_in(year, first)),
            Edge::Middle if first == last => (year, first, 20),
            Edge::Middle => {
                let middle = first + (last - first).div_ceil(2);
                (year, middle, days_in(year, middle))
            }
            _ => (year, last, days_in(year, last)),
        })
    }

    /// First and last month.
    fn months(&self) -> Option<(u8, u8)> {
        Some(match self.part {
            DatePart::Whole => (1, 12),
            DatePart::Half(1) => (1, 6),
            DatePart::Half(_) => (7, 12),
            DatePart::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
            DatePart::Month(month) | DatePart::Day(month, _) => (month, month),
            DatePart::DayOfMonth(_) | DatePart::Festival(_) => return None,
        })
    }
}

/// Again and again (`每月`, `每月10日前`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// How often: once per this.
    pub every: Per,
    /// When in each period, if printed. Its year is unstated.
    pub at: Option<(DateRelation, DatePoint)>,
    /// What happens then, where it is printed (`支付`).
    pub event: Option<Box<str>>,
}

/// Reads a whole clause as a date, deadline or period.
pub(super) fn date(clause: &str) -> Result<Date, Miss> {
    let mut scan = Scan::new(clause);
    let signed = relation::sign(&mut { scan }).is_some();
    let lead = lead(&mut scan);
    if signed && reads_as_number(scan) {
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

fn after(scan: &mut Scan<'_>) -> Option<DateRelation> {
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
fn event(scan: &mut Scan<'_>, relation: DateRelation) -> Result<Option<Box<str>>, Miss> {
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

fn whole(year: Year, edge: Edge) -> DatePoint {
    DatePoint {
        year,
        part: DatePart::Whole,
        edge,
    }
}

/// Reads `2024年`, `24年` before a part of the year, 当年 …
fn year(scan: &mut Scan<'_>) -> Option<Year> {
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
fn part(scan: &mut Scan<'_>, year: Year, after_year: bool) -> Result<Option<DatePoint>, Miss> {
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

fn edge(scan: &mut Scan<'_>) -> Edge {
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

fn day(scan: &mut Scan<'_>) -> Option<u8> {
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

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Reads a number of at most two digits or a Chinese numeral below 100.
fn small_number(scan: &mut Scan<'_>) -> Option<u8> {
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
    let is_month = ahead.eat("月") || !ahead.peek().is_some_and(|c| c.is_alphanumeric());
    let is_month =
        is_month || after(&mut { ahead }).is_some() || edge(&mut { ahead }) != Edge::Whole;
    if !is_month || ahead.rest.starts_with(['%', '/', '.']) {
        return Ok(None);
    }
    let point = day_or_edge(&mut ahead, year, month)?;
    *scan = ahead;
    Ok(Some(point))
}

fn two_digits(scan: &mut Scan<'_>) -> Option<u8> {
    scan.at_digit().then(|| small_number(scan)).flatten()
}

/// Whether a date in figures comes next. No quantity is read from one: 20241231起 counts no cases.
pub(super) fn starts_in_figures(mut scan: Scan<'_>) -> bool {
    !matches!(numeric(&mut scan), Ok(None))
}

/// Reads `20241231` where nothing but the words after a date follows.
fn compact(mut scan: Scan<'_>) -> Option<DatePoint> {
    let digits = scan.take_while(|c| c.is_ascii_digit());
    let ends =
        |mut scan: Scan<'_>| scan.is_end() || scan.eat_range_sign() || after(&mut scan).is_some();
    if digits.len() != 8 || !ends(scan) {
        return None;
    }
    let year = digits[..4].parse().ok().filter(|y| is_year(*y))?;
    let month = digits[4..6].parse().ok()?;
    let day = digits[6..].parse().ok()?;
    valid_day(Year::Stated(year), month, day).ok()
}

/// Reads a whole clause as a frequency: 每月, 按季度, 每月10日前, 每季度末支付.
pub(super) fn frequency(clause: &str) -> Result<Frequency, Miss> {
    let mut scan = Scan::new(clause);
    let every = every(&mut scan).ok_or(Miss::No)?;
    let at = at_in_period(&mut scan, &every)?;
    let relation = at.map_or(DateRelation::In, |(relation, _)| relation);
    let event = event(&mut scan, relation)?;
    Ok(Frequency { every, at, event })
}

fn every(scan: &mut Scan<'_>) -> Option<Per> {
    let each = scan.eat("每");
    let by = !each && scan.eat_any(&["按照", "按", "逐", "分"]);
    if !(each || by) {
        return None;
    }
    let per = read_per(scan)?;
    let PerUnit::Known(unit) = &per.unit else {
        return None;
    };
    (unit.dimension() == Dimension::Time && (each || per.count == 1)).then_some(per)
}

fn at_in_period(
    scan: &mut Scan<'_>,
    every: &Per,
) -> Result<Option<(DateRelation, DatePoint)>, Miss> {
    if scan.is_end() {
        return Ok(None);
    }
    let mut ahead = *scan;
    ahead.eat_any(&["于", "的"]);
    let edge = edge(&mut ahead);
    let point = if edge != Edge::Whole {
        whole(Year::Unstated, edge)
    } else if let Some(day) = day(&mut ahead) {
        if !is_unit(every, "月") || !(1..=31).contains(&day) {
            return Err(Miss::Bad(Reason::ImpossibleDate));
        }
        DatePoint {
            year: Year::Unstated,
            part: DatePart::DayOfMonth(day),
            edge: Edge::Whole,
        }
    } else if is_unit(every, "年") {
        match part(&mut ahead, Year::Unstated, false)? {
            Some(point) => point,
            None => return Ok(None),
        }
    } else {
        return Ok(None);
    };
    let relation = after(&mut ahead).unwrap_or_default();
    *scan = ahead;
    Ok(Some((relation, point)))
}

fn is_unit(per: &Per, symbol: &str) -> bool {
    matches!(&per.unit, PerUnit::Known(unit) if unit.symbol() == symbol)
}

/// Reads a whole text as several months that share year, 月 and deadline: `2024年4、7、11月`.
pub(super) fn month_series(text: &str) -> Option<Vec<Date>> {
    let mut scan = Scan::new(text);
    let year = year(&mut scan).unwrap_or(Year::Unstated);
    let mut months = Vec::new();
    loop {
        let month = small_number(&mut scan).filter(|month| (1..=12).contains(month))?;
        months.push(month);
        if !scan.eat_any(&["、", ",", "和", "及", "与"]) {
            break;
        }
    }
    if months.len() < 2 || !scan.eat_any(&["月份", "月"]) {
        return None;
    }
    let edge = edge(&mut scan);
    let relation = after(&mut scan).unwrap_or_default();
    let event = event(&mut scan, relation).ok()?;
    let date = |month| Date {
        relation,
        from: DatePoint {
            year,
            part: DatePart::Month(month),
            edge,
        },
        to: None,
        event: event.clone(),
    };
    Some(months.into_iter().map(date).collect())
}
