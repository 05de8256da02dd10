//! The register as a list; to who reads none of it, what is published.

use accord_domain::barrier::{BarrierKind, BarrierStatus, Publicity, Rag};
use accord_domain::chapter::ChapterKind;
use accord_exchange::tables::barriers as barrier_table;
use accord_language::{Speaker, places};
use accord_store::queries::barriers::filters::Filters;
use accord_store::queries::barriers::list::{BarrierLine, PAGE, Register, load, reads_register};
use accord_store::queries::barriers::public::{PublicVersion, all};
use axum::extract::Query;
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::{between, light, path, status_tag};
use crate::components::form::{Filled, input, select};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::downloads::{Format, sent};
use crate::pages::lists::{options_or_blank, pager};
use crate::pages::words::{illustrative, or_dash, saved};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// The state that stands for all of those in which a barrier is pursued.
const PURSUED: &str = "pursued";

/// Where what is pursued of a sector that a country imposes is listed.
pub fn pursued_path(imposing: &str, sector: &str) -> String {
    format!("/barriers?imposing={imposing}&sector={}&status={PURSUED}", form_urlencoded(sector))
}

/// The filters of the address; unknown words are no filter.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub kind: String,
    pub imposing: String,
    pub sector: String,
    pub hs: String,
    pub status: String,
    pub rag: String,
    pub agreement: String,
    pub chapter: String,
    pub affected: String,
    pub owner: String,
    pub publicity: String,
    pub page: String,
    pub saved: Option<String>,
}

impl Asked {
    fn filters(&self) -> Filters {
        let country = |typed: &str| places::code_of(typed.trim()).map_or_else(|| typed.trim().to_uppercase(), str::to_owned);
        Filters {
            words: self.q.trim().chars().take(100).collect(),
            kind: BarrierKind::from_code(&self.kind),
            imposing: country(&self.imposing),
            affected: country(&self.affected),
            owner: self.owner.trim().to_owned(),
            publicity: Publicity::from_code(&self.publicity),
            sector: self.sector.trim().to_owned(),
            code: self.hs.chars().filter(char::is_ascii_digit).take(10).collect(),
            statuses: match self.status.as_str() {
                PURSUED => BarrierStatus::PURSUED.to_vec(),
                code => BarrierStatus::from_code(code).into_iter().collect(),
            },
            rag: Rag::from_code(&self.rag),
            agreement: self.agreement.trim().to_owned(),
            chapter: ChapterKind::from_code(&self.chapter),
            page: self.page.parse().unwrap_or(1).clamp(1, 100_000),
        }
    }

