//! Priority areas that stand: their card is edited, their chapters are linked, a principal flags them for the minister. What stands
//! and in which order is changed by proposals alone (`priority_proposals`).

use accord_domain::access::Act;
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, ChapterId, PriorityId};
use accord_domain::priority::Stance;
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::saving::{agreement_for, same_version};
use crate::cards::{self, PrioritiesCard, PriorityCard};
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db};

/// An area's card, as typed.
#[derive(Clone, Debug, Default)]
pub struct AreaForm {
    pub title: String,
    pub stance: String,
    pub sector: String,
    pub owner: String,
    /// The addresses of chapters of the same agreement.
    pub chapters: Vec<String>,
    pub illustrative: bool,
}

/// A card found sound, and the chapters it names.
pub(super) struct Card {
    pub title: String,
    pub stance: Stance,
    pub sector: String,
    pub owner: String,
    pub illustrative: bool,
    pub chapters: Vec<ChapterId>,
}

impl Card {
    /// Reads a card; notes in the form what is wrong with it. None unless its own fields are sound.
    pub(super) async fn read(
        conn: &mut Conn,
        agreement: AgreementId,
        typed: &AreaForm,
        form: &mut Form,
    ) -> Result<Option<Self>, AppError> {
        let title = form.take(text::line("title", &typed.title));
        let stance = form.take(text::choice("stance", &typed.stance, Stance::from_code));
        let sector = form.take(text::optional_line("sector", &typed.sector)).flatten().unwrap_or_default();
        let owner = form.take(text::optional_line("owner", &typed.owner)).flatten().unwrap_or_default();
        let mut chapters = Vec::new();
        for address in &typed.chapters {
            let found: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
                agreement.0,
                address
            )?;
            match found {
                Some((id,)) if !chapters.contains(&ChapterId(id)) => chapters.push(ChapterId(id)),
                Some(_) => {}
                None => {
                    form.refuse(FieldError::new("chapters", "not-a-chapter-here"));
                    break;
                }
            }
        }
        let (Some(title), Some(stance)) = (title, stance) else { return Ok(None) };
        Ok(Some(Self { title, stance, sector, owner, illustrative: typed.illustrative, chapters }))
    }

    /// The card as the record tells it.
    fn told(&self, rank: i16) -> String {
        told(rank, &self.title, self.stance.code(), &self.sector, &self.owner, self.illustrative)
    }
}

/// A card as the record tells it: rank, title, stance, sector, owner and whether it is illustrative, each on a line.
fn told(rank: i16, title: &str, stance: &str, sector: &str, owner: &str, illustrative: bool) -> String {
    let mark = if illustrative { "illustrative" } else { "" };
    format!("{rank}\n{title}\n{stance}\n{sector}\n{owner}\n{mark}")
}

row! {
    /// An area that stands.
    pub(super) struct Standing {
        pub id: Uuid,
        pub rank: i16,
        pub title: String,
        pub stance: String,
        pub sector: String,
        pub owner: String,
        pub for_minister: bool,
        pub illustrative: bool,
        pub version: i64,
    }
}

impl Standing {
    /// The card as the record tells it.
    fn told(&self) -> String {
        told(self.rank, &self.title, &self.stance, &self.sector, &self.owner, self.illustrative)
    }
}

/// The list as it stands, in its order.
pub(super) async fn standing(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<Standing>, AppError> {
    fetch_all!(
        conn,
        Standing,
        "select id, rank, title, stance, sector, owner, for_minister, illustrative, version from priority_areas \
         where agreement_id = $1 and rank is not null order by rank",
        agreement.0
    )
}

/// Writes the list as it stands now into the record, so that it tells the list of any day.
pub(super) async fn keep_card(conn: &mut Conn, record: &mut Record, agreement: AgreementId) -> Result<(), AppError> {
    let of = |area: Standing| PriorityCard {
        id: area.id,
        title: area.title,
        stance: area.stance,
        sector: area.sector,
        owner: area.owner,
        for_minister: area.for_minister,
        illustrative: area.illustrative,
    };
    let list = PrioritiesCard(standing(conn, agreement).await?.into_iter().map(of).collect());
    record.append(conn, cards::card(None, "priorities", agreement.0, Field::Priorities.clearance(), &list)?).await
}

async fn standing_area(conn: &mut Conn, agreement: AgreementId, area: PriorityId) -> Result<Standing, AppError> {
    standing(conn, agreement).await?.into_iter().find(|standing| standing.id == area.0).ok_or(AppError::NotFound)
}

async fn chapters_of(conn: &mut Conn, area: PriorityId) -> Result<Vec<ChapterId>, AppError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        conn,
        (Uuid,),
        "select p.chapter_id from priority_chapters p join chapters c on c.id = p.chapter_id \
         where p.area_id = $1 and c.archived_at is null order by c.number, c.address",
        area.0
    )?;
    Ok(rows.into_iter().map(|(id,)| ChapterId(id)).collect())
}

