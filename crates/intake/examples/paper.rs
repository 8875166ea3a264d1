//! Prints what is physically there in the files named: `cargo run --example paper FILE…`

use plumbline_intake::containers::read_paper;
use plumbline_intake::limits::Limits;

fn main() {
    for name in std::env::args().skip(1) {
        match std::fs::read(&name) {
            Err(error) => eprintln!("{name}: {error}"),
            Ok(bytes) => match read_paper(&bytes, &Limits::default()) {
                Err(error) => eprintln!("{name}: {error}"),
                Ok((paper, encoding)) => {
                    println!("{name}: {:?} {encoding:?}\n{paper}", paper.container);
                }
            },
        }
    }
}
