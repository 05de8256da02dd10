### Action points and My work: their words, what their screens and forms say, and what can be wrong with them.

## Whose they are, and where they stand.

side-ours = Our side
# In place of a name.
side-theirs = The other side
# $name is a person or an office.
their-side = { $name } (the other side)
action-state-open = Open
action-state-done = Done
action-state-dropped = Dropped

## Before what was said when it was settled or taken up again.

action-notice-open = Taken up again:
action-notice-done = Done:
action-notice-dropped = Dropped:

## Buttons.

move-action-point-open = Take it up again
move-action-point-done = It is done
move-action-point-dropped = Drop it
put-off = Change the day
agree-action-point = Agree an action point
edit-action-point = Edit the action point

## Who sees what, and who may do what: rows of the tables of rights.

field-action-point = Action points
act-keep-action-points = Agree action points, edit and drop them. Whoever owes one says that it is done or asks for another day.

## What changed, in the list of changes. Ends with a colon where values follow.

changed-action_point-agree = Action point agreed:
changed-action_point-put-off = Due:
changed-action_point-settle = Action point:
# A meeting follows.
changed-action_point-carry = Action point carried over to
changed-action_point-title = Action point:
changed-action_point-note = Note on the action point:
changed-action_point-owner = Owed by:

## That something was saved. A sentence each.

saved-action-point = The action point is up to date.
saved-action-point-agreed = The action point is agreed.
saved-action-point-day = The day is changed, and the reason is kept.

## What screens say.

action-points = Action points
action-point = What is to be done
action-point-number = Action point { $n }
action-points-count = { $count ->
    [0] Nothing is open
    [one] { $n } open
   *[other] { $n } open
}
flag-overdue = { $count ->
    [one] { $n } overdue
   *[other] { $n } overdue
}
# How late an action point is.
overdue-by = { $count ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
# How often the day was changed.
day-changed = { $count ->
    [one] day changed once
   *[other] day changed { $n } times
}
action-points-open = Open
action-points-settled = Done and dropped
no-action-points = No action point has been agreed yet.
no-action-points-open = No action point is open.
action-points-all = All action points
action-points-all-and = { $count ->
    [one] { $n } more open action point, and what is settled
   *[other] { $n } more open action points, and what is settled
}
# The name of a meeting follows.
agreed-at = Agreed at
# Heading of a column of names.
owed-by = Owed by
# Heading of a column: ours or theirs.
side = Side
due = Due
first-due = First agreed for
source-meeting = Agreed at the meeting
carried-to = Carried over to
points-wait = { $count ->
    [one] { $n } action point was left open at an earlier meeting.
   *[other] { $n } action points were left open at earlier meetings.
}

## What forms say.

optional = Optional.
action-point-hint = What has to be done, in a line, so that anybody can tell when it is.
choose-owner = Choose who owes it
owner-of-ours = Somebody else of our side, named below
owner-of-theirs = The other side, or somebody of it named below
owner-name = Name
owner-name-hint = An office or a person without an account: “Ministry of Mines”, “Their lead on services”.
no-source-meeting = None: agreed between meetings
due-hint-next = The next meeting begins on { $day }.
other-day = The other day
day-hint = As 2026-04-03.
put-off-hint = Kept with the change and shown to the delegation.
what-came-of-it = What came of it

## What is wrong with one field.

error-action-state-not-next = It stands elsewhere by now. Look again at where it stands.
error-reason-for-dropping = Say why it need not be done.
error-reason-for-taking-up = Say why it is taken up again.
error-reason-for-other-day = Every change of the day has its reason: say why.
error-due-unchanged = That is the day it is due already. Choose another one.
error-action-settled = It is settled. Take it up again before you change the day.
error-owner-to-be-named = Name who of our side owes it.
error-owner-named-twice = You chose a person and wrote a name. Leave one of them out.
error-not-of-the-delegation = Choose one of the people listed, or a side.
error-no-such-meeting = Choose one of the meetings listed.
error-too-many-action-points = This agreement holds as many action points as can be numbered.

## My work.

my-work = My work
what-i-owe = What I owe
work-owed = { $count ->
    [0] You owe nothing
    [one] You owe { $n } action point
   *[other] You owe { $n } action points
}
work-waiting = { $count ->
    [0] nothing waits for you
    [one] { $n } decision waits for you
   *[other] { $n } decisions wait for you
}
nothing-owed = You owe nothing. Action points that name you appear here.
waits-for-me = Waits for my decision
nothing-waits = Nothing waits for your decision.
work-proposal-order = Another order of the priority areas
# $when is as in "today" or "3 days ago".
draft-since = Draft, generated { $when }
work-changed-chapters = Changed in my chapters in the last 14 days
work-changed-all = Movements of the last 14 days
work-nothing-changed = Nothing changed.
next-meetings = Next meetings
no-meetings-ahead = No meeting lies ahead.
