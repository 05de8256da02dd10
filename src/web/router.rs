//! Every address, and the layers around them.

use std::time::Duration;

use accord_domain::AppError;
use accord_domain::consultation::{LONGEST_COMMENT, MOST_LINES};
use accord_domain::text::{LINE, PARAGRAPHS};
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use super::app::App;
use super::failure::Failure;
use super::session_store::Sessions;
use super::visitor::identify;
use super::{act, assets, headers, memory, renderings};
use crate::pages::{
    account, action_point, action_point_form, action_points, administration, agreement, agreement_form, barriers, bodies, brief,
    calendar, chapter, chapter_form, consultations, downloads, errors, events, house_meetings, intake, meeting, meeting_form,
    meeting_session, milestones, pack, papers, people, portfolio, priorities, priority_form, priority_proposal, programme, report,
    rights, sign_in, stakeholders, stances, timeline, trade, what_changed, work,
};

/// The largest form, in bytes.
const LARGEST_FORM: usize = 1024 * 1024;
/// The largest form with minutes, in bytes: hundreds of pages arrive whole, to be kept or refused beside the field. Percent-encoded,
/// a letter of Devanagari takes nine bytes.
const LONGEST_MINUTES: usize = 8 * 1024 * 1024;
/// The largest form with a paper, in bytes: a little more than the paper, so that one too large is refused beside its field.
const LARGEST_PAPER: usize = accord_domain::paper::LARGEST + 2 * 1024 * 1024;
/// The largest form with a table, in bytes: a little more than the table, so that one too large is refused beside its field.
const LARGEST_TABLE: usize = accord_exchange::intake::table::LARGEST + 2 * 1024 * 1024;
/// The largest form with answers to a consultation, in bytes: a little more than the table, for the same reason.
const LARGEST_ANSWERS: usize = accord_exchange::intake::answers::LARGEST + 1024 * 1024;
/// The largest form that asks a consultation, in bytes: every line filled, with the introduction. A letter takes twelve bytes at most.
const LARGEST_CONSULTATION: usize = (MOST_LINES * LINE + PARAGRAPHS) * 12 + LARGEST_FORM;
/// The largest form that answers one, in bytes: a comment of its full length on each line, which is more than an answer may hold
/// together, so that one too long is refused beside its comment.
const LONGEST_ANSWERS: usize = MOST_LINES * LONGEST_COMMENT * 12 + LARGEST_FORM;
/// Where an address is a secret: the calendar feeds, and the links by which consultations are answered.
const SECRET: [&str; 2] = ["calendar/", "consultations/"];
/// The longest a request may take.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// How long a session lives, from signing in.
const SESSION_DAYS: i64 = 7;

/// The screens people open again and again, whose renderings are kept.
fn screens(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(portfolio::show))
        .route("/agreements/{slug}", get(agreement::show))
        .route("/agreements/{slug}/chapters/{address}", get(chapter::show).post(chapter::post))
        .route_layer(ServiceBuilder::new().layer(from_fn_with_state(app.clone(), renderings::keep)).layer(compression()))
}

