"""Makes the workbooks in `workbooks/`: samples of `examples/`, written by other programs.

    python3 make-workbooks.py OUTLINE...

Each OUTLINE is what `cargo run --example paper examples/FILE` prints. Needs openpyxl, xlwt and
LibreOffice (soffice).
"""

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.styles import Border, Side

FOLDER = Path(__file__).parent / "workbooks"
LINE = re.compile(r'line(?: h\d+)?( gap\d+| page)? "(.*)" @')
CELL = re.compile(r'  r(\d+)c(\d+)(?: (\d+)x(\d+))? "(.*)" @')
SIDE = Side(style="thin")
BOX = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)


def unescaped(text):
    names = {"n": "\n", "t": "\t", "r": "\r"}
    return re.sub(r"\\(.)", lambda m: names.get(m[1], m[1]), text)


def areas(outline):
    """Every text with the area it takes on one sheet: (row, column, rows, columns, text, ruled)."""
    rows = outline.splitlines()[1:]
    cells = [CELL.match(row) for row in rows]
    width = max([int(c[2]) + int(c[4] or 1) for c in cells if c] or [6])
    top = bottom = 0
    for row, cell in zip(rows, cells):
        if row == "table":
            top = bottom = bottom + 1  # a blank row parts tables
        elif cell:
            at, column, down, across = (int(n or 1) for n in cell.groups()[:4])
            bottom = max(bottom, top + at + down)
            yield top + at, column, down, across, unescaped(cell[5]), True
        elif line := LINE.match(row):
            bottom += 1 if line[1] else 0
            yield bottom, 0, 1, width, unescaped(line[2]), False
            bottom += 1


def typed(text):
    """A number as a number, with the format that shows it as the text has it."""
    digits, percent = re.subn("%$", "", text)
    if not re.fullmatch(r"(0|[1-9]\d{0,9})(\.\d+)?", digits):
        return text, "General"
    decimals = digits.partition(".")[2]
    number = float(digits) / (100 if percent else 1)
    places = "." + "0" * len(decimals) if decimals else ""
    return number, "0" + places + ("%" if percent else "")


def with_openpyxl(outline, path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row, column, down, across, text, ruled in areas(outline):
        cell = sheet.cell(row + 1, column + 1)
        if text:
            cell.value, cell.number_format = typed(text)
        for y in range(down) if ruled else []:
            for x in range(across):
                sheet.cell(row + 1 + y, column + 1 + x).border = BOX
        if (down, across) != (1, 1):
            sheet.merge_cells(None, row + 1, column + 1, row + down, column + across)
    book.save(path)


def with_xlwt(outline, path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for row, column, down, across, text, _ in areas(outline):
        value, code = typed(text)
        style = xlwt.easyxf(num_format_str=code)
        sheet.write_merge(row, row + down - 1, column, column + across - 1, value, style)
    book.save(str(path))


def with_libreoffice(source, kind, path):
    folder = path.parent / "converted"
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True)
    (folder / source.name).with_suffix("." + kind).rename(path)
    folder.rmdir()


def main():
    FOLDER.mkdir(exist_ok=True)
    for name in sys.argv[1:]:
        outline = Path(name).read_text(encoding="utf-8")
        sample = Path(outline.partition(":")[0]).name
        first = FOLDER / f"{sample}.openpyxl.xlsx"
        with_openpyxl(outline, first)
        with_xlwt(outline, FOLDER / f"{sample}.xlwt.xls")
        with_libreoffice(first, "xlsx", FOLDER / f"{sample}.libreoffice.xlsx")
        with_libreoffice(first, "xls", FOLDER / f"{sample}.libreoffice.xls")


main()
