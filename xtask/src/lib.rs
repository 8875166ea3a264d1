//! What development needs beside the program itself; the commands are in `main.rs`.

pub mod corpus;
pub mod fuzz;
