//! Every role on every route, in one table; a route of the router that the table lacks is a failure.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;

use crate::house::{House, Tested, Who, post_request};

/// How an answer must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// 200.
    Show,
    /// 303 to another page than the sign-in.
    Go,
    /// 303 to the sign-in, which leads back.
    SignIn,
    /// 404 in the house look: there is no such thing, or the asker may not know that there is.
    Hide,
    /// 404 without a page, of an asset.
    Lack,
    /// 401 to a program.
    Refuse,
}
use Must::{Go, Hide, Lack, Refuse, Show, SignIn};

/// A route as asked: method, the literal of the router, the address asked for, the body posted, and what each must get, in the order
/// of `Who::ALL`: anonymous, minister, chief, goods, services, official, partner, admin, stranger.
pub struct Row(pub &'static str, pub &'static str, pub &'static str, pub &'static str, pub [Must; 9]);

const ALL_SIGNED_IN: [Must; 9] = [SignIn, Show, Show, Show, Show, Show, Show, Show, Show];
const ALL: [Must; 9] = [Show; 9];
/// Whoever has a role in India–Peru.
const ROLES: [Must; 9] = [SignIn, Show, Show, Show, Show, Show, Show, Hide, Hide];
/// Its chief and its principal.
const LEADERS: [Must; 9] = [SignIn, Show, Show, Hide, Hide, Hide, Hide, Hide, Hide];
const LEADERS_GO: [Must; 9] = [SignIn, Go, Go, Hide, Hide, Hide, Hide, Hide, Hide];
/// Those and the lead of its chapter on goods.
const GOODS: [Must; 9] = [SignIn, Show, Show, Show, Hide, Hide, Hide, Hide, Hide];
const GOODS_GO: [Must; 9] = [SignIn, Go, Go, Go, Hide, Hide, Hide, Hide, Hide];
/// The delegation: whoever has a role in India–Peru but the guest.
const DELEGATION: [Must; 9] = [SignIn, Show, Show, Show, Show, Show, Hide, Hide, Hide];
/// Whoever leads India–Peru or one of its chapters.
const LEADS: [Must; 9] = [SignIn, Show, Show, Show, Show, Hide, Hide, Hide, Hide];
const LEADS_GO: [Must; 9] = [SignIn, Go, Go, Go, Go, Hide, Hide, Hide, Hide];
/// The principal alone, and whoever made the proposal.
const PRINCIPAL_GO: [Must; 9] = [SignIn, Go, Hide, Hide, Hide, Hide, Hide, Hide, Hide];
const PROPOSER_GO: [Must; 9] = [SignIn, Hide, Hide, Go, Hide, Hide, Hide, Hide, Hide];
/// Those who lead India–Peru, and the official who owes it something.
const OWNER_GO: [Must; 9] = [SignIn, Go, Go, Hide, Hide, Go, Hide, Hide, Hide];
const ADMIN: [Must; 9] = [SignIn, Hide, Hide, Hide, Hide, Hide, Hide, Show, Hide];
const ADMIN_GO: [Must; 9] = [SignIn, Hide, Hide, Hide, Hide, Hide, Hide, Go, Hide];
/// Whoever may open agreements, and keeps milestones too.
const OPENER: [Must; 9] = [SignIn, Hide, Show, Hide, Hide, Hide, Hide, Hide, Hide];
const OPENER_GO: [Must; 9] = [SignIn, Hide, Go, Hide, Hide, Hide, Hide, Hide, Hide];

/// A form with a paper.
const PAPER: &str = "--accord\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.txt\"\r\n\r\nOurs\r\n--accord\r\n\
    Content-Disposition: form-data; name=\"audience\"\r\n\r\ndelegation\r\n--accord--\r\n";

/// A form with a paper of a meeting that is of no agreement.
const HOUSE_PAPER: &str = "--accord\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.txt\"\r\n\r\nOurs\r\n--accord\r\n\
    Content-Disposition: form-data; name=\"audience\"\r\n\r\nmissions\r\n--accord--\r\n";

/// A form with a table of figures.
const TABLE: &str = "--accord\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nHSCode,Value\n1,5\n\r\n--accord\r\n\
    Content-Disposition: form-data; name=\"publisher\"\r\n\r\nThe ministry\r\n--accord--\r\n";
/// A form with a table of answers.
const ANSWERS: &str = "--accord\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nnumber,stance\n1,support\n\r\n\
    --accord\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n1\r\n--accord--\r\n";
/// How its columns are read, with what it does not say.
const COLUMNS: &str = "publisher=The+ministry&all-partner=Peru&all-flow=exports&leave_out=yes";
/// All that is said of a total.
const SAID: &str = "/trade/said?reporter=IN&partner=PE&traded=goods&flow=total&currency=USD&period=FY2022-23";

const PERU: &str = "/agreements/india-peru";

