//! Opening an agreement from a template, and editing its card.

use accord_domain::AppError;
use accord_domain::access::{Act, HouseRight};
use accord_domain::agreement::AgreementKind;
use accord_domain::chapter::ChapterTemplate;
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::queries::agreement::{AgreementView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use super::words::or_dash;
use crate::components::form::{Filled, area, input, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 12] = [
    "slug",
    "name",
    "kind",
    "home_party",
    "home_name",
    "home_chief",
    "partners",
    "lead_ministry",
    "objective",
    "languages",
    "template",
    "reason",
];

fn form_of(fields: &Fields) -> AgreementForm {
    AgreementForm {
        slug: fields.get("slug"),
        name: fields.get("name"),
        kind: fields.get("kind"),
        home_party: fields.get("home_party"),
        home_name: fields.get("home_name"),
        home_chief: fields.get("home_chief"),
        partners: fields.get("partners"),
        lead_ministry: fields.get("lead_ministry"),
        objective: fields.get("objective"),
        languages: fields.get("languages"),
        template: fields.get("template"),
        illustrative: false,
        reason: fields.get("reason"),
    }
}

fn filled_of(a: &AgreementView) -> Filled {
    let home = a.parties.iter().find(|party| party.code == a.home_party);
    let partners = a
        .parties
        .iter()
        .filter(|party| party.code != a.home_party)
        .map(|party| match party.chief_negotiator.as_deref().unwrap_or_default() {
            "" => format!("{} {}", party.code, party.name),
            chief => format!("{} {}; {chief}", party.code, party.name),
        })
        .collect::<Vec<_>>()
        .join("\n");
    Filled::of([
        ("name", a.name.clone()),
        ("kind", a.kind.code().to_owned()),
        ("home_party", a.home_party.clone()),
        ("home_name", home.map(|party| party.name.clone()).unwrap_or_default()),
        ("home_chief", home.and_then(|party| party.chief_negotiator.clone()).unwrap_or_default()),
        ("partners", partners),
        ("lead_ministry", a.lead_ministry.clone()),
        ("objective", a.objective.clone()),
        ("languages", a.languages.clone()),
    ])
}

/// The agreement being edited and its version; none when one is being opened.
type Edited<'a> = Option<(&'a AgreementView, i64)>;

fn document(reader: &Reader, edited: Edited<'_>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let title = if edited.is_some() { l.t("edit-agreement") } else { l.t("open-agreement") };
    let mut links = vec![("/".to_owned(), l.t("portfolio"))];
    if let Some((a, _)) = edited {
        links.push((format!("/agreements/{}", a.slug), a.name.clone()));
    }
    let action = edited.map_or_else(|| "/agreements/new".to_owned(), |(a, _)| format!("/agreements/{}/edit", a.slug));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1>{title}</h1>
            {conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("name", l.t("name")), ("partners", l.t("partners")), ("lead_ministry", l.t("lead-ministry")),
                ("objective", l.t("objective")), ("languages", l.t("languages")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {input(filled, "name", l.t("name"), l.t("agreement-name-hint"), "text", "off")}
                {edited.is_none().then(|| input(filled, "slug", l.t("address"), l.t("address-hint"), "text", "off"))}
                {select(filled, "kind", l.t("kind"), String::new(), options(&l, "kind", AgreementKind::ALL.iter().map(|kind| kind.code())))}
                {edited.is_none().then(|| select(filled, "template", l.t("template"), l.t("template-hint"),
                    options(&l, "template", ChapterTemplate::ALL.iter().map(|template| template.code()))))}
                <fieldset>
                    <legend>{l.t("home-party")}</legend>
                    {input(filled, "home_party", l.t("party-code"), l.t("party-code-hint"), "text", "off")}
                    {input(filled, "home_name", l.t("name"), String::new(), "text", "off")}
                    {input(filled, "home_chief", l.t("chief-negotiator"), String::new(), "text", "off")}
                </fieldset>
                {area(filled, "partners", l.t("partners"), l.t("partners-hint"))}
                {input(filled, "lead_ministry", l.t("lead-ministry"), String::new(), "text", "off")}
                {area(filled, "objective", l.t("objective"), String::new())}
                {input(filled, "languages", l.t("languages"), l.t("languages-hint"), "text", "off")}
                {edited.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-optional")))}
                <p class="actions"><button>{if edited.is_some() { l.t("save") } else { l.t("open-agreement") }}</button></p>
            </form>
        }
    })
}

/// Both edits of a conflict side by side: what stands now, and what this person wrote.
pub fn both_edits(reader: &Reader, stands: &Filled, typed: &Filled, fields: &[(&str, String)]) -> AnyView {
    let l = *reader.speaker();
    let rows = fields
        .iter()
        .filter(|(name, _)| stands.value(name) != typed.value(name))
        .map(|(name, label)| {
            view! {
                <tr>
                    <th scope="row">{label.clone()}</th>
                    <td data-l=l.t("conflict-theirs") dir="auto">{or_dash(stands.value(name))}</td>
                    <td data-l=l.t("conflict-yours") dir="auto"><mark>{or_dash(typed.value(name))}</mark></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
            <h2>{l.t("failure-conflict")}</h2>
            <p>{l.t("failure-conflict-advice")}</p>
        </div>
        <table class="compare">
            <caption>{l.t("conflict-both")}</caption>
            <thead>
                <tr><th scope="col">{l.t("field")}</th><th scope="col">{l.t("conflict-theirs")}</th><th scope="col">{l.t("conflict-yours")}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The empty form.
pub async fn new(reader: Reader) -> Answer {
    if !reader.actor().holds(HouseRight::OpenAgreements) {
        return Err(Failure(AppError::NotFound));
    }
    let filled = Filled::of([
        ("home_party", "IN".into()),
        ("home_name", "India".into()),
        ("template", "fta".into()),
        ("kind", "fta".into()),
    ]);
    Ok(document(&reader, None, &filled, None).into_response())
}

/// Opens the agreement.
pub async fn open(reader: Reader, fields: Fields) -> Answer {
    let form = form_of(&fields);
    let slug = form.slug.trim().to_owned();
    match agreements::open(reader.db(), reader.command(), form).await {
        Ok(_) => Ok(done(&format!("/agreements/{slug}"), "opened")),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "name");
            document(&reader, None, &filled, None)
        }),
    }
}

async fn editable(reader: &Reader, slug: &str) -> Result<AgreementView, Failure> {
    let a = load(reader.db(), reader.actor(), slug).await?;
    if a.may(Act::EditAgreement) { Ok(a) } else { Err(Failure(AppError::NotFound)) }
}

/// The form of an agreement that stands.
pub async fn edit(reader: Reader, Path(slug): Path<String>) -> Answer {
    let a = editable(&reader, &slug).await?;
    let filled = filled_of(&a);
    Ok(document(&reader, Some((&a, a.version)), &filled, None).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let form = form_of(&fields);
    match agreements::edit(reader.db(), reader.command(), slug.clone(), form, fields.version()).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "card")),
        Err(error) => {
            let a = editable(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "name");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&a));
                let version = if stands.is_some() { a.version } else { fields.version() };
                document(&reader, Some((&a, version)), &filled, stands.as_ref())
            })
        }
    }
}
