"""Makes the PDF files beside `pdf/form.html` from it, by several producers.

Needs Chromium, LibreOffice and qpdf on the path, the font WenQuanYi Zen Hei, and the Python
packages lxml, python-docx, reportlab and typst.
"""

import json
import os
import subprocess
import tempfile
import zlib
from pathlib import Path

import docx
import lxml.html
import typst
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

FOLDER = Path(__file__).parent / "pdf"
SOURCE = FOLDER / "form.html"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rows():
    """The rows of the form: for each cell its row, column, spans and text."""
    taken, found = set(), []
    for row, tr in enumerate(lxml.html.parse(str(SOURCE)).findall(".//tr")):
        column = 0
        for td in tr.findall("td"):
            while (row, column) in taken:
                column += 1
            down, right = int(td.get("rowspan", 1)), int(td.get("colspan", 1))
            taken |= {(row + r, column + c) for r in range(down) for c in range(right)}
            for br in td.findall("br"):
                br.tail = "\n" + (br.tail or "")
            found.append((row, column, down, right, td.text_content()))
    return found


TITLE = ["项目支出绩效目标表", "（2025年度）"]


def chromium():
    # The browser prints where the file lies into the foot of the page.
    copy = Path("/tmp/form.html")
    copy.write_bytes(SOURCE.read_bytes())
    with tempfile.TemporaryDirectory() as profile:
        run("chromium", "--headless", "--no-sandbox", f"--user-data-dir={profile}",
            f"--print-to-pdf={FOLDER}/chromium.pdf", copy.as_uri())
    copy.unlink()


def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        document = docx.Document()
        section = document.sections[0]
        section.page_height = docx.shared.Mm(130)
        section.header.paragraphs[0].text = "云溪县公路局"
        for line in TITLE:
            document.add_paragraph(line).alignment = 1
        table = document.add_table(14, 5, style="Table Grid")
        for row, column, down, right, text in rows():
            cell = table.cell(row, column).merge(table.cell(row + down - 1, column + right - 1))
            cell.text = text
        document.save(f"{folder}/libreoffice.docx")
        run("soffice", f"-env:UserInstallation=file://{folder}/user", "--headless",
            "--convert-to", "pdf", "--outdir", str(FOLDER), f"{folder}/libreoffice.docx")


def typst_():
    def quoted(text):
        return json.dumps(text, ensure_ascii=False)
    cells = [f"table.cell(rowspan: {down}, colspan: {right}, text({quoted(text)})),"
             for _, _, down, right, text in rows()]
    source = [
        '#set page(width: 148mm, height: 120mm, margin: 15mm, numbering: "1 / 1")',
        '#set text(font: "WenQuanYi Zen Hei", size: 10pt)',
        *(f"#align(center)[{line}]" for line in TITLE),
        "#table(columns: (1fr, 1fr, 1fr, 1.5fr, 1fr),", *cells, ")",
    ]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "form.typ").write_text("\n".join(source))
        typst.compile(f"{folder}/form.typ", output=str(FOLDER / "typst.pdf"))


def reportlab(name):
    """Fonts that are not embedded: the characters are known by a predefined character map."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    text = ParagraphStyle("text", fontName="STSong-Light", wordWrap="CJK")
    centred = ParagraphStyle("centred", parent=text, alignment=1)
    grid, style = [[""] * 5 for _ in range(14)], [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    for row, column, down, right, content in rows():
        grid[row][column] = Paragraph(content.replace("\n", "<br/>"), text)
        style.append(("SPAN", (column, row), (column + right - 1, row + down - 1)))
    table = Table(grid, colWidths=[80, 80, 100, 120, 80], style=TableStyle(style))
    heads = [Paragraph(line, centred) for line in TITLE]
    SimpleDocTemplate(str(FOLDER / name), pagesize=A4).build([*heads, table])


def scanned():
    from reportlab.lib.utils import ImageReader
    from PIL import Image
    canvas = Canvas(str(FOLDER / "scanned.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 20, 20, 550, 800)
    canvas.showPage()
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(100, 700, "年度资金总额：5万元")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 20, 20, 550, 800)
    layer = canvas.beginText(100, 700)
    layer.setFont("STSong-Light", 12)
    layer.setTextRenderMode(3)
    layer.textLine("识别的文字")
    canvas.drawText(layer)
    canvas.save()


def scan():
    """The first page of a file as a picture."""
    from PIL import Image
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "150", "-mono", "-l", "1", "-singlefile",
            str(FOLDER / "typst.pdf"), f"{folder}/page")
        Image.open(f"{folder}/page.pbm").save(str(FOLDER / "scan.pdf"), resolution=150)


def changed():
    """The same file with other settings."""
    source = str(FOLDER / "reportlab.pdf")
    run("qpdf", source, str(FOLDER / "turned.pdf"), "--rotate=+90")
    for name, user in [("locked", "secret"), ("restricted", "")]:
        run("qpdf", "--encrypt", user, "owner", "256", "--", source, str(FOLDER / f"{name}.pdf"))


def packed_twice():
    """What a page draws, packed twice: 100 MB in some hundred bytes."""
    content = zlib.compress(zlib.compress(b"0 0 m 1 1 l S " * 7_000_000, 9), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(content)
        + content + b"\nendstream",
    ]
    file = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (number, content)
        for number, content in enumerate(objects, 1)
    ) + b"trailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n"
    (FOLDER / "packed-twice.pdf").write_bytes(file)


chromium()
libreoffice()
typst_()
reportlab("reportlab.pdf")
scanned()
scan()
changed()
packed_twice()
for file in FOLDER.glob("*.pdf"):
    print(file.name, os.path.getsize(file))
