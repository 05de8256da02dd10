//! Every form there is: who may post it, what a sound one holds, and what kind each field is.

use crate::house::Who;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line, at most 200 characters; `true` when it must be there.
    Line(bool),
    /// Several lines, at most 20,000 characters.
    Paragraphs(bool),
    /// Minutes: several lines, at most 200,000 characters.
    Minutes,
    /// A word of a list; `true` when blank is refused.
    Choice(bool),
    /// A partial date.
    Date(bool),
    /// One day, which must be there.
    Day,
    /// A whole number.
    Count(bool),
    /// The readable part of an address.
    Slug(bool),
    /// The address of an account, to be added or found.
    Email,
    /// A list of parties, one a line.
    Partners,
    /// A country, a group or a region, by its letters or its name.
    Place,
    /// The lines of a consultation.
    Lines,
    /// Several lines, at most 2,000 characters.
    Words,
    /// A country, by its letters or its name.
    Focus,
    /// The same, or blank.
    Home,
    /// A code of the Harmonized System, or blank.
    HsCode,
    /// A year, a month, or months.
    TradePeriod,
    /// A year.
    Year,
    /// An amount of money, not negative.
    Amount,
    /// Letters of countries.
    Countries,
    /// The letters of a new region.
    RegionCode,
    /// A code of a party.
    Party(bool),
    /// A password to be set or proven; never shown again.
    Password,
    /// The password of a sign-in, and its address: whatever is wrong with either is told at the password.
    SignIn,
    /// A box.
    Tick,
    /// A hidden number: one that no record has is a conflict.
    Version,
    /// The same of what is not there yet, whose version is 0.
    FirstVersion,
    /// A hidden address of what the button is for.
    Hidden,
    /// Where to go afterwards; what is no path of this server is none.
    Next,
}

/// A form.
pub struct Form {
    pub who: Who,
    pub address: &'static str,
    /// A form posted first, so that this one is there.
    pub before: Option<(&'static str, &'static str)>,
    /// Name, kind and a sound value.
    pub fields: &'static [(&'static str, Kind, &'static str)],
    /// The island's door to the same command.
    pub is_act: bool,
}

const fn form(who: Who, address: &'static str, fields: &'static [(&'static str, Kind, &'static str)]) -> Form {
    Form { who, address, before: None, fields, is_act: false }
}

use Kind::{
    Amount, Choice, Count, Countries, Date, Day, Email, FirstVersion, Focus, Hidden, Home, HsCode, Line, Lines, Minutes, Next,
    Paragraphs, Partners, Party, Password, Place, RegionCode, SignIn, Slug, Tick, TradePeriod, Version, Words, Year,
};

/// Of agreements and their people.
#[rustfmt::skip]
pub static AGREEMENTS: &[Form] = &[
    form(Who::Chief, "/agreements/new", &[
        ("name", Line(true), "India–Somewhere"), ("slug", Slug(true), "india-somewhere"), ("kind", Choice(true), "fta"),
        ("template", Choice(false), "pta"), ("home_party", Party(true), "IN"), ("home_name", Line(false), "India"),
        ("home_chief", Line(false), "A chief"), ("partners", Partners, "PE Peru; Somebody\nCL Chile"),
        ("lead_ministry", Line(false), "Commerce"), ("objective", Paragraphs(false), "Trade"), ("languages", Line(false), "en, es"),
    ]),
    form(Who::Chief, "/agreements/india-peru/edit", &[
        ("version", Version, "{v:agreement}"), ("name", Line(true), "India–Peru"), ("kind", Choice(true), "fta"),
        ("home_party", Party(true), "IN"), ("home_name", Line(false), "India"), ("home_chief", Line(false), "A chief"),
        ("partners", Partners, "PE Peru"), ("lead_ministry", Line(false), "Commerce"), ("objective", Paragraphs(false), "Trade"),
        ("languages", Line(false), "en"), ("reason", Paragraphs(false), "Better"),
    ]),
    form(Who::Chief, "/agreements/india-peru/archive", &[("reason", Paragraphs(true), "Done")]),
    Form { before: Some(("/agreements/india-peru/archive", "reason=Done")),
        ..form(Who::Chief, "/agreements/india-peru/restore", &[("reason", Paragraphs(true), "Again")]) },
    form(Who::Chief, "/agreements/india-peru/relations", &[
        ("relation", Choice(true), "expands"), ("earlier", Line(true), "india-chile-pta"),
    ]),
    form(Who::Chief, "/agreements/india-uae-cepa/ratification", &[
        ("party", Party(true), "AE"), ("step", Choice(true), "executive-approval"), ("ratified_on", Date(false), "2022-04-01"),
        ("ratification_source", Line(true), "The ministry"),
    ]),
    form(Who::Chief, "/agreements/india-peru/people", &[
        ("email", Email, "stranger@accord.example"), ("role", Choice(true), "chapter-lead"), ("chapter", Choice(true), "goods"),
    ]),
    form(Who::Chief, "/agreements/india-peru/people", &[
        ("email", Email, "stranger@accord.example"), ("role", Choice(true), "partner"), ("party", Choice(true), "PE"),
    ]),
    form(Who::Chief, "/agreements/india-peru/people/{grant}/revoke", &[]),
];

