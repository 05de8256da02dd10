//! Milestones: dated outside events that agreements work towards.

use serde::{Deserialize, Serialize};

use crate::agreement::words;

words!(
    /// What kind of outside event it is.
    MilestoneKind {
        Summit = "summit",
        StateVisit = "state-visit",
        MinisterialConference = "ministerial-conference",
        JointCommittee = "joint-committee",
        Other = "other",
    }
);