/// The whole table.
#[rustfmt::skip]
pub fn table() -> Vec<Row> {
    vec![
        Row("GET", "/healthz", "/healthz", "", ALL),
        Row("GET", "/readyz", "/readyz", "", ALL),
        Row("GET", "/assets/{*path}", "/assets/none.css", "", [Lack; 9]),
        Row("GET", "/robots.txt", "/robots.txt", "", ALL),
        Row("GET", "/favicon.svg", "/favicon.svg", "", ALL),

        Row("GET", "/", "/", "", ALL_SIGNED_IN),
        Row("GET", "/changes", "/changes", "", ALL_SIGNED_IN),
        Row("GET", "/work", "/work", "", ALL_SIGNED_IN),
        Row("GET", "/portfolio.xlsx", "/portfolio.xlsx", "", ALL_SIGNED_IN),
        Row("GET", "/portfolio.csv", "/portfolio.csv", "", ALL_SIGNED_IN),

        Row("GET", "/agreements/new", "/agreements/new", "", OPENER),
        Row("POST", "/agreements/new", "/agreements/new",
            "name=A&slug=a-new-one&kind=fta&template=pta&home_party=IN&partners=PE+Peru", OPENER_GO),
        Row("GET", "/agreements/{slug}", PERU, "", ROLES),
        Row("GET", "/agreements/{slug}/changes", "/agreements/india-peru/changes", "", ROLES),
        Row("GET", "/agreements/{slug}/brief", "/agreements/india-peru/brief", "", LEADERS),
        Row("POST", "/agreements/{slug}/brief", "/agreements/india-chile-pta/brief", "language=hi-IN", LEADERS_GO),
        Row("GET", "/agreements/{slug}/brief.docx", "/agreements/india-peru/brief.docx", "", LEADERS),
        Row("GET", "/agreements/{slug}/brief/edit", "/agreements/india-peru/brief/edit", "", LEADERS),
        Row("POST", "/agreements/{slug}/brief/edit", "/agreements/india-peru/brief/edit",
            "version={v:brief}&objectives=Close+goods&clearance=principals", LEADERS_GO),
        Row("POST", "/agreements/{slug}/brief/approve", "/agreements/india-peru/brief/approve", "version={v:brief}", LEADERS_GO),
        Row("GET", "/agreements/{slug}/edit", "/agreements/india-peru/edit", "", LEADERS),
        Row("POST", "/agreements/{slug}/edit", "/agreements/india-peru/edit",
            "version={v:agreement}&name=India-Peru&kind=fta&home_party=IN&partners=PE+Peru", LEADERS_GO),
        Row("POST", "/agreements/{slug}/archive", "/agreements/india-peru/archive", "reason=Done", LEADERS_GO),
        Row("POST", "/agreements/{slug}/restore", "/agreements/india-peru/restore", "reason=Again", LEADERS_GO),
        Row("POST", "/agreements/{slug}/relations", "/agreements/india-peru/relations",
            "relation=expands&earlier=india-chile-pta", LEADERS_GO),
        Row("POST", "/agreements/{slug}/ratification", "/agreements/india-peru/ratification",
            "party=PE&step=executive-approval", LEADERS_GO),
        Row("POST", "/agreements/{slug}/events", "/agreements/india-peru/events",
            "event_kind=round-held&held=yes&date=2026-11-01&publisher=The+ministry", LEADERS_GO),
        Row("GET", "/agreements/{slug}/events/new", "/agreements/india-peru/events/new", "", LEADERS),
        Row("GET", "/agreements/{slug}/events/{event}", "/agreements/india-peru/events/{event}", "", LEADERS),
        Row("POST", "/agreements/{slug}/events/{event}", "/agreements/india-peru/events/{event}",
            "event_kind=round-held&held=yes&date=2026-11-01&publisher=The+ministry&reason=Better+known", LEADERS_GO),
        Row("POST", "/agreements/{slug}/events/{event}/withdraw", "/agreements/india-peru/events/{event}/withdraw",
            "withdraw_reason=It+was+not", LEADERS_GO),
        Row("GET", "/agreements/{slug}/meetings/new", "/agreements/india-peru/meetings/new", "", LEADERS),
        Row("POST", "/agreements/{slug}/meetings/new", "/agreements/india-peru/meetings/new",
            "kind=round&number=12&zone=America%2FLima&dates=2027-02", LEADERS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}", "/agreements/india-peru/meetings/round-11", "", ROLES),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/pack", "/agreements/india-peru/meetings/round-11/pack", "", ROLES),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/pack.html", "/agreements/india-peru/meetings/round-11/pack.html", "", ROLES),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/report", "/agreements/india-peru/meetings/round-9/report", "", ROLES),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/report", "/agreements/india-peru/meetings/round-5/report",
            "language=hi-IN&clearance=partner", LEADERS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/report.docx", "/agreements/india-peru/meetings/round-9/report.docx", "", ROLES),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/report/edit", "/agreements/india-peru/meetings/round-9/report/edit", "", LEADERS),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/report/edit", "/agreements/india-peru/meetings/round-9/report/edit",
            "version={r:round-9}&summary=A+good+round&clearance=public", LEADERS_GO),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/report/approve", "/agreements/india-peru/meetings/round-6/report/approve",
            "version={r:round-6}", LEADERS_GO),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/report/publish",
            "/agreements/india-peru/meetings/special-round/report/publish", "version={r:special-round}&confirm=yes", LEADERS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/edit", "/agreements/india-peru/meetings/round-11/edit", "", LEADERS),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/edit", "/agreements/india-peru/meetings/round-11/edit",
            "version={m:round-11}&number=11&zone=America%2FLima&dates=2026-12-06..08", LEADERS_GO),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/state", "/agreements/india-peru/meetings/round-11/state",
            "version={m:round-11}&state=draft&back_reason=Other+dates", LEADERS_GO),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/sessions", "/agreements/india-peru/meetings/round-10/sessions",
            "chapter=goods", GOODS_GO),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/carry-over", "/agreements/india-chile-cepa/meetings/round-5/carry-over",
            "", LEADERS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}",
            "/agreements/india-peru/meetings/round-11/sessions/goods", "", GOODS),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}",
            "/agreements/india-peru/meetings/round-11/sessions/goods",
            "version={s:goods}&chapter_version={v:goods}&minutes=Said&item_title=Only+this", GOODS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}/papers",
            "/agreements/india-peru/meetings/round-11/sessions/goods/papers", "", GOODS),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}/papers",
            "/agreements/india-peru/meetings/round-11/sessions/goods/papers", PAPER, GOODS_GO),
        Row("GET", "/agreements/{slug}/meetings/{meeting}/papers/{paper}",
            "/agreements/india-peru/meetings/round-11/papers/{paper}", "", DELEGATION),
        Row("POST", "/agreements/{slug}/meetings/{meeting}/sessions/{chapter}/papers/withdraw",
            "/agreements/india-peru/meetings/round-11/sessions/goods/papers/withdraw",
            "withdrawn={paper}&withdraw_reason=The+wrong+one", GOODS_GO),
        Row("GET", "/agreements/{slug}/people", "/agreements/india-peru/people", "", LEADERS),
        Row("POST", "/agreements/{slug}/people", "/agreements/india-peru/people",
            "email=stranger%40accord.example&role=official", LEADERS_GO),
        Row("POST", "/agreements/{slug}/people/{grant}/revoke", "/agreements/india-peru/people/{grant}/revoke", "", LEADERS_GO),

        Row("GET", "/agreements/{slug}/chapters.xlsx", "/agreements/india-peru/chapters.xlsx", "", ROLES),
        Row("GET", "/agreements/{slug}/chapters.csv", "/agreements/india-peru/chapters.csv", "", ROLES),
        Row("GET", "/agreements/{slug}/chapters/new", "/agreements/india-peru/chapters/new", "", LEADERS),
        Row("POST", "/agreements/{slug}/chapters/new", "/agreements/india-peru/chapters/new", "kind=gender&number=40", LEADERS_GO),
        Row("GET", "/agreements/{slug}/chapters/{address}", "/agreements/india-peru/chapters/goods", "", ROLES),
        Row("POST", "/agreements/{slug}/chapters/{address}", "/agreements/india-peru/chapters/goods",
            "version={v:goods}&text_status=substantially-closed&reason=Agreed", GOODS_GO),
        Row("GET", "/agreements/{slug}/chapters/{address}/edit", "/agreements/india-peru/chapters/goods/edit", "", GOODS),
        Row("POST", "/agreements/{slug}/chapters/{address}/edit", "/agreements/india-peru/chapters/goods/edit",
            "version={v:goods}&number=2&open_brackets=3", GOODS_GO),
        Row("POST", "/agreements/{slug}/chapters/{address}/archive", "/agreements/india-peru/chapters/goods/archive",
            "version={v:goods}&archive_reason=Dropped", LEADERS_GO),
        Row("POST", "/agreements/{slug}/chapters/{address}/park", "/agreements/india-peru/chapters/goods/park",
            "version={v:goods}&park_reason=Waits", GOODS_GO),
        Row("POST", "/agreements/{slug}/chapters/{address}/unpark", "/agreements/india-peru/chapters/{parked}/unpark",
            "version={v:{parked}}&park_reason=Ready", LEADERS_GO),
        Row("POST", "/agreements/{slug}/chapters/{address}/escalate", "/agreements/india-peru/chapters/goods/escalate",
            "version={v:goods}&escalated_to=ministers&question=May+we", GOODS_GO),
        Row("POST", "/agreements/{slug}/chapters/{address}/answer", "/agreements/india-peru/chapters/{escalated}/answer",
            "version={v:{escalated}}&answer=Yes", LEADERS_GO),

        Row("GET", "/agreements/{slug}/action-points", "/agreements/india-peru/action-points", "", DELEGATION),
        Row("GET", "/agreements/{slug}/action-points.xlsx", "/agreements/india-peru/action-points.xlsx", "", DELEGATION),
        Row("GET", "/agreements/{slug}/action-points.csv", "/agreements/india-peru/action-points.csv", "", DELEGATION),
        Row("GET", "/agreements/{slug}/action-points/new", "/agreements/india-peru/action-points/new", "", LEADS),
        Row("POST", "/agreements/{slug}/action-points/new", "/agreements/india-peru/action-points/new",
            "title=Ask+them&who=theirs&due=2026-12-20&chapter=goods", GOODS_GO),
        Row("GET", "/agreements/{slug}/action-points/{number}", "/agreements/india-peru/action-points/1", "", DELEGATION),
        Row("GET", "/agreements/{slug}/action-points/{number}/edit", "/agreements/india-peru/action-points/1/edit", "", GOODS),
        Row("POST", "/agreements/{slug}/action-points/{number}/edit", "/agreements/india-peru/action-points/1/edit",
            "version={v:point}&title=Ask+them&who=theirs", GOODS_GO),
        Row("POST", "/agreements/{slug}/action-points/{number}/day", "/agreements/india-peru/action-points/1/day",
            "version={v:point}&due=2027-01-20&due_reason=They+asked", GOODS_GO),
        Row("POST", "/agreements/{slug}/action-points/{number}/state", "/agreements/india-peru/action-points/1/state",
            "version={v:point}&state=done", GOODS_GO),
        Row("POST", "/agreements/{slug}/action-points/{number}/state", "/agreements/india-peru/action-points/5/state",
            "version=1&state=done", OWNER_GO),
        Row("GET", "/agreements/{slug}/priorities", "/agreements/india-peru/priorities", "", DELEGATION),
        Row("POST", "/agreements/{slug}/priorities/order", "/agreements/india-peru/priorities/order",
            "version={v:priorities}&rank_1=2&rank_2=1&rank_3=3&rank_4=4&rank_5=5&order_reason=It+moved", LEADS_GO),
        Row("POST", "/agreements/{slug}/priorities/drop", "/agreements/india-peru/priorities/drop",
            "dropped={area}&drop_reason=It+is+won", LEADS_GO),
        Row("GET", "/agreements/{slug}/priorities/new", "/agreements/india-peru/priorities/new", "", LEADS),
        Row("POST", "/agreements/{slug}/priorities/new", "/agreements/india-peru/priorities/new",
            "rank=1&title=Tea&stance=offensive&chapters=goods&reason=Asked+for", LEADS_GO),
        Row("GET", "/agreements/{slug}/priorities/{area}/edit", "/agreements/india-peru/priorities/{area}/edit", "", GOODS),
        Row("POST", "/agreements/{slug}/priorities/{area}/edit", "/agreements/india-peru/priorities/{area}/edit",
            "version={v:area}&title=Pharma&stance=offensive&chapters=goods", GOODS_GO),
        Row("POST", "/agreements/{slug}/priorities/{area}/flag", "/agreements/india-peru/priorities/{area}/flag", "", PRINCIPAL_GO),
        Row("GET", "/agreements/{slug}/priorities/proposals/{proposal}", "/agreements/india-peru/priorities/proposals/{proposal}", "",
            DELEGATION),
        Row("POST", "/agreements/{slug}/priorities/proposals/{proposal}/withdraw",
            "/agreements/india-peru/priorities/proposals/{proposal}/withdraw", "", PROPOSER_GO),
        Row("POST", "/agreements/{slug}/priorities/proposals/{proposal}/approve",
            "/agreements/india-peru/priorities/proposals/{proposal}/approve", "approve_reason=Yes", LEADERS_GO),
        Row("POST", "/agreements/{slug}/priorities/proposals/{proposal}/refuse",
            "/agreements/india-peru/priorities/proposals/{proposal}/refuse", "refuse_reason=No", LEADERS_GO),
        Row("GET", "/agreements/{slug}/stances", "/agreements/india-peru/stances", "", DELEGATION),
        Row("POST", "/agreements/{slug}/stances", "/agreements/india-peru/stances",
            "name=Council+of+tea&stakeholder_kind=council&stance=support&heard_on=2026-11-02&publisher=A+letter", LEADS_GO),
        Row("POST", "/agreements/{slug}/stances/withdraw", "/agreements/india-peru/stances/withdraw",
            "withdrawn={stance}&withdraw_reason=Misheard", LEADS_GO),
        Row("GET", "/agreements/{slug}/consultations", "/agreements/india-peru/consultations", "", DELEGATION),
        Row("POST", "/agreements/{slug}/consultations", "/agreements/india-peru/consultations",
            "title=Cars&closes_on=2099-01-01&lines=8703+Motor+cars&chapter=goods", LEADS_GO),
        Row("GET", "/agreements/{slug}/consultations/{number}", "/agreements/india-peru/consultations/1", "", DELEGATION),
        Row("POST", "/agreements/{slug}/consultations/{number}/invitations", "/agreements/india-peru/consultations/1/invitations",
            "name=Fish+of+Kochi&stakeholder_kind=exporter", LEADS),
        Row("POST", "/agreements/{slug}/consultations/{number}/invitations/{invitation}/revoke",
            "/agreements/india-peru/consultations/1/invitations/{invitation}/revoke", "", LEADS_GO),
        Row("POST", "/agreements/{slug}/consultations/{number}/invitations/{invitation}/renew",
            "/agreements/india-peru/consultations/1/invitations/{invitation}/renew", "", LEADS),
        Row("GET", "/agreements/{slug}/consultations/{number}/edit", "/agreements/india-peru/consultations/1/edit", "", LEADS),
        Row("POST", "/agreements/{slug}/consultations/{number}/edit", "/agreements/india-peru/consultations/1/edit",
            "version=1&title=Cars&closes_on=2099-01-01", LEADS_GO),
        Row("GET", "/agreements/{slug}/consultations/{number}/answers.xlsx", "/agreements/india-peru/consultations/1/answers.xlsx", "",
            DELEGATION),
        Row("GET", "/agreements/{slug}/consultations/{number}/answers.csv", "/agreements/india-peru/consultations/1/answers.csv", "",
            DELEGATION),
        Row("GET", "/stakeholders", "/stakeholders", "", DELEGATION),
        Row("GET", "/stakeholders.xlsx", "/stakeholders.xlsx", "", DELEGATION),
        Row("GET", "/stakeholders.csv", "/stakeholders.csv", "", DELEGATION),
        Row("GET", "/stakeholders/{stakeholder}", "/stakeholders/{stakeholder}", "", DELEGATION),
        Row("POST", "/stakeholders/{stakeholder}", "/stakeholders/{stakeholder}",
            "version={v:stakeholder}&name=Exporter+of+motor+cycles&stakeholder_kind=exporter&country=Peru", LEADS_GO),
        Row("GET", "/stakeholders/{stakeholder}/merge/{other}", "/stakeholders/{stakeholder}/merge/{alike}", "", DELEGATION),
        Row("POST", "/stakeholders/{stakeholder}/merge/{other}", "/stakeholders/{stakeholder}/merge/{alike}",
            "version={v:stakeholder}&other_version={v:alike}&stays={stakeholder}&reason=The+same", LEADS_GO),
        // Whoever has the link, signed in or not.
        Row("GET", "/consultations/{token}", "/consultations/{token}", "", ALL),
        Row("POST", "/consultations/{token}/file", "/consultations/{token}/file", ANSWERS, ALL),
        Row("POST", "/consultations/{token}", "/consultations/{token}", "version=1&stance-1=support&comment-1=Gladly", [Go; 9]),
        Row("GET", "/consultations/{token}/answers.xlsx", "/consultations/{token}/answers.xlsx", "", ALL),
        Row("GET", "/agreements/{slug}/timeline", "/agreements/india-peru/timeline", "", ROLES),
        Row("GET", "/timeline", "/timeline", "", ALL_SIGNED_IN),
        Row("GET", "/milestones/new", "/milestones/new?agreement=india-peru", "", OPENER),
        Row("POST", "/milestones/new", "/milestones/new",
            "milestone_kind=summit&title=A+summit&date=2027-03&publisher=The+ministry&agreements=india-peru", OPENER_GO),
        Row("GET", "/milestones/{milestone}", "/milestones/{milestone}", "", OPENER),
        Row("POST", "/milestones/{milestone}", "/milestones/{milestone}",
            "version={v:milestone}&milestone_kind=summit&title=A+summit&date=2027-03&publisher=The+ministry&agreements=india-peru",
            OPENER_GO),
        Row("POST", "/milestones/{milestone}/withdraw", "/milestones/{milestone}/withdraw",
            "version={v:milestone}&withdraw_reason=It+was+not", OPENER_GO),

        Row("GET", "/trade", "/trade", "", ALL_SIGNED_IN),
        Row("GET", "/trade/{reporter}/{partner}", "/trade/in/pe", "", ALL_SIGNED_IN),
        Row("GET", "/trade/{reporter}/{partner}/goods", "/trade/in/pe/goods?hs=87", "", ALL_SIGNED_IN),
        Row("GET", "/trade/{reporter}/{partner}/figures.xlsx", "/trade/in/pe/figures.xlsx", "", ALL_SIGNED_IN),
        Row("GET", "/trade/{reporter}/{partner}/figures.csv", "/trade/in/pe/figures.csv", "", ALL_SIGNED_IN),
        Row("GET", "/trade/said", SAID, "", ALL_SIGNED_IN),
        Row("POST", "/trade/prefer", "/trade/prefer",
            "reporter=IN&partner=PE&traded=goods&flow=total&currency=USD&period=FY2022-23&source={source}&version=0&reason=It+adds+up",
            OPENER_GO),
        Row("GET", "/trade/figures/new", "/trade/figures/new", "", OPENER),
        Row("POST", "/trade/figures/new", "/trade/figures/new",
            "reporter=India&partner=Chile&traded=goods&flow=exports&currency=USD&period=FY2016-17&value=5&scale=billion&publisher=The+ministry",
            OPENER_GO),
        Row("GET", "/trade/figures/{figure}", "/trade/figures/{figure}", "", OPENER),
        Row("POST", "/trade/figures/{figure}", "/trade/figures/{figure}",
            "version={v:figure}&value=3.13&scale=billion&reason=A+misprint", OPENER_GO),
        Row("POST", "/trade/figures/{figure}/withdraw", "/trade/figures/{figure}/withdraw",
            "version={v:figure}&withdraw_reason=Of+another+year", OPENER_GO),
        Row("GET", "/trade/imports/{import}", "/trade/imports/{import}", "", OPENER),
        Row("POST", "/trade/imports/{import}/withdraw", "/trade/imports/{import}/withdraw", "reason=The+wrong+flow", OPENER_GO),
        Row("GET", "/trade/sources/{source}", "/trade/sources/{source}", "", OPENER),
        Row("POST", "/trade/sources/{source}", "/trade/sources/{source}",
            "version=1&publisher=The+ministry&source_title=Yearly&complete=yes", OPENER_GO),
        Row("GET", "/trade/targets/new", "/trade/targets/new", "", OPENER),
        Row("POST", "/trade/targets/new", "/trade/targets/new",
            "reporter=IN&partner=PE&traded=goods&flow=total&currency=USD&value=9&scale=billion&by=2030&publisher=The+ministry", OPENER_GO),
        Row("GET", "/trade/targets/{target}", "/trade/targets/{target}", "", OPENER),
        Row("POST", "/trade/targets/{target}", "/trade/targets/{target}", "version={v:target}&reason=It+is+met", OPENER_GO),
        Row("GET", "/trade/import", "/trade/import", "", OPENER),
        Row("POST", "/trade/import", "/trade/import", TABLE, OPENER_GO),
        Row("GET", "/trade/import/{file}", "/trade/import/{waiting:trade-figures}?all-partner=Peru", "", OPENER),
        Row("GET", "/trade/import/{file}/refused.csv", "/trade/import/{waiting:trade-figures}/refused.csv?all-partner=Peru&all-flow=exports", "", OPENER),
        Row("POST", "/trade/import/{file}", "/trade/import/{waiting:trade-figures}", COLUMNS, OPENER_GO),
        Row("GET", "/trade/hs", "/trade/hs?under=01&q=live", "", ALL_SIGNED_IN),
        Row("GET", "/import", "/import", "", LEADS),
        Row("GET", "/import/nomenclature", "/import/nomenclature", "", OPENER),
        Row("POST", "/import/nomenclature", "/import/nomenclature", TABLE, OPENER_GO),
        Row("GET", "/import/nomenclature/{file}", "/import/nomenclature/{waiting:nomenclature}", "", OPENER),
        Row("GET", "/import/nomenclature/{file}/refused.csv", "/import/nomenclature/{waiting:nomenclature}/refused.csv", "", OPENER),
        Row("POST", "/import/nomenclature/{file}", "/import/nomenclature/{waiting:nomenclature}", "leave_out=yes", OPENER_GO),
        Row("GET", "/import/status-table", "/import/status-table", "", LEADS),
        Row("POST", "/import/status-table", "/import/status-table", TABLE, LEADS_GO),
        Row("GET", "/import/status-table/{file}", "/import/status-table/{waiting:status-table}", "", OPENER),
        Row("GET", "/import/status-table/{file}/refused.csv", "/import/status-table/{waiting:status-table}/refused.csv", "", OPENER),
        Row("POST", "/import/status-table/{file}", "/import/status-table/{waiting:status-table}", "leave_out=yes", OPENER_GO),

        Row("GET", "/regions/new", "/regions/new", "", OPENER),
        Row("POST", "/regions/new", "/regions/new", "code=MER&name=Mercosur+four&publisher=The+ministry&countries=AR+BR+PY+UY", OPENER_GO),
        Row("GET", "/regions/{region}", "/regions/lac", "", ALL_SIGNED_IN),
        Row("GET", "/regions/{region}/edit", "/regions/lac/edit", "", OPENER),
        Row("POST", "/regions/{region}/edit", "/regions/lac/edit", "version=1&name=LAC&publisher=The+ministry&countries=PE+CL", OPENER_GO),

        Row("GET", "/programme", "/programme", "", DELEGATION),
        Row("GET", "/programme.xlsx", "/programme.xlsx", "", DELEGATION),
        Row("GET", "/programme.csv", "/programme.csv", "", DELEGATION),
        Row("GET", "/programme/{country}/{sector}", "/programme/pe/textiles", "", DELEGATION),
        Row("POST", "/programme/{country}/{sector}", "/programme/pe/electronics",
            "version=0&cell_status=on-course&scale=million&currency=USD&next_step=Ask+them", OPENER_GO),
        Row("GET", "/programme/shape", "/programme/shape", "", OPENER),
        Row("POST", "/programme/sectors", "/programme/sectors", "sector_kind=goods&sector_name=Toys&sector_publisher=The+ministry", OPENER_GO),
        Row("GET", "/programme/sectors/{sector}", "/programme/sectors/textiles", "", OPENER),
        Row("POST", "/programme/sectors/{sector}", "/programme/sectors/tourism", "was=Tourism&sector_name=Travel&reason=A+decision", OPENER_GO),
        Row("POST", "/programme/sectors/{sector}/move", "/programme/sectors/textiles/move", "to=up", OPENER_GO),
        Row("POST", "/programme/countries/{country}/move", "/programme/countries/us/move", "to=down", OPENER_GO),
        Row("POST", "/programme/countries", "/programme/countries", "country=Italy&country_publisher=The+ministry", OPENER_GO),
        Row("POST", "/programme/missions", "/programme/missions", "mission=mission%40accord.example&mission_country=CL", OPENER_GO),
        Row("POST", "/programme/retire", "/programme/retire", "retired_country=VN&retire_reason=Another+year", OPENER_GO),

        Row("GET", "/bodies", "/bodies", "", ALL_SIGNED_IN),
        Row("GET", "/bodies/new", "/bodies/new", "", OPENER),
        Row("POST", "/bodies/new", "/bodies/new", "name=Joint+Council&countries=CL+BR&publisher=The+ministry", OPENER_GO),
        Row("GET", "/bodies/{address}", "/bodies/jetco", "", ALL_SIGNED_IN),
        Row("GET", "/bodies/{address}/edit", "/bodies/jetco/edit", "", OPENER),
        Row("POST", "/bodies/{address}/edit", "/bodies/jetco/edit", "version=1&name=JETCO&countries=CL+BR&publisher=The+ministry", OPENER_GO),
        Row("GET", "/meetings/new", "/meetings/new?body=jetco", "", OPENER),
        Row("POST", "/meetings/new", "/meetings/new", "body=jetco&zone=Asia%2FKolkata&dates=2027-02", OPENER_GO),
        Row("GET", "/meetings/{number}", "/meetings/1", "", DELEGATION),
        Row("GET", "/meetings/{number}/edit", "/meetings/2/edit", "", OPENER),
        Row("POST", "/meetings/{number}/edit", "/meetings/2/edit", "version=2&zone=Asia%2FKolkata&dates=2027-02", OPENER_GO),
        Row("POST", "/meetings/{number}/state", "/meetings/4/state", "version=2&state=called-off&off_reason=Elections", OPENER_GO),
        Row("GET", "/meetings/{number}/plan.xlsx", "/meetings/1/plan.xlsx", "", DELEGATION),
        Row("GET", "/meetings/{number}/plan.csv", "/meetings/1/plan.csv", "", DELEGATION),
        Row("GET", "/meetings/{number}/lines/new", "/meetings/1/lines/new", "", OPENER),
        Row("POST", "/meetings/{number}/lines/new", "/meetings/1/lines/new", "country=US&title=Visit+buyers&due=2027-01-20", OPENER_GO),
        Row("GET", "/meetings/{number}/lines/{line}", "/meetings/1/lines/2", "", DELEGATION),
        Row("POST", "/meetings/{number}/lines/{line}", "/meetings/1/lines/4",
            "version=1&title=Agree+the+visit&due={due:4}&state=done&progress=Agreed", OPENER_GO),
        Row("GET", "/meetings/{number}/attendees", "/meetings/1/attendees", "", OPENER),
        Row("POST", "/meetings/{number}/attendees", "/meetings/1/attendees", "attendee_name=Ambassador&attendee_country=France", OPENER_GO),
        Row("POST", "/meetings/{number}/attendees/answers", "/meetings/1/attendees/answers",
            "said-{attendee}=attended&was-{attendee}=absent", OPENER_GO),
        Row("POST", "/meetings/{number}/attendees/strike", "/meetings/1/attendees/strike",
            "struck={attendee}&strike_reason=Recalled", OPENER_GO),
        Row("GET", "/meetings/{number}/papers", "/meetings/1/papers", "", OPENER),
        Row("POST", "/meetings/{number}/papers", "/meetings/1/papers", HOUSE_PAPER, OPENER_GO),
        Row("GET", "/meetings/{number}/papers/{paper}", "/meetings/1/papers/{house-paper}", "", DELEGATION),
        Row("POST", "/meetings/{number}/papers/withdraw", "/meetings/1/papers/withdraw",
            "withdrawn={house-paper}&withdraw_reason=The+wrong+one", OPENER_GO),

        Row("GET", "/barriers", "/barriers?kind=tbt", "", ALL_SIGNED_IN),
        Row("GET", "/barriers.xlsx", "/barriers.xlsx", "", DELEGATION),
        Row("GET", "/barriers.csv", "/barriers.csv", "", DELEGATION),
        Row("GET", "/barriers/public", "/barriers/public", "", ALL_SIGNED_IN),
        Row("GET", "/barriers/new", "/barriers/new", "", OPENER),
        Row("POST", "/barriers/new", "/barriers/new",
            "title=Labels&kind=tbt&imposing=Peru&affected=IN&description=Each+box&raised_on=2026-01-02&publisher=An+exporter&rag=red", OPENER_GO),
        Row("GET", "/barriers/{number}", "/barriers/1", "", DELEGATION),
        Row("GET", "/barriers/{number}/edit", "/barriers/1/edit", "", OPENER),
        Row("POST", "/barriers/{number}/edit", "/barriers/1/edit",
            "version=1&title=Labels&kind=tbt&imposing=Peru&affected=IN&description=Each+box&raised_on=2026-01-02&publisher=An+exporter", OPENER_GO),
        Row("POST", "/barriers/{number}/move", "/barriers/2/move", "version=2&status=resolved&rag=green&next_step=&reason=Solved", OPENER_GO),
        Row("POST", "/barriers/{number}/notes", "/barriers/1/notes", "note=Raised", LEADS_GO),
        Row("POST", "/barriers/{number}/link", "/barriers/1/link", "link=india-peru%2Fgoods", OPENER_GO),
        Row("POST", "/barriers/{number}/unlink", "/barriers/1/unlink", "link=india-peru%2Ftbt", OPENER_GO),
        Row("GET", "/barriers/{number}/public", "/barriers/5/public", "", ALL_SIGNED_IN),
        Row("POST", "/barriers/{number}/public/propose", "/barriers/5/public/propose",
            "version=1&public_title=Labels&public_summary=Asked+for", OPENER_GO),
        // Who proposed it does not approve it.
        Row("POST", "/barriers/{number}/public/approve", "/barriers/1/public/approve", "publication=1", PRINCIPAL_GO),
        Row("POST", "/barriers/{number}/public/refuse", "/barriers/4/public/refuse",
            "publication=1&refused_because=Too+early", PRINCIPAL_GO),
        Row("POST", "/barriers/{number}/public/publish", "/barriers/3/public/publish", "publication=1", OPENER_GO),
        Row("POST", "/barriers/{number}/public/take-back", "/barriers/5/public/take-back", "take_back_reason=Outdated", OPENER_GO),

        Row("GET", "/rights", "/rights", "", ALL_SIGNED_IN),
        Row("POST", "/me/calendar", "/me/calendar", "", ALL_SIGNED_IN),
        // Nobody has a calendar yet.
        Row("POST", "/me/calendar/revoke", "/me/calendar/revoke", "",
            [SignIn, Hide, Hide, Hide, Hide, Hide, Hide, Hide, Hide]),
        Row("GET", "/calendar/{file}", "/calendar/none.ics", "", [Lack; 9]),
        Row("GET", "/me", "/me", "", ALL_SIGNED_IN),
        Row("POST", "/me", "/me", "version=1&name=N&language=en-IN&zone=Asia%2FKolkata&theme=dark",
            [SignIn, Go, Go, Go, Go, Go, Go, Go, Go]),
        Row("POST", "/me/password", "/me/password", "present=accord-demo&next=a-longer-secret&again=a-longer-secret",
            [SignIn, Go, Go, Go, Go, Go, Go, Go, Go]),

        Row("GET", "/admin", "/admin", "", ADMIN),
        Row("POST", "/admin/accounts", "/admin/accounts",
            "email=new%40accord.example&name=New&language=hi-IN&password=a-longer-secret&rights=mission", ADMIN_GO),
        Row("POST", "/admin/disable", "/admin/disable", "account=stranger%40accord.example", ADMIN_GO),
        Row("POST", "/admin/enable", "/admin/enable", "account=stranger%40accord.example", ADMIN_GO),
        Row("POST", "/admin/rights", "/admin/rights", "account=stranger%40accord.example&rights=mission", ADMIN_GO),
        Row("POST", "/admin/password", "/admin/password",
            "account=stranger%40accord.example&password=a-longer-secret", ADMIN_GO),

        Row("GET", "/sign-in", "/sign-in", "", [Show, Go, Go, Go, Go, Go, Go, Go, Go]),
        Row("POST", "/sign-in", "/sign-in", "email=official%40accord.example&password=accord-demo", [Go; 9]),
        Row("POST", "/sign-out", "/sign-out", "", [SignIn; 9]),
        Row("POST", "/language", "/language", "language=hi-IN&next=%2Fsign-in", [SignIn; 9]),
        Row("POST", "/act/{name}", "/act/record_step",
            "agreement=india-peru&chapter=goods&version={v:goods}&text_status=substantially-closed&reason=Agreed\
             &market_status=&override_brackets=",
            [Refuse, Show, Show, Show, Hide, Hide, Hide, Hide, Hide]),
    ]
}

