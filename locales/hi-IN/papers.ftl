### Papers of sessions: their words, what their screens and forms say, and what can be wrong with them.

## What a file is.

paper-kind-pdf = PDF
paper-kind-word = Word
paper-kind-excel = Excel
paper-kind-powerpoint = PowerPoint
paper-kind-text = पाठ
paper-kind-csv = CSV
paper-kind-png = चित्र (PNG)
paper-kind-jpeg = चित्र (JPEG)

## Whom a paper is for: a small mark beside it, and the choice when it is put.

paper-for-partner = साझा
paper-for-delegation = प्रतिनिधिमंडल
paper-for-chapter-team = अध्याय दल
paper-audience = किसके लिए
paper-audience-partner = दोनों पक्ष: बैठक की जानकारी मिलने पर दूसरा पक्ष इसे ले सकता है
paper-audience-delegation = प्रतिनिधिमंडल
paper-audience-chapter-team = अध्याय दल और शीर्ष प्राधिकारी

## What changed, in the list of changes. The title of the paper follows.

changed-paper-put = दस्तावेज़ रखा गया:
changed-paper-withdraw = दस्तावेज़ वापस लिया गया:

## That something was saved. A sentence each.

saved-paper = दस्तावेज़ रख दिया गया है।
saved-paper-withdrawn = दस्तावेज़ वापस ले लिया गया है और उसकी फ़ाइल मिटा दी गई है।

## What screens say.

papers = दस्तावेज़
# A link to the page on which papers are put. $chapter is a title.
papers-of = { $chapter } पर दस्तावेज़
no-papers = अभी कोई दस्तावेज़ नहीं रखा गया है।
paper = दस्तावेज़
choose-paper = दस्तावेज़ चुनें
put-paper = दस्तावेज़ रखें
paper-file = फ़ाइल
paper-hint = PDF, Word, Excel, PowerPoint, पाठ, CSV, PNG या JPEG, अधिकतम { $most } MB।
paper-title-hint = खाली छोड़ने पर फ़ाइल का नाम ही शीर्षक होगा।
paper-for-hint = दोनों पक्षों को दिया गया दस्तावेज़ उससे वापस नहीं लिया जा सकता जो उसे पढ़ चुका है।
withdraw-paper = दस्तावेज़ वापस लें
withdraw-paper-hint = अभिलेख में रहता है कि वह क्या था, किसने और क्यों वापस लिया। फ़ाइल स्वयं मिटा दी जाती है।
size-kilobytes = { $n } केबी
size-megabytes = { $n } एमबी

## What is wrong with a file. What was typed beside it is kept; the file has to be chosen again.

error-paper-missing = कृपया कोई फ़ाइल चुनें।
error-paper-empty = फ़ाइल खाली है। कृपया दूसरी चुनें।
# $argument is a number.
error-paper-too-large = फ़ाइल बहुत बड़ी है: अधिकतम { $argument } MB। कृपया छोटी फ़ाइल चुनें।
error-paper-kind = इस प्रकार की फ़ाइल स्वीकार नहीं की जाती। कृपया PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), पाठ, CSV, PNG या JPEG फ़ाइल चुनें।
error-paper-lies = फ़ाइल की सामग्री वह नहीं है जो उसका नाम कहता है। कृपया उसे सही प्रकार में फिर से सहेजकर पुनः चुनें।
error-paper-macros = फ़ाइल में मैक्रो हैं, जो स्वीकार नहीं किए जाते। कृपया उनके बिना सहेजकर पुनः चुनें।
error-paper-encrypted = फ़ाइल पर पासवर्ड है। कृपया बिना पासवर्ड के सहेजकर पुनः चुनें।
error-paper-bomb = फ़ाइल खुलने पर उचित से कहीं बड़ी हो जाती है, इसलिए उसे नहीं खोला गया। कृपया उसे फिर से सहेजकर पुनः चुनें।
error-paper-broken = फ़ाइल क्षतिग्रस्त है और पढ़ी नहीं जा सकती। कृपया दूसरी प्रति चुनें।
# $argument is a number.
error-too-many-papers = एक सत्र में { $argument } दस्तावेज़ रखे जा सकते हैं। कृपया पहले एक वापस लें।
