//! One chapter: where it stands, the step to record, what stands in its way, its history.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::chapter::EscalationLevel;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use accord_language::Speaker;
use accord_store::commands::chapters::{self, At, StepForm};
use accord_store::queries::chapter::{ChapterView, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::action_points::{With, list_path, section};
use super::barriers;
use super::consultations::beside::beside;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, options, refuse, typed};
use super::meetings;
use super::priorities;
use super::stances::beside_chapter;
use super::words::{Shown, changes, chapter_title, illustrative, or_dash, saved, statuses};
use crate::components::form::{Filled, area, select, summary};
use crate::islands::status_control::{Control, StatusControl, Words};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Which chapter: the agreement's and the chapter's part of the address.
pub type Address = Path<(String, String)>;

const STEP: [&str; 4] = ["text_status", "market_status", "reason", "override_brackets"];

/// What a form was refused with, and which form it was.
#[derive(Default)]
struct Refusal {
    step: Option<Filled>,
    other: Filled,
    conflict: Option<Filled>,
}

/// The screen.
pub async fn show(reader: Reader, Path((slug, address)): Address, Query(query): Query<Saved>) -> Answer {
    let chapter = load(reader.db(), reader.actor(), &slug, &address).await?;
    Ok(document(&reader, &chapter, &Refusal::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, c: &ChapterView, refusal: &Refusal, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = chapter_title(&l, c.kind, &c.title);
    let moves = c.may(Act::MoveStatus) && !is_parked(c);
    let screen = Screen { title: format!("{title} – {}", c.agreement_name), place: Place::Portfolio, island: moves };
    page(&reader.visitor, screen, || {
        let links = vec![("/".into(), l.t("portfolio")), (format!("/agreements/{}", c.agreement_slug), c.agreement_name.clone())];
        let here = l.with("chapter-number", &[("n", l.number(c.number.into()).into())]);
        view! {
            {crumbs(l.t("breadcrumb"), links, here)}
            <h1 dir="auto">{title}</h1>
            <p class="lede">{lede(&l, c)} {illustrative(&l, c.illustrative)}</p>
            {saved(&l, told)}
            {refusal.conflict.as_ref().map(|_| conflict(&l, c, refusal))}
            <div class="cols">
                <div>
                    {track::<TextStatus>(&l, "text", c.text, l.t("text-track"))}
                    {notices(&l, c)}
                    {moves.then(|| step(&l, c, refusal))}
                    {obstacles(&l, c, &refusal.other)}
                    {meetings::of_chapter(&l, c)}
                    {points(&l, c)}
                    {barriers::beside(&l, c.barriers.as_deref().unwrap_or_default())}
                    {beside(&l, &c.agreement_slug, c.consultations.as_deref().unwrap_or_default())}
                    {beside_chapter(&l, &c.agreement_slug, &c.stances)}
                    <h2>{l.t("history")}</h2>
                    {changes(&l, &c.changes, Shown::Chapter, l.t("no-changes"))}
                </div>
                <aside>{card(&l, c)} {priorities::of_chapter(&l, &c.agreement_slug, &c.priorities)} {note(&l, c)}</aside>
            </div>
        }
    })
}

fn is_parked(c: &ChapterView) -> bool {
    c.confidences.as_ref().is_some_and(|known| known.parked.is_some())
}

fn lede(l: &Speaker, c: &ChapterView) -> String {
    let days = usize::try_from(l.days_since(c.text_since)).unwrap_or_default();
    let mut parts = vec![
        l.with("status-for", &[("status", l.word("text", c.text.code()).into()), ("time", l.count("days", days).into())]),
        l.count("brackets", usize::try_from(c.open_brackets).unwrap_or_default()),
    ];
    if !c.target_round.is_empty() {
        parts.push(l.with("target", &[("round", c.target_round.clone().into())]));
    }
    parts.join(" · ")
}

fn track<T: Track>(l: &Speaker, prefix: &str, now: T, label: String) -> AnyView {
    view! {
        <ol class="track" aria-label=label>
            {T::ALL
                .iter()
                .map(|status| {
                    let state = match status.cmp(&now) {
                        std::cmp::Ordering::Less => "done",
                        std::cmp::Ordering::Equal => "now",
                        std::cmp::Ordering::Greater => "ahead",
                    };
                    let current = (*status == now).then_some("step");
                    view! { <li class=format!("{state} p{}", status.step()) aria-current=current>{l.word(prefix, status.code())}</li> }
                })
                .collect_view()}
        </ol>
    }
    .into_any()
}

fn notices(l: &Speaker, c: &ChapterView) -> AnyView {
    let Some(known) = &c.confidences else { return ().into_any() };
    let parked = known.parked.clone().map(|(reason, since)| {
        let told = l.with("parked-since", &[("when", l.ago(since).into())]);
        view! { <div class="notice warn"><strong>{told}</strong> " " <span dir="auto">{reason}</span></div> }
    });
    let escalated = known.escalated.clone().map(|question| {
        let told = l.with(
            "escalated-since",
            &[("to", l.word("escalation", question.to.code()).into()), ("when", l.ago(question.since).into())],
        );
        view! { <div class="notice warn"><strong>{told}</strong> " " <span dir="auto">{question.question}</span></div> }
    });
    view! { {parked} {escalated} }.into_any()
}

fn step(l: &Speaker, c: &ChapterView, refusal: &Refusal) -> AnyView {
    let typed = refusal.step.clone().unwrap_or_default();
    let market = c.confidences.as_ref().and_then(|known| known.market).map(|(status, _)| status);
    let control = Control {
        agreement: c.agreement_slug.clone(),
        chapter: c.address.clone(),
        version: c.version,
        text: c.text,
        market,
        text_options: statuses::<TextStatus>(l, "text"),
        market_options: if market.is_some() { statuses::<MarketAccessStatus>(l, "market") } else { Vec::new() },
        chief_or_principal: c.may(Act::CloseOrReopen),
        open_brackets: u32::try_from(c.open_brackets).unwrap_or(u32::MAX),
        stage: c.stage,
        typed: typed.values().to_vec(),
        errors: typed.errors().to_vec(),
    };
    view! {
        <h2>{l.t("record-step")}</h2>
        <StatusControl control=control words=words(l, c) />
    }
    .into_any()
}

/// The sentences the control may need, in the reader's language.
fn words(l: &Speaker, c: &ChapterView) -> Words {
    let advice = [
        "closing-needs-chief",
        "reopening-needs-chief",
        "reason-for-going-back",
        "not-in-scrubbing",
        "brackets-open",
        "reason-for-override",
    ];
    let sentence = |code: &str| {
        let error = accord_domain::FieldError::with("", code, c.open_brackets);
        (code.to_owned(), l.field_error(&error))
    };
    let chief = c.may(Act::CloseOrReopen);
    Words {
        text_label: l.t("text-track"),
        text_hint: l.t(if chief { "text-hint-chief" } else { "text-hint-lead" }),
        market_label: l.t("market-access"),
        reason_label: l.t("reason-and-authority"),
        reason_hint: l.t("reason-hint"),
        override_label: l.count("override-brackets", usize::try_from(c.open_brackets).unwrap_or_default()),
        record: l.t("record"),
        recording: l.t("recording"),
        problem: l.t("problem"),
        unreachable: l.t("failure-unreachable"),
        advice: advice.iter().map(|code| sentence(code)).collect(),
    }
}

fn obstacles(l: &Speaker, c: &ChapterView, filled: &Filled) -> AnyView {
    let base = format!("/agreements/{}/chapters/{}", c.agreement_slug, c.address);
    let version = c.version;
    let escalated = c.confidences.as_ref().is_some_and(|known| known.escalated.is_some());
    let parked = is_parked(c);
    let has = |name: &str| filled.error(name).is_some();
    let park = c.may(Act::Park).then(|| {
        let (label, path) = if parked { ("unpark-chapter", "unpark") } else { ("park-chapter", "park") };
        view! {
            <details open=has("park_reason") || parked>
                <summary>{l.t(label)}</summary>
                <form method="post" action=format!("{base}/{path}")>
                    <input type="hidden" name="version" value=version />
                    {area(filled, "park_reason", l.t("reason"), String::new())}
                    <p class="actions"><button class="plain">{l.t(label)}</button></p>
                </form>
            </details>
        }
    });
    let escalate = (c.may(Act::Escalate) && !escalated).then(|| {
        let levels = options(l, "escalation", EscalationLevel::ALL.iter().map(|level| level.code()));
        view! {
            <details open=has("question") || has("escalated_to")>
                <summary>{l.t("escalate-chapter")}</summary>
                <form method="post" action=format!("{base}/escalate")>
                    <input type="hidden" name="version" value=version />
                    {select(filled, "escalated_to", l.t("escalate-to"), String::new(), levels)}
                    {area(filled, "question", l.t("question"), l.t("question-hint"))}
                    <p class="actions"><button class="plain">{l.t("escalate-chapter")}</button></p>
                </form>
            </details>
        }
    });
    let answer = (c.may(Act::AnswerEscalation) && escalated).then(|| {
        view! {
            <details open=true>
                <summary>{l.t("answer-escalation")}</summary>
                <form method="post" action=format!("{base}/answer")>
                    <input type="hidden" name="version" value=version />
                    {area(filled, "answer", l.t("answer"), l.t("answer-hint"))}
                    <p class="actions"><button class="plain">{l.t("answer-escalation")}</button></p>
                </form>
            </details>
        }
    });
    let edit = c
        .may(Act::EditChapter)
        .then(|| view! { <p class="actions"><a class="button" href=format!("{base}/edit")>{l.t("edit-chapter")}</a></p> });
    view! { <div class="screen-only obstacles">{summary(filled, l.t("problem"))} {answer} {park} {escalate} {edit}</div> }
        .into_any()
}

fn points(l: &Speaker, c: &ChapterView) -> AnyView {
    let new = format!("{}/new?chapter={}", list_path(&c.agreement_slug), c.address);
    section(l, &c.action_points, With::Source, c.may(Act::KeepActionPoints).then_some(new))
}

fn card(l: &Speaker, c: &ChapterView) -> AnyView {
    let market = c.confidences.as_ref().and_then(|known| known.market);
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("our-lead")}</dt><dd dir="auto">{or_dash(c.our_lead.clone())}</dd>
                <dt>{l.t("their-lead")}</dt><dd dir="auto">{or_dash(c.their_lead.clone())}</dd>
                <dt>{l.t("line-ministry")}</dt><dd dir="auto">{or_dash(c.line_ministry.clone())}</dd>
                {market.map(|(status, since)| view! {
                    <dt>{l.t("market-access")}</dt>
                    <dd>{l.word("market", status.code())} " " <span class="q">{l.ago(since)}</span></dd>
                })}
                <dt>{l.t("open-brackets")}</dt><dd>{l.number(c.open_brackets)}</dd>
                <dt>{l.t("target-round")}</dt><dd dir="auto">{or_dash(c.target_round.clone())}</dd>
                <dt>{l.t("stage")}</dt><dd>{l.word("stage", c.stage.code())}</dd>
            </dl>
        </div>
    }
    .into_any()
}

