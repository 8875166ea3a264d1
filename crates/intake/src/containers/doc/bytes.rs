//! Numbers out of bytes that nobody has checked: what lies outside is zero or nothing.

/// Bytes from an offset on, or none if there are not so many.
pub(super) fn slice(bytes: &[u8], offset: usize, length: usize) -> &[u8] {
    let end = offset.checked_add(length);
    end.and_then(|end| bytes.get(offset..end))
        .unwrap_or_default()
}

/// Bytes from an offset on.
pub(super) fn rest(bytes: &[u8], offset: usize) -> &[u8] {
    bytes.get(offset..).unwrap_or_default()
}

pub(super) fn byte(bytes: &[u8], offset: usize) -> u8 {
    bytes.get(offset).copied().unwrap_or_default()
}

pub(super) fn short(bytes: &[u8], offset: usize) -> u16 {
    u16::from_le_bytes([byte(bytes, offset), byte(bytes, offset.saturating_add(1))])
}

pub(super) fn long(bytes: &[u8], offset: usize) -> u32 {
    let high = short(bytes, offset.saturating_add(2));
    u32::from(short(bytes, offset)) | u32::from(high) << 16
}

/// The parts of a table of positions and, after all of them, of data ("Plc"): how many there are.
pub(super) fn entries(plc: &[u8], data: usize) -> usize {
    plc.len().saturating_sub(4) / (4 + data)
}

/// UTF-16 text as a string.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| short(pair, 0));
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
