## स्थायी निकाय

standing-bodies = स्थायी निकाय
standing-bodies-lede = समितियाँ और आयोग जो साल-दर-साल मिलते हैं, चाहे कोई भी समझौता वार्ता में हो।
standing-body = स्थायी निकाय
no-bodies = अभी कोई स्थायी निकाय दर्ज नहीं है।
enter-body = स्थायी निकाय दर्ज करें
edit-body = निकाय संपादित करें
abbreviation = संक्षिप्त नाम
abbreviation-hint = जैसे JETCO; न हो तो खाली छोड़ें।
body-countries-hint = जिन देशों के साथ है, उनके दो-दो अक्षर, जैसे PE CL BR।
mandate = किसलिए है
mandate-hint = इसके विषय, इसका स्तर, कितनी बार मिलता है।
founded-on = स्थापना की तारीख
founded-on-hint = तारीख ज्ञात न हो या निकाय केवल प्रस्तावित हो तो खाली छोड़ें: 2019-08-27।
not-founded = अभी स्थापित नहीं, या तारीख ज्ञात नहीं
ended-on = समाप्ति की तारीख
ended-on-hint = जब तक बना है, खाली छोड़ें।
body-ended = { $day } को समाप्त
body-source-hint = कौन कहता है: कोई घोषणा, कोई ज्ञापन।
last-meeting = पिछली बैठक
no-body-meetings = अभी कोई बैठक ज्ञात नहीं।
plan-body-meeting = निकाय की बैठक की योजना बनाएँ
saved-body = निकाय सहेजा गया।
body-field-found = दर्ज किया गया
body-field-name = नाम
body-field-abbreviation = संक्षिप्त नाम
body-field-countries = देश
body-field-mandate = किसलिए है
body-field-founded_on = स्थापना की तारीख
body-field-ended_on = समाप्ति की तारीख
body-field-publisher = स्रोत
field-standing-body = स्थायी निकाय, और वे कब और कहाँ मिले
error-body-exists = इस नाम का निकाय पहले से दर्ज है। दूसरा नाम दें, या मौजूदा निकाय को संपादित करें।

## मिशनों के सम्मेलन और निकायों की बैठकें

meeting-kind-mission-conference = मिशन सम्मेलन
mission-conferences = मिशन सम्मेलन
no-conferences = अभी किसी मिशन सम्मेलन की योजना नहीं है।
plan-conference = मिशन सम्मेलन की योजना बनाएँ
plan-house-meeting-lede = यह मसौदा है और केवल कार्यक्रम रखने वाले इसे जानते हैं, जब तक आप इसे मिशनों के लिए नहीं खोलते।
house-agenda-hint = यह किसलिए है और कार्यसूची में क्या है।
house-outcome-hint = क्या तय हुआ। किसे क्या करना है, यह कार्य योजना में आता है।
house-meeting-field-plan = योजना बनी
house-meeting-field-title = शीर्षक
house-meeting-field-mode = रूप
house-meeting-field-place = स्थान
house-meeting-field-zone = स्थल का समय क्षेत्र
house-meeting-field-dates = तारीखें
house-meeting-field-clock = आरंभ का समय
house-meeting-field-note = कार्यसूची
house-meeting-field-outcome = परिणाम
house-meeting-field-publisher = स्रोत
house-meeting-field-source_title = स्रोत का शीर्षक
house-meeting-field-verified = स्रोत सत्यापित
house-meeting-field-state = स्थिति
house-meeting-field-ask = बुलाया गया
house-meeting-field-attendance = उत्तर
house-meeting-field-strike = सूची से हटाया गया
house-meeting-field-put-paper = काग़ज़ रखा गया
house-meeting-field-withdraw-paper = काग़ज़ वापस लिया गया
field-house-meeting = मिशन सम्मेलन, स्थायी निकायों की बैठकें, उनके काग़ज़ और कार्य योजनाएँ
error-outcome-before-meeting = परिणाम तब होता है जब बैठक शुरू हो चुकी हो। पहले उसे खोलें और शुरू करें।

