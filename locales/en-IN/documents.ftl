### Documents made from the record and finished by a person: what the minister’s brief and the report of a meeting share.

document-marking = Confidential – { $clearance } and above
document-draft = DRAFT, not approved
document-approved-by = Approved by { $who }, { $when }
document-generated = Generated on { $when }, from the record as it then stood
document-fact = Now
document-language = Language it is written in
document-save-and-renew = Save, and generate the facts anew
document-approve = Approve this version
document-word = Word
document-versions = Versions
document-version = Version { $n }
document-moved = What moved since these facts were generated
document-settle = The newer facts
document-settle-later = Decide later
document-settlement-take = Take the new text
document-settlement-keep = Keep the text in the field above
document-not-generated = Not generated for these readers. What you write here is read by all of them.

## By what the document is

document-kind-brief = Minister’s brief
document-kind-report = Report
document-none-brief = Nobody has drafted a brief of this agreement yet. What the record knows is filled in; what to say is left for you to write.
document-none-report = Nobody has drafted a report of this meeting yet. What the record tells of it is filled in, as far as its readers may know it; the summary and the next steps are left for you to write.
document-begin-brief = Draft the brief
document-begin-report = Draft the report
document-edit-brief = Edit the brief
document-edit-report = Edit the report
document-edit-lede-brief = The text of each part as it prints. A row of a table has its two columns parted by “ | ”. A brief approved before stays as it is: your edit begins a new draft.
document-edit-lede-report = The text of each part as it prints. A row of a table has its columns parted by “ | ”. A report approved before stays as it is: your edit begins a new draft.
document-clearance-brief = Who may read it once approved
document-clearance-report = For whom it is meant
document-clearance-hint-brief = Raised to principals, the brief does not exist for anybody else.
document-clearance-hint-report = They and everybody above them read it once it is published. Facts they may not know are left out at once; what you wrote stays and is yours to check.

## The parts, in the order of the page: headings

document-part-header = At a glance
document-part-state = Where the chapters stand
document-part-changes = What changed lately
document-part-objectives = Our objectives
document-part-arguments = Arguments
document-part-tactical-arguments = Tactical arguments
document-part-their-objectives = Their objectives
document-part-our-response = Our response
document-part-press-line = Press line
document-part-background = Background
document-part-points-certain = Points certain to be raised
document-part-points-possible = Points possibly raised
document-part-points-unlikely = Points unlikely to be raised
document-part-sitting = The meeting
document-part-summary = Summary
document-part-in-session = Chapters in session
document-part-not-discussed = Chapters not discussed
document-part-movement = Chapters that moved
document-part-closed-chapters = Chapters closed
document-part-bracket-counts = Open brackets
document-part-next-steps = Next steps
document-part-next-meeting = Next meeting

## What is to be written in the parts that are not generated

document-hint-objectives = What the minister should come away with.
document-hint-arguments = The reasons that speak for it, the strongest first.
document-hint-tactical-arguments = What to say only if the talk turns there.
document-hint-their-objectives = What the other side wants, and how you know.
document-hint-our-response = What we answer to that.
document-hint-press-line = One or two sentences that may be said in public.
document-hint-points-certain = One a line, each with its answer.
document-hint-points-possible = One a line, each with the answer if it comes up.
document-hint-points-unlikely = One a line, only where a wrong answer would hurt.
document-hint-summary = What the meeting achieved, in a few sentences.
document-hint-next-steps = Who does what until the next meeting, one a line.