/// The literals of `.route("…", get(…).post(…))` in a source, by method.
fn declared(source: &str) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for part in source.split(".route(").skip(1) {
        // The arguments end where the parenthesis closes that the call opened.
        let mut depth = 1;
        let end = part
            .char_indices()
            .find(|(_, c)| {
                depth += match c {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
                depth == 0
            })
            .map_or(part.len(), |(at, _)| at);
        let mut quoted = part[..end].splitn(3, '"');
        let (_, Some(path), Some(methods)) = (quoted.next(), quoted.next(), quoted.next()) else { continue };
        for (call, method) in [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE"), ("patch(", "PATCH")] {
            if methods.contains(call) {
                found.insert((method.to_owned(), path.to_owned()));
            }
        }
    }
    found
}

#[test]
fn the_table_has_every_route() -> Tested {
    let source = |path: &str| std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let mut routes = declared(&source("src/web/router.rs")?);
    routes.extend(declared(&source("src/web/assets.rs")?));
    assert!(routes.len() > 40, "the routes were not found in the source: {routes:?}");
    let told: BTreeSet<(String, String)> = table().iter().map(|row| (row.0.to_owned(), row.1.to_owned())).collect();
    let missing: Vec<_> = routes.difference(&told).collect();
    let gone: Vec<_> = told.difference(&routes).collect();
    assert!(missing.is_empty(), "routes that the table of roles lacks: {missing:?}");
    assert!(gone.is_empty(), "rows of the table that the router lacks: {gone:?}");
    let router = source("src/web/router.rs")?;
    for other in [".nest(", ".route_service(", ".fallback_service(", "any("] {
        assert!(!router.contains(other), "the router uses {other}, which this test does not read");
    }
    Ok(())
}

fn request(house: &House, who: Who, row: &Row) -> Tested<Request<Body>> {
    let address = house.known.fill(row.2);
    let request = match row.0 {
        "GET" => Request::get(address).body(Body::empty())?,
        _ => post_request(&address, &house.known.fill(&house.known.fill(row.3)))?,
    };
    house.signed(who, request)
}

async fn faults(house: &House, who: Who, row: &Row, must: Must) -> Tested<Option<String>> {
    let answer = house.send(request(house, who, row)?).await?;
    let place = answer.location();
    let sound = match must {
        Show => answer.status == 200,
        Go => answer.status == 303 && !place.starts_with("/sign-in?next="),
        SignIn => answer.status == 303 && place.starts_with("/sign-in"),
        // A program is told in its own way.
        Hide if row.1.starts_with("/act") => answer.status == 404 && answer.text().contains("\"code\":\"not-found\""),
        Hide => answer.status == 404 && answer.is_in_the_house_look(),
        Lack => answer.status == 404,
        Refuse => answer.status == 401,
    };
    let told = || format!("{who:?} {} {}: expected {must:?}, got {} {place}", row.0, house.known.fill(row.2), answer.status);
    Ok((!sound).then(told))
}

/// Reads, and writes that must not happen, on one database, which they leave as it was; then each write that may, on its own.
async fn reads_and_refusals(house: &House) -> Tested {
    let before = house.memory().await?;
    let mut wrong = Vec::new();
    for row in table() {
        for (who, must) in Who::ALL.into_iter().zip(row.4) {
            // Signing in and out and the language change no record, but would end the session that later rows need.
            let writes = row.0 == "POST" && (matches!(must, Go | Show) || row.1 == "/sign-out");
            if !writes {
                wrong.extend(faults(house, who, &row, must).await?);
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(before, house.memory().await?, "reading or a refusal changed something");
    Ok(())
}

#[tokio::test]
async fn every_role_reads_what_it_may() -> Tested {
    reads_and_refusals(&House::open().await?).await
}

#[tokio::test]
async fn every_role_reads_what_it_may_on_postgres() -> Tested {
    match House::on_postgres().await? {
        Some(house) => reads_and_refusals(&house).await,
        None => Ok(()),
    }
}

/// One write on a database of its own: what must be done is done and recorded.
async fn faults_of_writing(house: &House, who: Who, row: &Row, must: Must) -> Tested<Vec<String>> {
    if row.1.ends_with("/restore") {
        house.post(Who::Chief, "/agreements/india-peru/archive", "reason=Done").await?;
    }
    let before = house.memory().await?;
    let mut wrong: Vec<String> = faults(house, who, row, must).await?.into_iter().collect();
    // A file that is sent is kept for its sender alone, and changes nothing until it is imported or sent.
    let unrecorded = [
        "/sign-in",
        "/sign-out",
        "/admin/enable",
        "/trade/import",
        "/import/nomenclature",
        "/import/status-table",
        "/consultations/{token}/file",
    ]
    .contains(&row.1);
    if !unrecorded && before == house.memory().await? {
        wrong.push(format!("{who:?} {} {}: nothing was recorded", row.0, row.2));
    }
    let found = accord_store::audit::verify(&house.db).await?;
    wrong.extend(found.breaks);
    Ok(wrong)
}

fn writes(row: &Row) -> impl Iterator<Item = (Who, Must)> {
    let all = Who::ALL.into_iter().zip(row.4);
    let leaves = row.1 == "/sign-out";
    let posts = row.0 == "POST";
    all.filter(move |(_, must)| posts && (leaves || matches!(must, Go | Show)))
}

#[tokio::test]
async fn every_role_writes_what_it_may() -> Tested {
    let mut wrong = Vec::new();
    for row in table() {
        for (who, must) in writes(&row) {
            wrong.extend(faults_of_writing(&House::open().await?, who, &row, must).await?);
        }
    }
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// The same commands behind the same doors: here one role for each is enough, one after the other on one database.
#[tokio::test]
async fn every_write_is_done_on_postgres() -> Tested {
    let Some(mut house) = House::on_postgres().await? else { return Ok(()) };
    let mut wrong = Vec::new();
    let mut rows = table();
    // What the others would forestall comes first, what would undo or forestall the others last.
    rows.sort_by_key(|row| {
        let last = (row.1.starts_with("/act"), row.1 == "/agreements/{slug}/chapters/{address}/archive");
        (!row.1.starts_with("/import/status-table/"), last)
    });
    for mut row in rows {
        if row.1.starts_with("/act") {
            row = Row(
                row.0,
                row.1,
                row.2,
                "agreement=india-peru&chapter=sps&version={v:sps}&text_status=substantially-closed",
                row.4,
            );
        }
        if let Some((who, must)) =
            writes(&row).last().map(|(who, must)| (if row.1.starts_with("/act") { Who::Chief } else { who }, must))
        {
            wrong.extend(faults_of_writing(&house, who, &row, must).await?);
            house.look_again().await?;
        }
    }
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// An empty form tells nobody more than a full one: who may not post it gets the same 404.
#[tokio::test]
async fn an_empty_form_hides_what_a_full_one_hides() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let mut wrong = Vec::new();
    for row in table().iter().filter(|row| row.0 == "POST") {
        for body in ["", "number=zzz&text_status=zzz&reason=%07&park_reason=%07&question=%07&answer=%07&version=x"] {
            for (who, must) in Who::ALL.into_iter().zip(row.4) {
                if must != Hide {
                    continue;
                }
                let answer = house.post(who, &house.known.fill(row.2), body).await?;
                if answer.status != 404 {
                    wrong.push(format!("{who:?} POST {} with {body:?}: {}", house.known.fill(row.2), answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(before, house.memory().await?);
    Ok(())
}

/// The other method of each route, and addresses nobody has: the same 404 for everybody.
#[tokio::test]
async fn what_is_no_route_is_not_found() -> Tested {
    let house = House::open().await?;
    let rows = table();
    let mut asked: Vec<(&str, &str)> = Vec::new();
    for row in rows.iter().filter(|row| !["/healthz", "/readyz", "/robots.txt", "/favicon.svg"].contains(&row.2)) {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
            if !row.1.starts_with("/assets")
                && !row.1.starts_with("/calendar")
                && !rows.iter().any(|other| other.0 == method && other.1 == row.1)
            {
                asked.push((method, row.2));
            }
        }
    }
    asked.extend([
        ("GET", "/nowhere"),
        ("GET", "/agreements"),
        ("GET", "/agreements/"),
        ("GET", "/agreements/india-peru/"),
        ("GET", "/agreements/india-peru/chapters"),
        ("POST", "/nowhere"),
        ("BREW", "/rights"),
        ("PUT", "/nowhere"),
    ]);
    let mut wrong = Vec::new();
    for (method, address) in asked {
        for who in [Who::Anonymous, Who::Chief, Who::Stranger] {
            let request = crate::house::bare_request(method, &house.known.fill(address))?;
            let answer = house.send(house.signed(who, request)?).await?;
            if answer.status != 404 || !answer.is_in_the_house_look() {
                wrong.push(format!("{who:?} {method} {address}: {} {}", answer.status, answer.location()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// Agreements one has no role in, chapters of others, and things that are not there.
#[tokio::test]
async fn the_rights_of_one_agreement_are_not_those_of_another() -> Tested {
    let house = House::open().await?;
    for (who, address, status) in [
        (Who::Partner, "/agreements/india-chile-cepa", 404),
        (Who::Partner, "/agreements/india-chile-cepa/chapters/goods", 404),
        (Who::Partner, "/agreements/india-chile-cepa/chapters.csv", 404),
        (Who::Goods, "/agreements/india-uk-ceta", 404),
        (Who::Goods, "/agreements/india-chile-cepa", 200),
        (Who::Goods, "/agreements/india-peru/chapters/services", 200),
        (Who::Goods, "/agreements/india-peru/chapters/services/edit", 404),
        (Who::Services, "/agreements/india-peru/chapters/services/edit", 200),
        (Who::Services, "/agreements/india-peru/chapters/natural-persons/edit", 200),
        (Who::Services, "/agreements/india-peru/chapters/goods/edit", 404),
        (Who::Official, "/agreements/india-uk-ceta", 200),
    ] {
        assert_eq!(house.get(who, address).await?.status, status, "{who:?} {address}");
    }
    Ok(())
}
