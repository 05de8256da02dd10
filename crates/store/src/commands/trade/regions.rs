//! Regions: countries whose trade is told together.

use accord_domain::error::Form;
use accord_domain::{AppError, FieldError, country, text};
use uuid::Uuid;

use super::{change, keeper, recorded};
use crate::changes::Command;
use crate::commands::saving::same_version;
use crate::db::{Conn, Db};

/// A region, as typed.
#[derive(Clone, Debug, Default)]
pub struct RegionForm {
    /// The letters it is known by.
    pub code: String,
    pub name: String,
    /// Who counts these countries as the region.
    pub publisher: String,
    /// The letters of its countries, parted by spaces, commas or lines.
    pub countries: String,
    pub illustrative: bool,
}

struct Sound {
    code: String,
    name: String,
    publisher: String,
    countries: Vec<String>,
}

impl Sound {
    fn told(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.code, self.name, self.publisher, self.countries.join(" "))
    }
}

fn code_of(raw: &str) -> Result<String, FieldError> {
    let code = text::line("code", raw)?.to_uppercase();
    let letters = (3..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let taken = country::GROUPS.contains(&code.as_str());
    if letters && !taken { Ok(code) } else { Err(FieldError::new("code", "not-a-region-code")) }
}

fn sound(typed: &RegionForm) -> Result<Sound, AppError> {
    let mut form = Form::default();
    let code = form.take(code_of(&typed.code));
    let name = form.take(text::line("name", &typed.name));
    let publisher = form.take(text::line("publisher", &typed.publisher));
    let countries = country::countries("countries", &typed.countries, &mut form);
    form.finish()?;
    match (code, name, publisher, countries) {
        (Some(code), Some(name), Some(publisher), Some(countries)) => Ok(Sound { code, name, publisher, countries }),
        _ => Err(AppError::NotFound),
    }
}

async fn fill(conn: &mut Conn, region: &Sound) -> Result<(), AppError> {
    for country in &region.countries {
        execute!(&mut *conn, "insert into region_members (region, country) values ($1, $2)", region.code, country)?;
    }
    Ok(())
}

/// Makes a region.
pub async fn make(db: &Db, by: Command, typed: RegionForm) -> Result<String, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let region = sound(&typed)?;
            let made = execute!(
                &mut *conn,
                "insert into regions (code, name, publisher, illustrative, version) values ($1, $2, $3, $4, 1) on conflict do nothing",
                region.code,
                region.name,
                region.publisher,
                typed.illustrative
            )?;
            if made == 0 {
                return Err(AppError::field("code", "region-exists"));
            }
            fill(conn, &region).await?;
            recorded(conn, &by, change("region", Uuid::nil(), "make", None, Some(region.told()), None)).await?;
            Ok(region.code)
        })
    }))
    .await
}

/// Edits a region; its letters stay.
pub async fn edit(db: &Db, by: Command, code: String, version: i64, typed: RegionForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let stands: Option<(i64, String, String)> = fetch_optional!(
                &mut *conn,
                (i64, String, String),
                "select version, name, publisher from regions where code = $1",
                code
            )?;
            let (stands, name, publisher) = stands.ok_or(AppError::NotFound)?;
            same_version(stands, version)?;
            let region = sound(&RegionForm { code: code.clone(), ..typed })?;
            let members: Vec<(String,)> =
                fetch_all!(&mut *conn, (String,), "select country from region_members where region = $1 order by country", code)?;
            let countries = members.into_iter().map(|(country,)| country).collect();
            let old = Sound { code: code.clone(), name, publisher, countries };
            execute!(
                &mut *conn,
                "update regions set name = $2, publisher = $3, version = version + 1 where code = $1",
                code,
                region.name,
                region.publisher
            )?;
            execute!(&mut *conn, "delete from region_members where region = $1", code)?;
            fill(conn, &region).await?;
            recorded(conn, &by, change("region", Uuid::nil(), "edit", Some(old.told()), Some(region.told()), None)).await
        })
    }))
    .await
}
