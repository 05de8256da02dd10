//! The locales against each other and against the code that asks for them: nothing missing, nothing left over, nothing untranslated.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use accord_domain::access::{Act, HouseRight, Role};
use accord_domain::action_point::{ActionState, Side};
use accord_domain::agreement::{AgreementKind, Relation};
use accord_domain::barrier::{BarrierKind, BarrierStatus, PublicState, Publicity, Rag};
use accord_domain::chapter::{ChapterKind, ChapterTemplate, EscalationLevel};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::consultation::LineStance;
use accord_domain::document::{DocumentKind, Part, Settlement};
use accord_domain::house_meeting::{Attendance, PaperAudience};
use accord_domain::lifecycle::{EventKind, Stage, Standing};
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use accord_domain::milestone::MilestoneKind;
use accord_domain::paper::{PaperKind, audiences};
use accord_domain::priority::{ProposalState, Stance, Wish};
use accord_domain::programme::{CellStatus, SectorKind};
use accord_domain::ratification::RatificationStep;
use accord_domain::stakeholder::StakeholderKind;
use accord_domain::text::SHORTEST_PASSWORD;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use accord_domain::trade::amount::{Currency, DecimalMark, Scale};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::{PeriodKind, PeriodReading};
use accord_language::{Locale, Speaker, keys};
use chrono::DateTime;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// The plural categories of whole numbers in each language (CLDR).
fn categories(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::EnIn | Locale::HiIn => &["one", "other"],
        Locale::EsPe => &["one", "many", "other"],
    }
}

/// Messages that may read in another language as they do in English: names, numbers, and words spelt alike.
const SPELT_ALIKE: &[&str] = &[
    "accord",
    "agenda",
    "amount-units",
    "currency-CLP",
    "currency-CNY",
    "currency-EUR",
    "currency-GBP",
    "currency-INR",
    "currency-JPY",
    "currency-PEN",
    "currency-USD",
    "date-range",
    "flow-total",
    "house-meeting-field-note",
    "mode-virtual",
    "no",
    "of-total",
    "paper-kind-csv",
    "paper-kind-excel",
    "paper-kind-pdf",
    "paper-kind-powerpoint",
    "paper-kind-word",
    "party-asean",
    "party-mercosur",
    "per-cent",
    "plan-field-sector",
    "right-no",
    "sector",
    "size-megabytes",
];

/// Places that ask for a message by a variable: the file, the argument as written, and the keys it takes there that are not codes.
const BY_VARIABLE: &[(&str, &str, &[&str])] = &[
    ("crates/exchange/src/programme.rs", "key", &[]),
    ("crates/exchange/src/tables.rs", "key", &[]),
    (
        "crates/language/src/amounts.rs",
        "amount",
        &["amount-units", "amount-thousand", "amount-lakh", "amount-million", "amount-crore", "amount-billion"],
    ),
    ("crates/language/src/amounts.rs", "unit", &["unit-billion", "unit-crore", "unit-million"]),
    ("crates/language/src/speaker.rs", "key", &[]),
    ("crates/language/src/speaker.rs", "&key", &[]),
    ("crates/language/src/speaker.rs", "&format!(\"{prefix}-{code}\")", &[]),
    ("crates/language/src/speaker.rs", "&format!(\"error-{}\", error.code)", &[]),
    ("src/pages/administration.rs", "verb", &["enable", "disable"]),
    ("src/pages/agreement.rs", "verb", &["restore-agreement", "archive-agreement"]),
    ("src/pages/chapter.rs", "label", &["park-chapter", "unpark-chapter"]),
    ("src/pages/errors.rs", "&format!(\"failure-{}\", error.code())", &[]),
    ("src/pages/errors.rs", "&format!(\"failure-{}-advice\", error.code())", &[]),
    ("src/pages/lists.rs", "&format!(\"failure-{}-advice\", error.code())", &[]),
    ("src/pages/intake/mod.rs", "title", &["import-status-table", "import-figures", "import-nomenclature"]),
    ("src/pages/intake/mod.rs", "told", &["import-status-table-told", "import-figures-told", "import-nomenclature-told"]),
    (
        "src/pages/lists.rs",
        "blank",
        &[
            "all-stages",
            "not-stated",
            "leave-status",
            "all-sectors",
            "all-states",
            "all-kinds",
            "all-lights",
            "all-chapters",
            "any-publicity",
        ],
    ),
    ("src/pages/portfolio.rs", "flag", &["flag-parked", "flag-escalated"]),
    ("src/web/act.rs", "&format!(\"failure-{}\", error.code())", &[]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> Fallible<String> {
    Ok(fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?)
}

// The locales as written.

/// A message: what it says in every form, its gaps, and the forms of each choice it makes by a count.
#[derive(Default)]
struct Message {
    says: String,
    gaps: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) -> Fallible<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.says.push_str(value),
                PatternElement::Placeable { expression } => self.placed(expression)?,
            }
        }
        Ok(())
    }

    fn placed(&mut self, expression: &Expression<&str>) -> Fallible<()> {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.gaps.insert(id.name.to_owned());
                self.says.push_str(&format!("{{{}}}", id.name));
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => self.says.push_str(value),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } if id.name == "count" => {
                self.gaps.insert(id.name.to_owned());
                self.choices.push(variants.iter().map(form).collect());
                for variant in variants {
                    self.says.push('|');
                    self.read(&variant.value)?;
                }
            }
            other => return Err(format!("only gaps and choices by $count are understood, not {other:?}").into()),
        }
        Ok(())
    }
}

