//! A house to test in: the demo database, its router and a clock that stands still.

use std::collections::HashMap;
use std::error::Error;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use accord::web::app::{App, Settings};
use accord::web::router::router;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::error::Form;
use accord_domain::ids::AccountId;
use accord_domain::trade::amount::{Amount, Printed, Scale};
use accord_store::actor::command_line;
use accord_store::changes::Command;
use accord_store::clock::Clock;
use accord_store::commands::accounts::{self, NewAccount};
use accord_store::commands::consultations::{self, ConsultationForm, InvitationForm};
use accord_store::commands::documents::{self, DraftForm};
use accord_store::commands::trade::{NewFigure, SourceForm, SubjectForm, import};
use accord_store::commands::waiting::{self, Purpose, WaitingFile};
use accord_store::db::{Db, FromRow, migrate};
use accord_store::demo::{Files, PASSWORD, seed};
use accord_store::queries::document::About;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request};
use chrono::{DateTime, TimeZone as _, Utc};
use sqlx::{Connection as _, Executor as _};
use tempfile::TempDir;
use tower::ServiceExt as _;
use uuid::Uuid;

/// How a test ends: a failure that is no assertion is told with its cause.
pub type Tested<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// A server on which databases may be created, when the tests have one.
pub const POSTGRES: &str = "ACCORD_TEST_POSTGRES";

/// The instant at which the clock stands.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 5, 30, 0).single().unwrap_or_default()
}

/// Whoever asks.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub enum Who {
    /// Not signed in.
    Anonymous,
    Minister,
    Chief,
    Goods,
    Services,
    Official,
    Partner,
    Admin,
    /// Signed in, without any role or right.
    Stranger,
}

impl Who {
    /// In the order of the columns of the tables of expectations.
    pub const ALL: [Self; 9] = [
        Self::Anonymous,
        Self::Minister,
        Self::Chief,
        Self::Goods,
        Self::Services,
        Self::Official,
        Self::Partner,
        Self::Admin,
        Self::Stranger,
    ];

    /// The signed-in ones.
    pub fn signed_in() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|who| *who != Self::Anonymous)
    }

    /// The account's address; none for the anonymous.
    pub fn email(self) -> Option<&'static str> {
        Some(match self {
            Self::Anonymous => return None,
            Self::Minister => "minister@accord.example",
            Self::Chief => "chief@accord.example",
            Self::Goods => "goods@accord.example",
            Self::Services => "services@accord.example",
            Self::Official => "official@accord.example",
            Self::Partner => "partner@accord.example",
            Self::Admin => "admin@accord.example",
            Self::Stranger => STRANGER,
        })
    }
}

/// The account without a role.
pub const STRANGER: &str = "stranger@accord.example";
/// The account that must change its first password.
pub const NEWCOMER: &str = "newcomer@accord.example";

/// What an answer held.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The body as text; what is not UTF-8 shows as replacement characters.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value, empty without it.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads, empty when it is no redirect.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The cookie pair (`name=value`) that it sets under a name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .filter_map(|value| value.split(';').next())
            .find(|pair| pair.split('=').next() == Some(name))
            .map(str::to_owned)
    }

    /// Whether it is a document of this house: HTML with the stylesheet, the mark and one heading.
    pub fn is_in_the_house_look(&self) -> bool {
        let text = self.text();
        self.header("content-type").starts_with("text/html")
            && ["<!DOCTYPE html>", "rel=\"stylesheet\"", "class=\"mark\"", "<h1"].iter().all(|part| text.contains(part))
    }
}

/// What the seeding leaves for every test.
struct Seeded {
    /// The file of the seeded database.
    file: Vec<u8>,
    known: Known,
}

