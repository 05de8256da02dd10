//! The timeline of one agreement or of all: lifecycle events, meetings and milestones, drawn and as a table.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::dates::{PartialDate, Period, Precision, period};
use accord_domain::lifecycle::EventKind;
use accord_language::Speaker;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::queries::agreement::named;
use accord_store::queries::timeline::{Dated, Entry, Of, load};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;
use serde::Deserialize;

use super::document::{Place, Screen, crumbs, page};
use super::lists::refuse;
use super::meetings::{meeting_link, meeting_title};
use super::what_changed::day_kind;
use super::words::{illustrative, saved};
use crate::components::chronology::{Chronology, Mark, Shape, chronology, shape};
use crate::components::form::{Filled, input, summary};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// The days as the address has them; blank is no limit for one agreement, and the usual span for all.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub from: String,
    pub to: String,
    pub saved: Option<String>,
}

/// The usual span of all agreements: so many months before today and after.
const BEFORE: Months = Months::new(24);
const AFTER: Months = Months::new(12);
/// What stands for no limit.
const BEGINNING: &str = "1900-01-01";
const END: &str = "2199-12-31";
/// The longest name of a round in the drawing, in characters.
const SHORT: usize = 24;

/// What the screen is about: an agreement, or none for all.
struct About {
    of: Of,
    /// Address and name.
    agreement: Option<(String, String)>,
    edits: bool,
}

impl About {
    fn address(&self) -> String {
        self.agreement.as_ref().map_or_else(|| "/timeline".to_owned(), |(slug, _)| format!("/agreements/{slug}/timeline"))
    }

    /// The agreements an entry is of, but the one the screen is about.
    fn others(&self, entry: &Dated) -> Vec<(String, String)> {
        entry.agreements.iter().filter(|agreement| self.agreement.as_ref() != Some(*agreement)).cloned().collect()
    }
}

/// The screen of all agreements.
pub async fn portfolio(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let edits = reader.actor().holds(HouseRight::EditMilestones);
    show(reader, About { of: Of::Portfolio, agreement: None, edits }, asked).await
}

/// The screen of one.
pub async fn agreement(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let (id, name) = named(reader.db(), reader.actor(), &slug).await?;
    let edits = reader.actor().holds(HouseRight::EditMilestones);
    show(reader, About { of: Of::Agreement(id), agreement: Some((slug, name)), edits }, asked).await
}

