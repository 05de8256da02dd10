### The words of the trade. A key is the prefix of what is named and its code, as in stage-negotiating.
### Each word stands alone on a screen (in a tag, a table, a list to choose from), so it begins with a capital letter
### and takes no article, unless a comment says otherwise.

## The name of the product. It stays as it is in every language.

accord = Accord

## Stages of an agreement: where it stands now. The stage follows from the lifecycle events.

stage-proposed = प्रस्तावित
stage-joint-study = संयुक्त अध्ययन
stage-terms-of-reference = विचारार्थ विषय
stage-launched = वार्ता आरंभ
stage-negotiating = वार्ता जारी
stage-paused = वार्ता स्थगित
stage-concluded-in-principle = सिद्धांततः संपन्न
# The lawyers of both sides go through the text word by word.
stage-legal-scrubbing = विधिक परिशोधन
# Each page is marked with the negotiators' initials; comes before signature.
stage-initialled = आद्यक्षरित
stage-signed = हस्ताक्षरित
stage-ratifying = अनुसमर्थन जारी
stage-in-force = प्रवृत्त
stage-under-review = समीक्षाधीन
stage-terminated = समाप्त

## Lifecycle events: what happened, or is planned, on a date.

event-proposed = वार्ता का प्रस्ताव
event-mandate-given = अधिदेश प्रदान
event-joint-study-begun = संयुक्त अध्ययन आरंभ
event-joint-study-reported = संयुक्त अध्ययन की रिपोर्ट प्रस्तुत
event-terms-of-reference-agreed = विचारार्थ विषयों पर सहमति
event-launched = वार्ता का शुभारंभ
event-round-held = वार्ता दौर
event-paused = वार्ता स्थगित
event-resumed = वार्ता पुनः आरंभ
event-concluded-in-principle = वार्ता सिद्धांततः संपन्न
event-legal-scrubbing-begun = विधिक परिशोधन आरंभ
event-initialled = आद्यक्षर किए गए
event-signed = हस्ताक्षर किए गए
event-ratification-begun = अनुसमर्थन आरंभ
event-entered-into-force = प्रवृत्त हुआ
event-review-begun = समीक्षा आरंभ
event-terminated = समझौता समाप्त

## What has become of an event's entry in the record.

standing = दर्जा
standing-stands = मान्य
# Another entry replaced it. A small mark beside the event.
standing-corrected = संशोधित
# Entered in error, or it did not happen. A small mark beside the event.
standing-withdrawn = वापस ली गई

## Steps one party takes, by its own law, before an agreement enters into force.

ratification-executive-approval = कार्यपालिका का अनुमोदन
ratification-laid-before-parliament = संसद के पटल पर रखा गया
ratification-parliament-approval = संसद का अनुमोदन
ratification-instrument-deposited = अनुसमर्थन-पत्र जमा किया गया
# One party tells the other that its own procedures are complete.
ratification-partner-notified = भागीदार को प्रक्रिया पूर्ण होने की सूचना दी गई

## Kinds of agreement, as their parties name them.

kind-fta = मुक्त व्यापार समझौता (FTA)
kind-pta = अधिमानी व्यापार समझौता (PTA)
kind-cepa = व्यापक आर्थिक भागीदारी समझौता (CEPA)
kind-ceca = व्यापक आर्थिक सहयोग समझौता (CECA)
kind-ecta = आर्थिक सहयोग एवं व्यापार समझौता (ECTA)
kind-tepa = व्यापार एवं आर्थिक भागीदारी समझौता (TEPA)
kind-ceta = व्यापक आर्थिक एवं व्यापार समझौता (CETA)
kind-framework = रूपरेखा समझौता
kind-protocol = प्रोटोकॉल

## How this agreement stands to an earlier one; chosen from a list.

relation-implements = पूर्ववर्ती समझौते का कार्यान्वयन करता है
relation-expands = पूर्ववर्ती समझौते का विस्तार करता है
relation-supersedes = पूर्ववर्ती समझौते का अधिक्रमण करता है

## The same on the agreement's page, before the name of the other agreement: "Implements India–Chile framework agreement".

lineage-implements-earlier = जिसका कार्यान्वयन करता है:
lineage-implements-later = जिससे इसका कार्यान्वयन होता है:
lineage-expands-earlier = जिसका विस्तार करता है:
lineage-expands-later = जिससे इसका विस्तार होता है:
lineage-supersedes-earlier = जिसका अधिक्रमण करता है:
lineage-supersedes-later = जिससे इसका अधिक्रमण होता है:

## The usual chapters of a new agreement; chosen from a list.

