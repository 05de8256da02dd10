//! How Accord speaks: messages from Fluent files, numbers and dates as each locale writes them.

mod dates;
mod locale;
mod messages;
mod speaker;

pub use locale::Locale;
pub use messages::{Argument, keys};
pub use speaker::Speaker;
