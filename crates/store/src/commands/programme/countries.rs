//! The focus countries of the export programme, and which mission is accredited where.

use accord_domain::error::Form;
use accord_domain::{AppError, FieldError, country, text};
use uuid::Uuid;

use super::{change, keeper, recorded};
use crate::changes::Command;
use crate::db::Db;

/// A focus country, as typed.
#[derive(Clone, Debug, Default)]
pub struct CountryForm {
    pub country: String,
    pub publisher: String,
    pub illustrative: bool,
}

/// Adds a focus country, or takes one that was retired back in.
pub async fn add_country(db: &Db, by: Command, typed: CountryForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let code = form.take(country::country("country", &typed.country));
            let publisher = form.take(text::line("country_publisher", &typed.publisher));
            form.finish()?;
            let (Some(code), Some(publisher)) = (code, publisher) else { return Err(AppError::NotFound) };
            let added = execute!(
                &mut *conn,
                "insert into programme_countries (code, publisher, illustrative, position, retired) \
                 select $1, $2, $3, coalesce(max(position), 0) + 1, false from programme_countries where true \
                 on conflict (code) do update set retired = false, publisher = excluded.publisher where programme_countries.retired",
                code,
                publisher,
                typed.illustrative
            )?;
            if added == 0 {
                return Err(AppError::field("country", "country-in-programme"));
            }
            recorded(conn, &by, change("programme_country", Uuid::nil(), "add", None, Some(code), None)).await
        })
    }))
    .await
}

/// Retires a focus country, with a reason; its cells stay in the record.
pub async fn retire_country(db: &Db, by: Command, code: String, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let reason = text::paragraphs("retire_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            let retired =
                execute!(&mut *conn, "update programme_countries set retired = true where code = $1 and not retired", code)?;
            if retired == 0 {
                return Err(AppError::field("retired_country", "unknown-choice"));
            }
            recorded(conn, &by, change("programme_country", Uuid::nil(), "retire", Some(code), None, Some(reason))).await
        })
    }))
    .await
}

/// Says which country an account with the right of a mission is accredited to.
pub async fn accredit(db: &Db, by: Command, email: String, code: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mission: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select a.id from accounts a join house_rights h on h.account_id = a.id and h.house_right = 'mission' where a.email = $1",
                email.trim().to_lowercase()
            )?;
            let known: Option<(String,)> = fetch_optional!(
                &mut *conn,
                (String,),
                "select code from programme_countries where code = $1 and not retired",
                code
            )?;
            let mut form = Form::default();
            let mission = form.take(mission.ok_or_else(|| FieldError::new("mission", "no-such-mission")));
            let known = form.take(known.ok_or_else(|| FieldError::new("mission_country", "unknown-choice")));
            form.finish()?;
            let (Some((account,)), Some((code,))) = (mission, known) else { return Err(AppError::NotFound) };
            execute!(
                &mut *conn,
                "insert into programme_missions (account_id, country) values ($1, $2) \
                 on conflict (account_id) do update set country = excluded.country",
                account,
                code
            )?;
            recorded(conn, &by, change("programme_mission", account, "accredit", None, Some(code), None)).await
        })
    }))
    .await
}
