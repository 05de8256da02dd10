//! A consultation by its private link: what is asked, and a form to answer it, or a template to fill the form from. No account is
//! needed, and nothing else is shown.

use accord_domain::consultation::LineStance;
use accord_domain::{AppError, FieldError};
use accord_exchange::consultation::template as template_of;
use accord_exchange::intake::answers::{LARGEST, ReadAnswers, read};
use accord_exchange::intake::table::FILE;
use accord_language::Speaker;
use accord_store::commands::consultations::{self, LineAnswer, When};
use accord_store::queries::consultations::{Asked, Line, by_token};
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::asked;
use crate::components::form::{Filled, escaped, file, summary};
use crate::pages::document::{Place, Screen, page};
use crate::pages::downloads::{self, Format};
use crate::pages::lists::{Saved, again, done, refuse};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::{TABLES, Upload, blocking};
use crate::web::visitor::Visitor;

/// The page.
pub async fn show(visitor: Visitor, Path(token): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = by_token(&visitor.app.db, &token).await.map_err(Failure)?;
    let filled = filled_of(&found);
    Ok(document(&visitor, &token, &found, found.version, &filled, query.saved.as_deref()).into_response())
}

fn filled_of(found: &Asked) -> Filled {
    Filled::refused(standing(found), Vec::new())
}

/// What was answered, by the fields of the form.
fn standing(found: &Asked) -> Vec<(String, String)> {
    let values = found.answers.iter().flat_map(|answer| {
        [
            (format!("stance-{}", answer.position), answer.stance.code().to_owned()),
            (format!("comment-{}", answer.position), answer.comment.clone()),
        ]
    });
    values.collect()
}

fn is_open(visitor: &Visitor, found: &Asked) -> bool {
    found.closes_on >= visitor.speaker.today()
}

fn document(visitor: &Visitor, token: &str, found: &Asked, version: i64, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = visitor.speaker;
    let open = is_open(visitor, found);
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
                    {by_file(&l, token, version, filled)}
                    <h2>{l.t("your-answers")}</h2>
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

/// The template, and the form that takes it back.
fn by_file(l: &Speaker, token: &str, version: i64, filled: &Filled) -> AnyView {
    let hint = l.with("answers-file-hint", &[("size", l.number((LARGEST / 1024 / 1024) as i64).into())]);
    view! {
        <details open=filled.error(FILE).is_some()>
            <summary>{l.t("answer-by-file")}</summary>
            <p>{l.t("answer-by-file-told")} " " <a href=format!("/consultations/{token}/answers.xlsx")>{l.t("download-template")}</a></p>
            <form method="post" enctype="multipart/form-data" action=format!("/consultations/{token}/file")>
                <input type="hidden" name="version" value=version />
                {file(filled, FILE, l.t("table-file"), hint, TABLES)}
                <p class="actions"><button class="plain">{l.t("fill-from-file")}</button></p>
            </form>
        </details>
    }
    .into_any()
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

/// What happened since the form was shown: the same link answered, or other lines are asked, which stay once one was answered.
fn meanwhile_told(l: &Speaker, found: &Asked) -> String {
    if found.answers.is_empty() { l.t("asked-otherwise-meanwhile") } else { l.t("answered-meanwhile") }
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
            // What was typed stays, and is sent again over what stands.
            let told = vec![("answers".to_owned(), meanwhile_told(&visitor.speaker, &found))];
            let filled = Filled::refused(fields.pairs().to_vec(), told);
            Ok((StatusCode::CONFLICT, document(&visitor, &token, &found, found.version, &filled, None)).into_response())
        }
        Err(error) => again(error, |error| {
            let filled = refuse(&visitor.speaker, fields.pairs().to_vec(), error, "answers");
            document(&visitor, &token, &found, fields.version(), &filled, None)
        }),
    }
}

/// The lines as a workbook to fill, with what was answered so far.
pub async fn template(visitor: Visitor, Path(token): Path<String>) -> Answer {
    let found = by_token(&visitor.app.db, &token).await.map_err(Failure)?;
    if !is_open(&visitor, &found) {
        return Ok(Redirect::to(&format!("/consultations/{token}")).into_response());
    }
    Ok(downloads::file(template_of(&visitor.speaker, &found)?, "answers", Format::Xlsx))
}

/// Shows the form filled from a table. Nothing is kept until a person has seen it and sends it.
pub async fn fill(visitor: Visitor, Path(token): Path<String>, request: Request) -> Answer {
    // Whoever has no link is told so before the file is read.
    let found = by_token(&visitor.app.db, &token).await.map_err(Failure)?;
    let Upload { fields, bytes, .. } = Upload::from_request(request, &()).await?;
    let lines = found.lines.clone();
    let taken = if is_open(&visitor, &found) {
        blocking(move || read(bytes, &lines)).await?
    } else {
        Err(FieldError::new("answers", "consultation-closed"))
    };
    let read = match taken {
        Ok(read) => read,
        Err(error) => {
            return again(AppError::Invalid(vec![error]), |error| {
                let filled = refuse(&visitor.speaker, standing(&found), error, FILE);
                document(&visitor, &token, &found, found.version, &filled, None)
            });
        }
    };
    let meanwhile = fields.version() != found.version;
    let filled = filled_from(&visitor.speaker, &found, read, meanwhile);
    let (status, told) = match (meanwhile, filled.is_refused()) {
        (true, _) => (StatusCode::CONFLICT, None),
        (false, true) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        (false, false) => (StatusCode::OK, Some("answers-read")),
    };
    Ok((status, document(&visitor, &token, &found, found.version, &filled, told)).into_response())
}

/// The form as a table fills it: what the table says nothing of stays as it stands.
fn filled_from(l: &Speaker, found: &Asked, read: ReadAnswers, meanwhile: bool) -> Filled {
    let said = read.said.into_iter().flat_map(|answer| {
        [(format!("stance-{}", answer.position), answer.stance), (format!("comment-{}", answer.position), answer.comment)]
    });
    let values = said.chain(standing(found)).collect();
    let mut told: Vec<(String, String)> = read.told.iter().map(|error| (error.field.clone(), l.field_error(error))).collect();
    for row in &read.refused {
        told.extend(row.errors.iter().map(|error| {
            let sentence =
                l.with("in-row", &[("row", l.number(row.number.into()).into()), ("sentence", l.field_error(error).into())]);
            (error.field.clone(), sentence)
        }));
    }
    if meanwhile {
        told.insert(0, ("answers".to_owned(), meanwhile_told(l, found)));
    }
    Filled::refused(values, told)
}
