## Consultas

consultations = Consultas
consultation = Consulta
consultations-lede = Exportadores, gremios y ministerios responden línea por línea, por un enlace privado, sin cuenta.
no-consultations = Todavía no se ha consultado a nadie.
open-consultation = Abrir una consulta
concerns = Se refiere a
closes-on = Abierta hasta
closes-on-hint = El último día para responder: 2026-12-31.
closes-told = abierta hasta el { $day }
answered = Respondida
answered-told = respondieron { $rate }
introduction = Introducción
introduction-hint = Qué se pregunta y por qué. Lo lee quien tenga el enlace.
lines-asked = Qué se pregunta
lines-hint = Una por línea: un código SA seguido de palabras (8703 Automóviles), o una pregunta.
asked-people = A quiénes se preguntó
nobody-asked = Nadie tiene un enlace todavía.
invite = Invitar
invite-name-hint = Una empresa, un gremio, un ministerio: elija uno conocido o escriba un nombre nuevo.
make-link = Crear un enlace privado
private-link = Enlace privado
link-once = Este enlace se muestra solo esta vez. Envíelo solo a ellos: quien lo tenga puede responder.
invited = Invitado
link-revoked = enlace anulado
revoke-link = Anular el enlace
revoke-link-of = Anular el enlace de { $name }
renew-link = Enlace nuevo
renew-link-of = Enlace nuevo para { $name }
no-answers = Sin respuestas todavía.
asked-as = consultado como { $name }
your-stance = Su posición
your-words = En sus palabras
no-answer = Sin respuesta
send-answers = Enviar las respuestas
answered-meanwhile = Entretanto se respondió con el mismo enlace. Lo que escribió sigue aquí: envíelo de nuevo para reemplazarlo.
asked-otherwise-meanwhile = Las líneas cambiaron desde que abrió esta página. Lo que escribió sigue aquí: vea si corresponde y envíelo de nuevo.
consultation-is-closed = Esta consulta está cerrada. Gracias.
stakeholder-kind-exporter = Exportador
stakeholder-kind-importer = Importador
stakeholder-kind-council = Gremio o cámara
stakeholder-kind-ministry = Ministerio
stakeholder-kind-union = Sindicato
stakeholder-kind-other = Otro
line-stance-support = A favor
line-stance-conditional = Con condiciones
line-stance-oppose = En contra
line-stance-no-interest = Sin interés
saved-consultation = La consulta está abierta. Cree un enlace privado para cada consultado.
saved-link-revoked = El enlace ya no abre nada; lo respondido queda.
saved-link-renewed = El enlace anterior ya no abre nada; lo respondido queda.
saved-answers = Gracias: sus respuestas se enviaron. Puede cambiarlas con este enlace hasta el cierre.
act-consult = Abrir una consulta e invitar
field-consultation = Consultas y sus respuestas
changed-consultation-open = Consulta abierta
changed-consultation-invite = Invitado a una consulta
changed-consultation-revoke = Enlace a una consulta anulado
changed-consultation-answer = Consulta respondida
changed-consultation-answer-anew = Respuestas a una consulta cambiadas
changed-consultation-answer-line = Línea de una consulta respondida
changed-consultation-renew = Enlace nuevo a una consulta
changed-consultation-title = Título de una consulta
changed-consultation-introduction = Introducción de una consulta
changed-consultation-closes_on = Día de cierre de una consulta
changed-consultation-lines = Lo que pregunta una consulta
error-too-many-lines = Una consulta tiene como máximo { $argument } líneas.
error-too-many-invited = Una consulta se dirige como máximo a { $argument }.
error-answer-too-long = Todos sus comentarios juntos pueden tener { $argument } caracteres, y desde aquí tienen más. Acorte algunos.
error-lines-are-answered = Alguien ya respondió: las líneas quedan como se preguntaron. Abra otra consulta para preguntar más.
error-day-is-past = Este día ya pasó.
error-already-invited = Ya tiene un enlace.
error-consultation-closed = Esta consulta está cerrada: no se envió nada.
error-nothing-answered = Responda al menos una línea.
error-stance-missing = Elija su posición sobre esta línea.
your-answers = Sus respuestas
answer-by-file = Responder en una hoja de cálculo
answer-by-file-told = Llene la plantilla fuera de esta página y tráigala de vuelta: el formulario de abajo se llena con ella, y nada se envía hasta que usted lo envíe.
download-template = Descargar la plantilla (XLSX)
answers-file-hint = La plantilla, o un CSV con las mismas columnas; hasta { $size } MB.
fill-from-file = Llenar el formulario con el archivo
in-row = Fila { $row }: { $sentence }
saved-answers-read = El formulario se llenó con su archivo. Todavía no se envió nada: revíselo y luego envíe las respuestas.
error-no-answer-columns = El archivo no tiene columna para el número o el código SA de la línea, o no la tiene para su posición. Parta de la plantilla.
error-rows-not-asked = Estas filas no son de ninguna línea consultada, o su número y su código SA son de líneas distintas: { $argument }.
error-unknown-stance = «{ $argument }» no es una de las respuestas ofrecidas. Elija una de la lista.
error-line-answered-twice = La fila { $argument } ya responde esta línea; abajo figura esa respuesta.
stakeholders = Partes interesadas
stakeholder = Parte interesada
stakeholders-lede = Quiénes fueron consultados en los acuerdos de cuya delegación usted forma parte.
no-stakeholders = Todavía no se ha consultado a nadie en un acuerdo suyo.
no-stakeholders-fit = Nadie coincide con estos filtros.
name-holds = El nombre contiene
all-kinds = Todos los tipos
asked-in = Consultas
possible-duplicates = Posibles duplicados
possible-duplicates-told = Solo difieren en mayúsculas, espacios, puntuación, tildes o forma societaria. Nada se fusiona por sí solo.
stakeholders-compared = Dos partes interesadas, lado a lado
compare-stakeholders = Comparar
compare-both = Comparar { $one } y { $other }
not-answered = sin responder
answered-on = Respondida el
answers = Respuestas
answers-changed = { $count ->
    [one] Se cambió { $n } respuesta a esta línea
    [many] Se cambiaron { $n } de respuestas a esta línea
   *[other] Se cambiaron { $n } respuestas a esta línea
}
lines-more = { $count ->
    [one] { $n } línea más
    [many] { $n } de líneas más
   *[other] { $n } líneas más
}
edit-consultation = Editar la consulta
closes-on-edit-hint = El último día para responder: 2026-12-31. Un día posterior la extiende; el día anterior a hoy la cierra de inmediato.
lines-edit-hint = Una por línea, como se escribieron. No cambian una vez que alguien responde.
lines-stay = Las líneas quedan como se preguntaron: alguien ya respondió.
answered-when = respondida { $when }
line-asked = Qué se preguntó
line-stance = Posición
comment = Comentario
known-as = También conocida como
merged-by = fusionada por { $who }, { $when }
edit-stakeholder = Editar la ficha
stakeholder-country-hint = Opcional. Un nombre o dos letras.
stakeholder-note-hint = La lee toda delegación que la consulte: no escriba aquí nada de un acuerdo.
merge-stakeholders = Fusionarlas
which-stays = Cuál queda
which-stays-hint = La otra pasa a ser un nombre más de esta, con sus invitaciones y respuestas.
merge-reason-hint = Cómo sabe que son una sola. Se guarda con el cambio y se muestra junto al nombre.
may-not-merge = Las fusiona quien puede consultar en todos los acuerdos que consultaron a una de ellas.
lines-answered = { $count ->
    [one] { $n } línea respondida
    [many] { $n } de líneas respondidas
   *[other] { $n } líneas respondidas
}
invite-anyway = No son la misma: invitar de todos modos
saved-stakeholder = La ficha se guardó.
saved-merged = Desde ahora son una sola. Aquí están las invitaciones y respuestas de ambas.
changed-stakeholder-merge = Partes interesadas fusionadas
error-looks-invited = Se parece a { $argument }, que ya está invitada. Si no son la misma, marque la casilla de abajo.

## Stances heard elsewhere

stances = Posturas conocidas
stances-lede = La postura de los interesados ante este acuerdo y sus capítulos, según se supo en reuniones, por carta o en la prensa. Lo que responden a una consulta está con ella.
no-stances = Aún no se conoce ninguna.
record-stance = Registrar una postura
stance-name-hint = Una empresa, un gremio, un ministerio: elija uno conocido o escriba un nombre nuevo.
stance-words = En sus palabras
stance-words-hint = Qué pidieron y con qué condiciones.
heard-on = Conocida el
heard-at = Dónde se conoció
heard-at-hint = Una reunión, una carta, un artículo.
withdraw-stance = Retirar una postura
stance-withdrawn = Cuál
saved-stance = La postura está registrada.
saved-stance-withdrawn = La postura está retirada; el registro dice por qué.
changed-consultation-hear = Postura conocida
changed-consultation-unhear = Postura retirada
error-looks-known = Se parece a { $argument }, que ya es conocido. Elija ese nombre o, si no son el mismo, marque la casilla de abajo.
not-the-same = No son el mismo
