//! Chapters: opened, moved along their tracks, parked, escalated, edited and archived.

use accord_domain::access::{Act, Roles};
use accord_domain::chapter::{ChapterKind, EscalationLevel, MOST_BRACKETS};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, ChapterId};
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{
    Circumstances, MarketAccessStatus, TextStatus, Track, may_move_market, may_move_text, may_set_brackets,
};
use accord_domain::{AppError, FieldError, text};
use chrono::{DateTime, Utc};

use super::saving::{Edits, agreement_for, chapter_for, same_version};
use crate::actor::new_id;
use crate::cards::{self, ChapterCard};
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, taken, word};

/// A chapter to be opened.
#[derive(Clone, Debug)]
pub struct NewChapter {
    pub kind: ChapterKind,
    pub address: String,
    pub number: i16,
    /// Empty for the standard title of the kind.
    pub title: String,
    pub our_lead: String,
    pub their_lead: String,
    pub line_ministry: String,
    pub target_round: String,
    pub illustrative: bool,
}

impl NewChapter {
    /// A chapter of a kind with its standard title and nobody in the lead yet.
    pub fn of(kind: ChapterKind) -> Self {
        Self {
            kind,
            address: kind.code().to_owned(),
            number: 1,
            title: String::new(),
            our_lead: String::new(),
            their_lead: String::new(),
            line_ministry: String::new(),
            target_round: String::new(),
            illustrative: false,
        }
    }
}

/// A chapter's card, as typed.
#[derive(Clone, Debug, Default)]
pub struct ChapterForm {
    pub kind: String,
    pub address: String,
    pub number: String,
    pub title: String,
    pub our_lead: String,
    pub their_lead: String,
    pub line_ministry: String,
    pub target_round: String,
    pub open_brackets: String,
    /// The team's note; none when the person may not read it, and then it is left as it is.
    pub note: Option<String>,
    pub reason: String,
    pub illustrative: bool,
}

struct SoundCard {
    number: i16,
    title: String,
    our_lead: String,
    their_lead: String,
    line_ministry: String,
    target_round: String,
    open_brackets: u32,
    note: Option<String>,
    reason: Option<String>,
}

fn sound(typed: &ChapterForm, form: &mut Form) -> SoundCard {
    let number = form.take(text::count("number", &typed.number, 999)).unwrap_or_default();
    if number == 0 && form.is_sound() {
        form.refuse(FieldError::new("number", "required"));
    }
    let mut line = |field: &str, raw: &str| form.take(text::optional_line(field, raw)).flatten().unwrap_or_default();
    let title = line("title", &typed.title);
    let our_lead = line("our_lead", &typed.our_lead);
    let their_lead = line("their_lead", &typed.their_lead);
    let line_ministry = line("line_ministry", &typed.line_ministry);
    let target_round = line("target_round", &typed.target_round);
    let open_brackets = form.take(text::count("open_brackets", &typed.open_brackets, MOST_BRACKETS)).unwrap_or_default();
    let note = typed.note.as_ref().map(|note| form.take(text::optional_paragraphs("note", note)).flatten().unwrap_or_default());
    let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
    SoundCard { number: number as i16, title, our_lead, their_lead, line_ministry, target_round, open_brackets, note, reason }
}

/// Opens a chapter in an agreement; answers its address.
pub async fn open(db: &Db, by: Command, slug: String, typed: ChapterForm) -> Result<String, AppError> {
    let mut form = Form::default();
    let kind = form.take(text::choice("kind", &typed.kind, ChapterKind::from_code));
    let address = match (&kind, typed.address.trim()) {
        (kind, "") => kind.map(|kind| kind.code().to_owned()),
        (_, written) => form.take(text::slug("address", written)),
    };
    let card = sound(&typed, &mut form);
    if kind == Some(ChapterKind::Other) && card.title.is_empty() {
        form.refuse(FieldError::new("title", "title-for-other"));
    }
    form.finish()?;
    let (Some(kind), Some(address)) = (kind, address) else {
        return Err(AppError::NotFound);
    };
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::OpenChapters).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let chapter = NewChapter {
                kind,
                address: address.clone(),
                number: card.number,
                title: card.title,
                our_lead: card.our_lead,
                their_lead: card.their_lead,
                line_ministry: card.line_ministry,
                target_round: card.target_round,
                illustrative: typed.illustrative,
            };
            insert_chapter(conn, &by, &mut record, agreement, chapter).await?;
            record.finish(conn).await?;
            Ok(address)
        })
    }))
    .await
}

