## Standing bodies

standing-bodies = Standing bodies
standing-bodies-lede = Committees and commissions that meet from year to year, whatever agreement is negotiated.
standing-body = Standing body
no-bodies = No standing body is entered yet.
enter-body = Enter a standing body
edit-body = Edit the body
abbreviation = Short name
abbreviation-hint = As JETCO; blank where it has none.
body-countries-hint = The two letters of each country it is with, as PE CL BR.
mandate = What it is for
mandate-hint = Its subjects, its level, how often it meets.
founded-on = Founded on
founded-on-hint = Blank where the day is not known, or where it is only proposed: 2019-08-27.
not-founded = not founded yet, or the day is not known
ended-on = Wound up on
ended-on-hint = Blank while it stands.
body-ended = Wound up on { $day }
body-source-hint = Who says so: an announcement, a memorandum.
last-meeting = Last meeting
no-body-meetings = No meeting is known yet.
plan-body-meeting = Plan a meeting of the body
saved-body = The body is saved.
body-field-found = Entered
body-field-name = Name
body-field-abbreviation = Short name
body-field-countries = Countries
body-field-mandate = What it is for
body-field-founded_on = Founded on
body-field-ended_on = Wound up on
body-field-publisher = Source
field-standing-body = Standing bodies, and when and where they met
error-body-exists = A body of this name is entered already. Give it another name, or edit the one there is.

## Conferences of missions, and meetings of bodies

meeting-kind-mission-conference = Mission conference
mission-conferences = Mission conferences
no-conferences = No conference of missions is planned yet.
plan-conference = Plan a mission conference
plan-house-meeting-lede = It is a draft, known to who keeps the programme, until you open it to the missions.
house-agenda-hint = What it is for and what is on the agenda.
house-outcome-hint = What was agreed. Who owes what belongs to the action plan.
house-meeting-field-plan = Planned
house-meeting-field-title = Title
house-meeting-field-mode = Held
house-meeting-field-place = Place
house-meeting-field-zone = Zone of the venue
house-meeting-field-dates = Dates
house-meeting-field-clock = Opens at
house-meeting-field-note = Agenda
house-meeting-field-outcome = Outcome
house-meeting-field-publisher = Source
house-meeting-field-source_title = Title of the source
house-meeting-field-verified = Source verified
house-meeting-field-state = State
house-meeting-field-ask = Asked
house-meeting-field-attendance = Answer
house-meeting-field-strike = Taken off the list
house-meeting-field-put-paper = Paper put
house-meeting-field-withdraw-paper = Paper withdrawn
field-house-meeting = Mission conferences, meetings of standing bodies, their papers and action plans
error-outcome-before-meeting = There is an outcome once the meeting has begun. Open and begin it first.

## Who comes

attendees = Attendees
no-attendees = Nobody is asked yet.
edit-attendees = Edit attendees
answer-invitation = Answer the invitation
ask-attendee = Ask somebody
attendee-name-hint = A person, an office or a department.
office = Office
office-hint = What the person is, or whose the department is.
attendee-country-hint = That of the mission or the delegation, by name or letters; blank for a department at home.
at-home = at home
attendance = Answer
attendance-of = Answer of { $name }
who-comes = Who comes
attendance-invited = invited
attendance-accepted = comes
attendance-declined = does not come
attendance-attended = attended
attendance-absent = was absent
strike-attendee = Take off the list
saved-attendees = The list is saved.
error-too-many-attendees = No more than { $argument } can be asked to one meeting.
error-attendee-struck = Somebody whose answer you chose is no longer on the list. The other choices stand below; save them again.
error-attendance-before-meeting = Nobody attended a meeting that has not begun. Choose “comes” or “does not come”.
error-attendance-not-yours = Before the meeting a mission says whether its people come; who came is kept at headquarters.

## Papers

house-paper-for-missions = missions too
house-paper-for-headquarters = headquarters
house-paper-audience-missions = Headquarters and the missions
house-paper-audience-headquarters = Headquarters alone
house-paper-for-hint = A mission reads the papers for missions; who keeps the programme, and the delegations, read all.

## The action plan

action-plan = Action plan
action-plan-open = Planned and not done yet
add-plan-line = Add to the action plan
edit-plan-line = How it goes on
report-progress = Report progress
to-be-done = To be done
to-be-done-hint = One thing, by somebody, by a day.
plan-owner-hint = The mission, a department, a council.
no-one-sector = No one sector
no-plan-lines = Nothing is in the plan yet. Add what each country’s mission has to do.
no-plan-lines-seen = Nothing in the plan is for you to see yet.
no-plan-yet = no plan yet
plan-settled = { $part } of { $total } settled
progress-hint = What was done, what stands in the way, what comes next.
plan-reason-hint = Asked for where the day is changed, or where it is dropped or taken up again.
saved-plan-line = The action plan is saved.
plan-field-agree = Added
plan-field-title = To be done
plan-field-sector = Sector
plan-field-owner = Owed by
plan-field-due = Due
plan-field-state = State
plan-field-progress = Progress
error-country-not-of-body = This country has no part in the body. Choose one of its countries.
error-plan-full = A plan has no more than a thousand lines.
