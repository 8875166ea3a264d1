"""What an analyst would write: rows of (project, level 1, level 2, indicator, value) from the
files of a folder, with str.split and regular expressions, one branch for each layout.

Prints: projects, indicators, CPU seconds, peak memory in KiB.
"""

import csv
import pathlib
import re
import resource
import sys
import time

LEVEL1 = {"产出指标", "效益指标", "满意度指标"}
TAG = re.compile(r"<[^>]+>")
SLOT = re.compile(r"^\s*指标\d+：(\S+)\s+(\S+)", re.M)
CLAUSE = re.compile(r"^(.*?)(?:定值)?((?:[≥≤]|\d|每|长期|明显|有效|逐步).*?)(?:，指标设立依据是(.*))?$")


def table_rows(project, rows):
    """Rows of an indicator table, with the levels carried down."""
    level1 = level2 = None
    for cells in rows:
        if len(cells) < 4 or cells[2] in ("", "三级指标"):
            continue
        level1 = cells[0] or level1
        level2 = cells[1] or level2
        if level1 in LEVEL1:
            yield project, level1, level2, cells[2], cells[3]


def tabs(text):
    for form in re.split(r"^\d+\..*绩效目标表$", text, flags=re.M)[1:]:
        project = re.search(r"项目名称\t([^\t\n]+)", form).group(1)
        cells = [line.split("\t") for line in form.split("\n") if "\t" in line]
        start = next(i for i, row in enumerate(cells) if row[0] == "一级指标")
        rows = [row[:3] + [row[4]] for row in cells[start + 1:] if len(row) > 4]
        yield from table_rows(project, rows)


def markdown(text):
    for form in text.split("# 项目支出绩效目标表")[1:]:
        rows = [[c.strip() for c in line.strip("|").split("|")] for line in form.split("\n") if line.startswith("|")]
        project = next(row[2] for row in rows if row[0] == "项目名称")
        start = next(i for i, row in enumerate(rows) if row[0] == "绩效指标")
        yield from table_rows(project, [row[1:] for row in rows[start + 1:]])


def html(text):
    for form in text.split("<table")[1:]:
        rows = []
        for tr in form.split("<tr>")[1:]:
            cells = [TAG.sub("", c).strip() for c in re.findall(r"<td[^>]*>(.*?)</td>", tr, re.S)]
            rows.append([c.replace("&ge;", "≥").replace("&le;", "≤") for c in cells])
        project = rows[0][1]
        start = next(i for i, row in enumerate(rows) if row[0] == "绩效指标")
        body = [[""] * (4 - len(row)) + row for row in rows[start + 1:]]
        yield from table_rows(project, body)


def linearised(text):
    for form in text.split("年部门项目支出预算绩效目标表")[1:]:
        project = re.search(r"项目名称 (\S+)", form).group(1)
        for name, value in SLOT.findall(form):
            yield project, None, None, name, value


def prose(text):
    text = text.replace("\n", "")
    for form in re.split(r"\([一二三四五六七八九十]+\) ", text)[1:]:
        project = re.search(r"1、(.*?)主要内容是", form).group(1)
        for level1 in LEVEL1:
            sentence = re.search(level1 + "：(.*?)。", form)
            for clause in sentence.group(1).split("；"):
                found = CLAUSE.match(clause)
                yield project, level1, None, found.group(1), found.group(2)


def register(text):
    for row in csv.DictReader(text.splitlines()):
        yield row["项目名称"], row["一级指标"], row["二级指标"], row["三级指标"], row["指标值"]


READERS = {
    "tabs": tabs,
    "markdown": markdown,
    "html": html,
    "linearised": linearised,
    "prose": prose,
    "csv": register,
}


def main():
    projects = indicators = 0
    for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        layout = path.stem.split("-")[1]
        rows = list(READERS[layout](path.read_text(encoding="utf-8")))
        projects += len({row[0] for row in rows})
        indicators += len(rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(projects, indicators, time.process_time(), peak)


main()
