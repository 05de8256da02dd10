//! What the server remembers between requests, each with the moment of the record it was read at: nothing is used once the record
//! has moved on, whichever process moved it.

use std::sync::{Arc, Mutex, PoisonError};

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::AccountId;
use accord_store::actor::{SignedIn, signed_in};
use accord_store::db::Db;
use accord_store::queries::portfolio::{Filters, Frame, load_frame};
use accord_store::sessions;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, Utc};
use quick_cache::sync::Cache;

use super::app::App;
use super::renderings::Renderings;

/// How many sessions and people are remembered.
const MANY: usize = 2_000;

/// The moment of the record a request is answered from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Changes with every commit; none where the database cannot tell without a query.
    stamp: Option<i64>,
    /// Changes with every account, right of the house and session.
    people: i64,
}

tokio::task_local! {
    static MOMENT: Moment;
}

fn moment() -> Option<Moment> {
    MOMENT.try_with(|moment| *moment).ok()
}

type Session = Option<(String, DateTime<Utc>)>;

/// The memory of a server.
pub struct Memory {
    newest: Mutex<Option<Moment>>,
    /// The position of the record, read at a stamp.
    position: Mutex<Option<(i64, i64)>>,
    sessions: Cache<String, (i64, Session)>,
    people: Cache<AccountId, (i64, Option<Arc<SignedIn>>)>,
    frames: Cache<(AccountId, Filters), (i64, Arc<Frame>)>,
    pub renderings: Renderings,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            newest: Mutex::new(None),
            position: Mutex::new(None),
            sessions: Cache::new(MANY),
            people: Cache::new(MANY),
            frames: Cache::new(MANY),
            renderings: Renderings::default(),
        }
    }
}

impl Memory {
    async fn find_moment(&self, db: &Db) -> Result<Moment, AppError> {
        // The stamp is read first: a commit between the two makes what follows newer than the stamp, never older.
        let stamp = db.stamp()?;
        let newest = *self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = newest.filter(|known| stamp.is_some() && known.stamp == stamp) {
            return Ok(known);
        }
        let found = Moment { stamp, people: db.turn_of_people().await? };
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(found)
    }

    /// The position of the record, not before the moment of this request: what is remembered of a page belongs to it. Whoever
    /// writes needs none, so that it is asked for only here.
    pub async fn position(&self, db: &Db) -> Result<i64, AppError> {
        let stamp = moment().and_then(|moment| moment.stamp);
        let known = *self.position.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, position)) = known.filter(|(at, _)| Some(*at) == stamp) {
            return Ok(position);
        }
        let position = db.position().await?;
        if let Some(stamp) = stamp {
            *self.position.lock().unwrap_or_else(PoisonError::into_inner) = Some((stamp, position));
        }
        Ok(position)
    }

    /// The data and end of a session that has not expired.
    pub async fn session(&self, db: &Db, id: &str, now: DateTime<Utc>) -> Result<Session, AppError> {
        let people = moment().map(|moment| moment.people);
        let known = self.sessions.get(id).filter(|(at, _)| Some(*at) == people);
        if let Some((_, session)) = known {
            return Ok(session.filter(|(_, expires)| *expires > now));
        }
        let session = sessions::load(db, id, now).await?;
        if let Some(people) = people {
            self.sessions.insert(id.to_owned(), (people, session.clone()));
        }
        Ok(session)
    }

    /// The person of an account.
    pub async fn person(&self, db: &Db, account: AccountId) -> Result<Option<Arc<SignedIn>>, AppError> {
        let people = moment().map(|moment| moment.people);
        if let Some((_, person)) = self.people.get(&account).filter(|(at, _)| Some(*at) == people) {
            return Ok(person);
        }
        let person = signed_in(db, account).await?.map(Arc::new);
        if let Some(people) = people {
            self.people.insert(account, (people, person.clone()));
        }
        Ok(person)
    }

    /// The frame of the actor's portfolio.
    pub async fn frame(&self, db: &Db, actor: &Actor, filters: Filters) -> Result<Arc<Frame>, AppError> {
        let position = self.position(db).await?;
        let key = (actor.account, Filters { page: 1, ..filters });
        if let Some((_, frame)) = self.frames.get(&key).filter(|(at, _)| *at == position) {
            return Ok(frame);
        }
        let frame = Arc::new(load_frame(db, actor, &key.1).await?);
        self.frames.insert(key, (position, frame.clone()));
        Ok(frame)
    }
}

/// Finds the moment of a request once, before anything is read for it.
pub async fn at_one_moment(State(app): State<App>, request: Request, next: Next) -> Response {
    match app.memory.find_moment(&app.db).await {
        Ok(moment) => MOMENT.scope(moment, next.run(request)).await,
        // Without a moment nothing remembered is used; whoever asks the database next says what is wrong with it.
        Err(error) => {
            tracing::error!(%error, "the moment of the record is unknown");
            next.run(request).await
        }
    }
}
