//! What the program says to people, in every language: names of things, problems with their
//! remedies, notes.

use std::fmt;
use std::io;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use plumbline_intake::encoding::Encoding;
use plumbline_intake::error::ReadError;
use plumbline_model::{DocumentKind, Place};

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language asked for by `--lang`, or else by the environment. What is neither is left to
    /// the parser of the arguments to complain of.
    pub(crate) fn chosen(
        args: impl IntoIterator<Item = String>,
        environment: Option<&str>,
    ) -> Lang {
        let mut args = args.into_iter().take_while(|arg| arg != "--");
        let mut asked = None;
        while let Some(arg) = args.next() {
            if arg == "--lang" {
                asked = args.next();
            } else if let Some(value) = arg.strip_prefix("--lang=") {
                asked = Some(value.to_owned());
            }
        }
        let asked = asked.as_deref().or(environment);
        asked
            .and_then(|lang| Lang::from_str(lang, true).ok())
            .unwrap_or_default()
    }

    /// The one of two texts that is in this language.
    pub(crate) fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// `zh` or `en` with its arguments; a shorthand for two calls of `format!`.
    pub(crate) fn say(self, zh: fmt::Arguments<'_>, en: fmt::Arguments<'_>) -> String {
        self.pick(zh, en).to_string()
    }
}

/// Something that could not be done: of what, why, and what to do about it.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) subject: String,
    pub(crate) cause: String,
    pub(crate) remedy: String,
    lang: Lang,
}

impl Problem {
    pub(crate) fn new(
        lang: Lang,
        subject: impl Into<String>,
        cause: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            subject: subject.into(),
            cause: cause.into(),
            remedy: remedy.into(),
            lang,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (colon, semicolon) = self.lang.pick(("：", "；"), (": ", "; "));
        let Problem {
            subject,
            cause,
            remedy,
            ..
        } = self;
        write!(f, "{subject}{colon}{cause}")?;
        match remedy.is_empty() {
            true => Ok(()),
            false => write!(f, "{semicolon}{remedy}"),
        }
    }
}

/// Why a file could not be opened, read or written.
pub(crate) fn io_problem(lang: Lang, subject: &str, error: &io::Error) -> Problem {
    let (cause, remedy) = match error.kind() {
        io::ErrorKind::NotFound => lang.pick(
            ("找不到", "请核对名称和所在文件夹"),
            ("not found", "check the name and the folder"),
        ),
        io::ErrorKind::PermissionDenied => lang.pick(
            ("没有权限", "请让文件的所有者放开权限，或换一个位置"),
            (
                "permission denied",
                "ask its owner for access, or use another place",
            ),
        ),
        io::ErrorKind::IsADirectory => lang.pick(
            ("这是文件夹", "请给出其中的文件"),
            ("this is a folder", "name a file in it"),
        ),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => lang.pick(
            ("路径中有一处是文件，不是文件夹", "请换一个位置"),
            (
                "a part of the path is a file and no folder",
                "use another place",
            ),
        ),
        io::ErrorKind::StorageFull => lang.pick(
            ("磁盘已满", "请腾出空间再试"),
            ("the disk is full", "make room and try again"),
        ),
        _ => {
            let cause = lang.say(
                format_args!("读写出错（{error}）"),
                format_args!("input or output failed ({error})"),
            );
            let remedy = lang.pick(
                "请检查磁盘或网络后再试",
                "check the disk or network and try again",
            );
            return Problem::new(lang, subject, cause, remedy);
        }
    };
    Problem::new(lang, subject, cause, remedy)
}

/// Why the bytes of a file could not be read at all.
pub(crate) fn read_problem(lang: Lang, subject: &str, error: &ReadError) -> Problem {
    let (cause, remedy) = match error {
        ReadError::Empty => (
            lang.pick("文件是空的", "the file is empty").to_owned(),
            lang.pick(
                "请打开看看内容是否保存了",
                "open it and see whether it was saved",
            )
            .to_owned(),
        ),
        ReadError::NotText { found } => not_text(lang, found),
        ReadError::Locked { container } => (
            lang.say(
                format_args!("{container} 文件设了打开密码"),
                format_args!("{container} file locked with a password"),
            ),
            lang.pick(
                "请在原软件中取消密码后再读",
                "take the password off in its own program and read it again",
            )
            .to_owned(),
        ),
        ReadError::Damaged { container, reason } => (
            lang.say(
                format_args!("{container} 文件已损坏（{}）", damage(lang, reason)),
                format_args!("damaged {container} file ({reason})"),
            ),
            lang.pick(
                "请在原软件中打开，能打开就另存一份再读",
                "open it in its own program and, if that works, save a copy and read that",
            )
            .to_owned(),
        ),
        ReadError::OverLimit {
            what,
            found,
            limit,
            place,
        } => over_limit(lang, what, *found, *limit, *place),
        ReadError::BadJson { reason, place } => (
            json_reason(lang, reason, *place),
            lang.pick(
                "JSON 的格式见 plumbline schema",
                "`plumbline schema` describes the JSON",
            )
            .to_owned(),
        ),
    };
    Problem::new(lang, subject, cause, remedy)
}

