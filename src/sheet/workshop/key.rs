//! The answers: the same family with its threads, what is told of each, what to ask, and where those who
//! look on easily go wrong.

use super::{A4, Leaf, PAGE, Pictures, SIDE, Under, threads};
use crate::catalogue::Catalogue;
use crate::fonts::Weight;
use crate::geometry::Point;
use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId, StoryScene};
use crate::pattern::{Card, Teller, What, generations};
use crate::scene::{Scene, card_title, theme_hue};
use crate::sheet::Wanted;
use crate::sheet::file::{Filer, barred};
use crate::sheet::flow::{Flow, Frame, Piece};
use crate::sheet::page::{Page, mm};
use crate::sheet::told;
use crate::shown::{self, Eyes, Names};

/// No one reads more pages of answers.
const MOST_PAGES: usize = 12;
/// So many questions are asked.
const MOST_QUESTIONS: usize = 4;
/// Where words below a title begin.
const INDENT: f64 = mm(5.0);

/// Makes the pages.
pub(in crate::sheet) fn sheet(wanted: &Wanted<'_>) -> Vec<Scene> {
    let map = told::shown_map(wanted);
    let opened = told::opened(wanted);
    let mut filer = Filer::of(wanted, &map, &opened);
    filer.setter.width = A4.w - 2.0 * SIDE;
    let leaf = Leaf { filer: &filer };
    let texts = filer.setter.texts;
    let title = texts.get("sheet-key");
    let mut first = Page::new();
    leaf.head(&mut first, &title, &texts.get("sheet-key-first"));
    if let Some(pictures) = Pictures::of(&filer) {
        let (scene, by) = pictures.threads;
        first.put_scene_by(scene, pictures.scale, by);
        leaf.note(&mut first, pictures.note.as_ref());
    }
    leaf.questions(&mut first, &Under::Answers(leaf.answers()));
    let bottom = A4.h - mm(20.0);
    let frame = Frame { left: SIDE, top: mm(16.0), bottom, most: MOST_PAGES };
    let mut flow = Flow::new(frame);
    leaf.told(&mut flow);
    leaf.story(&mut flow);
    let (mut pages, left_out) = flow.finished();
    if 0 < left_out
        && let Some(last) = pages.last_mut()
    {
        last.put(filer.setter.left_out("sheet-file-more", left_out), Point::new(SIDE, bottom));
    }
    let all = pages.len() + 1;
    let leaves = std::iter::once((first, PAGE)).chain(pages.into_iter().map(|it| (it, A4)));
    let scenes = leaves.enumerate().map(|(at, (mut page, size))| {
        let block = filer.setter.running(&title, (at + 1, all), size.w - 2.0 * SIDE);
        page.put(block, Point::new(SIDE, size.h - mm(8.0)));
        page.finished(filer.setter.theme, (title.clone(), texts.get("sheet-key-about")), size)
    });
    scenes.collect()
}

impl Leaf<'_, '_> {
    /// The threads with their sentences, and what is not known.
    fn told(&self, flow: &mut Flow) {
        let filer = self.filer;
        let (setter, texts, lang) = (&filer.setter, filer.setter.texts, filer.wanted.lang);
        let generations = generations(filer.map, &filer.kin);
        let catalogue = Catalogue::builtin();
        let map = &self.for_a_group();
        let teller = Teller::new(map, &filer.kin, catalogue, &filer.cards, &generations);
        for card in threads(filer) {
            let mut piece = Piece::default();
            let told = teller.told(card, lang);
            let title = card_title(filer.map, card, lang);
            self.say(&mut piece, &title, Weight::SemiBold);
            let lines = told.lines.iter().map(|it| it.sentences.join(" "));
            for line in lines {
                self.say(&mut piece, &line, Weight::Regular);
            }
            let color = theme_hue(filer.map, Some(&card.theme)).color(setter.theme);
            flow.put(barred(piece, color));
        }
        let questions = teller.questions(lang).into_iter().take(MOST_QUESTIONS);
        self.listed(flow, "sheet-key-unknown", questions.map(|it| it.words).collect());
        let mut traps = vec![texts.get("sheet-key-empty"), texts.get("sheet-key-blame")];
        traps.splice(0..0, self.scenes().map(|scene| scene.trap.trim().to_owned()));
        self.listed(flow, "sheet-key-traps", traps);
    }

