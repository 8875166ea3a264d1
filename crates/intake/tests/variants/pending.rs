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

use Layout::*;
use Twist::*;

/// All cases of some layouts and twists.
const fn all(what: &'static str, layouts: &'static [Layout], twists: &'static [Twist]) -> Pending {
    seeds(what, layouts, twists, &[])
}

/// Some cases of a layout, where what fails depends on the words.
const fn seeds(
    what: &'static str,
    layouts: &'static [Layout],
    twists: &'static [Twist],
    seeds: &'static [u64],
) -> Pending {
    Pending {
        what,
        layouts,
        twists,
        seeds,
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
    // `…专项经费（含2024年度结转）绩效目标表`: 2024 is taken for the budget year.
    all("a year within the name in a title", &[], &[NamedTitle]),
    // `主要内容⏎是：`; a heading that wraps. The first one panics.
    all(
        "prose that wraps within a label",
        &[ProseNumbered, ProseParagraphs],
        &[Wrap],
    ),
    // `监测方⏎案`: the last column of a row goes on in the next line.
    all("rows that wrap", &[RowPerLine], &[Wrap]),
    // 得分 before 分值: the first number beside 总分 is taken for the score.
    all(
        "total score in another order",
        &[],
        &[PermuteColumns, Evaluation],
    ),
    all(
        "total score in another order",
        &[],
        &[PermuteColumns, MixedKinds],
    ),
    // `绩效目标 | 2、…` under `绩效目标 | 1、…`: the second keeps its number.
    all(
        "a repeated label before each goal",
        &[],
        &[RepeatMerged, GoalRows],
    ),
    // A row number in full-width digits.
    all("full-width row numbers", &[], &[FullDigits, Serial]),
    // `项目代码 9901… 用途 用于…`: the shortest synonym is not seen.
    all("用途 in running text", &[OneLine, OneLineWide], &[Synonyms]),
    // `主管部门⏎256001云溪县委组织部`: taken for the unit of the volume.
    all(
        "a body with its code on a line of its own",
        &[CellPerLine],
        &[BodyCodes],
    ),
    // `填报人：… 联系电话：…` below a form, and another form after it.
    all(
        "a footer between forms",
        &[CellPerLine, RowPerLine],
        &[Footer],
    ),
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
    all(
        "forms side by side of different rows",
        &[FormCsv, FormTsv],
        &[SideBySide],
    ),
    // An indicator named 经济效益; `14场 全年开放天数 不少于320天`.
    seeds(
        "names and values without a sign",
        &[OneLine, OneLineWide, CellPerLine],
        &[],
        WORDS,
    ),
];

const LINEAR: &[Layout] = &[CellPerLine, RowPerLine, OneLine, OneLineWide];

const WORDS: &[u64] = &[907, 1405, 1453, 1583, 1603, 1700, 2410];

/// What is still lost without a word.
pub const STILL_LOST: &[Pending] = &[
    // A heading that is no column's, over nothing: booked as a label.
    seeds("a foreign sentence among the headings", &[], &[], HEADINGS),
    // A foreign sentence after `指标2：`: booked as an empty slot that no document lists.
    all("a foreign sentence after an empty slot", LINEAR, &[Slots]),
    all(
        "tables laid out with blanks",
        &[FormAligned, RowPerLineWide],
        &[],
    ),
    all("prose that wraps within a label", &[ProseNumbered], &[Wrap]),
];

const HEADINGS: &[u64] = &[
    421, 507, 1053, 1156, 1336, 1368, 1545, 1658, 2390, 2462, 2645, 2678, 2756,
];
