//! The people and the one agreement most tests are about.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Clearance;
use accord_domain::ids::{AccountId, EventId};
use accord_domain::meeting::{MeetingKind, MeetingState, clearance};
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use accord_store::actor::new_id;
use accord_store::audit;
use accord_store::cards::CARD;
use accord_store::changes::{Command, StoredChange};
use accord_store::commands::action_points::ActionPointForm;
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::chapters::{self, At, ChapterForm, StepForm};
use accord_store::commands::events::{self, ClaimForm, EventForm};
use accord_store::commands::grants::{self, GrantForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::priorities::AreaForm;
use accord_store::commands::priority_proposals::Wanted;
use accord_store::db::Db;
use accord_store::queries::portfolio::{Filters, PortfolioRow, load_frame, load_page};
use chrono::{DateTime, Duration, TimeZone, Utc};
use uuid::Uuid;

use crate::harness::{Bench, Fault, Outcome};

/// The agreement of the world.
pub const PERU: &str = "india-peru";

/// The instant of the world: 1 April 2026, three in the afternoon in Delhi.
pub fn now() -> DateTime<Utc> {
    Utc.timestamp_opt(1_775_035_800, 0).single().unwrap_or_default()
}

/// Everybody who may look at an agreement, each with one role, and two without any.
pub struct World {
    pub bench: Bench,
    /// Chief negotiator: opened the agreement.
    pub chief: Actor,
    pub principal: Actor,
    /// Chapter lead of goods.
    pub lead: Actor,
    /// Team member of goods.
    pub member: Actor,
    pub official: Actor,
    /// Guest of Peru.
    pub partner: Actor,
    /// Has an account, and no role.
    pub stranger: Actor,
    pub admin: Actor,
}

impl World {
    /// The people, and the agreement with the chapters of a common FTA.
    pub async fn make(bench: Bench) -> Result<Self, Fault> {
        let open = [HouseRight::OpenAgreements, HouseRight::EditMilestones];
        let world = Self {
            chief: person(&bench, "chief", &open).await?,
            principal: person(&bench, "principal", &[]).await?,
            lead: person(&bench, "lead", &[]).await?,
            member: person(&bench, "member", &[]).await?,
            official: person(&bench, "official", &[]).await?,
            partner: person(&bench, "partner", &[]).await?,
            stranger: person(&bench, "stranger", &[]).await?,
            admin: person(&bench, "admin", &[HouseRight::Administrator]).await?,
            bench,
        };
        agreements::open(&world.bench.db, world.by(&world.chief), peru()).await?;
        world.grant_all(PERU).await?;
        Ok(world)
    }

    /// Grants everybody their role in an agreement of the chief's.
    pub async fn grant_all(&self, slug: &str) -> Outcome {
        for (email, role, chapter, party) in [
            ("principal", "principal", "", ""),
            ("lead", "chapter-lead", "goods", ""),
            ("member", "team-member", "goods", ""),
            ("official", "official", "", ""),
            ("partner", "partner", "", "PE"),
        ] {
            self.grant(slug, email, role, chapter, party).await?;
        }
        Ok(())
    }

    /// The chief grants a role.
    pub async fn grant(&self, slug: &str, key: &str, role: &str, chapter: &str, party: &str) -> Result<(), AppError> {
        let form = GrantForm { email: email(key), role: role.into(), chapter: chapter.into(), party: party.into() };
        grants::grant(&self.bench.db, self.by(&self.chief), slug.into(), form).await
    }

    /// A command of somebody at the world's instant.
    pub fn by(&self, actor: &Actor) -> Command {
        self.by_after(actor, 0)
    }

    /// A command of somebody so many minutes later.
    pub fn by_after(&self, actor: &Actor, minutes: i64) -> Command {
        Command { actor: actor.clone(), at: now() + Duration::minutes(minutes), imported: false }
    }

    /// Everybody, by the name of what they are.
    pub fn everybody(&self) -> [(&'static str, &Actor); 8] {
        [
            ("principal", &self.principal),
            ("chief", &self.chief),
            ("lead", &self.lead),
            ("member", &self.member),
            ("official", &self.official),
            ("partner", &self.partner),
            ("stranger", &self.stranger),
            ("admin", &self.admin),
        ]
    }

    /// A chapter of the agreement as it stands now.
    pub async fn at(&self, address: &str) -> Result<At, Fault> {
        let version = self
            .bench
            .number(&format!(
                "select c.version from chapters c join agreements a on a.id = c.agreement_id where a.slug = '{PERU}' and c.address = '{address}'"
            ))
            .await?;
        Ok(At { slug: PERU.into(), address: address.into(), version })
    }

    /// Moves a chapter's text as it stands now.
    pub async fn step(&self, actor: &Actor, address: &str, form: StepForm) -> Result<Result<(), AppError>, Fault> {
        Ok(chapters::record_step(&self.bench.db, self.by(actor), self.at(address).await?, form).await)
    }

    /// The chief sets the count of open brackets of a chapter.
    pub async fn set_brackets(&self, address: &str, brackets: &str) -> Result<Result<(), AppError>, Fault> {
        let form = ChapterForm { number: "2".into(), open_brackets: brackets.into(), ..ChapterForm::default() };
        Ok(chapters::edit(&self.bench.db, self.by(&self.chief), self.at(address).await?, form).await)
    }

    /// The chief records an event held on a day.
    pub async fn held(&self, kind: &str, date: &str) -> Result<EventId, AppError> {
        events::record(&self.bench.db, self.by(&self.chief), PERU.into(), event(kind, date, true)).await
    }

    /// A meeting of the agreement as it stands now.
    pub async fn meeting(&self, address: &str) -> Result<meetings::At, Fault> {
        let version = self
            .bench
            .number(&format!(
                "select m.version from meetings m join agreements a on a.id = m.agreement_id where a.slug = '{PERU}' and m.address = '{address}'"
            ))
            .await?;
        Ok(meetings::At { slug: PERU.into(), address: address.into(), version })
    }

    /// The chief takes a meeting through states, one after the other.
    pub async fn take_to(&self, address: &str, states: &[&str], reason: &str) -> Outcome {
        for state in states {
            let at = self.meeting(address).await?;
            meetings::move_to(&self.bench.db, self.by(&self.chief), at, (*state).into(), reason.into()).await?;
        }
        Ok(())
    }

    /// The changes of all agreements so far, in the order of the record.
    pub async fn changes(&self) -> Result<Vec<StoredChange>, Fault> {
        self.bench.rows("select * from changes order by scope, revision, ordinal").await
    }

    /// The changes that are news: no cards.
    pub async fn news(&self) -> Result<Vec<StoredChange>, Fault> {
        Ok(self.changes().await?.into_iter().filter(|change| change.field != CARD).collect())
    }

    /// How many changes there are.
    pub async fn count(&self) -> Result<i64, Fault> {
        self.bench.number("select count(*) from changes").await
    }
}

/// The portfolio as its page is filled.
#[derive(Debug)]
pub struct Portfolio {
    pub rows: Vec<PortfolioRow>,
    pub total: i64,
    pub parties: Vec<(String, String)>,
}

/// A page of the portfolio, and what stands around it.
pub async fn portfolio(db: &Db, actor: &Actor, filters: &Filters) -> Result<Portfolio, AppError> {
    let frame = load_frame(db, actor, filters).await?;
    Ok(Portfolio {
        rows: load_page(db, actor, filters, now().date_naive(), 0).await?.0,
        total: frame.total,
        parties: frame.parties,
    })
}

/// The address of a person.
pub fn email(key: &str) -> String {
    format!("{key}@test.example")
}

/// An account made without the slow hashing of a password: nobody can sign in to it.
pub async fn person(bench: &Bench, key: &str, rights: &[HouseRight]) -> Result<Actor, Fault> {
    let account = AccountId(new_id());
    let id = bench.uuid(account.0);
    let mut sql = format!(
        "insert into accounts (id, email, name, password_hash, must_change_password, language, zone, theme, version, created_at) \
         values ({id}, '{}', 'Name of {key}', '', false, 'en-IN', 'Asia/Kolkata', 'system', 1, '2026-01-01T00:00:00+00:00');",
        email(key)
    );
    for right in rights {
        sql += &format!("insert into house_rights (account_id, house_right, country) values ({id}, '{}', '');", right.code());
    }
    bench.tamper(&sql).await?;
    Ok(Actor { account, name: format!("Name of {key}"), rights: rights.to_vec() })
}

/// The agreement as its chief typed it.
pub fn peru() -> AgreementForm {
    AgreementForm {
        slug: PERU.into(),
        name: "India–Peru FTA".into(),
        kind: "fta".into(),
        home_party: "IN".into(),
        home_name: "India".into(),
        home_chief: "Chief of India".into(),
        partners: "PE Peru; Chief of Peru".into(),
        lead_ministry: "Department of Commerce".into(),
        objective: "Goods, services and professionals.".into(),
        languages: "en, es, hi".into(),
        template: "fta".into(),
        illustrative: false,
        reason: String::new(),
    }
}

/// Another agreement, without chapters.
pub fn agreement(slug: &str, name: &str) -> AgreementForm {
    AgreementForm { slug: slug.into(), name: name.into(), template: String::new(), ..peru() }
}

/// An event with one source.
pub fn event(kind: &str, date: &str, held: bool) -> EventForm {
    let claim = ClaimForm { date: date.into(), publisher: "The Gazette".into(), ..ClaimForm::default() };
    EventForm { kind: kind.into(), held, claims: vec![claim], ..EventForm::default() }
}

/// A round in Lima on some days, the ninth unless another number is put in.
pub fn round(dates: &str) -> MeetingForm {
    MeetingForm {
        kind: "round".into(),
        number: "9".into(),
        mode: "in-person".into(),
        host_party: "PE".into(),
        place: "Lima".into(),
        zone: "America/Lima".into(),
        dates: dates.into(),
        ..MeetingForm::default()
    }
}

/// A priority area's card, linked to one chapter.
pub fn area_form(title: &str, chapter: &str) -> AreaForm {
    AreaForm {
        title: title.into(),
        stance: "offensive".into(),
        sector: "Sector".into(),
        owner: "Ministry".into(),
        chapters: vec![chapter.into()],
        illustrative: false,
    }
}

/// A proposal to add an area at the head of the list.
pub fn adding(title: &str, chapter: &str) -> Wanted {
    Wanted::Add { rank: "1".into(), area: area_form(title, chapter) }
}

/// What the other side has to do by a day, in a chapter or, where none is named, of the agreement as a whole.
pub fn action_point(chapter: &str, due: &str) -> ActionPointForm {
    ActionPointForm {
        title: "Send the list".into(),
        who: "theirs".into(),
        due: due.into(),
        chapter: chapter.into(),
        ..ActionPointForm::default()
    }
}

/// A move of the text.
pub fn text(status: &str, reason: &str) -> StepForm {
    StepForm { text_status: status.into(), reason: reason.into(), ..StepForm::default() }
}

/// A move of market access.
pub fn market(status: &str, reason: &str) -> StepForm {
    StepForm { market_status: status.into(), reason: reason.into(), ..StepForm::default() }
}

/// Asserts that the chain of every scope is whole, and that the strip kept of each agreement is that of its chapters.
pub async fn assert_whole(bench: &Bench) -> Outcome {
    let found = audit::verify(&bench.db).await?;
    assert_eq!(found.breaks, Vec::<String>::new());
    assert_eq!(found.records as i64, bench.number("select count(*) from changes").await?);
    assert_threads(bench).await?;
    assert_meetings(bench).await?;
    assert_strips(bench).await
}

/// Asserts that every record stands in the thread of its field at its place, as if the threads were made anew, and that no scope goes
/// back in time.
pub async fn assert_threads(bench: &Bench) -> Outcome {
    let astray = "select count(*) from (select c.scope, c.revision, c.ordinal, row_number() over (partition by c.scope, c.chapter_id, \
                  c.subject_id, c.field, c.clearance order by c.revision, c.ordinal) as step, c.chapter_id, c.subject_id, c.field, \
                  c.clearance from changes c) e left join threads t on t.scope = e.scope and t.subject_id = e.subject_id \
                  and t.field = e.field and t.clearance = e.clearance and t.chapter_id is not distinct from e.chapter_id \
                  left join thread_steps s on s.scope = e.scope and s.thread = t.thread and s.revision = e.revision \
                  and s.ordinal = e.ordinal where s.step is null or s.step <> e.step";
    assert_eq!(bench.number(astray).await?, 0, "records outside their threads");
    let steps = bench.number("select count(*) from thread_steps").await?;
    assert_eq!(steps, bench.number("select count(*) from changes").await?);
    let back = "select count(*) from changes a join changes b on b.scope = a.scope and b.revision > a.revision and b.at < a.at";
    assert_eq!(bench.number(back).await?, 0, "records that go back in time");
    Ok(())
}

/// Asserts that the clearance kept of each meeting is the one of its kind and state, and that its other parts are there.
async fn assert_meetings(bench: &Bench) -> Outcome {
    let meetings: Vec<(String, String, i16, bool)> = bench
        .rows(
            "select m.kind, m.state, m.clearance, d.meeting_id is not null and c.meeting_id is not null from meetings m \
             left join meeting_delegations d on d.meeting_id = m.id left join meeting_confidences c on c.meeting_id = m.id",
        )
        .await?;
    for (kind, state, rank, whole) in meetings {
        let kept = Clearance::from_rank(rank).ok_or("clearance")?;
        let (kind, state) = (MeetingKind::from_code(&kind).ok_or("kind")?, MeetingState::from_code(&state).ok_or("state")?);
        assert_eq!(clearance(kind, state, kept), kept, "{kind:?} {state:?}");
        assert!(whole, "{kind:?} {state:?}");
    }
    Ok(())
}

/// A chapter: agreement, kind, text status and since when, open brackets, market access, parked, escalated.
type Chapter = (Uuid, String, String, DateTime<Utc>, i64, String, bool, bool);
/// A strip: agreement, texts, confidences, open brackets, last movement.
type Strip = (Uuid, String, String, i64, Option<DateTime<Utc>>);

/// Asserts that the strip kept of each agreement is that of its chapters.
pub async fn assert_strips(bench: &Bench) -> Outcome {
    let chapters: Vec<Chapter> = bench
        .rows(
            "select c.agreement_id, c.kind, c.text_status, c.text_since, c.open_brackets, d.market_status, d.parked_since is not null, \
             d.escalated_to is not null from chapters c join chapter_confidences d on d.chapter_id = c.id \
             where c.archived_at is null order by c.agreement_id, c.number, c.address",
        )
        .await?;
    let mut expected: Vec<Strip> = Vec::new();
    for (agreement, kind, status, since, brackets, market, parked, escalated) in chapters {
        if expected.last().is_none_or(|last| last.0 != agreement) {
            expected.push((agreement, String::new(), String::new(), 0, None));
        }
        let strip = expected.last_mut().ok_or("no strip")?;
        let text = TextStatus::from_code(&status).ok_or("status")?;
        let market = MarketAccessStatus::from_code(&market).ok_or("market access")?;
        let has_market = ChapterKind::from_code(&kind).ok_or("kind")?.has_market_access();
        strip.1 += &text.step().to_string();
        strip.2 += &if has_market { market.step().to_string() } else { "-".into() };
        strip.2 += match (parked, escalated) {
            (false, false) => ".",
            (true, false) => "p",
            (false, true) => "e",
            (true, true) => "b",
        };
        strip.3 += brackets;
        strip.4 = strip.4.max((text != TextStatus::NotStarted).then_some(since));
    }
    let kept: Vec<Strip> = bench
        .rows(
            "select agreement_id, texts, confidences, open_brackets, last_moved from agreement_strips where texts <> '' \
             order by agreement_id",
        )
        .await?;
    assert_eq!(kept, expected);
    Ok(())
}
