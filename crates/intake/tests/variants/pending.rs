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
    /// Of these seeds only; all, if none is named.
    pub seeds: &'static [u64],
}

impl Pending {
    pub fn covers(&self, plan: &Plan) -> bool {
        (self.layouts.is_empty() || self.layouts.contains(&plan.layout))
            && self.twists.iter().all(|twist| plan.has(*twist))
            && (self.seeds.is_empty() || self.seeds.contains(&plan.seed))
    }
}

/// What the reader does not read yet.
pub const NOT_YET_READ: &[Pending] = &[];

/// What is still lost without a word.
pub const STILL_LOST: &[Pending] = &[];
