//! The replay: what the data files tell, in the order it was entered, each agreement by itself.

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::{AccountId, PriorityId};
use chrono::{DateTime, Duration, Utc};
use futures::future::try_join_all;

use super::PASSWORD;
use super::data::{
    ActionPoint, ActionPointStep, Agreement, Brief, Chapter, Data, Event, Meeting, Milestone, Priority, Ratification, Report, Role,
    Step, entered, instant, planned,
};
use super::{action_points, barriers, consultations, documents, house_meetings, meetings, programme, trade};
use crate::actor::command_line;
use crate::changes::Command;
use crate::clock::{HOME_ZONE, day_in};
use crate::commands::accounts::{self, NewAccount};
use crate::commands::agreements::{self, AgreementForm, RatificationForm};
use crate::commands::chapters::{self, At, ChapterForm, StepForm};
use crate::commands::events::{self, ClaimForm, EventForm};
use crate::commands::grants::{self, GrantForm};
use crate::commands::milestones::{self, MilestoneForm};
use crate::commands::priorities::{self, AreaForm};
use crate::commands::priority_proposals::{Wanted, propose};
use crate::db::Db;

/// The account that opens agreements and records their events.
pub(super) const CHIEF: &str = "chief";
/// The account that keeps trade figures.
const STATISTICS: &str = "statistics";

pub(super) type People = HashMap<String, Actor>;

/// One entry of an agreement's history.
enum Entry {
    OpenChapter(Chapter),
    Event(Event),
    Meeting(Box<Meeting>),
    Ratification(Ratification),
    Priority(Priority),
    ActionPoint(ActionPoint),
    /// Of the action point of a title.
    ActionPointStep(String, ActionPointStep),
    Step(String, Step),
    Brief(Brief),
    CloseMeeting(String),
    /// Of the meeting of an address.
    Report(String, Report),
}

pub(super) async fn run(db: &Db, data: Data, now: DateTime<Utc>) -> Result<(), AppError> {
    let mut opened = Vec::with_capacity(data.agreements.len());
    for agreement in &data.agreements {
        opened.push(instant(&agreement.opened, now)?);
    }
    let first = opened.iter().min().copied().unwrap_or(now) - Duration::days(1);
    let mut people = People::new();
    for account in &data.accounts {
        let new = NewAccount {
            email: account.email.clone(),
            name: account.name.clone(),
            language: account.language.clone(),
            password: PASSWORD.to_owned(),
            rights: account.rights.clone(),
            must_change_password: false,
        };
        let id = accounts::add(db, Command { actor: command_line(), at: first, imported: true }, new).await?;
        people.insert(account.key.clone(), actor(id, &account.name, &account.rights));
    }
    for (agreement, opened) in data.agreements.iter().zip(&opened) {
        open(db, &people, agreement, *opened).await?;
    }
    let roles = |slug: &str| -> Vec<(String, Role)> {
        let held = data.accounts.iter().flat_map(|account| account.roles.iter().map(move |role| (account, role)));
        held.filter(|(account, role)| role.agreement == slug && account.key != CHIEF)
            .map(|(account, role)| (account.email.clone(), role.clone()))
            .collect()
    };
    try_join_all(data.agreements.iter().zip(&opened).map(|(agreement, opened)| {
        Replay { db, people: &people, agreement, opened: *opened, now, roles: roles(&agreement.slug), cards: HashMap::new() }.run()
    }))
    .await?;
    for milestone in data.milestones {
        let title = milestone.title.clone();
        enter(db, &people, milestone, now).await.map_err(|error| told("milestones", &title, error))?;
    }
    for consultation in data.consultations {
        let actor = person(&people, &consultation.by)?.clone();
        consultations::enter(db, &actor, consultation, now).await.map_err(|error| told("consultations", "one", error))?;
    }
    for stance in data.stances {
        let actor = person(&people, &stance.by)?.clone();
        consultations::hear(db, &actor, stance, now).await.map_err(|error| told("stances", "one", error))?;
    }
    if let Some(keeper) = people.get(CHIEF) {
        let by = Command { actor: keeper.clone(), at: now - Duration::days(8), imported: true };
        let address = |key: &str| {
            let account = data.accounts.iter().find(|known| known.key == key);
            account.map(|known| known.email.clone()).ok_or_else(|| AppError::Internal(format!("no account {key}")))
        };
        programme::enter(db, &by, data.programme, address).await.map_err(|error| told("programme", "cells", error))?;
    }
    barriers::enter(db, &people, data.barriers, now).await.map_err(|error| told("barriers", "one", error))?;
    house_meetings::enter(db, &people, data.house, now).await.map_err(|error| told("bodies", "one", error))?;
    if let Some(keeper) = people.get(STATISTICS) {
        let by = Command { actor: keeper.clone(), at: now - Duration::days(9), imported: true };
        trade::enter(db, &by, data.trade).await.map_err(|error| told("trade", "figures", error))?;
    }
    Ok(())
}

