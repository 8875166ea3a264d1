//! What differs by region and year: frame, compulsory indicators, thresholds, severities. All of
//! it is data (`official/profiles/`); a profile states what differs from the one it extends.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use plumbline_model::{Bilingual, Decimal, Document, Severity};
use serde::{Deserialize, Deserializer, de};
use toml::Table;

use crate::profile_files::FILES;
use crate::rule::Rule;
use crate::words::Word;

/// The rule set of a region and a time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Name for `--profile`.
    pub id: String,
    /// The profile it extends.
    #[serde(default)]
    pub extends: Option<String>,
    /// Name for people.
    #[serde(deserialize_with = "bilingual")]
    pub name: Bilingual,
    /// Where its content is taken from, and how far that was confirmed.
    pub source: String,
    /// When it was last held against its sources.
    #[expect(dead_code, reason = "said for people, in the reference pages")]
    checked: toml::value::Datetime,
    /// By what a document shows that it follows this profile.
    #[serde(default)]
    shown_by: Option<ShownBy>,
    /// 一级指标, and the 二级指标 it may hold.
    pub frame: BTreeMap<String, Vec<String>>,
    /// What every project target must state.
    pub compulsory: Vec<Compulsory>,
    /// Limits beyond which a rule speaks.
    pub thresholds: Thresholds,
    /// How points follow from results.
    pub scoring: Scoring,
    /// What is asked during the year.
    pub monitoring: Monitoring,
    /// Severities that differ from those of the rules, by code.
    #[serde(default, deserialize_with = "severities")]
    pub severity: BTreeMap<String, Severity>,
    /// Rules that do not apply, with the reason, by code.
    #[serde(default)]
    pub off: BTreeMap<String, String>,
}

/// An indicator that must be there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compulsory {
    /// 一级指标
    #[serde(default)]
    pub level1: Option<String>,
    /// 二级指标
    #[serde(default)]
    pub level2: Option<String>,
    /// How much it weighs where it is missing.
    #[serde(deserialize_with = "severity")]
    pub severity: Severity,
    /// Only for projects whose name, purpose or goals have a word of this class.
    #[serde(default, deserialize_with = "word")]
    pub when: Option<Word>,
}

/// Limits beyond which a rule speaks. What each means and where it is from is said in
/// `official/profiles/national.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said in official/profiles/national.toml")]
pub struct Thresholds {
    pub money_tolerance_wan: Decimal,
    pub goal_chars_max: usize,
    pub indicators_min: usize,
    pub weight_totals: Vec<Decimal>,
    pub cost_coverage_percent: Decimal,
    pub cost_excess_percent: Decimal,
    pub satisfaction_percent_min: Decimal,
    pub rate_percent_min: Decimal,
    pub full_rate_percent_min: Decimal,
    pub goods_qualification_percent_min: Decimal,
    pub adverse_percent_max: Decimal,
    pub peers_percent_below: Decimal,
    pub indicators_max: usize,
    pub weight_share_percent_max: Decimal,
    pub results_weight_percent_min: Decimal,
}

impl Thresholds {
    /// Tolerance of sums of money, in yuan.
    pub fn money_tolerance(&self) -> Decimal {
        self.money_tolerance_wan * Decimal::from(10_000)
    }
}

/// How points follow from results. What each setting means and where it is from is said in
/// `official/profiles/national.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said in official/profiles/national.toml")]
pub struct Scoring {
    pub weights_total: Decimal,
    pub execution_weight: Decimal,
    pub tolerance: Decimal,
    pub decimals_max: u32,
    pub reverse: ReverseFormula,
    pub exact: ExactFormula,
    pub over_percent: Decimal,
    pub reason_below_rate: Decimal,
    pub tiers: Vec<Tier>,
    pub grades: Vec<GradeBand>,
    #[serde(default)]
    pub text_chars_max: Option<usize>,
}

/// How an indicator of which less is better scores once its target is exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReverseFormula {
    /// (1 − (actual − target) ÷ target) × weight, nothing from twice the target on.
    Linear,
    /// Target ÷ actual × weight.
    Ratio,
    /// Either of both: the region is not known.
    Either,
    /// A person decides.
    Open,
}

/// How an indicator that is to be met exactly scores when it is not reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExactFormula {
    /// Actual ÷ target × weight.
    Proportional,
    /// A person decides.
    Open,
}

/// What share of its weight a qualitative indicator may score.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// What the actual value begins with.
    pub says: Vec<String>,
    /// Lowest share in percent, included.
    pub from: Decimal,
    /// Highest share in percent.
    pub to: Decimal,
    /// Whether the highest share itself still belongs to it.
    pub with_to: bool,
}

impl Tier {
    /// Whether a share in percent belongs to it.
    pub fn holds(&self, share: Decimal) -> bool {
        share >= self.from && (share < self.to || (self.with_to && share == self.to))
    }
}

