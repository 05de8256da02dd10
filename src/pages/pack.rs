//! The meeting pack: all that somebody takes to a meeting, as they may see it, in one document to print or to carry as one file.

use accord_domain::AppError;
use accord_domain::dates::Period;
use accord_domain::tracks::Track as _;
use accord_language::Speaker;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::queries::action_points::{self, ActionPoint};
use accord_store::queries::agreement::{self, AgreementView};
use accord_store::queries::changes::{Net, Of, Span, net};
use accord_store::queries::meeting::{self, MeetingView, SessionView};
use accord_store::queries::meetings::MeetingName;
use accord_store::queries::obstacles::{self, Obstacles};
use accord_store::queries::portfolio::ChapterMark;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::action_points::{With, table};
use super::document::{Place, Screen, crumbs, page, standalone};
use super::meeting::{Address, agenda, card, way};
use super::meetings::{days_told, meeting_path, meeting_title};
use super::papers;
use super::portfolio::{Steps, chapter_strip, mark_title, vessel_of};
use super::priorities::ranked;
use super::what_changed::groups;
use super::words::{chapter_title, illustrative, stage_tag};
use crate::components::strip::single;
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// What a pack is made of.
struct Pack {
    meeting: MeetingView,
    agreement: AgreementView,
    obstacles: Vec<Obstacles>,
    /// The action points still open; none below the delegation's clearance.
    open: Option<Vec<ActionPoint>>,
    /// What changed since the last round before the meeting, or in the last month where there was none.
    since: Option<MeetingName>,
    period: Period,
    net: Net,
}

/// The days looked back when no round came before.
const USUAL: u64 = 30;

impl Pack {
    async fn load(reader: &Reader, slug: &str, address: &str) -> Result<Self, AppError> {
        let (db, actor) = (reader.db(), reader.actor());
        let meeting = meeting::load(db, actor, slug, address).await?;
        let agreement = agreement::load(db, actor, slug).await?;
        let today = day_in(HOME_ZONE, reader.speaker().now);
        let begins = meeting.dates.map_or(today, |dates| dates.from());
        let rounds = agreement.meetings.iter().filter(|line| line.state.is_held() && line.name.kind.is_round());
        let before = rounds.filter_map(|line| Some((line.name.clone(), line.dates?.to().succ_opt()?)));
        let last =
            before.filter(|(name, first)| name.address != meeting.name.address && *first <= begins).max_by_key(|(_, first)| *first);
        let from = last.as_ref().map_or_else(|| today - chrono::Days::new(USUAL), |(_, first)| *first);
        let period = Period { from: from.min(today), to: today };
        let mut net = net(db, actor, Of::Agreement(agreement.id), Span::of_days(period.from, period.to)).await?;
        // How this meeting itself was planned is what the pack is about.
        net.changes.retain(|effect| effect.change.meeting_address.as_ref() != Some(&meeting.name.address));
        let open = match agreement.action_points {
            Some(_) => Some(action_points::open(db, actor, slug).await?),
            None => None,
        };
        Ok(Self {
            net,
            open,
            obstacles: obstacles::of(db, actor, agreement.id).await?,
            since: last.map(|(name, _)| name),
            period,
            meeting,
            agreement,
        })
    }

    fn title(&self, l: &Speaker) -> String {
        let meeting = meeting_title(l, &self.meeting.name);
        l.with("pack-of", &[("meeting", meeting.into()), ("agreement", self.agreement.name.clone().into())])
    }
}

/// The pack on screen, and on paper.
pub async fn show(reader: Reader, Path((slug, address)): Address) -> Answer {
    let pack = Pack::load(&reader, &slug, &address).await?;
    let l = *reader.speaker();
    let file = format!("{}/pack.html", meeting_path(&slug, &address));
    let shown = page(&reader.visitor, Screen::plain(pack.title(&l), Place::Portfolio), || {
        let mut links = way(&l, &pack.meeting);
        links.push((meeting_path(&slug, &address), meeting_title(&l, &pack.meeting.name)));
        view! {
            {crumbs(l.t("breadcrumb"), links, l.t("pack"))}
            {contents(&reader, &pack)}
            <p class="actions"><a class="button" href=file>{l.t("pack-file")}</a> <span class="q">{l.t("pack-file-hint")}</span></p>
        }
    });
    Ok(shown.into_response())
}

