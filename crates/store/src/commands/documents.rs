//! Documents: the minister's brief and the report of a meeting, drafted from the record, edited, generated anew without losing an edit,
//! and approved, which freezes them.

use accord_domain::access::Act;
use accord_domain::clearance::Clearance;
use accord_domain::document::{DocumentKind, Part, Settlement, clearance_of, may_approve, version_to_edit};
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, MeetingId};
use accord_domain::meeting::MeetingState;
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::saving::{agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, word};
use crate::queries::document::About;
use crate::queries::facts::{self, Facts, Text, kept, parts_of};
use crate::queries::report_facts;

/// The languages a document is written in.
pub const LANGUAGES: [&str; 3] = ["en-IN", "es-PE", "hi-IN"];

/// A first version, as typed.
#[derive(Clone, Debug, Default)]
pub struct DraftForm {
    pub language: String,
    /// For whom it is meant; blank for a brief's usual readers.
    pub clearance: String,
    pub illustrative: bool,
}

/// A part, as typed.
#[derive(Clone, Debug)]
pub struct PartForm {
    pub part: Part,
    /// None where the generated text stands as it is.
    pub text: Option<String>,
    /// The text as the page showed it, which stays where an editor keeps it against newer facts.
    pub shown: String,
    /// What is decided of newer facts; blank for not yet.
    pub settlement: String,
}

/// An edit, as typed.
#[derive(Clone, Debug, Default)]
pub struct DocumentForm {
    pub parts: Vec<PartForm>,
    pub clearance: String,
    /// Whether the facts are generated anew once the edit is saved.
    pub regenerate: bool,
}

/// What a document is about, found for somebody who does an act with it.
struct Subject {
    kind: DocumentKind,
    agreement: AgreementId,
    /// The agreement of a brief, the meeting of a report.
    about: Uuid,
    /// The lowest clearance that may know of what it is about.
    floor: Clearance,
    /// Whether there is something to tell of yet.
    has_matter: bool,
}

impl Subject {
    async fn find(conn: &mut Conn, by: &Command, about: &About, act: Act) -> Result<Self, AppError> {
        let (agreement, roles) = agreement_for(conn, by, about.agreement(), act).await?;
        let kind = about.kind();
        let About::Meeting(_, address) = about else {
            return Ok(Self { kind, agreement, about: agreement.0, floor: Clearance::Public, has_matter: true });
        };
        let row: Option<(Uuid, String, i16)> = fetch_optional!(
            conn,
            (Uuid, String, i16),
            "select id, state, clearance from meetings where agreement_id = $1 and address = $2",
            agreement.0,
            address
        )?;
        let (meeting, state, rank) = row.ok_or(AppError::NotFound)?;
        let floor = Clearance::from_rank(rank).unwrap_or(Clearance::Principals);
        if roles.clearance().is_none_or(|clearance| clearance < floor) {
            return Err(AppError::NotFound);
        }
        Ok(Self { kind, agreement, about: meeting, floor, has_matter: word(&state, MeetingState::from_code)?.is_held() })
    }

    /// The clearance it may be meant for, as typed.
    fn clearance(&self, typed: &str, form: &mut Form) -> Option<Clearance> {
        let offered = self.kind.clearances(self.floor);
        form.take(text::choice("clearance", typed, |code| Clearance::from_code(code).filter(|of| offered.contains(of))))
    }

    /// The facts as readers of a clearance may know them.
    async fn facts(&self, conn: &mut Conn, by: &Command, readers: Clearance) -> Result<Vec<(Part, Facts)>, AppError> {
        match self.kind {
            DocumentKind::Brief => facts::gather(conn, &by.actor, self.agreement, by.at).await,
            DocumentKind::Report => {
                let meeting = (self.agreement, MeetingId(self.about));
                report_facts::gather(conn, &by.actor, meeting, readers, by.at).await
            }
        }
    }

    /// A change of the document. A brief is known by itself, a report by its meeting.
    fn change(
        &self,
        document: Uuid,
        verb: &'static str,
        field: &'static str,
        (old, new): (Option<String>, Option<String>),
        clearance: Clearance,
    ) -> Change {
        let subject_id = if self.kind == DocumentKind::Report { self.about } else { document };
        Change { chapter: None, subject: self.kind.code(), subject_id, verb, field, old, new, reason: None, clearance }
    }
}

/// A document locked for a command.
pub(super) struct Locked {
    subject: Subject,
    record: Record,
    id: Uuid,
    version: i64,
    pub latest: Latest,
}

