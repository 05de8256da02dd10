//! The register of barriers: the list, one barrier, the form that enters or corrects it, and what of it is public.

pub mod form;
pub mod list;
pub mod public;
pub mod single;

use accord_domain::barrier::{BarrierStatus, Rag};
use accord_language::Speaker;
use accord_store::queries::barriers::list::BarrierLine;
use leptos::prelude::*;

use crate::pages::words::illustrative;

/// The address of a barrier.
fn path(number: i64) -> String {
    format!("/barriers/{number}")
}

/// The number in an address.
fn number_of(raw: &str) -> Result<i64, accord_domain::AppError> {
    raw.parse().map_err(|_| accord_domain::AppError::NotFound)
}

/// A traffic light by its shape and its word.
fn light(l: &Speaker, rag: Rag) -> AnyView {
    let class = format!("rag {}", rag.code());
    view! { <span class=class><span aria-hidden="true">{rag.shape().to_string()}</span> " " {l.word("rag", rag.code())}</span> }
        .into_any()
}

/// Where a barrier stands, as a tag.
fn status_tag(l: &Speaker, status: BarrierStatus) -> AnyView {
    let shape = match status {
        BarrierStatus::Open | BarrierStatus::InPart => "stage-talks",
        BarrierStatus::Resolved => "stage-force",
        BarrierStatus::Dormant => "stage-over",
    };
    view! { <span class=format!("stage {shape}")>{l.word("barrier-status", status.code())}</span> }.into_any()
}

/// Who imposes it on whose exports.
fn between(l: &Speaker, imposing: &str, affected: &str) -> String {
    l.with("barrier-between", &[("imposing", l.party(imposing, imposing).into()), ("affected", l.party(affected, affected).into())])
}

/// Barriers that concern what a page is about; nothing where there are none.
pub fn beside(l: &Speaker, lines: &[BarrierLine]) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2 id="barriers">{l.t("barriers")}</h2>
        <ul class="plain-list">
            {lines
                .iter()
                .map(|line| view! {
                    <li>
                        {light(&l, line.rag)} " " <a href=path(line.number) dir="auto">{line.title.clone()}</a> " "
                        {illustrative(&l, line.illustrative)}
                        <span class="q">
                            {between(&l, &line.imposing, &line.affected)} " · " {l.word("barrier-status", line.status.code())}
                            {(!line.next_step.is_empty()).then(|| view! { " · " <span dir="auto">{line.next_step.clone()}</span> })}
                        </span>
                    </li>
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
