//! Planning a meeting, and editing what is known of it.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use accord_language::Speaker;
use accord_store::clock::HOME_ZONE;
use accord_store::commands::meetings::{self, At, MeetingForm};
use accord_store::queries::agreement::{AgreementView, load as load_agreement};
use accord_store::queries::meeting::{MeetingView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, options_or_blank, refuse, typed};
use super::meeting::{Address, way};
use super::meetings::{meeting_path, meeting_title};
use crate::components::form::{Filled, area, input, select, summary, tick};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 21] = [
    "kind",
    "address",
    "number",
    "title",
    "mode",
    "host_party",
    "place",
    "zone",
    "dates",
    "clock",
    "note",
    "publisher",
    "source_title",
    "verified",
    "our_head",
    "their_head",
    "our_count",
    "their_count",
    "our_delegates",
    "their_delegates",
    "reason",
];

fn form_of(fields: &Fields) -> MeetingForm {
    MeetingForm {
        kind: fields.get("kind"),
        address: fields.get("address"),
        number: fields.get("number"),
        title: fields.get("title"),
        mode: fields.get("mode"),
        host_party: fields.get("host_party"),
        place: fields.get("place"),
        zone: fields.get("zone"),
        dates: fields.get("dates"),
        clock: fields.get("clock"),
        note: fields.get("note"),
        publisher: fields.get("publisher"),
        source_title: fields.get("source_title"),
        verified: fields.has("verified"),
        our_head: fields.get("our_head"),
        their_head: fields.get("their_head"),
        our_count: fields.get("our_count"),
        their_count: fields.get("their_count"),
        our_delegates: fields.get("our_delegates"),
        their_delegates: fields.get("their_delegates"),
        reason: fields.get("reason"),
        illustrative: false,
    }
}

fn filled_of(m: &MeetingView) -> Filled {
    let count = |count: Option<i16>| count.map(|count| count.to_string()).unwrap_or_default();
    let heads = m.delegations.as_ref();
    let known = m.confidences.as_ref();
    Filled::of([
        ("number", count(m.name.number)),
        ("title", m.name.title.clone()),
        ("mode", m.mode.map(MeetingMode::code).unwrap_or_default().to_owned()),
        ("host_party", m.host.clone().map(|(code, _)| code).unwrap_or_default()),
        ("place", m.place.clone()),
        ("zone", m.zone.name().to_owned()),
        ("dates", m.dates.map(|dates| dates.to_text()).unwrap_or_default()),
        ("clock", m.clock.map(|clock| clock.format("%H:%M").to_string()).unwrap_or_default()),
        ("note", m.note.clone()),
        ("publisher", m.publisher.clone()),
        ("source_title", m.source_title.clone()),
        ("verified", if m.verified { "yes".into() } else { String::new() }),
        ("our_head", heads.map(|heads| heads.our_head.clone()).unwrap_or_default()),
        ("their_head", heads.map(|heads| heads.their_head.clone()).unwrap_or_default()),
        ("our_count", count(heads.and_then(|heads| heads.our_count))),
        ("their_count", count(heads.and_then(|heads| heads.their_count))),
        ("our_delegates", known.map(|known| known.our_delegates.clone()).unwrap_or_default()),
        ("their_delegates", known.map(|known| known.their_delegates.clone()).unwrap_or_default()),
    ])
}

struct Form<'a> {
    agreement: (&'a str, &'a str),
    /// Codes and names of the parties.
    parties: &'a [(String, String)],
    /// The meeting being edited and its version; none when one is being planned.
    meeting: Option<(&'a MeetingView, i64)>,
    filled: &'a Filled,
    conflict: Option<&'a Filled>,
}