/// What is damaged, in the words of a reader. Those of libraries are kept as they are.
pub(crate) fn damage(lang: Lang, reason: &str) -> String {
    const WORDS: [(&str, &str); 21] = [
        (
            "a part of it is packed more than once, as no program does",
            "有内容被重复压缩，正常软件不会这样",
        ),
        ("its encryption is not known", "加密方式不认识"),
        ("no pages were found in it", "里面没有找到页面"),
        ("what is on it cannot be unpacked", "页面内容解不开"),
        ("cannot be interpreted to its end", "页面内容只认出一部分"),
        ("more than ", "多于 "),
        (
            " characters, lines or parts; the rest was not read",
            " 个字符、线条或部件，其余未读",
        ),
        (" characters have no Unicode", " 个字符没有对应的文字编码"),
        ("no shared string", "缺少共享字符串"),
        ("no such part", "没有这个部分"),
        ("is missing or damaged", "缺失或已损坏"),
        ("is missing", "缺失"),
        ("is no XML", "不是 XML"),
        ("the sheet breaks off", "工作表中断"),
        ("it breaks off", "内容中断"),
        ("ends nothing", "没有对应的开头"),
        ("it has no workbook", "里面没有工作簿"),
        ("it does not begin as a workbook does", "开头不是工作簿"),
        ("its properties have no end", "属性没有结尾"),
        (
            "its text is of a version before Word 97",
            "是 Word 97 以前的版本",
        ),
        ("the table of its pieces", "文字分段表"),
    ];
    match lang {
        Lang::En => reason.to_owned(),
        Lang::Zh => WORDS
            .iter()
            .fold(reason.to_owned(), |said, (en, zh)| said.replace(en, zh)),
    }
}

/// What is wrong with JSON. The parser's own words are kept where there is no telling better; its
/// long lists of what it expected are not.
fn json_reason(lang: Lang, reason: &str, place: Place) -> String {
    let reason = reason.split(", expected one of ").next().unwrap_or(reason);
    let known = [
        ("unknown field ", "不认识的键 "),
        ("missing field ", "缺少键 "),
        ("duplicate field ", "重复的键 "),
        ("unknown variant ", "不认识的取值 "),
        ("EOF while parsing", "文件不完整"),
    ];
    let zh = known.iter().find_map(|(en, zh)| {
        let rest = reason.strip_prefix(en)?;
        Some(match rest.starts_with('`') {
            true => format!("{zh}{rest}"),
            false => (*zh).to_owned(),
        })
    });
    let zh = zh.unwrap_or_else(|| format!("不是本程序的 JSON 格式（{reason}）"));
    let at = at(lang, place);
    lang.say(format_args!("{at}{zh}"), format_args!("{at}{reason}"))
}

/// Formats that are recognised but not read: a word that the reader's own name for it contains,
/// its name in Chinese, and what to do.
const KNOWN_FORMATS: [(&str, &str, Way); 12] = [
    (
        "Word, Excel or OFD",
        " Word、Excel 或 OFD 文件",
        Way::SaveAs,
    ),
    ("old Word", "旧版 Word、Excel 或 WPS 文件", Way::SaveAs),
    ("PDF", " PDF 文件", Way::SaveAs),
    ("RTF", " RTF 文件", Way::SaveAs),
    ("web archive", "网页归档（MHTML）", Way::SaveAs),
    ("PNG", " PNG 图片", Way::NotADocument),
    ("JPEG", " JPEG 图片", Way::NotADocument),
    ("image", "图片", Way::NotADocument),
    ("archive", "压缩包", Way::Unpack),
    ("program", "程序", Way::NotADocument),
    ("database", "数据库", Way::NotADocument),
    ("binary", "二进制数据", Way::NotADocument),
];

