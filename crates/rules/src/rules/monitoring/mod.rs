//! Made by `cargo xtask codegen`; do not edit.

pub mod ahead_unexplained;
pub mod cause_without_explanation;
pub mod doubt_unexplained;
pub mod executed_exceeds_forecast;
pub mod forecast_below_progress;
pub mod forecast_exceeds_budget;
pub mod lag_unexplained;
pub mod missed_forecast_unexplained;
pub mod no_forecast;
pub mod no_possibility;
pub mod no_progress;
pub mod possibility_contradicts_forecast;
pub mod several_possibilities;
