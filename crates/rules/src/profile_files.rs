//! The profiles of `official/profiles/`, each after those it builds on. Made by `cargo xtask codegen`; do not edit.

/// File name and content.
#[rustfmt::skip]
pub(crate) const FILES: &[(&str, &str)] = &[
    ("national.toml", include_str!("../../../official/profiles/national.toml")),
    ("cost-level1.toml", include_str!("../../../official/profiles/cost-level1.toml")),
    ("guangxi.toml", include_str!("../../../official/profiles/guangxi.toml")),
    ("hebei.toml", include_str!("../../../official/profiles/hebei.toml")),
    ("ningxia.toml", include_str!("../../../official/profiles/ningxia.toml")),
    ("sichuan.toml", include_str!("../../../official/profiles/sichuan.toml")),
    ("tianjin.toml", include_str!("../../../official/profiles/tianjin.toml")),
];
