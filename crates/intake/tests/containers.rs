//! Bytes in, paper out: every container through one funnel.

use plumbline_intake::containers::read_paper;
use plumbline_intake::error::ReadError;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Container, Paper};

fn read(input: &str) -> Paper {
    let (paper, encoding) = read_paper(input.as_bytes(), &Limits::default()).expect("readable");
    assert_eq!(encoding.expect("it is text").replaced, 0);
    paper
}

/// Reads a source and compares the outline of its paper. (Indentation of `expected` is ignored.)
#[track_caller]
fn check(container: Container, input: &str, expected: &str) {
    let paper = read(input);
    let got: Vec<String> = paper
        .to_string()
        .lines()
        .map(|l| l.trim().to_owned())
        .collect();
    let want: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    assert_eq!(paper.container, container);
    assert!(got == want, "got\n{paper}\nwant\n{expected}");
}

#[track_caller]
fn check_text(input: &str, expected: &str) {
    check(Container::Text, input, expected);
}

#[track_caller]
fn check_markdown(input: &str, expected: &str) {
    check(Container::Markdown, input, expected);
}

#[track_caller]
fn check_html(input: &str, expected: &str) {
    check(Container::Html, input, expected);
}

#[track_caller]
fn check_csv(input: &str, expected: &str) {
    check(Container::Csv, input, expected);
}

/// The rows of the tables of a paper, cells parted by ` | `, lines within a cell joined.
fn rows(paper: &Paper) -> Vec<String> {
    use plumbline_intake::paper::Block;
    let mut rows = Vec::new();
    for block in &paper.blocks {
        let Block::Table(table) = block else { continue };
        for row in table.cells.chunk_by(|a, b| a.row == b.row) {
            let cells: Vec<String> = row
                .iter()
                .map(|c| paper.text(c.span).replace('\n', ""))
                .collect();
            rows.push(cells.join(" | "));
        }
    }
    rows
}

#[track_caller]
fn check_rows(input: &str, expected: &[&str]) {
    let paper = read(input);
    assert!(rows(&paper) == expected, "got\n{paper}");
}

mod text {
    use super::*;

    #[test]
    fn line_ends_and_gaps() {
        check_text(
            "a\r\nb\rc\n\n\r\nd\x0Ce\n\x0B f\u{2028}g \u{3000}",
            r#"
            line "a" @1:1
            line "b" @2:1
            line "c" @3:1
            line gap2 "d" @6:1
            line page "e" @6:3
            line "f" @7:3
            line "g" @7:5
            "#,
        );
    }

    #[test]
    fn tables_of_tabs() {
        check_text(
            "表\n\n项目\t\t值 \n\t目标：\t\n\n尾",
            r#"
            line "表" @1:1
            table
              r0c0 "项目" @3:1
              r0c1 "" @3:4
              r0c2 "值" @3:5
              r1c0 "" @4:1
              r1c1 "目标：" @4:2
              r1c2 "" @4:6
            line gap1 "尾" @6:1
            "#,
        );
    }

    #[test]
    fn tabs_that_make_no_table() {
        check_text(
            "a\tb\n\n\t一、总则\n\t二、目标\n",
            r#"
            line "a\tb" @1:1
            line gap1 "一、总则" @3:2
            line "二、目标" @4:2
        "#,
        );
        check_text(
            "一、目标.....\t1\n二、分项……\t12\n",
            r#"
            line "一、目标.....\t1" @1:1
            line "二、分项……\t12" @2:1
        "#,
        );
    }

    #[test]
    fn numbered_items_are_no_table() {
        check_text(
            "1.\t总则\n2.\t目标\n（三）\t指标\n",
            r#"
            line "1.\t总则" @1:1
            line "2.\t目标" @2:1
            line "（三）\t指标" @3:1
        "#,
        );
    }

    #[test]
    fn a_cell_pasted_from_a_spreadsheet_has_lines() {
        check_text(
            "年度目标\t\"目标1：甲\n目标2：\"\"乙\"\"\"\t备注\n\"双提\"工程\tx\ty\n",
            r#"
            table
              r0c0 "年度目标" @1:1
              r0c1 "目标1：甲\n目标2：\"乙\"" @1:7
              r0c2 "备注" @2:12
              r1c0 "\"双提\"工程" @3:1
              r1c1 "x" @3:8
              r1c2 "y" @3:10
        "#,
        );
    }
}

