//! One meeting on one page: agenda, minutes, outcomes; and the steps from draft to closed.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::meeting::{MeetingState, STATE};
use accord_domain::tracks::Track;
use accord_language::Speaker;
use accord_store::commands::meetings::{self, At};
use accord_store::commands::{carry_over, meeting_sessions};
use accord_store::queries::meeting::{AgendaLine, MeetingView, SessionView, load};
use accord_store::queries::meetings::MeetingLine;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use chrono::DateTime;
use chrono_tz::Tz;
use leptos::prelude::*;

use super::action_points::{With, list_path, section};
use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, refuse, typed};
use super::meetings::{days_left, days_told, meeting_link, meeting_path, meeting_title, state_tag};
use super::papers::{self, papers_path};
use super::words::{chapter_title, illustrative, saved};
use crate::components::form::{Filled, area, group, select, summary};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Which meeting: the agreement's and the meeting's part of the address.
pub type Address = Path<(String, String)>;

/// The screen.
pub async fn show(reader: Reader, Path((slug, address)): Address, Query(query): Query<Saved>) -> Answer {
    let meeting = load(reader.db(), reader.actor(), &slug, &address).await?;
    Ok(document(&reader, &meeting, &Filled::default(), None, query.saved.as_deref()).into_response())
}

/// The links that lead back from a meeting's screens: to the agreement.
pub fn way(l: &Speaker, m: &MeetingView) -> Vec<(String, String)> {
    vec![("/".to_owned(), l.t("portfolio")), (format!("/agreements/{}", m.agreement_slug), m.agreement_name.clone())]
}

