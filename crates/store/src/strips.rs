//! The chapters of an agreement in short, kept beside it: the portfolio shows hundreds of chapters at once, and to read each of them
//! was most of its time. Every command that touches a chapter writes its agreement's anew, in the same transaction.

use accord_domain::AppError;
use accord_domain::chapter::ChapterKind;
use accord_domain::ids::{AgreementId, ChapterId};
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use chrono::{DateTime, NaiveDate, Utc};

use crate::db::{Conn, word};

/// What the delegation knows of a chapter beside its text track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confidence {
    /// None where the kind has no market access.
    pub market: Option<MarketAccessStatus>,
    pub parked: bool,
    pub escalated: bool,
}

/// A chapter in the heat strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripMark {
    pub text: TextStatus,
    /// None below the delegation's clearance.
    pub confidence: Option<Confidence>,
}

fn digit<T: Track>(status: T) -> char {
    char::from_digit(status.step() as u32, 10).unwrap_or('9')
}

fn status<T: Track>(digit: char) -> Option<T> {
    digit.to_digit(10).and_then(|step| T::ALL.get(step as usize)).copied()
}

fn signs(of: &Confidence) -> [char; 2] {
    let flags = match (of.parked, of.escalated) {
        (false, false) => '.',
        (true, false) => 'p',
        (false, true) => 'e',
        (true, true) => 'b',
    };
    [of.market.map_or('-', digit), flags]
}

fn confidence(market: char, flags: char) -> Option<Confidence> {
    let market = if market == '-' { None } else { Some(status(market)?) };
    let (parked, escalated) = match flags {
        '.' => (false, false),
        'p' => (true, false),
        'e' => (false, true),
        'b' => (true, true),
        _ => return None,
    };
    Some(Confidence { market, parked, escalated })
}

/// The marks of an agreement's chapters, in their order, from how they are kept; `confidences` is none below the delegation's
/// clearance.
///
/// # Errors
/// When they are kept in another way than [`keep`] writes them.
pub(crate) fn marks(texts: &str, confidences: Option<&str>) -> Result<Vec<StripMark>, AppError> {
    let broken = || AppError::Internal(format!("an agreement's strip is kept as {texts:?} and {confidences:?}"));
    let mut signs = confidences.map(str::chars);
    let mark = |digit| {
        let confidence = match &mut signs {
            Some(signs) => Some(signs.next().zip(signs.next()).and_then(|(market, flags)| confidence(market, flags))?),
            None => None,
        };
        Some(StripMark { text: status(digit)?, confidence })
    };
    texts.chars().map(mark).collect::<Option<_>>().ok_or_else(broken)
}

row! {
    struct Chapter {
        kind: String,
        text_status: String,
        text_since: DateTime<Utc>,
        open_brackets: i64,
        market_status: String,
        parked: bool,
        escalated: bool,
    }
}

impl Chapter {
    /// Its text track's sign, and the two of its confidences.
    fn signs(&self) -> Result<(char, [char; 2]), AppError> {
        let kind = word(&self.kind, ChapterKind::from_code)?;
        let market = word(&self.market_status, MarketAccessStatus::from_code)?;
        let market = kind.has_market_access().then_some(market);
        let text = digit(word(&self.text_status, TextStatus::from_code)?);
        Ok((text, signs(&Confidence { market, parked: self.parked, escalated: self.escalated })))
    }

    fn has_moved(&self) -> bool {
        self.text_status != TextStatus::NotStarted.code()
    }
}

/// Puts the strip of an earlier day aside, the first time that it is written anew on a day.
async fn put_aside(conn: &mut Conn, agreement: AgreementId, today: NaiveDate) -> Result<(), AppError> {
    execute!(
        conn,
        "insert into strip_days (agreement_id, day, texts, confidences, open_brackets, last_moved) \
         select agreement_id, day, texts, confidences, open_brackets, last_moved from agreement_strips \
         where agreement_id = $1 and day < $2",
        agreement.0,
        today
    )?;
    Ok(())
}

