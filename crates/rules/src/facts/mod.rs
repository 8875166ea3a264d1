//! Facts about documents that several rules ask for. No module here reports anything; each reads
//! the words and figures of a document and says what they are. In reading order:
//!
//! What a text speaks of
//! - [`passage`] every text a document prints, whichever box it stands in
//! - [`likeness`] how far two texts speak of the same thing
//! - [`subjects`] what the parts of a document speak of, worked out once
//! - [`naming`] how the name of an indicator is built
//! - [`measure`] what indicators measure
//! - [`phrase`] what qualitative values say, or fail to say
//!
//! Figures
//! - [`figures`] a quantity that a text names, and the indicator that sets a value for it
//! - [`named_money`] money that goals and purpose name as the money of the project
//! - [`shares`] shares of a whole
//! - [`weights`] the points of indicators
//! - [`standards`] standards of expenditure for unit costs
//! - [`execution`] amounts of a line beside each other, rates, explanations
//! - [`achievement`] what was reached, held against the target
//! - [`likelihood`] the three answers of the monitoring form
//!
//! Time
//! - [`period`] over which time a project runs
//! - [`dates`] dates, lengths of time and frequencies of indicators
//! - [`years`] the years that running text names
//! - [`plan`] the disbursement plan, with its dates read
//! - [`festivals`] festivals by which work is dated
//! - [`monthly_pay`] money that falls due every month
//!
//! Documents of one source beside each other
//! - [`pairs`] documents that speak of the same project and year
//! - [`copies`] what several projects share word for word
//! - [`prices`] what several projects pay for the same
//! - [`department`] a department beside its projects
//!
//! What texts must not hold
//! - [`misprints`] misprints whose right form is certain
//! - [`private`] numbers and addresses that tell who a person is
//! - [`persons`] names of persons

pub mod achievement;
pub mod copies;
pub mod dates;
pub mod department;
pub mod execution;
pub mod festivals;
pub mod figures;
pub mod likelihood;
pub mod likeness;
pub mod measure;
pub mod misprints;
pub mod monthly_pay;
pub mod named_money;
pub mod naming;
pub mod pairs;
pub mod passage;
pub mod period;
pub mod persons;
pub mod phrase;
pub mod plan;
pub mod prices;
pub mod private;
pub mod shares;
pub mod standards;
pub mod subjects;
pub mod weights;
pub mod years;
