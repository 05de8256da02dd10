### The words of the trade. A key is the prefix of what is named and its code, as in stage-negotiating.
### Each word stands alone on a screen (in a tag, a table, a list to choose from), so it begins with a capital letter
### and takes no article, unless a comment says otherwise.

## The name of the product. It stays as it is in every language.

accord = Accord

## Stages of an agreement: where it stands now. The stage follows from the lifecycle events.

stage-proposed = Proposed
stage-joint-study = Joint study
stage-terms-of-reference = Terms of reference
stage-launched = Launched
stage-negotiating = Negotiating
stage-paused = Paused
stage-concluded-in-principle = Concluded in principle
# The lawyers of both sides go through the text word by word.
stage-legal-scrubbing = Legal scrubbing
# Each page is marked with the negotiators' initials; comes before signature.
stage-initialled = Initialled
stage-signed = Signed
stage-ratifying = Ratifying
stage-in-force = In force
stage-under-review = Under review
stage-terminated = Terminated

## Lifecycle events: what happened, or is planned, on a date.

event-proposed = Negotiation proposed
event-mandate-given = Mandate given
event-joint-study-begun = Joint study begun
event-joint-study-reported = Joint study reported
event-terms-of-reference-agreed = Terms of reference agreed
event-launched = Negotiations launched
event-round-held = Negotiating round
event-paused = Negotiations paused
event-resumed = Negotiations resumed
event-concluded-in-principle = Concluded in principle
event-legal-scrubbing-begun = Legal scrubbing begun
event-initialled = Initialled
event-signed = Signed
event-ratification-begun = Ratification begun
event-entered-into-force = Entered into force
event-review-begun = Review begun
event-terminated = Terminated

## What has become of an event's entry in the record.

standing = Standing
standing-stands = Stands
# Another entry replaced it. A small mark beside the event.
standing-corrected = Corrected
# Entered in error, or it did not happen. A small mark beside the event.
standing-withdrawn = Withdrawn

## Steps one party takes, by its own law, before an agreement enters into force.

ratification-executive-approval = Executive approval
ratification-laid-before-parliament = Laid before parliament
ratification-parliament-approval = Approval by parliament
ratification-instrument-deposited = Instrument of ratification deposited
# One party tells the other that its own procedures are complete.
ratification-partner-notified = Partner notified of completion

## Kinds of agreement, as their parties name them.

kind-fta = Free trade agreement (FTA)
kind-pta = Preferential trade agreement (PTA)
kind-cepa = Comprehensive economic partnership agreement (CEPA)
kind-ceca = Comprehensive economic cooperation agreement (CECA)
kind-ecta = Economic cooperation and trade agreement (ECTA)
kind-tepa = Trade and economic partnership agreement (TEPA)
kind-ceta = Comprehensive economic and trade agreement (CETA)
kind-framework = Framework agreement
kind-protocol = Protocol

## How this agreement stands to an earlier one; chosen from a list.

relation-implements = Implements the earlier one
relation-expands = Expands the earlier one
relation-supersedes = Supersedes the earlier one

## The same on the agreement's page, before the name of the other agreement: "Implements India–Chile framework agreement".

lineage-implements-earlier = Implements
lineage-implements-later = Implemented by
lineage-expands-earlier = Expands
lineage-expands-later = Expanded by
lineage-supersedes-earlier = Supersedes
lineage-supersedes-later = Superseded by

## The usual chapters of a new agreement; chosen from a list.

template-none = No chapters yet
template-pta = Usual chapters of a PTA
template-fta = Usual chapters of an FTA
template-cepa = Usual chapters of a CEPA

## Text track: where the text of a chapter stands.

text-not-started = Not started
text-proposals-exchanged = Proposals exchanged
# One document holding the proposals of all sides.
text-consolidated-text = Consolidated text
text-under-negotiation = Under negotiation
text-substantially-closed = Substantially closed
text-provisionally-closed = Provisionally closed
text-closed = Closed
# The lawyers have finished with the text.
text-scrubbed = Scrubbed

