//! The table of rights, from the same rules the commands ask; and the table of fields and clearances.

use accord_domain::access::{Act, HouseRight, Role};
use accord_domain::clearance::{Clearance, Field};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use super::document::{Place, Screen, page};
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader) -> Response {
    let l = *reader.speaker();
    let cell = |own: bool, all: bool| match (all, own) {
        (true, _) => view! { <td>{l.t("right-yes")}</td> }.into_any(),
        (false, true) => view! { <td>{l.t("right-own-chapters")}</td> }.into_any(),
        (false, false) => view! { <td class="q">{l.t("right-no")}</td> }.into_any(),
    };
    page(&reader.visitor, Screen::plain(l.t("rights"), Place::Rights), || {
        view! {
            <h1>{l.t("rights")}</h1>
            <p class="lede">{l.t("rights-lede")}</p>
            <h2 id="acts">{l.t("rights-acts")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="acts">
                <table class="rights">
                    <thead>
                        <tr>
                            <th scope="col">{l.t("act")}</th>
                            {Role::ALL.iter().map(|role| view! { <th scope="col">{l.word("role", role.code())}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {Act::ALL
                            .iter()
                            .map(|act| {
                                view! {
                                    <tr>
                                        <th scope="row">{l.word("act", act.code())}</th>
                                        {Role::ALL
                                            .iter()
                                            .map(|role| {
                                                let own = role.is_for_a_chapter() && role.may(*act, true);
                                                cell(own, role.may(*act, false))
                                            })
                                            .collect_view()}
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
            <h2 id="fields">{l.t("rights-fields")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="fields">
                <table class="rights">
                    <thead>
                        <tr>
                            <th scope="col">{l.t("field")}</th>
                            {Clearance::ALL.map(|clearance| view! { <th scope="col">{l.word("clearance", clearance.code())}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {Field::ALL
                            .map(|field| {
                                view! {
                                    <tr>
                                        <th scope="row">{l.word("field", field.code())}</th>
                                        {Clearance::ALL
                                            .map(|clearance| cell(false, clearance >= field.clearance()))
                                            .collect_view()}
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
            <h2>{l.t("rights-roles")}</h2>
            <dl>
                {Role::ALL
                    .iter()
                    .map(|role| view! { <dt>{l.word("role", role.code())}</dt><dd>{l.word("role-clearance", role.code())}</dd> })
                    .collect_view()}
            </dl>
            <h2>{l.t("rights-house")}</h2>
            <dl>
                {HouseRight::ALL
                    .iter()
                    .map(|right| view! { <dt>{l.word("house-right", right.code())}</dt><dd>{l.word("house-right-told", right.code())}</dd> })
                    .collect_view()}
            </dl>
        }
    })
    .into_response()
}
