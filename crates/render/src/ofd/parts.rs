//! The parts of an OFD file beside its pages.

use std::io::Error;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::typeset::Volume;
use crate::written::fingerprint;

use super::page::{box_of, text_of};
use super::{FontOfFile, NAMESPACE};

/// `OFD.xml`: which documents are in the file.
pub(super) fn root(title: &str, pages: &[(u32, String)]) -> Result<String, Error> {
    let content: String = pages.iter().map(|page| page.1.as_str()).collect();
    let id = format!("{:032x}", fingerprint(content.as_bytes()));
    part(
        "ofd:OFD",
        &[("Version", "1.1"), ("DocType", "OFD")],
        |xml| {
            let body = xml.create_element("ofd:DocBody");
            body.write_inner_content(|xml| {
                let information = xml.create_element("ofd:DocInfo");
                information.write_inner_content(|xml| {
                    leaf(xml, "ofd:DocID", &id)?;
                    leaf(xml, "ofd:Title", title)?;
                    leaf(xml, "ofd:Creator", "Plumbline")
                })?;
                leaf(xml, "ofd:DocRoot", "Doc_0/Document.xml")
            })?;
            Ok(())
        },
    )
}

/// `Document.xml`: its pages, and where their resources are.
pub(super) fn document(
    volume: &Volume,
    pages: &[(u32, String)],
    last_id: u32,
) -> Result<String, Error> {
    part("ofd:Document", &[], |xml| {
        let common = xml.create_element("ofd:CommonData");
        common.write_inner_content(|xml| {
            leaf(xml, "ofd:MaxUnitID", &last_id.to_string())?;
            let area = xml.create_element("ofd:PageArea");
            area.write_inner_content(|xml| {
                let first = volume.pages.first();
                leaf(
                    xml,
                    "ofd:PhysicalBox",
                    &first.map(box_of).unwrap_or_default(),
                )
            })?;
            leaf(xml, "ofd:PublicRes", "PublicRes.xml")
        })?;
        let list = xml.create_element("ofd:Pages");
        list.write_inner_content(|xml| {
            for (number, (id, _)) in pages.iter().enumerate() {
                let place = format!("Pages/Page_{number}/Content.xml");
                let page = xml.create_element("ofd:Page");
                let page = page.with_attribute(("ID", id.to_string().as_str()));
                page.with_attribute(("BaseLoc", place.as_str()))
                    .write_empty()?;
            }
            Ok(())
        })?;
        outline(xml, volume, pages)
    })
}

/// The sections as an outline beside the pages.
fn outline(xml: &mut Xml, volume: &Volume, pages: &[(u32, String)]) -> Result<(), Error> {
    let items = || {
        let named = volume.parts.iter().filter(|part| !part.name.is_empty());
        named.filter_map(|part| Some((part, pages.get(part.page)?.0.to_string())))
    };
    if items().count() < 2 {
        return Ok(());
    }
    let outlines = xml.create_element("ofd:Outlines");
    outlines.write_inner_content(|xml| {
        for (part, page) in items() {
            let item = xml.create_element("ofd:OutlineElem");
            let item = item.with_attribute(("Title", text_of(&part.name).as_str()));
            item.write_inner_content(|xml| go_to(xml, &page))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The action of an entry of the outline: show the top of a page.
fn go_to(xml: &mut Xml, page: &str) -> Result<(), Error> {
    let actions = xml.create_element("ofd:Actions");
    actions.write_inner_content(|xml| {
        let action = xml.create_element("ofd:Action");
        let action = action.with_attribute(("Event", "CLICK"));
        action.write_inner_content(|xml| {
            let goto = xml.create_element("ofd:Goto");
            goto.write_inner_content(|xml| {
                let target = xml.create_element("ofd:Dest");
                let target = target.with_attribute(("Type", "XYZ"));
                target.with_attribute(("PageID", page)).write_empty()?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// `PublicRes.xml`: the fonts.
pub(super) fn resources<'f>(fonts: impl Iterator<Item = &'f FontOfFile>) -> Result<String, Error> {
    part("ofd:Res", &[("BaseLoc", "Res")], |xml| {
        let list = xml.create_element("ofd:Fonts");
        list.write_inner_content(|xml| {
            for font in fonts {
                let id = font.id.to_string();
                let entry = xml.create_element("ofd:Font").with_attributes([
                    ("ID", id.as_str()),
                    ("FontName", &font.name),
                    ("FamilyName", &font.name),
                    ("Charset", "unicode"),
                ]);
                match &font.file {
                    Some((name, _)) => {
                        entry.write_inner_content(|xml| leaf(xml, "ofd:FontFile", name))?;
                    }
                    None => {
                        entry.write_empty()?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// What parts are written into.
pub(super) type Xml = Writer<Vec<u8>>;

/// A part with this root element.
pub(super) fn part(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> Result<(), Error>,
) -> Result<String, Error> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let element = xml
        .create_element(root)
        .with_attribute(("xmlns:ofd", NAMESPACE));
    let element = element.with_attributes(attributes.iter().copied());
    element.write_inner_content(content)?;
    String::from_utf8(xml.into_inner()).map_err(Error::other)
}

/// An element that holds only text.
pub(super) fn leaf(xml: &mut Xml, name: &str, text: &str) -> Result<(), Error> {
    let text = text_of(text);
    xml.create_element(name)
        .write_text_content(BytesText::new(&text))?;
    Ok(())
}
