//! What a date, a deadline, a period or a frequency is.

use super::unit::Per;

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

pub(super) fn whole(year: Year, edge: Edge) -> DatePoint {
    DatePoint {
        year,
        part: DatePart::Whole,
        edge,
    }
}

/// Days of a month.
pub(super) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