template-none = अभी कोई अध्याय नहीं
template-pta = अधिमानी व्यापार समझौते (PTA) के सामान्य अध्याय
template-fta = मुक्त व्यापार समझौते (FTA) के सामान्य अध्याय
template-cepa = व्यापक आर्थिक भागीदारी समझौते (CEPA) के सामान्य अध्याय

## Text track: where the text of a chapter stands.

text-not-started = आरंभ नहीं
text-proposals-exchanged = प्रस्तावों का आदान-प्रदान
# One document holding the proposals of all sides.
text-consolidated-text = समेकित पाठ
text-under-negotiation = वार्ताधीन
text-substantially-closed = सारतः संपन्न
text-provisionally-closed = अनंतिम रूप से संपन्न
text-closed = संपन्न
# The lawyers have finished with the text.
text-scrubbed = परिशोधित

## Market-access track: where requests and offers of a chapter stand.

market-not-started = आरंभ नहीं
market-requests-exchanged = अनुरोधों का आदान-प्रदान
market-offers-exchanged = पेशकशों का आदान-प्रदान
market-improved-offers = बेहतर पेशकश
# "Ad ref" is short for ad referendum: agreed by the negotiators, subject to approval at home.
market-package-agreed-ad-ref = पैकेज पर सहमति (अनुमोदन-सापेक्ष)
market-agreed = सहमति प्राप्त

## To whom a question is escalated. Also follows a dash in "Escalated 3 days ago – Ministers:".

escalation-chief-negotiators = मुख्य वार्ताकार
escalation-ministers = मंत्रिगण

## Standard titles of chapters, by their kind.

chapter-initial-provisions = प्रारंभिक उपबंध
chapter-goods = वस्तु व्यापार
chapter-rules-of-origin = उद्गम के नियम
chapter-customs = सीमा शुल्क प्रक्रियाएँ एवं व्यापार सुगमीकरण
chapter-sps = स्वच्छता एवं पादप-स्वच्छता उपाय
chapter-tbt = व्यापार में तकनीकी बाधाएँ
# Anti-dumping, countervailing and safeguard measures.
chapter-trade-remedies = व्यापार उपचार
chapter-services = सेवा व्यापार
chapter-financial-services = वित्तीय सेवाएँ
chapter-telecommunications = दूरसंचार
chapter-natural-persons = नैसर्गिक व्यक्तियों की आवाजाही
chapter-investment = निवेश
chapter-digital-trade = डिजिटल व्यापार
chapter-intellectual-property = बौद्धिक संपदा
chapter-procurement = सरकारी खरीद
# Competition policy.
chapter-competition = प्रतिस्पर्धा
chapter-state-enterprises = सरकारी स्वामित्व वाले उद्यम
chapter-smes = लघु एवं मध्यम उद्यम
chapter-sustainable-development = व्यापार एवं सतत विकास
chapter-labour = श्रम
chapter-environment = पर्यावरण
chapter-gender = व्यापार एवं जेंडर
chapter-cooperation = आर्थिक सहयोग
chapter-critical-minerals = महत्वपूर्ण खनिज
chapter-anti-corruption = भ्रष्टाचार निरोध
chapter-good-regulatory-practice = उत्तम विनियामक पद्धति
chapter-innovation = नवाचार
chapter-dispute-settlement = विवाद निपटान
chapter-transparency = पारदर्शिता
chapter-institutional = संस्थागत उपबंध
chapter-exceptions = अपवाद
chapter-final-provisions = अंतिम उपबंध
chapter-other = अन्य

## Priority areas: whether one wants to win access with it, or to protect something at home.

stance-offensive = आक्रामक
stance-defensive = रक्षात्मक

## What a proposal asks for; begins a phrase: "Add 2. Pharmaceuticals".

wish-add = जोड़ें
wish-drop = हटाएँ
wish-rerank = क्रम बदलें

## What has become of a proposal.

proposal-pending = लंबित
proposal-approved = स्वीकृत
proposal-refused = अस्वीकृत
proposal-withdrawn = वापस लिया गया

## Kinds of milestone.

milestone-summit = शिखर सम्मेलन
milestone-state-visit = राजकीय यात्रा
# Such as a ministerial conference of the WTO.
milestone-ministerial-conference = मंत्रिस्तरीय सम्मेलन
# Such as a session of a joint economic and trade committee (JETCO).
milestone-joint-committee = संयुक्त समिति की बैठक
milestone-other = अन्य घटना

## Clearances, lowest first: who may see a thing.

clearance-public = सार्वजनिक
clearance-partner = भागीदार
clearance-delegation = प्रतिनिधिमंडल
clearance-chapter-team = अध्याय दल
clearance-principals = शीर्ष प्राधिकारी

