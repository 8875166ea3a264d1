//! A progress bar on standard error, if a person is looking at it.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::message::Lang;

/// A bar over a number of files; it shows nothing where standard error is no terminal or there is
/// only one.
pub(crate) fn bar(files: usize, lang: Lang) -> ProgressBar {
    if files < 2 || !io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let template = lang.pick(
        "{bar:30} {pos}/{len} 个文件  还需 {eta}",
        "{bar:30} {pos}/{len} files  {eta} left",
    );
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
