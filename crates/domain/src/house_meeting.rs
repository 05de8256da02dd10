//! Meetings that are of no agreement: conferences of missions and meetings of standing bodies, who comes to them and whom papers are for.

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::meeting::MeetingState;

words!(
    /// Whether somebody who was asked to a meeting comes, or came.
    Attendance {
        Invited = "invited",
        Accepted = "accepted",
        Declined = "declined",
        Attended = "attended",
        Absent = "absent",
    }
);

impl Attendance {
    /// What can be said of it in a state of the meeting: that somebody came, or did not, once it is held.
    pub fn said_in(self, state: MeetingState) -> bool {
        match self {
            Self::Invited | Self::Accepted | Self::Declined => true,
            Self::Attended | Self::Absent => state.is_held(),
        }
    }

    /// Whether those who were asked say it themselves: that they come or do not, until the meeting is held.
    pub fn answers_in(self, state: MeetingState) -> bool {
        matches!(self, Self::Accepted | Self::Declined) && !state.is_held()
    }
}

words!(
    /// Whom a paper of such a meeting is for.
    PaperAudience {
        Missions = "missions",
        Headquarters = "headquarters",
    }
);

/// Most people asked to one meeting.
pub const MOST_ATTENDEES: i64 = 500;
/// Most lines of one action plan.
pub const MOST_LINES: i64 = 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_came_before_the_meeting() {
        for attendance in Attendance::ALL {
            assert!(attendance.said_in(MeetingState::InProgress));
            let said = matches!(attendance, Attendance::Invited | Attendance::Accepted | Attendance::Declined);
            assert_eq!(attendance.said_in(MeetingState::Open), said, "{attendance:?}");
            assert_eq!(attendance.answers_in(MeetingState::Open), said && *attendance != Attendance::Invited, "{attendance:?}");
            assert!(!attendance.answers_in(MeetingState::InProgress));
        }
    }
}