## Market-access track: where requests and offers of a chapter stand.

market-not-started = Not started
market-requests-exchanged = Requests exchanged
market-offers-exchanged = Offers exchanged
market-improved-offers = Improved offers
# "Ad ref" is short for ad referendum: agreed by the negotiators, subject to approval at home.
market-package-agreed-ad-ref = Package agreed ad ref
market-agreed = Agreed

## To whom a question is escalated. Also follows a dash in "Escalated 3 days ago – Ministers:".

escalation-chief-negotiators = Chief negotiators
escalation-ministers = Ministers

## Standard titles of chapters, by their kind.

chapter-initial-provisions = Initial provisions
chapter-goods = Trade in goods
chapter-rules-of-origin = Rules of origin
chapter-customs = Customs procedures and trade facilitation
chapter-sps = Sanitary and phytosanitary measures
chapter-tbt = Technical barriers to trade
# Anti-dumping, countervailing and safeguard measures.
chapter-trade-remedies = Trade remedies
chapter-services = Trade in services
chapter-financial-services = Financial services
chapter-telecommunications = Telecommunications
chapter-natural-persons = Movement of natural persons
chapter-investment = Investment
chapter-digital-trade = Digital trade
chapter-intellectual-property = Intellectual property
chapter-procurement = Government procurement
# Competition policy.
chapter-competition = Competition
chapter-state-enterprises = State-owned enterprises
chapter-smes = Small and medium enterprises
chapter-sustainable-development = Trade and sustainable development
chapter-labour = Labour
chapter-environment = Environment
chapter-gender = Trade and gender
chapter-cooperation = Economic cooperation
chapter-critical-minerals = Critical minerals
chapter-anti-corruption = Anti-corruption
chapter-good-regulatory-practice = Good regulatory practice
chapter-innovation = Innovation
chapter-dispute-settlement = Dispute settlement
chapter-transparency = Transparency
chapter-institutional = Institutional provisions
chapter-exceptions = Exceptions
chapter-final-provisions = Final provisions
chapter-other = Other

## Priority areas: whether one wants to win access with it, or to protect something at home.

stance-offensive = Offensive
stance-defensive = Defensive

## What a proposal asks for; begins a phrase: "Add 2. Pharmaceuticals".

wish-add = Add
wish-drop = Drop
wish-rerank = Re-rank

## What has become of a proposal.

proposal-pending = Pending
proposal-approved = Approved
proposal-refused = Refused
proposal-withdrawn = Withdrawn

## Kinds of milestone.

milestone-summit = Summit
milestone-state-visit = State visit
# Such as a ministerial conference of the WTO.
milestone-ministerial-conference = Ministerial conference
# Such as a session of a joint economic and trade committee (JETCO).
milestone-joint-committee = Session of a joint committee
milestone-other = Other event

## Clearances, lowest first: who may see a thing.

clearance-public = Public
clearance-partner = Partner
clearance-delegation = Delegation
clearance-chapter-team = Chapter team
clearance-principals = Principals

## Fields of the record that have a clearance of their own; rows of the table of clearances.

field-agreement = Agreement, its parties and kind
field-stage = Stage
field-held-event = Events held
field-planned-event = Events planned
field-ratification = Ratification steps
field-text-track = Chapters and their text track
field-leads = Leads of both sides
field-target-round = Target round
field-open-brackets = Number of open brackets
field-reason = Reasons given for a change
field-market-access = Market-access track
field-parked = Parked, and why
field-escalated = Escalated, to whom and with what question
field-internal-note = Team’s note
field-priorities = Priority areas, and what is proposed of them
field-milestone = Milestones

## Roles of a person in one agreement.

# A minister or secretary.
role-principal = Principal
role-chief = Chief negotiator
role-chapter-lead = Chapter lead
role-team-member = Team member
role-official = Official
# A guest from the partner's delegation.
role-partner = Partner’s guest

## What each role may see, as a sentence.

