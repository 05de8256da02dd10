//! Drafting, editing, approving and publishing a document: a field for each part, and what moved since beside what is written.

use accord_domain::AppError;
use accord_domain::document::{DocumentKind, Part, Settlement};
use accord_exchange::sheet::{Moved, moved, shown, worded, written_in};
use accord_language::Speaker;
use accord_store::commands::documents::{self, DocumentForm, DraftForm, PartForm};
use accord_store::commands::publications;
use accord_store::queries::document::{About, Document, DocumentView, load};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use super::meetings::meeting_title;
use super::sheet::{Asked, clearance, document as sheet_page, path, way};
use crate::components::form::{Filled, area, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The name of the choice of what becomes of newer facts, by part; none of a part that is not generated.
fn settlement_name(part: Part) -> &'static str {
    match part {
        Part::Header => "settle-header",
        Part::State => "settle-state",
        Part::Changes => "settle-changes",
        Part::Background => "settle-background",
        Part::Sitting => "settle-sitting",
        Part::InSession => "settle-in-session",
        Part::NotDiscussed => "settle-not-discussed",
        Part::Movement => "settle-movement",
        Part::ClosedChapters => "settle-closed-chapters",
        Part::BracketCounts => "settle-bracket-counts",
        Part::NextMeeting => "settle-next-meeting",
        _ => "",
    }
}

/// Every field of the form.
fn names(kind: DocumentKind) -> Vec<&'static str> {
    let parts = kind.parts().map(Part::code);
    let choices = kind.parts().filter(|part| part.is_generated()).map(settlement_name);
    parts.chain(choices).chain(["clearance"]).collect()
}

/// The speaker of the language the document is written in.
fn writing(reader: &Reader, document: &Document) -> Speaker {
    Speaker { locale: written_in(document), ..*reader.speaker() }
}

fn filled_of(reader: &Reader, document: &Document) -> Filled {
    let speaker = writing(reader, document);
    let parts = document.parts.iter().map(|(part, text)| (part.code(), shown(&speaker, text)));
    Filled::of(parts.chain([("clearance", document.shown.clearance().code().to_owned())]))
}

/// The edit, as typed: a generated part left as it was generated is nothing written.
fn form_of(reader: &Reader, document: &Document, fields: &Fields) -> DocumentForm {
    let speaker = writing(reader, document);
    let parts = document
        .parts
        .iter()
        .filter(|(part, _)| fields.has(part.code()))
        .map(|(part, text)| {
            let typed = fields.get(part.code());
            let generated = text.generated.as_ref().map(|facts| worded(&speaker, facts));
            let is_generated = generated.is_some_and(|generated| generated.trim() == typed.replace("\r\n", "\n").trim());
            let settlement = if part.is_generated() { fields.get(settlement_name(*part)) } else { String::new() };
            PartForm { part: *part, text: (!is_generated).then_some(typed), shown: shown(&speaker, text), settlement }
        })
        .collect();
    DocumentForm { parts, clearance: fields.get("clearance"), regenerate: fields.get("then") == "renew" }
}

fn document(
    reader: &Reader,
    view: &DocumentView,
    document: &Document,
    version: i64,
    filled: &Filled,
    stands: Option<&Filled>,
) -> Html<String> {
    let l = *reader.speaker();
    let (base, kind) = (path(&view.about), view.kind());
    let edit = l.word("document-edit", kind.code());
    let about = view.meeting.as_ref().map_or_else(|| view.name.clone(), |meeting| meeting_title(&l, &meeting.name));
    let title = format!("{edit}: {about}");
    let mut way = way(&l, view);
    way.push((base.clone(), l.word("document-kind", kind.code())));
    let labels: Vec<(&'static str, String)> = kind
        .parts()
        .map(|part| (part.code(), l.word("document-part", part.code())))
        .chain([("clearance", l.word("document-clearance", kind.code()))])
        .collect();
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, edit)}
            <h1 dir="auto">{title}</h1>
            <p class="lede">{l.word("document-edit-lede", kind.code())}</p>
            {stands.map(|stands| both_edits(reader, stands, filled, &labels))}
            {stands.is_none().then(|| summary(filled, l.t("problem")))}
            <form class="sheet-form" method="post" action=format!("{base}/edit")>
                <input type="hidden" name="version" value=version />
                {document.parts.iter().map(|(part, _)| field(reader, document, *part, filled)).collect_view()}
                {clearance(&l, view, filled)}
                <p class="actions">
                    <button>{l.t("save")}</button>
                    <button class="plain" name="then" value="renew">{l.t("document-save-and-renew")}</button>
                </p>
            </form>
        }
    })
}

