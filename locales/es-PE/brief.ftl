### The minister’s brief.

brief-nothing-moved = Nada cambió del { $from } al { $to }.

## In the list of changes

changed-brief-draft = Nota redactada, versión:
changed-brief-language = Idioma de la nota:
changed-brief-clear = Nivel de acceso de la nota:
changed-brief-generate = Datos de la nota incorporados
changed-brief-regenerate = Datos más recientes de la nota hallados
changed-brief-renew = Datos de la nota generados de nuevo, versión:
changed-brief-write = Nota editada:
changed-brief-approve = Nota aprobada, versión:

## Rights, clearances, and what was saved

act-edit-brief = Redactar, editar y reservar la nota para el ministro
act-approve-brief = Aprobar la nota para el ministro
field-brief = Nota para el ministro, aprobada
field-brief-draft = Nota para el ministro, borrador
field-brief-raised = Nota reservada a las altas autoridades
saved-brief = La nota se guardó.
saved-brief-approved = La nota está aprobada. Esta versión queda como está.
