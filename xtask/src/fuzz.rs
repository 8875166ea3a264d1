//! Fuzzing on the stable toolchain: the code is instrumented by flags of the compiler, so neither
//! a nightly one nor cargo-fuzz is needed.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What libFuzzer needs to see which way the code went: counters on every edge, and comparisons.
const INSTRUMENTATION: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    --cfg fuzzing";

/// Bounds of every single input.
const BYTES_MAX: usize = 4096;
const SECONDS_MAX: usize = 10;
const MIB_MAX: usize = 1024;

/// Builds the fuzzer and runs so many inputs through every target, or through one. Begins with
/// the kept inputs; inputs that break a target are left in the target folder.
pub fn run(runs: u64, seed: u32, only: Option<&str>) -> Result<(), Box<dyn Error>> {
    let fuzzer = build()?;
    let corpus = crate::root().join("fuzz/corpus");
    let mut targets: Vec<String> = std::fs::read_dir(&corpus)?
        .map(|folder| Ok(folder?.file_name().to_string_lossy().into_owned()))
        .collect::<std::io::Result<_>>()?;
    targets.retain(|name| only.is_none_or(|only| only == name));
    targets.sort();
    let mut broken = Vec::new();
    for target in targets {
        println!("fuzz: {target}, {runs} inputs");
        if !run_target(&fuzzer, &target, &corpus, runs, seed)? {
            broken.push(target);
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    Err(format!("inputs were found that break: {}", broken.join(", ")).into())
}

/// Builds the fuzzer and gives its path.
fn build() -> Result<PathBuf, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = host()?;
    // With a target named, build scripts and macros are not instrumented.
    let status = Command::new(&cargo)
        .args(["build", "--profile", "fuzz", "--package", "plumbline-fuzz"])
        .args([
            "--features",
            "libfuzzer",
            "--bin",
            "fuzz",
            "--target",
            &host,
        ])
        .env("RUSTFLAGS", INSTRUMENTATION)
        .status()?;
    if !status.success() {
        return Err("the fuzzer could not be built (libFuzzer needs a C++ compiler)".into());
    }
    Ok(target_folder(&cargo)?.join(host).join("fuzz/fuzz"))
}

/// The platform this runs on, as the compiler calls it.
fn host() -> Result<String, Box<dyn Error>> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = Command::new(rustc).arg("-vV").output()?;
    let told = String::from_utf8(told.stdout)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not tell its host")?.to_owned())
}

fn target_folder(cargo: &std::ffi::OsStr) -> Result<PathBuf, Box<dyn Error>> {
    let told = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&told.stdout)?;
    let folder = metadata["target_directory"].as_str();
    Ok(folder
        .ok_or("cargo does not tell its target folder")?
        .into())
}

/// Runs one target and says whether it held.
fn run_target(
    fuzzer: &Path,
    target: &str,
    corpus: &Path,
    runs: u64,
    seed: u32,
) -> Result<bool, Box<dyn Error>> {
    let found = fuzzer.with_file_name("fuzz-found");
    let new = fuzzer.with_file_name("fuzz-new").join(target);
    if new.exists() {
        // The same seed tries the same inputs only if it begins with the same ones.
        std::fs::remove_dir_all(&new)?;
    }
    std::fs::create_dir_all(&new)?;
    std::fs::create_dir_all(&found)?;
    let output = Command::new(fuzzer)
        .env("FUZZ_TARGET", target)
        .arg(format!("-runs={runs}"))
        .arg(format!("-seed={seed}"))
        .arg(format!("-max_len={BYTES_MAX}"))
        .arg(format!("-timeout={SECONDS_MAX}"))
        .arg(format!("-rss_limit_mb={MIB_MAX}"))
        .arg(format!("-artifact_prefix={}/{target}-", found.display()))
        .args([new, corpus.join(target)])
        .output()?;
    let log = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        println!("  {}", log.lines().last().unwrap_or_default());
    } else {
        println!("{log}");
    }
    Ok(output.status.success())
}
