//! One statement, both engines: each macro expands the same call once per engine.

/// Every row of a query.
macro_rules! fetch_all {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_all(&mut **conn).await,
            $crate::db::Conn::Postgres(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_all(&mut **conn).await,
        }
        .map_err($crate::db::internal)
    };
}

/// The row of a query that must have one.
macro_rules! fetch_one {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_one(&mut **conn).await,
            $crate::db::Conn::Postgres(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_one(&mut **conn).await,
        }
        .map_err($crate::db::internal)
    };
}

/// The row of a query that may have one.
macro_rules! fetch_optional {
    ($conn:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_optional(&mut **conn).await,
            $crate::db::Conn::Postgres(conn) => sqlx::query_as::<_, $row>($sql)$(.bind(&$value))*.fetch_optional(&mut **conn).await,
        }
        .map_err($crate::db::internal)
    };
}

/// A statement without rows; answers how many rows it touched.
macro_rules! execute {
    ($conn:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => sqlx::query($sql)$(.bind(&$value))*.execute(&mut **conn).await.map(|done| done.rows_affected()),
            $crate::db::Conn::Postgres(conn) => sqlx::query($sql)$(.bind(&$value))*.execute(&mut **conn).await.map(|done| done.rows_affected()),
        }
        .map_err($crate::db::internal)
    };
}

/// Every row of a query built piece by piece: `built_all!(conn, Row, |query| { query.push(…); })`.
macro_rules! built_all {
    ($conn:expr, $row:ty, |$query:ident| $build:block) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Sqlite>::new("");
                $build;
                $query.build_query_as::<$row>().fetch_all(&mut **conn).await
            }
            $crate::db::Conn::Postgres(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Postgres>::new("");
                $build;
                $query.build_query_as::<$row>().fetch_all(&mut **conn).await
            }
        }
        .map_err($crate::db::internal)
    };
}

/// A statement without rows, built piece by piece: `built_execute!(conn, |query| { query.push(…); })`.
macro_rules! built_execute {
    ($conn:expr, |$query:ident| $build:block) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Sqlite>::new("");
                $build;
                $query.build().execute(&mut **conn).await.map(|_| ())
            }
            $crate::db::Conn::Postgres(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Postgres>::new("");
                $build;
                $query.build().execute(&mut **conn).await.map(|_| ())
            }
        }
        .map_err($crate::db::internal)
    };
}
