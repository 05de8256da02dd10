### What went wrong, and what to do about it. Kind, exact, and never blaming.

## A page or an act that failed: a title, and advice under it.

failure-not-found = आपके लिए यहाँ कुछ उपलब्ध नहीं है
failure-not-found-advice = संभव है कि पता लिखने में त्रुटि हुई हो, पृष्ठ का स्थान बदल गया हो, या आपको इसे देखने का अधिकार न हो।
failure-sign-in-required = कृपया लॉग इन करें
failure-sign-in-required-advice = आप लॉग इन नहीं हैं, या आपका सत्र समाप्त हो गया है। कृपया लॉग इन करके पुनः प्रयास करें।
failure-invalid = यह अभी सहेजा नहीं जा सका
failure-invalid-advice = कृपया वापस जाकर दर्ज की गई जानकारी जाँचें और पुनः प्रयास करें। कोई परिवर्तन नहीं हुआ है।
failure-conflict = किसी और ने आपसे पहले सहेज दिया है
failure-conflict-advice = कोई परिवर्तन नहीं हुआ है, और आपका लिखा हुआ सुरक्षित है। कृपया दोनों संपादनों की तुलना करें, अपने संपादन में आवश्यक बदलाव करें और पुनः सहेजें।
failure-too-many = बहुत अधिक प्रयास
# $n is the number of seconds.
failure-too-many-advice = { $count ->
    [one] कृपया { $n } सेकंड प्रतीक्षा करें, फिर पुनः प्रयास करें।
   *[other] कृपया { $n } सेकंड प्रतीक्षा करें, फिर पुनः प्रयास करें।
}
failure-too-large = यह आकार में बहुत बड़ा है
failure-too-large-advice = भेजी गई सामग्री इस प्रपत्र की अनुमत सीमा से बड़ी है। कृपया पाठ छोटा करें या छोटी फ़ाइल चुनें और पुनः भेजें।
failure-unreadable = इसे पढ़ा नहीं जा सका
failure-unreadable-advice = प्राप्त प्रपत्र पूर्ण नहीं था। कृपया वापस जाकर पृष्ठ फिर से खोलें और एक बार और भेजें।
failure-cross-site = यह किसी अन्य साइट से आया है
failure-cross-site-advice = आपकी सुरक्षा के लिए Accord केवल अपने पृष्ठों से परिवर्तन स्वीकार करता है। कृपया पृष्ठ को Accord में खोलकर वहाँ पुनः प्रयास करें।
failure-internal = Accord में कोई समस्या आ गई है
failure-internal-advice = यह आपकी ओर से नहीं हुआ है, और इसे दर्ज कर लिया गया है। कृपया कुछ देर बाद पुनः प्रयास करें; यदि समस्या बनी रहे तो प्रशासक को बताएँ।
# Shown in the form when there is no connection.
failure-unreachable = Accord से संपर्क नहीं हो पा रहा है। कुछ दर्ज नहीं हुआ है और आपका लिखा हुआ यहीं सुरक्षित है: संपर्क बहाल होने पर पुनः प्रयास करें।

## What is wrong with one field of a form. $argument is a number or a code, already written for the reader.

error-required = यह आवश्यक है: कृपया भरें या चुनें।
error-unknown-choice = कृपया दिए गए विकल्पों में से एक चुनें।
error-too-long = यह बहुत लंबा है: अधिकतम { $argument } वर्ण लिखें।
error-too-large = यह बहुत बड़ी संख्या है: अधिकतम { $argument } दर्ज करें।
error-not-a-count = कृपया पूर्ण संख्या दर्ज करें, जैसे 0 या 12।
error-control-character = इसमें एक अदृश्य वर्ण है जिसे रखा नहीं जा सकता। कृपया चिपकाने के बजाय इसे फिर से टाइप करें।
error-not-a-slug = छोटे अक्षर a-z, अंक और एकल योजक-चिह्न का ही प्रयोग करें, अधिकतम 60 वर्ण, जैसे india-peru।
error-slug-taken = यह पता किसी अन्य समझौते का है। कृपया दूसरा पता चुनें।
error-address-taken = यह पता इस समझौते के किसी अन्य अध्याय का है। कृपया दूसरा पता चुनें।

