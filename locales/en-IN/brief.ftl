### The minister’s brief: made from the record, finished by a person.

brief = Minister’s brief
brief-marking = Confidential – { $clearance } and above
brief-draft = DRAFT, not approved
brief-approved-by = Approved by { $who }, { $when }
brief-generated = Generated on { $when }, from the record as it then stood
brief-fact = Now
brief-nothing-moved = Nothing moved from { $from } to { $to }.
brief-none = Nobody has drafted a brief of this agreement yet. What the record knows is filled in; what to say is left for you to write.
brief-language = Language it is written in
brief-begin = Draft the brief
brief-edit = Edit the brief
brief-edit-lede = The text of each part as it prints. A row of a table has its two columns parted by “ | ”. A brief approved before stays as it is: your edit begins a new draft.
brief-save-and-renew = Save, and generate the facts anew
brief-approve = Approve this version
brief-word = Word
brief-versions = Versions
brief-version = Version { $n }
brief-moved = What moved since these facts were generated
brief-settle = The newer facts
brief-settle-later = Decide later
brief-settlement-take = Take the new text
brief-settlement-keep = Keep the text in the field above
brief-clearance = Who may read it once approved
brief-clearance-hint = Raised to principals, the brief does not exist for anybody else.
brief-part-changed = Brief, { $part }:

## Its parts, in the order of the page: headings

brief-part-header = At a glance
brief-part-state = Where the chapters stand
brief-part-changes = What changed lately
brief-part-objectives = Our objectives
brief-part-arguments = Arguments
brief-part-tactical-arguments = Tactical arguments
brief-part-their-objectives = Their objectives
brief-part-our-response = Our response
brief-part-press-line = Press line
brief-part-background = Background
brief-part-points-certain = Points certain to be raised
brief-part-points-possible = Points possibly raised
brief-part-points-unlikely = Points unlikely to be raised

## What is to be written in the parts that are not generated

brief-hint-objectives = What the minister should come away with.
brief-hint-arguments = The reasons that speak for it, the strongest first.
brief-hint-tactical-arguments = What to say only if the talk turns there.
brief-hint-their-objectives = What the other side wants, and how you know.
brief-hint-our-response = What we answer to that.
brief-hint-press-line = One or two sentences that may be said in public.
brief-hint-points-certain = One a line, each with its answer.
brief-hint-points-possible = One a line, each with the answer if it comes up.
brief-hint-points-unlikely = One a line, only where a wrong answer would hurt.

## In the list of changes

changed-brief-draft = Brief drafted, version:
changed-brief-language = Language of the brief:
changed-brief-clear = Clearance of the brief:
changed-brief-generate = Facts of the brief taken over
changed-brief-regenerate = Newer facts of the brief found
changed-brief-renew = Facts of the brief generated anew, version:
changed-brief-write = Brief edited:
changed-brief-approve = Brief approved, version:

## Rights, clearances, refusals, and what was saved

act-edit-brief = Draft, edit and raise the minister’s brief
act-approve-brief = Approve the minister’s brief
field-brief = Minister’s brief, approved
field-brief-draft = Minister’s brief, draft
field-brief-raised = Minister’s brief raised to principals
saved-brief = The brief is saved.
saved-brief-approved = The brief is approved. This version stays as it is.
error-brief-approved-already = This version is approved already. Edit the brief to begin a new draft.
error-brief-drafted-already = Somebody has drafted the brief already. Open it to edit it.
