//! Words of a form with fields among them: `（{fiscal_year}年度）`, and with words that stand only where
//! the field says something: `项目资金{（|funding.unit|）}`.

use super::Slot;

/// Words and fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words of the form.
    Words(String),
    /// A field, with words that go where it says nothing.
    Field {
        /// Words before it.
        before: String,
        /// The field.
        slot: Slot,
        /// Words after it.
        after: String,
    },
}

impl Template {
    /// Reads a template; the error says what is wrong with it.
    pub fn parse(text: &str) -> Result<Template, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, after)) = rest.split_once('{') {
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let (inside, after) = after
                .split_once('}')
                .ok_or_else(|| format!("`{{` without `}}` in `{text}`"))?;
            let parts: Vec<&str> = inside.split('|').collect();
            let (before, path, behind) = match parts[..] {
                [path] => ("", path, ""),
                [before, path, behind] => (before, path, behind),
                _ => {
                    return Err(format!(
                        "`{{{inside}}}` is neither a field nor words|field|words"
                    ));
                }
            };
            let slot = Slot::parse(path).ok_or_else(|| format!("no field is called `{path}`"))?;
            pieces.push(Piece::Field {
                before: before.to_owned(),
                slot,
                after: behind.to_owned(),
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Template { pieces })
    }

    /// The fields in it.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(_) => None,
            Piece::Field { slot, .. } => Some(slot),
        })
    }
}
