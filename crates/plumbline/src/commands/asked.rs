//! Which rules, which profile and which form of output were asked for, and what is wrong with that.

use plumbline_rules::{Checker, Profile, ProfileChoice, Selection, UnknownCode};

use crate::cli::CheckArgs;
use crate::message::{Lang, Problem};
use crate::own;

/// The checker that was asked for. One without rules would pass everything.
pub(super) fn checker(args: &CheckArgs, lang: Lang) -> Result<Checker, Problem> {
    let selection = Selection::new(&args.select, &args.ignore);
    let selection = selection.map_err(|unknown| unknown_rule(&unknown, lang))?;
    let profile = profile(args.profile.as_deref(), lang)?;
    let local = own::rules(&args.rules, lang)?;
    let checker = Checker::new(&selection, profile).with_local(local);
    match checker.rules().is_empty() && checker.local_rules().is_empty() {
        true => Err(no_rules(lang)),
        false => Ok(checker),
    }
}

/// The profile that was asked for, if one was.
pub(super) fn profile(id: Option<&str>, lang: Lang) -> Result<ProfileChoice, Problem> {
    let Some(id) = id else {
        return Ok(ProfileChoice::Shown);
    };
    let profile = Profile::named(id).ok_or_else(|| no_profile(id, lang))?;
    Ok(ProfileChoice::Fixed(profile))
}

/// A code or name that no rule has.
pub(super) fn unknown_rule(unknown: &UnknownCode, lang: Lang) -> Problem {
    let rules = lang.pick("全部规则见 plumbline rules", "`plumbline rules` lists all");
    let remedy = match unknown.similar.as_slice() {
        [] => rules.to_owned(),
        similar => {
            let similar = similar.join(lang.pick("、", ", "));
            lang.say(
                format_args!("是不是想写 {similar}？{rules}"),
                format_args!("did you mean {similar}? {rules}"),
            )
        }
    };
    let cause = lang.pick("没有这样的规则或类别", "no rule or family is called so");
    Problem::new(lang, unknown.code.clone(), cause, remedy)
}

fn no_rules(lang: Lang) -> Problem {
    Problem::new(
        lang,
        "--select / --ignore",
        lang.pick(
            "选出来一条规则也没有，什么都不会查",
            "the selection has no rules, nothing would be checked",
        ),
        lang.pick(
            "请放宽选择；全部规则见 plumbline rules",
            "select more; `plumbline rules` lists all",
        ),
    )
}

fn no_profile(id: &str, lang: Lang) -> Problem {
    let name = |profile: &Profile| lang.pick(profile.name.zh.clone(), profile.name.en.clone());
    let known = Profile::all().iter().map(|profile| {
        lang.say(
            format_args!("{}（{}）", profile.id, name(profile)),
            format_args!("{} ({})", profile.id, name(profile)),
        )
    });
    let known = known.collect::<Vec<_>>().join(lang.pick("、", ", "));
    Problem::new(
        lang,
        format!("--profile {id}"),
        lang.pick("没有这个规则集", "there is no such profile"),
        lang.say(
            format_args!("可以用：{known}；不写就按每份文档自身的特征选"),
            format_args!("there are {known}; without it each document shows which it follows"),
        ),
    )
}

/// A format that is no text.
pub(super) fn no_terminal(format: &str, lang: Lang) -> Problem {
    Problem::new(
        lang,
        format!("--format {format}"),
        lang.pick("不能写到屏幕上", "cannot be written to a terminal"),
        lang.pick("请用 --out 指定文件", "name a file with --out"),
    )
}
