//! Made by `cargo xtask codegen`; do not edit.

pub mod all_at_year_end;
pub mod festival_before_first_share;
pub mod livelihood_money_late;
pub mod monthly_pay_at_year_end;
pub mod plan_dates_out_of_order;
pub mod plan_ends_below_100;
pub mod plan_flat;
pub mod plan_not_cumulative;
pub mod plan_stops_at_100;
pub mod plan_without_budget;
pub mod share_not_a_number;
pub mod share_over_100;
pub mod shares_fall;
pub mod spending_deadline_differs;
pub mod subscription_paid_late;
pub mod year_of_work_paid_early;
