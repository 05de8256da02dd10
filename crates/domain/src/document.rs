//! Documents made from the record and finished by a person: their parts, what is generated and what is written, drafts and approvals.

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::clearance::{Clearance, Field};
use crate::error::AppError;

words!(
    /// What a document is.
    DocumentKind {
        Brief = "brief",
    }
);

words!(
    /// A part of the minister's brief, in the order of the page: where things stand, then what to say (product screen "Brief").
    Part {
        Header = "header",
        State = "state",
        Changes = "changes",
        Objectives = "objectives",
        Arguments = "arguments",
        TacticalArguments = "tactical-arguments",
        TheirObjectives = "their-objectives",
        OurResponse = "our-response",
        PressLine = "press-line",
        Background = "background",
        PointsCertain = "points-certain",
        PointsPossible = "points-possible",
        PointsUnlikely = "points-unlikely",
    }
);

impl Part {
    /// Whether the part is generated from the record. The others are a person's to write: nothing is invented for them.
    pub fn is_generated(self) -> bool {
        matches!(self, Self::Header | Self::State | Self::Changes | Self::Background)
    }
}

words!(
    /// What an editor decides once the facts of a part have moved.
    Settlement {
        Take = "take",
        Keep = "keep",
    }
);

/// The text of one part. What was generated and what a person wrote stand apart, so that neither overwrites the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartText<F> {
    /// What was generated, and is shown unless a person wrote something else.
    pub generated: Option<F>,
    /// What a person wrote.
    pub edited: Option<String>,
    /// What has been generated since, until an editor decides between the two.
    pub newer: Option<F>,
}

impl<F: PartialEq + Clone> PartText<F> {
    /// A part as first generated.
    pub fn fresh(generated: Option<F>) -> Self {
        Self { generated, edited: None, newer: None }
    }

    /// A person writes; none means the generated text as it is.
    pub fn write(&mut self, text: Option<String>) {
        self.edited = text;
    }

    /// Generates anew: what is shown stays as it is, and what moved waits for an editor.
    pub fn regenerate(&mut self, now: Option<F>) {
        self.newer = if now == self.generated { None } else { now };
    }

    /// Settles what moved. `shown` is the text on the page, which is kept as a person's own where it is to stay.
    pub fn settle(&mut self, choice: Settlement, shown: String) {
        let Some(newer) = self.newer.take() else { return };
        self.generated = Some(newer);
        self.edited = match choice {
            Settlement::Take => None,
            Settlement::Keep => Some(shown),
        };
    }
}

/// The number of the version an edit goes into: the draft itself, or the one after an approved version, which is frozen.
pub fn version_to_edit(latest: i64, approved: bool) -> i64 {
    if approved { latest + 1 } else { latest }
}

/// Whether a version may be approved.
///
/// # Errors
/// Refused when it is approved already.
pub fn may_approve(approved: bool) -> Result<(), AppError> {
    if approved { Err(AppError::field("approve", "brief-approved-already")) } else { Ok(()) }
}

/// The clearances a brief may have: the delegation's, or raised to principals.
pub const CLEARANCES: [Clearance; 2] = [Clearance::Delegation, Clearance::Principals];

/// The clearance of one version: a draft is for those who write it, an approved one for the readers of the document.
pub fn clearance_of(document: Clearance, approved: bool) -> Clearance {
    if approved { document } else { document.max(Field::BriefDraft.clearance()) }
}
