//! What changed between two days, of one agreement or of all: the effect first, the steps on demand.

use accord_domain::chapter::ChapterKind;
use accord_domain::dates::{Period, period};
use accord_domain::{AppError, FieldError};
use accord_language::Speaker;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::queries::agreement::named;
use accord_store::queries::changes::{Net, NetChange, Of, SeenChange, Span, net, steps};
use accord_store::queries::meetings::{MeetingName, named as named_meeting};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use serde::Deserialize;

use super::document::{Place, Screen, crumbs, page};
use super::lists::refuse;
use super::meetings::{meeting_path, meeting_title};
use super::words::{Shown, changes, chapter_title, net_changes};
use crate::components::form::{Filled, input, summary};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// The days as the address has them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub from: String,
    /// Blank means today.
    pub to: String,
    /// Whether each step is wanted too.
    pub steps: String,
}

/// The days shown when none are asked for, and the spans offered at one press.
const USUAL: u64 = 30;
const OFFERED: [u64; 3] = [7, USUAL, 90];
/// The most steps shown.
const STEPS: i64 = 500;

/// What the screen is about: an agreement, or none for the whole portfolio.
struct About {
    of: Of,
    /// Address and name.
    agreement: Option<(String, String)>,
}

impl About {
    fn address(&self) -> String {
        self.agreement.as_ref().map_or_else(|| "/changes".to_owned(), |(slug, _)| format!("/agreements/{slug}/changes"))
    }
}

/// What was found.
struct Found {
    period: Period,
    /// The meeting the period begins after, if one was asked for.
    meeting: Option<MeetingName>,
    net: Net,
    /// None unless asked for.
    steps: Option<Vec<SeenChange>>,
}

/// The screen of all agreements.
pub async fn portfolio(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    show(reader, About { of: Of::Portfolio, agreement: None }, asked).await
}

/// The screen of one.
pub async fn agreement(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (id, name) = named(reader.db(), reader.actor(), &slug).await?;
    show(reader, About { of: Of::Agreement(id), agreement: Some((slug, name)) }, asked).await
}

/// The meeting that the changes are wanted since: its name, and the first day that counts.
struct Since {
    meeting: MeetingName,
    first: NaiveDate,
}

/// Finds the meeting whose address was given in place of a day. What counts begins on the day after it ended: what was agreed in
/// the meeting itself belongs to it.
async fn since(reader: &Reader, about: &About, from: &str) -> Result<Option<Result<Since, FieldError>>, AppError> {
    let Of::Agreement(agreement) = about.of else { return Ok(None) };
    if from.trim().parse::<NaiveDate>().is_ok() {
        return Ok(None);
    }
    let Some((meeting, dates)) = named_meeting(reader.db(), reader.actor(), agreement, from.trim()).await? else { return Ok(None) };
    let first = dates.and_then(|dates| dates.to().succ_opt());
    Ok(Some(first.map(|first| Since { meeting, first }).ok_or_else(|| FieldError::new("from", "meeting-without-days"))))
}

async fn show(reader: Reader, about: About, mut asked: Asked) -> Answer {
    let today = day_in(HOME_ZONE, reader.speaker().now);
    if asked.to.trim().is_empty() {
        asked.to = today.to_string();
    }
    if asked.from.trim().is_empty() {
        asked.from = before(asked.to.parse().unwrap_or(today), USUAL).to_string();
    }
    let typed = vec![("from".to_owned(), asked.from.clone()), ("to".to_owned(), asked.to.clone())];
    let since = since(&reader, &about, &asked.from).await?;
    let read = match &since {
        Some(Ok(since)) => period(("from", &since.first.to_string()), ("to", &asked.to)),
        Some(Err(error)) => Err(vec![error.clone()]),
        None => period(("from", &asked.from), ("to", &asked.to)),
    };
    let period = match read {
        Ok(period) => period,
        Err(errors) => {
            let filled = refuse(reader.speaker(), typed, &AppError::Invalid(errors), "from");
            let refused = document(&reader, &about, &filled, today, None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, refused).into_response());
        }
    };
    let span = Span::of_days(period.from, period.to);
    let effect = net(reader.db(), reader.actor(), about.of, span).await?;
    let steps = match asked.steps.as_str() {
        "" => None,
        _ => Some(steps(reader.db(), reader.actor(), about.of, span, STEPS).await?),
    };
    let meeting = since.and_then(Result::ok).map(|since| since.meeting);
    let found = Found { period, meeting, net: effect, steps };
    Ok(document(&reader, &about, &Filled::refused(typed, Vec::new()), today, Some(found)).into_response())
}

/// The first of so many days that end with a day.
fn before(last: NaiveDate, days: u64) -> NaiveDate {
    last.checked_sub_days(Days::new(days - 1)).unwrap_or(last)
}

