//! The consultations of the demonstration.

use accord_domain::AppError;
use accord_domain::access::Actor;
use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;

use super::data::day_of;
use crate::changes::Command;
use crate::commands::consultations::{ConsultationForm, InvitationForm, LineAnswer, When, answer, invite, open};
use crate::commands::stances::{StanceForm, record};
use crate::db::Db;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Consultations {
    pub consultations: Vec<Consultation>,
    pub stances: Vec<Stance>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Consultation {
    agreement: String,
    /// The key of the account that opens it.
    pub by: String,
    title: String,
    introduction: String,
    chapter: String,
    closes: String,
    lines: Vec<String>,
    asked: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    name: String,
    kind: String,
    /// The place of a line, the stance, the words.
    answers: Vec<(i64, String, String)>,
}

/// Opens one six days before the seeding; it was answered two days later.
pub(super) async fn enter(db: &Db, actor: &Actor, consultation: Consultation, now: DateTime<Utc>) -> Result<(), AppError> {
    let by = || Command { actor: actor.clone(), at: now - Duration::days(6), imported: true };
    let slug = consultation.agreement;
    let form = ConsultationForm {
        title: consultation.title,
        introduction: consultation.introduction,
        chapter: consultation.chapter,
        closes_on: day_of(&consultation.closes, now.date_naive())?.to_string(),
        lines: consultation.lines.join("\n"),
    };
    let number = open(db, by(), slug.clone(), form).await?;
    for asked in consultation.asked {
        let token =
            invite(db, by(), slug.clone(), number, InvitationForm { name: asked.name, kind: asked.kind, anyway: false }).await?;
        if !asked.answers.is_empty() {
            let said = asked.answers.into_iter().map(|(position, stance, comment)| LineAnswer { position, stance, comment });
            let when = When { at: now - Duration::days(4), imported: true };
            answer(db, when, token, 1, said.collect()).await?;
        }
    }
    Ok(())
}

/// How somebody stands, as it was heard elsewhere; all of it is invented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stance {
    agreement: String,
    pub by: String,
    name: String,
    kind: String,
    chapter: String,
    stance: String,
    words: String,
    on: String,
    publisher: String,
}

/// Records a stance three days before the seeding.
pub(super) async fn hear(db: &Db, actor: &Actor, stance: Stance, now: DateTime<Utc>) -> Result<(), AppError> {
    let by = Command { actor: actor.clone(), at: now - Duration::days(3), imported: true };
    let form = StanceForm {
        name: stance.name,
        kind: stance.kind,
        anyway: false,
        chapter: stance.chapter,
        stance: stance.stance,
        words: stance.words,
        heard_on: day_of(&stance.on, now.date_naive())?.to_string(),
        publisher: stance.publisher,
        illustrative: true,
    };
    record(db, by, stance.agreement, form).await.map(|_| ())
}
