//! Compositions as Markdown: headings, and pipe tables in which what a merged cell covers is an
//! empty cell.

use crate::composition::{Block, Composition, Paragraph, Style, Table};

/// Writes a text.
pub fn write(composition: &Composition) -> Vec<u8> {
    let mut text = String::new();
    for section in &composition.sections {
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => self::paragraph(paragraph, &mut text),
                Block::Table(table) => self::table(table, &mut text),
                Block::Contents => {
                    for section in composition.sections.iter().filter(|s| s.is_numbered) {
                        line(&section.name, &mut text);
                        text += "\n\n";
                    }
                }
            }
        }
    }
    text.into_bytes()
}

fn paragraph(paragraph: &Paragraph, text: &mut String) {
    *text += match paragraph.style {
        Style::Cover | Style::Title => "# ",
        Style::Heading => "## ",
        // A numbered heading among sentences is plain without a sign.
        Style::Subheading
        | Style::CoverLine
        | Style::Subtitle
        | Style::Body
        | Style::Note
        | Style::NoteRight => "",
    };
    for one in paragraph.text.split('\n') {
        line(one, text);
        *text += "\n\n";
    }
}

fn table(table: &Table, text: &mut String) {
    let width = table.widths.len();
    let rule = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(width));
    // The rows of a form are all alike: none of them heads the others.
    *text += &rule("  ");
    *text += &rule("---");
    for row in &table.rows {
        let mut cells = vec![String::new(); width];
        for cell in &row.cells {
            if let Some(to) = cells.get_mut(cell.column) {
                line(&cell.text, to);
            }
        }
        *text += "|";
        for cell in cells {
            *text += " ";
            *text += &cell;
            *text += " |";
        }
        text.push('\n');
    }
    text.push('\n');
}

/// A text on one line, with nothing in it that Markdown would take for a sign.
fn line(text: &str, to: &mut String) {
    let mut at_start = true;
    for c in text.chars() {
        match c {
            '\n' => *to += "<br>",
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' | '&' => {
                to.push('\\');
                to.push(c);
            }
            '#' | '+' | '-' if at_start => {
                to.push('\\');
                to.push(c);
            }
            c if c.is_control() => to.push(' '),
            c => to.push(c),
        }
        at_start = at_start && c == ' ';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_escaped() {
        let mut to = String::new();
        line("# a|b\n≥5*<b>", &mut to);
        assert_eq!(to, "\\# a\\|b<br>≥5\\*\\<b\\>");
    }
}
