//! Reads frequencies (每月10日前) and series of months (4、7、11月).

use super::date::{Date, DatePart, DatePoint, DateRelation, Edge, Frequency, Year, whole};
use super::scan::Scan;
use super::time::{after, day, edge, event, part, small_number, year};
use super::unit::{Per, PerUnit, read_per};
use super::unit_table::Dimension;
use super::{Miss, Reason};

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
            Some(point) if point != whole(Year::Unstated, Edge::Whole) => point,
            _ => return Ok(None),
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
