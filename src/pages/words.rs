//! The trade's words on screen: titles, stages, statuses, and a change told as a sentence.

use accord_domain::chapter::ChapterKind;
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::Track;
use accord_language::Speaker;
use accord_store::queries::changes::{NetChange, SeenChange};
use leptos::prelude::*;

/// A chapter's title: its own, else the standard one of its kind.
pub fn chapter_title(l: &Speaker, kind: ChapterKind, title: &str) -> String {
    if title.is_empty() { l.word("chapter", kind.code()) } else { title.to_owned() }
}

/// The stage as a tag: word and shape.
pub fn stage_tag(l: &Speaker, stage: Stage) -> AnyView {
    let shape = match stage {
        Stage::Proposed | Stage::JointStudy | Stage::TermsOfReference => "stage-before",
        Stage::Launched | Stage::Negotiating => "stage-talks",
        Stage::Paused => "stage-pause",
        Stage::ConcludedInPrinciple | Stage::LegalScrubbing | Stage::Initialled | Stage::Signed | Stage::Ratifying => "stage-done",
        Stage::InForce | Stage::UnderReview => "stage-force",
        Stage::Terminated => "stage-over",
    };
    view! { <span class=format!("stage {shape}")>{l.word("stage", stage.code())}</span> }.into_any()
}

/// A text, or a dash for none.
pub fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

/// A mark on what is invented for the demonstration.
pub fn illustrative(l: &Speaker, is: bool) -> AnyView {
    if is { view! { <span class="illustrative">{l.t("illustrative")}</span> }.into_any() } else { ().into_any() }
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
        ("event", "event") => {
            let (kind, date) = raw.split_once(' ').unwrap_or((raw, ""));
            let shown = accord_domain::dates::PartialDate::parse("", date).map(|date| l.partial_date(date)).unwrap_or_default();
            format!("{} {shown}", l.word("event", kind))
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
            let shown = accord_domain::dates::PartialDate::parse("", date).map(|date| l.partial_date(date)).unwrap_or_default();
            format!("{}, {} {shown}", l.party(party, party), l.word("ratification", step))
        }
        ("grant", "role") => {
            let (name, role) = raw.rsplit_once(": ").unwrap_or(("", raw));
            format!("{name}: {}", l.word("role", role))
        }
        _ => raw.to_owned(),
    }
}

/// The screen a list of changes stands on; what the screen is about is not named again at each change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Portfolio,
    Agreement,
    Chapter,
}

/// A list of changes, newest first: what, from what to what, why, who and when.
pub fn changes(l: &Speaker, changes: &[SeenChange], on: Shown, empty: String) -> AnyView {
    if changes.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let l = *l;
    view! { <ul class="changes">{changes.iter().map(|change| line(&l, change, 1, on)).collect_view()}</ul> }.into_any()
}

/// A list of effects: as [`changes`], each with the number of steps it took.
pub fn net_changes(l: &Speaker, effects: &[NetChange], on: Shown) -> AnyView {
    let l = *l;
    view! { <ul class="changes">{effects.iter().map(|effect| line(&l, &effect.change, effect.steps, on)).collect_view()}</ul> }
        .into_any()
}

/// What was changed, linked.
fn what(l: &Speaker, change: &SeenChange, on: Shown) -> AnyView {
    let chapter = change.chapter_address.as_ref().map(|address| {
        let kind = change.chapter_kind.as_deref().and_then(ChapterKind::from_code).unwrap_or(ChapterKind::Other);
        let title = chapter_title(l, kind, change.chapter_title.as_deref().unwrap_or_default());
        (format!("/agreements/{}/chapters/{address}", change.agreement_slug), title)
    });
    let agreement_link = format!("/agreements/{}", change.agreement_slug);
    let (href, label) = match (chapter, on) {
        (_, Shown::Chapter) => return ().into_any(),
        (Some((href, title)), Shown::Portfolio) => (href, format!("{} · {title}", change.agreement_name)),
        (Some((href, title)), Shown::Agreement) => (href, title),
        (None, _) => (agreement_link, change.agreement_name.clone()),
    };
    view! { <a class="what" href=href dir="auto">{label}</a> }.into_any()
}

fn line(l: &Speaker, change: &SeenChange, steps: i64, on: Shown) -> AnyView {
    let told = match (change.verb.as_str(), change.field.as_str()) {
        ("move", "market_status") => l.t("changed-market-access-move"),
        ("edit", field) => l.word("changed", &format!("{}-{field}", change.subject)),
        (verb, _) => l.word("changed", &format!("{}-{verb}", change.subject)),
    };
    let old = change.old.as_deref().map(|raw| value(l, change, raw));
    let new = change.new.as_deref().map(|raw| value(l, change, raw));
    let many = (steps > 1).then(|| l.count("changes-in-steps", steps as usize));
    let meta = [Some(change.actor_name.clone()), Some(l.ago(change.at)), many, change.imported.then(|| l.t("imported"))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <li>
            {what(l, change, on)}
            <div>
                <span class="verb">{told}</span>
                {old.map(|old| view! { " " <span dir="auto">{old}</span> })}
                {(change.old.is_some() && change.new.is_some()).then(|| view! { <span class="arrow" aria-hidden="true">"→"</span> })}
                {new.map(|new| view! { " " <strong dir="auto">{new}</strong> })}
            </div>
            {change.reason.clone().map(|reason| view! { <div class="q" dir="auto">{reason}</div> })}
            <div class="q"><time datetime=change.at.to_rfc3339() title=l.instant(change.at)>{meta}</time></div>
        </li>
    }
    .into_any()
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
    ];
    match what.filter(|what| known.contains(what)) {
        Some(what) => view! { <p class="notice" role="status">{l.word("saved", what)}</p> }.into_any(),
        None => ().into_any(),
    }
}
