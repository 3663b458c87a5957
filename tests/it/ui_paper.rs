//! "Op papier": what goes home is chosen, seen, and written.

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::ui_hidden::{self, HIDDEN};
use crate::ui_window::Window;

/// What the preview says to those who do not see it.
fn preview(w: &Window) -> String {
    let found = w.harness.query_all_by(|node| node.role() == egui::Role::Image);
    let labels = found.filter_map(|node| node.accesskit_node().label());
    labels.collect::<Vec<_>>().join(" ")
}

fn written(w: &mut Window, name: &str) -> Vec<u8> {
    w.press("Ctrl+A");
    let path = w.folder().join(name);
    w.type_text(&path.display().to_string());
    w.press("Enter");
    std::fs::read(path.with_extension("pdf")).expect("a page")
}

#[test]
fn the_sheet_for_home_is_two_keys_away() {
    let mut w = Window::open("paper-keys");
    w.click_button("Drie keer jong moeder");
    w.press("Ctrl+P");
    assert!(w.is_seen("Op papier"));
    let seen = preview(&w);
    assert!(seen.contains("Voor Kim") && seen.contains("zorgen goed voor"), "{seen}");
    assert!(!seen.contains("chulden"), "the fridge is soft: {seen}");
    assert!(w.is_seen("Notities en verborgen dingen: nooit"));
    assert!(!w.has_button("Druk af"), "there is no printer here");
    w.press("Enter");
    let page = written(&mut w, "blad");
    assert!(page.starts_with(b"%PDF"));
    assert!(!w.is_seen("Welk blad?"), "and it is closed");
    w.press("Ctrl+P");
    w.press("Escape");
    assert!(!w.is_seen("Welk blad?"));
}

#[test]
fn another_sheet_is_seen_at_once() {
    let mut w = Window::open("paper-choice");
    w.click_button("Drie keer jong moeder");
    w.press("Ctrl+P");
    w.click_button("Voor thuis, open");
    let seen = preview(&w);
    assert!(seen.contains("schulden") && seen.contains("Theo"), "{seen}");
    w.click_button("De kaart");
    let seen = preview(&w);
    assert!(seen.contains("1974") && seen.contains("Overgrootouders"), "{seen}");
    assert!(w.is_offered("A3"), "a map has a size");
    w.click_button("A3");
    w.click_button("zwart-wit");
    w.click_button("Bewaar als PDF");
    let page = written(&mut w, "kaart.pdf");
    let is_a3 = page.windows(24).any(|part| part.starts_with(b"/MediaBox[0 0 841.8"));
    assert!(is_a3, "the page has the size that was chosen, upright as the map is");
}

#[test]
fn a_sheet_of_more_pages_is_turned_and_written_whole() {
    let mut w = Window::open("paper-pages");
    w.click_button("Drie keer jong moeder");
    w.press("Ctrl+P");
    assert!(!w.has_button("Volgende bladzijde"), "one page has none to turn");
    w.click_button("Voor het dossier");
    let seen = preview(&w);
    assert!(seen.contains("Voor het dossier: Kim") && seen.contains("Jordy, je ex"), "{seen}");
    let all = (2..20).find(|all| w.is_seen(&format!("bladzijde 1 van {all}"))).expect("pages");
    w.click_button("Volgende bladzijde");
    assert!(w.is_seen(&format!("bladzijde 2 van {all}")));
    w.click_button("Voor thuis");
    assert!(!w.has_button("Volgende bladzijde"));
    w.click_button("Voor het dossier");
    assert!(w.is_seen("bladzijde 1 van "), "a sheet begins at its beginning");
    w.click_button("Bewaar als PDF");
    let file = written(&mut w, "dossier");
    let pages = file.windows(9).filter(|part| part == b"/MediaBox").count();
    assert_eq!(pages, all, "all of it is written, whichever page is seen");
}

