//! One action point: what has to be done and by whom; to say that it is done, to put it off, to drop it or take it up again.

use accord_domain::AppError;
use accord_domain::action_point::{ActionState, STATE};
use accord_language::Speaker;
use accord_store::commands::action_point_steps;
use accord_store::commands::action_points::At;
use accord_store::queries::action_point::{ActionPointView, one};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::action_points::{due, list_path, owed_by};
use super::agreement_form::both_edits;
use super::barriers;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, refuse, typed};
use super::meetings::meeting_link;
use super::words::{Shown, changes, chapter_title, illustrative, saved};
use crate::components::form::{Filled, area, input, summary};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Which action point: the agreement's part of the address, and the number.
pub type Address = Path<(String, String)>;

const NAMES: [&str; 5] = ["done_reason", "drop_reason", "again_reason", "due", "due_reason"];

/// The number of an address; what is no number is no action point.
pub fn number_of(raw: &str) -> Result<i16, AppError> {
    raw.parse().map_err(|_| AppError::NotFound)
}

/// The screen.
pub async fn show(reader: Reader, Path((slug, number)): Address, Query(query): Query<Saved>) -> Answer {
    let view = one(reader.db(), reader.actor(), &slug, number_of(&number)?).await?;
    Ok(document(&reader, &view, &Filled::default(), None, query.saved.as_deref()).into_response())
}

/// The links that lead back from an action point's screens: to the list.
pub fn way(l: &Speaker, slug: &str, name: &str) -> Vec<(String, String)> {
    vec![
        ("/".to_owned(), l.t("portfolio")),
        (format!("/agreements/{slug}"), name.to_owned()),
        (list_path(slug), l.t("action-points")),
    ]
}

fn document(reader: &Reader, v: &ActionPointView, filled: &Filled, mine: Option<&Filled>, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let (point, line) = (&v.point, &v.point.line);
    let here = l.with("action-point-number", &[("n", l.number(line.number.into()).into())]);
    page(&reader.visitor, Screen::plain(format!("{here} – {}", point.agreement_name), Place::Portfolio), || {
        let stands = Filled::of([
            ("state", l.word("action-state", line.state.code())),
            ("due", line.due.to_string()),
            ("reason", point.state_reason.clone()),
        ]);
        let fields = [("state", l.t("state")), ("due", l.t("due")), ("reason", l.t("reason"))];
        view! {
            {crumbs(l.t("breadcrumb"), way(&l, &point.agreement_slug, &point.agreement_name), here.clone())}
            <h1 dir="auto">{line.title.clone()}</h1>
            <p class="lede">{state_tag(&l, line.state)} " · " {owed_by(&l, line)} " " {illustrative(&l, line.illustrative)}</p>
            {saved(&l, told)}
            {mine.map(|mine| both_edits(reader, &stands, mine, &fields))}
            {mine.is_none().then(|| summary(filled, l.t("problem")))}
            <div class="cols">
                <div>
                    {(!point.state_reason.is_empty()).then(|| view! {
                        <div class="notice">
                            <strong>{l.word("action-notice", line.state.code())}</strong> " " <span dir="auto">{point.state_reason.clone()}</span>
                        </div>
                    })}
                    {(!point.note.is_empty()).then(|| view! { <p class="prose" dir="auto">{point.note.clone()}</p> })}
                    {v.settles.then(|| steps(&l, v, filled))}
                    {barriers::beside(&l, &v.barriers)}
                    <h2>{l.t("history")}</h2>
                    {changes(&l, &v.changes, Shown::Thing, l.t("no-changes"))}
                </div>
                <aside>{card(&l, v)}</aside>
            </div>
        }
    })
}

/// Where it stands as a tag: word and shape.
fn state_tag(l: &Speaker, state: ActionState) -> AnyView {
    let shape = match state {
        ActionState::Open => "stage-talks",
        ActionState::Done => "stage-force",
        ActionState::Dropped => "stage-over",
    };
    view! { <span class=format!("stage {shape}")>{l.word("action-state", state.code())}</span> }.into_any()
}

fn card(l: &Speaker, v: &ActionPointView) -> AnyView {
    let (point, line) = (&v.point, &v.point.line);
    let slug = &point.agreement_slug;
    let chapter = line.chapter.as_ref().map(|chapter| {
        let href = format!("/agreements/{slug}/chapters/{}", chapter.address);
        view! { <dt>{l.t("chapter")}</dt><dd><a href=href dir="auto">{chapter_title(l, chapter.kind, &chapter.title)}</a></dd> }
    });
    let edit = format!("{}/{}/edit", list_path(slug), line.number);
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("owed-by")}</dt><dd dir="auto">{owed_by(l, line)}</dd>
                <dt>{l.t("due")}</dt><dd>{due(l, line)}</dd>
                {(line.moved > 0).then(|| view! { <dt>{l.t("first-due")}</dt><dd>{l.day(line.first_due)}</dd> })}
                {chapter}
                {point.meeting.as_ref().map(|meeting| view! {
                    <dt>{l.t("source-meeting")}</dt><dd>{meeting_link(l, slug, meeting)}</dd>
                })}
                {(!v.carried.is_empty()).then(|| view! {
                    <dt>{l.t("carried-to")}</dt>
                    <dd>{v.carried.iter().map(|meeting| view! { <div>{meeting_link(l, slug, meeting)}</div> }).collect_view()}</dd>
                })}
            </dl>
            {v.keeps.then(|| view! { <p class="actions screen-only"><a class="button" href=edit>{l.t("edit-action-point")}</a></p> })}
        </div>
    }
    .into_any()
}

