//! Layouts nobody has seen: forms printed in many ways and twisted at random must read as what
//! they say, and nothing of them may be lost.
//!
//! A case is a seed, a layout and some twists (`plan`). From the seed come forms (`form`), from
//! the forms pages (`layout`, `register`, `prose`), which are twisted (`twist`) and printed
//! (`print`) and compared (`compare`). The same seed always gives the same case. `VARIANTS=5000` runs so many cases,
//! `VARIANTS_FROM` begins at another seed, `VARIANTS_ONLY=Form` keeps to layouts whose
//! names begin so, `VARIANTS_ONE=seed` shows one case.

#[path = "variants/chance.rs"]
mod chance;
#[path = "variants/compare.rs"]
mod compare;
#[path = "variants/form.rs"]
mod form;
#[path = "variants/layout.rs"]
mod layout;
#[path = "variants/page.rs"]
mod page;
#[path = "variants/pending.rs"]
mod pending;
#[path = "variants/plan.rs"]
mod plan;
#[path = "variants/print.rs"]
mod print;
#[path = "variants/prose.rs"]
mod prose;
#[path = "variants/register.rs"]
mod register;
#[path = "variants/run.rs"]
mod run;
#[path = "variants/twist.rs"]
mod twist;
#[path = "variants/words.rs"]
mod words;

use chance::Chance;
use compare::{Case, check, check_junk};
use form::{Form, Kind, Size};
use layout::Maker;
use page::Block;
use plan::{APART, Layout, Plan, Twist, fits};
use run::Trial;
use words::Words;

/// What all cases are made from.
struct Stock {
    words: Words,
    samples: Vec<Form>,
}

impl Stock {
    fn load() -> Stock {
        Stock {
            words: Words::load(),
            samples: form::samples(),
        }
    }
}

/// The plan of a seed.
fn plan(seed: u64) -> Plan {
    let mut chance = Chance::of(seed, "plan");
    let layout = *chance.pick(&Layout::ALL);
    let wanted = chance.below(5);
    let mut all: Vec<Twist> = Twist::ALL
        .iter()
        .copied()
        .filter(|t| fits(layout, *t))
        .collect();
    chance.shuffle(&mut all);
    let mut twists: Vec<Twist> = Vec::new();
    for twist in all {
        let apart =
            |other: &Twist| APART.contains(&(twist, *other)) || APART.contains(&(*other, twist));
        if twists.len() < wanted && !twists.iter().any(apart) {
            twists.push(twist);
        }
    }
    twists.sort();
    Plan {
        seed,
        layout,
        twists,
        size: Size::FULL,
    }
}

/// Makes the file of a plan.
fn make(plan: &Plan, stock: &Stock) -> Case {
    let mut forms = forms(plan, stock);
    let blocks = twist::twist(plan, blocks(plan, stock, &mut forms), &forms);
    let text = print::print(plan, &blocks);
    Case {
        bytes: print::encoded(plan, &text),
        text,
        expected: forms.iter().map(Form::expected).collect(),
    }
}

/// Makes the file of a plan with a sentence in it that has nothing to do with it.
fn make_with_junk(plan: &Plan, stock: &Stock) -> String {
    let mut forms = forms(plan, stock);
    let mut blocks = blocks(plan, stock, &mut forms);
    twist::junk(plan, &mut blocks);
    print::print(plan, &twist::twist(plan, blocks, &forms))
}

/// The blocks of a plan before they are twisted; takes from the forms what has no room in them.
fn blocks(plan: &Plan, stock: &Stock, forms: &mut [Form]) -> Vec<Block> {
    let mut maker = Maker::new(plan, &stock.words);
    for form in forms.iter_mut() {
        layout::trim(form, plan, &stock.words);
        if plan.layout.is_prose() {
            prose::trim(form, plan);
        }
    }
    if plan.layout.is_register() {
        align(forms, maker.style("titled").percent(70));
        return register::register(&maker, forms);
    }
    if plan.layout.is_prose() {
        same_year(forms);
        let told = forms
            .iter()
            .enumerate()
            .flat_map(|(at, form)| prose::prose(&maker, form, at));
        return prose::heading(&forms[0]).into_iter().chain(told).collect();
    }
    let fields = plan.layout.is_fields();
    let page = |form: &Form| {
        if fields {
            maker.fields_and_table(form)
        } else {
            maker.form_table(form)
        }
    };
    forms.iter().flat_map(page).collect()
}

