//! The words forms use, from the data files in `official/labels/`.
//!
//! A label has one or more *senses* (`得分` is a column of the funding block and of the indicator
//! table); which one holds is decided by where the label stands, by the reader.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use plumbline_model::DocumentKind;
use serde::Deserialize;

use crate::fold::{fold_char, folded, is_blank};
use crate::words::Words;

/// A single field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum FieldId {
    #[serde(rename = "title")]
    Title,
    #[serde(rename = "fiscal_year")]
    FiscalYear,
    #[serde(rename = "project.name")]
    ProjectName,
    #[serde(rename = "project.code")]
    ProjectCode,
    #[serde(rename = "project.attribute")]
    ProjectAttribute,
    #[serde(rename = "project.source")]
    ProjectSource,
    #[serde(rename = "project.period")]
    ProjectPeriod,
    #[serde(rename = "project.purpose")]
    ProjectPurpose,
    #[serde(rename = "money_unit")]
    MoneyUnit,
    #[serde(rename = "score")]
    Score,
}

/// A body a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyId {
    CompetentDepartment,
    ImplementingUnit,
    BudgetUnit,
}

/// A line of a funding block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyLine {
    Total,
    MediumTermTotal,
    Fiscal,
    Carryover,
    Other,
}

/// A column of a funding block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyColumn {
    Budget,
    Adjusted,
    Executed,
    Forecast,
    Rate,
    Weight,
    Score,
    Reason,
}

/// Goals, or what was reached of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalId {
    Annual,
    MediumTerm,
    Results,
}

/// A column of the indicator table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Level1,
    Level2,
    Name,
    Description,
    Value,
    Sign,
    Unit,
    Basis,
    Weight,
    Actual,
    Forecast,
    Score,
    Reason,
    Possibility,
    Remark,
}

/// A column of the list of main tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskColumn {
    Name,
    Content,
    Total,
    Fiscal,
    Other,
}

/// A column of the cost composition table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostColumn {
    Name,
    Amount,
    Basis,
}

/// A heading that parts a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Indicators,
    MediumTermIndicators,
    Funding,
    FundingAndPurpose,
    Budget,
    Disbursement,
    Cost,
    Goals,
    Tasks,
    /// What a project is called and who runs it.
    Basics,
    Serial,
}

/// A heading that parts a narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    OverallGoals,
    SubGoals,
    Safeguards,
    Department,
    Projects,
    Contents,
}

/// One meaning of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    Field(FieldId),
    Party(PartyId),
    PartyCode(PartyId),
    Money(MoneyLine),
    MoneyColumn(MoneyColumn),
    Goal(GoalId),
    Column(Column),
    Cause,
    Possibility,
    /// A row that sums up those above it.
    Sum,
    Task(TaskColumn),
    Cost(CostColumn),
    Group(Group),
    Section(Section),
    /// Index of the key in [`Vocabulary::detail_keys`].
    Detail(u16),
    /// Index in [`Vocabulary::level1`].
    Level1(u8),
    /// Index in [`Vocabulary::level2`].
    Level2(u8),
}

impl Sense {
    /// Whether its labels may stand within a sentence (`某项目主要内容是：`).
    pub fn may_stand_within(self) -> bool {
        matches!(
            self,
            Sense::Goal(GoalId::Annual) | Sense::Field(FieldId::ProjectPurpose)
        )
    }
}

/// A level 2 of the frame.
#[derive(Debug, Deserialize)]
pub struct Level2 {
    /// Normal name.
    pub name: String,
    /// Level 1s it may stand under, the usual one first.
    #[serde(rename = "level1")]
    pub parents: Vec<String>,
    labels: Vec<String>,
}

/// A level 1 of the frame.
#[derive(Debug, Deserialize)]
pub struct Level1 {
    /// Normal name.
    pub name: String,
    labels: Vec<String>,
}

/// How titles read.
#[derive(Debug, Deserialize)]
pub struct Titles {
    /// A title holds one of these …
    pub subjects: Words,
    /// … and ends with one of these.
    pub endings: Words,
    /// A line that ends so heads a volume or a chapter of it, not a form.
    pub volumes: Words,
    /// Bodies end so; on a cover such a line names who the volume is of.
    pub bodies: Words,
    /// Lines that look like titles and are none.
    pub not_titles: Words,
    /// Marks of an unfinished document.
    pub drafts: Words,
    /// On a cover, what follows the name of the body that compiled the volume.
    pub compiled_by: String,
    /// On a cover, what follows the name of the body that reviewed the volume.
    pub reviewed_by: String,
    kind: Vec<TitleKind>,
}

