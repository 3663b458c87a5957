//! A colour, and how well one stands out against another.

use std::fmt;

/// A colour in sRGB: red, green, blue, opacity, each 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color(pub [u8; 4]);

impl Color {
    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self([red, green, blue, 255])
    }

    /// Reads `#RRGGBB`, `#RRGGBBAA` or `#RGB`, with or without the `#`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            3 => {
                let digit = |shift: u32| (number >> shift) & 0xf;
                Some(Self::hex(digit(8) * 0x11_0000 + digit(4) * 0x1100 + digit(0) * 0x11))
            }
            6 => Some(Self::hex(number)),
            8 => Some(Self(number.to_be_bytes())),
            _ => None,
        }
    }

    /// The same colour with this opacity, 0 to 1.
    #[must_use]
    pub fn with_opacity(self, opacity: f64) -> Self {
        let Self([red, green, blue, _]) = self;
        Self([red, green, blue, byte(opacity.clamp(0.0, 1.0) * 255.0)])
    }

    /// Opacity, 0 to 1.
    #[must_use]
    pub fn opacity(self) -> f64 {
        let Self([.., alpha]) = self;
        f64::from(alpha) / 255.0
    }

    /// The colour `share` (0 to 1) of the way to `other`, as if that much of it lay on top.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix =
            |own: u8, other: u8| byte(f64::from(own) + (f64::from(other) - f64::from(own)) * share);
        let (Self([r, g, b, a]), Self([r2, g2, b2, a2])) = (self, other);
        Self([mix(r, r2), mix(g, g2), mix(b, b2), mix(a, a2)])
    }

    /// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (own, other) = (self.luminance(), other.luminance());
        (own.max(other) + 0.05) / (own.min(other) + 0.05)
    }

    /// Relative luminance, 0 (black) to 1 (white) (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue as amounts of light, 0 to 1 (IEC 61966-2-1).
    #[must_use]
    pub fn linear(self) -> [f64; 3] {
        let Self([red, green, blue, _]) = self;
        [red, green, blue].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { power_2_4((value + 0.055) / 1.055) }
        })
    }
}

impl fmt::Display for Color {
    /// `#RRGGBB`, with two more digits when it is not opaque.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue, alpha]) = self;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")?;
        if *alpha < 255 { write!(f, "{alpha:02X}") } else { Ok(()) }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// `base` to the power 2.4 for 0 < `base` ≤ 1: the square times the fifth root of the square.
///
/// By Newton's method, since `powf` differs between platforms.
fn power_2_4(base: f64) -> f64 {
    let square = base * base;
    let mut root = 1.0;
    for _ in 0..60 {
        let fourth: f64 = root * root * root * root;
        root -= (fourth * root - square) / (5.0 * fourth);
    }
    square * root
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn hex_is_read_in_the_usual_forms() {
        assert_eq!(Color::parse("#2F6FED"), Some(Color([0x2f, 0x6f, 0xed, 0xff])), "six digits");
        assert_eq!(Color::parse("2f6fed"), Some(Color::hex(0x2f_6f_ed)), "without the sign");
        assert_eq!(Color::parse("#FFF"), Some(Color::hex(0xff_ff_ff)), "three digits");
        assert_eq!(Color::parse("#00000080"), Some(Color([0, 0, 0, 0x80])), "with opacity");
        for text in ["", "#", "#12", "#12345", "#GGGGGG", "red", "#+12345", "#é34567"] {
            assert_eq!(Color::parse(text), None, "{text} is no colour");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let (black, white) = (Color::hex(0), Color::hex(0xff_ff_ff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9, "black on white");
        assert!((white.contrast(white) - 1.0).abs() < 1e-9, "white on white");
        let grey = Color::hex(0x76_76_76).contrast(white);
        assert!((grey - 4.54).abs() < 0.005, "the well-known lightest grey: {grey}");
        let red = Color::hex(0xff_00_00).contrast(white);
        assert!((red - 3.998).abs() < 0.001, "pure red: {red}");
    }

    #[test]
    fn light_is_the_true_power() {
        for step in 1..=1000 {
            let base = f64::from(step) / 1000.0;
            #[expect(clippy::disallowed_methods, reason = "what the root is compared with")]
            let exact = base.powf(2.4);
            assert!((power_2_4(base) - exact).abs() < 1e-12, "{base}");
        }
    }

    #[test]
    fn mixing_goes_from_one_to_the_other() {
        let (black, white) = (Color::hex(0), Color::hex(0xff_ff_ff));
        assert_eq!(black.mixed(white, 0.0), black, "none of it");
        assert_eq!(black.mixed(white, 1.0), white, "all of it");
        assert_eq!(black.mixed(white, 0.5), Color::hex(0x80_80_80), "half");
        assert_eq!(white.with_opacity(0.5), Color([255, 255, 255, 128]), "half seen through");
    }

    proptest! {
        #[test]
        fn printing_and_reading_are_each_others_opposite(bytes in any::<[u8; 4]>()) {
            prop_assert_eq!(Color::parse(&Color(bytes).to_string()), Some(Color(bytes)));
        }

        #[test]
        fn reading_never_fails_badly(text in "\\PC{0,10}") {
            prop_assert!(Color::parse(&text).is_none_or(|color| color.opacity() <= 1.0));
        }
    }
}
