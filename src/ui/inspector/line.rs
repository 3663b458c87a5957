//! Drawing a line from one person to another: who, then which kind. What is typed finds them, a tap on
//! the map does, too.

use egui::{
    Align, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Response, Sense, Ui, vec2,
};

use super::entry::support_words;
use crate::catalogue::{Entry, RelationKind};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Bearer, KindId, Party, PersonId};
use crate::scene;
use crate::theme::Theme;
use crate::ui::action::{LineStep, NewRelation};
use crate::ui::canvas::{Camera, paint_scene};
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::fonts::text;
use crate::ui::session::{Find, LineDraft};
use crate::ui::sought::find;
use crate::ui::style::{TAP, color};
use crate::ui::widgets::{caption, from_top, wide_button};
use crate::ui::writing::named_field;
use crate::ui::{Action, EditAction, LookAction, homes};

/// How long the piece of line before a kind is, in points.
const SAMPLE: f32 = 56.0;
/// Between that piece and the words.
const GAP: f32 = 6.0;

/// One row that can be chosen.
pub(super) struct Choice {
    /// The kind whose line stands before the words, if it is a kind.
    pub(super) sample: Option<String>,
    /// What it says.
    pub(super) words: String,
    /// What it does.
    pub(super) action: Action,
}

/// Shows what is asked next of the line that is being drawn.
pub(in crate::ui) fn line_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    derived: &Derived,
    draft: &mut LineDraft,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (context.theme, context.texts);
    let from = context.name(&draft.from);
    let (title, hint, label) = match &draft.to {
        None => (Message::new("line-title-from").arg("name", from), "line-hint-who", "line-who"),
        Some(to) => {
            let to = party_words(context, to);
            let title = Message::new("line-title").arg("a", from).arg("b", to);
            (title, "line-hint-kind", "line-kind")
        }
    };
    ui.label(text(texts.say(&title), 22.0, Weight::Bold).color(color(theme.ink)));
    caption(ui, theme, texts.get(hint));
    ui.add_space(4.0);
    let keys = field(ui, &mut draft.find, &texts.get(label));
    let choices = match &draft.to {
        None => ends(context, derived, draft),
        Some(to) => kinds(context, draft, to),
    };
    pick(ui, context, (&mut draft.find, keys), &choices, &mut actions);
    if keys == Some(Typed::Escape) {
        actions.push(Action::Look(LookAction::Line(LineStep::End)));
    }
    ui.add_space(8.0);
    if wide_button(ui, theme, "x", &texts.get("line-cancel")).clicked() {
        actions.push(Action::Look(LookAction::Line(LineStep::End)));
    }
    actions
}

/// The rows that fit; a tap, or Enter, takes one.
pub(super) fn pick(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (draft, keys): (&mut Find, Option<Typed>),
    choices: &[Choice],
    actions: &mut Vec<Action>,
) {
    draft.at = draft.at.map(|at| at.min(choices.len().saturating_sub(1)));
    if keys == Some(Typed::Enter) {
        let typed = !draft.typed.trim().is_empty();
        let chosen = draft.at.or(typed.then_some(0)).and_then(|at| choices.get(at));
        match chosen {
            Some(choice) => actions.push(choice.action.clone()),
            None => draft.wants_focus = true,
        }
    }
    let room = (ui.available_height() - TAP - 20.0).max(TAP);
    let of: Vec<&str> = choices.iter().map(|choice| choice.words.as_str()).collect();
    let scroll = egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
    from_top(ui, of, scroll).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if choices.is_empty() {
            ui.label(context.texts.get("line-nothing-found"));
        }
        for (at, choice) in choices.iter().enumerate() {
            let is_at = draft.at == Some(at);
            let response = row(ui, context, choice, is_at.then_some(Mark));
            if is_at && keys == Some(Typed::Arrow) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                actions.push(choice.action.clone());
            }
        }
    });
}

/// What the keys in the field asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Enter,
    Escape,
    Arrow,
}

/// The row that the arrow keys are on.
#[derive(Clone, Copy, Debug)]
struct Mark;

