//! Writing in a session: its agenda, its minutes, and its outcome with the step of the chapter that it is.

use accord_domain::AppError;
use accord_domain::tracks::{TextStatus, Track};
use accord_language::Speaker;
use accord_store::commands::meeting_sessions::{self, At, ItemForm, SessionForm};
use accord_store::queries::meeting::{MeetingView, SessionView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options_or_blank, refuse, typed};
use super::meeting::way;
use super::meetings::{meeting_path, meeting_title};
use super::words::chapter_title;
use crate::components::form::{Filled, area, select, summary, tick};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Which session: the agreement's, the meeting's and the chapter's part of the address.
pub type Address = Path<(String, String, String)>;

const NAMES: [&str; 5] = ["minutes", "outcome", "text_status", "reason", "override_brackets"];
/// Lines kept free for new items.
const FREE: usize = 3;

/// The agenda's lines as they were sent. Ticks carry the number of their line.
fn items_of(fields: &Fields) -> Vec<ItemForm> {
    let (ids, orders) = (fields.all("item_id"), fields.all("item_order"));
    let (shared, done) = (fields.all("item_shared"), fields.all("item_done"));
    fields
        .all("item_title")
        .into_iter()
        .enumerate()
        .map(|(index, title)| {
            let line = index.to_string();
            ItemForm {
                id: ids.get(index).and_then(|id| id.parse().ok()),
                title,
                order: orders.get(index).cloned().unwrap_or_default(),
                shared: shared.contains(&line),
                done: done.contains(&line),
            }
        })
        .collect()
}

/// The agenda's lines as they stand.
fn items_standing(session: &SessionView) -> Vec<ItemForm> {
    session
        .agenda
        .iter()
        .enumerate()
        .map(|(index, line)| ItemForm {
            id: Some(line.id),
            title: line.title.clone(),
            order: (index + 1).to_string(),
            shared: line.shared,
            done: line.done,
        })
        .collect()
}

/// An agenda as it is compared: an item a line, with what is done and what is ours only.
fn agenda_told(l: &Speaker, items: &[ItemForm]) -> String {
    let line = |item: &ItemForm| {
        let marks = [item.done.then(|| l.t("item-done")), (!item.shared).then(|| l.t("ours-only"))];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let title = item.title.trim();
        if marks.is_empty() { title.to_owned() } else { format!("{title} ({})", marks.join(", ")) }
    };
    items.iter().filter(|item| !item.title.trim().is_empty()).map(line).collect::<Vec<_>>().join("\n")
}

fn filled_of(session: &SessionView) -> Filled {
    Filled::of([("minutes", session.minutes.clone().unwrap_or_default()), ("outcome", session.outcome.clone())])
}

/// Both edits of a session: as it stands, and as somebody wrote it who saw an earlier one.
struct Conflict {
    stands: Filled,
    mine: Filled,
}

impl Conflict {
    fn of(l: &Speaker, session: &SessionView, fields: &Fields) -> Self {
        let status = |code: &str| if code.is_empty() { session.text.code().to_owned() } else { code.to_owned() };
        let side = |items: &[ItemForm], minutes: String, outcome: String, text: &str| {
            Filled::of([
                ("agenda", agenda_told(l, items)),
                ("minutes", minutes),
                ("outcome", outcome),
                ("text_status", TextStatus::from_code(text).map(|text| l.word("text", text.code())).unwrap_or_default()),
            ])
        };
        let minutes = session.minutes.clone().unwrap_or_default();
        Self {
            stands: side(&items_standing(session), minutes, session.outcome.clone(), session.text.code()),
            mine: side(&items_of(fields), fields.get("minutes"), fields.get("outcome"), &status(&fields.get("text_status"))),
        }
    }
}

struct Form<'a> {
    meeting: &'a MeetingView,
    session: &'a SessionView,
    /// Versions of the session and of its chapter that the form was made of.
    versions: (i64, i64),
    items: Vec<ItemForm>,
    filled: &'a Filled,
    conflict: Option<&'a Conflict>,
}

