//! The nouns of budget performance management: documents, indicators, values, money, and where
//! each of them was found.
//!
//! Nothing here reads a file, a clock or a database; numbers are exact, and equality ignores
//! places.

mod document;
mod field;
mod finding;
pub mod json;
mod money;
mod place;
mod value;

pub use document::*;
pub use field::{Field, Placed, Text};
pub use finding::{Bilingual, Finding, Fix, Related, Severity, Spot};
pub use money::{Amount, MoneyUnit, Number};
pub use place::{Extent, Place};
pub use rust_decimal::{Decimal, RoundingStrategy};
pub use value::{
    CalendarDay, Change, ChangeDirection, Date, DatePart, DatePoint, DateRelation, Degree,
    Dimension, Direction, Edge, Figure, Frequency, Grade, GradeAbout, GradeSense, KnownUnit,
    ListItem, Magnitude, Measure, Mention, Multiplier, Per, PerUnit, Precision, Quantity, Reason,
    Relation, TargetValue, Unclear, Unit, Year, printed_from_columns,
};
pub use value::{
    ChangeJson, DatePointJson, FigureJson, ListItemJson, PerJson, UnitJson, ValueJson,
};