pub(super) async fn insert_chapter(
    conn: &mut Conn,
    by: &Command,
    record: &mut Record,
    agreement: AgreementId,
    new: NewChapter,
) -> Result<(), AppError> {
    let id = new_id();
    let inserted = execute!(
        conn,
        "insert into chapters (id, agreement_id, kind, address, number, title, text_status, text_since, our_lead, their_lead, \
         line_ministry, target_round, open_brackets, illustrative, version) \
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,0,$13,1)",
        id,
        agreement.0,
        new.kind.code(),
        new.address,
        new.number,
        new.title,
        TextStatus::NotStarted.code(),
        by.at,
        new.our_lead,
        new.their_lead,
        new.line_ministry,
        new.target_round,
        new.illustrative
    );
    inserted.map_err(|error| taken(error, "chapters_address_taken", "chapters.address", "address", "address-taken"))?;
    execute!(
        conn,
        "insert into chapter_confidences (chapter_id, market_status, market_since) values ($1, $2, $3)",
        id,
        MarketAccessStatus::NotStarted.code(),
        by.at
    )?;
    let card = ChapterCard {
        kind: new.kind.code().to_owned(),
        address: new.address,
        number: new.number,
        title: new.title.clone(),
        our_lead: new.our_lead,
        their_lead: new.their_lead,
        line_ministry: new.line_ministry,
        target_round: new.target_round,
        open_brackets: 0,
        illustrative: new.illustrative,
    };
    record.append(conn, cards::card(Some(ChapterId(id)), "chapter", id, Field::Leads.clearance(), &card)?).await?;
    let told = if new.title.is_empty() { new.kind.code().to_owned() } else { new.title };
    let change = of_chapter(ChapterId(id), "open", "chapter", None, Some(told), None, Field::TextTrack.clearance());
    record.append(conn, change).await
}

fn of_chapter(
    id: ChapterId,
    verb: &'static str,
    field: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
    clearance: Clearance,
) -> Change {
    Change { chapter: Some(id), subject: "chapter", subject_id: id.0, verb, field, old, new, reason, clearance }
}

row! {
    struct Standing {
        kind: String,
        address: String,
        illustrative: bool,
        number: i16,
        title: String,
        text_status: String,
        our_lead: String,
        their_lead: String,
        line_ministry: String,
        target_round: String,
        open_brackets: i64,
        version: i64,
        market_status: String,
        parked_since: Option<DateTime<Utc>>,
        escalated_to: Option<String>,
        escalated_question: Option<String>,
        stage: String,
    }
}

/// A chapter locked for a command: where it stands, and who commands.
pub(super) struct Locked {
    agreement: AgreementId,
    chapter: ChapterId,
    roles: Roles,
    pub(super) record: Record,
    now: Standing,
}

impl Locked {
    /// Finds the chapter, checks that the actor does the act there, locks the agreement and reads where the chapter stands.
    async fn take(conn: &mut Conn, by: &Command, at: &At, act: Act) -> Result<Self, AppError> {
        let (agreement, chapter, roles) = chapter_for(conn, by, &at.slug, &at.address).await?;
        if !roles.may_in_chapter(chapter, act) {
            return Err(AppError::NotFound);
        }
        let record = Record::of_agreement(conn, by, agreement).await?;
        let locked = Self::of(conn, agreement, chapter, roles, record).await?;
        locked.check_version(at.version)?;
        Ok(locked)
    }

    /// A chapter of an agreement that is locked already, by a command that concerns more than the chapter.
    pub(super) async fn of(
        conn: &mut Conn,
        agreement: AgreementId,
        chapter: ChapterId,
        roles: Roles,
        record: Record,
    ) -> Result<Self, AppError> {
        let now: Standing = fetch_one!(
            conn,
            Standing,
            "select c.kind, c.address, c.illustrative, c.number, c.title, c.text_status, c.our_lead, c.their_lead, c.line_ministry, c.target_round, c.open_brackets, \
             c.version, d.market_status, d.parked_since, d.escalated_to, d.escalated_question, a.stage \
             from chapters c join chapter_confidences d on d.chapter_id = c.id join agreements a on a.id = c.agreement_id where c.id = $1",
            chapter.0
        )?;
        Ok(Self { agreement, chapter, roles, record, now })
    }

    /// Refuses a version of the chapter other than the one that stands.
    pub(super) fn check_version(&self, seen: i64) -> Result<(), AppError> {
        same_version(self.now.version, seen)
    }

    async fn raise_version(&self, conn: &mut Conn) -> Result<(), AppError> {
        execute!(conn, "update chapters set version = version + 1 where id = $1", self.chapter.0)?;
        Ok(())
    }