fn note(l: &Speaker, c: &ChapterView) -> AnyView {
    let Some(text) = c.note.clone() else { return ().into_any() };
    view! {
        <section aria-labelledby="team-note">
            <h2 id="team-note">{l.t("team-note")}</h2>
            {if text.is_empty() {
                view! { <p class="empty">{l.t("no-note")}</p> }.into_any()
            } else {
                view! { <p class="prose" dir="auto">{text}</p> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn conflict(l: &Speaker, c: &ChapterView, refusal: &Refusal) -> AnyView {
    let Some(mine) = &refusal.conflict else { return ().into_any() };
    let market = c.confidences.as_ref().and_then(|known| known.market).map(|(status, _)| status.code()).unwrap_or_default();
    let differs = |name: &str, stands: &str| ![String::new(), stands.to_owned()].contains(&mine.value(name));
    let shown = |prefix: &str, code: &str| if code.is_empty() { "–".to_owned() } else { l.word(prefix, code) };
    let newest =
        c.changes.first().map(|change| (change.actor_name.clone(), l.ago(change.at), change.reason.clone().unwrap_or_default()));
    let (who, when, why) = newest.unwrap_or_default();
    let row = |label: String, theirs: String, yours: String| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td data-l=l.t("conflict-theirs") dir="auto">{theirs}</td>
                <td data-l=l.t("conflict-yours") dir="auto"><mark>{yours}</mark></td>
            </tr>
        }
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
            <h2>{l.t("failure-conflict")}</h2>
            <p>{l.with("conflict-who", &[("who", who.into()), ("when", when.into())])} " " {l.t("failure-conflict-advice")}</p>
        </div>
        <table class="compare">
            <caption>{l.t("conflict-both")}</caption>
            <thead>
                <tr><th scope="col">{l.t("field")}</th><th scope="col">{l.t("conflict-theirs")}</th><th scope="col">{l.t("conflict-yours")}</th></tr>
            </thead>
            <tbody>
                {differs("text_status", c.text.code()).then(|| row(l.t("text-track"), shown("text", c.text.code()), shown("text", &mine.value("text_status"))))}
                {differs("market_status", market).then(|| row(l.t("market-access"), shown("market", market), shown("market", &mine.value("market_status"))))}
                {row(l.t("reason"), why, ["reason", "park_reason", "question", "answer", "archive_reason"].map(|name| mine.value(name)).concat())}
            </tbody>
        </table>
    }
    .into_any()
}

/// The step as typed.
pub fn step_form(text_status: String, market_status: String, reason: String, override_brackets: &str) -> StepForm {
    StepForm { text_status, market_status, reason, override_brackets: !override_brackets.is_empty() }
}

/// Records a step for the reader: the command both doors lead to.
pub async fn record(reader: Reader, agreement: String, chapter: String, version: String, form: StepForm) -> Result<(), AppError> {
    let at = At { slug: agreement, address: chapter, version: version.parse().unwrap_or(-1) };
    let outcome = chapters::record_step(reader.db(), reader.command(), at.clone(), form).await;
    if matches!(outcome, Err(AppError::Invalid(_))) {
        // What is wrong with a step is told to those who may take one.
        moving(&reader, &at.slug, &at.address, Act::MoveStatus).await?;
    }
    outcome
}

/// The chapter, for those who do the act in it; for others there is nothing to do here.
async fn moving(reader: &Reader, slug: &str, address: &str, act: Act) -> Result<ChapterView, AppError> {
    let chapter = load(reader.db(), reader.actor(), slug, address).await?;
    if chapter.may(act) { Ok(chapter) } else { Err(AppError::NotFound) }
}

/// The plain form's door.
pub async fn post(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let form =
        step_form(fields.get("text_status"), fields.get("market_status"), fields.get("reason"), &fields.get("override_brackets"));
    match record(reader.clone(), slug.clone(), address.clone(), fields.get("version"), form).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/chapters/{address}"), "step")),
        Err(error) => {
            let chapter = load(reader.db(), reader.actor(), &slug, &address).await?;
            again(error, |error| {
                let typed = typed(&fields, &STEP);
                let conflict = matches!(error, AppError::Conflict { .. }).then(|| Filled::refused(typed.clone(), Vec::new()));
                let filled = match &conflict {
                    Some(_) => Filled::refused(typed, Vec::new()),
                    None => refuse(reader.speaker(), typed, error, "text_status"),
                };
                document(&reader, &chapter, &Refusal { step: Some(filled), conflict, ..Refusal::default() }, None)
            })
        }
    }
}

/// Shows the chapter again with what was typed in one of its other forms, to those who do the act.
pub async fn refused(reader: &Reader, slug: &str, address: &str, fields: &Fields, act: Act, error: AppError) -> Answer {
    let chapter = moving(reader, slug, address, act).await?;
    again(error, |error| {
        let typed = typed(fields, &["park_reason", "escalated_to", "question", "answer", "archive_reason"]);
        let conflict = matches!(error, AppError::Conflict { .. }).then(|| Filled::refused(typed.clone(), Vec::new()));
        let other = match &conflict {
            Some(_) => Filled::refused(typed, Vec::new()),
            None => refuse(reader.speaker(), typed, error, "reason").told_at("reason", "park_reason"),
        };
        document(reader, &chapter, &Refusal { step: None, other, conflict }, None)
    })
}

async fn answered(
    reader: Reader,
    Path((slug, address)): Address,
    fields: Fields,
    done_as: (Act, &str),
    outcome: Result<(), AppError>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/chapters/{address}"), done_as.1)),
        Err(error) => refused(&reader, &slug, &address, &fields, done_as.0, error).await,
    }
}

fn at(Path((slug, address)): &Address, fields: &Fields) -> At {
    At { slug: slug.clone(), address: address.clone(), version: fields.version() }
}

/// Parks the chapter.
pub async fn park(reader: Reader, address: Address, fields: Fields) -> Answer {
    let outcome = chapters::set_parked(reader.db(), reader.command(), at(&address, &fields), true, fields.get("park_reason")).await;
    answered(reader, address, fields, (Act::Park, "parked"), outcome).await
}

/// Unparks it.
pub async fn unpark(reader: Reader, address: Address, fields: Fields) -> Answer {
    let outcome =
        chapters::set_parked(reader.db(), reader.command(), at(&address, &fields), false, fields.get("park_reason")).await;
    answered(reader, address, fields, (Act::Park, "unparked"), outcome).await
}

/// Escalates its question.
pub async fn escalate(reader: Reader, address: Address, fields: Fields) -> Answer {
    let (to, question) = (fields.get("escalated_to"), fields.get("question"));
    let outcome = chapters::escalate(reader.db(), reader.command(), at(&address, &fields), to, question).await;
    answered(reader, address, fields, (Act::Escalate, "escalated"), outcome).await
}

/// Answers the question.
pub async fn answer(reader: Reader, address: Address, fields: Fields) -> Answer {
    let outcome = chapters::answer_escalation(reader.db(), reader.command(), at(&address, &fields), fields.get("answer")).await;
    answered(reader, address, fields, (Act::AnswerEscalation, "answered"), outcome).await
}
