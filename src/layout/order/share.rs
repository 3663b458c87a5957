//! Work that is shared among the processors, with the same result on any number of them.

use std::sync::OnceLock;

/// Most threads that are worth it.
const MOST_THREADS: usize = 8;

/// On how many processors this may run. Asking the system takes as long as sifting a row.
pub(super) fn threads() -> usize {
    static THREADS: OnceLock<usize> = OnceLock::new();
    let ask = || std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    *THREADS.get_or_init(ask)
}

/// What `work` makes of each of `items`, in that order, with the items dealt out to so many threads.
pub(super) fn mapped<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = threads.min(items.len()).max(1);
    let share = |first: usize| items.iter().skip(first).step_by(threads).map(&work).collect();
    let mut shares: Vec<std::vec::IntoIter<R>> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || share(first))).collect();
        let own: Vec<R> = share(0);
        let others = others.into_iter().map(|other| match other.join() {
            Ok(share) => share,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        std::iter::once(own).chain(others).map(Vec::into_iter).collect()
    });
    let nth = |nth: usize| shares.get_mut(nth % threads).and_then(Iterator::next);
    (0..items.len()).map_while(nth).collect()
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