    fn parts(&self) -> [(&'static str, &str); 12] {
        [
            ("q", &self.q),
            ("kind", &self.kind),
            ("imposing", &self.imposing),
            ("sector", &self.sector),
            ("hs", &self.hs),
            ("status", &self.status),
            ("rag", &self.rag),
            ("agreement", &self.agreement),
            ("chapter", &self.chapter),
            ("affected", &self.affected),
            ("owner", &self.owner),
            ("publicity", &self.publicity),
        ]
    }

    fn is_filtered(&self) -> bool {
        self.parts().iter().any(|(_, value)| !value.trim().is_empty())
    }

    fn query(&self, page: u32) -> String {
        let mut parts: Vec<String> = self
            .parts()
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", form_urlencoded(value)))
            .collect();
        if page > 1 {
            parts.push(format!("page={page}"));
        }
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

/// The screen.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    if !reads_register(reader.db(), reader.actor()).await? {
        return published(reader).await;
    }
    let found = load(reader.db(), reader.actor(), &asked.filters(), true).await?;
    let l = *reader.speaker();
    let total = usize::try_from(found.total).unwrap_or_default();
    let document = page(&reader.visitor, Screen::plain(l.t("barriers"), Place::Barriers), || {
        view! {
            <h1>{l.t("barriers")}</h1>
            <p class="lede">{l.count("barriers-count", total)}</p>
            {saved(&l, asked.saved.as_deref())}
            {bar(&l, &asked, &found)}
            {table(&l, &asked, &found.lines)}
            {pager(&l, asked.filters().page, total.div_ceil(PAGE as usize), |page| format!("/barriers{}", asked.query(page)))}
            <p class="actions">
                {found.reads.keeps.then(|| view! { <a class="button" href="/barriers/new">{l.t("enter-barrier")}</a> " " })}
                <a href="/barriers/public">{l.t("barriers-published")}</a>
            </p>
        }
    });
    Ok(document.into_response())
}

fn bar(l: &Speaker, asked: &Asked, found: &Register) -> AnyView {
    let l = *l;
    let filled = Filled::of(asked.parts().map(|(name, value)| (name, value.to_owned())));
    let first = |blank: String, mut all: Vec<(String, String)>| {
        all.insert(0, (String::new(), blank));
        all
    };
    let countries =
        |codes: &[String]| first(l.t("all-countries"), codes.iter().map(|code| (code.clone(), l.party(code, code))).collect());
    let owners = found.owners.iter().map(|owner| (owner.clone(), owner.clone())).collect();
    let further = [&asked.hs, &asked.chapter, &asked.affected, &asked.owner, &asked.publicity];
    view! {
        <form class="bar" method="get" action="/barriers" role="search">
            {input(&filled, "q", l.t("words-contained"), String::new(), "search", "off")}
            {select(&filled, "imposing", l.t("imposed-by"), String::new(), countries(&found.imposing))}
            {select(&filled, "kind", l.t("kind"), String::new(), options_or_blank(&l, "all-kinds", "barrier-kind", BarrierKind::ALL.iter().map(|of| of.code())))}
            {select(&filled, "sector", l.t("sector"), String::new(), first(l.t("all-sectors"), found.sectors.clone()))}
            {select(&filled, "status", l.t("state"), String::new(), states(&l))}
            {select(&filled, "rag", l.t("rag"), String::new(), options_or_blank(&l, "all-lights", "rag", Rag::ALL.iter().map(|of| of.code())))}
            <details class="further" open=further.iter().any(|value| !value.is_empty())>
                <summary>{l.t("more-filters")}</summary>
                <div>
                    {input(&filled, "hs", l.t("hs-code"), String::new(), "text", "off")}
                    {select(&filled, "affected", l.t("exports-of"), String::new(), countries(&found.affected))}
                    {select(&filled, "chapter", l.t("chapter"), String::new(), options_or_blank(&l, "all-chapters", "chapter", ChapterKind::ALL.iter().map(|of| of.code())))}
                    {select(&filled, "owner", l.t("owner"), String::new(), first(l.t("all-owners"), owners))}
                    {select(&filled, "publicity", l.t("publicity"), String::new(), options_or_blank(&l, "any-publicity", "publicity", Publicity::ALL.iter().map(|of| of.code())))}
                </div>
            </details>
            {(!asked.agreement.is_empty()).then(|| view! { <input type="hidden" name="agreement" value=asked.agreement.clone() /> })}
            <button class="plain">{l.t("show")}</button>
            {asked.is_filtered().then(|| view! { <a href="/barriers">{l.t("clear-filters")}</a> })}
            <span class="downloads">
                <a href=format!("/barriers.xlsx{}", asked.query(1))>"XLSX"</a> " "
                <a href=format!("/barriers.csv{}", asked.query(1))>"CSV"</a>
            </span>
        </form>
    }
    .into_any()
}

/// The states to choose from: all, those in which it is pursued, each.
fn states(l: &Speaker) -> Vec<(String, String)> {
    let mut all = options_or_blank(l, "all-states", "barrier-status", BarrierStatus::ALL.iter().map(|of| of.code()));
    all.insert(1, (PURSUED.to_owned(), l.t("barriers-pursued")));
    all
}

fn table(l: &Speaker, asked: &Asked, lines: &[BarrierLine]) -> AnyView {
    let l = *l;
    if lines.is_empty() {
        let told = if asked.is_filtered() { l.t("no-barrier-matches") } else { l.t("no-barriers") };
        return view! { <p class="empty">{told}</p> }.into_any();
    }
    let mark = |line: &BarrierLine| match line.publicity {
        Publicity::None => ().into_any(),
        Publicity::Published => view! { <span class="q">{l.t("is-published")}</span> }.into_any(),
        Publicity::Changed => view! { <span class="flag late">{l.t("changed-since-published")}</span> }.into_any(),
    };
    view! {
        <table>
            <caption class="visually-hidden">{l.t("barriers")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("rag")}</th>
                    <th scope="col">{l.t("barrier")}</th>
                    <th scope="col">{l.t("state")}</th>
                    <th scope="col">{l.t("hs-code")}</th>
                    <th scope="col">{l.t("next-step")}</th>
                    <th scope="col">{l.t("last-movement")}</th>
                </tr>
            </thead>
            <tbody>
                {lines
                    .iter()
                    .map(|line| view! {
                        <tr>
                            <td class="wide">{light(&l, line.rag)}</td>
                            <td class="wide">
                                <strong><a href=path(line.number) dir="auto">{line.title.clone()}</a></strong> " "
                                {illustrative(&l, line.illustrative)}
                                <span class="q">{l.word("barrier-kind", line.kind.code())} " · " {between(&l, &line.imposing, &line.affected)}</span>
                            </td>
                            <td class="wide">{status_tag(&l, line.status)} " " {mark(line)}</td>
                            <td data-l=l.t("hs-code")>{or_dash(line.codes.clone())}</td>
                            <td data-l=l.t("next-step")>
                                <span dir="auto">{or_dash(line.next_step.clone())}</span>
                                {(!line.owner.is_empty()).then(|| view! { <span class="q" dir="auto">{line.owner.clone()}</span> })}
                            </td>
                            <td class="day" data-l=l.t("last-movement")>{l.ago(line.moved_at)}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// What is published, for every reader.
pub async fn published(reader: Reader) -> Answer {
    let found = all(reader.db(), reader.actor()).await?;
    let l = *reader.speaker();
    let title = l.t("barriers-published");
    let whole = reads_register(reader.db(), reader.actor()).await?;
    let document = page(&reader.visitor, Screen::plain(title.clone(), Place::Barriers), || {
        view! {
            {whole.then(|| crumbs(l.t("breadcrumb"), vec![("/barriers".into(), l.t("barriers"))], title.clone()))}
            <h1>{title}</h1>
            <p class="lede">{l.t("barriers-published-lede")}</p>
            {public_table(&l, &found)}
        }
    });
    Ok(document.into_response())
}

fn public_table(l: &Speaker, found: &[PublicVersion]) -> AnyView {
    let l = *l;
    if found.is_empty() {
        return view! { <p class="empty">{l.t("nothing-published")}</p> }.into_any();
    }
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("barrier")}</th>
                    <th scope="col">{l.t("state")}</th>
                    <th scope="col">{l.t("hs-code")}</th>
                    <th scope="col">{l.t("published-on")}</th>
                </tr>
            </thead>
            <tbody>
                {found
                    .iter()
                    .map(|version| view! {
                        <tr>
                            <td class="wide">
                                <strong><a href=format!("{}/public", path(version.number)) dir="auto">{version.title.clone()}</a></strong> " "
                                {illustrative(&l, version.illustrative)}
                                <span class="q">
                                    {l.word("barrier-kind", version.kind.code())} " · " {between(&l, &version.imposing, &version.affected)}
                                </span>
                            </td>
                            <td class="wide">{status_tag(&l, version.status)}</td>
                            <td data-l=l.t("hs-code")>{or_dash(version.codes.clone())}</td>
                            <td class="day" data-l=l.t("published-on")>{l.ago(version.published_at)}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

async fn download(reader: Reader, asked: Asked, format: Format) -> Answer {
    let found = load(reader.db(), reader.actor(), &asked.filters(), false).await?;
    Ok(sent(&barrier_table(reader.speaker(), &found.lines), "barriers", format)?)
}

/// The register as a workbook.
pub async fn xlsx(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(reader, asked, Format::Xlsx).await
}

/// The register as comma-separated values.
pub async fn csv(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(reader, asked, Format::Csv).await
}