fn form(variant: &Variant<&str>) -> String {
    match variant.key {
        VariantKey::Identifier { name } => name.to_owned(),
        VariantKey::NumberLiteral { value } => value.to_owned(),
    }
}

type Messages = BTreeMap<String, Message>;

fn messages(locale: Locale) -> Fallible<Messages> {
    let mut all = Messages::new();
    for file in fs::read_dir(root().join("locales").join(locale.code()))? {
        let path = file?.path();
        let shown = path.file_name().unwrap_or_default().to_string_lossy();
        let shown = format!("{}/{shown}", locale.code());
        let text = fs::read_to_string(&path)?;
        let resource = fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| format!("{shown}: {errors:?}"))?;
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name;
                    let value = message.value.as_ref().ok_or_else(|| format!("{shown}: {key} says nothing"))?;
                    let mut read = Message::default();
                    read.read(value).map_err(|error| format!("{shown}: {key}: {error}"))?;
                    assert!(!read.says.trim().is_empty(), "{shown}: {key} says nothing");
                    assert!(message.attributes.is_empty(), "{shown}: {key} has attributes, which nobody reads");
                    assert!(all.insert(key.to_owned(), read).is_none(), "{shown}: {key} is there twice");
                }
                Entry::Junk { content } => return Err(format!("{shown}: not a message: {content}").into()),
                Entry::Term(term) => return Err(format!("{shown}: -{} is a term, which nobody reads", term.id.name).into()),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    Ok(all)
}

fn same_keys_and_gaps(locale: Locale) -> Fallible<()> {
    let (english, other) = (messages(Locale::EnIn)?, messages(locale)?);
    let names = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
    let (wanted, found) = (names(&english), names(&other));
    let missing: Vec<_> = wanted.difference(&found).collect();
    let left_over: Vec<_> = found.difference(&wanted).collect();
    assert!(missing.is_empty() && left_over.is_empty(), "{}: missing {missing:?}, left over {left_over:?}", locale.code());
    assert_eq!(found, keys(locale), "{}: what is compiled in is not what is written", locale.code());
    for (key, message) in &other {
        assert_eq!(message.gaps, english[key].gaps, "{}: {key} has other gaps than in English", locale.code());
    }
    Ok(())
}

fn every_plural(locale: Locale) -> Fallible<()> {
    for (key, message) in messages(locale)? {
        assert_eq!(message.gaps.contains("count"), !message.choices.is_empty(), "{}: {key} shows a bare count", locale.code());
        for forms in &message.choices {
            for category in categories(locale) {
                assert!(forms.contains(*category), "{}: {key} has no form for {category}", locale.code());
            }
            let strange = forms.iter().find(|form| !categories(locale).contains(&form.as_str()) && form.parse::<u32>().is_err());
            assert_eq!(strange, None, "{}: {key} has a form this language does not know", locale.code());
        }
    }
    Ok(())
}