fn pages() -> Router<App> {
    Router::new()
        .route("/changes", get(what_changed::portfolio))
        .route("/portfolio.xlsx", get(downloads::portfolio_xlsx))
        .route("/portfolio.csv", get(downloads::portfolio_csv))
        .route("/agreements/new", get(agreement_form::new).post(agreement_form::open))
        .route("/agreements/{slug}/edit", get(agreement_form::edit).post(agreement_form::save))
        .route("/agreements/{slug}/changes", get(what_changed::agreement))
        .route(
            "/agreements/{slug}/consultations",
            get(consultations::list::show).post(consultations::list::open).layer(DefaultBodyLimit::max(LARGEST_CONSULTATION)),
        )
        .route("/agreements/{slug}/consultations/{number}", get(consultations::single::show))
        .route(
            "/agreements/{slug}/consultations/{number}/edit",
            get(consultations::edit::show).post(consultations::edit::save).layer(DefaultBodyLimit::max(LARGEST_CONSULTATION)),
        )
        .route("/agreements/{slug}/consultations/{number}/answers.xlsx", get(consultations::downloads::xlsx))
        .route("/agreements/{slug}/consultations/{number}/answers.csv", get(consultations::downloads::csv))
        .route("/agreements/{slug}/consultations/{number}/invitations", post(consultations::single::invite))
        .route("/agreements/{slug}/consultations/{number}/invitations/{invitation}/revoke", post(consultations::single::revoke))
        .route("/agreements/{slug}/consultations/{number}/invitations/{invitation}/renew", post(consultations::single::renew))
        .route(
            "/consultations/{token}",
            get(consultations::by_link::show).post(consultations::by_link::answer).layer(DefaultBodyLimit::max(LONGEST_ANSWERS)),
        )
        .route("/consultations/{token}/answers.xlsx", get(consultations::by_link::template))
        .route("/consultations/{token}/file", post(consultations::by_link::fill).layer(DefaultBodyLimit::max(LARGEST_ANSWERS)))
        .route("/agreements/{slug}/stances", get(stances::show).post(stances::record))
        .route("/agreements/{slug}/stances/withdraw", post(stances::withdraw))
        .route("/stakeholders", get(stakeholders::list::show))
        .route("/stakeholders.xlsx", get(stakeholders::list::xlsx))
        .route("/stakeholders.csv", get(stakeholders::list::csv))
        .route("/stakeholders/{stakeholder}", get(stakeholders::single::show).post(stakeholders::single::save))
        .route("/stakeholders/{stakeholder}/merge/{other}", get(stakeholders::merge::show).post(stakeholders::merge::merge))
        .route("/agreements/{slug}/timeline", get(timeline::agreement))
        .route("/agreements/{slug}/priorities", get(priorities::show))
        .route("/agreements/{slug}/priorities/order", post(priorities::order))
        .route("/agreements/{slug}/priorities/drop", post(priorities::drop))
        .route("/agreements/{slug}/priorities/new", get(priority_form::new).post(priority_form::add))
        .route("/agreements/{slug}/priorities/{area}/edit", get(priority_form::edit).post(priority_form::save))
        .route("/agreements/{slug}/priorities/{area}/flag", post(priorities::set_flag))
        .route("/agreements/{slug}/priorities/proposals/{proposal}", get(priority_proposal::show))
        .route("/agreements/{slug}/priorities/proposals/{proposal}/approve", post(priority_proposal::approve))
        .route("/agreements/{slug}/priorities/proposals/{proposal}/refuse", post(priority_proposal::refuse_it))
        .route("/agreements/{slug}/priorities/proposals/{proposal}/withdraw", post(priority_proposal::withdraw))
        .route("/agreements/{slug}/brief", get(brief::show).post(brief::draft))
        .route("/agreements/{slug}/brief.docx", get(brief::docx))
        .route("/agreements/{slug}/brief/edit", get(brief::edit).post(brief::save))
        .route("/agreements/{slug}/brief/approve", post(brief::approve))
        .route("/agreements/{slug}/action-points", get(action_points::show))
        .route("/agreements/{slug}/action-points.xlsx", get(downloads::action_points_xlsx))
        .route("/agreements/{slug}/action-points.csv", get(downloads::action_points_csv))
        .route("/agreements/{slug}/action-points/new", get(action_point_form::new).post(action_point_form::agree))
        .route("/agreements/{slug}/action-points/{number}", get(action_point::show))
        .route("/agreements/{slug}/action-points/{number}/edit", get(action_point_form::edit).post(action_point_form::save))
        .route("/agreements/{slug}/action-points/{number}/day", post(action_point::put_off))
        .route("/agreements/{slug}/action-points/{number}/state", post(action_point::move_to))
        .route("/agreements/{slug}/archive", post(agreement::archive))
        .route("/agreements/{slug}/restore", post(agreement::restore))
        .route("/agreements/{slug}/relations", post(agreement::relate))
        .route("/agreements/{slug}/ratification", post(agreement::ratify))
        .route("/agreements/{slug}/events", post(events::record))
        .route("/agreements/{slug}/events/new", get(events::new))
        .route("/agreements/{slug}/events/{event}", get(events::edit).post(events::correct))
        .route("/agreements/{slug}/events/{event}/withdraw", post(events::withdraw))
        .route("/agreements/{slug}/meetings/new", get(meeting_form::new).post(meeting_form::plan))
        .route("/agreements/{slug}/meetings/{meeting}", get(meeting::show))
        .route("/agreements/{slug}/meetings/{meeting}/pack", get(pack::show))
        .route("/agreements/{slug}/meetings/{meeting}/pack.html", get(pack::file))
        .route("/agreements/{slug}/meetings/{meeting}/report", get(report::show).post(report::draft))
        .route("/agreements/{slug}/meetings/{meeting}/report.docx", get(report::docx))
        .route("/agreements/{slug}/meetings/{meeting}/report/edit", get(report::edit).post(report::save))
        .route("/agreements/{slug}/meetings/{meeting}/report/approve", post(report::approve))
        .route("/agreements/{slug}/meetings/{meeting}/report/publish", post(report::publish))
        .route("/agreements/{slug}/meetings/{meeting}/edit", get(meeting_form::edit).post(meeting_form::save))
        .route("/agreements/{slug}/meetings/{meeting}/state", post(meeting::move_to))
        .route("/agreements/{slug}/meetings/{meeting}/sessions", post(meeting::add))
        .route("/agreements/{slug}/meetings/{meeting}/carry-over", post(meeting::take_up))
        .route(
            "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}",
            get(meeting_session::edit).post(meeting_session::save).layer(DefaultBodyLimit::max(LONGEST_MINUTES)),
        )
        .route(
            "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}/papers",
            get(papers::show).post(papers::put).layer(DefaultBodyLimit::max(LARGEST_PAPER)),
        )
        .route("/agreements/{slug}/meetings/{meeting}/papers/{paper}", get(papers::download))
        .route("/agreements/{slug}/meetings/{meeting}/sessions/{chapter}/papers/withdraw", post(papers::withdraw))
        .route("/agreements/{slug}/people", get(people::show).post(people::grant))
        .route("/agreements/{slug}/people/{grant}/revoke", post(people::revoke))
        .route("/agreements/{slug}/chapters.xlsx", get(downloads::chapters_xlsx))
        .route("/agreements/{slug}/chapters.csv", get(downloads::chapters_csv))
        .route("/agreements/{slug}/chapters/new", get(chapter_form::new).post(chapter_form::open))
        .route("/agreements/{slug}/chapters/{address}/edit", get(chapter_form::edit).post(chapter_form::save))
        .route("/agreements/{slug}/chapters/{address}/archive", post(chapter_form::archive))
        .route("/agreements/{slug}/chapters/{address}/park", post(chapter::park))
        .route("/agreements/{slug}/chapters/{address}/unpark", post(chapter::unpark))
        .route("/agreements/{slug}/chapters/{address}/escalate", post(chapter::escalate))
        .route("/agreements/{slug}/chapters/{address}/answer", post(chapter::answer))
        .route("/work", get(work::show))
        .route("/timeline", get(timeline::portfolio))
        .route("/milestones/new", get(milestones::new).post(milestones::record))
        .route("/milestones/{milestone}", get(milestones::edit).post(milestones::save))
        .route("/milestones/{milestone}/withdraw", post(milestones::withdraw))
        .route("/trade", get(trade::overview::show))
        .route("/trade/import", get(trade::import::new).post(trade::import::send).layer(DefaultBodyLimit::max(LARGEST_TABLE)))
        .route("/trade/import/{file}", get(trade::import::show).post(trade::import::keep))
        .route("/trade/import/{file}/refused.csv", get(trade::import::refused_rows))
        .route("/trade/hs", get(trade::hs::show))
        .route("/import", get(intake::choose))
        .route(
            "/import/nomenclature",
            get(intake::nomenclature::new).post(intake::nomenclature::send).layer(DefaultBodyLimit::max(LARGEST_TABLE)),
        )
        .route("/import/nomenclature/{file}", get(intake::nomenclature::show).post(intake::nomenclature::keep))
        .route("/import/nomenclature/{file}/refused.csv", get(intake::nomenclature::refused_rows))
        .route(
            "/import/status-table",
            get(intake::status_table::new).post(intake::status_table::send).layer(DefaultBodyLimit::max(LARGEST_TABLE)),
        )
        .route("/import/status-table/{file}", get(intake::status_table::show).post(intake::status_table::keep))
        .route("/import/status-table/{file}/refused.csv", get(intake::status_table::refused_rows))
        .route("/trade/said", get(trade::said::show))
        .route("/trade/prefer", post(trade::said::prefer))
        .route("/trade/figures/new", get(trade::figure_form::new).post(trade::figure_form::record))
        .route("/trade/figures/{figure}", get(trade::figure::show).post(trade::figure::correct))
        .route("/trade/figures/{figure}/withdraw", post(trade::figure::withdraw))
        .route("/trade/imports/{import}", get(trade::imported::show))
        .route("/trade/imports/{import}/withdraw", post(trade::imported::withdraw))
        .route("/trade/sources/{source}", get(trade::source::show).post(trade::source::save))
        .route("/trade/targets/new", get(trade::target_form::new).post(trade::target_form::set))
        .route("/trade/targets/{target}", get(trade::target_form::show).post(trade::target_form::drop_it))
        .route("/trade/{reporter}/{partner}", get(trade::bilateral::show))
        .route("/trade/{reporter}/{partner}/goods", get(trade::goods::show))
        .route("/trade/{reporter}/{partner}/figures.xlsx", get(trade::downloads::xlsx))
        .route("/trade/{reporter}/{partner}/figures.csv", get(trade::downloads::csv))
        .route("/regions/new", get(trade::region_form::new).post(trade::region_form::make))
        .route("/regions/{region}", get(trade::region::show))
        .route("/regions/{region}/edit", get(trade::region_form::edit).post(trade::region_form::save))
        .route("/programme", get(programme::matrix::show))
        .route("/programme.xlsx", get(programme::matrix::xlsx))
        .route("/programme.csv", get(programme::matrix::csv))
        .route("/programme/shape", get(programme::shape::show))
        .route("/programme/sectors", post(programme::shape::add_sector))
        .route("/programme/sectors/{sector}", get(programme::order::show).post(programme::order::rename))
        .route("/programme/sectors/{sector}/move", post(programme::order::shift_sector))
        .route("/programme/countries", post(programme::shape::add_country))
        .route("/programme/countries/{country}/move", post(programme::order::shift_country))
        .route("/programme/missions", post(programme::shape::accredit))
        .route("/programme/retire", post(programme::shape::retire))
        .route("/programme/{country}/{sector}", get(programme::cell::show).post(programme::cell::fill))
        .route("/bodies", get(bodies::list))
        .route("/bodies/new", get(bodies::form::new).post(bodies::form::found))
        .route("/bodies/{address}", get(bodies::show))
        .route("/bodies/{address}/edit", get(bodies::form::edit).post(bodies::form::save))
        .route("/meetings/new", get(house_meetings::form::new).post(house_meetings::form::plan))
        .route("/meetings/{number}", get(house_meetings::single::show))
        .route(
            "/meetings/{number}/edit",
            get(house_meetings::form::edit).post(house_meetings::form::save).layer(DefaultBodyLimit::max(LONGEST_MINUTES)),
        )
        .route("/meetings/{number}/state", post(house_meetings::single::move_to))
        .route("/meetings/{number}/plan.xlsx", get(house_meetings::single::xlsx))
        .route("/meetings/{number}/plan.csv", get(house_meetings::single::csv))
        .route("/meetings/{number}/lines/new", get(house_meetings::line::new).post(house_meetings::line::add))
        .route("/meetings/{number}/lines/{line}", get(house_meetings::line::show).post(house_meetings::line::save))
        .route("/meetings/{number}/attendees", get(house_meetings::attendees::show).post(house_meetings::attendees::add))
        .route("/meetings/{number}/attendees/answers", post(house_meetings::attendees::say))
        .route("/meetings/{number}/attendees/strike", post(house_meetings::attendees::remove))
        .route(
            "/meetings/{number}/papers",
            get(house_meetings::papers::show).post(house_meetings::papers::put).layer(DefaultBodyLimit::max(LARGEST_PAPER)),
        )
        .route("/meetings/{number}/papers/withdraw", post(house_meetings::papers::withdraw))
        .route("/meetings/{number}/papers/{paper}", get(house_meetings::papers::download))
        .route("/barriers", get(barriers::list::show))
        .route("/barriers.xlsx", get(barriers::list::xlsx))
        .route("/barriers.csv", get(barriers::list::csv))
        .route("/barriers/new", get(barriers::form::new).post(barriers::form::open))
        .route("/barriers/public", get(barriers::list::published))
        .route("/barriers/{number}", get(barriers::single::show))
        .route("/barriers/{number}/edit", get(barriers::form::edit).post(barriers::form::save))
        .route("/barriers/{number}/move", post(barriers::single::move_it))
        .route("/barriers/{number}/notes", post(barriers::single::note))
        .route("/barriers/{number}/link", post(barriers::single::link))
        .route("/barriers/{number}/unlink", post(barriers::single::unlink))
        .route("/barriers/{number}/public", get(barriers::public::show))
        .route("/barriers/{number}/public/propose", post(barriers::public::propose))
        .route("/barriers/{number}/public/approve", post(barriers::public::approve))
        .route("/barriers/{number}/public/refuse", post(barriers::public::refuse))
        .route("/barriers/{number}/public/publish", post(barriers::public::publish))
        .route("/barriers/{number}/public/take-back", post(barriers::public::take_back))
        .route("/rights", get(rights::show))
        .route("/me", get(account::show).post(account::save))
        .route("/me/password", post(account::change_password))
        .route("/me/calendar", post(calendar::make))
        .route("/me/calendar/revoke", post(calendar::revoke))
        .route("/admin", get(administration::show))
        .route("/admin/accounts", post(administration::add))
        .route("/admin/disable", post(administration::disable))
        .route("/admin/enable", post(administration::enable))
        .route("/admin/rights", post(administration::set_rights))
        .route("/admin/password", post(administration::reset_password))
        .route("/sign-in", get(sign_in::form).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", post(sign_in::choose_language))
        .route("/act/{name}", post(act::enter))
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::not_found)
}

