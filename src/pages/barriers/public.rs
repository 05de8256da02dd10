//! What of a barrier is public: its version as any reader sees it, and on the barrier's page the way there.

use accord_domain::barrier::PublicState;
use accord_language::Speaker;
use accord_store::commands::barriers::publications::{self, PublicForm};
use accord_store::queries::barriers::list::reads_register;
use accord_store::queries::barriers::public::one;
use accord_store::queries::barriers::single::{BarrierView, Publication};
use axum::extract::Path;
use axum::response::IntoResponse;
use leptos::prelude::*;

use super::single::{answered, told};
use super::{between, number_of, path, status_tag};
use crate::components::form::{Filled, area, input};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::words::{illustrative, or_dash};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// What the number of the publication that was seen is called in a form.
pub const PUBLICATION: &str = "publication";

/// The public version as any reader sees it.
pub async fn show(reader: Reader, Path(number): Path<String>) -> Answer {
    let version = one(reader.db(), reader.actor(), number_of(&number)?).await?;
    let whole = reads_register(reader.db(), reader.actor()).await?;
    let l = *reader.speaker();
    let list = if whole { "/barriers/public" } else { "/barriers" };
    let document = page(&reader.visitor, Screen::plain(version.title.clone(), Place::Barriers), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![(list.into(), l.t("barriers-published"))], version.title.clone())}
            <h1 dir="auto">{version.title.clone()}</h1>
            <p class="lede">
                {status_tag(&l, version.status)} " · " {between(&l, &version.imposing, &version.affected)} " "
                {illustrative(&l, version.illustrative)}
            </p>
            <p class="prose" dir="auto">{version.summary.clone()}</p>
            <dl class="facts">
                <dt>{l.t("kind")}</dt><dd>{l.word("barrier-kind", version.kind.code())}</dd>
                <dt>{l.t("hs-codes")}</dt><dd>{or_dash(version.codes.clone())}</dd>
                <dt>{l.t("published-on")}</dt><dd>{l.ago(version.published_at)}</dd>
            </dl>
        }
    });
    Ok(document.into_response())
}

/// On the barrier's page: what is published, what changed since, what waits, and the forms that bring it there.
pub fn section(l: &Speaker, found: &BarrierView, filled: &Filled) -> AnyView {
    let l = *l;
    let action = path(found.barrier.number);
    let refused = found.publications.first().filter(|newest| newest.state == PublicState::Refused);
    view! {
        <h2 id="public">{l.t("public-version")}</h2>
        {match found.published() {
            Some(publication) => published(&l, found, publication, filled),
            None => view! { <p class="empty">{l.t("nothing-published-of-it")}</p> }.into_any(),
        }}
        {found.waiting().map(|waiting| pending(&l, found, waiting, filled))}
        {refused.map(|refused| view! {
            <div class="notice warn">
                <strong>{l.with("public-was-refused", &[("who", refused.decided_by.clone().into())])}</strong> " "
                <span dir="auto">{refused.refused_because.clone()}</span>
            </div>
        })}
        {found.may.keep.then(|| view! {
            <details class="screen-only" open=filled.error("public_title").is_some() || filled.error("public_summary").is_some()>
                <summary>{l.t("propose-public")}</summary>
                <form method="post" action=format!("{action}/public/propose")>
                    <input type="hidden" name="version" value=found.barrier.version />
                    {input(filled, "public_title", l.t("public-title"), String::new(), "text", "off")}
                    {area(filled, "public_summary", l.t("public-summary"), l.t("public-summary-hint"))}
                    <p class="actions"><button>{l.t("propose-public")}</button></p>
                </form>
            </details>
        })}
    }
    .into_any()
}

fn published(l: &Speaker, found: &BarrierView, publication: &Publication, filled: &Filled) -> AnyView {
    let l = *l;
    let action = path(found.barrier.number);
    let when = publication.published_at.map(|at| l.ago(at)).unwrap_or_default();
    view! {
        <p>
            <a href=format!("{action}/public") dir="auto">{publication.title.clone()}</a> " "
            <span class="q">{l.with("published-by", &[("who", publication.published_by.clone().into()), ("when", when.into())])}</span>
        </p>
        {(!publication.changed.is_empty()).then(|| view! {
            <div class="notice warn">
                <p><strong>{l.t("changed-since-published")}</strong></p>
                <ul>
                    {publication
                        .changed
                        .iter()
                        .map(|(field, old, new)| view! {
                            <li>
                                {l.word("barrier-field", field)} ": " <span dir="auto">{or_dash(told(&l, field, old))}</span> " "
                                <span class="arrow" aria-hidden="true">"→"</span> " " <strong dir="auto">{or_dash(told(&l, field, new))}</strong>
                            </li>
                        })
                        .collect_view()}
                </ul>
            </div>
        })}
        {found.may.keep.then(|| view! {
            <details class="screen-only" open=filled.error("take_back_reason").is_some()>
                <summary>{l.t("public-take-back")}</summary>
                <form method="post" action=format!("{action}/public/take-back")>
                    {area(filled, "take_back_reason", l.t("reason"), String::new())}
                    <p class="actions"><button class="danger">{l.t("public-take-back")}</button></p>
                </form>
            </details>
        })}
    }
    .into_any()
}

