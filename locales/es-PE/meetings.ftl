### Meetings: their words, what their screens and forms say, and what can be wrong with them.

## Kinds of meeting. Each is also the standard title of a meeting of the kind.

meeting-kind-round = Ronda
meeting-kind-special-round = Ronda especial
meeting-kind-intersessional = Reunión interrondas
meeting-kind-stocktake = Reunión de balance
meeting-kind-ministerial = Reunión ministerial
meeting-kind-joint-committee = Comisión conjunta
meeting-kind-internal-preparation = Preparación interna
round-number = Ronda { $n }

## Where a meeting stands.

meeting-state-draft = Borrador
meeting-state-open = Convocada
meeting-state-in-progress = En curso
meeting-state-closed = Cerrada
meeting-state-called-off = Cancelada

## Before the reason why a meeting was taken to its state.

meeting-notice-draft = Devuelta a borrador:
meeting-notice-open = Convocada:
meeting-notice-in-progress = Reabierta:
meeting-notice-closed = Cerrada:
meeting-notice-called-off = Cancelada:

## Buttons that take a meeting to another state.

move-meeting-draft = Devolver a borrador
move-meeting-open = Convocar la reunión
move-meeting-in-progress = Iniciar la reunión
move-meeting-closed = Cerrar la reunión
move-meeting-called-off = Cancelar la reunión
move-meeting-reopen = Reabrir la reunión

## How the delegations meet.

mode-in-person = Presencial
mode-virtual = Virtual
mode-hybrid = Híbrida

## Who sees what, and who may do what: rows of the tables of rights.

field-held-round = Rondas en curso y celebradas, con lugar y fechas
field-planned-meeting = Reuniones previstas, y las celebradas que no son rondas
field-meeting-heads = Jefes de delegación y número de delegados
field-shared-agenda = Sesiones y su agenda compartida
field-outcome = Resultados de las sesiones
field-draft-meeting = Borradores de reuniones y preparaciones internas
field-delegates = Listas de delegados
field-minutes = Actas, y puntos de agenda solo nuestros
act-hold-meetings = Planificar, convocar, iniciar y cerrar reuniones
act-write-sessions = Escribir en una sesión: agenda, documentos, acta y resultado

## What changed, in the list of changes. Ends with a colon where values follow.

changed-meeting-plan = Reunión planificada:
changed-meeting-announce = Reunión convocada:
changed-meeting-move = Estado de la reunión:
changed-meeting-number = Número:
changed-meeting-title = Título:
changed-meeting-mode = Modalidad:
changed-meeting-host_party = Anfitrión:
changed-meeting-place = Lugar:
changed-meeting-zone = Zona horaria de la sede:
changed-meeting-dates = Fechas:
changed-meeting-clock = Hora de inicio:
changed-meeting-note = Nota:
changed-meeting-publisher = Fuente:
changed-meeting-source_title = Título de la fuente:
changed-meeting-verified = Fuente comprobada:
changed-meeting-our_head = Jefe de nuestra delegación:
changed-meeting-their_head = Jefe de la otra delegación:
changed-meeting-our_count = Nuestros delegados:
changed-meeting-their_count = Delegados de la otra Parte:
changed-meeting-our_delegates = Lista de nuestros delegados:
changed-meeting-their_delegates = Lista de delegados de la otra Parte:
changed-session-add = Sesión incorporada al programa
changed-session-agenda = Agenda compartida:
changed-session-own_agenda = Agenda solo nuestra:
changed-session-outcome = Resultado:
changed-session-minute = Acta redactada

## That something was saved. A sentence each.

saved-meeting = La reunión quedó planificada, como borrador.
saved-meeting-state = El estado de la reunión quedó registrado.
saved-session = La sesión está al día.
saved-carried-over = Los puntos pendientes están ahora en la agenda de esta reunión.

## What screens say.

meetings = Reuniones
meeting = Reunión
sessions = Sesiones
next-meeting = Próxima reunión
no-meetings = Aún no se ha planificado ninguna reunión.
meetings-ahead = Por celebrar
meetings-held = Anteriores
dates-not-known = Fechas no conocidas
since-meeting = Qué cambió desde: { $meeting }
changes-after-meeting = Desde el día siguiente al término de: { $meeting }
changes-from-hint = Un día, o la dirección de una reunión, como round-7: entonces, desde el día siguiente a su término.
agenda = Agenda
minutes = Acta
outcome = Resultado
no-sessions = Aún no hay ningún capítulo en el programa.
no-agenda = Aún no hay nada en la agenda.
no-minutes = Aún no se ha redactado el acta.
no-outcome = Aún no se ha registrado ningún resultado.
agenda-items = { $count ->
    [one] { $n } punto de agenda
    [many] { $n } de puntos de agenda
   *[other] { $n } puntos de agenda
}
items-open = { $count ->
    [0] ninguno pendiente
    [one] { $n } pendiente
    [many] { $n } de pendientes
   *[other] { $n } pendientes
}
item-open = pendiente
item-done = tratado
ours-only = solo nuestro
carried-over-from = viene de: { $meeting }
taken-up-at = retomado en: { $meeting }
open-items-wait = { $count ->
    [one] { $n } punto de agenda quedó pendiente en una reunión anterior.
    [many] { $n } de puntos de agenda quedaron pendientes en reuniones anteriores.
   *[other] { $n } puntos de agenda quedaron pendientes en reuniones anteriores.
}
items-left-open = { $count ->
    [one] Queda { $n } punto de agenda pendiente. Puede trasladarse a
    [many] Quedan { $n } de puntos de agenda pendientes. Pueden trasladarse a
   *[other] Quedan { $n } puntos de agenda pendientes. Pueden trasladarse a
}
opens = Inicio
for-you = En su hora local: { $when }
delegates-count = { $count ->
    [one] { $n } delegado
    [many] { $n } de delegados
   *[other] { $n } delegados
}
our-head = Jefe de nuestra delegación
their-head = Jefe de la otra delegación
our-delegates = Nuestros delegados
their-delegates = Delegados de la otra Parte
meeting-mode = Modalidad
host = Anfitrión
verified = verificada

