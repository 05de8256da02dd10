//! Drafting, editing and approving the minister's brief: a field for each part, and what moved since beside what is written.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::document::{CLEARANCES, Part, Settlement};
use accord_exchange::brief::{Moved, moved, shown, worded, written_in};
use accord_language::Speaker;
use accord_store::commands::briefs::{self, BriefForm, PartForm};
use accord_store::queries::brief::{Brief, BriefView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::brief::{Asked, document as sheet_page};
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use crate::components::form::{Filled, area, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The name of the choice of what becomes of newer facts, by part.
fn settlement_name(part: Part) -> &'static str {
    match part {
        Part::Header => "settle-header",
        Part::State => "settle-state",
        Part::Changes => "settle-changes",
        _ => "settle-background",
    }
}

/// Every field of the form.
fn names() -> Vec<&'static str> {
    let parts = Part::ALL.iter().map(|part| part.code());
    let choices = Part::ALL.iter().filter(|part| part.is_generated()).map(|part| settlement_name(*part));
    parts.chain(choices).chain(["clearance"]).collect()
}

/// The speaker of the language the brief is written in.
fn writing(reader: &Reader, brief: &Brief) -> Speaker {
    Speaker { locale: written_in(brief), ..*reader.speaker() }
}

fn filled_of(reader: &Reader, brief: &Brief) -> Filled {
    let speaker = writing(reader, brief);
    let parts = brief.parts.iter().map(|(part, text)| (part.code(), shown(&speaker, text)));
    Filled::of(parts.chain([("clearance", brief.clearance.code().to_owned())]))
}

/// The edit, as typed: a generated part left as it was generated is nothing written.
fn form_of(reader: &Reader, brief: &Brief, fields: &Fields) -> BriefForm {
    let speaker = writing(reader, brief);
    let parts = brief
        .parts
        .iter()
        .filter(|(part, _)| fields.has(part.code()))
        .map(|(part, text)| {
            let typed = fields.get(part.code());
            let generated = text.generated.as_ref().map(|facts| worded(&speaker, facts));
            let is_generated = generated.is_some_and(|generated| generated.trim() == typed.replace("\r\n", "\n").trim());
            PartForm {
                part: *part,
                text: (!is_generated).then_some(typed),
                shown: shown(&speaker, text),
                settlement: fields.get(settlement_name(*part)),
            }
        })
        .map(|form| if form.part.is_generated() { form } else { PartForm { settlement: String::new(), ..form } })
        .collect();
    BriefForm { parts, clearance: fields.get("clearance"), regenerate: fields.get("then") == "renew" }
}

fn document(
    reader: &Reader,
    view: &BriefView,
    brief: &Brief,
    version: i64,
    filled: &Filled,
    stands: Option<&Filled>,
) -> Html<String> {
    let l = *reader.speaker();
    let base = format!("/agreements/{}", view.slug);
    let title = format!("{}: {}", l.t("brief-edit"), view.name);
    let way = vec![("/".into(), l.t("portfolio")), (base.clone(), view.name.clone()), (format!("{base}/brief"), l.t("brief"))];
    let labels: Vec<(&'static str, String)> = Part::ALL
        .iter()
        .map(|part| (part.code(), l.word("brief-part", part.code())))
        .chain([("clearance", l.t("brief-clearance"))])
        .collect();
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, l.t("brief-edit"))}
            <h1 dir="auto">{title}</h1>
            <p class="lede">{l.t("brief-edit-lede")}</p>
            {stands.map(|stands| both_edits(reader, stands, filled, &labels))}
            {stands.is_none().then(|| summary(filled, l.t("problem")))}
            <form class="brief-form" method="post" action=format!("{base}/brief/edit")>
                <input type="hidden" name="version" value=version />
                {brief.parts.iter().map(|(part, _)| field(reader, brief, *part, filled)).collect_view()}
                {select(filled, "clearance", l.t("brief-clearance"), l.t("brief-clearance-hint"),
                    options(&l, "clearance", CLEARANCES.iter().map(|clearance| clearance.code())))}
                <p class="actions">
                    <button>{l.t("save")}</button>
                    <button class="plain" name="then" value="renew">{l.t("brief-save-and-renew")}</button>
                </p>
            </form>
        }
    })
}

