//! What stands above the map when it is not simply all of it: which part, or who stands out.

use egui::{CornerRadius, Frame, Margin, Rect, Stroke, Ui, UiBuilder, vec2};

use super::stage::Canvas;
use super::supports;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::kinship::Reach;
use crate::model::{KindId, Party, PersonId};
use crate::scene::Part;
use crate::ui::action::{LineStep, PaintStep};
use crate::ui::fonts::text;
use crate::ui::frequent;
use crate::ui::part::FIRST_PART;
use crate::ui::session::{Paint, Session};
use crate::ui::style::{color, icon_button};
use crate::ui::widgets::{Toggle, chip, icon_chip};
use crate::ui::{Action, EditAction, HomeAction, LookAction};

/// Shows the banner at the top left of the canvas, when there is anything to tell.
pub(super) fn banner_ui(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    if !has_banner(session) {
        return;
    }
    let theme = canvas.panel.theme;
    let place = Rect::from_min_max(canvas.rect.min + vec2(16.0, 12.0), canvas.rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        Frame::new()
            .fill(color(theme.panel))
            .stroke(Stroke::new(1.0, color(theme.hairline)))
            .corner_radius(CornerRadius::same(12))
            .inner_margin(Margin::symmetric(12, 4))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    if let Some(support) = &session.tying {
                        let words = supports::question(canvas, &support.support);
                        ui.label(text(words, 14.5, Weight::SemiBold));
                        let done = canvas.panel.texts.get("support-ask-end");
                        if chip(ui, theme, &done, Toggle::Off).clicked() {
                            actions.push(Action::Look(LookAction::Tie(None)));
                        }
                        return;
                    }
                    if let Some(paint) = &session.paint {
                        paint_ui(ui, canvas, (paint, &session.digits), actions);
                        return;
                    }
                    if is_choosing(session) {
                        chosen_ui(ui, canvas, session, actions);
                        return;
                    }
                    match (&session.lit, &session.part) {
                        (Some(lit), _) => {
                            ui.label(text(&lit.words, 14.5, Weight::SemiBold));
                            let done = canvas.panel.texts.get("lit-done");
                            if chip(ui, theme, &done, Toggle::Off).clicked() {
                                actions.push(Action::Look(LookAction::Light(None)));
                            }
                        }
                        (None, Some(part)) => part_ui(ui, canvas, part, actions),
                        (None, None) => {}
                    }
                });
            });
    });
}

/// Is there anything to tell?
pub(super) fn has_banner(session: &Session) -> bool {
    let is_asking = session.tying.is_some() || is_choosing(session) || session.paint.is_some();
    session.part.is_some() || session.lit.is_some() || is_asking
}

fn is_choosing(session: &Session) -> bool {
    session.lasso.is_some() || !session.chosen.is_empty()
}

/// Who is chosen, and the home that they can become; before that, how they are.
fn chosen_ui(ui: &mut Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    if session.chosen.is_empty() {
        ui.label(text(texts.get("lasso-hint"), 14.5, Weight::SemiBold));
    } else {
        // In reading order, as they stand.
        let people = canvas.derived.people.iter().map(|spot| &spot.id);
        let people = people.filter(|id| session.chosen.contains(*id)).cloned();
        let people: Vec<PersonId> = people.collect();
        let names: Vec<String> = people.iter().map(|id| canvas.panel.name(id)).collect();
        ui.label(text(texts.listed(&names), 14.5, Weight::SemiBold));
        if chip(ui, theme, &texts.get("lasso-home"), Toggle::On).clicked() {
            actions.push(Action::Edit(EditAction::Home(HomeAction::Of(people.clone()))));
        }
        many_ui(ui, canvas, (&people, &session.digits), actions);
    }
    if chip(ui, theme, &texts.get("support-ask-end"), Toggle::Off).clicked() {
        actions.push(Action::Look(LookAction::Select(None)));
    }
}

