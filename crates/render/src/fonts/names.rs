//! What are the typefaces called on the machines that have them?

use super::Typeface;

/// Names of font families that stand for a typeface, best first; lower case, without blanks,
/// underscores and hyphens.
pub(super) fn of(typeface: Typeface) -> &'static [&'static str] {
    match typeface {
        Typeface::Title => &[
            "方正小标宋简体",
            "方正小标宋gbk",
            "方正小标宋",
            "fzxiaobiaosongb05s",
            "fzxiaobiaosongb05",
            "fzxiaobiaosong",
            "fzxbsjw",
            "华文中宋",
            "stzhongsong",
        ],
        Typeface::Text => &[
            "仿宋gb2312",
            "fangsonggb2312",
            "仿宋",
            "fangsong",
            "华文仿宋",
            "stfangsong",
            "方正仿宋gbk",
            "方正仿宋简体",
            "fzfangsongz02",
            "zhuquefangsong",
            "朱雀仿宋",
            "adobefangsongstd",
            "adobe仿宋std",
        ],
        Typeface::Heading => &[
            "黑体",
            "simhei",
            "方正黑体gbk",
            "方正黑体简体",
            "华文黑体",
            "stheiti",
            "heitisc",
        ],
        Typeface::Script => &[
            "楷体gb2312",
            "kaitigb2312",
            "楷体",
            "kaiti",
            "华文楷体",
            "stkaiti",
            "kaitisc",
            "方正楷体gbk",
            "方正楷体简体",
            "lxgwwenkai",
            "霞鹜文楷",
            "arplukaicn",
            "文鼎plukaicn",
        ],
        Typeface::Plain => &[
            "宋体",
            "simsun",
            "新宋体",
            "nsimsun",
            "方正书宋gbk",
            "方正书宋简体",
            "华文宋体",
            "stsong",
            "songtisc",
        ],
    }
}

/// Families with serifs that do for all typefaces but 黑体.
pub(super) const SERIF: &[&str] = &[
    "notoserifcjksc",
    "notoserifsc",
    "sourcehanserifsc",
    "sourcehanserifcn",
    "思源宋体",
    "思源宋体cn",
    "宋体",
    "simsun",
    "stsong",
    "arplsungtilgb",
    "arplumingcn",
    "arpluming",
];

/// Families without serifs: right for 黑体, and better than nothing for the others.
pub(super) const SANS: &[&str] = &[
    "notosanscjksc",
    "notosanssc",
    "sourcehansanssc",
    "sourcehansanscn",
    "思源黑体",
    "思源黑体cn",
    "微软雅黑",
    "microsoftyahei",
    "pingfangsc",
    "hiraginosansgb",
    "wenquanyizenhei",
    "文泉驿正黑",
    "wenquanyimicrohei",
    "文泉驿微米黑",
    "droidsansfallback",
    "黑体",
    "simhei",
];

/// Families that have what Chinese ones may lack.
pub(super) const SYMBOLS: &[&str] = &["dejavusans", "segoeuisymbol", "applesymbols", "arial"];

/// A name as it is compared.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}
