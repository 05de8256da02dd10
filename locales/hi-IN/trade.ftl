## व्यापार के आँकड़े: शब्द

trade = व्यापार
trade-figures = व्यापार के आँकड़े
flow = प्रवाह
flow-exports = निर्यात
flow-imports = आयात
flow-total = कुल व्यापार
flow-balance = व्यापार शेष
traded = वस्तुएँ या सेवाएँ
traded-goods = वस्तुएँ
traded-services = सेवाएँ
traded-goods-and-services = वस्तुएँ और सेवाएँ
currency = मुद्रा
currency-USD = US$
currency-INR = ₹
currency-EUR = €
currency-GBP = £
currency-PEN = S/
currency-CLP = CLP
currency-CNY = CN¥
currency-JPY = JP¥
scale = संख्या किसमें है
scale-hint = स्तंभ की एक इकाई क्या है: “US$ मिलियन” वाली तालिका में मिलियन।
scale-units = इकाइयाँ
scale-thousand = हज़ार
scale-lakh = लाख
scale-million = मिलियन
scale-crore = करोड़
scale-billion = बिलियन
amount-units = { $currency } { $n }
amount-thousand = { $currency } { $n } हज़ार
amount-lakh = { $currency } { $n } लाख
amount-million = { $currency } { $n } मिलियन
amount-crore = { $currency } { $n } करोड़
amount-billion = { $currency } { $n } बिलियन
unit-million = { $currency } मिलियन
unit-billion = { $currency } बिलियन
per-cent = { $n } %
period = अवधि
period-fiscal = वित्त वर्ष { $years }
period-kind-fiscal-year = वित्त वर्ष
period-kind-calendar-year = कैलेंडर वर्ष
period-kind-month = महीने
period-kind-months = महीनों की अवधियाँ
growth = वृद्धि
growth-on-year = { $growth } वर्ष भर में
share = हिस्सा
value = मूल्य
commodity = वस्तु
hs-code = HS कोड
between = किनके बीच
country = देश
countries = देश
countries-count = { $count ->
    [one] { $n } देश
   *[other] { $n } देश
}

## स्क्रीन

trade-lede = हर स्रोत के अनुसार कितना व्यापार हुआ, साथ-साथ; हर संबंध का नवीनतम वर्ष।
no-figures = अभी व्यापार का कोई आँकड़ा नहीं रखा गया है।
no-figures-of-pair = इस व्यापार का अभी कोई आँकड़ा नहीं है।
some-goods = केवल कुछ वस्तुओं का व्यापार
some-goods-alone = कोई स्रोत दोनों का पूरा व्यापार नहीं बताता। इन वस्तुओं के आँकड़े हैं:
no-figures-of-region = इसके देशों पर अभी कोई आँकड़ा नहीं है।
trade-reported-by = { $reporter } की ओर से: निर्यात वहाँ से जाते हैं, आयात वहाँ आते हैं।
which-figures = कौन से आँकड़े
plot-description = { $flows }, { $from } से { $to } तक, { $unit } में। संख्याएँ नीचे की तालिका में हैं।
reckoned = गणना से
sum-of-lines = { $count ->
    [one] { $n } पंक्तियों का योग
   *[other] { $n } पंक्तियों का योग
}
source-number = स्रोत { $n }
sources = स्रोत
sources-differ = { $count ->
    [one] { $n } स्रोत अलग हैं
   *[other] { $n } स्रोत अलग हैं
}
figures-contradict = { $count ->
    [one] { $n } आँकड़ों पर स्रोत एक-दूसरे से भिन्न हैं। नीचे वे साथ-साथ हैं।
   *[other] { $n } आँकड़ों पर स्रोत एक-दूसरे से भिन्न हैं। नीचे वे साथ-साथ हैं।
}
flag-contradictions = { $count ->
    [one] { $n } विरोध
   *[other] { $n } विरोध
}
where-sources-differ = स्रोत कहाँ अलग हैं
where-sources-differ-lede = दो आँकड़े तब भिन्न हैं जब उनका अंतर पूर्णांकन से अधिक हो।
apart = अंतर
believed = कौन सा दिखाया गया
preferred = वरीय
shown = दिखाया गया
shown-why = किसी ने नहीं चुना: पहले सत्यापित स्रोत, फिर सबसे बाद में दर्ज।
choose-source = स्रोत चुनें
prefer-source = स्रोत को वरीयता दें
prefer-hint = उस पर क्यों भरोसा किया जाए। बाकी साथ में बने रहेंगे।
single-figures = इसके आँकड़े
trade-made-of = व्यापार किससे बना है
no-parts = इस अवधि के लिए किसी स्रोत ने इसके भाग नहीं बताए।
largest-of = { $all } में से पहले { $shown }।
all-figures = सभी आँकड़े
all-sources-of-this = इस पर सभी स्रोत

