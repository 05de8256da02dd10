//! Who sees what: a value planted in every field of the domain's table is shown exactly to whom the table allows, and what is done
//! above a reader's clearance changes nothing the reader is shown.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::ids::ChapterId;
use accord_domain::paper::PaperKind;
use accord_exchange::{calendar as exchange_calendar, tables};
use accord_language::{Locale, Speaker};
use accord_store::actor::roles_in;
use accord_store::clock::HOME_ZONE;
use accord_store::commands::action_point_steps::put_off;
use accord_store::commands::action_points::{ActionPointForm, At, agree};
use accord_store::commands::agreements::{self, AgreementForm, RatificationForm};
use accord_store::commands::chapters::{self, ChapterForm, StepForm};
use accord_store::commands::consultations::{ConsultationForm, InvitationForm, invite, open};
use accord_store::commands::documents::{self, DocumentForm, DraftForm};
use accord_store::commands::events::{self, EventForm};
use accord_store::commands::grants;
use accord_store::commands::meeting_sessions::{self, ItemForm, SessionForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::milestones::{self, MilestoneForm};
use accord_store::commands::papers::{self, PaperForm};
use accord_store::commands::priority_proposals::{Wanted, propose};
use accord_store::commands::programme::{CellForm, CountryForm, SectorForm, add_country, add_sector, fill};
use accord_store::commands::publications::publish;
use accord_store::commands::trade::figures::{FigureForm, ValueForm, record};
use accord_store::commands::trade::targets::{TargetForm, set as set_target};
use accord_store::commands::trade::{SourceForm, SubjectForm};
use accord_store::queries::barriers;
use accord_store::queries::bodies;
use accord_store::queries::changes::{Of, recent};
use accord_store::queries::document::About;
use accord_store::queries::house_meetings;
use accord_store::queries::portfolio::{Filters, load_all};
use accord_store::queries::trade::bilateral;
use accord_store::queries::{action_points, agreement, calendar, chapter, document, meeting, priorities, timeline};
use accord_store::queries::{consultations, programme, stakeholders};

use crate::briefs::{begun, peru_itself, written};
use crate::harness::{Bench, Fault, Outcome};
use crate::reports::summed_up;
use crate::world::{self, PERU, World, adding, area_form, email, event, market, now, person, portfolio, round, text};

on_both!(
    a_value_is_shown_exactly_to_whom_the_table_allows,
    nobody_without_a_role_is_shown_anything,
    what_is_done_above_a_clearance_leaves_no_mark_below_it,
    confidential_words_are_not_searched,
    a_relative_one_may_not_see_is_not_named_in_the_record,
    below_the_partner_there_are_no_chapters,
    a_note_is_shown_in_the_chapter_of_the_team_alone,
    a_record_keeps_the_clearance_it_was_written_with,
);

fn speaker() -> Speaker {
    Speaker { locale: Locale::EnIn, zone: HOME_ZONE, now: now() }
}

type Shown = BTreeMap<&'static str, String>;

/// Everything the reader is shown by any query and any export, as text; what is not found shows nothing.
async fn shown(world: &World, actor: &Actor) -> Result<Shown, Fault> {
    let (db, mut shown) = (&world.bench.db, Shown::new());
    for (name, filters) in [("portfolio", Filters::default()), ("archived", Filters { archived: true, ..Filters::default() })] {
        let found = portfolio(db, actor, &filters).await?;
        shown.insert(name, format!("{found:?}"));
        if name == "portfolio" {
            shown.insert(
                "portfolio table",
                String::from_utf8(tables::portfolio(&speaker(), &load_all(db, actor, &filters, now().date_naive()).await?).csv()?)?,
            );
        }
    }
    let agreement = match agreement::load(db, actor, PERU).await {
        Ok(view) => {
            if let Some(marks) = &view.chapters {
                shown.insert("chapter table", String::from_utf8(tables::chapters(&speaker(), PERU, marks).csv()?)?);
            }
            shown.insert("agreement", format!("{view:?}"));
            Some(view.id)
        }
        Err(AppError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    match priorities::load(db, actor, PERU).await {
        Ok(view) => {
            shown.insert("priorities", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    match action_points::list(db, actor, PERU).await {
        Ok(view) => {
            shown.insert("action points", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    shown.insert("trade", format!("{:?}", bilateral::load(db, actor, "IN", "PE").await?));
    match programme::load(db, actor).await {
        Ok(view) => {
            shown.insert("programme", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    match consultations::list(db, actor, PERU).await {
        Ok(view) => {
            shown.insert("consultations", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    match barriers::list::load(db, actor, &barriers::filters::Filters::default(), true).await {
        Ok(view) => {
            shown.insert("barriers", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    shown.insert("published barriers", format!("{:?}", barriers::public::all(db, actor).await?));
    shown.insert("bodies", format!("{:?}", bodies::all(db, actor, now().date_naive()).await?));
    match house_meetings::conferences(db, actor, now().date_naive()).await {
        Ok(view) => {
            shown.insert("conferences", format!("{view:?}"));
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    match stakeholders::list(db, actor).await {
        Ok(lines) => {
            let mut told = format!("{lines:?}");
            for line in &lines {
                told += &format!("{:?}", stakeholders::load(db, actor, line.id).await?);
            }
            shown.insert("stakeholders", told);
        }
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    let view = calendar::load(db, actor, now().date_naive()).await?;
    let feed = exchange_calendar::feed(&speaker(), "https://accord.example", &actor.name, &view);
    shown.insert("calendar", feed.replace("\r\n ", ""));
    shown.insert("timeline", format!("{:?}", timeline::load(db, actor, timeline::Of::Portfolio, None).await?));
    for (name, address) in [("goods", "goods"), ("services", "services"), ("origin", "rules-of-origin")] {
        match chapter::load(db, actor, PERU, address).await {
            Ok(view) => {
                shown.insert(name, format!("{view:?}"));
            }
            Err(AppError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    for address in ["round-9", "round-10", "round-11", "internal-preparation", "round-12"] {
        match meeting::load(db, actor, PERU, address).await {
            Ok(view) => {
                shown.insert(address, format!("{view:?}"));
            }
            Err(AppError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    for (name, about, number) in [
        ("first brief", peru_itself(), 1),
        ("second brief", peru_itself(), 2),
        ("first report", of_round(), 1),
        ("second report", of_round(), 2),
    ] {
        match document::load(db, actor, &about, Some(number)).await {
            Ok(view) => {
                shown.insert(name, format!("{view:?}"));
            }
            Err(AppError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let known = agreement::load(db, &world.chief, PERU).await?.id;
    assert!(agreement.is_none_or(|id| id == known));
    shown.insert("changes", format!("{:?}", recent(db, actor, Of::Agreement(known), 1_000).await?));
    let goods = chapter::load(db, &world.chief, PERU, "goods").await?.id;
    shown.insert("changes of goods", format!("{:?}", recent(db, actor, Of::Chapter(goods), 1_000).await?));
    shown.insert("changes of all", format!("{:?}", recent(db, actor, Of::Portfolio, 1_000).await?));
    Ok(shown)
}

/// A value planted in a field, and the queries that show it to whom the field is cleared for.
struct Canary {
    field: Field,
    sings: &'static str,
    places: &'static [&'static str],
}

const fn canary(field: Field, sings: &'static str, places: &'static [&'static str]) -> Canary {
    Canary { field, sings, places }
}

const CANARIES: &[Canary] = &[
    canary(Field::Agreement, "canary name", &["portfolio", "portfolio table", "agreement", "goods", "changes"]),
    canary(Field::Agreement, "canary objective", &["agreement", "changes"]),
    canary(Field::Stage, "Negotiating", &["portfolio", "portfolio table", "agreement", "goods"]),
    canary(Field::HeldEvent, "canary held", &["agreement"]),
    canary(Field::PlannedEvent, "canary planned", &["agreement"]),
    canary(Field::PlannedEvent, "signed 2026-07-09", &["changes"]),
    canary(Field::Ratification, "canary ratification", &["agreement"]),
    canary(Field::TextTrack, "canary title", &["chapter table", "agreement", "goods", "changes", "changes of goods"]),
    canary(Field::TextTrack, "ConsolidatedText", &["portfolio", "agreement", "goods"]),
    canary(Field::TextTrack, "consolidated-text", &["changes", "changes of goods", "changes of all"]),
    canary(Field::Leads, "canary chief", &["agreement", "changes"]),
    canary(Field::Leads, "canary ours", &["goods", "changes", "changes of goods"]),
    canary(Field::Leads, "canary theirs", &["goods", "changes"]),
    canary(Field::TargetRound, "canary round", &["goods", "changes"]),
    canary(Field::OpenBrackets, "4321", &["portfolio", "portfolio table", "chapter table", "agreement", "goods", "changes"]),
    canary(Field::Reason, "canary reason of the step", &["goods", "changes", "changes of goods", "changes of all"]),
    canary(Field::Reason, "canary reason of the card", &["goods", "changes", "changes of goods"]),
    canary(Field::Reason, "canary reason of the agreement", &["changes"]),
    canary(Field::Reason, "canary reason of the correction", &["agreement", "changes"]),
    canary(Field::Reason, "canary reason of the withdrawal", &["agreement", "changes"]),
    canary(Field::Reason, "canary reason of the archive", &["changes"]),
    canary(Field::Reason, "canary reason of the override", &["changes", "changes of all"]),
    canary(Field::Reason, "override", &["changes"]),
    canary(Field::MarketAccess, "ImprovedOffers", &["portfolio", "agreement", "goods"]),
    canary(Field::MarketAccess, "improved-offers", &["changes", "changes of goods", "changes of all"]),
    canary(Field::MarketAccess, "Improved offers", &["chapter table"]),
    canary(Field::Parked, "canary parked", &["goods", "changes", "changes of goods", "changes of all"]),
    canary(Field::Parked, "canary unparked", &["changes", "changes of all"]),
    canary(Field::Parked, "parked: true", &["portfolio", "agreement"]),
    canary(Field::Parked, "\"parked\"", &["changes", "changes of goods", "changes of all"]),
    canary(Field::Parked, "Yes", &["chapter table"]),
    canary(Field::Escalated, "canary question", &["goods", "changes", "changes of goods", "changes of all"]),
    canary(Field::Escalated, "canary answer", &["changes", "changes of all"]),
    canary(Field::Escalated, "escalated: true", &["portfolio", "agreement"]),
    canary(Field::Escalated, "\"escalate\"", &["changes", "changes of goods", "changes of all"]),
    canary(Field::HeldRound, "canary lima", &["agreement", "changes", "round-9"]),
    canary(Field::HeldRound, "canary of the round", &["changes", "round-9"]),
    canary(Field::PlannedMeeting, "canary santiago", &["agreement", "changes", "round-10"]),
    canary(Field::PlannedMeeting, "\"round-10\"", &["portfolio", "agreement", "changes"]),
    canary(Field::MeetingHeads, "canary head", &["changes", "round-9"]),
    canary(Field::SharedAgenda, "canary shared item", &["changes", "changes of goods", "round-9"]),
    canary(Field::SharedAgenda, "canary shared paper", &["changes", "changes of goods", "round-9"]),
    canary(Field::Minutes, "canary own paper", &["changes", "changes of goods", "round-9"]),
    canary(Field::InternalNote, "canary paper of the team", &["changes", "changes of goods", "round-9"]),
    canary(Field::Outcome, "canary outcome", &["goods", "changes", "changes of goods", "round-9"]),
    canary(Field::DraftMeeting, "canary draft", &["agreement", "changes", "round-11"]),
    canary(Field::DraftMeeting, "canary preparation", &["agreement", "changes", "internal-preparation"]),
    canary(Field::DraftMeeting, "canary prepared item", &["changes", "changes of goods", "internal-preparation"]),
    canary(Field::Delegates, "canary delegate", &["changes", "round-9"]),
    canary(Field::Delegates, "canary calling off", &["changes", "round-12"]),
    canary(Field::Minutes, "canary minutes", &["round-9"]),
    canary(Field::Minutes, "canary own item", &["changes", "changes of goods", "round-9"]),
    canary(Field::ActionPoint, "canary action point", &["agreement", "goods", "action points", "changes", "changes of goods"]),
    canary(Field::ActionPoint, "canary owner", &["agreement", "goods", "action points", "changes"]),
    canary(Field::ActionPoint, "canary why later", &["changes", "changes of goods"]),
    canary(Field::Priorities, "canary priority", &["agreement", "goods", "priorities", "changes", "changes of goods"]),
    canary(Field::Priorities, "canary of a proposal", &["priorities", "changes"]),
    canary(Field::Priorities, "canary why", &["priorities", "changes"]),
    canary(Field::Milestone, "canary milestone", &["timeline", "changes"]),
    canary(Field::InternalNote, "canary note on goods", &["goods", "changes", "changes of goods"]),
    canary(Field::InternalNote, "canary note on services", &["services", "changes"]),
    canary(Field::Brief, "canary approved brief", &["first brief"]),
    canary(Field::BriefDraft, "canary unapproved", &["second brief", "changes"]),
    canary(Field::BriefRaised, "canary raised", &["changes"]),
    canary(Field::Report, "canary published report", &["first report"]),
    canary(Field::ReportDraft, "canary unpublished", &["second report", "changes"]),
    canary(Field::TradeFigure, "canary figure", &["trade"]),
    canary(Field::TradeTarget, "canary target", &["trade"]),
    canary(Field::Programme, "canary programme", &["programme"]),
    canary(Field::Consultation, "canary consultation", &["consultations", "goods", "stakeholders"]),
    canary(Field::Consultation, "canary stakeholder", &["stakeholders", "changes"]),
    canary(Field::Barrier, "canary barrier", &["barriers", "goods"]),
    canary(Field::PublicBarrier, "canary public", &["published barriers"]),
    canary(Field::StandingBody, "canary body", &["bodies"]),
    canary(Field::HouseMeeting, "canary conference", &["conferences"]),
];

/// Plants a value in every field.
pub async fn plant(world: &World) -> Outcome {
    let db = &world.bench.db;
    let by = || world.by(&world.chief);
    let typed = AgreementForm {
        name: "India–Peru, canary name".into(),
        objective: "canary objective".into(),
        home_chief: "canary chief".into(),
        reason: "canary reason of the agreement".into(),
        ..world::peru()
    };
    agreements::edit(db, by(), PERU.into(), typed, 1).await?;
    let noted = |note: &str, form| EventForm { note: note.into(), ..form };
    events::record(db, by(), PERU.into(), noted("canary held", event("round-held", "2026-03-01", true))).await?;
    events::record(db, by(), PERU.into(), noted("canary planned", event("signed", "2026-07-09", false))).await?;
    let wrong = world.held("launched", "2025-01-01").await?;
    let why = "canary reason of the correction".to_owned();
    let second = events::correct(db, by(), PERU.into(), wrong, event("launched", "2025-01-02", true), why).await?;
    events::withdraw(db, by(), PERU.into(), second, "canary reason of the withdrawal".into()).await?;
    let step = RatificationForm {
        party: "PE".into(),
        step: "parliament-approval".into(),
        date: "2026-02".into(),
        publisher: "canary ratification".into(),
        illustrative: false,
    };
    agreements::record_ratification(db, by(), PERU.into(), step, now().date_naive()).await?;
    let card = ChapterForm {
        number: "2".into(),
        title: "canary title".into(),
        our_lead: "canary ours".into(),
        their_lead: "canary theirs".into(),
        line_ministry: "Commerce".into(),
        target_round: "canary round".into(),
        open_brackets: "4321".into(),
        note: Some("canary note on goods".into()),
        reason: "canary reason of the card".into(),
        ..ChapterForm::default()
    };
    chapters::edit(db, by(), world.at("goods").await?, card).await?;
    let moved = StepForm { market_status: "improved-offers".into(), ..text("consolidated-text", "canary reason of the step") };
    world.step(&world.lead, "goods", moved).await??;
    chapters::set_parked(db, by(), world.at("goods").await?, true, "canary parked".into()).await?;
    chapters::escalate(db, by(), world.at("goods").await?, "ministers".into(), "canary question".into()).await?;
    let services = ChapterForm { number: "8".into(), note: Some("canary note on services".into()), ..ChapterForm::default() };
    chapters::edit(db, by(), world.at("services").await?, services).await?;
    let origin = "rules-of-origin";
    let brackets = ChapterForm { number: "3".into(), open_brackets: "0".into(), ..ChapterForm::default() };
    chapters::edit(db, by(), world.at(origin).await?, ChapterForm { open_brackets: "5".into(), ..brackets.clone() }).await?;
    chapters::set_parked(db, by(), world.at(origin).await?, true, "canary parked".into()).await?;
    chapters::set_parked(db, by(), world.at(origin).await?, false, "canary unparked".into()).await?;
    chapters::escalate(db, by(), world.at(origin).await?, "ministers".into(), "canary question".into()).await?;
    chapters::answer_escalation(db, by(), world.at(origin).await?, "canary answer".into()).await?;
    let closed = StepForm { override_brackets: true, ..text("closed", "canary reason of the override") };
    chapters::record_step(db, by(), world.at(origin).await?, closed).await?;
    chapters::edit(db, by(), world.at(origin).await?, brackets).await?;
    plant_meetings(world).await?;
    propose(db, by(), PERU.into(), adding("canary priority", "goods"), "canary why".into(), true).await?;
    let below = Wanted::Add { rank: "2".into(), area: area_form("canary of a proposal", "goods") };
    propose(db, world.by(&world.lead), PERU.into(), below, "canary why".into(), false).await?;
    let point = ActionPointForm {
        title: "canary action point".into(),
        owner: "canary owner".into(),
        meeting: "round-9".into(),
        ..world::action_point("goods", "2026-03-20")
    };
    agree(db, world.by(&world.lead), PERU.into(), point).await?;
    let at = At { slug: PERU.into(), number: 1, version: 1 };
    put_off(db, by(), at, "2026-03-25".into(), "canary why later".into()).await?;
    let milestone = MilestoneForm {
        kind: "summit".into(),
        title: "canary milestone".into(),
        date: "2026-09".into(),
        publisher: "The Gazette".into(),
        agreements: vec![PERU.into()],
        ..MilestoneForm::default()
    };
    milestones::record(db, by(), milestone).await?;
    for (archived, reason) in [(true, "canary reason of the archive"), (false, "Back")] {
        agreements::set_archived(db, by(), PERU.into(), archived, reason.into()).await?;
    }
    documents::draft(db, by(), peru_itself(), begun("en-IN")).await?;
    documents::edit(db, by(), peru_itself(), written("canary approved brief"), 1).await?;
    documents::approve(db, by(), peru_itself(), 2).await?;
    let raised = |text| DocumentForm { clearance: "principals".into(), ..written(text) };
    documents::edit(db, by(), peru_itself(), raised("canary raised"), 3).await?;
    documents::edit(db, by(), peru_itself(), raised("Nothing"), 4).await?;
    documents::edit(db, by(), peru_itself(), written("canary unapproved"), 5).await?;
    let renewed = DocumentForm { regenerate: true, ..written("canary unapproved") };
    chapters::set_parked(db, by(), world.at("services").await?, true, "canary parked".into()).await?;
    documents::edit(db, by(), peru_itself(), renewed, 6).await?;
    plant_of_the_house(world).await?;
    plant_report(world).await
}

/// A trade figure, a cell of the export programme, and a consultation on goods.
async fn plant_of_the_house(world: &World) -> Outcome {
    let db = &world.bench.db;
    let keeper = person(&world.bench, "canary-keeper", &[HouseRight::EditTradeFigures, HouseRight::EditProgramme]).await?;
    let by = || world.by(&keeper);
    let figure = FigureForm {
        subject: SubjectForm {
            reporter: "IN".into(),
            partner: "PE".into(),
            traded: "goods".into(),
            flow: "total".into(),
            currency: "USD".into(),
            period: "2023".into(),
            ..SubjectForm::default()
        },
        value: ValueForm { value: "3".into(), scale: "billion".into() },
        source: SourceForm { publisher: "canary figure".into(), ..SourceForm::default() },
    };
    record(db, by(), figure).await?;
    let target = TargetForm {
        reporter: "IN".into(),
        partner: "PE".into(),
        traded: "goods".into(),
        flow: "total".into(),
        currency: "USD".into(),
        value: ValueForm { value: "9".into(), scale: "billion".into() },
        by: "2030".into(),
        publisher: "canary target".into(),
        ..TargetForm::default()
    };
    set_target(db, by(), target).await?;
    let sector = SectorForm { kind: "goods".into(), name: "Tea".into(), publisher: "x".into(), illustrative: false };
    add_sector(db, by(), sector).await?;
    add_country(db, by(), CountryForm { country: "CO".into(), publisher: "x".into(), illustrative: false }).await?;
    let cell = CellForm {
        status: "on-course".into(),
        currency: "USD".into(),
        next_step: "canary programme".into(),
        ..CellForm::default()
    };
    fill(db, by(), "CO".into(), "tea".into(), 0, cell).await?;
    let consultation = ConsultationForm {
        title: "canary consultation".into(),
        chapter: "goods".into(),
        closes_on: "2099-01-01".into(),
        lines: "8703".into(),
        ..ConsultationForm::default()
    };
    let number = open(db, world.by(&world.lead), PERU.into(), consultation).await?;
    let asked = InvitationForm { name: "canary stakeholder".into(), kind: "exporter".into(), anyway: false };
    invite(db, world.by(&world.lead), PERU.into(), number, asked).await?;
    crate::barriers::plant_canaries(world).await?;
    crate::house_meetings::plant_canaries(world).await
}

/// The report of the round held.
fn of_round() -> About {
    About::Meeting(PERU.into(), "round-9".into())
}

/// A report published to everybody, and a draft after it, meant for the delegation.
async fn plant_report(world: &World) -> Outcome {
    let db = &world.bench.db;
    let by = || world.by(&world.chief);
    documents::draft(db, by(), of_round(), DraftForm { clearance: "public".into(), ..begun("en-IN") }).await?;
    documents::edit(db, by(), of_round(), summed_up("canary published report", "public"), 1).await?;
    documents::approve(db, by(), of_round(), 2).await?;
    publish(db, by(), of_round(), true, 3).await?;
    documents::edit(db, by(), of_round(), summed_up("canary unpublished", "delegation"), 4).await?;
    Ok(())
}

/// A round held, one announced, one in draft, an internal preparation announced, and a round called off after it was announced.
async fn plant_meetings(world: &World) -> Outcome {
    let db = &world.bench.db;
    let plan = async |form: MeetingForm| meetings::plan(db, world.by(&world.chief), PERU.into(), form).await;
    let held = MeetingForm {
        place: "canary lima".into(),
        note: "canary of the round".into(),
        our_head: "canary head".into(),
        our_delegates: "canary delegate".into(),
        ..round("2026-03-09..11")
    };
    plan(held).await?;
    let item = |title: &str, shared| ItemForm { title: title.into(), shared, ..ItemForm::default() };
    let form = SessionForm {
        items: vec![item("canary shared item", true), item("canary own item", false)],
        minutes: "canary minutes".into(),
        outcome: "canary outcome".into(),
        ..SessionForm::default()
    };
    write(world, "round-9", form).await?;
    for (title, audience) in
        [("canary shared paper", "partner"), ("canary own paper", "delegation"), ("canary paper of the team", "chapter-team")]
    {
        let form = PaperForm {
            title: title.into(),
            audience: audience.into(),
            file_name: "a.txt".into(),
            kind: PaperKind::PlainText,
            bytes: title.into(),
        };
        let at = papers::At { slug: PERU.into(), meeting: "round-9".into(), chapter: "goods".into() };
        papers::put(db, world.by(&world.lead), at, form).await?;
    }
    world.take_to("round-9", &["open", "in-progress", "closed"], "").await?;
    plan(MeetingForm { number: "10".into(), place: "canary santiago".into(), ..round("2026-05-04..06") }).await?;
    world.take_to("round-10", &["open"], "").await?;
    plan(MeetingForm { number: "11".into(), place: "canary draft".into(), ..round("2026-06") }).await?;
    let preparation = MeetingForm {
        kind: "internal-preparation".into(),
        address: "internal-preparation".into(),
        number: String::new(),
        place: "canary preparation".into(),
        ..round("2026-05-20")
    };
    plan(preparation).await?;
    let prepared = SessionForm { items: vec![item("canary prepared item", true)], ..SessionForm::default() };
    write(world, "internal-preparation", prepared).await?;
    world.take_to("internal-preparation", &["open"], "").await?;
    plan(MeetingForm { number: "12".into(), ..round("2026-07") }).await?;
    world.take_to("round-12", &["open"], "").await?;
    world.take_to("round-12", &["called-off"], "canary calling off").await
}

/// Puts goods on a meeting's programme and writes in the session.
async fn write(world: &World, meeting: &str, form: SessionForm) -> Outcome {
    let (db, chapter) = (&world.bench.db, "goods".to_owned());
    meeting_sessions::add(db, world.by(&world.lead), PERU.into(), meeting.into(), chapter.clone(), false).await?;
    let at = meeting_sessions::At { slug: PERU.into(), meeting: meeting.into(), chapter, version: 1 };
    Ok(meeting_sessions::save(db, world.by(&world.lead), at, form).await?)
}

/// The reader's clearance where a canary sits.
async fn clearance(world: &World, actor: &Actor, sings: &str) -> Result<Option<Clearance>, Fault> {
    let view = agreement::load(&world.bench.db, &world.chief, PERU).await?;
    let roles = roles_in(&mut world.bench.db.read().await?, actor, view.id).await?;
    let id =
        async |address| -> Result<ChapterId, Fault> { Ok(chapter::load(&world.bench.db, &world.chief, PERU, address).await?.id) };
    Ok(match sings {
        "canary note on goods" | "canary paper of the team" => roles.clearance_in_chapter(id("goods").await?),
        "canary note on services" => roles.clearance_in_chapter(id("services").await?),
        // Figures, standing bodies and what is published of barriers are of no agreement: whoever has an account reads them.
        "canary figure" | "canary public" | "canary body" => Some(Clearance::Public),
        _ => roles.clearance(),
    })
}

async fn a_value_is_shown_exactly_to_whom_the_table_allows(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plant(&world).await?;
    for field in Field::ALL {
        assert!(CANARIES.iter().any(|canary| canary.field == field), "nothing is planted in {}", field.code());
    }
    for (name, actor) in world.everybody() {
        let shown = shown(&world, actor).await?;
        for canary in CANARIES {
            let cleared =
                clearance(&world, actor, canary.sings).await?.is_some_and(|clearance| clearance >= canary.field.clearance());
            for (place, text) in &shown {
                if cleared && canary.places.contains(place) {
                    assert!(text.contains(canary.sings), "{name} should see {:?} in {place}: {text}", canary.sings);
                }
                assert!(cleared || !text.contains(canary.sings), "{name} must not see {:?} in {place}: {text}", canary.sings);
            }
            assert!(!cleared || canary.places.iter().all(|place| shown.contains_key(place)), "{name} lacks a page");
        }
        // A heading alone would tell that there is something to hide.
        let head = shown.get("chapter table").and_then(|table| table.lines().next()).unwrap_or_default();
        let delegation = matches!(name, "principal" | "chief" | "lead" | "member" | "official");
        assert_eq!(head.contains("Parked"), delegation, "{name}: {head}");
        assert_eq!(head.contains("Market access"), delegation, "{name}: {head}");
    }
    Ok(())
}

async fn nobody_without_a_role_is_shown_anything(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plant(&world).await?;
    for actor in [&world.stranger, &world.admin] {
        let shown = shown(&world, actor).await?;
        for page in ["agreement", "priorities", "goods", "services", "origin", "chapter table"] {
            assert!(!shown.contains_key(page));
        }
        assert_eq!(shown["portfolio"], "Portfolio { rows: [], total: 0, parties: [] }");
        assert_eq!(shown["portfolio table"].lines().count(), 1);
        for changes in ["timeline", "changes", "changes of goods", "changes of all"] {
            assert_eq!(shown[changes], "[]");
        }
    }
    Ok(())
}

/// What is done in the talks' own rooms, one thing after the other.
async fn in_confidence(world: &World, turn: usize) -> Result<Option<&'static str>, Fault> {
    let (db, by) = (&world.bench.db, world.by_after(&world.chief, 60 + turn as i64));
    let (goods, services) = (world.at("goods").await?, world.at("services").await?);
    let done = match turn {
        0 => ("parking", chapters::set_parked(db, by, goods, true, "Waiting".into()).await),
        1 => ("unparking", chapters::set_parked(db, by, goods, false, "It came".into()).await),
        2 => ("escalating", chapters::escalate(db, by, goods, "ministers".into(), "May we?".into()).await),
        3 => ("answering", chapters::answer_escalation(db, by, goods, "Yes".into()).await),
        4 => ("market access forward", chapters::record_step(db, by, services, market("agreed", "")).await),
        5 => ("market access back", chapters::record_step(db, by, services, market("offers-exchanged", "Sugar")).await),
        6 => {
            let card = ChapterForm {
                number: "2".into(),
                note: Some("Between us".into()),
                reason: "A note".into(),
                ..ChapterForm::default()
            };
            ("a note", chapters::edit(db, by, goods, card).await)
        }
        7 => {
            let card = ChapterForm { number: "2".into(), reason: "Nothing changed".into(), ..ChapterForm::default() };
            ("an empty edit", chapters::edit(db, by, goods, card).await)
        }
        8 => {
            person(&world.bench, "new", &[]).await?;
            ("a role", world.grant(PERU, "new", "chapter-lead", "services", "").await)
        }
        9 => {
            let people = agreement::load(db, &world.chief, PERU).await?.people.unwrap_or_default();
            let grant = people.into_iter().find(|line| line.email == email("new")).ok_or("no role")?.id;
            ("a role taken back", grants::revoke(db, by, PERU.into(), grant).await)
        }
        10 => {
            let refused = chapters::record_step(db, by, goods, text("not-started", "")).await;
            ("a step refused", refused.err().map_or(Err(AppError::NotFound), |_| Ok(())))
        }
        11 => ("a priority", propose(db, by, PERU.into(), adding("Sugar", "goods"), "Ours".into(), true).await.map(|_| ())),
        12 => {
            let by = world.by_after(&world.lead, 60 + turn as i64);
            ("a proposal", propose(db, by, PERU.into(), adding("Rice", "goods"), "Theirs".into(), false).await.map(|_| ()))
        }
        13 => ("an action point", agree(db, by, PERU.into(), world::action_point("goods", "2026-03-20")).await.map(|_| ())),
        14 => {
            let at = At { slug: PERU.into(), number: 1, version: 1 };
            ("an action point put off", put_off(db, by, at, "2026-03-25".into(), "They asked".into()).await)
        }
        _ => return Ok(None),
    };
    done.1?;
    Ok(Some(done.0))
}

async fn what_is_done_above_a_clearance_leaves_no_mark_below_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.step(&world.lead, "goods", text("proposals-exchanged", "")).await??;
    world.step(&world.lead, "goods", text("consolidated-text", "")).await??;
    let (partner, official) = (shown(&world, &world.partner).await?, shown(&world, &world.official).await?);
    let mut turn = 0;
    while let Some(what) = in_confidence(&world, turn).await? {
        assert_eq!(shown(&world, &world.partner).await?, partner, "the partner notices {what}");
        assert_eq!(shown(&world, &world.stranger).await?.len(), 11);
        turn += 1;
    }
    assert_eq!(turn, 15);
    // A note is above the official, who is of the delegation, too.
    let before = shown(&world, &world.official).await?;
    assert_ne!(before, official);
    let card = ChapterForm { number: "2".into(), note: Some("Between the two of us".into()), ..ChapterForm::default() };
    chapters::edit(&world.bench.db, world.by(&world.lead), world.at("goods").await?, card).await?;
    assert_eq!(shown(&world, &world.official).await?, before, "the official notices a note");
    Ok(())
}

async fn confidential_words_are_not_searched(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plant(&world).await?;
    for (words, found) in
        [("canary", 1), ("canary name", 1), ("parked", 0), ("question", 0), ("note", 0), ("reason", 0), ("4321", 0), ("ours", 0)]
    {
        for actor in [&world.partner, &world.official, &world.chief] {
            let filters = Filters { words: words.into(), ..Filters::default() };
            assert_eq!(portfolio(&world.bench.db, actor, &filters).await?.total, found, "{words}");
        }
    }
    Ok(())
}

async fn a_relative_one_may_not_see_is_not_named_in_the_record(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreements::open(db, world.by(&world.chief), world::agreement("secret", "A canary of a treaty")).await?;
    agreements::relate(db, world.by(&world.chief), PERU.into(), "expands".into(), "secret".into()).await?;
    for actor in [&world.partner, &world.official, &world.lead, &world.principal] {
        for (place, text) in shown(&world, actor).await? {
            assert!(!text.contains("canary"), "{place}: {text}");
        }
    }
    assert!(shown(&world, &world.chief).await?["changes"].contains("expands A canary of a treaty"));
    // Who comes to have a role in both is told.
    world.grant("secret", "official", "official", "", "").await?;
    assert!(shown(&world, &world.official).await?["changes"].contains("expands A canary of a treaty"));
    Ok(())
}

async fn below_the_partner_there_are_no_chapters(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plant(&world).await?;
    // No role has the public's clearance yet; the queries know it all the same.
    world.bench.tamper("update grants set agreement_rank = 0, chapter_rank = 0 where role = 'partner'").await?;
    let row = portfolio(&world.bench.db, &world.partner, &Filters::default()).await?.rows.remove(0);
    assert!(row.chapters.is_none() && row.closed() == 0 && row.open_brackets == 0 && row.last_moved.is_none());
    assert_eq!(chapter::load(&world.bench.db, &world.partner, PERU, "goods").await.err(), Some(AppError::NotFound));
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    let told = recent(&world.bench.db, &world.partner, Of::Agreement(id), 1_000).await?;
    assert!(
        told.iter().all(|change| matches!(change.subject.as_str(), "agreement" | "event" | "meeting" | "report"))
            && !told.is_empty(),
        "{told:?}"
    );
    assert!(told.iter().all(|change| change.field != "chief_negotiators" && change.reason.is_none()));
    // Of a round that was held, the public knows neither the heads nor the delegates.
    let round = meeting::load(&world.bench.db, &world.partner, PERU, "round-9").await?;
    assert!(round.delegations.is_none() && round.confidences.is_none());
    assert_eq!(meeting::load(&world.bench.db, &world.partner, PERU, "round-10").await.err(), Some(AppError::NotFound));
    assert!(row.next_meeting.is_none());
    Ok(())
}

async fn a_note_is_shown_in_the_chapter_of_the_team_alone(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plant(&world).await?;
    world.grant(PERU, "official", "team-member", "services", "").await?;
    for (name, actor, goods, services) in [
        ("principal", &world.principal, true, true),
        ("chief", &world.chief, true, true),
        ("lead", &world.lead, true, false),
        ("member", &world.member, true, false),
        ("official and member", &world.official, false, true),
        ("partner", &world.partner, false, false),
    ] {
        let sees = async |address| chapter::load(&world.bench.db, actor, PERU, address).await.map(|view| view.note.is_some());
        assert_eq!((sees("goods").await?, sees("services").await?), (goods, services), "{name}");
    }
    Ok(())
}

async fn a_record_keeps_the_clearance_it_was_written_with(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let planned = events::record(db, world.by(&world.chief), PERU.into(), event("signed", "2026-03-09", false)).await?;
    events::correct(db, world.by(&world.chief), PERU.into(), planned, event("signed", "2026-03-10", true), "Held".into()).await?;
    let told: Vec<_> = world.news().await?.into_iter().filter(|change| change.subject == "event").map(|c| c.clearance).collect();
    let (planned, held) = (Field::PlannedEvent.clearance().rank(), Field::HeldEvent.clearance().rank());
    assert_eq!(told, [planned, held]);
    Ok(())
}
