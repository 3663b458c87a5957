//! Everything that a map can hold has a way in: every command is sent by something in the window, and
//! every field is written in somewhere. What has none is named here, with the reason.

use std::fs;
use std::path::{Path, PathBuf};

/// What the window does not send or show yet, each with its reason.
const WITHOUT: &[(&str, &str)] = &[];

/// The enums whose every variant needs a way in, and where they stand.
const ENUMS: &[(&str, &str)] = &[
    ("src/document/command.rs", "Command"),
    ("src/document/command.rs", "PersonEdit"),
    ("src/document/command.rs", "UnionEdit"),
    ("src/document/command.rs", "MapEdit"),
    ("src/model/field.rs", "MapField"),
    ("src/model/field.rs", "PersonField"),
    ("src/model/field.rs", "UnionField"),
    ("src/model/field.rs", "EntryField"),
    ("src/model/field.rs", "StrengthField"),
    ("src/model/field.rs", "RelationField"),
    ("src/model/field.rs", "HouseholdField"),
    ("src/model/field.rs", "SupportField"),
    ("src/model/field.rs", "GoalField"),
    ("src/model/field.rs", "StayField"),
];

/// By what the window changes each field of the records of the map: a piece of its source, or "-" and
/// the reason why there is none. An id is given by the program and stands for the record.
const FIELDS: &[(&str, &[(&str, &str)])] = &[
    (
        "Person",
        &[
            ("name", "PersonField::Name"),
            ("gender", "PersonEdit::Gender"),
            ("life", "PersonEdit::Life"),
            ("birth", "PersonField::Born"),
            ("vital", "PersonField::Died"),
            ("stands_for", "PersonEdit::StandsFor"),
            ("entries", "EditAction::AddEntry"),
            ("strengths", "EditAction::AddStrength"),
            ("skills", "PersonEdit::Skill"),
            ("wishes", "PersonEdit::Wishes"),
            ("background", "PersonField::Work"),
            ("notes", "PersonEdit::Notes"),
        ],
    ),
    (
        "Background",
        &[
            ("cause_of_death", "PersonField::CauseOfDeath"),
            ("origin", "PersonField::Origin"),
            ("language", "PersonField::Language"),
            ("faith", "PersonField::Faith"),
            ("work", "PersonField::Work"),
        ],
    ),
    (
        "Name",
        &[
            ("given", "PersonField::GivenNames"),
            ("call", "PersonField::Name"),
            ("prefix", "PersonField::Name"),
            ("family", "PersonField::Name"),
            ("birth", "PersonField::BirthName"),
            ("other", "PersonField::Also"),
        ],
    ),
    ("Crowd", &[("count", "PersonField::HowMany")]),
    (
        "Entry",
        &[
            ("kind", "NewEntry"),
            ("words", "EntryField::Words"),
            ("said", "Said::Maybe"),
            ("since", "EntryField::Since"),
            ("until", "EntryField::Until"),
            ("going_on", "GoingOn::Before"),
            ("weight", "Heavy::Little"),
            ("helped", "EntryField::Helped"),
            ("support", "Entry { support"),
            ("according_to", "EntryField::AccordingTo"),
            ("sensitive", "Entry { sensitive"),
            ("not_today", "Entry { not_today"),
            ("priority", "Entry { priority"),
        ],
    ),
    (
        "Strength",
        &[
            ("kind", "NewStrength"),
            ("words", "StrengthField::Words"),
            ("said", "Strength { said"),
            ("since", "StrengthField::Since"),
            ("until", "StrengthField::Until"),
            ("helped_with", "Strength { helped_with"),
            ("according_to", "StrengthField::AccordingTo"),
        ],
    ),
    (
        "SkillNote",
        &[
            ("skill", "PersonEdit::Skill"),
            ("level", "SkillLevel::Varies"),
            ("according_to", "(note.level, text)"),
        ],
    ),
    (
        "Note",
        &[
            ("text", "PersonField::Notes"),
            ("according_to", "note.according_to = "),
            ("share_with", "note.share_with = "),
            ("for_coach", "PersonField::CoachNotes"),
        ],
    ),
    (
        "Union",
        &[
            ("partners", "EditAction::AddPartner"),
            ("kind", "UnionEdit::Kind"),
            ("from", "UnionField::From"),
            ("until", "UnionField::Until"),
            ("ending", "UnionEdit::End"),
            ("together_again", "UnionField::TogetherAgain"),
            ("children", "EditAction::AddChild"),
            ("entries", "Bearer::Union"),
            ("strengths", "Bearer::Union"),
            ("notes", "UnionEdit::Notes"),
        ],
    ),
    (
        "Child",
        &[
            ("person", "EditAction::LinkChild"),
            ("bond", "Command::PutChild"),
            ("from", "Field::Child("),
            ("until", "Field::Child("),
            ("with", "Field::ChildWith("),
        ],
    ),
    (
        "BondWith",
        &[("bond", "BondWith {"), ("from", "Field::ChildWith("), ("until", "Field::ChildWith(")],
    ),
    (
        "Relation",
        &[
            ("from", "NewRelation {"),
            ("to", "NewRelation {"),
            ("kind", "NewRelation {"),
            ("since", "RelationField::Since"),
            ("until", "RelationField::Until"),
            ("according_to", "RelationField::AccordingTo"),
            ("sensitive", "Relation { sensitive"),
            ("entries", "Bearer::Relation"),
            ("notes", "RelationField::Notes"),
        ],
    ),
    (
        "Household",
        &[
            ("name", "HouseholdField::Name"),
            ("from", "HouseholdField::From"),
            ("until", "HouseholdField::Until"),
            ("members", "Household { members"),
            ("entries", "Bearer::Household"),
            ("strengths", "Bearer::Household"),
            ("notes", "HouseholdField::Notes"),
        ],
    ),
    (
        "Housemate",
        &[
            ("person", "HomeAction::MoveIn"),
            ("from", "Field::Housemate("),
            ("until", "Field::Housemate("),
        ],
    ),
    (
        "Support",
        &[
            ("kind", "Support { kind"),
            ("name", "SupportField::Name"),
            ("words", "SupportField::Words"),
            ("areas", "Support { areas"),
            ("ties", "EditAction::Tie"),
            ("notes", "SupportField::Notes"),
        ],
    ),
    (
        "SupportTie",
        &[
            ("to", "EditAction::Tie"),
            ("effect", "SupportTie { effect"),
            ("help", "Help::ALL"),
            ("from", "Field::Tie("),
            ("until", "Field::Tie("),
            ("ended", "SupportTie { ended"),
        ],
    ),
    (
        "FamilyMap",
        &[
            ("title", "MapField::Title"),
            ("wish", "MapField::Wish"),
            ("dream", "MapField::Dream"),
            ("lang", "MapEdit::Lang"),
            ("today", "MapField::Today"),
            ("fictional", "MapEdit::Fictional"),
            ("agreements", "MapEdit::Agreements"),
            ("throw_away", "MapField::ThrowAway"),
            ("focus", "Command::SetFocus"),
            ("people", "EditAction::AddLoose"),
            ("unions", "EditAction::AddPartner"),
            ("twins", "EditAction::AddTwin"),
            ("relations", "EditAction::AddRelation"),
            ("households", "HomeAction::Of"),
            ("supports", "EditAction::AddSupport"),
            ("goals", "EditAction::AddGoal"),
            ("own_kinds", "Command::PutOwnKind"),
            ("marks", "-what files of version 1 said; it was carried over to the cards"),
            ("cards", "Command::SetCard"),
            ("story", "-scenes are recorded from the screen: comes with the story"),
            ("unread", "EditAction::Write"),
            ("comments", "-written in the file by hand, beside the map"),
            ("view", "Command::Pin"),
            ("next_id", "-the program counts"),
        ],
    ),
    ("Twins", &[("kind", "TwinKind::Fraternal"), ("people", "EditAction::AddTwin")]),
    (
        "Agreement",
        &[
            ("text", "changed.text = "),
            ("with", "changed.with = "),
            ("on", "-the day on which it was written down"),
        ],
    ),
    ("OwnKind", &[("label", "OwnKind { label"), ("area", "OwnKind { area")]),
    (
        "Goal",
        &[
            ("text", "GoalField::Text"),
            ("first_step", "GoalField::FirstStep"),
            ("by", "GoalField::By"),
            ("helper", "GoalField::Helper"),
            ("supports", "Goal { supports"),
            ("answers", "Goal { answers"),
            ("whose", "Goal { whose"),
            ("state", "Goal { state"),
            ("set_on", "-the day on which it was set"),
            ("closed_on", "-the day on which it was said to be reached or let go"),
        ],
    ),
    (
        "Mark",
        &[
            ("recognised", "Recognised::DontKnow"),
            ("pin", "Mark { pin"),
            ("dismissed", "Mark { dismissed"),
            ("comment", "Mark { comment"),
        ],
    ),
    (
        "ViewState",
        &[
            ("pins", "Command::Pin"),
            ("hidden", "Command::SetHidden"),
            ("folded", "Command::SetFolded"),
            ("strands", "show_strands"),
            ("digits", "-the kinds that are used most when the map is first used"),
            ("rules", "MapEdit::Rules"),
            ("lines", "MapEdit::Lines"),
            ("seen", "-where everybody stood last, noted by the program"),
        ],
    ),
    ("PinnedAt", &[("x", "PinnedAt { x }")]),
    (
        "StoryScene",
        &[
            ("title", "Words::Title"),
            ("text", "Words::Text"),
            ("people", "scene.people = toggled("),
            ("cards", "Strands::Told"),
            ("findings", "-of version 1, kept as they were"),
            ("camera", "-files only: what is recorded is who was in view"),
            ("lens", "Lens::Lifelines"),
            ("year", "Words::Year"),
            ("names", "Names::Invented"),
            ("guess", "Reveal::default"),
            ("notes", "Words::Notes"),
            ("trap", "Words::Trap"),
            ("minutes", "Words::Minutes"),
        ],
    ),
    ("Reveal", &[("text", "Words::Reveal"), ("cards", "Strands::Revealed")]),
];

