### Action points and My work: their words, what their screens and forms say, and what can be wrong with them.

## Whose they are, and where they stand.

side-ours = हमारा पक्ष
# In place of a name.
side-theirs = दूसरा पक्ष
# $name is a person or an office.
their-side = { $name } (दूसरा पक्ष)
action-state-open = शेष
action-state-done = पूरा
action-state-dropped = छोड़ा गया

## Before what was said when it was settled or taken up again.

action-notice-open = फिर से उठाया गया:
action-notice-done = पूरा हुआ:
action-notice-dropped = छोड़ा गया:

## Buttons.

move-action-point-open = फिर से उठाएँ
move-action-point-done = यह पूरा हो गया है
move-action-point-dropped = इसे छोड़ें
put-off = तिथि बदलें
agree-action-point = कार्य-बिंदु तय करें
edit-action-point = कार्य-बिंदु संपादित करें

## Who sees what, and who may do what: rows of the tables of rights.

field-action-point = कार्य-बिंदु
act-keep-action-points = कार्य-बिंदु तय करना, संपादित करना और छोड़ना। जिसके ज़िम्मे कार्य है, वह बताता है कि वह पूरा हुआ या दूसरी तिथि माँगता है।

## What changed, in the list of changes. Ends with a colon where values follow.

changed-action_point-agree = कार्य-बिंदु तय हुआ:
changed-action_point-put-off = नियत तिथि:
changed-action_point-settle = कार्य-बिंदु:
# A meeting follows.
changed-action_point-carry = कार्य-बिंदु आगे ले जाया गया:
changed-action_point-title = कार्य-बिंदु:
changed-action_point-note = कार्य-बिंदु पर टिप्पणी:
changed-action_point-owner = ज़िम्मेदार:

## That something was saved. A sentence each.

saved-action-point = कार्य-बिंदु अद्यतन हो गया है।
saved-action-point-agreed = कार्य-बिंदु तय हो गया है।
saved-action-point-day = तिथि बदल दी गई है और कारण सुरक्षित है।

## What screens say.

action-points = कार्य-बिंदु
action-point = क्या किया जाना है
action-point-number = कार्य-बिंदु { $n }
action-points-count = { $count ->
    [0] कुछ भी शेष नहीं
    [one] { $n } शेष
   *[other] { $n } शेष
}
flag-overdue = { $count ->
    [one] { $n } की तिथि बीत चुकी
   *[other] { $n } की तिथि बीत चुकी
}
# How late an action point is.
overdue-by = { $count ->
    [one] { $n } दिन विलंब
   *[other] { $n } दिन विलंब
}
# How often the day was changed.
day-changed = { $count ->
    [one] तिथि { $n } बार बदली
   *[other] तिथि { $n } बार बदली
}
action-points-open = शेष
action-points-settled = पूरे हुए और छोड़े गए
no-action-points = अभी कोई कार्य-बिंदु तय नहीं हुआ है।
no-action-points-open = कोई कार्य-बिंदु शेष नहीं है।
action-points-all = सभी कार्य-बिंदु
action-points-all-and = { $count ->
    [one] { $n } और शेष कार्य-बिंदु, तथा जो निपट चुके हैं
   *[other] { $n } और शेष कार्य-बिंदु, तथा जो निपट चुके हैं
}
# The name of a meeting follows.
agreed-at = तय हुआ:
# Heading of a column of names.
owed-by = किसके ज़िम्मे
# Heading of a column: ours or theirs.
side = पक्ष
due = नियत तिथि
first-due = पहले तय तिथि
source-meeting = जिस बैठक में तय हुआ
carried-to = आगे ले जाया गया
points-wait = { $count ->
    [one] पिछली बैठक में { $n } कार्य-बिंदु शेष रह गया था।
   *[other] पिछली बैठकों में { $n } कार्य-बिंदु शेष रह गए थे।
}

## What forms say.

