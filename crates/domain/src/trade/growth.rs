//! Growth, share, and what a target asks for.

use super::amount::Amount;
use super::period::TradePeriod;

/// Growth from one amount to another, in per mille of the first; none where there is nothing to grow from.
pub fn growth(before: Amount, after: Amount) -> Option<i64> {
    (before.0 > 0).then(|| ((after.0 as f64 / before.0 as f64 - 1.0) * 1_000.0).round() as i64)
}

/// The part of a whole, in per mille; none of nothing.
pub fn share(part: Amount, whole: Amount) -> Option<i64> {
    (whole.0 > 0).then(|| (part.0 as f64 / whole.0 as f64 * 1_000.0).round() as i64)
}

/// How a target stands against the newest figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// What is missing; negative where the target is exceeded.
    pub missing: Amount,
    /// What part of the target is reached, in per mille.
    pub reached: i64,
    /// By how much trade must grow each year from the figure's to the target's, in per mille; none where the target is reached, its
    /// year is no later than the figure's, or there is nothing to grow from.
    pub yearly: Option<i64>,
}

/// The distance of a target to be reached by the end of a year from what was reached in a period.
pub fn distance(reached: Amount, period: TradePeriod, target: Amount, by: TradePeriod) -> Distance {
    let years = (by.to() - period.to()).num_days() as f64 / 365.25;
    let ratio = target.ratio(reached).filter(|ratio| *ratio > 1.0 && years > 0.5);
    Distance {
        missing: Amount(target.0 - reached.0),
        reached: share(reached, target).unwrap_or_default(),
        yearly: ratio.map(|ratio| ((ratio.powf(1.0 / years) - 1.0) * 1_000.0).round() as i64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn to_double_in_ten_years_takes_seven_per_cent_a_year() {
        let (from, by) = (TradePeriod::calendar(2020), TradePeriod::calendar(2030));
        let (Some(from), Some(by)) = (from, by) else { panic!("years") };
        let told = distance(Amount(50), from, Amount(100), by);
        assert_eq!((told.missing, told.reached, told.yearly), (Amount(50), 500, Some(72)));
    }

    #[test]
    fn what_is_reached_or_past_asks_for_no_growth() {
        let years = [2020, 2030].map(TradePeriod::calendar);
        let [Some(earlier), Some(later)] = years else { panic!("years") };
        assert_eq!(distance(Amount(120), earlier, Amount(100), later).yearly, None);
        assert_eq!(distance(Amount(50), later, Amount(100), earlier).yearly, None);
        assert_eq!(distance(Amount(0), earlier, Amount(100), later).yearly, None);
        assert_eq!(growth(Amount(0), Amount(5)), None);
    }

    proptest! {
        #[test]
        fn growing_by_the_rate_reaches_the_target(reached in 1_000_i64..1_000_000, ratio in 2_i64..20, years in 2_i32..20) {
            let years_of = [2020, 2020 + years].map(TradePeriod::fiscal);
            let [Some(from), Some(by)] = years_of else { panic!("years") };
            let target = reached * ratio;
            let yearly = distance(Amount(reached), from, Amount(target), by).yearly.unwrap_or_default();
            let arrived = reached as f64 * (1.0 + yearly as f64 / 1_000.0).powi(years);
            prop_assert!((arrived / target as f64 - 1.0).abs() < 0.02, "{} of {}", arrived, target);
        }
    }
}