/// What to do about a format that is not read.
#[derive(Clone, Copy)]
enum Way {
    SaveAs,
    Unpack,
    NotADocument,
}

fn not_text(lang: Lang, found: &str) -> (String, String) {
    let known = KNOWN_FORMATS.iter().find(|(word, ..)| found.contains(word));
    let (name, way) = known.map_or((found, Way::NotADocument), |(_, zh, way)| (*zh, *way));
    let cause = lang.say(
        format_args!("这是{name}，本程序还不能读"),
        format_args!("this is {found}"),
    );
    let remedy = match way {
        Way::SaveAs => lang.pick(
            "请在原软件中另存为纯文本（.txt）、网页（.html）或 CSV 后再读",
            "save it as plain text, HTML or CSV in its own program and read that",
        ),
        Way::Unpack => lang.pick(
            "请先解压，再读其中的文件",
            "unpack it and read the files in it",
        ),
        Way::NotADocument => lang.pick(
            "请换成带文字的文件（.txt、.html、.md、.csv）",
            "use a file with text in it (.txt, .html, .md, .csv)",
        ),
    };
    (cause, remedy.to_owned())
}

fn over_limit(
    lang: Lang,
    what: &str,
    found: usize,
    limit: usize,
    place: Place,
) -> (String, String) {
    let (zh, zh_unit) = match what {
        "bytes" => ("文件大小", " 字节"),
        "lines" => ("行数", ""),
        "cells" => ("单元格数", ""),
        "nesting" => ("嵌套层数", ""),
        "parts" => ("压缩包内的文件数", ""),
        "pages" => ("页数", ""),
        "sheets" => ("工作表数", ""),
        "unpacked bytes" => ("解压后的大小", " 字节"),
        "elements" => ("XML 元素数", ""),
        "things drawn" => ("各页画出的字符、线条总数", ""),
        other => (other, ""),
    };
    let at = at(lang, place);
    let (found, limit) = (grouped(found), grouped(limit));
    let cause = lang.say(
        format_args!("{at}{zh} {found}{zh_unit}，超过上限 {limit}{zh_unit}"),
        format_args!("{at}{found} {what}, over the limit of {limit}"),
    );
    let remedy = match what {
        "bytes" => Some("--max-bytes"),
        "unpacked bytes" => Some("--max-unpacked"),
        "pages" | "sheets" => Some("--max-pages"),
        _ => None,
    };
    let remedy = match remedy {
        Some(option) => lang.say(
            format_args!("请拆成几个文件，或用 {option} 提高上限"),
            format_args!("split it, or raise the limit with {option}"),
        ),
        None => lang
            .pick(
                "请确认这是绩效文件；确实是，就拆成几个文件",
                "make sure it is a performance document, and split it if so",
            )
            .to_owned(),
    };
    (cause, remedy)
}

/// A number with its digits in groups of three.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A file that is larger than the limit, known before it is read.
pub(crate) fn too_large(lang: Lang, subject: &str, found: u64, limit: usize) -> Problem {
    let found = usize::try_from(found).unwrap_or(usize::MAX);
    let (cause, remedy) = over_limit(lang, "bytes", found, limit, Place::Whole);
    Problem::new(lang, subject, cause, remedy)
}

/// A pipe, a socket or a device in a folder.
pub(crate) fn special_file(lang: Lang, subject: &str) -> Problem {
    Problem::new(
        lang,
        subject,
        lang.pick("不是普通文件，没有读", "not a regular file, not read"),
        lang.pick(
            "确实要读，就在命令里直接写它的名称",
            "name it on the command line if you do want it read",
        ),
    )
}

/// A bug met while working on one file.
pub(crate) fn internal_error(lang: Lang, subject: &str, what: &str) -> Problem {
    Problem::new(
        lang,
        subject,
        lang.say(
            format_args!("程序内部出错（{what}）"),
            format_args!("internal error ({what})"),
        ),
        lang.pick(
            "这是本程序的错误，请把这一行和该文件报给维护人员；其他文件不受影响",
            "this is a bug: please report this line with the file; other files are not affected",
        ),
    )
}

