//! Who is asked to such a meeting: asked, their answers kept, taken off the list.

use accord_domain::AppError;
use accord_domain::house_meeting::Attendance;
use accord_domain::ids::AttendeeId;
use accord_domain::meeting::MeetingState;
use accord_language::{Speaker, places};
use accord_store::commands::house_meetings::attendees::{AttendeeForm, Said, answer, ask, strike};
use accord_store::queries::house_meetings::single::{Attendee, HouseMeetingView, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{PLACE, number_of, path, way_through};
use crate::components::form::{Filled, area, group, input, select, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, refuse, typed};
use crate::pages::meetings::meeting_title;
use crate::pages::words::{illustrative, saved};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 5] = ["attendee_name", "office", "attendee_country", "struck", "strike_reason"];

/// What the control of an answer is called: this, and the person's identifier.
const SAID: &str = "said-";

/// What the answer that stood when the form was made is called, in the same way.
const WAS: &str = "was-";

/// The answers that were sent: what each stood at, and what was chosen.
fn said(fields: &Fields) -> Vec<Said> {
    let read = |(name, now): &(String, String)| {
        let id = name.strip_prefix(SAID)?;
        Some(Said { attendee: AttendeeId(id.parse().ok()?), was: fields.get(&format!("{WAS}{id}")), now: now.clone() })
    };
    fields.pairs().iter().filter_map(read).collect()
}

/// What the page shows again of what was sent: the answers chosen, and whether some of them contradict what stands by now.
#[derive(Default)]
struct Sent {
    filled: Filled,
    said: Vec<Said>,
    conflict: bool,
}

impl Sent {
    /// The answer chosen for somebody, if it was news.
    fn chosen(&self, one: &Attendee) -> Option<&Said> {
        self.said.iter().find(|said| said.attendee == one.id && said.is_news())
    }
}

/// A meeting of whose people the reader says whether they come.
async fn answering(reader: &Reader, number: &str) -> Result<HouseMeetingView, Failure> {
    let found = load(reader.db(), reader.actor(), number_of(number)?).await?;
    let keeps = found.seen.keeps() && found.meeting.state != MeetingState::CalledOff;
    let answers = found.attendees.iter().any(|one| found.answers_for(one));
    if keeps || answers { Ok(found) } else { Err(Failure(AppError::NotFound)) }
}