/// What else can be done to all who are chosen.
fn many_ui(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    (people, digits): (&[PersonId], &[KindId]),
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let all = || people.iter().cloned().collect();
    let put_on = chip(ui, theme, &texts.get("chosen-put-on"), Toggle::Off);
    egui::Popup::menu(&put_on).show(|ui| {
        for (_, kind) in frequent::numbered(digits, canvas.panel.catalogue) {
            let Some(id) = KindId::new(&kind.id) else { continue };
            if ui.button(kind.words.in_lang(texts.lang())).clicked() {
                actions.push(Action::Edit(EditAction::PutOnAll(all(), id)));
            }
        }
    });
    if let [a, b] = people
        && chip(ui, theme, &texts.get("do-line"), Toggle::Off).clicked()
    {
        let to = Party::Person(b.clone());
        actions.push(Action::Look(LookAction::Line(LineStep::From(a.clone()))));
        actions.push(Action::Look(LookAction::Line(LineStep::To(to))));
    }
    if chip(ui, theme, &texts.get("chosen-remove"), Toggle::Off).clicked() {
        actions.push(Action::Edit(EditAction::RemoveAll(all())));
    }
}

/// Which problem is put on whoever is tapped: one of the nine under the digits.
fn paint_ui(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    (paint, digits): (&Paint, &[KindId]),
    actions: &mut Vec<Action>,
) {
    let (theme, texts, catalogue) =
        (canvas.panel.theme, canvas.panel.texts, canvas.panel.catalogue);
    ui.vertical(|ui| {
        ui.set_max_width(canvas.rect.width() - 60.0);
        let hint = if paint.kind.is_some() { "paint-tap" } else { "paint-choose" };
        ui.label(text(texts.get(hint), 14.5, Weight::SemiBold));
        ui.horizontal_wrapped(|ui| {
            for (digit, kind) in frequent::numbered(digits, catalogue) {
                let Some(id) = KindId::new(&kind.id) else { continue };
                let words = format!("{digit}  {}", kind.words.in_lang(texts.lang()));
                let hue = catalogue.hue(kind).map_or(theme.ink, |hue| theme.family(hue));
                let toggle = Toggle::from(paint.kind.as_ref() == Some(&id));
                if icon_chip(ui, theme, (&kind.icon, hue), &words, toggle).clicked() {
                    actions.push(Action::Look(LookAction::Paint(PaintStep::Kind(id))));
                }
            }
            if chip(ui, theme, &texts.get("paint-end"), Toggle::Off).clicked() {
                actions.push(Action::Look(LookAction::Paint(PaintStep::End)));
            }
        });
    });
}

/// Around whom, how many, and how to see more or less.
fn part_ui(ui: &mut Ui, canvas: &Canvas<'_>, part: &Part, actions: &mut Vec<Action>) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let words = Message::new("part-around")
        .arg("name", canvas.panel.name(&part.center))
        .arg("n", canvas.derived.people.len())
        .arg("all", canvas.panel.map.people.len());
    ui.label(text(texts.say(&words), 14.5, Weight::SemiBold));
    let reaching = |reach| Action::Look(LookAction::ShowPart(Some(Part { reach, ..part.clone() })));
    let (less, more) = less_and_more(part.reach);
    if let Some(less) = less
        && icon_button(ui, theme, "minus", &texts.get("part-less")).clicked()
    {
        actions.push(reaching(less));
    }
    if let Some(more) = more
        && icon_button(ui, theme, "plus", &texts.get("part-more")).clicked()
    {
        actions.push(reaching(more));
    }
    for (words, reach) in [("part-near", Reach::Nearest(FIRST_PART)), ("part-lines", Reach::Lines)]
    {
        let is_on = std::mem::discriminant(&reach) == std::mem::discriminant(&part.reach);
        let toggle = if is_on { Toggle::On } else { Toggle::Off };
        if chip(ui, theme, &texts.get(words), toggle).clicked() && !is_on {
            actions.push(reaching(reach));
        }
    }
    if chip(ui, theme, &texts.get("part-all"), Toggle::Off).clicked() {
        actions.push(Action::Look(LookAction::ShowPart(None)));
    }
}

/// The next smaller and the next larger part, where there is one.
const fn less_and_more(reach: Reach) -> (Option<Reach>, Option<Reach>) {
    match reach {
        Reach::Nearest(n) => {
            let less = if 15 < n { Some(Reach::Nearest(n / 2)) } else { None };
            (less, Some(Reach::Nearest(n.saturating_mul(2))))
        }
        Reach::Steps(n) => {
            let less = if 1 < n { Some(Reach::Steps(n - 1)) } else { None };
            (less, Some(Reach::Steps(n.saturating_add(1))))
        }
        Reach::Lines | Reach::Bloodline => (None, None),
    }
}
