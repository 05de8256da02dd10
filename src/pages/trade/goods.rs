//! The trade of two places in one code or one named commodity over time: plot, periods, and where sources differ.

use accord_domain::AppError;
use accord_domain::country;
use accord_domain::trade::hs::HsCode;
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::Series;
use accord_store::queries::trade::goods::{Goods, GoodsTrade, load};
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::bilateral::{series_choice, series_of};
use super::drawing::drawn;
use super::tables::{Of, Sources, conflicts, periods};
use super::{pair, pair_path};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// Which goods, and which of the series kept on them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub hs: String,
    pub commodity: String,
    pub series: String,
}

impl Asked {
    fn goods(&self) -> Result<Goods, AppError> {
        let commodity = self.commodity.trim().to_owned();
        match self.hs.trim() {
            "" if commodity.is_empty() => Err(AppError::NotFound),
            "" => Ok(Goods { hs: None, commodity }),
            digits => {
                let hs = HsCode::parse("hs", digits).map_err(|_| AppError::NotFound)?;
                Ok(Goods { hs: Some(hs), commodity: String::new() })
            }
        }
    }
}

/// What goods are called, without their code: a chapter in the reader's language, finer codes as the nomenclature of the house has them.
pub fn called(l: &Speaker, hs: Option<&HsCode>, commodity: &str, description: &str) -> String {
    match hs {
        Some(hs) if hs.as_str().len() > 2 && !description.is_empty() => description.to_owned(),
        Some(hs) => l.hs_title(hs),
        None => commodity.to_owned(),
    }
}

/// What the goods are called, with their code.
fn title(l: &Speaker, goods: &Goods, found: &GoodsTrade) -> String {
    let called = called(l, goods.hs.as_ref(), &goods.commodity, &found.description);
    goods.hs.as_ref().map_or_else(|| called.clone(), |hs| format!("{} {called}", hs.as_str()))
}

/// Where the trade of two places in some goods over time stands.
pub fn goods_path(reporter: &str, partner: &str, hs: Option<&HsCode>, commodity: &str) -> String {
    let named = match hs {
        Some(hs) => format!("hs={}", hs.as_str()),
        None => format!("commodity={}", form_urlencoded(commodity)),
    };
    format!("{}/goods?{named}", pair_path(reporter, partner))
}

/// The series that is shown: the one asked for, else the first there is.
fn chosen(found: &GoodsTrade, asked: &str) -> Option<Series> {
    series_of(asked).filter(|series| found.series.contains_key(series)).or_else(|| found.series.keys().next().copied())
}

/// The screen.
pub async fn show(reader: Reader, Path((reporter, partner)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let reporter = country::country("reporter", &reporter).map_err(|_| AppError::NotFound)?;
    let (partner, goods) = (partner.to_uppercase(), asked.goods()?);
    let found = load(reader.db(), reader.actor(), &reporter, &partner, &goods).await?;
    let series = chosen(&found, &asked.series).ok_or(AppError::NotFound)?;
    let lines = found.series.get(&series).ok_or(AppError::NotFound)?;
    let l = *reader.speaker();
    let title = title(&l, &goods, &found);
    let (own, between) = (pair_path(&reporter, &partner), pair(&l, &reporter, &partner));
    let of = Of { reporter: &reporter, partner: &partner, hs: goods.hs.as_ref(), commodity: &goods.commodity };
    let sources = Sources::of([lines]);
    let address = goods_path(&reporter, &partner, goods.hs.as_ref(), &goods.commodity);
    let document = page(&reader.visitor, Screen::plain(format!("{title} – {between}"), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade")), (own.clone(), between.clone())], title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            <p class="lede">{l.with("trade-reported-by", &[("reporter", super::place(&l, &reporter).into())])}</p>
            {series_choice(&l, &address, found.series.keys().copied(), Some(series))}
            {drawn(&l, "goods", format!("{title}, {between}"), series, lines)}
            {periods(&l, of, series, lines, &sources)}
            {conflicts(&l, of, series, lines)}
            {sources.list(&l)}
        }
    });
    Ok(document.into_response())
}
