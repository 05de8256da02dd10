### The report of a meeting.

report-of = Informe: { $meeting }
report-too-early = El informe se redacta una vez iniciada la reunión.
report-state-draft = borrador
report-state-approved = aprobado, sin publicar
report-state-published = publicado
report-marking-public = Público
report-marking-unpublished = Sin publicar – dirigido a: { $clearance }
report-published = Publicado { $when }
report-not-published = sin publicar
report-publish-title = Publicar esta versión
report-publish = Publicar
report-readers-public = Lo leerán todos los que tienen un papel en este acuerdo, incluidos los invitados de la contraparte. Lo público puede entregarse a cualquiera.
report-readers-partner = Lo leerán todos los que tienen un papel en este acuerdo, incluidos los invitados de la contraparte.
report-readers-delegation = Lo leerá nuestra delegación y nadie de la contraparte.
report-readers-principals = Lo leerán solo las altas autoridades y los jefes negociadores.
report-confirm = He leído el informe tal como figura abajo; estos lectores pueden conocerlo en su totalidad.
report-delegation = Delegación de { $party }
report-agenda = En la agenda: { $items }.
report-no-session = No se trató ningún capítulo.
report-all-discussed = Se trataron todos los capítulos.
report-nothing-moved = El texto de ningún capítulo cambió de estado del { $from } al { $to }.
report-closed-now = Cerrados: { $chapters }.
report-none-closed = No se cerró ningún capítulo.
report-no-brackets = No había corchetes abiertos, ni antes ni después.
report-no-next = No hay una próxima reunión prevista.
report-detail = Lo que consta
report-dealt = Resultado y agenda
report-before = Antes
report-after = Después
report-all-chapters = Todos estos

## In the list of changes

changed-report-draft = Informe redactado, versión:
changed-report-language = Idioma del informe:
changed-report-clear = El informe está dirigido a:
changed-report-generate = Datos del informe incorporados
changed-report-regenerate = Datos más recientes del informe hallados
changed-report-renew = Datos del informe generados de nuevo, versión:
changed-report-write = Informe editado:
changed-report-approve = Informe aprobado, versión:
changed-report-publish = Informe publicado, versión:

## Rights, clearances, and what was saved

act-edit-report = Redactar y editar informes de reuniones
act-approve-report = Aprobar y publicar informes de reuniones
field-report = Informes de reuniones, publicados como públicos
field-report-draft = Informes de reuniones, hasta su publicación
saved-report = El informe se guardó.
saved-report-approved = El informe está aprobado. Esta versión queda como está; publíquela para que otros la lean.
saved-report-published = El informe está publicado.