mod layout {
    use super::*;

    const REAL: &str = include_str!("layout/spaced.txt");
    const REAL_DENSE: &str = include_str!("layout/dense.txt");

    /// From LibreOffice and `pdftotext -layout`: wrapped cells with centred neighbours, labels
    /// beside several rows, single blanks between full cells.
    #[test]
    fn as_pdftotext_prints_it() {
        check_rows(
            REAL,
            &[
                "主管部门及代码 | [106]云溪县农业局种植部 | 实施单位 | 云溪县农业局种植部",
                "项目来源 | 本级申报项目 | 项目期 | 1年",
                "项目资金（万元） | 年度资金总额： | 32.80",
                "其中：财政拨款 | 32.80",
                "上年结转 | 0.00",
                "其他资金 | 0.00",
                "年度目标 | 通过项目实施，开展农技推广、种粮大户生产情况报告、种植工作信息化、自身建设等工作，确保种植工作再上新台阶。进一步提升种植工作的质量和水平，为全县高质量发展提供坚强种植保证。",
                "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值",
                "产出指标 | 数量指标 | 收集全县种粮大户生产情况报告并逐一核对存在的问题和需要说明的情况 | ≥1800 人份",
                "种粮大户生产情况填报率 | 100%",
                "质量指标 | 种粮大户生产情况填报正确率 | 100%",
                "时效指标 | 各项工作经费及时拨付到位并按照序时进度完成全部支付工作 | 10 月底前",
                "成本指标 | 信息化工作经费保障 | ≤10 万元/年",
                "效益指标 | 经济效益指标 | 本项目不适用经济效益 | 不适用",
            ],
        );
        check_rows(
            REAL_DENSE,
            &[
                "项目编码 | 99012725P0058401208 62 | 项目名称 | 2024 年度农报征订费",
                "预算规模及资金用途 | 预算数 | 16.80 | 其中：财政资金 | 16.80 | 其他资金",
                "绩效目标 | 1.通过经费支出保障农报征订。2.通过农报征订促进农民骨干学习。3.通过农报征订加强田间管理建设。",
                "一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 分值 | 指标值确定依据",
                "产出指标 | 数量指标 | 订购份数 | 全县农报征订费总份数 | 1000 份 | 10 | 实际测算",
                "质量指标 | 农报征订率 | 实际征订数量占要求征订的比例，按照县农业总站下达的征订任务计算 | 100% | 10 | 征订单",
                "时效指标 | 经费支出完成时限 | 经费支出完成的时间 | 12 月底 | 10 | 支出进度表",
                "成本指标 | 征订标准 | 每份农报征订费金额 | 168 元 | 10 | 邮局订单以及云农发〔2018〕14 号、云农发〔2020〕18号",
                "效益指标 | 社会效益指标 | 学习积极性 | 农民骨干学习积极性 | ≥95% | 20 | 数据统计",
                "可持续影响指标 | 保障发放期限 | 保障农报发放的时间 | 1年 | 10 | 订购合同",
                "满意度指标 | 服务对象满意度指标 | 农民满意度 | 农民对加强学习的满意度 | 100% | 10 | 满意度调查",
            ],
        );
    }

    #[test]
    fn labels_cover_their_rows() {
        let outline = read(REAL).to_string();
        for cell in [
            r#"r2c0 4x1 "项目资金\n（万元）" @15:1"#,
            r#"r8c1 5x1 "产出指标" @39:8"#,
            r#"r8c2 2x1 "数量指标" @33:15"#,
        ] {
            assert!(outline.contains(cell), "{cell} not in\n{outline}");
        }
    }

    #[test]
    fn by_display_width() {
        check_text(
            "单位        预算      执行\n办公室      120.00    117.20\n政务局        9.00      8.50\n合计        129.00    125.70\n",
            r#"
            table
              r0c0 "单位" @1:1
              r0c1 "预算" @1:11
              r0c2 "执行" @1:19
              r1c0 "办公室" @2:1
              r1c1 "120.00" @2:10
              r1c2 "117.20" @2:20
              r2c0 "政务局" @3:1
              r2c1 "9.00" @3:12
              r2c2 "8.50" @3:22
              r3c0 "合计" @4:1
              r3c1 "129.00" @4:11
              r3c2 "125.70" @4:21
            "#,
        );
    }

