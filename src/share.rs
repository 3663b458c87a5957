//! Work that is shared among the processors, with the same result on any number of them.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most threads that are worth it.
const MOST_THREADS: usize = 8;

/// On how many processors this may run. Asking the system takes as long as sifting a row.
pub(crate) fn threads() -> usize {
    static THREADS: OnceLock<usize> = OnceLock::new();
    let ask = || std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    *THREADS.get_or_init(ask)
}

/// What `work` makes of each of `items`, in that order. Each of so many threads takes the next item
/// as soon as it is done with one: some take much longer than others.
pub(crate) fn mapped<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(items.len())).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for other in others {
            match other.join() {
                Ok(share) => done.extend(share),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
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
}
