//! Made by `cargo xtask codegen`; do not edit.

pub mod count_under_quality;
pub mod date_under_quality;
pub mod ecological_row_without_ecology;
pub mod economic_row_without_economy;
pub mod effect_as_output;
pub mod level2_under_another_level1;
pub mod money_outside_cost;
pub mod no_money_under_cost;
pub mod progress_under_quality;
pub mod promptness_under_quality;
pub mod quality_and_outcome_mixed_up;
pub mod satisfaction_elsewhere;
pub mod satisfaction_of_nobody_named;
pub mod satisfaction_of_own_staff;
pub mod share_under_quantity;
pub mod short_lived_sustained_outcome;
pub mod time_under_quantity;
pub mod timeliness_of_spending_only;
pub mod work_as_outcome;
pub mod work_measure_as_effect;