## Dates and sources

error-not-a-date = यह तिथि नहीं है। इसे 2018, 2018-04, 2018-04-03, 2018-04-03..06 या ..2018-12-07 के रूप में लिखें।
error-not-a-day = यह कोई दिन नहीं है। इसे 2018-04-03 की तरह लिखें।
error-ends-before-start = समाप्ति की तिथि आरंभ की तिथि से पहले है। कृपया दोनों तिथियाँ जाँचें।
error-in-the-future = यह तिथि अभी आनी है। कृपया तिथि सुधारें, या जो केवल नियोजित या अपेक्षित है उसे उसी रूप में दर्ज करें।
error-source-required = तिथि के लिए स्रोत आवश्यक है: कृपया बताएँ कि यह किसका कथन है।
error-event-superseded = यह प्रविष्टि इस बीच संशोधित की गई या वापस ली गई है। कृपया समझौते पर लौटकर मान्य प्रविष्टि चुनें।

## Parties and lineage

error-not-a-party = पक्षकार का कोड दें: 2 से 8 अक्षर, जैसे PE या EFTA।
# $argument is the code of a party.
error-party-twice = { $argument } का नाम दो बार आया है। प्रत्येक पक्षकार का नाम एक ही बार लिखें।
error-not-a-party-here = कृपया इस समझौते के लिए दिए गए पक्षकारों में से एक चुनें।
error-no-such-agreement = इस पते वाले किसी समझौते में आपकी कोई भूमिका नहीं है। कृपया पता जाँचें, या उसके मुख्य वार्ताकार से भूमिका देने का अनुरोध करें।
error-related-to-itself = कोई समझौता स्वयं का परवर्ती नहीं हो सकता। कृपया किसी पूर्ववर्ती समझौते का पता दें।
error-lineage-circle = वह समझौता पहले से ही इसका परवर्ती है, इसलिए वह इसका पूर्ववर्ती नहीं हो सकता।

## Chapters

error-title-for-other = 'अन्य' प्रकार के अध्याय का अपना शीर्षक होना आवश्यक है।
error-chapter-parked = अध्याय लंबित रखा गया है। स्थिति बदलने से पहले उसे पुनः सक्रिय करें।
error-status-unchanged = कृपया वर्तमान स्थिति से भिन्न स्थिति चुनें।
error-closing-needs-chief = अध्याय को केवल मुख्य वार्ताकार या शीर्ष प्राधिकारी संपन्न कर सकते हैं। कृपया उनमें से किसी से यह प्रगति दर्ज करने का अनुरोध करें।
error-reopening-needs-chief = अध्याय को केवल मुख्य वार्ताकार या शीर्ष प्राधिकारी पुनः खोल सकते हैं। कृपया उनमें से किसी से यह प्रगति दर्ज करने का अनुरोध करें।
error-reason-for-going-back = पिछली स्थिति पर लौटने के लिए कारण आवश्यक है: बताएँ कि क्यों और किसके प्राधिकार से।
error-not-in-scrubbing = पाठ तभी परिशोधित माना जाता है जब समझौता विधिक परिशोधन में हो। पहले वह घटना दर्ज करें।
# $argument is the number of open brackets.
error-brackets-open = कोष्ठक अभी खुले हैं ({ $argument })। पहले उनका समाधान करें, या फिर भी संपन्न करने के लिए बॉक्स में सही का निशान लगाएँ और कारण बताएँ।
error-reason-for-override = खुले कोष्ठकों के रहते संपन्न करने के लिए कारण आवश्यक है: बताएँ कि क्यों और किसके प्राधिकार से।
error-reopen-before-brackets = पाठ संपन्न हो चुका है। खुले कोष्ठक जोड़ने से पहले अध्याय पुनः खोलें।
error-no-market-access = इस अध्याय में बाज़ार पहुँच की प्रगति लागू नहीं है। इसे यथावत रहने दें।
error-already-parked = अध्याय पहले से ही लंबित रखा गया है।
error-not-parked = अध्याय लंबित नहीं रखा गया है।
error-reason-for-parking = लंबित रखने के लिए कारण आवश्यक है: बताएँ कि अध्याय को किस बात की प्रतीक्षा है।
error-not-escalated = उत्तर देने के लिए उच्च स्तर को प्रेषित कोई प्रश्न नहीं है। संभव है कि कोई इसका उत्तर पहले ही दे चुका हो।

