//! A window for tests: opened without a screen, driven through the accessibility tree.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::i18n::Lang;
use rode_draad::model::{Date, FamilyMap, RelationId, Subject};
use rode_draad::ui::dialogs::{FileDialogs, NoSystemDialogs};
use rode_draad::ui::printing::NoPrinter;
use rode_draad::ui::shell::desktop::ThisComputer;
use rode_draad::ui::shell::test::AtOnce;
use rode_draad::ui::shell::{Computer, Documents};
use rode_draad::ui::storage::Storage;
use rode_draad::ui::{App, Shell};

/// Places that have no name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    /// Somewhere on the map where nobody is.
    EmptyMap,
}

pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    /// Keys pressed and things clicked.
    pub(crate) actions: usize,
    /// Texts typed.
    pub(crate) typed: usize,
    folder: PathBuf,
}

impl Window {
    /// Opens the window with folders of its own; `name` tells the tests apart.
    pub(crate) fn open(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("rode-draad-ui-{name}-{}", std::process::id()));
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Self::open_in(&folder)
    }

    /// Opens another window that shares the folders of one that was closed.
    pub(crate) fn open_in(folder: &Path) -> Self {
        Self::open_with(folder, Box::new(NoSystemDialogs), egui::MissingGlyphPolicy::Panic)
    }

    /// Opens a window in which files are chosen with `dialogs`, and letters that no typeface has are
    /// as `policy` says.
    pub(crate) fn open_with(
        folder: &Path,
        dialogs: Box<dyn FileDialogs>,
        policy: egui::MissingGlyphPolicy,
    ) -> Self {
        Self::in_shell(shell(folder, dialogs), folder, policy)
    }

    /// Opens a window in a shell of its own; `folder` goes with it.
    pub(crate) fn in_shell(shell: Shell, folder: &Path, policy: egui::MissingGlyphPolicy) -> Self {
        let mut builder =
            Harness::builder().with_size(egui::vec2(1680.0, 1050.0)).with_max_steps(24);
        if policy == egui::MissingGlyphPolicy::Tofu {
            builder = builder.allow_missing_glyphs();
        }
        let harness = builder.build_eframe(move |context| App::new(&context.egui_ctx, shell));
        let mut window = Self { harness, actions: 0, typed: 0, folder: folder.to_owned() };
        window.harness.run();
        window
    }

    /// The program behind the window, for a window of another kind; this one has a new one.
    pub(crate) fn take_app(&mut self) -> App {
        let shell = shell(&self.folder, Box::new(NoSystemDialogs));
        let new = App::new(&egui::Context::default(), shell);
        std::mem::replace(self.harness.state_mut(), new)
    }

    /// Ends as a program does that falls over; its folders stay for the next window.
    pub(crate) fn fall_over(mut self) {
        self.folder = PathBuf::new();
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn map(&self) -> &FamilyMap {
        self.app().document().map()
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.typed += 1;
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Presses `Enter`, `K`, `Shift+O`, `Ctrl+Z`.
    pub(crate) fn press(&mut self, keys: &str) {
        self.actions += 1;
        let mut modifiers = egui::Modifiers::NONE;
        let mut key = keys;
        while let Some((modifier, rest)) = key.split_once('+') {
            modifiers |= match modifier {
                "Shift" => egui::Modifiers::SHIFT,
                "Ctrl" => egui::Modifiers::COMMAND,
                other => panic!("no modifier {other}"),
            };
            key = rest;
        }
        let key = egui::Key::from_name(key).expect("a key");
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Clicks on the button (or tab, or card) whose name has `words` in it; of several, on the one
    /// that lies on top.
    pub(crate) fn click_button(&mut self, words: &str) {
        self.actions += 1;
        let found = self.harness.query_all_by(|node| {
            let role = node.role();
            role != egui::Role::Label
                && role != egui::Role::TreeItem
                && node.label().is_some_and(|label| label.contains(words))
        });
        let Some(top) = found.last() else {
            panic!("no button says {words:?}: {:?}", self.buttons())
        };
        let rect = top.rect();
        if self.harness.ctx.content_rect().contains_rect(rect) {
            top.click();
        } else {
            // Further down in a list.
            top.click_accesskit();
        }
        // A window that is told to close never settles: nobody takes it away in a test.
        self.harness.run_ok();
    }

    /// Can something that says `words` be tapped?
    pub(crate) fn is_offered(&self, words: &str) -> bool {
        let found = self.harness.query_all_by(|node| {
            node.role() == egui::Role::RadioButton
                && node.label().is_some_and(|label| label.contains(words))
        });
        found.count() == 1
    }

    /// Taps on the choice that says exactly `words`; of several, on the one that lies on top.
    pub(crate) fn choose(&mut self, words: &str) {
        self.actions += 1;
        let found = self.harness.query_all_by(|node| {
            node.role() == egui::Role::RadioButton && node.label().as_deref() == Some(words)
        });
        found.last().unwrap_or_else(|| panic!("nobody can choose {words:?}")).click_accesskit();
        self.harness.run_ok();
    }

    /// Types `text` over what stands in the field called `label`, and leaves it.
    pub(crate) fn write_in(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.harness.run();
        self.press("Ctrl+A");
        self.type_text(text);
        self.press("Enter");
    }

    /// Puts the caret in the first field whose name begins with `label`, of one line or more.
    pub(crate) fn focus_field(&mut self, label: &str) {
        let nodes = self.harness.query_all_by(|node| {
            is_field(node.role()) && node.label().is_some_and(|it| it.starts_with(label))
        });
        { nodes }.next().unwrap_or_else(|| panic!("no field {label:?}")).focus();
        self.harness.run();
    }

    /// What stands in the field called `label`.
    pub(crate) fn written_in(&self, label: &str) -> String {
        self.field(label).value().unwrap_or_default()
    }

    /// What stands in any of the fields called `label`, one after another.
    pub(crate) fn written_anywhere(&self, label: &str) -> Vec<String> {
        let nodes = self.harness.query_all_by(|node| {
            is_field(node.role()) && node.label().is_some_and(|it| it.starts_with(label))
        });
        nodes.filter_map(|node| node.accesskit_node().value()).collect()
    }

    fn field<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by(move |node| {
            is_field(node.role()) && node.label().is_some_and(|it| it.contains(label))
        })
    }

    /// What the buttons and cards are called.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let nodes = self.harness.query_all_by(|node| node.role() == egui::Role::Button);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    pub(crate) fn has_button(&self, words: &str) -> bool {
        self.buttons().iter().any(|it| it.contains(words))
    }

    /// The boxes of the buttons and cards whose name has `words` in it.
    pub(crate) fn button_rects(&self, words: &str) -> Vec<egui::Rect> {
        let nodes = self.harness.query_all_by(|node| {
            node.role() == egui::Role::Button
                && node.label().is_some_and(|label| label.contains(words))
        });
        nodes.map(|node| node.rect()).collect()
    }

    /// The boxes of the words that stand in the window and that `wanted` asks for.
    pub(crate) fn rects_of(&self, wanted: impl Fn(&str) -> bool) -> Vec<egui::Rect> {
        let nodes = self.harness.query_all_by(|node| {
            node.role() == egui::Role::Label
                && node.value().or(node.label()).is_some_and(|label| wanted(&label))
        });
        nodes.map(|node| node.rect()).collect()
    }

    /// Is this written somewhere in the window as it is, without scrolling?
    pub(crate) fn is_seen(&self, words: &str) -> bool {
        let mut nodes = self.harness.query_all_by(|node| {
            node.role() == egui::Role::Label
                && node.value().or(node.label()).is_some_and(|label| label.contains(words))
        });
        nodes.any(|node| self.harness.ctx.content_rect().contains_rect(node.rect()))
    }

    /// Holds the pointer over the button or card whose name has `words` in it.
    pub(crate) fn point_at(&mut self, words: &str) {
        let pos = self.harness.get_by_label_contains(words).rect().center();
        self.harness.event(egui::Event::PointerMoved(pos));
        self.harness.run_ok();
    }

    /// Clicks on a person on the map.
    pub(crate) fn click_person(&mut self, name: &str) {
        self.actions += 1;
        let pos = self.person_rect(name).center_top() + egui::vec2(0.0, 20.0);
        self.click_pos(pos);
    }

    pub(crate) fn click_pos(&mut self, pos: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(pos));
        for pressed in [true, false] {
            self.harness.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
        }
        self.harness.run();
    }

    /// A place along a line between people, as it stands on screen.
    pub(crate) fn along_line(&self, id: &RelationId, share: f64) -> egui::Pos2 {
        let way = self.app().scene().ways.get(id).expect("the line is drawn");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
        let at = (share * (way.len() - 1) as f64).round() as usize;
        let top_left = egui::pos2(0.0, 54.0);
        self.app().session().camera.screen_from_map(top_left, way[at])
    }

    /// Drags with the pointer from one place to another.
    pub(crate) fn drag_between(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.actions += 1;
        let button = |pressed, pos| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        self.harness.event(egui::Event::PointerMoved(from));
        self.harness.event(button(true, from));
        self.harness.run();
        for share in [0.2, 0.6, 1.0] {
            self.harness.event(egui::Event::PointerMoved(from + share * (to - from)));
            self.harness.run();
        }
        self.harness.event(button(false, to));
        self.harness.run();
    }

    /// Drags a person to another place of their row, with the pointer.
    pub(crate) fn drag(&mut self, name: &str, x: f32) {
        let from = self.person_rect(name).center_top() + egui::vec2(0.0, 20.0);
        let to = from + egui::vec2(x - self.person_rect(name).center().x, 0.0);
        self.drag_between(from, to);
    }

    pub(crate) fn person_rect(&self, name: &str) -> egui::Rect {
        let node = self.harness.get_by(|node| {
            let is_it = node
                .label()
                .is_some_and(|label| label == name || label.starts_with(&format!("{name},")));
            node.role() == egui::Role::TreeItem && is_it
        });
        node.rect()
    }

    /// Where the field with this label is.
    pub(crate) fn field_rect(&self, label: &str) -> egui::Rect {
        let is_it = |it: Option<String>| it.as_deref() == Some(label);
        self.harness.get_by(|node| is_field(node.role()) && is_it(node.label())).rect()
    }

    pub(crate) fn people(&self) -> Vec<String> {
        let nodes = self.harness.query_all_by(|node| node.role() == egui::Role::TreeItem);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    pub(crate) fn click_at(&mut self, at: At) {
        self.actions += 1;
        match at {
            At::EmptyMap => self.click_pos(egui::pos2(60.0, 1000.0)),
        }
    }

    /// The arrow key that leads from the couple to `name`.
    pub(crate) fn side_of(&self, name: &str, other: &str) -> &'static str {
        let is_left = self.person_rect(name).center().x < self.person_rect(other).center().x;
        if is_left { "ArrowLeft" } else { "ArrowRight" }
    }

    pub(crate) fn selected(&self) -> Option<Subject> {
        self.app().session().selection.clone()
    }
}

/// A field to type in, of one line or more.
fn is_field(role: egui::Role) -> bool {
    matches!(role, egui::Role::TextInput | egui::Role::MultilineTextInput)
}

fn shell(folder: &Path, dialogs: Box<dyn FileDialogs>) -> Shell {
    let computer: Arc<dyn Computer> = Arc::new(ThisComputer);
    // What a test asks for is there when it looks.
    let documents = Box::new(AtOnce::on(Arc::clone(&computer)));
    Shell { dialogs, ..shell_of(computer, documents, folder) }
}

/// A shell with its folders in `folder`.
pub(crate) fn shell_of(
    computer: Arc<dyn Computer>,
    documents: Box<dyn Documents>,
    folder: &Path,
) -> Shell {
    Shell {
        computer,
        documents,
        storage: Storage {
            config: Some(folder.join("config")),
            state: Some(folder.join("state")),
            versions: Some(folder.join("versions")),
        },
        dialogs: Box::new(NoSystemDialogs),
        printer: Box::new(NoPrinter),
        today: Date::parse("2026-11-21").expect("a date"),
        lang: Lang::Nl,
        folder: Some(folder.to_owned()),
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.folder).ok();
        }
    }
}
