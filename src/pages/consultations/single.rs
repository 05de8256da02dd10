//! One consultation: what each line was answered, who was asked, and the links that are still to be sent.

use accord_domain::AppError;
use accord_domain::ids::InvitationId;
use accord_domain::stakeholder::StakeholderKind;
use accord_language::Speaker;
use accord_store::commands::consultations::{self, InvitationForm};
use accord_store::queries::consultations::{ConsultationView, Invitation, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;

use super::answers::line_answers;
use super::list::rate;
use super::{number_of, path};
use crate::components::form::{Filled, escaped, input_from, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::stakeholders::stakeholder_path;
use crate::pages::words::saved;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Path((slug, number)): Path<(String, String)>, Query(query): Query<Saved>) -> Answer {
    let found = load(reader.db(), reader.actor(), &slug, number_of(&number)?).await?;
    Ok(document(&reader, &found, &Filled::default(), query.saved.as_deref(), Outcome::None).into_response())
}

/// What came of inviting somebody, or of making them a new link.
#[derive(Clone, Copy)]
enum Outcome<'o> {
    None,
    /// The address of who was invited or given a new link just now, which is shown this once.
    Link(&'o str),
    Refused(&'o AppError),
}

impl Outcome<'_> {
    /// Whether the name looks like that of somebody who was invited.
    fn is_alike(self) -> bool {
        matches!(self, Self::Refused(error) if error.fields().iter().any(|field| field.code == "looks-invited"))
    }
}

fn document(reader: &Reader, found: &ConsultationView, filled: &Filled, told: Option<&str>, outcome: Outcome<'_>) -> Html<String> {
    let l = *reader.speaker();
    let own = format!("/agreements/{}", found.slug);
    let way = vec![
        ("/".to_owned(), l.t("portfolio")),
        (own.clone(), found.agreement.clone()),
        (format!("{own}/consultations"), l.t("consultations")),
    ];
    let (answered, invited) = found.rate();
    let here = path(&found.slug, found.number);
    page(&reader.visitor, Screen::plain(found.title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, found.title.clone())}
            <h1 dir="auto">{found.title.clone()}</h1>
            <p class="lede">
                {l.with("closes-told", &[("day", l.day(found.closes_on).into())])} " · "
                {l.with("answered-told", &[("rate", rate(&l, answered, invited).into())])}
            </p>
            {saved(&l, told)}
            {match outcome {
                Outcome::Link(address) => fresh_link(&l, address),
                _ => ().into_any(),
            }}
            {summary(filled, l.t("problem"))}
            {(!found.introduction.is_empty()).then(|| view! { <p class="prose" dir="auto">{found.introduction.clone()}</p> })}
            <p class="actions">
                {found.consults().then(|| view! { <a href=format!("{here}/edit")>{l.t("edit-consultation")}</a> " " })}
                <span class="downloads">
                    {l.t("answers")} " " <a href=format!("{here}/answers.xlsx")>"XLSX"</a> " " <a href=format!("{here}/answers.csv")>"CSV"</a>
                </span>
            </p>
            {found.lines.iter().map(|line| line_answers(&l, found, line)).collect_view()}
            {invitations(&l, found)}
            {found.consults().then(|| invite_form(&l, found, filled, outcome.is_alike()))}
        }
    })
}

fn fresh_link(l: &Speaker, address: &str) -> AnyView {
    view! {
        <div class="notice warn" role="status">
            <p>{l.t("link-once")}</p>
            <div class="field">
                <label for="link">{l.t("private-link")}</label>
                <textarea id="link" rows="2" readonly="readonly" inner_html=escaped(address)></textarea>
            </div>
        </div>
    }
    .into_any()
}

