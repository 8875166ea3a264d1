//! Made by `cargo xtask codegen`; do not edit.

pub mod amount_is_no_number;
pub mod annual_money_exceeds_period;
pub mod budget_not_explained_by_costs;
pub mod carry_over_of_new_project;
pub mod cost_ceiling_exceeds_budget;
pub mod cost_exceeds_budget;
pub mod cost_items_differ_from_total;
pub mod costs_fall_short_of_budget;
pub mod department_total_differs_from_projects;
pub mod implausible_total;
pub mod local_exceeds_all_levels;
pub mod named_amount_differs_from_budget;
pub mod named_amount_exceeds_budget;
pub mod negative_amount;
pub mod no_margin;
pub mod off_by_power_of_ten;
pub mod part_exceeds_total;
pub mod parts_differ_from_total;
pub mod price_exceeds_budget;
pub mod prize_subtotal_missing;
pub mod prize_subtotal_wrong;
pub mod single_cost_exceeds_budget;
pub mod standard_in_name_differs_from_value;
pub mod total_blank_or_zero;
pub mod unit_cost_cannot_be_verified;
pub mod written_sum_wrong;
