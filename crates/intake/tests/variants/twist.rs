//! What happens to a page after it was made: tables set side by side, cut by pages, slipped;
//! characters of another width; lines broken.

use crate::chance::Chance;
use crate::form::Form;
use crate::page::{Block, Role, Sheet};
use crate::plan::{Container, Plan, Twist};

/// Applies all twists of a plan that work on the finished page.
pub fn twist(plan: &Plan, blocks: Vec<Block>, forms: &[Form]) -> Vec<Block> {
    let mut chance = Chance::of(plan.seed, "twist");
    let mut blocks = if plan.has(Twist::SideBySide) {
        side_by_side(blocks, &mut chance)
    } else {
        blocks
    };
    for block in &mut blocks {
        if let Block::Table(sheet) = block {
            slip(plan, sheet, &mut Chance::of(plan.seed, "slip"));
            blanks(plan, sheet, &mut Chance::of(plan.seed, "blanks"));
        }
    }
    if plan.has(Twist::PageCut) || plan.has(Twist::RepeatHeadings) {
        let mut chance = Chance::of(plan.seed, "cut");
        blocks = blocks
            .into_iter()
            .flat_map(|block| cut(plan, block, &mut chance))
            .collect();
    }
    front(plan, &mut blocks, forms);
    let mut chance = Chance::of(plan.seed, "text");
    for block in &mut blocks {
        match block {
            Block::Title(text) | Block::Line(text) => *text = written(plan, text),
            Block::Table(sheet) => {
                for cell in &mut sheet.cells {
                    cell.text = written(plan, &cell.text);
                    broken(plan, &mut cell.text, cell.role, &mut chance);
                    let blank = *chance.pick(&["", " ", "　"]);
                    if plan.has(Twist::Padding) && !cell.text.is_empty() {
                        cell.text = format!("{blank}{}{blank}", cell.text);
                    }
                }
            }
        }
    }
    blocks
}

/// What stands in a file by mistake.
pub const JUNK: &str = "这里有一句与表格无关的话";

/// Puts a sentence that has nothing to do with the form between blocks, in a row of its own, or in
/// a cell beside a row.
pub fn junk(plan: &Plan, blocks: &mut Vec<Block>) {
    let mut chance = Chance::of(plan.seed, "junk");
    let place = chance.below(blocks.len() + 1);
    let (in_table, in_row) = (chance.percent(60), chance.percent(50));
    let Some(Block::Table(sheet)) = blocks.get_mut(place).filter(|_| in_table) else {
        blocks.insert(place, Block::Line(JUNK.to_owned()));
        return;
    };
    let row = chance.below(sheet.height());
    if in_row {
        sheet.insert_row(row);
        let free = |column: &usize| sheet.is_free(row, *column);
        let column = (0..sheet.width()).find(free).unwrap_or(sheet.width());
        sheet.put((row, column), (1, 1), JUNK, Role::Value);
    } else {
        sheet.put((row, sheet.width()), (1, 1), JUNK, Role::Value);
    }
}

/// Every second table goes to the right of the one before it.
fn side_by_side(blocks: Vec<Block>, chance: &mut Chance) -> Vec<Block> {
    let gap = chance.below(2);
    let mut made: Vec<Block> = Vec::new();
    let mut open = false;
    for block in blocks {
        match (block, made.last_mut()) {
            (Block::Table(right), Some(Block::Table(left))) if open => {
                left.beside(right, gap);
                open = false;
            }
            (block, _) => {
                open = matches!(block, Block::Table(_));
                made.push(block);
            }
        }
    }
    made
}

/// Some rows of the indicators stand a column or two beside their place.
fn slip(plan: &Plan, sheet: &mut Sheet, chance: &mut Chance) {
    for row in sheet.cuts.clone() {
        let first = sheet
            .cells
            .iter()
            .filter(|c| c.row == row)
            .map(|c| c.column)
            .min()
            .unwrap_or(0);
        let left = if first == 0 {
            0
        } else {
            chance.within(1, first.min(2))
        };
        let (goes, right) = (chance.percent(40), usize::from(plan.has(Twist::SlipRight)));
        if !goes {
            continue;
        }
        for cell in sheet.cells.iter_mut().filter(|c| c.row == row) {
            cell.column += right;
            cell.column -= if plan.has(Twist::SlipLeft) { left } else { 0 };
        }
    }
}

fn blanks(plan: &Plan, sheet: &mut Sheet, chance: &mut Chance) {
    if plan.has(Twist::BlankColumn) {
        sheet.insert_column(chance.within(0, sheet.width()));
    }
    if plan.has(Twist::BlankRow) {
        sheet.insert_row(chance.within(1, sheet.height().max(2) - 1));
    }
}

