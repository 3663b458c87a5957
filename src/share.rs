//! Work that is shared among the processors, with the same result on any number of them.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::ScopedJoinHandle;

/// Most threads that are worth it.
const MOST_THREADS: usize = 8;

/// On how many processors this may run. Asking the system takes as long as sifting a row.
pub(crate) fn threads() -> usize {
    static THREADS: OnceLock<usize> = OnceLock::new();
    let ask = || std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    *THREADS.get_or_init(ask)
}

/// From how many people on reading a family is shared among the processors.
const MANY: usize = 50_000;

/// On how many threads a family of so many people is read.
pub(crate) fn threads_for(people: usize) -> usize {
    if people < MANY { 1 } else { threads() }
}

/// What `work` makes of each of `items`, in that order. Each of so many threads takes the next item
/// as soon as it is done with one: some take much longer than others.
pub(crate) fn mapped<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    given(items.iter(), threads, work)
}

/// As [`mapped`], of items that are given away.
pub(crate) fn given<T, R: Send>(
    items: impl ExactSizeIterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let threads = threads.min(items.len());
    if threads < 2 {
        return items.map(work).collect();
    }
    let next = Mutex::new(items.enumerate());
    let share = || {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let item = next.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((at, item)) = item else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for other in others {
            done.extend(joined(other));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

fn joined<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// What two pieces of work make, at the same time where there are two threads.
pub(crate) fn both<A: Send, B>(
    threads: usize,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if threads < 2 {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (joined(one), other)
    })
}

/// `0..n` in so many ranges of nearly the same length, in order; none of them is empty unless
/// all is.
pub(crate) fn ranges(
    n: usize,
    pieces: usize,
) -> impl ExactSizeIterator<Item = Range<usize>> + Send {
    let pieces = pieces.clamp(1, n.max(1));
    (0..pieces).map(move |piece| piece * n / pieces..(piece + 1) * n / pieces)
}

/// Does `work` on so many items in each step, the next step when all of one are done. Takes as many
/// threads for all steps: starting threads anew takes longer than a short step.
pub(crate) fn in_steps(threads: usize, items: &[usize], work: impl Fn(usize, usize) + Sync) {
    let counts = || items.iter().map(|_| AtomicUsize::new(0)).collect::<Vec<_>>();
    let (next, done) = (counts(), counts());
    let steps = || {
        for (step, ((&items, next), done)) in items.iter().zip(&next).zip(&done).enumerate() {
            loop {
                let item = next.fetch_add(1, Ordering::Relaxed);
                if items <= item {
                    break;
                }
                // Counts also if the work panics, so that nobody waits for ever.
                let _counted = Counted(done);
                work(step, item);
            }
            wait_for(|| items <= done.load(Ordering::Acquire));
        }
    };
    std::thread::scope(|scope| {
        (1..threads).for_each(|_| _ = scope.spawn(steps));
        steps();
    });
}

/// Counts one more when it is dropped.
struct Counted<'a>(&'a AtomicUsize);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Release);
    }
}

/// Waits for something that will not take long: first on the spot, then letting others go first.
fn wait_for(is_done: impl Fn() -> bool) {
    const ON_THE_SPOT: usize = 2_000;
    for _ in 0..ON_THE_SPOT {
        if is_done() {
            return;
        }
        std::hint::spin_loop();
    }
    while !is_done() {
        std::thread::yield_now();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..23).collect();
        for threads in [0, 1, 2, 5, 40] {
            let doubled: Vec<usize> = items.iter().map(|item| 2 * item).collect();
            assert_eq!(mapped(&items, threads, |item| 2 * item), doubled, "{threads} threads");
        }
        assert_eq!(mapped(&[], 4, |item: &u32| *item), [0; 0]);
    }

    #[test]
    fn two_pieces_of_work_both_come_back() {
        for threads in [0, 1, 2, 5] {
            assert_eq!(both(threads, || 3, || "b"), (3, "b"), "{threads} threads");
        }
    }

    #[test]
    fn ranges_cover_everything_once_and_in_order() {
        for n in [0, 1, 2, 7, 100] {
            for pieces in [0, 1, 2, 3, 7, 200] {
                let all: Vec<Range<usize>> = ranges(n, pieces).collect();
                assert_eq!(all.len(), pieces.clamp(1, n.max(1)), "{n} in {pieces}");
                let each: Vec<usize> = all.iter().cloned().flatten().collect();
                assert_eq!(each, (0..n).collect::<Vec<_>>(), "{n} in {pieces}");
                assert!(n == 0 || all.iter().all(|range| !range.is_empty()), "{n} in {pieces}");
            }
        }
    }

    #[test]
    fn a_step_begins_when_the_one_before_is_done() {
        let items = [3, 0, 7, 1, 40];
        for threads in [1, 2, 5] {
            let done: Vec<AtomicUsize> = items.iter().map(|_| AtomicUsize::new(0)).collect();
            in_steps(threads, &items, |step, item| {
                assert!(item < items[step]);
                for (before, items) in done.iter().zip(&items[..step]) {
                    assert_eq!(before.load(Ordering::SeqCst), *items, "{threads} threads");
                }
                done[step].fetch_add(1, Ordering::SeqCst);
            });
            let done: Vec<usize> = done.into_iter().map(AtomicUsize::into_inner).collect();
            assert_eq!(done, items, "{threads} threads");
        }
    }
}