async fn enter(db: &Db, people: &People, milestone: Milestone, now: DateTime<Utc>) -> Result<(), AppError> {
    let by = Command { actor: person(people, CHIEF)?.clone(), at: instant(&milestone.recorded, now)?, imported: true };
    let form = MilestoneForm {
        kind: milestone.kind,
        title: milestone.title,
        date: milestone.date,
        place: milestone.place,
        publisher: milestone.publisher,
        source_title: milestone.source_title,
        verified: milestone.verified,
        illustrative: milestone.illustrative,
        agreements: milestone.agreements,
    };
    milestones::record(db, by, form).await.map(|_| ())
}

fn actor(account: AccountId, name: &str, rights: &[String]) -> Actor {
    Actor { account, name: name.to_owned(), rights: rights.iter().filter_map(|code| HouseRight::from_code(code)).collect() }
}

pub(super) fn person<'p>(people: &'p People, key: &str) -> Result<&'p Actor, AppError> {
    people.get(key).ok_or_else(|| AppError::Internal(format!("demo data: there is no account {key}")))
}

async fn open(db: &Db, people: &People, agreement: &Agreement, at: DateTime<Utc>) -> Result<(), AppError> {
    let by = Command { actor: person(people, CHIEF)?.clone(), at, imported: true };
    let home = agreement.parties.iter().find(|party| party.code == agreement.home_party);
    let partners = agreement
        .parties
        .iter()
        .filter(|party| party.code != agreement.home_party)
        .map(|party| format!("{} {}; {}", party.code, party.name, party.chief_negotiator))
        .collect::<Vec<_>>();
    let objective = if agreement.objective_illustrative && !agreement.objective.is_empty() {
        format!("{} (illustrative)", agreement.objective)
    } else {
        agreement.objective.clone()
    };
    let form = AgreementForm {
        slug: agreement.slug.clone(),
        name: agreement.name.clone(),
        kind: agreement.kind.clone(),
        home_party: agreement.home_party.clone(),
        home_name: home.map(|party| party.name.clone()).unwrap_or_default(),
        home_chief: home.map(|party| party.chief_negotiator.clone()).unwrap_or_default(),
        partners: partners.join("\n"),
        lead_ministry: agreement.lead_ministry.clone(),
        objective,
        languages: agreement.languages.join(", "),
        template: String::new(),
        illustrative: agreement.illustrative,
        reason: String::new(),
    };
    agreements::open(db, by.clone(), form).await.map_err(|error| told(&agreement.slug, "opening", error))?;
    for relation in &agreement.relations {
        agreements::relate(db, by.clone(), agreement.slug.clone(), relation.relation.clone(), relation.slug.clone())
            .await
            .map_err(|error| told(&agreement.slug, &relation.slug, error))?;
    }
    Ok(())
}

fn told(slug: &str, what: &str, error: AppError) -> AppError {
    AppError::Internal(format!("demo data: {slug}, {what}: {error}"))
}

pub(super) struct Replay<'d> {
    pub(super) db: &'d Db,
    people: &'d People,
    pub(super) agreement: &'d Agreement,
    opened: DateTime<Utc>,
    now: DateTime<Utc>,
    roles: Vec<(String, Role)>,
    /// The cards of chapters as they stand, since an edit sends the whole card.
    cards: HashMap<String, ChapterForm>,
}

