# ली जाने वाली तालिकाएँ: फ़ाइल क्या है, स्थिति तालिकाएँ और नामावलियाँ।

import-table = तालिका लें
import-table-lede = फ़ाइल क्या है? आप स्तंभ चुनते हैं, हर अस्वीकृत होने वाली पंक्ति देखते हैं, और तभी सहेजते हैं।
import-figures-told = क्या व्यापार हुआ, हर स्रोत के अनुसार: किसी भी सांख्यिकी कार्यालय का CSV या XLSX।
import-status-table = स्थिति तालिका लें
import-status-table-told = समझौता, अध्याय, स्थिति, प्रमुख, टिप्पणी: वह तालिका जो मंत्रालय आज रखता है।
import-status-table-lede = हर पंक्ति अपने अध्याय को उसके अपने पृष्ठ के नियमों से बढ़ाती है, और हमारी ओर का प्रमुख बताती है। टिप्पणी कदम का कारण बनती है; जहाँ कुछ नहीं बदलता वहाँ छोड़ दी जाती है। जो अध्याय नहीं है वह खोला जाता है, यदि आप खोल सकते हों।
import-nomenclature = नामावली लें
import-nomenclature-told = हार्मोनाइज़्ड सिस्टम का हर कोड क्या कहलाता है।
import-nomenclature-lede = कोड, उसका विवरण और चाहें तो उसका स्तर। कोड का पुराना विवरण बदल दिया जाता है।
import-opened = खुलने वाले अध्याय
import-moved = बदलने वाले अध्याय
import-commit-rows = { $count ->
    [one] { $n } पंक्ति सहेजें
   *[other] { $n } पंक्तियाँ सहेजें
}
what-rows-do = पंक्तियाँ क्या करती हैं
not-there-yet = अभी नहीं है
and-lead = और दूसरा प्रमुख
remarks-hint = कदम का कारण बनती है।
level-hint = चुनने पर, जिस कोड में अंकों की संख्या अलग हो वह अस्वीकृत होता है।
field-of-agreement = समझौता
field-of-chapter = अध्याय
field-of-status = स्थिति
field-of-text_status = स्थिति
field-of-lead = प्रमुख
field-of-remarks = टिप्पणी
field-of-reason = टिप्पणी
field-of-description = विवरण
field-of-level = स्तर
nomenclature = नामावली
nomenclature-lede = हार्मोनाइज़्ड सिस्टम के अध्याय, और उनके नीचे ली गई नामावली के कोड।
all-hs-chapters = सभी अध्याय
description = विवरण
no-hs-lines = नामावली में ऐसा कोई कोड नहीं है।
too-many-hs-lines = केवल पहले हज़ार दिखाए गए हैं: खोज को सँकरा करें।
saved-nomenclature = नामावली सहेज ली गई।
saved-status-table = तालिका सहेज ली गई: हर पंक्ति अपने अध्याय के नियमों से चली।
error-no-such-status = “{ $argument }” ऐसी स्थिति नहीं है जो यहाँ ज्ञात हो।
error-agreement-unknown = ऐसा कोई समझौता “{ $argument }” नहीं है जिसके अध्याय आप बढ़ाते हों।
error-no-such-chapter = समझौते में ऐसा अध्याय नहीं है, और आप वहाँ अध्याय नहीं खोलते।
error-chapter-not-clear = ऐसे नाम के कई अध्याय हैं: उसे संख्या से बताएँ।
error-chapter-not-yours = यह अध्याय बदलना आपका काम नहीं है।
error-not-the-level = कोड में { $argument } अंक हैं, जो दूसरा स्तर है।