/// The name of a country, which many languages spell alike.
fn is_country(key: &str) -> bool {
    key.strip_prefix("party-").is_some_and(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn everything_translated(locale: Locale) -> Fallible<()> {
    let (english, other) = (messages(Locale::EnIn)?, messages(locale)?);
    let alike: Vec<_> = other
        .iter()
        .filter(|(key, message)| english.get(*key).is_some_and(|english| english.says == message.says))
        .map(|(key, _)| key.as_str())
        .filter(|key| !SPELT_ALIKE.contains(key) && !is_country(key))
        .collect();
    assert!(alike.is_empty(), "{}: still in English: {alike:?}", locale.code());
    Ok(())
}

/// What no translation may change: what people type, and limits kept in code.
fn literals_kept(locale: Locale) -> Fallible<()> {
    let messages = messages(locale)?;
    let shortest = SHORTEST_PASSWORD.to_string();
    for (key, literal) in [
        ("accord", "Accord"),
        ("demo-accounts-advice", "accord-demo"),
        ("date-hint", "2018-04-03..06"),
        ("date-hint", "..2018-12-07"),
        ("error-not-a-date", "2018-04-03..06"),
        ("error-not-a-date", "..2018-12-07"),
        ("ratified-on-hint", "2018-04-03"),
        ("address-hint", "india-peru"),
        ("earlier-agreement-hint", "india-chile-pta"),
        ("error-not-a-slug", "india-peru"),
        ("partners-hint", "PE "),
        ("new-password-hint", shortest.as_str()),
        ("first-password-hint", shortest.as_str()),
    ] {
        let message = messages.get(key).ok_or_else(|| format!("{}: no {key}", locale.code()))?;
        assert!(message.says.contains(literal), "{}: {key} must hold {literal:?}: {}", locale.code(), message.says);
    }
    Ok(())
}

#[test]
fn english_is_sound() -> Fallible<()> {
    same_keys_and_gaps(Locale::EnIn)?;
    every_plural(Locale::EnIn)?;
    literals_kept(Locale::EnIn)
}

#[test]
fn spanish_is_whole() -> Fallible<()> {
    same_keys_and_gaps(Locale::EsPe)?;
    every_plural(Locale::EsPe)?;
    everything_translated(Locale::EsPe)?;
    literals_kept(Locale::EsPe)
}

#[test]
fn hindi_is_whole() -> Fallible<()> {
    same_keys_and_gaps(Locale::HiIn)?;
    every_plural(Locale::HiIn)?;
    everything_translated(Locale::HiIn)?;
    literals_kept(Locale::HiIn)
}

#[test]
fn what_is_listed_as_spelt_alike_is() -> Fallible<()> {
    let [english, spanish, hindi] = [messages(Locale::EnIn)?, messages(Locale::EsPe)?, messages(Locale::HiIn)?];
    let says = |messages: &Messages, key: &str| messages.get(key).map(|message| message.says.clone());
    for key in SPELT_ALIKE {
        let told = says(&english, key).ok_or_else(|| format!("{key} is no message"))?;
        let alike = [&spanish, &hindi].iter().any(|other| says(other, key).as_ref() == Some(&told));
        assert!(alike, "{key} is translated in every language: take it off the list");
    }
    Ok(())
}

#[test]
fn english_counts_as_it_speaks() {
    let speaker = Speaker { locale: Locale::EnIn, zone: chrono_tz::Tz::UTC, now: DateTime::UNIX_EPOCH };
    let told = [0, 1, 2, 1_234_567].map(|count| speaker.count("days", count));
    assert_eq!(told, ["less than a day", "1 day", "2 days", "12,34,567 days"]);
}

// The code that asks for them.

/// A source file: its path from the root, and its text without comments of a line's own.
struct Source {
    path: String,
    text: String,
}

fn sources(folders: &[&str]) -> Fallible<Vec<Source>> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                waiting.push(entry?.path());
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path)?;
            let text = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            found.push(Source { path: path.strip_prefix(root())?.to_string_lossy().replace('\\', "/"), text });
        }
    }
    Ok(found)
}

