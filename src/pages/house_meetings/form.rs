//! Planning such a meeting, and editing what is known of it and what came of it.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::meeting::{MeetingMode, MeetingState};
use accord_language::Speaker;
use accord_store::clock::HOME_ZONE;
use accord_store::commands::house_meetings::card::{self, HouseMeetingForm};
use accord_store::queries::bodies;
use accord_store::queries::house_meetings::single::{HouseMeeting, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::{PLACE, number_of, path, way_through};
use crate::components::form::{Filled, area, input, select, summary, tick};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::lists::{again, done, options_or_blank, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 14] = [
    "body",
    "title",
    "dates",
    "place",
    "zone",
    "clock",
    "mode",
    "note",
    "outcome",
    "publisher",
    "source_title",
    "verified",
    "illustrative",
    "reason",
];

/// Of which body a meeting is planned; blank for a conference of missions.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub body: String,
}

fn form_of(fields: &Fields) -> HouseMeetingForm {
    HouseMeetingForm {
        title: fields.get("title"),
        mode: fields.get("mode"),
        place: fields.get("place"),
        zone: fields.get("zone"),
        dates: fields.get("dates"),
        clock: fields.get("clock"),
        note: fields.get("note"),
        outcome: fields.get("outcome"),
        publisher: fields.get("publisher"),
        source_title: fields.get("source_title"),
        verified: fields.has("verified"),
        reason: fields.get("reason"),
        illustrative: fields.get("illustrative") == "yes",
    }
}

fn filled_of(m: &HouseMeeting) -> Filled {
    Filled::of([
        ("title", m.title.clone()),
        ("mode", m.mode.map(MeetingMode::code).unwrap_or_default().to_owned()),
        ("place", m.place.clone()),
        ("zone", m.zone.name().to_owned()),
        ("dates", m.dates.map(|dates| dates.to_text()).unwrap_or_default()),
        ("clock", m.clock.map(|clock| clock.format("%H:%M").to_string()).unwrap_or_default()),
        ("note", m.note.clone()),
        ("outcome", m.outcome.clone()),
        ("publisher", m.publisher.clone()),
        ("source_title", m.source_title.clone()),
        ("verified", if m.verified { "yes".into() } else { String::new() }),
    ])
}

/// What the form is about.
enum About<'m> {
    /// A new meeting of a body, its address and name, or a new conference of missions.
    New(Option<(String, String)>),
    /// A meeting that stands, and the version that is edited.
    Standing(&'m HouseMeeting, i64),
}