/// The field in which somebody, or a kind, is looked for.
pub(super) fn field(ui: &mut Ui, draft: &mut Find, label: &str) -> Option<Typed> {
    let id = Id::unique("line-field");
    let is_in = ui.memory(|memory| memory.has_focus(id));
    let mut keys = None;
    if is_in {
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                draft.at = Some(draft.at.map_or(0, |at| at.saturating_add(1)));
                keys = Some(Typed::Arrow);
            } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                draft.at = Some(draft.at.map_or(0, |at| at.saturating_sub(1)));
                keys = Some(Typed::Arrow);
            } else if input.consume_key(Modifiers::NONE, Key::Enter) {
                keys = Some(Typed::Enter);
            } else if input.consume_key(Modifiers::NONE, Key::Escape) {
                keys = Some(Typed::Escape);
            }
        });
    }
    let before = draft.typed.clone();
    let response = egui::TextEdit::singleline(&mut draft.typed)
        .id(id)
        .hint_text(label)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(12, 11))
        .show(ui)
        .response
        .response;
    let typed = draft.typed.clone();
    response.widget_info(|| named_field(&typed, label));
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if draft.typed != before {
        draft.at = None;
    }
    // The tap that asked for it may let go of it once more: it is asked for until it is there.
    let is_tapped = ui.input(|it| it.pointer.any_pressed() || it.pointer.any_released());
    if draft.wants_focus {
        draft.wants_focus = is_tapped || !is_in;
        response.request_focus();
        ui.ctx().request_repaint();
    }
    keys
}

/// Everybody who fits `typed`, else everybody on the map in reading order.
pub(super) fn everybody(
    context: &PanelContext<'_>,
    derived: &Derived,
    typed: &str,
) -> Vec<(PersonId, String)> {
    let wanted = typed.trim().to_lowercase();
    if !wanted.is_empty() {
        return find(context.map, &derived.labels, &wanted);
    }
    let all = derived.people.iter().map(|spot| {
        let said = derived.labels.get(&spot.id).map(|it| it.name.clone());
        (spot.id.clone(), said.unwrap_or_else(|| context.name(&spot.id)))
    });
    all.collect()
}

/// What either end of a line is called.
pub(in crate::ui) fn party_words(context: &PanelContext<'_>, party: &Party) -> String {
    match party {
        Party::Person(id) => context.name(id),
        Party::Support(id) => support_words(context, id),
    }
}

/// Whom, or what, words are put on: "Peter & Anja".
pub(in crate::ui) fn bearer_name(context: &PanelContext<'_>, bearer: &Bearer) -> String {
    match bearer {
        Bearer::Person(id) => context.name(id),
        Bearer::Union(id) => {
            let partners = context.map.union(id).map(|union| union.partners.as_slice());
            let names: Vec<String> =
                partners.unwrap_or_default().iter().map(|id| context.name(id)).collect();
            names.join(" & ")
        }
        Bearer::Household(id) => {
            context.map.households.get(id).map(|it| homes::name(context, it)).unwrap_or_default()
        }
        Bearer::Relation(id) => {
            let relation = context.map.relations.get(id);
            let ends = relation.map(|it| [Party::Person(it.from.clone()), it.to.clone()]);
            let names = ends.into_iter().flatten().map(|party| party_words(context, &party));
            names.collect::<Vec<_>>().join(" & ")
        }
    }
}

/// Everybody a line can go to: people, then those who help.
fn ends(context: &PanelContext<'_>, derived: &Derived, draft: &LineDraft) -> Vec<Choice> {
    let typed = draft.find.typed.as_str();
    let people = everybody(context, derived, typed).into_iter();
    let people = people.filter(|(id, _)| *id != draft.from);
    let people = people.map(|(id, words)| (Party::Person(id), words));
    let wanted = typed.trim().to_lowercase();
    let supports = context.map.supports.keys().map(|id| {
        let party = Party::Support(id.clone());
        let words = party_words(context, &party);
        (party, words)
    });
    let supports = supports.filter(|(_, words)| words.to_lowercase().contains(&wanted));
    let choices = people.chain(supports).map(|(to, words)| Choice {
        sample: None,
        words,
        action: Action::Look(LookAction::Line(LineStep::To(to))),
    });
    choices.collect()
}

