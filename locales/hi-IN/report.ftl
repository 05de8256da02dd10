### The report of a meeting.

report-of = { $meeting } का प्रतिवेदन
report-too-early = प्रतिवेदन बैठक आरंभ होने के बाद तैयार किया जाता है।
report-state-draft = प्रारूप
report-state-approved = अनुमोदित, अप्रकाशित
report-state-published = प्रकाशित
report-marking-public = सार्वजनिक
report-marking-unpublished = अप्रकाशित – पाठक: { $clearance }
report-published = प्रकाशित: { $when }
report-not-published = अप्रकाशित
report-publish-title = यह संस्करण प्रकाशित करें
report-publish = प्रकाशित करें
report-readers-public = इस समझौते में भूमिका रखने वाले सभी इसे पढ़ेंगे, दूसरे पक्ष के अतिथि भी। जो सार्वजनिक है, वह किसी को भी दिया जा सकता है।
report-readers-partner = इस समझौते में भूमिका रखने वाले सभी इसे पढ़ेंगे, दूसरे पक्ष के अतिथि भी।
report-readers-delegation = हमारा प्रतिनिधिमंडल इसे पढ़ेगा, दूसरे पक्ष का कोई नहीं।
report-readers-principals = केवल शीर्ष प्राधिकारी और मुख्य वार्ताकार इसे पढ़ेंगे।
report-confirm = मैंने नीचे दिया गया प्रतिवेदन पढ़ लिया है; ये पाठक यह सब जान सकते हैं।
report-delegation = { $party } का प्रतिनिधिमंडल
report-agenda = कार्यसूची में: { $items }।
report-no-session = किसी अध्याय पर चर्चा नहीं हुई।
report-all-discussed = सभी अध्यायों पर चर्चा हुई।
report-nothing-moved = { $from } से { $to } तक किसी अध्याय के पाठ की स्थिति नहीं बदली।
report-closed-now = बंद हुए: { $chapters }।
report-none-closed = कोई अध्याय बंद नहीं हुआ।
report-no-brackets = न पहले, न बाद में कोई कोष्ठक खुला था।
report-no-next = कोई अगली बैठक नियोजित नहीं है।
report-detail = विवरण
report-dealt = परिणाम और कार्यसूची
report-before = पहले
report-after = बाद में
report-all-chapters = ये सभी

## In the list of changes

changed-report-draft = प्रतिवेदन का प्रारूप, संस्करण:
changed-report-language = प्रतिवेदन की भाषा:
changed-report-clear = प्रतिवेदन किसके लिए है:
changed-report-generate = प्रतिवेदन के तथ्य सम्मिलित
changed-report-regenerate = प्रतिवेदन हेतु नए तथ्य मिले
changed-report-renew = प्रतिवेदन के तथ्य पुनः निर्मित, संस्करण:
changed-report-write = प्रतिवेदन संपादित:
changed-report-approve = प्रतिवेदन अनुमोदित, संस्करण:
changed-report-publish = प्रतिवेदन प्रकाशित, संस्करण:

## Rights, clearances, and what was saved

act-edit-report = बैठकों के प्रतिवेदन का प्रारूप बनाना और संपादित करना
act-approve-report = बैठकों के प्रतिवेदन अनुमोदित और प्रकाशित करना
field-report = बैठकों के प्रतिवेदन, सार्वजनिक रूप से प्रकाशित
field-report-draft = बैठकों के प्रतिवेदन, प्रकाशन तक
saved-report = प्रतिवेदन सहेजा गया।
saved-report-approved = प्रतिवेदन अनुमोदित हुआ। यह संस्करण यथावत रहेगा; दूसरों के पढ़ने के लिए इसे प्रकाशित करें।
saved-report-published = प्रतिवेदन प्रकाशित हुआ।
