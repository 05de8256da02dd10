//! Small pieces of view that pages and islands share. They fetch nothing and know no language: words come as arguments.

pub mod chronology;
pub mod form;
pub mod plot;
pub mod strip;
