//! A line of an action plan: put in it, and how it goes on with it. A mission says so of the lines of its own country.

use accord_domain::AppError;
use accord_domain::action_point::ActionState;
use accord_domain::meeting::MeetingState;
use accord_language::Speaker;
use accord_store::commands::house_meetings::plan::{self, LineForm};
use accord_store::queries::house_changes::HouseChange;
use accord_store::queries::house_meetings::plan::{PlanLine, PlanLineView, load as load_line};
use accord_store::queries::house_meetings::single::{HouseMeetingView, load};
use accord_store::queries::programme::{Sector, load as programme};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{PLACE, line_path, number_of, path, way_through};
use crate::components::form::{Filled, area, input, select, summary};
use crate::pages::action_points::due_on;
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::history::house_history;
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::words::{illustrative, saved};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 8] = ["country", "sector", "title", "owner", "due", "state", "progress", "reason"];

fn form_of(fields: &Fields) -> LineForm {
    LineForm {
        country: fields.get("country"),
        sector: fields.get("sector"),
        title: fields.get("title"),
        owner: fields.get("owner"),
        due: fields.get("due"),
        state: fields.get("state"),
        progress: fields.get("progress"),
        reason: fields.get("reason"),
        illustrative: false,
    }
}

fn sectors_of(l: &Speaker, sectors: &[Sector], standing: Option<&PlanLine>) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), l.t("no-one-sector"))];
    all.extend(sectors.iter().map(|sector| (sector.address.clone(), sector.name.clone())));
    // One that was retired since stays what it is.
    if let Some(line) = standing.filter(|line| !all.iter().any(|(address, _)| *address == line.sector.0)) {
        all.push(line.sector.clone());
    }
    all
}

async fn putting(reader: &Reader, number: &str) -> Result<(HouseMeetingView, Vec<Sector>), Failure> {
    let found = load(reader.db(), reader.actor(), number_of(number)?).await?;
    if !found.seen.keeps() || found.meeting.state == MeetingState::CalledOff {
        return Err(Failure(AppError::NotFound));
    }
    Ok((found, programme(reader.db(), reader.actor()).await?.sectors))
}

fn new_document(reader: &Reader, found: &HouseMeetingView, sectors: &[Sector], filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let m = &found.meeting;
    let title = l.t("add-plan-line");
    let mut countries: Vec<(String, String)> = found.countries.iter().map(|code| (code.clone(), l.party(code, code))).collect();
    countries.sort_by(|(_, a), (_, b)| a.cmp(b));
    countries.insert(0, (String::new(), l.t("choose-one")));
    page(&reader.visitor, Screen::plain(title.clone(), PLACE), || {
        view! {
            {crumbs(l.t("breadcrumb"), way_through(&l, m), title.clone())}
            <h1>{title}</h1>
            {summary(filled, l.t("problem"))}
            <form method="post" action=format!("{}/lines/new", path(m.number))>
                {select(filled, "country", l.t("country"), String::new(), countries)}
                {select(filled, "sector", l.t("sector"), String::new(), sectors_of(&l, sectors, None))}
                {input(filled, "title", l.t("to-be-done"), l.t("to-be-done-hint"), "text", "off")}
                {input(filled, "owner", l.t("owed-by"), l.t("plan-owner-hint"), "text", "off")}
                {input(filled, "due", l.t("due"), l.t("day-hint"), "text", "off")}
                <p class="actions"><button>{l.t("add-plan-line")}</button></p>
            </form>
        }
    })
}

/// The empty form.
pub async fn new(reader: Reader, Path(number): Path<String>) -> Answer {
    let (found, sectors) = putting(&reader, &number).await?;
    Ok(new_document(&reader, &found, &sectors, &Filled::default()).into_response())
}

/// Puts the line in the plan.
pub async fn add(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    match plan::agree(reader.db(), reader.command(), number_of(&number)?, form_of(&fields)).await {
        Ok(_) => Ok(done(&path(number_of(&number)?), "plan-line")),
        Err(error) => {
            let (found, sectors) = putting(&reader, &number).await?;
            again(error, |error| {
                new_document(&reader, &found, &sectors, &refuse(reader.speaker(), typed(&fields, &NAMES), error, "title"))
            })
        }
    }
}

fn filled_of(line: &PlanLine) -> Filled {
    Filled::of([
        ("sector", line.sector.0.clone()),
        ("title", line.title.clone()),
        ("owner", line.owner.clone()),
        ("due", line.due.to_string()),
        ("state", line.state.code().to_owned()),
        ("progress", line.progress.clone()),
    ])
}

/// A line with what its form needs.
struct Standing {
    meeting: HouseMeetingView,
    view: PlanLineView,
    sectors: Vec<Sector>,
}

async fn standing(reader: &Reader, number: &str, line: &str) -> Result<Standing, Failure> {
    let (number, line) = (number_of(number)?, number_of(line)?);
    let view = load_line(reader.db(), reader.actor(), number, line).await?;
    let meeting = load(reader.db(), reader.actor(), number).await?;
    let sectors = programme(reader.db(), reader.actor()).await?.sectors;
    Ok(Standing { meeting, view, sectors })
}