/// `第5行第3个字：`, or nothing for the source as a whole.
fn at(lang: Lang, place: Place) -> String {
    match place {
        Place::Whole => String::new(),
        Place::Text { line, column } => lang.say(
            format_args!("第 {line} 行第 {column} 个字处，"),
            format_args!("line {line}, character {column}: "),
        ),
        place => lang.say(format_args!("{place} 处，"), format_args!("{place}: ")),
    }
}

/// That characters of a source were lost.
pub(crate) fn replaced_characters(lang: Lang, encoding: Encoding) -> String {
    let Encoding { name, replaced } = encoding;
    lang.say(
        format_args!("有 {replaced} 处字节不是 {name} 编码，已换成 �；请用原软件重新保存后再读"),
        format_args!("{replaced} pieces are not valid {name} and became �; save the file anew"),
    )
}

/// Name of a kind of document.
pub(crate) fn kind_name(lang: Lang, kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::ProjectTarget => lang.pick("项目绩效目标", "project target"),
        DocumentKind::DepartmentTarget => lang.pick("部门整体绩效目标", "department target"),
        DocumentKind::SelfEvaluation => lang.pick("绩效自评", "self-evaluation"),
        DocumentKind::MonitoringReport => lang.pick("绩效运行监控", "monitoring report"),
    }
}

/// Name of a container.
pub(crate) fn container_name(lang: Lang, container: &str) -> &str {
    match container {
        "text" => lang.pick("纯文本", "plain text"),
        "markdown" => "Markdown",
        "html" => lang.pick("网页", "HTML"),
        "docx" | "doc" => "Word",
        "xlsx" | "xls" => "Excel",
        "csv" => "CSV",
        "json" => "JSON",
        "pdf" => "PDF",
        "ofd" => "OFD",
        other => other,
    }
}

/// Wrong arguments. In English the parser of the arguments has words of its own.
pub(crate) fn usage_problem(lang: Lang, error: &clap::Error) -> String {
    // Without a command there is nothing to complain of: the error is the help.
    let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if lang == Lang::En || is_help {
        return error.to_string();
    }
    let context = |kind| error.get(kind).map(context_text).unwrap_or_default();
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    let cause = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有 {arg} 这个选项"),
        ErrorKind::InvalidSubcommand => {
            format!("没有 {} 这个命令", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} 后面缺少取值"),
        ErrorKind::InvalidValue => format!("{arg} 不能是“{value}”，只能是：{valid}"),
        ErrorKind::ValueValidation => format!("{arg} 不能是“{value}”"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}"),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == arg => format!("{arg} 只能出现一次"),
            prior => format!("{arg} 不能和 {prior} 一起用"),
        },
        ErrorKind::InvalidUtf8 => "参数里有不能识别的字符".to_owned(),
        _ => "参数有误".to_owned(),
    };
    let suggested: Vec<String> = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .map(context)
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect();
    let remedy = match suggested.as_slice() {
        [] => "用法见 plumbline --help".to_owned(),
        words => format!("是不是想写 {}？用法见 plumbline --help", words.join(" ")),
    };
    format!("{}\n", Problem::new(lang, "参数有误", cause, remedy))
}

fn context_text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_complained_of_briefly() {
        let place = Place::Text { line: 2, column: 7 };
        let reason = "unknown field `name`, expected one of `kind`, `title`";
        let zh = json_reason(Lang::Zh, reason, place);
        assert_eq!(zh, "第 2 行第 7 个字处，不认识的键 `name`");
        let en = json_reason(Lang::En, reason, place);
        assert_eq!(en, "line 2, character 7: unknown field `name`");
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(grouped(268_435_456), "268,435,456");
        assert_eq!(grouped(256), "256");
    }

    #[test]
    fn the_argument_wins_over_the_environment() {
        let chosen = |args: &[&str], environment| {
            Lang::chosen(args.iter().map(|arg| arg.to_string()), environment)
        };
        assert_eq!(chosen(&[], None), Lang::Zh);
        assert_eq!(chosen(&["read", "x"], Some("en")), Lang::En);
        assert_eq!(chosen(&["read", "--lang", "zh"], Some("en")), Lang::Zh);
        assert_eq!(chosen(&["--lang=en", "read"], None), Lang::En);
        assert_eq!(chosen(&["value", "--", "--lang=en"], None), Lang::Zh);
        assert_eq!(chosen(&["--lang"], Some("klingon")), Lang::Zh);
    }
}
