//! All rules, one file each. Made by `cargo xtask codegen`; do not edit.

use crate::rule::Rule;

pub mod form;

/// All rules, by family and file.
#[rustfmt::skip]
pub static ALL: &[&Rule] = &[
    &form::basis_in_brackets::RULE,
    &form::blank_basis::RULE,
    &form::blank_indicator_name::RULE,
    &form::broken_numbering::RULE,
    &form::bundled_project::RULE,
    &form::code_shape::RULE,
    &form::code_year_differs::RULE,
    &form::cost_name_without_cost::RULE,
    &form::demand_of_form_not_met::RULE,
    &form::description_repeats_name::RULE,
    &form::document_number_brackets::RULE,
    &form::doubled_word::RULE,
    &form::duplicate_goal::RULE,
    &form::duplicate_indicator::RULE,
    &form::duplicate_project::RULE,
    &form::goal_is_spending::RULE,
    &form::goal_too_long::RULE,
    &form::goal_without_content::RULE,
    &form::incomplete_basis::RULE,
    &form::inconsistent_placeholder::RULE,
    &form::level_not_in_frame::RULE,
    &form::list_item_incomplete::RULE,
    &form::misprint::RULE,
    &form::missing_compulsory_indicator::RULE,
    &form::missing_funds::RULE,
    &form::missing_goal::RULE,
    &form::missing_period::RULE,
    &form::missing_project_name::RULE,
    &form::missing_unit::RULE,
    &form::missing_year::RULE,
    &form::money_unit_unclear::RULE,
    &form::name_is_a_task::RULE,
    &form::not_applicable_rows::RULE,
    &form::odd_characters::RULE,
    &form::template_residue::RULE,
    &form::text_cut_off::RULE,
    &form::too_few_indicators::RULE,
    &form::unknown_attribute::RULE,
    &form::vague_name::RULE,
    &form::weak_basis::RULE,
];