/// What was found in the seeded database: cookies by account, and the parts of addresses that are made anew at each seeding.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub cookies: HashMap<&'static str, String>,
    /// A held event of India–Peru.
    pub event: Uuid,
    /// The first priority area of India–Peru, which the lead of goods may edit, and its version.
    pub area: (Uuid, i64),
    /// A pending proposal on its priorities: that of the lead of goods, else any.
    pub proposal: Uuid,
    /// How often the list of its priorities has changed.
    pub priorities: i64,
    /// A milestone of India–Peru and its version.
    pub milestone: (Uuid, i64),
    /// The grant of the lead of services in India–Peru.
    pub grant: Uuid,
    /// Versions of the chapters of India–Peru by their address.
    pub chapters: HashMap<String, i64>,
    /// The address of a chapter of India–Peru that is parked.
    pub parked: String,
    /// The address of a chapter of India–Peru that is escalated.
    pub escalated: String,
    /// The version of India–Peru.
    pub agreement: i64,
    /// Versions of the meetings of India–Peru by their address.
    pub meetings: HashMap<String, i64>,
    /// Versions of the sessions of its Round 11 by the address of their chapter.
    pub sessions: HashMap<String, i64>,
    /// The version of its first action point, which is of goods and the lead's to do.
    pub point: i64,
    /// A paper for the delegation on the table of goods at its Round 11.
    pub paper: Uuid,
    /// The version of its brief.
    pub brief: i64,
    /// Versions of the reports of its meetings by their address.
    pub reports: HashMap<String, i64>,
    pub accounts: HashMap<String, Uuid>,
    /// A trade figure of India with Peru and its version, its source, a target and its version.
    pub figure: (Uuid, i64),
    pub source: Uuid,
    /// A file of figures that was imported.
    pub import: Uuid,
    pub target: (Uuid, i64),
    /// Tables that the chief sent and has not imported, each by what it is.
    pub waiting: HashMap<String, Uuid>,
    /// Somebody asked in a consultation on the goods of India–Peru, and the secret part of their link.
    pub invitation: Uuid,
    pub token: String,
    /// An exporter, and one who looks alike, each with their version.
    pub stakeholder: (Uuid, i64),
    pub alike: (Uuid, i64),
    /// A paper of the first meeting that is of no agreement, somebody asked there who did not come, and the day one of its lines is due.
    pub house_paper: Uuid,
    /// A stance that was heard on India–Peru.
    pub stance: Uuid,
    pub attendee: Uuid,
    pub line_due: String,
}

impl Known {
    /// An address or body with its gaps filled: `{event}`, `{grant}`, `{parked}`, `{escalated}`, `{area}`, `{proposal}`, `{milestone}`, `{paper}`,
    /// `{figure}`, `{source}`, `{import}`, `{target}`, `{waiting:PURPOSE}`, `{invitation}`, `{token}`, `{stakeholder}`, `{alike}`, `{house-paper}`, `{stance}`,
    /// `{attendee}`, `{due:4}`,
    /// and `{v:NAME}` for the version of a chapter, of the `agreement`, of its `priorities`, of `area`, `milestone`, `figure`, `target`,
    /// `point`, `stakeholder` or `alike`, `{m:NAME}` for
    /// that of a meeting, `{r:NAME}` for that of its report, and `{s:NAME}` for that of a session of Round 11.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text
            .replace("{event}", &self.event.to_string())
            .replace("{grant}", &self.grant.to_string())
            .replace("{parked}", &self.parked)
            .replace("{escalated}", &self.escalated)
            .replace("{area}", &self.area.0.to_string())
            .replace("{v:area}", &self.area.1.to_string())
            .replace("{proposal}", &self.proposal.to_string())
            .replace("{v:priorities}", &self.priorities.to_string())
            .replace("{milestone}", &self.milestone.0.to_string())
            .replace("{v:milestone}", &self.milestone.1.to_string())
            .replace("{v:agreement}", &self.agreement.to_string())
            .replace("{paper}", &self.paper.to_string())
            .replace("{v:point}", &self.point.to_string())
            .replace("{v:brief}", &self.brief.to_string())
            .replace("{figure}", &self.figure.0.to_string())
            .replace("{v:figure}", &self.figure.1.to_string())
            .replace("{source}", &self.source.to_string())
            .replace("{import}", &self.import.to_string())
            .replace("{target}", &self.target.0.to_string())
            .replace("{v:target}", &self.target.1.to_string())
            .replace("{invitation}", &self.invitation.to_string())
            .replace("{token}", &self.token)
            .replace("{stakeholder}", &self.stakeholder.0.to_string())
            .replace("{v:stakeholder}", &self.stakeholder.1.to_string())
            .replace("{alike}", &self.alike.0.to_string())
            .replace("{v:alike}", &self.alike.1.to_string())
            .replace("{house-paper}", &self.house_paper.to_string())
            .replace("{stance}", &self.stance.to_string())
            .replace("{attendee}", &self.attendee.to_string())
            .replace("{due:4}", &self.line_due);
        for (purpose, id) in &self.waiting {
            filled = filled.replace(&format!("{{waiting:{purpose}}}"), &id.to_string());
        }
        for (address, version) in &self.chapters {
            filled = filled.replace(&format!("{{v:{address}}}"), &version.to_string());
        }
        for (kind, versions) in [('m', &self.meetings), ('s', &self.sessions), ('r', &self.reports)] {
            for (address, version) in versions {
                filled = filled.replace(&format!("{{{kind}:{address}}}"), &version.to_string());
            }
        }
        filled
    }
}

