//! The values of an archive, between a row of either engine and JSON.

use accord_domain::AppError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value as Json;
use sqlx::{ColumnIndex, Database, Decode, Row, Type};
use uuid::Uuid;

use super::unusable;
use crate::db::internal;

/// What a column holds. Any column may hold nothing; the tables' own constraints judge that.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    Small,
    Long,
    Bool,
    Id,
    Instant,
    Day,
}

/// A value ready to be bound.
pub enum Value {
    Text(Option<String>),
    Small(Option<i16>),
    Long(Option<i64>),
    Bool(Option<bool>),
    Id(Option<Uuid>),
    Instant(Option<DateTime<Utc>>),
    Day(Option<NaiveDate>),
}

/// A row as JSON, in the order of its columns.
pub fn row_as_json<'r, D, R>(row: &'r R, columns: &[(&str, Kind)]) -> Result<Vec<Json>, AppError>
where
    D: Database,
    R: Row<Database = D>,
    usize: ColumnIndex<R>,
    String: Decode<'r, D> + Type<D>,
    i16: Decode<'r, D> + Type<D>,
    i64: Decode<'r, D> + Type<D>,
    bool: Decode<'r, D> + Type<D>,
    Uuid: Decode<'r, D> + Type<D>,
    DateTime<Utc>: Decode<'r, D> + Type<D>,
    NaiveDate: Decode<'r, D> + Type<D>,
{
    let mut cells = Vec::with_capacity(columns.len());
    for (at, (_, kind)) in columns.iter().enumerate() {
        let cell = match kind {
            Kind::Text => row.try_get::<Option<String>, _>(at).map(Json::from),
            Kind::Small => row.try_get::<Option<i16>, _>(at).map(Json::from),
            Kind::Long => row.try_get::<Option<i64>, _>(at).map(Json::from),
            Kind::Bool => row.try_get::<Option<bool>, _>(at).map(Json::from),
            Kind::Id => row.try_get::<Option<Uuid>, _>(at).map(|id| Json::from(id.map(|id| id.to_string()))),
            Kind::Instant => row.try_get::<Option<DateTime<Utc>>, _>(at).map(|time| Json::from(time.map(instant))),
            Kind::Day => row.try_get::<Option<NaiveDate>, _>(at).map(|day| Json::from(day.map(|day| day.to_string()))),
        };
        cells.push(cell.map_err(internal)?);
    }
    Ok(cells)
}

/// An instant in the archive: microseconds, which both engines keep.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

impl Kind {
    /// Reads a value of this kind.
    ///
    /// # Errors
    /// When the archive holds something else there.
    pub fn read(self, cell: Json) -> Result<Value, AppError> {
        let wrong = || unusable(format!("the archive holds {cell} where {self:?} belongs"));
        let text = || match &cell {
            Json::Null => Ok(None),
            Json::String(text) => Ok(Some(text.as_str())),
            _ => Err(wrong()),
        };
        let number = || match &cell {
            Json::Null => Ok(None),
            _ => cell.as_i64().map(Some).ok_or_else(wrong),
        };
        Ok(match self {
            Self::Text => Value::Text(text()?.map(str::to_owned)),
            Self::Small => Value::Small(number()?.map(|number| i16::try_from(number).map_err(|_| wrong())).transpose()?),
            Self::Long => Value::Long(number()?),
            Self::Bool => match cell {
                Json::Null => Value::Bool(None),
                Json::Bool(yes) => Value::Bool(Some(yes)),
                _ => return Err(wrong()),
            },
            Self::Id => Value::Id(text()?.map(|id| id.parse().map_err(|_| wrong())).transpose()?),
            Self::Instant => Value::Instant(text()?.map(|at| at.parse().map_err(|_| wrong())).transpose()?),
            Self::Day => Value::Day(text()?.map(|day| day.parse().map_err(|_| wrong())).transpose()?),
        })
    }
}