/// Records of the model that hold nothing of the family by themselves.
const NO_RECORDS: &[(&str, &str)] =
    &[("Camera", "files only: what is recorded is who was in view")];

/// What stands between the braces of `opening`, which ends with the first of them.
fn body<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let start = text.find(opening)? + opening.len();
    let end = text[start..].find("\n}")?;
    Some(&text[start..start + end])
}

#[test]
fn every_field_of_every_record_of_the_model_has_a_way_in() {
    let window = window();
    let (mut wrong, mut walked) = (Vec::new(), 0);
    for file in ["person", "entry", "tie", "map", "story"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/model/{file}.rs"));
        let text = fs::read_to_string(path).expect("a source");
        let names =
            text.lines().filter_map(|line| line.strip_prefix("pub struct ")?.strip_suffix(" {"));
        for name in names.filter(|name| !NO_RECORDS.iter().any(|(it, _)| it == name)) {
            let Some((_, ways)) = FIELDS.iter().find(|(it, _)| *it == name) else {
                wrong.push(format!("{name} is not in the list"));
                continue;
            };
            let lines = body(&text, &format!("pub struct {name} {{")).expect("a body").lines();
            let fields =
                lines.filter_map(|line| line.trim().strip_prefix("pub ")?.split(':').next());
            let fields: Vec<&str> = fields.filter(|it| *it != "id").collect();
            for field in &fields {
                walked += 1;
                match ways.iter().find(|(it, _)| it == field) {
                    Some((_, way)) if way.starts_with('-') || window.contains(way) => {}
                    Some((_, way)) => wrong.push(format!("{name}.{field}: nothing says {way}")),
                    None => wrong.push(format!("{name}.{field} has no way in")),
                }
            }
            let gone = ways.iter().filter(|(it, _)| !fields.contains(it));
            wrong.extend(gone.map(|(it, _)| format!("{name}.{it} is in the list only")));
        }
    }
    println!("{walked} fields walked");
    assert!(120 < walked, "{walked} fields");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names of the variants of an enum in a source text.
fn variants(text: &str, name: &str) -> Vec<String> {
    let start = text.find(&format!("pub enum {name} {{")).unwrap_or_else(|| panic!("{name}"));
    let body = &text[start..];
    let open = body.find('{').expect("a body");
    let mut depth = 0;
    let end = body
        .char_indices()
        .find_map(|(at, letter)| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            (depth == 0 && open < at).then_some(at)
        })
        .expect("its end");
    let lines = body[open..end].lines().map(str::trim);
    let names = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
    names.map(|line| line.chars().take_while(|c| c.is_alphanumeric()).collect()).collect()
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            into.push(path);
        }
    }
}

/// What the window is made of, and what makes commands of what is typed, without their tests.
fn window() -> String {
    let mut all = Vec::new();
    for room in ["src/ui", "src/document"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(room), &mut all);
    }
    all.retain(|path| !path.ends_with("command.rs") && !path.iter().any(|it| it == "apply"));
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a source");
    let texts = all.iter().map(read);
    // Tests of a file stand at its end.
    texts
        .map(|it| it.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_command_is_sent_and_every_field_is_shown() {
    let window = window();
    let mut missing = Vec::new();
    let mut walked = 0;
    for (path, name) in ENUMS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(path).expect("a source");
        for variant in variants(&text, name) {
            walked += 1;
            let full = format!("{name}::{variant}");
            let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
            let is_used = window.split(&full).skip(1).any(is_whole)
                || window.contains(&format!("{name}::ALL"));
            let is_named = WITHOUT.iter().any(|(it, _)| *it == full);
            match (is_used, is_named) {
                (false, false) => missing.push(format!("{full} has no way in")),
                (true, true) => missing.push(format!("{full} has a way in: take it off the list")),
                _ => {}
            }
        }
    }
    assert!(90 < walked, "{walked} ways in");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
