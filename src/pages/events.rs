//! Entering, correcting and withdrawing a lifecycle event.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::ids::EventId;
use accord_domain::lifecycle::Standing;
use accord_store::commands::events::{self, ClaimForm, EventForm};
use accord_store::queries::agreement::{AgreementView, EventLine, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use uuid::Uuid;

use super::agreement::event_kinds;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, refuse, typed};
use crate::components::form::{Filled, area, input, select, summary, tick};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 11] = [
    "event_kind",
    "held",
    "note",
    "date",
    "place",
    "publisher",
    "source_title",
    "other_date",
    "other_place",
    "other_publisher",
    "reason",
];

fn form_of(fields: &Fields) -> EventForm {
    let mut claims = vec![ClaimForm {
        date: fields.get("date"),
        place: fields.get("place"),
        publisher: fields.get("publisher"),
        title: fields.get("source_title"),
        verified: true,
    }];
    let other = ClaimForm {
        date: fields.get("other_date"),
        place: fields.get("other_place"),
        publisher: fields.get("other_publisher"),
        title: String::new(),
        verified: true,
    };
    if [&other.date, &other.place, &other.publisher].iter().any(|text| !text.trim().is_empty()) {
        claims.push(other);
    }
    EventForm {
        kind: fields.get("event_kind"),
        note: fields.get("note"),
        held: fields.get("held") == "yes",
        illustrative: false,
        claims,
    }
}

fn filled_of(event: &EventLine) -> Filled {
    let claim = event.claims.first();
    let other = event.claims.get(1);
    Filled::of([
        ("event_kind", event.kind.code().to_owned()),
        ("held", if event.held { "yes".into() } else { String::new() }),
        ("note", event.note.clone()),
        ("date", claim.map(|claim| claim.date.to_text()).unwrap_or_default()),
        ("place", claim.map(|claim| claim.place.clone()).unwrap_or_default()),
        ("publisher", claim.map(|claim| claim.publisher.clone()).unwrap_or_default()),
        ("source_title", claim.map(|claim| claim.title.clone()).unwrap_or_default()),
        ("other_date", other.map(|claim| claim.date.to_text()).unwrap_or_default()),
        ("other_place", other.map(|claim| claim.place.clone()).unwrap_or_default()),
        ("other_publisher", other.map(|claim| claim.publisher.clone()).unwrap_or_default()),
    ])
}

fn document(reader: &Reader, a: &AgreementView, event: Option<EventId>, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let title = if event.is_some() { l.t("correct-an-event") } else { l.t("record-event") };
    let base = format!("/agreements/{}/events", a.slug);
    let action = event.map_or_else(|| base.clone(), |event| format!("{base}/{}", event.0));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio")), (format!("/agreements/{}", a.slug), a.name.clone())], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("event-lede")}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" action=action>
                {select(filled, "event_kind", l.t("what-happened"), String::new(), event_kinds(&l))}
                {tick(filled, "held", "yes", l.t("it-happened"))}
                {input(filled, "date", l.t("date"), l.t("date-hint"), "text", "off")}
                {input(filled, "place", l.t("place"), String::new(), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("publisher-hint"), "text", "off")}
                {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
                {input(filled, "note", l.t("note"), String::new(), "text", "off")}
                <fieldset>
                    <legend>{l.t("other-source")}</legend>
                    {input(filled, "other_date", l.t("date"), String::new(), "text", "off")}
                    {input(filled, "other_place", l.t("place"), String::new(), "text", "off")}
                    {input(filled, "other_publisher", l.t("source"), String::new(), "text", "off")}
                </fieldset>
                {event.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-for-correction")))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
            {event.map(|event| view! {
                <details open=filled.error("withdraw_reason").is_some()>
                    <summary>{l.t("withdraw-event")}</summary>
                    <form method="post" action=format!("{base}/{}/withdraw", event.0)>
                        {area(filled, "withdraw_reason", l.t("reason"), l.t("withdraw-hint"))}
                        <p class="actions"><button class="danger">{l.t("withdraw-event")}</button></p>
                    </form>
                </details>
            })}
        }
    })
}

async fn editable(reader: &Reader, slug: &str) -> Result<AgreementView, Failure> {
    let a = load(reader.db(), reader.actor(), slug).await?;
    if a.may(Act::RecordEvents) { Ok(a) } else { Err(Failure(AppError::NotFound)) }
}

/// The empty form.
pub async fn new(reader: Reader, Path(slug): Path<String>) -> Answer {
    let a = editable(&reader, &slug).await?;
    let filled = Filled::of([("held", "yes".into()), ("event_kind", "round-held".into())]);
    Ok(document(&reader, &a, None, &filled).into_response())
}

/// Enters the event.
pub async fn record(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match events::record(reader.db(), reader.command(), slug.clone(), form_of(&fields)).await {
        Ok(_) => Ok(done(&format!("/agreements/{slug}"), "event")),
        Err(error) => refused(&reader, &slug, None, &fields, error).await,
    }
}

async fn refused(reader: &Reader, slug: &str, event: Option<EventId>, fields: &Fields, error: AppError) -> Answer {
    let a = editable(reader, slug).await?;
    if event.is_some_and(|id| a.events.iter().all(|event| event.id != id)) {
        return Err(Failure(AppError::NotFound));
    }
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(fields, &NAMES), error, "date").told_at("event", "event_kind");
        document(reader, &a, event, &filled)
    })
}

fn event_id(raw: &str) -> Result<EventId, Failure> {
    raw.parse::<Uuid>().map(EventId).map_err(|_| Failure(AppError::NotFound))
}

/// The form of an event that stands.
pub async fn edit(reader: Reader, Path((slug, id)): Path<(String, String)>) -> Answer {
    let id = event_id(&id)?;
    let a = editable(&reader, &slug).await?;
    let event = a.events.iter().find(|event| event.id == id && event.standing == Standing::Stands).ok_or(AppError::NotFound)?;
    let filled = filled_of(event);
    Ok(document(&reader, &a, Some(id), &filled).into_response())
}

/// Corrects the event.
pub async fn correct(reader: Reader, Path((slug, id)): Path<(String, String)>, fields: Fields) -> Answer {
    let id = event_id(&id)?;
    let outcome = events::correct(reader.db(), reader.command(), slug.clone(), id, form_of(&fields), fields.get("reason")).await;
    match outcome {
        Ok(_) => Ok(done(&format!("/agreements/{slug}"), "event")),
        Err(error) => refused(&reader, &slug, Some(id), &fields, error).await,
    }
}

/// Withdraws the event.
pub async fn withdraw(reader: Reader, Path((slug, id)): Path<(String, String)>, fields: Fields) -> Answer {
    let id = event_id(&id)?;
    match events::withdraw(reader.db(), reader.command(), slug.clone(), id, fields.get("withdraw_reason")).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "event")),
        Err(error) => {
            let a = editable(&reader, &slug).await?;
            let event = a.events.iter().find(|event| event.id == id).ok_or(AppError::NotFound)?;
            let mut values = filled_of(event).values().to_vec();
            values.extend(typed(&fields, &["withdraw_reason"]));
            again(error, |error| {
                let filled = refuse(reader.speaker(), values, error, "reason");
                let filled = filled.told_at("reason", "withdraw_reason").told_at("event", "withdraw_reason");
                document(&reader, &a, Some(id), &filled)
            })
        }
    }
}