fn field(reader: &Reader, brief: &Brief, part: Part, filled: &Filled) -> AnyView {
    let l = *reader.speaker();
    let hint = if part.is_generated() { String::new() } else { l.word("brief-hint", part.code()) };
    let area = area(filled, part.code(), l.word("brief-part", part.code()), hint);
    let text = brief.parts.iter().find(|(of, _)| *of == part).map(|(_, text)| text);
    let news = text.and_then(|text| text.newer.as_ref().zip(text.generated.as_ref())).map(|(newer, generated)| {
        let speaker = writing(reader, brief);
        let pieces = moved(&worded(&speaker, generated), &worded(&speaker, newer));
        let mut choices = vec![(String::new(), l.t("brief-settle-later"))];
        choices.extend(options(&l, "brief-settlement", Settlement::ALL.iter().map(|choice| choice.code())));
        view! {
            <div class="moved">
                <h2>{l.t("brief-moved")}</h2>
                <p class="diff" lang=speaker.locale.code() dir="auto">{pieces.into_iter().map(piece).collect_view()}</p>
                {select(filled, settlement_name(part), l.t("brief-settle"), String::new(), choices)}
            </div>
        }
    });
    view! { {area} {news} }.into_any()
}

fn piece((moved, text): (Moved, String)) -> AnyView {
    match moved {
        Moved::Same => view! { <span>{text}</span> }.into_any(),
        Moved::Gone => view! { <del>{text}</del> }.into_any(),
        Moved::Come => view! { <ins>{text}</ins> }.into_any(),
    }
}

async fn editable(reader: &Reader, slug: &str) -> Result<(BriefView, Brief), Failure> {
    let view = load(reader.db(), reader.actor(), slug, None).await?;
    let brief = view.brief.clone().filter(|_| view.may(Act::EditBrief)).ok_or(AppError::NotFound)?;
    Ok((view, brief))
}

/// Drafts the brief.
pub async fn draft(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match briefs::draft(reader.db(), reader.command(), slug.clone(), fields.get("language"), false).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/brief"), "brief")),
        Err(error) => refused(&reader, &slug, &fields, error).await,
    }
}

/// The sheet with what was wrong with an act upon it.
async fn refused(reader: &Reader, slug: &str, fields: &Fields, error: AppError) -> Answer {
    let view = match &error {
        AppError::Invalid(_) | AppError::Conflict { .. } => load(reader.db(), reader.actor(), slug, None).await?,
        _ => return Err(Failure(error)),
    };
    again(error, |error| {
        let mut filled = refuse(reader.speaker(), typed(fields, &["language"]), error, "language");
        if let AppError::Conflict { .. } = error {
            let told = vec![("approve".to_owned(), reader.speaker().t("failure-conflict-advice"))];
            filled = Filled::refused(Vec::new(), told);
        }
        sheet_page(reader, &view, &Asked::default(), &filled)
    })
}

/// The form.
pub async fn edit(reader: Reader, Path(slug): Path<String>) -> Answer {
    let (view, brief) = editable(&reader, &slug).await?;
    let filled = filled_of(&reader, &brief);
    Ok(document(&reader, &view, &brief, brief.version, &filled, None).into_response())
}

/// Saves the edit, and generates the facts anew where that is asked for.
pub async fn save(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let (view, brief) = editable(&reader, &slug).await?;
    let form = form_of(&reader, &brief, &fields);
    let renews = form.regenerate;
    match briefs::edit(reader.db(), reader.command(), slug.clone(), form, fields.version()).await {
        Ok(()) if renews => Ok(axum::response::Redirect::to(&format!("/agreements/{slug}/brief/edit")).into_response()),
        Ok(()) => Ok(done(&format!("/agreements/{slug}/brief"), "brief")),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &names()), error, "objectives");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&reader, &brief));
            let version = if stands.is_some() { brief.version } else { fields.version() };
            document(&reader, &view, &brief, version, &filled, stands.as_ref())
        }),
    }
}

/// Approves the newest version.
pub async fn approve(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match briefs::approve(reader.db(), reader.command(), slug.clone(), fields.version()).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/brief"), "brief-approved")),
        Err(error) => refused(&reader, &slug, &fields, error).await,
    }
}
