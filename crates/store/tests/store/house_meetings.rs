//! Standing bodies, mission conferences and their action plans: kept by who keeps the programme, a mission seeing its own country alone.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::action_point::ActionState;
use accord_domain::house_meeting::Attendance;
use accord_domain::ids::AttendeeId;
use accord_domain::meeting::{MeetingKind, MeetingState};
use accord_domain::paper::PaperKind;
use accord_store::commands::bodies::{self, BodyForm};
use accord_store::commands::house_meetings::attendees::{AttendeeForm, Said, answer, ask, strike};
use accord_store::commands::house_meetings::card::{self, HouseMeetingForm};
use accord_store::commands::house_meetings::papers::{put, withdraw};
use accord_store::commands::house_meetings::plan::{self, LineForm};
use accord_store::commands::papers::PaperForm;
use accord_store::commands::programme::{CountryForm, SectorForm, accredit, add_country, add_sector};
use accord_store::queries::calendar::{self, Holder};
use accord_store::queries::house_meetings::conferences;
use accord_store::queries::house_meetings::papers::file;
use accord_store::queries::house_meetings::plan::load as line;
use accord_store::queries::house_meetings::single::{HouseMeetingView, load};
use accord_store::queries::{bodies as read, programme, work};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, email, now, person};

on_both!(
    a_conference_is_planned_opened_and_closed,
    a_mission_sees_and_moves_the_lines_of_its_own_country_alone,
    who_sees_what_of_a_body,
    who_is_asked_answers_and_is_taken_off,
    a_mission_answers_for_its_own_people_until_the_meeting_is_held,
    a_calendar_holds_those_its_person_may_know_of,
    what_others_said_of_those_asked_is_not_reverted,
    a_paper_for_headquarters_is_no_missions,
    a_line_is_put_off_dropped_and_taken_up_with_reasons,
    what_is_planned_stands_beside_the_cell_and_in_my_work,
    what_was_called_off_takes_nothing_more,
    stale_versions_are_conflicts,
    faults_are_refused_beside_their_fields,
);

/// Something in every table of bodies and of meetings that are of no agreement.
pub async fn plant(world: &World) -> Outcome {
    let house = House::over(world, ["BR", "AR"]).await?;
    bodies::found(house.db(), house.by(), body("Commission", "BR AR")).await?;
    let number = house.planned("commission", "2026-02-01").await?;
    ask(house.db(), house.by(), number, guest("Ambassador", "BR")).await?;
    put(house.db(), house.by(), number, paper("missions", "agenda")).await?;
    plan::agree(house.db(), house.by(), number, todo("BR", "Visit", "2026-05-01")).await?;
    Ok(())
}

/// A body whose words are watched for, and a conference whose words are watched for too.
pub async fn plant_canaries(world: &World) -> Outcome {
    let keeper = person(&world.bench, "canary-bodies", &[HouseRight::EditProgramme]).await?;
    let (db, by) = (&world.bench.db, || world.by(&keeper));
    bodies::found(db, by(), body("canary body", "PE")).await?;
    let conference = HouseMeetingForm { title: "canary conference".into(), ..meeting("2026-02-01") };
    let number = card::plan(db, by(), String::new(), conference).await?;
    card::move_to(db, by(), number, 1, "open".into(), String::new()).await?;
    Ok(())
}

/// Who keeps the programme, and the missions to two countries.
struct House<'w> {
    world: &'w World,
    keeper: Actor,
    first: Actor,
    second: Actor,
}

impl<'w> House<'w> {
    async fn of(world: &'w World) -> Result<Self, Fault> {
        Self::over(world, ["PE", "CL"]).await
    }

    async fn over(world: &'w World, countries: [&str; 2]) -> Result<Self, Fault> {
        let db = &world.bench.db;
        let keeper = person(&world.bench, "house-keeper", &[HouseRight::EditProgramme]).await?;
        let first = person(&world.bench, "first-mission", &[HouseRight::Mission]).await?;
        let second = person(&world.bench, "second-mission", &[HouseRight::Mission]).await?;
        for (country, mission) in countries.into_iter().zip(["first-mission", "second-mission"]) {
            let form = CountryForm { country: country.into(), publisher: "The ministry".into(), illustrative: false };
            add_country(db, world.by(&keeper), form).await?;
            accredit(db, world.by(&keeper), email(mission), country.into()).await?;
        }
        let sector = SectorForm { kind: "goods".into(), name: "Leather".into(), publisher: "x".into(), illustrative: false };
        add_sector(db, world.by(&keeper), sector).await?;
        Ok(Self { world, keeper, first, second })
    }

