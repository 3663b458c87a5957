//! The steps of a story: one for a scene, two where the room guesses first.

use crate::model::{CardId, StoryScene};

/// One step of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The scene, counted from 0.
    pub scene: usize,
    /// Which part of it.
    pub part: Part,
}

/// Which part of a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    #[default]
    Told,
    /// The room guesses.
    Guess,
    /// What there was to guess.
    Reveal,
}

/// Every step of `story`, in order.
#[must_use]
pub fn steps(story: &[StoryScene]) -> Vec<Step> {
    let parts = |scene: &StoryScene| -> &[Part] {
        if scene.guess.is_some() { &[Part::Guess, Part::Reveal] } else { &[Part::Told] }
    };
    let scenes = story.iter().enumerate();
    let of = |(at, scene)| parts(scene).iter().map(move |part| Step { scene: at, part: *part });
    scenes.flat_map(of).collect()
}

impl Part {
    /// The sentence on the screen.
    #[must_use]
    pub fn sentence(self, scene: &StoryScene) -> &str {
        let revealed = scene.guess.as_ref().filter(|_| self == Self::Reveal);
        revealed.map(|it| it.text.trim()).filter(|it| !it.is_empty()).unwrap_or(scene.text.trim())
    }

    /// The cards whose strands are drawn.
    #[must_use]
    pub fn cards(self, scene: &StoryScene) -> &[CardId] {
        let revealed = scene.guess.as_ref().filter(|_| self == Self::Reveal);
        revealed.map(|it| it.cards.as_slice()).filter(|it| !it.is_empty()).unwrap_or(&scene.cards)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Reveal;

    #[test]
    fn a_scene_to_guess_has_two_steps_and_says_in_the_second_what_it_has_to_say() {
        let told = StoryScene { text: "Dit is Kim.".to_owned(), ..StoryScene::default() };
        let card = CardId::new("young-parent").expect("an id");
        let mut asked = StoryScene { text: "Wat komt terug?".to_owned(), ..StoryScene::default() };
        asked.guess = Some(Reveal { text: " ".to_owned(), cards: vec![card.clone()] });
        let parts: Vec<Part> =
            steps(&[told.clone(), asked.clone()]).iter().map(|it| it.part).collect();
        assert_eq!(parts, [Part::Told, Part::Guess, Part::Reveal]);
        assert_eq!(Part::Guess.sentence(&asked), "Wat komt terug?");
        assert_eq!(Part::Reveal.sentence(&asked), "Wat komt terug?", "nothing new is said");
        assert_eq!(Part::Guess.cards(&asked), []);
        assert_eq!(Part::Reveal.cards(&asked), [card]);
        assert_eq!(Part::Reveal.sentence(&told), "Dit is Kim.");
    }
}
