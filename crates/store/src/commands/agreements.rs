//! Agreements: opened from a template, edited, put in a lineage, ratified step by step, archived.

use accord_domain::access::{Act, HouseRight, Role};
use accord_domain::agreement::{AgreementKind, Party, Relation, party_code};
use accord_domain::chapter::ChapterTemplate;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::dates::PartialDate;
use accord_domain::error::Form;
use accord_domain::ids::AgreementId;
use accord_domain::lifecycle::Stage;
use accord_domain::ratification::RatificationStep;
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::chapters::insert_chapter;
use super::grants::insert_grant;
use super::saving::{Edits, agreement_even_archived, agreement_for, same_version};
use crate::actor::new_id;
use crate::cards::{self, AgreementCard, ChiefsCard, RatificationCard};
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db, taken};

/// An agreement, as typed.
#[derive(Clone, Debug, Default)]
pub struct AgreementForm {
    pub slug: String,
    pub name: String,
    pub kind: String,
    pub home_party: String,
    pub home_name: String,
    pub home_chief: String,
    /// One partner a line: `PE Peru`, or `PE Peru; Chief negotiator, Peru`.
    pub partners: String,
    pub lead_ministry: String,
    pub objective: String,
    pub languages: String,
    pub template: String,
    pub illustrative: bool,
    pub reason: String,
}

struct Sound {
    slug: String,
    name: String,
    kind: AgreementKind,
    home: Party,
    parties: Vec<(Party, String)>,
    lead_ministry: String,
    objective: String,
    languages: String,
    template: ChapterTemplate,
    reason: Option<String>,
}

impl Sound {
    fn card(&self, illustrative: bool) -> AgreementCard {
        AgreementCard {
            name: self.name.clone(),
            kind: self.kind.code().to_owned(),
            home_party: self.home.code.clone(),
            lead_ministry: self.lead_ministry.clone(),
            objective: self.objective.clone(),
            languages: self.languages.clone(),
            illustrative,
            parties: self.parties.iter().map(|(party, _)| (party.code.clone(), party.name.clone())).collect(),
        }
    }

    fn chiefs(&self) -> ChiefsCard {
        ChiefsCard(self.parties.iter().map(|(party, chief)| (party.code.clone(), chief.clone())).collect())
    }
}

/// Reads one partner a line.
fn partners(raw: &str) -> Result<Vec<(Party, String)>, FieldError> {
    let mut parties = Vec::new();
    for written in raw.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (party, chief) = written.split_once(';').unwrap_or((written, ""));
        let (code, name) = party.trim().split_once(char::is_whitespace).unwrap_or((party.trim(), ""));
        let code = party_code("partners", code)?;
        let name = text::optional_line("partners", name)?.unwrap_or_else(|| code.clone());
        let chief = text::optional_line("partners", chief)?.unwrap_or_default();
        if parties.iter().any(|(other, _): &(Party, String)| other.code == code) {
            return Err(FieldError::with("partners", "party-twice", code));
        }
        parties.push((Party { code, name }, chief));
    }
    if parties.is_empty() { Err(FieldError::new("partners", "required")) } else { Ok(parties) }
}

fn sound(typed: &AgreementForm) -> Result<Sound, AppError> {
    let mut form = Form::default();
    let slug = form.take(text::slug("slug", &typed.slug));
    let name = form.take(text::line("name", &typed.name));
    let kind = form.take(text::choice("kind", &typed.kind, AgreementKind::from_code));
    let home_code = form.take(party_code("home_party", &typed.home_party));
    let home_name = form.take(text::optional_line("home_name", &typed.home_name)).flatten();
    let home_chief = form.take(text::optional_line("home_chief", &typed.home_chief)).flatten().unwrap_or_default();
    let others = form.take(partners(&typed.partners));
    let lead_ministry = form.take(text::optional_line("lead_ministry", &typed.lead_ministry)).flatten().unwrap_or_default();
    let objective = form.take(text::optional_paragraphs("objective", &typed.objective)).flatten().unwrap_or_default();
    let languages = form.take(text::optional_line("languages", &typed.languages)).flatten().unwrap_or_default();
    let template = if typed.template.is_empty() {
        Some(ChapterTemplate::None)
    } else {
        form.take(text::choice("template", &typed.template, ChapterTemplate::from_code))
    };
    let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
    if let (Some(code), Some(others)) = (&home_code, &others)
        && others.iter().any(|(party, _)| party.code == *code)
    {
        form.refuse(FieldError::with("partners", "party-twice", code));
    }
    form.finish()?;
    match (slug, name, kind, home_code, others, template) {
        (Some(slug), Some(name), Some(kind), Some(code), Some(others), Some(template)) => {
            let home = Party { name: home_name.unwrap_or_else(|| code.clone()), code };
            let mut parties = vec![(home.clone(), home_chief)];
            parties.extend(others);
            Ok(Sound { slug, name, kind, home, parties, lead_ministry, objective, languages, template, reason })
        }
        _ => Err(AppError::Internal("a sound form lacks a value".into())),
    }
}