/// What a string literal at the start of the text holds, as written, and its length with its quotes.
fn literal(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    Some((&inner[..end], end + 2))
}

/// The length of a character literal at the start of the text, so that its quote or bracket is not taken for one of the source.
fn character(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('\'')?;
    let (end, last) = inner.char_indices().nth(if inner.starts_with('\\') { 2 } else { 1 })?;
    (last == '\'').then_some(end + 2)
}

/// All string literals of a piece of source.
fn literals(text: &str) -> Vec<&str> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        if let Some((inner, length)) = literal(&text[at..]) {
            found.push(inner);
            at += length;
        } else {
            at += character(&text[at..]).unwrap_or(c.len_utf8());
        }
    }
    found
}

/// The arguments of each call written as `name(`, split at their commas.
fn calls<'s>(text: &'s str, name: &str) -> Vec<Vec<&'s str>> {
    text.match_indices(name).map(|(start, _)| arguments(&text[start + name.len()..])).collect()
}

/// The arguments up to the bracket that closes them.
fn arguments(text: &str) -> Vec<&str> {
    let (mut found, mut at, mut from, mut depth) = (Vec::new(), 0, 0, 0_usize);
    while let Some(c) = text[at..].chars().next() {
        if let Some(length) = literal(&text[at..]).map(|(_, length)| length).or_else(|| character(&text[at..])) {
            at += length;
            continue;
        }
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(text[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    found.push(text[from..at].trim());
    found.retain(|argument| !argument.is_empty());
    found
}

/// The literals an argument may be: itself, or either of `if … { "…" } else { "…" }`.
fn named(argument: &str) -> Vec<&str> {
    match literal(argument) {
        Some((inner, length)) if length == argument.len() => vec![inner],
        _ if argument.starts_with("if ") => literals(argument),
        _ => Vec::new(),
    }
}

/// The literals of every statement `let NAME = if … { "…" } else { "…" };`.
fn chosen<'s>(text: &'s str, name: &str) -> Vec<&'s str> {
    let parts = text.split(&format!("let {name} = if ")).skip(1).collect::<Vec<_>>();
    parts.into_iter().filter_map(|rest| rest.split(';').next()).flat_map(literals).collect()
}

/// What stands between two marks of a source file.
fn between<'s>(text: &'s str, from: &str, to: &str) -> Fallible<&'s str> {
    let start = text.find(from).ok_or_else(|| format!("{from:?} is not there any more"))? + from.len();
    let end = text[start..].find(to).ok_or_else(|| format!("{to:?} does not follow {from:?} any more"))?;
    Ok(&text[start..start + end])
}

/// The literals between two marks of a source file.
fn list(path: &str, from: &str, to: &str) -> Fallible<Vec<String>> {
    let text = read(path)?;
    let found: Vec<String> = literals(between(&text, from, to)?).into_iter().map(str::to_owned).collect();
    if found.is_empty() { Err(format!("{path}: nothing between {from:?} and {to:?}").into()) } else { Ok(found) }
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|value| code(*value).to_owned()).collect()
}

