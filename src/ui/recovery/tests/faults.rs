//! Every call of the journal refused, done by half, or the last of its process: a copy is there, whole,
//! the older or the newer one, and what is said to be kept is.

use super::*;
use crate::ui::shell::test::{Desk, Fault, Process};

/// What the journal does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Writes a newer copy.
    Write,
    /// Puts all in the copy at once, as before the lock.
    PutNow,
    ThrowAway,
    PutBack,
}

fn window(desk: &Desk) -> (Arc<Process>, Recovery) {
    let process = desk.process();
    let folder = Some(PathBuf::from("/state"));
    let long = Duration::from_secs(60);
    (process.clone(), Recovery::with_delay(folder, process, long))
}

/// Does it; true when the newer copy is said to be there.
fn does(act: Act, window: &mut Recovery) -> bool {
    match act {
        Act::Write => {
            window.watch((2, None), || work("two"));
            window.flush();
            !window.is_failing()
        }
        Act::PutNow => window.put_now(&work("two")).is_some(),
        Act::ThrowAway => {
            window.throw_away(&work("two"), today());
            false
        }
        Act::PutBack => {
            let thrown = window.thrown_away(today());
            if let Some(it) = thrown.first() {
                window.put_back(&it.path);
            }
            false
        }
    }
}

/// One fault in one act; false when the act makes no such call.
fn try_fault(act: Act, fault: Fault, at: u64) -> bool {
    let desk = Desk::default();
    let (process, mut one) = window(&desk);
    one.watch((1, None), || work("one"));
    one.flush();
    if act == Act::PutBack {
        one.throw_away(&work("one"), today());
    }
    let before = process.calls();
    process.fault(at, fault);
    let is_said = does(act, &mut one) && !process.is_dead();
    let is_hit = before + at < process.calls();
    process.kill();
    drop(one);
    let (_next, next) = window(&desk);
    let mut found = titles(&next.leftovers(&[]));
    found.extend(titles(&next.thrown_away(today())));
    let what = format!("{act:?}, {fault:?} at {at}: {found:?}");
    assert!(found.iter().any(|it| it == "one" || it == "two"), "lost: {what}");
    assert!(found.iter().all(|it| it == "one" || it == "two"), "not whole: {what}");
    assert!(!is_said || found.contains(&"two".to_owned()), "said to be kept: {what}");
    is_hit
}

#[test]
fn a_fault_at_any_call_of_the_journal_leaves_a_whole_copy_and_no_false_word() {
    for act in [Act::Write, Act::PutNow, Act::ThrowAway, Act::PutBack] {
        for fault in Fault::every() {
            let n = (0..200).take_while(|at| try_fault(act, fault, *at)).count();
            assert!(4 < n && n < 200, "{act:?}, {fault:?}: {n} calls");
        }
    }
}
