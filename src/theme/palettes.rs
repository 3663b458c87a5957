//! The five themes. `tests.rs` measures every pair that meets.

use crate::theme::{Color, Families, RelationColors, Sizes, Strokes, Theme, ThemeName};

const fn c(rgb: u32) -> Color {
    Color::hex(rgb)
}

/// Strokes for arm's length.
const STROKES: Strokes = Strokes {
    hairline: 1.0,
    symbol: 2.4,
    line: 2.0,
    slash: 1.8,
    strand: 6.0,
    strand_over: 5.0,
    casing: 1.5,
    strand_step: 9.0,
    relation: 1.6,
    focus: 3.0,
};

/// Half as much again: what survives a beamer.
const THICK_STROKES: Strokes = Strokes {
    hairline: 1.5,
    symbol: 3.6,
    line: 3.0,
    slash: 2.8,
    strand: 9.0,
    strand_over: 7.5,
    casing: 2.2,
    strand_step: 13.5,
    relation: 2.4,
    focus: 4.5,
};

/// Sizes for arm's length.
const SIZES: Sizes = Sizes {
    symbol: 62.0,
    badge: 20.0,
    corner: 10.0,
    age: 17.0,
    name: 16.0,
    years: 12.5,
    generation: 13.0,
    code: 10.0,
    body: 14.5,
    heading: 17.0,
    title: 19.0,
};

/// Sizes for the back row: no running text under 24.
const LARGE_SIZES: Sizes = Sizes {
    symbol: 92.0,
    badge: 32.0,
    corner: 14.0,
    age: 28.0,
    name: 28.0,
    years: 24.0,
    generation: 24.0,
    code: 16.0,
    body: 24.0,
    heading: 28.0,
    title: 34.0,
};

/// Near the hues of the design, moved until all differ in the four kinds of sight.
const MIDDLE_FAMILIES: Families = Families {
    red: c(0xE4_40_54),
    orange: c(0xC2_77_13),
    blue: c(0x03_7B_C7),
    teal: c(0x0A_7D_70),
    magenta: c(0xAC_52_98),
    purple: c(0x70_44_9D),
    olive: c(0x62_7F_43),
    slate: c(0x4A_63_74),
};

/// The same, darker: each is also readable as text on white.
const DEEP_FAMILIES: Families = Families {
    red: c(0xD7_17_45),
    orange: c(0x8D_59_09),
    blue: c(0x09_62_CD),
    teal: c(0x0A_78_80),
    magenta: c(0xAE_41_78),
    purple: c(0x62_3B_90),
    olive: c(0x54_73_3F),
    slate: c(0x45_53_5B),
};

pub(super) static LIGHT: Theme = Theme {
    name: ThemeName::Light,
    ground: c(0xFB_FA_F7),
    band: c(0xF3_F0_E9),
    panel: c(0xFF_FF_FF),
    sunken: c(0xF1_EE_E7),
    hairline: c(0xE4_E0_D8),
    ink: c(0x22_30_3C),
    soft_ink: c(0x5F_6B_78),
    line: c(0x7E_89_95),
    accent: c(0x2F_6F_ED),
    on_accent: c(0xFF_FF_FF),
    strength: c(0x3A_99_68),
    on_family: c(0xFF_FF_FF),
    alert: c(0xB4_23_18),
    families: MIDDLE_FAMILIES,
    relation: RelationColors {
        warm: c(0x2E_7F_86),
        neutral: c(0x7E_89_95),
        tension: c(0xA4_5A_4E),
        cut: c(0x5F_6B_78),
    },
    stroke: STROKES,
    size: SIZES,
    dimmed: 0.35,
    is_patterned: false,
};

pub(super) static DARK: Theme = Theme {
    name: ThemeName::Dark,
    ground: c(0x17_1D_24),
    band: c(0x1D_24_2C),
    panel: c(0x24_2C_35),
    sunken: c(0x2B_34_3E),
    hairline: c(0x3A_45_51),
    ink: c(0xEE_F1_F4),
    soft_ink: c(0xB0_BB_C6),
    line: c(0x84_91_9E),
    accent: c(0x6E_A2_FF),
    on_accent: c(0x10_15_1B),
    strength: c(0x86_CB_8D),
    on_family: c(0x14_19_1F),
    alert: c(0xFF_8A_7A),
    families: Families {
        red: c(0xDD_7A_89),
        orange: c(0xE8_A1_34),
        blue: c(0x84_C6_FA),
        teal: c(0x0E_B8_A5),
        magenta: c(0xCF_87_C5),
        purple: c(0xB5_8A_F4),
        olive: c(0xC8_D8_76),
        slate: c(0xAE_C1_CE),
    },
    relation: RelationColors {
        warm: c(0x6F_C0_C4),
        neutral: c(0x84_91_9E),
        tension: c(0xD0_8F_84),
        cut: c(0xB0_BB_C6),
    },
    stroke: STROKES,
    size: SIZES,
    dimmed: 0.35,
    is_patterned: false,
};

pub(super) static CONTRAST: Theme = Theme {
    name: ThemeName::Contrast,
    ground: c(0xFF_FF_FF),
    band: c(0xF4_F4_F4),
    panel: c(0xFF_FF_FF),
    sunken: c(0xEE_EE_EE),
    hairline: c(0x59_59_59),
    ink: c(0x00_00_00),
    soft_ink: c(0x33_33_33),
    line: c(0x33_33_33),
    accent: c(0x00_3A_C8),
    on_accent: c(0xFF_FF_FF),
    strength: c(0x07_5E_2F),
    on_family: c(0xFF_FF_FF),
    alert: c(0xA0_00_00),
    families: DEEP_FAMILIES,
    relation: RelationColors {
        warm: c(0x0B_5A_63),
        neutral: c(0x33_33_33),
        tension: c(0x7A_2A_1E),
        cut: c(0x00_00_00),
    },
    stroke: Strokes { hairline: 1.5, symbol: 3.0, line: 2.5, relation: 2.2, ..STROKES },
    size: SIZES,
    dimmed: 0.45,
    is_patterned: false,
};