fn forms(plan: &Plan, stock: &Stock) -> Vec<Form> {
    let mut chance = Chance::of(plan.seed, "kinds");
    let kinds: &[Kind] = match () {
        () if plan.has(Twist::MixedKinds) => {
            &[Kind::Target, Kind::SelfEvaluation, Kind::Monitoring]
        }
        () if plan.has(Twist::Evaluation) => &[Kind::SelfEvaluation],
        () if plan.has(Twist::Monitoring) => &[Kind::Monitoring],
        () => &[Kind::Target],
    };
    let wanted = if plan.has(Twist::Several) {
        chance.within(2, 3)
    } else {
        1
    };
    let wanted = match plan.has(Twist::SideBySide) || plan.has(Twist::MixedKinds) {
        true => wanted.max(2),
        false => wanted,
    };
    let size = Size {
        forms: wanted.min(plan.size.forms),
        ..plan.size
    };
    let mut forms = form::forms(plan.seed, size, kinds, &stock.samples);
    for form in &mut forms {
        if !plan.has(Twist::BodyCodes) {
            form.bodies.values_mut().for_each(|body| body.code = None);
        }
        if !plan.has(Twist::Blanks) {
            form.fill_blanks();
        }
        if plan.has(Twist::MediumGoals) {
            form.medium = vec!["到2027年，建成覆盖全县的管护体系，长期发挥效益。".to_owned()];
        }
    }
    if forms.iter().any(|form| form.year.is_none()) {
        forms.iter_mut().for_each(|form| form.year = None);
    }
    forms
}

/// A register has one set of columns, one title with one year, and one line of goals.
fn align(forms: &mut [Form], titled: bool) {
    same_year(forms);
    let columns: Vec<&str> = forms[0].columns();
    let money: Vec<&str> = form::MONEY
        .into_iter()
        .filter(|k| forms.iter().all(|f| f.money.iter().any(|(m, _)| m == k)))
        .collect();
    let fields: Vec<&str> = forms[0]
        .project
        .keys()
        .copied()
        .filter(|k| forms.iter().all(|f| f.project.contains_key(k)))
        .collect();
    let bodies: Vec<&str> = forms[0]
        .bodies
        .keys()
        .copied()
        .filter(|k| forms.iter().all(|f| f.bodies.contains_key(k)))
        .collect();
    for form in forms {
        form.year = form.year.filter(|_| titled);
        form.money.retain(|(key, _)| money.contains(key));
        form.project.retain(|key, _| fields.contains(key));
        form.bodies.retain(|key, _| bodies.contains(key));
        for row in &mut form.rows {
            row.cells.retain(|key, _| columns.contains(key));
            for column in &columns {
                row.cells.entry(column).or_default();
            }
        }
    }
}

fn same_year(forms: &mut [Form]) {
    let year = forms.first().and_then(|form| form.year);
    forms.iter_mut().for_each(|form| form.year = year);
}

#[test]
fn layouts_never_seen_read_exactly() {
    let stock = Stock::load();
    run::run(&Trial {
        found: &|plan| check(&make(plan, &stock), &stock.words),
        show: &|plan| make(plan, &stock).text,
        pending: pending::NOT_YET_READ,
    });
}

#[test]
fn nothing_is_lost() {
    let stock = Stock::load();
    run::run(&Trial {
        found: &|plan| check_junk(&make_with_junk(plan, &stock), &stock.words),
        show: &|plan| make_with_junk(plan, &stock),
        pending: pending::STILL_LOST,
    });
}
