//! Accounts: added, disabled, given passwords and rights of the house by an administrator; set up by their owner.

use accord_domain::access::HouseRight;
use accord_domain::clearance::Clearance;
use accord_domain::error::Form;
use accord_domain::ids::AccountId;
use accord_domain::{AppError, FieldError, text};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::calendars;
use super::saving::{Edits, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, taken};
use crate::{passwords, sessions};

/// The languages an account may read in.
pub const LANGUAGES: [&str; 3] = ["en-IN", "es-PE", "hi-IN"];
/// The themes an account may choose.
pub const THEMES: [&str; 3] = ["system", "light", "dark"];

/// A new account, as typed.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    pub email: String,
    pub name: String,
    pub language: String,
    pub password: String,
    /// Codes of rights of the house.
    pub rights: Vec<String>,
    /// Whether the first password must be changed; only the demo says no.
    pub must_change_password: bool,
}

fn administrator(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::Administrator) { Ok(()) } else { Err(AppError::NotFound) }
}

fn language(raw: &str) -> Result<String, FieldError> {
    text::choice("language", raw, |code| LANGUAGES.contains(&code).then(|| code.to_owned()))
}

/// Adds an account.
pub async fn add(db: &Db, by: Command, new: NewAccount) -> Result<AccountId, AppError> {
    administrator(&by)?;
    let mut form = Form::default();
    let email = form.take(text::email("email", &new.email));
    let name = form.take(text::line("name", &new.name));
    let language = form.take(language(&new.language));
    let rights: Vec<HouseRight> =
        new.rights.iter().filter_map(|code| form.take(text::choice("rights", code, HouseRight::from_code))).collect();
    let password = form.take(text::new_password("password", &new.password, &new.email));
    form.finish()?;
    let (Some(email), Some(name), Some(language), Some(password)) = (email, name, language, password) else {
        return Err(AppError::Internal("a sound form lacks a value".into()));
    };
    let hash = passwords::hash(password).await?;
    let id = new_id();
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let inserted = execute!(
                conn,
                "insert into accounts (id, email, name, password_hash, must_change_password, language, zone, theme, version, created_at) \
                 values ($1, $2, $3, $4, $5, $6, 'Asia/Kolkata', 'system', 1, $7)",
                id,
                email,
                name,
                hash,
                new.must_change_password,
                language,
                by.at
            );
            inserted.map_err(|error| taken(error, "accounts_email_taken", "accounts.email", "email", "email-taken"))?;
            for right in &rights {
                execute!(
                    conn,
                    "insert into house_rights (account_id, house_right, country) values ($1, $2, '')",
                    id,
                    right.code()
                )?;
            }
            record.append(conn, of_account(id, "add", "account", None, Some(email))).await?;
            if !rights.is_empty() {
                let words: Vec<_> = rights.iter().map(|right| right.code()).collect();
                record.append(conn, of_account(id, "edit", "rights", None, Some(words.join(", ")))).await?;
            }
            record.finish(conn).await?;
            Ok(AccountId(id))
        })
    }))
    .await
}

/// A change of an account, for the record of the house.
pub(super) fn of_account(id: Uuid, verb: &'static str, field: &'static str, old: Option<String>, new: Option<String>) -> Change {
    Change {
        chapter: None,
        subject: "account",
        subject_id: id,
        verb,
        field,
        old,
        new,
        reason: None,
        clearance: Clearance::Principals,
    }
}

async fn by_email(conn: &mut Conn, email: &str) -> Result<(Uuid, Option<DateTime<Utc>>), AppError> {
    let row: Option<(Uuid, Option<DateTime<Utc>>)> = fetch_optional!(
        conn,
        (Uuid, Option<DateTime<Utc>>),
        "select id, disabled_at from accounts where email = $1",
        email.trim().to_lowercase()
    )?;
    row.ok_or(AppError::NotFound)
}

