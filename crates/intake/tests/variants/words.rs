//! What forms call things: the program's own vocabulary, less what means something else here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::chance::Chance;
use crate::form::Kind;

/// Labels by section and key, and levels by their normal name.
pub struct Words {
    labels: BTreeMap<(String, String), Vec<String>>,
    levels: [BTreeMap<String, Vec<String>>; 2],
    frame: BTreeMap<String, String>,
}

/// Words that are not what the field is called in the forms made here.
const NOT_HERE: [&str; 13] = [
    "四级指标",
    "一级项目名称",
    "部门整体绩效目标",
    "整体绩效目标",
    "指标值包含数字及文字描述",
    "分值权重分",
    "分值10分",
    "指标值说明",
    "总额",
    "年度金额",
    "一级预算单位",
    "自评得分",
    "所属单位",
];

impl Words {
    pub fn load() -> Words {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../official/labels");
        let read = |name: &str| -> toml::Table {
            let text = fs::read_to_string(folder.join(name)).expect("the vocabulary");
            text.parse().expect("TOML")
        };
        let strings = |value: &toml::Value| -> Vec<String> {
            let all = value.as_array().into_iter().flatten();
            all.filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let mut labels = BTreeMap::new();
        for (section, keys) in read("labels.toml") {
            for (key, words) in keys.as_table().into_iter().flatten() {
                let mut words = strings(words);
                words.retain(|w| !NOT_HERE.contains(&w.as_str()));
                labels.insert((section.clone(), key.clone()), words);
            }
        }
        let frame = read("frame.toml");
        let mut parents = BTreeMap::new();
        let mut level = |key: &str| {
            let mut names = BTreeMap::new();
            for entry in frame[key].as_array().into_iter().flatten() {
                let name = entry["name"].as_str().expect("a name").to_owned();
                if let Some(parent) = entry.get("level1").map(strings) {
                    parents.insert(name.clone(), parent[0].clone());
                }
                names.insert(name, strings(&entry["labels"]));
            }
            names
        };
        let levels = [level("level1"), level("level2")];
        Words {
            labels,
            levels,
            frame: parents,
        }
    }

    /// What a thing is usually called, or with a chance a synonym.
    pub fn label(
        &self,
        section: &str,
        key: &str,
        kind: Kind,
        synonym: Option<&mut Chance>,
    ) -> String {
        let all = &self.labels[&(section.to_owned(), key.to_owned())];
        let in_year = |word: &&String| {
            !word.contains('月') && *word != "已执行数" && !word.starts_with("当前")
        };
        let fitting: Vec<&String> = match (section, key, kind) {
            ("money_column", "executed" | "rate", Kind::Monitoring) => {
                all.iter().filter(|w| w.contains('月')).collect()
            }
            ("column", "actual", Kind::Monitoring) => {
                all.iter().filter(|w| w.contains("月执行")).collect()
            }
            _ => all.iter().filter(in_year).collect(),
        };
        match synonym {
            Some(chance) => chance.pick(&fitting).to_string(),
            None => fitting[0].clone(),
        }
    }

    /// What a level (0: level 1, 1: level 2) is called, or with a chance a synonym.
    pub fn level(&self, level: usize, name: &str, synonym: Option<&mut Chance>) -> String {
        match (self.levels[level].get(name), synonym) {
            (Some(words), Some(chance)) => chance.pick(words).clone(),
            _ => name.to_owned(),
        }
    }

    /// Whether a text is some form's word for a level.
    pub fn is_level(&self, text: &str) -> bool {
        let mut words = self
            .levels
            .iter()
            .flat_map(|level| level.values().flatten());
        words.any(|word| word == text)
    }

    /// The level 1 a level 2 belongs to where the form does not say.
    pub fn level1_of(&self, level2: &str) -> Option<&String> {
        self.frame.get(level2)
    }
}