/// Of the minister's brief.
#[rustfmt::skip]
pub static BRIEFS: &[Form] = &[
    form(Who::Chief, "/agreements/india-chile-pta/brief", &[("language", Choice(true), "hi-IN")]),
    form(Who::Chief, "/agreements/india-peru/brief/edit", &[
        ("version", Version, "{v:brief}"), ("objectives", Paragraphs(false), "Close goods"), ("arguments", Paragraphs(false), "Trade"),
        ("press-line", Paragraphs(false), "Good talks"), ("background", Paragraphs(false), "Since 2017"),
        ("clearance", Choice(true), "delegation"),
    ]),
    form(Who::Chief, "/agreements/india-peru/brief/approve", &[("version", Version, "{v:brief}")]),
];

/// Of the reports of meetings.
#[rustfmt::skip]
pub static REPORTS: &[Form] = &[
    form(Who::Chief, "/agreements/india-peru/meetings/round-5/report", &[
        ("language", Choice(true), "hi-IN"), ("clearance", Choice(true), "partner"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-9/report/edit", &[
        ("version", Version, "{r:round-9}"), ("summary", Paragraphs(false), "A good round"),
        ("movement", Paragraphs(false), "Goods | before | after"), ("next-steps", Paragraphs(false), "Exchange lists"),
        ("clearance", Choice(true), "partner"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-6/report/approve", &[("version", Version, "{r:round-6}")]),
    form(Who::Chief, "/agreements/india-peru/meetings/special-round/report/publish", &[
        ("version", Version, "{r:special-round}"), ("confirm", Tick, "yes"),
    ]),
];

/// Of lifecycle events.
#[rustfmt::skip]
pub static EVENTS: &[Form] = &[
    form(Who::Chief, "/agreements/india-peru/events", EVENT),
    form(Who::Chief, "/agreements/india-peru/events/{event}", CORRECTION),
    form(Who::Chief, "/agreements/india-peru/events/{event}/withdraw", &[("withdraw_reason", Paragraphs(true), "It was not")]),
];
#[rustfmt::skip]
const EVENT: &[(&str, Kind, &str)] = &[
    ("event_kind", Choice(true), "round-held"), ("held", Tick, "yes"), ("date", Date(true), "2026-11-01..2026-11-03"),
    ("place", Line(false), "Lima"), ("publisher", Line(true), "The ministry"), ("source_title", Line(false), "A note"),
    ("note", Line(false), "Round 11"), ("other_date", Date(true), "2026-11"), ("other_place", Line(false), "Lima"),
    ("other_publisher", Line(true), "A paper"),
];
#[rustfmt::skip]
const CORRECTION: &[(&str, Kind, &str)] = &[
    ("event_kind", Choice(true), "round-held"), ("held", Tick, "yes"), ("date", Date(true), "2026-11-01"),
    ("place", Line(false), "Lima"), ("publisher", Line(true), "The ministry"), ("note", Line(false), "Round 11"),
    ("reason", Paragraphs(true), "Better known"),
];

/// Of chapters.
#[rustfmt::skip]
pub static CHAPTERS: &[Form] = &[
    form(Who::Chief, "/agreements/india-peru/chapters/new", &[
        ("kind", Choice(true), "gender"), ("address", Slug(false), "gender"), ("number", Count(true), "40"),
        ("title", Line(false), "Trade and gender"), ("our_lead", Line(false), "A"), ("their_lead", Line(false), "B"),
        ("line_ministry", Line(false), "C"), ("target_round", Line(false), "Round 12"),
    ]),
    form(Who::Goods, "/agreements/india-peru/chapters/goods", &[
        ("version", Version, "{v:goods}"), ("text_status", Choice(false), "substantially-closed"),
        ("market_status", Choice(false), "improved-offers"), ("reason", Paragraphs(false), "Agreed in the room"),
    ]),
    form(Who::Chief, "/agreements/india-peru/chapters/goods", &[
        ("version", Version, "{v:goods}"), ("text_status", Choice(false), "provisionally-closed"),
        ("market_status", Choice(false), "agreed"), ("reason", Paragraphs(true), "The brackets fall"),
        ("override_brackets", Tick, "yes"),
    ]),
    form(Who::Goods, "/agreements/india-peru/chapters/goods/edit", &[
        ("version", Version, "{v:goods}"), ("number", Count(true), "2"), ("title", Line(false), "Goods"), ("our_lead", Line(false), "A"),
        ("their_lead", Line(false), "B"), ("line_ministry", Line(false), "C"), ("target_round", Line(false), "Round 12"),
        ("open_brackets", Count(false), "4"), ("note", Paragraphs(false), "Ask first"), ("reason", Paragraphs(false), "Counted"),
    ]),
    form(Who::Chief, "/agreements/india-peru/chapters/goods/archive", &[
        ("version", Version, "{v:goods}"), ("archive_reason", Paragraphs(true), "Dropped"),
    ]),
    form(Who::Goods, "/agreements/india-peru/chapters/goods/park", &[
        ("version", Version, "{v:goods}"), ("park_reason", Paragraphs(true), "Waits for the list"),
    ]),
    form(Who::Chief, "/agreements/india-peru/chapters/{parked}/unpark", &[
        ("version", Version, "{v:{parked}}"), ("park_reason", Paragraphs(false), "The list came"),
    ]),
    form(Who::Goods, "/agreements/india-peru/chapters/goods/escalate", &[
        ("version", Version, "{v:goods}"), ("escalated_to", Choice(true), "ministers"), ("question", Paragraphs(true), "May we"),
    ]),
    form(Who::Chief, "/agreements/india-peru/chapters/{escalated}/answer", &[
        ("version", Version, "{v:{escalated}}"), ("answer", Paragraphs(true), "Yes"),
    ]),
];

/// Of meetings and their sessions.
#[rustfmt::skip]
pub static MEETINGS: &[Form] = &[
    form(Who::Chief, "/agreements/india-peru/meetings/new", &[
        ("kind", Choice(true), "round"), ("address", Slug(false), "round-12"), ("number", Count(true), "12"),
        ("title", Line(false), "Round 12"), ("dates", Date(false), "2027-02-08..2027-02-10"), ("place", Line(false), "Lima"),
        ("zone", Line(true), "America/Lima"), ("clock", Line(false), "09:30"), ("mode", Choice(false), "hybrid"),
        ("host_party", Choice(false), "PE"), ("our_head", Line(false), "A head"), ("our_count", Count(false), "12"),
        ("our_delegates", Paragraphs(false), "One\nTwo"), ("their_head", Line(false), "Their head"),
        ("their_count", Count(false), "14"), ("their_delegates", Paragraphs(false), "Three"), ("note", Paragraphs(false), "A note"),
        ("publisher", Line(false), "The ministry"), ("source_title", Line(false), "A notice"), ("verified", Tick, "yes"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-11/edit", &[
        ("version", Version, "{m:round-11}"), ("number", Count(true), "11"), ("title", Line(false), "Round 11"),
        ("dates", Date(false), "2026-12-06..08"), ("place", Line(false), "Cusco"), ("zone", Line(true), "America/Lima"),
        ("clock", Line(false), ""), ("mode", Choice(false), "virtual"), ("host_party", Choice(false), ""),
        ("reason", Paragraphs(false), "Other dates"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-11/state", &[
        ("version", Version, "{m:round-11}"), ("state", Hidden, "draft"), ("back_reason", Paragraphs(true), "Other dates"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-11/state", &[
        ("version", Version, "{m:round-11}"), ("state", Hidden, "called-off"), ("off_reason", Paragraphs(true), "No dates suit"),
    ]),
    form(Who::Chief, "/agreements/india-peru/meetings/round-10/sessions", &[("chapter", Choice(true), "goods")]),
    form(Who::Chief, "/agreements/india-chile-cepa/meetings/round-5/carry-over", &[]),
    form(Who::Goods, "/agreements/india-peru/meetings/round-11/sessions/goods", &[
        ("version", Version, "{s:goods}"), ("chapter_version", Version, "{v:goods}"), ("item_order", Count(false), "1"),
        ("item_title", Line(false), "Vehicles"), ("item_shared", Tick, "0"), ("item_done", Tick, "0"), ("minutes", Minutes, "Said"),
        ("outcome", Paragraphs(true), "Agreed"), ("text_status", Choice(false), "substantially-closed"),
        ("reason", Paragraphs(false), "In the room"),
    ]),
];

/// Of priority areas and milestones.
#[rustfmt::skip]
pub static PRIORITIES: &[Form] = &[
    form(Who::Goods, "/agreements/india-peru/priorities/order", &[
        ("version", Version, "{v:priorities}"), ("rank_1", Count(true), "2"), ("rank_2", Count(true), "1"), ("rank_3", Count(true), "3"),
        ("rank_4", Count(true), "4"), ("rank_5", Count(true), "5"), ("order_reason", Paragraphs(true), "Vehicles first"),
    ]),
    form(Who::Goods, "/agreements/india-peru/priorities/drop", &[
        ("dropped", Choice(true), "{area}"), ("drop_reason", Paragraphs(true), "It is won"),
    ]),
    form(Who::Services, "/agreements/india-peru/priorities/new", &[
        ("rank", Count(true), "2"), ("title", Line(true), "Tea"), ("stance", Choice(true), "offensive"), ("sector", Line(false), "Food"),
        ("owner", Line(false), "The ministry"), ("chapters", Choice(true), "goods"), ("reason", Paragraphs(true), "Asked for"),
    ]),
    form(Who::Goods, "/agreements/india-peru/priorities/{area}/edit", &[
        ("version", Version, "{v:area}"), ("title", Line(true), "Pharma"), ("stance", Choice(true), "defensive"),
        ("sector", Line(false), "Health"), ("owner", Line(false), "The ministry"), ("chapters", Choice(true), "goods"),
        ("reason", Paragraphs(false), "Shorter"),
    ]),
    form(Who::Minister, "/agreements/india-peru/priorities/{area}/flag", &[("flagged", Tick, "")]),
    form(Who::Chief, "/agreements/india-peru/priorities/proposals/{proposal}/approve", &[
        ("approve_reason", Paragraphs(false), "Yes"),
    ]),
    form(Who::Chief, "/agreements/india-peru/priorities/proposals/{proposal}/refuse", &[
        ("refuse_reason", Paragraphs(true), "Not yet"),
    ]),
    form(Who::Goods, "/agreements/india-peru/priorities/proposals/{proposal}/withdraw", &[]),
    form(Who::Chief, "/milestones/new", &[
        ("milestone_kind", Choice(true), "summit"), ("title", Line(true), "A summit"), ("date", Date(true), "2027-03"),
        ("place", Line(false), "Lima"), ("publisher", Line(true), "The ministry"), ("source_title", Line(false), "A note"),
        ("verified", Tick, "yes"), ("agreements", Choice(true), "india-peru"),
    ]),
    form(Who::Chief, "/milestones/{milestone}", &[
        ("version", Version, "{v:milestone}"), ("milestone_kind", Choice(true), "summit"), ("title", Line(true), "A summit"),
        ("date", Date(true), "2027-03"), ("place", Line(false), "Lima"), ("publisher", Line(true), "The ministry"),
        ("source_title", Line(false), "A note"), ("agreements", Choice(true), "india-peru"), ("reason", Paragraphs(false), "Better known"),
    ]),
    form(Who::Chief, "/milestones/{milestone}/withdraw", &[
        ("version", Version, "{v:milestone}"), ("withdraw_reason", Paragraphs(true), "It was not"),
    ]),
];

/// Of accounts and sign-in.
#[rustfmt::skip]
pub static ACCOUNTS: &[Form] = &[
    form(Who::Official, "/me", &[
        ("version", Version, "1"), ("name", Line(true), "An official"), ("language", Choice(true), "es-PE"),
        ("zone", Choice(true), "America/Lima"), ("theme", Choice(true), "dark"),
    ]),
    form(Who::Official, "/me/password", &[
        ("present", Password, "accord-demo"), ("next", Password, "a-longer-secret"), ("again", Password, "a-longer-secret"),
    ]),
    form(Who::Admin, "/admin/accounts", &[
        ("email", Email, "new@accord.example"), ("name", Line(true), "New"), ("language", Choice(true), "hi-IN"),
        ("password", Password, "a-longer-secret"), ("rights", Choice(false), "mission"),
    ]),
    form(Who::Admin, "/admin/disable", &[("account", Hidden, "stranger@accord.example")]),
    Form { before: Some(("/admin/disable", "account=stranger%40accord.example")),
        ..form(Who::Admin, "/admin/enable", &[("account", Hidden, "stranger@accord.example")]) },
    form(Who::Admin, "/admin/rights", &[("account", Hidden, "stranger@accord.example"), ("rights", Choice(false), "mission")]),
    form(Who::Admin, "/admin/password", &[
        ("account", Hidden, "stranger@accord.example"), ("password", Password, "a-longer-secret"),
    ]),
    form(Who::Official, "/me/calendar", &[]),
    Form { before: Some(("/me/calendar", "")), ..form(Who::Official, "/me/calendar/revoke", &[]) },
    form(Who::Anonymous, "/sign-in", &[
        ("next", Next, "/rights"), ("email", SignIn, "official@accord.example"), ("password", SignIn, "accord-demo"),
    ]),
    form(Who::Anonymous, "/language", &[("language", Choice(false), "es-PE"), ("next", Next, "/sign-in")]),
    form(Who::Anonymous, "/sign-out", &[]),
];

/// Of papers; the form that carries a file is described where files are.
#[rustfmt::skip]
pub static PAPERS: &[Form] = &[
    form(Who::Goods, "/agreements/india-peru/meetings/round-11/sessions/goods/papers/withdraw", &[
        ("withdrawn", Choice(true), "{paper}"), ("withdraw_reason", Paragraphs(true), "The wrong one"),
    ]),
];

/// Of action points.
#[rustfmt::skip]
pub static ACTION_POINTS: &[Form] = &[
    form(Who::Chief, "/agreements/india-peru/action-points/new", &[
        ("title", Line(true), "Ask them"), ("note", Paragraphs(false), "In writing"), ("who", Choice(true), "theirs"),
        ("owner", Line(false), "Their lead"), ("due", Day, "2026-12-20"), ("chapter", Choice(false), "goods"),
        ("meeting", Choice(false), "round-11"),
    ]),
    form(Who::Goods, "/agreements/india-peru/action-points/1/edit", &[
        ("version", Version, "{v:point}"), ("title", Line(true), "Ask them"), ("note", Paragraphs(false), "In writing"),
        ("who", Choice(true), "theirs"), ("owner", Line(false), "Their lead"), ("reason", Paragraphs(false), "Clearer"),
    ]),
    form(Who::Goods, "/agreements/india-peru/action-points/1/day", &[
        ("version", Version, "{v:point}"), ("due", Day, "2027-01-20"), ("due_reason", Paragraphs(true), "They asked"),
    ]),
    form(Who::Goods, "/agreements/india-peru/action-points/1/state", &[
        ("version", Version, "{v:point}"), ("state", Hidden, "done"), ("done_reason", Paragraphs(false), "Sent"),
    ]),
    form(Who::Goods, "/agreements/india-peru/action-points/1/state", &[
        ("version", Version, "{v:point}"), ("state", Hidden, "dropped"), ("drop_reason", Paragraphs(true), "No need"),
    ]),
];

/// Of trade; the forms that carry a table are described where tables are.
#[rustfmt::skip]
pub static TRADE: &[Form] = &[
    form(Who::Chief, "/trade/figures/new", &[
        ("reporter", Place, "India"), ("partner", Place, "Chile"), ("traded", Choice(true), "goods"), ("flow", Choice(true), "exports"),
        ("hs", HsCode, "01"), ("commodity", Line(false), ""), ("period", TradePeriod, "FY2016-17"), ("currency", Choice(true), "USD"),
        ("value", Amount, "5.1"), ("scale", Choice(true), "million"), ("publisher", Line(true), "The ministry"),
        ("source_title", Line(false), "A table"), ("verified", Tick, "yes"), ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/trade/figures/{figure}", &[
        ("version", Version, "{v:figure}"), ("value", Amount, "3.13"), ("scale", Choice(true), "billion"),
        ("reason", Paragraphs(true), "A misprint"),
    ]),
    form(Who::Chief, "/trade/figures/{figure}/withdraw", &[
        ("version", Version, "{v:figure}"), ("withdraw_reason", Paragraphs(true), "Of another year"),
    ]),
    form(Who::Chief, "/trade/prefer", &[
        ("reporter", Hidden, "IN"), ("partner", Hidden, "PE"), ("traded", Hidden, "goods"), ("flow", Hidden, "total"),
        ("currency", Hidden, "USD"), ("period", Hidden, "FY2022-23"), ("version", FirstVersion, "0"), ("source", Choice(true), "{source}"),
        ("reason", Paragraphs(true), "It adds up"),
    ]),
    form(Who::Chief, "/trade/imports/{import}/withdraw", &[("reason", Paragraphs(true), "The wrong flow")]),
    form(Who::Chief, "/trade/sources/{source}", &[
        ("version", Version, "1"), ("publisher", Line(true), "The ministry"), ("source_title", Line(false), "Yearly"),
        ("verified", Tick, "yes"), ("complete", Tick, "yes"), ("illustrative", Tick, "yes"), ("reason", Paragraphs(false), "A letter"),
    ]),
    form(Who::Chief, "/trade/targets/new", &[
        ("reporter", Place, "India"), ("partner", Place, "Peru"), ("traded", Choice(true), "goods"), ("flow", Choice(true), "total"),
        ("currency", Choice(true), "USD"), ("value", Amount, "9"), ("scale", Choice(true), "billion"), ("by", Year, "2030"),
        ("publisher", Line(true), "The ministry"), ("note", Paragraphs(false), "Of a speech"), ("verified", Tick, "yes"),
        ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/trade/targets/{target}", &[
        ("version", Version, "{v:target}"), ("reason", Paragraphs(true), "It is met"),
    ]),
    form(Who::Chief, "/regions/new", &[
        ("code", RegionCode, "MER"), ("name", Line(true), "Four countries"), ("publisher", Line(true), "The ministry"),
        ("countries", Countries, "AR BR PY UY"), ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/regions/lac/edit", &[
        ("version", Version, "1"), ("name", Line(true), "The region"), ("publisher", Line(true), "The ministry"),
        ("countries", Countries, "PE CL"),
    ]),
];

/// Of consultations.
#[rustfmt::skip]
pub static CONSULTATIONS: &[Form] = &[
    form(Who::Goods, "/agreements/india-peru/consultations", &[
        ("title", Line(true), "Cars"), ("introduction", Paragraphs(false), "Before round 11"), ("chapter", Choice(false), "goods"),
        ("closes_on", Day, "2099-01-01"), ("lines", Lines, "8703 Motor cars"),
    ]),
    form(Who::Goods, "/agreements/india-peru/stances", &[
        ("name", Line(true), "Council of tea"), ("anyway", Tick, "yes"), ("stakeholder_kind", Choice(true), "council"),
        ("stance", Choice(true), "support"), ("chapter", Choice(false), "goods"), ("words", Paragraphs(false), "At once"),
        ("heard_on", Day, "2026-11-02"), ("publisher", Line(true), "A letter"), ("illustrative", Tick, "yes"),
    ]),
    form(Who::Goods, "/agreements/india-peru/stances/withdraw", &[
        ("withdrawn", Choice(true), "{stance}"), ("withdraw_reason", Paragraphs(true), "Misheard"),
    ]),
    form(Who::Goods, "/agreements/india-peru/consultations/1/invitations", &[
        ("name", Line(true), "Fish of Kochi"), ("stakeholder_kind", Choice(true), "exporter"), ("anyway", Tick, "yes"),
    ]),
    form(Who::Goods, "/agreements/india-peru/consultations/1/invitations/{invitation}/revoke", &[]),
    form(Who::Goods, "/agreements/india-peru/consultations/1/invitations/{invitation}/renew", &[]),
    // One that nobody has answered: its lines may still be edited.
    form(Who::Goods, "/agreements/india-peru/consultations/3/edit", &[
        ("version", Version, "1"), ("title", Line(true), "Cars"), ("introduction", Paragraphs(false), "Before round 12"),
        ("closes_on", Day, "2099-02-02"), ("lines", Lines, "8711 Motor cycles"),
    ]),
    form(Who::Anonymous, "/consultations/{token}", &[
        ("version", FirstVersion, "1"), ("stance-1", Choice(true), "support"), ("comment-1", Words, "Gladly"),
    ]),
    form(Who::Goods, "/stakeholders/{stakeholder}", &[
        ("version", Version, "{v:stakeholder}"), ("name", Line(true), "Motors"), ("stakeholder_kind", Choice(true), "importer"),
        ("country", Home, "Peru"), ("note", Paragraphs(false), "Of trucks"),
    ]),
    form(Who::Goods, "/stakeholders/{stakeholder}/merge/{alike}", &[
        ("version", Version, "{v:stakeholder}"), ("other_version", Version, "{v:alike}"), ("stays", Choice(true), "{stakeholder}"),
        ("reason", Paragraphs(true), "The same tax number"),
    ]),
];

/// Of the export programme.
#[rustfmt::skip]
pub static PROGRAMME: &[Form] = &[
    form(Who::Chief, "/programme/pe/electronics", &[
        ("version", FirstVersion, "0"), ("cell_status", Choice(true), "on-course"), ("target", Amount, "12"), ("scale", Choice(true), "million"),
        ("currency", Choice(true), "USD"), ("by", Year, "2030"), ("owner", Line(false), "A council"),
        ("mission_input", Paragraphs(false), "They ask for labels"), ("next_step", Paragraphs(false), "Ask them"),
        ("reason", Paragraphs(false), "A letter"),
    ]),
    form(Who::Chief, "/programme/sectors", &[
        ("sector_kind", Choice(true), "goods"), ("sector_name", Line(true), "Toys"), ("sector_publisher", Line(true), "The ministry"),
        ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/programme/sectors/tourism", &[
        ("was", Version, "Tourism"), ("sector_name", Line(true), "Travel"), ("reason", Paragraphs(false), "A decision"),
    ]),
    form(Who::Chief, "/programme/sectors/textiles/move", &[("to", Hidden, "up")]),
    form(Who::Chief, "/programme/countries/us/move", &[("to", Hidden, "down")]),
    form(Who::Chief, "/programme/countries", &[("country", Focus, "Italy"), ("country_publisher", Line(true), "The ministry")]),
    form(Who::Chief, "/programme/missions", &[
        ("mission", Choice(true), "mission@accord.example"), ("mission_country", Choice(true), "CL"),
    ]),
    form(Who::Chief, "/programme/retire", &[
        ("retired_country", Choice(false), ""), ("retired_sector", Choice(true), "tourism"), ("retire_reason", Paragraphs(true), "Split"),
    ]),
];

/// Of the register of barriers.
#[rustfmt::skip]
pub static BARRIERS: &[Form] = &[
    form(Who::Chief, "/barriers/new", &[
        ("title", Line(true), "Labels"), ("kind", Choice(true), "tbt"), ("imposing", Place, "Peru"), ("affected", Place, "IN"),
        ("codes", HsCode, "3004"), ("sectors", Choice(true), "textiles"), ("measure", Line(false), "A decree"),
        ("description", Paragraphs(true), "Each box"), ("owner", Line(false), "A council"), ("raised_on", Day, "2026-01-02"),
        ("publisher", Line(true), "An exporter"), ("rag", Choice(true), "red"), ("next_step", Paragraphs(false), "Ask"),
        ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/barriers/1/edit", &[
        ("version", Version, "1"), ("title", Line(true), "Labels"), ("kind", Choice(true), "tbt"), ("imposing", Place, "Peru"),
        ("affected", Place, "IN"), ("description", Paragraphs(true), "Each box"), ("raised_on", Day, "2026-01-02"),
        ("publisher", Line(true), "An exporter"), ("reason", Paragraphs(false), "A letter"),
    ]),
    form(Who::Chief, "/barriers/1/move", &[
        ("version", Version, "1"), ("status", Choice(true), "resolved"), ("rag", Choice(true), "green"),
        ("next_step", Paragraphs(false), "Watch"), ("reason", Paragraphs(true), "The decree is gone"),
    ]),
    form(Who::Goods, "/barriers/1/notes", &[("note", Paragraphs(true), "Raised")]),
    form(Who::Chief, "/barriers/1/link", &[("link", Choice(true), "india-peru/goods")]),
    form(Who::Chief, "/barriers/1/unlink", &[("link", Hidden, "india-peru/tbt")]),
    form(Who::Chief, "/barriers/1/public/propose", &[
        ("version", Version, "1"), ("public_title", Line(true), "Labels"), ("public_summary", Paragraphs(true), "Asked for"),
    ]),
    form(Who::Minister, "/barriers/1/public/approve", &[("publication", Version, "1")]),
    form(Who::Minister, "/barriers/1/public/refuse", &[
        ("publication", Version, "1"), ("refused_because", Paragraphs(true), "Too early"),
    ]),
    form(Who::Chief, "/barriers/3/public/publish", &[("publication", Version, "1")]),
    form(Who::Chief, "/barriers/5/public/take-back", &[("take_back_reason", Paragraphs(true), "Outdated")]),
];

/// Of standing bodies, and of meetings that are of no agreement.
#[rustfmt::skip]
pub static HOUSE_MEETINGS: &[Form] = &[
    form(Who::Chief, "/bodies/new", &[
        ("name", Line(true), "Joint Council"), ("abbreviation", Line(false), "JC"), ("countries", Countries, "CL BR"),
        ("mandate", Paragraphs(false), "Trade"), ("publisher", Line(true), "The ministry"), ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/bodies/jetco/edit", &[
        ("version", Version, "1"), ("name", Line(true), "JETCO"), ("abbreviation", Line(false), "JETCO"), ("countries", Countries, "CL BR"),
        ("mandate", Paragraphs(false), "Trade"), ("publisher", Line(true), "The ministry"), ("reason", Paragraphs(false), "A letter"),
    ]),
    form(Who::Chief, "/meetings/new", &[
        ("title", Line(false), "A conference"), ("dates", Date(false), "2027-02"), ("place", Line(false), "Delhi"),
        ("zone", Line(true), "Asia/Kolkata"), ("mode", Choice(false), "hybrid"), ("note", Paragraphs(false), "Trade"),
        ("publisher", Line(false), "The ministry"), ("source_title", Line(false), "A note"), ("verified", Tick, "yes"),
        ("illustrative", Tick, "yes"),
    ]),
    form(Who::Chief, "/meetings/2/edit", &[
        ("version", Version, "2"), ("title", Line(false), "A conference"), ("dates", Date(false), "2027-02-03"),
        ("place", Line(false), "Delhi"), ("zone", Line(true), "Asia/Kolkata"), ("clock", Line(false), ""),
        ("mode", Choice(false), "hybrid"), ("note", Paragraphs(false), "Trade"), ("reason", Paragraphs(false), "A letter"),
    ]),
    form(Who::Chief, "/meetings/2/state", &[
        ("version", Version, "2"), ("state", Hidden, "called-off"), ("off_reason", Paragraphs(true), "Elections"),
    ]),
    form(Who::Chief, "/meetings/1/lines/new", &[
        ("country", Choice(true), "US"), ("sector", Choice(false), "textiles"), ("title", Line(true), "Visit buyers"),
        ("owner", Line(false), "The embassy"), ("due", Day, "2027-01-20"),
    ]),
    form(Who::Chief, "/meetings/1/lines/4", &[
        ("version", Version, "1"), ("title", Line(true), "Agree the visit"), ("sector", Choice(false), "textiles"),
        ("owner", Line(false), "The embassy"), ("due", Day, "2027-01-20"), ("state", Choice(true), "done"),
        ("progress", Paragraphs(false), "Agreed"), ("reason", Paragraphs(false), "They asked"),
    ]),
    form(Who::Chief, "/meetings/1/attendees", &[
        ("attendee_name", Line(true), "Ambassador"), ("office", Line(false), "Embassy"), ("attendee_country", Home, "France"),
    ]),
    form(Who::Chief, "/meetings/1/attendees/answers", &[]),
    form(Who::Chief, "/meetings/1/attendees/strike", &[
        ("struck", Choice(true), "{attendee}"), ("strike_reason", Paragraphs(true), "Recalled"),
    ]),
    form(Who::Chief, "/meetings/1/papers/withdraw", &[
        ("withdrawn", Choice(true), "{house-paper}"), ("withdraw_reason", Paragraphs(true), "The wrong one"),
    ]),
];

/// The island's door.
#[rustfmt::skip]
pub static ACTS: &[Form] = &[
    Form { is_act: true, ..form(Who::Goods, "/act/record_step", &[
        ("agreement", Slug(true), "india-peru"), ("chapter", Slug(true), "goods"), ("version", Version, "{v:goods}"),
        ("text_status", Choice(false), "substantially-closed"), ("market_status", Choice(false), "improved-offers"),
        ("reason", Paragraphs(false), "Agreed in the room"), ("override_brackets", Tick, ""),
    ]) },
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Form> {
    [
        AGREEMENTS,
        BRIEFS,
        REPORTS,
        EVENTS,
        CHAPTERS,
        MEETINGS,
        PRIORITIES,
        PAPERS,
        ACTION_POINTS,
        TRADE,
        PROGRAMME,
        CONSULTATIONS,
        BARRIERS,
        HOUSE_MEETINGS,
        ACCOUNTS,
        ACTS,
    ]
    .into_iter()
    .flatten()
}

impl Form {
    /// The sound form, with one field replaced.
    pub fn with(&self, replaced: Option<(&str, &str)>) -> Vec<(&'static str, String)> {
        self.fields
            .iter()
            .map(|(name, _, sound)| {
                let value = replaced.filter(|(other, _)| other == name).map_or(*sound, |(_, value)| value);
                (*name, value.to_owned())
            })
            .collect()
    }
}
