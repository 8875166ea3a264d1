//! The program as a whole: exit codes, outputs, and that nothing on the way stops it.

mod check;
mod opinion;
mod own;
mod reading;
mod render;
mod rules;
mod support;