## लक्ष्य

targets = लक्ष्य
trade-target = लक्ष्य
target-of = किसे बढ़ना है
target-by = के अंत तक
target-by-hint = वर्ष: 2030 या FY2029-30।
newest = नवीनतम आँकड़ा
target-reached = पूरा हुआ
target-missing = शेष
target-met = पूरा
target-yearly = हर वर्ष आवश्यक वृद्धि
set-target = लक्ष्य तय करें
target-note-hint = किसने तय किया और ठीक किसका है।
drop-target = यह लक्ष्य हटाएँ
drop-target-hint = यह अब क्यों लागू नहीं है।

## आँकड़े दर्ज करना

record-figure = आँकड़ा दर्ज करें
record-figure-lede = एक आँकड़ा जैसा स्रोत ने छापा। उसी पर दूसरे स्रोत का कथन साथ में रहता है।
trade-reporter = किसकी ओर से
trade-reporter-hint = वह देश जिसके निर्यात और आयात हैं: नाम या दो अक्षर।
trade-partner-hint = देश, EFTA जैसा समूह, क्षेत्र, या विश्व।
hs-hint = पूरे व्यापार के लिए रिक्त। शुरू का शून्य छूट सकता है: 3 को 03 पढ़ा जाता है।
commodity-hint = केवल जब स्रोत बिना कोड के वस्तु का नाम दे।
period-hint = FY2022-23, 2022, 2022-04, या महीने जैसे 2024-04..2024-11।
value-hint = जैसा छपा है: 865.91 या 1,23,456.78; ऋणात्मक (1,234)।
publisher = प्रकाशक
figure-publisher-hint = किसने प्रकाशित किया: मंत्रालय, समाचार पत्र। समान नाम और शीर्षक समान स्रोत हैं।
known-sources = पहले से ज्ञात स्रोत
figure-illustrative = प्रदर्शन के लिए कल्पित
correct-figure = इसका मूल्य सुधारें
correct-figure-hint = क्या ग़लत था: छपाई की भूल, स्रोत का संशोधन।
withdraw-figure = यह आँकड़ा वापस लें
withdraw-figure-hint = इसे दर्ज क्यों नहीं होना चाहिए था।

## आयात करना

import-figures = फ़ाइल से आँकड़े लें
import-lede = CSV या XLSX तालिका भेजें। आप स्तंभ चुनते हैं, हर अस्वीकृत होने वाली पंक्ति देखते हैं, और तभी सहेजते हैं।
table-file = फ़ाइल
table-file-hint = किसी भी सामान्य एन्कोडिंग में CSV, या बिना पासवर्ड XLSX; 32 MB तक।
send-file = भेजें और देखें
import-try = आयात जाँचें
import-would = क्या होगा
import-added = जोड़े जाएँगे
import-changed = बदलेंगे
import-same = ज्यों के त्यों
import-refused = अस्वीकृत पंक्तियाँ
import-choose-columns = अभी कुछ नहीं पढ़ा गया: नीचे स्तंभ चुनें और फिर जाँचें।
import-commit = { $count ->
    [one] { $n } आँकड़े सहेजें
   *[other] { $n } आँकड़े सहेजें
}
leave-rows-out = { $count ->
    [one] { $n } अस्वीकृत पंक्तियाँ छोड़ें
   *[other] { $n } अस्वीकृत पंक्तियाँ छोड़ें
}
imported-files = ली गई फ़ाइलें
import-effect = { $added } जोड़े, { $changed } बदले
imported-by = आयातित
import-withdrawn = वापस लिया गया
withdraw-import = यह आयात वापस लें
withdraw-import-hint = जो जोड़ा था वह हटेगा, जो बदला था वह पहले जैसा होगा; बाद में हाथ से सुधारे आँकड़े वैसे ही रहेंगे।
figures-changed = इसने जो आँकड़े बदले
figure = आँकड़ा
before-import = पहले
today = आज
later-import = बाद का आयात
refused-rows = अस्वीकृत पंक्तियाँ
refused-rows-all = सभी CSV में
row = पंक्ति
why-refused = क्यों
columns-of-file = इसके स्तंभ क्या कहते हैं
no-column = कोई स्तंभ नहीं
every-period-column = हर स्तंभ जिसके शीर्ष पर अवधि है
for-all-rows = अन्यथा, सभी पंक्तियों के लिए
no-value-for-all = कुछ नहीं
sheet = शीट
head-row = शीर्षकों की पंक्ति
head-row-hint = जिस पंक्ति में स्तंभों के नाम हैं।
period-reading = अवधियाँ हैं
period-reading-hint = 2010-11 वित्त वर्ष है या महीना: फ़ाइल जो मानती हो, वह बताएँ।
reading-as-written = जैसे लिखे हैं
reading-fiscal-years = वित्त वर्ष
reading-calendar-years = कैलेंडर वर्ष
reading-months = महीने
decimal-mark = दशमलव चिह्न
mark-point = बिंदु: 1,234.56
mark-comma = अल्पविराम: 1.234,56
first-rows = फ़ाइल की पहली पंक्तियाँ
try-again = इन स्तंभों से जाँचें
field-of-hs = HS कोड
field-of-commodity = वस्तु
field-of-value = मूल्य
field-of-period = अवधि
field-of-partner = भागीदार
field-of-reporter = किसकी ओर से
field-of-flow = प्रवाह
field-of-traded = वस्तुएँ या सेवाएँ
field-of-currency = मुद्रा
field-of-scale = संख्या किसमें है