/// Every prefix and the codes that follow it.
fn words() -> Fallible<BTreeMap<&'static str, Vec<String>>> {
    let roles = codes(Role::ALL, Role::code);
    let documents = codes(DocumentKind::ALL, DocumentKind::code);
    let rights = codes(HouseRight::ALL, HouseRight::code);
    let relations = codes(Relation::ALL, Relation::code);
    let moves = [codes(MeetingState::ALL, MeetingState::code), vec!["reopen".to_owned()]].concat();
    let lineage = relations.iter().flat_map(|code| [format!("{code}-earlier"), format!("{code}-later")]).collect();
    Ok(BTreeMap::from([
        ("stage", codes(&Stage::ALL, Stage::code)),
        ("event", codes(&EventKind::ALL, EventKind::code)),
        ("standing", codes(&Standing::ALL, Standing::code)),
        ("ratification", codes(&RatificationStep::ALL, RatificationStep::code)),
        ("kind", codes(AgreementKind::ALL, AgreementKind::code)),
        ("relation", relations),
        ("lineage", lineage),
        ("template", codes(ChapterTemplate::ALL, ChapterTemplate::code)),
        ("text", codes(TextStatus::ALL, Track::code)),
        ("market", codes(MarketAccessStatus::ALL, Track::code)),
        ("escalation", codes(EscalationLevel::ALL, EscalationLevel::code)),
        ("chapter", codes(ChapterKind::ALL, ChapterKind::code)),
        ("clearance", codes(&Clearance::ALL, Clearance::code)),
        ("field", codes(&Field::ALL, Field::code)),
        ("role", roles.clone()),
        ("role-clearance", roles),
        ("act", codes(Act::ALL, Act::code)),
        ("meeting-kind", codes(MeetingKind::ALL, MeetingKind::code)),
        ("meeting-state", codes(MeetingState::ALL, MeetingState::code)),
        ("meeting-notice", codes(MeetingState::ALL, MeetingState::code)),
        ("move-meeting", moves),
        ("mode", codes(MeetingMode::ALL, MeetingMode::code)),
        ("house-right", rights.clone()),
        ("house-right-told", rights),
        ("theme", list("crates/store/src/commands/accounts.rs", "THEMES: [&str; 3] = [", "];")?),
        ("saved", list("src/pages/words.rs", "let known = [", "];")?),
        ("demo-account", list("src/pages/sign_in.rs", "<ul class=\"accounts\">", ".map(")?),
        ("stance", codes(Stance::ALL, Stance::code)),
        ("wish", codes(Wish::ALL, Wish::code)),
        ("proposal", codes(ProposalState::ALL, ProposalState::code)),
        ("milestone", codes(MilestoneKind::ALL, MilestoneKind::code)),
        ("document-kind", documents.clone()),
        ("document-none", documents.clone()),
        ("document-begin", documents.clone()),
        ("document-edit", documents.clone()),
        ("document-edit-lede", documents.clone()),
        ("document-clearance", documents.clone()),
        ("document-clearance-hint", documents),
        ("report-readers", codes(&DocumentKind::Report.clearances(Clearance::Public), Clearance::code)),
        ("report-state", ["draft", "approved", "published"].map(str::to_owned).to_vec()),
        ("document-part", codes(Part::ALL, Part::code)),
        ("document-hint", Part::ALL.iter().filter(|part| !part.is_generated()).map(|part| part.code().to_owned()).collect()),
        ("document-settlement", codes(Settlement::ALL, Settlement::code)),
        ("paper-kind", codes(PaperKind::ALL, PaperKind::code)),
        ("paper-for", audiences(true).iter().map(|audience| audience.code().to_owned()).collect()),
        ("paper-audience", audiences(true).iter().map(|audience| audience.code().to_owned()).collect()),
        ("side", codes(Side::ALL, Side::code)),
        ("owner-of", codes(Side::ALL, Side::code)),
        ("action-state", codes(ActionState::ALL, ActionState::code)),
        ("action-notice", codes(ActionState::ALL, ActionState::code)),
        ("move-action-point", codes(ActionState::ALL, ActionState::code)),
        ("changed", changed()?.into_iter().collect()),
        ("flow", codes(Flow::ALL, Flow::code)),
        ("traded", codes(Traded::ALL, Traded::code)),
        ("currency", codes(Currency::ALL, Currency::code)),
        ("scale", codes(Scale::ALL, Scale::code)),
        ("mark", codes(DecimalMark::ALL, DecimalMark::code)),
        ("period-kind", codes(PeriodKind::ALL, PeriodKind::code)),
        ("reading", codes(PeriodReading::ALL, PeriodReading::code)),
        ("field-of", {
            let mut fields: Vec<String> = list("crates/exchange/src/intake/figures/mod.rs", "FIELDS: [&str; 10] = [", "];")?;
            fields.extend(list("crates/exchange/src/intake/nomenclature.rs", "FIELDS: [&str; 3] = [", "];")?);
            fields.extend(list("crates/exchange/src/intake/status_table.rs", "FIELDS: [&str; 5] = [", "];")?);
            // The fields of a step, as the chapter's own page names them.
            fields.extend(["text_status", "reason"].map(str::to_owned));
            fields
        }),
        ("stakeholder-kind", codes(StakeholderKind::ALL, StakeholderKind::code)),
        ("line-stance", codes(LineStance::ALL, LineStance::code)),
        ("sector-kind", codes(SectorKind::ALL, SectorKind::code)),
        ("barrier-kind", codes(BarrierKind::ALL, BarrierKind::code)),
        ("barrier-status", codes(BarrierStatus::ALL, BarrierStatus::code)),
        ("rag", codes(Rag::ALL, Rag::code)),
        ("publicity", codes(Publicity::ALL, Publicity::code)),
        ("public-state", codes(PublicState::ALL, PublicState::code)),
        ("cell-status", codes(CellStatus::ALL, CellStatus::code)),
        (
            "barrier-field",
            [
                "open",
                "title",
                "kind",
                "imposing",
                "affected",
                "codes",
                "sectors",
                "measure",
                "description",
                "owner",
                "raised_on",
                "publisher",
                "status",
                "rag",
                "next_step",
                "note",
                "link",
                "unlink",
                "propose",
                "approve",
                "refuse",
                "publish",
                "take-back",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        ("import", ["added", "changed", "same", "refused", "opened", "moved"].map(str::to_owned).to_vec()),
        ("cell-field", ["status", "target", "owner", "next_step", "mission_input"].map(str::to_owned).to_vec()),
        ("codes-whole", ["all", "part"].map(str::to_owned).to_vec()),
        ("source-field", ["publisher", "source_title", "verified", "illustrative", "complete"].map(str::to_owned).to_vec()),
        ("attendance", codes(Attendance::ALL, Attendance::code)),
        ("house-paper-for", codes(PaperAudience::ALL, PaperAudience::code)),
        ("house-paper-audience", codes(PaperAudience::ALL, PaperAudience::code)),
        (
            "house-meeting-field",
            [
                "plan",
                "title",
                "mode",
                "place",
                "zone",
                "dates",
                "clock",
                "note",
                "outcome",
                "publisher",
                "source_title",
                "verified",
                "state",
                "ask",
                "attendance",
                "strike",
                "put-paper",
                "withdraw-paper",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        (
            "body-field",
            ["found", "name", "abbreviation", "countries", "mandate", "founded_on", "ended_on", "publisher"]
                .map(str::to_owned)
                .to_vec(),
        ),
        ("plan-field", ["agree", "title", "sector", "owner", "due", "state", "progress"].map(str::to_owned).to_vec()),
        ("hs", (1..=99).map(|chapter| format!("{chapter:02}")).collect()),
    ]))
}

/// Subject and verb, or subject and field, of every change an agreement's record can hold.
fn changed() -> Fallible<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for (file, subject, maker, place) in [
        ("agreements", "agreement", "of_agreement(", 1),
        ("agreements", "agreement", "edits.field(", 1),
        ("chapters", "chapter", "of_chapter(", 1),
        ("chapters", "chapter", "locked.change(", 0),
        ("chapters", "chapter", "self.change(", 0),
        ("chapters", "chapter", "edits.field(", 1),
        ("events", "event", "of_event(", 1),
        ("grants", "grant", "of_grant(", 2),
        ("meetings", "meeting", "of_meeting(", 1),
        ("meeting_sessions", "session", "of_session(", 2),
        ("meeting_sessions", "session", "edits.field(", 1),
        ("milestones", "milestone", "of_milestone(", 1),
        ("priorities", "priority", "of_area(", 1),
        ("priority_proposals", "proposal", "of_proposal(", 1),
        ("documents", "brief", "locked.append(", 1),
        ("documents", "report", "locked.append(", 1),
        ("publications", "report", "locked.append(", 1),
        ("papers", "paper", "of_paper(", 2),
        ("consultations/mod", "consultation", "of_consultation(", 2),
        ("consultations/invitations", "consultation", "of_consultation(", 2),
        ("consultations/answers", "consultation", "of_consultation(", 2),
        ("consultations/edits", "consultation", "edits.field(", 1),
        ("stances", "consultation", "of_consultation(", 2),
        ("stakeholders", "stakeholder", "of_stakeholder(", 1),
        ("action_points", "action_point", "of_action_point(", 2),
        ("action_points", "action_point", "edits.field(", 1),
        ("action_point_steps", "action_point", "of_action_point(", 2),
    ] {
        let text = read(&format!("crates/store/src/commands/{file}.rs"))?;
        let before = found.len();
        let made = calls(&text, maker).into_iter().filter_map(|arguments| arguments.get(place).copied()).flat_map(named);
        found.extend(made.chain(chosen(&text, "verb")).map(|verb| format!("{subject}-{verb}")));
        assert!(found.len() > before, "{file}.rs: no change is made by {maker} any more");
        for made in text.split("Change {").skip(1).filter_map(|rest| rest.split('}').next()) {
            if let (Ok(subject), Ok(verb)) = (between(made, "subject: \"", "\""), between(made, "verb: \"", "\"")) {
                found.insert(format!("{subject}-{verb}"));
            }
        }
    }
    for (from, to) in [("CARD: [&str; 12] =", "];"), ("HEADS: [&str; 4] = [", "];"), ("DELEGATES: [&str; 2] = [", "];")] {
        let edited = list("crates/store/src/commands/meeting_card.rs", from, to)?;
        found.extend(edited.into_iter().map(|field| format!("meeting-{field}")));
    }
    Ok(found)
}

/// The codes of refusals, each with whether its sentence may name something.
fn refusals() -> Fallible<BTreeMap<String, bool>> {
    let mut found = BTreeMap::<String, bool>::new();
    for source in sources(&["crates/domain/src", "crates/store/src", "crates/exchange/src", "src"])? {
        let mut note = |code: &str, names: bool| {
            let always = found.entry(code.to_owned()).or_insert(names);
            *always = *always && names;
        };
        let makers =
            [("FieldError::new(", 1, false), ("FieldError::with(", 1, true), ("AppError::field(", 1, false), (" taken(", 4, false)];
        for (maker, place, names) in makers {
            let made = calls(&source.text, maker).into_iter().filter_map(|arguments| arguments.get(place).copied());
            made.flat_map(named).for_each(|code| note(code, names));
        }
        chosen(&source.text, "code").into_iter().for_each(|code| note(code, false));
    }
    Ok(found)
}

/// Every key the code asks for, with the gaps it always fills.
#[derive(Default)]
struct Asked(BTreeMap<String, BTreeSet<String>>);

impl Asked {
    fn note(&mut self, key: &str, filled: &[&str]) {
        let filled: BTreeSet<String> = filled.iter().map(|name| (*name).to_owned()).collect();
        let always = self.0.entry(key.to_owned()).or_insert_with(|| filled.clone());
        always.retain(|name| filled.contains(name));
    }

    fn by_code(&mut self, words: &BTreeMap<&'static str, Vec<String>>) -> Fallible<()> {
        for (prefix, codes) in words {
            codes.iter().for_each(|code| self.note(&format!("{prefix}-{code}"), &[]));
        }
        for (code, names) in refusals()? {
            self.note(&format!("error-{code}"), if names { &["argument"] } else { &[] });
        }
        for code in list("crates/domain/src/error.rs", "pub fn code(&self)", "pub fn status")? {
            self.note(&format!("failure-{code}"), &[]);
            self.note(&format!("failure-{code}-advice"), if code == "too-many" { &["count", "n"] } else { &[] });
        }
        Ok(())
    }

    fn by_variable(&mut self, sources: &[Source]) {
        for (_, argument, keys) in BY_VARIABLE {
            let filled: &[&str] = match *argument {
                "flag" => &["count", "n"],
                "amount" => &["currency", "n"],
                "unit" => &["currency"],
                _ => &[],
            };
            for key in *keys {
                self.note(key, filled);
                let written = format!("\"{key}\"");
                assert!(sources.iter().any(|source| source.text.contains(&written)), "nobody asks for {key} any more");
            }
        }
    }

    fn by_name(&mut self, source: &Source, words: &BTreeMap<&'static str, Vec<String>>) {
        for (call, filled) in [(".t(", &[] as &[&str]), (".count(", &["count", "n"])] {
            for key in calls(&source.text, call).into_iter().filter_map(|arguments| arguments.first().copied()) {
                known(source, key);
                named(key).into_iter().for_each(|key| self.note(key, filled));
            }
        }
        for arguments in calls(&source.text, ".with(") {
            let [key, gaps, ..] = arguments.as_slice() else { continue };
            known(source, key);
            let filled: Vec<&str> = gaps.split("(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            named(key).into_iter().for_each(|key| self.note(key, &filled));
        }
        for (call, place) in [(".word(", 0), ("options(l, ", 0), ("options(&l, ", 0), ("options_or_blank(", 2)] {
            let prefixes = calls(&source.text, call).into_iter().filter_map(|arguments| arguments.get(place).copied());
            for prefix in prefixes.flat_map(named) {
                assert!(words.contains_key(prefix), "{}: list the codes of {prefix} in this test", source.path);
            }
        }
    }
}

/// A message asked for by a variable must be listed above, so that its keys are known.
fn known(source: &Source, argument: &str) {
    let listed = BY_VARIABLE.iter().any(|(path, written, _)| *path == source.path && *written == argument);
    assert!(listed || !named(argument).is_empty(), "{}: list the keys of {argument} in this test", source.path);
}

fn asked() -> Fallible<BTreeMap<String, BTreeSet<String>>> {
    let mut asked = Asked::default();
    let words = words()?;
    asked.by_code(&words)?;
    let speaking = sources(&["src", "crates/exchange/src", "crates/language/src"])?;
    asked.by_variable(&speaking);
    for source in &speaking {
        asked.by_name(source, &words);
    }
    // The heads of the tables that are sent away.
    let tables = read("crates/exchange/src/tables.rs")? + &read("crates/exchange/src/programme.rs")?;
    let heads = [("let mut head = vec![", "];"), ("let head = [", "];"), ("let head =\n        [", "];"), ("head.extend([", "]);")];
    for (from, to) in heads {
        let lists: Vec<&str> = tables.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect();
        assert!(!lists.is_empty(), "no table has a head any more");
        lists.into_iter().flat_map(literals).for_each(|key| asked.note(key, &[]));
    }
    Ok(asked.0)
}

#[test]
fn every_message_asked_for_is_there_and_its_gaps_are_filled() -> Fallible<()> {
    let (english, asked) = (messages(Locale::EnIn)?, asked()?);
    let missing: Vec<_> = asked.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in {}: {missing:?}", Locale::EnIn.code());
    for (key, filled) in &asked {
        assert!(english[key].gaps.is_subset(filled), "{key} shows {:?}, but {filled:?} is filled", english[key].gaps);
    }
    Ok(())
}

#[test]
fn no_message_is_left_over() -> Fallible<()> {
    let asked = asked()?;
    let is_party = |key: &str| key.strip_prefix("party-").is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_lowercase()));
    let left_over: Vec<_> = messages(Locale::EnIn)?.into_keys().filter(|key| !asked.contains_key(key) && !is_party(key)).collect();
    assert!(left_over.is_empty(), "nobody asks for {left_over:?}");
    Ok(())
}

#[test]
fn every_party_of_the_demo_is_named() -> Fallible<()> {
    let english = messages(Locale::EnIn)?;
    for file in fs::read_dir(root().join("demo/agreements"))? {
        let text = fs::read_to_string(file?.path())?;
        for code in text.lines().filter_map(|line| line.strip_prefix("code = ")).flat_map(literals) {
            assert!(english.contains_key(&format!("party-{}", code.to_lowercase())), "no name for {code}");
        }
    }
    Ok(())
}
