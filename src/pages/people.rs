//! The people of an agreement: who has which role, granted and taken back by its chief or a principal.

use accord_domain::AppError;
use accord_domain::access::Role;
use accord_domain::ids::GrantId;
use accord_store::commands::grants::{self, GrantForm};
use accord_store::queries::agreement::{AgreementView, RoleLine, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use uuid::Uuid;

use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, options, refuse, typed};
use super::portfolio::mark_title;
use super::words::saved;
use crate::components::form::{Filled, input, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

async fn granting(reader: &Reader, slug: &str) -> Result<(AgreementView, Vec<RoleLine>), Failure> {
    let a = load(reader.db(), reader.actor(), slug).await?;
    let people = a.people.clone().ok_or(AppError::NotFound)?;
    Ok((a, people))
}

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<Saved>) -> Answer {
    let (a, people) = granting(&reader, &slug).await?;
    // Whoever sends the form in haste grants a role that reads, not the highest.
    let filled = Filled::of([("role", Role::Official.code().to_owned())]);
    Ok(document(&reader, &a, &people, &filled, query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, a: &AgreementView, people: &[RoleLine], filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let base = format!("/agreements/{}/people", a.slug);
    let marks = a.chapters.clone().unwrap_or_default();
    let title_of = |address: &str| {
        marks.iter().find(|mark| mark.address == address).map_or_else(|| address.to_owned(), |mark| mark_title(&l, mark))
    };
    let mut chapters = vec![(String::new(), l.t("whole-agreement"))];
    chapters.extend(marks.iter().map(|mark| (mark.address.clone(), mark_title(&l, mark))));
    let mut parties = vec![(String::new(), "–".to_owned())];
    parties.extend(
        a.parties
            .iter()
            .filter(|party| party.code != a.home_party)
            .map(|party| (party.code.clone(), l.party(&party.code, &party.name))),
    );
    page(&reader.visitor, Screen::plain(l.t("people"), Place::Portfolio), || {
        let rows = people
            .iter()
            .map(|line| {
                let limit = line.chapter.as_deref().map(title_of).unwrap_or_default();
                let limit = if line.party.is_empty() { limit } else { l.party(&line.party, &line.party) };
                let label = l.with("revoke-role", &[("who", line.name.clone().into())]);
                view! {
                    <tr>
                        <td class="wide"><strong dir="auto">{line.name.clone()}</strong><span class="q">{line.email.clone()}</span></td>
                        <td data-l=l.t("role")>{l.word("role", line.role.code())}</td>
                        <td class="wide" dir="auto">{limit}</td>
                        <td>
                            {(!line.own).then(|| view! {
                                <form method="post" action=format!("{base}/{}/revoke", line.id.0)>
                                    <button class="link" aria-label=label>{l.t("revoke")}</button>
                                </form>
                            })}
                        </td>
                    </tr>
                }
            })
            .collect_view();
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio")), (format!("/agreements/{}", a.slug), a.name.clone())], l.t("people"))}
            <h1>{l.t("people")}</h1>
            <p class="lede">{l.t("people-lede")}</p>
            {saved(&l, told)}
            <table>
                <caption class="visually-hidden">{l.t("people")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{l.t("name")}</th><th scope="col">{l.t("role")}</th><th scope="col">{l.t("limited-to")}</th>
                        <th scope="col"><span class="visually-hidden">{l.t("revoke")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <h2>{l.t("grant-role")}</h2>
            {summary(filled, l.t("problem"))}
            <form method="post" action=base.clone()>
                {input(filled, "email", l.t("email"), l.t("grant-email-hint"), "text", "off")}
                {select(filled, "role", l.t("role"), String::new(), options(&l, "role", Role::ALL.iter().map(|role| role.code())))}
                {select(filled, "chapter", l.t("chapter"), l.t("grant-chapter-hint"), chapters)}
                {select(filled, "party", l.t("party"), l.t("grant-party-hint"), parties)}
                <p class="actions"><button>{l.t("grant-role")}</button></p>
            </form>
        }
    })
}

/// Grants a role.
pub async fn grant(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let form = GrantForm {
        email: fields.get("email"),
        role: fields.get("role"),
        chapter: fields.get("chapter"),
        party: fields.get("party"),
    };
    match grants::grant(reader.db(), reader.command(), slug.clone(), form).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/people"), "role")),
        Err(error) => refused(&reader, &slug, &fields, error).await,
    }
}

async fn refused(reader: &Reader, slug: &str, fields: &Fields, error: AppError) -> Answer {
    let (a, people) = granting(reader, slug).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(fields, &["email", "role", "chapter", "party"]), error, "email")
            .told_at("grant", "email");
        document(reader, &a, &people, &filled, None)
    })
}

/// Takes a role back.
pub async fn revoke(reader: Reader, Path((slug, id)): Path<(String, String)>) -> Answer {
    let id = id.parse::<Uuid>().map(GrantId).map_err(|_| Failure(AppError::NotFound))?;
    match grants::revoke(reader.db(), reader.command(), slug.clone(), id).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/people"), "role")),
        Err(error) => refused(&reader, &slug, &Fields::default(), error).await,
    }
}
