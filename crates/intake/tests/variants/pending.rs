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
    // One line a row and no blank line between rows: rows are joined as if their cells wrapped.
    all(
        "tables laid out with blanks",
        &[FormAligned, RowPerLineWide],
        &[],
    ),
    // `产出质量`, `环境效益`, `时效` after a value: taken for its end, or for a name.
    all("short level names in running text", LINEAR, &[LevelNames]),
    // `项目代码 9901… 用途 用于…`: the shortest synonym is not seen.
    all("用途 in running text", &[OneLine, OneLineWide], &[Synonyms]),
    // Rows of text with commas, or with blanks after the separators: another container is seen.
    all(
        "registers taken for another container",
        &[RegisterTsv],
        &[RepeatMerged],
    ),
    all(
        "registers taken for another container",
        &[RegisterCsv],
        &[Padding],
    ),
];

const LINEAR: &[Layout] = &[CellPerLine, RowPerLine, OneLine, OneLineWide];

/// What is still lost without a word.
pub const STILL_LOST: &[Pending] = &[];