    fn db(&self) -> &'w accord_store::db::Db {
        &self.world.bench.db
    }

    fn by(&self) -> accord_store::changes::Command {
        self.world.by(&self.keeper)
    }

    async fn planned(&self, body: &str, dates: &str) -> Result<i64, AppError> {
        card::plan(self.db(), self.by(), body.into(), meeting(dates)).await
    }

    async fn taken_to(&self, number: i64, states: &[&str]) -> Outcome {
        for state in states {
            let version = load(self.db(), &self.keeper, number).await?.meeting.version;
            card::move_to(self.db(), self.by(), number, version, (*state).into(), "Because".into()).await?;
        }
        Ok(())
    }

    /// A conference that is open, with a line for each of the two countries.
    async fn conference(&self) -> Result<i64, Fault> {
        let number = self.planned("", "2026-02-01").await?;
        self.taken_to(number, &["open"]).await?;
        plan::agree(self.db(), self.by(), number, todo("PE", "Find buyers", "2026-05-01")).await?;
        plan::agree(self.db(), self.by(), number, todo("CL", "Find test houses", "2026-06-01")).await?;
        Ok(number)
    }

    async fn said(&self, actor: &Actor, number: i64, at: i64, version: i64, form: LineForm) -> Result<(), AppError> {
        plan::save(self.db(), self.world.by(actor), number, at, version, form).await
    }
}

fn body(name: &str, countries: &str) -> BodyForm {
    BodyForm { name: name.into(), countries: countries.into(), publisher: "A memorandum".into(), ..BodyForm::default() }
}

fn meeting(dates: &str) -> HouseMeetingForm {
    HouseMeetingForm { mode: "virtual".into(), zone: "Asia/Kolkata".into(), dates: dates.into(), ..HouseMeetingForm::default() }
}

fn guest(name: &str, country: &str) -> AttendeeForm {
    AttendeeForm { name: name.into(), office: "Embassy".into(), country: country.into(), illustrative: false }
}

fn said(attendee: AttendeeId, was: &str, now: &str) -> Said {
    Said { attendee, was: was.into(), now: now.into() }
}

fn todo(country: &str, title: &str, due: &str) -> LineForm {
    LineForm { country: country.into(), title: title.into(), owner: "Mission".into(), due: due.into(), ..LineForm::default() }
}

/// The same line as it is said to stand.
fn stands(line: LineForm, state: &str, progress: &str, reason: &str) -> LineForm {
    LineForm { state: state.into(), progress: progress.into(), reason: reason.into(), ..line }
}

fn paper(audience: &str, title: &str) -> PaperForm {
    PaperForm {
        title: title.into(),
        audience: audience.into(),
        file_name: "note.txt".into(),
        kind: PaperKind::PlainText,
        bytes: title.as_bytes().to_vec(),
    }
}

fn titles(view: &HouseMeetingView) -> Vec<&str> {
    view.lines.iter().map(|line| line.title.as_str()).collect()
}

