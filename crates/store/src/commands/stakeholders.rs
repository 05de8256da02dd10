//! Commands on stakeholders: their cards, and merging two that are one.

use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::StakeholderId;
use accord_domain::stakeholder::StakeholderKind;
use accord_domain::{AppError, FieldError, country, text};
use uuid::Uuid;

use super::saving::{Edits, same_version};
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db};
use crate::queries::stakeholders::{asked_in, consults_in_one, may_merge};

/// The card of a stakeholder, as typed.
#[derive(Clone, Debug, Default)]
pub struct StakeholderForm {
    pub name: String,
    pub kind: String,
    /// The letters of its country, or blank.
    pub country: String,
    pub note: String,
}

row! {
    struct Row {
        name: String,
        kind: String,
        country: String,
        note: String,
        version: i64,
    }
}

/// The card of one that was not merged into another.
async fn card(conn: &mut Conn, id: StakeholderId) -> Result<Row, AppError> {
    let row: Option<Row> = fetch_optional!(
        conn,
        Row,
        "select name, kind, country, note, version from stakeholders where id = $1 and merged_into is null",
        id.0
    )?;
    row.ok_or(AppError::NotFound)
}

/// Edits the card of a stakeholder. Whoever may consult in one of the agreements in which it was asked may.
pub async fn edit(db: &Db, by: Command, id: StakeholderId, version: i64, typed: StakeholderForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let agreements = asked_in(conn, id).await?;
            if !consults_in_one(conn, &by.actor, &agreements).await? {
                return Err(AppError::NotFound);
            }
            let mut record = Record::of_house(conn, &by).await?;
            let old = card(conn, id).await?;
            same_version(old.version, version)?;
            let mut form = Form::default();
            let name = form.take(text::line("name", &typed.name));
            let kind = form.take(text::choice("stakeholder_kind", &typed.kind, StakeholderKind::from_code));
            let country = match typed.country.trim() {
                "" => Some(String::new()),
                typed => form.take(country::country("country", typed)),
            };
            let note = form.take(text::optional_paragraphs("note", &typed.note)).map(Option::unwrap_or_default);
            form.finish()?;
            let (Some(name), Some(kind), Some(country), Some(note)) = (name, kind, country, note) else {
                return Err(AppError::NotFound);
            };
            execute!(
                &mut *conn,
                "update stakeholders set name = $2, kind = $3, country = $4, note = $5, version = version + 1 where id = $1",
                id.0,
                name,
                kind.code(),
                country,
                note
            )?;
            let clearance = Field::Consultation.clearance();
            let mut edits = Edits { record: &mut record, chapter: None, subject: "stakeholder", subject_id: id.0, reason: None };
            for (field, old, new) in [
                ("name", &old.name, name.as_str()),
                ("stakeholder_kind", &old.kind, kind.code()),
                ("country", &old.country, country.as_str()),
                ("note", &old.note, note.as_str()),
            ] {
                edits.field(conn, field, old, new, clearance).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}

/// How two are merged, as typed.
#[derive(Clone, Debug, Default)]
pub struct MergeForm {
    /// The id of the one that stays.
    pub stays: String,
    pub reason: String,
}

fn of_stakeholder(id: Uuid, verb: &'static str, old: String, new: String, reason: String) -> Change {
    Change {
        chapter: None,
        subject: "stakeholder",
        subject_id: id,
        verb,
        field: "stakeholder",
        old: Some(old),
        new: Some(new),
        reason: Some(reason),
        clearance: Field::Consultation.clearance(),
    }
}

/// Merges two stakeholders, each with the version that was shown: the one that goes is from now on another name of the one that stays,
/// which has its invitations and answers. Whoever may consult in every agreement in which one of them was asked may.
pub async fn merge(db: &Db, by: Command, pair: [(StakeholderId, i64); 2], typed: MergeForm) -> Result<StakeholderId, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let [(one, _), (other, _)] = pair;
            if one == other || !may_merge(conn, &by.actor, [one, other]).await? {
                return Err(AppError::NotFound);
            }
            let mut form = Form::default();
            let stays = pair.iter().find(|(id, _)| id.0.to_string() == typed.stays.trim()).map(|(id, _)| *id);
            let stays = form.take(stays.ok_or_else(|| FieldError::new("stays", "unknown-choice")));
            let reason = form.take(text::paragraphs("reason", &typed.reason));
            form.finish()?;
            let (Some(stays), Some(reason)) = (stays, reason) else { return Err(AppError::NotFound) };
            let goes = if stays == one { other } else { one };
            // Told in the agreements that asked the one that goes: to those of the other nothing changes.
            let mut records = Vec::new();
            for agreement in asked_in(conn, goes).await? {
                records.push(Record::of_agreement(conn, &by, agreement).await?);
            }
            records.push(Record::of_house(conn, &by).await?);
            let mut names = Vec::new();
            for (id, version) in pair {
                let card = card(conn, id).await?;
                same_version(card.version, version)?;
                names.push((id, card.name));
            }
            let name_of = |id: StakeholderId| names.iter().find(|(of, _)| *of == id).map(|(_, name)| name.clone()).unwrap_or_default();
            execute!(
                &mut *conn,
                "update stakeholders set merged_into = $2, merged_by = $3, merged_at = $4, merge_reason = $5, version = version + 1 \
                 where id = $1",
                goes.0,
                stays.0,
                by.actor.name,
                by.at,
                reason
            )?;
            // Who was merged into the one that goes is another name of the one that stays too.
            execute!(&mut *conn, "update stakeholders set merged_into = $2 where merged_into = $1", goes.0, stays.0)?;
            for mut record in records {
                let change = of_stakeholder(goes.0, "merge", name_of(goes), name_of(stays), reason.clone());
                record.append(conn, change).await?;
                record.finish(conn).await?;
            }
            Ok(stays)
        })
    }))
    .await
}
