//! The list of priority areas: gapless whatever is approved, and changed by nothing but an approval.

use std::collections::BTreeSet;

use accord_domain::FieldError;
use accord_domain::ids::PriorityId;
use accord_domain::priority::{Decision, MOST_AREAS, Proposal, ProposalState, Stance, Wish, decide};
use proptest::prelude::*;
use uuid::Uuid;

fn area(number: usize) -> PriorityId {
    PriorityId(Uuid::from_u128(number as u128 + 1))
}

fn list(length: usize) -> Vec<PriorityId> {
    (0..length).map(area).collect()
}

/// One step of many people: a proposal made upon the list, or a decision on one made before.
#[derive(Clone, Debug)]
enum Step {
    Add(u32),
    Drop(usize),
    Rerank(Vec<u32>),
    Decide(usize, Decision),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..9u32).prop_map(Step::Add),
        (0..9usize).prop_map(Step::Drop),
        Just((1..=6u32).collect::<Vec<_>>()).prop_shuffle().prop_map(Step::Rerank),
        prop::collection::vec(0..5u32, 0..6).prop_map(Step::Rerank),
        (0..20usize, prop::sample::select(vec![Decision::Approve, Decision::Approve, Decision::Refuse, Decision::Withdraw]))
            .prop_map(|(which, decision)| Step::Decide(which, decision)),
    ]
}

proptest! {
    #[test]
    fn the_list_changes_by_approvals_alone_and_names_each_area_once(length in 0..6usize, steps in prop::collection::vec(step(), 0..40)) {
        let mut standing = list(length);
        let mut made: Vec<(Proposal, ProposalState)> = Vec::new();
        for (number, step) in steps.into_iter().enumerate() {
            let before = standing.clone();
            let entering = area(1_000 + number);
            let mut approved = None;
            match step {
                Step::Add(rank) => made.extend(Proposal::add(&standing, rank).ok().map(|new| (new, ProposalState::Pending))),
                Step::Drop(place) => {
                    made.extend(standing.get(place).map(|area| (Proposal::Drop { area: *area }, ProposalState::Pending)));
                }
                Step::Rerank(mut ranks) => {
                    if ranks.len() >= standing.len() {
                        ranks.retain(|rank| *rank as usize <= standing.len());
                    }
                    made.extend(Proposal::rerank(&standing, &ranks).ok().map(|new| (new, ProposalState::Pending)));
                }
                Step::Decide(which, decision) => {
                    if let Some((proposal, state)) = made.get_mut(which) {
                        match decide(proposal, *state, decision, &standing, entering) {
                            Ok(changed) => {
                                prop_assert_eq!(*state, ProposalState::Pending);
                                prop_assert_eq!(changed.is_some(), decision == Decision::Approve);
                                *state = decision.leads_to();
                                if let Some(list) = changed {
                                    approved = Some(proposal.wish());
                                    standing = list;
                                }
                            }
                            Err(error) => {
                                let settled = *state != ProposalState::Pending;
                                prop_assert_eq!(error.code.as_str(), if settled { "proposal-settled" } else { "proposal-outdated" });
                                prop_assert!(settled || (decision == Decision::Approve && !proposal.still_fits(&standing)));
                            }
                        }
                    }
                }
            }
            match approved {
                None => prop_assert_eq!(&standing, &before),
                Some(Wish::Add) => prop_assert_eq!(standing.len(), before.len() + 1),
                Some(Wish::Drop) => prop_assert_eq!(standing.len() + 1, before.len()),
                Some(Wish::Rerank) => prop_assert_ne!(&standing, &before),
            }
            // Ranks are places in the list: 1 to n without a gap, each area once.
            let each: BTreeSet<_> = standing.iter().collect();
            prop_assert_eq!(each.len(), standing.len());
            if approved != Some(Wish::Rerank) {
                let kept = |of: &[PriorityId], with: &[PriorityId]| of.iter().filter(|area| with.contains(area)).copied().collect::<Vec<_>>();
                prop_assert_eq!(kept(&before, &standing), kept(&standing, &before));
            } else {
                prop_assert_eq!(each, before.iter().collect::<BTreeSet<_>>());
            }
        }
    }

    #[test]
    fn an_order_is_asked_for_by_every_rank_once(length in 1..7usize, ranks in prop::collection::vec(0..8u32, 0..8)) {
        let standing = list(length);
        let sorted = { let mut sorted = ranks.clone(); sorted.sort_unstable(); sorted };
        let sound = sorted == (1..=length as u32).collect::<Vec<_>>();
        match Proposal::rerank(&standing, &ranks) {
            Ok(Proposal::Rerank { stood, wanted }) => {
                prop_assert!(sound && stood == standing && wanted != standing);
                for (area, rank) in standing.iter().zip(&ranks) {
                    prop_assert_eq!(wanted.iter().position(|other| other == area), Some(*rank as usize - 1));
                }
            }
            Ok(other) => prop_assert!(false, "{other:?}"),
            Err(error) => prop_assert_eq!(error.code.as_str(), if sound { "order-unchanged" } else { "ranks-each-once" }),
        }
    }

    #[test]
    fn a_new_area_stands_where_it_was_proposed(length in 0..7usize, rank in 0..10u32) {
        let (standing, entering) = (list(length), area(99));
        match Proposal::add(&standing, rank) {
            Ok(proposal) => {
                let after = decide(&proposal, ProposalState::Pending, Decision::Approve, &standing, entering)
                    .map_err(|error| TestCaseError::fail(error.code))?
                    .unwrap_or_default();
                prop_assert_eq!(after.iter().position(|other| *other == entering), Some(rank as usize - 1));
            }
            Err(error) => {
                prop_assert!(rank == 0 || rank as usize > length + 1);
                prop_assert_eq!(error, FieldError::with("rank", "no-such-rank", length + 1));
            }
        }
    }
}

#[test]
fn a_proposal_fits_the_list_it_was_made_upon() {
    let standing = list(4);
    let add = Proposal::Add { above: list(2) };
    let rerank = Proposal::rerank(&standing, &[2, 1, 3, 4]);
    assert!(add.still_fits(&standing));
    assert!(add.still_fits(&list(2)), "what stands below is not what it was proposed upon");
    assert!(!add.still_fits(&[area(1), area(0), area(2)]), "the areas above changed places");
    assert!(!add.still_fits(&list(1)), "an area above is gone");
    assert!(!Proposal::Drop { area: area(4) }.still_fits(&standing));
    assert!(rerank.as_ref().is_ok_and(|proposal| proposal.still_fits(&standing) && !proposal.still_fits(&list(3))));
}

#[test]
fn a_full_list_takes_no_more() {
    let full = list(MOST_AREAS);
    assert_eq!(Proposal::add(&full, 1), Err(FieldError::with("rank", "priorities-full", MOST_AREAS)));
    assert!(!Proposal::Add { above: Vec::new() }.still_fits(&full), "nor one proposed while there was room");
}

#[test]
fn words_are_read_back() {
    for wish in Wish::ALL {
        assert_eq!(Wish::from_code(wish.code()), Some(*wish));
    }
    for state in ProposalState::ALL {
        assert_eq!(ProposalState::from_code(state.code()), Some(*state));
    }
    for stance in Stance::ALL {
        assert_eq!(Stance::from_code(stance.code()), Some(*stance));
    }
}