/// Accounts, milestones and agreements.
fn demo_files() -> Tested<([String; 7], Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder.join("agreements"))?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let agreements = paths.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let file = |name: &str| std::fs::read_to_string(folder.join(name));
    Ok((
        [
            file("accounts.toml")?,
            file("milestones.toml")?,
            file("trade.toml")?,
            file("programme.toml")?,
            file("consultations.toml")?,
            file("barriers.toml")?,
            file("bodies.toml")?,
        ],
        agreements,
    ))
}

/// Fills a database with the demo and two accounts more, and signs everybody in.
async fn fill(db: &Db) -> Tested<Known> {
    migrate(db).await?;
    let ([accounts, milestones, trade, programme, consultations, barriers, bodies], agreements) = demo_files()?;
    let agreements: Vec<&str> = agreements.iter().map(String::as_str).collect();
    seed(
        db,
        Files {
            accounts: &accounts,
            milestones: &milestones,
            trade: &trade,
            programme: &programme,
            consultations: &consultations,
            barriers: &barriers,
            bodies: &bodies,
            agreements: &agreements,
        },
        now(),
    )
    .await?;
    for (email, must_change_password) in [(STRANGER, false), (NEWCOMER, true)] {
        let new = NewAccount {
            email: email.into(),
            name: "Somebody".into(),
            language: "en-IN".into(),
            password: PASSWORD.into(),
            rights: Vec::new(),
            must_change_password,
        };
        accounts::add(db, by_machine(), new).await?;
    }
    let router = router(app(db.clone(), false));
    begin_reports(db).await?;
    send_table(db).await?;
    let token = consult(db).await?;
    let mut known = Known { token, ..Known::default() };
    for email in Who::signed_in().filter_map(Who::email).chain([NEWCOMER]) {
        let answer = sent(&router, post_request("/sign-in", &encoded(&[("email", email), ("password", PASSWORD)]))?).await?;
        let cookie = answer.cookie("accord").ok_or_else(|| format!("{email} was not signed in: {}", answer.status))?;
        known.cookies.insert(email, cookie);
    }
    look_around(db, &mut known).await?;
    Ok(known)
}

/// The chief drafts the report of Round 6, and drafts and approves that of the special round.
async fn begin_reports(db: &Db) -> Tested {
    let (account, name): (Uuid, String) = one(db, "select id, name from accounts where email = 'chief@accord.example'").await?;
    let chief = Actor { account: AccountId(account), name, rights: Vec::new() };
    let by = || Command { actor: chief.clone(), at: now(), imported: false };
    let of = |meeting: &str| About::Meeting("india-peru".into(), meeting.into());
    for (meeting, clearance) in [("round-6", "partner"), ("special-round", "public")] {
        let form = DraftForm { language: "en-IN".into(), clearance: clearance.into(), illustrative: false };
        documents::draft(db, by(), of(meeting), form).await?;
    }
    Ok(documents::approve(db, by(), of("special-round"), 1).await?)
}