    #[test]
    fn tight_rows_with_centred_cells() {
        check_rows(
            "\
一级指标  二级指标  三级指标    指标值
产出指标  数量指标  培训次数    ≥2次
                    按时完成培
产出指标  质量指标  训任务的比  100%
                    例
产出指标  时效指标  完成时间    12月底
                    学员对教
满意度    服务对象              ≥95%
                    学的评价
",
            &[
                "一级指标 | 二级指标 | 三级指标 | 指标值",
                "产出指标 | 数量指标 | 培训次数 | ≥2次",
                "产出指标 | 质量指标 | 按时完成培训任务的比例 | 100%",
                "产出指标 | 时效指标 | 完成时间 | 12月底",
                "满意度 | 服务对象 | 学员对教学的评价 | ≥95%",
            ],
        );
    }

    #[test]
    fn tight_rows_with_cells_from_the_top() {
        check_rows(
            "\
一级指标  二级指标  三级指标    指标值
产出指标  数量指标  培训次数    ≥2次
产出指标  质量指标  按时完成培  100%
                    训的比例
产出指标  时效指标  完成时间    12月底
满意度    服务对象  学员对教学  ≥95%
                    的评价
",
            &[
                "一级指标 | 二级指标 | 三级指标 | 指标值",
                "产出指标 | 数量指标 | 培训次数 | ≥2次",
                "产出指标 | 质量指标 | 按时完成培训的比例 | 100%",
                "产出指标 | 时效指标 | 完成时间 | 12月底",
                "满意度 | 服务对象 | 学员对教学的评价 | ≥95%",
            ],
        );
    }

    /// Set by hand: titles, a form with columns of its own, and the indicators, without a blank
    /// line between any of them.
    const BY_HAND: &str = "
                          项目支出绩效目标申报表
                              （2025年度）
                                                             单位：万元
 项目名称        乡村振兴示范点建设
 主管部门        云溪县农业农村局         实施单位        云溪县乡村振兴服务中心
 资金总额        120.00    其中：财政拨款        100.00     其他资金     20.00
 年度目标        完成3个示范点建设，改善人居环境，带动周边
                村庄发展。
 一级指标       二级指标        三级指标                  指标值
               数量指标        建设示范点数量              3个
               质量指标        验收合格率                 ≥95%
 产出指标       时效指标        项目完成时间                2025年11月底前
               成本指标        单个示范点建设                ≤40万元/个
                             成本
 效益指标       社会效益指标      受益群众人数               ≥2000人
              服务对象满意度指
 满意度指标                    受益群众满意度               ≥90%
              标
";

    #[test]
    fn what_has_other_columns_is_no_part_of_a_table() {
        check_rows(
            BY_HAND,
            &[
                "年度目标 | 完成3个示范点建设，改善人居环境，带动周边村庄发展。",
                "一级指标 | 二级指标 | 三级指标 | 指标值",
                "产出指标 | 数量指标 | 建设示范点数量 | 3个",
                "质量指标 | 验收合格率 | ≥95%",
                "时效指标 | 项目完成时间 | 2025年11月底前",
                "成本指标 | 单个示范点建设成本 | ≤40万元/个",
                "效益指标 | 社会效益指标 | 受益群众人数 | ≥2000人",
                "满意度指标 | 服务对象满意度指标 | 受益群众满意度 | ≥90%",
            ],
        );
        let outline = read(BY_HAND).to_string();
        for block in [
            "line gap1 \"项目支出绩效目标申报表\" @2:27",
            "line \"（2025年度）\" @3:31",
            "line \"单位：万元\" @4:62",
            r#"r2c0 4x1 "产出指标" @13:2"#,
        ] {
            assert!(outline.contains(block), "{block} not in\n{outline}");
        }
    }

    /// From LibreOffice and `pdftotext -layout`, all cells centred.
    #[test]
    fn centred_cells() {
        check_rows(
            include_str!("layout/centred.txt"),
            &[
                "项目名称 | 乡村振兴示范点建设",
                "主管部门 | 云溪县农业农村局 | 实施单位 | 云溪县乡村振兴服务中心",
                "资金情况（万元） | 年度资金总额： | 120.00",
                "其中：财政拨款 | 100.00",
                "其他资金 | 20.00",
                "年度目标 | 完成 3 个示范点建设，改善人居环境，带动周边村庄发展，探索可复制的建设路径，建立长效管护机制，让群众得到实惠。",
                "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值",
                "产出指标 | 数量指标 | 建设示范点数量 | 3个",
                "质量指标 | 示范点建设项目竣工验收合格率 | ≥95%",
                "时效指标 | 项目完成时间 | 2025 年 11 月底前",
                "成本指标 | 单个示范点建设成本控制在预算以内 | ≤40 万元/个",
                "效益指标 | 社会效益指标 | 受益群众人数 | ≥2000 人",
                "满意度指标 | 服务对象满意度指标 | 受益群众满意度 | ≥90%",
            ],
        );
    }

