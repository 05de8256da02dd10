## निर्यात कार्यक्रम

programme = निर्यात कार्यक्रम
programme-short = कार्यक्रम
programme-of-mission = { $country } के खाने, जहाँ आपका मिशन प्रत्यायित है।
no-programme = इस चयन में कुछ नहीं है। अन्य क्षेत्रक या स्थिति चुनें।
sectors = क्षेत्रक
sectors-count = { $count ->
    [one] { $n } क्षेत्रक
   *[other] { $n } क्षेत्रक
}
cells-filled = { $count ->
    [one] { $n } खाने भरे
   *[other] { $n } खाने भरे
}
all-sectors = सभी क्षेत्रक
all-states = सभी स्थितियाँ
sector-kind-goods = वस्तुएँ
sector-kind-services = सेवाएँ
cell-status-not-started = शुरू नहीं
cell-status-on-course = सही राह पर
cell-status-at-risk = जोखिम में
cell-status-stalled = रुका हुआ
cell-status-met = पूरा
fill-cell = भरें
cell-empty = नहीं भरा
cell-left-out = फ़िल्टर में नहीं दिखाया
filled-cells = भरे हुए खाने
cell-empty-yet = यह खाना अभी किसी ने नहीं भरा।
target-told = { $by } के अंत तक { $amount }
cell-target-hint = पाने योग्य निर्यात: 250 या 1,250.5। न हो तो रिक्त।
mission-input = मिशन क्या कहता है
mission-input-hint = माँग, प्रतिस्पर्धी, मानक, बाधाएँ।
next-step = अगला कदम
last-saved = अंतिम सहेजा
who-and-when = किसने और कब
agreements-with-country = इस देश के साथ समझौते
cell-field-status = स्थिति
cell-field-target = लक्ष्य
cell-field-owner = उत्तरदायी
cell-field-next_step = अगला कदम
cell-field-mission_input = मिशन क्या कहता है

## इसका स्वरूप

shape-programme = देश, क्षेत्रक और मिशन
focus-countries = प्राथमिक देश
rename-sector = क्षेत्रक का नाम बदलें
order = क्रम
add-country = प्राथमिक देश जोड़ें
focus-country-hint = नाम या दो अक्षर।
add-sector = क्षेत्रक जोड़ें
programme-source-hint = किसने तय किया: घोषणा, निर्णय।
missions = मिशन
no-missions = किसी खाते को मिशन का अधिकार नहीं है। प्रशासक देता है।
mission-account = मिशन
mission-account-hint = वह केवल अपने देश के खाने देखता और भरता है।
accredit-mission = इस देश में प्रत्यायित करें
not-accredited = अभी कहीं नहीं
choose-one = चुनें
retire-part = देश या क्षेत्रक हटाएँ
retire-hint = देश चुना हो तो देश हटता है।
saved-cell = खाना भर दिया गया।
saved-programme = कार्यक्रम सहेज लिया गया।
field-programme = निर्यात कार्यक्रम: लक्ष्य, स्थितियाँ, मिशनों के विचार
error-sector-exists = इस नाम का क्षेत्रक पहले से है।
error-country-in-programme = यह देश पहले से कार्यक्रम में है।
error-no-such-mission = मिशन के अधिकार वाला खाता चुनें।