/// The lead of goods asks an exporter; answers the secret part of the link.
async fn consult(db: &Db) -> Tested<String> {
    let (account, name): (Uuid, String) = one(db, "select id, name from accounts where email = 'goods@accord.example'").await?;
    let by = || {
        let actor = Actor { account: AccountId(account), name: name.clone(), rights: Vec::new() };
        Command { actor, at: now(), imported: false }
    };
    let form = ConsultationForm {
        title: "Cars and fish".into(),
        introduction: "Before round 11.".into(),
        chapter: "goods".into(),
        closes_on: "2099-01-01".into(),
        lines: "8703 Motor cars\n0304 Fish fillets".into(),
    };
    let number = consultations::open(db, by(), "india-peru".into(), form).await?;
    let asked = InvitationForm { name: "Motors of Pune".into(), kind: "exporter".into(), anyway: false };
    Ok(consultations::invite(db, by(), "india-peru".into(), number, asked).await?)
}

/// The chief sends a table of figures, and leaves it at that.
async fn send_table(db: &Db) -> Tested {
    let (account, name): (Uuid, String) = one(db, "select id, name from accounts where email = 'chief@accord.example'").await?;
    let rights = vec![HouseRight::EditTradeFigures];
    let by = Command { actor: Actor { account: AccountId(account), name, rights }, at: now(), imported: false };
    for (purpose, text) in [
        (Purpose::TradeFigures, "HSCode,Value,Date\n1,5,2024-01\n77,5,2024-01\n"),
        (Purpose::Nomenclature, "HSCode,Description\n0101,Horses\n77,None\n"),
        (
            Purpose::StatusTable,
            "Agreement,Chapter,Status,Remarks\nIndia–Peru FTA,TBT,Under negotiation,Agreed\nAtlantis,Goods,Open,\n",
        ),
    ] {
        let file = WaitingFile { name: "table.csv".into(), bytes: text.as_bytes().to_vec() };
        waiting::keep(db, by.clone(), purpose, file).await?;
    }
    import_figure(db, by).await
}

/// The chief imports a file of one figure.
async fn import_figure(db: &Db, by: Command) -> Tested {
    let file = WaitingFile { name: "customs.csv".into(), bytes: b"Value\n5\n".to_vec() };
    let file = waiting::keep(db, by.clone(), Purpose::TradeFigures, file).await?;
    let subject = SubjectForm {
        reporter: "IN".into(),
        partner: "AR".into(),
        traded: "goods".into(),
        flow: "exports".into(),
        hs: "01".into(),
        currency: "USD".into(),
        period: "2024-01".into(),
        ..SubjectForm::default()
    };
    let subject = subject.sound(&[], &mut Form::default()).ok_or("no subject")?;
    let figures = vec![NewFigure { subject, printed: Printed { amount: Amount(500), scale: Scale::Units, places: 0 } }];
    let source = SourceForm { publisher: "Customs".into(), title: "Monthly".into(), ..SourceForm::default() };
    let (file_name, sha256, mapping) = ("customs.csv".to_owned(), "00".to_owned(), String::new());
    import::commit(db, by, import::Intake { source, file, file_name, sha256, mapping, figures }).await?;
    Ok(())
}

