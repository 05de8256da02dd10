//! How the values of the record stand in SQLite, and how a row becomes what a query asks for. PostgreSQL has types of its own for
//! all of them; here an identifier is a blob of 16 bytes, a day and an instant are texts that sort as they follow one another.

use std::sync::Arc;

use accord_domain::AppError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::internal;

/// A value that a statement takes.
pub trait Bound {
    /// The value as SQLite keeps it.
    fn bound(&self) -> ToSqlOutput<'_>;
}

impl<T: Bound + ?Sized> Bound for &T {
    fn bound(&self) -> ToSqlOutput<'_> {
        (**self).bound()
    }
}

impl<T: Bound> Bound for Option<T> {
    fn bound(&self) -> ToSqlOutput<'_> {
        self.as_ref().map_or(ToSqlOutput::Owned(Value::Null), Bound::bound)
    }
}

impl Bound for str {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes()))
    }
}

impl Bound for String {
    fn bound(&self) -> ToSqlOutput<'_> {
        self.as_str().bound()
    }
}

impl Bound for Arc<str> {
    fn bound(&self) -> ToSqlOutput<'_> {
        (**self).bound()
    }
}

impl Bound for i64 {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Integer(*self))
    }
}

impl Bound for i16 {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Integer((*self).into()))
    }
}

impl Bound for bool {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Integer((*self).into()))
    }
}

impl Bound for Uuid {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(ValueRef::Blob(self.as_bytes()))
    }
}

impl Bound for Vec<u8> {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(ValueRef::Blob(self))
    }
}

impl Bound for NaiveDate {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Text(self.to_string()))
    }
}

impl Bound for DateTime<Utc> {
    fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Owned(Value::Text(self.to_rfc3339_opts(SecondsFormat::AutoSi, false)))
    }
}

/// A value that a row gives.
pub trait Cell: Sized {
    /// Reads the value; none where SQLite holds something else.
    fn read(value: ValueRef<'_>) -> Option<Self>;
}

impl<T: Cell> Cell for Option<T> {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        if value == ValueRef::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

impl Cell for String {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }
}

impl Cell for i64 {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }
}

impl Cell for i16 {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok().and_then(|number| number.try_into().ok())
    }
}

impl Cell for bool {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok().map(|number| number != 0)
    }
}

impl Cell for Uuid {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().and_then(|bytes| Self::from_slice(bytes).ok())
    }
}

impl Cell for Vec<u8> {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }
}

impl Cell for NaiveDate {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().and_then(|text| text.parse().ok())
    }
}

impl Cell for DateTime<Utc> {
    fn read(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().and_then(|text| DateTime::parse_from_rfc3339(text).ok()).map(|at| at.to_utc())
    }
}

/// A row of SQLite, read from its first wanted column to its last.
pub struct Cells<'a> {
    row: &'a rusqlite::Row<'a>,
    columns: std::slice::Iter<'a, usize>,
}

impl<'a> Cells<'a> {
    /// A row, and where its wanted columns stand.
    pub(super) fn of(row: &'a rusqlite::Row<'a>, columns: &'a [usize]) -> Self {
        Self { row, columns: columns.iter() }
    }

    /// The next wanted value.
    ///
    /// # Errors
    /// When the column holds something else, or there is none.
    pub fn next_as<T: Cell>(&mut self) -> Result<T, AppError> {
        let at = *self.columns.next().ok_or_else(|| AppError::Internal("a row has fewer columns than are read".into()))?;
        T::read(self.row.get_ref(at).map_err(internal)?).ok_or_else(|| {
            let name = self.row.as_ref().column_name(at).unwrap_or_default();
            AppError::Internal(format!("the column {name} holds what is no {}", std::any::type_name::<T>()))
        })
    }
}

/// What a row of SQLite is read as.
pub trait FromCells: Sized {
    /// The columns by name; empty where they are read as they stand.
    const NAMES: &'static [&'static str];

    /// Reads a row.
    ///
    /// # Errors
    /// When a column holds something else.
    fn from_cells(cells: &mut Cells<'_>) -> Result<Self, AppError>;
}

/// What a row of either engine is read as.
pub trait FromRow: FromCells + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin {}
impl<T: FromCells + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin> FromRow for T {}

macro_rules! tuples {
    ($(($($cell:ident),+)),+ $(,)?) => {
        $(impl<$($cell: Cell),+> FromCells for ($($cell,)+) {
            const NAMES: &'static [&'static str] = &[];

            fn from_cells(cells: &mut Cells<'_>) -> Result<Self, AppError> {
                Ok(($(cells.next_as::<$cell>()?,)+))
            }
        })+
    };
}

tuples!((A), (A, B), (A, B, C), (A, B, C, D), (A, B, C, D, E), (A, B, C, D, E, F), (A, B, C, D, E, F, G), (A, B, C, D, E, F, G, H),);
