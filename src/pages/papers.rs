//! The papers of a session: listed with the session, put and withdrawn on a page of their own, sent as files and never shown inline.

use accord_domain::AppError;
use accord_domain::ids::PaperId;
use accord_domain::paper::{LARGEST, PaperKind, audiences};
use accord_exchange::papers::{FILE, kind_of};
use accord_language::Speaker;
use accord_store::commands::papers::{self, At, PaperForm};
use accord_store::queries::meeting::{MeetingView, SessionView, load};
use accord_store::queries::papers::{PaperFile, PaperLine, file};
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, options, refuse, typed};
use super::meeting::way;
use super::meeting_session::Address;
use super::meetings::{meeting_path, meeting_title};
use super::words::{chapter_title, saved};
use crate::components::form::{Filled, area, file as file_control, input, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::{Upload, blocking};
use crate::web::visitor::Reader;

/// Which paper: the agreement's and the meeting's part of the address, and the paper.
pub type PaperAddress = Path<(String, String, String)>;

/// The address of a session's papers.
pub fn papers_path(agreement: &str, meeting: &str, chapter: &str) -> String {
    format!("{}/sessions/{chapter}/papers", meeting_path(agreement, meeting))
}

/// The papers of a session, with the session; nothing where there are none.
pub fn list(l: &Speaker, m: &MeetingView, session: &SessionView) -> AnyView {
    if session.papers.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h3>{l.t("papers")}</h3>
        <ul class="papers">{session.papers.iter().map(|paper| view! { <li>{line(&l, m, paper)}</li> }).collect_view()}</ul>
    }
    .into_any()
}

/// A paper: what it is called, what it is, how large, whom it is for, who put it and when.
fn line(l: &Speaker, m: &MeetingView, paper: &PaperLine) -> AnyView {
    let href = format!("{}/papers/{}", meeting_path(&m.agreement_slug, &m.name.address), paper.id.0);
    let what = [l.word("paper-kind", paper.kind.code()), size_of(l, paper.size)].join(", ");
    view! {
        <a href=href download="" dir="auto">{paper.title.clone()}</a> " " <span class="q">{what}</span> " "
        <span class="illustrative">{l.word("paper-for", paper.audience.code())}</span> " "
        <span class="q">{paper.put_by.clone()} " · " {l.ago(paper.put_at)}</span>
    }
    .into_any()
}

/// A size as people say it: in kilobytes, from a megabyte on in megabytes.
pub fn size_of(l: &Speaker, bytes: i64) -> String {
    let kilobytes = (bytes + 1_023) / 1_024;
    if kilobytes < 1_024 {
        l.with("size-kilobytes", &[("n", l.number(kilobytes).into())])
    } else {
        l.with("size-megabytes", &[("n", l.number((kilobytes + 1_023) / 1_024).into())])
    }
}

fn session_of<'m>(m: &'m MeetingView, chapter: &str) -> Result<&'m SessionView, Failure> {
    let found = m.sessions.iter().flatten().find(|session| session.chapter_address == chapter);
    found.filter(|session| m.may_write(session.chapter)).ok_or(Failure(AppError::NotFound))
}

/// The screen.
pub async fn show(reader: Reader, Path((slug, address, chapter)): Address, Query(query): Query<Saved>) -> Answer {
    let m = load(reader.db(), reader.actor(), &slug, &address).await?;
    let session = session_of(&m, &chapter)?;
    Ok(document(&reader, &m, session, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, m: &MeetingView, session: &SessionView, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let chapter = chapter_title(&l, session.chapter_kind, &session.chapter_title);
    let meeting = meeting_title(&l, &m.name);
    let path = meeting_path(&m.agreement_slug, &m.name.address);
    let own = papers_path(&m.agreement_slug, &m.name.address, &session.chapter_address);
    let mut links = way(&l, m);
    links.push((format!("{path}#{}", session.chapter_address), meeting.clone()));
    let audiences = options(&l, "paper-audience", audiences(m.name.kind.is_with_partner()).iter().map(|audience| audience.code()));
    page(&reader.visitor, Screen::plain(format!("{} – {chapter} – {meeting}", l.t("papers")), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), links, l.t("papers"))}
            <h1>{l.t("papers")}</h1>
            <p class="lede"><span dir="auto">{chapter}</span> " · " {meeting}</p>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            {session.papers.is_empty().then(|| view! { <p class="empty">{l.t("no-papers")}</p> })}
            <ul class="papers">
                {session.papers.iter().map(|paper| view! { <li>{line(&l, m, paper)}</li> }).collect_view()}
            </ul>
            {withdrawal(&l, &own, session.papers.iter().map(|paper| (paper.id, paper.title.clone())).collect(), filled)}
            {putting(&l, filled, own.clone(), l.t("paper-for-hint"), audiences, path.clone())}
        }
    })
}

