//! The trade's words on screen: titles, stages, statuses, and a change told as a sentence.

use accord_domain::chapter::ChapterKind;
use accord_domain::dates::PartialDate;
use accord_domain::lifecycle::Stage;
use accord_domain::meeting::{MeetingKind, agenda_lines};
use accord_domain::priority::Wish;
use accord_domain::tracks::Track;
use accord_language::{Locale, Speaker};
use accord_store::queries::changes::{NetChange, SeenChange};
use accord_store::queries::meetings::{MeetingName, told};
use leptos::either::Either;
use leptos::prelude::*;

use super::action_points::list_path;
use super::meetings::{meeting_of, meeting_path, meeting_title};

/// A chapter's title: its own, else the standard one of its kind.
pub fn chapter_title(l: &Speaker, kind: ChapterKind, title: &str) -> String {
    if title.is_empty() { l.word("chapter", kind.code()) } else { title.to_owned() }
}

/// The stage as a tag: word and shape.
pub fn stage_tag(l: &Speaker, stage: Stage) -> impl IntoView + use<> {
    let shape = match stage {
        Stage::Proposed | Stage::JointStudy | Stage::TermsOfReference => "stage-before",
        Stage::Launched | Stage::Negotiating => "stage-talks",
        Stage::Paused => "stage-pause",
        Stage::ConcludedInPrinciple | Stage::LegalScrubbing | Stage::Initialled | Stage::Signed | Stage::Ratifying => "stage-done",
        Stage::InForce | Stage::UnderReview => "stage-force",
        Stage::Terminated => "stage-over",
    };
    view! { <span class=format!("stage {shape}")>{l.word("stage", stage.code())}</span> }
}

/// A text, or a dash for none.
pub fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

/// A mark on what is invented for the demonstration.
pub fn illustrative(l: &Speaker, is: bool) -> impl IntoView + use<> {
    is.then(|| view! { <span class="illustrative">{l.t("illustrative")}</span> })
}

/// Value and label of each status of a track.
pub fn statuses<T: Track>(l: &Speaker, prefix: &str) -> Vec<(String, String)> {
    T::ALL.iter().map(|status| (status.code().to_owned(), l.word(prefix, status.code()))).collect()
}

