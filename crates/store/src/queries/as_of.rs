//! An agreement as Accord had it recorded at the end of a day, from the change record alone. The reader sees of it what their roles
//! of today let them see.

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::action_point::{ActionState, Side};
use accord_domain::agreement::{AgreementKind, Relation};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::ids::{AgreementId, ChapterId, EventId, PriorityId};
use accord_domain::lifecycle::{EventKind, Stage, Standing};
use accord_domain::priority::Stance;
use accord_domain::ratification::RatificationStep;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use chrono::{DateTime, NaiveDate, Utc};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::action_points::ActionPointLine;
use super::agreement::{AgreementView, Claim, EventLine, PartyLine, RatificationLine, Relative, id_of, in_order};
use super::changes::{Of, PLACES, Span, recent_on};
use super::meetings::MeetingLine;
use super::meetings_as_of::Told;
use super::portfolio::ChapterMark;
use super::priorities::{AreaLine, LinkedChapter};
use crate::actor::roles_in;
use crate::cards::{
    self, ActionPointCard, AgreementCard, CARD, ChapterCard, ChiefsCard, EventCard, PrioritiesCard, RatificationCard,
};
use crate::changes::scope_of;
use crate::db::{Conn, Db, word};
use crate::strips::Confidence;
use crate::threads::revision_before;

row! {
    /// The last step of a thread.
    struct Last {
        subject: String,
        subject_id: Uuid,
        field: String,
        clearance: i16,
        verb: String,
        new: Option<String>,
        reason: Option<String>,
        at: DateTime<Utc>,
    }
}

/// All that the record says of an agreement at one of its revisions, in the order in which it was said.
struct State(Vec<Last>);

impl State {
    /// The last step of each thread the actor may see.
    async fn load(conn: &mut Conn, actor: &Actor, id: AgreementId, revision: i64) -> Result<Self, AppError> {
        let steps = built_all!(conn, Last, |query| {
            query.push(format_args!(
                "with ends as materialized (select ch.scope, ch.subject_id, ch.field, ch.clearance, \
                 (select s.revision * {PLACES} + s.ordinal from thread_steps s where s.scope = ch.scope and s.thread = ch.thread \
                 and s.revision <= "
            ));
            query.push_bind(revision);
            query.push(" order by s.revision desc, s.ordinal desc limit 1) as place from threads ch where ch.scope = ");
            query.push_bind(scope_of(id));
            query.push(" and ");
            visible!(query, actor, Of::Agreement(id));
            query.push(format_args!(
                ") select l.subject, n.subject_id, n.field, n.clearance, l.verb, l.new, l.reason, l.at from ends n \
                 join changes l on l.scope = n.scope and l.revision = n.place / {PLACES} and l.ordinal = n.place % {PLACES} \
                 order by n.place"
            ));
        })?;
        Ok(Self(steps))
    }

    fn last(&self, subject: Uuid, field: &str) -> Option<&Last> {
        self.0.iter().rfind(|last| last.subject_id == subject && last.field == field)
    }