pub(super) static PROJECTOR: Theme = Theme {
    name: ThemeName::Projector,
    ground: c(0xFF_FF_FF),
    band: c(0xF3_F0_E9),
    panel: c(0xFF_FF_FF),
    sunken: c(0xF1_EE_E7),
    hairline: c(0xB9_B3_A6),
    ink: c(0x11_18_20),
    soft_ink: c(0x3F_4A_55),
    line: c(0x59_65_71),
    accent: c(0x1B_56_CF),
    on_accent: c(0xFF_FF_FF),
    strength: c(0x07_5E_2F),
    on_family: c(0xFF_FF_FF),
    alert: c(0xA8_1C_12),
    families: DEEP_FAMILIES,
    relation: RelationColors {
        warm: c(0x16_68_70),
        neutral: c(0x59_65_71),
        tension: c(0x8E_40_33),
        cut: c(0x3F_4A_55),
    },
    stroke: THICK_STROKES,
    size: LARGE_SIZES,
    // A beamer eats the light ones first.
    dimmed: 0.4,
    is_patterned: false,
};

/// Strokes on a screen that a room looks at: as thick as is seen from the back row, and no thicker, so
/// that people can be large.
const SCREEN_STROKES: Strokes =
    Strokes { strand: 7.0, strand_over: 6.0, strand_step: 10.5, ..THICK_STROKES };

/// Sizes on a screen: names and the words of generations are alike.
const SCREEN_SIZES: Sizes = Sizes { generation: 28.0, ..LARGE_SIZES };

/// The same for many people: the letters stay, symbols and tiles are smaller.
const CROWDED_SIZES: Sizes = Sizes { symbol: 66.0, badge: 25.0, age: 24.0, ..SCREEN_SIZES };

/// Every theme on a screen: with few people, and with many.
macro_rules! screens {
    ($($few:ident $many:ident of $theme:ident;)*) => { $(
        pub(super) static $few: Theme =
            Theme { stroke: SCREEN_STROKES, size: SCREEN_SIZES, ..$theme };
        pub(super) static $many: Theme =
            Theme { stroke: SCREEN_STROKES, size: CROWDED_SIZES, ..$theme };
    )* };
}

screens! {
    SCREEN CROWDED of LIGHT;
    SCREEN_DARK CROWDED_DARK of DARK;
    SCREEN_CONTRAST CROWDED_CONTRAST of CONTRAST;
    SCREEN_PROJECTOR CROWDED_PROJECTOR of PROJECTOR;
    SCREEN_MONO CROWDED_MONO of MONO;
}

/// Strokes of a family on a sheet, in sixths of a millimetre and less.
const PAPER_STROKES: Strokes = Strokes {
    hairline: 0.9,
    symbol: 1.9,
    line: 1.5,
    slash: 1.2,
    strand: 4.0,
    strand_over: 3.4,
    casing: 1.0,
    strand_step: 6.0,
    ..STROKES
};

/// Symbols of 11.4 mm with names of 12 points under them.
const PAPER_SIZES: Sizes = Sizes { symbol: 43.0, badge: 14.0, years: 11.0, ..SIZES };

/// For sheets: on white, with a cream box.
pub(super) static PAPER: Theme = Theme {
    ground: c(0xFF_FF_FF),
    band: c(0xFF_FF_FF),
    sunken: c(0xFB_F7_EC),
    hairline: c(0xD9_D4_C7),
    stroke: PAPER_STROKES,
    size: PAPER_SIZES,
    ..LIGHT
};

/// For a map on paper, of the sizes of the screen: on white, for a cream ground costs ink and prints as a
/// grey box.
pub(super) static PRINTED: Theme = Theme { ground: c(0xFF_FF_FF), band: c(0xF8_F8_F6), ..LIGHT };

/// The same for a printer without colours.
pub(super) static PAPER_MONO: Theme =
    Theme { sunken: c(0xFF_FF_FF), stroke: PAPER_STROKES, size: PAPER_SIZES, ..MONO };

pub(super) static MONO: Theme = Theme {
    name: ThemeName::Mono,
    ground: c(0xFF_FF_FF),
    band: c(0xF5_F5_F5),
    panel: c(0xFF_FF_FF),
    sunken: c(0xF0_F0_F0),
    hairline: c(0xC8_C8_C8),
    ink: c(0x11_11_11),
    soft_ink: c(0x4A_4A_4A),
    line: c(0x6E_6E_6E),
    accent: c(0x11_11_11),
    on_accent: c(0xFF_FF_FF),
    strength: c(0x4A_4A_4A),
    on_family: c(0xFF_FF_FF),
    alert: c(0x11_11_11),
    families: Families {
        red: c(0x1E_1E_1E),
        orange: c(0x1E_1E_1E),
        blue: c(0x1E_1E_1E),
        teal: c(0x1E_1E_1E),
        magenta: c(0x1E_1E_1E),
        purple: c(0x1E_1E_1E),
        olive: c(0x1E_1E_1E),
        slate: c(0x1E_1E_1E),
    },
    relation: RelationColors {
        warm: c(0x4A_4A_4A),
        neutral: c(0x6E_6E_6E),
        tension: c(0x1E_1E_1E),
        cut: c(0x1E_1E_1E),
    },
    stroke: STROKES,
    size: SIZES,
    dimmed: 0.35,
    is_patterned: true,
};
