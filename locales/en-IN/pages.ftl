### What the screens say: titles, headings of tables, sentences.

## Around every screen

skip-to-content = Skip to the content
main-navigation = Main navigation
# Read aloud before the links that lead back: Portfolio / India–Peru FTA / Chapter 2.
breadcrumb = You are here
portfolio = Portfolio
# The screen that shows who may do and see what.
rights = Rights
administration = Administration
my-account = My account
sign-out = Sign out
foot-confidential = Confidential. Each person sees only what their clearance allows.
foot-demo = Demonstration. Public facts are shown with their sources; whatever is marked illustrative is invented.
# At the foot of a printed page. $who is a person's name, and may be empty; $when is a day and time.
printed-by = Printed { $when }. { $who }
back-to-portfolio = Back to the portfolio

## Small marks beside a fact. They begin with a small letter.

# Invented for the demonstration.
illustrative = illustrative
# Of an event that has not happened yet.
planned = planned
# Of a step of ratification that has not been taken yet; in the column of dates.
expected = expected
# Of a source nobody has checked.
unverified = unverified
# Of a change entered from earlier records, not as it happened.
imported = imported

## Times and dates

ago-today = today
ago-yesterday = yesterday
ago-days = { $count ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
ahead-days = { $count ->
    [one] in { $n } day
   *[other] in { $n } days
}
# How long a status has lasted; fills $time of status-for.
days = { $count ->
    [0] less than a day
    [one] { $n } day
   *[other] { $n } days
}
# From one day to another.
date-range = { $from } – { $to }
# Known only by the day it ended.
date-until = until { $to }

## Words of tables and cards

agreement = Agreement
chapter = Chapter
chapters = Chapters
stage = Stage
partner = Partner
parties = Parties
party = Party
# Heading above the number of chapters whose text is closed.
closed = Closed
open-brackets = Open brackets
last-movement = Last movement
# Heading above the marks that call for attention.
look-here = Look here
# Of a chapter: set aside for now, with a reason.
parked = Parked
# Of a chapter: its question lies with the chief negotiators or ministers.
escalated = Escalated
# Of an agreement: no longer in the portfolio.
archived = Archived
text-track = Text track
market-access = Market access
# Heading above the day a chapter's text reached its status.
since = Since
# Heading above a chapter's number, abbreviated.
number-short = No.
date = Date
source = Source
# Of ratification: what was done.
step = Step
state = State
role = Role
manage = Manage
at-a-glance = At a glance
our-lead = Our lead
their-lead = Their lead
line-ministry = Line ministry
target-round = Target round
lead-ministry = Lead ministry
chief-negotiators = Chief negotiators
languages = Languages
objective = Objective
history = History
no-changes = Nothing has changed yet.
field = Field

## Portfolio

negotiations = { $count ->
    [0] No negotiations
    [one] { $n } negotiation
   *[other] { $n } negotiations
}
# Follows a dot: "5 negotiations · as recorded 23 Nov 2026, 11:05".
as-recorded = as recorded { $when }
all-stages = All stages
all-partners = All partners
name-contains = Name contains
# A box to tick: show archived agreements instead.
archived-ones = Archived ones
# The button that applies the filters.
show = Show
clear-filters = Clear the filters
no-match = No agreement matches these filters.
no-agreements = You have no role in any agreement yet. Ask the chief negotiator of an agreement to grant you one.
no-chapters-yet = No chapters yet
# Under an agreement's name. $parties and $earlier are names: "Chile, after India–Chile PTA".
after-agreement = { $parties }, after { $earlier }
# In a narrow column: chapters closed, of all. Both are numbers.
of-total = { $part } / { $total }
# The same as a phrase: "2 of 14 closed". Both are numbers.
closed-of = { $part } of { $total } closed
flag-escalated = { $count ->
    [one] { $n } escalated
   *[other] { $n } escalated
}
flag-parked = { $count ->
    [one] { $n } parked
   *[other] { $n } parked
}
# Begins the spoken description of the row of vessels: "14 chapters, 2 closed, 5 under negotiation, 1 parked".
chapters-count = { $count ->
    [one] { $n } chapter
   *[other] { $n } chapters
}
# Read aloud before the explanation of the vessels.
legend = What the vessels mean
# The thin line under a vessel.
legend-market = Line: market access
latest-movements = Latest movements
# Read aloud before the links from page to page.
pages = Pages of the portfolio
page-before = Previous page
page-after = Next page
page-of = Page { $page } of { $pages }

## Agreement

lifecycle = Lifecycle
no-events = No lifecycle event has been recorded yet.
recent-changes = Recent changes
# A link beside an event; $what is the event, as in Negotiating round.
correct-event = Correct: { $what }
# $claim is a date, a place, or both: "April 2018, Lima".
other-source-says = Another source says: { $claim }.
ratification = Ratification
no-ratification = No step of ratification has been recorded yet.
# The agreements before and after this one: framework, PTA, expansion, CEPA.
lineage = Lineage
no-lineage = This agreement follows no earlier one, and none follows it yet.
people = People
people-lede = Who has a role in this agreement. Its chief negotiator or a principal grants and revokes roles; nobody grants one to themselves.
# Heading above the chapter or the party a role is limited to.
limited-to = Limited to

## Chapter

# The last of the links that lead back. $n is the chapter's number.
chapter-number = Chapter { $n }
# $status is a status of the text track, $time how long it has lasted: "Under negotiation for 31 days".
status-for = { $status } for { $time }
# Follows a dot, so it begins with a small letter.
brackets = { $count ->
    [0] no open brackets
    [one] { $n } open bracket
   *[other] { $n } open brackets
}
# Follows a dot. $round is as somebody wrote it: "Round 11, Lima".
target = target: { $round }
# The reason follows. $when is as in "today" or "3 days ago".
parked-since = Parked { $when }:
# The question follows. $to is "Chief negotiators" or "Ministers"; $when is as in "today" or "3 days ago".
escalated-since = Escalated { $when } – { $to }:
# Internal; seen by the chapter's team and principals alone.
team-note = Team’s note
no-note = The team has written no note yet.

## Priority areas

priorities = Priority areas
priorities-lede = What matters most in this agreement, in order. Every change of the list is proposed by one person and approved by a chief negotiator or a principal.
priorities-all = All priority areas and proposals
priorities-all-and = { $count ->
    [one] { $n } more priority area, and proposals
   *[other] { $n } more priority areas, and proposals
}
no-priorities = No priority area has been agreed upon yet.
priority-area = Priority area
rank = Rank
stance = Stance
sector = Sector
owner = Owner
# The minister's flag on a priority area.
for-minister = For the minister
priorities-overtaken = The list has changed since you opened this page, and nothing was proposed. Below it is as it stands now: put your order together again.
proposals-pending = Proposed, awaiting a decision
no-proposals = Nothing is proposed.
proposals-decided = Decided before
proposal = Proposal
# A mark on a proposal that no longer fits the list.
outdated = Outdated
outdated-told = The list has changed since this was proposed, so it cannot be approved as it is.
decide-proposal = Read and decide
show-proposal = Read the proposal
proposal-approved-own = Proposed and approved by the same person
# The title of the area follows. $rank is a number.
asked-add = Add at rank { $rank }:
asked-drop = Drop:
asked-rerank = { $count ->
    [one] Re-rank { $n } area
   *[other] Re-rank { $n } areas
}
# Follows the title of an area. $rank is a number.
rank-was = was { $rank }
wanted-order = Order wanted
proposed-by = Proposed by
decision-reason = Reason of the decision

## Timeline

timeline = Timeline
timeline-with-milestones = Timeline with milestones
timeline-problem = This span cannot be shown
timeline-none = Nothing is recorded in this span.
timeline-entries = { $count ->
    [one] { $n } entry
   *[other] { $n } entries
}
# $from and $to are days, $entries is as in "12 entries".
timeline-told = { $from } to { $to } · { $entries }
# Read aloud for the drawing. $entries is as in "12 entries", $lanes are names with commas between.
timeline-drawn = { $entries } by date, in these lanes: { $lanes }. The table below says the same in words.
timeline-today = Today
legend-event = Lifecycle event
legend-milestone = Milestone
legend-ahead = Hollow: planned or still to come
milestones = Milestones
# Heading of a column: what happened or is to happen.
what = What
# Heading of a column: other agreements that a milestone is tied to.
also-tied-to = Also tied to
agreements = Agreements

## When two people saved the same thing

# Caption of the table that shows both edits.
conflict-both = Both edits, side by side
conflict-theirs = As it stands now
conflict-yours = What you wrote
# $who is a person's name; $when is as in "today" or "3 days ago".
conflict-who = Last saved by { $who }, { $when }.

## Rights

rights-lede = Who may do what, and who sees what. This is the same table Accord asks before it shows or changes anything.
rights-acts = Who may do what in an agreement
rights-fields = Who sees what
rights-roles = What each role sees
rights-house = Rights of the house
# Heading above what can be done, in the table of rights.
act = Act
right-yes = Yes
right-no = No
right-own-chapters = In own chapters

## Administration

administration-lede = Accounts and rights of the house. An administrator sees no agreement by virtue of this.
accounts = Accounts
account-active = Active
account-disabled = Disabled
account-first-password = First password not changed yet

## Sign-in

sign-in = Sign in
sign-in-lede = A confidential, live picture of every trade negotiation.
demo-accounts = Accounts of this demonstration
# The password itself stays as it is.
demo-accounts-advice = See Accord as each of these people sees it. The password of all is accord-demo.

# What changed between two days.
as-of = As of
as-of-day = As Accord had it recorded at the end of { $day }.
as-of-told = This is the past and cannot be changed.
as-of-now = Back to now
as-of-problem = This day cannot be shown
as-of-nothing = Accord held nothing of this agreement yet.
what-changed = What changed
what-changed-between = What changed between two days
changes-from = From
changes-to = Up to and including
# Days begin and end by the clock of the home party.
changes-span = { $from } to { $to }, by the clock in Delhi
last-days = { $count ->
    [one] Today
   *[other] Last { $n } days
}
changes-effects = { $count ->
    [one] { $n } effect
   *[other] { $n } effects
}
changes-steps = { $count ->
    [one] { $n } step taken
   *[other] { $n } steps taken
}
changes-back = { $count ->
    [one] { $n } matter changed and is as it was before
   *[other] { $n } matters changed and are as they were before
}
changes-in-steps = { $count ->
    [one] in { $n } step
   *[other] in { $n } steps
}
changes-problem = These days cannot be shown
changes-none = Nothing changed in these days.
changes-all-back = Everything that changed in these days is as it was before.
changes-every-step = Show every step
changes-every = Every step
changes-newest-only = { $count ->
    [one] Only the newest step is shown. Choose fewer days to see the others.
   *[other] Only the newest { $n } steps are shown. Choose fewer days to see the others.
}
# The heading of changes that concern no chapter.
agreement-itself = The agreement itself
older-changes = { $count ->
    [one] { $n } older change
   *[other] { $n } older changes
}
