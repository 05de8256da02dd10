//! What screens show of meetings in short: a meeting's name and days, an agreement's list of them, a chapter's sessions.

use accord_domain::access::Act;
use accord_domain::dates::PartialDate;
use accord_domain::meeting::{MeetingKind, MeetingState};
pub use accord_exchange::meetings::meeting_title;
use accord_language::Speaker;
use accord_store::queries::agreement::AgreementView;
use accord_store::queries::changes::SeenChange;
use accord_store::queries::chapter::ChapterView;
use accord_store::queries::meetings::{MeetingLine, MeetingName};
use leptos::prelude::*;

use super::words::illustrative;

/// The meeting a change is about, as far as the reader may see it.
pub fn meeting_of(change: &SeenChange) -> Option<MeetingName> {
    Some(MeetingName {
        address: change.meeting_address.clone()?,
        kind: change.meeting_kind.as_deref().and_then(MeetingKind::from_code)?,
        number: change.meeting_number,
        title: change.meeting_title.clone().unwrap_or_default(),
    })
}

/// The address of a meeting's page.
pub fn meeting_path(agreement: &str, meeting: &str) -> String {
    format!("/agreements/{agreement}/meetings/{meeting}")
}

/// A meeting's name, linked.
pub fn meeting_link(l: &Speaker, agreement: &str, name: &MeetingName) -> impl IntoView + use<> {
    view! { <a href=meeting_path(agreement, &name.address) dir="auto">{meeting_title(l, name)}</a> }
}

/// The state as a tag: word and shape.
pub fn state_tag(l: &Speaker, state: MeetingState) -> AnyView {
    let shape = match state {
        MeetingState::Draft => "stage-before",
        MeetingState::Open => "stage-pause",
        MeetingState::InProgress => "stage-talks",
        MeetingState::Closed => "stage-force",
        MeetingState::CalledOff => "stage-over",
    };
    view! { <span class=format!("stage {shape}")>{l.word("meeting-state", state.code())}</span> }.into_any()
}

/// The days of a meeting, or that they are not known.
pub fn days_told(l: &Speaker, dates: Option<PartialDate>) -> String {
    dates.map_or_else(|| l.t("dates-not-known"), |dates| l.partial_date(dates))
}

/// What lies ahead of a meeting, in days of the reader's calendar; nothing once it has begun.
pub fn days_left(l: &Speaker, state: MeetingState, dates: Option<PartialDate>) -> Option<String> {
    let from = dates?.from();
    (matches!(state, MeetingState::Draft | MeetingState::Open) && from >= l.today()).then(|| l.when(from))
}

/// Whether the meeting still lies ahead or is under way; one whose days went by is past, even if nobody said that it was held.
fn is_ahead(l: &Speaker, line: &MeetingLine) -> bool {
    let days_left = line.dates.is_none_or(|dates| dates.to() >= l.today());
    line.state == MeetingState::InProgress || line.state.takes_words() && days_left
}

/// The meetings of an agreement: what is next, then what has been.
pub fn section(l: &Speaker, a: &AgreementView) -> AnyView {
    let l = *l;
    let plans = a.may(Act::HoldMeetings);
    if a.meetings.is_empty() && !plans {
        return ().into_any();
    }
    let base = format!("/agreements/{}", a.slug);
    let mut ahead: Vec<&MeetingLine> = a.meetings.iter().filter(|line| is_ahead(&l, line)).collect();
    ahead.reverse();
    let past: Vec<&MeetingLine> = a.meetings.iter().filter(|line| !is_ahead(&l, line)).collect();
    let since = past.iter().find(|line| line.state == MeetingState::Closed && line.name.kind.is_round() && line.dates.is_some());
    let since = since.map(|line| {
        let told = l.with("since-meeting", &[("meeting", meeting_title(&l, &line.name).into())]);
        view! { <a href=format!("{base}/changes?from={}", line.name.address)>{told}</a> }
    });
    view! {
        <h2 id="meetings">{l.t("meetings")}</h2>
        {a.meetings.is_empty().then(|| view! { <p class="empty">{l.t("no-meetings")}</p> })}
        {(!ahead.is_empty()).then(|| table(&l, a, l.t("meetings-ahead"), &ahead))}
        {(!past.is_empty()).then(|| table(&l, a, l.t("meetings-held"), &past))}
        <p class="actions">
            {plans.then(|| view! { <a class="button" href=format!("{base}/meetings/new")>{l.t("plan-meeting")}</a> })}
            {since}
        </p>
    }
    .into_any()
}

fn table(l: &Speaker, a: &AgreementView, caption: String, lines: &[&MeetingLine]) -> AnyView {
    let l = *l;
    view! {
        <table class="meetings">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("meeting")}</th>
                    <th scope="col">{l.t("date")}</th>
                    <th scope="col">{l.t("place")}</th>
                    <th scope="col">{l.t("state")}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(|line| row(&l, a, line)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(l: &Speaker, a: &AgreementView, line: &MeetingLine) -> AnyView {
    let left = days_left(l, line.state, line.dates);
    let unverified = !line.publisher.is_empty() && !line.verified;
    view! {
        <tr>
            <td class="wide">
                <strong>{meeting_link(l, &a.slug, &line.name)}</strong> " " {illustrative(l, line.illustrative)}
            </td>
            <td data-l=l.t("date")>
                {days_told(l, line.dates)}
                {left.map(|left| view! { <span class="q">{left}</span> })}
            </td>
            <td data-l=l.t("place") dir="auto">{line.place.clone()}</td>
            <td class="wide">
                {state_tag(l, line.state)}
                {unverified.then(|| view! { " " <span class="illustrative">{l.t("unverified")}</span> })}
            </td>
        </tr>
    }
    .into_any()
}

/// The sessions on a chapter.
pub fn of_chapter(l: &Speaker, c: &ChapterView) -> AnyView {
    if c.sessions.is_empty() {
        return ().into_any();
    }
    let l = *l;
    let rows = c
        .sessions
        .iter()
        .map(|session| {
            let href = format!("{}#{}", meeting_path(&c.agreement_slug, &session.meeting.address), c.address);
            let items = usize::try_from(session.items).unwrap_or_default();
            let open = usize::try_from(session.open_items).unwrap_or_default();
            view! {
                <tr>
                    <td class="wide">
                        <strong><a href=href dir="auto">{meeting_title(&l, &session.meeting)}</a></strong> " "
                        {illustrative(&l, session.illustrative)}
                        <span class="q">{l.word("meeting-state", session.state.code())}</span>
                    </td>
                    <td data-l=l.t("date")>
                        {days_told(&l, session.dates)}
                        {days_left(&l, session.state, session.dates).map(|left| view! { <span class="q">{left}</span> })}
                    </td>
                    <td class="wide">
                        {(!session.outcome.is_empty()).then(|| view! { <span class="prose" dir="auto">{session.outcome.clone()}</span> })}
                        {(items > 0).then(|| view! { <span class="q">{l.count("agenda-items", items)} " · " {l.count("items-open", open)}</span> })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h2 id="sessions">{l.t("sessions")}</h2>
        <table>
            <caption class="visually-hidden">{l.t("sessions")}</caption>
            <thead>
                <tr><th scope="col">{l.t("meeting")}</th><th scope="col">{l.t("date")}</th><th scope="col">{l.t("outcome")}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
