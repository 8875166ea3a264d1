//! What is put on paper: lines, and tables as placed cells.

/// What a cell is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Label,
    /// A label of merged cells that may stand upright.
    Level,
    Value,
}

/// A cell in its place. A place without a cell is blank.
#[derive(Clone, Debug)]
pub struct Cell {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
    pub text: String,
    pub role: Role,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub cells: Vec<Cell>,
    /// Repeat the text of a merged cell in all the places it covers by rows.
    pub repeat: bool,
    /// The row of the headings of the indicators, and the rows after it where a page may end.
    pub headings: Option<usize>,
    pub cuts: Vec<usize>,
}

/// A piece of a page.
#[derive(Clone, Debug)]
pub enum Block {
    Title(String),
    Line(String),
    Table(Sheet),
}

impl Sheet {
    pub fn height(&self) -> usize {
        self.cells.iter().map(|c| c.row + c.rows).max().unwrap_or(0)
    }

    pub fn width(&self) -> usize {
        self.cells
            .iter()
            .map(|c| c.column + c.columns)
            .max()
            .unwrap_or(0)
    }

    /// Puts a cell that covers `rows` × `columns` places.
    pub fn put(&mut self, at: (usize, usize), size: (usize, usize), text: &str, role: Role) {
        let text = text.to_owned();
        let ((row, column), (rows, columns)) = (at, size);
        self.cells.push(Cell {
            row,
            column,
            rows,
            columns,
            text,
            role,
        });
    }

    pub fn insert_column(&mut self, at: usize) {
        for cell in &mut self.cells {
            if cell.column >= at {
                cell.column += 1;
            } else if cell.column + cell.columns > at {
                cell.columns += 1;
            }
        }
    }

    pub fn insert_row(&mut self, at: usize) {
        for cell in &mut self.cells {
            if cell.row >= at {
                cell.row += 1;
            } else if cell.row + cell.rows > at {
                cell.rows += 1;
            }
        }
        let later = |row: &mut usize| *row += usize::from(*row >= at);
        self.cuts.iter_mut().for_each(later);
        self.headings.iter_mut().for_each(later);
    }

    /// Whether no cell covers a place.
    pub fn is_free(&self, row: usize, column: usize) -> bool {
        let covers = |c: &Cell| {
            (c.row..c.row + c.rows).contains(&row)
                && (c.column..c.column + c.columns).contains(&column)
        };
        !self.cells.iter().any(covers)
    }

    /// Another table to the right, after so many blank columns.
    pub fn beside(&mut self, other: Sheet, gap: usize) {
        let shift = self.width() + gap;
        self.cells.extend(other.cells.into_iter().map(|c| Cell {
            column: c.column + shift,
            ..c
        }));
        self.headings = None;
        self.cuts.clear();
    }

    /// Another table beneath.
    pub fn beneath(&mut self, other: Sheet) {
        let shift = self.height();
        self.cells.extend(other.cells.into_iter().map(|c| Cell {
            row: c.row + shift,
            ..c
        }));
        self.cuts.clear();
    }

    /// The rows before `at` and those from it on. A merged cell that is cut goes on blank, or
    /// repeated where merged cells are.
    pub fn cut(self, at: usize) -> (Sheet, Sheet) {
        let mut parts = (
            Sheet {
                repeat: self.repeat,
                ..Sheet::default()
            },
            Sheet {
                repeat: self.repeat,
                ..Sheet::default()
            },
        );
        for cell in self.cells {
            if cell.row >= at {
                parts.1.cells.push(Cell {
                    row: cell.row - at,
                    ..cell
                });
                continue;
            }
            let over = (cell.row + cell.rows).saturating_sub(at);
            if over > 0 {
                let text = if self.repeat {
                    cell.text.clone()
                } else {
                    String::new()
                };
                parts.1.cells.push(Cell {
                    row: 0,
                    rows: over,
                    text,
                    ..cell
                });
            }
            parts.0.cells.push(Cell {
                rows: cell.rows - over,
                ..cell
            });
        }
        parts
    }

    /// A copy of one row.
    pub fn row(&self, row: usize) -> Sheet {
        let cells = self
            .cells
            .iter()
            .filter(|c| c.row == row && c.rows == 1)
            .cloned();
        Sheet {
            cells: cells.map(|c| Cell { row: 0, ..c }).collect(),
            ..Sheet::default()
        }
    }

    /// The table by places: what is printed at each, merged cells resolved.
    pub fn grid(&self) -> Vec<Vec<String>> {
        let mut grid = vec![vec![String::new(); self.width()]; self.height()];
        for cell in &self.cells {
            let rows = if self.repeat { cell.rows } else { 1 };
            for row in grid.iter_mut().skip(cell.row).take(rows) {
                if !cell.text.is_empty() {
                    row[cell.column].clone_from(&cell.text);
                }
            }
        }
        grid
    }

    /// Its cells by row and column, blank ones left out.
    pub fn in_order(&self) -> Vec<&Cell> {
        let mut cells: Vec<&Cell> = self.cells.iter().filter(|c| !c.text.is_empty()).collect();
        cells.sort_by_key(|c| (c.row, c.column));
        cells
    }
}
