//! The portfolio: every negotiation as one row. Where must I look?

use std::sync::Arc;

use accord_domain::access::HouseRight;
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{TextStatus, Track};
use accord_domain::{AppError, FieldError};
use accord_language::Speaker;
use accord_store::queries::changes::SeenChange;
use accord_store::queries::portfolio::{ChapterMark, Filters, Frame, NextMeeting, PAGE, PortfolioRow, load_page};
use accord_store::queries::portfolio_as_of;
use accord_store::strips::Confidence;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;
use serde::Deserialize;

use super::action_points::list_path;
use super::as_of::{self, AS_OF};
use super::document::{Place, Screen, page};
use super::lists::{options_or_blank, pager};
use super::meetings::meeting_link;
use super::words::{Shown, changes, chapter_title, illustrative, saved, stage_tag};
use crate::components::form::{Filled, summary};
use crate::components::strip::{Vessel, single, strip};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// The filters of the address; unknown words are no filter.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub stage: String,
    pub party: String,
    pub q: String,
    pub archived: String,
    pub page: String,
    pub saved: String,
    /// The day at whose end the portfolio is shown; blank for now.
    #[serde(rename = "as-of")]
    pub as_of: String,
}

impl Asked {
    /// The filters as the query takes them.
    pub fn filters(&self) -> Filters {
        Filters {
            stage: Stage::from_code(&self.stage),
            party: self.party.trim().to_uppercase(),
            words: self.q.trim().chars().take(100).collect(),
            archived: !self.archived.is_empty(),
            page: self.page.parse().unwrap_or(1).clamp(1, 100_000),
        }
    }

    fn query(&self, page: Option<u32>) -> String {
        let mut parts = Vec::new();
        for (name, value) in
            [("stage", &self.stage), ("party", &self.party), ("q", &self.q), ("archived", &self.archived), (AS_OF, &self.as_of)]
        {
            if !value.is_empty() {
                parts.push(format!("{name}={}", form_urlencoded(value)));
            }
        }
        if let Some(page) = page.filter(|page| *page > 1) {
            parts.push(format!("page={page}"));
        }
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The address without filters, of the same day.
    fn unfiltered(&self) -> String {
        format!("/{}", Self { as_of: self.as_of.clone(), ..Self::default() }.query(None))
    }

    fn is_filtered(&self) -> bool {
        [&self.stage, &self.party, &self.q, &self.archived].iter().any(|value| !value.is_empty())
    }
}

/// Changes shown under the table.
const RECENT: i64 = 8;

/// What is shown, and of which day; none for now.
struct Found {
    frame: Arc<Frame>,
    rows: Vec<PortfolioRow>,
    newest: Vec<SeenChange>,
    day: Option<NaiveDate>,
}

impl Found {
    async fn now(reader: &Reader, filters: Filters) -> Result<Self, AppError> {
        let (rows, newest) = load_page(reader.db(), reader.actor(), &filters, reader.speaker().today(), RECENT).await?;
        let frame = reader.visitor.app.memory.frame(reader.db(), reader.actor(), filters).await?;
        Ok(Self { frame, rows, newest, day: None })
    }