    /// The cards of a kind of things at a clearance, each with where it stands.
    fn cards<'s, T: DeserializeOwned>(
        &'s self,
        subject: &'static str,
        clearance: Option<Clearance>,
    ) -> impl Iterator<Item = Result<(&'s Last, T), AppError>> {
        let wanted = move |last: &&Last| {
            last.field == CARD && last.subject == subject && clearance.is_none_or(|wanted| wanted.rank() == last.clearance)
        };
        self.0.iter().filter(wanted).map(|last| Ok((last, cards::read(last.new.as_deref().unwrap_or_default())?)))
    }

    fn stage(&self, id: AgreementId) -> Result<Stage, AppError> {
        match self.last(id.0, "stage").and_then(|last| last.new.as_deref()) {
            Some(code) => word(code, Stage::from_code),
            None => Ok(Stage::Proposed),
        }
    }

    fn parties(&self, of: &AgreementCard) -> Result<Vec<PartyLine>, AppError> {
        let chiefs = self.cards::<ChiefsCard>("agreement", Some(Field::Leads.clearance())).next().transpose()?;
        let line = |(code, name): &(String, String)| PartyLine {
            chief_negotiator: chiefs.as_ref().map(|(_, chiefs)| {
                chiefs.0.iter().find(|(party, _)| party == code).map(|(_, chief)| chief.clone()).unwrap_or_default()
            }),
            code: code.clone(),
            name: name.clone(),
        };
        Ok(of.parties.iter().map(line).collect())
    }

    fn events(&self, clearance: Clearance) -> Result<Vec<EventLine>, AppError> {
        let line = |found: Result<(&Last, EventCard), AppError>| {
            let (last, card) = found?;
            let became = self.last(last.subject_id, "event").filter(|step| matches!(step.verb.as_str(), "correct" | "withdraw"));
            let standing = became.map_or(Standing::Stands, |step| match step.verb.as_str() {
                "correct" => Standing::Corrected,
                _ => Standing::Withdrawn,
            });
            let told = became.filter(|_| clearance >= Field::Reason.clearance()).and_then(|step| step.reason.clone());
            let claims = card.claims.into_iter().enumerate().map(|(position, claim)| Claim {
                date: claim.date,
                place: claim.place,
                publisher: claim.publisher,
                title: claim.title,
                preferred: position == 0,
                verified: claim.verified,
            });
            Ok(EventLine {
                id: EventId(last.subject_id),
                kind: word(&card.kind, EventKind::from_code)?,
                note: card.note,
                held: card.held,
                standing,
                standing_reason: told.unwrap_or_default(),
                illustrative: card.illustrative,
                claims: claims.collect(),
            })
        };
        self.cards::<EventCard>("event", None).map(line).collect::<Result<Vec<_>, _>>().map(in_order)
    }

    fn ratification(&self) -> Result<Vec<RatificationLine>, AppError> {
        let line = |found: Result<(&Last, RatificationCard), AppError>| {
            let (_, card) = found?;
            let step = word(&card.step, RatificationStep::from_code)?;
            Ok(RatificationLine {
                party: card.party,
                step,
                date: card.date,
                publisher: card.publisher,
                illustrative: card.illustrative,
            })
        };
        let mut lines = self.cards::<RatificationCard>("ratification", None).map(line).collect::<Result<Vec<_>, AppError>>()?;
        lines.sort_by(|a, b| (&a.party, a.step).cmp(&(&b.party, b.step)));
        Ok(lines)
    }

    /// The priority areas in their order; to which chapters they were linked is not told.
    fn priorities(&self) -> Result<Vec<AreaLine>, AppError> {
        let found = self.cards::<PrioritiesCard>("priorities", Some(Field::Priorities.clearance())).next().transpose()?;
        let areas = found.map(|(_, card)| card.0).unwrap_or_default();
        areas
            .into_iter()
            .zip(1_i16..)
            .map(|(card, rank)| {
                Ok(AreaLine {
                    id: PriorityId(card.id),
                    rank,
                    stance: word(&card.stance, Stance::from_code)?,
                    title: card.title,
                    sector: card.sector,
                    owner: card.owner,
                    for_minister: card.for_minister,
                    illustrative: card.illustrative,
                    version: 0,
                    chapters: Vec::new(),
                })
            })
            .collect()
    }

    fn chapters(&self, clearance: Clearance) -> Result<Vec<ChapterMark>, AppError> {
        let mut marks = Vec::new();
        for found in self.cards::<ChapterCard>("chapter", Some(Field::Leads.clearance())) {
            let (last, card) = found?;
            let id = last.subject_id;
            if self.is_archived(id) {
                continue;
            }
            let opened = self.last(id, "chapter");
            let kind = word(&card.kind, ChapterKind::from_code)?;
            let text = self.last(id, "text_status");
            let since = text.or(opened).map_or(last.at, |step| step.at);
            marks.push(ChapterMark {
                number: card.number,
                kind,
                title: card.title,
                address: card.address,
                text: stands(text, TextStatus::NotStarted, <TextStatus as Track>::from_code)?,
                text_since: since,
                open_brackets: card.open_brackets,
                confidence: if clearance >= Clearance::Delegation { Some(self.confidence(id, kind)?) } else { None },
            });
        }
        marks.sort_by(|a, b| (a.number, &a.address).cmp(&(b.number, &b.address)));
        Ok(marks)
    }

    fn meetings(&self, clearance: Clearance) -> Result<Vec<MeetingLine>, AppError> {
        let mut told = Told::default();
        for step in self.0.iter().filter(|step| step.subject == "meeting") {
            told.hear(step.subject_id, &step.field, step.new.as_deref())?;
        }
        told.lines(clearance)
    }

    /// What was open, by the day it was due; the chapters are those that stood.
    fn action_points(&self) -> Result<Vec<ActionPointLine>, AppError> {
        let chapters = self
            .cards::<ChapterCard>("chapter", Some(Field::Leads.clearance()))
            .filter(|found| !matches!(found, Ok((last, _)) if self.is_archived(last.subject_id)))
            .map(|found| found.map(|(last, card)| (last.subject_id, card)))
            .collect::<Result<HashMap<_, _>, _>>()?;
        let mut lines = Vec::new();
        for found in self.cards::<ActionPointCard>("action_point", Some(Field::ActionPoint.clearance())) {
            let (_, card) = found?;
            let state = word(&card.state, ActionState::from_code)?;
            if state != ActionState::Open {
                continue;
            }
            let chapter = card.chapter.and_then(|id| chapters.get(&id).map(|chapter| (ChapterId(id), chapter)));
            let linked = chapter.map(|(id, card)| {
                let kind = word(&card.kind, ChapterKind::from_code)?;
                Ok::<_, AppError>(LinkedChapter { id, address: card.address.clone(), kind, title: card.title.clone() })
            });
            lines.push(ActionPointLine {
                number: card.number,
                title: card.title,
                side: word(&card.side, Side::from_code)?,
                owner: card.owner,
                first_due: card.first_due,
                due: card.due,
                moved: card.moved,
                state,
                chapter: linked.transpose()?,
                illustrative: card.illustrative,
            });
        }
        lines.sort_by_key(|line| (line.due, line.number));
        Ok(lines)
    }

    fn is_archived(&self, chapter: Uuid) -> bool {
        self.last(chapter, "chapter").is_some_and(|step| step.verb == "archive")
    }

    fn confidence(&self, chapter: Uuid, kind: ChapterKind) -> Result<Confidence, AppError> {
        let status = self.last(chapter, "market_status");
        let market = stands(status, MarketAccessStatus::NotStarted, <MarketAccessStatus as Track>::from_code)?;
        Ok(Confidence {
            market: kind.has_market_access().then_some(market),
            parked: self.last(chapter, "parked").is_some_and(|step| step.verb == "park"),
            escalated: self.last(chapter, "escalated").is_some_and(|step| step.verb == "escalate"),
        })
    }
}