/// The screen.
pub async fn show(reader: Reader, Path(number): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = answering(&reader, &number).await?;
    Ok(document(&reader, &found, &Sent::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, found: &HouseMeetingView, sent: &Sent, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let m = &found.meeting;
    let own = format!("{}/attendees", path(m.number));
    let title = if found.seen.keeps() { l.t("attendees") } else { l.t("answer-invitation") };
    let filled = &sent.filled;
    page(&reader.visitor, Screen::plain(format!("{title} – {}", meeting_title(&l, &m.name())), PLACE), || {
        view! {
            {crumbs(l.t("breadcrumb"), way_through(&l, m), title.clone())}
            <h1>{title.clone()}</h1>
            {saved(&l, told)}
            {sent.conflict.then(|| contradicted(reader, found, sent))}
            {summary(filled, l.t("problem"))}
            {answers(&l, found, sent, &own)}
            {found.seen.keeps().then(|| view! {
                <h2>{l.t("ask-attendee")}</h2>
                <form method="post" action=own.clone()>
                    {input(filled, "attendee_name", l.t("name"), l.t("attendee-name-hint"), "text", "off")}
                    {input(filled, "office", l.t("office"), l.t("office-hint"), "text", "off")}
                    {input(filled, "attendee_country", l.t("country"), l.t("attendee-country-hint"), "text", "off")}
                    <p class="actions"><button>{l.t("ask-attendee")}</button></p>
                </form>
                {striking(&l, found, filled, &own)}
            })}
            <p class="actions"><a class="button" href=path(m.number)>{l.t("back-to-meeting")}</a></p>
        }
    })
}

/// Those of whom somebody else has said otherwise: what stands, and what was chosen.
fn contradicted(reader: &Reader, found: &HouseMeetingView, sent: &Sent) -> AnyView {
    let l = *reader.speaker();
    let (mut names, mut stands, mut chosen) = (Vec::new(), Vec::new(), Vec::new());
    for one in &found.attendees {
        let Some(said) = sent.chosen(one).filter(|said| said.contradicts(one.attendance.code())) else { continue };
        let id = one.id.0.to_string();
        stands.push((id.clone(), l.word("attendance", one.attendance.code())));
        chosen.push((id.clone(), l.word("attendance", &said.now)));
        names.push((id, one.name.clone()));
    }
    let names: Vec<(&str, String)> = names.iter().map(|(id, name)| (id.as_str(), name.clone())).collect();
    both_edits(reader, &Filled::refused(stands, Vec::new()), &Filled::refused(chosen, Vec::new()), &names)
}

/// Everybody asked with what they answered, kept together.
fn answers(l: &Speaker, found: &HouseMeetingView, sent: &Sent, own: &str) -> AnyView {
    if found.attendees.is_empty() {
        return view! { <p class="empty">{l.t("no-attendees")}</p> }.into_any();
    }
    let l = *l;
    let controls = view! {
        <table class="attendees">
            <thead>
                <tr><th scope="col">{l.t("name")}</th><th scope="col">{l.t("country")}</th><th scope="col">{l.t("attendance")}</th></tr>
            </thead>
            <tbody>
                {found.attendees.iter().filter(|one| found.answers_for(one)).map(|one| row(&l, found, one, sent)).collect_view()}
            </tbody>
        </table>
        <p class="actions"><button>{l.t("save")}</button></p>
    };
    view! {
        <form method="post" action=format!("{own}/answers")>{group(&sent.filled, "attendance".into(), l.t("who-comes"), controls.into_any())}</form>
    }
    .into_any()
}

fn row(l: &Speaker, found: &HouseMeetingView, one: &Attendee, sent: &Sent) -> AnyView {
    let l = *l;
    let stands = one.attendance.code();
    let chosen = sent.chosen(one);
    let now = chosen.map_or(stands, |said| said.now.as_str()).to_owned();
    // Who was shown what stands by now chooses in its stead; who was not has still chosen in place of what was seen.
    let was = chosen.filter(|_| !sent.conflict).map_or(stands, |said| said.was.as_str()).to_owned();
    let state = found.meeting.state;
    let says = |of: Attendance| if found.seen.keeps() { of.said_in(state) } else { of.answers_in(state) };
    let offered = Attendance::ALL.iter().filter(|of| says(**of) || **of == one.attendance || of.code() == now);
    let country = if one.country.is_empty() { l.t("at-home") } else { l.party(&one.country, &one.country) };
    view! {
        <tr>
            <td class="wide">
                <span dir="auto">{one.name.clone()}</span> " " {illustrative(&l, one.illustrative)}
                <span class="q" dir="auto">{one.office.clone()}</span>
            </td>
            <td data-l=l.t("country")>{country}</td>
            <td data-l=l.t("attendance")>
                <input type="hidden" name=format!("{WAS}{}", one.id.0) value=was />
                <select name=format!("{SAID}{}", one.id.0) aria-label=l.with("attendance-of", &[("name", one.name.clone().into())])>
                    {offered
                        .map(|of| view! { <option value=of.code() selected=of.code() == now>{l.word("attendance", of.code())}</option> })
                        .collect_view()}
                </select>
            </td>
        </tr>
    }
    .into_any()
}

fn striking(l: &Speaker, found: &HouseMeetingView, filled: &Filled, own: &str) -> AnyView {
    if found.attendees.is_empty() {
        return ().into_any();
    }
    let l = *l;
    let mut choice = vec![(String::new(), l.t("choose-one"))];
    choice.extend(found.attendees.iter().map(|one| (one.id.0.to_string(), one.name.clone())));
    view! {
        <details open=filled.error("struck").is_some() || filled.error("strike_reason").is_some()>
            <summary>{l.t("strike-attendee")}</summary>
            <form method="post" action=format!("{own}/strike")>
                {select(filled, "struck", l.t("name"), String::new(), choice)}
                {area(filled, "strike_reason", l.t("reason"), String::new())}
                <p class="actions"><button class="danger">{l.t("strike-attendee")}</button></p>
            </form>
        </details>
    }
    .into_any()
}

async fn answered(reader: Reader, number: &str, fields: Fields, outcome: Result<(), AppError>, fallback: &str) -> Answer {
    let Err(error) = outcome else { return Ok(done(&format!("{}/attendees", path(number_of(number)?)), "attendees")) };
    let found = answering(&reader, number).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, fallback);
        let conflict = matches!(error, AppError::Conflict { .. });
        document(&reader, &found, &Sent { filled, said: said(&fields), conflict }, None)
    })
}

/// Asks somebody.
pub async fn add(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let typed = fields.get("attendee_country");
    let country = places::code_of(&typed).map_or(typed, str::to_owned);
    let form = AttendeeForm { name: fields.get("attendee_name"), office: fields.get("office"), country, illustrative: false };
    let outcome = ask(reader.db(), reader.command(), number_of(&number)?, form).await.map(|_| ());
    answered(reader, &number, fields, outcome, "attendee_name").await
}

/// Keeps what was answered.
pub async fn say(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let outcome = answer(reader.db(), reader.command(), number_of(&number)?, said(&fields)).await;
    answered(reader, &number, fields, outcome, "attendance").await
}

/// Takes somebody off the list.
pub async fn remove(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let outcome = match fields.get("struck").parse() {
        Ok(id) => strike(reader.db(), reader.command(), number_of(&number)?, AttendeeId(id), fields.get("strike_reason")).await,
        Err(_) => Err(AppError::field("struck", "required")),
    };
    answered(reader, &number, fields, outcome, "struck").await
}