## Priority areas and milestones

error-priorities-full = सूची भरी हुई है: इसमें अधिक से अधिक { $argument } क्षेत्र हो सकते हैं। पहले किसी एक को हटाने का प्रस्ताव करें।
# $argument is the last rank there may be.
error-no-such-rank = ऐसा कोई स्थान नहीं है। 1 से { $argument } तक की संख्या लिखें।
# $argument is how many areas there are.
error-ranks-each-once = हर क्षेत्र को 1 से { $argument } तक का अपना अलग स्थान दें।
error-order-unchanged = यही क्रम अभी लागू है। पहले किसी क्षेत्र को हिलाएँ।
error-no-such-priority = मौजूदा सूची में से कोई क्षेत्र चुनें।
error-not-a-chapter-here = इस समझौते के अध्याय चुनें।
error-proposal-settled = इस बीच इस प्रस्ताव पर निर्णय हो चुका है या इसे वापस ले लिया गया है। निर्णय के लिए कुछ शेष नहीं है।
error-proposal-outdated = प्रस्ताव के बाद सूची बदल गई है, इसलिए इसे ज्यों का त्यों स्वीकृत नहीं किया जा सकता। इसे अस्वीकृत करें या नया प्रस्ताव माँगें।

## Accounts, passwords and roles

error-not-an-email = यह ई-मेल पता नहीं है। इसे पूरा लिखें, जैसे name@ministry.example।
error-email-taken = यह ई-मेल पता किसी अन्य खाते का है।
error-wrong-sign-in = ई-मेल पता या पासवर्ड सही नहीं है। कृपया दोनों जाँचकर पुनः प्रयास करें।
error-wrong-password = यह आपका वर्तमान पासवर्ड नहीं है। कृपया फिर से टाइप करें।
error-password-short = कम से कम { $argument } वर्ण लिखें।
error-password-is-email = पासवर्ड ई-मेल पते के समान नहीं हो सकता। कृपया दूसरा चुनें।
error-password-unchanged = यह वर्तमान पासवर्ड ही है। कृपया नया चुनें।
error-passwords-differ = दोनों नए पासवर्ड भिन्न हैं। कृपया एक ही पासवर्ड दो बार टाइप करें।
error-no-such-account = इस ई-मेल पते का कोई सक्रिय खाता नहीं है। कृपया पता जाँचें, या प्रशासक से खाता जोड़ने का अनुरोध करें।
error-role-held = इस व्यक्ति के पास यह भूमिका पहले से है।
error-not-yourself = यह कार्य कोई भी स्वयं के लिए नहीं कर सकता। कृपया ऐसे किसी अन्य व्यक्ति से अनुरोध करें जिसे यह अधिकार है।
error-agreement-archived = यह समझौता संग्रहीत है। इसे बदलने से पहले वापस लाएँ।
error-already-archived = यह समझौता पहले से संग्रहीत है।
error-not-archived = यह समझौता संग्रहीत नहीं है।

## Of documents

error-document-approved-already = यह संस्करण पहले ही अनुमोदित है। नया प्रारूप आरंभ करने के लिए इसे संपादित करें।
error-document-drafted-already = इसका प्रारूप पहले ही बन चुका है। संपादित करने के लिए इसे खोलें।
error-report-before-meeting = प्रतिवेदन बैठक आरंभ होने के बाद तैयार किया जाता है।
error-report-not-approved = प्रकाशित करने से पहले संस्करण अनुमोदित करें।
error-report-published-already = यह संस्करण पहले ही प्रकाशित है।
error-readers-not-confirmed = पुष्टि के लिए खाने पर निशान लगाएँ कि ये पाठक यह सब जान सकते हैं।