fn field(reader: &Reader, document: &Document, part: Part, filled: &Filled) -> AnyView {
    let l = *reader.speaker();
    let text = document.parts.iter().find(|(of, _)| *of == part).map(|(_, text)| text);
    let hint = match text {
        _ if !part.is_generated() => l.word("document-hint", part.code()),
        Some(text) if text.generated.is_none() => l.t("document-not-generated"),
        _ => String::new(),
    };
    let area = area(filled, part.code(), l.word("document-part", part.code()), hint);
    let news = text.and_then(|text| Some((text.newer.as_ref()?, text.generated.as_ref()))).map(|(newer, generated)| {
        let speaker = writing(reader, document);
        let before = generated.map(|facts| worded(&speaker, facts)).unwrap_or_default();
        let pieces = moved(&before, &worded(&speaker, newer));
        let mut choices = vec![(String::new(), l.t("document-settle-later"))];
        choices.extend(options(&l, "document-settlement", Settlement::ALL.iter().map(|choice| choice.code())));
        view! {
            <div class="moved">
                <h2>{l.t("document-moved")}</h2>
                <p class="diff" lang=speaker.locale.code() dir="auto">{pieces.into_iter().map(piece).collect_view()}</p>
                {select(filled, settlement_name(part), l.t("document-settle"), String::new(), choices)}
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

async fn editable(reader: &Reader, about: &About) -> Result<(DocumentView, Document), Failure> {
    let view = load(reader.db(), reader.actor(), about, None).await?;
    let document = view.document.clone().filter(|_| view.may(view.kind().edit_act())).ok_or(AppError::NotFound)?;
    Ok((view, document))
}

/// Drafts the document.
pub async fn draft(reader: Reader, about: About, fields: Fields) -> Answer {
    let form = DraftForm { language: fields.get("language"), clearance: fields.get("clearance"), illustrative: false };
    match documents::draft(reader.db(), reader.command(), about.clone(), form).await {
        Ok(()) => Ok(done(&path(&about), about.kind().code())),
        Err(error) => refused(&reader, &about, &fields, error).await,
    }
}

/// The sheet with what was wrong with an act upon it.
async fn refused(reader: &Reader, about: &About, fields: &Fields, error: AppError) -> Answer {
    let view = match &error {
        AppError::Invalid(_) | AppError::Conflict { .. } => load(reader.db(), reader.actor(), about, None).await?,
        _ => return Err(Failure(error)),
    };
    again(error, |error| {
        let mut filled = refuse(reader.speaker(), typed(fields, &["language", "clearance", "confirm"]), error, "language")
            .told_at("approve", "sheet");
        if let AppError::Conflict { .. } = error {
            let told = vec![("sheet".to_owned(), reader.speaker().t("failure-conflict-advice"))];
            filled = Filled::refused(Vec::new(), told);
        }
        sheet_page(reader, &view, &Asked::default(), &filled)
    })
}

/// The form.
pub async fn edit(reader: Reader, about: About) -> Answer {
    let (view, now) = editable(&reader, &about).await?;
    let filled = filled_of(&reader, &now);
    Ok(document(&reader, &view, &now, now.version, &filled, None).into_response())
}

/// Saves the edit, and generates the facts anew where that is asked for; what came of them is shown where it is decided.
pub async fn save(reader: Reader, about: About, fields: Fields) -> Answer {
    let (view, now) = editable(&reader, &about).await?;
    let form = form_of(&reader, &now, &fields);
    let renews = form.regenerate || (about.kind() == DocumentKind::Report && form.clearance != now.shown.clearance().code());
    match documents::edit(reader.db(), reader.command(), about.clone(), form, fields.version()).await {
        Ok(()) if renews => Ok(axum::response::Redirect::to(&format!("{}/edit", path(&about))).into_response()),
        Ok(()) => Ok(done(&path(&about), about.kind().code())),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &names(about.kind())), error, "clearance");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&reader, &now));
            let version = if stands.is_some() { now.version } else { fields.version() };
            document(&reader, &view, &now, version, &filled, stands.as_ref())
        }),
    }
}

/// Approves the newest version.
pub async fn approve(reader: Reader, about: About, fields: Fields) -> Answer {
    match documents::approve(reader.db(), reader.command(), about.clone(), fields.version()).await {
        Ok(()) => Ok(done(&path(&about), &format!("{}-approved", about.kind().code()))),
        Err(error) => refused(&reader, &about, &fields, error).await,
    }
}

/// Publishes the newest version.
pub async fn publish(reader: Reader, about: About, fields: Fields) -> Answer {
    let confirmed = fields.has("confirm");
    match publications::publish(reader.db(), reader.command(), about.clone(), confirmed, fields.version()).await {
        Ok(()) => Ok(done(&path(&about), "report-published")),
        Err(error) => refused(&reader, &about, &fields, error).await,
    }
}
