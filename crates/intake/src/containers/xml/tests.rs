//! What pieces a part is read as, strictly and as far as it is sound.

use super::{Damage, Part, Piece, Xml};
use crate::paper::Container;

/// The pieces in brackets, and what was damaged.
fn outline(text: &str, if_damaged: Damage) -> String {
    let part = Part {
        container: Container::Docx,
        name: "a.xml".to_owned(),
        text: text.to_owned(),
        depth_max: 4,
    };
    let mut xml = Xml::new(&part, if_damaged);
    let mut out = String::new();
    loop {
        match xml.next() {
            Ok(Some(Piece::Open(element))) => {
                let attributes = element.attributes();
                let attributes = attributes.map(|(name, value)| format!(" {name}={value}"));
                out += &format!("[{}{}]", element.name(), attributes.collect::<String>());
            }
            Ok(Some(Piece::Close(name))) => out += &format!("[/{name}]"),
            Ok(Some(Piece::Text(text))) => out += &text,
            Ok(None) => break,
            Err(error) => return out + &format!("! {error}"),
        }
    }
    out + &xml.damage().map_or(String::new(), |why| format!("! {why}"))
}

#[test]
fn what_is_sound() {
    let cases = [
        ("", ""),
        ("\u{FEFF}<a/>", "[a][/a]"),
        ("<?xml version='1.0'?><a>1<!-- <b> -->2</a >", "[a]12[/a]"),
        (
            "<a:b x:c='1' d = \"'>&lt;\"\n e=''/>",
            "[b c=1 d='>&lt; e=][/b]",
        ),
        (
            "<a><![CDATA[<b>&lt;]]]]><![CDATA[]]>&lt;\r\n</a>",
            "[a]<b>&lt;]]<\n[/a]",
        ),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'><!ELEMENT a ANY>]><a>&b;</a>",
            "[a]&b;[/a]",
        ),
        ("<元 年='二〇二五'>中</元>", "[元 年=二〇二五]中[/元]"),
    ];
    for (text, expected) in cases {
        for if_damaged in [Damage::Refused, Damage::Ends] {
            assert_eq!(outline(text, if_damaged), expected, "{text}");
        }
    }
}

#[test]
fn what_is_damaged_is_refused_or_ends() {
    let breaks_off = "a.xml: it breaks off";
    let cases = [
        ("<a>1", "[a]1", breaks_off),
        ("<a><b c='>", "[a]", breaks_off),
        ("<a></a", "[a]", breaks_off),
        ("<a><!-- >", "[a]", breaks_off),
        ("<a><![CDATA[1]]", "[a]", breaks_off),
        ("<!DOCTYPE a [<!ENTITY b", "", breaks_off),
    ];
    for (text, read, why) in cases {
        assert_eq!(outline(text, Damage::Ends), format!("{read}! {why}"));
        let refused = outline(text, Damage::Refused);
        assert!(refused.starts_with(&format!("{read}! ")), "{refused}");
        assert!(refused.ends_with(why), "{refused}");
    }
}

#[test]
fn small_faults_are_refused_or_passed_over() {
    let cases = [
        ("<a></b>", "[a]", "[a][/a]"),
        ("</b><a/>", "", "[a][/a]"),
        ("<a b c=1 d='2'/>", "[a d=2][/a]", "[a d=2][/a]"),
    ];
    for (text, refused, passed_over) in cases {
        assert!(
            outline(text, Damage::Refused).starts_with(refused),
            "{text}"
        );
        assert_eq!(outline(text, Damage::Ends), passed_over, "{text}");
    }
    let deep = "<a>".repeat(5);
    for if_damaged in [Damage::Refused, Damage::Ends] {
        assert!(outline(&deep, if_damaged).contains("! nesting: 5"));
    }
}
