//! Trade figures: what a source says one country traded with another, of which goods or services, in which year.

pub mod amount;
pub mod figure;
pub mod growth;
pub mod hs;
pub mod period;
pub mod sum;
