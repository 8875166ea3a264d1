//! How do the blocks of a section fill its pages?

use crate::composition::{Block, Paragraph, Section, Style, Table};
use crate::fonts::{Measure, Typeface};

use super::line::{Face, Line, wrap};
use super::measures::{self, Alignment, Frame, LINE, Setting, baseline, setting};
use super::split::Splitter;
use super::table::Grid;
use super::{Page, Part, draw};

/// The pages of a section as they are being filled.
pub(super) struct Flow<'a> {
    measure: &'a Measure<'a>,
    frame: Frame,
    pages: Vec<Page>,
    /// Where the next thing stands on the last page.
    top: f32,
    table_size: f32,
}

impl<'a> Flow<'a> {
    /// Sets a section. `parts` are what its contents list.
    pub(super) fn set(
        section: &Section,
        parts: &[Part],
        measure: &'a Measure<'a>,
        table_size: f32,
    ) -> Vec<Page> {
        let mut flow = Flow {
            measure,
            frame: Frame::of(section.orientation),
            pages: Vec::new(),
            top: 0.0,
            table_size,
        };
        flow.begin_page();
        let mut before = None;
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    flow.space(before, paragraph.style);
                    flow.paragraph(paragraph);
                    before = Some(paragraph.style);
                }
                Block::Table(table) => flow.table(table),
                Block::Contents => flow.contents(parts),
            }
        }
        flow.pages
    }

    fn begin_page(&mut self) {
        let (width, height) = self.frame.page;
        self.pages.push(Page {
            width,
            height,
            ..Page::default()
        });
        self.top = self.frame.top;
    }

    fn is_page_fresh(&self) -> bool {
        self.top <= self.frame.top
    }

    fn room(&self) -> f32 {
        self.frame.bottom() - self.top
    }

    /// Begins a new page if there is not so much room on this.
    fn need(&mut self, height: f32) {
        const ROUNDING: f32 = 0.01;
        if self.room() + ROUNDING < height && !self.is_page_fresh() {
            self.begin_page();
        }
    }

    /// Leaves the space of a cover above its title, and between the title and the lines below.
    fn space(&mut self, before: Option<Style>, style: Style) {
        let is_after = |other| before == Some(other);
        let lines = match style {
            Style::Cover if before.is_none() => 4.0,
            Style::CoverLine if is_after(Style::Cover) => 6.0,
            _ => 0.0,
        };
        self.top += (lines * LINE).min(self.room() / 2.0);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let setting = setting(paragraph.style);
        let indent = setting.indent * setting.size;
        let lines = self.wrapped(setting, &paragraph.text, self.frame.width, indent);
        if setting.keep > 0.0 {
            self.need(lines.len() as f32 * setting.line + setting.keep);
        }
        for line in &lines {
            self.line(line, setting);
        }
        if !self.is_page_fresh() {
            self.top += setting.after;
        }
    }

    fn wrapped(&self, setting: Setting, text: &str, width: f32, indent: f32) -> Vec<Line> {
        let face = Face {
            typeface: setting.typeface,
            size: setting.size,
        };
        wrap(self.measure, face, text, width, indent)
    }

    /// Sets a line, and gives its baseline.
    fn line(&mut self, line: &Line, setting: Setting) -> f32 {
        self.need(setting.line);
        let baseline = self.top + baseline(setting.line, setting.size);
        let stretch = (self.frame.left, self.frame.width);
        self.put(line, stretch, baseline, setting.alignment);
        self.top += setting.line;
        baseline
    }

    fn put(&mut self, line: &Line, stretch: (f32, f32), baseline: f32, alignment: Alignment) {
        if let Some(page) = self.pages.last_mut() {
            page.runs.extend(line.runs(stretch, baseline, alignment));
        }
    }

    fn table(&mut self, table: &Table) {
        let grid = Grid::measure(table, self.frame.width, self.table_size, self.measure);
        let mut splitter = Splitter::new(&grid, self.frame.height);
        while !splitter.is_done() {
            let (room, is_fresh) = (self.room(), self.is_page_fresh());
            match (splitter.next(room, is_fresh), self.pages.last_mut()) {
                (Some(slice), Some(page)) => {
                    self.top = draw::draw(page, &grid, &slice, self.frame.left, self.top);
                    if !splitter.is_done() {
                        self.begin_page();
                    }
                }
                _ => self.begin_page(),
            }
        }
    }

    /// The names of the numbered sections, leaders, and the numbers of their pages at the right.
    fn contents(&mut self, parts: &[Part]) {
        let setting = Setting {
            alignment: Alignment::Left,
            indent: 0.0,
            ..setting(Style::Body)
        };
        let for_number = 4.0 * setting.size;
        let (left, width) = (self.frame.left, self.frame.width);
        for part in parts {
            let Some(number) = part.number else {
                continue;
            };
            let lines = self.wrapped(setting, &part.name, width - for_number, 0.0);
            let mut baseline = 0.0;
            for line in &lines {
                baseline = self.line(line, setting);
            }
            let used = lines.last().map_or(0.0, Line::width) + setting.size / 2.0;
            let number = self.wrapped(setting, &number.to_string(), for_number, 0.0);
            let numbers = number.iter().map(Line::width).fold(0.0, f32::max);
            let rest = (left + used, width - used - numbers - setting.size / 4.0);
            let leader = self.leader(setting, rest.1);
            self.put(&leader, rest, baseline, Alignment::Right);
            for line in &number {
                self.put(line, (left, width), baseline, Alignment::Right);
            }
        }
    }

    /// Dots of this width.
    fn leader(&self, setting: Setting, width: f32) -> Line {
        const DOT: char = '·';
        let (_, advance) = self.measure.character(setting.typeface, DOT);
        let count = (width / (advance * setting.size)).clamp(0.0, 200.0) as usize;
        let dots = DOT.to_string().repeat(count);
        let mut lines = self.wrapped(setting, &dots, f32::MAX, 0.0);
        lines.pop().unwrap_or_default()
    }
}

/// Puts its number below a page: at the right on odd pages, at the left on even ones.
pub(super) fn number_page(page: &mut Page, number: usize, measure: &Measure) {
    let is_upright = page.width < page.height;
    let frame = Frame::of(match is_upright {
        true => crate::composition::Orientation::Portrait,
        false => crate::composition::Orientation::Landscape,
    });
    let face = Face {
        typeface: Typeface::Plain,
        size: measures::NUMBER_SIZE,
    };
    let alignment = match number % 2 {
        1 => Alignment::Right,
        _ => Alignment::Left,
    };
    let text = format!("— {number} —");
    // One character is left free on the outside.
    let stretch = (frame.left + face.size, frame.width - 2.0 * face.size);
    let baseline = frame.bottom() + measures::NUMBER_BELOW + 0.38 * face.size;
    for line in wrap(measure, face, &text, stretch.1, 0.0) {
        page.runs.extend(line.runs(stretch, baseline, alignment));
    }
}
