### What the screens say: titles, headings of tables, sentences.

## Around every screen

skip-to-content = मुख्य सामग्री पर जाएँ
main-navigation = मुख्य नेविगेशन
# Read aloud before the links that lead back: Portfolio / India–Peru FTA / Chapter 2.
breadcrumb = आप यहाँ हैं
portfolio = वार्ता-सूची
# The screen that shows who may do and see what.
rights = अधिकार
administration = प्रशासन
my-account = मेरा खाता
sign-out = लॉग आउट करें
foot-confidential = गोपनीय। प्रत्येक व्यक्ति केवल वही देख सकता है जो उसके अनुमति-स्तर में आता है।
foot-demo = प्रदर्शन। सार्वजनिक तथ्य उनके स्रोत सहित दिखाए गए हैं; जिस पर 'उदाहरणात्मक' अंकित है, वह काल्पनिक है।
# At the foot of a printed page. $who is a person's name, and may be empty; $when is a day and time.
printed-by = { $when } को मुद्रित। { $who }
back-to-portfolio = वार्ता-सूची पर लौटें

## Small marks beside a fact. They begin with a small letter.

# Invented for the demonstration.
illustrative = उदाहरणात्मक
# Of an event that has not happened yet.
planned = नियोजित
# Of a step of ratification that has not been taken yet; in the column of dates.
expected = अपेक्षित
# Of a source nobody has checked.
unverified = असत्यापित
# Of a change entered from earlier records, not as it happened.
imported = पूर्व अभिलेखों से

## Times and dates

ago-today = आज
ago-yesterday = बीते कल
ago-days = { $count ->
    [one] { $n } दिन पहले
   *[other] { $n } दिन पहले
}
ahead-days = { $count ->
    [one] { $n } दिन बाद
   *[other] { $n } दिन बाद
}
# How long a status has lasted; fills $time of status-for.
days = { $count ->
    [0] एक दिन से कम समय
    [one] { $n } दिन
   *[other] { $n } दिन
}
# From one day to another.
date-range = { $from } से { $to } तक
# Known only by the day it ended.
date-until = { $to } तक

## Words of tables and cards

agreement = समझौता
chapter = अध्याय
chapters = अध्याय
stage = चरण
partner = भागीदार
parties = पक्षकार
party = पक्षकार
# Heading above the number of chapters whose text is closed.
closed = संपन्न
open-brackets = खुले कोष्ठक
last-movement = नवीनतम प्रगति
# Heading above the marks that call for attention.
look-here = ध्यान दें
# Of a chapter: set aside for now, with a reason.
parked = लंबित रखा गया
# Of a chapter: its question lies with the chief negotiators or ministers.
escalated = उच्च स्तर को प्रेषित
# Of an agreement: no longer in the portfolio.
archived = अभिलेखागार में
text-track = पाठ की प्रगति
market-access = बाज़ार पहुँच
# Heading above the day a chapter's text reached its status.
since = कब से
# Heading above a chapter's number, abbreviated.
number-short = क्र.
date = तिथि
source = स्रोत
# Of ratification: what was done.
step = कार्रवाई
state = स्थिति
role = भूमिका
manage = प्रबंधन
at-a-glance = एक दृष्टि में
our-lead = हमारे प्रमुख
their-lead = दूसरे पक्ष के प्रमुख
line-ministry = संबंधित मंत्रालय
target-round = लक्षित दौर
lead-ministry = नोडल मंत्रालय
chief-negotiators = मुख्य वार्ताकार
languages = भाषाएँ
objective = उद्देश्य
history = इतिवृत्त
no-changes = अभी तक कोई परिवर्तन नहीं हुआ है।
field = मद

## Portfolio

