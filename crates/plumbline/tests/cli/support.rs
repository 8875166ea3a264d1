//! What the tests of the program share: a folder to work in, and a run of the program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A form to which there is little to say.
pub const FORM: &str = "项目支出绩效目标表\n（2024年度）\n\n\
    项目名称\t桥梁养护\t\t\n主管部门\t县交通局\t实施单位\t县公路站\n\
    年度目标\t保障桥梁安全通行\t\t\n\
    一级指标\t二级指标\t三级指标\t指标值\n\
    产出指标\t数量指标\t养护桥梁数量\t≥12座\n\
    满意度指标\t服务对象满意度指标\t群众满意度\t≥95%\n";

/// A text in which nothing is a performance document.
pub const LETTER: &str = "致全县干部群众的一封信\n今天天气很好，大家都出去散步了。\n";

/// A folder that is gone when the test is over.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("plumbline-test-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("temporary folder");
        Folder(path)
    }

    pub fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder::new();
        for (name, content) in files {
            folder.write(name, content.as_bytes());
        }
        folder
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folder");
        fs::write(path, content).expect("file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in a folder, with a text on standard input.
pub fn run_with(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plumbline"))
        .args(args)
        .current_dir(folder)
        .env_remove("PLUMBLINE_LANG")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that stopped before it read everything is no failure of the test.
    let _ = child.stdin.take().expect("piped").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    Run {
        code: output.status.code().expect("no signal"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The same with nothing on standard input.
pub fn run(folder: &Folder, args: &[&str]) -> Run {
    run_with(&folder.0, args, b"")
}

/// What is written there.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A part of a file that is a zip archive of XML.
pub fn part(folder: &Folder, file: &str, part: &str) -> String {
    let file = fs::File::open(folder.0.join(file)).expect("written");
    let mut archive = zip::ZipArchive::new(file).expect("a zip archive");
    let part = archive.by_name(part).expect("a part");
    std::io::read_to_string(part).expect("text")
}

/// The form with an indicator without a value on line 8.
pub fn blank() -> String {
    FORM.replace("≥12座", "")
}
