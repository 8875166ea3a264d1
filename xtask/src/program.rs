//! What the program says, as it is built.

use std::error::Error;
use std::process::Command;

/// Its output in a language, without blanks at the ends of lines.
pub fn told(lang: &str, args: &[&str]) -> Result<String, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let told = Command::new(cargo)
        .args(["run", "--quiet", "--package", "plumbline", "--"])
        .args(["--lang", lang])
        .args(args)
        .env_remove("PLUMBLINE_LANG")
        .output()?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into_owned().into());
    }
    let lines = String::from_utf8(told.stdout)?;
    let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_end().to_owned())
}
