//! From the file of a form to the form, or to what is wrong with it and where.

use plumbline_model::DocumentKind;

use super::source::{
    BlockSource, CellSource, ColumnSource, FormSource, ListSource, ParagraphSource, PartSource,
    RowSource, SectionSource,
};
use super::{
    Block, Cell, Clause, Column, ColumnOf, Content, CostPart, Each, Form, FrameLevel,
    IndicatorPart, Line, List, ListOf, Numbering, Paragraph, Part, Repeat, Row, Rows, Section,
    Slot, Table, TaskPart, Template,
};
use crate::composition::{Orientation, Style};

/// What is wrong with the file of a form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{form}: {at}{reason}")]
pub struct FormError {
    /// The form.
    pub form: String,
    /// Where in it: `section 1, block 2, part 3, row 4, cell 1: `.
    pub at: String,
    /// What is wrong.
    pub reason: String,
}

/// What is wrong, on its way up: each level adds where it is.
struct Wrong {
    at: String,
    reason: String,
}

impl From<String> for Wrong {
    fn from(reason: String) -> Wrong {
        Wrong {
            at: String::new(),
            reason,
        }
    }
}

type Compiled<T> = Result<T, Wrong>;

/// Compiles the items of a list, saying which of them is wrong.
fn each<S, T>(what: &str, from: Vec<S>, compile: impl Fn(S) -> Compiled<T>) -> Compiled<Vec<T>> {
    let numbered = from.into_iter().enumerate();
    let compiled = numbered.map(|(i, one)| {
        compile(one).map_err(|wrong| Wrong {
            at: format!("{what} {}, {}", i + 1, wrong.at),
            reason: wrong.reason,
        })
    });
    compiled.collect()
}

impl Form {
    /// Compiles the file of a form.
    pub fn compile(name: &str, text: &str) -> Result<Form, FormError> {
        let wrong = |at: String, reason: String| FormError {
            form: name.to_owned(),
            at,
            reason,
        };
        let source: FormSource =
            toml::from_str(text).map_err(|error| wrong(String::new(), error.to_string()))?;
        form(name, source).map_err(|Wrong { at, reason }| {
            let at = at.trim_end_matches(", ");
            let colon = if at.is_empty() { "" } else { ": " };
            wrong(format!("{at}{colon}"), reason)
        })
    }
}

fn form(name: &str, source: FormSource) -> Compiled<Form> {
    let kinds = source.kinds.iter().map(|kind| kind_of(kind));
    let kinds = kinds.collect::<Compiled<Vec<_>>>()?;
    let first = *kinds
        .first()
        .ok_or("the form is for no kind of document".to_owned())?;
    let clause = Clause {
        link: source.clause.link,
        basis: source.clause.basis,
        between: source.clause.between.unwrap_or_else(|| "；".to_owned()),
        prints_level2: source.clause.level2,
    };
    let frame = source.frame.into_iter().map(|frame| FrameLevel {
        level1: frame.level1,
        level2: frame.level2,
    });
    Ok(Form {
        name: name.to_owned(),
        title: source.title,
        english: source.english,
        kinds,
        source: source.source,
        issued: source.issued,
        is_confirmed: source.confirmed,
        prints_demands: source.demands,
        is_continuous: source.continuous,
        clause,
        frame: frame.collect(),
        sections: each("section", source.section, |s| section(s, first))?,
    })
}

fn kind_of(kind: &str) -> Compiled<DocumentKind> {
    Ok(match kind {
        "project_target" => DocumentKind::ProjectTarget,
        "department_target" => DocumentKind::DepartmentTarget,
        "self_evaluation" => DocumentKind::SelfEvaluation,
        "monitoring_report" => DocumentKind::MonitoringReport,
        other => return Err(format!("no kind of document is called `{other}`").into()),
    })
}

fn section(source: SectionSource, first: DocumentKind) -> Compiled<Section> {
    let each_of = match source.each.as_deref() {
        None => Each::Document(first),
        Some("volume") => Each::Volume,
        Some(kind) => Each::Document(kind_of(kind)?),
    };
    Ok(Section {
        each: each_of,
        name: Template::parse(&source.name)?,
        orientation: match source.landscape {
            true => Orientation::Landscape,
            false => Orientation::Portrait,
        },
        is_numbered: source.numbered,
        blocks: each("block", source.block, block)?,
    })
}

fn slot(path: Option<&str>) -> Compiled<Option<Slot>> {
    let slot = path.map(|path| {
        let slot = Slot::parse(path);
        slot.ok_or_else(|| format!("no field is called `{path}`"))
    });
    Ok(slot.transpose()?)
}