## क्षेत्र

regions = क्षेत्र
make-region = क्षेत्र बनाएँ
edit-region = क्षेत्र बदलें
region-code = अक्षर
region-code-hint = तीन से बारह अक्षर, जैसे LAC। ये नहीं बदलते।
region-publisher-hint = कौन इन देशों को यह क्षेत्र मानता है।
region-countries-hint = हर देश के दो अक्षर, बीच में रिक्त स्थान: PE CL BR।
region-counted-by = { $publisher } के अनुसार
region-sum = इसके देशों का योग
region-sum-lede = योग उन्हीं देशों का है जिन पर आँकड़ा है: कितने, यह आलेख में कोष्ठक में है। वृद्धि तब बताई जाती है जब दोनों वर्षों में देशों की संख्या समान हो।
region-as-one = क्षेत्र पर समग्र रूप से स्रोत
no-figure-on = इनका कोई आँकड़ा नहीं:
countries-known = आँकड़े वाले देश

## सहेजा गया

saved-figure = आँकड़ा सहेज लिया गया।
saved-figure-withdrawn = आँकड़ा वापस लिया गया; अभिलेख में कारण है।
saved-preference = स्रोत को वरीयता दी गई।
saved-import = फ़ाइल ले ली गई।
saved-import-withdrawn = आयात वापस लिया गया; अभिलेख कारण बताता है।
saved-target = लक्ष्य तय हुआ।
saved-target-dropped = लक्ष्य हटाया गया; अभिलेख में कारण है।
saved-region = क्षेत्र सहेज लिया गया।
field-trade-figure = व्यापार के आँकड़े, उनके स्रोत सहित
field-trade-target = व्यापार के लक्ष्य, और कोई स्रोत क्यों चुना गया

## आँकड़े, फ़ाइल या पंक्ति में क्या ग़लत है