/// That another public version waits than the one that was decided on.
pub fn another_waits(l: &Speaker) -> AnyView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
            <h2>{l.t("failure-conflict")}</h2>
            <p><a href="#public">{l.t("public-another-waits")}</a></p>
        </div>
    }
    .into_any()
}

/// The facts that will be published beside the words, each with what it is by now where it is another.
fn frozen(l: &Speaker, waiting: &Publication) -> AnyView {
    let l = *l;
    let fact = |(field, text): &(&'static str, String)| {
        let by_now = waiting.by_now(field).map(|now| {
            view! { " " <span class="flag late">{l.with("public-fact-by-now", &[("value", or_dash(told(&l, field, now)).into())])}</span> }
        });
        view! { <dt>{l.word("barrier-field", field)}</dt><dd>{or_dash(told(&l, field, text))} {by_now}</dd> }
    };
    view! { <dl class="facts">{waiting.facts.iter().map(fact).collect_view()}</dl> }.into_any()
}

/// Which publication a form decides on: the one that was seen.
fn seen(waiting: &Publication) -> AnyView {
    view! { <input type="hidden" name=PUBLICATION value=waiting.number /> }.into_any()
}

/// What waits: its words and facts, who proposed and approved it, and what the reader may do about it.
fn pending(l: &Speaker, found: &BarrierView, waiting: &Publication, filled: &Filled) -> AnyView {
    let l = *l;
    let action = path(found.barrier.number);
    let proposed =
        l.with("public-proposed-by", &[("who", waiting.proposed_by.clone().into()), ("when", l.ago(waiting.proposed_at).into())]);
    let approved = waiting
        .decided_at
        .map(|at| l.with("public-approved-by", &[("who", waiting.decided_by.clone().into()), ("when", l.ago(at).into())]));
    let is_approved = waiting.state == PublicState::Approved;
    view! {
        <div class="notice">
            <p><strong>{l.word("public-state", waiting.state.code())}</strong> " " <span class="q">{proposed} {approved.map(|told| format!(" · {told}"))}</span></p>
            <p><strong dir="auto">{waiting.title.clone()}</strong></p>
            <p class="prose" dir="auto">{waiting.summary.clone()}</p>
            {frozen(&l, waiting)}
            {(is_approved && found.may.keep).then(|| view! {
                <form class="screen-only" method="post" action=format!("{action}/public/publish")>
                    {seen(waiting)}
                    <p class="actions"><button>{l.t("public-publish")}</button></p>
                </form>
            })}
            {found.may.decide.then(|| view! {
                <form class="screen-only" method="post" action=format!("{action}/public/approve")>
                    {seen(waiting)}
                    <p class="actions"><button>{l.t("public-approve")}</button></p>
                </form>
                <details class="screen-only" open=filled.error("refused_because").is_some() || !filled.value("refused_because").is_empty()>
                    <summary>{l.t("public-refuse")}</summary>
                    <form method="post" action=format!("{action}/public/refuse")>
                        {seen(waiting)}
                        {area(filled, "refused_because", l.t("reason"), String::new())}
                        <p class="actions"><button class="danger">{l.t("public-refuse")}</button></p>
                    </form>
                </details>
            })}
        </div>
    }
    .into_any()
}

/// The publication that was seen; one that no barrier has where the number was tampered with, so that it ends as a conflict.
fn publication(fields: &Fields) -> i64 {
    fields.get(PUBLICATION).parse().unwrap_or(-1)
}

/// Proposes a public version.
pub async fn propose(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let form = PublicForm { title: fields.get("public_title"), summary: fields.get("public_summary") };
    let outcome = publications::propose(reader.db(), reader.command(), number, fields.version(), form).await;
    answered(reader, number, fields, outcome, "public-proposed").await
}

/// Approves what waits.
pub async fn approve(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let outcome = publications::decide(reader.db(), reader.command(), number, publication(&fields), None).await;
    answered(reader, number, fields, outcome, "public-approved").await
}

/// Refuses what waits.
pub async fn refuse(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let refusal = Some(fields.get("refused_because"));
    let outcome = publications::decide(reader.db(), reader.command(), number, publication(&fields), refusal).await;
    answered(reader, number, fields, outcome, "public-refused").await
}

/// Publishes what was approved.
pub async fn publish(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let outcome = publications::publish(reader.db(), reader.command(), number, publication(&fields)).await;
    answered(reader, number, fields, outcome, "public-published").await
}

/// Takes back what is published.
pub async fn take_back(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let outcome = publications::take_back(reader.db(), reader.command(), number, fields.get("take_back_reason")).await;
    answered(reader, number, fields, outcome, "public-taken-back").await
}
