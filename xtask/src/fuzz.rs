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
/// the kept inputs; what is found is left in the target folder.
pub fn run(runs: u64, seed: u32, only: Option<&str>) -> Result<(), Box<dyn Error>> {
    let fuzzer = build()?;
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let work = fuzzer.with_file_name("fuzz-work");
    let mut targets: Vec<PathBuf> = std::fs::read_dir(&kept)?
        .map(|folder| Ok(folder?.path()))
        .collect::<std::io::Result<_>>()?;
    targets.sort();
    for inputs in targets {
        let name = inputs.file_name().unwrap_or_default().to_string_lossy();
        if only.is_none_or(|only| only == name) {
            run_target(&fuzzer, &name, &inputs, &work.join(&*name), runs, seed)?;
        }
    }
    Ok(())
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
        return Err("the fuzzer cannot be built (it needs a C++ compiler)".into());
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

fn run_target(
    fuzzer: &Path,
    name: &str,
    kept: &Path,
    work: &Path,
    runs: u64,
    seed: u32,
) -> Result<(), Box<dyn Error>> {
    println!("fuzz: {name}, {runs} inputs");
    let found = work.join("found");
    let new = work.join("new");
    std::fs::create_dir_all(&found)?;
    std::fs::create_dir_all(&new)?;
    let output = Command::new(fuzzer)
        .env("FUZZ_TARGET", name)
        .arg(format!("-runs={runs}"))
        .arg(format!("-seed={seed}"))
        .arg(format!("-max_len={BYTES_MAX}"))
        .arg(format!("-timeout={SECONDS_MAX}"))
        .arg(format!("-rss_limit_mb={MIB_MAX}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args([&new, kept])
        .output()?;
    let log = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        println!("  {}", log.lines().last().unwrap_or_default());
        return Ok(());
    }
    println!("{log}");
    let found = found.display();
    Err(format!("{name}: an input breaks it; it is in {found}, keep it in fuzz/corpus").into())
}