/// The key agreements are ordered by in SQL: lower-case letters and digits, so that both engines order alike.
fn sort_name(name: &str) -> String {
    name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

/// Opens an agreement with the chapters of its template. Who opens it becomes its chief negotiator.
pub async fn open(db: &Db, by: Command, typed: AgreementForm) -> Result<AgreementId, AppError> {
    if !by.actor.holds(HouseRight::OpenAgreements) {
        return Err(AppError::NotFound);
    }
    let new = sound(&typed)?;
    let id = AgreementId(new_id());
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let inserted = execute!(
                conn,
                "insert into agreements (id, slug, name, sort_name, kind, home_party, lead_ministry, objective, languages, illustrative, \
                 stage, stage_order, version, opened_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,1,$13)",
                id.0,
                new.slug,
                new.name,
                sort_name(&new.name),
                new.kind.code(),
                new.home.code,
                new.lead_ministry,
                new.objective,
                new.languages,
                typed.illustrative,
                Stage::Proposed.code(),
                Stage::Proposed.portfolio_order(),
                by.at
            );
            inserted.map_err(|error| taken(error, "agreements_slug_taken", "agreements.slug", "slug", "slug-taken"))?;
            save_parties(conn, id, &new.parties).await?;
            let mut record = Record::of_agreement(conn, &by, id).await?;
            record.append(conn, of_agreement(id, "open", "agreement", None, Some(new.name.clone()), new.reason.clone())).await?;
            let card = new.card(typed.illustrative);
            record.append(conn, cards::card(None, "agreement", id.0, Field::Agreement.clearance(), &card)?).await?;
            record.append(conn, cards::card(None, "agreement", id.0, Field::Leads.clearance(), &new.chiefs())?).await?;
            for (index, kind) in new.template.chapters().iter().enumerate() {
                let chapter = super::chapters::NewChapter {
                    kind: *kind,
                    address: kind.code().to_owned(),
                    number: index as i16 + 1,
                    illustrative: typed.illustrative,
                    ..super::chapters::NewChapter::of(*kind)
                };
                insert_chapter(conn, &by, &mut record, id, chapter).await?;
            }
            insert_grant(conn, &by, &mut record, id, by.actor.account, Role::Chief, "", None).await?;
            record.finish(conn).await?;
            Ok(id)
        })
    }))
    .await
}

async fn save_parties(conn: &mut Conn, id: AgreementId, parties: &[(Party, String)]) -> Result<(), AppError> {
    execute!(conn, "delete from agreement_parties where agreement_id = $1", id.0)?;
    for (position, (party, chief)) in parties.iter().enumerate() {
        execute!(
            conn,
            "insert into agreement_parties (agreement_id, position, code, name, chief_negotiator) values ($1, $2, $3, $4, $5)",
            id.0,
            position as i16,
            party.code,
            party.name,
            chief
        )?;
    }
    Ok(())
}

fn of_agreement(
    id: AgreementId,
    verb: &'static str,
    field: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
) -> Change {
    Change {
        chapter: None,
        subject: "agreement",
        subject_id: id.0,
        verb,
        field,
        old,
        new,
        reason,
        clearance: Field::Agreement.clearance(),
    }
}

row! {
    struct Kept {
        name: String,
        kind: String,
        home_party: String,
        lead_ministry: String,
        objective: String,
        languages: String,
        illustrative: bool,
        version: i64,
    }
}