#[derive(Debug, Deserialize)]
struct TitleKind {
    kind: KindName,
    words: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KindName {
    ProjectTarget,
    DepartmentTarget,
    SelfEvaluation,
    MonitoringReport,
}

/// Words by which prose comes apart.
#[derive(Debug, Deserialize)]
pub struct Prose {
    /// A sentence may speak of its subject so instead of naming it.
    pub pronouns: Words,
    /// What follows is the basis of a value.
    pub basis: Words,
    /// Between name and value, saying nothing.
    pub fillers: Words,
    /// Between name and value, part of the value.
    pub comparisons: Words,
    /// A predicate is any number of these …
    pub adverbs: Words,
    /// … and one of these.
    pub predicates: Words,
    /// A sentence that begins so states the budget.
    pub budget: Vec<String>,
    /// Where the money named in such a sentence comes from.
    pub budget_sources: BTreeMap<MoneyLine, Vec<String>>,
}

/// What brackets after a label say.
#[derive(Debug, Default, Deserialize)]
pub struct Brackets {
    /// The figures of all levels of government together.
    pub all_levels: Words,
    /// The figures of this level alone: the bracket ends so.
    pub local: Words,
    /// A demand on how the form is to be filled in.
    pub requirement: Words,
}

#[derive(Deserialize)]
struct Labels {
    field: BTreeMap<FieldId, Vec<String>>,
    party: BTreeMap<PartyId, Vec<String>>,
    party_code: BTreeMap<PartyId, Vec<String>>,
    money: BTreeMap<MoneyLine, Vec<String>>,
    money_column: BTreeMap<MoneyColumn, Vec<String>>,
    goal: BTreeMap<GoalId, Vec<String>>,
    column: BTreeMap<Column, Vec<String>>,
    cause: BTreeMap<String, Vec<String>>,
    possibility: BTreeMap<String, Vec<String>>,
    task: BTreeMap<TaskColumn, Vec<String>>,
    cost: BTreeMap<CostColumn, Vec<String>>,
    group: BTreeMap<Group, Vec<String>>,
    section: BTreeMap<Section, Vec<String>>,
    detail: BTreeMap<String, Vec<String>>,
    sum: BTreeMap<String, Vec<String>>,
    bracket: Brackets,
}

#[derive(Deserialize)]
struct Frame {
    level1: Vec<Level1>,
    level2: Vec<Level2>,
}

/// A label found at the start of a text.
#[derive(Clone, Copy, Debug)]
pub struct Found<'v> {
    /// What it may mean.
    pub senses: &'v [Sense],
    /// Byte offset one past its last character.
    pub end: usize,
    /// Characters of the label as the vocabulary has it.
    pub chars: usize,
}

/// All the words, ready to be looked up.
#[derive(Debug)]
pub struct Vocabulary {
    nodes: Vec<Node>,
    /// The children of the root: most texts are told at the first look to begin with no label.
    starts: ByCharacter,
    /// Those of them that lead to labels which may stand within a sentence.
    starts_within: ByCharacter,
    /// The level 1s of the frame.
    pub level1: Vec<Level1>,
    /// The level 2s of the frame.
    pub level2: Vec<Level2>,
    /// Keys of the statements that have no field of their own.
    pub detail_keys: Vec<String>,
    /// What brackets after a label say.
    pub brackets: Brackets,
    /// How titles read.
    pub titles: Titles,
    /// How prose comes apart.
    pub prose: Prose,
}

/// A node of the prefix tree over folded labels.
#[derive(Debug, Default)]
struct Node {
    next: Vec<(char, u32)>,
    senses: Vec<Sense>,
}

/// A number for each of some characters, and 0 for all others, at one look.
#[derive(Debug, Default)]
struct ByCharacter {
    /// By block of 256 characters, which block of `numbers` has them; the first is all 0.
    blocks: Vec<u16>,
    numbers: Vec<u32>,
}

impl ByCharacter {
    const BLOCK: usize = 256;

    fn new(numbers: impl IntoIterator<Item = (char, u32)>) -> ByCharacter {
        let mut all = ByCharacter {
            blocks: vec![0; char::MAX as usize / ByCharacter::BLOCK + 1],
            numbers: vec![0; ByCharacter::BLOCK],
        };
        for (c, number) in numbers {
            let code = c as usize;
            let block = &mut all.blocks[code / ByCharacter::BLOCK];
            if *block == 0 {
                *block = (all.numbers.len() / ByCharacter::BLOCK) as u16;
                all.numbers
                    .resize(all.numbers.len() + ByCharacter::BLOCK, 0);
            }
            all.numbers[*block as usize * ByCharacter::BLOCK + code % ByCharacter::BLOCK] = number;
        }
        all
    }

