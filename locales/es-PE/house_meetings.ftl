## Órganos permanentes

standing-bodies = Órganos permanentes
standing-bodies-lede = Comités y comisiones que se reúnen año tras año, cualquiera que sea el acuerdo que se negocia.
standing-body = Órgano permanente
no-bodies = Aún no se ha registrado ningún órgano permanente.
enter-body = Registrar un órgano permanente
edit-body = Editar el órgano
abbreviation = Nombre corto
abbreviation-hint = Como JETCO; vacío si no lo tiene.
body-countries-hint = Las dos letras de cada país con el que se comparte, como PE CL BR.
mandate = Para qué existe
mandate-hint = Sus temas, su nivel, cada cuánto se reúne.
founded-on = Creado el
founded-on-hint = Vacío si no se conoce el día o si solo está propuesto: 2019-08-27.
not-founded = aún no se ha creado, o no se conoce el día
ended-on = Disuelto el
ended-on-hint = Vacío mientras exista.
body-ended = Disuelto el { $day }
body-source-hint = Quién lo dice: un anuncio, un memorando.
last-meeting = Última reunión
no-body-meetings = Aún no se conoce ninguna reunión.
plan-body-meeting = Planificar una reunión del órgano
saved-body = El órgano se ha guardado.
body-field-found = Registrado
body-field-name = Nombre
body-field-abbreviation = Nombre corto
body-field-countries = Países
body-field-mandate = Para qué existe
body-field-founded_on = Creado el
body-field-ended_on = Disuelto el
body-field-publisher = Fuente
field-standing-body = Órganos permanentes, y cuándo y dónde se reunieron
error-body-exists = Ya hay un órgano con este nombre. Póngale otro nombre o edite el que existe.

## Conferencias de misiones y reuniones de los órganos

meeting-kind-mission-conference = Conferencia de misiones
mission-conferences = Conferencias de misiones
no-conferences = Aún no se ha planificado ninguna conferencia de misiones.
plan-conference = Planificar una conferencia de misiones
plan-house-meeting-lede = Es un borrador que conoce quien lleva el programa, hasta que usted lo abra a las misiones.
house-agenda-hint = Para qué es y qué figura en la agenda.
house-outcome-hint = Lo que se acordó. Quién debe qué pertenece al plan de acción.
house-meeting-field-plan = Planificada
house-meeting-field-title = Título
house-meeting-field-mode = Modalidad
house-meeting-field-place = Lugar
house-meeting-field-zone = Zona horaria de la sede
house-meeting-field-dates = Fechas
house-meeting-field-clock = Empieza a las
house-meeting-field-note = Agenda
house-meeting-field-outcome = Resultado
house-meeting-field-publisher = Fuente
house-meeting-field-source_title = Título de la fuente
house-meeting-field-verified = Fuente verificada
house-meeting-field-state = Estado
house-meeting-field-ask = Convocado
house-meeting-field-attendance = Respuesta
house-meeting-field-strike = Retirado de la lista
house-meeting-field-put-paper = Documento presentado
house-meeting-field-withdraw-paper = Documento retirado
field-house-meeting = Conferencias de misiones, reuniones de órganos permanentes, sus documentos y planes de acción
error-outcome-before-meeting = Hay un resultado cuando la reunión ha empezado. Ábrala e iníciela primero.

## Quién asiste

attendees = Asistentes
no-attendees = Aún no se ha convocado a nadie.
edit-attendees = Editar los asistentes
answer-invitation = Responder a la invitación
ask-attendee = Convocar a alguien
attendee-name-hint = Una persona, un cargo o un departamento.
office = Cargo
office-hint = Qué cargo tiene la persona, o de quién es el departamento.
attendee-country-hint = El de la misión o la delegación, por su nombre o sus letras; vacío para un departamento del país.
at-home = en el país
attendance = Respuesta
attendance-of = Respuesta de { $name }
who-comes = Quién asiste
attendance-invited = con convocatoria
attendance-accepted = asistirá
attendance-declined = no asistirá
attendance-attended = asistió
attendance-absent = no asistió
strike-attendee = Retirar de la lista
saved-attendees = La lista se ha guardado.
error-too-many-attendees = No se puede convocar a más de { $argument } a una reunión.
error-attendee-struck = Alguien cuya respuesta eligió ya no está en la lista. Las otras elecciones siguen abajo; guárdelas de nuevo.
error-attendance-before-meeting = Nadie asistió a una reunión que no ha empezado. Elija «asistirá» o «no asistirá».
error-attendance-not-yours = Antes de la reunión la misión dice si su gente viene; quién vino lo anota la sede.

## Documentos

house-paper-for-missions = también misiones
house-paper-for-headquarters = sede central
house-paper-audience-missions = La sede central y las misiones
house-paper-audience-headquarters = Solo la sede central
house-paper-for-hint = Una misión lee los documentos para misiones; quien lleva el programa, y las delegaciones, los leen todos.

## El plan de acción

action-plan = Plan de acción
action-plan-open = Planificado y aún sin hacer
add-plan-line = Añadir al plan de acción
edit-plan-line = Cómo avanza
report-progress = Informar del avance
to-be-done = Por hacer
to-be-done-hint = Una cosa, a cargo de alguien, para un día.
plan-owner-hint = La misión, un departamento, un gremio.
no-one-sector = Ningún sector en particular
no-plan-lines = Aún no hay nada en el plan. Añada lo que debe hacer la misión de cada país.
no-plan-lines-seen = Aún no hay en el plan nada que le corresponda ver.
no-plan-yet = sin plan aún
plan-settled = { $part } de { $total } resueltas
progress-hint = Qué se hizo, qué lo impide, qué sigue.
plan-reason-hint = Se pide cuando cambia el día, o cuando se abandona o se retoma.
saved-plan-line = El plan de acción se ha guardado.
plan-field-agree = Añadido
plan-field-title = Por hacer
plan-field-sector = Sector
plan-field-owner = A cargo de
plan-field-due = Vence
plan-field-state = Estado
plan-field-progress = Avance
error-country-not-of-body = Este país no forma parte del órgano. Elija uno de sus países.
error-plan-full = Un plan no tiene más de mil líneas.
