//! Characters on scanned pages, recognised by Tesseract where that is installed.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use plumbline_intake::scan::{Picture, Recogniser, Word};

use crate::message::{Lang, Problem};

/// What the program is called, and its data on simplified Chinese.
const PROGRAM: &str = "tesseract";
const LANGUAGE: &str = "chi_sim";
/// One page takes seconds; what takes longer than this hangs.
const TIME_MAX: Duration = Duration::from_secs(180);

/// Tesseract, which is installed.
#[derive(Debug)]
pub(crate) struct Tesseract {
    lang: Lang,
}

impl Tesseract {
    /// Finds it, with its data on Chinese.
    pub(crate) fn find(lang: Lang) -> Result<Tesseract, Problem> {
        let listed = Command::new(PROGRAM).arg("--list-langs").output();
        let cause = match &listed {
            Err(_) => lang.pick(
                "没有安装识别程序 tesseract",
                "tesseract, which recognises characters, is not installed",
            ),
            Ok(listed) if !has_language(&listed.stdout) => lang.pick(
                "tesseract 没有简体中文数据（chi_sim）",
                "tesseract has no data on simplified Chinese (chi_sim)",
            ),
            Ok(_) => return Ok(Tesseract { lang }),
        };
        Err(Problem::new(
            lang,
            "--ocr",
            cause,
            lang.pick(
                "请安装，例如 apt-get install tesseract-ocr tesseract-ocr-chi-sim",
                "install it, for example by `apt-get install tesseract-ocr tesseract-ocr-chi-sim`",
            ),
        ))
    }

    fn failure(&self, why: &str) -> String {
        let lang = self.lang;
        lang.say(
            format_args!("tesseract 没能识别（{why}）"),
            format_args!("tesseract failed ({why})"),
        )
    }
}

fn has_language(listed: &[u8]) -> bool {
    let listed = String::from_utf8_lossy(listed);
    listed.lines().any(|line| line.trim() == LANGUAGE)
}

impl Recogniser for Tesseract {
    fn words(&self, picture: &Picture) -> Result<Vec<Word>, String> {
        let mut command = Command::new(PROGRAM);
        // One block of lines (6); many files are read at once, so one core is enough for each.
        command
            .args(["stdin", "stdout", "-l", LANGUAGE, "--psm", "6", "tsv"])
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let failure = |error: std::io::Error| self.failure(&error.to_string());
        let mut child = command.spawn().map_err(failure)?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let said = thread::scope(|scope| {
            // It may end before it has read everything, which its exit code tells.
            scope.spawn(move || input.map(|mut input| write_pgm(picture, &mut input)));
            let said = scope.spawn(move || {
                let mut said = String::new();
                output.map(|mut output| output.read_to_string(&mut said));
                said
            });
            let ended = wait(&mut child);
            ended.map(|()| said.join().unwrap_or_default())
        });
        said.map(|said| words(&said))
            .map_err(|why| self.failure(&why))
    }
}

/// Waits until the program ends, and ends it if it takes too long.
fn wait(child: &mut Child) -> Result<(), String> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(status.to_string()),
            Ok(None) if start.elapsed() < TIME_MAX => thread::sleep(Duration::from_millis(10)),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("> {} s", TIME_MAX.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}

/// Writes a picture as a portable grey map, the simplest format there is.
fn write_pgm(picture: &Picture, to: &mut impl Write) -> std::io::Result<()> {
    write!(to, "P5\n{} {}\n255\n", picture.width, picture.height)?;
    to.write_all(&picture.pixels)
}

/// The words of a table as the program writes it: level (5 is a word), page, block, paragraph,
/// line, word, left, top, width, height, confidence, text.
fn words(table: &str) -> Vec<Word> {
    table.lines().filter_map(word).collect()
}

fn word(line: &str) -> Option<Word> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [
        level,
        _,
        _,
        _,
        _,
        _,
        left,
        top,
        width,
        height,
        confidence,
        text,
    ] = columns[..]
    else {
        return None;
    };
    if level != "5" || text.trim().is_empty() {
        return None;
    }
    let (left, top): (usize, usize) = (left.parse().ok()?, top.parse().ok()?);
    let (width, height): (usize, usize) = (width.parse().ok()?, height.parse().ok()?);
    let confidence: f32 = confidence.parse().ok()?;
    Some(Word {
        text: text.trim().to_owned(),
        left,
        top,
        right: left.checked_add(width)?,
        bottom: top.checked_add(height)?,
        confidence: confidence.clamp(0.0, 100.0) as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_on_the_fifth_level() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t10\t20\t90\t22\t-1\t\n\
            5\t1\t1\t1\t1\t1\t10\t20\t44\t22\t91.5\t水渠\n\
            5\t1\t1\t1\t1\t2\t60\t20\t4\t22\t95\t \n";
        assert_eq!(
            words(table),
            [Word {
                text: "水渠".to_owned(),
                left: 10,
                top: 20,
                right: 54,
                bottom: 42,
                confidence: 91,
            }]
        );
        assert_eq!(words("5\t1\t1\n5\t1\t1\t1\t1\t1\t-1\t0\t0\t0\t0\tx"), []);
    }

    #[test]
    fn the_language_is_looked_for_as_a_whole_line() {
        assert!(has_language(
            b"List of available languages (2):\nchi_sim\neng\n"
        ));
        assert!(!has_language(b"chi_sim_vert\neng\n"));
    }
}
