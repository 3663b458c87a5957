//! `rode-draad render IN --story FOLDER`: a picture for every step of the story.

use std::fs;
use std::path::Path;

use super::{Failure, output};
use crate::export::{self, PngSize};
use crate::i18n::{Message, Texts};
use crate::model::StoryScene;
use crate::story::{HEIGHT, Part, Step, Wanted, screen, steps};

/// Writes the steps of the story of `wanted` into `folder`, as pictures so many dots high.
pub(super) fn write(
    wanted: &Wanted<'_>,
    (folder, height): (&Path, u32),
    texts: Texts,
) -> Result<(), Failure> {
    if wanted.map.story.is_empty() {
        return Err(Failure::failed(Message::new("cli-no-story")));
    }
    fs::create_dir_all(folder).map_err(|_refused| {
        Failure::failed(Message::new("cli-no-folder").arg("folder", folder.display()))
    })?;
    for step in steps(&wanted.map.story) {
        let shown = screen(wanted, step.scene, step.part);
        let about = |doubt: Message| {
            let words = texts.say(&doubt);
            Message::new("story-doubt").count("number", step.scene + 1).arg("doubt", words)
        };
        let doubts: Vec<Message> = shown.doubts().into_iter().map(about).collect();
        output::complain(texts, &doubts);
        let size = PngSize::Scale(f64::from(height) / HEIGHT);
        let bytes = export::png(&shown.scene, size)
            .map_err(|error| Failure::failed(Message::new("cli-no-picture").arg("why", error)))?;
        output::write(&folder.join(name(step, &wanted.map.story)), &bytes)?;
    }
    Ok(())
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