fn compared(l: &Speaker) -> [(&'static str, String); 17] {
    [
        ("number", l.t("number")),
        ("title", l.t("title")),
        ("dates", l.t("dates")),
        ("clock", l.t("clock")),
        ("place", l.t("place")),
        ("zone", l.t("venue-zone")),
        ("mode", l.t("meeting-mode")),
        ("host_party", l.t("host")),
        ("our_head", l.t("our-head")),
        ("their_head", l.t("their-head")),
        ("our_count", l.t("our-count")),
        ("their_count", l.t("their-count")),
        ("our_delegates", l.t("our-delegates")),
        ("their_delegates", l.t("their-delegates")),
        ("note", l.t("note")),
        ("publisher", l.t("source")),
        ("source_title", l.t("source-title")),
    ]
}

fn document(reader: &Reader, form: Form<'_>) -> Html<String> {
    let l = *reader.speaker();
    let filled = form.filled;
    let (slug, name) = form.agreement;
    let title = if form.meeting.is_some() { l.t("edit-meeting") } else { l.t("plan-meeting") };
    let mut links = vec![("/".to_owned(), l.t("portfolio")), (format!("/agreements/{slug}"), name.to_owned())];
    let mut action = format!("/agreements/{slug}/meetings/new");
    if let Some((m, _)) = form.meeting {
        links = way(&l, m);
        links.push((meeting_path(slug, &m.name.address), meeting_title(&l, &m.name)));
        action = format!("{}/edit", meeting_path(slug, &m.name.address));
    }
    let numbered = form.meeting.is_none_or(|(m, _)| m.name.kind.is_numbered());
    let closed = form.meeting.is_some_and(|(m, _)| m.state == MeetingState::Closed);
    let mut hosts = vec![(String::new(), l.t("not-stated"))];
    hosts.extend(form.parties.iter().map(|(code, name)| (code.clone(), l.party(code, name))));
    let kinds = options(&l, "meeting-kind", MeetingKind::OF_AGREEMENTS.iter().map(|kind| kind.code()));
    let modes = options_or_blank(&l, "not-stated", "mode", MeetingMode::ALL.iter().map(|mode| mode.code()));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1>{title}</h1>
            {form.meeting.is_none().then(|| view! { <p class="lede">{l.t("plan-lede")}</p> })}
            {form.conflict.map(|stands| both_edits(reader, stands, filled, &compared(&l)))}
            {form.conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {form.meeting.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {form.meeting.is_none().then(|| select(filled, "kind", l.t("kind"), String::new(), kinds))}
                {numbered.then(|| input(filled, "number", l.t("number"), l.t("round-number-hint"), "text", "off"))}
                {input(filled, "title", l.t("title"), l.t("title-hint"), "text", "off")}
                {form.meeting.is_none().then(|| input(filled, "address", l.t("address"), l.t("meeting-address-hint"), "text", "off"))}
                {input(filled, "dates", l.t("dates"), l.t("dates-hint"), "text", "off")}
                {input(filled, "place", l.t("place"), l.t("place-hint"), "text", "off")}
                {input(filled, "zone", l.t("venue-zone"), l.t("venue-zone-hint"), "text", "off")}
                {input(filled, "clock", l.t("clock"), l.t("clock-hint"), "text", "off")}
                {select(filled, "mode", l.t("meeting-mode"), String::new(), modes)}
                {select(filled, "host_party", l.t("host"), String::new(), hosts)}
                <fieldset>
                    <legend>{l.t("our-delegation")}</legend>
                    {input(filled, "our_head", l.t("our-head"), String::new(), "text", "off")}
                    {input(filled, "our_count", l.t("our-count"), String::new(), "text", "off")}
                    {area(filled, "our_delegates", l.t("our-delegates"), l.t("delegates-hint"))}
                </fieldset>
                <fieldset>
                    <legend>{l.t("their-delegation")}</legend>
                    {input(filled, "their_head", l.t("their-head"), String::new(), "text", "off")}
                    {input(filled, "their_count", l.t("their-count"), String::new(), "text", "off")}
                    {area(filled, "their_delegates", l.t("their-delegates"), l.t("delegates-hint"))}
                </fieldset>
                {area(filled, "note", l.t("note"), l.t("meeting-note-hint"))}
                <fieldset>
                    <legend>{l.t("meeting-source")}</legend>
                    {input(filled, "publisher", l.t("source"), l.t("publisher-hint"), "text", "off")}
                    {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
                    {tick(filled, "verified", "yes", l.t("source-verified"))}
                </fieldset>
                {form.meeting.is_some().then(|| {
                    let hint = if closed { l.t("reason-after-closing") } else { l.t("reason-optional") };
                    area(filled, "reason", l.t("reason"), hint)
                })}
                <p class="actions"><button>{if form.meeting.is_some() { l.t("save") } else { l.t("plan-meeting") }}</button></p>
            </form>
        }
    })
}

async fn planning(reader: &Reader, slug: &str) -> Result<AgreementView, Failure> {
    let a = load_agreement(reader.db(), reader.actor(), slug).await?;
    if a.may(Act::HoldMeetings) { Ok(a) } else { Err(Failure(AppError::NotFound)) }
}

async fn editable(reader: &Reader, slug: &str, address: &str) -> Result<MeetingView, Failure> {
    let m = load(reader.db(), reader.actor(), slug, address).await?;
    if m.may(Act::HoldMeetings) && m.state != MeetingState::CalledOff { Ok(m) } else { Err(Failure(AppError::NotFound)) }
}

fn parties_of(a: &AgreementView) -> Vec<(String, String)> {
    a.parties.iter().map(|party| (party.code.clone(), party.name.clone())).collect()
}

/// The empty form: the next round.
pub async fn new(reader: Reader, Path(slug): Path<String>) -> Answer {
    let a = planning(&reader, &slug).await?;
    let next = a.meetings.iter().filter_map(|line| line.name.number).max().unwrap_or_default() + 1;
    let filled = Filled::of([
        ("kind", MeetingKind::Round.code().to_owned()),
        ("number", next.to_string()),
        ("mode", MeetingMode::InPerson.code().to_owned()),
        ("zone", HOME_ZONE.name().to_owned()),
    ]);
    let parties = parties_of(&a);
    let form = Form { agreement: (&slug, &a.name), parties: &parties, meeting: None, filled: &filled, conflict: None };
    Ok(document(&reader, form).into_response())
}

/// Plans the meeting.
pub async fn plan(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match meetings::plan(reader.db(), reader.command(), slug.clone(), form_of(&fields)).await {
        Ok(address) => Ok(done(&meeting_path(&slug, &address), "meeting")),
        Err(error) => {
            let a = planning(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "kind");
                let parties = parties_of(&a);
                let form = Form { agreement: (&slug, &a.name), parties: &parties, meeting: None, filled: &filled, conflict: None };
                document(&reader, form)
            })
        }
    }
}

/// The form of a meeting that stands.
pub async fn edit(reader: Reader, Path((slug, address)): Address) -> Answer {
    let m = editable(&reader, &slug, &address).await?;
    let filled = filled_of(&m);
    let agreement = (slug.as_str(), m.agreement_name.as_str());
    let form = Form { agreement, parties: &m.parties, meeting: Some((&m, m.version)), filled: &filled, conflict: None };
    Ok(document(&reader, form).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let at = At { slug: slug.clone(), address: address.clone(), version: fields.version() };
    match meetings::edit(reader.db(), reader.command(), at, form_of(&fields)).await {
        Ok(()) => Ok(done(&meeting_path(&slug, &address), "card")),
        Err(error) => {
            let m = editable(&reader, &slug, &address).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&m));
                let version = if stands.is_some() { m.version } else { fields.version() };
                let agreement = (slug.as_str(), m.agreement_name.as_str());
                let meeting = Some((&m, version));
                document(&reader, Form { agreement, parties: &m.parties, meeting, filled: &filled, conflict: stands.as_ref() })
            })
        }
    }
}
