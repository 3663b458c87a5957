//! `rode-draad render IN -o OUT`: a map on paper.

mod pages;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Failure, input, output};
use crate::catalogue::Catalogue;
use crate::clock;
use crate::export::{self, Lettering, Paper, PdfError, PictureFormat, PngSize};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{KinWords, Kinship, Reach, around};
use crate::model::{CardId, Date, FamilyMap, FindingId, Party, PersonId, Subject, SupportId};
use crate::pattern::{self, Cards, Pattern, Settings};
use crate::picture::picture_of;
use crate::scene::{
    self, Across, Along, LifeView, Relations, Scene, Sensitive, StrandView, Supports, View,
    WhoseLives,
};
use crate::shown::{self, Eyes, Names, Opened};
use crate::story::{HEIGHT, Wanted};
use crate::theme::{Theme, ThemeName};
use crate::year::{Years, last_day};

/// What to draw, and how.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A family map or GEDCOM file; `-` for what is piped in
    input: PathBuf,
    /// The picture to write: .pdf, .svg or .png; `-` writes SVG to the terminal
    #[arg(
        long,
        short,
        required_unless_present = "story",
        default_value = "-",
        hide_default_value = true
    )]
    output: PathBuf,
    /// Write every step of the story, as a room sees it: into this folder, a PNG of 1920x1080 for each, or as
    /// a page each of this .pdf (takes --lang, --names, --theme, --today and --size)
    #[arg(long, value_name = "FOLDER|FILE.pdf", conflicts_with_all = ["output", "dpi", "paper", "year", "around", "view"])]
    story: Option<PathBuf>,
    /// What to draw
    #[arg(long, value_enum, default_value = "map")]
    view: ViewArgument,
    /// The language of the words in the picture [default: that of the map]
    #[arg(long, value_parser = parse_lang, value_name = "nl|en")]
    lang: Option<Lang>,
    /// Colours and sizes: light, dark, contrast, projector or mono
    #[arg(long, value_parser = parse_theme, default_value = "light", value_name = "THEME")]
    theme: ThemeName,
    /// What stands under the symbols
    #[arg(long, value_enum, default_value = "shown")]
    names: NamesArgument,
    /// The strands that are drawn: top (the first), all (that and the longest, three in all), none, or ids from
    /// `patterns --format json` parted by commas
    #[arg(long, value_parser = parse_threads, default_value = "top", value_name = "WHICH")]
    threads: Threads,
    /// The lines between people that are drawn: none, those of the main person, or all
    #[arg(long, value_enum, default_value = "none", value_name = "WHICH")]
    relations: RelationsArgument,
    /// The ties of organisations and helpers that are drawn: none, focus (those of the main person and her home),
    /// all, or ids of the file parted by commas. Nobody can tap on paper: without a tie it does not say whom they
    /// help, with all it is no longer calm
    #[arg(long, value_parser = parse_supports, default_value = "focus", value_name = "WHICH")]
    supports: SupportsArgument,
    /// Along what lifelines lie: everybody's age, or calendar years
    #[arg(long, value_enum, default_value = "age", value_name = "WHAT")]
    along: AlongArgument,
    /// Whose lifelines: mothers, fathers, all, or the id of a card of `patterns --format json` (who has it)
    #[arg(long, default_value = "mothers", value_name = "WHOSE")]
    whose: String,
    /// Draw only the people around this one (an id of the file)
    #[arg(long, value_name = "ID")]
    around: Option<String>,
    /// With --around: how many steps away; without it ancestors, descendants and their sides
    #[arg(long, value_name = "N", requires = "around")]
    steps: Option<usize>,
    /// Let the parent's sheet speak of what plays and who got out, not only of what is strong
    #[arg(long)]
    open: bool,
    /// Whom a child's sheet or a copy is for (an id of the file) [default: the eldest of the main person's
    /// children; for a copy the main person]
    #[arg(long = "for", value_name = "ID")]
    whom: Option<String>,
    /// Leave out everything sensitive
    #[arg(long)]
    private: bool,
    /// Leave out the explanation of the signs
    #[arg(long)]
    no_legend: bool,
    /// Draw the family as it was at the end of this year: nobody moves, who was not born yet is an empty place
    #[arg(long, value_name = "YEAR", allow_negative_numbers = true)]
    year: Option<i32>,
    /// The day that ages count to [default: that of the map, else today]
    #[arg(long, value_parser = parse_date, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// Fit the picture to a sheet of this paper, upright or lying as fits: a4, a3, a2, a1 or a0 [default: as
    /// large as the picture]. Sheets for the parent, a child and the plan are A4
    #[arg(long, value_parser = parse_paper, value_name = "PAPER")]
    paper: Option<Paper>,
    /// With --paper: where names would be too small to read, put the picture on several sheets, to be glued
    /// together: they overlap, say where they are cut, and cut nobody in two
    #[arg(long, requires = "paper")]
    tiles: bool,
    /// Fit a PNG into this many pixels
    #[arg(long, value_parser = parse_size, value_name = "WxH", conflicts_with = "dpi")]
    size: Option<(u32, u32)>,
    /// Dots per inch of a PNG; 96 is the size on screen
    #[arg(long, value_name = "N")]
    dpi: Option<f64>,
    #[command(flatten)]
    reading: input::Reading,
}

