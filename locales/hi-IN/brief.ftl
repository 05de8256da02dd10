### The minister’s brief.

brief-nothing-moved = { $from } से { $to } तक कोई प्रगति नहीं हुई।

## In the list of changes

changed-brief-draft = टिप्पणी का प्रारूप, संस्करण:
changed-brief-language = टिप्पणी की भाषा:
changed-brief-clear = टिप्पणी का अनुमति-स्तर:
changed-brief-generate = टिप्पणी के तथ्य सम्मिलित
changed-brief-regenerate = टिप्पणी हेतु नए तथ्य मिले
changed-brief-renew = टिप्पणी के तथ्य पुनः निर्मित, संस्करण:
changed-brief-write = टिप्पणी संपादित:
changed-brief-approve = टिप्पणी अनुमोदित, संस्करण:

## Rights, clearances, and what was saved

act-edit-brief = मंत्री हेतु टिप्पणी का प्रारूप बनाना, संपादित करना और स्तर बदलना
act-approve-brief = मंत्री हेतु टिप्पणी अनुमोदित करना
field-brief = मंत्री हेतु टिप्पणी, अनुमोदित
field-brief-draft = मंत्री हेतु टिप्पणी, प्रारूप
field-brief-raised = शीर्ष प्राधिकारियों तक सीमित टिप्पणी
saved-brief = टिप्पणी सहेजी गई।
saved-brief-approved = टिप्पणी अनुमोदित हुई। यह संस्करण यथावत रहेगा।
