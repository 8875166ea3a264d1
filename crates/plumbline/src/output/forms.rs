//! The forms that documents can be rendered in: a list for people, and the same as JSON. And the
//! names of fields, for telling what a form has no room for.

use std::io::{self, Write};

use plumbline_model::json::KindJson;
use plumbline_render::form::{self, Form};
use plumbline_render::room::{LeftOut, rooms};
use serde::Serialize;

use crate::message::{Lang, kind_name};

/// A form as JSON tells of it.
#[derive(Serialize)]
struct FormJson<'a> {
    name: &'a str,
    title: &'a str,
    english: &'a str,
    kinds: Vec<KindJson>,
    source: &'a str,
    issued: Option<&'a str>,
    confirmed: bool,
    /// Paths of the fields it has room for, without numbers of rows.
    fields: Vec<String>,
}

/// The forms for people.
pub(crate) fn text(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    for form in form::all() {
        let title = lang.pick(&form.title, &form.english);
        let kinds = form.kinds.iter().map(|kind| kind_name(lang, *kind));
        let kinds = kinds.collect::<Vec<_>>().join(lang.pick("、", ", "));
        writeln!(to, "{}\n    {title}", form.name)?;
        writeln!(to, "    {}{kinds}", lang.pick("用于：", "for: "))?;
        writeln!(to, "    {}{}", lang.pick("来源：", "source: "), form.source)?;
    }
    Ok(())
}

/// The forms for programs.
pub(crate) fn json(to: &mut dyn Write) -> io::Result<()> {
    let forms: Vec<FormJson<'_>> = form::all().map(of).collect();
    serde_json::to_writer_pretty(&mut *to, &forms)?;
    writeln!(to)
}

fn of(form: &Form) -> FormJson<'_> {
    let fields = form.kinds.iter().flat_map(|kind| rooms(form, *kind));
    let fields: std::collections::BTreeSet<String> = fields.collect();
    FormJson {
        name: &form.name,
        title: &form.title,
        english: &form.english,
        kinds: form.kinds.iter().map(|kind| (*kind).into()).collect(),
        source: &form.source,
        issued: Some(form.issued.as_str()).filter(|date| !date.is_empty()),
        confirmed: form.is_confirmed,
        fields: fields.into_iter().collect(),
    }
}

/// What a form has no room for, in one line.
pub(crate) fn left_out(left: &[LeftOut], lang: Lang) -> String {
    let named = left.iter().map(|left| {
        let LeftOut { path, count } = left;
        let name = field_name(path, lang);
        lang.say(
            format_args!("{name}（{count} 处）"),
            format_args!("{name} ({count})"),
        )
    });
    named.collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// Last keys of paths with their names; in English the path itself is plain enough.
const NAMES: [(&str, &str); 43] = [
    ("fiscal_year", "预算年度"),
    ("draft_mark", "草案标记"),
    ("project.name", "项目名称"),
    ("project.code", "项目编码"),
    ("project.attribute", "项目属性"),
    ("project.source", "项目来源"),
    ("project.period", "项目期"),
    ("project.purpose", "资金用途"),
    ("competent_department.name", "主管部门"),
    ("competent_department.code", "主管部门代码"),
    ("implementing_unit.name", "实施单位"),
    ("implementing_unit.code", "实施单位代码"),
    ("budget_unit.name", "预算单位"),
    ("budget_unit.code", "预算单位代码"),
    ("local_goals", "本级目标"),
    ("medium_term_goals", "中期目标"),
    ("goals", "年度目标"),
    ("results", "实际完成情况"),
    ("empty_slots", "空着的指标位"),
    ("requirements", "表上的填写要求"),
    ("score", "总分"),
    ("indicators.level1", "一级指标"),
    ("indicators.level2", "二级指标"),
    ("indicators.name", "三级指标"),
    ("indicators.description", "指标描述"),
    ("indicators.value", "指标值"),
    ("indicators.basis", "指标值依据"),
    ("indicators.weight", "指标分值"),
    ("indicators.actual", "实际完成值"),
    ("indicators.forecast", "预计完成情况"),
    ("indicators.score", "指标得分"),
    ("indicators.reason", "偏差原因"),
    ("indicators.causes", "偏差原因分类"),
    ("indicators.possibility", "完成可能性"),
    ("indicators.remark", "备注"),
    ("indicators.clauses", "写成句子后分不开的指标"),
    ("disbursement_plan.by", "支出计划的时间"),
    ("disbursement_plan.cumulative_percent", "支出计划的比例"),
    ("tasks", "主要任务"),
    ("cost_items", "成本构成"),
    ("sub_goals", "分项目标"),
    ("safeguards", "保障措施"),
    ("details", "其他栏目"),
];

/// Parts of the paths of money.
const MONEY: [(&str, &str); 11] = [
    (".unit", "金额单位"),
    (".total.", "资金总额"),
    (".fiscal.", "财政拨款"),
    (".carryover.", "上年结转"),
    (".other.", "其他资金"),
    ("adjusted", "（调整后）"),
    ("executed", "（执行数）"),
    ("forecast", "（预计执行数）"),
    ("rate", "（执行率）"),
    ("score", "（得分）"),
    ("weight", "（分值）"),
];

/// A field for people.
pub(crate) fn field_name(path: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return path.to_owned();
    }
    if path.contains("funding.") && !path.starts_with("tasks") {
        let of = match path {
            path if path.starts_with("local") => "本级",
            path if path.starts_with("medium") => "中期",
            _ => "",
        };
        let parts = MONEY.iter().filter(|(key, _)| match key.starts_with('.') {
            true => path.contains(key),
            false => path.ends_with(key),
        });
        return parts.fold(of.to_owned(), |name, (_, part)| name + part);
    }
    let (of, key) = match path.strip_prefix("medium_term_") {
        Some(key) if key.starts_with("indicators") => ("中期", key),
        _ => ("", path),
    };
    let exact = NAMES.iter().find(|(known, _)| *known == key);
    let begins = || NAMES.iter().find(|(known, _)| key.starts_with(known));
    match exact.or_else(begins) {
        Some((_, name)) => format!("{of}{name}"),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_names() {
        for (path, name) in [
            ("indicators.basis", "指标值依据"),
            ("medium_term_indicators.value", "中期指标值"),
            ("local_funding.fiscal.budget", "本级财政拨款"),
            ("funding.total.executed", "资金总额（执行数）"),
            ("details.telephone", "其他栏目"),
            ("sub_goals.indicators.name", "分项目标"),
        ] {
            assert_eq!(field_name(path, Lang::Zh), name);
        }
    }
}
