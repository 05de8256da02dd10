### Meetings: their words, what their screens and forms say, and what can be wrong with them.

## Kinds of meeting. Each is also the standard title of a meeting of the kind.

meeting-kind-round = दौर
meeting-kind-special-round = विशेष दौर
meeting-kind-intersessional = अंतर-दौर बैठक
meeting-kind-stocktake = समीक्षा बैठक
meeting-kind-ministerial = मंत्रिस्तरीय बैठक
meeting-kind-joint-committee = संयुक्त समिति
meeting-kind-internal-preparation = आंतरिक तैयारी
round-number = दौर { $n }

## Where a meeting stands.

meeting-state-draft = मसौदा
meeting-state-open = घोषित
meeting-state-in-progress = जारी
meeting-state-closed = संपन्न
meeting-state-called-off = रद्द

## Before the reason why a meeting was taken to its state.

meeting-notice-draft = पुनः मसौदा बनाई गई:
meeting-notice-open = घोषित:
meeting-notice-in-progress = पुनः खोली गई:
meeting-notice-closed = संपन्न:
meeting-notice-called-off = रद्द की गई:

## Buttons that take a meeting to another state.

move-meeting-draft = पुनः मसौदा बनाएँ
move-meeting-open = बैठक घोषित करें
move-meeting-in-progress = बैठक आरंभ करें
move-meeting-closed = बैठक संपन्न करें
move-meeting-called-off = बैठक रद्द करें
move-meeting-reopen = बैठक पुनः खोलें

## How the delegations meet.

mode-in-person = प्रत्यक्ष
mode-virtual = वर्चुअल
mode-hybrid = मिश्रित

## Who sees what, and who may do what: rows of the tables of rights.

field-held-round = जारी और संपन्न दौर, स्थान और तिथियों सहित
field-planned-meeting = नियोजित बैठकें, और संपन्न बैठकें जो दौर नहीं हैं
field-meeting-heads = प्रतिनिधिमंडल प्रमुख और प्रतिनिधियों की संख्या
field-shared-agenda = सत्र और उनकी साझा कार्यसूची
field-outcome = सत्रों के निष्कर्ष
field-draft-meeting = बैठकों के मसौदे और आंतरिक तैयारियाँ
field-delegates = प्रतिनिधियों की सूचियाँ
field-minutes = कार्यवृत्त, और कार्यसूची के केवल हमारे विषय
act-hold-meetings = बैठकों की योजना बनाना, घोषित करना, आरंभ और संपन्न करना
act-write-sessions = सत्र में लिखना: कार्यसूची, दस्तावेज़, कार्यवृत्त और निष्कर्ष

## What changed, in the list of changes. Ends with a colon where values follow.

changed-meeting-plan = बैठक नियोजित:
changed-meeting-announce = बैठक घोषित:
changed-meeting-move = बैठक की स्थिति:
changed-meeting-number = संख्या:
changed-meeting-title = शीर्षक:
changed-meeting-mode = प्रणाली:
changed-meeting-host_party = मेज़बान:
changed-meeting-place = स्थान:
changed-meeting-zone = आयोजन-स्थल का समय क्षेत्र:
changed-meeting-dates = तिथियाँ:
changed-meeting-clock = आरंभ का समय:
changed-meeting-note = टिप्पणी:
changed-meeting-publisher = स्रोत:
changed-meeting-source_title = स्रोत का शीर्षक:
changed-meeting-verified = स्रोत की जाँच:
changed-meeting-our_head = हमारे प्रतिनिधिमंडल प्रमुख:
changed-meeting-their_head = उनके प्रतिनिधिमंडल प्रमुख:
changed-meeting-our_count = हमारे प्रतिनिधि:
changed-meeting-their_count = उनके प्रतिनिधि:
changed-meeting-our_delegates = हमारे प्रतिनिधियों की सूची:
changed-meeting-their_delegates = उनके प्रतिनिधियों की सूची:
changed-session-add = सत्र कार्यक्रम में जोड़ा गया
changed-session-agenda = साझा कार्यसूची:
changed-session-own_agenda = केवल हमारी कार्यसूची:
changed-session-outcome = निष्कर्ष:
changed-session-minute = कार्यवृत्त लिखा गया

## That something was saved. A sentence each.

saved-meeting = बैठक मसौदे के रूप में नियोजित हो गई है।
saved-meeting-state = बैठक की स्थिति दर्ज हो गई है।
saved-session = सत्र अद्यतन है।
saved-carried-over = लंबित विषय अब इस बैठक की कार्यसूची में हैं।

## What screens say.

