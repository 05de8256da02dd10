### The report of a meeting.

report-of = Report of { $meeting }
report-too-early = A report is drafted once the meeting has begun.
report-state-draft = draft
report-state-approved = approved, not published
report-state-published = published
report-marking-public = Public
report-marking-unpublished = Not published – meant for: { $clearance }
report-published = Published { $when }
report-not-published = not published
report-publish-title = Publish this version
report-publish = Publish
report-readers-public = Everybody with a role in this agreement will read it, the guests of the other side among them. What is public may be handed on to anybody.
report-readers-partner = Everybody with a role in this agreement will read it, the guests of the other side among them.
report-readers-delegation = Our delegation will read it, and nobody of the other side.
report-readers-principals = Only the principals and the chief negotiators will read it.
report-confirm = I have read the report as it stands below; these readers may know all of it.
report-delegation = Delegation of { $party }
report-agenda = On the agenda: { $items }.
report-no-session = No chapter was in session.
report-all-discussed = Every chapter was in session.
report-nothing-moved = The text of no chapter moved from { $from } to { $to }.
report-closed-now = Closed: { $chapters }.
report-none-closed = No chapter was closed.
report-no-brackets = No brackets were open, before or after.
report-no-next = No next meeting is planned.
report-detail = What was recorded
report-dealt = Outcome and agenda
report-before = Before
report-after = After
report-all-chapters = All of these

## In the list of changes

changed-report-draft = Report drafted, version:
changed-report-language = Language of the report:
changed-report-clear = The report is meant for:
changed-report-generate = Facts of the report taken over
changed-report-regenerate = Newer facts of the report found
changed-report-renew = Facts of the report generated anew, version:
changed-report-write = Report edited:
changed-report-approve = Report approved, version:
changed-report-publish = Report published, version:

## Rights, clearances, and what was saved

act-edit-report = Draft and edit reports of meetings
act-approve-report = Approve and publish reports of meetings
field-report = Reports of meetings, published as public
field-report-draft = Reports of meetings, until they are published
saved-report = The report is saved.
saved-report-approved = The report is approved. This version stays as it is; publish it for others to read it.
saved-report-published = The report is published.
