//! The values of an archive, between a row of either engine and JSON.

use std::fmt::Write as _;

use accord_domain::AppError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::Value as Json;
use sqlx::postgres::PgRow;
use sqlx::{Decode, Postgres, Row, Type};
use uuid::Uuid;

use super::unusable;
use crate::db::{Cell, internal};

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
    /// In hexadecimal.
    Bytes,
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
    Bytes(Option<Vec<u8>>),
}

/// A row of either engine.
pub trait Columns {
    /// The value of a column.
    fn column<T>(&self, at: usize) -> Result<Option<T>, AppError>
    where
        T: Cell + for<'r> Decode<'r, Postgres> + Type<Postgres>;
}

impl Columns for PgRow {
    fn column<T>(&self, at: usize) -> Result<Option<T>, AppError>
    where
        T: Cell + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        self.try_get(at).map_err(internal)
    }
}

impl Columns for rusqlite::Row<'_> {
    fn column<T>(&self, at: usize) -> Result<Option<T>, AppError>
    where
        T: Cell + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        Option::read(self.get_ref(at).map_err(internal)?)
            .ok_or_else(|| AppError::Internal(format!("a column holds what is no {}", std::any::type_name::<T>())))
    }
}

/// A row as JSON, in the order of its columns.
pub fn row_as_json(row: &impl Columns, columns: &[(&str, Kind)]) -> Result<Vec<Json>, AppError> {
    let cells = columns.iter().enumerate().map(|(at, (_, kind))| {
        Ok(match kind {
            Kind::Text => row.column::<String>(at)?.into(),
            Kind::Small => row.column::<i16>(at)?.into(),
            Kind::Long => row.column::<i64>(at)?.into(),
            Kind::Bool => row.column::<bool>(at)?.into(),
            Kind::Id => row.column::<Uuid>(at)?.map(|id| id.to_string()).into(),
            Kind::Instant => row.column::<DateTime<Utc>>(at)?.map(instant).into(),
            Kind::Day => row.column::<NaiveDate>(at)?.map(|day| day.to_string()).into(),
            Kind::Bytes => row.column::<Vec<u8>>(at)?.map(|bytes| in_hexadecimal(&bytes)).into(),
        })
    });
    cells.collect()
}

/// An instant in the archive: microseconds, which both engines keep.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

fn in_hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn from_hexadecimal(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
    if text.len().is_multiple_of(2) { text.as_bytes().chunks(2).map(pair).collect() } else { None }
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
            Self::Bytes => Value::Bytes(text()?.map(|text| from_hexadecimal(text).ok_or_else(wrong)).transpose()?),
        })
    }
}