meetings = बैठकें
meeting = बैठक
sessions = सत्र
next-meeting = अगली बैठक
no-meetings = अभी कोई बैठक नियोजित नहीं है।
meetings-ahead = आगामी
meetings-held = पिछली
dates-not-known = तिथियाँ ज्ञात नहीं
since-meeting = { $meeting } के बाद क्या बदला
changes-after-meeting = { $meeting } की समाप्ति के अगले दिन से
changes-from-hint = कोई दिन, या किसी बैठक का पता जैसे round-7: तब उसकी समाप्ति के अगले दिन से।
agenda = कार्यसूची
minutes = कार्यवृत्त
outcome = निष्कर्ष
no-sessions = अभी कोई अध्याय कार्यक्रम में नहीं है।
no-agenda = अभी कार्यसूची में कुछ नहीं है।
no-minutes = अभी कार्यवृत्त नहीं लिखा गया है।
no-outcome = अभी कोई निष्कर्ष दर्ज नहीं है।
agenda-items = { $count ->
    [one] कार्यसूची का { $n } विषय
   *[other] कार्यसूची के { $n } विषय
}
items-open = { $count ->
    [0] कोई लंबित नहीं
    [one] { $n } लंबित
   *[other] { $n } लंबित
}
item-open = लंबित
item-done = पूर्ण
ours-only = केवल हमारा
carried-over-from = { $meeting } से आगे लाया गया
taken-up-at = { $meeting } में लिया गया
open-items-wait = { $count ->
    [one] कार्यसूची का { $n } विषय पिछली बैठक में लंबित रहा।
   *[other] कार्यसूची के { $n } विषय पिछली बैठकों में लंबित रहे।
}
items-left-open = { $count ->
    [one] कार्यसूची का { $n } विषय लंबित है। इसे यहाँ आगे ले जाया जा सकता है:
   *[other] कार्यसूची के { $n } विषय लंबित हैं। इन्हें यहाँ आगे ले जाया जा सकता है:
}
opens = आरंभ
for-you = आपके समय के अनुसार: { $when }
delegates-count = { $count ->
    [one] { $n } प्रतिनिधि
   *[other] { $n } प्रतिनिधि
}
our-head = हमारे प्रतिनिधिमंडल प्रमुख
their-head = उनके प्रतिनिधिमंडल प्रमुख
our-delegates = हमारे प्रतिनिधि
their-delegates = उनके प्रतिनिधि
meeting-mode = प्रणाली
host = मेज़बान
verified = सत्यापित

## What forms say.

plan-meeting = बैठक की योजना बनाएँ
edit-meeting = बैठक संपादित करें
add-session = सत्र जोड़ें
write-session = इसमें लिखें: { $chapter }
carry-over = इन्हें इस बैठक में आगे लाएँ
plan-lede = बैठक मसौदे के रूप में आरंभ होती है, जिसे केवल प्रतिनिधिमंडल देखता है। जब यह ज्ञात हो सकती हो तब इसे घोषित करें।
dates = तिथियाँ
dates-hint = जितनी सटीक ज्ञात हों: कई दिनों के लिए 2026-12-05..07, एक दिन के लिए 2026-12-05, महीने के लिए 2026-12। तिथियाँ ज्ञात न हों तो रिक्त छोड़ें।
clock = आरंभ का समय
clock-hint = पहले दिन आयोजन-स्थल की घड़ी के अनुसार, जैसे 09:30। रिक्त छोड़ा जा सकता है।
venue-zone = आयोजन-स्थल का समय क्षेत्र
venue-zone-hint = IANA नाम से, जैसे America/Lima, America/Santiago या Asia/Kolkata।
place-hint = भवन और नगर, या वर्चुअल बैठक के मेज़बान का लिंक।
round-number-hint = केवल दौर के लिए।
meeting-address-hint = पृष्ठ के पते का अंतिम भाग: छोटे अक्षर a-z, अंक और योजक-चिह्न। रिक्त छोड़ने पर यह प्रकार और संख्या से निर्धारित होता है, जैसे round-9।
our-delegation = हमारा प्रतिनिधिमंडल
their-delegation = उनका प्रतिनिधिमंडल
our-count = हमारे प्रतिनिधियों की संख्या
their-count = उनके प्रतिनिधियों की संख्या
delegates-hint = प्रत्येक पंक्ति में एक। सूची केवल प्रतिनिधिमंडल देखता है।
meeting-note-hint = इसे वे सब देखते हैं जो बैठक देखते हैं। जहाँ स्रोतों में अंतर हो, वह अंतर बताएँ।
meeting-source = स्रोत, सार्वजनिक रूप से ज्ञात बातों के लिए
source-verified = स्रोत की जाँच की गई है
not-stated = उल्लेख नहीं
reason-after-closing = बैठक संपन्न हो चुकी है: बताएँ कि क्या गलत था।
minutes-hint = जो कहा गया, केवल प्रतिनिधिमंडल के लिए। अधिकतम 2,00,000 वर्ण।
outcome-hint = जिस पर सहमति हुई, कुछ वाक्यों में। इसे दोनों पक्ष देखते हैं।
outcome-hint-internal = जो निर्णय हुआ, कुछ वाक्यों में।
outcome-moves = निष्कर्ष से अध्याय की स्थिति बदलती है
leave-status = यथावत रहने दें
status-now = पाठ की वर्तमान स्थिति: { $status }
back-to-meeting = बैठक पर वापस जाएँ
item = विषय
item-order = क्रम
item-finished = पूर्ण
item-shared = भागीदार के साथ साझा
of-item = { $what }, पंक्ति { $n }
agenda-hint = जो साझा नहीं है वह केवल हमारा है। विषय हटाने के लिए पंक्ति रिक्त करें।
agenda-hint-internal = विषय हटाने के लिए पंक्ति रिक्त करें।