    /// Blanks that part cells but align nothing.
    #[test]
    fn forms_with_a_few_blanks_stay_lines() {
        const FORM: &str = "\
项目支出绩效目标批复表
（2025年度）
项目名称_茶园绿色防控示范经费
主管部门_云溪县农业农村局_实施单位_云溪县茶叶站
项目资金（万元）_年度资金总额_19.00
绩效目标_建设茶园绿色防控示范面积2000亩。
一级指标_二级指标_三级指标_指标值_指标值确定依据
产出指标_数量指标_示范面积_2000亩_示范户登记表
产出指标_质量指标_示范茶园验收合格率_≥95%_验收报告
产出指标_时效指标_完成时间_11月底前_工作方案
效益指标_社会效益指标_带动茶农户数_≥300户_统计台账
满意度指标_服务对象满意度指标_茶农满意度_≥90%_问卷调查
";
        let mut widths = [2, 3, 3, 2, 3, 2, 2].iter().cycle();
        let by_chance = FORM.split('_').map(|cell| {
            let blanks = " ".repeat(*widths.next().expect("endless"));
            format!("{cell}{blanks}")
        });
        let by_chance: String = by_chance.collect();
        for input in [
            FORM.replace('_', "  "),
            FORM.replace('_', "   "),
            FORM.replace('_', "\u{3000}\u{3000}"),
            by_chance.trim().to_owned(),
        ] {
            let paper = read(&input);
            assert!(!paper.to_string().contains("table"), "{paper}");
        }
    }

    /// Segments that share a column and a line, found by chance.
    #[test]
    fn two_texts_of_a_line_in_one_column() {
        let mut input = String::new();
        for i in 0..400_usize {
            for j in 0..5 {
                let cell = "茶园防控示范".chars().cycle().skip(i + j);
                input.extend(cell.take(2 + (i * 7 + j * 5) % 6));
                input.push_str(&" ".repeat(2 + (i * 3 + j) % 4));
            }
            input.push_str(if i % 9 == 8 { "\x0C" } else { "\n" });
        }
        assert!(!read(&input).to_string().is_empty());
    }

    /// A few endless lines among many short ones.
    #[test]
    fn lines_of_very_many_segments() {
        let wide = "茶  ".repeat(30_000);
        let input =
            format!("{wide}\n").repeat(6) + &format!("        {}\n", "园".repeat(9)).repeat(9_000);
        let started = std::time::Instant::now();
        assert!(!read(&input).to_string().contains("table"));
        assert!(started.elapsed().as_secs() < 20);
    }

    #[test]
    fn what_is_no_table_stays_lines() {
        for input in [
            "　　一、本单位认真落实要求，  基本完成。\n规范资金使用，  提高效益。\n　　二、评价良好，  继续保持。\n",
            "目　　录\n第一部分　　概况\n第二部分　　目标\n第三部分　　说明\n",
            "　　其中：财政拨款4.83万 　　其中：财政拨款4.83万\n　　其他资金 　　其他资金\n　　上年 　　上年\n",
            "局长：        科长：        经办：\n",
            "1. 目标  2. 指标\n",
        ] {
            assert!(
                !read(input).to_string().contains("table"),
                "{}",
                read(input)
            );
        }
    }
}

mod markdown {
    use super::*;

    #[test]
    fn headings() {
        check_markdown(
            "# 甲 ##\n乙\n===\n丙\n---\n\n---\n## \n### 丁#3\n",
            r#"
            line h1 "甲" @1:3
            line h1 "乙" @2:1
            line h2 "丙" @4:1
            line h3 gap2 "丁#3" @9:5
        "#,
        );
    }