row! {
    /// The newest version.
    #[derive(Clone)]
    pub(super) struct Latest {
        pub id: Uuid,
        pub number: i64,
        language: String,
        illustrative: bool,
        rank: i16,
        pub approved: bool,
        pub published: bool,
    }
}

impl Locked {
    /// Finds the document for somebody who does the act with it, and locks its agreement, at the version the person saw.
    pub async fn take(conn: &mut Conn, by: &Command, about: &About, act: Act, version: i64) -> Result<Self, AppError> {
        let subject = Subject::find(conn, by, about, act).await?;
        let record = Record::of_agreement(conn, by, subject.agreement).await?;
        let row: Option<(Uuid, i64)> = fetch_optional!(
            &mut *conn,
            (Uuid, i64),
            "select id, version from documents where kind = $1 and about_id = $2",
            subject.kind.code(),
            subject.about
        )?;
        let (id, stands) = row.ok_or(AppError::NotFound)?;
        same_version(stands, version)?;
        let latest: Latest = fetch_one!(
            &mut *conn,
            Latest,
            "select id, number, language, illustrative, clearance as rank, approved_at is not null as approved, \
             published_at is not null as published from document_versions where document_id = $1 order by number desc limit 1",
            id
        )?;
        Ok(Self { subject, record, id, version: stands, latest })
    }

    /// The clearance the newest version is meant for.
    pub fn clearance(&self) -> Clearance {
        Clearance::from_rank(self.latest.rank).unwrap_or(Clearance::Principals)
    }

    /// Appends a change of the document: its verb, its field, what was and what is.
    pub async fn append(
        &mut self,
        conn: &mut Conn,
        verb: &'static str,
        field: &'static str,
        values: (Option<String>, Option<String>),
        clearance: Clearance,
    ) -> Result<(), AppError> {
        let change = self.subject.change(self.id, verb, field, values, clearance);
        self.record.append(conn, change).await
    }

    /// Ends a command that changed the document.
    pub async fn finish(self, conn: &mut Conn) -> Result<(), AppError> {
        execute!(&mut *conn, "update documents set version = version + 1 where id = $1 and version = $2", self.id, self.version)?;
        self.record.finish(conn).await
    }
}

/// Drafts the document: the first version, with its facts generated and everything else left to be written.
pub async fn draft(db: &Db, by: Command, about: About, typed: DraftForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let subject = Subject::find(conn, &by, &about, about.kind().edit_act()).await?;
            if !subject.has_matter {
                return Err(AppError::field("language", "report-before-meeting"));
            }
            let mut form = Form::default();
            let known = |code: &str| LANGUAGES.into_iter().find(|known| *known == code);
            let language = form.take(text::choice("language", &typed.language, known));
            let clearance = match (subject.kind, typed.clearance.as_str()) {
                (DocumentKind::Brief, "") => Some(Clearance::Delegation),
                (_, typed) => subject.clearance(typed, &mut form),
            };
            form.finish()?;
            let (Some(language), Some(clearance)) = (language, clearance) else { return Err(AppError::NotFound) };
            let record = Record::of_agreement(conn, &by, subject.agreement).await?;
            let taken: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select id from documents where kind = $1 and about_id = $2",
                subject.kind.code(),
                subject.about
            )?;
            if taken.is_some() {
                return Err(AppError::field("language", "document-drafted-already"));
            }
            let id = new_id();
            execute!(
                &mut *conn,
                "insert into documents (id, agreement_id, kind, about_id, version) values ($1,$2,$3,$4,1)",
                id,
                subject.agreement.0,
                subject.kind.code(),
                subject.about
            )?;
            let latest = Latest {
                id: new_id(),
                number: 1,
                language: language.into(),
                illustrative: typed.illustrative,
                rank: clearance.rank(),
                approved: false,
                published: false,
            };
            let mut locked = Locked { subject, record, id, version: 1, latest };
            begin(conn, &by, &locked).await?;
            let draft = clearance_of(clearance, false);
            locked.append(conn, "draft", locked.subject.kind.code(), (None, Some("1".into())), draft).await?;
            locked.append(conn, "language", "language", (None, Some(language.into())), draft).await?;
            locked.append(conn, "clear", "clearance", (None, Some(clearance.code().into())), draft).await?;
            let facts = locked.subject.facts(conn, &by, clearance).await?;
            for part in locked.subject.kind.parts() {
                let generated = facts.iter().find(|(of, _)| *of == part).map(|(_, facts)| facts.clone());
                put(conn, &mut locked, draft, part, &Text::fresh(None), &Text::fresh(generated)).await?;
            }
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Writes down a version that is begun, the newest of its document.
async fn begin(conn: &mut Conn, by: &Command, locked: &Locked) -> Result<(), AppError> {
    execute!(
        conn,
        "insert into document_versions (id, document_id, number, language, illustrative, revision, generated_at, approved_by, clearance) \
         values ($1,$2,$3,$4,$5,$6,$7,'',$8)",
        locked.latest.id,
        locked.id,
        locked.latest.number,
        locked.latest.language,
        locked.latest.illustrative,
        locked.record.revision(),
        by.at,
        locked.latest.rank
    )?;
    Ok(())
}

