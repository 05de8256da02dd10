### Meetings: their words, what their screens and forms say, and what can be wrong with them.

## Kinds of meeting. Each is also the standard title of a meeting of the kind.

meeting-kind-round = Round
# Held between rounds, often by video link.
meeting-kind-special-round = Special round
meeting-kind-intersessional = Intersessional meeting
# A review of where all chapters stand.
meeting-kind-stocktake = Stocktake
meeting-kind-ministerial = Ministerial meeting
meeting-kind-joint-committee = Joint committee
# Of our own delegation alone.
meeting-kind-internal-preparation = Internal preparation
# The standard title of a numbered round.
round-number = Round { $n }

## Where a meeting stands.

meeting-state-draft = Draft
# Announced, and not begun.
meeting-state-open = Open
meeting-state-in-progress = In progress
meeting-state-closed = Closed
meeting-state-called-off = Called off

## Before the reason why a meeting was taken to its state.

meeting-notice-draft = Taken back to draft:
meeting-notice-open = Open:
meeting-notice-in-progress = Reopened:
meeting-notice-closed = Closed:
meeting-notice-called-off = Called off:

## Buttons that take a meeting to another state.

# To draft, from open.
move-meeting-draft = Take back to draft
# To open: everybody who may know of planned meetings sees it from then on.
move-meeting-open = Announce the meeting
move-meeting-in-progress = Begin the meeting
move-meeting-closed = Close the meeting
move-meeting-called-off = Call the meeting off
move-meeting-reopen = Reopen the meeting

## How the delegations meet.

mode-in-person = In person
mode-virtual = Virtual
mode-hybrid = Hybrid

## Who sees what, and who may do what: rows of the tables of rights.

field-held-round = Rounds under way and held, with place and dates
field-planned-meeting = Planned meetings, and held ones that are no rounds
field-meeting-heads = Heads of delegation and number of delegates
field-shared-agenda = Sessions and their shared agenda
field-outcome = Outcomes of sessions
field-draft-meeting = Drafts of meetings, and internal preparations
field-delegates = Lists of delegates
field-minutes = Minutes, and agenda items that are ours only
act-hold-meetings = Plan meetings, announce, begin and close them
act-write-sessions = Write in a session: agenda, papers, minutes and outcome

## What changed, in the list of changes. Ends with a colon where values follow.

# Dates and place follow.
changed-meeting-plan = Meeting planned:
changed-meeting-announce = Meeting announced:
# From one state to another.
changed-meeting-move = State of the meeting:
changed-meeting-number = Number:
changed-meeting-title = Title:
changed-meeting-mode = Mode:
changed-meeting-host_party = Host:
changed-meeting-place = Place:
changed-meeting-zone = Time zone of the venue:
changed-meeting-dates = Dates:
changed-meeting-clock = Opens at:
changed-meeting-note = Note:
changed-meeting-publisher = Source:
changed-meeting-source_title = Title of the source:
changed-meeting-verified = Source checked:
changed-meeting-our_head = Our head of delegation:
changed-meeting-their_head = Their head of delegation:
changed-meeting-our_count = Our delegates:
changed-meeting-their_count = Their delegates:
changed-meeting-our_delegates = List of our delegates:
changed-meeting-their_delegates = List of their delegates:
changed-session-add = Session added to the programme
changed-session-agenda = Shared agenda:
changed-session-own_agenda = Our own agenda:
changed-session-outcome = Outcome:
changed-session-minute = Minutes written

## That something was saved. A sentence each.

saved-meeting = The meeting is planned, as a draft.
saved-meeting-state = The state of the meeting is recorded.
saved-session = The session is up to date.
saved-carried-over = The open items are on the agenda of this meeting now.

## What screens say.

meetings = Meetings
meeting = Meeting
sessions = Sessions
# Heading of a column in the portfolio.
next-meeting = Next meeting
no-meetings = No meeting has been planned yet.
meetings-ahead = To come
meetings-held = Past
# In place of dates.
dates-not-known = Dates not known
# A link to what changed. $meeting is a title: "Round 9".
since-meeting = What changed since { $meeting }
# $meeting is a title. A link to the meeting, above the days.
changes-after-meeting = From the day after { $meeting } ended
changes-from-hint = A day, or the address of a meeting such as round-7: then from the day after it ended.
agenda = Agenda
minutes = Minutes
outcome = Outcome
no-sessions = No chapter is on the programme yet.
no-agenda = Nothing is on the agenda yet.
no-minutes = No minutes have been written yet.
no-outcome = No outcome has been recorded yet.
agenda-items = { $count ->
    [one] { $n } agenda item
   *[other] { $n } agenda items
}
items-open = { $count ->
    [0] none open
    [one] { $n } open
   *[other] { $n } open
}
# Small marks beside an agenda item. They begin with a small letter.
item-open = open
item-done = done
ours-only = ours only
# $meeting is a title: "Round 8".
carried-over-from = carried over from { $meeting }
taken-up-at = taken up at { $meeting }
open-items-wait = { $count ->
    [one] { $n } agenda item was left open at an earlier meeting.
   *[other] { $n } agenda items were left open at earlier meetings.
}
# A link to the next meeting follows.
items-left-open = { $count ->
    [one] { $n } agenda item is left open. It can be taken over into
   *[other] { $n } agenda items are left open. They can be taken over into
}
# The hour a meeting opens.
opens = Opens
# $when is a day and time on the reader's clocks.
for-you = On your clocks: { $when }
delegates-count = { $count ->
    [one] { $n } delegate
   *[other] { $n } delegates
}
our-head = Our head of delegation
their-head = Their head of delegation
our-delegates = Our delegates
their-delegates = Their delegates
meeting-mode = Mode
host = Host
# Of a source that was checked; begins with a small letter.
verified = verified

