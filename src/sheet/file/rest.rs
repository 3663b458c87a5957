//! What comes back, goals, who helps with what, and what was agreed.

use super::Filer;
use crate::catalogue::Catalogue;
use crate::fonts::Weight;
use crate::geometry::{Point, Rect};
use crate::i18n::Message;
use crate::model::{
    Agreement, Effect, Goal, GoalState, Help, PartialDate, Support, SupportId, SupportTie,
    Supported, Whose,
};
use crate::pattern::{Card, Teller, generations};
use crate::scene::{Paint, Shape, card_title, theme_hue};
use crate::sheet::dates;
use crate::sheet::flow::{Flow, Piece};
use crate::sheet::page::{Block, mm};
use crate::theme::Color;

/// Where words below a name begin.
const INDENT: f64 = mm(5.0);

impl Filer<'_> {
    /// What comes back, card by card as it is told, with its counts.
    pub(super) fn cards(&self, flow: &mut Flow) {
        self.heading(flow, "sheet-file-cards");
        let generations = generations(self.map, &self.kin);
        let catalogue = Catalogue::builtin();
        let teller = Teller::new(self.map, &self.kin, catalogue, &self.cards, &generations);
        let names = self.map.focus.iter().filter(|id| self.map.people.contains_key(*id));
        let names: Vec<String> = names.map(|id| self.called(id)).collect();
        if !names.is_empty() {
            let to = Message::new("sheet-file-told").arg("names", self.texts().listed(&names));
            let style = self.setter.soft(9.5);
            for row in self.setter.sentences(&self.texts().say(&to), style, 0.0) {
                flow.heading(row);
            }
        }
        for card in self.cards.list() {
            flow.put(self.card(&teller, card));
        }
        flow.end_of_headings();
    }

    fn card(&self, teller: &Teller<'_>, card: &Card) -> Piece {
        let (setter, texts, lang) = (&self.setter, self.texts(), self.wanted.lang);
        let told = teller.told(card, lang);
        let mut piece = Piece::default();
        let title = card_title(self.map, card, lang);
        self.paragraph(&mut piece, &title, Weight::SemiBold);
        let lines: Vec<String> = told.lines.iter().map(|it| it.sentences.join(" ")).collect();
        let said = if lines.is_empty() { told.closed } else { lines };
        for line in said {
            self.paragraph(&mut piece, &line, Weight::Regular);
        }
        let n = |people: &[_]| people.len();
        let counts = Message::new("strands-numbers")
            .count("yes", n(&card.yes))
            .count("no", n(&card.no))
            .count("maybe", n(&card.maybe))
            .count("unknown", n(&card.unknown));
        let mut notes = vec![texts.say(&counts)];
        if card.counts_maybe {
            notes.push(texts.say(&Message::new("strands-counts-maybe").arg("title", &title)));
        }
        if card.may_be_chance && told.losses.is_empty() {
            notes.push(texts.get("strands-chance"));
        }
        for row in setter.sentences(&notes.join(" "), setter.soft(9.0), INDENT) {
            piece.add(row);
        }
        let color = theme_hue(self.map, Some(&card.theme)).color(setter.theme);
        barred(piece, color)
    }

    /// The goals: what, whose, the first step, by when, who helps, how it stands.
    pub(super) fn goals(&self, flow: &mut Flow) {
        self.heading(flow, "sheet-file-goals");
        for (_, goal) in self.told_goals() {
            let mut piece = Piece::default();
            let name = self.goal_name(goal);
            for row in self.setter.named((&name, 11.0), &self.goal_rest(goal), 0.0) {
                piece.add(row);
            }
            let step = goal.first_step.trim();
            let by = goal.by.map(|by| dates::about(by, self.texts())).unwrap_or_default();
            let with = self.texts().listed(&self.goal_helpers(goal));
            for (id, words) in [
                ("sheet-file-step", step),
                ("sheet-file-by", by.as_str()),
                ("sheet-file-with", with.as_str()),
            ] {
                if !words.is_empty() {
                    let words = self.texts().say(&Message::new(id).arg("words", words));
                    self.paragraph(&mut piece, &words, Weight::Regular);
                }
            }
            piece.gap(mm(2.0));
            flow.put(piece);
        }
        flow.end_of_headings();
    }

    /// Goals that answer nothing hidden; those that are worked on first, by their day.
    fn told_goals(&self) -> Vec<(&crate::model::GoalId, &Goal)> {
        let seen = self.told_entries();
        let is_told = |goal: &Goal| {
            goal.answers.iter().all(|id| seen.contains(id))
                && !(goal.text.trim().is_empty()
                    && goal.first_step.trim().is_empty()
                    && goal.supports.is_empty())
        };
        let goals = self.map.goals.iter().map(|(id, it)| (id, it.as_ref()));
        let mut goals: Vec<_> = goals.filter(|(_, it)| is_told(it)).collect();
        let day = |goal: &Goal| goal.by.map_or(f64::INFINITY, |by| by.main_date().as_years());
        goals.sort_by(|(_, a), (_, b)| a.state.cmp(&b.state).then(day(a).total_cmp(&day(b))));
        goals
    }

    fn goal_name(&self, goal: &Goal) -> String {
        let words = goal.text.trim();
        if words.is_empty() { self.texts().get("sheet-file-goal") } else { words.to_owned() }
    }

    /// "van Kim · mee bezig".
    fn goal_rest(&self, goal: &Goal) -> String {
        let texts = self.texts();
        let whose = match &goal.whose {
            Whose::Person(id) => self.called(id),
            Whose::Household(id) => self.home(id),
            Whose::Family => texts.get("goal-of-family"),
        };
        let day = goal.closed_on.map(|day| day.in_words(texts)).unwrap_or_default();
        let state = match goal.state {
            GoalState::Open => texts.get("goal-open"),
            GoalState::Reached => texts.say(&Message::new("goal-reached-on").arg("day", day)),
            GoalState::LetGo => texts.say(&Message::new("goal-let-go-on").arg("day", day)),
        };
        let whose = texts.say(&Message::new("sheet-file-of").arg("who", whose));
        format!("{whose} · {}", state.trim())
    }

    fn goal_helpers(&self, goal: &Goal) -> Vec<String> {
        let own = Some(goal.helper.trim().to_owned()).filter(|it| !it.is_empty());
        let supports = goal.supports.iter().filter_map(|id| self.map.supports.get(id));
        own.into_iter().chain(supports.map(|it| self.support_name(it).0)).collect()
    }

    /// What a home is called: by its name, else by who lives there.
    fn home(&self, id: &crate::model::HouseholdId) -> String {
        let Some(home) = self.map.households.get(id) else { return String::new() };
        if !home.name.trim().is_empty() {
            return home.name.trim().to_owned();
        }
        let mates = home.housemates_on(self.wanted.today).map(|mate| self.called(&mate.person));
        self.texts().listed(&mates.collect::<Vec<_>>())
    }

    /// The name, and what kind of support it is where that is not the name.
    pub(super) fn support_name(&self, support: &Support) -> (String, String) {
        let row = Catalogue::builtin().support(support.kind.as_str());
        let kind = row.map(|row| row.words.in_lang(self.wanted.lang));
        let kind = support.kind_words(kind).unwrap_or_default();
        let name = support.name.trim();
        if name.is_empty() {
            (kind.to_owned(), String::new())
        } else {
            (name.to_owned(), kind.to_owned())
        }
    }

    /// Who helps: whom, how, and for which goal.
    pub(super) fn supports(&self, flow: &mut Flow) {
        self.heading(flow, "sheet-file-supports");
        let goals = self.told_goals();
        for (id, support) in &self.map.supports {
            let (name, kind) = self.support_name(support);
            let mut piece = Piece::default();
            for row in self.setter.named((&name, 11.0), &kind, 0.0) {
                piece.add(row);
            }
            for tie in &support.ties {
                self.paragraph(&mut piece, &self.tie(tie), Weight::Regular);
            }
            let works = |goal: &&Goal, id: &SupportId| goal.supports.contains(id);
            let on = goals.iter().map(|(_, goal)| *goal).filter(|goal| works(goal, id));
            // "Ik weet wat ik moet betalen.;" reads badly.
            let on = on.map(|goal| self.goal_name(goal).trim_end_matches('.').to_owned());
            let on: Vec<String> = on.collect();
            if !on.is_empty() {
                let on = Message::new("sheet-file-works").arg("words", on.join("; "));
                self.paragraph(&mut piece, &self.texts().say(&on), Weight::Regular);
            }
            piece.gap(mm(2.0));
            flow.put(piece);
        }
        flow.end_of_headings();
    }

    /// "Voor Kim: helpt met regelen en advies, sinds 2026"; of what is over: "hielp van 2008 tot 2016".
    fn tie(&self, tie: &SupportTie) -> String {
        let texts = self.texts();
        let who = match &tie.to {
            Supported::Person(id) => self.called(id),
            Supported::Household(id) => self.home(id),
        };
        let today = self.wanted.today.as_years();
        let is_past = |until: PartialDate| until.main_date().as_years() < today;
        let is_over = tie.ended || tie.until.is_some_and(is_past);
        let tense = if is_over { "past" } else { "now" };
        let say = |id: &'static str| Message::new(id).arg("tense", tense);
        let help = Help::ALL.into_iter().filter(|help| tie.help.contains(help));
        let what: Vec<String> = help.map(|help| texts.get(in_file(help))).collect();
        let helps = if what.is_empty() {
            texts.say(&say("sheet-tie-helps"))
        } else {
            texts.say(&say("sheet-tie-helps-with").arg("what", texts.listed(&what)))
        };
        let costs = texts.say(&say("sheet-tie-costs"));
        let how = match tie.effect {
            Effect::Helps => helps,
            Effect::Costs => costs,
            Effect::Both => {
                texts.say(&Message::new("sheet-tie-both").arg("a", helps).arg("b", costs))
            }
        };
        let day = |date| dates::about(date, texts);
        let moment = |id: &'static str, date| texts.say(&Message::new(id).arg("moment", day(date)));
        let period = match (tie.from, tie.until) {
            (Some(from), Some(until)) => {
                let message = Message::new("sheet-tie-from-until").arg("from", day(from));
                format!(" {}", texts.say(&message.arg("until", day(until))))
            }
            (Some(from), None) if is_over => format!(" {}", moment("sheet-tie-from", from)),
            (Some(from), None) => format!(", {}", moment("since", from)),
            (None, Some(until)) => format!(" {}", moment("until", until)),
            (None, None) => String::new(),
        };
        let message = Message::new("sheet-file-tie").arg("who", who);
        texts.say(&message.arg("how", format!("{how}{period}")))
    }

    /// What was agreed, with whom and when; and when the map is thrown away.
    pub(super) fn agreements(&self, flow: &mut Flow) {
        self.heading(flow, "sheet-file-agreed");
        let texts = self.texts();
        for Agreement { text, with, on } in &self.map.agreements {
            if text.trim().is_empty() && with.trim().is_empty() {
                continue;
            }
            let mut piece = Piece::default();
            self.paragraph(&mut piece, text.trim(), Weight::Regular);
            let with = with.trim();
            let with = (!with.is_empty())
                .then(|| texts.say(&Message::new("sheet-file-agreed-with").arg("who", with)));
            let on = on.map(|on| dates::day(on, texts));
            let rest: Vec<String> = with.into_iter().chain(on).collect();
            for row in self.setter.sentences(&rest.join(" · "), self.setter.soft(9.5), INDENT) {
                piece.add(row);
            }
            piece.gap(mm(2.0));
            flow.put(piece);
        }
        if let Some(day) = self.map.throw_away {
            let mut piece = Piece::default();
            let day = Message::new("sheet-file-throw-away").arg("day", dates::day(day, texts));
            self.paragraph(&mut piece, &texts.say(&day), Weight::Regular);
            flow.put(piece);
        }
        flow.end_of_headings();
    }

    fn heading(&self, flow: &mut Flow, id: &'static str) {
        flow.heading(self.setter.heading(&self.texts().get(id), 2));
    }

    fn paragraph(&self, piece: &mut Piece, words: &str, weight: Weight) {
        for row in self.setter.sentences(words, self.setter.ink(10.5, weight), INDENT) {
            piece.add(row);
        }
    }
}

/// What somebody helps with, behind "helps with".
const fn in_file(help: Help) -> &'static str {
    match help {
        Help::Practical => "sheet-help-practical",
        Help::Company => "sheet-help-company",
        Help::Advice => "sheet-help-advice",
        Help::Emotional => "sheet-help-emotional",
    }
}

/// A bar beside every row, so that they are seen to belong together.
pub(in crate::sheet) fn barred(piece: Piece, color: Color) -> Piece {
    let mut barred = Piece::default();
    for mut row in piece.into_rows() {
        let rect = Rect::between(Point::default(), Point::new(mm(1.1), row.height));
        let mut bar = Block::default();
        bar.add(Shape::Rect { rect, radius: 0.0, paint: Paint::fill(color) });
        bar.height = row.height;
        row.height = 0.0;
        bar.append(row);
        barred.add(bar);
    }
    barred.gap(mm(3.0));
    barred
}