fn block(source: BlockSource) -> Compiled<Block> {
    if source.contents {
        return Ok(Block::Contents);
    }
    if let Some(of) = &source.repeat {
        return Ok(Block::Repeat {
            of: match of.as_str() {
                "goals" => Repeat::Goals,
                "sub_goals" => Repeat::SubGoals,
                "safeguards" => Repeat::Safeguards,
                "level1" => Repeat::Level1,
                other => return Err(format!("nothing is repeated for `{other}`").into()),
            },
            paragraphs: each("paragraph", source.paragraphs, |p| paragraph(p, None))?,
        });
    }
    if let Some(text) = source.text {
        let style = source.style.unwrap_or_else(|| "body".to_owned());
        let when = slot(source.when.as_deref())?;
        return Ok(Block::Paragraph(paragraph(
            ParagraphSource { style, text },
            when,
        )?));
    }
    if source.part.is_empty() {
        return Err("a block has `text`, `repeat`, `part` or `contents`"
            .to_owned()
            .into());
    }
    let width = source.widths.len();
    Ok(Block::Table(Table {
        widths: source.widths,
        parts: each("part", source.part, |p| part(p, width))?,
    }))
}

fn paragraph(source: ParagraphSource, when: Option<Slot>) -> Compiled<Paragraph> {
    let style = match source.style.as_str() {
        "cover" => Style::Cover,
        "cover_line" => Style::CoverLine,
        "title" => Style::Title,
        "subtitle" => Style::Subtitle,
        "heading" => Style::Heading,
        "subheading" => Style::Subheading,
        "body" => Style::Body,
        "note" => Style::Note,
        "note_right" => Style::NoteRight,
        other => return Err(format!("no style is called `{other}`").into()),
    };
    Ok(Paragraph {
        style,
        text: Template::parse(&source.text)?,
        when,
    })
}

fn part(source: PartSource, width: usize) -> Compiled<Part> {
    let beside_columns = source.beside_columns.unwrap_or(1);
    let beside = source
        .beside
        .map(|text| Template::parse(&text))
        .transpose()?;
    let free = width.saturating_sub(if beside.is_some() { beside_columns } else { 0 });
    let rows = match (source.list, source.plan, source.details) {
        (Some(list), None, None) => Rows::List(list_of(list, free)?),
        (None, Some(plan), None) => {
            fits(plan.columns, free)?;
            Rows::Plan {
                dates: plan.dates,
                columns: plan.columns,
            }
        }
        (None, None, Some(details)) => {
            fits(details.label + details.text, free)?;
            Rows::Details {
                label: details.label,
                text: details.text,
            }
        }
        (None, None, None) if !source.rows.is_empty() => {
            let rows = each("row", source.rows, row)?;
            all_fit(&rows, free)?;
            Rows::Fixed(rows)
        }
        _ => {
            return Err("a part has one of `rows`, `list`, `plan`, `details`"
                .to_owned()
                .into());
        }
    };
    Ok(Part {
        beside: beside.map(|text| (text, beside_columns)),
        when: slot(source.when.as_deref())?,
        rows,
    })
}

fn fits(columns: usize, free: usize) -> Compiled<()> {
    match columns == free {
        true => Ok(()),
        false => Err(format!("takes {columns} columns where there are {free}").into()),
    }
}

/// Every row, with what reaches down from rows above it, fills the table exactly.
fn all_fit(rows: &[Row], free: usize) -> Compiled<()> {
    let mut reaching: Vec<(usize, usize)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let from_above: usize = reaching.iter().map(|(_, columns)| columns).sum();
        let own: usize = row.cells.iter().map(|cell| cell.columns).sum();
        fits(own + from_above, free).map_err(|wrong| Wrong {
            at: format!("row {}, ", i + 1),
            reason: wrong.reason,
        })?;
        reaching.extend(row.cells.iter().map(|cell| (cell.rows, cell.columns)));
        reaching.iter_mut().for_each(|(rows, _)| *rows -= 1);
        reaching.retain(|(rows, _)| *rows > 0);
    }
    match reaching.is_empty() {
        true => Ok(()),
        false => Err("a cell reaches below the last row of its part"
            .to_owned()
            .into()),
    }
}

fn row(source: RowSource) -> Compiled<Row> {
    Ok(Row {
        when: slot(source.when.as_deref())?,
        cells: each("cell", source.cells, cell)?,
    })
}

fn cell(source: CellSource) -> Compiled<Cell> {
    let content = match (source.label, source.field, source.text, source.free) {
        (Some(label), None, None, false) => Content::Label(Template::parse(&label)?),
        (None, Some(path), None, false) => {
            let slot = Slot::parse(&path).ok_or_else(|| format!("no field is called `{path}`"))?;
            let numbering = Numbering {
                many: source.number.unwrap_or_else(|| "{n}.".to_owned()),
                one: source.number_one.unwrap_or_default(),
            };
            Content::Field(slot, numbering)
        }
        (None, None, Some(text), false) => Content::Text(Template::parse(&text)?),
        (None, None, None, true) => Content::Free,
        _ => {
            return Err("a cell has one of `label`, `field`, `text`, `free`"
                .to_owned()
                .into());
        }
    };
    let (rows, columns) = (source.rows.unwrap_or(1), source.columns.unwrap_or(1));
    if rows == 0 || columns == 0 {
        return Err("a cell covers at least one row and one column"
            .to_owned()
            .into());
    }
    Ok(Cell {
        content,
        rows,
        columns,
    })
}

