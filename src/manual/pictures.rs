//! The pictures of the manual, made of an invented family when somebody looks at them: they are never old.

use crate::catalogue::Catalogue;
use crate::file;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Lang, Texts};
use crate::kinship::Kinship;
use crate::model::{Date, FamilyMap};
use crate::pattern::{self, Cards, Settings, Teller, generations};
use crate::picture::picture_of;
use crate::scene::{
    self, Across, LifeView, Paint, Scene, Sensitive, Shape, Stroke, View, card_strands, card_title,
    theme_hue,
};
use crate::sheet::set::{Block, Page, Style, mm};
use crate::sheet::{self, Wanted, Words};
use crate::shown::{self, Eyes, Names, Opened};
use crate::theme::{Theme, ThemeName};
use crate::year::{Years, last_day};

/// The names of all pictures.
pub const PICTURES: [&str; 8] =
    ["map", "thread", "card", "overview", "lifelines", "year", "plan", "sheet-parent"];

/// The family in the pictures.
const FAMILY: &[u8] = include_bytes!("../../examples/drie-keer-jong-moeder.familie");
/// One with goals, in both languages.
const PLANS: [&[u8]; 2] = [
    include_bytes!("../../assets/manual/plan-nl.familie"),
    include_bytes!("../../assets/manual/plan-en.familie"),
];
/// The year of the picture of another year.
const YEAR: i32 = 2004;

/// The picture called `name`, in the words of `lang`; nothing where there is none of that name.
#[must_use]
pub fn picture(name: &str, lang: Lang, theme: ThemeName) -> Option<Scene> {
    let plan = match lang {
        Lang::Nl => PLANS[0],
        Lang::En => PLANS[1],
    };
    let mut map = file::open(if name == "plan" { plan } else { FAMILY }).ok()?;
    if name != "plan" {
        map.wish = Texts::new(lang).get("manual-wish");
    }
    let today = map.today?;
    let maker = Maker { lang, theme, today, opened: Opened::default() };
    maker.make(name, &map)
}

struct Maker {
    lang: Lang,
    theme: ThemeName,
    today: Date,
    opened: Opened,
}

impl Maker {
    fn make(&self, name: &str, whole: &FamilyMap) -> Option<Scene> {
        let map = &shown::without_hidden(whole, Catalogue::builtin(), &self.opened);
        let kin = Kinship::of(map);
        let cards = self.cards(whole);
        let view = self.view();
        Some(match name {
            "map" => drawn(map, &view),
            "thread" => {
                let first = cards.first_strand()?.id.clone();
                let strands = card_strands(map, &cards, &[first], self.lang);
                let strands = strands.into_iter().map(|(_, view)| view).collect();
                drawn(map, &View { strands, ..view })
            }
            "card" => self.card(map, &kin, &cards)?,
            "overview" => scene::overview(map, &kin, &cards, &view, Across::Areas).scene,
            "lifelines" => scene::lifelines(map, &kin, &cards, &view, &LifeView::default()).scene,
            "year" => self.year(map, view),
            "plan" => framed(sheet::plan(&self.wanted(whole)), self.theme),
            "sheet-parent" => framed(sheet::parent(&self.wanted(whole)), self.theme),
            _ => return None,
        })
    }

    fn cards(&self, map: &FamilyMap) -> Cards {
        let settings = Settings::default();
        let kin = Kinship::of(map);
        pattern::cards(map, &kin, Catalogue::builtin(), &settings, self.today, &self.opened)
    }

    fn view(&self) -> View {
        View {
            legend: true,
            // What is hidden is not in the map.
            sensitive: Sensitive::Shown,
            ..View::calm(Theme::for_paper(self.theme), self.lang, self.today)
        }
    }

