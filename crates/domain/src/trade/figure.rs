//! What a figure is of, and when two contradict each other.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Currency};
use super::hs::HsCode;
use super::period::TradePeriod;
use crate::agreement::words;
use crate::error::FieldError;

words!(
    /// Which way trade goes, seen from the reporter.
    Flow {
        Exports = "exports",
        Imports = "imports",
        /// Exports and imports together.
        Total = "total",
        /// Exports less imports.
        Balance = "balance",
    }
);

words!(
    /// What is traded.
    Traded {
        Goods = "goods",
        Services = "services",
        GoodsAndServices = "goods-and-services",
    }
);

words!(
    /// Where all trade of a source comes from: printed so, or added up.
    Basis {
        Printed = "printed",
        /// Of the codes the source gives.
        Codes = "codes",
        /// Of the twelve months of a year.
        Months = "months",
        /// Of exports and imports.
        Flows = "flows",
    }
);

/// What a figure is of: two figures of the same are said by two sources, or one of them corrects the other. Its words are shared with the
/// other figures of a file, which hold the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The country that reports (ISO 3166, two letters).
    pub reporter: Arc<str>,
    /// The country, group or region it trades with, or [`WORLD`](crate::country::WORLD).
    pub partner: Arc<str>,
    pub traded: Traded,
    pub flow: Flow,
    /// None where the figure is of everything.
    pub hs: Option<HsCode>,
    /// A commodity that a source names without a code; blank otherwise.
    pub commodity: Arc<str>,
    pub currency: Currency,
    pub period: TradePeriod,
}

impl Subject {
    /// Whether it is all trade rather than some of it.
    pub fn is_whole(&self) -> bool {
        self.hs.is_none() && self.commodity.is_empty()
    }

    /// Refuses what contradicts itself.
    ///
    /// # Errors
    /// The field of the partner, where it is the reporter; of the code, where services have one.
    pub fn check(&self) -> Result<(), FieldError> {
        if self.reporter == self.partner {
            return Err(FieldError::new("partner", "trades-with-itself"));
        }
        if self.hs.is_some() && self.traded != Traded::Goods {
            return Err(FieldError::new("hs", "hs-of-services"));
        }
        Ok(())
    }

    /// Refuses an amount that cannot be: less than nothing, except as a balance.
    ///
    /// # Errors
    /// The field of the value.
    pub fn check_amount(&self, amount: Amount) -> Result<(), FieldError> {
        if amount.0 < 0 && self.flow != Flow::Balance { Err(FieldError::new("value", "negative-trade")) } else { Ok(()) }
    }
}
