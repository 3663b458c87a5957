//! The small tiles under a person: which entries and strengths are shown, and how.

use crate::catalogue::{self, Area, Catalogue, PLAIN_ICON, Sensitivity};
use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::model::{
    Entry, FamilyMap, GoingOn, Household, HouseholdId, KindId, Moment, OwnKind, Person, PersonId,
    Said, SkillLevel, Strength, Union, Whose,
};
use crate::scene::flag::{self, Flag};
use crate::scene::metrics::Metrics;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::view::{Sensitive, View};
use crate::theme::Hue;

/// More tiles than this become "+n".
const MOST: usize = 6;

/// The colour of skills that are hard or vary; those that go well are green.
pub(super) const SKILL_HUE: Hue = Hue::Magenta;

/// One tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Badge {
    /// Its icon.
    pub icon: Option<char>,
    /// Its outline.
    pub form: Form,
    /// Life area, or strength.
    pub tint: Tint,
    /// How certain and how long ago.
    pub standing: Standing,
    /// What it stands for, in the family's words if they have any.
    pub label: String,
    /// What it stands for, in the words of the catalogue.
    pub name: String,
    /// Where it stands among the others: the catalogue's order.
    pub order: usize,
    /// 1 to 3, where the client said what comes first.
    pub priority: Option<u8>,
}

/// The outline of a tile: it tells a skill from a problem or a strength without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A problem or a strength.
    Tile,
    /// An executive skill.
    Disc,
}

impl Badge {
    /// A tile of no life area with these words.
    pub(super) fn plain(icon: Option<char>, label: &str) -> Self {
        Self {
            icon,
            form: Form::Tile,
            tint: Tint::Plain,
            standing: Standing::Now,
            label: label.to_owned(),
            name: label.to_owned(),
            order: usize::MAX,
            priority: None,
        }
    }
}

/// What colour a tile has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tint {
    /// That of a life area.
    Area(Hue),
    /// Green.
    Strength,
    /// Of no life area: neutral.
    Plain,
}

/// How certain and how long ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Plays now, or nobody said: full colour.
    Now,
    /// Is over: light.
    Before,
    /// Somebody thinks so: dashed outline.
    Maybe,
    /// Of a past year of which nobody knows whether it was so: dotted outline.
    Undated,
    /// Asked: no. White, its icon struck through: no merit and no blame.
    No,
}

/// The tiles of one person, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Badges {
    /// From left to right.
    pub shown: Vec<Badge>,
    /// Those that did not fit.
    pub more: usize,
    /// Their goals, behind the tiles.
    pub flags: Vec<Flag>,
}

impl Badges {
    /// Width of the row of tiles, 0 without any.
    pub(super) fn width(&self, metrics: &Metrics) -> f64 {
        let tiles = self.shown.len() + usize::from(0 < self.more) + self.flags.len();
        #[expect(clippy::cast_precision_loss, reason = "at most ten tiles")]
        let tiles = tiles as f64;
        (tiles * (metrics.tile + metrics.tile_gap) - metrics.tile_gap).max(0.0)
    }

    /// Is there nothing in the row?
    pub(super) const fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.flags.is_empty()
    }

    /// What is said of them to those who do not see them.
    pub(super) fn said(&self) -> impl Iterator<Item = String> {
        let tiles = self.shown.iter().map(|badge| badge.label.clone());
        tiles.chain(self.flags.iter().map(|flag| flag.label.clone()))
    }

    /// With the goals of `whose`; those that do not fit are counted with what does not.
    fn with_goals(self, map: &FamilyMap, whose: &Whose, view: &View) -> Self {
        let mut flags = flag::of(map, whose, Texts::new(view.lang));
        let more = self.more + flags.len().saturating_sub(flag::MOST);
        flags.truncate(flag::MOST);
        Self { flags, more, ..self }
    }
}

/// The tiles and goals of the person called `id`.
pub(super) fn of_person(map: &FamilyMap, id: &PersonId, person: &Person, view: &View) -> Badges {
    badges(map, person, view).with_goals(map, &Whose::Person(id.clone()), view)
}

