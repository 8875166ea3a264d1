//! What a case is made of: a seed, a layout, and the twists that counties give to it.

use crate::form::Size;

/// The ways a form is put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// One table a form.
    FormTsv,
    FormMarkdown,
    FormHtml,
    FormCsv,
    /// … whose columns are laid out with blanks.
    FormAligned,
    /// `项目名称：…` in lines, then a table of indicators.
    FieldsTsv,
    FieldsMarkdown,
    FieldsHtml,
    /// One table for all forms, one row an indicator.
    RegisterTsv,
    RegisterMarkdown,
    RegisterHtml,
    RegisterCsv,
    /// A form's table with its ruling gone.
    CellPerLine,
    RowPerLine,
    RowPerLineWide,
    OneLine,
    OneLineWide,
    /// `项目主要内容是：…。产出指标：…；…。`
    ProseNumbered,
    ProseParagraphs,
}

impl Layout {
    pub const ALL: [Layout; 19] = [
        Layout::FormTsv,
        Layout::FormMarkdown,
        Layout::FormHtml,
        Layout::FormCsv,
        Layout::FormAligned,
        Layout::FieldsTsv,
        Layout::FieldsMarkdown,
        Layout::FieldsHtml,
        Layout::RegisterTsv,
        Layout::RegisterMarkdown,
        Layout::RegisterHtml,
        Layout::RegisterCsv,
        Layout::CellPerLine,
        Layout::RowPerLine,
        Layout::RowPerLineWide,
        Layout::OneLine,
        Layout::OneLineWide,
        Layout::ProseNumbered,
        Layout::ProseParagraphs,
    ];

    /// Which container prints it.
    pub fn container(self) -> Container {
        use Layout::*;
        match self {
            FormTsv | FieldsTsv | RegisterTsv => Container::Tsv,
            FormMarkdown | FieldsMarkdown | RegisterMarkdown => Container::Markdown,
            FormHtml | FieldsHtml | RegisterHtml => Container::Html,
            FormCsv | RegisterCsv => Container::Csv,
            FormAligned => Container::Aligned,
            CellPerLine => Container::CellPerLine,
            RowPerLine => Container::Rows(" "),
            RowPerLineWide => Container::Rows("   "),
            OneLine => Container::OneLine(" "),
            OneLineWide => Container::OneLine("  "),
            ProseNumbered | ProseParagraphs => Container::Prose,
        }
    }

    pub fn is_register(self) -> bool {
        use Layout::*;
        matches!(
            self,
            RegisterTsv | RegisterMarkdown | RegisterHtml | RegisterCsv
        )
    }

    /// A form whose table structure is gone.
    pub fn is_linear(self) -> bool {
        use Layout::*;
        matches!(
            self,
            CellPerLine | RowPerLine | RowPerLineWide | OneLine | OneLineWide
        )
    }

    pub fn is_one_line(self) -> bool {
        matches!(self, Layout::OneLine | Layout::OneLineWide)
    }

    pub fn is_prose(self) -> bool {
        matches!(self, Layout::ProseNumbered | Layout::ProseParagraphs)
    }

    pub fn is_fields(self) -> bool {
        matches!(
            self,
            Layout::FieldsTsv | Layout::FieldsMarkdown | Layout::FieldsHtml
        )
    }

    /// A table that is still one.
    pub fn is_form_table(self) -> bool {
        use Layout::*;
        matches!(self, FormTsv | FormMarkdown | FormHtml | FormCsv)
    }
}

