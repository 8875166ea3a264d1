//! Which ruling lines hang together as one table?
//!
//! Programs draw the lines of a table in many small pieces. Pieces on one line are put together
//! into *bars*; bars that cross or touch are of one table. Where cells go on on the next page no
//! line may be drawn, and their sides touch nothing: they begin and end with the table.

use std::collections::HashMap;

use super::Rule;

/// How far apart two lines may be and still be one, in points.
pub(super) const SAME: f32 = 2.5;
/// How wide a gap in a line may be.
const GAP_MAX: f32 = 3.5;
/// What is shorter is no line of a table.
const BAR_MIN: f32 = 5.0;
/// Crossings of bars that are looked for on a page, at the most.
const CROSSINGS_MAX: usize = 20_000_000;

/// A ruling line in one piece: where it is, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
}

impl Bar {
    /// Whether both begin and end together.
    fn is_beside(&self, other: &Bar) -> bool {
        let is_near = |a: f32, b: f32| (a - b).abs() <= SAME;
        is_near(self.from, other.from) && is_near(self.to, other.to)
    }
}

/// The bars of a table, each kind by where they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Bars {
    pub(super) lying: Vec<Bar>,
    pub(super) standing: Vec<Bar>,
}

impl Bars {
    /// A bar as high as all of it.
    fn height(&self) -> Bar {
        let from = self.standing.iter().map(|bar| bar.from);
        let to = self.standing.iter().map(|bar| bar.to);
        Bar {
            at: 0.0,
            from: from.fold(f32::MAX, f32::min),
            to: to.fold(f32::MIN, f32::max),
        }
    }

    /// Takes the bars of others.
    fn extend(&mut self, lying: Vec<Bar>, standing: impl IntoIterator<Item = Bar>) {
        self.lying.extend(lying);
        self.lying.sort_by(|a, b| a.at.total_cmp(&b.at));
        self.standing.extend(standing);
        self.standing.sort_by(|a, b| a.at.total_cmp(&b.at));
    }
}

/// The bars of each table on a page.
pub(super) fn tables(rules: &[Rule]) -> Vec<Bars> {
    let lying = rules.iter().filter(|rule| rule.top == rule.bottom);
    let standing = rules.iter().filter(|rule| rule.top != rule.bottom);
    let lying = bars(lying.map(|rule| Bar {
        at: rule.top,
        from: rule.left,
        to: rule.right,
    }));
    let standing = bars(standing.map(|rule| Bar {
        at: rule.left,
        from: rule.top,
        to: rule.bottom,
    }));
    if lying.len().saturating_mul(standing.len()) > CROSSINGS_MAX {
        return Vec::new();
    }
    let (tables, lone) = crossing(&lying, &standing);
    match tables.is_empty() {
        true => within_row(&lone).into_iter().collect(),
        false if lone.len().saturating_mul(tables.len()) > CROSSINGS_MAX => tables,
        false => with_open_cells(tables, &lone),
    }
}

/// Puts the pieces of lines together.
fn bars(pieces: impl Iterator<Item = Bar>) -> Vec<Bar> {
    let mut pieces: Vec<Bar> = pieces.collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut bars = Vec::new();
    let mut rest = pieces.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let end = rest.partition_point(|piece| piece.at - first.at <= SAME);
        let (line, after) = rest.split_at_mut(end.max(1));
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Bar> = None;
        for piece in line {
            match &mut open {
                Some(bar) if piece.from - bar.to <= GAP_MAX => bar.to = bar.to.max(piece.to),
                _ => bars.extend(open.replace(*piece)),
            }
        }
        bars.extend(open);
        rest = after;
    }
    bars.retain(|bar| bar.to - bar.from >= BAR_MIN);
    bars
}

/// Parts bars into tables, those that hang together, and standing ones that cross nothing.
fn crossing(lying: &[Bar], standing: &[Bar]) -> (Vec<Bars>, Vec<Bar>) {
    let mut groups = Groups::new(lying.len() + standing.len());
    for (v, stands) in standing.iter().enumerate() {
        let from = lying.partition_point(|lies| lies.at < stands.from - GAP_MAX);
        for (h, lies) in lying.iter().enumerate().skip(from) {
            if lies.at > stands.to + GAP_MAX {
                break;
            }
            if lies.from - GAP_MAX <= stands.at && stands.at <= lies.to + GAP_MAX {
                groups.join(h, lying.len() + v);
            }
        }
    }
    let mut tables = vec![Bars::default(); groups.0.len()];
    for (h, bar) in lying.iter().enumerate() {
        tables[groups.first(h)].lying.push(*bar);
    }
    for (v, bar) in standing.iter().enumerate() {
        tables[groups.first(lying.len() + v)].standing.push(*bar);
    }
    let lone = tables.iter().filter(|table| table.lying.is_empty());
    let lone = lone.flat_map(|table| &table.standing).copied().collect();
    tables.retain(|table| !table.lying.is_empty() && table.lying.len() + table.standing.len() >= 3);
    (tables, lone)
}

/// Bars that begin and end together on a page without tables: the sides of the cells of a row that
/// began on a page before and ends on one after.
fn within_row(lone: &[Bar]) -> Option<Bars> {
    let length = |bar: &&Bar| bar.to - bar.from;
    let longest = lone.iter().max_by(|a, b| length(a).total_cmp(&length(b)))?;
    let sides = lone.iter().filter(|bar| bar.is_beside(longest)).copied();
    let bars = Bars {
        lying: Vec::new(),
        standing: sides.collect(),
    };
    (bars.standing.len() > 1).then_some(bars)
}

/// Gives tables the sides of cells that began on the page before and end on the next. What stands
/// at both sides of such a cell is one table.
fn with_open_cells(tables: Vec<Bars>, lone: &[Bar]) -> Vec<Bars> {
    let mut whole: Vec<Bars> = Vec::new();
    let mut with_side: HashMap<usize, usize> = HashMap::new();
    for table in tables {
        let height = table.height();
        let side = lone.iter().position(|bar| bar.is_beside(&height));
        let other = side.map(|side| *with_side.entry(side).or_insert(whole.len()));
        match other.and_then(|other| whole.get_mut(other)) {
            Some(other) => other.extend(table.lying, table.standing),
            None => whole.push(table),
        }
    }
    for table in &mut whole {
        let top = table.lying.first().map_or(f32::MAX, |bar| bar.at);
        let bottom = table.lying.last().map_or(f32::MIN, |bar| bar.at);
        let is_along = |bar: &&Bar| bar.from <= top + SAME && bar.to >= bottom - SAME;
        table.extend(Vec::new(), lone.iter().filter(is_along).copied());
    }
    whole
}

/// Things that are put together into groups; each is named by the first of its group.
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub(super) fn new(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    pub(super) fn first(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }
}