/// A value of the change record in the reader's words, where it is a word of the trade.
fn value(l: &Speaker, change: &SeenChange, raw: &str) -> String {
    match (change.subject.as_str(), change.field.as_str()) {
        (_, "text_status") => l.word("text", raw),
        (_, "market_status") => l.word("market", raw),
        (_, "stage") => l.word("stage", raw),
        ("chapter", "escalated") if change.verb == "escalate" => l.word("escalation", raw),
        ("chapter", "chapter") => ChapterKind::from_code(raw).map_or_else(|| raw.to_owned(), |kind| l.word("chapter", kind.code())),
        ("meeting", "meeting") => {
            let (dates, place) = told(raw);
            let when = if dates.is_empty() { l.t("dates-not-known") } else { shown_date(l, &dates) };
            [when, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        ("meeting", "dates") => shown_date(l, raw),
        ("meeting", "our_delegates" | "their_delegates") => raw.lines().collect::<Vec<_>>().join("; "),
        ("meeting", "state") => l.word("meeting-state", raw),
        ("meeting", "mode") => l.word("mode", raw),
        ("meeting", "host_party") => l.party(raw, raw),
        ("meeting", "verified") => {
            if raw == "yes" {
                l.t("verified")
            } else {
                l.t("unverified")
            }
        }
        ("session", "agenda" | "own_agenda") => agenda_told(l, raw),
        ("event", "event") => {
            let (kind, date) = raw.split_once(' ').unwrap_or((raw, ""));
            format!("{} {}", l.word("event", kind), shown_date(l, date))
        }
        ("agreement", "kind") => l.word("kind", raw),
        ("agreement", "lineage") => {
            let (relation, name) = raw.split_once(' ').unwrap_or((raw, ""));
            format!("{} {name}", l.word("lineage", &format!("{relation}-earlier")))
        }
        ("agreement", "ratification") => {
            let mut parts = raw.splitn(3, ' ');
            let mut next = || parts.next().unwrap_or_default();
            let (party, step, date) = (next(), next(), next());
            format!("{}, {} {}", l.party(party, party), l.word("ratification", step), shown_date(l, date))
        }
        ("priority", "priority") => area(l, raw),
        ("proposal", _) => proposal(l, raw),
        ("priorities", "ranking") => ranked(raw),
        // The digest of its file is for who compares files.
        // A title or a name, then what the record needs besides.
        ("consultation", "consultation") => raw.lines().next().unwrap_or_default().to_owned(),
        ("consultation", "closes_on") => shown_date(l, raw),
        ("consultation", "lines") => raw.lines().collect::<Vec<_>>().join("; "),
        ("paper", "paper") => raw.splitn(3, '\n').last().unwrap_or_default().to_owned(),
        ("action_point", field) => action_point(l, field, raw),
        ("milestone", "milestone") => milestone(l, raw),
        ("brief" | "report", "clearance") => l.word("clearance", raw),
        ("brief" | "report", "language") => {
            Locale::from_code(raw).map_or_else(|| raw.to_owned(), |locale| locale.own_name().to_owned())
        }
        ("grant", "role") => {
            let (name, role) = raw.rsplit_once(": ").unwrap_or(("", raw));
            format!("{name}: {}", l.word("role", role))
        }
        _ => raw.to_owned(),
    }
}

/// A date of the change record as it is written here; nothing for what is no date.
fn shown_date(l: &Speaker, raw: &str) -> String {
    PartialDate::parse("", raw).map(|date| l.partial_date(date)).unwrap_or_default()
}

/// An agenda in one line, with a word behind what is done.
fn agenda_told(l: &Speaker, raw: &str) -> String {
    let line = |(title, done): (&str, bool)| if done { format!("{title} ({})", l.t("item-done")) } else { title.to_owned() };
    agenda_lines(raw).map(line).collect::<Vec<_>>().join("; ")
}

/// A priority area as the record tells it: rank, title, stance, sector and owner, each on a line.
fn area(l: &Speaker, raw: &str) -> String {
    let mut parts = raw.split('\n');
    let mut next = || parts.next().unwrap_or_default();
    let (rank, title, stance, sector, owner) = (next(), next(), next(), next(), next());
    let rank = rank.parse().map_or_else(|_| rank.to_owned(), |rank| l.number(rank));
    let stance = l.word("stance", stance);
    let about = [stance.as_str(), sector, owner].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    format!("{rank}. {title} ({about})")
}

/// Titles of priority areas in their order, each after its id.
fn ranked(raw: &str) -> String {
    let titles =
        raw.split('\n').zip(1..).map(|(line, rank)| format!("{rank}. {}", line.split_once(' ').map_or("", |(_, title)| title)));
    titles.collect::<Vec<_>>().join(" · ")
}

/// A proposal as the record tells it: the wish on the first line, and what it is of on those that follow.
fn proposal(l: &Speaker, raw: &str) -> String {
    let (wish, of) = raw.split_once('\n').unwrap_or((raw, ""));
    match Wish::from_code(wish) {
        Some(Wish::Add) => format!("{} {}", l.word("wish", wish), area(l, of)),
        Some(Wish::Drop) => format!("{} {}", l.word("wish", wish), of.split_once(' ').map_or("", |(_, title)| title)),
        Some(Wish::Rerank) => ranked(of),
        None => raw.to_owned(),
    }
}

/// A field of an action point as the record tells it; the action point itself as the day, the side, who and what, each on a line.
fn action_point(l: &Speaker, field: &str, raw: &str) -> String {
    let mut parts = raw.splitn(4, '\n');
    let mut next = || parts.next().unwrap_or_default();
    let owner = |side: &str, name: &str| if name.is_empty() { l.word("side", side) } else { name.to_owned() };
    match field {
        "action_point" => {
            let (due, side, name, title) = (next(), next(), next(), next());
            format!("{title} ({}, {})", owner(side, name), shown_date(l, due))
        }
        "owner" => owner(next(), next()),
        "due" => shown_date(l, raw),
        "state" => l.word("action-state", raw),
        "carried" => {
            let kind = MeetingKind::from_code(next()).unwrap_or(MeetingKind::Round);
            let (number, title) = (next().parse().ok(), next().to_owned());
            meeting_title(l, &MeetingName { address: String::new(), kind, number, title })
        }
        _ => raw.to_owned(),
    }
}

/// A milestone as the record tells it: kind, date, title and place, each on a line.
fn milestone(l: &Speaker, raw: &str) -> String {
    let mut parts = raw.split('\n');
    let mut next = || parts.next().unwrap_or_default();
    let (kind, date, title, place) = (next(), next(), next(), next());
    let shown = shown_date(l, date);
    let kind = l.word("milestone", kind);
    [title, kind.as_str(), shown.as_str(), place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The screen a list of changes stands on; what the screen is about is not named again at each change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Portfolio,
    Agreement,
    Chapter,
    /// That of the one thing all the changes are about.
    Thing,
}

/// A list of changes, newest first: what, from what to what, why, who and when.
pub fn changes(l: &Speaker, changes: &[SeenChange], on: Shown, empty: String) -> impl IntoView + use<> {
    if changes.is_empty() {
        return Either::Left(view! { <p class="empty">{empty}</p> });
    }
    let l = *l;
    Either::Right(view! { <ul class="changes">{changes.iter().map(|change| line(&l, change, 1, on)).collect_view()}</ul> })
}

/// A list of effects: as [`changes`], each with the number of steps it took.
pub fn net_changes(l: &Speaker, effects: &[NetChange], on: Shown) -> impl IntoView + use<> {
    let l = *l;
    view! { <ul class="changes">{effects.iter().map(|effect| line(&l, &effect.change, effect.steps, on)).collect_view()}</ul> }
}

/// What was changed, linked.
fn what(l: &Speaker, change: &SeenChange, on: Shown) -> Option<impl IntoView + use<>> {
    let chapter = change.chapter_address.as_ref().map(|address| {
        let kind = change.chapter_kind.as_deref().and_then(ChapterKind::from_code).unwrap_or(ChapterKind::Other);
        let title = chapter_title(l, kind, change.chapter_title.as_deref().unwrap_or_default());
        (format!("/agreements/{}/chapters/{address}", change.agreement_slug), title)
    });
    let agreement_link = format!("/agreements/{}", change.agreement_slug);
    if let Some((href, thing)) = thing_of(l, change).filter(|_| !matches!(on, Shown::Chapter | Shown::Thing)) {
        let of_agreement = Some(change.agreement_name.clone()).filter(|_| on == Shown::Portfolio);
        let of_chapter = chapter.map(|(_, title)| title);
        let label = [of_agreement, Some(thing), of_chapter].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        return Some(named(href, label));
    }
    let (href, label) = match (chapter, on) {
        (_, Shown::Chapter | Shown::Thing) => return None,
        (Some((href, title)), Shown::Portfolio) => (href, format!("{} · {title}", change.agreement_name)),
        (Some((href, title)), Shown::Agreement) => (href, title),
        (None, _) => (agreement_link, change.agreement_name.clone()),
    };
    Some(named(href, label))
}

fn named(href: String, label: String) -> impl IntoView + use<> {
    view! { <a class="what" href=href dir="auto">{label}</a> }
}

/// The meeting or the action point a change is about: where it tells of it, and its name.
fn thing_of(l: &Speaker, change: &SeenChange) -> Option<(String, String)> {
    if let Some(meeting) = meeting_of(change) {
        return Some((place_of(change, &meeting), meeting_title(l, &meeting)));
    }
    let number = change.point_number?;
    let name = l.with("action-point-number", &[("n", l.number(number.into()).into())]);
    Some((format!("{}/{number}", list_path(&change.agreement_slug)), name))
}

/// Where the meeting a change is about tells of it.
fn place_of(change: &SeenChange, meeting: &MeetingName) -> String {
    let path = meeting_path(&change.agreement_slug, &meeting.address);
    if change.subject == "report" {
        return format!("{path}/report");
    }
    let anchor = change.chapter_address.as_ref().map(|address| format!("#{address}")).unwrap_or_default();
    format!("{path}{anchor}")
}

fn line(l: &Speaker, change: &SeenChange, steps: i64, on: Shown) -> impl IntoView + use<> {
    let told = match (change.verb.as_str(), change.field.as_str()) {
        ("move", "market_status") => l.t("changed-market-access-move"),
        ("write", part) => format!("{} · {}:", l.word("document-kind", &change.subject), l.word("document-part", part)),
        ("edit", field) => l.word("changed", &format!("{}-{field}", change.subject)),
        (verb, _) => l.word("changed", &format!("{}-{verb}", change.subject)),
    };
    // Facts are kept in no language: the document itself words them.
    let is_told = !matches!(change.verb.as_str(), "generate" | "regenerate");
    let told_as = |raw: &Option<String>| raw.as_deref().filter(|_| is_told).map(|raw| value(l, change, raw));
    let part = || change.new.as_ref().or(change.old.as_ref())?.split(' ').next().map(|part| l.word("document-part", part));
    let new = if is_told { told_as(&change.new) } else { part().filter(|_| steps == 1) };
    let old = told_as(&change.old);
    let arrow = old.is_some() && new.is_some();
    let many = (steps > 1).then(|| l.count("changes-in-steps", steps as usize));
    // Where nothing stands beside the changes, what they are about is named among their words.
    let thing =
        thing_of(l, change).filter(|_| on == Shown::Chapter).map(|(href, name)| view! { <a href=href dir="auto">{name}</a> " · " });
    // A step of an action point is told by what is to be done.
    let point =
        change.point_title.clone().filter(|_| on != Shown::Thing && matches!(change.verb.as_str(), "put-off" | "settle" | "carry"));
    let meta = [Some(change.actor_name.clone()), Some(l.ago(change.at)), many, change.imported.then(|| l.t("imported"))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <li>
            {what(l, change, on)}
            <div>
                {thing} {point.map(|point| view! { <span dir="auto">{point}</span> " · " })}
                <span class="verb">{told}</span>
                {old.map(|old| view! { " " <span dir="auto">{old}</span> })}
                {arrow.then(|| view! { <span class="arrow" aria-hidden="true">"→"</span> })}
                {new.map(|new| view! { " " <strong dir="auto">{new}</strong> })}
            </div>
            {change.reason.clone().map(|reason| view! { <div class="q" dir="auto">{reason}</div> })}
            <div class="q"><time datetime=change.at.to_rfc3339() title=l.instant(change.at)>{meta}</time></div>
        </li>
    }
}

/// A sentence that something was saved, after a redirect that says what.
pub fn saved(l: &Speaker, what: Option<&str>) -> AnyView {
    let known = [
        "step",
        "card",
        "parked",
        "unparked",
        "escalated",
        "answered",
        "event",
        "role",
        "account",
        "password",
        "preferences",
        "archived",
        "restored",
        "opened",
        "relation",
        "ratification",
        "meeting",
        "meeting-state",
        "session",
        "carried-over",
        "proposed",
        "proposed-approved",
        "approved",
        "refused",
        "withdrawn",
        "flag",
        "milestone",
        "milestone-withdrawn",
        "figure",
        "source",
        "figure-withdrawn",
        "preference",
        "import",
        "import-withdrawn",
        "nomenclature",
        "status-table",
        "target",
        "target-dropped",
        "region",
        "consultation",
        "stance",
        "stance-withdrawn",
        "link-revoked",
        "link-renewed",
        "answers",
        "barrier",
        "note",
        "link",
        "unlink",
        "public-proposed",
        "public-approved",
        "public-refused",
        "public-published",
        "public-taken-back",
        "answers-read",
        "stakeholder",
        "merged",
        "cell",
        "programme",
        "brief",
        "brief-approved",
        "report",
        "report-approved",
        "report-published",
        "action-point",
        "action-point-agreed",
        "action-point-day",
        "calendar-revoked",
        "paper",
        "paper-withdrawn",
        "body",
        "attendees",
        "plan-line",
    ];
    match what.filter(|what| known.contains(what)) {
        Some(what) => view! { <p class="notice" role="status">{l.word("saved", what)}</p> }.into_any(),
        None => ().into_any(),
    }
}