/// Saves a part and records what became of it: what was generated, what waits for a decision, and what a person wrote.
async fn put(
    conn: &mut Conn,
    locked: &mut Locked,
    clearance: Clearance,
    part: Part,
    old: &Text,
    new: &Text,
) -> Result<(), AppError> {
    let kept = |facts: &Option<Facts>| facts.as_ref().map(kept).transpose();
    let (facts, newer) = (kept(&new.generated)?, kept(&new.newer)?);
    execute!(
        &mut *conn,
        "insert into document_parts (version_id, part, facts, newer, edited) values ($1,$2,$3,$4,$5) \
         on conflict (version_id, part) do update set facts = excluded.facts, newer = excluded.newer, edited = excluded.edited",
        locked.latest.id,
        part.code(),
        facts,
        newer,
        new.edited
    )?;
    // In fields of their own, apart from what people write; the value names its part.
    let named = |facts: Option<String>| facts.map(|facts| format!("{} {facts}", part.code()));
    let (was, waited) = (kept(&old.generated)?, kept(&old.newer)?);
    if was != facts {
        locked.append(conn, "generate", "generated", (named(was), named(facts)), clearance).await?;
    }
    if waited != newer {
        locked.append(conn, "regenerate", "newer", (named(waited), named(newer)), clearance).await?;
    }
    if old.edited != new.edited {
        locked.append(conn, "write", part.code(), (old.edited.clone(), new.edited.clone()), clearance).await?;
    }
    Ok(())
}

/// A part, read soundly.
struct SoundPart {
    part: Part,
    text: Option<String>,
    shown: String,
    settlement: Option<Settlement>,
}

fn sound(typed: &[PartForm], form: &mut Form) -> Vec<SoundPart> {
    let mut parts = Vec::new();
    for typed in typed {
        let name = typed.part.code();
        let text = match &typed.text {
            Some(raw) => form.take(text::optional_paragraphs(name, raw)).map(|text| Some(text.unwrap_or_default())),
            None => Some(None),
        };
        let settlement = match typed.settlement.as_str() {
            "" => Some(None),
            raw => form.take(text::choice(name, raw, Settlement::from_code)).map(Some),
        };
        if let (Some(text), Some(settlement)) = (text, settlement) {
            parts.push(SoundPart { part: typed.part, text, shown: typed.shown.clone(), settlement });
        }
    }
    parts
}

/// What an edit does to the facts.
enum Renewal {
    None,
    /// What moved waits for an editor.
    Beside(Vec<(Part, Facts)>),
    /// The readers may know less than those they were generated for.
    Instead(Vec<(Part, Facts)>),
}

impl Renewal {
    fn apply(&self, part: Part, text: &mut Text) {
        let of = |facts: &[(Part, Facts)]| facts.iter().find(|(of, _)| *of == part).map(|(_, facts)| facts.clone());
        match self {
            Self::Beside(facts) if part.is_generated() => text.regenerate(of(facts)),
            Self::Instead(facts) if part.is_generated() => text.restrict(of(facts)),
            _ => {}
        }
    }
}

