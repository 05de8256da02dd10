//! Every read: each query takes the actor and fills the view of one screen, with nothing in it the actor may not see.

pub mod accounts;
pub mod agreement;
pub mod changes;
pub mod chapter;
pub mod portfolio;
