//! The document around every screen: head, way to the content, navigation, foot.

use std::sync::Arc;

use accord_domain::access::HouseRight;
use accord_language::Locale;
use axum::response::Html;
use hydration_context::SsrSharedContext;
use leptos::either::Either;
use leptos::prelude::*;

use crate::web::assets;
use crate::web::visitor::Visitor;

/// Which entry of the navigation the screen belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Portfolio,
    Work,
    Timeline,
    Trade,
    Programme,
    Barriers,
    Rights,
    Administration,
    Account,
    Outside,
}

/// What the document needs to know of its screen.
pub struct Screen {
    pub title: String,
    pub place: Place,
    /// Whether the screen holds an island, and so needs the loader.
    pub island: bool,
}

impl Screen {
    /// A screen without a script.
    pub fn plain(title: String, place: Place) -> Self {
        Self { title, place, island: false }
    }
}

/// Renders a screen into its document.
pub fn page<V, F>(visitor: &Visitor, screen: Screen, main: F) -> Html<String>
where
    V: IntoView + 'static,
    F: FnOnce() -> V,
{
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        let l = visitor.speaker;
        let theme = visitor.signed_in.as_ref().map_or_else(|| "system".to_owned(), |person| person.theme.clone());
        let title = format!("{} – {}", screen.title, l.t("accord"));
        view! {
            <!DOCTYPE html>
            <html lang=l.locale.code() data-theme=theme>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="robots" content="noindex" />
                    <title>{title}</title>
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    <link rel="stylesheet" href=assets::stylesheet_url() />
                    {screen.island.then(|| view! { <script type="module" src=assets::loader_url()></script> })}
                </head>
                <body>
                    <a class="skip" href="#main">{l.t("skip-to-content")}</a>
                    {header(visitor, screen.place)}
                    <main id="main">{main()}</main>
                    {foot(visitor)}
                </body>
            </html>
        }
        .into_view()
        .to_html()
    });
    owner.unset_with_forced_cleanup();
    Html(html)
}

/// Renders a document that needs nothing but itself: its style and its typeface are in it. Its links lead to the server.
pub fn standalone<V, F>(visitor: &Visitor, title: String, main: F) -> Html<String>
where
    V: IntoView + 'static,
    F: FnOnce() -> V,
{
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        let l = visitor.speaker;
        let base = visitor.app.settings.public_url.clone();
        view! {
            <!DOCTYPE html>
            <html lang=l.locale.code() data-theme="light">
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title>{title}</title>
                    <base href=base />
                    <style inner_html=assets::stylesheet_alone()></style>
                </head>
                <body>
                    <main id="main">{main()}</main>
                    {foot(visitor)}
                </body>
            </html>
        }
        .into_view()
        .to_html()
    });
    owner.unset_with_forced_cleanup();
    Html(html)
}

fn entry(href: &'static str, label: String, current: bool) -> impl IntoView {
    view! { <a href=href aria-current=current.then_some("page")>{label}</a> }
}

fn header(visitor: &Visitor, place: Place) -> impl IntoView + use<> {
    let l = visitor.speaker;
    let Some(person) = visitor.signed_in.clone() else {
        return Either::Left(view! { <header class="top"><a class="mark" href="/">{l.t("accord")}</a></header> });
    };
    let programme = person.delegation || person.actor.holds(HouseRight::EditProgramme) || person.actor.holds(HouseRight::Mission);
    let administers = person.actor.holds(HouseRight::Administrator);
    Either::Right(view! {
        <header class="top">
            <a class="mark" href="/">{l.t("accord")}</a>
            <nav aria-label=l.t("main-navigation")>
                {entry("/", l.t("portfolio"), place == Place::Portfolio)}
                {entry("/work", l.t("my-work"), place == Place::Work)}
                {entry("/timeline", l.t("timeline"), place == Place::Timeline)}
                {entry("/trade", l.t("trade"), place == Place::Trade)}
                {programme.then(|| entry("/programme", l.t("programme-short"), place == Place::Programme))}
                {entry("/barriers", l.t("barriers"), place == Place::Barriers)}
                {entry("/rights", l.t("rights"), place == Place::Rights)}
                {administers.then(|| entry("/admin", l.t("administration"), place == Place::Administration))}
            </nav>
            <div class="who">
                <a href="/me" aria-current=(place == Place::Account).then_some("page") dir="auto">{person.actor.name.clone()}</a>
                <form method="post" action="/sign-out"><button class="link">{l.t("sign-out")}</button></form>
            </div>
        </header>
    })
}

fn foot(visitor: &Visitor) -> impl IntoView + use<> {
    let l = visitor.speaker;
    let languages = visitor.signed_in.is_none().then(|| {
        let next = visitor.address.clone();
        view! {
            <form class="seg" method="post" action="/language">
                <input type="hidden" name="next" value=next />
                {Locale::ALL
                    .into_iter()
                    .map(|locale| {
                        let current = (locale == l.locale).then_some("true");
                        view! {
                            <button class="link" name="language" value=locale.code() lang=locale.code() aria-current=current>
                                {locale.own_name()}
                            </button>
                        }
                    })
                    .collect_view()}
            </form>
        }
    });
    let printed = l.with(
        "printed-by",
        &[
            ("who", visitor.signed_in.as_ref().map(|person| person.actor.name.clone()).unwrap_or_default().into()),
            ("when", l.instant(l.now).into()),
        ],
    );
    view! {
        <footer class="foot">
            <p>{if visitor.app.settings.demo { l.t("foot-demo") } else { l.t("foot-confidential") }}</p>
            {languages}
            <p class="print-only">{printed}</p>
        </footer>
    }
}

/// The way back: links from the portfolio down to the screen, which comes last without a link.
pub fn crumbs(label: String, links: Vec<(String, String)>, here: String) -> impl IntoView + use<> {
    view! {
        <nav class="crumbs" aria-label=label>
            <ol>
                {links.into_iter().map(|(href, label)| view! { <li><a href=href dir="auto">{label}</a></li> }).collect_view()}
                <li aria-current="page" dir="auto">{here}</li>
            </ol>
        </nav>
    }
}