    fn is_chief(&self) -> bool {
        self.roles.may_in_chapter(self.chapter, Act::CloseOrReopen)
    }

    fn change(
        &self,
        verb: &'static str,
        field: &'static str,
        old: Option<String>,
        new: Option<String>,
        reason: Option<String>,
    ) -> Change {
        of_chapter(self.chapter, verb, field, old, new, reason, Clearance::Delegation)
    }
}

/// Which chapter is commanded, and the version the person saw.
#[derive(Clone, Debug)]
pub struct At {
    pub slug: String,
    pub address: String,
    pub version: i64,
}

/// A step along the tracks, as typed. A blank or unchanged status stays.
#[derive(Clone, Debug, Default)]
pub struct StepForm {
    pub text_status: String,
    pub market_status: String,
    pub reason: String,
    pub override_brackets: bool,
}

/// A step along the tracks, as read.
pub(super) struct Step {
    text_to: Option<TextStatus>,
    market_to: Option<MarketAccessStatus>,
    reason: Option<String>,
    override_brackets: bool,
}

impl Step {
    /// Reads what was typed.
    pub(super) fn read(typed: &StepForm, form: &mut Form) -> Self {
        let wanted = |raw: &str| !raw.trim().is_empty();
        let text_to = wanted(&typed.text_status)
            .then(|| form.take(text::choice(TextStatus::FIELD, &typed.text_status, TextStatus::from_code)))
            .flatten();
        let market_to = wanted(&typed.market_status)
            .then(|| form.take(text::choice(MarketAccessStatus::FIELD, &typed.market_status, MarketAccessStatus::from_code)))
            .flatten();
        let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
        Self { text_to, market_to, reason, override_brackets: typed.override_brackets }
    }
}

impl Locked {
    /// Whether a step would move the text from where it stands.
    pub(super) fn would_move_text(&self, step: &Step) -> bool {
        step.text_to.is_some_and(|to| to.code() != self.now.text_status)
    }

    /// Moves the chapter along its tracks, if the actor may and the rules of the tracks allow it.
    pub(super) async fn step(&mut self, conn: &mut Conn, by: &Command, step: Step) -> Result<(), AppError> {
        if !self.roles.may_in_chapter(self.chapter, Act::MoveStatus) {
            return Err(AppError::NotFound);
        }
        let text_from = word(&self.now.text_status, TextStatus::from_code)?;
        let market_from = word(&self.now.market_status, MarketAccessStatus::from_code)?;
        let kind = word(&self.now.kind, ChapterKind::from_code)?;
        let reason = step.reason;
        let text_to = step.text_to.filter(|to| *to != text_from);
        let market_to = step.market_to.filter(|to| *to != market_from);
        let by_what = Circumstances {
            chief_or_principal: self.is_chief(),
            parked: self.now.parked_since.is_some(),
            open_brackets: u32::try_from(self.now.open_brackets).unwrap_or(u32::MAX),
            stage: word(&self.now.stage, Stage::from_code)?,
            reason_given: reason.is_some(),
            override_brackets: step.override_brackets,
        };
        let mut form = Form::default();
        if text_to.is_none() && market_to.is_none() {
            form.refuse(FieldError::new(TextStatus::FIELD, "status-unchanged"));
        }
        if let Some(to) = text_to {
            form.take(may_move_text(text_from, to, &by_what));
        }
        if let Some(to) = market_to {
            form.take(may_move_market(market_from, to, &by_what));
            if !kind.has_market_access() {
                form.refuse(FieldError::new(MarketAccessStatus::FIELD, "no-market-access"));
            }
        }
        form.finish()?;
        if text_to.is_none() {
            self.raise_version(conn).await?;
        }
        if let Some(to) = text_to {
            execute!(
                &mut *conn,
                "update chapters set version = version + 1, text_status = $2, text_since = $3 where id = $1",
                self.chapter.0,
                to.code(),
                by.at
            )?;
            let (old, new) = (Some(text_from.code().to_owned()), Some(to.code().to_owned()));
            let change = of_chapter(self.chapter, "move", "text_status", old, new, reason.clone(), Field::TextTrack.clearance());
            self.record.append(conn, change).await?;
            if to.is_closing() && by_what.open_brackets > 0 {
                let told = Some(by_what.open_brackets.to_string());
                let change = self.change("override", "open_brackets", told, None, reason.clone());
                self.record.append(conn, change).await?;
            }
        }
        if let Some(to) = market_to {
            execute!(
                &mut *conn,
                "update chapter_confidences set market_status = $2, market_since = $3 where chapter_id = $1",
                self.chapter.0,
                to.code(),
                by.at
            )?;
            let (old, new) = (Some(market_from.code().to_owned()), Some(to.code().to_owned()));
            let change = self.change("move", "market_status", old, new, reason);
            self.record.append(conn, change).await?;
        }
        Ok(())
    }
}

