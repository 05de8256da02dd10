//! The report of a meeting: its addresses, and what leads to it from the meeting.

use accord_language::Speaker;
use accord_store::queries::document::About;
use accord_store::queries::meeting::MeetingView;
use axum::extract::{Path, Query};
use leptos::prelude::*;

use super::meeting::Address;
use super::sheet::{self, Asked, path};
use super::sheet_form;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Path((slug, meeting)): Address, Query(asked): Query<Asked>) -> Answer {
    sheet::show(reader, About::Meeting(slug, meeting), asked).await
}

/// The Word document.
pub async fn docx(reader: Reader, Path((slug, meeting)): Address, Query(asked): Query<Asked>) -> Answer {
    sheet::docx(reader, About::Meeting(slug, meeting), asked).await
}

/// Drafts it.
pub async fn draft(reader: Reader, Path((slug, meeting)): Address, fields: Fields) -> Answer {
    sheet_form::draft(reader, About::Meeting(slug, meeting), fields).await
}

/// The form.
pub async fn edit(reader: Reader, Path((slug, meeting)): Address) -> Answer {
    sheet_form::edit(reader, About::Meeting(slug, meeting)).await
}

/// Saves the edit.
pub async fn save(reader: Reader, Path((slug, meeting)): Address, fields: Fields) -> Answer {
    sheet_form::save(reader, About::Meeting(slug, meeting), fields).await
}

/// Approves the newest version.
pub async fn approve(reader: Reader, Path((slug, meeting)): Address, fields: Fields) -> Answer {
    sheet_form::approve(reader, About::Meeting(slug, meeting), fields).await
}

/// Publishes the newest version.
pub async fn publish(reader: Reader, Path((slug, meeting)): Address, fields: Fields) -> Answer {
    sheet_form::publish(reader, About::Meeting(slug, meeting), fields).await
}

/// What leads from a meeting to its report: how far it is, or the offer to draft it.
pub fn lead(l: &Speaker, m: &MeetingView) -> AnyView {
    let Some(lead) = &m.report else { return ().into_any() };
    let href = path(&About::Meeting(m.agreement_slug.clone(), m.name.address.clone()));
    let told = match &lead.0 {
        None => l.word("document-begin", "report"),
        Some(version) => {
            let state = match (version.approved_at, version.published_at) {
                (_, Some(_)) => "published",
                (Some(_), None) => "approved",
                (None, None) => "draft",
            };
            let number = l.with("document-version", &[("n", l.number(version.number).into())]);
            format!("{}: {number}, {}", l.word("document-kind", "report"), l.word("report-state", state))
        }
    };
    view! { <p class="actions screen-only"><a class="button" href=href>{told}</a></p> }.into_any()
}
