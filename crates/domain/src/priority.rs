//! Priority areas: what one side wants most of an agreement, ranked 1 to n without gaps. Adding, dropping and re-ranking is proposed
//! by one person and approved by another or, said as such, by the same (product rule "Priority area").

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::error::FieldError;
use crate::ids::PriorityId;

words!(
    /// Whether an area is one to win market access in, or one to protect at home.
    Stance {
        Offensive = "offensive",
        Defensive = "defensive",
    }
);

words!(
    /// What a proposal asks for.
    Wish {
        Add = "add",
        Drop = "drop",
        Rerank = "rerank",
    }
);

words!(
    /// What has become of a proposal.
    ProposalState {
        Pending = "pending",
        Approved = "approved",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
);

/// The most areas a list may hold: where everything is a priority, nothing is.
pub const MOST_AREAS: usize = 50;

/// A change of the list, with what it was proposed upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proposal {
    /// A new area, to stand right below these, in their order.
    Add { above: Vec<PriorityId> },
    /// An area leaves the list.
    Drop { area: PriorityId },
    /// The list as it stood, and as it is wanted.
    Rerank { stood: Vec<PriorityId>, wanted: Vec<PriorityId> },
}

impl Proposal {
    /// A new area at a rank, from 1 to one below the last.
    ///
    /// # Errors
    /// At `rank`, when it is none of these, or the list is full.
    pub fn add(standing: &[PriorityId], rank: u32) -> Result<Self, FieldError> {
        if standing.len() >= MOST_AREAS {
            return Err(FieldError::with("rank", "priorities-full", MOST_AREAS));
        }
        let place = usize::try_from(rank).ok().and_then(|rank| rank.checked_sub(1));
        let above = place.and_then(|place| standing.get(..place));
        above
            .map(|above| Self::Add { above: above.to_vec() })
            .ok_or_else(|| FieldError::with("rank", "no-such-rank", standing.len() + 1))
    }

    /// Another order of the list: the rank wanted for each area, in the order in which they stand.
    ///
    /// # Errors
    /// At `order`, when the ranks are not 1 to n, each once, or the order is the one that stands.
    pub fn rerank(standing: &[PriorityId], ranks: &[u32]) -> Result<Self, FieldError> {
        let mut wanted: Vec<(u32, PriorityId)> = ranks.iter().copied().zip(standing.iter().copied()).collect();
        wanted.sort_by_key(|(rank, _)| *rank);
        let gapless = wanted.iter().zip(1..).all(|((rank, _), expected)| *rank == expected);
        if !gapless || ranks.len() != standing.len() {
            return Err(FieldError::with("order", "ranks-each-once", standing.len()));
        }
        let wanted: Vec<PriorityId> = wanted.into_iter().map(|(_, area)| area).collect();
        if wanted == standing {
            return Err(FieldError::new("order", "order-unchanged"));
        }
        Ok(Self::Rerank { stood: standing.to_vec(), wanted })
    }

    /// What it asks for.
    pub fn wish(&self) -> Wish {
        match self {
            Self::Add { .. } => Wish::Add,
            Self::Drop { .. } => Wish::Drop,
            Self::Rerank { .. } => Wish::Rerank,
        }
    }

    /// Whether the list still is what was proposed upon: a new area's place is right below the same areas, the area to be dropped is
    /// there, the order to be changed is the one that stood.
    pub fn still_fits(&self, standing: &[PriorityId]) -> bool {
        match self {
            Self::Add { above } => standing.len() < MOST_AREAS && standing.starts_with(above),
            Self::Drop { area } => standing.contains(area),
            Self::Rerank { stood, .. } => standing == stood,
        }
    }

    /// The list with the change made; an area added is the one `entering`.
    fn carried_out(&self, standing: &[PriorityId], entering: PriorityId) -> Vec<PriorityId> {
        match self {
            Self::Add { above } => {
                let mut list = standing.to_vec();
                list.insert(above.len().min(list.len()), entering);
                list
            }
            Self::Drop { area } => standing.iter().copied().filter(|other| other != area).collect(),
            Self::Rerank { wanted, .. } => wanted.clone(),
        }
    }
}

/// What is done with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Approve,
    Refuse,
    /// By whoever proposed it.
    Withdraw,
}

impl Decision {
    /// What the proposal becomes.
    pub fn leads_to(self) -> ProposalState {
        match self {
            Self::Approve => ProposalState::Approved,
            Self::Refuse => ProposalState::Refused,
            Self::Withdraw => ProposalState::Withdrawn,
        }
    }
}

/// Decides a proposal: the list as it stands from now on, none where it stays. Only an approval changes it.
///
/// # Errors
/// At `decision`, when it was decided before, or is to be approved and no longer fits the list.
pub fn decide(
    proposal: &Proposal,
    state: ProposalState,
    decision: Decision,
    standing: &[PriorityId],
    entering: PriorityId,
) -> Result<Option<Vec<PriorityId>>, FieldError> {
    if state != ProposalState::Pending {
        return Err(FieldError::new("decision", "proposal-settled"));
    }
    if decision != Decision::Approve {
        return Ok(None);
    }
    if !proposal.still_fits(standing) {
        return Err(FieldError::new("decision", "proposal-outdated"));
    }
    Ok(Some(proposal.carried_out(standing, entering)))
}
