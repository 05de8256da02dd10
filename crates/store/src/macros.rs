//! One statement, both engines: each macro expands the same call once per engine, SQLite's on the spot, PostgreSQL's through sqlx.

macro_rules! fetched {
    ($fetch:ident, $conn:expr, $row:ty, $sql:expr $(, $value:expr)*) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => conn.$fetch::<$row>($sql, &[$(&$value as &dyn $crate::db::Bound),*]),
            $crate::db::Conn::Postgres(conn) => {
                sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.$fetch(&mut **conn).await.map_err($crate::db::internal)
            }
        }
    };
}

/// Every row of a query.
macro_rules! fetch_all {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => { fetched!(fetch_all, $conn, $row, $sql $(, $value)*) };
}

/// The row of a query that must have one.
macro_rules! fetch_one {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => { fetched!(fetch_one, $conn, $row, $sql $(, $value)*) };
}

/// The row of a query that may have one.
macro_rules! fetch_optional {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => { fetched!(fetch_optional, $conn, $row, $sql $(, $value)*) };
}

/// A statement without rows; answers how many rows it touched.
macro_rules! execute {
    ($conn:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => conn.execute($sql, &[$(&$value as &dyn $crate::db::Bound),*]),
            $crate::db::Conn::Postgres(conn) => sqlx::query($sql)$(.bind(&$value))*
                .execute(&mut **conn)
                .await
                .map(|done| done.rows_affected())
                .map_err($crate::db::internal),
        }
    };
}

/// Every row of a query built piece by piece: `built_all!(conn, Row, |query| { query.push(…); })`.
macro_rules! built_all {
    ($conn:expr, $row:ty, |$query:ident| $build:block) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => {
                let mut $query = $crate::db::Statement::default();
                $build;
                let (sql, values) = $query.parts();
                conn.fetch_all::<$row>(sql, &values)
            }
            $crate::db::Conn::Postgres(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Postgres>::new("");
                $build;
                $query.build_query_as::<$row>().fetch_all(&mut **conn).await.map_err($crate::db::internal)
            }
        }
    };
}

/// A statement without rows, built piece by piece; answers how many rows it touched: `built_execute!(conn, |query| { query.push(…); })`.
macro_rules! built_execute {
    ($conn:expr, |$query:ident| $build:block) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => {
                let mut $query = $crate::db::Statement::default();
                $build;
                let (sql, values) = $query.parts();
                conn.execute(sql, &values)
            }
            $crate::db::Conn::Postgres(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Postgres>::new("");
                $build;
                $query.build().execute(&mut **conn).await.map(|done| done.rows_affected()).map_err($crate::db::internal)
            }
        }
    };
}

/// Inserts rows, each by the same values: `insert_rows!(conn, "insert into t (a, b)", rows, |row| [row.a, row.b], "on conflict …")`. SQLite
/// runs the statement prepared for each row, PostgreSQL for two hundred at a time.
macro_rules! insert_rows {
    ($conn:expr, $into:literal, $rows:expr, |$row:ident| [$first:expr $(, $value:expr)* $(,)?], $then:literal) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => {
                const SQL: &str = concat!($into, " values (?", $(insert_rows!(@ $value),)* ") ", $then);
                conn.repeated(SQL).and_then(|mut insert| {
                    $rows.iter().try_for_each(|$row| {
                        insert.execute(&[&$first as &dyn $crate::db::Bound, $(&$value as &dyn $crate::db::Bound),*])
                    })
                })
            }
            $crate::db::Conn::Postgres(conn) => {
                let mut outcome = Ok(());
                for some in $rows.chunks(200) {
                    let mut query = sqlx::QueryBuilder::<sqlx::Postgres>::new(concat!($into, " "));
                    query.push_values(some, |mut values, $row| {
                        values.push_bind($first);
                        $(values.push_bind($value);)*
                    });
                    query.push(concat!(" ", $then));
                    outcome = query.build().execute(&mut **conn).await.map(|_| ()).map_err($crate::db::internal);
                    if outcome.is_err() {
                        break;
                    }
                }
                outcome
            }
        }
    };
    (@ $value:expr) => { ", ?" };
}

/// Adds values to a statement being built, with commas between.
macro_rules! listed {
    ($query:ident, $values:expr) => {
        for (at, value) in $values.iter().enumerate() {
            if at > 0 {
                $query.push(", ");
            }
            $query.push_bind(*value);
        }
    };
}

/// A struct that a row of either engine is read as, each field from the column of its name.
macro_rules! row {
    ($(#[$meta:meta])* $seen:vis struct $name:ident { $($(#[$of:meta])* $shown:vis $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(sqlx::FromRow)]
        $seen struct $name {
            $($(#[$of])* $shown $field: $kind,)*
        }

        impl $crate::db::FromCells for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];

            fn from_cells(cells: &mut $crate::db::Cells<'_>) -> Result<Self, accord_domain::AppError> {
                Ok(Self { $($field: cells.next_as()?,)* })
            }
        }
    };
}

/// The SQL of each stakeholder, by the name it was known by there, with the agreements it was asked or heard in.
macro_rules! heard_in {
    () => {
        "(select i.stakeholder_id, c.agreement_id from consultation_invitations i join consultations c on c.id = i.consultation_id \
         union select t.stakeholder_id, t.agreement_id from stakeholder_stances t)"
    };
}