/// Which lines between people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum RelationsArgument {
    /// None: the calm picture
    None,
    /// Those of the main person
    Focus,
    /// All of them
    All,
}

impl RelationsArgument {
    fn of(self, map: &FamilyMap) -> Relations {
        let is_focus = |party: &Party| match party {
            Party::Person(id) => map.focus.contains(id),
            Party::Support(_) => false,
        };
        let of_focus = map
            .relations
            .iter()
            .filter(|(_, relation)| map.focus.contains(&relation.from) || is_focus(&relation.to));
        match self {
            Self::None => Relations::None,
            Self::Focus => Relations::Only(of_focus.map(|(id, _)| id.clone()).collect()),
            Self::All => Relations::All,
        }
    }
}

/// Which ties of supports.
#[derive(Clone, Debug, PartialEq, Eq)]
enum SupportsArgument {
    /// Who helps, without a tie.
    None,
    /// Those of the main person and her home.
    Focus,
    /// All of them.
    All,
    /// Those of these.
    Only(BTreeSet<SupportId>),
}

impl SupportsArgument {
    /// Which ties of `map`; one that is asked for and not there is a mistake.
    fn of(&self, map: &FamilyMap) -> Result<Supports, Failure> {
        Ok(match (self, map.focus.first()) {
            (Self::None, _) | (Self::Focus, None) => Supports::Band,
            (Self::Focus, Some(focus)) => Supports::Of(Subject::Person(focus.clone())),
            (Self::All, _) => Supports::All,
            (Self::Only(ids), _) => {
                if let Some(id) = ids.iter().find(|id| !map.supports.contains_key(*id)) {
                    return Err(Failure::failed(
                        Message::new("cli-no-support").arg("id", id.as_str()),
                    ));
                }
                Supports::Only(ids.clone())
            }
        })
    }
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ViewArgument {
    /// The family over the generations
    Map,
    /// What plays in which generation: a table of generations and life areas
    Overview,
    /// What comes back in which generation: a table of generations and cards
    Cards,
    /// Lives under one another, by age or by year
    Lifelines,
    /// Everybody in words by generation, and how it is between them: A4 page by page
    List,
    /// The parent's sheet: one A4 for home
    SheetParent,
    /// A child's sheet: one A4 to draw on, from about six
    SheetChild,
    /// One plan for everybody who helps: goals down, helpers across
    Plan,
    /// For the file: the map, everybody in words, what comes back, goals, who helps, what was agreed
    SheetFile,
    /// A copy for one person: names, and all else only of them
    Copy,
    /// For a workshop: the family and its facts without threads, and four questions
    Handout,
    /// For a workshop: the answers, with threads, what is told of them, and traps
    AnswerKey,
    /// For a workshop: a card a person, eight to an A4
    PersonCards,
}

impl ViewArgument {
    /// Is it for people who do not know the family?
    const fn is_for_workshop(self) -> bool {
        matches!(self, Self::Handout | Self::AnswerKey | Self::PersonCards)
    }

    /// Is it a page already?
    const fn is_sheet(self) -> bool {
        match self {
            Self::List
            | Self::SheetParent
            | Self::SheetChild
            | Self::Plan
            | Self::SheetFile
            | Self::Copy
            | Self::Handout
            | Self::AnswerKey
            | Self::PersonCards => true,
            Self::Map | Self::Overview | Self::Cards | Self::Lifelines => false,
        }
    }
}

impl Arguments {
    /// What the lifelines show.
    fn lives(&self) -> LifeView {
        let whose = match self.whose.as_str() {
            "mothers" => WhoseLives::Mothers,
            "fathers" => WhoseLives::Fathers,
            "all" => WhoseLives::All,
            card => CardId::new(card).map_or(WhoseLives::Mothers, WhoseLives::Card),
        };
        let along = match self.along {
            AlongArgument::Age => Along::Age,
            AlongArgument::Years => Along::Years,
        };
        LifeView { whose, along, ..LifeView::default() }
    }
}

/// Along what lifelines lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum AlongArgument {
    /// Everybody begins at 0
    Age,
    /// Calendar years
    Years,
}

