//! The pages of rules in `docs/rules`: an index and a page for each family, in both languages, as
//! the program itself explains them.

use std::error::Error;
use std::path::Path;

use crate::codegen::GENERATED;
use crate::program::told;
use crate::registry;

/// The pages, by path from the root.
pub fn files(root: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let families = registry::families(root)?;
    let mut made = Vec::new();
    for (lang, folder) in [("zh", "docs/rules"), ("en", "docs/rules/en")] {
        let mut page = |name: &str, args: &[&str]| -> Result<(), Box<dyn Error>> {
            let args = [args, &["--format", "markdown"]].concat();
            let text = format!("{GENERATED}\n\n{}\n", told(lang, &args)?);
            made.push((format!("{folder}/{name}.md"), text));
            Ok(())
        };
        page("README", &["rules"])?;
        for family in &families {
            page(family, &["explain", family])?;
        }
    }
    Ok(made)
}