## What forms say.

plan-meeting = Planificar una reunión
edit-meeting = Editar la reunión
add-session = Añadir una sesión
write-session = Escribir en: { $chapter }
carry-over = Trasladarlos a esta reunión
plan-lede = Una reunión empieza como borrador que solo ve la delegación. Convóquela cuando pueda conocerse.
dates = Fechas
dates-hint = Con la precisión que se tenga: 2026-12-05..07 para varios días, 2026-12-05 para uno, 2026-12 para un mes. Déjelo en blanco mientras no haya fechas.
clock = Hora de inicio
clock-hint = En la hora de la sede, el primer día; por ejemplo 09:30. Puede dejarse en blanco.
venue-zone = Zona horaria de la sede
venue-zone-hint = Por su nombre IANA, como America/Lima, America/Santiago o Asia/Kolkata.
place-hint = Edificio y ciudad, o el enlace del anfitrión de una reunión virtual.
round-number-hint = Solo para una ronda.
meeting-address-hint = La última parte de la dirección de la página: letras minúsculas a–z, dígitos y guiones. En blanco, se toma del tipo y del número, como round-9.
our-delegation = Nuestra delegación
their-delegation = La otra delegación
our-count = Número de nuestros delegados
their-count = Número de delegados de la otra Parte
delegates-hint = Uno por línea. Solo la delegación ve la lista.
meeting-note-hint = La ve todo el que ve la reunión. Si las fuentes difieren, indique en qué.
meeting-source = Fuente, para lo que es público
source-verified = La fuente fue comprobada
not-stated = No se indica
reason-after-closing = La reunión está cerrada: diga qué estaba mal.
minutes-hint = Lo que se dijo, solo para la delegación. Como máximo 200 000 caracteres.
outcome-hint = Lo que se acordó, en pocas frases. Lo ven ambas Partes.
outcome-hint-internal = Lo que se decidió, en pocas frases.
outcome-moves = El resultado hace avanzar el capítulo
leave-status = Dejarlo donde está
status-now = Texto ahora: { $status }
back-to-meeting = Volver a la reunión
item = Punto
item-order = Orden
item-finished = Tratado
item-shared = Compartido con la contraparte
of-item = { $what }, línea { $n }
agenda-hint = Lo que no se comparte es solo nuestro. Borre una línea para retirar el punto.
agenda-hint-internal = Borre una línea para retirar el punto.

## What is wrong with one field. $argument is a number or a name.

error-state-unchanged = La reunión ya está en ese estado. Quizá otra persona lo hizo antes.
error-state-not-next = Una reunión avanza paso a paso, y retrocede solo de convocada a borrador o desde cerrada. Abra de nuevo la página para ver su estado.
error-meeting-not-begun = La reunión no puede iniciarse antes de su primer día. Cambie las fechas o espere a ese día.
error-reason-for-calling-off = Cancelar una reunión requiere un motivo: diga por qué y por decisión de quién.
error-number-for-round = Una ronda necesita su número, por ejemplo 9.
error-number-for-rounds-only = Solo las rondas llevan número. Déjelo en blanco o elija el tipo Ronda.
error-not-a-clock = Esto no es una hora. Escríbala como 09:30.
error-clock-needs-day = Una hora necesita un día. Indique el primer día de la reunión o deje la hora en blanco.
error-unknown-zone = No existe esa zona horaria. Use un nombre IANA, como America/Lima.
error-clock-skipped = Ese día los relojes de la sede se adelantan y no llegan a marcar esta hora. Elija otra anterior o posterior.
error-meeting-address-taken = Otra reunión de este acuerdo tiene esta dirección. Elija una distinta.
error-held-in-the-future = La reunión ya empezó, y según la hora de { $argument } estas fechas aún no llegan. Corrija las fechas.
error-meeting-called-off = Esta reunión fue cancelada y se conserva como estaba. Planifique otra.
error-reason-for-closed-meeting = La reunión está cerrada. Diga qué estaba mal en lo que figuraba.
error-too-many-items = Una agenda admite como máximo { $argument } puntos. Una algunos de ellos.
error-chapter-of-another-agreement = Este capítulo no pertenece al acuerdo de esta reunión. Elija uno de los ofrecidos.
error-meeting-over = Esta reunión está cerrada o cancelada. El jefe negociador o una alta autoridad puede reabrir una cerrada.
error-session-exists = Este capítulo ya está en el programa.
error-outcome-for-step = Diga en el resultado qué se acordó, para que conste por qué avanza el capítulo.
error-item-taken-up = Una reunión posterior retomó un punto que usted retiró. Márquelo como tratado.
error-nothing-to-carry-over = No queda nada pendiente de reuniones anteriores. Quizá otra persona ya lo trasladó.
error-meeting-without-days = No se conocen las fechas de esta reunión. Indique un día.

# The pack.
pack = Carpeta
pack-open = Carpeta de la reunión, para imprimir o llevar
pack-of = { $meeting }: carpeta de { $agreement }
pack-seen = Como puede verla { $who }, nivel de acceso: { $clearance }
pack-file = Descargar en un solo archivo
pack-file-hint = Se abre en cualquier navegador, sin red.