/// The tiles of `person` under `view`: problems in the order of the catalogue, then strengths.
/// When there are too many, both keep at least half of the places.
fn badges(map: &FamilyMap, person: &Person, view: &View) -> Badges {
    let mut problems: Vec<Badge> = person
        .entries
        .iter()
        .filter(|entry| is_shown(map, entry, view))
        .filter_map(|entry| Some(dated(problem_badge(map, entry, view.lang)?, entry.since, view)))
        .collect();
    // What the client puts first stands first, and is never what is left out.
    problems.sort_by_key(|badge| {
        (badge.standing == Standing::No, badge.priority.unwrap_or(u8::MAX), badge.order)
    });
    let mut strengths: Vec<Badge> = person
        .strengths
        .iter()
        .filter(|strength| strength_is_shown(map, strength, view))
        .map(|it| dated(strength_badge(it, view.lang), it.since, view))
        .collect();
    let total = problems.len() + strengths.len();
    if MOST < total {
        let room = MOST - 1;
        let for_strengths = strengths.len().min(room / 2).max(room.saturating_sub(problems.len()));
        strengths.truncate(for_strengths);
        problems.truncate(room - strengths.len());
    }
    let more = total - problems.len() - strengths.len();
    let skills = skills_shown(map, person, view).into_iter();
    let skills = skills.filter_map(|(skill, level)| skill_badge(skill, level, view.lang));
    let room = MOST.saturating_sub(total);
    let (well, hard, left_out) = both_sides(skills.collect(), room);
    problems.extend(hard);
    problems.append(&mut strengths);
    problems.extend(well);
    Badges { shown: problems, more: more + left_out, flags: Vec::new() }
}

/// A tile that is over or maybe says so; on the map of a past year one without a year says that.
fn dated(badge: Badge, since: Option<Moment>, view: &View) -> Badge {
    let is_undated = view.absent.is_past() && since.is_none() && badge.standing == Standing::Now;
    let standing = if is_undated { Standing::Undated } else { badge.standing };
    Badge { standing, ..badge }
}

/// All that a person has under `view`, also what there is no tile for; what was asked and is not so is
/// nobody's.
pub(super) fn all(map: &FamilyMap, person: &Person, view: &View) -> Vec<Badge> {
    let entries = person.entries.iter().filter(|entry| is_shown(map, entry, view));
    let strengths = person.strengths.iter().filter(|it| strength_is_shown(map, it, view));
    let skills = skills_shown(map, person, view).into_iter();
    let problems =
        entries.filter_map(|it| Some(dated(problem_badge(map, it, view.lang)?, it.since, view)));
    let strengths = strengths.map(|it| dated(strength_badge(it, view.lang), it.since, view));
    let skills = skills.filter_map(|(skill, level)| skill_badge(skill, level, view.lang));
    problems.chain(strengths).chain(skills).filter(|it| it.standing != Standing::No).collect()
}

/// The tiles and goals of a household, by the same rules.
pub(super) fn of_household(
    map: &FamilyMap,
    (id, household): (&HouseholdId, &Household),
    view: &View,
) -> Badges {
    let things = carrying(&household.entries, &household.strengths);
    badges(map, &things, view).with_goals(map, &Whose::Household(id.clone()), view)
}

/// The tiles of a couple, by the same rules.
pub(super) fn of_union(map: &FamilyMap, union: &Union, view: &View) -> Badges {
    badges(map, &carrying(&union.entries, &union.strengths), view)
}

/// Somebody of whom nothing is known but this: what stands at several people is drawn as if it were at
/// one.
pub(super) fn carrying(entries: &[Entry], strengths: &[Strength]) -> Person {
    let (entries, strengths) = (entries.to_vec(), strengths.to_vec());
    Person { entries, strengths, ..Person::default() }
}

