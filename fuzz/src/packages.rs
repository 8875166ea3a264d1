//! Files that are packages, made of the parts that are fuzzed: a changed archive is refused for its
//! check sums, and nothing would be learned of what is in it.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Byte that parts the parts of an input; XML cannot hold it.
const PART_END: u8 = 0;

/// A workbook: a sheet, its strings, its styles.
pub(crate) fn xlsx(parts: &[u8]) -> Vec<u8> {
    const LIST: &[u8] = b"<workbook><sheets><sheet name='1' r:id='a'/></sheets></workbook>";
    const RELATIONS: &[u8] = b"<a><Relationship Id='a' Type='/worksheet' Target='a.xml'/>\
        <Relationship Type='/sharedStrings' Target='b.xml'/>\
        <Relationship Type='/styles' Target='c.xml'/></a>";
    archive(
        &[
            ("xl/workbook.xml", LIST),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
        ],
        &["xl/a.xml", "xl/b.xml", "xl/c.xml"],
        parts,
    )
}

/// A text of Word.
pub(crate) fn docx(parts: &[u8]) -> Vec<u8> {
    archive(&[], &["word/document.xml"], parts)
}

/// An OFD package: a page that comes twice, and what pages share.
pub(crate) fn ofd(parts: &[u8]) -> Vec<u8> {
    const ROOT: &[u8] = b"<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>";
    const DOCUMENT: &[u8] = b"<Document><CommonData><PublicRes>Shared.xml</PublicRes>\
        <TemplatePage ID='1' BaseLoc='Shared.xml'/></CommonData>\
        <Pages><Page ID='2' BaseLoc='Page.xml'/><Page ID='3' BaseLoc='Page.xml'/></Pages>\
        <Attachments>Shared.xml</Attachments><Annotations>Shared.xml</Annotations></Document>";
    archive(
        &[("OFD.xml", ROOT), ("Document.xml", DOCUMENT)],
        &["Page.xml", "Shared.xml"],
        parts,
    )
}

/// An archive as it is, or else one of some fixed parts and of the parts of the input.
fn archive(fixed: &[(&str, &[u8])], names: &[&str], input: &[u8]) -> Vec<u8> {
    if input.starts_with(b"PK") {
        return input.to_vec();
    }
    let fuzzed = names
        .iter()
        .copied()
        .zip(input.split(|&byte| byte == PART_END));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in fixed.iter().copied().chain(fuzzed) {
        zip.start_file(name, stored).expect("names differ");
        zip.write_all(part).expect("memory takes all writing");
    }
    zip.finish().expect("memory takes all writing").into_inner()
}

/// An old workbook: a compound file of one stream.
pub(crate) fn xls(stream: &[u8]) -> Vec<u8> {
    let memory = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create(memory).expect("memory takes all writing");
    let mut written = file.create_stream("/Workbook").expect("a good name");
    written.write_all(stream).expect("memory takes all writing");
    drop(written);
    file.flush().expect("memory takes all writing");
    file.into_inner().into_inner()
}