/// How blocks become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    Tsv,
    Markdown,
    Html,
    Csv,
    Aligned,
    CellPerLine,
    Rows(&'static str),
    OneLine(&'static str),
    Prose,
}

macro_rules! twists {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What one county does and another does not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Twist { $($(#[$doc])* $name,)+ }

        impl Twist {
            pub const ALL: &'static [Twist] = &[$(Twist::$name),+];
        }
    };
}

twists! {
    /// Indicator columns stand in another order.
    PermuteColumns,
    /// Labels are called by synonyms.
    Synonyms,
    /// Levels are called by synonyms.
    LevelNames,
    /// Level labels lack their last character.
    CutLevels,
    /// Labels carry demands: （必填量化）, （100字以内）.
    Requirements,
    /// Labels are closed by a colon.
    Colons,
    /// Label and value share a cell.
    MergeLabel,
    /// A value is cut in two adjacent cells.
    SplitCell,
    /// Lines break anywhere in a cell.
    Break,
    /// Lines break at a fixed width anywhere in running text.
    Wrap,
    /// Labels of merged cells stand upright, a character a line.
    Upright,
    /// There is no level-1 column.
    DropLevel1,
    /// The text of merged cells is repeated in every row.
    RepeatMerged,
    /// Rows slipped a column or two to the left.
    SlipLeft,
    /// Rows slipped a column to the right.
    SlipRight,
    /// A blank column somewhere.
    BlankColumn,
    /// A blank row somewhere.
    BlankRow,
    /// Two forms stand side by side in one table.
    SideBySide,
    /// A page ends within the table; a page number stands there.
    PageCut,
    /// … and the headings of the indicators are repeated on the next page.
    RepeatHeadings,
    /// Brackets, colons, commas and percent signs are full-width.
    FullWidth,
    /// Brackets, colons and commas are half-width.
    HalfWidth,
    /// Digits are full-width.
    FullDigits,
    /// ≥ is printed >= or ≧.
    OtherSigns,
    /// 附件2 and the like before the title.
    Annex,
    /// The title stands in the table.
    TitleInside,
    /// A table of contents before everything.
    Contents,
    /// Names are numbered (指标1：), and slots are left empty.
    Slots,
    /// 单位：万元 on a line of its own.
    UnitLine,
    /// 单位：万元 in a cell of its own.
    UnitCell,
    /// Every amount has its unit.
    UnitInAmount,
    /// Funding in one row: 预算数 … 其中：财政拨款 … 其他资金 ….
    FundingInline,
    /// One row a goal.
    GoalRows,
    /// A column of row numbers.
    Serial,
    /// The value in three columns: sign, number, unit.
    SplitValue,
    /// The year in a field of its own.
    YearField,
    /// Self-evaluations.
    Evaluation,
    /// Monitoring reports.
    Monitoring,
    /// Forms of different kinds in one file.
    MixedKinds,
    /// Bodies have codes.
    BodyCodes,
    /// Values, bases, descriptions and amounts that are not filled in.
    Blanks,
    /// Medium-term goals beside the annual ones.
    MediumGoals,
    /// Fields this model has no room for: 项目负责人, 联系电话.
    ExtraFields,
    /// 填报人：… 联系电话：… below the table.
    Footer,
    /// Prose that does not say what the project is about.
    NoPurpose,
    /// The title holds the name of the project.
    NamedTitle,
    /// Level 1 says its share of the score: 产出指标（50分）.
    LevelWeights,
    /// Levels are numbered: 一、产出指标.
    LevelNumbers,
    /// Cells are padded with blanks.
    Padding,
    /// A blank line after every line.
    DoubleSpaced,
    /// Cells with line ends are quoted, as spreadsheets copy them.
    QuotedBreaks,
    /// Lines end with CR LF.
    Crlf,
    /// The file is in GBK.
    Gbk,
    /// Several forms in one go.
    Several,
}

/// Everything that decides what a case looks like.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub layout: Layout,
    pub twists: Vec<Twist>,
    pub size: Size,
}

impl Plan {
    pub fn has(&self, twist: Twist) -> bool {
        self.twists.contains(&twist)
    }

    /// The plan without one twist.
    pub fn without(&self, twist: Twist) -> Plan {
        let mut plan = self.clone();
        plan.twists.retain(|t| *t != twist);
        plan
    }
}

/// Whether a twist can be given to a layout so that a careful human still reads it without doubt.
pub fn fits(layout: Layout, twist: Twist) -> bool {
    use Twist::*;
    let (form, fields, linear) = (
        layout.is_form_table(),
        layout.is_fields(),
        layout.is_linear(),
    );
    let table = form || fields || layout.is_register();
    if layout == Layout::FormAligned {
        return fits(Layout::FormTsv, twist) && !NOT_ALIGNED.contains(&twist);
    }
    match twist {
        Synonyms | LevelNames | FullWidth | HalfWidth | FullDigits | OtherSigns | Several => true,
        Annex | Contents => {
            !layout.is_one_line() && layout != Layout::RegisterCsv && layout != Layout::FormCsv
        }
        CutLevels => form || fields,
        Requirements | Colons | FundingInline | Slots => form || linear,
        PermuteColumns => table || linear,
        MergeLabel => form,
        SplitCell | SideBySide | GoalRows => form,
        Break => table,
        Wrap => {
            layout.is_prose() || (linear && !layout.is_one_line() && layout != Layout::CellPerLine)
        }
        Upright => form || matches!(layout, Layout::CellPerLine),
        DropLevel1 => form || fields || layout.is_register() || linear,
        RepeatMerged => table,
        SlipLeft | SlipRight => matches!(layout, Layout::FormTsv | Layout::FormMarkdown),
        BlankColumn | BlankRow => table,
        PageCut | RepeatHeadings => form || fields || layout.is_register(),
        TitleInside => form,
        UnitLine => !layout.is_prose() && !layout.is_one_line() && !layout.is_fields(),
        UnitCell => form,
        UnitInAmount => form || linear || layout.is_fields(),
        Serial => fields || form,
        SplitValue => form,
        YearField => form,
        MixedKinds | Evaluation | Monitoring | Footer => form || linear,
        NamedTitle => form || fields || linear,
        BodyCodes | ExtraFields => !layout.is_prose(),
        Blanks | Padding => table,
        MediumGoals | LevelWeights => form,
        LevelNumbers => form || fields,
        NoPurpose => layout.is_prose(),
        DoubleSpaced => linear && !layout.is_one_line(),
        QuotedBreaks => matches!(layout.container(), Container::Tsv),
        Crlf | Gbk => true,
    }
}

/// Twists of tables for which blanks alone are too little to hold the columns.
const NOT_ALIGNED: &[Twist] = &[
    Twist::SideBySide,
    Twist::SlipLeft,
    Twist::SlipRight,
    Twist::SplitCell,
    Twist::BlankColumn,
    Twist::QuotedBreaks,
    Twist::Padding,
    Twist::Upright,
    Twist::Break,
    Twist::TitleInside,
    Twist::UnitCell,
];

/// Twists that cannot go together: two places for one thing, or more trouble than a human could
/// see through.
pub const APART: &[(Twist, Twist)] = &[
    (Twist::FullWidth, Twist::HalfWidth),
    (Twist::UnitLine, Twist::UnitCell),
    (Twist::UnitLine, Twist::UnitInAmount),
    (Twist::UnitCell, Twist::UnitInAmount),
    (Twist::SlipLeft, Twist::PermuteColumns),
    (Twist::SlipRight, Twist::PermuteColumns),
    (Twist::SlipLeft, Twist::SlipRight),
    (Twist::SlipLeft, Twist::SideBySide),
    (Twist::SlipRight, Twist::SideBySide),
    (Twist::SlipLeft, Twist::BlankColumn),
    (Twist::SlipRight, Twist::BlankColumn),
    (Twist::SlipLeft, Twist::Slots),
    (Twist::SlipRight, Twist::Slots),
    (Twist::SlipLeft, Twist::Serial),
    (Twist::SlipRight, Twist::Serial),
    (Twist::SlipLeft, Twist::SplitValue),
    (Twist::SlipRight, Twist::SplitValue),
    (Twist::CutLevels, Twist::Requirements),
    (Twist::CutLevels, Twist::LevelNames),
    (Twist::SideBySide, Twist::PageCut),
    (Twist::MixedKinds, Twist::Evaluation),
    (Twist::MixedKinds, Twist::Monitoring),
    (Twist::Evaluation, Twist::Monitoring),
    (Twist::MediumGoals, Twist::GoalRows),
    (Twist::MediumGoals, Twist::Evaluation),
    (Twist::MediumGoals, Twist::Monitoring),
    (Twist::MediumGoals, Twist::MixedKinds),
    (Twist::LevelWeights, Twist::CutLevels),
    (Twist::LevelNumbers, Twist::CutLevels),
    (Twist::FundingInline, Twist::Evaluation),
    (Twist::RepeatMerged, Twist::BlankRow),
    (Twist::RepeatMerged, Twist::SlipLeft),
    (Twist::RepeatMerged, Twist::SlipRight),
];
