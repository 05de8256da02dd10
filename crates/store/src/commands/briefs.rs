//! The minister's brief: drafted from the record, edited, generated anew without losing an edit, approved and thereby frozen.

use accord_domain::access::Act;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::document::{CLEARANCES, DocumentKind, Part, Settlement, clearance_of, may_approve, version_to_edit};
use accord_domain::error::Form;
use accord_domain::ids::AgreementId;
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::saving::{agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db};
use crate::queries::facts::{Facts, Text, gather, kept, parts_of};

/// The languages a brief is written in.
pub const LANGUAGES: [&str; 3] = ["en-IN", "es-PE", "hi-IN"];

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
pub struct BriefForm {
    pub parts: Vec<PartForm>,
    pub clearance: String,
    /// Whether the facts are generated anew once the edit is saved.
    pub regenerate: bool,
}

/// A document locked for a command.
struct Locked {
    record: Record,
    agreement: AgreementId,
    id: Uuid,
    clearance: Clearance,
    version: i64,
    latest: Latest,
}

row! {
    struct Latest {
        id: Uuid,
        number: i64,
        language: String,
        illustrative: bool,
        approved: bool,
    }
}

impl Locked {
    /// The clearance of what becomes of a draft.
    fn of_draft(&self) -> Clearance {
        clearance_of(self.clearance, false)
    }
}

async fn lock(conn: &mut Conn, by: &Command, slug: &str, act: Act, version: i64) -> Result<Locked, AppError> {
    let (agreement, _) = agreement_for(conn, by, slug, act).await?;
    let record = Record::of_agreement(conn, by, agreement).await?;
    let row: Option<(Uuid, i16, i64)> = fetch_optional!(
        &mut *conn,
        (Uuid, i16, i64),
        "select id, clearance, version from documents where kind = $1 and about_id = $2",
        DocumentKind::Brief.code(),
        agreement.0
    )?;
    let (id, rank, stands) = row.ok_or(AppError::NotFound)?;
    same_version(stands, version)?;
    let latest: Latest = fetch_one!(
        &mut *conn,
        Latest,
        "select id, number, language, illustrative, approved_at is not null as approved from document_versions \
         where document_id = $1 order by number desc limit 1",
        id
    )?;
    let clearance = Clearance::from_rank(rank).ok_or_else(|| AppError::Internal("a document without a clearance".into()))?;
    Ok(Locked { record, agreement, id, clearance, version: stands, latest })
}

fn of_brief(
    id: Uuid,
    verb: &'static str,
    field: &'static str,
    old: Option<String>,
    new: Option<String>,
    clearance: Clearance,
) -> Change {
    Change { chapter: None, subject: "brief", subject_id: id, verb, field, old, new, reason: None, clearance }
}

/// Drafts the brief: the first version, with its facts generated and everything else left to be written.
pub async fn draft(db: &Db, by: Command, slug: String, language: String, illustrative: bool) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::EditBrief).await?;
            let known = |code: &str| LANGUAGES.into_iter().find(|known| *known == code);
            let language = text::choice("language", &language, known).map_err(|error| AppError::Invalid(vec![error]))?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let taken: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select id from documents where kind = $1 and about_id = $2",
                DocumentKind::Brief.code(),
                agreement.0
            )?;
            if taken.is_some() {
                return Err(AppError::field("language", "brief-drafted-already"));
            }
            let (id, clearance) = (new_id(), Field::Brief.clearance());
            execute!(
                &mut *conn,
                "insert into documents (id, agreement_id, kind, about_id, clearance, version) values ($1,$2,$3,$4,$5,1)",
                id,
                agreement.0,
                DocumentKind::Brief.code(),
                agreement.0,
                clearance.rank()
            )?;
            let draft = clearance_of(clearance, false);
            record.append(conn, of_brief(id, "draft", "brief", None, Some("1".into()), draft)).await?;
            record.append(conn, of_brief(id, "language", "language", None, Some(language.into()), draft)).await?;
            record.append(conn, of_brief(id, "clear", "clearance", None, Some(clearance.code().into()), draft)).await?;
            let facts = gather(conn, &by.actor, agreement, by.at).await?;
            let version = begin(conn, &by, &record, id, 1, language, illustrative).await?;
            for part in Part::ALL.iter().copied() {
                let generated = facts.iter().find(|(of, _)| *of == part).map(|(_, facts)| facts.clone());
                let text = Text::fresh(generated);
                put(conn, &mut record, id, draft, version, part, &Text::fresh(None), &text).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}

async fn begin(
    conn: &mut Conn,
    by: &Command,
    record: &Record,
    document: Uuid,
    number: i64,
    language: &str,
    illustrative: bool,
) -> Result<Uuid, AppError> {
    let id = new_id();
    execute!(
        conn,
        "insert into document_versions (id, document_id, number, language, illustrative, revision, generated_at, approved_by) \
         values ($1,$2,$3,$4,$5,$6,$7,'')",
        id,
        document,
        number,
        language,
        illustrative,
        record.revision(),
        by.at
    )?;
    Ok(id)
}

