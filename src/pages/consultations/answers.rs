//! What each line of a consultation was answered, and what it was answered before.

use accord_domain::consultation::LineStance;
use accord_language::Speaker;
use accord_store::queries::consultations::{Answer, ChangedAnswer, ConsultationView, Line};
use leptos::prelude::*;

use super::{anchor, asked, told};

/// How often each stance was taken to a line, by whom and with what words, and what they said before.
pub fn line_answers(l: &Speaker, found: &ConsultationView, line: &Line) -> AnyView {
    let l = *l;
    let answers: Vec<_> = found.answers.iter().filter(|answer| answer.position == line.position).collect();
    let changed: Vec<_> = found.changed.iter().filter(|changed| changed.position == line.position).collect();
    view! {
        <h2 id=anchor(line.position) dir="auto">{asked(&l, line)}</h2>
        {if answers.is_empty() {
            view! { <p class="empty">{l.t("no-answers")}</p> }.into_any()
        } else {
            view! {
                <p class="q">{told(&l, &found.stances(line))}</p>
                <ul class="plain-list">{answers.into_iter().map(|answer| one(&l, answer)).collect_view()}</ul>
            }
            .into_any()
        }}
        {(!changed.is_empty()).then(|| history(&l, &changed))}
    }
    .into_any()
}

fn one(l: &Speaker, answer: &Answer) -> AnyView {
    view! {
        <li>
            <strong>{l.word("line-stance", answer.stance.code())}</strong> " – " <span dir="auto">{answer.name.clone()}</span>
            {(!answer.comment.is_empty()).then(|| view! { <p class="prose" dir="auto">{answer.comment.clone()}</p> })}
        </li>
    }
    .into_any()
}

fn history(l: &Speaker, changed: &[&ChangedAnswer]) -> AnyView {
    let l = *l;
    view! {
        <details>
            <summary>{l.count("answers-changed", changed.len())}</summary>
            <ul class="changes">{changed.iter().map(|changed| change(&l, changed)).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// From what to what an answer was changed, by whom and when.
fn change(l: &Speaker, changed: &ChangedAnswer) -> AnyView {
    let l = *l;
    let said = |answer: &Option<(LineStance, String)>| match answer {
        None => l.t("no-answer"),
        Some((stance, comment)) if comment.is_empty() => l.word("line-stance", stance.code()),
        Some((stance, comment)) => format!("{}: {comment}", l.word("line-stance", stance.code())),
    };
    view! {
        <li>
            <div>
                <span dir="auto">{said(&changed.old)}</span> <span class="arrow" aria-hidden="true">"→"</span>
                <span class="visually-hidden">{l.t("report-after")}</span> " " <strong dir="auto">{said(&changed.new)}</strong>
            </div>
            <div class="q">
                <time datetime=changed.at.to_rfc3339() title=l.instant(changed.at)>
                    <span dir="auto">{changed.name.clone()}</span> " · " {l.ago(changed.at)}
                </time>
            </div>
        </li>
    }
    .into_any()
}
