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
use crate::components::form::{Filled, input, select, summary, tick};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let accounts = list(reader.db(), reader.actor()).await?;
    Ok(document(&reader, &accounts, &Filled::of([("language", "en-IN".into())]), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, accounts: &[AccountLine], filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let languages =
        || Locale::ALL.into_iter().map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect::<Vec<_>>();
    let ticks = |filled: &Filled| {
        HouseRight::ALL.iter().map(|right| tick(filled, "rights", right.code(), l.word("house-right", right.code()))).collect_view()
    };
    page(&reader.visitor, Screen::plain(l.t("administration"), Place::Administration), || {
        let rows = accounts.iter().map(|line| row(&l, line)).collect_view();
        view! {
            <h1>{l.t("administration")}</h1>
            <p class="lede">{l.t("administration-lede")}</p>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
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
                <fieldset><legend>{l.t("rights-house")}</legend>{ticks(filled)}</fieldset>
                <p class="actions"><button>{l.t("add-account")}</button></p>
            </form>
        }
    })
}

fn row(l: &accord_language::Speaker, line: &AccountLine) -> AnyView {
    let rights = line.rights.iter().map(|right| l.word("house-right", right.code())).collect::<Vec<_>>().join(", ");
    let state = match (line.disabled, line.must_change_password) {
        (true, _) => l.t("account-disabled"),
        (false, true) => l.t("account-first-password"),
        (false, false) => l.t("account-active"),
    };
    let language = Locale::from_code(&line.language).map(Locale::own_name).unwrap_or_default();
    let (verb, path) = if line.disabled { ("enable", "enable") } else { ("disable", "disable") };
    let held = Filled::of(line.rights.iter().map(|right| ("rights", right.code().to_owned())));
    let id = line.email.replace(['@', '.'], "-");
    let ticks = HouseRight::ALL
        .iter()
        .map(|right| {
            let id = format!("right-{id}-{}", right.code());
            view! {
                <p class="check">
                    <input id=id.clone() type="checkbox" name="rights" value=right.code() checked=held.ticked("rights", right.code()) />
                    <label for=id>{l.word("house-right", right.code())}</label>
                </p>
            }
        })
        .collect_view();
    let password = format!("password-{id}");
    view! {
        <tr>
            <td class="wide"><strong dir="auto">{line.name.clone()}</strong><span class="q">{line.email.clone()}</span></td>
            <td data-l=l.t("language")>{language}</td>
            <td class="wide">{rights}</td>
            <td data-l=l.t("state")>{state}</td>
            <td class="wide">
                {(!line.own).then(|| view! {
                    <details>
                        <summary aria-label=format!("{} {}", l.t("manage"), line.name)>{l.t("manage")}</summary>
                        <form method="post" action="/admin/rights">
                            <input type="hidden" name="account" value=line.email.clone() />
                            {ticks}
                            <p class="actions"><button class="plain">{l.t("save-rights")}</button></p>
                        </form>
                        <form method="post" action="/admin/password">
                            <input type="hidden" name="account" value=line.email.clone() />
                            <div class="field">
                                <label for=password.clone()>{l.t("first-password-label")}</label>
                                <input id=password type="password" name="password" autocomplete="new-password" />
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
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(&fields, &["email", "name", "language", "rights"]), error, "email");
        document(&reader, &accounts, &filled, None)
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
    let outcome = accounts::add(reader.db(), reader.command(), new).await.map(|_| ());
    answered(reader, fields, outcome).await
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