    #[test]
    fn pipe_tables() {
        check_markdown(
            "| | |\n|---|:-:|\n| 甲\\|乙 | **丙** |多|\n|  |\n| - | - |\n\nx | y\n--|--\n1 |\n",
            r#"
            table
              r1c0 "甲|乙" @3:3
              r1c1 "丙" @3:12
              r1c2 "多" @3:17
              r3c0 "-" @5:3
              r3c1 "-" @5:7
            table
              r0c0 "x" @7:1
              r0c1 "y" @7:5
              r1c0 "1" @9:1
            "#,
        );
    }

    #[test]
    fn a_row_that_a_line_break_broke() {
        check_markdown(
            "| 项目 | 值 | 注 |\n|---|---|---|\n| 目标 | 目标1：甲\n目标2：乙 | |\n| 尾 | 1 | 2 |\n",
            r#"
            table
              r0c0 "项目" @1:3
              r0c1 "值" @1:8
              r0c2 "注" @1:12
              r1c0 "目标" @3:3
              r1c1 "目标1：甲\n目标2：乙" @3:8
              r1c2 "" @4:8
              r2c0 "尾" @5:3
              r2c1 "1" @5:7
              r2c2 "2" @5:11
        "#,
        );
    }

    #[test]
    fn inline_markup() {
        let line = |input: &str| {
            let paper = read(&format!("# h\n{input}\n"));
            paper
                .pieces()
                .skip(1)
                .map(|s| paper.text(s).to_owned())
                .collect::<Vec<_>>()
                .join("/")
        };
        for (input, expected) in [
            ("**项目名称**：`甲`", "项目名称：甲"),
            ("***甲*** __乙__ *丙*", "甲 乙 丙"),
            ("3*5*2=30", "3*5*2=30"),
            ("____年度 __ 元", "____年度 __ 元"),
            (
                "m<sup>2</sup>，&ge;95&#37;，&unknown;",
                "m2，≥95%，&unknown;",
            ),
            ("<2万元，<本级>，<abc>", "<2万元，<本级>，<abc>"),
            ("[106]云溪县农业局", "[106]云溪县农业局"),
            ("见[通知](http://a.b/c)和![图](/x.png)", "见通知和图"),
            (r"1\. 甲\*乙\\", r"1. 甲*乙\"),
            ("- 项", "项"),
            ("  * 项", "项"),
            ("1. 项", "1. 项"),
            ("> 引", "引"),
            ("> 95%", "> 95%"),
            ("<!-- 注 -->文", "文"),
            ("*必填", "*必填"),
        ] {
            assert_eq!(line(input), expected, "{input}");
        }
    }

    #[test]
    fn html_tables_and_fences() {
        check_markdown(
            "前<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>后\n```\na\tb\tc\n# d\n```\n",
            r##"
            line "前" @1:1
            table
              r0c0 2x1 "甲" @1:27
              r0c1 "乙" @1:32
              r1c1 "丙" @1:41
            line "后" @1:50
            table
              r0c0 "a" @3:1
              r0c1 "b" @3:3
              r0c2 "c" @3:5
            line "# d" @4:1
            "##,
        );
    }
}

mod html {
    use super::*;

    #[test]
    fn paragraphs() {
        check_html(
            "<html><head><title>t</title><style>p{}</style></head><body><h2>项目支出\n  目标表</h2>\n<p>甲&nbsp;乙  丙</p><p>&nbsp;</p><div>a\nb<br>c<span style='display: none'>x</span></div><ul><li>一<li>二</ul><script>if (a < b) '<p>'</script>1 < 2</body></html>",
            r#"
            line h2 "项目支出目标表" @1:64
            line "甲\u{a0}乙 丙" @3:4
            line gap1 "a b" @3:37
            line "c" @4:6
            line "一" @4:57
            line "二" @4:62
            line "1 < 2" @4:101
            "#,
        );
    }

    #[test]
    fn merged_cells() {
        check_html(
            "<table>\n<tr><td rowspan=2>a<td colspan='2'>b\n<tr><td>c<td></td><td>d\n<tr hidden><td>x\n<tr><th rowspan=1000000000>e<td colspan=0>f</table>",
            r#"
            table
              r0c0 2x1 "a" @2:19
              r0c1 1x2 "b" @2:36
              r1c1 "c" @3:9
              r1c2 "" @3:14
              r1c3 "d" @3:23
              r2c0 "e" @5:28
              r2c1 "f" @5:43
            "#,
        );
    }