/// Edits an agreement's card; its address stays. `version` is the one the person edited.
pub async fn edit(db: &Db, by: Command, slug: String, typed: AgreementForm, version: i64) -> Result<(), AppError> {
    let new = sound(&AgreementForm { slug: slug.clone(), ..typed })?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (id, _) = agreement_for(conn, &by, &slug, Act::EditAgreement).await?;
            let mut record = Record::of_agreement(conn, &by, id).await?;
            let kept: Kept = fetch_one!(
                conn,
                Kept,
                "select name, kind, home_party, lead_ministry, objective, languages, illustrative, version from agreements where id = $1",
                id.0
            )?;
            same_version(kept.version, version)?;
            let parties: Vec<(String, String, String)> = fetch_all!(
                conn,
                (String, String, String),
                "select code, name, chief_negotiator from agreement_parties where agreement_id = $1 order by position",
                id.0
            )?;
            execute!(
                conn,
                "update agreements set name = $2, sort_name = $3, kind = $4, home_party = $5, lead_ministry = $6, objective = $7, \
                 languages = $8, version = version + 1 where id = $1",
                id.0,
                new.name,
                sort_name(&new.name),
                new.kind.code(),
                new.home.code,
                new.lead_ministry,
                new.objective,
                new.languages
            )?;
            save_parties(conn, id, &new.parties).await?;
            let public = Field::Agreement.clearance();
            let mut edits =
                Edits { record: &mut record, chapter: None, subject: "agreement", subject_id: id.0, reason: new.reason.clone() };
            edits.field(conn, "name", &kept.name, &new.name, public).await?;
            edits.field(conn, "kind", &kept.kind, new.kind.code(), public).await?;
            edits.field(conn, "home_party", &kept.home_party, &new.home.code, public).await?;
            edits.field(conn, "lead_ministry", &kept.lead_ministry, &new.lead_ministry, public).await?;
            edits.field(conn, "objective", &kept.objective, &new.objective, public).await?;
            edits.field(conn, "languages", &kept.languages, &new.languages, public).await?;
            let names = |parties: &mut dyn Iterator<Item = String>| parties.collect::<Vec<_>>().join(", ");
            let old_parties = names(&mut parties.iter().map(|(code, name, _)| format!("{code} {name}")));
            let new_parties = names(&mut new.parties.iter().map(|(party, _)| format!("{} {}", party.code, party.name)));
            edits.field(conn, "parties", &old_parties, &new_parties, public).await?;
            let old_chiefs = names(&mut parties.iter().map(|(code, _, chief)| format!("{code}: {chief}")));
            let new_chiefs = names(&mut new.parties.iter().map(|(party, chief)| format!("{}: {chief}", party.code)));
            if edits.field(conn, "chief_negotiators", &old_chiefs, &new_chiefs, Field::Leads.clearance()).await? {
                record.append(conn, cards::card(None, "agreement", id.0, Field::Leads.clearance(), &new.chiefs())?).await?;
            }
            record.append(conn, cards::card(None, "agreement", id.0, public, &new.card(kept.illustrative))?).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Archives an agreement with a reason, or brings it back. An archived one is out of the portfolio, not out of the record.
pub async fn set_archived(db: &Db, by: Command, slug: String, archived: bool, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (id, _, is_archived) = agreement_even_archived(conn, &by, &slug, Act::EditAgreement).await?;
            let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            if is_archived == archived {
                return Err(AppError::field("reason", if archived { "already-archived" } else { "not-archived" }));
            }
            let mut record = Record::of_agreement(conn, &by, id).await?;
            let since = archived.then_some(by.at);
            execute!(conn, "update agreements set archived_at = $2, version = version + 1 where id = $1", id.0, since)?;
            let verb = if archived { "archive" } else { "restore" };
            record.append(conn, of_agreement(id, verb, "agreement", None, None, Some(reason))).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Places an agreement after an earlier one, which the actor must be able to see.
pub async fn relate(db: &Db, by: Command, slug: String, relation: String, earlier: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (id, _) = agreement_for(conn, &by, &slug, Act::EditAgreement).await?;
            // The house's scope is locked too: two agreements placed after each other at once would make a circle.
            Record::of_house(conn, &by).await?;
            let mut form = Form::default();
            let relation = form.take(text::choice("relation", &relation, Relation::from_code));
            let found: Option<(Uuid, String)> = fetch_optional!(
                conn,
                (Uuid, String),
                "select a.id, a.name from agreements a where a.slug = $1 \
                 and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
                earlier.trim(),
                by.actor.account.0
            )?;
            match &found {
                None => form.refuse(FieldError::new("earlier", "no-such-agreement")),
                Some((other, _)) if *other == id.0 => form.refuse(FieldError::new("earlier", "related-to-itself")),
                Some((other, _)) if is_after(conn, *other, id.0).await? => {
                    form.refuse(FieldError::new("earlier", "lineage-circle"));
                }
                Some(_) => {}
            }
            form.finish()?;
            let (Some(relation), Some((earlier, name))) = (relation, found) else { return Err(AppError::NotFound) };
            let mut record = Record::of_agreement(conn, &by, id).await?;
            execute!(
                conn,
                "insert into agreement_relations (agreement_id, relation, earlier_id, since) values ($1, $2, $3, $4) \
                 on conflict (agreement_id, earlier_id) do update set relation = excluded.relation",
                id.0,
                relation.code(),
                earlier,
                day_in(HOME_ZONE, by.at)
            )?;
            let new = format!("{} {name}", relation.code());
            // Its subject is the earlier agreement, so that the change is shown only to who may see that one too.
            let change = of_agreement(id, "relate", "lineage", None, Some(new), None);
            record.append(conn, Change { subject_id: earlier, ..change }).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Whether `later` comes after `earlier` in the lineage, directly or through others.
async fn is_after(conn: &mut Conn, later: Uuid, earlier: Uuid) -> Result<bool, AppError> {
    let found: Option<(i64,)> = fetch_optional!(
        conn,
        (i64,),
        "with recursive before (id) as ( \
           select earlier_id from agreement_relations where agreement_id = $1 \
           union select r.earlier_id from agreement_relations r join before b on r.agreement_id = b.id) \
         select cast(1 as bigint) from before where id = $2",
        later,
        earlier
    )?;
    Ok(found.is_some())
}

/// A step of ratification, as typed. A blank date says the step is expected and has not been taken.
#[derive(Clone, Debug, Default)]
pub struct RatificationForm {
    pub party: String,
    pub step: String,
    pub date: String,
    pub publisher: String,
    pub illustrative: bool,
}

/// Records a party's step of ratification, or its date once it is known.
pub async fn record_ratification(
    db: &Db,
    by: Command,
    slug: String,
    typed: RatificationForm,
    today: NaiveDate,
) -> Result<(), AppError> {
    let mut form = Form::default();
    let party = form.take(party_code("party", &typed.party)).unwrap_or_default();
    let step = form.take(text::choice("step", &typed.step, RatificationStep::from_code));
    let date = if typed.date.trim().is_empty() { None } else { form.take(PartialDate::parse("ratified_on", &typed.date)) };
    if date.is_some_and(|date| !date.has_begun(today)) {
        form.refuse(FieldError::new("ratified_on", "in-the-future"));
    }
    let publisher = form.take(text::optional_line("ratification_source", &typed.publisher)).flatten().unwrap_or_default();
    if date.is_some() && publisher.is_empty() && form.is_sound() {
        form.refuse(FieldError::new("ratification_source", "source-required"));
    }
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (id, _) = agreement_for(conn, &by, &slug, Act::RecordEvents).await?;
            let known: Option<(String,)> = fetch_optional!(
                conn,
                (String,),
                "select code from agreement_parties where agreement_id = $1 and code = $2",
                id.0,
                party
            )?;
            if known.is_none() && !party.is_empty() {
                form.refuse(FieldError::new("party", "not-a-party-here"));
            }
            form.finish()?;
            let Some(step) = step else { return Err(AppError::field("step", "required")) };
            let mut record = Record::of_agreement(conn, &by, id).await?;
            let (kept,): (Uuid,) = fetch_one!(
                conn,
                (Uuid,),
                "insert into ratification_steps (id, agreement_id, party, step, starts, ends, date_precision, publisher, illustrative) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9) on conflict (agreement_id, party, step) do update set starts = excluded.starts, \
                 ends = excluded.ends, date_precision = excluded.date_precision, publisher = excluded.publisher returning id",
                new_id(),
                id.0,
                party,
                step.code(),
                date.map(PartialDate::from),
                date.map(PartialDate::to),
                date.map(|date| date.precision().code()),
                publisher,
                typed.illustrative
            )?;
            let card = RatificationCard {
                party: party.clone(),
                step: step.code().to_owned(),
                date,
                publisher,
                illustrative: typed.illustrative,
            };
            record.append(conn, cards::card(None, "ratification", kept, Clearance::Public, &card)?).await?;
            let new = format!("{party} {} {}", step.code(), date.map(PartialDate::to_text).unwrap_or_default());
            let change = of_agreement(id, "record", "ratification", None, Some(new.trim().to_owned()), None);
            record.append(conn, Change { clearance: Clearance::Public, ..change }).await?;
            record.finish(conn).await
        })
    }))
    .await
}
