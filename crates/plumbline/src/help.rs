//! The help texts, each in every language, and how they get into the command line.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::Cli;
use crate::message::Lang;

/// One text in every language.
struct Text {
    zh: &'static str,
    en: &'static str,
}

impl Text {
    fn in_lang(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What the help says of one command.
struct CommandHelp {
    name: &'static str,
    usage: Text,
    about: Text,
    after: Text,
    args: &'static [ArgHelp],
}

/// What the help says of one argument: its id, the name of its value, and its meaning.
struct ArgHelp(&'static str, Text, Text);

const PROGRAM: CommandHelp = CommandHelp {
    name: "plumbline",
    usage: text("plumbline <命令> [选项] …", "plumbline <COMMAND> [OPTIONS] …"),
    about: text(
        "准绳：把预算绩效文件读成准确的数据，逐条检查，每个字段、每个问题都能回到原文的位置。",
        "Plumbline: turns Chinese budget performance documents into exact data and checks them, \
         every field and finding traceable to its place in the source.",
    ),
    after: text(
        "例：
  plumbline read 绩效目标表.txt              看一份文件里有哪些项目、哪些内容没有读懂
  plumbline read 2024年/ --format csv --out 指标.csv
  plumbline check 绩效目标表.txt             有哪些问题，在哪里，为什么，怎么改
  plumbline inspect 绩效目标表.txt           逐段看每段文字被当作什么
  plumbline value \"≥95%\" \"2024年12月底前\"   看一个指标值是怎么理解的

退出码：
  0  完成
  1  check：有问题；read、value：用了 --strict，并且有未读内容或不明确的值
  2  没能完成：参数有误，或有文件读不了（其余文件照常处理）

各命令的详细说明：plumbline <命令> --help；English: --lang en 或环境变量 PLUMBLINE_LANG=en",
        "Examples:
  plumbline read targets.txt                 which projects a file holds, and what was not understood
  plumbline read 2024/ --format csv --out indicators.csv
  plumbline check targets.txt                what is wrong, where, why, and what to do
  plumbline inspect targets.txt              what each piece of the text was taken for
  plumbline value \"≥95%\" \"2024年12月底前\"    how a target value is understood

Exit codes:
  0  done
  1  check: findings; read, value: with --strict, something is unread or unclear
  2  could not do it: wrong arguments, or a file that could not be read (others were still done)

More on a command: plumbline <COMMAND> --help; language: --lang, or PLUMBLINE_LANG",
    ),
    args: &[],
};

const COMMANDS: &[CommandHelp] = &[
    READ,
    CHECK,
    OPINION,
    RENDER,
    CONVERT,
    FORMS,
    EXPLAIN,
    RULES,
    INSPECT,
    VALUE,
    SCHEMA,
    COMPLETIONS,
];

const READ: CommandHelp = CommandHelp {
    name: "read",
    usage: text(
        "plumbline read [选项] <路径>…",
        "plumbline read [OPTIONS] <PATH>…",
    ),
    about: text(
        "读绩效文件：列出读到的项目和指标，以及没有读懂的内容",
        "Read documents: projects, indicators, and whatever was not understood",
    ),
    after: text(
        "例：
  plumbline read 绩效目标表.txt
  plumbline read 2024年/ --format json --out 结果/     每个文件写一份 JSON
  plumbline read 2024年/ --format jsonl | 其他程序
  plumbline read - < 绩效目标表.txt                    从标准输入读

--format 的取值：
  text      概要，给人看（默认）
  json      全部数据；一个文件是一个对象，多个文件是一个数组
  jsonl     全部数据，每个文件一行
  csv       每条指标一行，带项目信息；UTF-8 带 BOM，可直接用 Excel、WPS 打开
  markdown  每份文档一组表格

退出码：0 完成；1 用了 --strict 并且有未读内容；2 参数有误或有文件读不了（其余照常处理）",
        "Examples:
  plumbline read targets.txt
  plumbline read 2024/ --format json --out result/     one JSON file for each file read
  plumbline read 2024/ --format jsonl | another-program
  plumbline read - < targets.txt                       from standard input

Values of --format:
  text      summary for people (default)
  json      all data; one object for one file, an array for several
  jsonl     all data, one line a file
  csv       one row an indicator, with its project; UTF-8 with BOM, as Excel and WPS need it
  markdown  tables for each document

Exit codes: 0 done; 1 with --strict and something unread; 2 wrong arguments or an unreadable file",
    ),
    args: &[
        PATHS,
        ArgHelp(
            "format",
            text("格式", "FORMAT"),
            text(
                "输出格式：text、json、jsonl、csv、markdown",
                "text, json, jsonl, csv or markdown",
            ),
        ),
        OUT,
        ArgHelp(
            "strict",
            text("", ""),
            text(
                "只要有未读内容，退出码就是 1",
                "Exit with 1 if anything is unread",
            ),
        ),
        JOBS,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const CHECK: CommandHelp = CommandHelp {
    name: "check",
    usage: text(
        "plumbline check [选项] <路径>…",
        "plumbline check [OPTIONS] <PATH>…",
    ),
    about: text(
        "查绩效文件：列出问题、位置、原因、建议和依据",
        "Check documents: findings with place, reason, remedy and basis",
    ),
    after: text(
        "例：
  plumbline check 绩效目标表.txt
  plumbline check 2024年/ --format xlsx --out 问题.xlsx
  plumbline check 2024年/ --statistics              只看哪些问题最多
  plumbline check 2024年/ --select 资金勾稽,V001    只查这一类和这一条
  plumbline check 2024年/ --ignore V --level info   不查指标值，连提示一起列出
  plumbline read 目标表.txt --format json | plumbline check -

--format 的取值：
  text      问题逐条列出，附原文，给人看（默认）
  json      全部内容；一个文件是一个对象，多个文件是一个数组（格式见 plumbline schema --of findings）
  jsonl     全部内容，每个文件一行
  sarif     SARIF 2.1.0，给代码平台和编辑器
  csv       每个问题一行；UTF-8 带 BOM，可直接用 Excel、WPS 打开
  xlsx      工作簿：“问题”表可筛选，“汇总”表按规则、按文档计数（要用 --out）
  markdown  每份文档一张表
  docx      公文版式的 Word 文档（要用 --out）

退出码：0 没有达到 --level 的问题；1 有；2 参数有误或有文件读不了（其余照常检查）",
        "Examples:
  plumbline check targets.txt
  plumbline check 2024/ --format xlsx --out findings.xlsx
  plumbline check 2024/ --statistics                 only which findings are most frequent
  plumbline check 2024/ --select money,V001          only this family and this rule
  plumbline check 2024/ --ignore V --level info      without target values, with infos
  plumbline read targets.txt --format json | plumbline check -

Values of --format:
  text      findings one by one with excerpts, for people (default)
  json      everything; one object for one file, an array for several (plumbline schema --of findings)
  jsonl     everything, one line a file
  sarif     SARIF 2.1.0, for code hosts and editors
  csv       one row a finding; UTF-8 with BOM, as Excel and WPS need it
  xlsx      a workbook: findings with a filter, and counts by rule and document (needs --out)
  markdown  a table for each document
  docx      a Word document in the look of official ones (needs --out)

Exit codes: 0 nothing at or above --level; 1 findings; 2 wrong arguments or an unreadable file
(the others are still checked)",
    ),
    args: &[
        PATHS,
        ArgHelp(
            "format",
            text("格式", "FORMAT"),
            text(
                "输出格式：text、json、jsonl、sarif、csv、xlsx、markdown、docx",
                "text, json, jsonl, sarif, csv, xlsx, markdown or docx",
            ),
        ),
        OUT,
        ArgHelp(
            "level",
            text("级别", "LEVEL"),
            text(
                "列出并计入退出码的最低级别：error 错误、warning 警告（默认）、info 提示",
                "Lowest level that is shown and counts for the exit code: error, warning (default), info",
            ),
        ),
        ArgHelp(
            "select",
            text("规则", "RULES"),
            text(
                "只查这些规则：编号、编号开头、类别或名称，逗号分隔，可重复",
                "Only these rules: codes, beginnings of codes, families or names, by commas; repeatable",
            ),
        ),
        ArgHelp(
            "ignore",
            text("规则", "RULES"),
            text("不查这些规则，写法同上", "Not these rules, in the same way"),
        ),
        PROFILE,
        ArgHelp(
            "rules",
            text("文件", "FILE"),
            text(
                "还查这个文件里的本地规则，可重复（写法见 docs/guide/own-rules.md）",
                "Also the local rules of this file; repeatable (see docs/guide/own-rules.md)",
            ),
        ),
        ArgHelp(
            "waivers",
            text("文件", "FILE"),
            text(
                "豁免清单（默认用当前文件夹里的 plumbline.toml，如果有）",
                "Findings that are let pass (default: plumbline.toml in this folder, if any)",
            ),
        ),
        ArgHelp(
            "baseline",
            text("文件", "FILE"),
            text(
                "不列这份基线里已有的问题，只列新增的",
                "Leave out findings of this baseline: only new ones are shown",
            ),
        ),
        ArgHelp(
            "write_baseline",
            text("文件", "FILE"),
            text(
                "把现有的问题记成基线，写到这个文件",
                "Write all findings of today to this file as a baseline",
            ),
        ),
        ArgHelp(
            "statistics",
            text("", ""),
            text(
                "不逐条列出，只按规则和文档计数（text、json）",
                "Counts by rule and by document instead of the findings (text, json)",
            ),
        ),
        ArgHelp(
            "diff",
            text("", ""),
            text(
                "只列出含义确定、可以照改的地方，写成差异（有就退出码 1）",
                "Only changes whose meaning is certain, as a diff (exits with 1 if there are any)",
            ),
        ),
        ArgHelp(
            "fix",
            text("", ""),
            text(
                "把这些改动写进本程序的 JSON 文件（原位，或写到 --out）；原始文件从不改动",
                "Make these changes in our own JSON (in place, or to --out); source documents never",
            ),
        ),
        JOBS,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const OPINION: CommandHelp = CommandHelp {
    name: "opinion",
    usage: text(
        "plumbline opinion [选项] <文件>",
        "plumbline opinion [OPTIONS] <FILE>",
    ),
    about: text(
        "草拟绩效目标审核意见：按审核表八个要点，供审核人核实、修改、签字",
        "Draft the review opinion on targets, point by point, for a reviewer to confirm and sign",
    ),
    after: text(
        "例：
  plumbline opinion 绩效目标表.txt
  plumbline opinion 绩效目标表.txt --format docx --out 审核意见.docx

等次建议：一个要点有 3 个以上错误为差，有错误为中，只有警告为良，没有为优；程序查不了的要点不给等次。
综合：取最低的要点；只有一个要点为差时，综合为中。

退出码：0 完成；2 参数有误、文件读不了或里面没有绩效目标",
        "Examples:
  plumbline opinion targets.txt
  plumbline opinion targets.txt --format docx --out opinion.docx

Proposed grades: a point with 3 errors or more is poor, with errors fair, with warnings only good,
with none excellent; points that no rule bears on have none. The whole is as good as its worst
point, but fair where only one point is poor.

Exit codes: 0 done; 2 wrong arguments, an unreadable file, or no target in it",
    ),
    args: &[
        ArgHelp(
            "file",
            text("文件", "FILE"),
            text("文件，或 - 表示标准输入", "File, or - for standard input"),
        ),
        ArgHelp(
            "format",
            text("格式", "FORMAT"),
            text(
                "输出格式：text（默认）、markdown、docx（要用 --out）、json",
                "text (default), markdown, docx (needs --out) or json",
            ),
        ),
        ArgHelp(
            "out",
            text("文件", "FILE"),
            text("写到文件", "Write to a file"),
        ),
        PROFILE,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const RENDER: CommandHelp = CommandHelp {
    name: "render",
    usage: text(
        "plumbline render [选项] <文件>\n      plumbline render --blank --form <版式> [选项]",
        "plumbline render [OPTIONS] <FILE>\n       plumbline render --blank --form <FORM> [OPTIONS]",
    ),
    about: text(
        "把读到的内容排成规定的表样：Word、Excel、PDF、OFD、网页、Markdown",
        "Set documents in an official form: Word, Excel, PDF, OFD, HTML or Markdown",
    ),
    after: text(
        "例：
  plumbline render 绩效目标表.txt --form project-target-2015 --out 申报表.docx
  plumbline render 绩效文本.txt --form performance-volume --to pdf --out 绩效文本.pdf
  plumbline render 目标.json --to xlsx --out 目标.xlsx --public
  plumbline render --blank --form project-target-annual --to xlsx --out 填报模板.xlsx

版式的名称见 plumbline forms。版式放不下的内容，先说明再排；原文里没有读懂的也会说明。

退出码：0 完成；1 用了 --strict，有内容放不下或没有读懂，没有写出；2 参数有误、文件读不了或里面没有能放的文档",
        "Examples:
  plumbline render targets.txt --form project-target-2015 --out form.docx
  plumbline render volume.txt --form performance-volume --to pdf --out volume.pdf
  plumbline render targets.json --to xlsx --out targets.xlsx --public
  plumbline render --blank --form project-target-annual --to xlsx --out template.xlsx

`plumbline forms` lists the forms. What a form has no room for is said before it is set, and so is
what of the source was not understood.

Exit codes: 0 done; 1 with --strict, something has no room or was not understood, nothing written;
2 wrong arguments, an unreadable file, or no document for this form in it",
    ),
    args: &[
        ArgHelp(
            "file",
            text("文件", "FILE"),
            text(
                "要排的文件：能读的都行，也可以是 read 写的 JSON；- 表示标准输入",
                "File: anything that is read, or the JSON that `read` writes; - for standard input",
            ),
        ),
        FORM,
        ArgHelp(
            "to",
            text("格式", "FORMAT"),
            text(
                "docx（默认）、xlsx、pdf、ofd、html、markdown；前四种要用 --out",
                "docx (default), xlsx, pdf, ofd, html or markdown; the first four need --out",
            ),
        ),
        ArgHelp(
            "out",
            text("文件", "FILE"),
            text("写到文件", "Write to a file"),
        ),
        ArgHelp(
            "blank",
            text("", ""),
            text(
                "空白表；xlsx 带下拉列表和填写检查，标签锁定（不设密码）",
                "A blank form; as xlsx with lists to choose from, checked entries and locked labels",
            ),
        ),
        STRICT_RENDER,
        PUBLIC,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const CONVERT: CommandHelp = CommandHelp {
    name: "convert",
    usage: text(
        "plumbline convert [选项] <原文件> <结果文件>",
        "plumbline convert [OPTIONS] <IN> <OUT>",
    ),
    about: text(
        "一步转换：读一份文件，排成规定的表样，格式看结果文件的扩展名",
        "Read a file and set it in an official form in one step; the format is that of OUT's name",
    ),
    after: text(
        "例：
  plumbline convert 目标表.pdf 目标表.xlsx
  plumbline convert 目标表.docx 公开.html --form project-target-annual --public

不写 --form 就按文档的种类选；部门整体和项目都有时，排成整本绩效文本。

退出码：0 完成；1 用了 --strict，有内容放不下或没有读懂，没有写出；2 参数有误、文件读不了或里面没有能放的文档",
        "Examples:
  plumbline convert targets.pdf targets.xlsx
  plumbline convert targets.docx public.html --form project-target-annual --public

Without --form the kind of the documents decides; a department with its projects becomes a volume.

Exit codes: 0 done; 1 with --strict, something has no room or was not understood, nothing written;
2 wrong arguments, an unreadable file, or no document for this form in it",
    ),
    args: &[
        ArgHelp(
            "input",
            text("原文件", "IN"),
            text("要读的文件", "File to read"),
        ),
        ArgHelp(
            "output",
            text("结果文件", "OUT"),
            text(
                "要写的文件：.docx、.xlsx、.pdf、.ofd、.html、.md",
                "File to write: .docx, .xlsx, .pdf, .ofd, .html, .md",
            ),
        ),
        FORM,
        STRICT_RENDER,
        PUBLIC,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const FORMS: CommandHelp = CommandHelp {
    name: "forms",
    usage: text("plumbline forms [选项]", "plumbline forms [OPTIONS]"),
    about: text(
        "列出全部版式：名称、用途、来源",
        "List the forms: name, what each is for, where it is from",
    ),
    after: text(
        "例：
  plumbline forms
  plumbline forms --format json              带每种版式能放的字段",
        "Examples:
  plumbline forms
  plumbline forms --format json              with the fields each has room for",
    ),
    args: &[TEXT_OR_JSON],
};

const FORM: ArgHelp = ArgHelp(
    "form",
    text("版式", "FORM"),
    text(
        "版式的名称（见 plumbline forms）；不写就按文档的种类选",
        "Name of the form (see `plumbline forms`); by the kind of the documents if left out",
    ),
);

const STRICT_RENDER: ArgHelp = ArgHelp(
    "strict",
    text("", ""),
    text(
        "有内容放不下或没有读懂就不写，退出码 1",
        "Write nothing and exit with 1 if something has no room or was not understood",
    ),
);

const PUBLIC: ArgHelp = ArgHelp(
    "public",
    text("", ""),
    text(
        "供公开：遮盖电话、身份证号、账号、邮箱，略去联系人栏，并列出遮盖了什么",
        "For the public: mask telephone, identity and account numbers and addresses of mail, leave contacts out, and list it",
    ),
);

const EXPLAIN: CommandHelp = CommandHelp {
    name: "explain",
    usage: text(
        "plumbline explain [选项] <规则>",
        "plumbline explain [OPTIONS] <RULE>",
    ),
    about: text(
        "讲一条规则：查什么、为什么、怎么改、依据什么，附例子",
        "Explain a rule: what it finds, why, what to do, on what basis, with examples",
    ),
    after: text(
        "例：
  plumbline explain V001
  plumbline explain blank-value
  plumbline explain 资金勾稽                一类的全部规则
  plumbline explain all --format markdown

退出码：0 完成；2 没有这样的规则",
        "Examples:
  plumbline explain V001
  plumbline explain blank-value
  plumbline explain money                  all rules of a family
  plumbline explain all --format markdown

Exit codes: 0 done; 2 no such rule",
    ),
    args: &[
        ArgHelp(
            "rule",
            text("规则", "RULE"),
            text(
                "编号、编号开头、名称、类别，或 all",
                "Code, beginning of a code, name, family, or all",
            ),
        ),
        ArgHelp(
            "format",
            text("格式", "FORMAT"),
            text(
                "输出格式：text（默认）、markdown、json",
                "text (default), markdown or json",
            ),
        ),
    ],
};

const RULES: CommandHelp = CommandHelp {
    name: "rules",
    usage: text("plumbline rules [选项]", "plumbline rules [OPTIONS]"),
    about: text(
        "列出全部规则，以及机器查不了、要人来看的事项",
        "List all rules, and what is left to a person",
    ),
    after: text(
        "例：
  plumbline rules
  plumbline rules --format csv > 规则.csv",
        "Examples:
  plumbline rules
  plumbline rules --format csv > rules.csv",
    ),
    args: &[ArgHelp(
        "format",
        text("格式", "FORMAT"),
        text(
            "输出格式：text（默认）、markdown、json、csv",
            "text (default), markdown, json or csv",
        ),
    )],
};

const INSPECT: CommandHelp = CommandHelp {
    name: "inspect",
    usage: text(
        "plumbline inspect [选项] <文件>",
        "plumbline inspect [OPTIONS] <FILE>",
    ),
    about: text(
        "看一份文件的每段文字在哪里、被当作什么",
        "Show where each piece of a file stands and what it was taken for",
    ),
    after: text(
        "例：
  plumbline inspect 绩效目标表.txt
  plumbline inspect 绩效目标表.txt --format json",
        "Examples:
  plumbline inspect targets.txt
  plumbline inspect targets.txt --format json",
    ),
    args: &[
        ArgHelp(
            "file",
            text("文件", "FILE"),
            text("文件，或 - 表示标准输入", "File, or - for standard input"),
        ),
        TEXT_OR_JSON,
        OCR,
        MAX_BYTES,
        MAX_UNPACKED,
        MAX_PAGES,
    ],
};

const VALUE: CommandHelp = CommandHelp {
    name: "value",
    usage: text(
        "plumbline value [选项] <指标值>…",
        "plumbline value [OPTIONS] <TEXT>…",
    ),
    about: text(
        "看指标值是怎么理解的：规范写法和含义",
        "Show how a target value is understood: normal form and meaning",
    ),
    after: text(
        "例：
  plumbline value \"≥95%\" \"50-100人\" \"每月2部\" \"2024年12月底前\"
  plumbline value --format json \"≤220元/人/天\"
  plumbline value - < 指标值.txt            每行一个

退出码：0 完成；1 用了 --strict 并且有不明确的值；2 参数有误",
        "Examples:
  plumbline value \"≥95%\" \"50-100人\" \"每月2部\" \"2024年12月底前\"
  plumbline value --format json \"≤220元/人/天\"
  plumbline value - < values.txt            one a line

Exit codes: 0 done; 1 with --strict and something unclear; 2 wrong arguments",
    ),
    args: &[
        ArgHelp(
            "texts",
            text("指标值", "TEXT"),
            text(
                "指标值的文字，或 - 表示从标准输入逐行读",
                "Target values as printed, or - to read lines from standard input",
            ),
        ),
        TEXT_OR_JSON,
        ArgHelp(
            "strict",
            text("", ""),
            text(
                "只要有不明确的值，退出码就是 1",
                "Exit with 1 if any value is unclear",
            ),
        ),
    ],
};

const SCHEMA: CommandHelp = CommandHelp {
    name: "schema",
    usage: text("plumbline schema [选项]", "plumbline schema [OPTIONS]"),
    about: text(
        "输出 JSON 结果的格式说明（JSON Schema）",
        "Print the JSON Schema of the JSON output",
    ),
    after: text(
        "例：
  plumbline schema > plumbline.schema.json
  plumbline schema --of findings > findings.schema.json",
        "Examples:
  plumbline schema > plumbline.schema.json
  plumbline schema --of findings > findings.schema.json",
    ),
    args: &[ArgHelp(
        "of",
        text("内容", "WHAT"),
        text(
            "documents：read 的结果（默认）；findings：check 的结果",
            "documents, as written by read (default), or findings, as written by check",
        ),
    )],
};

const COMPLETIONS: CommandHelp = CommandHelp {
    name: "completions",
    usage: text(
        "plumbline completions <命令行环境>",
        "plumbline completions <SHELL>",
    ),
    about: text(
        "输出命令行补全脚本",
        "Print a completion script for a shell",
    ),
    after: text(
        "例：
  plumbline completions bash > ~/.local/share/bash-completion/completions/plumbline
  plumbline completions powershell >> $PROFILE",
        "Examples:
  plumbline completions bash > ~/.local/share/bash-completion/completions/plumbline
  plumbline completions powershell >> $PROFILE",
    ),
    args: &[ArgHelp(
        "shell",
        text("命令行环境", "SHELL"),
        text(
            "bash、zsh、fish、powershell 或 elvish",
            "bash, zsh, fish, powershell or elvish",
        ),
    )],
};

const PATHS: ArgHelp = ArgHelp(
    "paths",
    text("路径", "PATH"),
    text(
        "文件、文件夹（含下级文件夹，跳过隐藏文件），或 - 表示标准输入",
        "Files, folders (with all below them, hidden files left out), or - for standard input",
    ),
);

const OUT: ArgHelp = ArgHelp(
    "out",
    text("文件或文件夹", "FILE|FOLDER"),
    text(
        "写到文件；是已有的文件夹或以 / 结尾时，每个文件各写一份",
        "Write to a file; into a folder (existing, or ending in /), one output for each file read",
    ),
);

const JOBS: ArgHelp = ArgHelp(
    "jobs",
    text("个数", "N"),
    text(
        "同时处理的文件数（默认按处理器个数）",
        "Files read at the same time (default: number of processors)",
    ),
);

const PROFILE: ArgHelp = ArgHelp(
    "profile",
    text("规则集", "ID"),
    text(
        "全部文档都按这个规则集查（默认按每份文档自身的特征选；写错时列出可用的）",
        "Check all documents by this profile (default: the one each shows it follows)",
    ),
);

const TEXT_OR_JSON: ArgHelp = ArgHelp(
    "format",
    text("格式", "FORMAT"),
    text("输出格式：text（默认）或 json", "text (default) or json"),
);

const MAX_BYTES: ArgHelp = ArgHelp(
    "max_bytes",
    text("大小", "SIZE"),
    text(
        "文件大小上限，可带单位 K、M、G（默认 256M）；超过的文件不读",
        "Largest file that is read, with unit K, M or G (default 256M)",
    ),
);

const OCR: ArgHelp = ArgHelp(
    "ocr",
    text("", ""),
    text(
        "识别 PDF 扫描页上的文字（需要装有 tesseract 和 chi_sim）；识别来的都标出置信度",
        "Recognise the text of scanned PDF pages (needs tesseract with chi_sim); all of it is marked with its confidence",
    ),
);

const MAX_UNPACKED: ArgHelp = ArgHelp(
    "max_unpacked",
    text("大小", "SIZE"),
    text(
        "Word、Excel、OFD、PDF 解压后的大小上限（默认 1G）",
        "Most that a Word, Excel, OFD or PDF file may unpack to (default 1G)",
    ),
);

const MAX_PAGES: ArgHelp = ArgHelp(
    "max_pages",
    text("页数", "N"),
    text(
        "PDF、OFD 的页数和 Excel 的工作表数上限（默认 20000）",
        "Most pages of a PDF or OFD file, or sheets of a workbook (default 20000)",
    ),
);

const LANG: ArgHelp = ArgHelp(
    "lang",
    text("语言", "LANG"),
    text(
        "消息的语言：zh（默认）或 en；也可设环境变量 PLUMBLINE_LANG",
        "Language of messages: zh (default) or en; also by PLUMBLINE_LANG",
    ),
);

const HELP: Text = text("显示帮助", "Show help");
const VERSION: Text = text("显示版本", "Show the version");
const COMMANDS_HEADING: Text = text("命令", "Commands");
const OPTIONS_HEADING: Text = text("选项", "Options");
const ARGUMENTS_HEADING: Text = text("参数", "Arguments");
const TEMPLATE: Text = text(
    "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}",
    "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
);

/// The command line with its texts in one language.
pub(crate) fn command(lang: Lang) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(VERSION.in_lang(lang))
        .help_heading(OPTIONS_HEADING.in_lang(lang));
    let program = Cli::command()
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(version)
        .subcommand_help_heading(COMMANDS_HEADING.in_lang(lang));
    let program = with_texts(program, &PROGRAM, lang);
    COMMANDS.iter().fold(program, |program, help| {
        program.mut_subcommand(help.name, |command| with_texts(command, help, lang))
    })
}

fn with_texts(command: Command, help: &CommandHelp, lang: Lang) -> Command {
    let help_flag = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(HELP.in_lang(lang))
        .help_heading(OPTIONS_HEADING.in_lang(lang));
    let command = command
        .disable_help_flag(true)
        .about(help.about.in_lang(lang))
        .override_usage(help.usage.in_lang(lang))
        .after_help(StyledStr::from(help.after.in_lang(lang)))
        .help_template(TEMPLATE.in_lang(lang));
    let own_args = help.args.iter();
    let lang_arg = (help.name == PROGRAM.name).then_some(&LANG);
    let command = own_args.chain(lang_arg).fold(command, |command, help| {
        command.mut_arg(help.0, |arg| arg_with_texts(arg, help, lang))
    });
    // Last, because the help lists headings in the order in which they are first used.
    command.arg(help_flag)
}

fn arg_with_texts(arg: Arg, ArgHelp(_, value, meaning): &ArgHelp, lang: Lang) -> Arg {
    let heading = match arg.is_positional() {
        true => ARGUMENTS_HEADING.in_lang(lang),
        false => OPTIONS_HEADING.in_lang(lang),
    };
    let arg = arg.help(meaning.in_lang(lang)).help_heading(heading);
    match value.in_lang(lang) {
        "" => arg,
        // The values and the default are part of the meaning, in its own words.
        name => arg
            .value_name(name)
            .hide_possible_values(true)
            .hide_default_value(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing is left to the texts of the library, which are English only.
    #[test]
    fn every_command_and_argument_has_its_own_text() {
        for lang in [Lang::Zh, Lang::En] {
            let mut program = command(lang);
            program.build();
            program.clone().debug_assert();
            for command in program.get_subcommands() {
                let name = command.get_name();
                assert!(COMMANDS.iter().any(|help| help.name == name), "{name}");
                for arg in command.get_arguments() {
                    assert!(arg.get_help().is_some(), "{name} {}", arg.get_id());
                }
            }
        }
    }
}
