//! The manual: read in the window, searched, and written as pages.

use std::path::Path;
use std::process::Command;

use rode_draad::i18n::Lang;
use rode_draad::manual::{manual, pages};
use rode_draad::model::Date;
use rode_draad::scene::{Role, Shape};
use rode_draad::theme::ThemeName;
use rode_draad::ui::keys;

use crate::ui_window::Window;

#[test]
fn the_manual_opens_with_one_key_and_is_read_by_chapter() {
    let mut w = Window::open("manual-read");
    w.click_button("Drie keer jong moeder");
    w.press("F1");
    for chapter in &manual(Lang::Nl, keys(Lang::Nl)).chapters {
        assert!(w.has_button(&chapter.title), "{}", chapter.title);
    }
    assert!(w.is_seen("Het programma zoekt geen oorzaak"), "it begins at its beginning");
    w.click_button("Woorden die helpen");
    assert!(w.is_seen("een gezin met veel zorgen nu"), "a table is read");
    w.click_button("Alle toetsen");
    for (key, words) in keys(Lang::Nl).iter().take(8) {
        assert!(w.is_seen(key) && w.is_seen(words), "{key}: the keys are those of the table");
    }
    let before = w.map().people.len();
    w.press("Escape");
    assert!(!w.has_button("Alle toetsen"), "and it closes");
    w.press("F1");
    w.type_text("K");
    assert_eq!(w.map().people.len(), before, "a letter is for the manual, not for the map");
    w.press("F1");
    assert!(!w.has_button("Alle toetsen"));
}

#[test]
fn words_are_found_and_gone_to() {
    let mut w = Window::open("manual-find");
    w.press("F1");
    w.type_text("GELDWEGGEGOOID");
    assert!(w.is_seen("Niets gevonden"));
    w.press("Ctrl+A");
    w.type_text("de computer is stuk");
    assert!(w.is_seen("1 plek gevonden"));
    assert!(!w.is_seen("Zet een kopie ergens anders"), "it stands in another chapter");
    w.press("Enter");
    assert!(w.is_seen("Zet een kopie ergens anders"), "that chapter is open");
    w.press("Escape");
    if w.has_button("Sluit") {
        w.press("Escape");
    }
    assert!(!w.is_seen("Zoek in de handleiding"));
}

#[test]
fn every_page_has_its_number_and_the_contents_say_where_chapters_begin() {
    let today = Date::parse("2026-11-21").expect("a date");
    for lang in Lang::ALL {
        let text = manual(lang, keys(lang));
        let made = pages(&text, (lang, today), ThemeName::Light);
        assert!((10..=40).contains(&made.len()), "{}", made.len());
        let labels = |at: usize| -> Vec<String> {
            let items = made.get(at).expect("a page").items.iter();
            let labels = items.filter_map(|item| match &item.shape {
                Shape::Text(label) => Some(label.text.clone()),
                _ => None,
            });
            labels.collect()
        };
        let contents = labels(0);
        for chapter in &text.chapters {
            let at = contents.iter().position(|it| *it == chapter.title).expect("in the contents");
            let page: usize = contents.get(at + 1).and_then(|it| it.parse().ok()).expect("a page");
            assert!(labels(page - 1).contains(&chapter.title), "{} on {page}", chapter.title);
        }
        for page in &made {
            assert!(page.passages.iter().any(|it| it.role == Role::Running), "a number");
            for item in &page.items {
                let Some(rect) = item.shape.bounds() else { continue };
                let inside = page.bounds.contains(rect.min) && page.bounds.contains(rect.max);
                assert!(inside, "{:?}", item.shape);
            }
        }
        let figures = made.iter().flat_map(|page| &page.passages);
        let figures =
            figures.filter(|it| matches!(&it.role, Role::Figure(words) if !words.is_empty()));
        assert_eq!(figures.count(), 8, "every picture says what it shows");
    }
}

#[test]
fn the_manual_is_written_by_the_command_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("manual");
    std::fs::create_dir_all(&folder).expect("a folder");
    let written = |name: &str, more: &[&str]| {
        let out = folder.join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_rode-draad"));
        command.args(["manual", "--today", "2026-11-21", "-o"]).arg(&out).args(more);
        let done = command.env("LC_ALL", "nl_NL.UTF-8").output().expect("it runs");
        (done, std::fs::read(out).unwrap_or_default())
    };
    let (done, first) = written("a.pdf", &[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let (_, again) = written("b.pdf", &["--lang", "nl"]);
    assert!(first == again, "the same bytes");
    let holds = |file: &[u8], word: &str| file.windows(word.len()).any(|it| it == word.as_bytes());
    assert!(holds(&first, "Rode Draad, de handleiding") && holds(&first, "pdfuaid"));
    let (_, english) = written("c.pdf", &["--lang", "en", "--theme", "mono"]);
    assert!(english.starts_with(b"%PDF") && !holds(&english, "handleiding"));
    let (done, _) = written("d.png", &[]);
    assert!(!done.status.success());
    assert!(String::from_utf8_lossy(&done.stderr).contains(".pdf"), "it says what to do");
}