/// The grade of a total score.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeBand {
    /// Its names; the first is shown.
    pub names: Vec<String>,
    /// Lowest total score, included.
    pub from: Decimal,
}

impl Scoring {
    /// The grade that a total score has.
    pub fn grade(&self, score: Decimal) -> Option<&GradeBand> {
        self.grades.iter().find(|grade| score >= grade.from)
    }
}

/// What is asked during the year. What each setting means and where it is from is said in
/// `official/profiles/national.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "said in official/profiles/national.toml")]
pub struct Monitoring {
    pub months: u8,
    pub lag_percent: Decimal,
    pub over_percent: Decimal,
    pub exact_may_be_exceeded: bool,
}

/// What in a document shows that it follows a profile. All that is stated must hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShownBy {
    /// It prints this 一级指标.
    #[serde(default)]
    level1: Option<String>,
    /// Its project code begins so (the digits of a region).
    #[serde(default)]
    code_prefix: Option<String>,
    /// It speaks of this budget year or a later one.
    #[serde(default)]
    from_year: Option<u16>,
}

impl ShownBy {
    fn holds(&self, document: &Document) -> bool {
        let level1 = || {
            self.level1.as_ref().is_none_or(|wanted| {
                let mut rows = document.indicators.iter();
                rows.any(|row| row.level1.text() == wanted)
            })
        };
        let code = document.project.code.text();
        let prefix = self.code_prefix.as_ref();
        let prefix = prefix.is_none_or(|prefix| code.starts_with(prefix.as_str()));
        let year = document.fiscal_year.get();
        let year = self
            .from_year
            .is_none_or(|from| year.is_some_and(|year| *year >= from));
        year && prefix && level1()
    }
}

impl Profile {
    /// All profiles, the general one first, more particular ones later.
    pub fn all() -> &'static [Profile] {
        &PROFILES
    }

    /// The general profile.
    pub fn national() -> &'static Profile {
        &PROFILES[0]
    }

    /// The profile of this name.
    pub fn named(id: &str) -> Option<&'static Profile> {
        PROFILES.iter().find(|profile| profile.id == id)
    }

    /// How much findings of a rule weigh; `None` where it does not apply.
    pub fn severity_of(&self, rule: &Rule) -> Option<Severity> {
        let severity = self.severity.get(rule.code).unwrap_or(&rule.severity);
        (!self.off.contains_key(rule.code)).then_some(*severity)
    }

    /// The most particular profile that a document shows it follows.
    pub fn shown_by(document: &Document) -> &'static Profile {
        let shown = PROFILES.iter().rev().find(|profile| {
            let sign = profile.shown_by.as_ref();
            sign.is_some_and(|sign| sign.holds(document))
        });
        shown.unwrap_or(Profile::national())
    }
}

static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| load(FILES).unwrap_or_else(|problem| panic!("official/profiles: {problem}")));

fn load(files: &[(&str, &str)]) -> Result<Vec<Profile>, String> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut profiles = Vec::new();
    for (file, text) in files {
        for (id, table) in of_file(text, &tables).map_err(|e| format!("{file}: {e}"))? {
            tables.insert(id, table.clone());
            profiles.push(table.try_into().map_err(|e| format!("{file}: {e}"))?);
        }
    }
    Ok(profiles)
}

/// The profile of a file, and the same on top of the frames it is combined with (`region+frame`).
fn of_file(text: &str, known: &BTreeMap<String, Table>) -> Result<Vec<(String, Table)>, String> {
    let mut own: Table = toml::from_str(text).map_err(|e| e.to_string())?;
    let id = own.get("id").and_then(|id| id.as_str());
    let id = id.ok_or("it has no id")?.to_owned();
    let on = |base: &str| {
        known
            .get(base)
            .ok_or(format!("no profile `{base}` stands before it"))
    };
    let frames = match own.remove("combined_with") {
        Some(frames) => frames
            .try_into()
            .map_err(|e: toml::de::Error| e.to_string())?,
        None => Vec::<String>::new(),
    };
    let plain = match own.get("extends").and_then(|base| base.as_str()) {
        None => own.clone(),
        Some(base) => extended(on(base)?, own.clone()),
    };
    let mut made = vec![(id.clone(), plain)];
    for frame in frames {
        let base = on(&frame)?;
        made.push((format!("{id}+{frame}"), combined(base, &frame, own.clone())));
    }
    Ok(made)
}

/// A region's profile on top of a frame; a document must show both.
fn combined(frame: &Table, frame_id: &str, own: Table) -> Table {
    let mut table = extended(frame, own);
    for (key, value) in &mut table {
        match (key.as_str(), value) {
            ("id", toml::Value::String(id)) => *id = format!("{id}+{frame_id}"),
            ("extends", toml::Value::String(base)) => frame_id.clone_into(base),
            ("shown_by", toml::Value::Table(signs)) => {
                let of_frame = frame.get("shown_by").and_then(|signs| signs.as_table());
                signs.extend(of_frame.cloned().unwrap_or_default());
            }
            _ => {}
        }
    }
    table
}