/// A path as the log tells it: without what is a secret, also where it was typed a little wrong.
fn told(path: &str) -> &str {
    let inner = path.trim_start_matches('/');
    let begins = |secret: &&&str| inner.get(..secret.len()).is_some_and(|start| start.eq_ignore_ascii_case(secret));
    match SECRET.iter().find(begins) {
        Some(&"calendar/") => "/calendar/",
        Some(_) => "/consultations/",
        None => path,
    }
}

async fn alive() -> &'static str {
    "alive\n"
}

/// Ready when the database answers.
async fn ready(State(app): State<App>) -> Response {
    match app.db.version().await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}

fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> axum::http::Response<Body> {
    Failure(AppError::Internal("a handler panicked".into())).into_response()
}

fn cross_site(_: tower_http::csrf::ProtectionError) -> axum::http::Response<Body> {
    Failure(AppError::CrossSite).into_response()
}

/// Pages hold no secret a stranger could probe for by what he makes them repeat (no token against forgery is in them), so that
/// they may be compressed.
fn compression() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(5))
}

/// The whole server.
pub fn router(app: App) -> Router {
    let secure = app.settings.secure;
    let sessions = SessionManagerLayer::new(Sessions { db: app.db.clone(), memory: app.memory.clone() })
        .with_name(if secure { "__Host-accord" } else { "accord" })
        .with_secure(secure)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(time::Duration::days(SESSION_DAYS)));
    let request_id = HeaderName::from_static("x-request-id");
    let pages = pages().layer(compression()).merge(screens(&app)).layer(
        ServiceBuilder::new()
            .layer(from_fn_with_state(app.clone(), memory::at_one_moment))
            .layer(sessions)
            .layer(from_fn_with_state(app.clone(), identify))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(CsrfLayer::new().with_rejection_response(cross_site))
            .layer(DefaultBodyLimit::max(LARGEST_FORM)),
    );
    Router::new()
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
        .merge(assets::routes())
        // For programs, which have no session.
        .route("/calendar/{file}", get(calendar::read))
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::new(request_id.clone(), MakeRequestUuid))
                .layer(TraceLayer::new_for_http().make_span_with(|request: &Request| {
                    let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
                    tracing::info_span!("request", id, method = %request.method(), path = told(request.uri().path()))
                }))
                .layer(PropagateRequestIdLayer::new(request_id))
                .layer(from_fn(headers::secure))
                .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST_REQUEST)),
        )
        .with_state(app)
}
