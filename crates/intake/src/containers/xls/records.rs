//! The records that a workbook before 2007 is made of (`[MS-XLS]`), and texts within them.

use encoding_rs::Encoding;

/// Kinds of records that are read.
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const END: u16 = 0x000A;
    pub(crate) const NOTE: u16 = 0x001C;
    pub(crate) const FROM_1904: u16 = 0x0022;
    pub(crate) const FILE_PASS: u16 = 0x002F;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const CODE_PAGE: u16 = 0x0042;
    pub(crate) const OBJECT: u16 = 0x005D;
    pub(crate) const COLUMNS: u16 = 0x007D;
    pub(crate) const SHEET: u16 = 0x0085;
    pub(crate) const MANY_RK: u16 = 0x00BD;
    pub(crate) const MANY_BLANK: u16 = 0x00BE;
    pub(crate) const RICH_LABEL: u16 = 0x00D6;
    pub(crate) const STYLE: u16 = 0x00E0;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const STRINGS: u16 = 0x00FC;
    pub(crate) const SHARED_LABEL: u16 = 0x00FD;
    pub(crate) const TEXT_OBJECT: u16 = 0x01B6;
    pub(crate) const BLANK: u16 = 0x0201;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const BOOL_OR_ERROR: u16 = 0x0205;
    pub(crate) const STRING: u16 = 0x0207;
    pub(crate) const ROW: u16 = 0x0208;
    pub(crate) const RK: u16 = 0x027E;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const BEGIN: u16 = 0x0809;
}

/// The records of a stream from an offset on.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at }
    }

    /// The next record, with all that continue it.
    pub(super) fn next(&mut self) -> Option<(u16, Record<'a>)> {
        let (kind, first) = self.one()?;
        let mut more = Vec::new();
        while let Some((kind::CONTINUE, piece)) = Records::new(self.stream, self.at).one() {
            self.at += 4 + piece.len();
            more.push(piece);
        }
        let record = Record {
            piece: first,
            more: more.into_iter(),
        };
        Some((kind, record))
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let header = self.stream.get(self.at..self.at + 4)?;
        let (kind, length) = header.split_at(2);
        let kind = u16::from_le_bytes(kind.try_into().ok()?);
        let length = usize::from(u16::from_le_bytes(length.try_into().ok()?));
        let data = self.stream.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        Some((kind, data))
    }
}

/// What a record says that has not been read.
pub(super) struct Record<'a> {
    piece: &'a [u8],
    more: std::vec::IntoIter<&'a [u8]>,
}

/// How texts are written: in Unicode since Excel 97, before that in the code page of the file.
#[derive(Clone, Copy)]
pub(super) enum Writing {
    Unicode,
    CodePage(&'static Encoding),
}

/// How long the length of a text is, in bytes.
#[derive(Clone, Copy)]
pub(super) enum Length {
    One,
    Two,
}

impl<'a> Record<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes().map(|[byte]| byte)
    }

    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        if let Some((bytes, rest)) = self.piece.split_first_chunk() {
            self.piece = rest;
            return Some(*bytes);
        }
        let mut bytes = [0; N];
        for byte in &mut bytes {
            while self.piece.is_empty() {
                self.piece = self.more.next()?;
            }
            let (first, rest) = self.piece.split_first()?;
            (*byte, self.piece) = (*first, rest);
        }
        Some(bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    /// Passes over bytes.
    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        let mut left = count;
        while left > self.piece.len() {
            left -= self.piece.len();
            self.piece = self.more.next()?;
        }
        self.piece = self.piece.get(left..)?;
        Some(())
    }

    /// Whether all of it has been read.
    pub(super) fn is_at_end(&self) -> bool {
        self.piece.is_empty() && self.more.as_slice().iter().all(|piece| piece.is_empty())
    }

    /// Appends a text that begins with its length.
    pub(super) fn text(
        &mut self,
        writing: Writing,
        length: Length,
        out: &mut String,
    ) -> Option<()> {
        let count = match length {
            Length::One => usize::from(self.byte()?),
            Length::Two => usize::from(self.u16()?),
        };
        match writing {
            Writing::Unicode => self.rich_text(count, out),
            Writing::CodePage(encoding) => {
                let bytes: Vec<u8> = (0..count).map_while(|_| self.byte()).collect();
                out.push_str(&encoding.decode_without_bom_handling(&bytes).0);
                Some(())
            }
        }
    }

    /// Appends a Unicode text of so many characters, and passes over its fonts and pronunciation.
    fn rich_text(&mut self, count: usize, out: &mut String) -> Option<()> {
        const WIDE: u8 = 1;
        const PRONOUNCED: u8 = 4;
        const RICH: u8 = 8;
        let flags = self.byte()?;
        let runs = match flags & RICH {
            0 => 0,
            _ => usize::from(self.u16()?),
        };
        let pronounced = match flags & PRONOUNCED {
            0 => 0,
            _ => self.u32()? as usize,
        };
        self.characters(count, flags & WIDE != 0, out);
        self.skip(runs * 4)?;
        self.skip(pronounced)
    }

    /// Appends characters, or as many as there are. Where they go on in another piece, it begins
    /// with how wide they are there.
    pub(super) fn characters(&mut self, count: usize, mut wide: bool, out: &mut String) {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.piece.len() < if wide { 2 } else { 1 } {
                let next = self.more.next().and_then(|piece| piece.split_first());
                let Some((flags, rest)) = next else {
                    break;
                };
                (wide, self.piece) = (flags & 1 != 0, rest);
                continue;
            }
            let before = units.len();
            let wanted = count - before;
            let size = if wide { 2 } else { 1 };
            if wide {
                let pairs = self.piece.chunks_exact(2).take(wanted);
                units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                units.extend(self.piece.iter().take(wanted).map(|&byte| u16::from(byte)));
            }
            let taken = (units.len() - before) * size;
            self.piece = self.piece.get(taken..).unwrap_or_default();
        }
        let characters = char::decode_utf16(units);
        out.extend(characters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
}