/// A page ends within the table.
fn cut(plan: &Plan, block: Block, chance: &mut Chance) -> Vec<Block> {
    let sheet = match block {
        Block::Table(sheet) if !sheet.cuts.is_empty() => sheet,
        other => return vec![other],
    };
    let at = *chance.pick(&sheet.cuts);
    let headings = sheet.headings.map(|row| sheet.row(row));
    let (top, mut bottom) = sheet.cut(at);
    if let Some(mut headed) = headings.filter(|_| plan.has(Twist::RepeatHeadings)) {
        headed.repeat = bottom.repeat;
        headed.beneath(bottom);
        bottom = headed;
    }
    let mut blocks = vec![Block::Table(top)];
    if plan.has(Twist::PageCut) {
        let number = chance.within(2, 40);
        let forms = [
            format!("- {number} -"),
            number.to_string(),
            format!("第{number}页"),
            format!("第 {number} 页 共 41 页"),
            format!("— {number} —"),
        ];
        // Alone in the first cell of a row, a mere number could be anything.
        let mut at = chance.below(forms.len());
        at += usize::from(at == 1 && plan.layout.container() == Container::Csv);
        blocks.push(Block::Line(forms[at].clone()));
    }
    blocks.push(Block::Table(bottom));
    blocks
}

/// What stands before everything.
fn front(plan: &Plan, blocks: &mut Vec<Block>, forms: &[Form]) {
    let mut chance = Chance::of(plan.seed, "front");
    if plan.has(Twist::Annex) {
        let words = [
            "附件2",
            "附件3-1",
            "附表1：",
            "附件：",
            "第二部分 项目支出绩效目标",
        ];
        blocks.insert(0, Block::Line(chance.pick(&words).to_string()));
    }
    if plan.has(Twist::Contents) {
        let entry = |(at, form): (usize, &Form)| {
            Block::Line(format!(
                "{}.{}绩效目标表............{}",
                at + 1,
                form.name,
                at + 3
            ))
        };
        let mut contents = vec![Block::Line("目  录".to_owned())];
        contents.extend(forms.iter().enumerate().map(entry));
        blocks.splice(0..0, contents);
    }
}

/// The same text in characters of another width.
fn written(plan: &Plan, text: &str) -> String {
    const HALF: &str = "():,;%";
    const FULL: &str = "（）：，；％";
    let swap = |c: char, from: &str, to: &str| {
        let at = from.chars().position(|f| f == c);
        at.and_then(|at| to.chars().nth(at)).unwrap_or(c)
    };
    let mut text = text.to_owned();
    if plan.has(Twist::OtherSigns) {
        let signs =
            *Chance::of(plan.seed, "signs").pick(&[(">=", "<="), ("≧", "≦"), ("＞＝", "＜＝")]);
        text = text.replace('≥', signs.0).replace('≤', signs.1);
    }
    let width = |c: char| match c {
        '0'..='9' if plan.has(Twist::FullDigits) => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        c if plan.has(Twist::FullWidth) => swap(c, HALF, FULL),
        c if plan.has(Twist::HalfWidth) => swap(c, FULL, HALF),
        c => c,
    };
    text.chars().map(width).collect()
}

/// Lines within a cell: anywhere but within a number or a Latin word.
fn broken(plan: &Plan, text: &mut String, role: Role, chance: &mut Chance) {
    let chars: Vec<char> = text.chars().collect();
    let upright = plan.has(Twist::Upright) && role == Role::Level && (2..7).contains(&chars.len());
    if upright && chance.percent(60) {
        *text = chars
            .iter()
            .map(char::to_string)
            .collect::<Vec<_>>()
            .join("\n");
        return;
    }
    let (wanted, at) = (chance.percent(30), chance.within(1, chars.len().max(2) - 1));
    let linear = plan.layout.container() == Container::CellPerLine;
    if !plan.has(Twist::Break) || !wanted || chars.len() < 5 || linear {
        return;
    }
    let is_open =
        |c: &char| c.is_ascii_alphanumeric() || "０１２３４５６７８９.%≥≤<>=＝≧≦\n".contains(*c);
    let numbers = at < 5 && (text.starts_with("目标") || text.starts_with("指标"));
    if is_open(&chars[at - 1]) && is_open(&chars[at])
        || numbers
        || chars[at - 1] == '\n'
        || chars[at] == '\n'
    {
        return;
    }
    let byte = text
        .char_indices()
        .nth(at)
        .map_or(text.len(), |(byte, _)| byte);
    text.insert(byte, '\n');
}
