//! Every kept input through its target: what fuzzing once found stays mended, on every machine.

use std::fs;
use std::path::Path;

use plumbline_fuzz::TARGETS;

#[test]
fn kept_inputs_hold() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (name, target) in TARGETS {
        let inputs = fs::read_dir(corpus.join(name)).expect("every target has kept inputs");
        let mut count = 0;
        for input in inputs {
            let path = input.expect("an input").path();
            eprintln!("{}", path.display()); // shown with the panic of the target
            target(&fs::read(&path).expect("an input can be read"));
            count += 1;
        }
        assert!(count > 0, "{name} has kept inputs");
    }
}
