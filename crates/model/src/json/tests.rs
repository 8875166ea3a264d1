//! Documents survive the way to JSON and back, places and kinds of nothing included.

use super::*;
use crate::*;

/// A seeded source of arbitrary documents.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    fn place(&mut self) -> Place {
        let [a, b, c, d] = [(); 4].map(|()| 1 + self.below(60_000) as u16);
        match self.below(5) {
            0 => Place::Whole,
            1 => Place::Text {
                line: u32::from(a),
                column: u32::from(b),
            },
            2 => Place::Sheet {
                sheet: a,
                row: u32::from(b),
                column: c,
            },
            3 => Place::Table {
                table: a,
                row: b,
                column: c,
            },
            _ => Place::Page {
                page: a,
                left: b,
                top: c,
                right: d,
                bottom: a,
                confidence: u8::try_from(b).ok(),
            },
        }
    }

    fn extent(&mut self) -> Extent {
        let from = self.place();
        let to = match self.below(2) {
            0 => from,
            _ => self.place(),
        };
        // Nothing ends at "the source as a whole" that does not begin there.
        let to = if to == Place::Whole { from } else { to };
        Extent { from, to }
    }

    fn string(&mut self) -> String {
        const TEXTS: [&str; 6] = ["灌区渠道", "≥95%", "a\"b\\c\n", "\u{1f4a7}", "12.50", "无"];
        TEXTS[self.below(6) as usize].to_owned()
    }

    fn field<T>(&mut self, stated: impl FnOnce(&mut Self) -> T) -> Field<T> {
        match self.below(5) {
            0 => Field::Absent,
            1 => Field::Blank(self.place()),
            2 => Field::Unclear(self.string(), self.place()),
            _ => Field::Stated(stated(self), self.place()),
        }
    }

    fn text(&mut self) -> Text {
        self.field(Dice::string)
    }

    fn number(&mut self) -> Field<Number> {
        self.field(|dice| {
            let printed = format!("{}.{:02}", dice.below(1000), dice.below(100));
            Number::from_printed(&printed).expect("a number")
        })
    }

    fn unit(&mut self) -> MoneyUnit {
        MoneyUnit::ALL[self.below(5) as usize]
    }

    fn amount(&mut self) -> Field<Amount> {
        let unit = (self.below(2) == 0).then(|| self.unit());
        match self.number() {
            Field::Absent => Field::Absent,
            Field::Blank(place) => Field::Blank(place),
            Field::Unclear(text, place) => Field::Unclear(text, place),
            Field::Stated(number, place) => Field::Stated(Amount { number, unit }, place),
        }
    }

    fn value(&mut self) -> Field<CompiledValue> {
        self.field(|dice| CompiledValue::from_printed(dice.string()))
    }

    fn list<T>(&mut self, item: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(3)).map(|_| item(self)).collect()
    }

    fn maybe<T>(&mut self, item: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| item(self))
    }

    fn placed(&mut self) -> Placed<String> {
        Placed::new(self.string(), self.place())
    }

    fn party(&mut self) -> Party {
        Party {
            name: self.text(),
            code: self.text(),
        }
    }

    fn funding_line(&mut self) -> FundingLine {
        let budget = self.amount();
        if self.below(2) == 0 {
            return FundingLine {
                budget,
                ..FundingLine::default()
            };
        }
        FundingLine {
            budget,
            adjusted: self.amount(),
            executed: self.amount(),
            forecast: self.amount(),
            rate: self.number(),
            weight: self.number(),
            score: self.number(),
            reason: self.text(),
        }
    }

    fn funding(&mut self) -> Funding {
        Funding {
            unit: self.field(Dice::unit),
            total: self.funding_line(),
            fiscal: self.funding_line(),
            carryover: self.funding_line(),
            other: self.funding_line(),
        }
    }

    fn detail(&mut self) -> Detail {
        Detail {
            key: self.string(),
            label: self.string(),
            text: self.text(),
        }
    }

    fn indicator(&mut self) -> Indicator {
        let target = Indicator {
            level1: self.text(),
            level2: self.text(),
            name: self.text(),
            description: self.text(),
            value: self.value(),
            basis: self.text(),
            weight: self.number(),
            extent: self.extent(),
            ..Indicator::default()
        };
        if self.below(2) == 0 {
            return target;
        }
        Indicator {
            actual: self.value(),
            forecast: self.value(),
            score: self.number(),
            reason: self.text(),
            causes: self.list(Dice::placed),
            possibility: self.text(),
            remark: self.text(),
            details: self.list(Dice::detail),
            ..target
        }
    }

    fn document(&mut self) -> Document {
        const KINDS: [DocumentKind; 4] = [
            DocumentKind::ProjectTarget,
            DocumentKind::DepartmentTarget,
            DocumentKind::SelfEvaluation,
            DocumentKind::MonitoringReport,
        ];
        Document {
            kind: KINDS[self.below(4) as usize],
            title: self.text(),
            fiscal_year: self.field(|dice| 2000 + dice.below(40) as u16),
            draft_mark: self.text(),
            project: Project {
                name: self.text(),
                code: self.text(),
                attribute: self.text(),
                source: self.text(),
                period: self.text(),
                purpose: self.text(),
            },
            competent_department: self.party(),
            implementing_unit: self.party(),
            budget_unit: self.party(),
            funding: self.funding(),
            local_funding: self.maybe(Dice::funding).map(Box::new),
            medium_term_funding: self.maybe(Dice::funding).map(Box::new),
            cost_items: self.list(|dice| CostItem {
                name: dice.text(),
                amount: dice.amount(),
                basis: dice.text(),
                extent: dice.extent(),
            }),
            disbursement_plan: self.list(|dice| Disbursement {
                by: dice.placed(),
                cumulative_percent: dice.number(),
            }),
            goals: self.list(Dice::placed),
            local_goals: self.maybe(|dice| dice.list(Dice::placed)),
            medium_term_goals: self.maybe(|dice| dice.list(Dice::placed)),
            results: self.maybe(|dice| dice.list(Dice::placed)),
            indicators: self.list(Dice::indicator),
            medium_term_indicators: self.list(Dice::indicator),
            tasks: self.list(|dice| Task {
                name: dice.text(),
                content: dice.text(),
                funding: dice.funding(),
                extent: dice.extent(),
            }),
            sub_goals: self.list(|dice| SubGoal {
                name: dice.text(),
                goal: dice.text(),
                indicators: dice.list(Dice::indicator),
                extent: dice.extent(),
            }),
            safeguards: self.list(|dice| Safeguard {
                name: dice.text(),
                text: dice.text(),
                extent: dice.extent(),
            }),
            score: self.number(),
            empty_slots: self.list(|dice| EmptySlot {
                level1: dice.text(),
                level2: dice.text(),
                mark: dice.placed(),
            }),
            requirements: self.list(|dice| Requirement {
                about: dice.string(),
                text: dice.placed(),
            }),
            details: self.list(Dice::detail),
            extent: self.extent(),
        }
    }

    fn source(&mut self) -> Source {
        let remark = |dice: &mut Dice| Remark {
            text: dice.string(),
            place: dice.place(),
        };
        Source {
            name: self.string(),
            container: "text".to_owned(),
            documents: self.list(Dice::document),
            unread: self.list(remark),
            coverage: self.below(10_000) as f64 / 10_000.0,
            notes: self.list(remark),
        }
    }
}