/// Saves an edit. An approved version stays as it is: what is written after it goes into a new draft. A report meant for others has
/// its facts generated for them: at once in place of those that fewer may know, else beside what stands.
pub async fn edit(db: &Db, by: Command, about: About, typed: DocumentForm, version: i64) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &about, about.kind().edit_act(), version).await?;
            let mut form = Form::default();
            let parts = sound(&typed.parts, &mut form);
            let clearance = locked.subject.clearance(&typed.clearance, &mut form);
            form.finish()?;
            let clearance = clearance.ok_or_else(|| AppError::field("clearance", "required"))?;
            let was = locked.clearance();
            let is_report = locked.subject.kind == DocumentKind::Report;
            let renewal = if typed.regenerate || (is_report && clearance != was) {
                let facts = locked.subject.facts(conn, &by, clearance).await?;
                if is_report && clearance < was { Renewal::Instead(facts) } else { Renewal::Beside(facts) }
            } else {
                Renewal::None
            };
            let old = parts_of(conn, locked.latest.id).await?;
            let new: Vec<(Part, Text)> = old.iter().map(|(part, text)| (*part, changed(*part, text, &parts, &renewal))).collect();
            let renews = !matches!(renewal, Renewal::None);
            if clearance != was {
                let values = (Some(was.code().to_owned()), Some(clearance.code().to_owned()));
                locked.append(conn, "clear", "clearance", values, Clearance::Principals).await?;
                locked.latest.rank = clearance.rank();
            }
            if old != new || renews {
                save(conn, &by, &mut locked, &old, &new, renews).await?;
            }
            if clearance != was {
                mean_for(conn, &locked).await?;
            }
            locked.finish(conn).await
        })
    }))
    .await
}

/// Keeps for whom the newest version is meant; all versions of a brief are for the same readers.
async fn mean_for(conn: &mut Conn, locked: &Locked) -> Result<(), AppError> {
    let rank = locked.latest.rank;
    match locked.subject.kind {
        DocumentKind::Brief => {
            execute!(conn, "update document_versions set clearance = $2 where document_id = $1", locked.id, rank)?
        }
        DocumentKind::Report => {
            execute!(conn, "update document_versions set clearance = $2 where id = $1", locked.latest.id, rank)?
        }
    };
    Ok(())
}

/// A part after the edit: first what a person wrote and decided, then what is generated anew.
fn changed(part: Part, old: &Text, edits: &[SoundPart], renewal: &Renewal) -> Text {
    let mut text = old.clone();
    if let Some(edit) = edits.iter().find(|edit| edit.part == part) {
        // A part to be written has no generated text behind it: blank is nothing written.
        let blank = text.generated.is_none() && edit.text.as_deref() == Some("");
        text.write(if blank { None } else { edit.text.clone() });
        if let Some(choice) = edit.settlement {
            text.settle(choice, edit.text.clone().unwrap_or_else(|| edit.shown.clone()));
        }
    }
    renewal.apply(part, &mut text);
    text
}

async fn save(
    conn: &mut Conn,
    by: &Command,
    locked: &mut Locked,
    old: &[(Part, Text)],
    new: &[(Part, Text)],
    renews: bool,
) -> Result<(), AppError> {
    let draft = clearance_of(locked.clearance(), false);
    let number = version_to_edit(locked.latest.number, locked.latest.approved);
    if number != locked.latest.number {
        let values = (Some(locked.latest.number.to_string()), Some(number.to_string()));
        locked.append(conn, "draft", locked.subject.kind.code(), values, draft).await?;
        locked.latest = Latest { id: new_id(), number, approved: false, published: false, ..locked.latest.clone() };
        begin(conn, by, locked).await?;
    }
    for ((part, old), (_, new)) in old.iter().zip(new) {
        put(conn, locked, draft, *part, old, new).await?;
    }
    if renews {
        locked.append(conn, "renew", "facts", (None, Some(number.to_string())), draft).await?;
        execute!(
            &mut *conn,
            "update document_versions set revision = $2, generated_at = $3 where id = $1",
            locked.latest.id,
            locked.record.revision(),
            by.at
        )?;
    }
    Ok(())
}

/// Approves the draft: it is frozen. A brief is read at its clearance from then on.
pub async fn approve(db: &Db, by: Command, about: About, version: i64) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &about, about.kind().approve_act(), version).await?;
            may_approve(locked.latest.approved)?;
            let published = !locked.subject.kind.is_published_apart();
            execute!(
                &mut *conn,
                "update document_versions set approved_at = $2, approved_by = $3, published_at = $4 where id = $1",
                locked.latest.id,
                by.at,
                by.actor.name,
                published.then_some(by.at)
            )?;
            let values = (None, Some(locked.latest.number.to_string()));
            let clearance = clearance_of(locked.clearance(), published);
            locked.append(conn, "approve", "approved", values, clearance).await?;
            locked.finish(conn).await
        })
    }))
    .await
}