/// The form that puts a paper on a table; `back` leads to the meeting.
pub fn putting(
    l: &Speaker,
    filled: &Filled,
    action: String,
    for_hint: String,
    audiences: Vec<(String, String)>,
    back: String,
) -> AnyView {
    let endings: Vec<String> = PaperKind::ALL.iter().flat_map(|kind| kind.endings()).map(|ending| format!(".{ending}")).collect();
    let hint = l.with("paper-hint", &[("most", l.number((LARGEST / 1024 / 1024) as i64).into())]);
    view! {
        <h2 id="put">{l.t("put-paper")}</h2>
        <form method="post" enctype="multipart/form-data" action=action>
            {file_control(filled, FILE, l.t("paper-file"), hint, endings.join(","))}
            {input(filled, "title", l.t("title"), l.t("paper-title-hint"), "text", "off")}
            {select(filled, "audience", l.t("paper-audience"), for_hint, audiences)}
            <p class="actions"><button>{l.t("put-paper")}</button><a class="button" href=back>{l.t("back-to-meeting")}</a></p>
        </form>
    }
    .into_any()
}

/// The form that withdraws a paper, of those named by their identifiers.
pub fn withdrawal(l: &Speaker, path: &str, papers: Vec<(PaperId, String)>, filled: &Filled) -> AnyView {
    if papers.is_empty() {
        return ().into_any();
    }
    let mut choice = vec![(String::new(), l.t("choose-paper"))];
    choice.extend(papers.into_iter().map(|(id, title)| (id.0.to_string(), title)));
    view! {
        <details open=filled.error("withdrawn").is_some() || filled.error("withdraw_reason").is_some()>
            <summary>{l.t("withdraw-paper")}</summary>
            <form method="post" action=format!("{path}/withdraw")>
                {select(filled, "withdrawn", l.t("paper"), String::new(), choice)}
                {area(filled, "withdraw_reason", l.t("reason"), l.t("withdraw-paper-hint"))}
                <p class="actions"><button class="danger">{l.t("withdraw-paper")}</button></p>
            </form>
        </details>
    }
    .into_any()
}

/// A paper as it was sent, its file judged by its content.
pub async fn judged(fields: &Fields, name: String, bytes: Vec<u8>) -> Result<PaperForm, AppError> {
    let (kind, file_name, bytes) = blocking(move || (kind_of(&name, &bytes), name, bytes)).await?;
    let kind = kind.map_err(|error| AppError::Invalid(vec![error]))?;
    Ok(PaperForm { title: fields.get("title"), audience: fields.get("audience"), file_name, kind, bytes })
}

/// Puts a paper on the table. The file is taken in only from who may put one.
pub async fn put(reader: Reader, Path((slug, address, chapter)): Address, request: Request) -> Answer {
    let m = load(reader.db(), reader.actor(), &slug, &address).await?;
    let session = session_of(&m, &chapter)?;
    let Upload { fields, name, bytes } = Upload::from_request(request, &()).await?;
    let outcome = match judged(&fields, name, bytes).await {
        Ok(form) => {
            let at = At { slug: slug.clone(), meeting: address.clone(), chapter: chapter.clone() };
            papers::put(reader.db(), reader.command(), at, form).await.map(|_| ())
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(done(&papers_path(&slug, &address, &chapter), "paper")),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &["title", "audience"]), error, FILE);
            document(&reader, &m, session, &filled, None)
        }),
    }
}

pub fn paper_id(raw: &str) -> Result<PaperId, AppError> {
    raw.parse().map(PaperId).map_err(|_| AppError::NotFound)
}

/// Sends the file. Whatever it is, a browser keeps it and does not show it.
pub async fn download(reader: Reader, Path((slug, address, paper)): PaperAddress) -> Answer {
    let found = file(reader.db(), reader.actor(), &slug, &address, paper_id(&paper)?).await?;
    Ok(kept(found))
}

/// The answer that carries a paper's file.
pub fn kept(file: PaperFile) -> Response {
    let headers = [(CONTENT_TYPE, file.kind.media_type().to_owned()), (CONTENT_DISPOSITION, disposition(&file.name))];
    (headers, file.bytes).into_response()
}

/// Says that a file is to be kept, under its name (RFC 6266): for old programs in ASCII, for others as it is.
fn disposition(name: &str) -> String {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' }).collect();
    let coded: String = name
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{coded}")
}

/// Withdraws a paper.
pub async fn withdraw(reader: Reader, Path((slug, address, chapter)): Address, fields: Fields) -> Answer {
    let m = load(reader.db(), reader.actor(), &slug, &address).await?;
    let session = session_of(&m, &chapter)?;
    let chosen = fields.get("withdrawn");
    let outcome = match session.papers.iter().find(|paper| paper.id.0.to_string() == chosen) {
        Some(paper) => {
            let reason = fields.get("withdraw_reason");
            papers::withdraw(reader.db(), reader.command(), slug.clone(), address.clone(), paper.id, reason).await
        }
        None if chosen.is_empty() => Err(AppError::field("withdrawn", "required")),
        None => Err(AppError::field("withdrawn", "unknown-choice")),
    };
    match outcome {
        Ok(()) => Ok(done(&papers_path(&slug, &address, &chapter), "paper-withdrawn")),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), typed(&fields, &["withdrawn", "withdraw_reason"]), error, "withdrawn");
            document(&reader, &m, session, &filled.told_at("reason", "withdraw_reason"), None)
        }),
    }
}