role-clearance-principal = A minister or secretary. Sees everything in the agreement, including what is kept for principals, and may do all that a chief negotiator may.
role-clearance-chief = Sees everything in the agreement, including what is kept for principals.
role-clearance-chapter-lead = Sees all that the chapter team sees in their own chapters, and what the delegation sees elsewhere.
role-clearance-team-member = Sees all that the chapter team sees in their own chapters, and what the delegation sees elsewhere.
role-clearance-official = Sees what the delegation sees, and changes nothing.
role-clearance-partner = Guest of one partner. Sees what both sides share: chapters with their text track, leads, target rounds and the number of open brackets.

## What can be done in an agreement; rows of the table of rights.

act-read-public = Read the agreement, its stage and its events
act-read-tracks = Read the chapters and their text track
act-read-reasons = Read reasons, market access, parked and escalated
act-read-notes = Read the team’s note
act-move-status = Move a chapter along its tracks
act-close-or-reopen = Close or reopen a chapter
act-park = Park or unpark a chapter
act-escalate = Escalate a question
act-answer-escalation = Answer an escalated question
act-edit-chapter = Edit a chapter’s card
act-open-chapters = Open or archive chapters
act-propose-priorities = Propose to add, drop or re-rank priority areas
act-approve-priorities = Approve or refuse what is proposed of them
# A chapter lead edits those linked to the chapter led.
act-edit-priorities = Edit a priority area
act-flag-for-minister = Flag a priority area for the minister
act-edit-agreement = Edit, relate or archive the agreement
act-record-events = Record, correct or withdraw lifecycle events
act-grant-roles = Grant or revoke roles

## Rights of the house: held beside roles, for no agreement in particular.

house-right-open-agreements = Open agreements
house-right-edit-programme = Edit the export programme
house-right-edit-barriers = Edit barriers
house-right-edit-milestones = Edit milestones
house-right-edit-trade-figures = Edit trade figures
# An embassy or other post abroad.
house-right-mission = Mission
house-right-administrator = Administrator

## What each right of the house allows, as a sentence.

house-right-told-open-agreements = Opens new agreements and becomes the chief negotiator of each.
house-right-told-edit-programme = Keeps the export programme: focus countries, sectors, targets, mission conferences with their action plans, and standing bodies.
house-right-told-edit-barriers = Keeps the list of non-tariff barriers and their status.
house-right-told-edit-milestones = Keeps the dated outside events that agreements work towards, such as a summit.
house-right-told-edit-trade-figures = Enters trade figures with their sources.
house-right-told-mission = Contributes to the export programme for the one country the mission is accredited to.
house-right-told-administrator = Keeps accounts and settings. Gives no clearance: an administrator sees no agreement by virtue of it.

## Appearance of the screen.

# Follows the setting of the computer or phone.
theme-system = As on this device
theme-light = Light
theme-dark = Dark

## What changed, in the list of changes. Ends with a colon where values follow:
## "Moved: Consolidated text → Under negotiation". The reason stands on the next line.

