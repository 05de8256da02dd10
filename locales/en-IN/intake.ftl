# Tables taken in: the choice of what a file is, status tables and nomenclatures.

import-table = Import a table
import-table-lede = What is the file? You choose its columns, see every row that would be refused, and only then keep it.
import-figures-told = What was traded, by source: CSV or XLSX of any statistics office.
import-status-table = Import a status table
import-status-table-told = Agreement, chapter, status, lead, remarks: the table a ministry keeps today.
import-status-table-lede = Each row moves its chapter by the rules of the chapter’s own page, and names who leads for our side. Remarks become the reason of the step; where nothing moves they are left out. A chapter that is not there is opened, where you may.
import-nomenclature = Import a nomenclature
import-nomenclature-told = What each code of the Harmonized System is called.
import-nomenclature-lede = A code, its description and, if you like, its level. What a code is called already is replaced.
import-opened = Chapters opened
import-moved = Chapters changed
import-commit-rows = { $count ->
    [one] Keep { $n } row
   *[other] Keep { $n } rows
}
what-rows-do = What the rows do
not-there-yet = not there yet
and-lead = and another lead
remarks-hint = Becomes the reason of the step.
level-hint = If it is chosen, a code that has another number of digits is refused.
field-of-agreement = Agreement
field-of-chapter = Chapter
field-of-status = Status
field-of-text_status = Status
field-of-lead = Lead
field-of-remarks = Remarks
field-of-reason = Remarks
field-of-description = Description
field-of-level = Level
nomenclature = Nomenclature
nomenclature-lede = The chapters of the Harmonized System, and below them the codes of the nomenclature that was imported.
all-hs-chapters = All chapters
description = Description
no-hs-lines = The nomenclature has no such code.
too-many-hs-lines = Only the first thousand are shown: narrow the search.
saved-nomenclature = The nomenclature is kept.
saved-status-table = The table is kept: every row went by the rules of its chapter.
error-no-such-status = “{ $argument }” is no status that is known here.
error-agreement-unknown = There is no agreement “{ $argument }” whose chapters you move.
error-no-such-chapter = The agreement has no such chapter, and you do not open chapters there.
error-chapter-not-clear = Several chapters are called so: name it by its number.
error-chapter-not-yours = This chapter is not yours to change.
error-not-the-level = The code has { $argument } digits, which is another level.
