//! Who sees and does what: the tables of clearance and of roles.

use accord_domain::access::{Act, Actor, Grant, HouseRight, Role, Roles};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::ids::{AccountId, ChapterId};
use proptest::prelude::*;
use uuid::Uuid;

fn chapter(number: u128) -> ChapterId {
    ChapterId(Uuid::from_u128(number))
}

fn grant() -> impl Strategy<Value = Grant> {
    (prop::sample::select(Role::ALL.to_vec()), 1..4u128)
        .prop_map(|(role, number)| Grant { role, chapter: role.is_for_a_chapter().then(|| chapter(number)) })
}

fn roles() -> impl Strategy<Value = Roles> {
    prop::collection::vec(grant(), 0..4).prop_map(Roles)
}

fn acts() -> impl Strategy<Value = Act> {
    prop::sample::select(Act::ALL.to_vec())
}

/// Acts that only read, with the field that stands for what they read.
const READS: [(Act, Field); 4] = [
    (Act::ReadPublic, Field::Agreement),
    (Act::ReadTracks, Field::TextTrack),
    (Act::ReadReasons, Field::Reason),
    (Act::ReadNotes, Field::InternalNote),
];

proptest! {
    #[test]
    fn a_reading_act_and_the_clearance_say_the_same(roles in roles(), number in 1..5u128) {
        let place = chapter(number);
        for (act, field) in READS {
            let cleared = roles.clearance_in_chapter(place).is_some_and(|own| own >= field.clearance());
            prop_assert_eq!(roles.may_in_chapter(place, act), cleared, "{:?} in a chapter", act);
            let cleared = roles.clearance().is_some_and(|own| own >= field.clearance());
            prop_assert_eq!(roles.may(act), cleared, "{:?} throughout", act);
        }
    }

    #[test]
    fn the_own_chapter_never_shows_or_allows_less(roles in roles(), number in 1..5u128, act in acts()) {
        let place = chapter(number);
        prop_assert!(roles.clearance_in_chapter(place) >= roles.clearance());
        prop_assert!(roles.may_in_chapter(place, act) || !roles.may(act));
    }

    #[test]
    fn another_grant_never_takes_anything_away(roles in roles(), more in grant(), number in 1..5u128, act in acts()) {
        let place = chapter(number);
        let mut with = roles.clone();
        with.0.push(more);
        prop_assert!(with.clearance() >= roles.clearance());
        prop_assert!(with.clearance_in_chapter(place) >= roles.clearance_in_chapter(place));
        prop_assert!(with.may(act) || !roles.may(act));
        prop_assert!(with.may_in_chapter(place, act) || !roles.may_in_chapter(place, act));
    }

    #[test]
    fn a_chapter_granted_changes_nothing_in_the_others(role in prop::sample::select(Role::ALL.to_vec()), act in acts()) {
        let roles = Roles(vec![Grant { role, chapter: role.is_for_a_chapter().then(|| chapter(1)) }]);
        prop_assert_eq!(roles.clearance_in_chapter(chapter(2)), roles.clearance());
        prop_assert_eq!(roles.may_in_chapter(chapter(2), act), roles.may(act));
    }

    #[test]
    fn who_writes_in_a_chapter_reads_its_reasons_and_notes(roles in roles(), number in 1..5u128, act in acts()) {
        let place = chapter(number);
        // What any lead does throughout the agreement touches no chapter.
        let of_no_chapter = matches!(act, Act::ProposePriorities | Act::Consult | Act::FollowBarriers);
        let reading = READS.iter().any(|(read, _)| *read == act);
        if !reading && !of_no_chapter && roles.may_in_chapter(place, act) {
            prop_assert!(roles.may_in_chapter(place, Act::ReadReasons));
            prop_assert!(roles.may_in_chapter(place, Act::ReadNotes));
        }
    }

    #[test]
    fn a_role_in_the_abstract_and_its_grant_say_the_same(role in prop::sample::select(Role::ALL.to_vec()), own in any::<bool>(), act in acts()) {
        let place = chapter(1);
        let roles = Roles(vec![Grant { role, chapter: own.then_some(place) }]);
        prop_assert_eq!(roles.may_in_chapter(place, act), role.may(act, own));
    }

    #[test]
    fn a_right_of_the_house_is_held_only_if_given(rights in prop::sample::subsequence(HouseRight::ALL.to_vec(), 0..=HouseRight::ALL.len())) {
        let actor = Actor { account: AccountId(Uuid::nil()), name: "Official".to_owned(), rights: rights.clone() };
        for right in HouseRight::ALL {
            prop_assert_eq!(actor.holds(*right), rights.contains(right));
        }
    }
}

#[test]
fn a_stranger_has_no_clearance_and_does_nothing() {
    let stranger = Roles::default();
    assert_eq!(stranger.clearance(), None);
    assert_eq!(stranger.clearance_in_chapter(chapter(1)), None);
    for act in Act::ALL {
        assert!(!stranger.may(*act), "{act:?}");
        assert!(!stranger.may_in_chapter(chapter(1), *act), "{act:?}");
    }
}