async fn look_around(db: &Db, known: &mut Known) -> Tested {
    let here = "from agreements a where a.slug = 'india-peru'";
    (known.agreement,) = one(db, &format!("select a.version {here}")).await?;
    (known.event,) = one(
        db,
        "select e.id from lifecycle_events e join agreements a on a.id = e.agreement_id \
         where a.slug = 'india-peru' and e.held and e.standing = 'stands' order by e.entry desc limit 1",
    )
    .await?;
    (known.brief,) =
        one(db, "select d.version from agreements a join documents d on d.about_id = a.id where a.slug = 'india-peru'").await?;
    let reports = "select m.address, d.version from documents d join meetings m on m.id = d.about_id \
                   join agreements a on a.id = m.agreement_id where a.slug = 'india-peru'";
    known.reports = all::<(String, i64)>(db, reports).await?.into_iter().collect();
    // Taken back by a test, perhaps.
    let grant = all::<(Uuid,)>(
        db,
        "select g.id from grants g join agreements a on a.id = g.agreement_id join accounts p on p.id = g.account_id \
         join chapters c on c.id = g.chapter_id \
         where a.slug = 'india-peru' and p.email = 'services@accord.example' and c.address = 'services'",
    )
    .await?;
    known.grant = grant.first().map(|(id,)| *id).unwrap_or_default();
    // Dropped, decided or withdrawn by a test, perhaps.
    let areas = all::<(Uuid, i64)>(
        db,
        "select p.id, p.version from priority_areas p join agreements a on a.id = p.agreement_id \
         where a.slug = 'india-peru' and p.rank = 1",
    )
    .await?;
    known.area = areas.first().copied().unwrap_or_default();
    let proposals = all::<(Uuid,)>(
        db,
        "select p.id from priority_proposals p join agreements a on a.id = p.agreement_id join accounts b on b.id = p.proposed_by \
         where a.slug = 'india-peru' and p.state = 'pending' \
         order by case b.email when 'goods@accord.example' then 0 else 1 end, p.proposed_at, p.id",
    )
    .await?;
    known.proposal = proposals.first().map(|(id,)| *id).unwrap_or_default();
    (known.priorities,) = one(
        db,
        "select count(*) from priority_proposals p join agreements a on a.id = p.agreement_id \
         where a.slug = 'india-peru' and p.state = 'approved'",
    )
    .await?;
    // Withdrawn by a test, perhaps.
    let papers = all::<(Uuid,)>(
        db,
        "select p.id from papers p join meeting_sessions s on s.id = p.session_id join meetings m on m.id = s.meeting_id \
         join agreements a on a.id = m.agreement_id where a.slug = 'india-peru' and m.address = 'round-11' and p.clearance = 2",
    )
    .await?;
    known.paper = papers.first().map(|(id,)| *id).unwrap_or_default();
    (known.point,) = one(
        db,
        "select p.version from action_points p join agreements a on a.id = p.agreement_id where a.slug = 'india-peru' and p.number = 1",
    )
    .await?;
    let milestones = all::<(Uuid, i64)>(
        db,
        "select m.id, m.version from milestones m join milestone_agreements t on t.milestone_id = m.id \
         join agreements a on a.id = t.agreement_id where a.slug = 'india-peru' order by m.starts, m.id",
    )
    .await?;
    known.milestone = milestones.first().copied().unwrap_or_default();
    let chapters = "from chapters c join agreements a on a.id = c.agreement_id join chapter_confidences d on d.chapter_id = c.id \
                    where a.slug = 'india-peru'";
    known.chapters = all::<(String, i64)>(db, &format!("select c.address, c.version {chapters}")).await?.into_iter().collect();
    for (wanted, place) in [("parked_since", &mut known.parked), ("escalated_to", &mut known.escalated)] {
        let found = format!("select c.address {chapters} and d.{wanted} is not null order by c.number limit 1");
        *place = all::<(String,)>(db, &found).await?.into_iter().next().map(|(address,)| address).unwrap_or_default();
    }
    let meetings = "from meetings m join agreements a on a.id = m.agreement_id where a.slug = 'india-peru'";
    known.meetings = all::<(String, i64)>(db, &format!("select m.address, m.version {meetings}")).await?.into_iter().collect();
    let sessions = "select c.address, s.version from meeting_sessions s join meetings m on m.id = s.meeting_id \
                    join chapters c on c.id = s.chapter_id join agreements a on a.id = m.agreement_id \
                    where a.slug = 'india-peru' and m.address = 'round-11'";
    known.sessions = all::<(String, i64)>(db, sessions).await?.into_iter().collect();
    known.accounts = all::<(String, Uuid)>(db, "select email, id from accounts").await?.into_iter().collect();
    let figures = all::<(Uuid, i64)>(
        db,
        "select f.id, f.version from trade_figures f join trade_sources s on s.id = f.source_id \
         where s.title = 'Second public figure' and f.flow = 'total' order by f.starts",
    )
    .await?;
    known.figure = figures.first().copied().unwrap_or_default();
    let sources = all::<(Uuid,)>(db, "select id from trade_sources where title = 'Second public figure'").await?;
    known.source = sources.first().map(|(id,)| *id).unwrap_or(known.source);
    let imports = all::<(Uuid,)>(db, "select id from trade_imports").await?;
    known.import = imports.first().map(|(id,)| *id).unwrap_or_default();
    let targets = all::<(Uuid, i64)>(db, "select id, version from trade_targets").await?;
    known.target = targets.first().copied().unwrap_or_default();
    let waiting = all::<(String, Uuid)>(db, "select purpose, id from waiting_files order by id desc").await?;
    known.waiting = waiting.into_iter().collect();
    let invitations = all::<(Uuid,)>(db, "select id from consultation_invitations where token_hash <> '' order by id").await?;
    known.invitation = invitations.first().map(|(id,)| *id).unwrap_or_default();
    // The pair of the demo, entered one after the other.
    let alike = "select id, version from stakeholders where lower(name) like '%motor%cycles%' order by id";
    let mut alike = all::<(Uuid, i64)>(db, alike).await?.into_iter();
    known.stakeholder = alike.next().unwrap_or_default();
    known.alike = alike.next().unwrap_or_default();
    let stances = all::<(Uuid,)>(db, "select id from stakeholder_stances order by heard_on").await?;
    known.stance = stances.first().map(|(id,)| *id).unwrap_or_default();
    let papers = all::<(Uuid,)>(db, "select id from house_papers order by put_at, id").await?;
    known.house_paper = papers.first().map(|(id,)| *id).unwrap_or_default();
    let attendees = "select a.id from house_attendees a join house_meetings m on m.id = a.meeting_id and m.number = 1 \
         where a.country = 'CL'";
    let attendees = all::<(Uuid,)>(db, attendees).await?;
    known.attendee = attendees.first().map(|(id,)| *id).unwrap_or_default();
    let lines = "select cast(p.due as text) from plan_lines p join house_meetings m on m.id = p.meeting_id and m.number = 1 where p.number = 4";
    known.line_due = all::<(String,)>(db, lines).await?.into_iter().next().map(|(day,)| day).unwrap_or_default();
    Ok(())
}