/// The status a thread stands at, or the one it begins with.
fn stands<T>(last: Option<&Last>, beginning: T, from_code: impl Fn(&str) -> Option<T>) -> Result<T, AppError> {
    match last.and_then(|step| step.new.as_deref()) {
        Some(code) => word(code, from_code),
        None => Ok(beginning),
    }
}

/// Changes shown on the screen, the newest of that day first.
const RECENT: i64 = 12;

/// Loads an agreement the actor has a role in as it stood at the end of a day; none where Accord held nothing of it then.
///
/// # Errors
/// `NotFound` for an agreement the actor has no role in.
pub async fn load(db: &Db, actor: &Actor, slug: &str, day: NaiveDate) -> Result<Option<AgreementView>, AppError> {
    let mut conn = db.read().await?;
    let (id, _) = id_of(&mut conn, actor, slug).await?;
    let roles = roles_in(&mut conn, actor, id).await?;
    let clearance = roles.clearance().ok_or(AppError::NotFound)?;
    let span = Span { from: DateTime::UNIX_EPOCH, until: Span::of_days(day, day).until };
    let revision = revision_before(&mut conn, &scope_of(id), span.until).await?;
    let state = State::load(&mut conn, actor, id, revision).await?;
    let found = state.cards::<AgreementCard>("agreement", Some(Field::Agreement.clearance())).next().transpose()?;
    let Some((_, card)) = found else { return Ok(None) };
    Ok(Some(AgreementView {
        id,
        slug: slug.to_owned(),
        kind: word(&card.kind, AgreementKind::from_code)?,
        stage: state.stage(id)?,
        parties: state.parties(&card)?,
        name: card.name,
        home_party: card.home_party,
        lead_ministry: card.lead_ministry,
        objective: card.objective,
        languages: card.languages,
        illustrative: card.illustrative,
        version: 0,
        archived: state.last(id.0, "agreement").is_some_and(|step| step.verb == "archive"),
        events: state.events(clearance)?,
        relatives: relatives_of(&mut conn, actor, (id, &state), span.until).await?,
        ratification: state.ratification()?,
        chapters: if clearance >= Clearance::Partner { Some(state.chapters(clearance)?) } else { None },
        meetings: state.meetings(clearance)?,
        priorities: if clearance >= Clearance::Delegation { Some(state.priorities()?) } else { None },
        action_points: if clearance >= Clearance::Delegation { Some(state.action_points()?) } else { None },
        changes: recent_on(&mut conn, actor, Of::Agreement(id), Some(span), RECENT).await?,
        people: None,
        roles,
        brief: false,
        trade: Vec::new(),
        as_of: Some(day),
    }))
}