fn document(reader: &Reader, about: &About, filled: &Filled, today: NaiveDate, found: Option<Found>) -> Html<String> {
    let l = *reader.speaker();
    let title =
        about.agreement.as_ref().map_or_else(|| l.t("what-changed"), |(_, name)| format!("{}: {name}", l.t("what-changed")));
    let mut way = vec![("/".to_owned(), l.t("portfolio"))];
    way.extend(about.agreement.clone().map(|(slug, name)| (format!("/agreements/{slug}"), name)));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, l.t("what-changed"))}
            <h1>{title}</h1>
            {summary(filled, l.t("changes-problem"))}
            {choice(&l, about, filled, today)}
            {found.map(|found| result(&l, about, &found))}
        }
    })
}

/// The kind of an input: a browser's field for days shows nothing of what is no day, and what was typed must not be lost.
pub fn day_kind(filled: &Filled, name: &str) -> &'static str {
    if filled.value(name).parse::<NaiveDate>().is_ok() { "date" } else { "text" }
}

fn choice(l: &Speaker, about: &About, filled: &Filled, today: NaiveDate) -> AnyView {
    let address = about.address();
    let hint = if about.agreement.is_some() { l.t("changes-from-hint") } else { String::new() };
    view! {
        <form class="bar" method="get" action=address.clone()>
            {input(filled, "from", l.t("changes-from"), hint, day_kind(filled, "from"), "off")}
            {input(filled, "to", l.t("changes-to"), String::new(), day_kind(filled, "to"), "off")}
            <button class="plain">{l.t("show")}</button>
            <span class="downloads">
                {OFFERED
                    .into_iter()
                    .map(|days| view! { <a href=format!("{address}?from={}&to={today}", before(today, days))>{l.count("last-days", days as usize)}</a> })
                    .collect_view()}
            </span>
        </form>
    }
    .into_any()
}

fn result(l: &Speaker, about: &About, found: &Found) -> AnyView {
    let Found { period, meeting, net, steps } = found;
    let days = l.with("changes-span", &[("from", l.day(period.from).into()), ("to", l.day(period.to).into())]);
    let each = format!("{}?from={}&to={}&steps=yes", about.address(), period.from, period.to);
    let after = meeting.as_ref().zip(about.agreement.as_ref()).map(|(meeting, (slug, _))| {
        let told = l.with("changes-after-meeting", &[("meeting", meeting_title(l, meeting).into())]);
        view! { <p><a href=meeting_path(slug, &meeting.address)>{told}</a></p> }
    });
    view! {
        {after}
        <p class="lede">
            {days} " · " {l.count("changes-effects", net.changes.len())} " · " {l.count("changes-steps", net.steps as usize)}
            {(net.back > 0).then(|| format!(" · {}", l.count("changes-back", net.back)))}
        </p>
        {if net.changes.is_empty() {
            view! { <p class="empty">{if net.back > 0 { l.t("changes-all-back") } else { l.t("changes-none") }}</p> }.into_any()
        } else {
            groups(l, about.agreement.is_none(), &net.changes)
        }}
        {match steps {
            Some(steps) => every(l, about, steps),
            None if net.steps > 0 => view! { <p class="actions"><a href=each>{l.t("changes-every-step")}</a></p> }.into_any(),
            None => ().into_any(),
        }}
    }
    .into_any()
}

/// The effects under headings: of an agreement by chapter, of the whole portfolio by agreement.
pub fn groups(l: &Speaker, whole: bool, effects: &[NetChange]) -> AnyView {
    let l = *l;
    let same = |a: &NetChange, b: &NetChange| {
        a.change.agreement_slug == b.change.agreement_slug && (whole || a.change.chapter_address == b.change.chapter_address)
    };
    let shown = if whole { Shown::Agreement } else { Shown::Chapter };
    effects
        .chunk_by(same)
        .filter_map(|group| group.first().map(|first| (first, group)))
        .map(|(first, group)| {
            view! {
                <h2 class="group">{heading(&l, &first.change, whole)}</h2>
                {net_changes(&l, group, shown)}
            }
        })
        .collect_view()
        .into_any()
}

fn heading(l: &Speaker, first: &SeenChange, whole: bool) -> AnyView {
    let agreement = format!("/agreements/{}", first.agreement_slug);
    match &first.chapter_address {
        _ if whole => view! { <a href=agreement dir="auto">{first.agreement_name.clone()}</a> }.into_any(),
        Some(address) => {
            let kind = first.chapter_kind.as_deref().and_then(ChapterKind::from_code).unwrap_or(ChapterKind::Other);
            let title = chapter_title(l, kind, first.chapter_title.as_deref().unwrap_or_default());
            view! { <a href=format!("{agreement}/chapters/{address}") dir="auto">{title}</a> }.into_any()
        }
        None => view! { <a href=agreement>{l.t("agreement-itself")}</a> }.into_any(),
    }
}

fn every(l: &Speaker, about: &About, steps: &[SeenChange]) -> AnyView {
    let shown = if about.agreement.is_none() { Shown::Portfolio } else { Shown::Agreement };
    let cut = steps.len() as i64 == STEPS;
    view! {
        <h2 id="steps">{l.t("changes-every")}</h2>
        {cut.then(|| view! { <p class="q">{l.count("changes-newest-only", steps.len())}</p> })}
        {changes(l, steps, shown, l.t("changes-none"))}
    }
    .into_any()
}
