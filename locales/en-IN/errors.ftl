### What went wrong, and what to do about it. Kind, exact, and never blaming.

## A page or an act that failed: a title, and advice under it.

failure-not-found = There is nothing here for you
failure-not-found-advice = The address may be mistyped, the page may have been moved, or it may be one you have no right to see.
failure-sign-in-required = Please sign in
failure-sign-in-required-advice = You are not signed in, or your session has ended. Sign in and try again.
failure-invalid = This could not be saved yet
failure-invalid-advice = Go back, check what you entered, and try again. Nothing was changed.
failure-conflict = Somebody else saved first
failure-conflict-advice = Nothing was changed, and nothing you wrote is lost. Compare the two edits, adjust yours, and save again.
failure-too-many = Too many attempts
# $n is the number of seconds.
failure-too-many-advice = { $count ->
    [one] Please wait { $n } second, then try again.
   *[other] Please wait { $n } seconds, then try again.
}
failure-too-large = This is too large
failure-too-large-advice = What you sent is larger than this form may be. Shorten the text or choose a smaller file, and send it again.
failure-unreadable = This could not be read
failure-unreadable-advice = What arrived was not a complete form. Go back, open the page again, and send it once more.
failure-cross-site = This came from another site
failure-cross-site-advice = For your safety, Accord accepts changes only from its own pages. Open the page in Accord and try again there.
failure-internal = Something went wrong in Accord
failure-internal-advice = It is not your doing, and it has been noted. Try again in a moment; if it goes on, tell the administrator.
# Shown in the form when there is no connection.
failure-unreachable = Accord cannot be reached. Nothing was recorded and what you wrote is still here: try again when the connection is back.

## What is wrong with one field of a form. $argument is a number or a code, already written for the reader.

error-required = This is needed: fill it in or choose.
error-unknown-choice = Choose one of the values offered.
error-too-long = This is too long: use at most { $argument } characters.
error-too-large = This is too large: enter at most { $argument }.
error-not-a-count = Enter a whole number, such as 0 or 12.
error-control-character = This holds an invisible character that cannot be kept. Type it anew instead of pasting it.
error-not-a-slug = Use small letters a–z, digits and single hyphens, at most 60 characters, such as india-peru.
error-slug-taken = Another agreement has this address. Choose a different one.
error-address-taken = Another chapter of this agreement has this address. Choose a different one.

## Dates and sources

error-not-a-date = This is not a date. Write it as 2018, 2018-04, 2018-04-03, 2018-04-03..06 or ..2018-12-07.
error-not-a-day = This is not a day. Write it as 2018-04-03.
error-ends-before-start = The end lies before the start. Check both days.
error-in-the-future = This date is still to come. Correct the date, or enter what is only planned or expected as such.
error-source-required = A date needs its source: name who says so.
error-event-superseded = This entry was corrected or withdrawn in the meantime. Go back to the agreement and choose the entry that stands.

## Parties and lineage

error-not-a-party = Give the code of a party: 2 to 8 letters, such as PE or EFTA.
# $argument is the code of a party.
error-party-twice = { $argument } is named twice. Name each party once.
error-not-a-party-here = Choose one of the parties offered for this agreement.
error-no-such-agreement = You have no role in an agreement with this address. Check it, or ask its chief negotiator for a role.
error-related-to-itself = An agreement cannot follow itself. Give the address of an earlier one.
error-lineage-circle = That agreement comes after this one already, so it cannot also come before it.

## Chapters

error-title-for-other = A chapter of the kind Other needs a title of its own.
error-chapter-parked = The chapter is parked. Unpark it before moving it.
error-status-unchanged = Choose a status other than the present one.
error-closing-needs-chief = Only a chief negotiator or a principal closes a chapter. Ask one of them to record this step.
error-reopening-needs-chief = Only a chief negotiator or a principal reopens a chapter. Ask one of them to record this step.
error-reason-for-going-back = Going back needs a reason: say why, and on what authority.
error-not-in-scrubbing = A text is scrubbed only once the agreement is in legal scrubbing. Record that event first.
# $argument is the number of open brackets.
error-brackets-open = Brackets are still open ({ $argument }). Settle them first, or tick the box to close all the same and give the reason.
error-reason-for-override = Closing with brackets open needs a reason: say why, and on what authority.
error-reopen-before-brackets = The text is closed. Reopen the chapter before adding open brackets.
error-no-market-access = This chapter has no market-access track. Leave it as it is.
error-already-parked = The chapter is parked already.
error-not-parked = The chapter is not parked.
error-reason-for-parking = Parking needs a reason: say what the chapter is waiting for.
error-not-escalated = There is no escalated question to answer. Somebody may have answered it already.

## Priority areas and milestones

error-priorities-full = The list is full: it holds at most { $argument } areas. Propose to drop one first.
# $argument is the last rank there may be.
error-no-such-rank = There is no such rank. Enter a number from 1 to { $argument }.
# $argument is how many areas there are.
error-ranks-each-once = Give each area a rank of its own, from 1 to { $argument }.
error-order-unchanged = This is the order that stands. Move an area first.
error-no-such-priority = Choose an area of the list as it stands.
error-not-a-chapter-here = Choose chapters of this agreement.
error-proposal-settled = This proposal has been decided or withdrawn in the meantime. There is nothing left to decide.
error-proposal-outdated = The list has changed since this was proposed, so it cannot be approved as it is. Refuse it, or ask for a new proposal.

## Accounts, passwords and roles

error-not-an-email = This is not an e-mail address. Write it in full, such as name@ministry.example.
error-email-taken = Another account has this e-mail address.
error-wrong-sign-in = The e-mail address or the password is wrong. Check both and try again.
error-wrong-password = This is not your present password. Type it again.
error-password-short = Use at least { $argument } characters.
error-password-is-email = The password must not be the e-mail address. Choose another.
error-password-unchanged = This is the present password. Choose a new one.
error-passwords-differ = The two new passwords differ. Type the same one twice.
error-no-such-account = No active account has this e-mail address. Check it, or ask an administrator to add the account.
error-role-held = This person holds this role already.
error-not-yourself = Nobody does this for themselves. Ask another person who has the right.
error-agreement-archived = This agreement is archived. Bring it back before you change it.
error-already-archived = This agreement is archived already.
error-not-archived = This agreement is not archived.

## Of documents

error-document-approved-already = This version is approved already. Edit it to begin a new draft.
error-document-drafted-already = Somebody has drafted it already. Open it to edit it.
error-report-before-meeting = A report is drafted once the meeting has begun.
error-report-not-approved = Approve the version before you publish it.
error-report-published-already = This version is published already.
error-readers-not-confirmed = Tick the box to confirm that these readers may know all of it.