error-not-an-hs-code = HS कोड के अंक लिखें: दो से दस।
error-no-such-hs-chapter = सामंजस्य प्रणाली में अध्याय { $argument } नहीं है।
error-not-a-period = “{ $argument }” अवधि नहीं है। FY2022-23, 2022 या 2022-04 लिखें।
error-ambiguous-period = “{ $argument }” वित्त वर्ष या महीना हो सकता है: ऊपर बताएँ, या वर्ष से पहले FY लिखें।
error-not-an-amount = “{ $argument }” तालिका में छपने जैसी संख्या नहीं है।
error-amount-too-large = यह संख्या बहुत बड़ी है। क्या इकाई सही है?
error-negative-trade = व्यापार शून्य से कम नहीं हो सकता; केवल व्यापार शेष हो सकता है।
error-hs-of-services = सेवाओं का HS कोड नहीं होता।
error-trades-with-itself = देश अपने साथ व्यापार नहीं करता: दूसरा भागीदार चुनें।
error-no-such-country = “{ $argument }” ज्ञात देश नहीं है। नाम या दो अक्षर लिखें।
error-no-such-place = “{ $argument }” ज्ञात देश, समूह या क्षेत्र नहीं है।
error-no-such-flow = “{ $argument }” प्रवाह नहीं है। निर्यात, आयात, कुल या शेष लिखें।
error-figure-exists = इस स्रोत का इसी पर आँकड़ा पहले से है: उसे सुधारें।
error-not-a-year = वर्ष लिखें: 2030 या FY2029-30।
error-target-of-nothing = लक्ष्य शून्य से अधिक होना चाहिए।
error-not-a-region-code = तीन से बारह अक्षर या अंक लिखें जो किसी और समूह के न हों।
error-region-exists = इन अक्षरों का क्षेत्र पहले से है।
error-table-missing = ऐसी फ़ाइल चुनें जिसमें कुछ हो।
error-table-too-large = फ़ाइल { $argument } MB से बड़ी है। भागों में भेजें।
error-table-encrypted = फ़ाइल में पासवर्ड है या पुरानी .xls है: बिना पासवर्ड .xlsx या .csv में सहेजें।
error-table-bomb = फ़ाइल खुलकर बहुत बड़ी हो जाएगी। फिर से सहेजकर भेजें।
error-table-macros = फ़ाइल में मैक्रो हैं: बिना मैक्रो .xlsx में सहेजें।
error-table-kind = यह तालिका नहीं है: CSV या XLSX भेजें।
error-table-broken = फ़ाइल अंत तक नहीं पढ़ी जा सकी। फिर से सहेजकर भेजें।
error-table-too-long = तालिका में { $argument } से अधिक पंक्तियाँ हैं। भागों में भेजें।
error-table-without-rows = फ़ाइल में कोई पंक्ति नहीं है।
error-no-such-column = फ़ाइल में “{ $argument }” स्तंभ नहीं है।
error-column-or-value = स्तंभ चुनें, या सभी पंक्तियों के लिए एक मान।
error-no-period-heads = किसी स्तंभ के शीर्ष पर अवधि नहीं है। मूल्यों का स्तंभ चुनें।
error-period-heads-twice = “{ $argument }” किसी और स्तंभ की भी अवधि है: मूल्यों का एक ही स्तंभ चुनें।
error-no-such-currency = “{ $argument }” यहाँ ज्ञात मुद्रा नहीं है। उसके तीन अक्षर लिखें, जैसे USD।
error-no-such-scale = “{ $argument }” कोई पैमाना नहीं है। इकाई, हज़ार, लाख, मिलियन, करोड़ या बिलियन लिखें।
error-row-repeats = पंक्ति { $argument } जैसी ही बात कहती है।
error-no-sound-row = कोई पंक्ति सहेजी नहीं जा सकती।
error-rows-refused = { $argument } पंक्तियाँ अस्वीकृत होंगी। फ़ाइल सुधारें, या उन्हें छोड़ने पर निशान लगाएँ।
error-import-withdrawn-already = यह आयात पहले ही वापस लिया जा चुका है।
error-import-untraced = यह फ़ाइल तब आयात हुई जब Accord आयात के बदलाव नहीं रखता था: इसे पूरा वापस नहीं लिया जा सकता।
error-import-not-last = इस स्रोत की बाद की फ़ाइल ने वही आँकड़े बदले हो सकते हैं। पहले उसे वापस लें।

unit-crore = { $currency } करोड़
sum-of-months = बारह महीनों का योग
sum-of-flows = निर्यात + आयात
hs-part-of = इसका भाग: { $chapter }
yes = हाँ
no = नहीं

## Sources

figures-of-source = { $count ->
    [one] इसका { $n } आँकड़ा रखा है।
   *[other] इसके { $n } आँकड़े रखे हैं।
}
source-complete = इसके एचएस कोड मिलकर पूरा व्यापार हैं, इसलिए उनका योग कुल है
source-field-publisher = प्रकाशक
source-field-source_title = शीर्षक
source-field-verified = स्रोत सत्यापित
source-field-illustrative = उदाहरणार्थ
source-field-complete = कोड मिलकर पूरा व्यापार हैं
saved-source = स्रोत सहेज लिया गया।
error-source-exists = इस प्रकाशक और शीर्षक का दूसरा स्रोत है। दूसरा शीर्षक दें, या जो है उसे संपादित करें।

## A file as it is read

as-read = जैसा पढ़ा गया
as-read-lede = योग देखें: गलत इकाई, दशमलव चिह्न या स्तंभ कुछ भी रखने से पहले यहीं दिख जाता है।
figures = आँकड़े
hs-chapters = एचएस अध्याय
sum = योग
everything = सब कुछ
first-of = { $all } में से पहले { $shown }।
table-formulas = { $count ->
    [one] { $n } कक्ष सूत्र है: कार्यपुस्तिका ने जो अंतिम बार गिना, वही पढ़ा गया।
   *[other] { $n } कक्ष सूत्र हैं: कार्यपुस्तिका ने जो अंतिम बार गिना, वही पढ़ा गया।
}
codes-whole = फ़ाइल के कोड हैं
codes-whole-hint = पूरा व्यापार हों तभी उनका योग कुल है।
codes-whole-all = पूरा व्यापार: उनका योग कुल है
codes-whole-part = केवल कुछ वस्तुएँ
error-sum-too-large = जोड़ने पर ये आँकड़े किसी भी देश के व्यापार से अधिक हैं। क्या इकाई सही है?