    const fn wanted<'m>(&self, map: &'m FamilyMap) -> Wanted<'m> {
        Wanted {
            map,
            names: Names::Shown,
            eyes: Eyes::Table,
            lang: self.lang,
            today: self.today,
            words: Words::Soft,
            theme: self.theme,
        }
    }

    /// The family as it was at the end of a year.
    fn year(&self, map: &FamilyMap, view: View) -> Scene {
        let then = Years::of(map, self.today).at(YEAR);
        let (cast, placed) = picture_of(map, &view);
        let view = View { today: last_day(then.year), absent: then.absent, ..view };
        scene::build(&then.map, &cast.in_year(&then.map, &view), &placed, &view)
    }

    /// A card as the panel shows it when it is open.
    fn card(&self, map: &FamilyMap, kin: &Kinship, cards: &Cards) -> Option<Scene> {
        let theme = Theme::for_paper(self.theme);
        let card = cards.first_strand()?;
        let generations = generations(map, kin);
        let teller = Teller::new(map, kin, Catalogue::builtin(), cards, &generations);
        let (width, pad) = (mm(120.0), mm(7.0));
        let mut words = Block::default();
        let bold = Style::new(13.0, Weight::Bold, theme.ink);
        let title = [card_title(map, card, self.lang)];
        let mut y = words.lines(&title, Point::new(pad, mm(9.0)), bold) + mm(2.0);
        for line in teller.told(card, self.lang).lines {
            // The question is what the conversation goes on with.
            let weight = if line.line == 7 { Weight::SemiBold } else { Weight::Regular };
            let style = Style::new(11.5, weight, theme.ink);
            let lines = style.lines(&line.sentences.join(" "), width - 2.0 * pad);
            y = words.lines(&lines, Point::new(pad, y + mm(5.6)), style) + mm(0.6);
        }
        let size = Size::new(width, y + mm(7.0));
        let rect = Rect::between(Point::default(), Point::new(size.w, size.h)).grown(-mm(0.5));
        let hue = theme_hue(map, Some(&card.theme)).color(theme);
        let mut block = Block::default();
        let edge = Paint::both(theme.tint(hue), Stroke::solid(hue, mm(0.5)));
        block.add(Shape::Rect { rect, radius: mm(2.5), paint: edge });
        let bar = Rect::between(rect.min, Point::new(rect.min.x + mm(2.2), rect.max.y));
        block.add(Shape::Rect { rect: bar, radius: mm(1.1), paint: Paint::fill(hue) });
        block.append(words);
        let mut page = Page::new();
        page.put(block, Point::default());
        Some(page.finished(theme, title.map(|it| (it.clone(), it)).into_iter().next()?, size))
    }
}

fn drawn(map: &FamilyMap, view: &View) -> Scene {
    let (cast, layout) = picture_of(map, view);
    scene::build(map, &cast, &layout, view)
}

/// A sheet with a line around it: on paper nobody sees where it ends.
fn framed(sheet: Scene, theme: ThemeName) -> Scene {
    let theme = Theme::for_paper(theme);
    let size = Size::new(sheet.bounds.width(), sheet.bounds.height());
    let (bounds, words) = (sheet.bounds, (sheet.title.clone(), sheet.description.clone()));
    let mut page = Page::new();
    page.put_scene(sheet, bounds, 1.0);
    let mut edge = Block::default();
    let paint = Paint::stroke(Stroke::solid(theme.line, mm(0.5)));
    edge.add(Shape::Rect { rect: bounds.grown(-mm(0.3)), radius: 0.0, paint });
    page.put(edge, Point::default());
    page.finished(theme, words, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_can_be_made_in_both_languages() {
        for name in PICTURES {
            for lang in Lang::ALL {
                for theme in [ThemeName::Light, ThemeName::Mono] {
                    let scene = picture(name, lang, theme).expect("a picture");
                    assert!(10 < scene.items.len(), "{name}");
                    assert!(0.0 < scene.bounds.width(), "{name}");
                }
            }
        }
        assert_eq!(picture("nothing", Lang::Nl, ThemeName::Light), None);
    }
}
