### What the forms say: labels, hints, buttons, and that something was saved.
### A label is a noun without a full stop; a hint is a short sentence under it; a button begins with a verb.

## Words of many forms

name = नाम
email = ई-मेल पता
password = पासवर्ड
kind = प्रकार
note = टिप्पणी
number = संख्या
title = शीर्षक
place = स्थान
reason = कारण
reason-optional = वैकल्पिक। परिवर्तन के साथ रखा जाता है और प्रतिनिधिमंडल को दिखाया जाता है।
# The part of a page's address that names an agreement or chapter, not a postal address.
address = Accord में पता
save = सहेजें
# Heading above the list of what is wrong with a form.
problem = यह अभी सहेजा नहीं जा सका

## Agreement

open-agreement = समझौता आरंभ करें
edit-agreement = समझौता संपादित करें
agreement-name-hint = प्रचलित नाम, जैसे भारत-पेरू मुक्त व्यापार समझौता।
address-hint = पृष्ठ के पते का अंतिम भाग: छोटे अक्षर a-z, अंक और योजक-चिह्न, जैसे india-peru। नाम बदलने पर भी यह वही रहता है।
template = आरंभिक अध्याय
template-hint = अध्याय बाद में भी जोड़े और अभिलेखागार में रखे जा सकते हैं।
home-party = अपना पक्ष
party-code = कोड
party-code-hint = ISO 3166 के दो अक्षर, जैसे IN, या प्रचलित अक्षर, जैसे EFTA।
chief-negotiator = मुख्य वार्ताकार
partners = भागीदार
# "PE Peru" stays as it is; what follows the semicolon is a person.
partners-hint = प्रत्येक पंक्ति में एक: कोड और नाम, फिर अर्धविराम (;) के बाद मुख्य वार्ताकार, जैसे PE Peru; पेरू के मुख्य वार्ताकार।
languages-hint = प्रामाणिक पाठों की भाषाएँ, जैसे हिंदी, अंग्रेज़ी, स्पेनी।
archive-agreement = समझौता अभिलेखागार में रखें
restore-agreement = समझौता वापस लाएँ
add-relation = पूर्ववर्ती समझौता जोड़ें
# How this agreement stands to the earlier one.
relation = यह समझौता
earlier-agreement = पूर्ववर्ती समझौता
earlier-agreement-hint = Accord में उसके पते का अंतिम भाग, जैसे india-chile-pta।

## Lifecycle events

record-event = घटना दर्ज करें
correct-an-event = घटना संशोधित करें
event-lede = समझौते का चरण उसकी घटनाओं से निर्धारित होता है, इसलिए प्रत्येक घटना तिथि और स्रोत सहित दर्ज की जाती है। केवल घटित घटनाओं की ही गणना होती है।
what-happened = क्या हुआ
# A box to tick; unticked, the event is only planned.
it-happened = यह घटित हो चुकी है (नियोजित घटना के लिए निशान हटाएँ)
# The five ways of writing a date stay as they are.
date-hint = स्रोत में दी गई तिथि जितनी सटीक: 2018, 2018-04, 2018-04-03, कई दिनों के लिए 2018-04-03..06, या केवल समाप्ति ज्ञात होने पर ..2018-12-07।
publisher-hint = यह किसका कथन है: कोई मंत्रालय, राजपत्र, समाचार-पत्र या उसका वेब पता।
source-title = स्रोत का शीर्षक
other-source = भिन्न जानकारी देने वाला अन्य स्रोत
reason-for-correction = क्या त्रुटि थी। पिछली प्रविष्टि इस कारण के साथ पठनीय रहती है।
withdraw-event = घटना वापस लें
withdraw-hint = यह मान्य क्यों नहीं रहनी चाहिए। प्रविष्टि काटी हुई अवस्था में, इस कारण के साथ, पठनीय रहती है।

## Ratification

record-ratification = अनुसमर्थन की कार्रवाई दर्ज करें
ratified-on-hint = जैसे 2018-04-03 या 2018-04। जब तक कार्रवाई केवल अपेक्षित है, इसे रिक्त छोड़ें।

## Chapter

open-chapter = अध्याय आरंभ करें
edit-chapter = अध्याय संपादित करें
chapter-address-hint = पृष्ठ के पते का अंतिम भाग: छोटे अक्षर a-z, अंक और योजक-चिह्न। रिक्त छोड़ने पर यह प्रकार से निर्धारित होता है।
title-hint = रिक्त छोड़ने पर प्रत्येक पाठक को उसकी भाषा में इस प्रकार का मानक शीर्षक दिखता है।
open-brackets-hint = आज पाठ में कितने कोष्ठक खुले हैं।
team-note-hint = आंतरिक: केवल अध्याय दल और शीर्ष प्राधिकारी देख सकते हैं।
archive-chapter = अध्याय अभिलेखागार में रखें
archive-chapter-hint = इस पर अब वार्ता क्यों नहीं हो रही है। इसका इतिवृत्त अभिलेख में बना रहता है।

