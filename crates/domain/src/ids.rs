//! Identifiers. They are made by the server (UUID version 7) and never shown to a reader.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub Uuid);
    };
}

id!(
    /// An agreement under negotiation or concluded.
    AgreementId
);
id!(
    /// A chapter of one agreement.
    ChapterId
);
id!(
    /// A lifecycle event of one agreement.
    EventId
);
id!(
    /// A person's account.
    AccountId
);
id!(
    /// A role granted to one account in one agreement.
    GrantId
);
id!(
    /// A step one party takes to ratify one agreement.
    RatificationStepId
);
id!(
    /// A meeting of one agreement.
    MeetingId
);
id!(
    /// A session: a meeting on one chapter.
    SessionId
);
id!(
    /// An item of a session's agenda.
    AgendaItemId
);
id!(
    /// A priority area of one agreement.
    PriorityId
);
id!(
    /// A proposal to change the list of priority areas of one agreement.
    ProposalId
);
id!(
    /// A dated outside event tied to agreements.
    MilestoneId
);
id!(
    /// An action point of one agreement.
    ActionPointId
);
id!(
    /// A paper of one session.
    PaperId
);
id!(
    /// A trade figure.
    FigureId
);
id!(
    /// Who published trade figures.
    SourceId
);
id!(
    /// A target for trade.
    TargetId
);
id!(
    /// Figures imported from a file.
    ImportId
);
id!(
    /// A file that waits to be imported.
    WaitingFileId
);
id!(
    /// A cell of the export programme: a sector in a country.
    CellId
);
id!(
    /// A sector of the export programme.
    SectorId
);
id!(
    /// A consultation of one agreement.
    ConsultationId
);
id!(
    /// Somebody who is asked, whatever agreement it is about.
    StakeholderId
);
id!(
    /// Somebody asked in a consultation.
    InvitationId
);
id!(
    /// A line a consultation asks about.
    LineId
);
id!(
    /// A barrier to trade other than a tariff.
    BarrierId
);
id!(
    /// A standing body of several countries.
    BodyId
);
id!(
    /// A meeting that is of no agreement.
    HouseMeetingId
);
id!(
    /// Somebody asked to a meeting that is of no agreement.
    AttendeeId
);
id!(
    /// A line of an action plan.
    PlanLineId
);
id!(
    /// A stance of a stakeholder, heard elsewhere than in a consultation.
    StanceId
);