/// What stands under the symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum NamesArgument {
    /// Names
    Shown,
    /// What the main person calls them
    Kin,
    /// Invented names
    Invented,
    /// Nothing
    Off,
}

impl NamesArgument {
    const fn of(self) -> Names {
        match self {
            Self::Shown => Names::Shown,
            Self::Kin => Names::Kin,
            Self::Invented => Names::Invented,
            Self::Off => Names::Off,
        }
    }
}

/// Which strands are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Threads {
    Top,
    All,
    None,
    Only(Vec<FindingId>),
}

/// Without a wish no picture is longer than this, in pixels.
const SIDE_UNASKED: f64 = 16_000.0;
/// Without a wish no picture has more pixels: a thousand people stay a matter of a second.
const PIXELS_UNASKED: f64 = 40e6;
/// Type of fewer points than this is not read on paper.
const LEAST_POINTS: f64 = 7.0;
/// More strands than this at once can no longer be told apart.
const MOST_STRANDS: usize = 3;

/// Every step of the story as a picture.
fn story(arguments: &Arguments, folder: &Path, texts: Texts) -> Result<(), Failure> {
    let (map, notes) = input::map(&arguments.input, arguments.reading)?;
    output::complain(texts, &notes);
    // Of an invented family what is sensitive is shown, unless somebody asks for less.
    let map = if arguments.private {
        shown::without_hidden(&map, Catalogue::builtin(), &Opened::private())
    } else {
        map
    };
    let (w, h) = arguments.size.unwrap_or((1920, 1080));
    let wanted = Wanted {
        map: &map,
        names: arguments.names.of(),
        lang: arguments.lang.unwrap_or(map.lang),
        theme: arguments.theme,
        today: arguments.today.unwrap_or_else(|| map.today_or(clock::today())),
        width: HEIGHT * f64::from(w) / f64::from(h),
    };
    super::story::write(&wanted, (folder, h), texts)
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    if let Some(folder) = &arguments.story {
        return story(arguments, folder, texts);
    }
    let format = if arguments.output == Path::new("-") {
        PictureFormat::Svg
    } else {
        PictureFormat::of(&arguments.output).map_err(Failure::failed)?
    };
    let (map, notes) = input::map(&arguments.input, arguments.reading)?;
    output::complain(texts, &notes);
    let pages = if arguments.view.is_sheet() {
        pages::of(&map, arguments)?
    } else {
        vec![draw(&map, arguments)?]
    };
    let lang = arguments.lang.unwrap_or(map.lang);
    let tiles = tiles(&pages, arguments, lang);
    let paper = if tiles.is_some() { None } else { paper(arguments) };
    let pages = tiles.unwrap_or(pages);
    output::complain(texts, &doubts(&pages, arguments, paper));
    let is_real = !map.fictional && arguments.names == NamesArgument::Shown;
    if is_real && arguments.view.is_for_workshop() {
        output::complain(texts, &[Message::new("paper-real-family")]);
    }
    let why = |error: String| Failure::failed(Message::new("cli-no-picture").arg("why", error));
    let picture = || {
        let scene = export::stacked(&pages).ok_or_else(|| why(PdfError::NoSize.to_string()))?;
        Ok(match paper {
            Some(paper) => export::page_of(&scene, paper),
            None => scene,
        })
    };
    let bytes = match format {
        PictureFormat::Pdf => {
            export::pdf_of_pages(&pages, paper, lang).map_err(|error| why(error.to_string()))?
        }
        PictureFormat::Svg => export::svg(&picture()?, Lettering::Embedded).into_bytes(),
        PictureFormat::Png => {
            let scene = picture()?;
            export::png(&scene, png_size(arguments, &scene))
                .map_err(|error| why(error.to_string()))?
        }
    };
    output::write(&arguments.output, &bytes)
}

/// The paper that the picture is fitted to; a sheet is a page already.
fn paper(arguments: &Arguments) -> Option<Paper> {
    arguments.paper.filter(|_| !arguments.view.is_sheet())
}

/// The picture on several sheets, where that is asked for and one is not enough.
fn tiles(pages: &[Scene], arguments: &Arguments, lang: Lang) -> Option<Vec<Scene>> {
    let (paper, scene) = paper(arguments).filter(|_| arguments.tiles).zip(pages.first())?;
    let size = Theme::of(arguments.theme).size.name;
    export::tiles(scene, paper, (size, LEAST_POINTS), lang)
}

