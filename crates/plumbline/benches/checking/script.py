"""What an analyst would write: a dozen checks of forms, with regular expressions, on the JSON that
was read from them.

Prints: projects, findings, CPU seconds without those for loading the JSON, and the seconds for that.
"""

import json
import re
import sys
import time

NUMBER = re.compile(r"\d+(?:\.\d+)?")
DATE = re.compile(r"(20\d\d)年")
VAGUE = re.compile(r"明显|有效|逐步|大幅|显著|较好")
UNIT = re.compile(r"人|次|个|座|处|件|栋|片|亩|公里|%|元")
PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
CODE = re.compile(r"^\d{6}\d{2}[A-Z]\d{12}$")
LEVELS = {"产出指标", "效益指标", "满意度指标"}


def check(form):
    project, funding, rows = form["project"], form.get("funding", {}), form.get("indicators", [])
    name = project.get("name") or ""
    if not name:
        yield "no name"
    if project.get("code") and not CODE.match(project["code"]):
        yield "code"
    total = float(funding.get("total") or 0)
    parts = [float(funding[key]) for key in ("fiscal", "other") if funding.get(key)]
    if parts and abs(sum(parts) - total) > 0.01:
        yield "parts do not add up"
    if LEVELS - {row.get("level1") for row in rows}:
        yield "a level is missing"
    names = [row.get("name") for row in rows]
    if len(set(names)) < len(names):
        yield "an indicator twice"
    goals = "".join(form.get("goals", []))
    if not goals:
        yield "no goals"
    for text in (goals, project.get("purpose") or ""):
        if PHONE.search(text) or IDENTITY.search(text):
            yield "private data"
        if any(int(year) != form.get("fiscal_year") for year in DATE.findall(text)):
            yield "another year"
    for row in rows:
        value, level2 = row.get("value") or "", row.get("level2") or ""
        if not value:
            yield "no value"
        if "数量" in level2 and not (NUMBER.search(value) and UNIT.search(value)):
            yield "no number"
        if "满意度" in level2 and "%" not in value:
            yield "no share"
        if "成本" in level2:
            cost = NUMBER.search(value)
            if cost and "万元" in value and float(cost.group()) > total > 0:
                yield "cost above budget"
        if VAGUE.search(value) and "效益" not in level2:
            yield "vague"
        if any(int(year) != form.get("fiscal_year") for year in DATE.findall(value)):
            yield "another year"


def main():
    began = time.process_time()
    with open(sys.argv[1], encoding="utf-8") as lines:
        forms = [form for line in lines for form in json.loads(line)["documents"]]
    loaded = time.process_time()
    findings = sum(1 for form in forms for _ in check(form))
    print(len(forms), findings, time.process_time() - loaded, loaded - began)


main()