#[test]
fn another_ending_than_pdf_is_refused() {
    let mut w = Window::open("paper-ending");
    w.click_button("Drie keer jong moeder");
    w.press("Ctrl+P");
    w.press("Enter");
    w.press("Ctrl+A");
    let path = w.folder().join("blad.docx");
    w.type_text(&path.display().to_string());
    w.press("Enter");
    assert!(!path.exists());
    assert!(w.is_seen("eindigt op .pdf"));
}

#[test]
fn nothing_hidden_goes_on_paper_even_while_it_is_open() {
    let mut w = ui_hidden::window("paper-hidden", &ui_hidden::family(str::to_owned));
    w.click_button("Gevoelige dingen laten zien");
    w.click_person("Ana");
    w.click_button("open voor Ana");
    let on_screen = ui_hidden::said(&w);
    assert!(on_screen.contains("Zwaluw") && on_screen.contains("Fazant"), "they are open");
    w.press("Ctrl+P");
    for sheet in [
        "Voor thuis",
        "Voor thuis, open",
        "Voor een kind",
        "Voor het dossier",
        "Eigen kopie",
        "Oefenblad",
        "Antwoordblad",
        "Knipkaartjes",
        "De kaart",
    ] {
        w.click_button(sheet);
        let seen = preview(&w);
        assert!(seen.contains("Ana") || seen.contains("mama"), "{sheet}: {seen}");
        for word in HIDDEN {
            assert!(!seen.contains(word), "{word} on {sheet}: {seen}");
        }
    }
}

#[test]
fn without_names_the_sheet_has_none() {
    let mut w = Window::open("paper-names");
    w.click_button("Drie keer jong moeder");
    w.press("N");
    w.press("Ctrl+P");
    assert!(w.is_seen("Namen en eigen woorden"), "they stay here");
    for sheet in ["Voor thuis, open", "Voor een kind", "De kaart"] {
        w.click_button(sheet);
        let seen = preview(&w);
        for name in ["Kim", "Sandra", "Osdaal"] {
            assert!(!seen.contains(name), "{name} on {sheet}: {seen}");
        }
    }
}

#[test]
fn a_sheet_is_for_the_child_that_was_chosen() {
    let mut w = Window::open("paper-child");
    w.click_button("Drie keer jong moeder");
    w.press("Ctrl+P");
    w.click_button("Voor een kind");
    let seen = preview(&w);
    assert!(seen.contains("jouw familie, Noa") && seen.contains("oma Ria"), "{seen}");
    // The preview says his name, too.
    let choices = w.harness.query_all_by(|node| {
        node.role() != egui::Role::Image && node.label().is_some_and(|label| label == "Levi")
    });
    choices.last().expect("a choice").click();
    w.harness.run_ok();
    let seen = preview(&w);
    assert!(seen.contains("jouw familie, Levi") && seen.contains("Levi, jij!"), "{seen}");
    assert!(!seen.contains("chulden") && !seen.contains("1974"), "{seen}");
    w.click_button("Bewaar als PDF");
    assert!(written(&mut w, "kind").starts_with(b"%PDF"));
}

/// What is on paper is what is on the screen: of a past year its title says so, and who was not there
/// yet has no name on it.
#[test]
fn a_past_year_on_the_screen_is_a_past_year_on_paper() {
    let mut w = Window::open("paper-year");
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w.press("K");
    w.type_text("Fenna 2010 v");
    w.press("Enter");
    w.press("Escape");
    let on_paper = |w: &mut Window| {
        w.press("Ctrl+P");
        w.click_button("De kaart");
        let seen = preview(w);
        w.press("Escape");
        seen
    };
    let today = on_paper(&mut w);
    assert!(today.contains("Mina") && today.contains("Fenna"), "{today}");
    w.press("[");
    w.press("[");
    assert_eq!(w.app().session().time.map(|it| it.year), Some(1990));
    let then = on_paper(&mut w);
    assert!(then.contains("Mina") && then.contains("1990"), "{then}");
    assert!(!then.contains("Fenna"), "{then}");
    assert!(w.app().scene().title.ends_with("1990"), "{}", w.app().scene().title);
}