## Moving a chapter

# Heading of the form that moves a chapter along its tracks.
record-step = प्रगति दर्ज करें
text-hint-lead = 'सारतः संपन्न' तक की स्थितियाँ आप दर्ज कर सकते हैं। संपन्न करना और पुनः खोलना मुख्य वार्ताकार या शीर्ष प्राधिकारी का कार्य है।
text-hint-chief = सभी स्थितियाँ आप दर्ज कर सकते हैं, जिनमें संपन्न करना और पुनः खोलना भी सम्मिलित है।
reason-and-authority = कारण और प्राधिकार
reason-hint = तब आवश्यक है जब अध्याय पिछली स्थिति पर लौटे, पुनः खोला जाए, या खुले कोष्ठकों के रहते संपन्न किया जाए। प्रतिनिधिमंडल को दिखाया जाता है।
# A box to tick.
override-brackets = { $count ->
    [one] { $n } कोष्ठक खुला होने पर भी संपन्न करें
   *[other] { $n } कोष्ठक खुले होने पर भी संपन्न करें
}
# The button, and what it says while the step is being recorded.
record = दर्ज करें
recording = दर्ज किया जा रहा है...
park-chapter = अध्याय लंबित रखें
unpark-chapter = अध्याय पुनः सक्रिय करें
escalate-chapter = प्रश्न उच्च स्तर को भेजें
# To whom the question goes.
escalate-to = किसे भेजें
question = प्रश्न
question-hint = उन्हें क्या निर्णय लेना है, ऐसे शब्दों में जो अपने आप में स्पष्ट हों।
answer-escalation = प्रश्न का उत्तर दें
answer = उत्तर
answer-hint = क्या निर्णय हुआ और किसने लिया। इससे उच्च स्तर का संदर्भ समाप्त हो जाता है।

## Priority areas

propose-area = प्राथमिकता क्षेत्र का प्रस्ताव करें
propose-area-lede = मुख्य वार्ताकार या शीर्ष प्राधिकारी के स्वीकृत करने पर यह सूची में आता है।
propose-drop = किसी क्षेत्र को हटाने का प्रस्ताव करें
# The blank choice of a list.
choose-area = क्षेत्र चुनें
proposal-reason-hint = सूची क्यों बदली जाए। निर्णय लेने वाला इसे सबसे पहले पढ़ता है।
# The second button of a form that proposes, for those who may approve.
propose-and-approve = प्रस्ताव करें और साथ ही स्वीकृत करें
propose-order = दूसरे क्रम का प्रस्ताव करें
propose-this-order = इस क्रम का प्रस्ताव करें
# The button that puts the areas in the order of the numbers typed.
sort-by-numbers = इन संख्याओं के क्रम में लगाएँ
move-up = ऊपर ले जाएँ
move-down = नीचे ले जाएँ
# A link in a row of the table.
edit-area = संपादित करें
edit-priority = प्राथमिकता क्षेत्र संपादित करें
flag-area = मंत्री के लिए चिह्नित करें
unflag-area = चिह्न हटाएँ
# $n is the last rank there may be.
rank-hint = { $count ->
    [one] सूची में इसका स्थान: { $n }।
   *[other] सूची में इसका स्थान, 1 से { $n } तक।
}
priority-title-hint = क्या चाहिए, थोड़े शब्दों में, जैसे औषधियाँ।
stance-hint = बाज़ार पहुँच पाने के लिए आक्रामक, देश में संवेदनशील की रक्षा के लिए रक्षात्मक।
owner-hint = इसके लिए उत्तरदायी व्यक्ति या मंत्रालय।
linked-chapters = संबंधित अध्याय
decision-note = निर्णय पर टिप्पणी
approve-proposal = प्रस्ताव स्वीकृत करें
refuse-proposal = प्रस्ताव अस्वीकृत करें
refuse-hint = क्यों नहीं। प्रस्ताव करने वाला इसे पढ़ता है।
withdraw-proposal = अपना प्रस्ताव वापस लें

## Milestones

