//! How cells look, as far as it matters to what can be read in them: number formats and borders.

use std::collections::HashMap;

use super::number_format::NumberFormat;

/// The styles of a workbook. A cell names one by its number.
#[derive(Default)]
pub(in super::super) struct Styles {
    codes: HashMap<u32, String>,
    formats: Vec<NumberFormat>,
    /// Where in `formats` the format of a number is.
    known: HashMap<u32, u32>,
    looks: Vec<Look>,
    general: NumberFormat,
}

struct Look {
    format: u32,
    ruled: bool,
}

impl Styles {
    /// The workbook has a format of its own by this number.
    pub(in super::super) fn add_format(&mut self, number: u32, code: String) {
        self.codes.insert(number, code);
    }

    /// Adds the next style. All formats have been added before.
    pub(in super::super) fn add(&mut self, format: u32, ruled: bool) {
        let format = match self.known.get(&format) {
            Some(&at) => at,
            None => {
                let code = self.codes.get(&format).map(String::as_str);
                let code = code.unwrap_or_else(|| super::format_code::built_in(format));
                self.formats.push(NumberFormat::new(code));
                let at = self.formats.len() as u32 - 1;
                self.known.insert(format, at);
                at
            }
        };
        self.looks.push(Look { format, ruled });
    }

    /// The number format of a style.
    pub(in super::super) fn format(&self, style: u32) -> &NumberFormat {
        let look = self.looks.get(style as usize);
        look.and_then(|look| self.formats.get(look.format as usize))
            .unwrap_or(&self.general)
    }

    /// Whether cells of a style have borders.
    pub(in super::super) fn is_ruled(&self, style: u32) -> bool {
        let look = self.looks.get(style as usize);
        look.is_some_and(|look| look.ruled)
    }
}
