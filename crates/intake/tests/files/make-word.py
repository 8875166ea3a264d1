#!/usr/bin/env python3
"""Makes the texts of Word that tests/word.rs reads.

docx/features.docx is written by python-docx, docx/saved.docx and doc/features.doc are what
LibreOffice makes of it. Needs python-docx and soffice. Run in this folder.
"""
import os
import subprocess
import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

text = docx.Document()
text.sections[0].header.paragraphs[0].text = "页眉"
text.add_heading("项目支出绩效目标表", 1)
text.add_paragraph("（2025年度）")

# Merged cells, a line break in a cell, a box that is checked.
table = text.add_table(5, 5)
table.style = "Table Grid"


def fill(row, column, words, rows=1, columns=1):
    first = table.cell(row, column)
    cell = first.merge(table.cell(row + rows - 1, column + columns - 1))
    cell.text = words


fill(0, 0, "项目名称")
fill(0, 1, "云溪县小型水库维修养护", columns=4)
fill(1, 0, "项目资金\n（万元）", rows=2)
fill(1, 1, "年度资金总额", columns=2)
fill(1, 3, "66.00", columns=2)
fill(2, 1, "其中：财政拨款", columns=2)
fill(2, 3, "66.00", columns=2)
fill(3, 0, "绩效指标", rows=2)
for column, words in enumerate(["产出指标", "数量指标", "养护水库数量", "≥38座"], 1):
    fill(3, column, words)
for column, words in enumerate(["满意度指标", "满意度", "群众满意度", "≥90%"], 1):
    fill(4, column, words)

# Numbers that Word prints.
for words in ["完成养护", "排查隐患"]:
    text.add_paragraph(words, style="List Number")

# Tracked changes and hidden words.
paragraph = text.add_paragraph("共")
change = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'
paragraph._p.append(parse_xml(
    f'<w:del {NAMESPACE} {change}><w:r><w:delText>30</w:delText></w:r></w:del>'))
paragraph._p.append(parse_xml(
    f'<w:ins {NAMESPACE} {change}><w:r><w:t>38</w:t></w:r></w:ins>'))
paragraph.add_run("座")
paragraph.add_run("暗").font.hidden = True

# A field, and a page break within a paragraph.
paragraph = text.add_paragraph("填报日期：")
paragraph._p.append(parse_xml(
    f'<w:fldSimple {NAMESPACE} w:instr="CREATEDATE"><w:r><w:t>1月</w:t></w:r></w:fldSimple>'))
paragraph.add_run().add_break(WD_BREAK.PAGE)
paragraph.add_run("次页")
comment = text.add_comment(paragraph.runs[-1], text="请核实", author="甲")

# A symbol, a box to check of the old kind, and a text box.
paragraph = text.add_paragraph()
paragraph._p.append(parse_xml(
    f'<w:r {NAMESPACE}><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>是</w:t></w:r>'))
for piece in ['<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/>'
              '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar>',
              '<w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>',
              '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', '<w:t>有</w:t>']:
    paragraph._p.append(parse_xml(f'<w:r {NAMESPACE}>{piece}</w:r>'))
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
paragraph._p.append(parse_xml(
    f'<w:r {NAMESPACE} {VML}><w:pict><v:shape style="width:200pt;height:50pt"><v:textbox><w:txbxContent>'
    '<w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'))

# A table in a table.
outer = text.add_table(3, 2)
for at, words in enumerate(["甲", "乙", "丙", "丁", "戊"]):
    outer.cell(at // 2, at % 2).text = words
inner = outer.cell(2, 1).add_table(2, 2)
for at, words in enumerate(["子", "丑", "寅", "卯"]):
    inner.cell(at // 2, at % 2).text = words

text.save("docx/features.docx")


def convert(kind, folder):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder,
                    "docx/features.docx"], check=True, stdin=subprocess.DEVNULL)


convert("doc:MS Word 97", "doc")
convert("docx:MS Word 2007 XML", "saved")
os.replace("saved/features.docx", "docx/saved.docx")
os.rmdir("saved")