/// Seeds once, on a thread of its own: a database belongs to the runtime it was opened on.
fn once<T: Send + Sync + 'static>(
    cell: &'static OnceLock<Result<T, String>>,
    work: impl Future<Output = Tested<T>> + Send + 'static,
) -> Tested<&'static T> {
    let outcome = cell.get_or_init(|| {
        let seeding = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            let runtime = runtime.map_err(|error| error.to_string())?;
            runtime.block_on(work).map_err(|error| error.to_string())
        });
        seeding.join().unwrap_or_else(|_| Err("the seeding panicked".into()))
    });
    outcome.as_ref().map_err(|told| format!("the demo could not be seeded: {told}").into())
}

async fn seed_file() -> Tested<Seeded> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("demo.db");
    let address = format!("sqlite:{}", path.display());
    let db = Db::open(&address).await?;
    let known = fill(&db).await?;
    db.close().await;
    // What still stands in the write-ahead log moves into the file, which is then all there is.
    let mut conn = sqlx::SqliteConnection::connect(&address).await?;
    conn.execute("pragma wal_checkpoint(truncate)").await?;
    conn.close().await?;
    Ok(Seeded { file: std::fs::read(&path)?, known })
}

fn seeded() -> Tested<&'static Seeded> {
    static SEEDED: OnceLock<Result<Seeded, String>> = OnceLock::new();
    once(&SEEDED, seed_file())
}

/// The seeded database as a file in a folder, for a program of its own.
pub fn demo_database(folder: &Path) -> Tested<PathBuf> {
    let path = folder.join("demo.db");
    std::fs::write(&path, &seeded()?.file)?;
    Ok(path)
}

/// The cookie of an account in every copy of the seeded database.
pub fn demo_cookie(who: Who) -> Tested<String> {
    let email = who.email().ok_or("the anonymous have no cookie")?;
    Ok(seeded()?.known.cookies.get(email).cloned().ok_or("no cookie")?)
}

struct SeededPostgres {
    template: String,
    known: Known,
}

async fn seed_template(server: String) -> Tested<SeededPostgres> {
    let template = fresh_name();
    let mut conn = sqlx::PgConnection::connect(&server).await?;
    conn.execute(sqlx::AssertSqlSafe(format!("create database {template}"))).await?;
    let db = Db::open(&on_server(&server, &template)).await?;
    let known = fill(&db).await?;
    db.close().await;
    Ok(SeededPostgres { template, known })
}

