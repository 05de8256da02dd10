//! Proposals to add, drop or re-rank priority areas: made by a lead, decided by a chief or a principal, withdrawn by whoever made them.
//! A chief's own is a proposal all the same; it may be approved in the step that makes it, and is recorded as such.

use accord_domain::access::Act;
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, ChapterId, PriorityId, ProposalId};
use accord_domain::priority::{Decision, MOST_AREAS, Proposal, ProposalState, Wish, decide as decided};
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::priorities::{AreaForm, Card, Standing, enter, keep_card, leave, standing};
use super::saving::{agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, word};

/// What is proposed, as typed.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// A new area at a rank.
    Add { rank: String, area: AreaForm },
    /// An area leaves the list; none where the choice named no area.
    Drop { area: Option<PriorityId> },
    /// The ranks wanted, in the order in which the areas stood at this version of the list.
    Order { version: i64, ranks: Vec<String> },
}

/// A change of the list, ready to be kept.
struct Sound {
    proposal: Proposal,
    /// The rank and the card of an area to be added.
    adds: Option<(i16, Card)>,
}

/// Proposes a change; with `approve`, by who may, it is approved in the same step.
pub async fn propose(
    db: &Db,
    by: Command,
    slug: String,
    wanted: Wanted,
    reason: String,
    approve: bool,
) -> Result<ProposalId, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, roles) = agreement_for(conn, &by, &slug, Act::ProposePriorities).await?;
            if approve && !roles.may(Act::ApprovePriorities) {
                return Err(AppError::NotFound);
            }
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let list = standing(conn, agreement).await?;
            let mut form = Form::default();
            let reason = form.take(text::paragraphs("reason", &reason));
            let sound = sound(conn, agreement, &list, &wanted, &mut form).await?;
            form.finish()?;
            let (Some(sound), Some(reason)) = (sound, reason) else { return Err(AppError::NotFound) };
            let id = keep(conn, &by, agreement, &list, &sound, &reason).await?;
            let (old, new) = told(conn, agreement, id).await?;
            record.append(conn, of_proposal(id, "propose", old, Some(new), Some(reason))).await?;
            if approve {
                settle(conn, &by, &mut record, agreement, id, Decision::Approve, None).await?;
            }
            record.finish(conn).await?;
            Ok(id)
        })
    }))
    .await
}

/// Approves a proposal, or refuses it with a reason.
pub async fn decide(
    db: &Db,
    by: Command,
    slug: String,
    proposal: ProposalId,
    approve: bool,
    reason: String,
) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::ApprovePriorities).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            find(conn, agreement, proposal).await?;
            let (decision, reason) = match approve {
                true => (Decision::Approve, text::optional_paragraphs("reason", &reason)),
                false => (Decision::Refuse, text::paragraphs("reason", &reason).map(Some)),
            };
            let reason = reason.map_err(|error| AppError::Invalid(vec![error]))?;
            settle(conn, &by, &mut record, agreement, proposal, decision, reason).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Takes one's own proposal back.
pub async fn withdraw(db: &Db, by: Command, slug: String, proposal: ProposalId) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::ProposePriorities).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            if find(conn, agreement, proposal).await?.proposed_by != by.actor.account.0 {
                return Err(AppError::NotFound);
            }
            settle(conn, &by, &mut record, agreement, proposal, Decision::Withdraw, None).await?;
            record.finish(conn).await
        })
    }))
    .await
}

fn ids(list: &[Standing]) -> Vec<PriorityId> {
    list.iter().map(|area| PriorityId(area.id)).collect()
}

