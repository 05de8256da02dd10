### The minister’s brief: made from the record, finished by a person.

brief = मंत्री हेतु संक्षिप्त टिप्पणी
brief-marking = गोपनीय – { $clearance } एवं उच्चतर स्तर
brief-draft = प्रारूप, अनुमोदित नहीं
brief-approved-by = अनुमोदन: { $who }, { $when }
brief-generated = { $when } को, उस समय के अभिलेख से निर्मित
brief-fact = वर्तमान स्थिति
brief-nothing-moved = { $from } से { $to } तक कोई प्रगति नहीं हुई।
brief-none = इस समझौते की टिप्पणी अभी तक तैयार नहीं की गई है। अभिलेख की जानकारी स्वतः भरी जाएगी; क्या कहना है, यह आपको लिखना है।
brief-language = लेखन की भाषा
brief-begin = टिप्पणी का प्रारूप बनाएँ
brief-edit = टिप्पणी संपादित करें
brief-edit-lede = प्रत्येक भाग का पाठ, जैसा मुद्रित होगा। तालिका की पंक्ति में “ | ” दो स्तंभों को अलग करता है। पहले से अनुमोदित टिप्पणी यथावत रहती है: आपका संपादन नया प्रारूप आरंभ करता है।
brief-save-and-renew = सहेजें और तथ्य पुनः निर्मित करें
brief-approve = यह संस्करण अनुमोदित करें
brief-word = वर्ड फ़ाइल
brief-versions = संस्करण
brief-version = संस्करण { $n }
brief-moved = इन तथ्यों के निर्माण के बाद क्या बदला
brief-settle = नए तथ्य
brief-settle-later = बाद में निर्णय करें
brief-settlement-take = नया पाठ अपनाएँ
brief-settlement-keep = ऊपर के खाने का पाठ रखें
brief-clearance = अनुमोदन के बाद कौन पढ़ सकता है
brief-clearance-hint = शीर्ष प्राधिकारियों तक सीमित करने पर टिप्पणी अन्य किसी के लिए उपलब्ध नहीं रहती।
brief-part-changed = टिप्पणी, { $part }:

## Its parts, in the order of the page: headings

brief-part-header = एक दृष्टि में
brief-part-state = अध्यायों की स्थिति
brief-part-changes = हाल के परिवर्तन
brief-part-objectives = हमारे उद्देश्य
brief-part-arguments = तर्क
brief-part-tactical-arguments = रणनीतिक तर्क
brief-part-their-objectives = दूसरे पक्ष के उद्देश्य
brief-part-our-response = हमारा उत्तर
brief-part-press-line = प्रेस हेतु वक्तव्य
brief-part-background = पृष्ठभूमि
brief-part-points-certain = निश्चित रूप से उठाए जाने वाले विषय
brief-part-points-possible = संभवतः उठाए जाने वाले विषय
brief-part-points-unlikely = जिन विषयों के उठने की संभावना कम है

## What is to be written in the parts that are not generated

brief-hint-objectives = मंत्री को क्या प्राप्त करना है।
brief-hint-arguments = पक्ष के कारण, सबसे प्रबल पहले।
brief-hint-tactical-arguments = क्या केवल प्रसंग आने पर कहना है।
brief-hint-their-objectives = दूसरा पक्ष क्या चाहता है और यह कैसे ज्ञात है।
brief-hint-our-response = उस पर हमारा उत्तर क्या है।
brief-hint-press-line = एक-दो वाक्य जो सार्वजनिक रूप से कहे जा सकें।
brief-hint-points-certain = प्रति पंक्ति एक, उत्तर सहित।
brief-hint-points-possible = प्रति पंक्ति एक, प्रसंग आने पर उत्तर सहित।
brief-hint-points-unlikely = प्रति पंक्ति एक, केवल जहाँ गलत उत्तर हानिकारक हो।

## In the list of changes

changed-brief-draft = टिप्पणी का प्रारूप, संस्करण:
changed-brief-language = टिप्पणी की भाषा:
changed-brief-clear = टिप्पणी का अनुमति-स्तर:
changed-brief-generate = टिप्पणी के तथ्य सम्मिलित
changed-brief-regenerate = टिप्पणी हेतु नए तथ्य मिले
changed-brief-renew = टिप्पणी के तथ्य पुनः निर्मित, संस्करण:
changed-brief-write = टिप्पणी संपादित:
changed-brief-approve = टिप्पणी अनुमोदित, संस्करण:

## Rights, clearances, refusals, and what was saved

act-edit-brief = मंत्री हेतु टिप्पणी का प्रारूप बनाना, संपादित करना और स्तर बदलना
act-approve-brief = मंत्री हेतु टिप्पणी अनुमोदित करना
field-brief = मंत्री हेतु टिप्पणी, अनुमोदित
field-brief-draft = मंत्री हेतु टिप्पणी, प्रारूप
field-brief-raised = शीर्ष प्राधिकारियों तक सीमित टिप्पणी
saved-brief = टिप्पणी सहेजी गई।
saved-brief-approved = टिप्पणी अनुमोदित हुई। यह संस्करण यथावत रहेगा।
error-brief-approved-already = यह संस्करण पहले ही अनुमोदित है। नया प्रारूप आरंभ करने के लिए टिप्पणी संपादित करें।
error-brief-drafted-already = टिप्पणी का प्रारूप पहले ही बन चुका है। संपादित करने के लिए उसे खोलें।