fn fresh_name() -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    format!("accord_server_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The address of a database on a server given by the address of another.
fn on_server(server: &str, database: &str) -> String {
    let (before, query) = server.split_once('?').map_or((server, String::new()), |(before, query)| (before, format!("?{query}")));
    let scheme = before.find("://").map_or(0, |at| at + 3);
    let end = before[scheme..].find('/').map_or(before.len(), |at| scheme + at);
    format!("{}/{database}{query}", &before[..end])
}

/// The application around a database.
pub fn app(db: Db, secure: bool) -> App {
    let public_url = if secure { "https://accord.example" } else { "http://127.0.0.1:3000" };
    let settings = Settings { public_url: public_url.into(), secure, demo: true, trusted_proxies: Vec::new() };
    App::new(db, Clock::Frozen(now()), settings)
}

/// A command of the machine's administrator.
pub fn by_machine() -> Command {
    Command { actor: command_line(), at: now(), imported: false }
}

/// One house, on a database of its own, which goes with it.
pub struct House {
    pub db: Db,
    pub router: Router,
    pub known: Known,
    /// The address of the database.
    pub database: String,
    _place: Place,
}

/// Where the database is; dropping it removes it.
#[expect(dead_code, reason = "the fields are kept for what happens when they are dropped")]
enum Place {
    Folder(TempDir),
    Server(Scratch),
}

/// A database on a PostgreSQL server, removed when dropped.
struct Scratch {
    server: String,
    name: String,
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // A runtime of its own: the test's may be ending. What cannot be removed is the owner's of the server to remove.
        let removing = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
            runtime.block_on(async move {
                let mut conn = sqlx::PgConnection::connect(&server).await.ok()?;
                conn.execute(sqlx::AssertSqlSafe(format!("drop database if exists {name} with (force)"))).await.ok()
            })
        });
        drop(removing.join());
    }
}

impl House {
    /// On SQLite.
    pub async fn open() -> Tested<Self> {
        Self::opened(false).await
    }

    /// On SQLite, as if served over TLS.
    pub async fn over_tls() -> Tested<Self> {
        Self::opened(true).await
    }

    async fn opened(secure: bool) -> Tested<Self> {
        let seeded = tokio::task::spawn_blocking(seeded).await??;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("demo.db");
        std::fs::write(&path, &seeded.file)?;
        let database = format!("sqlite:{}", path.display());
        let db = Db::open(&database).await?;
        let router = router(app(db.clone(), secure));
        Ok(Self { db, router, known: seeded.known.clone(), database, _place: Place::Folder(folder) })
    }

    /// On PostgreSQL; none when the tests have no server, which is said.
    pub async fn on_postgres() -> Tested<Option<Self>> {
        let Ok(server) = std::env::var(POSTGRES) else {
            eprintln!("{POSTGRES} is not set: not tested on PostgreSQL");
            return Ok(None);
        };
        static SEEDED: OnceLock<Result<SeededPostgres, String>> = OnceLock::new();
        let template = seed_template(server.clone());
        let seeded = tokio::task::spawn_blocking(move || once(&SEEDED, template)).await??;
        let name = fresh_name();
        let mut conn = sqlx::PgConnection::connect(&server).await?;
        conn.execute(sqlx::AssertSqlSafe(format!("create database {name} template {}", seeded.template))).await?;
        let database = on_server(&server, &name);
        let place = Place::Server(Scratch { server, name });
        let db = Db::open(&database).await?;
        let router = router(app(db.clone(), false));
        Ok(Some(Self { db, router, known: seeded.known.clone(), database, _place: place }))
    }

    /// Learns versions and ids anew, after a change.
    pub async fn look_again(&mut self) -> Tested {
        look_around(&self.db, &mut self.known).await
    }

    /// The actor of an account, for commands that bypass the pages.
    pub fn actor(&self, who: Who) -> Tested<Actor> {
        let email = who.email().ok_or("the anonymous do not act")?;
        let id = self.known.accounts.get(email).copied().ok_or_else(|| format!("there is no account {email}"))?;
        let rights = match who {
            Who::Chief => vec![HouseRight::OpenAgreements],
            Who::Admin => vec![HouseRight::Administrator],
            _ => Vec::new(),
        };
        Ok(Actor { account: AccountId(id), name: email.to_owned(), rights })
    }

    /// A command of an account.
    pub fn command(&self, who: Who) -> Tested<Command> {
        Ok(Command { actor: self.actor(who)?, at: now(), imported: false })
    }

