//! How Accord speaks: messages from Fluent files, numbers and dates as each locale writes them.

mod amounts;
mod dates;
mod locale;
mod messages;
pub mod places;
mod speaker;
pub mod statuses;

pub use locale::Locale;
pub use messages::{Argument, code_said, in_every_language, keys};
pub use speaker::Speaker;