fn to_json(source: &Source, layout: Layout) -> String {
    let mut bytes = Vec::new();
    write_json(source, layout, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

#[test]
fn documents_survive_the_way_to_json_and_back() {
    for seed in 1..=500 {
        let source = Dice(seed).source();
        let json = to_json(&source, Layout::Line);
        let back = from_json(&json).expect("our own JSON");
        // Equality ignores places, the debug text does not.
        assert_eq!(format!("{back:#?}"), format!("{source:#?}"), "seed {seed}");
        assert_eq!(back, source, "seed {seed}");
    }
}

#[test]
fn one_source_an_array_and_a_line_each_are_all_read() {
    let sources = [Dice(7).source(), Dice(8).source()];
    let lines = sources.each_ref().map(|s| to_json(s, Layout::Line));
    let indented = to_json(&sources[0], Layout::Indented);
    assert_eq!(all_from_json(&indented), Ok(vec![sources[0].clone()]));
    assert_eq!(all_from_json(&lines.join("\n")), Ok(sources.to_vec()));
    let array = format!("[{}]", lines.join(","));
    assert_eq!(all_from_json(&array), Ok(sources.to_vec()));
}

#[test]
fn the_least_that_is_needed_is_the_kind() {
    let source = from_json(r#"{"documents": [{"kind": "project_target"}]}"#).expect("enough");
    assert_eq!(source.documents, [Document::default()]);
}

#[test]
fn what_was_put_in_by_hand_wins_over_the_side_tables() {
    let json = r#"{"documents": [{"kind": "project_target",
        "project": {"name": "办公用房", "code": ""},
        "funding": {"total": "约5", "unit": "万"},
        "indicators": [{"name": "完成时间", "value": ""}],
        "blank": ["project.name", "project.code", "funding.other"]}]}"#;
    let source = from_json(json).expect("in shape");
    let document = &source.documents[0];
    assert_eq!(document.project.name.text(), "办公用房");
    assert!(document.project.code.is_blank());
    assert!(document.funding.other.budget.is_blank());
    assert!(document.indicators[0].value.is_blank());
    let total = &document.funding.total.budget;
    assert_eq!(*total, Field::Unclear("约5".to_owned(), Place::Whole));
    assert_eq!(document.funding.unit.get(), Some(&MoneyUnit::WanYuan));
}

