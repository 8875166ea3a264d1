//! Days and times: a workbook keeps them as days since the end of 1899, or of 1903.

/// A day and a time of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    /// From Sunday, 0.
    pub(super) weekday: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
}

/// The last day a workbook knows: 9999-12-31.
const DAY_MAX: f64 = 2_958_466.0;
const SECONDS_OF_DAY: i64 = 86_400;
/// From the beginning of the one calendar of workbooks to that of the other.
const DAYS_TO_1904: f64 = 1462.0;
/// From 1899-12-30 to 1970-01-01.
const DAYS_TO_1970: i64 = 25_569;

/// The moment a number means, if it means one.
pub(super) fn moment(number: f64, from_1904: bool) -> Option<Moment> {
    let number = number + if from_1904 { DAYS_TO_1904 } else { 0.0 };
    if !(0.0..DAY_MAX).contains(&number) {
        return None;
    }
    let seconds = (number * SECONDS_OF_DAY as f64).round() as i64;
    let (days, seconds) = (seconds / SECONDS_OF_DAY, seconds % SECONDS_OF_DAY);
    // Workbooks hold 1900 for a leap year; the days before its 29 February are one off.
    let (year, month, day) = match days {
        0 => (1900, 1, 0),
        60 => (1900, 2, 29),
        1..60 => civil(days + 1 - DAYS_TO_1970),
        _ => civil(days - DAYS_TO_1970),
    };
    Some(Moment {
        year,
        month,
        day,
        weekday: (days + 6) % 7,
        hour: seconds / 3600,
        minute: seconds / 60 % 60,
        second: seconds % 60,
    })
}

/// The date of a day counted from 1970-01-01, by the 400 years in which the calendar repeats.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468; // from 0000-03-01, so that leap days end a year
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

impl Moment {
    /// What letters of a format stand for (`n` for minutes).
    pub(super) fn show(&self, letter: char, count: usize, half_days: bool) -> String {
        let number = match letter {
            'y' if count <= 2 => return format!("{:02}", self.year % 100),
            'y' | 'e' => return self.year.to_string(),
            'm' if count >= 3 => return name(&MONTHS, self.month - 1, count),
            'd' if count >= 3 => return name(&WEEKDAYS, self.weekday, count),
            'a' => {
                let day = CHINESE_WEEKDAYS.get(self.weekday as usize).unwrap_or(&"");
                return if count == 3 {
                    (*day).to_owned()
                } else {
                    format!("星期{day}")
                };
            }
            'm' => self.month,
            'd' => self.day,
            'h' if half_days => (self.hour + 11) % 12 + 1,
            'h' => self.hour,
            'n' => self.minute,
            _ => self.second,
        };
        if count >= 2 {
            format!("{number:02}")
        } else {
            number.to_string()
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const CHINESE_WEEKDAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];

fn name(names: &[&str], at: i64, count: usize) -> String {
    let name = usize::try_from(at).ok().and_then(|at| names.get(at));
    let name = name.copied().unwrap_or_default();
    name.chars()
        .take(if count == 3 { 3 } else { name.len() })
        .collect()
}

/// A number up to 99 in Chinese digits, a year digit by digit.
pub(super) fn in_chinese(number: &str, is_year: bool) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or('〇');
    match number.parse::<usize>() {
        Ok(value) if !is_year && (10..100).contains(&value) => {
            let mut text = String::new();
            if value >= 20 {
                text.push(digit(value / 10));
            }
            text.push('十');
            if value % 10 > 0 {
                text.push(digit(value % 10));
            }
            text
        }
        Ok(value) if !is_year && value < 10 => digit(value).to_string(),
        _ => number
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |value| digit(value as usize)))
            .collect(),
    }
}
