//! Everything that is tested through the public door, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must stop"
)]
#![cfg_attr(
    feature = "window",
    expect(
        clippy::panic,
        clippy::missing_assert_message,
        clippy::print_stdout,
        reason = "the tests of the window also say what they measured"
    )
)]

mod any_map;
mod architecture;
mod cards;
mod circles;
mod clear_couples;
mod clear_homes;
mod clear_signs;
mod clear_supports;
mod cli;
mod cli_places;
mod doubts;
mod examples;
mod file;
mod lifelines;
mod marks;
mod merge;
mod messages;
mod mutated;
mod paper;
mod paper_home;
mod paper_pages;
mod picture;
mod picture_told;
mod pattern2_oracle;
mod same_numbers;
mod story;
mod told;
mod told_people;
mod told_random;
mod truth;
mod pattern_cases;
mod quick;
mod pattern_oracle;
mod random_family;
mod supply;
mod gedcom;
mod gedcom_fields;
mod gedcom_kept;
#[cfg(feature = "window")]
mod ui_agreed;
#[cfg(feature = "window")]
mod ui_answers;
mod ui_clear;
#[cfg(feature = "window")]
mod ui_dialogs;
#[cfg(feature = "window")]
mod ui_entries;
#[cfg(feature = "window")]
mod ui_hands;
#[cfg(feature = "window")]
mod ui_goals;
#[cfg(feature = "window")]
mod ui_hidden;
#[cfg(feature = "window")]
mod ui_homes;
#[cfg(feature = "window")]
mod ui_keep;
#[cfg(feature = "window")]
mod ui_keylist;
#[cfg(feature = "window")]
mod ui_keys;
#[cfg(feature = "window")]
mod ui_kills;
#[cfg(feature = "window")]
mod ui_lifelines;
#[cfg(feature = "window")]
mod ui_lock;
mod ui_manual;
mod ui_merging;
mod ui_menus;
#[cfg(feature = "window")]
mod ui_neighbours;
#[cfg(feature = "window")]
mod ui_model;
#[cfg(feature = "window")]
mod ui_monkey;
mod ui_names;
#[cfg(feature = "window")]
mod ui_order;
mod ui_panel_keys;
#[cfg(feature = "window")]
mod ui_paper;
mod ui_part;
#[cfg(feature = "window")]
mod ui_passphrase;
#[cfg(feature = "window")]
mod ui_people;
#[cfg(feature = "window")]
mod ui_picture;
#[cfg(feature = "window")]
mod ui_list;
#[cfg(feature = "window")]
mod ui_quick;
#[cfg(feature = "window")]
mod ui_reach;
mod ui_relations;
#[cfg(feature = "window")]
#[cfg(feature = "window")]
mod ui_said;
#[cfg(feature = "window")]
mod ui_sealing;
#[cfg(feature = "window")]
mod ui_shell;
mod ui_sight;
#[cfg(feature = "window")]
mod ui_story;
mod ui_strands;
mod ui_supports;
#[cfg(feature = "window")]
mod ui_table;
#[cfg(feature = "window")]
mod ui_time;
#[cfg(feature = "window")]
mod ui_traces;
mod ui_typing;
mod ui_versions;
#[cfg(feature = "window")]
mod ui_unions;
#[cfg(feature = "window")]
mod ui_whom;
#[cfg(feature = "window")]
mod ui_window;
#[cfg(feature = "window")]
mod ui_words;
#[cfg(feature = "window")]
mod ui_work;
mod way_in;
mod years;
