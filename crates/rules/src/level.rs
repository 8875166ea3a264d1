//! Places in the frame of indicators.

/// 一级指标
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level1 {
    /// 产出指标
    Output,
    /// 成本指标, a level 1 of its own since 财预〔2021〕101号
    Cost,
    /// 效益指标
    Outcome,
    /// 满意度指标
    Satisfaction,
}

/// 二级指标
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level2 {
    /// 数量指标
    Quantity,
    /// 质量指标
    Quality,
    /// 时效指标
    Timeliness,
    /// 成本指标 under 产出指标
    Cost,
    /// 经济成本指标
    EconomicCost,
    /// 社会成本指标
    SocialCost,
    /// 生态环境成本指标
    EcologicalCost,
    /// 经济效益指标
    EconomicOutcome,
    /// 社会效益指标
    SocialOutcome,
    /// 生态效益指标
    EcologicalOutcome,
    /// 可持续影响指标
    SustainedOutcome,
    /// 服务对象满意度指标
    Satisfaction,
}

impl Level1 {
    const NAMES: [(&str, Level1); 4] = [
        ("产出指标", Level1::Output),
        ("成本指标", Level1::Cost),
        ("效益指标", Level1::Outcome),
        ("满意度指标", Level1::Satisfaction),
    ];

    /// The level of a normalised label.
    pub fn from_label(label: &str) -> Option<Level1> {
        let found = Level1::NAMES.iter().find(|(name, _)| *name == label);
        found.map(|(_, level)| *level)
    }

    /// The normalised label.
    pub fn label(self) -> &'static str {
        let found = Level1::NAMES.iter().find(|(_, level)| *level == self);
        found.map_or("", |(name, _)| name)
    }
}

impl Level2 {
    /// The normalised labels; the first of a level is the one it is shown by.
    const NAMES: [(&str, Level2); 13] = [
        ("数量指标", Level2::Quantity),
        ("质量指标", Level2::Quality),
        ("时效指标", Level2::Timeliness),
        ("成本指标", Level2::Cost),
        ("经济成本指标", Level2::EconomicCost),
        ("社会成本指标", Level2::SocialCost),
        ("生态环境成本指标", Level2::EcologicalCost),
        ("经济效益指标", Level2::EconomicOutcome),
        ("社会效益指标", Level2::SocialOutcome),
        ("生态效益指标", Level2::EcologicalOutcome),
        ("可持续影响指标", Level2::SustainedOutcome),
        ("服务对象满意度指标", Level2::Satisfaction),
        ("满意度指标", Level2::Satisfaction),
    ];

    /// The level of a normalised label.
    pub fn from_label(label: &str) -> Option<Level2> {
        let found = Level2::NAMES.iter().find(|(name, _)| *name == label);
        found.map(|(_, level)| *level)
    }

    /// The normalised label.
    pub fn label(self) -> &'static str {
        let found = Level2::NAMES.iter().find(|(_, level)| *level == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether it is about money spent.
    pub fn is_money_cost(self) -> bool {
        matches!(self, Level2::Cost | Level2::EconomicCost)
    }

    /// Whether it is an outcome.
    pub fn is_outcome(self) -> bool {
        matches!(
            self,
            Level2::EconomicOutcome
                | Level2::SocialOutcome
                | Level2::EcologicalOutcome
                | Level2::SustainedOutcome
        )
    }
}
