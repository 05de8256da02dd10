//! What is known of a meeting: its card, its delegations, as typed, as kept, and as the change record tells them.

use accord_domain::dates::{PartialDate, Precision};
use accord_domain::error::Form;
use accord_domain::meeting::{self, MOST_DELEGATES, MeetingKind, MeetingMode};
use accord_domain::{AppError, text};
use chrono::NaiveDate;
use chrono_tz::Tz;

use super::meetings::MeetingForm;
use crate::clock::{instant_of, zone};
use crate::db::word;

/// The names of a card's values in the change record, in the order of [`Card::values`].
pub const CARD: [&str; 12] =
    ["number", "title", "mode", "host_party", "place", "zone", "dates", "clock", "note", "publisher", "source_title", "verified"];
/// Those of the delegations: who leads them, and how many come.
pub const HEADS: [&str; 4] = ["our_head", "their_head", "our_count", "their_count"];
/// Those of the lists of delegates.
pub const DELEGATES: [&str; 2] = ["our_delegates", "their_delegates"];

row! {
    /// A card, as kept.
    pub(super) struct Card {
        pub number: Option<i16>,
        pub title: String,
        pub mode: String,
        pub host_party: String,
        pub place: String,
        pub zone: String,
        pub starts: Option<NaiveDate>,
        pub ends: Option<NaiveDate>,
        pub date_precision: Option<String>,
        pub clock: String,
        pub note: String,
        pub publisher: String,
        pub source_title: String,
        pub verified: bool,
    }
}

fn told(number: Option<i16>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

impl Card {
    /// Its days.
    pub(super) fn dates(&self) -> Result<Option<PartialDate>, AppError> {
        stored_dates(self.starts, self.ends, self.date_precision.as_deref())
    }

    /// Its values, in the order of [`CARD`].
    pub(super) fn values(&self) -> Result<[String; 12], AppError> {
        let dates = self.dates()?.map(PartialDate::to_text).unwrap_or_default();
        let verified = if self.publisher.is_empty() {
            ""
        } else if self.verified {
            "yes"
        } else {
            "no"
        };
        Ok([
            told(self.number),
            self.title.clone(),
            self.mode.clone(),
            self.host_party.clone(),
            self.place.clone(),
            self.zone.clone(),
            dates,
            self.clock.clone(),
            self.note.clone(),
            self.publisher.clone(),
            self.source_title.clone(),
            verified.to_owned(),
        ])
    }
}

/// The days of a meeting, as kept.
pub(crate) fn stored_dates(
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    precision: Option<&str>,
) -> Result<Option<PartialDate>, AppError> {
    let (Some(from), Some(to), Some(code)) = (starts, ends, precision) else { return Ok(None) };
    let date = PartialDate::stored(from, to, word(code, Precision::from_code)?);
    date.map(Some).ok_or_else(|| AppError::Internal("a meeting ends before it starts".into()))
}

row! {
    /// Who leads the delegations, and how many come, as kept.
    pub(super) struct Delegations {
        pub our_head: String,
        pub their_head: String,
        pub our_count: Option<i16>,
        pub their_count: Option<i16>,
    }
}

impl Delegations {
    /// Their values, in the order of [`HEADS`].
    pub(super) fn values(&self) -> [String; 4] {
        [self.our_head.clone(), self.their_head.clone(), told(self.our_count), told(self.their_count)]
    }
}

/// A form of a meeting, read.
pub(super) struct Sound {
    pub card: Card,
    pub dates: Option<PartialDate>,
    /// The zone of the venue.
    pub zone: Tz,
    pub heads: Delegations,
    pub delegates: [String; 2],
    pub reason: Option<String>,
}

/// Reads a form; none where too little of it could be read.
pub(super) fn sound(typed: &MeetingForm, kind: Option<MeetingKind>, form: &mut Form) -> Option<Sound> {
    let number = kind.and_then(|kind| form.take(meeting::number("number", &typed.number, kind))).flatten();
    let dates = form.take(meeting::dates("dates", &typed.dates));
    let venue = form.take(zone("zone", &typed.zone));
    let clock = form.take(meeting::clock("clock", &typed.clock, dates.flatten())).flatten();
    if let (Some(zone), Some(date), Some(time)) = (venue, dates.flatten(), clock) {
        form.take(instant_of("clock", zone, date.from(), time));
    }
    let mode = match typed.mode.trim() {
        "" => None,
        mode => form.take(text::choice("mode", mode, MeetingMode::from_code)),
    };
    let mut line = |field: &str, raw: &str| form.take(text::optional_line(field, raw)).flatten().unwrap_or_default();
    let title = line("title", &typed.title);
    let place = line("place", &typed.place);
    let publisher = line("publisher", &typed.publisher);
    let source_title = line("source_title", &typed.source_title);
    let (our_head, their_head) = (line("our_head", &typed.our_head), line("their_head", &typed.their_head));
    let note = form.take(text::optional_paragraphs("note", &typed.note)).flatten().unwrap_or_default();
    let mut count = |field: &str, raw: &str| {
        let blank = raw.trim().is_empty();
        form.take(text::count(field, raw, MOST_DELEGATES)).and_then(|count| i16::try_from(count).ok()).filter(|_| !blank)
    };
    let (our_count, their_count) = (count("our_count", &typed.our_count), count("their_count", &typed.their_count));
    let mut people = |field: &str, raw: &str| form.take(meeting::people(field, raw)).unwrap_or_default().join("\n");
    let delegates = [people("our_delegates", &typed.our_delegates), people("their_delegates", &typed.their_delegates)];
    let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
    let (dates, venue) = (dates?, venue?);
    let card = Card {
        number,
        title,
        mode: mode.map(MeetingMode::code).unwrap_or_default().to_owned(),
        host_party: typed.host_party.trim().to_owned(),
        place,
        zone: venue.name().to_owned(),
        starts: dates.map(PartialDate::from),
        ends: dates.map(PartialDate::to),
        date_precision: dates.map(|date| date.precision().code().to_owned()),
        clock: clock.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
        note,
        verified: typed.verified && !publisher.is_empty(),
        publisher,
        source_title,
    };
    let heads = Delegations { our_head, their_head, our_count, their_count };
    Some(Sound { card, dates, zone: venue, heads, delegates, reason })
}

/// What is known of a meeting, in one text of the change record: JSON, the blank values left out.
pub(super) struct Told<'m> {
    pub kind: MeetingKind,
    pub address: &'m str,
    pub illustrative: bool,
    pub values: [String; 12],
}

impl Told<'_> {
    /// The text.
    pub(super) fn text(self) -> String {
        let mut all = serde_json::Map::new();
        all.insert("kind".into(), self.kind.code().into());
        all.insert("address".into(), self.address.into());
        all.insert("illustrative".into(), self.illustrative.into());
        let filled = CARD.iter().zip(self.values).filter(|(_, value)| !value.is_empty());
        all.extend(filled.map(|(name, value)| ((*name).to_owned(), value.into())));
        serde_json::Value::Object(all).to_string()
    }
}