async fn sound(
    conn: &mut Conn,
    agreement: AgreementId,
    list: &[Standing],
    wanted: &Wanted,
    form: &mut Form,
) -> Result<Option<Sound>, AppError> {
    let standing = ids(list);
    Ok(match wanted {
        Wanted::Add { rank, area } => {
            let rank = form.take(required_rank("rank", rank));
            let proposal = rank.and_then(|rank| form.take(Proposal::add(&standing, rank)));
            let card = Card::read(conn, agreement, area, form).await?;
            let rank = rank.and_then(|rank| i16::try_from(rank).ok());
            proposal.zip(rank.zip(card)).map(|(proposal, adds)| Sound { proposal, adds: Some(adds) })
        }
        Wanted::Drop { area } => match area.filter(|area| standing.contains(area)) {
            Some(area) => Some(Sound { proposal: Proposal::Drop { area }, adds: None }),
            None => {
                form.refuse(FieldError::new("area", "no-such-priority"));
                None
            }
        },
        Wanted::Order { version, ranks } => {
            same_version(list_version(conn, agreement).await?, *version)?;
            let read: Option<Vec<u32>> =
                ranks.iter().zip(1..).map(|(rank, place)| form.take(required_rank(&format!("rank_{place}"), rank))).collect();
            let proposal = read.and_then(|ranks| form.take(Proposal::rerank(&standing, &ranks)));
            proposal.map(|proposal| Sound { proposal, adds: None })
        }
    })
}

fn required_rank(field: &str, raw: &str) -> Result<u32, FieldError> {
    if raw.trim().is_empty() {
        return Err(FieldError::new(field, "required"));
    }
    text::count(field, raw, MOST_AREAS as u32)
}

/// How often the list has changed.
async fn list_version(conn: &mut Conn, agreement: AgreementId) -> Result<i64, AppError> {
    let (approved,): (i64,) = fetch_one!(
        conn,
        (i64,),
        "select count(*) from priority_proposals where agreement_id = $1 and state = 'approved'",
        agreement.0
    )?;
    Ok(approved)
}

/// Keeps a proposal with what it was made upon.
async fn keep(
    conn: &mut Conn,
    by: &Command,
    agreement: AgreementId,
    list: &[Standing],
    sound: &Sound,
    reason: &str,
) -> Result<ProposalId, AppError> {
    let id = new_id();
    let dropped = match &sound.proposal {
        Proposal::Drop { area } => Some(area.0),
        _ => None,
    };
    let card = sound.adds.as_ref().map(|(_, card)| card);
    execute!(
        &mut *conn,
        "insert into priority_proposals (id, agreement_id, wish, area_id, rank, title, stance, sector, owner, illustrative, reason, \
         state, proposed_by, proposed_at, decision_reason) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,'')",
        id,
        agreement.0,
        sound.proposal.wish().code(),
        dropped,
        sound.adds.as_ref().map(|(rank, _)| *rank),
        card.map(|card| card.title.clone()).unwrap_or_default(),
        card.map(|card| card.stance.code()).unwrap_or_default(),
        card.map(|card| card.sector.clone()).unwrap_or_default(),
        card.map(|card| card.owner.clone()).unwrap_or_default(),
        card.is_some_and(|card| card.illustrative),
        reason,
        ProposalState::Pending.code(),
        by.actor.account.0,
        by.at
    )?;
    for chapter in card.iter().flat_map(|card| &card.chapters) {
        execute!(&mut *conn, "insert into priority_proposal_chapters (proposal_id, chapter_id) values ($1, $2)", id, chapter.0)?;
    }
    let (stood, wanted): (&[PriorityId], Option<&[PriorityId]>) = match &sound.proposal {
        Proposal::Add { above } => (above, None),
        Proposal::Drop { .. } => (&[], None),
        Proposal::Rerank { stood, wanted } => (stood, Some(wanted)),
    };
    for area in list.iter().filter(|area| stood.contains(&PriorityId(area.id))) {
        let place = wanted.and_then(|wanted| wanted.iter().position(|other| other.0 == area.id));
        execute!(
            &mut *conn,
            "insert into priority_proposal_ranks (proposal_id, area_id, stood, wanted) values ($1, $2, $3, $4)",
            id,
            area.id,
            area.rank,
            place.and_then(|place| i16::try_from(place + 1).ok())
        )?;
    }
    Ok(ProposalId(id))
}

row! {
    /// A proposal as it is kept.
    pub(super) struct Kept {
        pub wish: String,
        pub area_id: Option<Uuid>,
        pub rank: Option<i16>,
        pub title: String,
        pub stance: String,
        pub sector: String,
        pub owner: String,
        pub illustrative: bool,
        pub state: String,
        pub proposed_by: Uuid,
    }
}