    #[test]
    fn lines_within_cells() {
        check_html(
            "<table><tr><td><p>a</p>\n<p>b<br/>c</p></td><td>d</td></tr></table>",
            r#"
            table
              r0c0 "a\nb\nc" @1:19
              r0c1 "d" @2:24
        "#,
        );
    }

    #[test]
    fn layout_tables_dissolve() {
        check_html(
            "<table><tr><td><h1>题</h1><p>甲</p><td><table><tr><td>x<td>y</table>尾</table>",
            r#"
            line h1 "题" @1:20
            line "甲" @1:29
            table
              r0c0 "x" @1:53
              r0c1 "y" @1:58
            line "尾" @1:67
        "#,
        );
        check_html(
            "<table><tr><td>甲<tr><td>乙</table>",
            r#"
            line "甲" @1:16
            line "乙" @1:25
        "#,
        );
    }

    #[test]
    fn a_table_within_a_table_of_data() {
        check_html(
            "<table><caption>题</caption><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>前<table><tr><td>x<td>y</table></table>",
            r#"
            line "题" @1:17
            table
              r0c0 "a" @1:36
              r0c1 "b" @1:41
              r1c0 "c" @1:50
              r1c1 "d" @1:55
              r2c0 "e" @1:64
              r2c1 "" @1:69
            line "前" @1:69
            table
              r0c0 "x" @1:85
              r0c1 "y" @1:90
            "#,
        );
    }

    #[test]
    fn forms() {
        check_html(
            "<form><input type=checkbox checked>是<input type=radio>否<select><option>一<option selected>二</select><input value='&ge;3'><textarea>甲 &amp; 乙</textarea><input type=hidden value=z></form>",
            r#"line "√ 是 否 二 ≥3 甲 & 乙" @1:35"#,
        );
    }
}

mod csv {
    use super::*;

    #[test]
    fn quoted_and_ragged() {
        check_csv(
            "项目,值,注\r\n\"甲,\"\"乙\"\"\",\"1\r\n2\",\r\n丙,3\r\n",
            r#"
            table
              r0c0 "项目" @1:1
              r0c1 "值" @1:4
              r0c2 "注" @1:6
              r1c0 "甲,\"乙\"" @2:2
              r1c1 "1\n2" @2:12
              r1c2 "" @3:4
              r2c0 "丙" @4:1
              r2c1 "3" @4:3
        "#,
        );
        check_csv(
            "a;b;c\n1;2;3\n",
            r#"
            table
              r0c0 "a" @1:1
              r0c1 "b" @1:3
              r0c2 "c" @1:5
              r1c0 "1" @2:1
              r1c1 "2" @2:3
              r1c2 "3" @2:5
        "#,
        );
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_text() {
        check_csv(
            "a,b\n\"c,d\ne,f\n",
            r#"
            table
              r0c0 "a" @1:1
              r0c1 "b" @1:3
              r1c0 "\"c" @2:1
              r1c1 "d" @2:4
              r2c0 "e" @3:1
              r2c1 "f" @3:3
        "#,
        );
    }

    #[test]
    fn prose_is_no_table() {
        for input in [
            "保障经费, 加强建设。\n强化学习, 提高质量。\n",
            "we went, and saw\nthey came, too, and left\n",
            "经费共1,200元\n没有\n",
        ] {
            assert_eq!(read(input).container, Container::Text, "{input}");
        }
    }
}

/// Whatever comes in: no panic, no hang, and a clear error if it is refused.
mod hostile {
    use super::*;
    use std::time::{Duration, Instant};

    #[track_caller]
    fn read_quickly(bytes: &[u8]) -> Result<Paper, ReadError> {
        let start = Instant::now();
        let read = read_paper(bytes, &Limits::default()).map(|(paper, _)| paper);
        // Without optimisation some 20 times slower than it will be; quadratic would be hours.
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{:?}",
            start.elapsed()
        );
        read
    }

    #[track_caller]
    fn check_cells(input: &str, cells: usize) {
        let paper = read_quickly(input.as_bytes()).expect("readable");
        assert_eq!(rows_and_cells(&paper).1, cells);
    }

    fn rows_and_cells(paper: &Paper) -> (usize, usize) {
        use plumbline_intake::paper::Block;
        let cells = paper.blocks.iter().flat_map(|block| match block {
            Block::Table(table) => table.cells.as_slice(),
            Block::Line(_) => &[],
        });
        let rows = cells.clone().map(|cell| cell.row + 1).max().unwrap_or(0);
        (rows as usize, cells.count())
    }

