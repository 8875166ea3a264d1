//! The disbursement plan: dates and cumulative shares, one above the other or one after the other.

use plumbline_model::{Disbursement, Field, Placed};

use super::desk::{Desk, parse_number};
use super::filler::{COLUMNS_MAX, Columns};
use crate::fold::{folded, tidy};
use crate::paper::Span;

/// Longest text that is looked at as a plan.
const PLAN_BYTES_MAX: usize = 1_000;

/// Dates and shares as they are met.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    dates: Vec<(Span, Option<Columns>)>,
    shares: Vec<(Span, Option<Columns>)>,
}

impl Plan {
    /// Takes a text if it is dates or shares; a text may hold several of them.
    pub fn take(&mut self, text: &str, span: Span, columns: Option<Columns>) -> bool {
        if text.len() > PLAN_BYTES_MAX || self.dates.len() + self.shares.len() > COLUMNS_MAX {
            return false;
        }
        let Some(pieces) = pieces(text) else {
            return false;
        };
        for (range, is_date) in pieces {
            let start = span.start as usize;
            let piece = Span::new(start + range.start, start + range.end);
            let list = if is_date {
                &mut self.dates
            } else {
                &mut self.shares
            };
            list.push((piece, columns));
        }
        true
    }

    /// Whether dates have been met and no share yet.
    pub fn awaits_shares(&self) -> bool {
        !self.dates.is_empty() && self.shares.is_empty()
    }

    /// Fills the plan of the document.
    pub fn bind(self, desk: &mut Desk<'_>) {
        let paired = self.pairs();
        for (span, _) in &self.dates {
            if !paired.iter().any(|(date, _)| date == span) {
                desk.label(*span);
            }
        }
        for (date, share) in paired {
            let by = desk.take(&[date], "disbursement_plan");
            let share = desk.take(&[share], "disbursement_plan");
            let cumulative_percent = match parse_number(&share.value) {
                Some(number) => Field::Stated(number, share.place),
                None => Field::Unclear(share.value, share.place),
            };
            let by = Placed::new(tidy(&by.value), by.place);
            desk.draft.document.disbursement_plan.push(Disbursement {
                by,
                cumulative_percent,
            });
        }
    }

    /// Each share with its date: the one above it; in order where there are as many of both;
    /// else the last ones, for shares grow towards the end of the year.
    fn pairs(&self) -> Vec<(Span, Span)> {
        let above = |columns: Option<Columns>| {
            let (from, to) = columns?;
            let date = self
                .dates
                .iter()
                .find(|(_, c)| c.is_some_and(|(start, end)| start < to && from < end))?;
            Some(date.0)
        };
        let by_column: Vec<(Span, Span)> = self
            .shares
            .iter()
            .filter_map(|(span, columns)| Some((above(*columns)?, *span)))
            .collect();
        let distinct = by_column.windows(2).all(|pair| pair[0].0 != pair[1].0);
        if by_column.len() == self.shares.len() && distinct {
            return by_column;
        }
        let missing = self.dates.len().saturating_sub(self.shares.len());
        self.dates
            .iter()
            .skip(missing)
            .zip(&self.shares)
            .map(|((date, _), (share, _))| (*date, *share))
            .collect()
    }
}

/// Parts a text into dates (`3月底`) and shares (`25%`), or gives up if there is anything else.
fn pieces(text: &str) -> Option<Vec<(std::ops::Range<usize>, bool)>> {
    let chars: Vec<(usize, char)> = folded(text).collect();
    let end_of = |i: usize| chars.get(i).map_or(text.len(), |(at, _)| *at);
    let mut pieces = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let start = i;
        while i < chars.len()
            && (chars[i].1.is_ascii_digit()
                || matches!(chars[i].1, '.' | '第' | '一' | '二' | '三' | '四' | '前'))
        {
            i += 1;
        }
        let mut is_date = false;
        while i < chars.len()
            && matches!(
                chars[i].1,
                '月' | '底' | '末' | '份' | '前' | '年' | '季' | '度' | '日' | '半' | '上' | '下'
            )
        {
            is_date = true;
            i += 1;
        }
        if !is_date && i < chars.len() && chars[i].1 == '%' && i > start {
            i += 1;
        }
        if i == start {
            return None;
        }
        let last_end = chars[i - 1].0
            + text[chars[i - 1].0..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        debug_assert!(last_end <= end_of(i));
        pieces.push((chars[start].0..last_end, is_date));
    }
    (!pieces.is_empty()).then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_shares_are_told_apart() {
        let texts = |text: &str| -> Option<Vec<(String, bool)>> {
            Some(
                pieces(text)?
                    .into_iter()
                    .map(|(r, d)| (tidy(&text[r]), d))
                    .collect(),
            )
        };
        assert_eq!(
            texts("3 月底 6月底 25 % 50%"),
            Some(vec![
                ("3月底".into(), true),
                ("6月底".into(), true),
                ("25%".into(), false),
                ("50%".into(), false)
            ])
        );
        assert_eq!(texts("支付党刊征订费用"), None);
        assert_eq!(texts("第一季度"), Some(vec![("第一季度".into(), true)]));
    }
}