    async fn then(reader: &Reader, filters: &Filters, day: NaiveDate) -> Result<Self, AppError> {
        let (rows, frame, newest) = portfolio_as_of::load(reader.db(), reader.actor(), filters, day, RECENT).await?;
        Ok(Self { frame: Arc::new(frame), rows, newest, day: Some(day) })
    }
}

/// The screen, now or as of a day.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let filters = asked.filters();
    match as_of::chosen(reader.speaker(), &asked.as_of) {
        Ok(None) => Ok(document(&reader, &asked, &Found::now(&reader, filters).await?, None).into_response()),
        Ok(Some(day)) => Ok(document(&reader, &asked, &Found::then(&reader, &filters, day).await?, None).into_response()),
        Err(error) => {
            let shown = document(&reader, &asked, &Found::now(&reader, filters).await?, Some(&error));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
    }
}

fn document(reader: &Reader, asked: &Asked, found: &Found, wrong: Option<&FieldError>) -> Html<String> {
    let Found { frame, rows, newest, day } = found;
    let l = day.map_or(*reader.speaker(), |day| as_of::then(reader.speaker(), day));
    let opens = reader.actor().holds(HouseRight::OpenAgreements) && day.is_none();
    let total = usize::try_from(frame.total).unwrap_or_default();
    let table = if rows.is_empty() { Either::Left(empty(&l, asked)) } else { Either::Right(table(&l, rows, *day)) };
    let filled = as_of::filled(&l, &asked.as_of, wrong);
    let bar = filters(&l, asked, &frame.parties, &filled);
    let pager = pager(&l, asked.filters().page, total.div_ceil(PAGE as usize), |page| format!("/{}", asked.query(Some(page))));
    let confident = rows.iter().flat_map(|row| row.chapters.iter().flatten()).any(|mark| mark.confidence.is_some());
    let until = day.map(|day| format!("?to={day}")).unwrap_or_default();
    page(&reader.visitor, Screen::plain(l.t("portfolio"), Place::Portfolio), || {
        view! {
            <h1>{l.t("portfolio")}</h1>
            <p class="lede">{l.count("negotiations", total)} " · " {l.with("as-recorded", &[("when", l.instant(l.now).into())])}</p>
            {day.map(|day| as_of::banner(&l, day, format!("/{}", Asked { as_of: String::new(), ..asked.clone() }.query(None))))}
            {saved(&l, Some(&asked.saved))}
            {summary(&filled, l.t("as-of-problem"))}
            {bar}
            {table}
            {pager}
            {(total > 0).then(|| legend(&l, confident))}
            {opens.then(|| view! { <p class="actions"><a class="button" href="/agreements/new">{l.t("open-agreement")}</a></p> })}
            <h2>{l.t("latest-movements")}</h2>
            {changes(&l, newest, Shown::Portfolio, l.t("no-changes"))}
            <p class="actions"><a href=format!("/changes{until}")>{l.t("what-changed-between")}</a></p>
        }
    })
}

fn empty(l: &Speaker, asked: &Asked) -> AnyView {
    if asked.is_filtered() {
        let all = asked.unfiltered();
        return view! { <p class="empty">{l.t("no-match")} " " <a href=all>{l.t("clear-filters")}</a></p> }.into_any();
    }
    view! { <p class="empty">{l.t("no-agreements")}</p> }.into_any()
}

fn filters(l: &Speaker, asked: &Asked, parties: &[(String, String)], day: &Filled) -> impl IntoView + use<> {
    let filled = Filled::of([("stage", asked.stage.clone()), ("party", asked.party.to_uppercase())]);
    let stages = options_or_blank(l, "all-stages", "stage", Stage::ALL.iter().map(|stage| stage.code()));
    let mut partners = vec![(String::new(), l.t("all-partners"))];
    partners.extend(parties.iter().map(|(code, name)| (code.clone(), l.party(code, name))));
    let choice = |name: &'static str, label: String, options: Vec<(String, String)>| {
        let chosen = filled.value(name);
        view! {
            <label>
                {label}
                <select name=name>
                    {options
                        .into_iter()
                        .map(|(value, label)| {
                            let selected = value == chosen;
                            view! { <option value=value selected=selected>{label}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <form class="bar" method="get" action="/" role="search">
            {choice("stage", l.t("stage"), stages)}
            {choice("party", l.t("partner"), partners)}
            <label>{l.t("name-contains")}<input type="search" name="q" value=asked.q.clone() dir="auto" /></label>
            <label class="tick">
                <input type="checkbox" name="archived" value="yes" checked=!asked.archived.is_empty() />
                {l.t("archived-ones")}
            </label>
            {as_of::field(l, day)}
            <button class="plain">{l.t("show")}</button>
            {asked.is_filtered().then(|| view! { <a href=asked.unfiltered()>{l.t("clear-filters")}</a> })}
            {asked.as_of.is_empty().then(|| view! {
                <span class="downloads">
                    <a href=format!("/portfolio.xlsx{}", asked.query(None))>"XLSX"</a>
                    <a href=format!("/portfolio.csv{}", asked.query(None))>"CSV"</a>
                </span>
            })}
        </form>
    }
}

fn table(l: &Speaker, rows: &[PortfolioRow], day: Option<NaiveDate>) -> impl IntoView + use<> {
    let (l, words) = (*l, RowWords::of(l));
    let as_of = day.map(|day| format!("?{AS_OF}={day}")).unwrap_or_default();
    view! {
        <table class="portfolio">
            <caption class="visually-hidden">{l.t("portfolio")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("agreement")}</th>
                    <th scope="col">{l.t("stage")}</th>
                    <th scope="col">{l.t("chapters")}</th>
                    <th scope="col" class="n">{l.t("closed")}</th>
                    <th scope="col" class="n">{l.t("open-brackets")}</th>
                    <th scope="col">{l.t("last-movement")}</th>
                    {day.is_none().then(|| view! { <th scope="col">{l.t("next-meeting")}</th> })}
                    <th scope="col">{l.t("look-here")}</th>
                </tr>
            </thead>
            <tbody>{rows.iter().map(|row| table_row(&l, &words, row, &as_of)).collect_view()}</tbody>
        </table>
    }
}

/// What stands in every row, looked up once.
struct RowWords {
    steps: Steps,
    closed: Arc<str>,
    open_brackets: Arc<str>,
    last_movement: Arc<str>,
}

impl RowWords {
    fn of(l: &Speaker) -> Self {
        Self {
            steps: Steps::of(l),
            closed: l.t("closed").into(),
            open_brackets: l.t("open-brackets").into(),
            last_movement: l.t("last-movement").into(),
        }
    }
}

fn table_row(l: &Speaker, words: &RowWords, row: &PortfolioRow, as_of: &str) -> impl IntoView + use<> {
    let parties = row.parties.iter().skip(1).map(|(code, name)| l.party(code, name)).collect::<Vec<_>>().join(", ");
    let quiet = if row.after.is_empty() {
        parties
    } else {
        l.with("after-agreement", &[("parties", parties.into()), ("earlier", row.after.join(", ").into())])
    };
    let marks: Vec<Vessel> = row.chapters.iter().flatten().map(|mark| vessel(mark.text, mark.confidence.as_ref())).collect();
    let total = marks.len();
    let moved = row.last_moved.map_or_else(|| "–".to_owned(), |at| l.ago(at));
    let (escalated, parked) = (row.escalated(), row.parked());
    view! {
        <tr>
            <td class="wide">
                <strong><a href=format!("/agreements/{}{as_of}", row.slug) dir="auto">{row.name.clone()}</a></strong>
                {illustrative(l, row.illustrative)}
                <span class="q">{quiet}</span>
            </td>
            <td class="wide">{stage_tag(l, row.stage)}</td>
            <td class="wide">{if total > 0 { Either::Left(chapter_strip(l, &words.steps, &marks)) } else { Either::Right(view! { <span class="q">{l.t("no-chapters-yet")}</span> }) }}</td>
            <td class="n" data-l=words.closed.clone()>
                {if total > 0 { l.with("of-total", &[("part", l.number(row.closed() as i64).into()), ("total", l.number(total as i64).into())]) } else { "–".to_owned() }}
            </td>
            <td class="n" data-l=words.open_brackets.clone()>{if total > 0 { l.number(row.open_brackets) } else { "–".to_owned() }}</td>
            <td class="day" data-l=words.last_movement.clone()>{moved}</td>
            {as_of.is_empty().then(|| view! {
                <td class="wide">{row.next_meeting.as_ref().map(|next| next_meeting(l, &row.slug, next))}</td>
            })}
            <td class="wide">
                {(escalated > 0).then(|| view! { <span class="flag up">{l.count("flag-escalated", escalated)}</span> })}
                {(parked > 0).then(|| view! { <span class="flag late">{l.count("flag-parked", parked)}</span> })}
                {(row.overdue > 0).then(|| {
                    let told = l.count("flag-overdue", usize::try_from(row.overdue).unwrap_or_default());
                    view! { <span class="flag due"><a href=list_path(&row.slug)>{told}</a></span> }
                })}
            </td>
        </tr>
    }
}

fn next_meeting(l: &Speaker, agreement: &str, next: &NextMeeting) -> impl IntoView + use<> {
    view! { {meeting_link(l, agreement, &next.name)} <span class="q">{l.when(next.from)}</span> }
}

fn vessel(text: TextStatus, known: Option<&Confidence>) -> Vessel {
    Vessel {
        text: text.step(),
        market: known.and_then(|known| known.market).map(Track::step),
        parked: known.is_some_and(|known| known.parked),
        escalated: known.is_some_and(|known| known.escalated),
    }
}

/// A chapter as a vessel.
pub fn vessel_of(mark: &ChapterMark) -> Vessel {
    vessel(mark.text, mark.confidence.as_ref())
}

/// The statuses of the text track as they are told within a sentence, looked up once for all strips of a page.
pub struct Steps(Vec<String>);

impl Steps {
    /// In the reader's language.
    pub fn of(l: &Speaker) -> Self {
        Self(TextStatus::ALL.iter().map(|status| l.word("text", status.code()).to_lowercase()).collect())
    }
}

/// The heat strip with its text alternative: how many chapters stand where, from the last status to the first.
pub fn chapter_strip(l: &Speaker, steps: &Steps, vessels: &[Vessel]) -> impl IntoView + use<> {
    let mut told = vec![l.count("chapters-count", vessels.len())];
    for (step, word) in steps.0.iter().enumerate().rev() {
        let count = vessels.iter().filter(|vessel| vessel.text == step).count();
        if count > 0 {
            told.push(format!("{} {word}", l.number(count as i64)));
        }
    }
    for (flag, count) in [
        ("flag-parked", vessels.iter().filter(|vessel| vessel.parked).count()),
        ("flag-escalated", vessels.iter().filter(|vessel| vessel.escalated).count()),
    ] {
        if count > 0 {
            told.push(l.count(flag, count));
        }
    }
    strip(vessels, told.join(", "))
}

/// What the vessels mean, to a reader of the confidences or to one who sees the text track alone.
pub fn legend(l: &Speaker, confident: bool) -> impl IntoView + use<> {
    let plain = Vessel { text: 0, market: None, parked: false, escalated: false };
    view! {
        <div class="legend" aria-label=l.t("legend") role="group">
            {TextStatus::ALL
                .iter()
                .map(|status| view! { <span>{single(Vessel { text: status.step(), ..plain })} {l.word("text", status.code())}</span> })
                .collect_view()}
            {confident.then(|| view! {
                <span>{single(Vessel { text: 3, market: Some(5), ..plain })} {l.t("legend-market")}</span>
                <span>{single(Vessel { text: 3, parked: true, ..plain })} {l.t("parked")}</span>
                <span>{single(Vessel { text: 3, escalated: true, ..plain })} {l.t("escalated")}</span>
            })}
        </div>
    }
}

/// A chapter's title in a table.
pub fn mark_title(l: &Speaker, mark: &ChapterMark) -> String {
    chapter_title(l, mark.kind, &mark.title)
}