## कौन आता है

attendees = उपस्थित लोग
no-attendees = अभी किसी को नहीं बुलाया गया।
edit-attendees = सूची संपादित करें
answer-invitation = निमंत्रण का उत्तर दें
ask-attendee = किसी को बुलाएँ
attendee-name-hint = कोई व्यक्ति, पद या विभाग।
office = पद
office-hint = व्यक्ति का पद, या विभाग किसका है।
attendee-country-hint = मिशन या प्रतिनिधिमंडल का देश, नाम या अक्षरों से; अपने देश के विभाग के लिए खाली छोड़ें।
at-home = अपने देश में
attendance = उत्तर
attendance-of = { $name } का उत्तर
who-comes = कौन आता है
attendance-invited = निमंत्रित
attendance-accepted = आएँगे
attendance-declined = नहीं आएँगे
attendance-attended = उपस्थित रहे
attendance-absent = अनुपस्थित रहे
strike-attendee = सूची से हटाएँ
saved-attendees = सूची सहेजी गई।
error-too-many-attendees = एक बैठक में { $argument } से अधिक लोगों को नहीं बुलाया जा सकता।
error-attendee-struck = जिसका उत्तर आपने चुना वह अब सूची में नहीं है। बाकी चुनाव नीचे हैं; उन्हें फिर सहेजें।
error-attendance-before-meeting = जो बैठक शुरू नहीं हुई उसमें कोई उपस्थित नहीं रहा। “आएँगे” या “नहीं आएँगे” चुनें।
error-attendance-not-yours = बैठक से पहले मिशन बताता है कि उसके लोग आएँगे या नहीं; कौन आया, यह मुख्यालय दर्ज करता है।

## काग़ज़

house-paper-for-missions = मिशन भी
house-paper-for-headquarters = मुख्यालय
house-paper-audience-missions = मुख्यालय और मिशन
house-paper-audience-headquarters = केवल मुख्यालय
house-paper-for-hint = मिशन अपने लिए रखे काग़ज़ पढ़ता है; कार्यक्रम रखने वाले और प्रतिनिधिमंडल सब पढ़ते हैं।

## कार्य योजना

action-plan = कार्य योजना
action-plan-open = योजना में है, अभी हुआ नहीं
add-plan-line = कार्य योजना में जोड़ें
edit-plan-line = आगे क्या हुआ
report-progress = प्रगति बताएँ
to-be-done = करना है
to-be-done-hint = एक काम, किसी के ज़िम्मे, किसी दिन तक।
plan-owner-hint = मिशन, कोई विभाग, कोई परिषद।
no-one-sector = कोई एक क्षेत्र नहीं
no-plan-lines = योजना में अभी कुछ नहीं है। हर देश के मिशन को क्या करना है, जोड़ें।
no-plan-lines-seen = योजना में अभी आपके देखने के लिए कुछ नहीं है।
no-plan-yet = अभी योजना नहीं
plan-settled = { $total } में से { $part } निपटे
progress-hint = क्या किया गया, क्या बाधा है, आगे क्या है।
plan-reason-hint = तारीख बदलने पर, या छोड़ने या फिर उठाने पर माँगा जाता है।
saved-plan-line = कार्य योजना सहेजी गई।
plan-field-agree = जोड़ा गया
plan-field-title = करना है
plan-field-sector = क्षेत्र
plan-field-owner = किसके ज़िम्मे
plan-field-due = नियत तारीख
plan-field-state = स्थिति
plan-field-progress = प्रगति
error-country-not-of-body = इस देश का निकाय में भाग नहीं है। इसके देशों में से चुनें।
error-plan-full = एक योजना में एक हज़ार से अधिक पंक्तियाँ नहीं होतीं।
