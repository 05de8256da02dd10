//! The register of barriers as a reader may see it: whole to its keeper, to a mission what its own country imposes, to others what is linked
//! to an agreement they have the delegation's clearance in, or to none. Everyone reads what was published.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, HouseRight, Roles};
use accord_domain::clearance::Field;
use accord_domain::ids::AgreementId;
use uuid::Uuid;

use super::programme::mission_of;
use crate::actor::{cleared_somewhere, roles_in};
use crate::db::Conn;

/// Adds which barriers, as `b`, somebody reads.
macro_rules! barrier_seen {
    ($query:ident, $reads:expr) => {
        if $reads.keeps {
            $query.push("true");
        } else {
            $query.push("(b.imposing = ");
            $query.push_bind($reads.mission.clone().unwrap_or_default());
            $query.push(" or exists (select 1 from grants g where g.account_id = ");
            $query.push_bind($reads.account);
            $query.push(" and g.agreement_rank >= ");
            $query.push_bind(accord_domain::clearance::Field::Barrier.clearance().rank());
            $query.push(
                " and (not exists (select 1 from barrier_agreements l where l.barrier_id = b.id) \
                 or g.agreement_id in (select l.agreement_id from barrier_agreements l where l.barrier_id = b.id))))",
            );
        }
    };
}

#[macro_use]
pub mod filters;
pub mod list;
pub mod public;
pub mod single;

/// What somebody reads of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reads {
    pub keeps: bool,
    /// The country a mission is accredited to.
    pub mission: Option<String>,
    /// Whether the delegation's clearance is held in some agreement.
    cleared: bool,
    account: Uuid,
}

impl Reads {
    /// Whether anything of the register but what is published may be read.
    pub fn register(&self) -> bool {
        self.keeps || self.cleared || self.mission.is_some()
    }
}

/// Whether somebody keeps the register.
pub(crate) fn keeps(actor: &Actor) -> bool {
    actor.holds(HouseRight::EditBarriers)
}

pub(crate) async fn reads(conn: &mut Conn, actor: &Actor) -> Result<Reads, AppError> {
    let cleared = cleared_somewhere(conn, actor, Field::Barrier).await?;
    let mission = mission_of(conn, actor).await?;
    Ok(Reads { keeps: keeps(actor), mission, cleared, account: actor.account.0 })
}

/// The roles of somebody in each agreement a barrier is linked to.
pub(crate) async fn roles_in_linked(conn: &mut Conn, actor: &Actor, barrier: Uuid) -> Result<Vec<Roles>, AppError> {
    let rows: Vec<(Uuid,)> =
        fetch_all!(&mut *conn, (Uuid,), "select agreement_id from barrier_agreements where barrier_id = $1", barrier)?;
    let mut all = Vec::with_capacity(rows.len());
    for (agreement,) in rows {
        all.push(roles_in(conn, actor, AgreementId(agreement)).await?);
    }
    Ok(all)
}

/// Whether somebody writes notes on a barrier.
///
/// # Errors
/// `NotFound` where the reader sees none of this number.
pub(crate) async fn follows(conn: &mut Conn, reads: &Reads, actor: &Actor, number: i64) -> Result<bool, AppError> {
    let found: Vec<(Uuid, String)> = built_all!(&mut *conn, (Uuid, String), |query| {
        query.push("select b.id, b.imposing from barriers b where b.number = ");
        query.push_bind(number);
        query.push(" and ");
        barrier_seen!(query, reads);
    })?;
    let (id, imposing) = found.into_iter().next().ok_or(AppError::NotFound)?;
    if reads.keeps || reads.mission.as_ref() == Some(&imposing) {
        return Ok(true);
    }
    Ok(roles_in_linked(conn, actor, id).await?.iter().any(|roles| roles.may(Act::FollowBarriers)))
}