    #[track_caller]
    fn check_refused(input: &str, message: &str) {
        let error = read_quickly(input.as_bytes()).expect_err("must be refused");
        assert!(error.to_string().contains(message), "{error}");
    }

    #[test]
    fn long_lines_and_wide_rows() {
        let long = "目标".repeat(2_000_000);
        let paper = read_quickly(long.as_bytes()).expect("readable");
        let span = paper.pieces().next().expect("one line");
        assert_eq!(paper.end_place(span).to_string(), "1:4000000");
        check_cells(&"x\t".repeat(1_000_000), 1_000_001);
        check_cells(&format!("a,b\n{}", "x,".repeat(1_000_000)), 1_000_003);
        check_cells(
            &format!("|a|b|\n|-|-|\n{}", "|x".repeat(1_000_000)),
            1_000_002,
        );
        check_cells(
            &format!("<table><tr><td>a<tr>{}", "<td>x".repeat(1_000_000)),
            1_000_001,
        );
        check_cells(&"|".repeat(1_000_000), 0);
        read_quickly("x  ".repeat(1_000_000).as_bytes()).expect("readable");
        read_quickly("x  y  z \n".repeat(300_000).as_bytes()).expect("readable");
        read_quickly("x  y\n\n".repeat(300_000).as_bytes()).expect("readable");
        read_quickly("a\tb\n\tc\n\td\n".repeat(300_000).as_bytes()).expect("readable");
        read_quickly("\"\t\"x\"\"\n".repeat(300_000).as_bytes()).expect("readable");
    }

    #[test]
    fn many_rows() {
        check_cells(&"a\tb\n".repeat(1_000_000), 2_000_000);
        check_cells(&"a,b\n".repeat(1_000_000), 2_000_000);
        check_cells(
            &format!("|a|b|\n|-|-|\n{}", "|x|y|\n".repeat(1_000_000)),
            2_000_002,
        );
        check_cells(
            &format!("<table>{}", "<tr><td>x<td>y".repeat(1_000_000)),
            2_000_000,
        );
    }

    #[test]
    fn limits_name_what_how_many_and_where() {
        check_refused(
            &"a\tb\tc\n".repeat(1_400_000),
            "cells: 4000002 is over the limit of 4000000 at ",
        );
        check_refused(
            &"\n".repeat(9_000_000).replacen('\n', "x\n", 1),
            "lines: 8000001 is over the limit of 8000000",
        );
        check_refused(
            &format!(
                "<table>{}",
                "<tr><td rowspan=60000 colspan=1000>x".repeat(100_000)
            ),
            "cells: ",
        );
        check_refused(
            &"<table><tr><td>".repeat(10_000),
            "nested tables: 513 is over the limit of 512 at ",
        );
    }

    #[test]
    fn deep_and_unclosed_markup() {
        for unit in [
            "<div>",
            "<b>",
            "<p>",
            "<span hidden>",
            "<select>",
            "<option>x",
            "<script>",
            "<td>",
            "<table>x</table>",
            "</table>",
            "</td>",
            "<br>",
            "<a \"",
            "<a =\"",
            "<a ='x>",
            "<!--",
            "<!",
            "<",
            "&",
            "&#",
            "<textarea>",
            "<td style=\"",
            "<table",
            "\"x,",
            "\"\",",
            "`",
            "**a",
            "__",
            "[",
            "[a](",
            "\\",
            "> ",
            "- ",
            "#",
            "```\n",
            "<!-- \n",
            "|\n",
            "| a \n",
            "|--\n",
            "\t\"\n",
            "\x0B",
            "\u{2028}",
            "\x0C",
            "a\x0C",
            " \u{3000}",
            "![",
            "&nbsp;",
        ] {
            for head in [
                "",
                "<html>",
                "# h\n",
                "| a | b |\n|---|---|\n",
                "a,b\nc,d\n",
            ] {
                let input = format!("{head}x{}", unit.repeat(50_000));
                if let Err(error) = read_quickly(input.as_bytes()) {
                    assert!(
                        matches!(error, ReadError::OverLimit { .. }),
                        "{unit}: {error}"
                    );
                }
            }
        }
    }