    fn get(&self, c: char) -> u32 {
        let code = c as usize;
        let block = self.blocks[code / ByCharacter::BLOCK] as usize;
        self.numbers[block * ByCharacter::BLOCK + code % ByCharacter::BLOCK]
    }
}

/// The vocabulary that is built in.
pub static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let built_in = Vocabulary::from_toml(
        include_str!("../../../official/labels/labels.toml"),
        include_str!("../../../official/labels/frame.toml"),
        include_str!("../../../official/labels/titles.toml"),
        include_str!("../../../official/labels/prose.toml"),
    );
    // The files are compiled in and a test reads them: a fault in them is a bug of ours.
    built_in.unwrap_or_else(|fault| panic!("official/labels: {fault}"))
});

impl Vocabulary {
    fn from_toml(
        labels: &str,
        frame: &str,
        titles: &str,
        prose: &str,
    ) -> Result<Vocabulary, toml::de::Error> {
        let labels: Labels = toml::from_str(labels)?;
        let frame: Frame = toml::from_str(frame)?;
        let mut vocabulary = Vocabulary {
            nodes: vec![Node::default()],
            starts: ByCharacter::default(),
            starts_within: ByCharacter::default(),
            level1: frame.level1,
            level2: frame.level2,
            detail_keys: labels.detail.keys().cloned().collect(),
            brackets: Brackets::default(),
            titles: toml::from_str(titles)?,
            prose: toml::from_str(prose)?,
        };
        vocabulary.add_labels(&labels);
        vocabulary.brackets = labels.bracket;
        vocabulary.add_frame();
        let starts = &vocabulary.nodes[0].next;
        let within = starts
            .iter()
            .filter(|(_, node)| vocabulary.leads_within(*node));
        vocabulary.starts_within = ByCharacter::new(within.copied());
        vocabulary.starts = ByCharacter::new(starts.iter().copied());
        Ok(vocabulary)
    }

    fn add_labels(&mut self, labels: &Labels) {
        self.add_all(&labels.field, Sense::Field);
        self.add_all(&labels.party, Sense::Party);
        self.add_all(&labels.party_code, Sense::PartyCode);
        self.add_all(&labels.money, Sense::Money);
        self.add_all(&labels.money_column, Sense::MoneyColumn);
        self.add_all(&labels.goal, Sense::Goal);
        self.add_all(&labels.column, Sense::Column);
        self.add_all(&labels.task, Sense::Task);
        self.add_all(&labels.cost, Sense::Cost);
        self.add_all(&labels.group, Sense::Group);
        self.add_all(&labels.section, Sense::Section);
        for synonyms in labels.sum.values() {
            self.add_each(synonyms, Sense::Sum);
        }
        for synonyms in labels.cause.values() {
            self.add_each(synonyms, Sense::Cause);
        }
        for synonyms in labels.possibility.values() {
            self.add_each(synonyms, Sense::Possibility);
        }
        for (key, synonyms) in labels.detail.values().enumerate() {
            self.add_each(synonyms, Sense::Detail(key as u16));
        }
    }

    fn add_frame(&mut self) {
        for index in 0..self.level1.len() {
            let labels = std::mem::take(&mut self.level1[index].labels);
            self.add_each(&labels, Sense::Level1(index as u8));
        }
        for index in 0..self.level2.len() {
            let labels = std::mem::take(&mut self.level2[index].labels);
            self.add_each(&labels, Sense::Level2(index as u8));
        }
    }

    fn add_all<Id: Copy>(
        &mut self,
        labels: &BTreeMap<Id, Vec<String>>,
        sense: impl Fn(Id) -> Sense,
    ) {
        for (id, synonyms) in labels {
            self.add_each(synonyms, sense(*id));
        }
    }