/// The pack as one file that needs no network.
pub async fn file(reader: Reader, Path((slug, address)): Address) -> Answer {
    let pack = Pack::load(&reader, &slug, &address).await?;
    let Html(text) = standalone(&reader.visitor, pack.title(reader.speaker()), || contents(&reader, &pack));
    let name = format!("attachment; filename=\"{slug}-{address}.html\"");
    Ok(([(CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}

fn contents(reader: &Reader, pack: &Pack) -> AnyView {
    let l = *reader.speaker();
    let (m, a) = (&pack.meeting, &pack.agreement);
    let clearance = a.roles.clearance().map(|clearance| l.word("clearance", clearance.code())).unwrap_or_default();
    let seen = l.with("pack-seen", &[("who", reader.actor().name.clone().into()), ("clearance", clearance.into())]);
    view! {
        <div class="pack">
            <p class="marking">{seen} " · " {l.with("as-recorded", &[("when", l.instant(l.now).into())])}</p>
            <h1 dir="auto">{pack.title(&l)}</h1>
            <p class="lede">{days_told(&l, m.dates)} " · " {stage_tag(&l, a.stage)} " " {illustrative(&l, m.illustrative)}</p>
            {card(&l, m)}
            {m.sessions.as_ref().map(|sessions| programme(&l, m, sessions))}
            {a.chapters.as_ref().map(|marks| chapters(&l, marks, &pack.obstacles))}
            {a.priorities.as_ref().map(|areas| view! { <h2>{l.t("priorities")}</h2> {ranked(&l, areas.iter(), l.t("no-priorities"))} })}
            {pack.open.as_ref().map(|open| view! {
                <h2>{l.t("action-points")}</h2>
                {table(&l, &open.iter().collect::<Vec<_>>(), With::Meeting, l.t("action-points"), l.t("no-action-points-open"))}
            })}
            {changed(&l, pack)}
        </div>
    }
    .into_any()
}

fn programme(l: &Speaker, m: &MeetingView, sessions: &[SessionView]) -> AnyView {
    let l = *l;
    let one = |session: &SessionView| {
        let title = chapter_title(&l, session.chapter_kind, &session.chapter_title);
        view! {
            <section class="session">
                <h3 dir="auto">{format!("{}. {title}", l.number(session.chapter_number.into()))}</h3>
                {agenda(&l, m, &session.agenda)}
                {papers::list(&l, m, session)}
            </section>
        }
    };
    view! {
        <h2>{l.t("agenda")}</h2>
        {sessions.is_empty().then(|| view! { <p class="empty">{l.t("no-sessions")}</p> })}
        {sessions.iter().map(one).collect_view()}
    }
    .into_any()
}

fn chapters(l: &Speaker, marks: &[ChapterMark], obstacles: &[Obstacles]) -> AnyView {
    if marks.is_empty() {
        return view! { <h2>{l.t("chapters")}</h2><p class="empty">{l.t("no-chapters-yet")}</p> }.into_any();
    }
    let l = *l;
    let confident = marks.iter().any(|mark| mark.confidence.is_some());
    let closed = marks.iter().filter(|mark| mark.text.counts_as_closed()).count();
    let told = l.with("closed-of", &[("part", l.number(closed as i64).into()), ("total", l.number(marks.len() as i64).into())]);
    let row = |mark: &ChapterMark| {
        let market = mark.confidence.as_ref().and_then(|known| known.market);
        let found = obstacles.iter().find(|found| found.chapter == mark.address);
        let parked = found.and_then(|found| found.parked.clone());
        let escalated = found.and_then(|found| found.escalated.clone());
        view! {
            <tr>
                <td class="n" data-l=l.t("number-short")>{l.number(mark.number.into())}</td>
                <td class="wide" dir="auto">{mark_title(&l, mark)}</td>
                <td class="wide"><span class="status">{single(vessel_of(mark))} {l.word("text", mark.text.code())}</span></td>
                {confident.then(|| view! {
                    <td data-l=l.t("market-access")>{market.map_or_else(|| "–".to_owned(), |status| l.word("market", status.code()))}</td>
                })}
                <td class="n" data-l=l.t("open-brackets")>{l.number(mark.open_brackets)}</td>
                {confident.then(|| view! {
                    <td class="wide">
                        {escalated.map(|(to, question)| view! {
                            <div><span class="flag up">{l.word("escalation", to.code())}</span> " " <span dir="auto">{question}</span></div>
                        })}
                        {parked.map(|why| view! { <div><span class="flag late">{l.t("parked")}</span> " " <span dir="auto">{why}</span></div> })}
                    </td>
                })}
            </tr>
        }
    };
    view! {
        <h2>{l.t("chapters")}</h2>
        <p class="strip-line">
            {chapter_strip(&l, &Steps::of(&l), &marks.iter().map(vessel_of).collect::<Vec<_>>())} <span>{told}</span>
        </p>
        <table>
            <caption class="visually-hidden">{l.t("chapters")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{l.t("number-short")}</th>
                    <th scope="col">{l.t("chapter")}</th>
                    <th scope="col">{l.t("text-track")}</th>
                    {confident.then(|| view! { <th scope="col">{l.t("market-access")}</th> })}
                    <th scope="col" class="n">{l.t("open-brackets")}</th>
                    {confident.then(|| view! { <th scope="col">{l.t("look-here")}</th> })}
                </tr>
            </thead>
            <tbody>{marks.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn changed(l: &Speaker, pack: &Pack) -> AnyView {
    let since =
        pack.since.as_ref().map(|meeting| l.with("changes-after-meeting", &[("meeting", meeting_title(l, meeting).into())]));
    let days = l.with("changes-span", &[("from", l.day(pack.period.from).into()), ("to", l.day(pack.period.to).into())]);
    view! {
        <h2>{l.t("what-changed")}</h2>
        <p class="lede">{since.map(|since| format!("{since} · "))} {days}</p>
        {if pack.net.changes.is_empty() {
            view! { <p class="empty">{l.t("changes-none")}</p> }.into_any()
        } else {
            groups(l, false, &pack.net.changes)
        }}
    }
    .into_any()
}