/// The skills that go well and those that do not, as many of each as there is room for, and how many
/// are left out. A skill never takes the place of what plays or is strong.
fn both_sides(skills: Vec<Badge>, room: usize) -> (Vec<Badge>, Vec<Badge>, usize) {
    let n_skills = skills.len();
    let (mut well, mut hard): (Vec<Badge>, Vec<Badge>) =
        skills.into_iter().partition(|badge| badge.tint == Tint::Strength);
    well.truncate((room / 2).max(room.saturating_sub(hard.len())));
    hard.truncate(room - well.len());
    let left_out = n_skills - well.len() - hard.len();
    (well, hard, left_out)
}

/// The skills of `person` of which something is said and seen, in the order of the catalogue. Who is
/// too young for one is still learning it: that is no sign.
pub(super) fn skills_shown<'p>(
    map: &FamilyMap,
    person: &'p Person,
    view: &View,
) -> Vec<(&'p KindId, SkillLevel)> {
    let rows = Catalogue::builtin().skills();
    let place = |skill: &KindId| rows.iter().position(|row| row.id == skill.as_str());
    let is_hidden = |skill: &KindId| view.hidden.contains(skill) || map.view.hidden.contains(skill);
    let is_old_enough = |at: usize| {
        let from = rows.get(at).map_or(0, |row| i32::from(row.from_age));
        person.age_on(view.today).is_none_or(|age| from <= age.hi)
    };
    let told = person.skills.iter().filter(|note| !is_hidden(&note.skill));
    let mut told: Vec<_> = told
        .filter_map(|note| Some((place(&note.skill).filter(|at| is_old_enough(*at))?, note)))
        .collect();
    told.sort_by_key(|(at, _)| *at);
    told.into_iter().map(|(_, note)| (&note.skill, note.level)).collect()
}

/// The life area of a kind, the map's own kinds too.
pub(super) fn area_of(map: &FamilyMap, kind: &KindId) -> Option<&'static Area> {
    let catalogue = Catalogue::builtin();
    let own = map.own_kinds.get(kind).and_then(OwnKind::area_id);
    catalogue.area(own.or_else(|| Some(catalogue.kind(kind.as_str())?.area.as_str()))?)
}

/// Is this kind (or life area) neither switched off nor hidden under `view`?
pub(super) fn kind_is_shown(map: &FamilyMap, kind: &KindId, view: &View) -> bool {
    let row = Catalogue::builtin().kind(kind.as_str());
    let allowed = match view.sensitive {
        Sensitive::Shown => true,
        Sensitive::AsCatalogue => row.is_none_or(|row| !row.hidden),
        Sensitive::Private => {
            row.is_none_or(|row| !row.hidden && row.sensitivity == Sensitivity::Ordinary)
        }
    };
    allowed && !is_switched_off(map, kind, view)
}

/// Did somebody hide this kind or its life area?
fn is_switched_off(map: &FamilyMap, kind: &KindId, view: &View) -> bool {
    let area = area_of(map, kind).map(|area| area.id.as_str());
    let names_it = |id: &KindId| id == kind || Some(id.as_str()) == area;
    view.hidden.iter().chain(&map.view.hidden).any(names_it)
}

/// May this entry be seen at all under `view`?
pub(super) fn is_shown(map: &FamilyMap, entry: &Entry, view: &View) -> bool {
    let allowed = match (view.sensitive, entry.sensitive) {
        // The entry's own word goes before the catalogue's, except in private.
        (Sensitive::AsCatalogue, Some(false)) => !is_switched_off(map, &entry.kind, view),
        (Sensitive::AsCatalogue | Sensitive::Private, Some(true)) => false,
        (Sensitive::Shown, _) | (_, None) | (Sensitive::Private, Some(false)) => {
            kind_is_shown(map, &entry.kind, view)
        }
    };
    allowed && !entry.not_today
}

pub(super) fn strength_is_shown(map: &FamilyMap, strength: &Strength, view: &View) -> bool {
    let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
    let ordinary = row.is_none_or(|row| row.sensitivity == Sensitivity::Ordinary);
    let allowed = ordinary || view.sensitive != Sensitive::Private;
    let mut hidden = view.hidden.iter().chain(&map.view.hidden);
    allowed && strength.said != Said::No && !hidden.any(|id| strength.kind.as_ref() == Some(id))
}

