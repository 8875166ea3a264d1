//! Made by `cargo xtask codegen`; do not edit.

pub mod all_targets_full;
pub mod cost_restates_budget;
pub mod goods_qualification_low;
pub mod grave_harm_allowed;
pub mod inapplicable_with_points;
pub mod nothing_measurable;
pub mod rate_without_pressure;
pub mod results_weigh_little;
pub mod satisfaction_full;
pub mod satisfaction_low;
pub mod share_below_peers;
pub mod too_many_indicators;
pub mod unit_cost_off_standard;
pub mod values_all_alike;
pub mod weight_concentrated;
pub mod weight_missing;
pub mod weight_not_positive;
pub mod weights_off_total;
pub mod zero_quantity;