/// Moves a chapter along its text track, its market-access track or both.
pub async fn record_step(db: &Db, by: Command, at: At, typed: StepForm) -> Result<(), AppError> {
    let mut form = Form::default();
    let step = Step::read(&typed, &mut form);
    form.finish()?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::MoveStatus).await?;
            locked.step(conn, &by, step).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Parks a chapter with a reason, or unparks it.
pub async fn set_parked(db: &Db, by: Command, at: At, parked: bool, reason: String) -> Result<(), AppError> {
    let reason = text::optional_paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::Park).await?;
            if locked.now.parked_since.is_some() == parked {
                let code = if parked { "already-parked" } else { "not-parked" };
                return Err(AppError::field("reason", code));
            }
            if parked && reason.is_none() {
                return Err(AppError::field("reason", "reason-for-parking"));
            }
            locked.raise_version(conn).await?;
            let since = parked.then_some(by.at);
            let kept = reason.clone().filter(|_| parked);
            execute!(
                conn,
                "update chapter_confidences set parked_since = $2, parked_reason = $3 where chapter_id = $1",
                locked.chapter.0,
                since,
                kept
            )?;
            let change = locked.change(if parked { "park" } else { "unpark" }, "parked", None, None, reason);
            locked.record.append(conn, change).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Escalates a chapter's question to the chief negotiators or to ministers.
pub async fn escalate(db: &Db, by: Command, at: At, to: String, question: String) -> Result<(), AppError> {
    let mut form = Form::default();
    let level = form.take(text::choice("escalated_to", &to, EscalationLevel::from_code));
    let question = form.take(text::paragraphs("question", &question));
    form.finish()?;
    let (Some(level), Some(question)) = (level, question) else {
        return Err(AppError::NotFound);
    };
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::Escalate).await?;
            locked.raise_version(conn).await?;
            execute!(
                conn,
                "update chapter_confidences set escalated_to = $2, escalated_question = $3, escalated_since = $4 where chapter_id = $1",
                locked.chapter.0,
                level.code(),
                question,
                by.at
            )?;
            let old = locked.now.escalated_to.clone();
            let change = locked.change("escalate", "escalated", old, Some(level.code().to_owned()), Some(question));
            locked.record.append(conn, change).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Answers the question escalated, which clears it.
pub async fn answer_escalation(db: &Db, by: Command, at: At, answer: String) -> Result<(), AppError> {
    let answer = text::paragraphs("answer", &answer).map_err(|error| AppError::Invalid(vec![error]))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::AnswerEscalation).await?;
            if locked.now.escalated_to.is_none() {
                return Err(AppError::field("answer", "not-escalated"));
            }
            locked.raise_version(conn).await?;
            execute!(
                conn,
                "update chapter_confidences set escalated_to = null, escalated_question = null, escalated_since = null \
                 where chapter_id = $1",
                locked.chapter.0
            )?;
            let old = locked.now.escalated_question.clone();
            let change = locked.change("answer", "escalated", old, None, Some(answer));
            locked.record.append(conn, change).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Edits a chapter's card.
pub async fn edit(db: &Db, by: Command, at: At, typed: ChapterForm) -> Result<(), AppError> {
    let mut form = Form::default();
    let card = sound(&typed, &mut form);
    form.finish()?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::EditChapter).await?;
            locked.rewrite(conn, card).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

