//! The replay of documents: the brief as a draft, reports up to their publication.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::clearance::Clearance;
use accord_domain::document::Part;
use chrono::{DateTime, Utc};

use super::data::{Brief, Report};
use super::replay::{CHIEF, Replay};
use crate::commands::documents::{self, DocumentForm, DraftForm, PartForm};
use crate::commands::publications;
use crate::queries::document::About;

/// Drafts the brief and writes in it.
pub(super) async fn brief(replay: &Replay<'_>, brief: Brief, at: DateTime<Utc>) -> Result<(), AppError> {
    let about = About::Agreement(replay.agreement.slug.clone());
    write(replay, about, (brief.language, Clearance::Delegation.code().to_owned()), brief.parts, at).await
}

/// Drafts the report of a meeting, writes in it, approves and publishes it.
pub(super) async fn report(replay: &Replay<'_>, meeting: String, report: Report, at: DateTime<Utc>) -> Result<(), AppError> {
    let about = About::Meeting(replay.agreement.slug.clone(), meeting);
    write(replay, about.clone(), (report.language, report.clearance), report.parts, at).await?;
    documents::approve(replay.db, replay.by(CHIEF, at)?, about.clone(), 2).await?;
    publications::publish(replay.db, replay.by(CHIEF, at)?, about, true, 3).await
}

async fn write(
    replay: &Replay<'_>,
    about: About,
    (language, clearance): (String, String),
    parts: BTreeMap<String, String>,
    at: DateTime<Utc>,
) -> Result<(), AppError> {
    let form = DraftForm { language, clearance: clearance.clone(), illustrative: true };
    documents::draft(replay.db, replay.by(CHIEF, at)?, about.clone(), form).await?;
    let parts = parts
        .into_iter()
        .map(|(code, text)| {
            let part = Part::from_code(&code).ok_or_else(|| AppError::Internal(format!("demo data: there is no part {code}")))?;
            Ok(PartForm { part, text: Some(text), shown: String::new(), settlement: String::new() })
        })
        .collect::<Result<_, AppError>>()?;
    documents::edit(replay.db, replay.by(CHIEF, at)?, about, DocumentForm { parts, clearance, regenerate: false }, 1).await
}