/// Writes the strip of an agreement as its chapters stand now.
pub(crate) async fn keep(conn: &mut Conn, agreement: AgreementId, today: NaiveDate) -> Result<(), AppError> {
    put_aside(conn, agreement, today).await?;
    let chapters: Vec<Chapter> = fetch_all!(
        &mut *conn,
        Chapter,
        "select c.kind, c.text_status, c.text_since, c.open_brackets, d.market_status, d.parked_since is not null as parked, \
         d.escalated_to is not null as escalated from chapters c join chapter_confidences d on d.chapter_id = c.id \
         where c.agreement_id = $1 and c.archived_at is null order by c.number, c.address",
        agreement.0
    )?;
    let (mut texts, mut confidences) = (String::new(), String::new());
    for chapter in &chapters {
        let (text, confidence) = chapter.signs()?;
        texts.push(text);
        confidences.extend(confidence);
    }
    let open_brackets: i64 = chapters.iter().map(|chapter| chapter.open_brackets).sum();
    let moved = chapters.iter().filter(|chapter| chapter.has_moved());
    let last_moved = moved.map(|chapter| chapter.text_since).max();
    execute!(
        conn,
        "insert into agreement_strips (agreement_id, texts, confidences, open_brackets, last_moved, day) \
         values ($1, $2, $3, $4, $5, $6) on conflict (agreement_id) do update set texts = excluded.texts, \
         confidences = excluded.confidences, open_brackets = excluded.open_brackets, last_moved = excluded.last_moved, day = excluded.day",
        agreement.0,
        texts,
        confidences,
        open_brackets,
        last_moved,
        today
    )?;
    Ok(())
}

row! {
    /// The strip of an agreement, and how many of its chapters come before the one that was changed.
    struct Kept {
        texts: String,
        confidences: String,
        last_moved: Option<DateTime<Utc>>,
        day: Option<NaiveDate>,
        place: i64,
    }
}

/// Writes the marks of one chapter anew, whose place, brackets and being there did not change: most changes are such steps, and to
/// read every chapter for each was a fifth of its cost.
pub(crate) async fn renew(conn: &mut Conn, agreement: AgreementId, chapter: ChapterId, today: NaiveDate) -> Result<(), AppError> {
    let now: Chapter = fetch_one!(
        &mut *conn,
        Chapter,
        "select c.kind, c.text_status, c.text_since, c.open_brackets, d.market_status, d.parked_since is not null as parked, \
         d.escalated_to is not null as escalated from chapters c join chapter_confidences d on d.chapter_id = c.id where c.id = $1",
        chapter.0
    )?;
    let kept: Option<Kept> = fetch_optional!(
        &mut *conn,
        Kept,
        "select s.texts, s.confidences, s.last_moved, s.day, (select count(*) from chapters o where o.agreement_id = c.agreement_id \
         and o.archived_at is null and (o.number, o.address) < (c.number, c.address)) as place \
         from agreement_strips s join chapters c on c.agreement_id = s.agreement_id where c.id = $1",
        chapter.0
    )?;
    let Some((mut kept, at)) = kept.and_then(|kept| kept.place.try_into().ok().map(|at: usize| (kept, at))) else {
        return keep(conn, agreement, today).await;
    };
    let (text, confidence) = now.signs()?;
    let known = kept.texts.chars().nth(at);
    // Back at the beginning, or moved by a clock that is behind, its movement may have been the last and is no more.
    let moves_back = !now.has_moved() || (known != Some(text) && kept.last_moved > Some(now.text_since));
    if moves_back || known.is_none() || kept.confidences.len() != 2 * kept.texts.len() {
        return keep(conn, agreement, today).await;
    }
    kept.texts.replace_range(at..=at, text.encode_utf8(&mut [0; 4]));
    kept.confidences.replace_range(2 * at..2 * at + 2, &String::from_iter(confidence));
    if kept.day.is_some_and(|day| day < today) {
        put_aside(conn, agreement, today).await?;
    }
    execute!(
        conn,
        "update agreement_strips set texts = $2, confidences = $3, last_moved = $4, day = $5 where agreement_id = $1",
        agreement.0,
        kept.texts,
        kept.confidences,
        kept.last_moved.max(Some(now.text_since)),
        today
    )?;
    Ok(())
}
