//! The classes of words of `official/words/classes.toml`. Made by `cargo xtask codegen`; do not edit.

/// A class of words.
#[rustfmt::skip]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// work done, which is an output
    Activity,
    /// kinds of work that are counted
    ActivityKind,
    /// parts of the address of a home
    Address,
    /// something of which less is better
    Adverse,
    /// all the work of the year
    AllWork,
    /// attitudes and abilities, which a percentage does not measure without a method
    Attitude,
    /// so much for each, or on average
    Averaged,
    /// a change of the budget within the year, or money not spent
    BudgetChange,
    /// building, repair and large purchases
    Building,
    /// being done
    Completion,
    /// work whose doing can be counted or dated
    ConcreteTask,
    /// money spent
    Cost,
    /// something counted
    CountName,
    /// work against something adverse, of which more may be better
    Countered,
    /// how far something is from what it should be
    Deviation,
    /// what stands directly under the government of a region, not below it
    DirectlyUnder,
    /// doing, with which the name of a task begins, not that of an indicator
    Doing,
    /// unfinished editions
    Draft,
    /// a length of time
    Duration,
    /// nature and the environment
    Ecological,
    /// economic life: money, production, trade, work
    Economic,
    /// an effect on people or nature, which is an outcome wherever it stands
    EffectOnly,
    /// names that do not say what is counted
    EmptyName,
    /// words in place of a reason that give none
    EmptyTalk,
    /// what there is already, not what is to be done
    Existing,
    /// a festival; in which months it falls is in official/calendar/festivals.toml
    Festival,
    /// what is done at a festival and paid then
    FestiveEvent,
    /// how often
    Frequency,
    /// money of which more is better: saved, raised or earned
    Gained,
    /// a share of which more is better, and which cannot exceed the whole
    GoodRate,
    /// goods and works whose quality is inspected on acceptance
    Goods,
    /// harm of which none is acceptable
    GraveHarm,
    /// a change that may pass the whole or fall below nothing
    Growth,
    /// handing money on or out, which is itself the work of a project of transfers
    HandOut,
    /// the health of those served as a basis
    HealthBasis,
    /// the claim that something gets better
    Improve,
    /// being in time
    InTime,
    /// the claim that something goes on
    Keep,
    /// what an enumeration of tasks is summed up by (A、B、C等工作)
    KindOfTask,
    /// how long a thing lasts or is guaranteed, which may be longer than the project
    Lasting,
    /// payments on which people live
    Livelihood,
    /// lodging
    Lodging,
    /// meals
    Meals,
    /// meetings
    Meeting,
    /// notes of reviewers and writers that were not meant for the reader
    NoteLeft,
    /// a project that happens once
    OneTime,
    /// the running and upkeep of systems and places through the year
    Operation,
    /// an effect on those served or on society
    Outcome,
    /// those who spend the money, asked about themselves
    OwnStaff,
    /// one of several parts of the cost of a meeting or training
    PartialCost,
    /// words by which a text speaks of a year gone by with good reason: money left over, debts, results, comparisons
    PastYear,
    /// a number of people
    PersonCount,
    /// a number of person-times
    PersonTimes,
    /// payments to a person, or the need of one
    Personal,
    /// physical examinations
    PhysicalExam,
    /// prices of the market as a basis
    PriceBasis,
    /// attributes of projects that forms in use offer
    ProjectAttribute,
    /// how well something is done
    Quality,
    /// a share of a whole
    Rate,
    /// how fast something is answered, repaired or settled
    Reaction,
    /// what a template leaves behind where something should have been filled in
    Residue,
    /// how fast one answers or repairs
    Response,
    /// services that run all year
    Running,
    /// pay for work
    Salary,
    /// satisfaction of those served
    Satisfaction,
    /// marks of secrecy
    Secrecy,
    /// the admission that something was not reached
    Shortfall,
    /// rates that ought to be close to 100 %, because the unit itself does the work or pays the money
    ShouldBeFull,
    /// rates of which at least most is expected
    ShouldBeHigh,
    /// the spending of money, not what it buys
    Spending,
    /// that money is paid out, without what is bought
    Spent,
    /// yearly subscriptions of papers and journals
    Subscription,
    /// money handed out to people or bodies, which is itself the work of a project
    Subsidy,
    /// a survey as a basis
    SurveyBasis,
    /// a point in time by which something is done
    TimePoint,
    /// all the money of a project
    TotalCost,
    /// training
    Training,
    /// money for one of something
    UnitPrice,
    /// urging and promising, with which the name of an indicator does not begin
    Urging,
    /// words that promise without saying how much
    Vague,
    /// bases that name nothing that could be looked up
    VagueBasis,
    /// payments that fall due every month
    Wages,
    /// the whole of a region
    WholeArea,
    /// work done or capacity built, which is an output wherever it stands
    WorkDone,
    /// steps of work, which say what is done and not what comes of it
    WorkStep,
}