impl Locked {
    /// Puts a sound card in place of the one that stands.
    async fn rewrite(&mut self, conn: &mut Conn, card: SoundCard) -> Result<(), AppError> {
        let now = &self.now;
        let status = word(&now.text_status, TextStatus::from_code)?;
        let brackets = u32::try_from(now.open_brackets).unwrap_or(u32::MAX);
        may_set_brackets(status, brackets, card.open_brackets).map_err(|error| AppError::Invalid(vec![error]))?;
        if now.kind == ChapterKind::Other.code() && card.title.is_empty() {
            return Err(AppError::field("title", "title-for-other"));
        }
        self.raise_version(conn).await?;
        execute!(
            conn,
            "update chapters set number = $2, title = $3, our_lead = $4, their_lead = $5, line_ministry = $6, target_round = $7, \
             open_brackets = $8 where id = $1",
            self.chapter.0,
            card.number,
            card.title,
            card.our_lead,
            card.their_lead,
            card.line_ministry,
            card.target_round,
            i64::from(card.open_brackets)
        )?;
        let reads_note = self.roles.may_in_chapter(self.chapter, Act::ReadNotes);
        let now = &self.now;
        let (partner, team) = (Field::Leads.clearance(), Field::InternalNote.clearance());
        let mut edits = Edits {
            record: &mut self.record,
            chapter: Some(self.chapter),
            subject: "chapter",
            subject_id: self.chapter.0,
            reason: card.reason.clone(),
        };
        edits.field(conn, "number", &now.number.to_string(), &card.number.to_string(), partner).await?;
        edits.field(conn, "title", &now.title, &card.title, partner).await?;
        edits.field(conn, "our_lead", &now.our_lead, &card.our_lead, partner).await?;
        edits.field(conn, "their_lead", &now.their_lead, &card.their_lead, partner).await?;
        edits.field(conn, "line_ministry", &now.line_ministry, &card.line_ministry, partner).await?;
        edits.field(conn, "target_round", &now.target_round, &card.target_round, partner).await?;
        edits.field(conn, "open_brackets", &brackets.to_string(), &card.open_brackets.to_string(), partner).await?;
        if let Some(note) = card.note.filter(|_| reads_note) {
            let kept: Option<(String,)> =
                fetch_optional!(conn, (String,), "select note from chapter_notes where chapter_id = $1", self.chapter.0)?;
            edits.field(conn, "note", &kept.map(|(note,)| note).unwrap_or_default(), &note, team).await?;
            execute!(
                conn,
                "insert into chapter_notes (chapter_id, note) values ($1, $2) on conflict (chapter_id) do update set note = excluded.note",
                self.chapter.0,
                note
            )?;
        }
        let now = &self.now;
        let card = ChapterCard {
            kind: now.kind.clone(),
            address: now.address.clone(),
            number: card.number,
            title: card.title,
            our_lead: card.our_lead,
            their_lead: card.their_lead,
            line_ministry: card.line_ministry,
            target_round: card.target_round,
            open_brackets: i64::from(card.open_brackets),
            illustrative: now.illustrative,
        };
        let chapter = self.chapter;
        let told = cards::card(Some(chapter), "chapter", chapter.0, partner, &card)?;
        self.record.append(conn, told).await
    }

    /// The chapter's kind, its own title, and where its text stands.
    pub(super) fn stands(&self) -> Result<(ChapterKind, String, TextStatus), AppError> {
        let kind = word(&self.now.kind, ChapterKind::from_code)?;
        Ok((kind, self.now.title.clone(), word(&self.now.text_status, TextStatus::from_code)?))
    }

    /// Names who leads for our side; answers whether that is somebody else than before.
    pub(super) async fn set_our_lead(&mut self, conn: &mut Conn, lead: String) -> Result<bool, AppError> {
        let now = &self.now;
        if now.our_lead == lead {
            return Ok(false);
        }
        if !self.roles.may_in_chapter(self.chapter, Act::EditChapter) {
            return Err(AppError::NotFound);
        }
        let card = SoundCard {
            number: now.number,
            title: now.title.clone(),
            our_lead: lead,
            their_lead: now.their_lead.clone(),
            line_ministry: now.line_ministry.clone(),
            target_round: now.target_round.clone(),
            open_brackets: u32::try_from(now.open_brackets).unwrap_or(u32::MAX),
            note: None,
            reason: None,
        };
        self.rewrite(conn, card).await?;
        Ok(true)
    }
}

/// A step of the text to a status, with a reason as typed; blank is none.
pub(super) fn step_to(status: TextStatus, reason: &str) -> Result<Step, AppError> {
    let mut form = Form::default();
    let step = Step::read(
        &StepForm { text_status: status.code().to_owned(), reason: reason.to_owned(), ..StepForm::default() },
        &mut form,
    );
    form.finish()?;
    Ok(step)
}

/// Archives a chapter that is no longer negotiated, with a reason.
pub async fn archive(db: &Db, by: Command, at: At, reason: String) -> Result<(), AppError> {
    let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at, Act::OpenChapters).await?;
            if !locked.roles.may(Act::OpenChapters) {
                return Err(AppError::NotFound);
            }
            locked.raise_version(conn).await?;
            execute!(conn, "update chapters set archived_at = $2 where id = $1", locked.chapter.0, by.at)?;
            let change = of_chapter(locked.chapter, "archive", "chapter", None, None, Some(reason), Field::TextTrack.clearance());
            locked.record.append(conn, change).await?;
            tracing::info!(agreement = %locked.agreement.0, "chapter archived");
            locked.record.finish(conn).await
        })
    }))
    .await
}
