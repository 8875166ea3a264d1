//! What does not pass yet, and why. To strike an entry out is progress; a run prints how many cases
//! of each entry pass by now.

use crate::plan::{Layout, Plan, Twist};

/// Cases that are let off.
pub struct Pending {
    /// What is not yet done.
    pub what: &'static str,
    /// In these layouts; all, if none is named.
    pub layouts: &'static [Layout],
    /// Where all these twists come together.
    pub twists: &'static [Twist],
}

impl Pending {
    pub fn covers(&self, plan: &Plan) -> bool {
        (self.layouts.is_empty() || self.layouts.contains(&plan.layout))
            && self.twists.iter().all(|twist| plan.has(*twist))
    }
}

use Layout::*;
use Twist::*;

/// All cases of some layouts and twists.
const fn all(what: &'static str, layouts: &'static [Layout], twists: &'static [Twist]) -> Pending {
    Pending {
        what,
        layouts,
        twists,
    }
}

/// What the reader does not read yet.
pub const NOT_YET_READ: &[Pending] = &[
    // A line broken at the width of the page looks like a row of its own.
    all(
        "wide rows broken at the width of the page",
        &[RowPerLineWide],
        &[Wrap],
    ),
    // Two forms side by side and a third below: they are told in another order.
    all(
        "forms side by side and below",
        &[FormCsv],
        &[SideBySide, Several],
    ),
];

/// What is still lost without a word.
pub const STILL_LOST: &[Pending] = &[];