fn list_of(source: ListSource, free: usize) -> Compiled<List> {
    let of = match source.of.as_str() {
        "indicators" => ListOf::Indicators,
        "tasks" => ListOf::Tasks,
        "cost_items" => ListOf::Costs,
        other => return Err(format!("there is no list of `{other}`").into()),
    };
    let columns = each("column", source.columns, |c| column(c, of))?;
    fits(columns.iter().map(|column| column.columns).sum(), free)?;
    let below = each("row below", source.below, row)?;
    all_fit(&below, free)?;
    Ok(List {
        of,
        columns,
        below,
        blank_rows: source.blank_rows,
        number: source.number,
        prints_slots: source.slots,
    })
}

fn column(source: ColumnSource, list: ListOf) -> Compiled<Column> {
    let of = match list {
        _ if source.of == "serial" => Some(ColumnOf::Serial),
        ListOf::Indicators => of_indicators(&source.of),
        ListOf::Tasks => of_task(&source.of),
        ListOf::Costs => of_cost(&source.of),
    };
    Ok(Column {
        of: of.ok_or_else(|| format!("no column is called `{}`", source.of))?,
        head: Template::parse(&source.head)?,
        group: source
            .group
            .map(|text| Template::parse(&text))
            .transpose()?,
        columns: source.columns.unwrap_or(1),
    })
}

fn of_indicators(of: &str) -> Option<ColumnOf> {
    match of.strip_prefix("medium_term.") {
        Some("level2") => Some(ColumnOf::MediumTermLevel2),
        Some(part) => indicator_part(part).map(ColumnOf::MediumTerm),
        None if of == "level1" => Some(ColumnOf::Level1),
        None if of == "level2" => Some(ColumnOf::Level2),
        None => indicator_part(of).map(ColumnOf::Indicator),
    }
}

fn indicator_part(of: &str) -> Option<IndicatorPart> {
    let (key, of_key) = of.split_once('.').unwrap_or((of, ""));
    Some(match (key, of_key) {
        ("name", "") => IndicatorPart::Name,
        ("description", "") => IndicatorPart::Description,
        ("value", "") => IndicatorPart::Value,
        ("basis", "") => IndicatorPart::Basis,
        ("weight", "") => IndicatorPart::Weight,
        ("actual", "") => IndicatorPart::Actual,
        ("forecast", "") => IndicatorPart::Forecast,
        ("score", "") => IndicatorPart::Score,
        ("reason", "") => IndicatorPart::Reason,
        ("remark", "") => IndicatorPart::Remark,
        ("cause", cause) if !cause.is_empty() => IndicatorPart::Cause(cause.to_owned()),
        ("possibility", of) if !of.is_empty() => IndicatorPart::Possibility(of.to_owned()),
        ("details", key) if !key.is_empty() => IndicatorPart::Detail(key.to_owned()),
        _ => return None,
    })
}

fn of_task(of: &str) -> Option<ColumnOf> {
    let part = match of {
        "name" => TaskPart::Name,
        "content" => TaskPart::Content,
        line => TaskPart::Money(Line::parse(line)?),
    };
    Some(ColumnOf::Task(part))
}

fn of_cost(of: &str) -> Option<ColumnOf> {
    let part = match of {
        "name" => CostPart::Name,
        "amount" => CostPart::Amount,
        "basis" => CostPart::Basis,
        _ => return None,
    };
    Some(ColumnOf::Cost(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = r#"
title = "表"
english = "form"
kinds = ["project_target"]
source = "test"
[[section]]
name = "{project.name}"
[[section.block]]
widths = [1, 1]
[[section.block.part]]
rows = [{ cells = [{ label = "项目名称" }, { field = "project.name" }] }]
"#;

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert!(Form::compile("f", FORM).is_ok());
        for (from, to, said) in [
            (
                "field = \"project.name\"",
                "field = \"project.nam\"",
                "f: section 1, block 1, part 1, row 1, cell 2: no field is called `project.nam`",
            ),
            (
                "{ label = \"项目名称\" }",
                "{ label = \"项目名称\", columns = 2 }",
                "f: section 1, block 1, part 1, row 1: takes 3 columns where there are 2",
            ),
            (
                "{project.name}",
                "{project.name",
                "f: section 1: `{` without `}` in `{project.name`",
            ),
            (
                "project_target",
                "project",
                "f: no kind of document is called `project`",
            ),
        ] {
            let error = Form::compile("f", &FORM.replace(from, to)).expect_err(from);
            assert_eq!(error.to_string(), said);
        }
        let error = Form::compile("f", "title = 1").expect_err("no title");
        assert!(error.to_string().contains("line 1"), "{error}");
    }
}