negotiations = { $count ->
    [0] कोई वार्ता नहीं
    [one] { $n } वार्ता
   *[other] { $n } वार्ताएँ
}
# Follows a dot: "5 negotiations · as recorded 23 Nov 2026, 11:05".
as-recorded = { $when } तक दर्ज स्थिति
all-stages = सभी चरण
all-partners = सभी भागीदार
name-contains = नाम में शामिल शब्द
# A box to tick: show archived agreements instead.
archived-ones = अभिलेखागार में रखे गए
# The button that applies the filters.
show = दिखाएँ
clear-filters = फ़िल्टर हटाएँ
no-match = इन फ़िल्टर के अनुरूप कोई समझौता नहीं है।
no-agreements = अभी किसी समझौते में आपकी कोई भूमिका नहीं है। कृपया किसी समझौते के मुख्य वार्ताकार से भूमिका प्रदान करने का अनुरोध करें।
no-chapters-yet = अभी कोई अध्याय नहीं
# Under an agreement's name. $parties and $earlier are names: "Chile, after India–Chile PTA".
after-agreement = { $parties }, { $earlier } के पश्चात
# In a narrow column: chapters closed, of all. Both are numbers.
of-total = { $part } / { $total }
# The same as a phrase: "2 of 14 closed". Both are numbers.
closed-of = { $total } में से { $part } संपन्न
flag-escalated = { $count ->
    [one] { $n } उच्च स्तर को प्रेषित
   *[other] { $n } उच्च स्तर को प्रेषित
}
flag-parked = { $count ->
    [one] { $n } लंबित रखा गया
   *[other] { $n } लंबित रखे गए
}
# Begins the spoken description of the row of vessels: "14 chapters, 2 closed, 5 under negotiation, 1 parked".
chapters-count = { $count ->
    [one] { $n } अध्याय
   *[other] { $n } अध्याय
}
# Read aloud before the explanation of the vessels.
legend = पात्र-चिह्नों का अर्थ
# The thin line under a vessel.
legend-market = रेखा: बाज़ार पहुँच
latest-movements = हाल की प्रगति
# Read aloud before the links from page to page.
pages = वार्ता-सूची के पृष्ठ
page-before = पिछला पृष्ठ
page-after = अगला पृष्ठ
page-of = पृष्ठ { $page } / { $pages }

## Agreement

lifecycle = घटनाक्रम
no-events = अभी तक कोई घटना दर्ज नहीं की गई है।
recent-changes = हाल के परिवर्तन
# A link beside an event; $what is the event, as in Negotiating round.
correct-event = संशोधित करें: { $what }
# $claim is a date, a place, or both: "April 2018, Lima".
other-source-says = एक अन्य स्रोत के अनुसार: { $claim }।
ratification = अनुसमर्थन
no-ratification = अनुसमर्थन की कोई कार्रवाई अभी तक दर्ज नहीं की गई है।
# The agreements before and after this one: framework, PTA, expansion, CEPA.
lineage = समझौता-क्रम
no-lineage = यह किसी पूर्ववर्ती समझौते का परवर्ती नहीं है, और अभी इसका कोई परवर्ती समझौता भी नहीं है।
people = भूमिकाधारी
people-lede = इस समझौते में किसकी क्या भूमिका है। इसके मुख्य वार्ताकार या शीर्ष प्राधिकारी भूमिकाएँ प्रदान करते हैं और वापस लेते हैं; कोई भी स्वयं को भूमिका प्रदान नहीं करता।
# Heading above the chapter or the party a role is limited to.
limited-to = किस तक सीमित

## Chapter

# The last of the links that lead back. $n is the chapter's number.
chapter-number = अध्याय { $n }
# $status is a status of the text track, $time how long it has lasted: "Under negotiation for 31 days".
status-for = { $status }, { $time } से
# Follows a dot, so it begins with a small letter.
brackets = { $count ->
    [0] कोई खुला कोष्ठक नहीं
    [one] { $n } खुला कोष्ठक
   *[other] { $n } खुले कोष्ठक
}
# Follows a dot. $round is as somebody wrote it: "Round 11, Lima".
target = लक्ष्य: { $round }
# The reason follows. $when is as in "today" or "3 days ago".
parked-since = { $when } लंबित रखा गया:
# The question follows. $to is "Chief negotiators" or "Ministers"; $when is as in "today" or "3 days ago".
escalated-since = { $when } उच्च स्तर को प्रेषित - { $to }:
# Internal; seen by the chapter's team and principals alone.
team-note = दल की टिप्पणी
no-note = दल ने अभी तक कोई टिप्पणी नहीं लिखी है।