optional = वैकल्पिक।
action-point-hint = क्या किया जाना है, एक पंक्ति में, ताकि कोई भी बता सके कि वह कब पूरा हुआ।
choose-owner = चुनें कि यह किसके ज़िम्मे है
owner-of-ours = हमारे पक्ष का कोई अन्य, जिसका नाम नीचे है
owner-of-theirs = दूसरा पक्ष, या उसका कोई जिसका नाम नीचे है
owner-name = नाम
owner-name-hint = कोई कार्यालय या ऐसा व्यक्ति जिसका खाता नहीं है: “खान मंत्रालय”, “सेवाओं पर उनके प्रमुख”।
no-source-meeting = कोई नहीं: बैठकों के बीच तय हुआ
due-hint-next = अगली बैठक { $day } को आरंभ होती है।
other-day = दूसरी तिथि
day-hint = जैसे 2026-04-03।
put-off-hint = बदलाव के साथ रखा जाता है और प्रतिनिधिमंडल को दिखता है।
what-came-of-it = परिणाम क्या रहा

## What is wrong with one field.

error-action-state-not-next = इसकी स्थिति इस बीच बदल चुकी है। कृपया फिर से देखें कि यह अब कहाँ है।
error-reason-for-dropping = कृपया बताएँ कि अब इसे करना आवश्यक क्यों नहीं है।
error-reason-for-taking-up = कृपया बताएँ कि इसे फिर से क्यों उठाया जा रहा है।
error-reason-for-other-day = तिथि के हर बदलाव का कारण होता है: कृपया कारण लिखें।
error-due-unchanged = इसकी नियत तिथि पहले से यही है। कृपया दूसरी तिथि चुनें।
error-action-settled = यह निपट चुका है। तिथि बदलने से पहले इसे फिर से उठाएँ।
error-owner-to-be-named = कृपया लिखें कि हमारे पक्ष में यह किसके ज़िम्मे है।
error-owner-named-twice = आपने एक व्यक्ति चुना और एक नाम भी लिखा। कृपया दोनों में से एक हटाएँ।
error-not-of-the-delegation = कृपया सूची में से कोई व्यक्ति या कोई पक्ष चुनें।
error-no-such-meeting = कृपया सूची में से कोई बैठक चुनें।
error-too-many-action-points = इस समझौते में उतने कार्य-बिंदु हैं जितनों को क्रमांक दिया जा सकता है।

## My work.

my-work = मेरा कार्य
what-i-owe = मेरे ज़िम्मे
work-owed = { $count ->
    [0] आपके ज़िम्मे कुछ नहीं है
    [one] आपके ज़िम्मे { $n } कार्य-बिंदु है
   *[other] आपके ज़िम्मे { $n } कार्य-बिंदु हैं
}
work-waiting = { $count ->
    [0] कुछ भी आपके निर्णय की प्रतीक्षा में नहीं है
    [one] { $n } विषय आपके निर्णय की प्रतीक्षा में है
   *[other] { $n } विषय आपके निर्णय की प्रतीक्षा में हैं
}
nothing-owed = आपके ज़िम्मे कुछ नहीं है। जिन कार्य-बिंदुओं में आपका नाम है, वे यहाँ दिखते हैं।
waits-for-me = मेरे निर्णय की प्रतीक्षा में
nothing-waits = कुछ भी आपके निर्णय की प्रतीक्षा में नहीं है।
work-proposal-order = प्राथमिकता क्षेत्रों का दूसरा क्रम
# $when is as in "today" or "3 days ago".
draft-since = मसौदा, { $when } तैयार
work-changed-chapters = पिछले 14 दिनों में मेरे अध्यायों में बदलाव
work-changed-all = पिछले 14 दिनों की प्रगति
work-nothing-changed = कुछ नहीं बदला।
next-meetings = अगली बैठकें
no-meetings-ahead = आगे कोई बैठक नहीं है।
