//! Documents: no sequence of generating, writing and settling loses what a person wrote.

use accord_domain::clearance::Clearance;
use accord_domain::document::{CLEARANCES, PartText, Settlement, clearance_of, may_approve, version_to_edit};
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
}

#[test]
fn an_approved_version_is_followed_by_another() {
    assert_eq!((version_to_edit(3, false), version_to_edit(3, true)), (3, 4));
    assert!(may_approve(false).is_ok() && may_approve(true).is_err());
}

#[test]
fn a_draft_is_never_below_its_writers() {
    for document in CLEARANCES {
        assert_eq!(clearance_of(document, true), document);
        assert!(clearance_of(document, false) >= Clearance::ChapterTeam.max(document));
    }
}
