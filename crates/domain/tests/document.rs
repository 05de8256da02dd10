//! Documents: no sequence of generating, writing and settling loses what a person wrote.

use accord_domain::clearance::Clearance;
use accord_domain::document::{DocumentKind, Part, PartText, Settlement, clearance_of, may_approve, may_publish, version_to_edit};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Act {
    Write(Option<String>),
    Regenerate(u8),
    Keep,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![prop::option::of("[a-z]{1,5}").prop_map(Act::Write), (0..4_u8).prop_map(Act::Regenerate), Just(Act::Keep),]
}

fn shown(text: &PartText<u8>) -> String {
    text.edited.clone().unwrap_or_else(|| text.generated.map(|facts| facts.to_string()).unwrap_or_default())
}

proptest! {
    #[test]
    fn only_a_person_changes_what_is_shown(acts in prop::collection::vec(act(), 0..12)) {
        let mut text = PartText::fresh(Some(0_u8));
        for act in acts {
            let before = shown(&text);
            match act {
                Act::Write(words) => {
                    text.write(words.clone());
                    prop_assert_eq!(&text.edited, &words);
                }
                Act::Regenerate(facts) => {
                    text.regenerate(Some(facts));
                    prop_assert_eq!(shown(&text), before);
                    prop_assert_eq!(text.newer.is_some(), text.generated != Some(facts));
                }
                Act::Keep => {
                    text.settle(Settlement::Keep, before.clone());
                    prop_assert_eq!(shown(&text), before);
                    prop_assert_eq!(text.newer, None);
                }
            }
        }
    }

    #[test]
    fn taking_shows_the_newer_facts(words in prop::option::of("[a-z]{1,5}"), facts in 1..9_u8) {
        let mut text = PartText::fresh(Some(0_u8));
        text.write(words);
        text.regenerate(Some(facts));
        text.settle(Settlement::Take, String::new());
        prop_assert_eq!(text, PartText::fresh(Some(facts)));
    }

    #[test]
    fn what_fewer_may_know_goes_at_once(acts in prop::collection::vec(act(), 0..12), facts in prop::option::of(100..109_u8)) {
        let mut text = PartText::fresh(Some(0_u8));
        for act in acts {
            match act {
                Act::Write(words) => text.write(words),
                Act::Regenerate(facts) => text.regenerate(Some(facts)),
                Act::Keep => text.settle(Settlement::Keep, "kept".into()),
            }
        }
        let written = text.edited.clone();
        text.restrict(facts);
        prop_assert_eq!(text, PartText { generated: facts, edited: written, newer: None });
    }

    #[test]
    fn facts_fill_an_empty_part_and_wait_beside_words(words in prop::option::of("[a-z]{1,5}"), facts in 1..9_u8) {
        let mut text = PartText { generated: None, edited: words.clone(), newer: None };
        text.regenerate(Some(facts));
        match words {
            None => prop_assert_eq!(text, PartText::fresh(Some(facts))),
            Some(_) => prop_assert_eq!(text, PartText { generated: None, edited: words, newer: Some(facts) }),
        }
    }
}

#[test]
fn an_approved_version_is_followed_by_another() {
    assert_eq!((version_to_edit(3, false), version_to_edit(3, true)), (3, 4));
    assert!(may_approve(false).is_ok() && may_approve(true).is_err());
}

#[test]
fn a_version_is_published_once_it_is_approved_and_who_reads_it_is_known() {
    for (approved, published, confirmed) in
        [false, true].into_iter().flat_map(|a| [false, true].into_iter().flat_map(move |p| [(a, p, false), (a, p, true)]))
    {
        assert_eq!(may_publish(approved, published, confirmed).is_ok(), approved && !published && confirmed);
    }
}

#[test]
fn a_draft_is_never_below_its_writers() {
    for clearance in Clearance::ALL {
        assert_eq!(clearance_of(clearance, true), clearance);
        assert!(clearance_of(clearance, false) >= Clearance::ChapterTeam.max(clearance));
    }
}

#[test]
fn a_report_is_never_for_more_than_may_know_of_its_meeting() {
    for floor in Clearance::ALL {
        let offered = DocumentKind::Report.clearances(floor);
        assert!(offered.contains(&Clearance::Principals) && offered.iter().all(|clearance| *clearance >= floor), "{floor:?}");
        assert_eq!(DocumentKind::Brief.clearances(floor), [Clearance::Delegation, Clearance::Principals]);
    }
}

#[test]
fn every_part_is_of_one_document() {
    let of = |kind: DocumentKind| kind.parts().collect::<Vec<_>>();
    assert_eq!([of(DocumentKind::Brief), of(DocumentKind::Report)].concat(), Part::ALL);
    assert!(of(DocumentKind::Report).contains(&Part::NextMeeting) && of(DocumentKind::Brief).contains(&Part::PointsUnlikely));
}
