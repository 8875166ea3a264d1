//! The indicators of a department beside those of its projects in the same source.

use std::collections::HashSet;

use plumbline_model::{Decimal, Dimension, DocumentKind, Quantity};

use crate::case::Case;
use crate::facts::figures::{self, Stand};
use crate::facts::likeness::{Index, Pairs};
use crate::row::{List, Row};

/// A department and its projects.
#[derive(Debug)]
pub struct Department<'c, 'a> {
    /// The department.
    pub case: &'c Case<'a>,
    /// Its projects.
    pub projects: Vec<&'c Case<'a>>,
}

/// A row of a project.
#[derive(Clone, Copy, Debug)]
pub struct ProjectRow<'c, 'a> {
    /// The project.
    pub case: &'c Case<'a>,
    /// The row.
    pub row: &'c Row<'a>,
    /// Its value.
    pub quantity: &'a Quantity,
}

/// A quantity of a department with the rows of projects that speak of the same.
#[derive(Debug)]
pub struct Support<'c, 'a> {
    /// The department.
    pub case: &'c Case<'a>,
    /// Its row.
    pub row: &'c Row<'a>,
    /// The value of it.
    pub quantity: &'a Quantity,
    /// The rows of projects.
    pub rows: Vec<ProjectRow<'c, 'a>>,
    /// Whether some row of a project, whatever it is called, has the very figure.
    pub has_figure: bool,
}

impl<'c, 'a> Support<'c, 'a> {
    /// How the rows of the projects stand to the department: counts by their sum, everything else
    /// each by itself. Mixed rows stand to nothing.
    pub fn stand(&self) -> Option<Stand> {
        let mut stands = self
            .rows
            .iter()
            .map(|found| figures::stand(self.quantity, found.quantity));
        let first = stands.next()??;
        if stands.all(|other| other == Some(first)) && self.rows.len() == 1 {
            return Some(first);
        }
        match self.sum() {
            Some(sum) if self.is_counted() => self.stand_of(sum),
            _ => self
                .rows
                .iter()
                .all(|found| figures::stand(self.quantity, found.quantity) == Some(first))
                .then_some(first),
        }
    }

    /// The sum of the projects in the base unit.
    pub fn sum(&self) -> Option<Decimal> {
        figures::sum(self.rows.iter().map(|found| found.quantity))
    }

    /// Whether quantities of several projects add up.
    pub fn is_counted(&self) -> bool {
        let dimension = self.quantity.dimension();
        let is_sum = !matches!(
            dimension,
            Dimension::Share | Dimension::Time | Dimension::Score | Dimension::Physical
        );
        is_sum && self.quantity.unit.per.is_empty()
    }

    /// The rows of the projects in a message: `项目“…”的“…”为“…”，合计…`.
    pub fn projects_shown(&self) -> (String, String) {
        let shown = self.rows.iter().take(MOST_SHOWN);
        let zh: Vec<String> = shown
            .clone()
            .map(|found| {
                let (project, row) = (found.case.project_name(), found.row);
                format!("项目“{project}”的“{}”为“{}”", row.name, row.printed)
            })
            .collect();
        let en: Vec<String> = shown
            .map(|found| {
                let (project, row) = (found.case.project_name(), found.row);
                format!(
                    "“{}” of the project “{project}” is “{}”",
                    row.name, row.printed
                )
            })
            .collect();
        let (mut zh, mut en) = (zh.join("，"), en.join(", "));
        let several = self.rows.len() > 1 && self.is_counted();
        if let Some(sum) = self.sum().filter(|_| several) {
            let (count, sum) = (self.rows.len(), sum.normalize());
            zh += &format!("，{count}处合计{sum}");
            en += &format!(", {sum} in all {count} places");
        }
        (zh, en)
    }

    fn stand_of(&self, sum: Decimal) -> Option<Stand> {
        let (low, high) = figures::ends(self.quantity)?;
        Some(if sum < low && !self.quantity.relation.is_ceiling() {
            Stand::Below
        } else if sum > high && !self.quantity.relation.is_floor() {
            Stand::Above
        } else {
            Stand::Holds
        })
    }
}

/// The departments of a source with their projects: those that follow a department, or all where
/// there is one department.
pub fn departments<'c, 'a>(cases: &'c [Case<'a>]) -> Vec<Department<'c, 'a>> {
    let mut departments: Vec<Department<'c, 'a>> = Vec::new();
    let mut ahead = Vec::new();
    for case in cases {
        match case.document.kind {
            DocumentKind::DepartmentTarget => departments.push(Department {
                case,
                projects: Vec::new(),
            }),
            DocumentKind::ProjectTarget => match departments.last_mut() {
                Some(department) => department.projects.push(case),
                None => ahead.push(case),
            },
            _ => {}
        }
    }
    if let [only] = departments.as_mut_slice() {
        only.projects.append(&mut ahead);
    }
    departments
}

