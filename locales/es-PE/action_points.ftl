### Action points and My work: their words, what their screens and forms say, and what can be wrong with them.

## Whose they are, and where they stand.

side-ours = Nuestra parte
# In place of a name.
side-theirs = La otra parte
# $name is a person or an office.
their-side = { $name } (la otra parte)
action-state-open = Pendiente
action-state-done = Cumplido
action-state-dropped = Descartado

## Before what was said when it was settled or taken up again.

action-notice-open = Retomado:
action-notice-done = Cumplido:
action-notice-dropped = Descartado:

## Buttons.

move-action-point-open = Retomarlo
move-action-point-done = Está cumplido
move-action-point-dropped = Descartarlo
put-off = Cambiar la fecha
agree-action-point = Acordar un compromiso
edit-action-point = Editar el compromiso

## Who sees what, and who may do what: rows of the tables of rights.

field-action-point = Compromisos
act-keep-action-points = Acordar compromisos, editarlos y descartarlos. Quien debe uno dice que está cumplido o pide otra fecha.

## What changed, in the list of changes. Ends with a colon where values follow.

changed-action_point-agree = Compromiso acordado:
changed-action_point-put-off = Fecha:
changed-action_point-settle = Compromiso:
# A meeting follows.
changed-action_point-carry = Compromiso trasladado a
changed-action_point-title = Compromiso:
changed-action_point-note = Nota del compromiso:
changed-action_point-owner = A cargo de:

## That something was saved. A sentence each.

saved-action-point = El compromiso está al día.
saved-action-point-agreed = El compromiso quedó acordado.
saved-action-point-day = La fecha quedó cambiada y el motivo, guardado.

## What screens say.

action-points = Compromisos
action-point = Qué hay que hacer
action-point-number = Compromiso { $n }
action-points-count = { $count ->
    [0] Nada pendiente
    [one] { $n } pendiente
    [many] { $n } de pendientes
   *[other] { $n } pendientes
}
flag-overdue = { $count ->
    [one] { $n } vencido
    [many] { $n } de vencidos
   *[other] { $n } vencidos
}
# How late an action point is.
overdue-by = { $count ->
    [one] vencido hace { $n } día
    [many] vencido hace { $n } de días
   *[other] vencido hace { $n } días
}
# How often the day was changed.
day-changed = { $count ->
    [one] fecha cambiada una vez
    [many] fecha cambiada { $n } de veces
   *[other] fecha cambiada { $n } veces
}
action-points-open = Pendientes
action-points-settled = Cumplidos y descartados
no-action-points = Aún no se ha acordado ningún compromiso.
no-action-points-open = No hay ningún compromiso pendiente.
action-points-all = Todos los compromisos
action-points-all-and = { $count ->
    [one] { $n } compromiso pendiente más, y los concluidos
    [many] { $n } de compromisos pendientes más, y los concluidos
   *[other] { $n } compromisos pendientes más, y los concluidos
}
# The name of a meeting follows.
agreed-at = Acordado en
# Heading of a column of names.
owed-by = A cargo de
# Heading of a column: ours or theirs.
side = Parte
due = Fecha límite
first-due = Acordado primero para
source-meeting = Acordado en la reunión
carried-to = Trasladado a
points-wait = { $count ->
    [one] { $n } compromiso quedó pendiente en una reunión anterior.
    [many] { $n } de compromisos quedaron pendientes en reuniones anteriores.
   *[other] { $n } compromisos quedaron pendientes en reuniones anteriores.
}

## What forms say.

optional = Opcional.
action-point-hint = Qué hay que hacer, en una línea, de modo que cualquiera pueda saber cuándo está hecho.
choose-owner = Elija a cargo de quién queda
owner-of-ours = Otra persona de nuestra parte, nombrada abajo
owner-of-theirs = La otra parte, o alguien de ella nombrado abajo
owner-name = Nombre
owner-name-hint = Una entidad o una persona sin cuenta: «Ministerio de Energía y Minas», «Su responsable de servicios».
no-source-meeting = Ninguna: acordado entre reuniones
due-hint-next = La próxima reunión empieza el { $day }.
other-day = La nueva fecha
day-hint = Como 2026-04-03.
put-off-hint = Se guarda con el cambio y lo ve la delegación.
what-came-of-it = Con qué resultado

## What is wrong with one field.

error-action-state-not-next = Ya no está donde estaba. Vuelva a mirar en qué situación se encuentra.
error-reason-for-dropping = Diga por qué ya no hace falta.
error-reason-for-taking-up = Diga por qué se retoma.
error-reason-for-other-day = Todo cambio de fecha lleva su motivo: indíquelo.
error-due-unchanged = Esa es la fecha que ya tiene. Elija otra.
error-action-settled = Está concluido. Retómelo antes de cambiar la fecha.
error-owner-to-be-named = Nombre a quien de nuestra parte queda a cargo.
error-owner-named-twice = Eligió a una persona y además escribió un nombre. Quite uno de los dos.
error-not-of-the-delegation = Elija a una de las personas de la lista, o una de las partes.
error-no-such-meeting = Elija una de las reuniones de la lista.
error-too-many-action-points = Este acuerdo tiene tantos compromisos como pueden numerarse.

## My work.

my-work = Mi trabajo
what-i-owe = Lo que tengo a mi cargo
work-owed = { $count ->
    [0] No tiene nada a su cargo
    [one] Tiene { $n } compromiso a su cargo
    [many] Tiene { $n } de compromisos a su cargo
   *[other] Tiene { $n } compromisos a su cargo
}
work-waiting = { $count ->
    [0] nada espera su decisión
    [one] { $n } asunto espera su decisión
    [many] { $n } de asuntos esperan su decisión
   *[other] { $n } asuntos esperan su decisión
}
nothing-owed = No tiene nada a su cargo. Aquí aparecen los compromisos que llevan su nombre.
waits-for-me = Espera mi decisión
nothing-waits = Nada espera su decisión.
work-proposal-order = Otro orden de las áreas prioritarias
# $when is as in "today" or "3 days ago".
draft-since = Borrador, generado { $when }
work-changed-chapters = Cambios en mis capítulos en los últimos 14 días
work-changed-all = Avances de los últimos 14 días
work-nothing-changed = No cambió nada.
next-meetings = Próximas reuniones
no-meetings-ahead = No hay reuniones por delante.