    fn add_each(&mut self, synonyms: &[String], sense: Sense) {
        for synonym in synonyms {
            let mut node = 0;
            for (_, c) in folded(synonym) {
                node = self.child_or_new(node, c);
            }
            let senses = &mut self.nodes[node].senses;
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }

    /// Whether a label below a node may stand within a sentence.
    fn leads_within(&self, node: u32) -> bool {
        let node = &self.nodes[node as usize];
        node.senses.iter().any(|sense| sense.may_stand_within())
            || node.next.iter().any(|(_, child)| self.leads_within(*child))
    }

    /// Whether a label may begin with a (folded) character.
    pub fn may_begin(&self, c: char) -> bool {
        self.starts.get(c) != 0
    }

    /// Whether a label that may stand within a sentence may begin with a (folded) character.
    pub fn may_begin_within(&self, c: char) -> bool {
        self.starts_within.get(c) != 0
    }

    fn child(&self, node: usize, c: char) -> Option<usize> {
        if node == 0 {
            let child = self.starts.get(c);
            return (child != 0).then_some(child as usize);
        }
        let next = &self.nodes[node].next;
        if next.len() > 8 {
            let found = next.binary_search_by_key(&c, |(key, _)| *key).ok()?;
            return Some(next[found].1 as usize);
        }
        next.iter()
            .find(|(key, _)| *key == c)
            .map(|(_, child)| *child as usize)
    }

    fn child_or_new(&mut self, node: usize, c: char) -> usize {
        if let Ok(at) = self.nodes[node]
            .next
            .binary_search_by_key(&c, |(key, _)| *key)
        {
            return self.nodes[node].next[at].1 as usize;
        }
        let child = self.nodes.len();
        self.nodes.push(Node::default());
        let next = &mut self.nodes[node].next;
        let at = next.partition_point(|(key, _)| *key < c);
        next.insert(at, (c, child as u32));
        child
    }

    /// The longest label at the start of `text` after which `ends_well` holds of the rest. Blanks
    /// within the label are skipped, so a label broken over lines is found.
    pub fn find(&self, text: &str, ends_well: impl Fn(&str) -> bool) -> Option<Found<'_>> {
        let mut best = None;
        let mut node = 0;
        let mut chars = 0;
        for (at, printed) in text.char_indices() {
            if is_blank(printed) {
                continue;
            }
            let Some(child) = self.child(node, fold_char(printed)) else {
                break;
            };
            node = child;
            chars += 1;
            let senses = &self.nodes[node].senses;
            let end = at + printed.len_utf8();
            if !senses.is_empty() && ends_well(&text[end..]) {
                best = Some(Found { senses, end, chars });
            }
        }
        best
    }

    /// A label that lacks its last character at the end of `text` (`实施单`), if only one label
    /// begins so.
    pub fn find_cut(&self, text: &str, chars_min: usize) -> Option<Found<'_>> {
        let mut node = 0;
        let mut length = 0;
        for (_, c) in folded(text) {
            node = self.child(node, c)?;
            length += 1;
        }
        let [(_, child)] = self.nodes[node].next.as_slice() else {
            return None;
        };
        let senses = &self.nodes[*child as usize].senses;
        (length >= chars_min && !senses.is_empty()).then_some(Found {
            senses,
            end: text.len(),
            chars: length,
        })
    }

    /// A label that lacks its last character at the start of `text`, with a blank after it.
    pub fn find_cut_word(&self, text: &str, chars_min: usize) -> Option<Found<'_>> {
        let mut best = None;
        let mut node = 0;
        for (chars, (at, c)) in folded(text).enumerate() {
            node = self.child(node, c)?;
            let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
            let [(_, child)] = self.nodes[node].next.as_slice() else {
                continue;
            };
            let senses = &self.nodes[*child as usize].senses;
            let parted = text[end..].starts_with(crate::fold::is_blank);
            if chars + 1 >= chars_min
                && !senses.is_empty()
                && parted
                && self.nodes[node].senses.is_empty()
            {
                best = Some(Found {
                    senses,
                    end,
                    chars: chars + 1,
                });
                break;
            }
        }
        best
    }

    /// The kind of document a title announces.
    pub fn kind_of_title(&self, folded_title: &str) -> Option<DocumentKind> {
        let kind = self
            .titles
            .kind
            .iter()
            .find(|kind| kind.words.iter().any(|word| folded_title.contains(word)))?;
        Some(match kind.kind {
            KindName::ProjectTarget => DocumentKind::ProjectTarget,
            KindName::DepartmentTarget => DocumentKind::DepartmentTarget,
            KindName::SelfEvaluation => DocumentKind::SelfEvaluation,
            KindName::MonitoringReport => DocumentKind::MonitoringReport,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(rest: &str) -> bool {
        rest.is_empty() || rest.starts_with(['\n', ' ', ':', '：'])
    }

    #[test]
    fn the_longest_label_wins_and_wraps_do_not_matter() {
        let found = VOCABULARY
            .find("绩\n效\n指\n标\n\n一级", ends)
            .expect("a label");
        assert!(found.senses.contains(&Sense::Group(Group::Indicators)));
        let found = VOCABULARY
            .find("服务对象\n满意度指\n\n标 x", ends)
            .expect("a label");
        assert_eq!(found.chars, 9);
        assert!(VOCABULARY.find("项目名称很长", ends).is_none());
    }

    #[test]
    fn a_label_without_its_last_character_is_known_if_only_one_begins_so() {
        let found = VOCABULARY.find_cut("实施单", 3).expect("a cut label");
        assert!(matches!(
            found.senses[0],
            Sense::Party(PartyId::ImplementingUnit)
        ));
        assert!(VOCABULARY.find_cut("项目", 2).is_none());
    }
}