## What forms say.

plan-meeting = Plan a meeting
edit-meeting = Edit the meeting
add-session = Add a session
# $chapter is a title.
write-session = Write in: { $chapter }
carry-over = Take them over into this meeting
plan-lede = A meeting begins as a draft that only the delegation sees. Announce it when it may be known.
dates = Dates
dates-hint = As precise as it is known: 2026-12-05..07 for several days, 2026-12-05 for one, 2026-12 for a month. Leave it blank while no dates are known.
clock = Opens at
clock-hint = On the clocks of the venue on the first day, such as 09:30. May be left blank.
venue-zone = Time zone of the venue
venue-zone-hint = By its IANA name, such as America/Lima, America/Santiago or Asia/Kolkata.
place-hint = Building and city, or the link of a virtual meeting’s host.
round-number-hint = For a round only.
meeting-address-hint = The last part of the page’s address: small letters a–z, digits and hyphens. Left blank, it follows from the kind and the number, such as round-9.
our-delegation = Our delegation
their-delegation = Their delegation
our-count = Number of our delegates
their-count = Number of their delegates
delegates-hint = One on each line. Only the delegation sees the list.
meeting-note-hint = Seen by everybody who sees the meeting. Where sources differ, say how.
meeting-source = Source, for what is publicly known
source-verified = The source was checked
# In a list to choose from: none of the others.
not-stated = Not stated
reason-after-closing = The meeting is closed: say what was wrong.
minutes-hint = What was said, for the delegation alone. At most 200,000 characters.
outcome-hint = What was agreed, in a few sentences. Both sides see it.
outcome-hint-internal = What was decided, in a few sentences.
outcome-moves = The outcome moves the chapter
# In a list of statuses: the status does not change.
leave-status = Leave it where it is
# $status is a status of the text track.
status-now = Text now: { $status }
back-to-meeting = Back to the meeting
item = Item
item-order = Place
item-finished = Done
item-shared = Shared with the partner
# $what is the heading of a column, $n the number of the line.
of-item = { $what }, line { $n }
agenda-hint = What is not shared is ours only. Clear a line to remove the item.
agenda-hint-internal = Clear a line to remove the item.

## What is wrong with one field. $argument is a number or a name.

error-state-unchanged = The meeting stands there already. Somebody may have done this before you.
error-state-not-next = A meeting goes forward one step at a time, and back only from open to draft and from closed. Open the page again to see where it stands.
error-meeting-not-begun = The meeting cannot begin before the first of its days. Change its dates, or wait for the day.
error-reason-for-calling-off = Calling a meeting off needs a reason: say why, and on whose word.
error-number-for-round = A round needs its number, such as 9.
error-number-for-rounds-only = Only rounds are numbered. Leave the number blank, or choose the kind Round.
error-not-a-clock = This is not a time of day. Write it as 09:30.
error-clock-needs-day = An hour needs a day. Give the first day of the meeting, or leave the hour blank.
error-unknown-zone = There is no such time zone. Use an IANA name, such as America/Lima.
error-clock-skipped = On that day the clocks of the venue go forward over this hour, so they never show it. Choose an earlier or later one.
error-meeting-address-taken = Another meeting of this agreement has this address. Choose a different one.
# $argument is the name of a time zone.
error-held-in-the-future = The meeting has begun, and by the clocks of { $argument } these dates are still to come. Correct the dates.
error-meeting-called-off = This meeting was called off and is kept as it was. Plan another one.
error-reason-for-closed-meeting = The meeting is closed. Say what was wrong with what stood there.
# $argument is the largest number.
error-too-many-items = An agenda holds at most { $argument } items. Join some of them.
error-chapter-of-another-agreement = This chapter does not belong to the agreement of this meeting. Choose one of those offered.
error-meeting-over = This meeting is closed or called off. The chief negotiator or a principal may reopen a closed one.
error-session-exists = This chapter is on the programme already.
error-outcome-for-step = Say in the outcome what was agreed, so that it tells why the chapter moves.
error-item-taken-up = A later meeting took up an item you removed. Tick it as done instead.
error-nothing-to-carry-over = Nothing is left open at earlier meetings. Somebody may have taken it over already.
error-meeting-without-days = The dates of this meeting are not known. Give a day instead.

# The pack.
pack = Pack
pack-open = Meeting pack, to print or to take along
pack-of = { $meeting }: pack for { $agreement }
pack-seen = As { $who } may see it, clearance: { $clearance }
pack-file = Download as one file
pack-file-hint = Opens in any browser, without a network.
