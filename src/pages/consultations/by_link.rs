//! A consultation by its private link: what is asked, and a form to answer it. No account is needed, and nothing else is shown.

use accord_domain::AppError;
use accord_domain::consultation::LineStance;
use accord_language::Speaker;
use accord_store::commands::consultations::{self, LineAnswer, When};
use accord_store::queries::consultations::{Asked, Line, by_token};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::asked;
use crate::components::form::{Filled, escaped, summary};
use crate::pages::document::{Place, Screen, page};
use crate::pages::lists::{Saved, again, done, refuse};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Visitor;

/// The page.
pub async fn show(visitor: Visitor, Path(token): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = by_token(&visitor.app.db, &token).await.map_err(Failure)?;
    let filled = filled_of(&found);
    Ok(document(&visitor, &token, &found, found.version, &filled, query.saved.as_deref()).into_response())
}

fn filled_of(found: &Asked) -> Filled {
    let values = found.answers.iter().flat_map(|answer| {
        [
            (format!("stance-{}", answer.position), answer.stance.code().to_owned()),
            (format!("comment-{}", answer.position), answer.comment.clone()),
        ]
    });
    Filled::refused(values.collect(), Vec::new())
}

fn document(visitor: &Visitor, token: &str, found: &Asked, version: i64, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = visitor.speaker;
    let open = found.closes_on >= l.today();
    page(visitor, Screen::plain(found.title.clone(), Place::Outside), || {
        view! {
            <h1 dir="auto">{found.title.clone()}</h1>
            <p class="lede">
                <span dir="auto">{found.agreement.clone()}</span> " · " {l.with("asked-as", &[("name", found.name.clone().into())])} " · "
                {l.with("closes-told", &[("day", l.day(found.closes_on).into())])}
            </p>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            {(!found.introduction.is_empty()).then(|| view! { <p class="prose" dir="auto">{found.introduction.clone()}</p> })}
            {if open {
                view! {
                    <form method="post" action=format!("/consultations/{token}")>
                        <input type="hidden" name="version" value=version />
                        <div id="answers">{found.lines.iter().map(|line| question(&l, line, filled)).collect_view()}</div>
                        <p class="actions"><button>{l.t("send-answers")}</button></p>
                    </form>
                }
                .into_any()
            } else {
                view! { <p class="notice">{l.t("consultation-is-closed")}</p> }.into_any()
            }}
        }
    })
}

fn question(l: &Speaker, line: &Line, filled: &Filled) -> AnyView {
    let l = *l;
    let (stance, comment) = (format!("stance-{}", line.position), format!("comment-{}", line.position));
    let wrong = |name: &str| {
        let id = format!("{name}-error");
        filled.error(name).map(|sentence| view! { <p class="field-error" id=id>{sentence}</p> })
    };
    let described = |name: &str| filled.error(name).map(|_| format!("{name}-error"));
    let invalid = |name: &str| filled.error(name).map(|_| "true");
    let chosen = filled.value(&stance);
    let options = std::iter::once((String::new(), l.t("no-answer")))
        .chain(LineStance::ALL.iter().map(|of| (of.code().to_owned(), l.word("line-stance", of.code()))))
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend dir="auto">{asked(&l, line)}</legend>
            <div class=if filled.error(&stance).is_some() { "field bad" } else { "field" }>
                <label for=stance.clone()>{l.t("your-stance")}</label>
                {wrong(&stance)}
                <select id=stance.clone() name=stance.clone() aria-describedby=described(&stance) aria-invalid=invalid(&stance)>{options}</select>
            </div>
            <div class=if filled.error(&comment).is_some() { "field bad" } else { "field" }>
                <label for=comment.clone()>{l.t("your-words")}</label>
                {wrong(&comment)}
                <textarea
                    id=comment.clone()
                    name=comment.clone()
                    rows="2"
                    dir="auto"
                    aria-describedby=described(&comment)
                    aria-invalid=invalid(&comment)
                    inner_html=format!("\n{}", escaped(&filled.value(&comment)))
                ></textarea>
            </div>
        </fieldset>
    }
    .into_any()
}

/// Takes the answers.
pub async fn answer(visitor: Visitor, Path(token): Path<String>, fields: Fields) -> Answer {
    let found = by_token(&visitor.app.db, &token).await.map_err(Failure)?;
    let said = found
        .lines
        .iter()
        .map(|line| LineAnswer {
            position: line.position,
            stance: fields.get(&format!("stance-{}", line.position)),
            comment: fields.get(&format!("comment-{}", line.position)),
        })
        .collect();
    let when = When { at: visitor.speaker.now, imported: false };
    match consultations::answer(&visitor.app.db, when, token.clone(), fields.version(), said).await {
        Ok(()) => Ok(done(&format!("/consultations/{token}"), "answers")),
        Err(AppError::Conflict { .. }) => {
            // Answered meanwhile by the same link: what was typed stays, and is sent again over what stands.
            let told = vec![("answers".to_owned(), visitor.speaker.t("answered-meanwhile"))];
            let filled = Filled::refused(fields.pairs().to_vec(), told);
            Ok((StatusCode::CONFLICT, document(&visitor, &token, &found, found.version, &filled, None)).into_response())
        }
        Err(error) => again(error, |error| {
            let filled = refuse(&visitor.speaker, fields.pairs().to_vec(), error, "answers");
            document(&visitor, &token, &found, fields.version(), &filled, None)
        }),
    }
}