## What is wrong with one field. $argument is a number or a name.

error-state-unchanged = बैठक पहले से इसी स्थिति में है। संभव है किसी और ने यह पहले ही कर दिया हो।
error-state-not-next = बैठक एक-एक चरण आगे बढ़ती है, और केवल घोषित से मसौदे पर या संपन्न होने के बाद पीछे जाती है। वर्तमान स्थिति देखने के लिए पृष्ठ पुनः खोलें।
error-meeting-not-begun = बैठक अपने पहले दिन से पूर्व आरंभ नहीं हो सकती। तिथियाँ बदलें या उस दिन की प्रतीक्षा करें।
error-reason-for-calling-off = बैठक रद्द करने के लिए कारण आवश्यक है: क्यों और किसके निर्णय से।
error-number-for-round = दौर की संख्या आवश्यक है, जैसे 9।
error-number-for-rounds-only = संख्या केवल दौर की होती है। संख्या रिक्त छोड़ें, या प्रकार में दौर चुनें।
error-not-a-clock = यह समय नहीं है। इसे 09:30 की तरह लिखें।
error-clock-needs-day = समय के लिए दिन आवश्यक है। बैठक का पहला दिन दें, या समय रिक्त छोड़ें।
error-unknown-zone = ऐसा कोई समय क्षेत्र नहीं है। IANA नाम लिखें, जैसे America/Lima।
error-clock-skipped = उस दिन आयोजन-स्थल की घड़ियाँ इस समय को लाँघकर आगे बढ़ाई जाती हैं, इसलिए यह समय आता ही नहीं। पहले या बाद का समय चुनें।
error-meeting-address-taken = यह पता इस समझौते की किसी अन्य बैठक का है। कृपया दूसरा पता चुनें।
error-held-in-the-future = बैठक आरंभ हो चुकी है, और { $argument } के समय के अनुसार ये तिथियाँ अभी आनी हैं। तिथियाँ ठीक करें।
error-meeting-called-off = यह बैठक रद्द की गई थी और यथावत रखी गई है। दूसरी बैठक की योजना बनाएँ।
error-reason-for-closed-meeting = बैठक संपन्न हो चुकी है। बताएँ कि जो लिखा था उसमें क्या गलत था।
error-too-many-items = कार्यसूची में अधिकतम { $argument } विषय हो सकते हैं। कुछ विषयों को मिला दें।
error-chapter-of-another-agreement = यह अध्याय इस बैठक के समझौते का नहीं है। दिए गए अध्यायों में से एक चुनें।
error-meeting-over = यह बैठक संपन्न या रद्द हो चुकी है। संपन्न बैठक को मुख्य वार्ताकार या उच्च प्राधिकारी पुनः खोल सकते हैं।
error-session-exists = यह अध्याय पहले से कार्यक्रम में है।
error-outcome-for-step = निष्कर्ष में लिखें कि किस पर सहमति हुई, ताकि अध्याय की स्थिति बदलने का कारण ज्ञात हो।
error-item-taken-up = आपके हटाए विषय को बाद की बैठक में लिया जा चुका है। हटाने के स्थान पर उसे पूर्ण चिह्नित करें।
error-nothing-to-carry-over = पिछली बैठकों का कुछ भी लंबित नहीं है। संभव है किसी और ने उसे पहले ही आगे बढ़ा दिया हो।
error-meeting-without-days = इस बैठक की तिथियाँ ज्ञात नहीं हैं। कोई दिन दें।

# The pack.
pack = बैठक पुस्तिका
pack-open = बैठक पुस्तिका, छापने या साथ ले जाने के लिए
pack-of = { $meeting }: { $agreement } की पुस्तिका
pack-seen = जैसा { $who } देख सकते हैं, अनुमति: { $clearance }
pack-file = एक फ़ाइल के रूप में डाउनलोड करें
pack-file-hint = किसी भी ब्राउज़र में, बिना नेटवर्क के खुलती है।
