//! Radicals that stand where characters are meant.
//!
//! A font draws the radical ⽬ and the character 目 with one glyph. Programs that write a page
//! (browsers, most of all) note for a glyph the first of its characters, and radicals come before
//! characters in Unicode. No form is written in radicals, so they are read as characters.

/// First of the radicals supplement.
const SUPPLEMENT_FIRST: u32 = 0x2E80;
/// First of the Kangxi radicals.
const KANGXI_FIRST: u32 = 0x2F00;

/// The characters of the radicals supplement, by the order of Unicode. What is no radical stands
/// for itself.
const SUPPLEMENT: &str = "\
    ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄㣺扌攵⺚旡日月歺母民氵氺灬爫爫丬牛\
    犭王疋目示礻竹糹纟罓罒㓁冗𦉫羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝\
    钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟\
";

/// The characters of the Kangxi radicals, as their compatibility decompositions have them.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
";

/// The character that a radical is drawn like; everything else is left as it is.
pub(super) fn folded(character: char) -> char {
    let (first, table) = match character {
        '\u{2E80}'..='\u{2EF3}' => (SUPPLEMENT_FIRST, SUPPLEMENT),
        '\u{2F00}'..='\u{2FD5}' => (KANGXI_FIRST, KANGXI),
        _ => return character,
    };
    let at = (character as u32 - first) as usize;
    table.chars().nth(at).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_folded_and_nothing_else() {
        let folds = |text: &str| text.chars().map(folded).collect::<String>();
        assert_eq!(folds("项⽬⻔⻓⺠⾦⿓⻳⼀⿕"), "项目门长民金龍龟一龠");
        assert_eq!(folds("ⅢΩ①㎡％，里"), "ⅢΩ①㎡％，里");
        assert_eq!(SUPPLEMENT.chars().count(), 116);
        assert_eq!(KANGXI.chars().count(), 214);
    }
}