row! {
    struct RelativeRow {
        later: Uuid,
        earlier: Uuid,
        slug: String,
        opened_at: DateTime<Utc>,
    }
}

/// The chapters as the record tells of them at a revision, no more than both sides may know. The actor is one who may know all of it.
pub(super) async fn chapters_at(
    conn: &mut Conn,
    actor: &Actor,
    id: AgreementId,
    revision: i64,
) -> Result<Vec<ChapterMark>, AppError> {
    State::load(conn, actor, id, revision).await?.chapters(Clearance::Partner)
}

/// The lineage as it was recorded before an instant, of agreements the actor may see.
async fn relatives_of(
    conn: &mut Conn,
    actor: &Actor,
    (id, own): (AgreementId, &State),
    until: DateTime<Utc>,
) -> Result<Vec<Relative>, AppError> {
    let mut rows: Vec<RelativeRow> = fetch_all!(
        &mut *conn,
        RelativeRow,
        "select r.agreement_id as later, r.earlier_id as earlier, a.slug, a.opened_at from agreement_relations r \
         join agreements a on a.id = case when r.agreement_id = $1 then r.earlier_id else r.agreement_id end \
         where (r.agreement_id = $1 or r.earlier_id = $1) \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
        id.0,
        actor.account.0
    )?;
    rows.sort_by_key(|row| row.opened_at);
    let mut relatives = Vec::new();
    for row in rows {
        let is_later = row.later == id.0;
        let other = AgreementId(if is_later { row.earlier } else { row.later });
        let revision = revision_before(conn, &scope_of(other), until).await?;
        let others = State::load(conn, actor, other, revision).await?;
        let told = if is_later { own } else { &others }.last(row.earlier, "lineage");
        let relation = told.and_then(|step| step.new.as_deref()?.split(' ').next().and_then(Relation::from_code));
        let card = others.cards::<AgreementCard>("agreement", Some(Field::Agreement.clearance())).next().transpose()?;
        if let (Some(relation), Some((_, card))) = (relation, card) {
            let stage = others.stage(other)?;
            relatives.push(Relative { slug: row.slug, name: card.name, stage, relation, earlier: is_later });
        }
    }
    Ok(relatives)
}