async fn find(conn: &mut Conn, agreement: AgreementId, proposal: ProposalId) -> Result<Kept, AppError> {
    let found: Option<Kept> = fetch_optional!(
        conn,
        Kept,
        "select wish, area_id, rank, title, stance, sector, owner, illustrative, state, proposed_by from priority_proposals \
         where id = $1 and agreement_id = $2",
        proposal.0,
        agreement.0
    )?;
    found.ok_or(AppError::NotFound)
}

/// An area, the rank it stood at and the one wanted, with its title.
type Ranked = (Uuid, i16, Option<i16>, String);

async fn ranks_of(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<Ranked>, AppError> {
    fetch_all!(
        conn,
        Ranked,
        "select r.area_id, r.stood, r.wanted, p.title from priority_proposal_ranks r join priority_areas p on p.id = r.area_id \
         where r.proposal_id = $1 order by r.stood",
        proposal.0
    )
}

/// What was proposed, by the rules of the domain.
pub(crate) fn proposal_of(wish: Wish, area: Option<Uuid>, ranks: &[(Uuid, Option<i16>)]) -> Result<Proposal, AppError> {
    let stood = ranks.iter().map(|(id, _)| PriorityId(*id)).collect();
    Ok(match wish {
        Wish::Add => Proposal::Add { above: stood },
        Wish::Drop => {
            Proposal::Drop { area: PriorityId(area.ok_or_else(|| AppError::Internal("a proposal drops no area".into()))?) }
        }
        Wish::Rerank => {
            let mut wanted = ranks.to_vec();
            wanted.sort_by_key(|(_, wanted)| *wanted);
            Proposal::Rerank { stood, wanted: wanted.into_iter().map(|(id, _)| PriorityId(id)).collect() }
        }
    })
}

/// The proposal as the record tells it: what was, and what is asked for. The first line is the wish.
async fn told(conn: &mut Conn, agreement: AgreementId, id: ProposalId) -> Result<(Option<String>, String), AppError> {
    let kept = find(conn, agreement, id).await?;
    let listed = |areas: &[Ranked]| areas.iter().map(|(id, .., title)| format!("\n{id} {title}")).collect::<String>();
    Ok(match word(&kept.wish, Wish::from_code)? {
        Wish::Add => {
            let addresses: Vec<(String,)> = fetch_all!(
                &mut *conn,
                (String,),
                "select c.address from priority_proposal_chapters p join chapters c on c.id = p.chapter_id \
                 where p.proposal_id = $1 order by c.number, c.address",
                id.0
            )?;
            let addresses = addresses.into_iter().map(|(address,)| address).collect::<Vec<_>>().join(" ");
            let mark = if kept.illustrative { "illustrative" } else { "" };
            let Kept { title, stance, sector, owner, .. } = kept;
            let rank = kept.rank.unwrap_or_default();
            (None, format!("{}\n{rank}\n{title}\n{stance}\n{sector}\n{owner}\n{mark}\n{addresses}", Wish::Add.code()))
        }
        Wish::Drop => {
            let (title,): (String,) =
                fetch_one!(&mut *conn, (String,), "select title from priority_areas where id = $1", kept.area_id)?;
            (None, format!("{}\n{} {title}", Wish::Drop.code(), kept.area_id.unwrap_or_default()))
        }
        Wish::Rerank => {
            let stood = ranks_of(conn, id).await?;
            let mut wanted = stood.clone();
            wanted.sort_by_key(|(_, _, wanted, _)| *wanted);
            let of = |areas: &[Ranked]| format!("{}{}", Wish::Rerank.code(), listed(areas));
            (Some(of(&stood)), of(&wanted))
        }
    })
}

fn of_proposal(id: ProposalId, verb: &'static str, old: Option<String>, new: Option<String>, reason: Option<String>) -> Change {
    Change {
        chapter: None,
        subject: "proposal",
        subject_id: id.0,
        verb,
        field: "proposal",
        old,
        new,
        reason,
        clearance: Field::Priorities.clearance(),
    }
}

/// Decides a proposal, and where it is approved makes the change.
async fn settle(
    conn: &mut Conn,
    by: &Command,
    record: &mut Record,
    agreement: AgreementId,
    id: ProposalId,
    decision: Decision,
    reason: Option<String>,
) -> Result<(), AppError> {
    let kept = find(conn, agreement, id).await?;
    let list = standing(conn, agreement).await?;
    let ranks: Vec<(Uuid, Option<i16>)> = ranks_of(conn, id).await?.into_iter().map(|(id, _, wanted, _)| (id, wanted)).collect();
    let proposal = proposal_of(word(&kept.wish, Wish::from_code)?, kept.area_id, &ranks)?;
    let state = word(&kept.state, ProposalState::from_code)?;
    let entering = PriorityId(new_id());
    let changed = decided(&proposal, state, decision, &ids(&list), entering).map_err(|error| AppError::Invalid(vec![error]))?;
    execute!(
        &mut *conn,
        "update priority_proposals set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1",
        id.0,
        decision.leads_to().code(),
        by.actor.account.0,
        by.at,
        reason.clone().unwrap_or_default()
    )?;
    let (_, new) = told(conn, agreement, id).await?;
    let own = kept.proposed_by == by.actor.account.0;
    let verb = if decision == Decision::Refuse {
        "refuse"
    } else if decision == Decision::Withdraw {
        "withdraw"
    } else if own {
        "approve-own"
    } else {
        "approve"
    };
    record.append(conn, Change { field: "decision", ..of_proposal(id, verb, None, Some(new), reason.clone()) }).await?;
    match changed {
        Some(order) => carry_out(conn, record, agreement, (id, &kept, &proposal), &list, &order, entering).await,
        None => Ok(()),
    }
}

/// Makes the change that was approved: the area comes or goes, and each stands at its place.
async fn carry_out(
    conn: &mut Conn,
    record: &mut Record,
    agreement: AgreementId,
    (id, kept, proposal): (ProposalId, &Kept, &Proposal),
    list: &[Standing],
    order: &[PriorityId],
    entering: PriorityId,
) -> Result<(), AppError> {
    match proposal {
        Proposal::Add { .. } => come_in(conn, record, agreement, (id, kept), entering).await?,
        Proposal::Drop { area } => {
            if let Some(leaving) = list.iter().find(|standing| standing.id == area.0) {
                leave(conn, record, leaving).await?;
            }
        }
        Proposal::Rerank { .. } => {
            let title = |area: &PriorityId| list.iter().find(|standing| standing.id == area.0).map(|area| area.title.as_str());
            let lines = |order: &[PriorityId]| {
                order.iter().map(|area| format!("{} {}", area.0, title(area).unwrap_or_default())).collect::<Vec<_>>().join("\n")
            };
            let change = Change {
                chapter: None,
                subject: "priorities",
                subject_id: agreement.0,
                verb: "rank",
                field: "ranking",
                old: Some(lines(&ids(list))),
                new: Some(lines(order)),
                reason: None,
                clearance: Field::Priorities.clearance(),
            };
            record.append(conn, change).await?;
        }
    }
    for (area, rank) in order.iter().zip(1_i16..) {
        execute!(&mut *conn, "update priority_areas set rank = $2 where id = $1 and rank <> $2", area.0, rank)?;
    }
    keep_card(conn, record, agreement).await
}

/// Lets an area into the list as it was proposed.
async fn come_in(
    conn: &mut Conn,
    record: &mut Record,
    agreement: AgreementId,
    (id, kept): (ProposalId, &Kept),
    area: PriorityId,
) -> Result<(), AppError> {
    let chapters: Vec<(Uuid,)> = fetch_all!(
        &mut *conn,
        (Uuid,),
        "select p.chapter_id from priority_proposal_chapters p join chapters c on c.id = p.chapter_id \
         where p.proposal_id = $1 and c.archived_at is null order by c.number, c.address",
        id.0
    )?;
    let chapters: Vec<ChapterId> = chapters.into_iter().map(|(chapter,)| ChapterId(chapter)).collect();
    let entering = Standing {
        id: area.0,
        rank: kept.rank.unwrap_or_default(),
        title: kept.title.clone(),
        stance: kept.stance.clone(),
        sector: kept.sector.clone(),
        owner: kept.owner.clone(),
        for_minister: false,
        illustrative: kept.illustrative,
        version: 1,
    };
    enter(conn, record, agreement, &entering, &chapters).await?;
    execute!(conn, "update priority_proposals set area_id = $2 where id = $1", id.0, area.0)?;
    Ok(())
}