## Fields of the record that have a clearance of their own; rows of the table of clearances.

field-agreement = समझौता, उसके पक्षकार और प्रकार
field-stage = चरण
field-held-event = घटित घटनाएँ
field-planned-event = नियोजित घटनाएँ
field-ratification = अनुसमर्थन की कार्रवाइयाँ
field-text-track = अध्याय और उनके पाठ की प्रगति
field-leads = दोनों पक्षों के प्रमुख
field-target-round = लक्षित दौर
field-open-brackets = खुले कोष्ठकों की संख्या
field-reason = परिवर्तन के बताए गए कारण
field-market-access = बाज़ार पहुँच की प्रगति
field-parked = लंबित रखा जाना और उसका कारण
field-escalated = उच्च स्तर को प्रेषण: किसे और किस प्रश्न के साथ
field-internal-note = दल की टिप्पणी
field-priorities = प्राथमिकता क्षेत्र और उन पर प्रस्ताव
field-milestone = प्रमुख पड़ाव

## Roles of a person in one agreement.

# A minister or secretary.
role-principal = शीर्ष प्राधिकारी
role-chief = मुख्य वार्ताकार
role-chapter-lead = अध्याय प्रमुख
role-team-member = दल सदस्य
role-official = अधिकारी
# A guest from the partner's delegation.
role-partner = भागीदार पक्ष के अतिथि

## What each role may see, as a sentence.

role-clearance-principal = मंत्री या सचिव। समझौते की समस्त जानकारी देख सकते हैं, जिसमें केवल शीर्ष प्राधिकारियों के लिए रखी गई जानकारी भी सम्मिलित है, और वे सभी कार्य कर सकते हैं जो मुख्य वार्ताकार कर सकते हैं।
role-clearance-chief = समझौते की समस्त जानकारी देख सकते हैं, जिसमें केवल शीर्ष प्राधिकारियों के लिए रखी गई जानकारी भी सम्मिलित है।
role-clearance-chapter-lead = अपने अध्यायों में वह सब देख सकते हैं जो अध्याय दल देखता है, और अन्य अध्यायों में वह जो प्रतिनिधिमंडल देखता है।
role-clearance-team-member = अपने अध्यायों में वह सब देख सकते हैं जो अध्याय दल देखता है, और अन्य अध्यायों में वह जो प्रतिनिधिमंडल देखता है।
role-clearance-official = वह सब देख सकते हैं जो प्रतिनिधिमंडल देखता है, पर कोई परिवर्तन नहीं करते।
role-clearance-partner = किसी एक भागीदार के अतिथि। वह जानकारी देख सकते हैं जो दोनों पक्षों की साझी है: अध्याय और उनके पाठ की प्रगति, प्रमुख, लक्षित दौर और खुले कोष्ठकों की संख्या।

## What can be done in an agreement; rows of the table of rights.

act-read-public = समझौता, उसका चरण और घटनाएँ पढ़ना
act-read-tracks = अध्याय और उनके पाठ की प्रगति पढ़ना
act-read-reasons = कारण, बाज़ार पहुँच, लंबित रखे गए और उच्च स्तर को प्रेषित विषय पढ़ना
act-read-notes = दल की टिप्पणी पढ़ना
act-move-status = अध्याय की प्रगति की स्थिति बदलना
act-close-or-reopen = अध्याय संपन्न करना या पुनः खोलना
act-park = अध्याय लंबित रखना या पुनः सक्रिय करना
act-escalate = प्रश्न उच्च स्तर को भेजना
act-answer-escalation = उच्च स्तर को प्रेषित प्रश्न का उत्तर देना
act-edit-chapter = अध्याय का विवरण संपादित करना
act-open-chapters = अध्याय आरंभ करना या अभिलेखागार में रखना
act-propose-priorities = प्राथमिकता क्षेत्र जोड़ने, हटाने या क्रम बदलने का प्रस्ताव करना
act-approve-priorities = उन पर प्रस्तावों को स्वीकृत या अस्वीकृत करना
# A chapter lead edits those linked to the chapter led.
act-edit-priorities = प्राथमिकता क्षेत्र संपादित करना
act-flag-for-minister = प्राथमिकता क्षेत्र को मंत्री के लिए चिह्नित करना
act-edit-agreement = समझौता संपादित करना, उसे अन्य समझौते से जोड़ना या अभिलेखागार में रखना
act-record-events = घटनाएँ दर्ज करना, संशोधित करना या वापस लेना
act-grant-roles = भूमिकाएँ प्रदान करना या वापस लेना