fn document(reader: &Reader, m: &MeetingView, filled: &Filled, conflict: Option<&Conflict>, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = meeting_title(&l, &m.name);
    let screen = Screen::plain(format!("{title} – {}", m.agreement_name), Place::Portfolio);
    page(&reader.visitor, screen, || {
        let left = days_left(&l, m.state, m.dates);
        let past = m.state.is_held() && m.dates.is_some();
        let since = past.then(|| {
            let told = l.with("since-meeting", &[("meeting", title.clone().into())]);
            view! { <p class="actions"><a href=format!("/agreements/{}/changes?from={}", m.agreement_slug, m.name.address)>{told}</a></p> }
        });
        let pack = format!("{}/pack", meeting_path(&m.agreement_slug, &m.name.address));
        let pack = view! { <p class="actions"><a href=pack>{l.t("pack-open")}</a></p> };
        view! {
            {crumbs(l.t("breadcrumb"), way(&l, m), title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            <p class="lede">
                {state_tag(&l, m.state)} " · " {days_told(&l, m.dates)}
                {left.map(|left| format!(" · {left}"))} " " {illustrative(&l, m.illustrative)}
            </p>
            {saved(&l, told)}
            {conflict.map(|both| both_edits(reader, &both.stands, &both.mine, &[("state", l.t("state")), ("reason", l.t("reason"))]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            {notice(&l, m)}
            <div class="cols">
                <div>{programme(&l, m, filled)} {points(&l, m)} {super::report::lead(&l, m)} {since} {pack}</div>
                <aside>{card(&l, m)} {delegates(&l, m)} {manage(&l, m, filled)}</aside>
            </div>
        }
    })
}

/// Why the meeting was taken back, reopened or called off.
fn notice(l: &Speaker, m: &MeetingView) -> AnyView {
    let why = m.confidences.as_ref().map(|known| known.state_reason.clone()).filter(|why| !why.is_empty());
    why.map(|why| {
        view! { <div class="notice warn"><strong>{l.word("meeting-notice", m.state.code())}</strong> " " <span dir="auto">{why}</span></div> }
    })
    .into_any()
}

fn programme(l: &Speaker, m: &MeetingView, filled: &Filled) -> AnyView {
    let l = *l;
    let Some(sessions) = &m.sessions else { return ().into_any() };
    view! {
        <h2 id="programme" class="screen-only">{l.t("sessions")}</h2>
        {sessions.is_empty().then(|| view! { <p class="empty">{l.t("no-sessions")}</p> })}
        {(sessions.len() > 1).then(|| contents(&l, sessions))}
        {left_open(&l, m)}
        {sessions.iter().map(|session| one(&l, m, session)).collect_view()}
        {add_session(&l, m, filled)}
    }
    .into_any()
}

fn contents(l: &Speaker, sessions: &[SessionView]) -> AnyView {
    let l = *l;
    view! {
        <ol class="contents screen-only">
            {sessions
                .iter()
                .map(|session| {
                    let title = chapter_title(&l, session.chapter_kind, &session.chapter_title);
                    let open = session.agenda.iter().filter(|item| !item.done).count();
                    view! {
                        <li>
                            <a href=format!("#{}", session.chapter_address) dir="auto">{title}</a> " "
                            {(open > 0).then(|| view! { <span class="q">{l.count("items-open", open)}</span> })}
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
    .into_any()
}

fn one(l: &Speaker, m: &MeetingView, session: &SessionView) -> AnyView {
    let l = *l;
    let title = chapter_title(&l, session.chapter_kind, &session.chapter_title);
    let heading = format!("{}. {title}", l.number(session.chapter_number.into()));
    let chapter = format!("/agreements/{}/chapters/{}", m.agreement_slug, session.chapter_address);
    let write = m.may_write(session.chapter).then(|| {
        let href = format!("{}/sessions/{}", meeting_path(&m.agreement_slug, &m.name.address), session.chapter_address);
        let papers = papers_path(&m.agreement_slug, &m.name.address, &session.chapter_address);
        view! {
            <p class="actions">
                <a class="button" href=href>{l.with("write-session", &[("chapter", title.clone().into())])}</a>
                <a class="button" href=papers>{l.with("papers-of", &[("chapter", title.into())])}</a>
            </p>
        }
    });
    // Before the meeting there is nothing to say of what was not written yet.
    let told = |text: &String| m.state.is_held() || !text.is_empty();
    let minutes = session.minutes.clone().filter(&told);
    let outcome = Some(session.outcome.clone()).filter(told);
    view! {
        <section class="session" aria-labelledby=session.chapter_address.clone()>
            <h2 id=session.chapter_address.clone()><a href=chapter dir="auto">{heading}</a> " " {illustrative(&l, session.illustrative)}</h2>
            <p class="q">{l.word("text", session.text.code())} " · " {l.count("brackets", usize::try_from(session.open_brackets).unwrap_or_default())}</p>
            <h3>{l.t("agenda")}</h3>
            {agenda(&l, m, &session.agenda)}
            {minutes.map(|minutes| view! { <h3>{l.t("minutes")}</h3>{prose(minutes, l.t("no-minutes"))} })}
            {outcome.map(|outcome| view! { <h3>{l.t("outcome")}</h3>{prose(outcome, l.t("no-outcome"))} })}
            {papers::list(&l, m, session)}
            {write}
        </section>
    }
    .into_any()
}

fn prose(text: String, empty: String) -> AnyView {
    if text.is_empty() {
        view! { <p class="empty">{empty}</p> }.into_any()
    } else {
        view! { <p class="prose" dir="auto">{text}</p> }.into_any()
    }
}

/// The items of a session, each done or open.
pub fn agenda(l: &Speaker, m: &MeetingView, items: &[AgendaLine]) -> AnyView {
    if items.is_empty() {
        return view! { <p class="empty">{l.t("no-agenda")}</p> }.into_any();
    }
    let l = *l;
    let with_partner = m.name.kind.is_with_partner() && m.confidences.is_some();
    let line = |item: &AgendaLine| {
        let from = item.from.clone().map(|from| {
            let told = l.with("carried-over-from", &[("meeting", meeting_title(&l, &from).into())]);
            view! { " " <a class="q" href=meeting_path(&m.agreement_slug, &from.address)>{told}</a> }
        });
        let to = item.to.clone().map(|to| {
            let told = l.with("taken-up-at", &[("meeting", meeting_title(&l, &to).into())]);
            view! { " " <a class="q" href=meeting_path(&m.agreement_slug, &to.address)>{told}</a> }
        });
        let ours = with_partner && !item.shared;
        view! {
            <li class=if item.done { "done" } else { "open" }>
                <span dir="auto">{item.title.clone()}</span> " "
                <span class="illustrative">{if item.done { l.t("item-done") } else { l.t("item-open") }}</span>
                {ours.then(|| view! { " " <span class="illustrative">{l.t("ours-only")}</span> })} {from} {to}
            </li>
        }
    };
    view! { <ol class="agenda">{items.iter().map(line).collect_view()}</ol> }.into_any()
}

/// The hour a meeting opens, on the venue's clocks and, where these differ, on the reader's.
pub fn opening(l: &Speaker, at: &DateTime<Tz>, zone: Tz) -> AnyView {
    let here = (l.offset_at(at.to_utc()) != l.offset_of(at)).then(|| l.with("for-you", &[("when", l.instant(at.to_utc()).into())]));
    let told = format!("{}, {}", l.opening(at), zone.name());
    view! {
        <dt>{l.t("opens")}</dt>
        <dd><time datetime=at.to_rfc3339()>{told}</time> {here.map(|here| view! { <div class="q">{here}</div> })}</dd>
    }
    .into_any()
}

/// The meeting at a glance.
pub fn card(l: &Speaker, m: &MeetingView) -> AnyView {
    let l = *l;
    let opens = m.opens().map(|at| opening(&l, &at, m.zone));
    let heads = m.delegations.clone().map(|known| {
        let count = |count: Option<i16>| {
            count.map(|count| view! { <div class="q">{l.count("delegates-count", usize::try_from(count).unwrap_or_default())}</div> })
        };
        let ours = !known.our_head.is_empty() || known.our_count.is_some();
        let theirs = !known.their_head.is_empty() || known.their_count.is_some();
        view! {
            {ours.then(|| view! { <dt>{l.t("our-head")}</dt><dd><span dir="auto">{known.our_head}</span> {count(known.our_count)}</dd> })}
            {theirs.then(|| view! { <dt>{l.t("their-head")}</dt><dd><span dir="auto">{known.their_head}</span> {count(known.their_count)}</dd> })}
        }
    });
    let source = if m.source_title.is_empty() { m.publisher.clone() } else { format!("{}, {}", m.publisher, m.source_title) };
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("kind")}</dt><dd>{l.word("meeting-kind", m.name.kind.code())}</dd>
                <dt>{l.t("date")}</dt><dd>{days_told(&l, m.dates)}</dd>
                {opens}
                {(!m.place.is_empty()).then(|| view! { <dt>{l.t("place")}</dt><dd dir="auto">{m.place.clone()}</dd> })}
                {m.mode.map(|mode| view! { <dt>{l.t("meeting-mode")}</dt><dd>{l.word("mode", mode.code())}</dd> })}
                {m.host.clone().map(|(code, name)| view! { <dt>{l.t("host")}</dt><dd>{l.party(&code, &name)}</dd> })}
                {heads}
                {(!m.note.is_empty()).then(|| view! { <dt>{l.t("note")}</dt><dd class="prose" dir="auto">{m.note.clone()}</dd> })}
                {(!source.is_empty()).then(|| view! {
                    <dt>{l.t("source")}</dt>
                    <dd>
                        <cite dir="auto">{source}</cite>
                        {(!m.verified).then(|| view! { " " <span class="illustrative">{l.t("unverified")}</span> })}
                    </dd>
                })}
            </dl>
        </div>
    }
    .into_any()
}

fn points(l: &Speaker, m: &MeetingView) -> AnyView {
    let new = format!("{}/new?meeting={}", list_path(&m.agreement_slug), m.name.address);
    let agrees = m.keeps_points && !m.archived && m.state != MeetingState::CalledOff;
    section(l, &m.action_points, With::Chapter, agrees.then_some(new))
}

fn delegates(l: &Speaker, m: &MeetingView) -> AnyView {
    let l = *l;
    let Some(known) = &m.confidences else { return ().into_any() };
    let list = |title: String, people: &str| {
        let people: Vec<String> = people.lines().map(str::to_owned).collect();
        (!people.is_empty()).then(|| {
            view! {
                <h2>{title}</h2>
                <ul class="plain-list">{people.into_iter().map(|person| view! { <li dir="auto">{person}</li> }).collect_view()}</ul>
            }
        })
    };
    view! { {list(l.t("our-delegates"), &known.our_delegates)} {list(l.t("their-delegates"), &known.their_delegates)} }.into_any()
}

fn left_open(l: &Speaker, m: &MeetingView) -> AnyView {
    let (items, points) = (usize::try_from(m.to_carry_over).unwrap_or_default(), m.points_to_carry_over);
    if items + points > 0 && m.may(Act::HoldMeetings) {
        let action = format!("{}/carry-over", meeting_path(&m.agreement_slug, &m.name.address));
        return view! {
            <form class="notice screen-only" method="post" action=action>
                {(items > 0).then(|| view! { <p>{l.count("open-items-wait", items)}</p> })}
                {(points > 0).then(|| view! { <p>{l.count("points-wait", points)}</p> })}
                <p class="actions"><button class="plain" id="carry_over">{l.t("carry-over")}</button></p>
            </form>
        }
        .into_any();
    }
    let open =
        m.sessions.iter().flatten().flat_map(|session| &session.agenda).filter(|item| !item.done && item.to.is_none()).count();
    let coming = |line: &&MeetingLine| line.dates.is_none_or(|dates| dates.to() >= l.today());
    let next = m.waiting.iter().find(coming).filter(|_| open > 0 && m.may(Act::HoldMeetings));
    match next.map(|line| line.name.clone()) {
        Some(next) => view! {
            <p class="notice screen-only">{l.count("items-left-open", open)} " " {meeting_link(l, &m.agreement_slug, &next)}</p>
        }
        .into_any(),
        None => ().into_any(),
    }
}

fn add_session(l: &Speaker, m: &MeetingView, filled: &Filled) -> AnyView {
    let writes = m.addable.iter().map(|mark| (mark.address.clone(), chapter_title(l, mark.kind, &mark.title)));
    let chapters: Vec<(String, String)> = writes.collect();
    if chapters.is_empty() || !m.state.takes_words() || m.archived {
        return ().into_any();
    }
    let action = format!("{}/sessions", meeting_path(&m.agreement_slug, &m.name.address));
    view! {
        <details class="screen-only" open=filled.error("chapter").is_some()>
            <summary>{l.t("add-session")}</summary>
            <form method="post" action=action>
                {select(filled, "chapter", l.t("chapter"), String::new(), chapters)}
                <p class="actions"><button>{l.t("add-session")}</button></p>
            </form>
        </details>
    }
    .into_any()
}

/// The name of the field a reason for a step is typed in: two steps that ask for one may stand on a page.
pub fn reason_field(to: MeetingState) -> &'static str {
    if to == MeetingState::CalledOff { "off_reason" } else { "back_reason" }
}

fn manage(l: &Speaker, m: &MeetingView, filled: &Filled) -> AnyView {
    if !m.may(Act::HoldMeetings) {
        return ().into_any();
    }
    let path = meeting_path(&m.agreement_slug, &m.name.address);
    steps(l, filled, m.state, m.version, &path)
}

/// The steps a meeting can take, and the way to edit it. `path` is its address, `version` the one that is shown.
pub fn steps(l: &Speaker, filled: &Filled, state: MeetingState, version: i64, path: &str) -> AnyView {
    let l = *l;
    let all = state.following().iter().map(|to| step(&l, filled, (state, *to), version, path)).collect_view();
    view! {
        <section class="screen-only" aria-labelledby="manage">
            <h2 id="manage">{l.t("manage")}</h2>
            {all}
            {(state != MeetingState::CalledOff).then(|| view! {
                <p class="actions"><a class="button" href=format!("{path}/edit")>{l.t("edit-meeting")}</a></p>
            })}
        </section>
    }
    .into_any()
}

/// The part of the page where a step is taken.
pub fn step_id(to: MeetingState) -> String {
    format!("{STATE}-{}", to.code())
}

/// The form of one step; folded where it asks for a reason.
fn step(l: &Speaker, filled: &Filled, (from, to): (MeetingState, MeetingState), version: i64, path: &str) -> AnyView {
    let asks = from.asks_reason_for(to);
    let label = l.word("move-meeting", if asks && to == MeetingState::InProgress { "reopen" } else { to.code() });
    let name = reason_field(to);
    let class = match to {
        MeetingState::CalledOff => "danger",
        _ if asks => "plain",
        _ => "",
    };
    let controls = view! {
        <input type="hidden" name="state" value=to.code() />
        {asks.then(|| area(filled, name, l.t("reason"), String::new()))}
        <p class="actions"><button class=class>{label.clone()}</button></p>
    };
    let form = view! {
        <form method="post" action=format!("{path}/state")>
            <input type="hidden" name="version" value=version />
            {group(filled, step_id(to), label.clone(), controls.into_any())}
        </form>
    };
    if !asks {
        return view! { <div class="meeting-step">{form}</div> }.into_any();
    }
    let open = filled.error(name).is_some() || filled.error(&step_id(to)).is_some();
    view! { <details class="meeting-step" open=open><summary>{label}</summary>{form}</details> }.into_any()
}

/// Both edits of a state: as it stands, and as somebody wanted it who saw an earlier one.
struct Conflict {
    stands: Filled,
    mine: Filled,
}

async fn refused(reader: &Reader, slug: &str, address: &str, fields: &Fields, names: &[&str], error: AppError) -> Answer {
    let l = reader.speaker();
    let meeting = load(reader.db(), reader.actor(), slug, address).await?;
    let to = MeetingState::from_code(&fields.get(STATE));
    let conflict = to.filter(|_| matches!(error, AppError::Conflict { .. })).map(|to| {
        let why = meeting.confidences.as_ref().map(|known| known.state_reason.clone()).unwrap_or_default();
        let told = |state: MeetingState, reason: String| {
            Filled::of([("state", l.word("meeting-state", state.code())), ("reason", reason)])
        };
        Conflict { stands: told(meeting.state, why), mine: told(to, fields.get(reason_field(to))) }
    });
    again(error, |error| {
        let mut filled = refuse(l, typed(fields, names), error, "programme").told_at("carry_over", "programme");
        if let Some(to) = to {
            let place = if meeting.state.following().contains(&to) { step_id(to) } else { "manage".to_owned() };
            filled = filled.told_at("reason", reason_field(to)).told_at(STATE, &place);
        }
        document(reader, &meeting, &filled, conflict.as_ref(), None)
    })
}

/// Takes the meeting to another state.
pub async fn move_to(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let to = fields.get(STATE);
    let reason = MeetingState::from_code(&to).map(|to| fields.get(reason_field(to))).unwrap_or_default();
    let at = At { slug: slug.clone(), address: address.clone(), version: fields.version() };
    match meetings::move_to(reader.db(), reader.command(), at, to, reason).await {
        Ok(()) => Ok(done(&meeting_path(&slug, &address), "meeting-state")),
        Err(error) => refused(&reader, &slug, &address, &fields, &["off_reason", "back_reason"], error).await,
    }
}

/// Puts a chapter on the programme.
pub async fn add(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let chapter = fields.get("chapter");
    match meeting_sessions::add(reader.db(), reader.command(), slug.clone(), address.clone(), chapter, false).await {
        Ok(()) => Ok(done(&meeting_path(&slug, &address), "session")),
        Err(error) => refused(&reader, &slug, &address, &fields, &["chapter"], error).await,
    }
}

/// Takes up what was left open at closed meetings.
pub async fn take_up(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    match carry_over::take_over(reader.db(), reader.command(), slug.clone(), address.clone()).await {
        Ok(_) => Ok(done(&meeting_path(&slug, &address), "carried-over")),
        Err(error) => refused(&reader, &slug, &address, &fields, &[], error).await,
    }
}