#[rustfmt::skip]
impl Word {
    /// All classes.
    pub const ALL: &[Word] = &[
        Word::Activity,
        Word::ActivityKind,
        Word::Address,
        Word::Adverse,
        Word::AllWork,
        Word::Attitude,
        Word::Averaged,
        Word::BudgetChange,
        Word::Building,
        Word::Completion,
        Word::ConcreteTask,
        Word::Cost,
        Word::CountName,
        Word::Countered,
        Word::Deviation,
        Word::DirectlyUnder,
        Word::Doing,
        Word::Draft,
        Word::Duration,
        Word::Ecological,
        Word::Economic,
        Word::EffectOnly,
        Word::EmptyName,
        Word::EmptyTalk,
        Word::Existing,
        Word::Festival,
        Word::FestiveEvent,
        Word::Frequency,
        Word::Gained,
        Word::GoodRate,
        Word::Goods,
        Word::GraveHarm,
        Word::Growth,
        Word::HandOut,
        Word::HealthBasis,
        Word::Improve,
        Word::InTime,
        Word::Keep,
        Word::KindOfTask,
        Word::Lasting,
        Word::Livelihood,
        Word::Lodging,
        Word::Meals,
        Word::Meeting,
        Word::NoteLeft,
        Word::OneTime,
        Word::Operation,
        Word::Outcome,
        Word::OwnStaff,
        Word::PartialCost,
        Word::PastYear,
        Word::PersonCount,
        Word::PersonTimes,
        Word::Personal,
        Word::PhysicalExam,
        Word::PriceBasis,
        Word::ProjectAttribute,
        Word::Quality,
        Word::Rate,
        Word::Reaction,
        Word::Residue,
        Word::Response,
        Word::Running,
        Word::Salary,
        Word::Satisfaction,
        Word::Secrecy,
        Word::Shortfall,
        Word::ShouldBeFull,
        Word::ShouldBeHigh,
        Word::Spending,
        Word::Spent,
        Word::Subscription,
        Word::Subsidy,
        Word::SurveyBasis,
        Word::TimePoint,
        Word::TotalCost,
        Word::Training,
        Word::UnitPrice,
        Word::Urging,
        Word::Vague,
        Word::VagueBasis,
        Word::Wages,
        Word::WholeArea,
        Word::WorkDone,
        Word::WorkStep,
    ];

    /// Its section in the data file.
    pub fn key(self) -> &'static str {
        match self {
            Word::Activity => "activity",
            Word::ActivityKind => "activity_kind",
            Word::Address => "address",
            Word::Adverse => "adverse",
            Word::AllWork => "all_work",
            Word::Attitude => "attitude",
            Word::Averaged => "averaged",
            Word::BudgetChange => "budget_change",
            Word::Building => "building",
            Word::Completion => "completion",
            Word::ConcreteTask => "concrete_task",
            Word::Cost => "cost",
            Word::CountName => "count_name",
            Word::Countered => "countered",
            Word::Deviation => "deviation",
            Word::DirectlyUnder => "directly_under",
            Word::Doing => "doing",
            Word::Draft => "draft",
            Word::Duration => "duration",
            Word::Ecological => "ecological",
            Word::Economic => "economic",
            Word::EffectOnly => "effect_only",
            Word::EmptyName => "empty_name",
            Word::EmptyTalk => "empty_talk",
            Word::Existing => "existing",
            Word::Festival => "festival",
            Word::FestiveEvent => "festive_event",
            Word::Frequency => "frequency",
            Word::Gained => "gained",
            Word::GoodRate => "good_rate",
            Word::Goods => "goods",
            Word::GraveHarm => "grave_harm",
            Word::Growth => "growth",
            Word::HandOut => "hand_out",
            Word::HealthBasis => "health_basis",
            Word::Improve => "improve",
            Word::InTime => "in_time",
            Word::Keep => "keep",
            Word::KindOfTask => "kind_of_task",
            Word::Lasting => "lasting",
            Word::Livelihood => "livelihood",
            Word::Lodging => "lodging",
            Word::Meals => "meals",
            Word::Meeting => "meeting",
            Word::NoteLeft => "note_left",
            Word::OneTime => "one_time",
            Word::Operation => "operation",
            Word::Outcome => "outcome",
            Word::OwnStaff => "own_staff",
            Word::PartialCost => "partial_cost",
            Word::PastYear => "past_year",
            Word::PersonCount => "person_count",
            Word::PersonTimes => "person_times",
            Word::Personal => "personal",
            Word::PhysicalExam => "physical_exam",
            Word::PriceBasis => "price_basis",
            Word::ProjectAttribute => "project_attribute",
            Word::Quality => "quality",
            Word::Rate => "rate",
            Word::Reaction => "reaction",
            Word::Residue => "residue",
            Word::Response => "response",
            Word::Running => "running",
            Word::Salary => "salary",
            Word::Satisfaction => "satisfaction",
            Word::Secrecy => "secrecy",
            Word::Shortfall => "shortfall",
            Word::ShouldBeFull => "should_be_full",
            Word::ShouldBeHigh => "should_be_high",
            Word::Spending => "spending",
            Word::Spent => "spent",
            Word::Subscription => "subscription",
            Word::Subsidy => "subsidy",
            Word::SurveyBasis => "survey_basis",
            Word::TimePoint => "time_point",
            Word::TotalCost => "total_cost",
            Word::Training => "training",
            Word::UnitPrice => "unit_price",
            Word::Urging => "urging",
            Word::Vague => "vague",
            Word::VagueBasis => "vague_basis",
            Word::Wages => "wages",
            Word::WholeArea => "whole_area",
            Word::WorkDone => "work_done",
            Word::WorkStep => "work_step",
        }
    }
}
