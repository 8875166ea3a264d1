//! What is rendered and read again says the same.

mod generated;
mod office;
mod samples;
mod support;