## Priority areas

priorities = प्राथमिकता क्षेत्र
priorities-lede = इस समझौते में जो सबसे महत्वपूर्ण है, क्रम से। सूची का हर बदलाव एक व्यक्ति प्रस्तावित करता है और मुख्य वार्ताकार या शीर्ष प्राधिकारी स्वीकृत करते हैं।
priorities-all = सभी प्राथमिकता क्षेत्र और प्रस्ताव
priorities-all-and = { $count ->
    [one] { $n } और प्राथमिकता क्षेत्र, तथा प्रस्ताव
   *[other] { $n } और प्राथमिकता क्षेत्र, तथा प्रस्ताव
}
no-priorities = अभी कोई प्राथमिकता क्षेत्र तय नहीं हुआ है।
priority-area = प्राथमिकता क्षेत्र
rank = स्थान
stance = रुख़
sector = उद्योग क्षेत्र
owner = उत्तरदायी
# The minister's flag on a priority area.
for-minister = मंत्री के लिए
priorities-overtaken = आपके यह पृष्ठ खोलने के बाद सूची बदल गई है और कुछ भी प्रस्तावित नहीं हुआ। नीचे वह है जो अभी लागू है: अपना क्रम फिर से बनाएँ।
proposals-pending = प्रस्तावित, निर्णय की प्रतीक्षा में
no-proposals = कोई प्रस्ताव नहीं है।
proposals-decided = पहले के निर्णय
proposal = प्रस्ताव
# A mark on a proposal that no longer fits the list.
outdated = अब मेल नहीं खाता
outdated-told = प्रस्ताव के बाद सूची बदल गई है, इसलिए इसे ज्यों का त्यों स्वीकृत नहीं किया जा सकता।
decide-proposal = पढ़ें और निर्णय लें
show-proposal = प्रस्ताव पढ़ें
proposal-approved-own = प्रस्ताव और स्वीकृति एक ही व्यक्ति की
# The title of the area follows. $rank is a number.
asked-add = स्थान { $rank } पर जोड़ें:
asked-drop = हटाएँ:
asked-rerank = { $count ->
    [one] { $n } क्षेत्र का स्थान बदलें
   *[other] { $n } क्षेत्रों के स्थान बदलें
}
# Follows the title of an area. $rank is a number.
rank-was = पहले { $rank }
wanted-order = वांछित क्रम
proposed-by = प्रस्तावक
decision-reason = निर्णय का कारण

## Timeline

timeline = समयरेखा
timeline-with-milestones = पड़ावों सहित समयरेखा
timeline-problem = यह अवधि दिखाई नहीं जा सकती
timeline-none = इस अवधि में कुछ दर्ज नहीं है।
timeline-entries = { $count ->
    [one] { $n } प्रविष्टि
   *[other] { $n } प्रविष्टियाँ
}
# $from and $to are days, $entries is as in "12 entries".
timeline-told = { $from } से { $to } तक · { $entries }
# Read aloud for the drawing. $entries is as in "12 entries", $lanes are names with commas between.
timeline-drawn = तारीख़ के अनुसार { $entries }, इन पंक्तियों में: { $lanes }। नीचे की तालिका यही शब्दों में बताती है।
timeline-today = आज
legend-event = घटना
legend-milestone = प्रमुख पड़ाव
legend-ahead = खोखला: नियोजित या आने वाला
milestones = प्रमुख पड़ाव
# Heading of a column: what happened or is to happen.
what = क्या
# Heading of a column: other agreements that a milestone is tied to.
also-tied-to = इनसे भी जुड़ा
agreements = समझौते