/// Disables an account, ending its sessions and its calendar, or enables it again. Nobody disables themselves.
pub async fn set_disabled(db: &Db, by: Command, email: String, disabled: bool) -> Result<(), AppError> {
    administrator(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let (id, was) = by_email(conn, &email).await?;
            if id == by.actor.account.0 {
                return Err(AppError::field("account", "not-yourself"));
            }
            if was.is_some() == disabled {
                return Ok(());
            }
            let since = disabled.then_some(by.at);
            execute!(conn, "update accounts set disabled_at = $2, version = version + 1 where id = $1", id, since)?;
            sessions::end_all(conn, id).await?;
            let verb = if disabled { "disable" } else { "enable" };
            record.append(conn, of_account(id, verb, "account", None, Some(email.clone()))).await?;
            if disabled {
                calendars::end(conn, &mut record, id).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}

/// Gives an account the rights of the house named, and no others.
pub async fn set_rights(db: &Db, by: Command, email: String, codes: Vec<String>) -> Result<(), AppError> {
    administrator(&by)?;
    let mut form = Form::default();
    let mut rights: Vec<HouseRight> =
        codes.iter().filter_map(|code| form.take(text::choice("rights", code, HouseRight::from_code))).collect();
    form.finish()?;
    rights.sort();
    rights.dedup();
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let (id, _) = by_email(conn, &email).await?;
            if id == by.actor.account.0 {
                return Err(AppError::field("account", "not-yourself"));
            }
            let mut had = crate::actor::rights_of(conn, AccountId(id)).await?;
            had.sort();
            if had == rights {
                return Ok(());
            }
            execute!(conn, "delete from house_rights where account_id = $1", id)?;
            for right in &rights {
                execute!(
                    conn,
                    "insert into house_rights (account_id, house_right, country) values ($1, $2, '')",
                    id,
                    right.code()
                )?;
            }
            let words = |rights: &[HouseRight]| {
                (!rights.is_empty()).then(|| rights.iter().map(|right| right.code()).collect::<Vec<_>>().join(", "))
            };
            record.append(conn, of_account(id, "edit", "rights", words(&had), words(&rights))).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Gives an account a new first password, which its owner must change; ends its sessions and its calendar.
pub async fn reset_password(db: &Db, by: Command, email: String, password: String) -> Result<(), AppError> {
    administrator(&by)?;
    let password = text::new_password("password", &password, &email).map_err(|error| AppError::Invalid(vec![error]))?;
    let hash = passwords::hash(password).await?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let (id, _) = by_email(conn, &email).await?;
            keep_password(conn, id, &hash, true).await?;
            sessions::end_all(conn, id).await?;
            record.append(conn, of_account(id, "reset", "password", None, None)).await?;
            calendars::end(conn, &mut record, id).await?;
            record.finish(conn).await
        })
    }))
    .await
}

async fn keep_password(conn: &mut Conn, id: Uuid, hash: &str, must_change: bool) -> Result<(), AppError> {
    execute!(
        conn,
        "update accounts set password_hash = $2, must_change_password = $3, version = version + 1 where id = $1",
        id,
        hash,
        must_change
    )?;
    Ok(())
}

/// Changes the actor's own password, proven by the present one; ends their other sessions.
pub async fn change_own_password(db: &Db, by: Command, present: String, next: String, again: String) -> Result<(), AppError> {
    let id = by.actor.account.0;
    let mut conn = db.read().await?;
    let (email, kept): (String, String) =
        fetch_one!(&mut conn, (String, String), "select email, password_hash from accounts where id = $1", id)?;
    drop(conn);
    let mut form = Form::default();
    if !passwords::verify(present.clone(), Some(kept)).await? {
        form.refuse(FieldError::new("present", "wrong-password"));
    }
    let password = form.take(text::new_password("next", &next, &email));
    if next != again {
        form.refuse(FieldError::new("again", "passwords-differ"));
    }
    if next == present && form.is_sound() {
        form.refuse(FieldError::new("next", "password-unchanged"));
    }
    form.finish()?;
    let hash = passwords::hash(password.unwrap_or_default()).await?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            keep_password(conn, id, &hash, false).await?;
            sessions::end_all(conn, id).await?;
            record.append(conn, of_account(id, "change", "password", None, None)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// How a person likes to read, as typed.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    pub name: String,
    pub language: String,
    pub zone: String,
    pub theme: String,
    pub version: i64,
}

/// Saves the actor's own preferences.
pub async fn save_preferences(db: &Db, by: Command, typed: Preferences) -> Result<(), AppError> {
    let mut form = Form::default();
    let name = form.take(text::line("name", &typed.name)).unwrap_or_default();
    let language = form.take(language(&typed.language)).unwrap_or_default();
    let zone = form
        .take(text::choice("zone", &typed.zone, |zone| zone.parse::<chrono_tz::Tz>().ok().map(|tz| tz.name().to_owned())))
        .unwrap_or_default();
    let theme =
        form.take(text::choice("theme", &typed.theme, |code| THEMES.contains(&code).then(|| code.to_owned()))).unwrap_or_default();
    form.finish()?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let id = by.actor.account.0;
            let (was_name, was_language, was_zone, was_theme, version): (String, String, String, String, i64) = fetch_one!(
                conn,
                (String, String, String, String, i64),
                "select name, language, zone, theme, version from accounts where id = $1",
                id
            )?;
            same_version(version, typed.version)?;
            execute!(
                conn,
                "update accounts set name = $2, language = $3, zone = $4, theme = $5, version = version + 1 where id = $1",
                id,
                name,
                language,
                zone,
                theme
            )?;
            let mut edits = Edits { record: &mut record, chapter: None, subject: "account", subject_id: id, reason: None };
            edits.field(conn, "name", &was_name, &name, Clearance::Principals).await?;
            edits.field(conn, "language", &was_language, &language, Clearance::Principals).await?;
            edits.field(conn, "zone", &was_zone, &zone, Clearance::Principals).await?;
            edits.field(conn, "theme", &was_theme, &theme, Clearance::Principals).await?;
            record.finish(conn).await
        })
    }))
    .await
}