/// Each field refused, with why.
fn refusals<T>(result: Result<T, AppError>) -> Vec<(String, String)> {
    let errors = result.err().map(|error| error.fields().to_vec()).unwrap_or_default();
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

async fn a_conference_is_planned_opened_and_closed(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.planned("", "2026-02-01..2026-02-03").await?;
    assert_not_found(load(house.db(), &house.first, number).await);
    assert!(conferences(house.db(), &world.official, now().date_naive()).await?.is_empty(), "a draft is its keeper's");
    assert_eq!(conferences(house.db(), &house.keeper, now().date_naive()).await?.len(), 1);
    house.taken_to(number, &["open"]).await?;
    let seen = load(house.db(), &house.first, number).await?;
    assert_eq!((seen.meeting.kind, seen.meeting.state), (MeetingKind::MissionConference, MeetingState::Open));
    assert!(seen.history.is_empty(), "a mission reads no history");
    let early = HouseMeetingForm { outcome: "Agreed".into(), ..meeting("2026-02-01..2026-02-03") };
    assert_refused(card::edit(house.db(), house.by(), number, 2, early.clone()).await, "outcome", "outcome-before-meeting");
    house.taken_to(number, &["in-progress"]).await?;
    card::edit(house.db(), house.by(), number, 3, early).await?;
    house.taken_to(number, &["closed"]).await?;
    let closed = load(house.db(), &world.official, number).await?;
    assert_eq!((closed.meeting.state, closed.meeting.outcome.as_str()), (MeetingState::Closed, "Agreed"));
    assert!(closed.history.iter().any(|change| change.field == "outcome"));
    let later = meeting("2026-02-02");
    assert_refused(card::edit(house.db(), house.by(), number, 5, later).await, "reason", "reason-for-closed-meeting");
    assert_not_found(card::plan(house.db(), world.by(&house.first), String::new(), meeting("2026-02-01")).await);
    assert_whole(&world.bench).await
}

async fn a_mission_sees_and_moves_the_lines_of_its_own_country_alone(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    assert_eq!(titles(&load(house.db(), &house.keeper, number).await?), ["Find test houses", "Find buyers"]);
    assert_eq!(titles(&load(house.db(), &world.official, number).await?).len(), 2);
    assert_eq!(titles(&load(house.db(), &house.first, number).await?), ["Find buyers"]);
    assert_eq!(titles(&load(house.db(), &house.second, number).await?), ["Find test houses"]);
    assert_not_found(line(house.db(), &house.first, number, 2).await);
    let other = stands(todo("CL", "Mine", "2030-01-01"), "done", "", "");
    assert_not_found(house.said(&house.first, number, 2, 1, other).await);
    assert_not_found(house.said(&world.official, number, 1, 1, stands(todo("PE", "x", "2026-05-01"), "done", "", "")).await);
    // What is not a mission's to say is left as it was.
    let own = stands(todo("PE", "Easier", "2030-01-01"), "done", "Three found", "");
    house.said(&house.first, number, 1, 1, LineForm { owner: "Somebody else".into(), ..own }).await?;
    let after = line(house.db(), &house.first, number, 1).await?;
    assert_eq!((after.line.title.as_str(), after.line.owner.as_str()), ("Find buyers", "Mission"));
    assert_eq!((after.line.state, after.line.progress.as_str()), (ActionState::Done, "Three found"));
    assert_eq!(after.line.due.to_string(), "2026-05-01");
    assert_eq!(after.history.first().map(|change| change.actor_name.clone()), Some(house.first.name.clone()));
    for (name, actor) in world.everybody() {
        let reads = load(house.db(), actor, number).await.is_ok();
        let cleared = !matches!(name, "partner" | "admin" | "stranger");
        assert_eq!(reads, cleared, "{name}");
    }
    assert_whole(&world.bench).await
}

async fn who_sees_what_of_a_body(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let today = now().date_naive();
    let address = bodies::found(house.db(), house.by(), body("Joint Commission", "PE")).await?;
    assert_eq!(address, "joint-commission");
    let held = house.planned(&address, "2026-02-01").await?;
    house.taken_to(held, &["open", "in-progress", "closed"]).await?;
    let ahead = house.planned(&address, "2099-02-01").await?;
    house.taken_to(ahead, &["open"]).await?;
    house.planned(&address, "2099-03-01").await?;
    assert_eq!(load(house.db(), &house.first, held).await?.meeting.kind, MeetingKind::JointCommittee);
    assert_not_found(load(house.db(), &house.second, held).await);
    let meetings = |view: read::BodyView| view.meetings.map(|lines| lines.len());
    assert_eq!(meetings(read::load(house.db(), &house.keeper, &address, today).await?), Some(3));
    assert_eq!(meetings(read::load(house.db(), &world.official, &address, today).await?), Some(2));
    assert_eq!(meetings(read::load(house.db(), &house.first, &address, today).await?), Some(2));
    // To everybody else it is what the public knows: that it met.
    for actor in [&house.second, &world.partner] {
        let seen = read::load(house.db(), actor, &address, today).await?;
        assert_eq!((seen.meetings, seen.held.len(), seen.keeps), (None, 1, false));
        let listed = read::all(house.db(), actor, today).await?;
        assert!(listed.iter().all(|line| line.last.is_some() && line.next.is_none()), "{listed:?}");
    }
    let listed = read::with_any_of(house.db(), &world.official, &["PE".into(), "XX".into()], today).await?;
    assert_eq!(
        listed.iter().map(|line| line.next.map(|dates| dates.to_text())).collect::<Vec<_>>(),
        [Some("2099-02-01".to_owned())]
    );
    assert!(read::with_any_of(house.db(), &world.official, &["CL".into()], today).await?.is_empty());
    let ended = BodyForm { ended_on: "2026-03-01".into(), reason: "They asked".into(), ..body("Joint Commission", "PE CL") };
    bodies::edit(house.db(), house.by(), address.clone(), 1, ended).await?;
    let seen = read::load(house.db(), &house.second, &address, today).await?;
    assert_eq!(seen.countries, ["CL", "PE"]);
    assert!(seen.history.iter().any(|change| change.field == "ended_on"));
    // What became of it is every reader's to know, and why the delegation's and its keeper's.
    for (actor, told) in
        [(&house.keeper, true), (&world.official, true), (&house.first, false), (&world.partner, false), (&world.stranger, false)]
    {
        let history = read::load(house.db(), actor, &address, today).await?.history;
        let reasons: Vec<_> = history.iter().filter_map(|change| change.reason.as_deref()).collect();
        assert_eq!((reasons.contains(&"They asked"), reasons.is_empty()), (told, !told), "{}", actor.name);
    }
    assert_not_found(house.planned(&address, "2099-01-01").await);
    assert_not_found(bodies::found(house.db(), world.by(&world.chief), body("Other", "PE")).await);
    assert_whole(&world.bench).await
}

async fn who_is_asked_answers_and_is_taken_off(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let first = ask(house.db(), house.by(), number, guest("Ambassador", "PE")).await?;
    let second = ask(house.db(), house.by(), number, guest("Secretary", "")).await?;
    answer(house.db(), house.by(), number, vec![said(first, "invited", "accepted")]).await?;
    assert_refused(
        answer(house.db(), house.by(), number, vec![said(second, "invited", "attended")]).await,
        "attendance",
        "attendance-before-meeting",
    );
    house.taken_to(number, &["in-progress"]).await?;
    answer(house.db(), house.by(), number, vec![said(second, "invited", "attended")]).await?;
    let seen = load(house.db(), &house.first, number).await?;
    let attendance: Vec<(&str, Attendance)> = seen.attendees.iter().map(|one| (one.name.as_str(), one.attendance)).collect();
    assert_eq!(attendance, [("Secretary", Attendance::Attended), ("Ambassador", Attendance::Accepted)]);
    assert_refused(strike(house.db(), house.by(), number, first, " ".into()).await, "strike_reason", "required");
    strike(house.db(), house.by(), number, first, "Recalled".into()).await?;
    let gone = answer(house.db(), house.by(), number, vec![said(first, "accepted", "attended")]).await;
    assert_refused(gone, "attendance", "attendee-struck");
    assert_eq!(load(house.db(), &house.first, number).await?.attendees.len(), 1);
    assert_refused(strike(house.db(), house.by(), number, first, "Again".into()).await, "struck", "unknown-choice");
    assert_not_found(ask(house.db(), world.by(&house.first), number, guest("Me", "PE")).await);
    assert_whole(&world.bench).await
}

async fn a_mission_answers_for_its_own_people_until_the_meeting_is_held(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let own = ask(house.db(), house.by(), number, guest("Ambassador", "PE")).await?;
    let others = ask(house.db(), house.by(), number, guest("Consul", "CL")).await?;
    let mission = || world.by(&house.first);
    answer(house.db(), mission(), number, vec![said(own, "invited", "accepted")]).await?;
    assert_not_found(answer(house.db(), mission(), number, vec![said(others, "invited", "declined")]).await);
    assert_not_found(answer(house.db(), world.by(&world.official), number, vec![said(own, "accepted", "declined")]).await);
    let too_early = vec![said(own, "accepted", "attended")];
    assert_refused(answer(house.db(), mission(), number, too_early.clone()).await, "attendance", "attendance-not-yours");
    let seen = load(house.db(), &house.first, number).await?;
    let answers: Vec<_> = seen.attendees.iter().map(|one| (one.name.as_str(), one.attendance, seen.answers_for(one))).collect();
    assert_eq!(answers, [("Consul", Attendance::Invited, false), ("Ambassador", Attendance::Accepted, true)]);
    house.taken_to(number, &["in-progress"]).await?;
    assert_refused(answer(house.db(), mission(), number, too_early).await, "attendance", "attendance-not-yours");
    let seen = load(house.db(), &house.first, number).await?;
    assert!(!seen.attendees.iter().any(|one| seen.answers_for(one)));
    // A meeting that the mission may not know of.
    let body = bodies::found(house.db(), house.by(), body("JETCO", "CL")).await?;
    let elsewhere = house.planned(&body, "2026-03-01").await?;
    house.taken_to(elsewhere, &["open"]).await?;
    let guest = ask(house.db(), house.by(), elsewhere, guest("Observer", "PE")).await?;
    assert_not_found(answer(house.db(), mission(), elsewhere, vec![said(guest, "invited", "accepted")]).await);
    assert_whole(&world.bench).await
}

async fn a_calendar_holds_those_its_person_may_know_of(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    house.conference().await?;
    let body = bodies::found(house.db(), house.by(), body("JETCO", "CL")).await?;
    let of_body = house.planned(&body, "2026-03-01").await?;
    house.taken_to(of_body, &["open"]).await?;
    house.planned("", "2026-04-01").await?;
    for (actor, wanted, sequenced) in [
        (&house.keeper, vec!["", "JETCO", ""], true),
        (&world.official, vec!["", "JETCO"], false),
        (&house.first, vec![""], false),
        (&house.second, vec!["", "JETCO"], false),
        (&world.partner, vec![], false),
        (&world.stranger, vec![], false),
    ] {
        let view = calendar::load(house.db(), actor, now().date_naive()).await?;
        let of_house = |holder: &Holder| if let Holder::House { body } = holder { Some(body.clone()) } else { None };
        let found: Vec<String> = view.meetings.iter().filter_map(|meeting| of_house(&meeting.holder)).collect();
        assert_eq!(found, wanted, "{}", actor.name);
        let told = view.meetings.iter().filter(|meeting| of_house(&meeting.holder).is_some());
        assert!(told.clone().all(|meeting| meeting.version.is_some() == sequenced), "{}", actor.name);
    }
    Ok(())
}

async fn what_others_said_of_those_asked_is_not_reverted(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let first = ask(house.db(), house.by(), number, guest("Ambassador", "PE")).await?;
    let second = ask(house.db(), house.by(), number, guest("Secretary", "")).await?;
    let stands = async || -> Result<Vec<Attendance>, AppError> {
        Ok(load(house.db(), &house.keeper, number).await?.attendees.iter().map(|one| one.attendance).collect())
    };
    answer(house.db(), house.by(), number, vec![said(first, "invited", "accepted")]).await?;
    // A page that is older: it was sent with all it shows, and changes what was changed on it.
    let older = vec![said(first, "invited", "invited"), said(second, "invited", "declined")];
    answer(house.db(), house.by(), number, older).await?;
    assert_eq!(stands().await?, [Attendance::Declined, Attendance::Accepted]);
    let both = vec![said(first, "invited", "declined"), said(second, "declined", "accepted")];
    let outcome = answer(house.db(), house.by(), number, both).await;
    assert!(matches!(outcome, Err(AppError::Conflict { .. })), "{outcome:?}");
    assert_eq!(stands().await?, [Attendance::Declined, Attendance::Accepted], "nothing of it was kept");
    answer(house.db(), house.by(), number, vec![said(first, "invited", "accepted")]).await?;
    assert_whole(&world.bench).await
}

async fn a_paper_for_headquarters_is_no_missions(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let shared = put(house.db(), house.by(), number, paper("missions", "What is asked")).await?;
    let own = put(house.db(), house.by(), number, paper("headquarters", "Speaking notes")).await?;
    let papers = |view: HouseMeetingView| view.papers.iter().map(|paper| paper.title.clone()).collect::<Vec<_>>();
    assert_eq!(papers(load(house.db(), &house.first, number).await?), ["What is asked"]);
    assert_eq!(papers(load(house.db(), &world.official, number).await?), ["What is asked", "Speaking notes"]);
    assert_eq!(file(house.db(), &house.first, number, shared).await?.bytes, b"What is asked");
    assert_not_found(file(house.db(), &house.first, number, own).await);
    assert_eq!(file(house.db(), &world.official, number, own).await?.name, "note.txt");
    assert_not_found(file(house.db(), &world.partner, number, shared).await);
    withdraw(house.db(), house.by(), number, shared, "Superseded".into()).await?;
    assert_not_found(file(house.db(), &house.first, number, shared).await);
    assert_not_found(put(house.db(), world.by(&house.first), number, paper("missions", "Mine")).await);
    assert_refused(put(house.db(), house.by(), number, paper("everybody", "x")).await, "audience", "unknown-choice");
    assert_whole(&world.bench).await
}

async fn a_line_is_put_off_dropped_and_taken_up_with_reasons(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let later = |reason: &str| stands(todo("PE", "Find buyers", "2026-07-01"), "open", "", reason);
    assert_refused(house.said(&house.keeper, number, 1, 1, later("")).await, "reason", "reason-for-other-day");
    house.said(&house.keeper, number, 1, 1, later("The fair is later")).await?;
    let moved = line(house.db(), &house.keeper, number, 1).await?.line;
    assert_eq!((moved.first_due.to_string(), moved.due.to_string(), moved.moved), ("2026-05-01".into(), "2026-07-01".into(), 1));
    let dropped = |reason: &str| stands(todo("PE", "Find buyers", "2026-07-01"), "dropped", "", reason);
    assert_refused(house.said(&house.first, number, 1, 2, dropped("No")).await, "state", "unknown-choice");
    assert_refused(house.said(&house.keeper, number, 1, 2, dropped("")).await, "reason", "reason-for-dropping");
    house.said(&house.keeper, number, 1, 2, dropped("The fair is off")).await?;
    let seen = line(house.db(), &house.first, number, 1).await?.line;
    assert_eq!((seen.state, seen.state_reason.as_str()), (ActionState::Dropped, "The fair is off"));
    let again = stands(todo("PE", "Find buyers", "2026-07-01"), "open", "", "The fair is on");
    house.said(&house.first, number, 1, 3, again).await?;
    assert_eq!(line(house.db(), &house.first, number, 1).await?.line.state, ActionState::Open);
    assert_whole(&world.bench).await
}

async fn what_is_planned_stands_beside_the_cell_and_in_my_work(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let today = now().date_naive();
    let number = house.conference().await?;
    let sector = LineForm { sector: "leather".into(), ..todo("PE", "Visit tanners", "2026-03-01") };
    plan::agree(house.db(), house.by(), number, sector).await?;
    let beside = programme::cell(house.db(), &house.first, "PE", "leather").await?.plan;
    assert_eq!(beside.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["Visit tanners", "Find buyers"]);
    let mine = work::load(house.db(), &house.second, today).await?;
    assert_eq!(mine.plan.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["Find test houses"]);
    assert!(work::load(house.db(), &world.official, today).await?.plan.is_empty());
    // A mission that has a role in an agreement besides sees all of the plan, and owes the lines of its own country alone.
    world.grant(PERU, "second-mission", "official", "", "").await?;
    assert_eq!(titles(&load(house.db(), &house.second, number).await?).len(), 3);
    let mine = work::load(house.db(), &house.second, today).await?;
    assert_eq!(mine.plan.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["Find test houses"]);
    assert!(line(house.db(), &house.second, number, 2).await?.seen.fills("CL"));
    assert!(!line(house.db(), &house.second, number, 1).await?.seen.fills("PE"));
    house.planned("", "2099-01-01").await?;
    assert_eq!(work::load(house.db(), &house.keeper, today).await?.house_ahead.len(), 1);
    assert!(work::load(house.db(), &house.first, today).await?.house_ahead.is_empty(), "a draft is its keeper's");
    let listed = conferences(house.db(), &house.keeper, today).await?;
    let told: Vec<(i64, i64)> = listed.iter().map(|line| (line.lines, line.settled)).collect();
    assert_eq!(told, [(0, 0), (3, 0)]);
    let own = conferences(house.db(), &house.first, today).await?;
    assert_eq!(own.iter().map(|line| (line.lines, line.overdue)).collect::<Vec<_>>(), [(2, 1)]);
    Ok(())
}

async fn what_was_called_off_takes_nothing_more(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    house.taken_to(number, &["called-off"]).await?;
    let line = plan::agree(house.db(), house.by(), number, todo("PE", "More", "2026-05-01")).await;
    assert_refused(line.map(|_| ()), "title", "meeting-called-off");
    assert_refused(
        ask(house.db(), house.by(), number, guest("Late", "PE")).await.map(|_| ()),
        "attendee_name",
        "meeting-called-off",
    );
    assert_refused(put(house.db(), house.by(), number, paper("missions", "x")).await.map(|_| ()), "paper", "meeting-called-off");
    assert_refused(card::edit(house.db(), house.by(), number, 3, meeting("2026-02-01")).await, "title", "meeting-called-off");
    assert!(work::load(house.db(), &house.first, now().date_naive()).await?.plan.is_empty());
    Ok(())
}

async fn stale_versions_are_conflicts(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let address = bodies::found(house.db(), house.by(), body("Commission", "PE")).await?;
    let conflict = |result: Result<(), AppError>| matches!(result, Err(AppError::Conflict { .. }));
    assert!(conflict(card::edit(house.db(), house.by(), number, 1, meeting("2026-02-01")).await));
    assert!(conflict(card::move_to(house.db(), house.by(), number, 1, "in-progress".into(), String::new()).await));
    assert!(conflict(bodies::edit(house.db(), house.by(), address, 9, body("Commission", "PE")).await));
    assert!(conflict(house.said(&house.first, number, 1, 9, stands(todo("PE", "x", "2026-05-01"), "done", "", "")).await));
    Ok(())
}

async fn faults_are_refused_beside_their_fields(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let number = house.conference().await?;
    let wrong = BodyForm { founded_on: "2099-01-01".into(), ..body("", "Peru") };
    let refused = refusals(bodies::found(house.db(), house.by(), wrong).await);
    assert_eq!(refused, told(&[("name", "required"), ("countries", "no-such-country"), ("founded_on", "day-ahead")]));
    let backwards = BodyForm { founded_on: "2020-01-01".into(), ended_on: "2019-01-01".into(), ..body("B", "PE") };
    assert_eq!(refusals(bodies::found(house.db(), house.by(), backwards).await), told(&[("ended_on", "ends-before-start")]));
    bodies::found(house.db(), house.by(), body("Commission", "PE")).await?;
    assert_eq!(refusals(bodies::found(house.db(), house.by(), body("Commission", "CL")).await), told(&[("name", "body-exists")]));
    assert_eq!(refusals(bodies::found(house.db(), house.by(), body("new", "CL")).await), told(&[("name", "body-exists")]));
    let of_body = house.planned("commission", "2026-02-01").await?;
    let elsewhere = plan::agree(house.db(), house.by(), of_body, todo("CL", "x", "2026-05-01")).await;
    assert_eq!(refusals(elsewhere), told(&[("country", "country-not-of-body")]));
    let blank = plan::agree(house.db(), house.by(), number, LineForm::default()).await;
    assert_eq!(refusals(blank), told(&[("country", "required"), ("title", "required"), ("due", "not-a-day")]));
    let sector = LineForm { sector: "nowhere".into(), ..todo("PE", "x", "2026-05-01") };
    assert_eq!(refusals(plan::agree(house.db(), house.by(), number, sector).await), told(&[("sector", "unknown-choice")]));
    assert_eq!(
        refusals(ask(house.db(), house.by(), number, guest("", "Peru")).await),
        told(&[("attendee_name", "required"), ("attendee_country", "no-such-country")])
    );
    let nowhere = HouseMeetingForm { zone: "Mars".into(), dates: "soon".into(), ..HouseMeetingForm::default() };
    let refused = refusals(card::plan(house.db(), house.by(), String::new(), nowhere).await);
    assert_eq!(refused.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["dates", "zone"]);
    assert_not_found(house.planned("nowhere", "2026-02-01").await);
    assert!(load(house.db(), &house.keeper, 99).await.is_err());
    Ok(())
}
