//! Bytes to text: which encoding the source is in, and what could not be decoded.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};
use plumbline_model::Place;

use crate::error::ReadError;
use crate::fold::is_blank;
use crate::limits::Limits;

/// The encoding a source was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Its name (`UTF-8`, `UTF-16LE`, `GB 18030` …).
    pub name: &'static str,
    /// How many malformed pieces were replaced by U+FFFD. Not zero means that text was lost.
    pub replaced: usize,
}

/// Decodes a source. The text has no byte order mark and no NUL (they become blanks), and it is
/// not blank.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<(String, Encoding), ReadError> {
    check_size(bytes.len(), limits)?;
    if let Some(found) = binary_format(bytes) {
        return Err(ReadError::NotText { found });
    }
    let (text, encoding) = decode_text(bytes);
    // Legacy encodings grow when decoded, and spans are 32 bits wide.
    check_size(text.len() / 3, limits)?;
    if is_mostly_binary(&text, encoding.replaced) {
        return Err(ReadError::NotText {
            found: "binary data",
        });
    }
    let text = if memchr::memchr(0, text.as_bytes()).is_some() {
        text.replace('\0', " ")
    } else {
        text
    };
    if text.chars().all(is_blank) {
        return Err(ReadError::Empty);
    }
    Ok((text, encoding))
}

/// Spans address the text with 32 bits, and a byte may become three, so this is the most that any
/// setting of the limits allows.
const BYTES_MAX: usize = u32::MAX as usize / 3;

/// Refuses a file of more bytes than the limits allow.
pub(crate) fn check_size(found: usize, limits: &Limits) -> Result<(), ReadError> {
    let limit = limits.bytes_max.min(BYTES_MAX);
    if found <= limit {
        return Ok(());
    }
    Err(ReadError::OverLimit {
        what: "bytes",
        found,
        limit,
        place: Place::Whole,
    })
}

fn decode_text(bytes: &[u8]) -> (String, Encoding) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return decode_as(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return valid_utf8(text);
    }
    if is_damaged_utf8(bytes) {
        return decode_as(encoding_rs::UTF_8, bytes);
    }
    decode_legacy(bytes)
}

fn valid_utf8(text: &str) -> (String, Encoding) {
    let encoding = Encoding {
        name: encoding_rs::UTF_8.name(),
        replaced: 0,
    };
    (text.to_owned(), encoding)
}

fn decode_as(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> (String, Encoding) {
    let name = match encoding.name() {
        "GBK" | "gb18030" => "GB 18030",
        name => name,
    };
    if encoding == encoding_rs::UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return valid_utf8(text);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let mut replaced = 0;
    let mut rest = bytes;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(rest.len() + 16),
            DecoderResult::Malformed(..) => {
                replaced += 1;
                text.push('\u{FFFD}');
            }
        }
    }
    (text, Encoding { name, replaced })
}

/// UTF-16 betrays itself by NULs (the high bytes of blanks, digits and line ends) that all stand
/// at even or all at odd offsets.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    const SAMPLE: usize = 64 << 10;
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    memchr::memchr(0, sample)?;
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let encoding = if odd > even * 20 {
        UTF_16LE
    } else if even > odd * 20 {
        UTF_16BE
    } else {
        return None;
    };
    let (text, _) = decode_as(encoding, sample);
    let plausible = text.chars().filter(|&c| is_usual(c)).count();
    (plausible * 10 >= text.chars().count() * 9).then_some(encoding)
}

/// Whether a character is of the kinds that fill Chinese documents.
fn is_usual(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{FF}'
        | '\u{2000}'..='\u{26FF}' | '\u{3000}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// UTF-8 in which something is damaged. In a text in another encoding hardly any pair of high
/// bytes is valid UTF-8, so few valid ones and many invalid ones mean another.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid * 4
}

/// Bytes the guesser sees at first; it is slow, and they nearly always tell.
const GUESS_SAMPLE: usize = 64 << 10;

/// Guesses by the first text that is not ASCII and, if that guess cannot be decoded, by the whole
/// file. The guesser knows encodings of the whole world; in this field a file that decodes as GB
/// 18030 without error is in GB 18030.
fn decode_legacy(bytes: &[u8]) -> (String, Encoding) {
    let text = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let sample = &bytes[text..];
    let by_sample = decode_as(guess(&sample[..sample.len().min(GUESS_SAMPLE)]), bytes);
    if by_sample.1.replaced == 0 {
        return by_sample;
    }
    let by_all = decode_as(guess(bytes), bytes);
    let chinese = decode_as(GB18030, bytes);
    if chinese.1.replaced <= by_all.1.replaced {
        chinese
    } else {
        by_all
    }
}

/// The Chinese encoding that a text seems to be in. No other comes into question.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    let is_chinese = [encoding_rs::GBK, GB18030, encoding_rs::BIG5].contains(&guess);
    if is_chinese { guess } else { GB18030 }
}