## Rights of the house: held beside roles, for no agreement in particular.

house-right-open-agreements = समझौते आरंभ करना
house-right-edit-programme = निर्यात कार्यक्रम संपादित करना
house-right-edit-barriers = बाधाएँ संपादित करना
house-right-edit-milestones = प्रमुख पड़ाव संपादित करना
house-right-edit-trade-figures = व्यापार आँकड़े संपादित करना
# An embassy or other post abroad.
house-right-mission = विदेश स्थित मिशन
house-right-administrator = प्रशासक

## What each right of the house allows, as a sentence.

house-right-told-open-agreements = नए समझौते आरंभ करते हैं और उनमें से प्रत्येक के मुख्य वार्ताकार बन जाते हैं।
house-right-told-edit-programme = निर्यात कार्यक्रम का रखरखाव करते हैं: केंद्रित देश, क्षेत्र, लक्ष्य, मिशन सम्मेलन और उनकी कार्य योजनाएँ, और स्थायी निकाय।
house-right-told-edit-barriers = गैर-टैरिफ़ बाधाओं की सूची और उनकी स्थिति का रखरखाव करते हैं।
house-right-told-edit-milestones = उन बाह्य आयोजनों की तिथियों का रखरखाव करते हैं जिन्हें ध्यान में रखकर समझौतों पर कार्य होता है, जैसे शिखर सम्मेलन।
house-right-told-edit-trade-figures = व्यापार आँकड़े उनके स्रोत सहित दर्ज करते हैं।
house-right-told-mission = जिस एक देश के लिए मिशन प्रत्यायित है, उसके संबंध में निर्यात कार्यक्रम में योगदान देते हैं।
house-right-told-administrator = खातों और सेटिंग का रखरखाव करते हैं। इससे कोई अनुमति-स्तर नहीं मिलता: केवल प्रशासक होने के नाते कोई समझौता नहीं देखा जा सकता।

## Appearance of the screen.

# Follows the setting of the computer or phone.
theme-system = इस उपकरण के अनुसार
theme-light = हल्का
theme-dark = गहरा

## What changed, in the list of changes. Ends with a colon where values follow:
## "Moved: Consolidated text → Under negotiation". The reason stands on the next line.

changed-agreement-open = समझौता आरंभ किया गया:
changed-agreement-archive = समझौता अभिलेखागार में रखा गया
changed-agreement-restore = समझौता वापस लाया गया
changed-agreement-relate = समझौता-क्रम में जोड़ा गया:
changed-agreement-stage = चरण:
changed-agreement-record = अनुसमर्थन की कार्रवाई दर्ज की गई:
changed-agreement-name = नाम:
changed-agreement-kind = प्रकार:
changed-agreement-home_party = अपना पक्ष:
changed-agreement-lead_ministry = नोडल मंत्रालय:
changed-agreement-objective = उद्देश्य:
changed-agreement-languages = भाषाएँ:
changed-agreement-parties = पक्षकार:
changed-agreement-chief_negotiators = मुख्य वार्ताकार:
changed-chapter-open = अध्याय आरंभ किया गया:
# Along its text track.
changed-chapter-move = स्थिति बदली गई:
# Along the market-access track of a chapter.
changed-market-access-move = बाज़ार पहुँच की स्थिति बदली गई:
# Closed although brackets are open; their number follows.
changed-chapter-override = खुले कोष्ठकों के रहते संपन्न किया गया:
changed-chapter-park = लंबित रखा गया
changed-chapter-unpark = पुनः सक्रिय किया गया
# To whom follows.
changed-chapter-escalate = उच्च स्तर को प्रेषित:
# The question follows; the answer stands on the next line.
changed-chapter-answer = उच्च स्तर को प्रेषित प्रश्न का उत्तर दिया गया:
changed-chapter-archive = अध्याय अभिलेखागार में रखा गया
changed-chapter-number = संख्या:
changed-chapter-title = शीर्षक:
changed-chapter-our_lead = हमारे प्रमुख:
changed-chapter-their_lead = दूसरे पक्ष के प्रमुख:
changed-chapter-line_ministry = संबंधित मंत्रालय:
changed-chapter-target_round = लक्षित दौर:
changed-chapter-open_brackets = खुले कोष्ठक:
changed-chapter-note = दल की टिप्पणी:
# The event and its date follow.
changed-event-record = घटना दर्ज की गई:
# The event as it stands now follows.
changed-event-correct = घटना संशोधित की गई:
changed-event-withdraw = घटना वापस ली गई
# The area follows, with its rank, stance, sector and owner.
changed-priority-add = प्राथमिकता क्षेत्र जोड़ा गया:
changed-priority-drop = प्राथमिकता क्षेत्र हटाया गया:
changed-priority-change = प्राथमिकता क्षेत्र संपादित:
# The title of the area follows; told in the history of the chapter.
changed-priority-link = इस प्राथमिकता क्षेत्र से जोड़ा गया:
changed-priority-unlink = इस प्राथमिकता क्षेत्र से अब नहीं जुड़ा:
changed-priority-flag = मंत्री के लिए चिह्नित:
changed-priority-unflag = मंत्री के लिए अब चिह्नित नहीं:
# The titles follow in their order.
changed-priorities-rank = प्राथमिकता क्षेत्रों का क्रम:
# What is asked for follows.
changed-proposal-propose = प्रस्तावित:
changed-proposal-approve = प्रस्ताव स्वीकृत:
changed-proposal-approve-own = अपना प्रस्ताव स्वीकृत:
changed-proposal-refuse = प्रस्ताव अस्वीकृत:
changed-proposal-withdraw = प्रस्ताव वापस लिया गया:
# The milestone follows, with its kind, date and place.
changed-milestone-record = पड़ाव दर्ज:
changed-milestone-change = पड़ाव संपादित:
changed-milestone-tie = पड़ाव इस समझौते से जोड़ा गया:
changed-milestone-untie = पड़ाव इस समझौते से अब नहीं जुड़ा:
changed-milestone-withdraw = पड़ाव वापस लिया गया:
# The person and the role follow.
changed-grant-grant = भूमिका प्रदान की गई:
changed-grant-revoke = भूमिका वापस ली गई:

## Accounts of the demonstration: who each of them is. Shown beside the address of the account.

demo-account-chief = मुख्य वार्ताकार: आरंभ और संपन्न करते हैं तथा भूमिकाएँ प्रदान करते हैं
demo-account-minister = मंत्री: शीर्ष प्राधिकारी
demo-account-goods = वस्तु व्यापार के प्रमुख: उसकी प्रगति दर्ज करते हैं
demo-account-services = सेवा व्यापार के प्रमुख: उसकी प्रगति दर्ज करते हैं
demo-account-official = अधिकारी: केवल पढ़ते हैं
demo-account-adhikari = अधिकारी, हिंदी में
demo-account-partner = पेरू के प्रतिनिधिमंडल के अतिथि, स्पेनी में
demo-account-statistics = सांख्यिकी: व्यापार के आँकड़े रखती है, कोई समझौता नहीं देखती
demo-account-mission = लीमा स्थित मिशन: निर्यात कार्यक्रम में पेरू के खाने भरता है
demo-account-admin = प्रशासक: खातों का रखरखाव करते हैं, कोई समझौता नहीं देखते

## Names of parties, by code, as they are usually called. A party without a name here is shown as it was entered.

party-in = भारत
party-ae = संयुक्त अरब अमीरात
party-ar = अर्जेंटीना
party-asean = आसियान
party-au = ऑस्ट्रेलिया
party-bh = बहरीन
party-bo = बोलीविया
party-br = ब्राज़ील
party-bt = भूटान
party-ca = कनाडा
party-ch = स्विट्ज़रलैंड
party-cl = चिली
party-cn = चीन
party-co = कोलंबिया
party-cr = कोस्टा रिका
party-do = डोमिनिकन गणराज्य
party-eaeu = यूरेशियाई आर्थिक संघ
party-ec = इक्वाडोर
party-efta = ईएफटीए देश
party-eu = यूरोपीय संघ
party-gb = यूनाइटेड किंगडम
party-gcc = खाड़ी सहयोग परिषद
party-id = इंडोनेशिया
party-il = इज़राइल
party-is = आइसलैंड
party-jp = जापान
party-kr = कोरिया गणराज्य
party-kw = कुवैत
party-li = लिकटेंस्टीन
party-lk = श्रीलंका
party-mercosur = मर्कोसुर
party-mu = मॉरीशस
party-mv = मालदीव
party-mx = मेक्सिको
party-my = मलेशिया
party-no = नॉर्वे
party-np = नेपाल
party-nz = न्यूज़ीलैंड
party-om = ओमान
party-pa = पनामा
party-pe = पेरू
party-py = पराग्वे
party-qa = कतर
party-sa = सऊदी अरब
party-sacu = दक्षिणी अफ्रीकी सीमा शुल्क संघ
party-sg = सिंगापुर
party-th = थाईलैंड
party-us = संयुक्त राज्य अमेरिका
party-uy = उरुग्वे
party-vn = वियतनाम