    /// Puts the cookie of somebody on a request.
    pub fn signed(&self, who: Who, mut request: Request<Body>) -> Tested<Request<Body>> {
        if let Some(cookie) = who.email().and_then(|email| self.known.cookies.get(email)) {
            request.headers_mut().insert(COOKIE, cookie.parse()?);
        }
        Ok(request)
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Tested<Answer> {
        sent(&self.router, request).await
    }

    /// Asks for a page.
    pub async fn get(&self, who: Who, address: &str) -> Tested<Answer> {
        let request = Request::get(self.known.fill(address)).body(Body::empty())?;
        self.send(self.signed(who, request)?).await
    }

    /// Posts a form that is encoded already.
    pub async fn post(&self, who: Who, address: &str, body: &str) -> Tested<Answer> {
        self.send(self.signed(who, post_request(&self.known.fill(address), &self.known.fill(body))?)?).await
    }

    /// Posts a form by its fields.
    pub async fn post_fields<'f>(&self, who: Who, address: &str, fields: &[(&'f str, &'f str)]) -> Tested<Answer> {
        self.post(who, address, &encoded(fields)).await
    }

    /// What the database remembers, in short: equal before and after when nothing was changed.
    pub async fn memory(&self) -> Tested<Memory> {
        Ok(Memory {
            scopes: all(&self.db, "select scope, head from scopes order by scope").await?,
            counts: one(
                &self.db,
                "select (select count(*) from changes), (select count(*) from agreements), (select count(*) from chapters), \
                 (select count(*) from lifecycle_events), (select count(*) from grants), (select count(*) from accounts), \
                 (select count(*) from agreement_relations), (select count(*) from ratification_steps)",
            )
            .await?,
            versions: one(
                &self.db,
                "select cast((select sum(version) from agreements) as bigint), cast((select sum(version) from chapters) as bigint), \
                 cast((select sum(version) from accounts) as bigint), cast((select sum(version) from meetings) as bigint), \
                 cast((select sum(version) from meeting_sessions) as bigint)",
            )
            .await?,
        })
    }
}

/// Heads of the change record, counts of rows and sums of versions.
#[derive(Debug, PartialEq, Eq)]
pub struct Memory {
    scopes: Vec<(String, String)>,
    counts: (i64, i64, i64, i64, i64, i64, i64, i64),
    versions: (i64, i64, i64, i64, i64),
}

/// The rows of a query that the test writes itself.
pub async fn all<T: FromRow>(db: &Db, sql: &str) -> Tested<Vec<T>> {
    Ok(db.all(sql).await?)
}

/// The first row of such a query.
pub async fn one<T: FromRow>(db: &Db, sql: &str) -> Tested<T> {
    all(db, sql).await?.into_iter().next().ok_or_else(|| format!("no row: {sql}").into())
}

/// `a=b&c=d`, percent-encoded.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap_or_default()
}

/// A form as a browser of this site posts it.
pub fn post_request(address: &str, body: &str) -> Tested<Request<Body>> {
    let kind =
        if body.starts_with("--accord") { "multipart/form-data; boundary=accord" } else { "application/x-www-form-urlencoded" };
    Ok(Request::post(address)
        .header(CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin")
        .header("host", "127.0.0.1:3000")
        .body(Body::from(body.to_owned()))?)
}

/// A request of any method without a body.
pub fn bare_request(method: &str, address: &str) -> Tested<Request<Body>> {
    Ok(Request::builder()
        .method(Method::from_bytes(method.as_bytes())?)
        .uri(address)
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())?)
}

/// Lets a router answer, as to a client on this machine.
pub async fn sent(router: &Router, request: Request<Body>) -> Tested<Answer> {
    sent_from(router, IpAddr::V4(Ipv4Addr::LOCALHOST), request).await
}

/// Lets a router answer a client at an address.
pub async fn sent_from(router: &Router, client: IpAddr, mut request: Request<Body>) -> Tested<Answer> {
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, 40_000)));
    let (head, body) = router.clone().oneshot(request).await?.into_parts();
    Ok(Answer { status: head.status.as_u16(), headers: head.headers, body: to_bytes(body, usize::MAX).await? })
}
