//! Administration: accounts and rights of the house. No agreement is seen by virtue of it.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_language::Locale;
use accord_store::commands::accounts::{self, NewAccount};
use accord_store::queries::accounts::{AccountLine, list};
use axum::extract::Query;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::document::{Place, Screen, page};
use super::lists::{Saved, again, done, refuse, typed};
use super::words::saved;
use crate::components::form::{Filled, group, input, select, summary, tick};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let accounts = list(reader.db(), reader.actor()).await?;
    let filled = Filled::of([("language", "en-IN".into())]);
    Ok(document(&reader, &accounts, &filled, None, query.saved.as_deref()).into_response())
}

/// The part of ids that names an account.
fn part_of_id(email: &str) -> String {
    email.replace('-', "--").replace(['@', '.'], "-")
}

/// `in_row` is what was refused in the forms of one account, and its address.
fn document(
    reader: &Reader,
    accounts: &[AccountLine],
    filled: &Filled,
    in_row: Option<(&str, &Filled)>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let languages =
        || Locale::ALL.into_iter().map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect::<Vec<_>>();
    let ticks = |filled: &Filled| {
        let all = HouseRight::ALL.iter();
        all.map(|right| tick(filled, "rights", right.code(), l.word("house-right", right.code()))).collect_view().into_any()
    };
    page(&reader.visitor, Screen::plain(l.t("administration"), Place::Administration), || {
        let refused = |line: &AccountLine| in_row.filter(|(email, _)| *email == line.email).map(|(_, filled)| filled);
        let rows = accounts.iter().map(|line| row(&l, line, refused(line))).collect_view();
        view! {
            <h1>{l.t("administration")}</h1>
            <p class="lede">{l.t("administration-lede")}</p>
            {saved(&l, told)}
            {summary(in_row.map_or(filled, |(_, refused)| refused), l.t("problem"))}
            <table>
                <caption class="visually-hidden">{l.t("accounts")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{l.t("name")}</th><th scope="col">{l.t("language")}</th>
                        <th scope="col">{l.t("rights-house")}</th><th scope="col">{l.t("state")}</th>
                        <th scope="col"><span class="visually-hidden">{l.t("manage")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <h2>{l.t("add-account")}</h2>
            <form method="post" action="/admin/accounts">
                {input(filled, "email", l.t("email"), String::new(), "text", "off")}
                {input(filled, "name", l.t("name"), String::new(), "text", "off")}
                {select(filled, "language", l.t("language"), String::new(), languages())}
                {input(filled, "password", l.t("first-password-label"), l.t("first-password-hint"), "password", "new-password")}
                {group(filled, "rights".into(), l.t("rights-house"), ticks(filled))}
                <p class="actions"><button>{l.t("add-account")}</button></p>
            </form>
        }
    })
}

fn row(l: &accord_language::Speaker, line: &AccountLine, refused: Option<&Filled>) -> AnyView {
    let rights = line.rights.iter().map(|right| l.word("house-right", right.code())).collect::<Vec<_>>().join(", ");
    let state = match (line.disabled, line.must_change_password) {
        (true, _) => l.t("account-disabled"),
        (false, true) => l.t("account-first-password"),
        (false, false) => l.t("account-active"),
    };
    let language = Locale::from_code(&line.language).map(Locale::own_name).unwrap_or_default();
    let (verb, path) = if line.disabled { ("enable", "enable") } else { ("disable", "disable") };
    let held = Filled::of(line.rights.iter().map(|right| ("rights", right.code().to_owned())));
    let id = part_of_id(&line.email);
    let shown = refused.filter(|filled| filled.error(&format!("rights-{id}")).is_some()).unwrap_or(&held);
    let ticks = HouseRight::ALL
        .iter()
        .map(|right| {
            let id = format!("right-{id}-{}", right.code());
            view! {
                <p class="check">
                    <input id=id.clone() type="checkbox" name="rights" value=right.code() checked=shown.ticked("rights", right.code()) />
                    <label for=id>{l.word("house-right", right.code())}</label>
                </p>
            }
        })
        .collect_view()
        .into_any();
    let none = Filled::default();
    let rights_group = group(refused.unwrap_or(&none), format!("rights-{id}"), l.t("rights-house"), ticks);
    let password = format!("password-{id}");
    let error = refused.and_then(|filled| filled.error(&password)).map(|sentence| (format!("{password}-error"), sentence));
    let described = error.as_ref().map(|(id, _)| id.clone());
    let invalid = error.is_some().then_some("true");
    view! {
        <tr id=format!("account-{id}")>
            <td class="wide"><strong dir="auto">{line.name.clone()}</strong><span class="q">{line.email.clone()}</span></td>
            <td data-l=l.t("language")>{language}</td>
            <td class="wide">{rights}</td>
            <td data-l=l.t("state")>{state}</td>
            <td class="wide">
                {(!line.own).then(|| view! {
                    <details open=refused.is_some()>
                        <summary aria-label=format!("{} {}", l.t("manage"), line.name)>{l.t("manage")}</summary>
                        <form method="post" action="/admin/rights">
                            <input type="hidden" name="account" value=line.email.clone() />
                            {rights_group}
                            <p class="actions"><button class="plain">{l.t("save-rights")}</button></p>
                        </form>
                        <form method="post" action="/admin/password">
                            <input type="hidden" name="account" value=line.email.clone() />
                            <div class="field">
                                <label for=password.clone()>{l.t("first-password-label")}</label>
                                {error.map(|(id, sentence)| view! { <p class="field-error" id=id>{sentence}</p> })}
                                <input
                                    id=password
                                    type="password"
                                    name="password"
                                    autocomplete="new-password"
                                    aria-describedby=described
                                    aria-invalid=invalid
                                />
                            </div>
                            <p class="actions"><button class="plain">{l.t("reset-password")}</button></p>
                        </form>
                        <form method="post" action=format!("/admin/{path}")>
                            <input type="hidden" name="account" value=line.email.clone() />
                            <p class="actions"><button class="danger">{l.t(verb)}</button></p>
                        </form>
                    </details>
                })}
            </td>
        </tr>
    }
    .into_any()
}

async fn answered(reader: Reader, fields: Fields, outcome: Result<(), AppError>) -> Answer {
    let Err(error) = outcome else { return Ok(done("/admin", "account")) };
    let accounts = list(reader.db(), reader.actor()).await?;
    let email = fields.get("account").trim().to_lowercase();
    let id = part_of_id(&email);
    again(error, |error| {
        let mut filled = refuse(reader.speaker(), typed(&fields, &["rights"]), error, "account");
        for name in ["account", "rights", "password"] {
            filled = filled.told_at(name, &format!("{name}-{id}"));
        }
        let empty = Filled::of([("language", "en-IN".into())]);
        document(&reader, &accounts, &empty, Some((&email, &filled)), None)
    })
}

/// Adds an account with a first password, which its owner must change.
pub async fn add(reader: Reader, fields: Fields) -> Answer {
    let new = NewAccount {
        email: fields.get("email"),
        name: fields.get("name"),
        language: fields.get("language"),
        password: fields.get("password"),
        rights: fields.all("rights"),
        must_change_password: true,
    };
    let Err(error) = accounts::add(reader.db(), reader.command(), new).await else { return Ok(done("/admin", "account")) };
    let accounts = list(reader.db(), reader.actor()).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(&fields, &["email", "name", "language", "rights"]), error, "email");
        document(&reader, &accounts, &filled, None, None)
    })
}

/// Disables an account.
pub async fn disable(reader: Reader, fields: Fields) -> Answer {
    let outcome = accounts::set_disabled(reader.db(), reader.command(), fields.get("account"), true).await;
    answered(reader, fields, outcome).await
}

/// Enables it again.
pub async fn enable(reader: Reader, fields: Fields) -> Answer {
    let outcome = accounts::set_disabled(reader.db(), reader.command(), fields.get("account"), false).await;
    answered(reader, fields, outcome).await
}

/// Sets the rights of the house.
pub async fn set_rights(reader: Reader, fields: Fields) -> Answer {
    let outcome = accounts::set_rights(reader.db(), reader.command(), fields.get("account"), fields.all("rights")).await;
    answered(reader, fields, outcome).await
}

/// Gives a new first password.
pub async fn reset_password(reader: Reader, fields: Fields) -> Answer {
    let outcome = accounts::reset_password(reader.db(), reader.command(), fields.get("account"), fields.get("password")).await;
    answered(reader, fields, outcome).await
}