/// Every kind that fits; of those with a direction both ways between people, each as a sentence. What
/// goes to an organisation goes from somebody.
fn kinds(context: &PanelContext<'_>, draft: &LineDraft, to: &Party) -> Vec<Choice> {
    let wanted = draft.find.typed.trim();
    let catalogue = context.catalogue;
    let lang = context.texts.lang();
    let rows: Vec<&RelationKind> = if wanted.is_empty() {
        catalogue.relations().iter().collect()
    } else {
        let found = catalogue.search(wanted, lang).into_iter();
        let kinds = found.filter_map(|entry| match entry {
            Entry::Relation(kind) => Some(kind),
            _ => None,
        });
        kinds.collect()
    };
    let mut choices = Vec::new();
    for kind in rows {
        let Some(id) = KindId::new(&kind.id) else { continue };
        let mut add = |from: &PersonId, to: Party, words: String| {
            let new = NewRelation { from: from.clone(), to, kind: id.clone() };
            let action = Action::Edit(EditAction::AddRelation(new));
            choices.push(Choice { sample: Some(kind.id.clone()), words, action });
        };
        if !kind.is_directed() {
            add(&draft.from, to.clone(), kind.words.in_lang(lang).to_owned());
            continue;
        }
        let (a, b) = (context.name(&draft.from), party_words(context, to));
        add(&draft.from, to.clone(), scene::line_sentence(context.texts, kind, (&a, &b)));
        if let Party::Person(other) = to {
            let back = Party::Person(draft.from.clone());
            add(other, back, scene::line_sentence(context.texts, kind, (&b, &a)));
        }
    }
    choices
}

/// So many lines a row has: to whom it goes stands at the end of its words.
const MOST_LINES: usize = 2;

/// The room on either side of a row, and above and below its words.
const PAD: egui::Vec2 = vec2(10.0, 6.0);

/// One row: the line that it makes, and its words.
fn row(ui: &mut Ui, context: &PanelContext<'_>, choice: &Choice, mark: Option<Mark>) -> Response {
    let theme = context.theme;
    let words = text(&choice.words, 14.5, Weight::SemiBold).color(color(theme.ink));
    let mut job = egui::WidgetText::from(words)
        .into_layout_job(ui.style(), egui::FontSelection::Default, Align::Center)
        .as_ref()
        .clone();
    job.wrap.max_rows = MOST_LINES;
    let before = choice.sample.as_ref().map_or(0.0, |_| SAMPLE + GAP + ui.spacing().item_spacing.x);
    job.wrap.max_width = (ui.available_width() - 2.0 * PAD.x - before).max(0.0);
    let words = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = (words.size().y + 2.0 * PAD.y).max(TAP);
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_marked = mark.is_some() || response.hovered() || response.has_focus();
    let fill = if is_marked { theme.band } else { theme.panel };
    ui.painter().rect_filled(rect, CornerRadius::same(8), color(fill));
    if mark.is_some() || response.has_focus() {
        let stroke = egui::Stroke::new(2.0, color(theme.accent));
        let radius = CornerRadius::same(8);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(PAD.x, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    if let Some(kind) = &choice.sample {
        sample(&mut inside, context, kind);
        inside.add_space(GAP);
    }
    inside.add(egui::Label::new(words).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &choice.words));
    response
}

/// A piece of the line of a kind.
pub(super) fn sample(ui: &mut Ui, context: &PanelContext<'_>, kind: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(SAMPLE, 24.0), Sense::hover());
    let theme = Theme::of(context.theme.name);
    let made = scene::line_sample(theme, context.today, kind, f64::from(SAMPLE));
    let boxes: Vec<_> =
        made.items.iter().map(|item| item.shape.bounds().unwrap_or_default()).collect();
    let mut camera = Camera::default();
    camera.offset = rect.size() / 2.0;
    paint_scene(&made, &boxes, &camera, rect, &ui.painter().with_clip_rect(rect.expand(4.0)));
}