record-milestone = पड़ाव दर्ज करें
edit-milestone = पड़ाव संपादित करें
milestone-lede = एक बाहरी घटना जिसकी तारीख़ है और जिसे ध्यान में रखकर समझौतों पर काम होता है। दोनों पक्ष इसे देखते हैं।
milestone-title-hint = जैसे G20 शिखर सम्मेलन, नई दिल्ली।
tied-to = इन समझौतों से जुड़ा
withdraw-milestone = पड़ाव वापस लें
withdraw-milestone-hint = यह क्यों नहीं रहना चाहिए। यह उन सभी समझौतों से हटता है जिनमें आपकी भूमिका है; इसका इतिहास बना रहता है।

## People

grant-role = भूमिका प्रदान करें
grant-email-hint = उस व्यक्ति का, जिसका Accord में खाता है।
grant-chapter-hint = अध्याय प्रमुख या दल सदस्य के लिए।
# In the list of chapters: not limited to one.
whole-agreement = संपूर्ण समझौता
grant-party-hint = अतिथि के लिए: वह भागीदार जिसके प्रतिनिधिमंडल के वे सदस्य हैं।
revoke = वापस लें
# Read aloud for the button. $who is a person's name.
revoke-role = { $who } की भूमिका वापस लें

## Administration

add-account = खाता जोड़ें
first-password-label = पहला पासवर्ड
first-password-hint = कम से कम 10 वर्ण। खाताधारी को पहली बार लॉग इन करने पर इसे बदलना होगा।
save-rights = अधिकार सहेजें
reset-password = नया पहला पासवर्ड दें
enable = खाता सक्रिय करें
disable = खाता निष्क्रिय करें

## My account

preferences = प्राथमिकताएँ
language = भाषा
zone = समय क्षेत्र
zone-hint = दिन और समय वहाँ के अनुसार दिखाए जाते हैं।
# Appearance of the screen: light or dark.
theme = रूप
change-password = पासवर्ड बदलें
present-password = वर्तमान पासवर्ड
new-password = नया पासवर्ड
new-password-hint = कम से कम 10 वर्ण। एक साथ लिखे कई शब्दों का अनुमान लगाना कठिन और उन्हें याद रखना सरल होता है।
new-password-again = नया पासवर्ड पुनः
first-password = आगे बढ़ने से पहले कृपया अपना पहला पासवर्ड बदलें।

## That something was saved. A sentence each.

saved-step = प्रगति दर्ज कर दी गई है।
saved-card = आपके परिवर्तन सहेज दिए गए हैं।
saved-parked = अध्याय लंबित रख दिया गया है।
saved-unparked = अध्याय पुनः सक्रिय कर दिया गया है।
saved-escalated = प्रश्न उच्च स्तर को भेज दिया गया है।
saved-answered = उत्तर दर्ज कर दिया गया है और उच्च स्तर का संदर्भ समाप्त हो गया है।
# After recording, correcting or withdrawing an event.
saved-event = घटनाक्रम अद्यतन है।
# After granting or revoking a role.
saved-role = भूमिकाएँ अद्यतन हैं।
# After anything done to an account.
saved-account = खाता अद्यतन है।
saved-password = आपका पासवर्ड बदल दिया गया है। कृपया नए पासवर्ड से लॉग इन करें।
saved-preferences = आपकी प्राथमिकताएँ सहेज दी गई हैं।
# An agreement or a chapter.
saved-archived = अभिलेखागार में रख दिया गया है। इसका इतिवृत्त अभिलेख में बना रहता है।
saved-restored = समझौता वार्ता-सूची में वापस आ गया है।
# An agreement or a chapter.
saved-opened = आरंभ कर दिया गया है। अब आप इस पर कार्य कर सकते हैं।
saved-relation = पूर्ववर्ती समझौता समझौता-क्रम में जोड़ दिया गया है।
saved-ratification = अनुसमर्थन की कार्रवाई दर्ज कर दी गई है।
saved-proposed = आपका प्रस्ताव दर्ज हो गया और निर्णय की प्रतीक्षा में है।
saved-proposed-approved = आपके अपने प्रस्ताव और स्वीकृति से सूची बदल गई।
saved-approved = प्रस्ताव स्वीकृत हुआ और सूची बदल गई।
saved-refused = प्रस्ताव अस्वीकृत हुआ। सूची पहले जैसी है।
saved-withdrawn = आपका प्रस्ताव वापस ले लिया गया।
# The minister's flag of a priority area.
saved-flag = मंत्री का चिह्न अद्यतन है।
saved-milestone = पड़ाव दर्ज हो गया।
saved-milestone-withdrawn = पड़ाव वापस ले लिया गया।
