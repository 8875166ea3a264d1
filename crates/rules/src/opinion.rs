//! Which grade of the review form a document's findings speak for. A proposal to a person, made by a
//! formula that is written down (`docs/guide`), and none where no rule could see anything.

use plumbline_model::Severity;

use crate::rule::Criterion;

/// The grades of the review form, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// 优: fully conforms.
    Excellent,
    /// 良: mostly conforms, single items are to be changed.
    Good,
    /// 中: partly conforms, the unit repairs and files anew.
    Fair,
    /// 差: mostly fails, may not go on.
    Poor,
}

/// From this number of errors on, a point is poor and not only fair.
pub const ERRORS_POOR: usize = 3;
/// From this number of poor points on, the whole is poor and not only fair.
pub const POINTS_POOR: usize = 2;

/// The grade that findings on one point of the form speak for. Infos are advice and do not count.
pub fn of_point(severities: impl IntoIterator<Item = Severity>) -> Grade {
    let (mut errors, mut warnings) = (0usize, 0usize);
    for severity in severities {
        match severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
            Severity::Info => {}
        }
    }
    match (errors, warnings) {
        (ERRORS_POOR.., _) => Grade::Poor,
        (1.., _) => Grade::Fair,
        (0, 1..) => Grade::Good,
        (0, 0) => Grade::Excellent,
    }
}

/// The grade of the whole: that of the worst point, but poor only if several points are. `None` if
/// no point has a grade.
pub fn of_whole(points: &[Grade]) -> Option<Grade> {
    let poor = points.iter().filter(|grade| **grade == Grade::Poor).count();
    let worst = points.iter().copied().max()?;
    Some(match worst {
        Grade::Poor if poor < POINTS_POOR => Grade::Fair,
        worst => worst,
    })
}

/// The points of the review form, in its order.
pub fn points() -> impl Iterator<Item = Criterion> {
    let all = Criterion::ALL.iter().copied();
    all.filter(|criterion| *criterion != Criterion::Outside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Error, Info, Warning};

    #[test]
    fn a_point_is_as_good_as_its_findings_are_light() {
        for (severities, grade) in [
            ([].as_slice(), Grade::Excellent),
            (&[Info, Info], Grade::Excellent),
            (&[Warning; 9], Grade::Good),
            (&[Warning, Error], Grade::Fair),
            (&[Error; 3], Grade::Poor),
        ] {
            assert_eq!(
                of_point(severities.iter().copied()),
                grade,
                "{severities:?}"
            );
        }
    }

    #[test]
    fn the_whole_is_as_good_as_its_worst_point_and_poor_only_with_several() {
        use Grade::{Excellent, Fair, Good, Poor};
        assert_eq!(of_whole(&[]), None);
        assert_eq!(of_whole(&[Excellent, Good]), Some(Good));
        assert_eq!(of_whole(&[Excellent, Poor]), Some(Fair));
        assert_eq!(of_whole(&[Poor, Fair, Poor]), Some(Poor));
        assert_eq!(points().count(), 8);
    }
}
