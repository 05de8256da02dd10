### The calendar feed: in my account, and in the calendar itself.

calendar = कैलेंडर
calendar-told = एक पता जिससे कैलेंडर प्रोग्राम आपकी बैठकें, महत्वपूर्ण तिथियाँ और आपके ज़िम्मे के कार्य पढ़ता है, जहाँ तक आप उन्हें देख सकते हैं, और अद्यतन रहता है। जिसके पास यह पता है वह बिना लॉग इन किए पढ़ सकता है: इसे अपने तक रखें।
# $when is a day and a time.
calendar-made = पता { $when } को बनाया गया था।
calendar-anew-told = नया पता बनाने पर यह पता बंद हो जाता है।
calendar-make = पता बनाएँ
calendar-make-anew = नया पता बनाएँ
calendar-revoke = पता रद्द करें
saved-calendar-revoked = कैलेंडर का पता रद्द कर दिया गया है। अब इससे कुछ नहीं पढ़ा जा सकता।
calendar-address = आपके कैलेंडर का पता
calendar-address-hint = इसे अपने कैलेंडर प्रोग्राम में इंटरनेट कैलेंडर के रूप में जोड़ें।
calendar-once = यह पता केवल एक बार दिखाया जाता है। इसे अभी कॉपी कर लें; खो जाने पर नया बनाएँ।
calendar-subscribe = कैलेंडर प्रोग्राम में खोलें
# The name of the calendar. $name is a person.
calendar-of = Accord: { $name }
# An entry on the day something is due. $what is what has to be done.
calendar-due = नियत तिथि: { $what }
