//! Who may do what: roles in an agreement, rights of the house, and the one table both the commands and the Rights page read.

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::clearance::Clearance;
use crate::ids::{AccountId, ChapterId};

words!(
    /// What a person is in one agreement.
    Role {
        Principal = "principal",
        Chief = "chief",
        ChapterLead = "chapter-lead",
        TeamMember = "team-member",
        Official = "official",
        Partner = "partner",
    }
);

impl Role {
    /// The clearance of the role throughout the agreement.
    pub fn clearance(self) -> Clearance {
        match self {
            Self::Principal | Self::Chief => Clearance::Principals,
            Self::ChapterLead | Self::TeamMember | Self::Official => Clearance::Delegation,
            Self::Partner => Clearance::Partner,
        }
    }

    /// The clearance of the role in the chapter it is granted for.
    pub fn clearance_in_own_chapter(self) -> Clearance {
        match self {
            Self::ChapterLead | Self::TeamMember => Clearance::ChapterTeam,
            other => other.clearance(),
        }
    }

    /// Whether the role is granted for one chapter rather than the whole agreement.
    pub fn is_for_a_chapter(self) -> bool {
        matches!(self, Self::ChapterLead | Self::TeamMember)
    }

    /// Whether the role does the act; `own_chapter` when the act concerns the chapter the role is granted for.
    pub fn may(self, act: Act, own_chapter: bool) -> bool {
        match act {
            Act::ReadPublic | Act::ReadTracks => true,
            Act::ReadReasons => self.clearance() >= Clearance::Delegation,
            Act::ReadNotes => {
                self.clearance() >= Clearance::Principals
                    || (own_chapter && self.clearance_in_own_chapter() >= Clearance::ChapterTeam)
            }
            Act::MoveStatus | Act::EditChapter | Act::Park | Act::Escalate | Act::WriteSessions | Act::KeepActionPoints => {
                self.leads_agreement() || (own_chapter && self.is_for_a_chapter())
            }
            // Any lead may see that another area matters more.
            Act::ProposePriorities | Act::Consult | Act::FollowBarriers => self.leads_agreement() || self == Self::ChapterLead,
            // A lead edits what is linked to the chapter led.
            Act::EditPriorities => self.leads_agreement() || (own_chapter && self == Self::ChapterLead),
            Act::FlagForMinister => self == Self::Principal,
            Act::ApprovePriorities
            | Act::CloseOrReopen
            | Act::AnswerEscalation
            | Act::EditAgreement
            | Act::RecordEvents
            | Act::OpenChapters
            | Act::HoldMeetings
            | Act::EditBrief
            | Act::ApproveBrief
            | Act::EditReport
            | Act::ApproveReport
            | Act::ApproveBarriers
            | Act::GrantRoles => self.leads_agreement(),
        }
    }

    fn leads_agreement(self) -> bool {
        matches!(self, Self::Principal | Self::Chief)
    }
}

words!(
    /// What can be done in an agreement, as far as Accord knows it today.
    Act {
        ReadPublic = "read-public",
        ReadTracks = "read-tracks",
        ReadReasons = "read-reasons",
        ReadNotes = "read-notes",
        MoveStatus = "move-status",
        CloseOrReopen = "close-or-reopen",
        Park = "park",
        Escalate = "escalate",
        AnswerEscalation = "answer-escalation",
        EditChapter = "edit-chapter",
        OpenChapters = "open-chapters",
        HoldMeetings = "hold-meetings",
        WriteSessions = "write-sessions",
        KeepActionPoints = "keep-action-points",
        ProposePriorities = "propose-priorities",
        ApprovePriorities = "approve-priorities",
        EditPriorities = "edit-priorities",
        FlagForMinister = "flag-for-minister",
        EditAgreement = "edit-agreement",
        RecordEvents = "record-events",
        EditBrief = "edit-brief",
        ApproveBrief = "approve-brief",
        EditReport = "edit-report",
        ApproveReport = "approve-report",
        Consult = "consult",
        FollowBarriers = "follow-barriers",
        ApproveBarriers = "approve-barriers",
        GrantRoles = "grant-roles",
    }
);

words!(
    /// A right of the house, held by an account beside its roles. None of them gives clearance in an agreement.
    HouseRight {
        OpenAgreements = "open-agreements",
        EditProgramme = "edit-programme",
        EditBarriers = "edit-barriers",
        EditMilestones = "edit-milestones",
        EditTradeFigures = "edit-trade-figures",
        Mission = "mission",
        Administrator = "administrator",
    }
);

/// One role in an agreement, perhaps for one chapter of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub chapter: Option<ChapterId>,
}

/// The person who reads or writes. Every query and command takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub account: AccountId,
    pub name: String,
    pub rights: Vec<HouseRight>,
}

impl Actor {
    /// Whether the person holds a right of the house.
    pub fn holds(&self, right: HouseRight) -> bool {
        self.rights.contains(&right)
    }
}

/// The roles of one person in one agreement: all that decides what the person sees and does there. Empty for a stranger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles(pub Vec<Grant>);

impl Roles {
    /// Whether the person does an act that concerns the whole agreement.
    pub fn may(&self, act: Act) -> bool {
        self.0.iter().any(|grant| grant.role.may(act, false))
    }

    /// Whether the person does an act that concerns one chapter.
    pub fn may_in_chapter(&self, chapter: ChapterId, act: Act) -> bool {
        self.0.iter().any(|grant| grant.role.may(act, grant.chapter == Some(chapter)))
    }

    /// The clearance throughout the agreement, none without a role in it.
    pub fn clearance(&self) -> Option<Clearance> {
        self.0.iter().map(|grant| grant.role.clearance()).max()
    }

    /// The clearance in one chapter, none without a role in its agreement.
    pub fn clearance_in_chapter(&self, chapter: ChapterId) -> Option<Clearance> {
        self.0
            .iter()
            .map(
                |grant| {
                    if grant.chapter == Some(chapter) { grant.role.clearance_in_own_chapter() } else { grant.role.clearance() }
                },
            )
            .max()
    }
}