/// What will not be read on `paper`, or not be on it.
fn doubts(pages: &[Scene], arguments: &Arguments, paper: Option<Paper>) -> Vec<Message> {
    let small = paper.zip(pages.first()).and_then(|(paper, scene)| {
        let size = Theme::of(arguments.theme).size.name;
        let points = size * paper.points_a_unit(scene);
        let message = match Paper::for_type(scene, size, LEAST_POINTS) {
            Some(better) => Message::new("paper-small").arg("better", better.id()),
            None => Message::new("paper-too-small"),
        };
        let message = message.arg("paper", paper.id()).arg("points", format!("{points:.1}"));
        (points < LEAST_POINTS).then_some(message)
    });
    let mut lacking = String::new();
    for letter in
        pages.iter().flat_map(|it| export::letters_without_font(it).chars().collect::<Vec<_>>())
    {
        if !lacking.contains(letter) {
            lacking.push(letter);
        }
    }
    let lacking =
        (!lacking.is_empty()).then(|| Message::new("paper-letters").arg("letters", lacking));
    let other = arguments.paper.filter(|it| arguments.view.is_sheet() && *it != Paper::A4);
    let always = other.map(|paper| Message::new("paper-always-a4").arg("paper", paper.id()));
    small.into_iter().chain(lacking).chain(always).collect()
}

/// On paper the ground is white.
fn theme(arguments: &Arguments) -> &'static Theme {
    let is_pdf = PictureFormat::of(&arguments.output).is_ok_and(|it| it == PictureFormat::Pdf);
    if is_pdf || arguments.paper.is_some() {
        Theme::printed(arguments.theme)
    } else {
        Theme::of(arguments.theme)
    }
}

fn draw(whole: &FamilyMap, arguments: &Arguments) -> Result<Scene, Failure> {
    let opened = if arguments.private { Opened::private() } else { Opened::default() };
    let lang = arguments.lang.unwrap_or(whole.lang);
    let today = arguments.today.unwrap_or_else(|| whole.today_or(clock::today()));
    let names = arguments.names.of();
    let view = View {
        // What is hidden is not in the shown map.
        sensitive: Sensitive::Shown,
        title: true,
        legend: !arguments.no_legend,
        ..View::calm(theme(arguments), lang, today)
    };
    if arguments.year.is_some() && arguments.view != ViewArgument::Map {
        return Err(Failure::failed(Message::new("cli-year-of-map")));
    }
    let then = arguments.year.map(|year| Years::of(whole, today).at(year));
    let then = then.filter(|it| it.absent.is_past());
    // What comes back is what had come back by then.
    let (told, day) = match &then {
        Some(then) => (&then.map, last_day(then.year)),
        None => (whole, today),
    };
    let (kin, catalogue) = (Kinship::of(told), Catalogue::builtin());
    let cards = pattern::cards(told, &kin, catalogue, &Settings::default(), day, &opened);
    let shown = |map: &FamilyMap| {
        shown::without_hidden(&shown::named(map, names, lang), catalogue, &opened)
    };
    let map = &shown(whole);
    let view = View {
        strands: strands((told, &kin), (&cards, opened.eyes), &arguments.threads, (lang, day)),
        relations: arguments.relations.of(map),
        supports: arguments.supports.of(map)?,
        kin_words: match names {
            Names::Kin => KinWords::in_place_of_names(map, lang),
            Names::Shown | Names::Invented | Names::Off => BTreeMap::new(),
        },
        ..view
    };
    // Strands are found on the whole family, also where only a part of it is drawn.
    let map = &part(map, arguments)?;
    if arguments.view == ViewArgument::Lifelines {
        let lives = scene::lifelines(map, &Kinship::of(map), &cards, &view, &arguments.lives());
        return Ok(lives.scene);
    }
    let across = match arguments.view {
        ViewArgument::Overview => Some(Across::Areas),
        ViewArgument::Cards => Some(Across::Cards),
        _ => None,
    };
    if let Some(across) = across {
        return Ok(scene::overview(map, &Kinship::of(map), &cards, &view, across).scene);
    }
    let (cast, placed) = picture_of(map, &view);
    let Some(then) = then else { return Ok(scene::build(map, &cast, &placed, &view)) };
    let past = part(&shown(&then.map), arguments)?.into_owned();
    let relations = arguments.relations.of(&past);
    let view = View { relations, today: day, absent: then.absent, ..view };
    Ok(scene::build(&past, &cast.in_year(&past, &view), &placed, &view))
}

