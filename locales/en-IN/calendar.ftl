### The calendar feed: in my account, and in the calendar itself.

calendar = Calendar
calendar-told = An address from which a calendar program reads your meetings, milestones and what you owe, as far as you may see them, and keeps up to date. Whoever has the address reads it without signing in: keep it to yourself.
# $when is a day and a time.
calendar-made = The address was made on { $when }.
calendar-anew-told = A new address ends this one.
calendar-make = Make an address
calendar-make-anew = Make a new address
calendar-revoke = Revoke the address
saved-calendar-revoked = The address of the calendar is revoked. Nothing can be read with it any more.
calendar-address = Address of your calendar
calendar-address-hint = Add it in your calendar program as a calendar from the internet.
calendar-once = This address is shown once. Copy it now; if it is lost, make a new one.
calendar-subscribe = Open in a calendar program
# The name of the calendar. $name is a person.
calendar-of = Accord – { $name }
# An entry on the day something is due. $what is what has to be done.
calendar-due = Due: { $what }