fn compared(l: &Speaker) -> [(&'static str, String); 10] {
    [
        ("title", l.t("title")),
        ("dates", l.t("dates")),
        ("place", l.t("place")),
        ("zone", l.t("venue-zone")),
        ("clock", l.t("clock")),
        ("mode", l.t("meeting-mode")),
        ("note", l.t("agenda")),
        ("outcome", l.t("outcome")),
        ("publisher", l.t("source")),
        ("source_title", l.t("source-title")),
    ]
}

fn document(reader: &Reader, about: &About<'_>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let (title, links, action) = match about {
        About::New(None) => (l.t("plan-conference"), vec![("/programme".to_owned(), l.t("programme"))], "/meetings/new".to_owned()),
        About::New(Some((address, name))) => {
            let links = vec![("/bodies".to_owned(), l.t("standing-bodies")), (format!("/bodies/{address}"), name.clone())];
            (l.t("plan-body-meeting"), links, "/meetings/new".to_owned())
        }
        About::Standing(m, _) => (l.t("edit-meeting"), way_through(&l, m), format!("{}/edit", path(m.number))),
    };
    let standing = match about {
        About::Standing(m, version) => Some((*m, *version)),
        About::New(_) => None,
    };
    let modes = options_or_blank(&l, "not-stated", "mode", MeetingMode::ALL.iter().map(|mode| mode.code()));
    page(&reader.visitor, Screen::plain(title.clone(), PLACE), || {
        let of_body = match about {
            About::New(Some((address, _))) => Some(address.clone()),
            _ => None,
        };
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1>{title}</h1>
            {standing.is_none().then(|| view! { <p class="lede">{l.t("plan-house-meeting-lede")}</p> })}
            {conflict.map(|stands| both_edits(reader, stands, filled, &compared(&l)))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {standing.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {of_body.map(|address| view! { <input type="hidden" name="body" value=address /> })}
                {input(filled, "title", l.t("title"), l.t("title-hint"), "text", "off")}
                {input(filled, "dates", l.t("dates"), l.t("dates-hint"), "text", "off")}
                {input(filled, "place", l.t("place"), l.t("place-hint"), "text", "off")}
                {input(filled, "zone", l.t("venue-zone"), l.t("venue-zone-hint"), "text", "off")}
                {input(filled, "clock", l.t("clock"), l.t("clock-hint"), "text", "off")}
                {select(filled, "mode", l.t("meeting-mode"), String::new(), modes)}
                {area(filled, "note", l.t("agenda"), l.t("house-agenda-hint"))}
                {standing.filter(|(m, _)| m.state.is_held()).map(|_| area(filled, "outcome", l.t("outcome"), l.t("house-outcome-hint")))}
                <fieldset>
                    <legend>{l.t("meeting-source")}</legend>
                    {input(filled, "publisher", l.t("source"), l.t("publisher-hint"), "text", "off")}
                    {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
                    {tick(filled, "verified", "yes", l.t("source-verified"))}
                </fieldset>
                {standing.is_none().then(|| tick(filled, "illustrative", "yes", l.t("figure-illustrative")))}
                {standing.map(|(m, _)| {
                    let hint = if m.state == MeetingState::Closed { l.t("reason-after-closing") } else { l.t("reason-optional") };
                    area(filled, "reason", l.t("reason"), hint)
                })}
                <p class="actions"><button>{if standing.is_some() { l.t("save") } else { l.t("plan-meeting") }}</button></p>
            </form>
        }
    })
}

fn keeper(reader: &Reader) -> Result<(), Failure> {
    if reader.actor().holds(HouseRight::EditProgramme) { Ok(()) } else { Err(Failure(AppError::NotFound)) }
}

/// What is planned: a meeting of a body that stands, or a conference.
async fn planned(reader: &Reader, body: &str) -> Result<About<'static>, Failure> {
    keeper(reader)?;
    if body.is_empty() {
        return Ok(About::New(None));
    }
    let body = bodies::load(reader.db(), reader.actor(), body, reader.speaker().today()).await?;
    if body.ended_on.is_some() { Err(Failure(AppError::NotFound)) } else { Ok(About::New(Some((body.address, body.name)))) }
}

/// The empty form.
pub async fn new(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let about = planned(&reader, &asked.body).await?;
    let filled = Filled::of([("mode", MeetingMode::InPerson.code().to_owned()), ("zone", HOME_ZONE.name().to_owned())]);
    Ok(document(&reader, &about, &filled, None).into_response())
}

/// Plans the meeting.
pub async fn plan(reader: Reader, fields: Fields) -> Answer {
    match card::plan(reader.db(), reader.command(), fields.get("body"), form_of(&fields)).await {
        Ok(number) => Ok(done(&path(number), "meeting")),
        Err(error) => {
            let about = planned(&reader, &fields.get("body")).await?;
            again(error, |error| document(&reader, &about, &refuse(reader.speaker(), typed(&fields, &NAMES), error, "title"), None))
        }
    }
}

async fn editable(reader: &Reader, number: &str) -> Result<HouseMeeting, Failure> {
    keeper(reader)?;
    let found = load(reader.db(), reader.actor(), number_of(number)?).await?;
    if found.meeting.state == MeetingState::CalledOff { Err(Failure(AppError::NotFound)) } else { Ok(found.meeting) }
}

/// The form of a meeting that stands.
pub async fn edit(reader: Reader, Path(number): Path<String>) -> Answer {
    let m = editable(&reader, &number).await?;
    Ok(document(&reader, &About::Standing(&m, m.version), &filled_of(&m), None).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let form = form_of(&fields);
    match card::edit(reader.db(), reader.command(), number_of(&number)?, fields.version(), form).await {
        Ok(()) => Ok(done(&path(number_of(&number)?), "card")),
        Err(error) => {
            let m = editable(&reader, &number).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&m));
                let version = if stands.is_some() { m.version } else { fields.version() };
                document(&reader, &About::Standing(&m, version), &filled, stands.as_ref())
            })
        }
    }
}