#[test]
fn errors_say_where_in_characters() {
    for (json, line, column, reason) in [
        ("{\n \"来源\": 1}", 2, 5, "unknown field `来源`"),
        ("{\"documents\": [{}]}", 1, 17, "missing field `kind`"),
        (
            "{\"documents\": [{\"kind\": \"project_target\", \"funding\": {\"total\": 5}}]}",
            1,
            64,
            "expected a decimal string or an object of columns",
        ),
        ("", 1, 1, "EOF while parsing a value"),
    ] {
        let error = from_json(json).expect_err(json);
        assert_eq!((error.line, error.column), (line, column), "{error}");
        assert!(error.reason.contains(reason), "{error}");
    }
}

#[test]
fn a_target_has_the_keys_of_the_reference_documents() {
    let source = Source {
        documents: vec![Document {
            indicators: vec![Indicator::default()],
            ..Document::default()
        }],
        ..Source::default()
    };
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&source, Layout::Line)).expect("JSON");
    let document = &json["documents"][0];
    let keys = |value: &serde_json::Value| -> Vec<String> {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect()
    };
    assert_eq!(
        keys(&document["indicators"][0]).join(" "),
        "basis compiled description level1 level2 name place value weight"
    );
    assert_eq!(
        keys(document).join(" "),
        "blank budget_unit competent_department cost_items details disbursement_plan draft_mark \
         empty_slots fiscal_year funding goals implementing_unit indicators kind local_funding \
         local_goals medium_term_funding medium_term_goals medium_term_indicators place places \
         project requirements title unclear units"
    );
}

/// The schema in the documentation is this one; `UPDATE_EXPECT=1` writes it.
#[test]
fn the_documented_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema.json");
    let mut current = serde_json::to_string_pretty(&schema()).expect("JSON");
    current.push('\n');
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &current).expect("docs/ is writable");
    }
    let documented = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        documented == current,
        "docs/schema.json is stale: run the tests with UPDATE_EXPECT=1"
    );
}