async fn show(reader: Reader, about: About, mut asked: Asked) -> Answer {
    let today = day_in(HOME_ZONE, reader.speaker().now);
    let blank = |text: &str| text.trim().is_empty();
    if about.agreement.is_none() {
        let usual = |day: Option<NaiveDate>| day.unwrap_or(today).to_string();
        asked.from = if blank(&asked.from) { usual(today.checked_sub_months(BEFORE)) } else { asked.from };
        asked.to = if blank(&asked.to) { usual(today.checked_add_months(AFTER)) } else { asked.to };
    }
    let typed = vec![("from".to_owned(), asked.from.clone()), ("to".to_owned(), asked.to.clone())];
    let from = if blank(&asked.from) { BEGINNING } else { &asked.from };
    let to = if blank(&asked.to) { END } else { &asked.to };
    let span = match period(("from", from), ("to", to)) {
        Ok(span) => span,
        Err(errors) => {
            let filled = refuse(reader.speaker(), typed, &AppError::Invalid(errors), "from");
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, document(&reader, &about, &filled, None, None)).into_response());
        }
    };
    let entries = load(reader.db(), reader.actor(), about.of, Some(span)).await?;
    let drawn = Period {
        from: if blank(&asked.from) { entries.iter().map(|entry| entry.date.from()).min().unwrap_or(today) } else { span.from },
        to: if blank(&asked.to) { entries.iter().map(|entry| entry.date.to()).max().unwrap_or(today).max(today) } else { span.to },
    };
    let filled = Filled::refused(typed, Vec::new());
    Ok(document(&reader, &about, &filled, Some((drawn, &entries)), asked.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    about: &About,
    filled: &Filled,
    found: Option<(Period, &[Dated])>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let title = about.agreement.as_ref().map_or_else(|| l.t("timeline"), |(_, name)| format!("{}: {name}", l.t("timeline")));
    let mut way = vec![("/".to_owned(), l.t("portfolio"))];
    way.extend(about.agreement.clone().map(|(slug, name)| (format!("/agreements/{slug}"), name)));
    let place = if about.agreement.is_some() { Place::Portfolio } else { Place::Timeline };
    page(&reader.visitor, Screen::plain(title.clone(), place), || {
        let new = about.agreement.as_ref().map_or_else(String::new, |(slug, _)| format!("?agreement={slug}"));
        view! {
            {crumbs(l.t("breadcrumb"), way, l.t("timeline"))}
            <h1 dir="auto">{title.clone()}</h1>
            {saved(&l, told)}
            {summary(filled, l.t("timeline-problem"))}
            <form class="bar" method="get" action=about.address()>
                {input(filled, "from", l.t("changes-from"), String::new(), day_kind(filled, "from"), "off")}
                {input(filled, "to", l.t("changes-to"), String::new(), day_kind(filled, "to"), "off")}
                <button class="plain">{l.t("show")}</button>
                {about.edits.then(|| view! { <a class="button" href=format!("/milestones/new{new}")>{l.t("record-milestone")}</a> })}
            </form>
            {found.map(|(span, entries)| result(&l, about, &title, span, entries))}
        }
    })
}

fn result(l: &Speaker, about: &About, title: &str, span: Period, entries: &[Dated]) -> AnyView {
    if entries.is_empty() {
        return view! { <p class="empty">{l.t("timeline-none")}</p> }.into_any();
    }
    let today = day_in(HOME_ZONE, l.now);
    let drawing = drawing(l, about, title, span, entries, today);
    let told = l.with(
        "timeline-told",
        &[
            ("from", l.day(span.from).into()),
            ("to", l.day(span.to).into()),
            ("entries", l.count("timeline-entries", entries.len()).into()),
        ],
    );
    view! {
        <p class="lede">{told}</p>
        <div class="time">
            <div class="drawing">
                <div class="scroll" tabindex="0" role="region" aria-label=title.to_owned()>{chronology("drawing", &drawing)}</div>
                <p class="legend">
                    <span>{shape(Shape::Event, false)} {l.t("legend-event")}</span>
                    <span>{shape(Shape::Meeting, false)} {l.t("meeting")}</span>
                    <span>{shape(Shape::Milestone, false)} {l.t("legend-milestone")}</span>
                    <span>
                        {shape(Shape::Event, true)} {shape(Shape::Meeting, true)} {shape(Shape::Milestone, true)} {l.t("legend-ahead")}
                    </span>
                </p>
            </div>
            {table(l, about, entries, today)}
        </div>
    }
    .into_any()
}

/// Of an agreement a lane for each kind of entry, of all a lane for each agreement.
fn drawing(l: &Speaker, about: &About, title: &str, span: Period, entries: &[Dated], today: NaiveDate) -> Chronology {
    let mut lanes: Vec<(String, String)> = Vec::new();
    if about.agreement.is_some() {
        lanes = vec![l.t("lifecycle"), l.t("meetings"), l.t("milestones")].into_iter().map(|name| (String::new(), name)).collect();
    } else {
        for agreement in entries.iter().flat_map(|entry| &entry.agreements) {
            if !lanes.contains(agreement) {
                lanes.push(agreement.clone());
            }
        }
    }
    let mut marks = Vec::new();
    for entry in entries {
        let (shape, label, ahead) = match &entry.entry {
            Entry::Event { kind, note, held } => {
                let round = round_named(note).filter(|_| *kind == EventKind::RoundHeld);
                (Shape::Event, round.unwrap_or_else(|| l.word("event", kind.code())), !held)
            }
            Entry::Meeting { name, state } => (Shape::Meeting, meeting_title(l, name), !state.is_held()),
            Entry::Milestone { title, .. } => (Shape::Milestone, title.clone(), entry.date.from() > today),
        };
        let places: Vec<usize> = match about.agreement {
            Some(_) => vec![lane_of(shape)],
            None => entry.agreements.iter().filter_map(|agreement| lanes.iter().position(|lane| lane == agreement)).collect(),
        };
        marks.extend(places.into_iter().map(|lane| Mark {
            lane,
            from: entry.date.from(),
            to: entry.date.to(),
            exact: matches!(entry.date.precision(), Precision::Day | Precision::Until),
            shape,
            ahead,
            label: label.clone(),
        }));
    }
    let lanes: Vec<String> = lanes.into_iter().map(|(_, name)| name).collect();
    let told = l.with(
        "timeline-drawn",
        &[("entries", l.count("timeline-entries", entries.len()).into()), ("lanes", lanes.join(", ").into())],
    );
    Chronology {
        title: title.to_owned(),
        told,
        from: span.from,
        to: span.to,
        ticks: ticks(l, span),
        today: (span.from <= today && today <= span.to).then(|| (today, l.t("timeline-today"))),
        lanes,
        marks,
    }
}

/// The lane of a kind of entry, of one agreement.
fn lane_of(shape: Shape) -> usize {
    match shape {
        Shape::Event => 0,
        Shape::Meeting => 1,
        Shape::Milestone => 2,
    }
}

/// What a note calls a round, such as "Round 7" of "Round 7; about 60 delegates"; none where that is no short name.
fn round_named(note: &str) -> Option<String> {
    let name = note.split([';', ',', '.']).next().unwrap_or_default().trim();
    let name = if name.ends_with(')') { name.rsplit_once(" (").map_or(name, |(name, _)| name) } else { name };
    (!name.is_empty() && name.chars().count() <= SHORT).then(|| name.to_owned())
}

/// The first days of years, or of months where the span is short, as many as can be read.
fn ticks(l: &Speaker, span: Period) -> Vec<(NaiveDate, String)> {
    let months = (span.to.year() - span.from.year()) * 12 + span.to.month() as i32 - span.from.month() as i32 + 1;
    let step = match months {
        ..=8 => 1,
        9..=26 => 3,
        _ => 12 * (1 + months / 180),
    };
    let first = if step >= 12 { NaiveDate::from_ymd_opt(span.from.year(), 1, 1) } else { span.from.with_day(1) };
    let days = std::iter::successors(first, |day| day.checked_add_months(Months::new(step.unsigned_abs())));
    days.take_while(|day| *day <= span.to)
        .filter(|day| *day >= span.from)
        .filter_map(|day| {
            let text = if step >= 12 { day.format("%Y").to_string() } else { day.format("%Y-%m").to_string() };
            PartialDate::parse("", &text).ok().map(|named| (day, l.partial_date(named)))
        })
        .collect()
}

fn table(l: &Speaker, about: &About, entries: &[Dated], today: NaiveDate) -> AnyView {
    let l = *l;
    let others = entries.iter().any(|entry| !about.others(entry).is_empty());
    view! {
        <table>
            <caption class="visually-hidden">{l.t("timeline")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("date")}</th>
                    <th scope="col">{l.t("what")}</th>
                    <th scope="col">{l.t("place")}</th>
                    {others.then(|| view! { <th scope="col">{if about.agreement.is_some() { l.t("also-tied-to") } else { l.t("agreements") }}</th> })}
                    <th scope="col">{l.t("source")}</th>
                </tr>
            </thead>
            <tbody>{entries.iter().map(|entry| row(&l, about, entry, others, today)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(l: &Speaker, about: &About, entry: &Dated, others: bool, today: NaiveDate) -> AnyView {
    let source =
        [&entry.publisher, &entry.source_title].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let what = match &entry.entry {
        Entry::Event { kind, note, held } => view! {
            {shape(Shape::Event, !held)} " " <strong>{l.word("event", kind.code())}</strong>
            {(!held).then(|| view! { " " <span class="illustrative">{l.t("planned")}</span> })}
            {illustrative(l, entry.illustrative)}
            {(!note.is_empty()).then(|| view! { <span class="q" dir="auto">{note.clone()}</span> })}
        }
        .into_any(),
        Entry::Meeting { name, state } => {
            let of = entry.agreements.first().map(|(slug, _)| slug.clone()).unwrap_or_default();
            view! {
                {shape(Shape::Meeting, !state.is_held())} " " <strong>{meeting_link(l, &of, name)}</strong>
                {illustrative(l, entry.illustrative)}
                <span class="q">{l.word("meeting-state", state.code())}</span>
            }
            .into_any()
        }
        Entry::Milestone { id, kind, title } => {
            let title = title.clone();
            let named = if about.edits {
                view! { <a href=format!("/milestones/{}", id.0) dir="auto">{title}</a> }.into_any()
            } else {
                view! { <span dir="auto">{title}</span> }.into_any()
            };
            view! {
                {shape(Shape::Milestone, entry.date.from() > today)} " " <strong>{named}</strong>
                {illustrative(l, entry.illustrative)}
                <span class="q">{l.word("milestone", kind.code())}</span>
            }
            .into_any()
        }
    };
    view! {
        <tr>
            <td class="day" data-l=l.t("date")>{l.partial_date(entry.date)}</td>
            <td class="wide">{what}</td>
            <td data-l=(!entry.place.is_empty()).then(|| l.t("place")) dir="auto">{entry.place.clone()}</td>
            {others.then(|| view! {
                <td class="wide">
                    {about
                        .others(entry)
                        .into_iter()
                        .map(|(slug, name)| view! { <div><a href=format!("/agreements/{slug}") dir="auto">{name}</a></div> })
                        .collect_view()}
                </td>
            })}
            <td class="wide">
                <span class="source"><cite dir="auto">{source}</cite></span>
                {(!entry.verified).then(|| view! { " " <span class="illustrative">{l.t("unverified")}</span> })}
            </td>
        </tr>
    }
    .into_any()
}