## When two people saved the same thing

# Caption of the table that shows both edits.
conflict-both = दोनों संपादन, आमने-सामने
conflict-theirs = वर्तमान स्थिति
conflict-yours = आपने जो लिखा
# $who is a person's name; $when is as in "today" or "3 days ago".
conflict-who = अंतिम बार { $who } ने { $when } सहेजा।

## Rights

rights-lede = कौन क्या कर सकता है और कौन क्या देख सकता है। Accord कुछ भी दिखाने या बदलने से पहले इसी तालिका को देखता है।
rights-acts = समझौते में कौन क्या कर सकता है
rights-fields = कौन क्या देख सकता है
rights-roles = प्रत्येक भूमिका क्या देख सकती है
rights-house = मंत्रालय-स्तरीय अधिकार
# Heading above what can be done, in the table of rights.
act = कार्य
right-yes = हाँ
right-no = नहीं
right-own-chapters = अपने अध्यायों में

## Administration

administration-lede = खाते और मंत्रालय-स्तरीय अधिकार। केवल प्रशासक होने के नाते कोई समझौता नहीं देखा जा सकता।
accounts = खाते
account-active = सक्रिय
account-disabled = निष्क्रिय
account-first-password = पहला पासवर्ड अभी नहीं बदला गया

## Sign-in

sign-in = लॉग इन करें
sign-in-lede = प्रत्येक व्यापार वार्ता का गोपनीय और अद्यतन चित्र।
demo-accounts = इस प्रदर्शन के खाते
# The password itself stays as it is.
demo-accounts-advice = Accord को इनमें से प्रत्येक व्यक्ति की दृष्टि से देखें। सभी का पासवर्ड accord-demo है।

# दो दिनों के बीच क्या बदला।
as-of = इस दिन की स्थिति
as-of-day = { $day } के अंत में Accord में दर्ज स्थिति।
as-of-told = यह बीता हुआ समय है और बदला नहीं जा सकता।
as-of-now = वर्तमान पर लौटें
as-of-problem = यह दिन दिखाया नहीं जा सकता
as-of-nothing = तब तक Accord में इस समझौते का कुछ दर्ज नहीं था।
what-changed = क्या बदला
what-changed-between = दो दिनों के बीच क्या बदला
changes-from = इस दिन से
changes-to = इस दिन तक (यह दिन भी)
# दिन घरेलू पक्ष की घड़ी से आरंभ और समाप्त होते हैं।
changes-span = { $from } से { $to } तक, दिल्ली के समय के अनुसार
last-days = { $count ->
    [one] आज
   *[other] पिछले { $n } दिन
}
changes-effects = { $count ->
    [one] { $n } परिणाम
   *[other] { $n } परिणाम
}
changes-steps = { $count ->
    [one] { $n } चरण
   *[other] { $n } चरण
}
changes-back = { $count ->
    [one] { $n } विषय बदला और फिर पहले जैसा हो गया
   *[other] { $n } विषय बदले और फिर पहले जैसे हो गए
}
changes-in-steps = { $count ->
    [one] { $n } चरण में
   *[other] { $n } चरणों में
}
changes-problem = ये दिन दिखाए नहीं जा सकते
changes-none = इन दिनों में कुछ नहीं बदला।
changes-all-back = इन दिनों में जो कुछ बदला, वह फिर पहले जैसा है।
changes-every-step = हर चरण दिखाएँ
changes-every = हर चरण
changes-newest-only = { $count ->
    [one] केवल नवीनतम चरण दिखाया गया है। शेष देखने के लिए कम दिन चुनें।
   *[other] केवल नवीनतम { $n } चरण दिखाए गए हैं। शेष देखने के लिए कम दिन चुनें।
}
# उन परिवर्तनों का शीर्षक जो किसी अध्याय के नहीं हैं।
agreement-itself = स्वयं समझौता
older-changes = { $count ->
    [one] { $n } पुराना बदलाव
   *[other] { $n } पुराने बदलाव
}