/// The screen of a line.
pub async fn show(reader: Reader, Path((number, line)): Path<(String, String)>, Query(query): Query<Saved>) -> Answer {
    let found = standing(&reader, &number, &line).await?;
    let (filled, version) = (filled_of(&found.view.line), found.view.line.version);
    Ok(document(&reader, &found, version, &filled, None, query.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    found: &Standing,
    version: i64,
    filled: &Filled,
    conflict: Option<&Filled>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let line = &found.view.line;
    page(&reader.visitor, Screen::plain(line.title.clone(), PLACE), || {
        let compared = [
            ("title", l.t("to-be-done")),
            ("owner", l.t("owed-by")),
            ("due", l.t("due")),
            ("state", l.t("state")),
            ("progress", l.t("progress")),
        ];
        let fact = |label: String, text: String| {
            (!text.is_empty()).then(|| view! { <dt>{label}</dt><dd dir="auto" class="prose">{text}</dd> })
        };
        view! {
            {crumbs(l.t("breadcrumb"), way_through(&l, &found.meeting.meeting), line.title.clone())}
            <h1 dir="auto">{line.title.clone()}</h1>
            <p class="lede">
                {l.word("action-state", line.state.code())} " · " {l.party(&line.country, &line.country)} " " {illustrative(&l, line.illustrative)}
            </p>
            {saved(&l, told)}
            {conflict.map(|stands| both_edits(reader, stands, filled, &compared))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <dl class="facts">
                <dt>{l.t("due")}</dt><dd>{due_on(&l, line.state, line.due, line.moved)}</dd>
                {fact(l.t("owed-by"), line.owner.clone())}
                {(!line.sector.0.is_empty()).then(|| view! {
                    <dt>{l.t("sector")}</dt>
                    <dd><a href=format!("/programme/{}/{}", line.country.to_lowercase(), line.sector.0) dir="auto">{line.sector.1.clone()}</a></dd>
                })}
                {fact(l.t("progress"), line.progress.clone())}
                {fact(l.t("reason"), line.state_reason.clone())}
            </dl>
            {found.view.seen.fills(&line.country).then(|| form(&l, found, version, filled))}
            {house_history(&l, &found.view.history, "plan-field", |change, text| value(&l, change, text))}
        }
    })
}

fn form(l: &Speaker, found: &Standing, version: i64, filled: &Filled) -> AnyView {
    let l = *l;
    let line = &found.view.line;
    let keeps = found.view.seen.keeps();
    // That something need not be done is for those to say who agreed it.
    let reachable =
        |to: &&ActionState| **to == line.state || line.state.following().contains(to) && (keeps || **to != ActionState::Dropped);
    let states = options(&l, "action-state", ActionState::ALL.iter().filter(reachable).map(|state| state.code()));
    view! {
        <h2>{if keeps { l.t("edit-plan-line") } else { l.t("report-progress") }}</h2>
        <form method="post" action=line_path(line)>
            <input type="hidden" name="version" value=version />
            {select(filled, "state", l.t("state"), String::new(), states)}
            {area(filled, "progress", l.t("progress"), l.t("progress-hint"))}
            {keeps.then(|| view! {
                {input(filled, "title", l.t("to-be-done"), l.t("to-be-done-hint"), "text", "off")}
                {select(filled, "sector", l.t("sector"), String::new(), sectors_of(&l, &found.sectors, Some(line)))}
                {input(filled, "owner", l.t("owed-by"), l.t("plan-owner-hint"), "text", "off")}
                {input(filled, "due", l.t("due"), l.t("day-hint"), "text", "off")}
            })}
            {area(filled, "reason", l.t("reason"), if keeps { l.t("plan-reason-hint") } else { l.t("reason-optional") })}
            <p class="actions"><button>{l.t("save")}</button></p>
        </form>
    }
    .into_any()
}

fn value(l: &Speaker, change: &HouseChange, text: &str) -> String {
    match change.field.as_str() {
        "state" => l.word("action-state", text),
        "due" => text.parse().map_or_else(|_| text.to_owned(), |day| l.day(day)),
        // The country stands before the title, the day after it.
        "agree" => text.lines().nth(1).unwrap_or(text).to_owned(),
        _ => text.to_owned(),
    }
}

/// Keeps what was said of the line.
pub async fn save(reader: Reader, Path((number, line)): Path<(String, String)>, fields: Fields) -> Answer {
    let (meeting, at) = (number_of(&number)?, number_of(&line)?);
    match plan::save(reader.db(), reader.command(), meeting, at, fields.version(), form_of(&fields)).await {
        Ok(()) => Ok(done(&format!("{}/lines/{at}", path(meeting)), "plan-line")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let found = standing(&reader, &number, &line).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&found.view.line));
                let version = if stands.is_some() { found.view.line.version } else { fields.version() };
                document(&reader, &found, version, &filled, stands.as_ref(), None)
            })
        }
    }
}