/// The quantities of each department that has projects here.
pub fn supports<'c, 'a>(cases: &'c [Case<'a>]) -> Vec<Support<'c, 'a>> {
    let departments = departments(cases).into_iter();
    let with_projects = departments.filter(|department| !department.projects.is_empty());
    with_projects
        .flat_map(|department| supports_of(&department))
        .collect()
}

fn supports_of<'c, 'a>(department: &Department<'c, 'a>) -> Vec<Support<'c, 'a>> {
    let case = department.case;
    let own = case.annual_rows().chain(&case.sub_rows);
    let own: Vec<_> = own.filter_map(|row| Some((row, row.quantity()?))).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let names = own.iter().map(|(row, _)| row.name);
    let rows = ProjectRows::of(&department.projects, &Pairs::of_all(names));
    own.into_iter()
        .map(|(row, quantity)| Support {
            case,
            row,
            quantity,
            rows: rows.answering(case, row, quantity),
            has_figure: rows.has_figure(quantity),
        })
        .collect()
}

/// The annual rows of all projects, by what they speak of.
struct ProjectRows<'c, 'a> {
    rows: Vec<ProjectRow<'c, 'a>>,
    index: Index,
    figures: HashSet<(Decimal, Dimension)>,
}

impl<'c, 'a> ProjectRows<'c, 'a> {
    fn of(projects: &[&'c Case<'a>], wanted: &Pairs) -> Self {
        let mut rows = Vec::new();
        let mut pairs = Vec::new();
        for case in projects {
            let subjects = case.row_subjects();
            for (row, about) in case.annual_rows().zip(subjects) {
                if let Some(quantity) = row.quantity() {
                    rows.push(ProjectRow {
                        case,
                        row,
                        quantity,
                    });
                    pairs.push(about);
                }
            }
        }
        let figures = rows.iter().filter_map(|found| figure(found.quantity));
        ProjectRows {
            index: Index::limited(pairs, wanted),
            figures: figures.collect(),
            rows,
        }
    }

    /// Every second rate is 95 %, so that shares tell nothing.
    fn has_figure(&self, quantity: &Quantity) -> bool {
        let figure = figure(quantity).filter(|(_, dimension)| *dimension != Dimension::Share);
        figure.is_some_and(|figure| self.figures.contains(&figure))
    }

    /// The rows that speak of what a row of the department speaks of, in the same measure.
    fn answering(
        &self,
        department: &Case<'_>,
        row: &Row<'_>,
        quantity: &Quantity,
    ) -> Vec<ProjectRow<'c, 'a>> {
        let whole = Pairs::with_general(row.name);
        let alike = self.index.alike(&Pairs::of(row.name));
        let found: Vec<_> = alike
            .into_iter()
            .filter_map(|(number, _)| self.rows.get(number))
            .filter(|found| figures::same_measure(found.quantity, quantity))
            .map(|found| (common(&whole, found.row), *found))
            .filter(|(common, _)| common * 2 >= whole.len())
            .collect();
        let most = found.iter().map(|(common, _)| *common).max();
        let found: Vec<_> = found
            .into_iter()
            .filter(|(common, _)| Some(*common) == most)
            .map(|(_, found)| found)
            .collect();
        match found.is_empty() {
            true => self.only_of_unit(department, row, quantity),
            false => found,
        }
    }

    /// The one row of all projects in an uncommon unit, if its project is about the same field of
    /// work as the sub-goal.
    fn only_of_unit(
        &self,
        department: &Case<'_>,
        row: &Row<'_>,
        quantity: &Quantity,
    ) -> Vec<ProjectRow<'c, 'a>> {
        let List::SubGoal(number) = row.list else {
            return Vec::new();
        };
        let mut same = self
            .rows
            .iter()
            .filter(|found| figures::same_measure(found.quantity, quantity));
        let (Some(found), None) = (same.next(), same.next()) else {
            return Vec::new();
        };
        let Some(goal) = department.document.sub_goals.get(number) else {
            return Vec::new();
        };
        let field = Pairs::of_all([goal.name.text(), goal.goal.text()]);
        let project = found.case.subject_of_rows();
        let is_count = quantity.dimension() == Dimension::Count;
        let is_field = field.common(project) >= LEAST_OF_FIELD;
        match is_count && is_field {
            true => vec![*found],
            false => Vec::new(),
        }
    }
}

/// Most rows of projects named in a message.
const MOST_SHOWN: usize = 4;

/// Pairs that a project and a sub-goal share when they are about the same field of work.
const LEAST_OF_FIELD: usize = 3;

/// How much of what the department's row is called a row names and describes.
fn common(department: &Pairs, row: &Row<'_>) -> usize {
    let text = [row.name, row.description].join("，");
    department.common(&Pairs::with_general(&text))
}

fn figure(quantity: &Quantity) -> Option<(Decimal, Dimension)> {
    Some((figures::number(quantity)?.normalize(), quantity.dimension()))
}
