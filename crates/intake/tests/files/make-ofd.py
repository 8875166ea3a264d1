"""Makes ofd/*.ofd: OFD packages by a second producer, with what ours does not write.

    python3 make-ofd.py

before-2016.ofd  the old namespace and another prefix, absolute places, a template with ruling
                 lines and a running head, runs of equal distances (g), a matrix (CTM), DeltaY,
                 cells of one text object, a frame as a filled path, a graphic used twice,
                 attachment, annotation, signature, a damaged page
"""

import zipfile

OLD = "http://www.ofdspec.org"
# What the tables hold; the same is expected by tests/ofd.rs.
ROWS = [
    ("项目名称", "灌区渠道清淤"),
    ("主管部门", "云溪县水利局"),
    ("年度资金总额", "48.60"),
]


def xml(root, body, attributes=""):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<o:{root} xmlns:o="{OLD}"{attributes}>{body}</o:{root}>'
    )


def line(x1, y1, x2, y2):
    """A line within the box around it."""
    return (
        f'<o:PathObject Boundary="{x1} {y1} {max(x2 - x1, 0.1)} {max(y2 - y1, 0.1)}" LineWidth="0.2">'
        f"<o:AbbreviatedData>S 0 0 L {x2 - x1} {y2 - y1}</o:AbbreviatedData></o:PathObject>"
    )


def text(x, y, words, size=4, deltas=None, ctm=None, extra=""):
    """Text whose baseline begins at x, y."""
    deltas = f"g {len(words) - 1} {size}" if deltas is None else deltas
    ctm = f' CTM="{ctm}"' if ctm else ""
    delta_x = f' DeltaX="{deltas}"' if deltas else ""
    return (
        f'<o:TextObject Boundary="{x} {y - size} 120 {size * 1.3}" Font="1" Size="{size}"{ctm}>'
        f'<o:TextCode X="0" Y="{size}"{delta_x}{extra}>{words}</o:TextCode></o:TextObject>'
    )


def page(layers, template=""):
    return xml("Page", f"{template}<o:Content>{layers}</o:Content>")


def layer(*objects):
    return f'<o:Layer Type="Body">{"".join(objects)}</o:Layer>'


def template():
    """A running head, and a ruled form of three rows."""
    rules = [line(20, y, 180, y) for y in (50, 60, 70, 80)]
    rules += [line(x, 50, x, 80) for x in (20, 70, 180)]
    labels = [text(25, 57 + 10 * row, label) for row, (label, _) in enumerate(ROWS)]
    return page(layer(text(70, 15, "云溪县预算绩效管理"), *rules, *labels))


def form():
    """What is filled into the template: with distances of all kinds."""
    name, office, amount = (value for _, value in ROWS)
    return page(
        layer(
            text(75, 35, "项目支出绩效目标表", size=6),
            text(75, 57, name, deltas="4 4 g 3 4"),
            # Twice as wide as high before the matrix, which halves it.
            text(75, 67, office, size=8, deltas="8 g 4 8", ctm="0.5 0 0 0.5 0 2"),
            text(75, 77, amount, deltas="g 4 2"),
            text(25, 95, "附注甲乙", deltas="0 0 0", extra=' DeltaY="g 3 6"'),
        ),
        '<o:Template TemplateID="2" ZOrder="Background"/>',
    )


def second():
    """Filled areas as rules, one text over two cells, and a graphic in two places."""
    lies = "M 0 0 L 100 0 L 100 0.2 L 0 0.2 C"
    stands = "M 0 0 L 0.2 0 L 0.2 20 L 0 20 C"
    rules = [
        f'<o:PathObject Boundary="{x} {y} 200 200" Stroke="false" Fill="true">'
        f"<o:AbbreviatedData>{data}</o:AbbreviatedData></o:PathObject>"
        for x, y, data in [(20, 50, lies), (20, 60, lies), (20, 70, lies)]
        + [(20, 50, stands), (70, 50, stands), (120, 50, stands)]
    ]
    used = [
        f'<o:CompositeObject Boundary="{x} 100 50 10" ResourceID="9"/>' for x in (20, 100)
    ]
    return page(
        layer(
            *rules,
            # One object: the third distance leads into the next cell.
            text(25, 57, "数量指标12", deltas="4 4 4 38 2"),
            text(25, 67, "质量指标&#x2265;9", deltas="4 4 4 38 4"),
            *used,
        )
    )


def graphics():
    unit = (
        '<o:CompositeGraphicUnit ID="9" Width="50" Height="10"><o:Content>'
        + text(0, 5, "同样的字")
        + "</o:Content></o:CompositeGraphicUnit>"
    )
    return xml("Res", f"<o:CompositeGraphicUnits>{unit}</o:CompositeGraphicUnits>")


PARTS = {
    "OFD.xml": xml(
        "OFD",
        "<o:DocBody><o:DocInfo><o:DocID>1</o:DocID></o:DocInfo>"
        "<o:DocRoot>/Doc_0/Document.xml</o:DocRoot>"
        "<o:Signatures>/Doc_0/Signs/Signatures.xml</o:Signatures></o:DocBody>",
        ' Version="1.0"',
    ),
    "Doc_0/Document.xml": xml(
        "Document",
        "<o:CommonData><o:MaxUnitID>99</o:MaxUnitID>"
        "<o:PageArea><o:PhysicalBox>0 0 200 280</o:PhysicalBox></o:PageArea>"
        "<o:DocumentRes>DocumentRes.xml</o:DocumentRes>"
        '<o:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></o:CommonData>'
        '<o:Pages><o:Page ID="11" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/>'
        '<o:Page ID="12" BaseLoc="./Pages/Page_1/Content.xml"/>'
        '<o:Page ID="13" BaseLoc="Pages/Page_2/Content.xml"/></o:Pages>'
        "<o:Attachments>Attachs/Attachments.xml</o:Attachments>"
        "<o:Annotations>Annots/Annotations.xml</o:Annotations>",
    ),
    "Doc_0/DocumentRes.xml": graphics(),
    "Doc_0/Tpls/Tpl_0/Content.xml": template(),
    "Doc_0/Pages/Page_0/Content.xml": form(),
    "Doc_0/Pages/Page_1/Content.xml": second(),
    "Doc_0/Pages/Page_2/Content.xml": "no XML at all",
    "Doc_0/Attachs/Attachments.xml": xml(
        "Attachments",
        '<o:Attachment ID="1" Name="测算明细" Format="xlsx"><o:FileLoc>a.xlsx</o:FileLoc></o:Attachment>',
    ),
    "Doc_0/Annots/Annotations.xml": xml(
        "Annotations",
        '<o:Page PageID="12"><o:FileLoc>Page_1/Annotation.xml</o:FileLoc></o:Page>',
    ),
    "Doc_0/Annots/Page_1/Annotation.xml": xml(
        "PageAnnot",
        '<o:Annot ID="1" Type="Highlight" Creator="x"><o:Remark>请核对数量</o:Remark></o:Annot>'
        '<o:Annot ID="2" Type="Link" Creator="x"/>',
    ),
    "Doc_0/Signs/Signatures.xml": xml(
        "Signatures",
        '<o:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>',
    ),
}


def main():
    with zipfile.ZipFile("ofd/before-2016.ofd", "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in PARTS.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)


main()
