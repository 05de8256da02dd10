### What the forms say: labels, hints, buttons, and that something was saved.
### A label is a noun without a full stop; a hint is a short sentence under it; a button begins with a verb.

## Words of many forms

name = Name
email = E-mail address
password = Password
kind = Kind
note = Note
number = Number
title = Title
place = Place
reason = Reason
reason-optional = Optional. Kept with the change and shown to the delegation.
# The part of a page's address that names an agreement or chapter, not a postal address.
address = Address in Accord
save = Save
# Heading above the list of what is wrong with a form.
problem = This could not be saved yet

## Agreement

open-agreement = Open an agreement
edit-agreement = Edit the agreement
agreement-name-hint = As people call it, such as India–Peru FTA.
address-hint = The last part of the page’s address: small letters a–z, digits and hyphens, such as india-peru. It stays when the name changes.
template = Chapters to begin with
template-hint = You can add and archive chapters later.
home-party = Home party
party-code = Code
party-code-hint = The two letters of ISO 3166, such as IN, or the usual letters, such as EFTA.
chief-negotiator = Chief negotiator
partners = Partners
# "PE Peru" stays as it is; what follows the semicolon is a person.
partners-hint = One on each line: the code and the name, then the chief negotiator after a semicolon, as in PE Peru; Chief negotiator of Peru.
languages-hint = Of the authentic texts, such as English, Spanish, Hindi.
archive-agreement = Archive the agreement
restore-agreement = Bring the agreement back
add-relation = Add an earlier agreement
# How this agreement stands to the earlier one.
relation = This agreement
earlier-agreement = Earlier agreement
earlier-agreement-hint = The last part of its address in Accord, such as india-chile-pta.

## Lifecycle events

record-event = Record an event
correct-an-event = Correct an event
event-lede = The stage of the agreement follows from its events, so each is recorded with its date and its source. Only events that have happened count.
what-happened = What happened
# A box to tick; unticked, the event is only planned.
it-happened = It has happened (untick for a planned event)
# The five ways of writing a date stay as they are.
date-hint = As precise as the source: 2018, 2018-04, 2018-04-03, 2018-04-03..06 for several days, or ..2018-12-07 when only the end is known.
publisher-hint = Who says so: a ministry, a gazette, a newspaper, or its web address.
source-title = Title of the source
other-source = Another source that says otherwise
reason-for-correction = What was wrong. The earlier entry stays readable with this reason.
withdraw-event = Withdraw the event
withdraw-hint = Why it should not stand. The entry stays readable, struck through, with this reason.

## Ratification

record-ratification = Record a step of ratification
ratified-on-hint = Such as 2018-04-03 or 2018-04. Leave it blank while the step is only expected.

## Chapter

open-chapter = Open a chapter
edit-chapter = Edit the chapter
chapter-address-hint = The last part of the page’s address: small letters a–z, digits and hyphens. Left blank, it follows from the kind.
title-hint = Left blank, the standard title of the kind is shown in each reader’s language.
open-brackets-hint = How many brackets are open in the text today.
team-note-hint = Internal: seen by the chapter’s team and principals only.
archive-chapter = Archive the chapter
archive-chapter-hint = Why it is no longer negotiated. Its history stays in the record.

## Moving a chapter

# Heading of the form that moves a chapter along its tracks.
record-step = Record a step
text-hint-lead = Steps up to substantially closed are yours. Closing and reopening are for the chief negotiator or a principal.
text-hint-chief = All steps are yours, closing and reopening included.
reason-and-authority = Why, and on what authority
reason-hint = Needed when a chapter goes back, is reopened, or is closed with brackets open. Shown to the delegation.
# A box to tick.
override-brackets = { $count ->
    [one] Close although { $n } bracket is open
   *[other] Close although { $n } brackets are open
}
# The button, and what it says while the step is being recorded.
record = Record
recording = Recording…
park-chapter = Park the chapter
unpark-chapter = Unpark the chapter
escalate-chapter = Escalate a question
# To whom the question goes.
escalate-to = Escalate to
question = Question
question-hint = What they are asked to decide, in words that stand on their own.
answer-escalation = Answer the question
answer = Answer
answer-hint = What was decided, and by whom. This ends the escalation.

