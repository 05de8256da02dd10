//! The papers of such a meeting: listed with it, put and withdrawn on a page of their own, sent as files and never shown inline.

use accord_domain::AppError;
use accord_domain::house_meeting::PaperAudience;
use accord_domain::meeting::MeetingState;
use accord_exchange::papers::FILE;
use accord_language::Speaker;
use accord_store::commands::house_meetings::papers;
use accord_store::queries::house_meetings::papers::{HousePaper, file};
use accord_store::queries::house_meetings::single::{HouseMeetingView, load};
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{PLACE, number_of, path, way_through};
use crate::components::form::{Filled, summary};
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::meetings::meeting_title;
use crate::pages::papers::{judged, kept, paper_id, putting, size_of, withdrawal};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::Upload;
use crate::web::visitor::Reader;

/// The papers on the page of the meeting.
pub fn list(l: &Speaker, found: &HouseMeetingView) -> AnyView {
    let l = *l;
    let m = &found.meeting;
    let keeps = found.seen.keeps() && m.state != MeetingState::CalledOff;
    if found.papers.is_empty() && !keeps {
        return ().into_any();
    }
    view! {
        <h2 id="papers">{l.t("papers")}</h2>
        {listed(&l, found)}
        {keeps.then(|| view! {
            <p class="actions screen-only"><a class="button" href=format!("{}/papers", path(m.number))>{l.t("put-paper")}</a></p>
        })}
    }
    .into_any()
}

fn listed(l: &Speaker, found: &HouseMeetingView) -> AnyView {
    if found.papers.is_empty() {
        return view! { <p class="empty">{l.t("no-papers")}</p> }.into_any();
    }
    let l = *l;
    let own = path(found.meeting.number);
    let line = |paper: &HousePaper| {
        let what = [l.word("paper-kind", paper.kind.code()), size_of(&l, paper.size)].join(", ");
        view! {
            <li>
                <a href=format!("{own}/papers/{}", paper.id.0) download="" dir="auto">{paper.title.clone()}</a> " "
                <span class="q">{what}</span> " " <span class="illustrative">{l.word("house-paper-for", paper.audience.code())}</span> " "
                <span class="q">{paper.put_by.clone()} " · " {l.ago(paper.put_at)}</span>
            </li>
        }
    };
    view! { <ul class="papers">{found.papers.iter().map(line).collect_view()}</ul> }.into_any()
}

async fn kept_by(reader: &Reader, number: &str) -> Result<HouseMeetingView, Failure> {
    let found = load(reader.db(), reader.actor(), number_of(number)?).await?;
    let keeps = found.seen.keeps() && found.meeting.state != MeetingState::CalledOff;
    if keeps { Ok(found) } else { Err(Failure(AppError::NotFound)) }
}

/// The screen.
pub async fn show(reader: Reader, Path(number): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = kept_by(&reader, &number).await?;
    Ok(document(&reader, &found, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, found: &HouseMeetingView, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let m = &found.meeting;
    let own = format!("{}/papers", path(m.number));
    let audiences = options(&l, "house-paper-audience", PaperAudience::ALL.iter().map(|audience| audience.code()));
    let put: Vec<_> = found.papers.iter().map(|paper| (paper.id, paper.title.clone())).collect();
    let title = l.t("papers");
    page(&reader.visitor, Screen::plain(format!("{title} – {}", meeting_title(&l, &m.name())), PLACE), || {
        view! {
            {crumbs(l.t("breadcrumb"), way_through(&l, m), title.clone())}
            <h1>{title.clone()}</h1>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            {listed(&l, found)}
            {withdrawal(&l, &own, put, filled)}
            {putting(&l, filled, own.clone(), l.t("house-paper-for-hint"), audiences, path(m.number))}
        }
    })
}

/// Puts a paper on the table. The file is taken in only from who may put one.
pub async fn put(reader: Reader, Path(number): Path<String>, request: Request) -> Answer {
    let found = kept_by(&reader, &number).await?;
    let Upload { fields, name, bytes } = Upload::from_request(request, &()).await?;
    let outcome = match judged(&fields, name, bytes).await {
        Ok(form) => papers::put(reader.db(), reader.command(), found.meeting.number, form).await.map(|_| ()),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(done(&format!("{}/papers", path(found.meeting.number)), "paper")),
        Err(error) => again(error, |error| {
            document(&reader, &found, &refuse(reader.speaker(), typed(&fields, &["title", "audience"]), error, FILE), None)
        }),
    }
}

/// Sends the file. Whatever it is, a browser keeps it and does not show it.
pub async fn download(reader: Reader, Path((number, paper)): Path<(String, String)>) -> Answer {
    Ok(kept(file(reader.db(), reader.actor(), number_of(&number)?, paper_id(&paper)?).await?).into_response())
}

/// Withdraws a paper.
pub async fn withdraw(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let found = kept_by(&reader, &number).await?;
    let chosen = fields.get("withdrawn");
    let outcome = match found.papers.iter().find(|paper| paper.id.0.to_string() == chosen) {
        Some(paper) => {
            let reason = fields.get("withdraw_reason");
            papers::withdraw(reader.db(), reader.command(), found.meeting.number, paper.id, reason).await
        }
        None if chosen.is_empty() => Err(AppError::field("withdrawn", "required")),
        None => Err(AppError::field("withdrawn", "unknown-choice")),
    };
    match outcome {
        Ok(()) => Ok(done(&format!("{}/papers", path(found.meeting.number)), "paper-withdrawn")),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &["withdrawn", "withdraw_reason"]), error, "withdrawn");
            document(&reader, &found, &filled.told_at("reason", "withdraw_reason"), None)
        }),
    }
}
