//! 完成目标可能性: the three answers of the monitoring form.

/// How likely a target is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likelihood {
    /// 确定能
    Certain,
    /// 有可能
    Possible,
    /// 完全不可能
    Impossible,
}

impl Likelihood {
    /// All answers.
    pub const ALL: [Likelihood; 3] = [
        Likelihood::Certain,
        Likelihood::Possible,
        Likelihood::Impossible,
    ];

    fn printed(self) -> &'static str {
        match self {
            Likelihood::Certain => "确定能",
            Likelihood::Possible => "有可能",
            Likelihood::Impossible => "不可能",
        }
    }

    /// Whether a text names it.
    pub fn is_in(self, text: &str) -> bool {
        text.contains(self.printed())
    }

    /// The one answer that a text names.
    pub fn of(text: &str) -> Option<Likelihood> {
        let mut named = Likelihood::ALL
            .into_iter()
            .filter(|answer| answer.is_in(text));
        named.next().filter(|_| named.next().is_none())
    }
}
