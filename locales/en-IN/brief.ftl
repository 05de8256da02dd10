### The minister’s brief.

brief-nothing-moved = Nothing moved from { $from } to { $to }.

## In the list of changes

changed-brief-draft = Brief drafted, version:
changed-brief-language = Language of the brief:
changed-brief-clear = Clearance of the brief:
changed-brief-generate = Facts of the brief taken over
changed-brief-regenerate = Newer facts of the brief found
changed-brief-renew = Facts of the brief generated anew, version:
changed-brief-write = Brief edited:
changed-brief-approve = Brief approved, version:

## Rights, clearances, and what was saved

act-edit-brief = Draft, edit and raise the minister’s brief
act-approve-brief = Approve the minister’s brief
field-brief = Minister’s brief, approved
field-brief-draft = Minister’s brief, draft
field-brief-raised = Minister’s brief raised to principals
saved-brief = The brief is saved.
saved-brief-approved = The brief is approved. This version stays as it is.
