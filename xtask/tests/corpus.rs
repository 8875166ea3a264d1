//! The corpus is the same every time, and what is written in it is what is read from it: a
//! benchmark over files that are not understood would measure nothing.

use plumbline_intake::limits::Limits;
use plumbline_model::Document;
use xtask::corpus::{self, File, Layout, Project};

#[test]
fn the_same_seed_gives_the_same_files() {
    let texts = |seed| -> Vec<String> {
        corpus::files(200, seed, &Layout::ALL)
            .map(|file| file.text)
            .collect()
    };
    assert_eq!(texts(7), texts(7));
    assert_ne!(texts(7), texts(8));
}

#[test]
fn every_project_is_counted() {
    let projects = corpus::files(1_000, 7, &Layout::ALL).map(|file| file.projects.len());
    assert_eq!(projects.sum::<usize>(), 1_000);
}

#[test]
fn every_layout_reads_back() {
    for layout in Layout::ALL {
        check(&File::new(layout, 40, 7, 3));
    }
}

fn check(file: &File) {
    let name = &file.name;
    let reading = plumbline_intake::read(file.text.as_bytes(), &Limits::default());
    let reading = reading.unwrap_or_else(|error| panic!("{name}: {error}"));
    let unread = reading.unread.first();
    assert!(unread.is_none(), "{name}: unread {unread:?}");
    assert_eq!(reading.documents.len(), file.projects.len(), "{name}");
    for (document, project) in reading.documents.iter().zip(&file.projects) {
        assert_eq!(read(document), written(project, file.layout), "{name}");
    }
}

/// What is compared: name, money and every indicator with its levels.
type Said = (String, String, Vec<[String; 4]>);

fn written(project: &Project, layout: Layout) -> Said {
    // Prose prints no level 2.
    let has_level2 = layout != Layout::Prose;
    let indicators = project.indicators.iter().map(|i| {
        [
            i.level1.to_owned(),
            if has_level2 { i.level2 } else { "" }.to_owned(),
            i.name.clone(),
            i.value.clone(),
        ]
    });
    (
        project.name.clone(),
        project.total.clone(),
        indicators.collect(),
    )
}

fn read(document: &Document) -> Said {
    let indicators = document.indicators.iter().map(|i| {
        let value = i.value.get().map_or("", |value| &value.printed);
        [
            i.level1.text().to_owned(),
            i.level2.text().to_owned(),
            i.name.text().to_owned(),
            value.to_owned(),
        ]
    });
    let total = document.funding.total.budget.get();
    (
        document.project.name.text().to_owned(),
        total.map_or(String::new(), |amount| amount.number.printed.clone()),
        indicators.collect(),
    )
}
