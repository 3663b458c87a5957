//! `rode-draad render IN --story FOLDER|FILE.pdf`: a picture or a page for every step of the story.

use std::fs;
use std::path::Path;

use super::{Failure, output};
use crate::export::{self, PngSize};
use crate::i18n::{Message, Texts};
use crate::model::StoryScene;
use crate::scene::Scene;
use crate::story::{HEIGHT, Part, Screen, Step, Wanted, screen, steps};

/// Writes the steps of the story of `wanted` to `place`: a PDF where it is called so, a page a step;
/// else a folder of pictures so many dots high.
pub(super) fn write(
    wanted: &Wanted<'_>,
    (place, height): (&Path, u32),
    texts: Texts,
) -> Result<(), Failure> {
    if wanted.map.story.is_empty() {
        return Err(Failure::failed(Message::new("cli-no-story")));
    }
    if place.extension().is_some_and(|it| it.eq_ignore_ascii_case("pdf")) {
        return pages(wanted, place, texts);
    }
    fs::create_dir_all(place).map_err(|_refused| {
        Failure::failed(Message::new("cli-no-folder").arg("folder", place.display()))
    })?;
    for step in steps(&wanted.map.story) {
        let shown = drawn(wanted, step, texts);
        let size = PngSize::Scale(f64::from(height) / HEIGHT);
        let bytes = export::png(&shown.scene, size).map_err(|error| no_picture(&error))?;
        output::write(&place.join(name(step, &wanted.map.story)), &bytes)?;
    }
    Ok(())
}

/// Every step on a page of one file, called as the map is: who shows it needs no program but a reader.
fn pages(wanted: &Wanted<'_>, file: &Path, texts: Texts) -> Result<(), Failure> {
    let steps = steps(&wanted.map.story);
    let mut pages: Vec<Scene> =
        steps.into_iter().map(|step| drawn(wanted, step, texts).scene).collect();
    if let Some(first) = pages.first_mut() {
        first.title = texts.get("story-strip");
    }
    let bytes =
        export::pdf_of_pages(&pages, None, wanted.lang).map_err(|error| no_picture(&error))?;
    output::write(file, &bytes)
}

/// A step as the room sees it; what is not right about it is said.
fn drawn(wanted: &Wanted<'_>, step: Step, texts: Texts) -> Screen {
    let shown = screen(wanted, step.scene, step.part);
    let about = |doubt: Message| {
        let words = texts.say(&doubt);
        Message::new("story-doubt").count("number", step.scene + 1).arg("doubt", words)
    };
    let doubts: Vec<Message> = shown.doubts().into_iter().map(about).collect();
    output::complain(texts, &doubts);
    shown
}

fn no_picture(why: &dyn std::fmt::Display) -> Failure {
    Failure::failed(Message::new("cli-no-picture").arg("why", why))
}

/// `04.png`; `05-1.png` and `05-2.png` where the room guesses first.
fn name(step: Step, story: &[StoryScene]) -> String {
    let digits = story.len().to_string().len().max(2);
    let number = step.scene + 1;
    match step.part {
        Part::Told => format!("{number:0digits$}.png"),
        Part::Guess => format!("{number:0digits$}-1.png"),
        Part::Reveal => format!("{number:0digits$}-2.png"),
    }
}