/// Saves a part and records what became of it: what was generated, what waits for a decision, and what a person wrote.
#[expect(clippy::too_many_arguments, reason = "a part, its place and its two states are told apart by their types")]
async fn put(
    conn: &mut Conn,
    record: &mut Record,
    document: Uuid,
    clearance: Clearance,
    version: Uuid,
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
        version,
        part.code(),
        facts,
        newer,
        new.edited
    )?;
    // In fields of their own, apart from what people write; the value names its part.
    let named = |facts: Option<String>| facts.map(|facts| format!("{} {facts}", part.code()));
    let (was, waited) = (kept(&old.generated)?, kept(&old.newer)?);
    if was != facts {
        record.append(conn, of_brief(document, "generate", "generated", named(was), named(facts), clearance)).await?;
    }
    if waited != newer {
        record.append(conn, of_brief(document, "regenerate", "newer", named(waited), named(newer), clearance)).await?;
    }
    if old.edited != new.edited {
        let change = of_brief(document, "write", part.code(), old.edited.clone(), new.edited.clone(), clearance);
        record.append(conn, change).await?;
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

fn sound(typed: &BriefForm) -> Result<(Vec<SoundPart>, Clearance), AppError> {
    let mut form = Form::default();
    let offered = |code: &str| Clearance::from_code(code).filter(|clearance| CLEARANCES.contains(clearance));
    let clearance = form.take(text::choice("clearance", &typed.clearance, offered));
    let mut parts = Vec::new();
    for typed in &typed.parts {
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
    form.finish()?;
    let clearance = clearance.ok_or_else(|| AppError::field("clearance", "required"))?;
    Ok((parts, clearance))
}

/// Saves an edit. An approved version stays as it is: what is written after it goes into a new draft.
pub async fn edit(db: &Db, by: Command, slug: String, typed: BriefForm, version: i64) -> Result<(), AppError> {
    let (parts, clearance) = sound(&typed)?;
    let regenerate = typed.regenerate;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = lock(conn, &by, &slug, Act::EditBrief, version).await?;
            if clearance != locked.clearance {
                let (old, new) = (locked.clearance.code().to_owned(), clearance.code().to_owned());
                let change = of_brief(locked.id, "clear", "clearance", Some(old), Some(new), Clearance::Principals);
                locked.record.append(conn, change).await?;
                locked.clearance = clearance;
            }
            let old = parts_of(conn, locked.latest.id).await?;
            let facts = if regenerate { Some(gather(conn, &by.actor, locked.agreement, by.at).await?) } else { None };
            let new: Vec<(Part, Text)> =
                old.iter().map(|(part, text)| (*part, changed(*part, text, &parts, facts.as_deref()))).collect();
            if old != new || regenerate {
                save(conn, &by, &mut locked, &old, &new, regenerate).await?;
            }
            execute!(
                &mut *conn,
                "update documents set version = version + 1, clearance = $2 where id = $1 and version = $3",
                locked.id,
                locked.clearance.rank(),
                locked.version
            )?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// A part after the edit: first what a person wrote and decided, then what is generated anew.
fn changed(part: Part, old: &Text, edits: &[SoundPart], facts: Option<&[(Part, Facts)]>) -> Text {
    let mut text = old.clone();
    if let Some(edit) = edits.iter().find(|edit| edit.part == part) {
        // A part to be written has no generated text behind it: blank is nothing written.
        let blank = text.generated.is_none() && edit.text.as_deref() == Some("");
        text.write(if blank { None } else { edit.text.clone() });
        if let Some(choice) = edit.settlement {
            text.settle(choice, edit.text.clone().unwrap_or_else(|| edit.shown.clone()));
        }
    }
    if let Some(facts) = facts.filter(|_| part.is_generated()) {
        text.regenerate(facts.iter().find(|(of, _)| *of == part).map(|(_, facts)| facts.clone()));
    }
    text
}

async fn save(
    conn: &mut Conn,
    by: &Command,
    locked: &mut Locked,
    old: &[(Part, Text)],
    new: &[(Part, Text)],
    regenerate: bool,
) -> Result<(), AppError> {
    let (id, draft) = (locked.id, locked.of_draft());
    let number = version_to_edit(locked.latest.number, locked.latest.approved);
    let version = if number == locked.latest.number {
        locked.latest.id
    } else {
        let (was, is) = (locked.latest.number.to_string(), number.to_string());
        locked.record.append(conn, of_brief(id, "draft", "brief", Some(was), Some(is), draft)).await?;
        begin(conn, by, &locked.record, id, number, &locked.latest.language, locked.latest.illustrative).await?
    };
    for ((part, old), (_, new)) in old.iter().zip(new) {
        put(conn, &mut locked.record, id, draft, version, *part, old, new).await?;
    }
    if regenerate {
        locked.record.append(conn, of_brief(id, "renew", "facts", None, Some(number.to_string()), draft)).await?;
        execute!(
            &mut *conn,
            "update document_versions set revision = $2, generated_at = $3 where id = $1",
            version,
            locked.record.revision(),
            by.at
        )?;
    }
    Ok(())
}

/// Approves the draft: it is frozen, and read at the clearance of the brief.
pub async fn approve(db: &Db, by: Command, slug: String, version: i64) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = lock(conn, &by, &slug, Act::ApproveBrief, version).await?;
            may_approve(locked.latest.approved)?;
            execute!(
                &mut *conn,
                "update document_versions set approved_at = $2, approved_by = $3 where id = $1",
                locked.latest.id,
                by.at,
                by.actor.name
            )?;
            execute!(&mut *conn, "update documents set version = version + 1 where id = $1", locked.id)?;
            let told = Some(locked.latest.number.to_string());
            let change = of_brief(locked.id, "approve", "approved", None, told, clearance_of(locked.clearance, true));
            locked.record.append(conn, change).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}
