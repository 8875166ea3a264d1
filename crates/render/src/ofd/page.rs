//! A page of an OFD file: its lines of text and its ruling lines, in millimetres.

use std::collections::BTreeMap;
use std::io::Error;

use quick_xml::events::BytesText;

use crate::fonts::Source;
use crate::typeset::{Page, Rule, Run};

use super::parts::{Xml, leaf, part};
use super::{FontOfFile, Ids};

/// Width of ruling lines in points.
const RULE: f32 = 0.5;

/// `Content.xml` of a page.
pub(super) fn content(
    page: &Page,
    fonts: &BTreeMap<Source, FontOfFile>,
    ids: &mut Ids,
) -> Result<String, Error> {
    part("ofd:Page", &[], |xml| {
        let area = xml.create_element("ofd:Area");
        area.write_inner_content(|xml| leaf(xml, "ofd:PhysicalBox", &box_of(page)))?;
        let content = xml.create_element("ofd:Content");
        content.write_inner_content(|xml| {
            let id = ids.next().to_string();
            let layer = xml.create_element("ofd:Layer");
            let layer = layer.with_attributes([("ID", id.as_str()), ("Type", "Body")]);
            layer.write_inner_content(|xml| {
                for rule in &page.rules {
                    write_rule(xml, rule, ids.next())?;
                }
                for run in &page.runs {
                    if let Some(font) = fonts.get(&run.source) {
                        write_run(xml, run, font.id, ids.next())?;
                    }
                }
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

/// The box of a page.
pub(super) fn box_of(page: &Page) -> String {
    format!("0 0 {} {}", mm(page.width), mm(page.height))
}

/// A text without the characters that XML cannot hold.
pub(super) fn text_of(text: &str) -> String {
    let is_allowed =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_allowed).collect()
}

fn write_rule(xml: &mut Xml, rule: &Rule, id: u32) -> Result<(), Error> {
    let half = RULE / 2.0;
    let (left, top) = (rule.from.0 - half, rule.from.1 - half);
    let (width, height) = (rule.to.0 - rule.from.0, rule.to.1 - rule.from.1);
    let around = [left, top, width + RULE, height + RULE].map(mm).join(" ");
    let line = [half, half, half + width, half + height].map(mm);
    let path = xml.create_element("ofd:PathObject").with_attributes([
        ("ID", id.to_string().as_str()),
        ("Boundary", &around),
        ("LineWidth", &mm(RULE)),
        ("Cap", "Square"),
    ]);
    path.write_inner_content(|xml| {
        let colour = xml.create_element("ofd:StrokeColor");
        colour.with_attribute(("Value", "0 0 0")).write_empty()?;
        let [x1, y1, x2, y2] = line;
        leaf(
            xml,
            "ofd:AbbreviatedData",
            &format!("M {x1} {y1} L {x2} {y2}"),
        )
    })?;
    Ok(())
}

fn write_run(xml: &mut Xml, run: &Run, font: u32, id: u32) -> Result<(), Error> {
    let width: f32 = run.letters.iter().map(|letter| letter.advance).sum();
    let (above, below) = (run.size, 0.3 * run.size);
    let around = [
        run.left,
        run.baseline - above,
        width + run.size,
        above + below,
    ];
    let text: String = run.letters.iter().map(|letter| letter.character).collect();
    let object = xml.create_element("ofd:TextObject").with_attributes([
        ("ID", id.to_string().as_str()),
        ("Boundary", &around.map(mm).join(" ")),
        ("Font", &font.to_string()),
        ("Size", &mm(run.size)),
    ]);
    object.write_inner_content(|xml| {
        let code = xml.create_element("ofd:TextCode");
        let code = code.with_attributes([("X", "0"), ("Y", mm(above).as_str())]);
        let code = match deltas(run) {
            deltas if deltas.is_empty() => code,
            deltas => code.with_attribute(("DeltaX", deltas.as_str())),
        };
        code.write_text_content(BytesText::new(&text_of(&text)))?;
        Ok(())
    })?;
    Ok(())
}

/// The distances between the letters; three and more equal ones as `g COUNT DISTANCE`.
fn deltas(run: &Run) -> String {
    let between = run.letters.len().saturating_sub(1);
    let advances = run.letters.iter().take(between);
    let deltas: Vec<String> = advances.map(|letter| mm(letter.advance)).collect();
    let equal = deltas.chunk_by(|a, b| a == b);
    let written = equal.flat_map(|equal| match equal {
        [delta, _, _, ..] => vec![format!("g {} {delta}", equal.len())],
        few => few.to_vec(),
    });
    written.collect::<Vec<_>>().join(" ")
}

/// Points as millimetres, as short as they can be.
fn mm(points: f32) -> String {
    let text = format!("{:.4}", f64::from(points) * 25.4 / 72.0);
    let short = text.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}