/// The part of the map that is asked for, if only a part is.
fn part<'a>(map: &'a FamilyMap, arguments: &Arguments) -> Result<Cow<'a, FamilyMap>, Failure> {
    let Some(center) = &arguments.around else { return Ok(Cow::Borrowed(map)) };
    let reach = arguments.steps.map_or(Reach::Lines, Reach::Steps);
    let person = PersonId::new(center).filter(|id| map.people.contains_key(id));
    let Some(person) = person else {
        return Err(Failure::failed(Message::new("cli-nobody-called").arg("id", center)));
    };
    Ok(Cow::Owned(map.part(&around(&Kinship::of(map), &person, reach))))
}

fn strands(
    (map, kin): (&FamilyMap, &Kinship),
    (cards, eyes): (&Cards, Eyes),
    threads: &Threads,
    (lang, today): (Lang, Date),
) -> Vec<StrandView> {
    let first = cards.first_strand();
    let ids: Vec<CardId> = match threads {
        Threads::Top => first.map(|card| card.id.clone()).into_iter().collect(),
        Threads::All => {
            let others = cards.list().filter(|card| first.is_none_or(|it| it.id != card.id));
            let all = first.into_iter().chain(others).filter(|card| card.has_strand());
            all.take(MOST_STRANDS).map(|card| card.id.clone()).collect()
        }
        Threads::Only(ids) => ids.iter().filter_map(|id| CardId::new(id.as_str())).collect(),
        Threads::None => Vec::new(),
    };
    let drawn = scene::card_strands(map, cards, &ids, lang);
    if eyes == Eyes::Table
        && drawn.is_empty()
        && let Threads::Only(ids) = threads
    {
        // What is hidden by default is drawn only when a thread of it is asked for by its id.
        let catalogue = Catalogue::builtin();
        let map = &shown::without_hidden(map, catalogue, &Opened::every_kind(catalogue));
        let found = pattern::find(map, kin, Catalogue::builtin(), &Settings::default(), today);
        let threads = found.findings.iter().filter(|it| it.pattern == Pattern::Thread);
        return scene::strand_views(map, threads.filter(|it| ids.contains(&it.id)), lang);
    }
    drawn.into_iter().map(|(_, view)| view).collect()
}

/// The size asked for; without a wish, as on the screen, twice as sharp where it fits.
fn png_size(arguments: &Arguments, scene: &Scene) -> PngSize {
    if let Some(dpi) = arguments.dpi {
        return PngSize::Dpi(dpi);
    }
    let (width, height) = (scene.bounds.width(), scene.bounds.height());
    if let Some((w, h)) = arguments.size {
        return PngSize::Scale((f64::from(w) / width).min(f64::from(h) / height));
    }
    let side = SIDE_UNASKED / width.max(height);
    let area = (PIXELS_UNASKED / (width * height)).sqrt();
    PngSize::Scale(side.min(area).min(2.0))
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "nl or en".to_owned())
}

fn parse_theme(text: &str) -> Result<ThemeName, String> {
    ThemeName::from_id(text).ok_or_else(|| ThemeName::ALL.map(ThemeName::id).join(", "))
}

fn parse_paper(text: &str) -> Result<Paper, String> {
    Paper::from_id(text).ok_or_else(|| Paper::ALL.map(Paper::id).join(", "))
}

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date such as 2026-11-21".to_owned())
}

fn parse_threads(text: &str) -> Result<Threads, String> {
    let id = |part: &str| {
        FindingId::new(part.trim())
            .ok_or_else(|| "top, all, none, or ids of cards or threads".to_owned())
    };
    Ok(match text {
        "top" => Threads::Top,
        "all" => Threads::All,
        "none" => Threads::None,
        ids => Threads::Only(ids.split(',').map(id).collect::<Result<_, _>>()?),
    })
}

fn parse_supports(text: &str) -> Result<SupportsArgument, String> {
    let id = |part: &str| {
        SupportId::new(part.trim())
            .ok_or_else(|| "none, focus, all, or ids of organisations and helpers".to_owned())
    };
    Ok(match text {
        "none" => SupportsArgument::None,
        "focus" => SupportsArgument::Focus,
        "all" => SupportsArgument::All,
        ids => SupportsArgument::Only(ids.split(',').map(id).collect::<Result<_, _>>()?),
    })
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let wrong = || "a size such as 2400x1600".to_owned();
    let (w, h) = text.split_once('x').ok_or_else(wrong)?;
    let side = |part: &str| part.parse::<u32>().ok().filter(|side| 0 < *side).ok_or_else(wrong);
    Ok((side(w)?, side(h)?))
}
