### The calendar feed: in my account, and in the calendar itself.

calendar = Calendario
calendar-told = Una dirección desde la que un programa de calendario lee sus reuniones, hitos y compromisos, hasta donde usted puede verlos, y se mantiene al día. Quien tenga la dirección los lee sin iniciar sesión: no la comparta.
# $when is a day and a time.
calendar-made = La dirección se creó el { $when }.
calendar-anew-told = Una dirección nueva anula esta.
calendar-make = Crear una dirección
calendar-make-anew = Crear una dirección nueva
calendar-revoke = Anular la dirección
saved-calendar-revoked = La dirección del calendario quedó anulada. Ya no se puede leer nada con ella.
calendar-address = Dirección de su calendario
calendar-address-hint = Agréguela en su programa de calendario como calendario de internet.
calendar-once = Esta dirección se muestra una sola vez. Cópiela ahora; si se pierde, cree una nueva.
calendar-subscribe = Abrir en un programa de calendario
# The name of the calendar. $name is a person.
calendar-of = Accord: { $name }
# An entry on the day something is due. $what is what has to be done.
calendar-due = Fecha límite: { $what }
