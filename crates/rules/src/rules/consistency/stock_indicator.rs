//! The same indicator stands in most projects.

use crate::facts::copies;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// The same indicator stands in most projects.
pub static RULE: Rule = Rule {
    code: "C029",
    name: "stock-indicator",
    title: text(
        "同一条指标出现在大多数项目中",
        "the same indicator stands in most projects",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审计发现：同一单位的项目套用同样的指标",
        "auditors find the same indicators copied over the projects of a unit",
    ))],
    why: text(
        "放在哪个项目都行的指标，说明不了任何一个项目。",
        "An indicator that fits every project tells nothing of any.",
    ),
    remedy: text(
        "换成与各项目任务对应的指标，如完工、发放、办结的时间。",
        "Replace it by one that fits the task of each project, such as the day by which it is finished, paid or settled.",
    ),
    finds: &["项目: 第1所小学修缮\n\
数量 | 修缮教室 | 1间\n\
时效 | 经费支出时限 | 12月底 <<\n\
---\n\
项目: 第2所小学修缮\n\
数量 | 修缮教室 | 2间\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第3所小学修缮\n\
数量 | 修缮教室 | 3间\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第4所小学修缮\n\
数量 | 修缮教室 | 4间\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第5所小学修缮\n\
数量 | 修缮教室 | 5间\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第6所小学修缮\n\
数量 | 修缮教室 | 6间\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 校车\n\
数量 | 校车 | 2辆\n\
"],
    passes: &[
        "项目: 第1所小学修缮\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第2所小学修缮\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第3所小学修缮\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 第4所小学修缮\n\
时效 | 经费支出时限 | 12月底\n\
---\n\
项目: 校车\n\
",
        "项目: 第1所小学修缮\n\
时效 | 完工时间 | 1月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第2所小学修缮\n\
时效 | 完工时间 | 2月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第3所小学修缮\n\
时效 | 完工时间 | 3月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第4所小学修缮\n\
时效 | 完工时间 | 4月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第5所小学修缮\n\
时效 | 完工时间 | 5月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第6所小学修缮\n\
时效 | 完工时间 | 6月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第7所小学修缮\n\
时效 | 完工时间 | 7月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 第8所小学修缮\n\
时效 | 完工时间 | 8月底\n\
满意度 | 学生满意度 | ≥95%\n\
---\n\
项目: 校车\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let least = LEAST_PROJECTS.max(copies::projects(volume).count().div_ceil(2));
    let mut copied = copies::copied_rows(volume, |row| row.level2 != Some(Level2::Satisfaction));
    copied.retain(|copies| copies.len() >= least);
    let Some((case, row)) = copied.first().and_then(|copies| copies.first()) else {
        return;
    };
    let shown: Vec<(String, String)> = copied
        .iter()
        .take(MOST_SHOWN)
        .filter_map(|copies| {
            let (_, row) = copies.first()?;
            let (name, value, count) = (row.name, row.printed, copies.len());
            Some((
                format!("“{name}：{value}”见于{count}个项目"),
                format!("“{name}: {value}” stands in {count} projects"),
            ))
        })
        .collect();
    let (zh, en): (Vec<String>, Vec<String>) = shown.into_iter().unzip();
    findings.report_in(
        case.number,
        row.spot(Part::Name),
        zh.join("，"),
        en.join(", "),
    );
}

/// In fewer projects it is no stock phrase.
const LEAST_PROJECTS: usize = 5;
/// Most rows named in the message.
const MOST_SHOWN: usize = 3;