pub(super) fn problem_badge(map: &FamilyMap, entry: &Entry, lang: Lang) -> Option<Badge> {
    let catalogue = Catalogue::builtin();
    let standing = match entry.said {
        Said::No => Standing::No,
        Said::Maybe => Standing::Maybe,
        Said::Yes if is_over(entry) => Standing::Before,
        Said::Yes => Standing::Now,
    };
    let id = entry.kind.as_str();
    let (icon, hue, label) = match catalogue.kind(id) {
        Some(kind) => (kind.icon.as_str(), catalogue.hue(kind), kind.words.in_lang(lang)),
        None => {
            let own = map.own_kinds.get(&entry.kind)?;
            let area = own.area_id().and_then(|id| catalogue.area(id));
            let icon = area.map_or(PLAIN_ICON, |area| area.icon.as_str());
            (icon, area.map(|area| area.hue), own.label.as_str())
        }
    };
    let order = catalogue.kinds().iter().position(|kind| kind.id == id).unwrap_or(usize::MAX);
    let icon = catalogue::icon(icon);
    let tint = hue.map_or(Tint::Plain, Tint::Area);
    let name = label.to_owned();
    let label = if entry.words.trim().is_empty() { label } else { entry.words.trim() };
    let (form, label) = (Form::Tile, label.to_owned());
    Some(Badge { icon, form, tint, standing, label, name, order, priority: entry.priority })
}

/// A disc: magenta where it is hard, light where it varies, green where it goes well. Called as its
/// card is.
fn skill_badge(skill: &KindId, level: SkillLevel, lang: Lang) -> Option<Badge> {
    let catalogue = Catalogue::builtin();
    let row = catalogue.skill(skill.as_str())?;
    let (tint, standing, name) = match level {
        SkillLevel::Hard => (Tint::Area(SKILL_HUE), Standing::Now, skill_title(skill, level, lang)),
        SkillLevel::Varies => {
            let message = Message::new("scene-skill-varies").arg("skill", row.words.in_lang(lang));
            (Tint::Area(SKILL_HUE), Standing::Before, Texts::new(lang).say(&message))
        }
        SkillLevel::GoesWell => (Tint::Strength, Standing::Now, skill_title(skill, level, lang)),
    };
    let (icon, form) = (catalogue::icon(&row.icon), Form::Disc);
    Some(Badge {
        icon,
        form,
        tint,
        standing,
        label: name.clone(),
        name,
        order: usize::MAX,
        priority: None,
    })
}

/// What the card of one side of a skill is called.
fn skill_title(skill: &KindId, level: SkillLevel, lang: Lang) -> String {
    let catalogue = Catalogue::builtin();
    let theme =
        if level == SkillLevel::GoesWell { format!("strong({skill})") } else { skill.to_string() };
    let title = catalogue.phrases(&theme).map(|phrases| phrases.title.in_lang(lang));
    let words = || catalogue.skill(skill.as_str()).map(|row| row.words.in_lang(lang));
    title.or_else(words).unwrap_or_default().to_owned()
}

const fn is_over(entry: &Entry) -> bool {
    match entry.going_on {
        GoingOn::Now => false,
        GoingOn::Before => true,
        GoingOn::Unknown => entry.until.is_some(),
    }
}

pub(super) fn strength_badge(strength: &Strength, lang: Lang) -> Badge {
    let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
    let standing = match strength.said {
        Said::Maybe => Standing::Maybe,
        Said::Yes | Said::No if strength.until.is_some() => Standing::Before,
        Said::Yes | Said::No => Standing::Now,
    };
    let icon = catalogue::icon(row.map_or("check", |row| &row.icon));
    let words = strength.words.trim();
    let name = row.map_or(words, |row| row.words.in_lang(lang)).to_owned();
    let label = if words.is_empty() { name.clone() } else { words.to_owned() };
    let (form, tint) = (Form::Tile, Tint::Strength);
    Badge { icon, form, tint, standing, label, name, order: usize::MAX, priority: None }
}