fn invitations(l: &Speaker, found: &ConsultationView) -> AnyView {
    let l = *l;
    if found.invitations.is_empty() {
        return view! { <h2>{l.t("asked-people")}</h2><p class="empty">{l.t("nobody-asked")}</p> }.into_any();
    }
    let consults = found.consults();
    let own = path(&found.slug, found.number);
    view! {
        <h2>{l.t("asked-people")}</h2>
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("name")}</th>
                    <th scope="col">{l.t("kind")}</th>
                    <th scope="col">{l.t("invited")}</th>
                    <th scope="col">{l.t("answered")}</th>
                    {consults.then(|| view! { <th scope="col"><span class="visually-hidden">{l.t("manage")}</span></th> })}
                </tr>
            </thead>
            <tbody>
                {found
                    .invitations
                    .iter()
                    .map(|invited| view! {
                        <tr>
                            <td class="wide" dir="auto">
                                <a href=stakeholder_path(invited.stakeholder)>{invited.stands.clone()}</a>
                                {(invited.name != invited.stands).then(|| view! {
                                    " " <span class="q">{l.with("asked-as", &[("name", invited.name.clone().into())])}</span>
                                })}
                            </td>
                            <td data-l=l.t("kind")>{l.word("stakeholder-kind", invited.kind.code())}</td>
                            <td class="day" data-l=l.t("invited")>{l.ago(invited.invited_at)}</td>
                            <td class="day" data-l=l.t("answered")>
                                {match (invited.answered_at, invited.revoked) {
                                    (Some(at), _) => l.ago(at),
                                    (None, true) => l.t("link-revoked"),
                                    (None, false) => "–".to_owned(),
                                }}
                            </td>
                            {consults.then(|| view! { <td class="wide">{link_forms(&l, &own, invited)}</td> })}
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// The buttons that replace and that end the link of somebody.
fn link_forms(l: &Speaker, own: &str, invited: &Invitation) -> AnyView {
    let l = *l;
    let of = format!("{own}/invitations/{}", invited.id.0);
    view! {
        <div class="side-by-side">
        <form method="post" action=format!("{of}/renew")>
            <button class="plain" aria-label=l.with("renew-link-of", &[("name", invited.name.clone().into())])>{l.t("renew-link")}</button>
        </form>
        {(!invited.revoked).then(|| view! {
            <form method="post" action=format!("{of}/revoke")>
                <button class="plain" aria-label=l.with("revoke-link-of", &[("name", invited.name.clone().into())])>{l.t("revoke-link")}</button>
            </form>
        })}
        </div>
    }
    .into_any()
}

/// `alike` where the name looks like that of somebody who was invited.
fn invite_form(l: &Speaker, found: &ConsultationView, filled: &Filled, alike: bool) -> AnyView {
    view! {
        <h2>{l.t("invite")}</h2>
        <form method="post" action=format!("{}/invitations", path(&found.slug, found.number))>
            {input_from(filled, "name", l.t("name"), l.t("invite-name-hint"), "known")}
            <datalist id="known">{found.known.iter().map(|line| view! { <option value=line.name.clone()></option> }).collect_view()}</datalist>
            {select(filled, "stakeholder_kind", l.t("kind"), String::new(), options(l, "stakeholder-kind", StakeholderKind::ALL.iter().map(|kind| kind.code())))}
            {(alike || filled.ticked("anyway", "yes")).then(|| tick(filled, "anyway", "yes", l.t("invite-anyway")))}
            <p class="actions"><button>{l.t("make-link")}</button></p>
        </form>
    }
    .into_any()
}

/// The page with a link that is shown this once.
fn with_link(reader: &Reader, found: &ConsultationView, token: &str, told: Option<&str>) -> Response {
    let address = format!("{}/consultations/{token}", reader.visitor.app.settings.public_url);
    document(reader, found, &Filled::default(), told, Outcome::Link(&address)).into_response()
}

fn invitation_of(raw: &str) -> Result<InvitationId, AppError> {
    raw.parse().map(InvitationId).map_err(|_| AppError::NotFound)
}

/// Invites somebody, and shows their link this once.
pub async fn invite(reader: Reader, Path((slug, number)): Path<(String, String)>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let anyway = fields.get("anyway") == "yes";
    let form = InvitationForm { name: fields.get("name"), kind: fields.get("stakeholder_kind"), anyway };
    let outcome = consultations::invite(reader.db(), reader.command(), slug.clone(), number, form).await;
    let found = load(reader.db(), reader.actor(), &slug, number).await?;
    match outcome {
        Ok(token) => Ok(with_link(&reader, &found, &token, None)),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &["name", "stakeholder_kind", "anyway"]), error, "name");
            document(&reader, &found, &filled, None, Outcome::Refused(error))
        }),
    }
}

/// Ends the link of somebody.
pub async fn revoke(reader: Reader, Path((slug, number, invitation)): Path<(String, String, String)>) -> Answer {
    let number = number_of(&number)?;
    consultations::revoke(reader.db(), reader.command(), slug.clone(), number, invitation_of(&invitation)?).await?;
    Ok(done(&path(&slug, number), "link-revoked"))
}

/// Makes a new link for somebody in place of theirs, and shows it this once.
pub async fn renew(reader: Reader, Path((slug, number, invitation)): Path<(String, String, String)>) -> Answer {
    let (number, invitation) = (number_of(&number)?, invitation_of(&invitation)?);
    let token = consultations::renew(reader.db(), reader.command(), slug.clone(), number, invitation).await?;
    let found = load(reader.db(), reader.actor(), &slug, number).await?;
    Ok(with_link(&reader, &found, &token, Some("link-renewed")))
}
