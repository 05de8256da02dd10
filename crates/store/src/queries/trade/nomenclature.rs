//! What codes of the Harmonized System are called. It is public: any reader sees all.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::trade::hs::HsCode;

use crate::db::Db;

/// The most lines told at once.
pub const MOST: i64 = 1_000;

/// A code and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HsText {
    pub code: HsCode,
    pub description: String,
}

/// The lines whose code begins with digits and whose description holds every word, in their order. Blank is no condition.
pub async fn load(db: &Db, _: &Actor, digits: &str, words: &str) -> Result<Vec<HsText>, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<(String, String)> = built_all!(&mut conn, (String, String), |query| {
        query.push("select code, description from hs_lines where code like ");
        query.push_bind(format!("{digits}%"));
        for word in words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            query.push(" and lower(description) like ");
            query.push_bind(format!("%{word}%"));
        }
        query.push(" order by code limit ");
        query.push_bind(MOST);
    })?;
    Ok(rows
        .into_iter()
        .filter_map(|(code, description)| Some(HsText { code: HsCode::parse("hs", &code).ok()?, description }))
        .collect())
}
