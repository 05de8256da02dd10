//! My work: what I owe, what waits for my decision, what changed in my chapters, and what comes next.

use accord_domain::dates::PartialDate;
use accord_domain::priority::Wish;
use accord_language::Speaker;
use accord_store::commands::waiting::{Purpose, may_import};
use accord_store::queries::action_points::ActionPoint;
use accord_store::queries::house_meetings::HouseAheadLine;
use accord_store::queries::meetings::MeetingName;
use accord_store::queries::work::{AheadLine, WorkView, load};
use axum::response::{Html, IntoResponse};
use chrono::NaiveDate;
use leptos::prelude::*;

use super::action_points::{With, table};
use super::document::{Place, Screen, page};
use super::house_meetings::beside as planned;
use super::meetings::{days_told, meeting_link, meeting_path, meeting_title};
use super::sheet::path;
use super::words::{Shown, changes, chapter_title, illustrative};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader) -> Answer {
    let view = load(reader.db(), reader.actor(), reader.speaker().today()).await?;
    let imports = may_import(reader.db(), reader.actor(), Purpose::StatusTable).await?;
    Ok(document(&reader, &view, imports).into_response())
}

fn document(reader: &Reader, v: &WorkView, imports: bool) -> Html<String> {
    let l = *reader.speaker();
    let owed: Vec<&ActionPoint> = v.owed.iter().collect();
    let late = v.owed.iter().filter(|point| point.line.state.is_overdue(point.line.due, l.today())).count();
    let mut told = vec![l.count("work-owed", owed.len())];
    if late > 0 {
        told.push(l.count("flag-overdue", late));
    }
    told.push(l.count("work-waiting", v.waiting()));
    page(&reader.visitor, Screen::plain(l.t("my-work"), Place::Work), || {
        let changed = if v.own_chapters { l.t("work-changed-chapters") } else { l.t("work-changed-all") };
        view! {
            <h1>{l.t("my-work")}</h1>
            <p class="lede">{told.join(" · ")}</p>
            <div class="cols">
                <div>
                    <h2>{l.t("what-i-owe")}</h2>
                    {table(&l, &owed, With::Agreement, l.t("what-i-owe"), l.t("nothing-owed"))}
                    {planned(&l, &v.plan)}
                    <h2>{l.t("waits-for-me")}</h2>
                    {waiting(&l, v)}
                    {imports.then(|| view! { <p class="actions"><a href="/import">{l.t("import-table")}</a></p> })}
                    <h2>{changed}</h2>
                    {changes(&l, &v.changes, Shown::Portfolio, l.t("work-nothing-changed"))}
                </div>
                <aside>{ahead(&l, &v.ahead, &v.house_ahead)}</aside>
            </div>
        }
    })
}

