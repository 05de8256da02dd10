### Papers of sessions: their words, what their screens and forms say, and what can be wrong with them.

## What a file is.

paper-kind-pdf = PDF
paper-kind-word = Word
paper-kind-excel = Excel
paper-kind-powerpoint = PowerPoint
paper-kind-text = Text
paper-kind-csv = CSV
paper-kind-png = Picture (PNG)
paper-kind-jpeg = Picture (JPEG)

## Whom a paper is for: a small mark beside it, and the choice when it is put.

paper-for-partner = shared
paper-for-delegation = delegation
paper-for-chapter-team = chapter team
paper-audience = For whom
paper-audience-partner = Both sides: the other side may have it once it knows of the meeting
paper-audience-delegation = The delegation
paper-audience-chapter-team = The chapter’s team, and principals

## What changed, in the list of changes. The title of the paper follows.

changed-paper-put = Paper put on the table:
changed-paper-withdraw = Paper withdrawn:

## That something was saved. A sentence each.

saved-paper = The paper is on the table.
saved-paper-withdrawn = The paper is withdrawn, and its file is gone.

## What screens say.

papers = Papers
# A link to the page on which papers are put. $chapter is a title.
papers-of = Papers on { $chapter }
no-papers = No paper is on the table yet.
paper = Paper
choose-paper = Choose a paper
put-paper = Put a paper on the table
paper-file = File
paper-hint = PDF, Word, Excel, PowerPoint, text, CSV, PNG or JPEG, up to { $most } MB.
paper-title-hint = Left blank, it is the file’s name.
paper-for-hint = A paper for both sides cannot be taken back from who has read it.
withdraw-paper = Withdraw a paper
withdraw-paper-hint = The record keeps what it was, who withdrew it and why. The file itself is deleted.
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

## What is wrong with a file. What was typed beside it is kept; the file has to be chosen again.

error-paper-missing = Choose a file.
error-paper-empty = The file is empty. Choose another one.
# $argument is a number.
error-paper-too-large = The file is too large: { $argument } MB is the most. Choose a smaller one.
error-paper-kind = Files of this kind are not taken. Choose a PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), text, CSV, PNG or JPEG file.
error-paper-lies = The content of the file is not what its name says. Save it again in the kind you mean, and choose it anew.
error-paper-macros = The file holds macros, which are not taken. Save it without them and choose it anew.
error-paper-encrypted = The file has a password. Save it without one and choose it anew.
error-paper-bomb = The file unpacks to far more than it should and was not opened. Save it again, and choose it anew.
error-paper-broken = The file is damaged and cannot be read. Choose another copy.
# $argument is a number.
error-too-many-papers = A session takes { $argument } papers. Withdraw one first.
