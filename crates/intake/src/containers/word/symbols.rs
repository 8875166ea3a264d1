//! Characters of fonts that show pictures in place of letters, as the characters they look like.

/// The character that a symbol font shows for a code, if it is one we know.
pub(in crate::containers) fn symbol(font: &str, code: u32) -> Option<char> {
    let code = match code {
        0xF000..=0xF0FF => code - 0xF000,
        other => other,
    };
    let table = match font.to_ascii_lowercase().as_str() {
        "wingdings" => WINGDINGS,
        "wingdings 2" => WINGDINGS_2,
        "symbol" => SYMBOL,
        _ => return None,
    };
    let found = table.iter().find(|(from, _)| *from == code);
    found.map(|(_, character)| *character)
}

/// The text as a font shows it.
pub(in crate::containers) fn shown(font: &str, text: &str) -> String {
    let show = |c: char| symbol(font, c as u32).unwrap_or(c);
    text.chars().map(show).collect()
}

const WINGDINGS: &[(u32, char)] = &[
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, '□'),
    (0x71, '□'),
    (0x72, '□'),
    (0x75, '◆'),
    (0x80, '⓪'),
    (0x81, '①'),
    (0x82, '②'),
    (0x83, '③'),
    (0x84, '④'),
    (0x85, '⑤'),
    (0x86, '⑥'),
    (0x87, '⑦'),
    (0x88, '⑧'),
    (0x89, '⑨'),
    (0x8A, '⑩'),
    (0xA1, '○'),
    (0xA8, '□'),
    (0xE0, '→'),
    (0xFB, '×'),
    (0xFC, '√'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

const WINGDINGS_2: &[(u32, char)] = &[
    (0x4F, '×'),
    (0x50, '√'),
    (0x51, '☒'),
    (0x52, '☑'),
    (0x53, '☒'),
    (0x54, '☒'),
    (0x96, '●'),
    (0x97, '●'),
    (0x98, '●'),
    (0xA2, '■'),
    (0xA3, '□'),
];

const SYMBOL: &[(u32, char)] = &[
    (0x2D, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0x53, 'Σ'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xD6, '√'),
];
