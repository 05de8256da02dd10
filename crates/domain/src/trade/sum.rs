//! Figures added up to what they are parts of, told as a whole only where all of its parts are known.

use std::collections::BTreeMap;

use super::amount::Printed;

/// A sum that is being added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sum {
    printed: Printed,
    /// How many figures are in it.
    figures: i64,
    /// Of how many parts it is.
    parts: usize,
}

/// Sums by what they are of.
#[derive(Clone, Debug)]
pub struct Sums<K>(BTreeMap<K, Option<Sum>>);

impl<K: Ord> Default for Sums<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Sums<K> {
    /// Adds a part, itself of so many figures. What grows beyond any amount is no sum.
    pub fn add(&mut self, whole: K, printed: Printed, figures: i64) {
        let first = Sum { printed, figures, parts: 1 };
        self.0
            .entry(whole)
            .and_modify(|sum| {
                *sum = sum.take().and_then(|sum| {
                    let printed = sum.printed.plus(printed)?;
                    Some(Sum { printed, figures: sum.figures + figures, parts: sum.parts + 1 })
                });
            })
            .or_insert(Some(first));
    }

    /// The sums of exactly so many parts, each with how many figures are in it.
    pub fn of(self, parts: usize) -> impl Iterator<Item = (K, Printed, i64)> {
        self.0.into_iter().filter_map(move |(whole, sum)| {
            let sum = sum.filter(|sum| sum.parts == parts)?;
            Some((whole, sum.printed, sum.figures))
        })
    }
}

impl<K: Ord> Sums<(K, usize)> {
    /// Of each thing the sum of its coarsest level, with that level and how many figures are in it: finer codes are parts of coarser ones,
    /// and what stands at no level is all of it.
    pub fn coarsest(self) -> impl Iterator<Item = (K, usize, Printed, i64)> {
        let mut coarsest: BTreeMap<K, (usize, Option<Sum>)> = BTreeMap::new();
        for ((whole, level), sum) in self.0 {
            // The levels of a thing come one after the other, the coarsest first.
            coarsest.entry(whole).or_insert((level, sum));
        }
        coarsest.into_iter().filter_map(|(whole, (level, sum))| sum.map(|sum| (whole, level, sum.printed, sum.figures)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::amount::{Amount, Scale};

    fn printed(amount: i64, places: u8) -> Printed {
        Printed { amount: Amount(amount), scale: Scale::Million, places }
    }

    #[test]
    fn a_sum_is_as_exact_as_its_least_exact_part_and_told_where_all_parts_are_known() {
        let mut sums = Sums::default();
        sums.add("two", printed(5, 2), 1);
        sums.add("two", printed(7, 0), 98);
        sums.add("one", printed(5, 2), 1);
        assert_eq!(sums.of(2).collect::<Vec<_>>(), [("two", printed(12, 0), 99)]);
    }

    #[test]
    fn the_coarsest_level_is_told() {
        let mut sums = Sums::default();
        for (what, level, amount) in
            [("codes", 4, 5), ("codes", 2, 7), ("codes", 4, 2), ("codes", 2, 1), ("whole", 2, 5), ("whole", 0, 6)]
        {
            sums.add((what, level), printed(amount, 0), 1);
        }
        assert_eq!(sums.coarsest().collect::<Vec<_>>(), [("codes", 2, printed(8, 0), 2), ("whole", 0, printed(6, 0), 1)]);
    }

    #[test]
    fn what_no_number_holds_is_no_sum() {
        let mut sums = Sums::default();
        for _ in 0..3 {
            sums.add("all", printed(i64::MAX / 2, 0), 1);
        }
        assert_eq!(sums.of(3).count(), 0);
    }
}