/// Draws the row of tiles, centred at `x`, its top at `top`.
pub(super) fn draw(stage: &mut Stage<'_>, pen: &Pen, badges: &Badges, x: f64, top: f64) {
    let Metrics { tile: side, tile_gap, .. } = stage.metrics;
    let mut left = x - badges.width(&stage.metrics) / 2.0;
    for badge in &badges.shown {
        tile(stage, pen, badge, Point::new(left, top));
        left += side + tile_gap;
    }
    if 0 < badges.more {
        let at = Point::new(left + side / 2.0, top + 0.73 * side);
        let (text, color) = (format!("+{}", badges.more), stage.theme().soft_ink);
        stage.text(
            pen,
            &text,
            at,
            TextStyle::centered(stage.theme().size.years, color).semi_bold(),
        );
        left += side + tile_gap;
    }
    flag::row(stage, pen, &badges.flags, (left, top));
}

/// Draws one tile with its top left corner at `at`.
pub(super) fn tile(stage: &mut Stage<'_>, pen: &Pen, badge: &Badge, at: Point) {
    let side = stage.metrics.tile;
    let rect = Rect::between(at, at.moved(side, side));
    let theme = stage.theme();
    let tile = match badge.tint {
        Tint::Area(hue) => theme.problem_tile(hue),
        Tint::Strength => theme.strength_tile(),
        Tint::Plain => theme.plain_tile(),
    };
    let (panel, color) = (theme.panel, tile.border);
    let (paint, glyph) = match badge.standing {
        Standing::Now if tile.fill == tile.border => (Paint::fill(tile.fill), tile.icon),
        Standing::Now => (Paint::both(tile.fill, Stroke::solid(tile.border, 1.4)), tile.icon),
        Standing::Before => (Paint::fill(panel.mixed(color, 0.24)), color),
        Standing::Maybe => {
            let outline = Stroke::solid(color, 1.4).dashed(3.0, 2.4);
            (Paint::both(panel, outline), color)
        }
        Standing::Undated => {
            let outline = Stroke::solid(color, 1.6).dashed(0.1, 3.2).round();
            (Paint::both(panel, outline), color)
        }
        Standing::No => (Paint::both(panel, Stroke::solid(theme.soft_ink, 1.2)), theme.soft_ink),
    };
    let inset = if paint.stroke.is_some() { 0.7 } else { 0.0 };
    let (corner, room) = match badge.form {
        Form::Tile => (0.3, 0.16),
        Form::Disc => (0.5, 0.22),
    };
    stage.add(pen, Shape::Rect { rect: rect.grown(-inset), radius: corner * side - inset, paint });
    if let Some(icon) = badge.icon {
        stage.add(pen, Shape::Icon { glyph: icon, rect: rect.grown(-room * side), color: glyph });
    }
    if badge.standing == Standing::No {
        // Against the slant of bottles, pills and pens.
        let inward = 0.1 * side;
        let line = Path::line(rect.min.moved(inward, inward), rect.max.moved(-inward, -inward));
        for (color, width) in [(panel, 0.18 * side), (theme.ink, 0.08 * side)] {
            stage.stroke(pen, line.clone(), Stroke::solid(color, width).round());
        }
    }
    if let Some(priority) = badge.priority {
        first(stage, pen, priority, rect);
    }
}

/// The number that the client gave it, on the upper right corner of its tile.
pub(super) fn first(stage: &mut Stage<'_>, pen: &Pen, priority: u8, tile: Rect) {
    let (theme, side) = (stage.theme(), tile.width());
    let center = Point::new(tile.max.x - 0.06 * side, tile.min.y + 0.06 * side);
    let paint = Paint::both(theme.ink, Stroke::solid(theme.panel, 0.07 * side));
    stage.add(pen, Shape::Circle { center, radius: 0.34 * side, paint });
    let style = TextStyle::centered(0.52 * side, theme.panel).bold();
    stage.text(pen, &priority.to_string(), center.moved(0.0, 0.36 * style.size), style);
}