fn of_area(area: PriorityId, verb: &'static str, old: Option<String>, new: Option<String>, reason: Option<String>) -> Change {
    Change {
        chapter: None,
        subject: "priority",
        subject_id: area.0,
        verb,
        field: "priority",
        old,
        new,
        reason,
        clearance: Field::Priorities.clearance(),
    }
}

/// Links chapters to an area and unlinks others; each is told in the history of the chapter too.
async fn link(conn: &mut Conn, record: &mut Record, area: PriorityId, title: &str, chapters: &[ChapterId]) -> Result<(), AppError> {
    let linked = chapters_of(conn, area).await?;
    for chapter in chapters.iter().filter(|chapter| !linked.contains(chapter)) {
        execute!(&mut *conn, "insert into priority_chapters (area_id, chapter_id) values ($1, $2)", area.0, chapter.0)?;
        let change = of_area(area, "link", None, Some(title.to_owned()), None);
        record.append(conn, Change { chapter: Some(*chapter), field: "link", ..change }).await?;
    }
    for chapter in linked.iter().filter(|chapter| !chapters.contains(chapter)) {
        execute!(&mut *conn, "delete from priority_chapters where area_id = $1 and chapter_id = $2", area.0, chapter.0)?;
        let change = of_area(area, "unlink", Some(title.to_owned()), None, None);
        record.append(conn, Change { chapter: Some(*chapter), field: "link", ..change }).await?;
    }
    Ok(())
}

/// Lets an area that was approved into the list, linked to its chapters.
pub(super) async fn enter(
    conn: &mut Conn,
    record: &mut Record,
    agreement: AgreementId,
    area: &Standing,
    chapters: &[ChapterId],
) -> Result<(), AppError> {
    execute!(
        &mut *conn,
        "insert into priority_areas (id, agreement_id, rank, title, stance, sector, owner, for_minister, illustrative, version) \
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
        area.id,
        agreement.0,
        area.rank,
        area.title,
        area.stance,
        area.sector,
        area.owner,
        area.for_minister,
        area.illustrative,
        area.version
    )?;
    record.append(conn, of_area(PriorityId(area.id), "add", None, Some(area.told()), None)).await?;
    link(conn, record, PriorityId(area.id), &area.title, chapters).await
}

/// Takes an area from the list.
pub(super) async fn leave(conn: &mut Conn, record: &mut Record, area: &Standing) -> Result<(), AppError> {
    execute!(&mut *conn, "update priority_areas set rank = null, version = version + 1 where id = $1", area.id)?;
    record.append(conn, of_area(PriorityId(area.id), "drop", Some(area.told()), None, None)).await
}

/// Which area is commanded, and the version the person saw.
#[derive(Clone, Debug)]
pub struct AtArea {
    pub slug: String,
    pub area: PriorityId,
    pub version: i64,
}

/// Edits an area's card: a chief or a principal, or the lead of a chapter linked to it.
pub async fn edit(db: &Db, by: Command, at: AtArea, typed: AreaForm, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, roles) = agreement_for(conn, &by, &at.slug, Act::ProposePriorities).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let now = standing_area(conn, agreement, at.area).await?;
            let linked = chapters_of(conn, at.area).await?;
            let leads = linked.iter().any(|chapter| roles.may_in_chapter(*chapter, Act::EditPriorities));
            if !leads && !roles.may(Act::EditPriorities) {
                return Err(AppError::NotFound);
            }
            same_version(now.version, at.version)?;
            let mut form = Form::default();
            let card = Card::read(conn, agreement, &typed, &mut form).await?;
            let reason = form.take(text::optional_paragraphs("reason", &reason)).flatten();
            form.finish()?;
            let Some(card) = card else { return Err(AppError::NotFound) };
            let card = Card { illustrative: now.illustrative, ..card };
            execute!(
                &mut *conn,
                "update priority_areas set title = $2, stance = $3, sector = $4, owner = $5, version = version + 1 where id = $1",
                at.area.0,
                card.title,
                card.stance.code(),
                card.sector,
                card.owner
            )?;
            let (old, new) = (now.told(), card.told(now.rank));
            if old != new {
                record.append(conn, of_area(at.area, "change", Some(old), Some(new), reason)).await?;
            }
            link(conn, &mut record, at.area, &card.title, &card.chapters).await?;
            keep_card(conn, &mut record, agreement).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// A principal flags an area for the minister, or takes the flag away.
pub async fn flag(db: &Db, by: Command, slug: String, area: PriorityId, flagged: bool) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::FlagForMinister).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let now = standing_area(conn, agreement, area).await?;
            if now.for_minister != flagged {
                execute!(
                    &mut *conn,
                    "update priority_areas set for_minister = $2, version = version + 1 where id = $1",
                    area.0,
                    flagged
                )?;
                let change = match flagged {
                    true => of_area(area, "flag", None, Some(now.title), None),
                    false => of_area(area, "unflag", Some(now.title), None, None),
                };
                record.append(conn, Change { field: "flag", ..change }).await?;
                keep_card(conn, &mut record, agreement).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}