    #[test]
    fn spans_beyond_reason() {
        let paper = read_quickly(
            b"<table><tr><td rowspan=1000000000 colspan=1000000000>a<td>b<tr><td>c</table>",
        )
        .expect("readable");
        assert_eq!(rows_and_cells(&paper), (2, 3));
        assert!(paper.to_string().contains(r#"r0c0 2x1000 "a""#), "{paper}");
    }

    #[test]
    fn bytes_of_no_text() {
        assert_eq!(read_quickly(b""), Err(ReadError::Empty));
        assert_eq!(read_quickly(b" \r\n\t"), Err(ReadError::Empty));
        assert!(matches!(
            read_quickly(b"\x89PNG\r\n\x1a\n"),
            Err(ReadError::NotText { .. })
        ));
        for length in 0..64 {
            let _ = read_quickly(&b"\xFF\xFE|\0a\0|\0\n\0|\0-\0|\0\n\0<\0t\0d\0"[..length.min(24)]);
            let _ = read_quickly(&"| 目标 | <td>\n|---|".as_bytes()[..length.min(21)]);
        }
    }
}

/// The place of a piece is where its characters stand in the source.
mod places {
    use super::*;
    use plumbline_model::Place;
    use proptest::prelude::*;

    /// The characters of a source by line and column, as an editor shows them.
    fn editor_lines(source: &str) -> Vec<Vec<char>> {
        let unix = source.replace("\r\n", "\n").replace('\r', "\n");
        unix.split('\n')
            .map(|line| line.chars().collect())
            .collect()
    }

    fn check_places(source: &str, escapes: bool) {
        let Ok((paper, _)) = read_paper(source.as_bytes(), &Limits::default()) else {
            return;
        };
        let lines = editor_lines(source);
        let mut last = 0;
        for span in paper.pieces() {
            // What stands in a table of HTML but in no cell of it is moved out of it.
            let in_order = last <= span.start || paper.container == Container::Html;
            assert!(in_order, "pieces in order");
            last = span.end;
            let text = paper.text(span);
            assert_eq!(text, text.trim());
            let Place::Text { line, column } = paper.place(span) else {
                panic!("a place in the text");
            };
            let from = &lines[line as usize - 1][column as usize - 1..];
            let first = text.lines().next().unwrap_or_default();
            let found: String = from.iter().take(first.chars().count()).collect();
            if escapes {
                assert_eq!(found.chars().next(), first.chars().next(), "in {source:?}");
            } else {
                assert_eq!(found, first, "in {source:?}");
            }
        }
    }

    /// What is left out at the very start shifts all that follows.
    #[test]
    fn after_a_piece_of_no_text() {
        check_places("\u{2028},\t,标\n,", false);
    }

    proptest! {
        #[test]
        fn of_plain_text(source in "([目标a1。\u{3000}]|\t|\n|\r\n|\r|  |\x0C|\u{2028}|,){0,60}") {
            check_places(&source, false);
        }

        #[test]
        fn of_markdown(source in "(# h\n)(目|a|\\*\\*|<br>|</b>|\\||\\||---|\n|\n|\r\n| |- |`|_|\\[|\\\\|&|<){0,60}") {
            check_places(&source, true);
        }

        #[test]
        fn of_html(source in "<p>(目|a|<td>|<tr>|<table>|</table>|</td>|<br>|<p>|\n| |<b>|<!---->|<h1>|<li>){0,60}") {
            check_places(&source, true);
        }

        #[test]
        fn of_anything(source in any::<Vec<u8>>()) {
            let _ = read_paper(&source, &Limits::default());
        }

        /// What the `csv` crate writes is read back.
        #[test]
        fn of_values(rows in prop::collection::vec(prop::collection::vec("[a-c\",\n 目]{0,6}x", 2..5), 2..6)) {
            let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("written");
            }
            let bytes = writer.into_inner().expect("written");
            let source = String::from_utf8(bytes).expect("text");
            let paper = plumbline_intake::containers::read_as(Container::Csv, source, &Limits::default()).expect("read");
            let lines = |text: &str| text.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect::<Vec<_>>();
            let got: Vec<_> = paper.pieces().map(|span| lines(paper.text(span))).collect();
            let want: Vec<_> = rows.iter().flatten().map(|value| lines(value)).collect();
            prop_assert_eq!(got, want);
        }
    }
}
