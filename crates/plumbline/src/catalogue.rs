//! What is said of the rules themselves, and of what no rule checks: the shape of its JSON, and
//! what all its other outputs are made of.

use std::borrow::Cow;

use plumbline_model::json::KindJson;
use plumbline_rules::by_hand::{self, ByHand};
use plumbline_rules::rule::{Criterion, Family};
use plumbline_rules::{Profile, Rule, acts, rules};
use serde::Serialize;

use crate::message::Lang;
use crate::report::{BasisReport, MarkJson, SeverityJson, basis};

/// Everything that is checked, by the program and by hand, in one language.
#[derive(Debug, Serialize)]
pub(crate) struct Catalogue {
    /// The rules, by family and code.
    pub(crate) rules: Vec<RulePage>,
    /// What is left to a person.
    pub(crate) by_hand: Vec<HandPage>,
}

/// What is said of one rule.
#[derive(Debug, Serialize)]
pub(crate) struct RulePage {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) severity: SeverityJson,
    pub(crate) family: &'static str,
    /// Kinds of documents it applies to.
    pub(crate) kinds: Vec<KindJson>,
    /// First budget year it applies to.
    pub(crate) from_year: Option<u16>,
    pub(crate) criterion: &'static str,
    pub(crate) why: &'static str,
    pub(crate) remedy: &'static str,
    pub(crate) basis: Vec<BasisReport>,
    /// Profiles in which it weighs otherwise or does not apply.
    pub(crate) profiles: Vec<ProfileSays>,
    /// Examples in which the lines marked `<<` are found.
    pub(crate) finds: &'static [&'static str],
    /// Examples in which nothing is found.
    pub(crate) passes: &'static [&'static str],
    #[serde(skip)]
    pub(crate) in_family: Family,
    #[serde(skip)]
    pub(crate) on_criterion: Criterion,
}

/// What a profile says of a rule.
#[derive(Debug, Serialize)]
pub(crate) struct ProfileSays {
    pub(crate) profile: &'static str,
    /// Its severity there; `null` where it does not apply.
    pub(crate) severity: Option<SeverityJson>,
}

/// What is said of a question to which the document holds no answer.
#[derive(Debug, Serialize)]
pub(crate) struct HandPage {
    pub(crate) criterion: &'static str,
    pub(crate) title: &'static str,
    pub(crate) look: &'static str,
    pub(crate) basis: BasisReport,
    #[serde(skip)]
    pub(crate) on_criterion: Criterion,
}

impl Catalogue {
    pub(crate) fn all(lang: Lang) -> Catalogue {
        let mut rules: Vec<_> = rules::ALL
            .iter()
            .map(|rule| rule_page(rule, lang))
            .collect();
        rules.sort_by_key(|page| (page.in_family, page.code));
        Catalogue {
            rules,
            by_hand: hand_pages(lang).collect(),
        }
    }

    /// The rules of each family that has any.
    pub(crate) fn families(&self) -> impl Iterator<Item = (Family, &[RulePage])> {
        let groups = self.rules.chunk_by(|a, b| a.in_family == b.in_family);
        groups.filter_map(|group| Some((group.first()?.in_family, group)))
    }
}

/// What is said of a rule.
pub(crate) fn rule_page(rule: &Rule, lang: Lang) -> RulePage {
    let pick = |text: plumbline_rules::rule::Text| lang.pick(text.zh, text.en);
    let profiles = Profile::all().iter().filter_map(|profile| {
        let is_off = profile.off.contains_key(rule.code);
        let severity = profile.severity.get(rule.code).copied();
        (is_off || severity.is_some()).then(|| ProfileSays {
            profile: &profile.id,
            severity: severity.filter(|_| !is_off).map(SeverityJson::from),
        })
    });
    RulePage {
        code: rule.code,
        name: rule.name,
        title: pick(rule.title),
        severity: rule.severity.into(),
        family: rule.family().folder(),
        kinds: rule
            .applies
            .kinds
            .iter()
            .map(|kind| (*kind).into())
            .collect(),
        from_year: rule.applies.from,
        criterion: rule.criterion.code(),
        why: pick(rule.why),
        remedy: pick(rule.remedy),
        basis: basis(rule.basis, lang),
        profiles: profiles.collect(),
        finds: rule.finds,
        passes: rule.passes,
        in_family: rule.family(),
        on_criterion: rule.criterion,
    }
}

/// What is said of everything that is left to a person.
pub(crate) fn hand_pages(lang: Lang) -> impl Iterator<Item = HandPage> {
    by_hand::all().iter().map(move |item| hand_page(item, lang))
}

fn hand_page(item: &'static ByHand, lang: Lang) -> HandPage {
    let act = item.act.as_deref().and_then(acts::act);
    HandPage {
        criterion: item.criterion.code(),
        title: lang.pick(&item.title.zh, &item.title.en),
        look: lang.pick(&item.look.zh, &item.look.en),
        basis: BasisReport {
            mark: item.mark.map_or(MarkJson::Practice, MarkJson::from),
            act: act.map(|act| act.number.as_str()),
            title: act.map(|act| act.title.as_str()),
            says: Some(Cow::Borrowed(lang.pick(&item.says.zh, &item.says.en))),
        },
        on_criterion: item.criterion,
    }
}

/// `1.1 规范完整性`
pub(crate) fn criterion_name(criterion: Criterion, lang: Lang) -> String {
    let name = criterion.name();
    match criterion {
        Criterion::Outside => lang.pick(name.zh, name.en).to_owned(),
        _ => format!("{} {}", criterion.code(), lang.pick(name.zh, name.en)),
    }
}

/// Name of a family.
pub(crate) fn family_name(family: Family, lang: Lang) -> &'static str {
    lang.pick(family.name().zh, family.name().en)
}