fn document(reader: &Reader, form: Form<'_>) -> Html<String> {
    let l = *reader.speaker();
    let (m, session, filled) = (form.meeting, form.session, form.filled);
    let chapter = chapter_title(&l, session.chapter_kind, &session.chapter_title);
    let path = meeting_path(&m.agreement_slug, &m.name.address);
    let mut links = way(&l, m);
    links.push((path.clone(), meeting_title(&l, &m.name)));
    let screen = Screen::plain(format!("{chapter} – {}", meeting_title(&l, &m.name)), Place::Portfolio);
    let statuses = options_or_blank(&l, "leave-status", "text", TextStatus::ALL.iter().map(|status| status.code()));
    let brackets = usize::try_from(session.open_brackets).unwrap_or_default();
    let stands = l.with("status-now", &[("status", l.word("text", session.text.code()).into())]);
    page(&reader.visitor, screen, || {
        view! {
            {crumbs(l.t("breadcrumb"), links, chapter.clone())}
            <h1 dir="auto">{chapter.clone()}</h1>
            <p class="lede">{meeting_title(&l, &m.name)} " · " {stands.clone()}</p>
            {form.conflict.map(|both| both_edits(reader, &both.stands, &both.mine, &[
                ("agenda", l.t("agenda")), ("minutes", l.t("minutes")), ("outcome", l.t("outcome")), ("text_status", l.t("text-track")),
            ]))}
            {form.conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=format!("{path}/sessions/{}", session.chapter_address)>
                <input type="hidden" name="version" value=form.versions.0 />
                <input type="hidden" name="chapter_version" value=form.versions.1 />
                {agenda(&l, m, filled, form.items)}
                {area(filled, "minutes", l.t("minutes"), l.t("minutes-hint"))}
                {area(filled, "outcome", l.t("outcome"), l.t(if m.name.kind.is_with_partner() { "outcome-hint" } else { "outcome-hint-internal" }))}
                <fieldset>
                    <legend>{l.t("outcome-moves")}</legend>
                    {select(filled, "text_status", l.t("text-track"), stands, statuses)}
                    {(brackets > 0).then(|| tick(filled, "override_brackets", "yes", l.count("override-brackets", brackets)))}
                    {area(filled, "reason", l.t("reason-and-authority"), l.t("reason-hint"))}
                </fieldset>
                <p class="actions"><button>{l.t("save")}</button><a class="button" href=format!("{path}#{}", session.chapter_address)>{l.t("back-to-meeting")}</a></p>
            </form>
        }
    })
}

fn agenda(l: &Speaker, m: &MeetingView, filled: &Filled, items: Vec<ItemForm>) -> AnyView {
    let l = *l;
    let shares = m.name.kind.is_with_partner();
    let rows = items.into_iter().enumerate().map(|(index, item)| line(&l, filled, index, item, shares)).collect_view();
    view! {
        <div class="field agenda-form">
            <table>
                <caption>{l.t("agenda")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{l.t("item-order")}</th>
                        <th scope="col">{l.t("item")}</th>
                        {shares.then(|| view! { <th scope="col">{l.t("item-shared")}</th> })}
                        <th scope="col">{l.t("item-finished")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <small class="hint">{l.t(if shares { "agenda-hint" } else { "agenda-hint-internal" })}</small>
        </div>
    }
    .into_any()
}

fn line(l: &Speaker, filled: &Filled, index: usize, item: ItemForm, shares: bool) -> AnyView {
    let number = l.number(index as i64 + 1);
    let of_line = |what: String| l.with("of-item", &[("what", what.into()), ("n", number.clone().into())]);
    let (title_id, order_id) = (format!("item-title-{index}"), format!("item-order-{index}"));
    let told = |id: &str| filled.error(id).map(|sentence| view! { <p class="field-error" id=format!("{id}-error")>{sentence}</p> });
    let described = |id: &str| filled.error(id).map(|_| format!("{id}-error"));
    let invalid = |id: &str| filled.error(id).map(|_| "true");
    view! {
        <tr>
            <td class="n" data-l=l.t("item-order")>
                {told(&order_id)}
                <input type="hidden" name="item_id" value=item.id.map(|id| id.to_string()).unwrap_or_default() />
                <input
                    id=order_id.clone()
                    class="short"
                    name="item_order"
                    value=item.order
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=of_line(l.t("item-order"))
                    aria-describedby=described(&order_id)
                    aria-invalid=invalid(&order_id)
                />
            </td>
            <td class="wide">
                {told(&title_id)}
                <input
                    id=title_id.clone()
                    name="item_title"
                    value=item.title
                    dir="auto"
                    autocomplete="off"
                    aria-label=of_line(l.t("item"))
                    aria-describedby=described(&title_id)
                    aria-invalid=invalid(&title_id)
                />
            </td>
            {shares.then(|| view! {
                <td data-l=l.t("item-shared")>
                    <input type="checkbox" name="item_shared" value=index.to_string() checked=item.shared aria-label=of_line(l.t("item-shared")) />
                </td>
            })}
            <td data-l=l.t("item-finished")>
                <input type="checkbox" name="item_done" value=index.to_string() checked=item.done aria-label=of_line(l.t("item-finished")) />
            </td>
        </tr>
    }
    .into_any()
}

/// The lines with free ones behind them, shared with the partner unless somebody unticks them.
fn with_free(mut items: Vec<ItemForm>) -> Vec<ItemForm> {
    let next = items.len();
    items.extend((0..FREE).map(|free| ItemForm { order: (next + free + 1).to_string(), shared: true, ..ItemForm::default() }));
    items
}

fn session_of<'m>(m: &'m MeetingView, chapter: &str) -> Result<&'m SessionView, Failure> {
    let found = m.sessions.iter().flatten().find(|session| session.chapter_address == chapter);
    found.filter(|session| m.may_write(session.chapter)).ok_or(Failure(AppError::NotFound))
}

/// The form of a session.
pub async fn edit(reader: Reader, Path((slug, address, chapter)): Address) -> Answer {
    let m = load(reader.db(), reader.actor(), &slug, &address).await?;
    let session = session_of(&m, &chapter)?;
    let form = Form {
        meeting: &m,
        session,
        versions: (session.version, session.chapter_version),
        items: with_free(items_standing(session)),
        filled: &filled_of(session),
        conflict: None,
    };
    Ok(document(&reader, form).into_response())
}

fn form_of(fields: &Fields) -> SessionForm {
    SessionForm {
        items: items_of(fields),
        minutes: fields.get("minutes"),
        outcome: fields.get("outcome"),
        text_status: fields.get("text_status"),
        reason: fields.get("reason"),
        override_brackets: fields.has("override_brackets"),
        chapter_version: fields.get("chapter_version").parse().unwrap_or(-1),
    }
}

/// Saves the session.
pub async fn save(reader: Reader, Path((slug, address, chapter)): Address, fields: Fields) -> Answer {
    let at = At { slug: slug.clone(), meeting: address.clone(), chapter: chapter.clone(), version: fields.version() };
    match meeting_sessions::save(reader.db(), reader.command(), at, form_of(&fields)).await {
        Ok(()) => Ok(done(&meeting_path(&slug, &address), "session")),
        Err(error) => {
            let m = load(reader.db(), reader.actor(), &slug, &address).await?;
            let session = session_of(&m, &chapter)?;
            again(error, |error| {
                let conflict = matches!(error, AppError::Conflict { .. }).then(|| Conflict::of(reader.speaker(), session, &fields));
                let mut items = items_of(&fields);
                let mut versions = (fields.version(), fields.get("chapter_version").parse().unwrap_or(-1));
                if conflict.is_some() {
                    // What somebody else put on the agenda meanwhile stays on it, whatever is saved next.
                    let known: Vec<_> = items.iter().filter_map(|item| item.id).collect();
                    items.extend(items_standing(session).into_iter().filter(|item| item.id.is_some_and(|id| !known.contains(&id))));
                    versions = (session.version, session.chapter_version);
                }
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "outcome");
                let form = Form { meeting: &m, session, versions, items, filled: &filled, conflict: conflict.as_ref() };
                document(&reader, form)
            })
        }
    }
}
