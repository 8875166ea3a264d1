//! Made by `cargo xtask codegen`; do not edit.

pub mod account_number;
pub mod contact_in_published_form;
pub mod draft_published;
pub mod email_address;
pub mod home_address;
pub mod identity_number;
pub mod named_person;
pub mod note_left_in_text;
pub mod number_plate;
pub mod secrecy_mark;
pub mod single_beneficiary;
pub mod telephone_number;
