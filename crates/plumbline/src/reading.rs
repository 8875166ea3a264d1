//! From bytes to what is written out: the one place that knows how `intake` is called.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Notice, NoticeKind};
use plumbline_intake::scan::Recogniser;
use plumbline_intake::{Inspection, Reading};
use plumbline_model::Place;
use plumbline_model::json;

use crate::cli::ReadingArgs;
use crate::message::{Lang, Problem, damage, internal_error, read_problem, replaced_characters};
use crate::ocr::Tesseract;
use crate::sources::Source;

/// How sources are read.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) limits: Limits,
    recogniser: Option<Tesseract>,
    lang: Lang,
}

impl Reader {
    /// Reads as asked for; what else is needed for that must be there.
    pub(crate) fn new(args: &ReadingArgs, lang: Lang) -> Result<Reader, Problem> {
        let usual = Limits::default();
        let recogniser = args.ocr.then(|| Tesseract::find(lang));
        Ok(Reader {
            limits: Limits {
                bytes_max: args.max_bytes.unwrap_or(usual.bytes_max),
                unpacked_max: args.max_unpacked.unwrap_or(usual.unpacked_max),
                pages_max: args.max_pages.unwrap_or(usual.pages_max),
                ..usual
            },
            recogniser: recogniser.transpose()?,
            lang,
        })
    }

    /// The bytes of a source, unless there are too many.
    pub(crate) fn bytes(&self, source: &Source) -> Result<Vec<u8>, Problem> {
        source.bytes(self.limits.bytes_max, self.lang)
    }

    /// Reads one source.
    pub(crate) fn read(&self, source: &Source) -> Result<json::Source, Problem> {
        self.read_bytes(source, &self.bytes(source)?)
    }

    /// Reads the bytes of a source.
    pub(crate) fn read_bytes(
        &self,
        source: &Source,
        bytes: &[u8],
    ) -> Result<json::Source, Problem> {
        let inspection = self.inspect_bytes(source, bytes)?;
        Ok(to_source(source, inspection.reading, self.lang))
    }

    /// Reads one source, keeping the paper and what its pieces were taken for.
    pub(crate) fn inspect(&self, source: &Source) -> Result<Inspection, Problem> {
        self.inspect_bytes(source, &self.bytes(source)?)
    }

    fn inspect_bytes(&self, source: &Source, bytes: &[u8]) -> Result<Inspection, Problem> {
        let recogniser = self.recogniser.as_ref().map(|one| one as &dyn Recogniser);
        plumbline_intake::inspect_scans(bytes, &self.limits, recogniser)
            .map_err(|error| read_problem(self.lang, &source.shown(self.lang), &error))
    }
}

fn to_source(source: &Source, reading: Reading, lang: Lang) -> json::Source {
    let damaged = reading.encoding.filter(|encoding| encoding.replaced > 0);
    let lost = damaged.map(|encoding| json::Remark {
        text: replaced_characters(lang, encoding),
        place: Place::Whole,
    });
    let noticed = reading.notices.iter().map(|notice| json::Remark {
        text: notice_words(lang, notice),
        place: notice.place,
    });
    let unread = reading.unread.into_iter().map(|unread| json::Remark {
        text: unread.text,
        place: unread.place,
    });
    json::Source {
        name: shown_name(source),
        container: reading.container.name().to_owned(),
        documents: reading.documents,
        unread: unread.collect(),
        coverage: rounded_down(reading.coverage.ratio()),
        notes: lost.into_iter().chain(noticed).collect(),
    }
}

/// What a notice says.
fn notice_words(lang: Lang, notice: &Notice) -> String {
    let (zh, en) = match notice.kind {
        NoticeKind::HiddenSheet => ("隐藏的工作表，已读入", "hidden sheet, read"),
        NoticeKind::HiddenRows => ("隐藏的行，已读入", "hidden rows, read"),
        NoticeKind::HiddenColumns => ("隐藏的列，已读入", "hidden columns, read"),
        NoticeKind::HiddenText => ("隐藏的文字，未读入", "hidden text, not read"),
        NoticeKind::Comment => ("批注，不作为正文", "comment, no part of the text"),
        NoticeKind::Insertion => (
            "修订：插入的文字，按接受读入",
            "tracked insertion, read as accepted",
        ),
        NoticeKind::Deletion => (
            "修订：删除的文字，按接受略去",
            "tracked deletion, left out as accepted",
        ),
        NoticeKind::FormulaWithoutValue => {
            ("公式没有保存计算结果", "formula kept without its value")
        }
        NoticeKind::Picture => ("图片，其中的文字未读入", "picture, its text not read"),
        NoticeKind::ScannedPage => (
            "扫描页，没有文字可读（可以加 --ocr 识别）",
            "scanned page, no text to read (recognise it with --ocr)",
        ),
        NoticeKind::RecognisedPage => (
            "文字由图像识别得来，识别置信度",
            "text recognised from a picture, with confidence",
        ),
        NoticeKind::DamagedPage => ("页面已损坏", "damaged page"),
        NoticeKind::Attachment => ("内嵌的文件，未读入", "file within the file, not read"),
        NoticeKind::Annotation => ("阅读器批注，不作为正文", "annotation, no part of the text"),
        NoticeKind::RunningHead => (
            "页眉或页脚，不作为正文",
            "head or foot of pages, no part of the text",
        ),
        NoticeKind::Signature => (
            "带有电子签名或签章，未验证",
            "carries a signature or seal, not verified",
        ),
        NoticeKind::Converted => ("经转换读入，所用程序", "read through a conversion by"),
    };
    let text = match notice.kind {
        NoticeKind::DamagedPage => damage(lang, &notice.text),
        _ => notice.text.clone(),
    };
    match text.is_empty() {
        true => lang.pick(zh, en).to_owned(),
        false => lang.say(format_args!("{zh}：{text}"), format_args!("{en}: {text}")),
    }
}

/// The name of a source in what is written: with `/` on every system.
pub(crate) fn shown_name(source: &Source) -> String {
    source.name.to_string_lossy().replace('\\', "/")
}

/// Four digits, rounded down, so that 1 is said of a source only if nothing is unread.
fn rounded_down(ratio: f64) -> f64 {
    (ratio * 10_000.0).floor() / 10_000.0
}

thread_local! {
    /// What the last panic of this thread said, while [`guarded`] waits to report it.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics that [`guarded`] reports from printing a message of their own.
pub(crate) fn hush_guarded_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let is_guarded = PANIC.with_borrow(Option::is_some);
        if !is_guarded {
            return usual(info);
        }
        let text = info.payload_as_str().unwrap_or("panic");
        let place = info.location().map(|at| format!(", {at}"));
        PANIC.set(Some(format!("{text}{}", place.unwrap_or_default())));
    }));
}

/// Turns a panic into a problem of the source it happened on, so that others are not affected.
pub(crate) fn guarded<T>(
    source: &Source,
    lang: Lang,
    work: impl FnOnce() -> Result<T, Problem>,
) -> Result<T, Problem> {
    PANIC.set(Some(String::new()));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    let said = PANIC.take().unwrap_or_default();
    result.unwrap_or_else(|_| Err(internal_error(lang, &source.shown(lang), &said)))
}