/// The tables of a profile that are taken over entry by entry from the one it extends.
const BY_ENTRY: [&str; 5] = ["thresholds", "scoring", "monitoring", "severity", "off"];

/// What a profile states itself, and for the rest what the one it extends states.
fn extended(base: &Table, own: Table) -> Table {
    let mut table = base.clone();
    table.remove("shown_by");
    for (key, value) in own {
        let by_entry = BY_ENTRY.contains(&key.as_str());
        match (table.get_mut(&key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) if by_entry => {
                old.extend(new);
            }
            (_, value) => {
                table.insert(key, value);
            }
        }
    }
    table
}

pub(crate) fn bilingual<'de, D: Deserializer<'de>>(from: D) -> Result<Bilingual, D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Both {
        zh: String,
        en: String,
    }
    Both::deserialize(from).map(|both| Bilingual::new(both.zh, both.en))
}

fn severity_of(code: &str) -> Result<Severity, String> {
    Severity::from_code(code).ok_or(format!("`{code}` is none of error, warning, info"))
}

fn severity<'de, D: Deserializer<'de>>(from: D) -> Result<Severity, D::Error> {
    severity_of(&String::deserialize(from)?).map_err(de::Error::custom)
}

fn severities<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Severity>, D::Error> {
    let codes = BTreeMap::<String, String>::deserialize(from)?;
    let known = codes
        .into_iter()
        .map(|(rule, code)| Ok((rule, severity_of(&code)?)));
    known
        .collect::<Result<_, String>>()
        .map_err(de::Error::custom)
}

fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Word>, D::Error> {
    let key = Option::<String>::deserialize(from)?;
    let known = |key: String| {
        let found = Word::ALL.iter().copied().find(|word| word.key() == key);
        found.ok_or_else(|| de::Error::custom(format!("no class of words `{key}`")))
    };
    key.map(known).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;
    use plumbline_model::{Field, Indicator, Place};

    #[test]
    fn profiles_name_only_rules_that_exist() {
        for profile in Profile::all() {
            for code in profile.severity.keys().chain(profile.off.keys()) {
                let known = rules::ALL.iter().any(|rule| rule.code == code);
                assert!(known, "{}: {code}", profile.id);
            }
        }
        assert_eq!(Profile::all()[0].id, "national");
    }

    fn with_region(more: &str) -> Result<Vec<Profile>, String> {
        let region = format!("id = \"region\"\nextends = \"national\"\n{more}");
        load(&[FILES[0], ("region.toml", &region)])
    }

    #[test]
    fn a_profile_states_only_what_differs() {
        let made = with_region("[scoring]\nover_percent = \"130\"").expect("it extends");
        let (national, region) = (&made[0].scoring, &made[1].scoring);
        assert_eq!(region.over_percent, Decimal::from(130));
        assert_eq!(region.tolerance, national.tolerance);
        assert_eq!(region.tiers.len(), national.tiers.len());
    }

    #[test]
    fn what_is_wrong_with_a_profile_is_told_with_its_file() {
        for (more, what) in [
            ("[scoring]\nover_precent = \"130\"", "over_precent"),
            ("[scoring]\nreverse = \"backwards\"", "backwards"),
            ("[monitoring]\nmonths = \"seven\"", "seven"),
            ("[severity]\nS001 = \"fatal\"", "fatal"),
            ("colour = \"red\"", "colour"),
            ("combined_with = [\"nowhere\"]", "nowhere"),
            ("not TOML", "TOML parse error"),
        ] {
            let problem = with_region(more).expect_err(what);
            let told = problem.starts_with("region.toml: ") && problem.contains(what);
            assert!(told, "{what}: {problem}");
        }
        let orphan = load(&[("orphan.toml", "id = \"orphan\"\nextends = \"nobody\"")]);
        assert!(orphan.is_err_and(|problem| problem.starts_with("orphan.toml: ")));
    }

    #[test]
    fn a_region_keeps_the_frame_that_a_document_shows() {
        let regions = Profile::all().iter().filter_map(|region| {
            let prefix = region.shown_by.as_ref()?.code_prefix.as_ref()?;
            (!region.id.contains('+')).then_some((region, prefix))
        });
        for (region, prefix) in regions {
            let mut document = Document::default();
            document.project.code = Field::Stated(format!("{prefix}0000"), Place::Whole);
            document.fiscal_year = Field::Stated(2025, Place::Whole);
            assert_eq!(Profile::shown_by(&document).id, region.id);
            document.indicators.push(Indicator {
                level1: Field::Stated("成本指标".to_owned(), Place::Whole),
                ..Indicator::default()
            });
            let shown = Profile::shown_by(&document);
            assert_eq!(shown.id, format!("{}+cost-level1", region.id));
            assert!(shown.frame.contains_key("成本指标"), "{}", shown.id);
            assert_eq!(shown.scoring.over_percent, region.scoring.over_percent);
        }
    }
}