changed-agreement-open = Agreement opened:
changed-agreement-archive = Agreement archived
changed-agreement-restore = Agreement brought back
changed-agreement-relate = Placed in the lineage:
changed-agreement-stage = Stage:
changed-agreement-record = Ratification step recorded:
changed-agreement-name = Name:
changed-agreement-kind = Kind:
changed-agreement-home_party = Home party:
changed-agreement-lead_ministry = Lead ministry:
changed-agreement-objective = Objective:
changed-agreement-languages = Languages:
changed-agreement-parties = Parties:
changed-agreement-chief_negotiators = Chief negotiators:
changed-chapter-open = Chapter opened:
# Along its text track.
changed-chapter-move = Moved:
# Along the market-access track of a chapter.
changed-market-access-move = Market access moved:
# Closed although brackets are open; their number follows.
changed-chapter-override = Closed with brackets still open:
changed-chapter-park = Parked
changed-chapter-unpark = Unparked
# To whom follows.
changed-chapter-escalate = Escalated:
# The question follows; the answer stands on the next line.
changed-chapter-answer = Escalated question answered:
changed-chapter-archive = Chapter archived
changed-chapter-number = Number:
changed-chapter-title = Title:
changed-chapter-our_lead = Our lead:
changed-chapter-their_lead = Their lead:
changed-chapter-line_ministry = Line ministry:
changed-chapter-target_round = Target round:
changed-chapter-open_brackets = Open brackets:
changed-chapter-note = Team’s note:
# The event and its date follow.
changed-event-record = Event recorded:
# The event as it stands now follows.
changed-event-correct = Event corrected:
changed-event-withdraw = Event withdrawn
# The area follows, with its rank, stance, sector and owner.
changed-priority-add = Priority area added:
changed-priority-drop = Priority area dropped:
changed-priority-change = Priority area edited:
# The title of the area follows; told in the history of the chapter.
changed-priority-link = Linked to the priority area:
changed-priority-unlink = No longer linked to the priority area:
changed-priority-flag = Flagged for the minister:
changed-priority-unflag = No longer flagged for the minister:
# The titles follow in their order.
changed-priorities-rank = Order of the priority areas:
# What is asked for follows.
changed-proposal-propose = Proposed:
changed-proposal-approve = Proposal approved:
changed-proposal-approve-own = Own proposal approved:
changed-proposal-refuse = Proposal refused:
changed-proposal-withdraw = Proposal withdrawn:
# The milestone follows, with its kind, date and place.
changed-milestone-record = Milestone recorded:
changed-milestone-change = Milestone edited:
changed-milestone-tie = Milestone tied to this agreement:
changed-milestone-untie = Milestone no longer tied to this agreement:
changed-milestone-withdraw = Milestone withdrawn:
# The person and the role follow.
changed-grant-grant = Role granted:
changed-grant-revoke = Role revoked:

## Accounts of the demonstration: who each of them is. Shown beside the address of the account.

demo-account-chief = Chief negotiator: opens, closes and grants roles
demo-account-minister = Minister: a principal
demo-account-goods = Lead of trade in goods: records its steps
demo-account-services = Lead of trade in services: records its steps
demo-account-official = Official: reads
demo-account-adhikari = Official, in Hindi
demo-account-partner = Guest from Peru’s delegation, in Spanish
demo-account-statistics = Statistician: keeps trade figures, sees no agreement
demo-account-mission = Mission in Lima: fills the cells of Peru in the export programme
demo-account-admin = Administrator: keeps accounts, sees no agreement

## Names of parties, by code, as they are usually called. A party without a name here is shown as it was entered.

party-in = India
party-ae = United Arab Emirates
party-ar = Argentina
party-asean = ASEAN
party-au = Australia
party-bh = Bahrain
party-bo = Bolivia
party-br = Brazil
party-bt = Bhutan
party-ca = Canada
party-ch = Switzerland
party-cl = Chile
party-cn = China
party-co = Colombia
party-cr = Costa Rica
party-do = Dominican Republic
party-eaeu = Eurasian Economic Union
party-ec = Ecuador
party-efta = EFTA States
party-eu = European Union
party-gb = United Kingdom
party-gcc = Gulf Cooperation Council
party-id = Indonesia
party-il = Israel
party-is = Iceland
party-jp = Japan
party-kr = Republic of Korea
party-kw = Kuwait
party-li = Liechtenstein
party-lk = Sri Lanka
party-mercosur = Mercosur
party-mu = Mauritius
party-mv = Maldives
party-mx = Mexico
party-my = Malaysia
party-no = Norway
party-np = Nepal
party-nz = New Zealand
party-om = Oman
party-pa = Panama
party-pe = Peru
party-py = Paraguay
party-qa = Qatar
party-sa = Saudi Arabia
party-sacu = Southern African Customs Union
party-sg = Singapore
party-th = Thailand
party-us = United States
party-uy = Uruguay
party-vn = Viet Nam
