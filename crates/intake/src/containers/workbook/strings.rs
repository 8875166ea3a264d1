//! The table of strings that all sheets of a workbook share.

/// Shared strings, one after the other.
#[derive(Default)]
pub(in super::super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// The text of all strings, for appending to the one that is open.
    pub(in super::super) fn open(&mut self) -> &mut String {
        &mut self.text
    }

    /// Ends the string that is open.
    pub(in super::super) fn close(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The string of a number.
    pub(in super::super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }
}
