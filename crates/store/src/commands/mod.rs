//! Every write. A command authorises, locks its scope, loads with the version, asks the domain's rule, saves, and appends what
//! changed to the record, in one transaction.

pub mod accounts;
pub mod agreements;
pub mod chapters;
pub mod events;
pub mod grants;
mod saving;
pub mod sign_in;