    /// The map as a group looks at it: nobody of the family is spoken to. Without names there is only
    /// what the main person calls people.
    fn for_a_group(&self) -> FamilyMap {
        let map = self.filer.map;
        let focus = if self.has_names() { Vec::new() } else { map.focus.clone() };
        FamilyMap { focus, ..map.clone() }
    }

    const fn has_names(&self) -> bool {
        matches!(self.filer.wanted.names, Names::Shown | Names::Invented)
    }

    /// The answers in short, one below each question: what comes back, who got out or never began, of
    /// whom it is not known.
    fn answers(&self) -> [String; 3] {
        let filer = self.filer;
        let texts = filer.setter.texts;
        let titles = threads(filer).map(|card| card_title(filer.map, card, filer.wanted.lang));
        let of = |people: &dyn Fn(&Card) -> Vec<PersonId>| {
            let people = threads(filer).flat_map(people).filter(|_| self.has_names());
            let people = people.filter_map(|id| filer.map.person(&id));
            let mut names: Vec<String> = Vec::new();
            for name in people.map(|it| it.name.short().to_owned()) {
                if !name.is_empty() && !names.contains(&name) {
                    names.push(name);
                }
            }
            texts.listed(&names)
        };
        let out = |card: &Card| {
            let is_out = |what: &What| matches!(what, What::Out | What::DidNotBegin);
            let claims = card.claims.iter().filter(|it| is_out(&it.what));
            claims.flat_map(|it| it.people.iter().cloned()).collect()
        };
        let unknown = |card: &Card| card.unknown.clone();
        [texts.listed(&titles.collect::<Vec<_>>()), of(&out), of(&unknown)]
    }

    /// What the one who tells has noted, scene by scene; what is said, asked and answered on lines of
    /// their own.
    fn story(&self, flow: &mut Flow) {
        let texts = self.filer.setter.texts;
        let notes = self.scenes().map(|scene| {
            let guess = scene.guess.as_ref().map(|it| it.text.trim()).filter(|it| !it.is_empty());
            let guess = guess
                .map(|it| texts.say(&Message::new("sheet-key-guess").arg("words", it)))
                .unwrap_or_default();
            let mut said: Vec<&str> = scene.notes.lines().chain([guess.as_str()]).collect();
            said.retain(|it| !it.trim().is_empty());
            if !said.is_empty() {
                said.insert(0, scene.title.trim());
            }
            said.retain(|it| !it.is_empty());
            said.join("\n")
        });
        self.listed(flow, "sheet-key-story", notes.collect());
    }

    /// The scenes of the story, in the names that are wanted. Whoever tells reads them from the whole map;
    /// nobody else does.
    fn scenes(&self) -> impl Iterator<Item = StoryScene> + use<> {
        let wanted = self.filer.wanted;
        let named = shown::named(wanted.map, wanted.names, wanted.lang);
        let is_table = wanted.eyes == Eyes::Table;
        let story = if is_table { named.story.clone() } else { Vec::new() };
        story.into_iter()
    }

    /// Sentences below a heading; nothing without any.
    fn listed(&self, flow: &mut Flow, id: &'static str, sentences: Vec<String>) {
        let setter = &self.filer.setter;
        flow.heading(setter.heading(&setter.texts.get(id), 3));
        for sentence in sentences.into_iter().filter(|it| !it.is_empty()) {
            let mut piece = Piece::default();
            for (at, line) in sentence.lines().enumerate() {
                let mark = if at == 0 { "•  " } else { "" };
                self.say(&mut piece, &format!("{mark}{}", line.trim()), Weight::Regular);
            }
            flow.put(piece);
        }
        flow.end_of_headings();
    }

    fn say(&self, piece: &mut Piece, words: &str, weight: Weight) {
        let setter = &self.filer.setter;
        for row in setter.sentences(words, setter.ink(10.5, weight), INDENT) {
            piece.add(row);
        }
    }
}