/// What waits for a decision: questions, proposals and drafts, each with the way to decide.
fn waiting(l: &Speaker, v: &WorkView) -> AnyView {
    if v.waiting() == 0 {
        return view! { <p class="empty">{l.t("nothing-waits")}</p> }.into_any();
    }
    let l = *l;
    let item = |href: String, what: String, of: String, quiet: String| {
        view! {
            <li>
                <a class="what" href=href dir="auto">{what}</a>
                <div dir="auto">{of}</div>
                <div class="q" dir="auto">{quiet}</div>
            </li>
        }
    };
    let questions = v.questions.iter().map(|question| {
        let chapter = chapter_title(&l, question.chapter_kind, &question.chapter_title);
        let href = format!("/agreements/{}/chapters/{}", question.agreement_slug, question.chapter_address);
        let to = l.word("escalation", question.to.code());
        let since = l.with("escalated-since", &[("to", to.into()), ("when", l.ago(question.since).into())]);
        item(href, question.question.clone(), format!("{} · {chapter}", question.agreement_name), since)
    });
    let proposals = v.proposals.iter().map(|proposal| {
        let href = format!("/agreements/{}/priorities/proposals/{}", proposal.agreement_slug, proposal.id);
        let wish = match Wish::from_code(&proposal.wish) {
            Some(Wish::Rerank) | None => l.t("work-proposal-order"),
            Some(wish) => format!("{} {}", l.word("wish", wish.code()), proposal.title),
        };
        let by = format!("{} · {}", proposal.proposer, l.ago(proposal.proposed_at));
        item(href, wish, format!("{} · {}", proposal.agreement_name, l.t("priorities")), by)
    });
    let drafts = v.drafts.iter().map(|draft| {
        let meeting = draft.meeting.as_ref().map(|meeting| meeting_title(&l, meeting));
        let what = match meeting {
            Some(meeting) => l.with("report-of", &[("meeting", meeting.into())]),
            None => l.word("document-kind", "brief"),
        };
        let since = if draft.approved {
            l.word("report-state", "approved")
        } else {
            l.with("draft-since", &[("when", l.ago(draft.generated_at).into())])
        };
        item(path(&draft.about), what, draft.agreement_name.clone(), since)
    });
    let public = v.public.iter().map(|version| {
        let by = l.with(
            "public-proposed-by",
            &[("who", version.proposed_by.clone().into()), ("when", l.ago(version.proposed_at).into())],
        );
        let state = l.word("public-state", version.state.code());
        item(format!("/barriers/{}", version.number), version.title.clone(), format!("{} · {state}", l.t("public-version")), by)
    });
    view! {
        <ul class="changes">{questions.collect_view()} {proposals.collect_view()} {drafts.collect_view()} {public.collect_view()}</ul>
    }
    .into_any()
}

fn ahead(l: &Speaker, lines: &[AheadLine], of_house: &[HouseAheadLine]) -> AnyView {
    let l = *l;
    let when = |dates: Option<PartialDate>, place: &str| {
        let left = dates.filter(|dates| dates.from() >= l.today()).map(|dates| format!(" · {}", l.when(dates.from())));
        view! {
            <div class="q">
                {days_told(&l, dates)} {left}
                {(!place.is_empty()).then(|| view! { " · " <span dir="auto">{place.to_owned()}</span> })}
            </div>
        }
    };
    let from = |dates: Option<PartialDate>| dates.map(PartialDate::from);
    let mut items: Vec<(Option<NaiveDate>, AnyView)> = Vec::new();
    for line in lines {
        let pack = format!("{}/pack", meeting_path(&line.agreement_slug, &line.meeting.address));
        let item = view! {
            <li>
                <strong>{meeting_link(&l, &line.agreement_slug, &line.meeting)}</strong> " " {illustrative(&l, line.illustrative)}
                <div><a href=format!("/agreements/{}", line.agreement_slug) dir="auto">{line.agreement_name.clone()}</a></div>
                {when(line.dates, &line.place)}
                <div><a href=pack>{l.t("pack-open")}</a></div>
            </li>
        };
        items.push((from(line.dates), item.into_any()));
    }
    for line in of_house {
        let name = MeetingName { address: line.number.to_string(), kind: line.kind, number: None, title: line.title.clone() };
        let of = if line.body.is_empty() { l.t("programme") } else { line.body.clone() };
        let item = view! {
            <li>
                <strong><a href=format!("/meetings/{}", line.number) dir="auto">{meeting_title(&l, &name)}</a></strong> " "
                {illustrative(&l, line.illustrative)}
                <div dir="auto">{of}</div>
                {when(line.dates, &line.place)}
            </li>
        };
        items.push((from(line.dates), item.into_any()));
    }
    items.sort_by_key(|(day, _)| *day);
    view! {
        <section class="card" aria-labelledby="ahead">
            <h2 id="ahead">{l.t("next-meetings")}</h2>
            {items.is_empty().then(|| view! { <p class="empty">{l.t("no-meetings-ahead")}</p> })}
            <ul class="plain-list">{items.into_iter().map(|(_, item)| item).collect_view()}</ul>
        </section>
    }
    .into_any()
}