#[test]
fn a_higher_clearance_never_sees_less() {
    let seen = |reader: Clearance| -> Vec<Field> { Field::ALL.into_iter().filter(|field| reader >= field.clearance()).collect() };
    for lower in Clearance::ALL {
        for higher in Clearance::ALL.into_iter().filter(|other| *other >= lower) {
            assert!(higher.rank() >= lower.rank());
            for field in seen(lower) {
                assert!(seen(higher).contains(&field), "{field:?} lost from {lower:?} to {higher:?}");
            }
        }
    }
    assert_eq!(seen(Clearance::Principals).len(), Field::ALL.len());
}

#[test]
fn the_fields_have_the_clearance_of_the_product() {
    let table = [
        (
            Clearance::Public,
            vec![
                Field::Agreement,
                Field::Stage,
                Field::HeldEvent,
                Field::Ratification,
                Field::HeldRound,
                Field::Report,
                Field::TradeFigure,
                Field::PublicBarrier,
                Field::StandingBody,
            ],
        ),
        (
            Clearance::Partner,
            vec![Field::PlannedEvent, Field::TextTrack, Field::Leads, Field::TargetRound, Field::OpenBrackets, Field::Milestone],
        ),
        (Clearance::Partner, vec![Field::PlannedMeeting, Field::MeetingHeads, Field::SharedAgenda, Field::Outcome]),
        (
            Clearance::Delegation,
            vec![Field::Reason, Field::MarketAccess, Field::Parked, Field::Escalated, Field::Priorities, Field::Brief],
        ),
        (
            Clearance::Delegation,
            vec![
                Field::DraftMeeting,
                Field::Delegates,
                Field::Minutes,
                Field::ActionPoint,
                Field::Programme,
                Field::Consultation,
                Field::Barrier,
                Field::HouseMeeting,
                Field::TradeTarget,
            ],
        ),
        (Clearance::ChapterTeam, vec![Field::InternalNote, Field::BriefDraft, Field::ReportDraft]),
        (Clearance::Principals, vec![Field::BriefRaised]),
    ];
    let mut seen = 0;
    for (clearance, fields) in table {
        for field in fields {
            assert_eq!(field.clearance(), clearance, "{field:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, Field::ALL.len());
}

#[test]
fn the_roles_have_the_clearance_of_the_product() {
    for (role, throughout, own) in [
        (Role::Principal, Clearance::Principals, Clearance::Principals),
        (Role::Chief, Clearance::Principals, Clearance::Principals),
        (Role::ChapterLead, Clearance::Delegation, Clearance::ChapterTeam),
        (Role::TeamMember, Clearance::Delegation, Clearance::ChapterTeam),
        (Role::Official, Clearance::Delegation, Clearance::Delegation),
        (Role::Partner, Clearance::Partner, Clearance::Partner),
    ] {
        assert_eq!(role.clearance(), throughout, "{role:?}");
        assert_eq!(role.clearance_in_own_chapter(), own, "{role:?}");
    }
}

#[test]
fn only_a_chief_or_principal_leads() {
    for act in [
        Act::CloseOrReopen,
        Act::AnswerEscalation,
        Act::EditAgreement,
        Act::RecordEvents,
        Act::OpenChapters,
        Act::HoldMeetings,
        Act::EditBrief,
        Act::ApproveBrief,
        Act::EditReport,
        Act::ApproveReport,
        Act::GrantRoles,
        Act::ApprovePriorities,
    ] {
        for role in Role::ALL {
            let leads = matches!(role, Role::Principal | Role::Chief);
            for own in [false, true] {
                assert_eq!(role.may(act, own), leads, "{role:?} {act:?}");
            }
        }
    }
}

#[test]
fn a_lead_proposes_priorities_and_a_principal_alone_flags_them() {
    for role in Role::ALL {
        for own in [false, true] {
            let leads = matches!(role, Role::Principal | Role::Chief);
            assert_eq!(role.may(Act::ProposePriorities, own), leads || *role == Role::ChapterLead, "{role:?}");
            assert_eq!(role.may(Act::EditPriorities, own), leads || (own && *role == Role::ChapterLead), "{role:?}");
            assert_eq!(role.may(Act::FlagForMinister, own), *role == Role::Principal, "{role:?}");
        }
    }
}

#[test]
fn officials_and_partners_only_read() {
    for role in [Role::Official, Role::Partner] {
        for act in Act::ALL {
            for own in [false, true] {
                let reads = READS.iter().any(|(read, field)| read == act && role.clearance() >= field.clearance());
                assert_eq!(role.may(*act, own), reads, "{role:?} {act:?}");
            }
        }
    }
}

#[test]
fn words_and_ranks_read_back() {
    for clearance in Clearance::ALL {
        assert_eq!(Clearance::from_code(clearance.code()), Some(clearance));
        assert_eq!(Clearance::from_rank(clearance.rank()), Some(clearance));
    }
    for rank in [-1, 5, i16::MIN, i16::MAX] {
        assert_eq!(Clearance::from_rank(rank), None);
    }
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(*role));
    }
    for right in HouseRight::ALL {
        assert_eq!(HouseRight::from_code(right.code()), Some(*right));
    }
}