impl Replay<'_> {
    async fn run(mut self) -> Result<(), AppError> {
        let whole: Vec<_> = self.roles.iter().filter(|(_, role)| role.chapter.is_empty()).cloned().collect();
        for (email, role) in whole {
            self.grant(email, role, self.opened).await?;
        }
        for (at, what, entry) in self.entries()? {
            let outcome = match entry {
                Entry::OpenChapter(chapter) => self.open_chapter(chapter, at).await,
                Entry::Event(event) => self.event(event, at).await,
                Entry::Meeting(meeting) => meetings::hold(&self, *meeting, at).await,
                Entry::Ratification(step) => self.ratification(step, at).await,
                Entry::Priority(priority) => self.priority(priority, at).await,
                Entry::ActionPoint(point) => action_points::agree(&self, point, at).await,
                Entry::ActionPointStep(title, step) => action_points::step(&self, &title, step, at).await,
                Entry::Step(address, step) => self.step(&address, step, at).await,
                Entry::Brief(brief) => documents::brief(&self, brief, at).await,
                Entry::CloseMeeting(address) => meetings::close(&self, &address, at).await,
                Entry::Report(meeting, report) => documents::report(&self, meeting, report, at).await,
            };
            outcome.map_err(|error| told(&self.agreement.slug, &what, error))?;
        }
        Ok(())
    }

    /// Every entry with its instant, in order; entries of one instant stay in the file's order.
    fn entries(&self) -> Result<Vec<(DateTime<Utc>, String, Entry)>, AppError> {
        let mut entries = Vec::new();
        for event in &self.agreement.events {
            let at = entered(event, self.opened, self.now)?;
            entries.push((at, format!("event {}", event.kind), Entry::Event(event.clone())));
        }
        for meeting in &self.agreement.meetings {
            let at = planned(meeting, self.opened, self.now)?;
            entries.push((at, format!("meeting {} {}", meeting.kind, meeting.number), Entry::Meeting(Box::new(meeting.clone()))));
            if let Some(closed) = &meeting.closed {
                entries.push((
                    instant(closed, self.now)?,
                    format!("closing {}", meeting.place()),
                    Entry::CloseMeeting(meeting.place()),
                ));
            }
            if let Some(report) = &meeting.report {
                let entry = Entry::Report(meeting.place(), report.clone());
                entries.push((instant(&report.on, self.now)?, format!("report of {}", meeting.place()), entry));
            }
        }
        for step in &self.agreement.ratification {
            let at = if step.date.is_empty() { self.opened } else { instant(&step.date, self.now).unwrap_or(self.now) };
            entries.push((at.max(self.opened), format!("ratification {}", step.step), Entry::Ratification(step.clone())));
        }
        for chapter in &self.agreement.chapters {
            let first = chapter.steps.first().map(|step| instant(&step.on, self.now)).transpose()?;
            let address = chapter.address().to_owned();
            let opening = first.map_or(self.opened, |first| first - Duration::minutes(1)).max(self.opened);
            entries.push((opening, address.clone(), Entry::OpenChapter(Chapter { steps: Vec::new(), ..chapter.clone() })));
            for step in &chapter.steps {
                let at = instant(&step.on, self.now)?;
                entries.push((at, format!("{address} on {}", step.on), Entry::Step(address.clone(), step.clone())));
            }
        }
        for priority in &self.agreement.priorities {
            let what = format!("priority {}", priority.title);
            entries.push((instant(&priority.on, self.now)?, what, Entry::Priority(priority.clone())));
        }
        for point in &self.agreement.action_points {
            let what = format!("action point {}", point.title);
            let agreed = instant(&point.on, self.now)?;
            entries.push((agreed, what.clone(), Entry::ActionPoint(point.clone())));
            for step in &point.steps {
                let entry = Entry::ActionPointStep(point.title.clone(), step.clone());
                entries.push((instant(&step.on, self.now)?.max(agreed), what.clone(), entry));
            }
        }
        if let Some(brief) = &self.agreement.brief {
            entries.push((instant(&brief.on, self.now)?, "brief".to_owned(), Entry::Brief(brief.clone())));
        }
        entries.sort_by_key(|(at, ..)| *at);
        Ok(entries)
    }

    /// A command of an account, by its key.
    pub(super) fn by(&self, key: &str, at: DateTime<Utc>) -> Result<Command, AppError> {
        Ok(Command { actor: person(self.people, key)?.clone(), at, imported: true })
    }

    async fn grant(&self, email: String, role: Role, at: DateTime<Utc>) -> Result<(), AppError> {
        let what = format!("role of {email}");
        let form = GrantForm { email, role: role.role, chapter: role.chapter, party: role.party };
        grants::grant(self.db, self.by(CHIEF, at)?, self.agreement.slug.clone(), form)
            .await
            .map_err(|error| told(&self.agreement.slug, &what, error))
    }

    async fn open_chapter(&mut self, chapter: Chapter, at: DateTime<Utc>) -> Result<(), AppError> {
        let address = chapter.address().to_owned();
        let card = ChapterForm {
            kind: chapter.kind.clone(),
            address: address.clone(),
            number: chapter.number.to_string(),
            title: chapter.title.clone(),
            our_lead: chapter.our_lead.clone(),
            their_lead: chapter.their_lead.clone(),
            line_ministry: chapter.line_ministry.clone(),
            target_round: chapter.target_round.clone(),
            open_brackets: chapter.open_brackets.to_string(),
            note: None,
            reason: String::new(),
            illustrative: chapter.illustrative,
        };
        chapters::open(self.db, self.by(CHIEF, at)?, self.agreement.slug.clone(), card.clone()).await?;
        let counts = self.agreement.chapters.iter().filter(|other| other.address() == address);
        let counted_later = counts.flat_map(|chapter| &chapter.steps).any(|step| step.brackets.is_some());
        if chapter.open_brackets > 0 && !counted_later {
            self.edit(CHIEF, &address, card.clone(), at).await?;
        }
        let uncounted = if counted_later { "0".to_owned() } else { card.open_brackets.clone() };
        self.cards.insert(address.clone(), ChapterForm { open_brackets: uncounted, ..card });
        let leads: Vec<_> = self.roles.iter().filter(|(_, role)| role.chapter == address).cloned().collect();
        for (email, role) in leads {
            self.grant(email, role, at).await?;
        }
        Ok(())
    }

    async fn at(&self, address: &str) -> Result<At, AppError> {
        let mut conn = self.db.read().await?;
        let (version,): (i64,) = fetch_one!(
            &mut conn,
            (i64,),
            "select c.version from chapters c join agreements a on a.id = c.agreement_id where a.slug = $1 and c.address = $2",
            self.agreement.slug,
            address
        )?;
        Ok(At { slug: self.agreement.slug.clone(), address: address.to_owned(), version })
    }

    async fn edit(&self, by: &str, address: &str, card: ChapterForm, at: DateTime<Utc>) -> Result<(), AppError> {
        chapters::edit(self.db, self.by(by, at)?, self.at(address).await?, card).await
    }

    async fn event(&self, mut event: Event, at: DateTime<Utc>) -> Result<(), AppError> {
        event.claims.sort_by_key(|claim| !claim.preferred);
        let claims = event
            .claims
            .into_iter()
            .map(|claim| ClaimForm {
                date: claim.date,
                place: claim.place,
                publisher: claim.publisher,
                title: claim.title,
                verified: claim.verified,
            })
            .collect();
        let form = EventForm { kind: event.kind, note: event.note, held: event.held, illustrative: event.illustrative, claims };
        events::record(self.db, self.by(CHIEF, at)?, self.agreement.slug.clone(), form).await.map(|_| ())
    }

    async fn ratification(&self, step: Ratification, at: DateTime<Utc>) -> Result<(), AppError> {
        let form = RatificationForm {
            party: step.party,
            step: step.step,
            date: step.date,
            publisher: step.publisher,
            illustrative: step.illustrative,
        };
        let today = day_in(HOME_ZONE, at);
        agreements::record_ratification(self.db, self.by(CHIEF, at)?, self.agreement.slug.clone(), form, today).await
    }

    async fn priority(&self, priority: Priority, at: DateTime<Utc>) -> Result<(), AppError> {
        let slug = self.agreement.slug.clone();
        let area = AreaForm {
            title: priority.title.clone(),
            stance: priority.stance,
            sector: priority.sector,
            owner: priority.owner,
            chapters: priority.chapters,
            illustrative: priority.illustrative,
        };
        let wanted = Wanted::Add { rank: priority.rank.to_string(), area };
        let by = self.by(&priority.by, at)?;
        propose(self.db, by, slug.clone(), wanted, priority.reason, !priority.pending).await?;
        if priority.flagged_by.is_empty() {
            return Ok(());
        }
        let mut conn = self.db.read().await?;
        let (id,): (uuid::Uuid,) = fetch_one!(
            &mut conn,
            (uuid::Uuid,),
            "select p.id from priority_areas p join agreements a on a.id = p.agreement_id \
             where a.slug = $1 and p.title = $2 and p.rank is not null",
            slug,
            priority.title
        )?;
        drop(conn);
        priorities::flag(self.db, self.by(&priority.flagged_by, at)?, slug, PriorityId(id), true).await
    }

    async fn step(&mut self, address: &str, step: Step, at: DateTime<Utc>) -> Result<(), AppError> {
        let by = self.by(&step.by, at)?;
        let place = self.at(address).await?;
        if step.text.is_some() || step.market.is_some() {
            let form = StepForm {
                text_status: step.text.unwrap_or_default(),
                market_status: step.market.unwrap_or_default(),
                reason: step.reason,
                override_brackets: step.override_brackets,
            };
            return chapters::record_step(self.db, by, place, form).await;
        }
        if let Some(reason) = step.park {
            return chapters::set_parked(self.db, by, place, true, reason).await;
        }
        if step.unpark == Some(true) {
            return chapters::set_parked(self.db, by, place, false, step.reason).await;
        }
        if let Some(escalate) = step.escalate {
            return chapters::escalate(self.db, by, place, escalate.to, escalate.question).await;
        }
        if let Some(answer) = step.answer {
            return chapters::answer_escalation(self.db, by, place, answer).await;
        }
        let mut card = self.cards.get(address).cloned().unwrap_or_default();
        if let Some(brackets) = step.brackets {
            card.open_brackets = brackets.to_string();
            self.cards.insert(address.to_owned(), card.clone());
        }
        self.edit(&step.by, address, ChapterForm { note: step.note, reason: step.reason, ..card }, at).await
    }
}
