### Documents made from the record and finished by a person: what the minister’s brief and the report of a meeting share.

document-marking = गोपनीय – { $clearance } एवं उच्चतर स्तर
document-draft = प्रारूप, अनुमोदित नहीं
document-approved-by = अनुमोदन: { $who }, { $when }
document-generated = { $when } को, उस समय के अभिलेख से निर्मित
document-fact = वर्तमान स्थिति
document-language = लेखन की भाषा
document-save-and-renew = सहेजें और तथ्य पुनः निर्मित करें
document-approve = यह संस्करण अनुमोदित करें
document-word = वर्ड फ़ाइल
document-versions = संस्करण
document-version = संस्करण { $n }
document-moved = इन तथ्यों के निर्माण के बाद क्या बदला
document-settle = नए तथ्य
document-settle-later = बाद में निर्णय करें
document-settlement-take = नया पाठ अपनाएँ
document-settlement-keep = ऊपर के खाने का पाठ रखें
document-not-generated = इन पाठकों के लिए निर्मित नहीं। यहाँ आप जो लिखेंगे, वे सभी पढ़ेंगे।

## By what the document is

document-kind-brief = मंत्री हेतु संक्षिप्त टिप्पणी
document-kind-report = प्रतिवेदन
document-none-brief = इस समझौते की टिप्पणी अभी तक तैयार नहीं की गई है। अभिलेख की जानकारी स्वतः भरी जाएगी; क्या कहना है, यह आपको लिखना है।
document-none-report = इस बैठक का प्रतिवेदन अभी तक तैयार नहीं किया गया है। अभिलेख की जानकारी स्वतः भरी जाएगी, जहाँ तक पाठक उसे जान सकते हैं; सारांश और आगामी कदम आपको लिखने हैं।
document-begin-brief = टिप्पणी का प्रारूप बनाएँ
document-begin-report = प्रतिवेदन का प्रारूप बनाएँ
document-edit-brief = टिप्पणी संपादित करें
document-edit-report = प्रतिवेदन संपादित करें
document-edit-lede-brief = प्रत्येक भाग का पाठ, जैसा मुद्रित होगा। तालिका की पंक्ति में “ | ” दो स्तंभों को अलग करता है। पहले से अनुमोदित टिप्पणी यथावत रहती है: आपका संपादन नया प्रारूप आरंभ करता है।
document-edit-lede-report = प्रत्येक भाग का पाठ, जैसा मुद्रित होगा। तालिका की पंक्ति में “ | ” स्तंभों को अलग करता है। पहले से अनुमोदित प्रतिवेदन यथावत रहता है: आपका संपादन नया प्रारूप आरंभ करता है।
document-clearance-brief = अनुमोदन के बाद कौन पढ़ सकता है
document-clearance-report = किसके लिए है
document-clearance-hint-brief = शीर्ष प्राधिकारियों तक सीमित करने पर टिप्पणी अन्य किसी के लिए उपलब्ध नहीं रहती।
document-clearance-hint-report = प्रकाशित होने पर वे और उनसे ऊपर के सभी इसे पढ़ते हैं। जो तथ्य वे नहीं जान सकते, तुरंत हटा दिए जाते हैं; आपका लिखा बना रहता है और उसकी जाँच आपको करनी है।

## The parts, in the order of the page: headings

document-part-header = एक दृष्टि में
document-part-state = अध्यायों की स्थिति
document-part-changes = हाल के परिवर्तन
document-part-objectives = हमारे उद्देश्य
document-part-arguments = तर्क
document-part-tactical-arguments = रणनीतिक तर्क
document-part-their-objectives = दूसरे पक्ष के उद्देश्य
document-part-our-response = हमारा उत्तर
document-part-press-line = प्रेस हेतु वक्तव्य
document-part-background = पृष्ठभूमि
document-part-points-certain = निश्चित रूप से उठाए जाने वाले विषय
document-part-points-possible = संभवतः उठाए जाने वाले विषय
document-part-points-unlikely = जिन विषयों के उठने की संभावना कम है
document-part-sitting = बैठक
document-part-summary = सारांश
document-part-in-session = जिन अध्यायों पर चर्चा हुई
document-part-not-discussed = जिन अध्यायों पर चर्चा नहीं हुई
document-part-movement = जिन अध्यायों की स्थिति बदली
document-part-closed-chapters = बंद हुए अध्याय
document-part-bracket-counts = खुले कोष्ठक
document-part-next-steps = आगामी कदम
document-part-next-meeting = अगली बैठक

## What is to be written in the parts that are not generated

document-hint-objectives = मंत्री को क्या प्राप्त करना है।
document-hint-arguments = पक्ष के कारण, सबसे प्रबल पहले।
document-hint-tactical-arguments = क्या केवल प्रसंग आने पर कहना है।
document-hint-their-objectives = दूसरा पक्ष क्या चाहता है और यह कैसे ज्ञात है।
document-hint-our-response = उस पर हमारा उत्तर क्या है।
document-hint-press-line = एक-दो वाक्य जो सार्वजनिक रूप से कहे जा सकें।
document-hint-points-certain = प्रति पंक्ति एक, उत्तर सहित।
document-hint-points-possible = प्रति पंक्ति एक, प्रसंग आने पर उत्तर सहित।
document-hint-points-unlikely = प्रति पंक्ति एक, केवल जहाँ गलत उत्तर हानिकारक हो।
document-hint-summary = बैठक में क्या प्राप्त हुआ, कुछ वाक्यों में।
document-hint-next-steps = अगली बैठक तक कौन क्या करेगा, प्रति पंक्ति एक।