/// Control characters, NULs and undecodable bytes in masses: no text in any encoding.
fn is_mostly_binary(text: &str, replaced: usize) -> bool {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t'..=b'\r');
    // A count that fits a byte is taken of many bytes in one step.
    let controls_of = |bytes: &[u8]| bytes.iter().map(|b| u8::from(is_control(b))).sum::<u8>();
    let chunks = text.as_bytes().chunks(u8::MAX.into());
    let controls: usize = chunks.map(|bytes| usize::from(controls_of(bytes))).sum();
    let odd = controls + replaced;
    odd > 8 && odd > text.len() / 30
}

const ZIP: &str = "a ZIP archive (Word, Excel or OFD), which this version does not read yet";
const OLE: &str = "an old Word, Excel or WPS file, which this version does not read yet";
const WINDOWS_PROGRAM: &str = "a Windows program";

/// What the first bytes of files of known formats say. Matched before any decoding.
const MAGIC: [(&[u8], &str); 24] = [
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"%PDF-", "a PDF file, which this version does not read yet"),
    (b"\xD0\xCF\x11\xE0", OLE),
    (
        b"{\\rtf",
        "an RTF file, which this version does not read yet",
    ),
    (
        b"MIME-Version:",
        "a web archive (MHTML), which this version does not read yet",
    ),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7FELF", "a Linux program"),
    (b"MZ\x90\0", WINDOWS_PROGRAM),
    (b"MZ\0\0", WINDOWS_PROGRAM),
    (b"\xCA\xFE\xBA\xBE", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
];

fn binary_format(bytes: &[u8]) -> Option<&'static str> {
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    magic.map(|&(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "项目名称\t党刊征订费\r\n指标值\t≥95%\r\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        if big {
            units.flat_map(u16::to_be_bytes).collect()
        } else {
            units.flat_map(u16::to_le_bytes).collect()
        }
    }

    fn check(bytes: &[u8], name: &str, replaced: usize, text: &str) {
        let got = decode(bytes, &Limits::default());
        let want = Ok((text.to_owned(), name, replaced));
        assert_eq!(got.map(|(text, e)| (text, e.name, e.replaced)), want);
    }

    fn check_refused(bytes: &[u8], message: &str) {
        let error = decode(bytes, &Limits::default()).expect_err("must be refused");
        assert!(error.to_string().contains(message), "{error}");
    }

    #[test]
    fn known_encodings() {
        check(SAMPLE.as_bytes(), "UTF-8", 0, SAMPLE);
        check(
            &[b"\xEF\xBB\xBF", SAMPLE.as_bytes()].concat(),
            "UTF-8",
            0,
            SAMPLE,
        );
        check(&utf16(SAMPLE, false), "UTF-16LE", 0, SAMPLE);
        check(&utf16(SAMPLE, true), "UTF-16BE", 0, SAMPLE);
        check(
            &utf16(&format!("\u{FEFF}{SAMPLE}"), false),
            "UTF-16LE",
            0,
            SAMPLE,
        );
        check(
            &utf16(&format!("\u{FEFF}{SAMPLE}"), true),
            "UTF-16BE",
            0,
            SAMPLE,
        );
        check(&utf16("plain ASCII", false), "UTF-16LE", 0, "plain ASCII");
        let (gb, ..) = GB18030.encode(SAMPLE);
        check(&gb, "GB 18030", 0, SAMPLE);
        let rare = "项目名称：㐂𠮷村道路\n"; // four-byte GB 18030
        let (gb, ..) = GB18030.encode(rare);
        check(&gb, "GB 18030", 0, rare);
        let (gb, ..) = GB18030.encode("≥95%");
        check(&gb, "GB 18030", 0, "≥95%");
    }

    #[test]
    fn damage_is_replaced_and_counted() {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 2);
        bytes.extend(b"\xFF\xE9");
        check(
            &bytes,
            "UTF-8",
            2,
            "项目名称\t党刊征订费\r\n指标值\t≥95%\u{FFFD}\u{FFFD}",
        );
        let mut bytes = utf16("\u{FEFF}目标1", false);
        bytes.pop();
        check(&bytes, "UTF-16LE", 1, "目标\u{FFFD}");
        let lone = b"\xFF\xFE\x00\xD8a\0\x00\xDCb\0";
        check(lone, "UTF-16LE", 2, "\u{FFFD}a\u{FFFD}b");
        check("目\0标".as_bytes(), "UTF-8", 0, "目 标");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check_refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG");
        check_refused(b"PK\x03\x04\x14\0", "ZIP archive (Word, Excel or OFD)");
        check_refused(b"%PDF-1.7\n", "PDF");
        check_refused(&[0; 4096], "binary data");
        let noise: Vec<u8> = (0..4096_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        check_refused(&noise, "binary data");
    }

    #[test]
    fn nothing_is_empty() {
        for blank in ["", "\u{FEFF}", " \t\r\n", "\u{3000}\n"] {
            assert_eq!(
                decode(blank.as_bytes(), &Limits::default()),
                Err(ReadError::Empty)
            );
        }
    }

    #[test]
    fn size_is_checked_first() {
        let limits = Limits {
            bytes_max: 10,
            ..Limits::default()
        };
        let error = decode(&[b'a'; 11], &limits).expect_err("too long");
        assert_eq!(
            error.to_string().split(" at ").next(),
            Some("bytes: 11 is over the limit of 10")
        );
    }
}