## Priority areas

propose-area = Propose a priority area
propose-area-lede = It enters the list once a chief negotiator or a principal has approved it.
propose-drop = Propose to drop an area
# The blank choice of a list.
choose-area = Choose an area
proposal-reason-hint = Why the list should change. Whoever decides reads this first.
# The second button of a form that proposes, for those who may approve.
propose-and-approve = Propose and approve at once
propose-order = Propose another order
propose-this-order = Propose this order
# The button that puts the areas in the order of the numbers typed.
sort-by-numbers = Sort by these numbers
move-up = Move up
move-down = Move down
# A link in a row of the table.
edit-area = Edit
edit-priority = Edit the priority area
flag-area = Flag for the minister
unflag-area = Take the flag away
# $n is the last rank there may be.
rank-hint = { $count ->
    [one] Its place in the list: { $n }.
   *[other] Its place in the list, from 1 to { $n }.
}
priority-title-hint = What is wanted, in a few words, such as Pharmaceuticals.
stance-hint = Offensive to win market access, defensive to protect what is sensitive at home.
owner-hint = The person or ministry that answers for it.
linked-chapters = Chapters it is pursued in
decision-note = Note on the decision
approve-proposal = Approve the proposal
refuse-proposal = Refuse the proposal
refuse-hint = Why not. Whoever proposed it reads this.
withdraw-proposal = Withdraw my proposal

## Milestones

record-milestone = Record a milestone
edit-milestone = Edit the milestone
milestone-lede = A dated outside event that agreements work towards. Both sides see it.
milestone-title-hint = Such as G20 summit, New Delhi.
tied-to = Tied to these agreements
withdraw-milestone = Withdraw the milestone
withdraw-milestone-hint = Why it should not stand. It leaves every agreement you have a role in; its history stays.

## People

grant-role = Grant a role
grant-email-hint = Of a person who has an account in Accord.
grant-chapter-hint = For a chapter lead or team member.
# In the list of chapters: not limited to one.
whole-agreement = The whole agreement
grant-party-hint = For a guest: the partner whose delegation they belong to.
revoke = Revoke
# Read aloud for the button. $who is a person's name.
revoke-role = Revoke the role of { $who }

## Administration

add-account = Add an account
first-password-label = First password
first-password-hint = At least 10 characters. Its owner must change it at the first sign-in.
save-rights = Save the rights
reset-password = Give a new first password
enable = Enable the account
disable = Disable the account

## My account

preferences = Preferences
language = Language
zone = Time zone
zone-hint = Days and times are shown as they are there.
# Appearance of the screen: light or dark.
theme = Appearance
change-password = Change the password
present-password = Present password
new-password = New password
new-password-hint = At least 10 characters. Several words in a row are hard to guess and easy to remember.
new-password-again = New password again
first-password = Please change your first password before you go on.

## That something was saved. A sentence each.

saved-step = The step is recorded.
saved-card = Your changes are saved.
saved-parked = The chapter is parked.
saved-unparked = The chapter is unparked.
saved-escalated = The question is escalated.
saved-answered = The answer is recorded and the escalation has ended.
# After recording, correcting or withdrawing an event.
saved-event = The lifecycle is up to date.
# After granting or revoking a role.
saved-role = The roles are up to date.
# After anything done to an account.
saved-account = The account is up to date.
saved-password = Your password is changed. Please sign in with the new one.
saved-preferences = Your preferences are saved.
# An agreement or a chapter.
saved-archived = Archived. Its history stays in the record.
saved-restored = The agreement is back in the portfolio.
# An agreement or a chapter.
saved-opened = Opened. You can work on it now.
saved-relation = The earlier agreement is added to the lineage.
saved-ratification = The step of ratification is recorded.
saved-proposed = Your proposal is recorded and awaits a decision.
saved-proposed-approved = The list is changed, on your own proposal and approval.
saved-approved = The proposal is approved and the list is changed.
saved-refused = The proposal is refused. The list is as it was.
saved-withdrawn = Your proposal is withdrawn.
# The minister's flag of a priority area.
saved-flag = The minister’s flag is up to date.
saved-milestone = The milestone is recorded.
saved-milestone-withdrawn = The milestone is withdrawn.
