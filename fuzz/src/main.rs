//! The fuzzer: libFuzzer on the target that `FUZZ_TARGET` names. `cargo xtask fuzz` builds and
//! runs it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plumbline_fuzz::TARGETS;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let asked = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let target = TARGETS.iter().find(|(name, _)| *name == asked);
    let names = TARGETS.map(|(name, _)| name);
    target
        .unwrap_or_else(|| panic!("FUZZ_TARGET must be one of {names:?}"))
        .1
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