/// The name of the field a reason for a step is typed in.
fn reason_field(to: ActionState) -> &'static str {
    match to {
        ActionState::Open => "again_reason",
        ActionState::Done => "done_reason",
        ActionState::Dropped => "drop_reason",
    }
}

fn steps(l: &Speaker, v: &ActionPointView, filled: &Filled) -> AnyView {
    let (point, line) = (&v.point, &v.point.line);
    let path = format!("{}/{}", list_path(&point.agreement_slug), line.number);
    let may = |to: &&ActionState| **to != ActionState::Dropped || v.keeps;
    let moves = line.state.following().iter().filter(may).map(|to| step(l, &path, point.version, filled, *to)).collect_view();
    let day = (line.state == ActionState::Open).then(|| {
        view! {
            <details open=filled.error("due").is_some() || filled.error("due_reason").is_some()>
                <summary>{l.t("put-off")}</summary>
                <form method="post" action=format!("{path}/day")>
                    <input type="hidden" name="version" value=point.version />
                    {input(filled, "due", l.t("other-day"), l.t("day-hint"), "date", "off")}
                    {area(filled, "due_reason", l.t("reason"), l.t("put-off-hint"))}
                    <p class="actions"><button>{l.t("put-off")}</button></p>
                </form>
            </details>
        }
    });
    view! { <section class="steps screen-only" aria-label=l.t("manage")>{moves} {day}</section> }.into_any()
}

fn step(l: &Speaker, path: &str, version: i64, filled: &Filled, to: ActionState) -> AnyView {
    let name = reason_field(to);
    let label = l.word("move-action-point", to.code());
    let (title, hint) = match to {
        ActionState::Done => (l.t("what-came-of-it"), l.t("optional")),
        _ => (l.t("reason"), String::new()),
    };
    let class = match to {
        ActionState::Dropped => "danger",
        ActionState::Open => "plain",
        ActionState::Done => "",
    };
    view! {
        <details open=filled.error(name).is_some()>
            <summary>{label.clone()}</summary>
            <form method="post" action=format!("{path}/state")>
                <input type="hidden" name="version" value=version />
                <input type="hidden" name="state" value=to.code() />
                {area(filled, name, title, hint)}
                <p class="actions"><button class=class>{label}</button></p>
            </form>
        </details>
    }
    .into_any()
}

fn at(slug: &str, number: &str, fields: &Fields) -> Result<At, AppError> {
    Ok(At { slug: slug.to_owned(), number: number_of(number)?, version: fields.version() })
}

/// What somebody wanted of an action point that has changed since they saw it.
struct Wanted {
    state: Option<ActionState>,
    day: Option<String>,
    reason: String,
}

impl Wanted {
    /// As it is set beside what stands: what was not touched stands in both.
    fn beside(&self, l: &Speaker, v: &ActionPointView) -> Filled {
        let line = &v.point.line;
        Filled::of([
            ("state", l.word("action-state", self.state.unwrap_or(line.state).code())),
            ("due", self.day.clone().unwrap_or_else(|| line.due.to_string())),
            ("reason", self.reason.clone()),
        ])
    }
}

/// Shows the action point again with what was typed, to who may settle it.
async fn refused(
    reader: &Reader,
    (slug, number): (&str, &str),
    fields: &Fields,
    wanted: Wanted,
    reason: &str,
    error: AppError,
) -> Answer {
    let view = one(reader.db(), reader.actor(), slug, number_of(number)?).await?;
    if !view.settles && !matches!(error, AppError::NotFound) {
        return Err(AppError::NotFound.into());
    }
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(fields, &NAMES), error, reason);
        let filled = filled.told_at("reason", reason).told_at(STATE, reason).told_at("title", reason);
        let mine = matches!(error, AppError::Conflict { .. }).then(|| wanted.beside(reader.speaker(), &view));
        document(reader, &view, &filled, mine.as_ref(), None)
    })
}

/// Settles it, or takes it up again.
pub async fn move_to(reader: Reader, Path((slug, number)): Address, fields: Fields) -> Answer {
    let to = ActionState::from_code(&fields.get(STATE)).ok_or(AppError::NotFound)?;
    let reason = fields.get(reason_field(to));
    let outcome =
        action_point_steps::move_to(reader.db(), reader.command(), at(&slug, &number, &fields)?, to.code().into(), reason.clone());
    match outcome.await {
        Ok(()) => Ok(done(&format!("{}/{number}", list_path(&slug)), "action-point")),
        Err(error) => {
            let wanted = Wanted { state: Some(to), day: None, reason };
            refused(&reader, (&slug, &number), &fields, wanted, reason_field(to), error).await
        }
    }
}

/// Puts it off to another day.
pub async fn put_off(reader: Reader, Path((slug, number)): Address, fields: Fields) -> Answer {
    let (day, reason) = (fields.get("due"), fields.get("due_reason"));
    let at = at(&slug, &number, &fields)?;
    match action_point_steps::put_off(reader.db(), reader.command(), at, day.clone(), reason.clone()).await {
        Ok(()) => Ok(done(&format!("{}/{number}", list_path(&slug)), "action-point-day")),
        Err(error) => {
            let wanted = Wanted { state: None, day: Some(day), reason };
            refused(&reader, (&slug, &number), &fields, wanted, "due_reason", error).await
        }
    }
}
