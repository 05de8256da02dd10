### What the screens say: titles, headings of tables, sentences.

## Around every screen

skip-to-content = Ir al contenido
main-navigation = Navegación principal
# Read aloud before the links that lead back: Portfolio / India–Peru FTA / Chapter 2.
breadcrumb = Usted está aquí
portfolio = Portafolio
# The screen that shows who may do and see what.
rights = Permisos
administration = Administración
my-account = Mi cuenta
sign-out = Salir
foot-confidential = Confidencial. Cada persona ve solo lo que su nivel de acceso permite.
foot-demo = Demostración. Los hechos públicos se muestran con sus fuentes; lo marcado como ilustrativo es inventado.
# At the foot of a printed page. $who is a person's name, and may be empty; $when is a day and time.
printed-by = Impreso el { $when }. { $who }
back-to-portfolio = Volver al portafolio

## Small marks beside a fact. They begin with a small letter.

# Invented for the demonstration.
illustrative = ilustrativo
# Of an event that has not happened yet.
planned = previsto
# Of a step of ratification that has not been taken yet; in the column of dates.
expected = por realizar
# Of a source nobody has checked.
unverified = sin verificar
# Of a change entered from earlier records, not as it happened.
imported = importado

## Times and dates

ago-today = hoy
ago-yesterday = ayer
ago-days = { $count ->
    [one] hace { $n } día
    [many] hace { $n } de días
   *[other] hace { $n } días
}
ahead-days = { $count ->
    [one] dentro de { $n } día
    [many] dentro de { $n } de días
   *[other] dentro de { $n } días
}
# How long a status has lasted; fills $time of status-for.
days = { $count ->
    [0] menos de un día
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
# From one day to another.
date-range = { $from } – { $to }
# Known only by the day it ended.
date-until = hasta el { $to }

## Words of tables and cards

agreement = Acuerdo
chapter = Capítulo
chapters = Capítulos
stage = Etapa
partner = Contraparte
parties = Partes
party = Parte
# Heading above the number of chapters whose text is closed.
closed = Cerrados
open-brackets = Corchetes abiertos
last-movement = Último movimiento
# Heading above the marks that call for attention.
look-here = Requiere atención
# Of a chapter: set aside for now, with a reason.
parked = Suspendido
# Of a chapter: its question lies with the chief negotiators or ministers.
escalated = Elevado
# Of an agreement: no longer in the portfolio.
archived = Archivado
text-track = Avance del texto
market-access = Acceso a los mercados
# Heading above the day a chapter's text reached its status.
since = Desde
# Heading above a chapter's number, abbreviated.
number-short = N.º
date = Fecha
source = Fuente
# Of ratification: what was done.
step = Paso
state = Estado
role = Rol
manage = Gestionar
at-a-glance = De un vistazo
our-lead = Responsable de nuestra Parte
their-lead = Responsable de la contraparte
line-ministry = Ministerio competente
target-round = Ronda prevista
lead-ministry = Ministerio a cargo
chief-negotiators = Jefes negociadores
languages = Idiomas
objective = Objetivo
history = Historial
no-changes = Aún no hay cambios.
field = Campo

## Portfolio

negotiations = { $count ->
    [0] Ninguna negociación
    [one] { $n } negociación
    [many] { $n } de negociaciones
   *[other] { $n } negociaciones
}
# Follows a dot: "5 negotiations · as recorded 23 Nov 2026, 11:05".
as-recorded = según lo registrado al { $when }
all-stages = Todas las etapas
all-partners = Todas las contrapartes
name-contains = El nombre contiene
# A box to tick: show archived agreements instead.
archived-ones = Los archivados
# The button that applies the filters.
show = Mostrar
clear-filters = Quitar los filtros
no-match = Ningún acuerdo cumple estos filtros.
no-agreements = Todavía no tiene un rol en ningún acuerdo. Pida al jefe negociador de un acuerdo que le otorgue uno.
no-chapters-yet = Sin capítulos aún
# Under an agreement's name. $parties and $earlier are names: "Chile, after India–Chile PTA".
after-agreement = { $parties }, después de { $earlier }
# In a narrow column: chapters closed, of all. Both are numbers.
of-total = { $part } / { $total }
# The same as a phrase: "2 of 14 closed". Both are numbers.
closed-of = { $part } de { $total } cerrados
flag-escalated = { $count ->
    [one] { $n } elevado
    [many] { $n } de elevados
   *[other] { $n } elevados
}
flag-parked = { $count ->
    [one] { $n } suspendido
    [many] { $n } de suspendidos
   *[other] { $n } suspendidos
}
# Begins the spoken description of the row of vessels: "14 chapters, 2 closed, 5 under negotiation, 1 parked".
chapters-count = { $count ->
    [one] { $n } capítulo
    [many] { $n } de capítulos
   *[other] { $n } capítulos
}
# Read aloud before the explanation of the vessels.
legend = Qué significan los indicadores
# The thin line under a vessel.
legend-market = Línea: acceso a los mercados
latest-movements = Últimos movimientos
# Read aloud before the links from page to page.
pages = Páginas del portafolio
page-before = Página anterior
page-after = Página siguiente
page-of = Página { $page } de { $pages }

## Agreement

lifecycle = Ciclo de vida
no-events = Aún no se ha registrado ningún hecho del ciclo de vida.
recent-changes = Cambios recientes
# A link beside an event; $what is the event, as in Negotiating round.
correct-event = Corregir: { $what }
# $claim is a date, a place, or both: "April 2018, Lima".
other-source-says = Otra fuente dice: { $claim }.
ratification = Ratificación
no-ratification = Aún no se ha registrado ningún paso de la ratificación.
# The agreements before and after this one: framework, PTA, expansion, CEPA.
lineage = Secuencia de acuerdos
no-lineage = Este acuerdo no sigue a ninguno anterior y ninguno lo sigue todavía.
people = Personas
people-lede = Quién tiene un rol en este acuerdo. Su jefe negociador o una alta autoridad otorga y revoca roles; nadie se otorga uno a sí mismo.
# Heading above the chapter or the party a role is limited to.
limited-to = Limitado a

## Chapter

# The last of the links that lead back. $n is the chapter's number.
chapter-number = Capítulo { $n }
# $status is a status of the text track, $time how long it has lasted: "Under negotiation for 31 days".
status-for = { $status } desde hace { $time }
# Follows a dot, so it begins with a small letter.
brackets = { $count ->
    [0] sin corchetes abiertos
    [one] { $n } corchete abierto
    [many] { $n } de corchetes abiertos
   *[other] { $n } corchetes abiertos
}
# Follows a dot. $round is as somebody wrote it: "Round 11, Lima".
target = previsto para: { $round }
# The reason follows. $when is as in "today" or "3 days ago".
parked-since = Suspendido, { $when }:
# The question follows. $to is "Chief negotiators" or "Ministers"; $when is as in "today" or "3 days ago".
escalated-since = Elevado, { $when } – { $to }:
# Internal; seen by the chapter's team and principals alone.
team-note = Nota del equipo
no-note = El equipo aún no ha escrito una nota.

## Priority areas

priorities = Áreas prioritarias
priorities-lede = Lo que más importa en este acuerdo, por orden. Todo cambio de la lista lo propone una persona y lo aprueba un jefe negociador o una alta autoridad.
priorities-all = Todas las áreas prioritarias y propuestas
priorities-all-and = { $count ->
    [one] { $n } área prioritaria más, y propuestas
    [many] { $n } de áreas prioritarias más, y propuestas
   *[other] { $n } áreas prioritarias más, y propuestas
}
no-priorities = Aún no se ha acordado ningún área prioritaria.
priority-area = Área prioritaria
rank = Puesto
stance = Postura
sector = Sector
owner = Responsable
# The minister's flag on a priority area.
for-minister = Para el ministro
priorities-overtaken = La lista ha cambiado desde que usted abrió esta página y no se propuso nada. Abajo está como rige ahora: componga de nuevo su orden.
proposals-pending = Propuesto, a la espera de decisión
no-proposals = No hay nada propuesto.
proposals-decided = Decidido antes
proposal = Propuesta
# A mark on a proposal that no longer fits the list.
outdated = Desactualizada
outdated-told = La lista ha cambiado desde que se propuso, de modo que no puede aprobarse tal cual.
decide-proposal = Leer y decidir
show-proposal = Leer la propuesta
proposal-approved-own = Propuesta y aprobada por la misma persona
# The title of the area follows. $rank is a number.
asked-add = Añadir en el puesto { $rank }:
asked-drop = Retirar:
asked-rerank = { $count ->
    [one] Reordenar { $n } área
    [many] Reordenar { $n } de áreas
   *[other] Reordenar { $n } áreas
}
# Follows the title of an area. $rank is a number.
rank-was = antes { $rank }
wanted-order = Orden deseado
proposed-by = Propuesto por
decision-reason = Motivo de la decisión

## Timeline

timeline = Cronología
timeline-with-milestones = Cronología con hitos
timeline-problem = Este período no se puede mostrar
timeline-none = No hay nada registrado en este período.
timeline-entries = { $count ->
    [one] { $n } entrada
    [many] { $n } de entradas
   *[other] { $n } entradas
}
# $from and $to are days, $entries is as in "12 entries".
timeline-told = Del { $from } al { $to } · { $entries }
# Read aloud for the drawing. $entries is as in "12 entries", $lanes are names with commas between.
timeline-drawn = { $entries } por fecha, en estas franjas: { $lanes }. La tabla de abajo dice lo mismo con palabras.
timeline-today = Hoy
legend-event = Hecho del ciclo de vida
legend-milestone = Hito
legend-ahead = Hueco: previsto o por venir
milestones = Hitos
# Heading of a column: what happened or is to happen.
what = Qué
# Heading of a column: other agreements that a milestone is tied to.
also-tied-to = Vinculado también a
agreements = Acuerdos

## When two people saved the same thing

# Caption of the table that shows both edits.
conflict-both = Ambas versiones, una junto a la otra
conflict-theirs = Como está ahora
conflict-yours = Lo que usted escribió
# $who is a person's name; $when is as in "today" or "3 days ago".
conflict-who = Lo guardó por última vez { $who }, { $when }.

## Rights

rights-lede = Quién puede hacer qué y quién ve qué. Es la misma tabla que Accord consulta antes de mostrar o cambiar algo.
rights-acts = Quién puede hacer qué en un acuerdo
rights-fields = Quién ve qué
rights-roles = Qué ve cada rol
rights-house = Permisos de la institución
# Heading above what can be done, in the table of rights.
act = Acción
right-yes = Sí
right-no = No
right-own-chapters = En sus capítulos

## Administration

administration-lede = Cuentas y permisos de la institución. Un administrador no ve ningún acuerdo por serlo.
accounts = Cuentas
account-active = Activa
account-disabled = Deshabilitada
account-first-password = Contraseña inicial aún sin cambiar

## Sign-in

sign-in = Ingresar
sign-in-lede = Un panorama confidencial y al día de cada negociación comercial.
demo-accounts = Cuentas de esta demostración
# The password itself stays as it is.
demo-accounts-advice = Vea Accord como lo ve cada una de estas personas. La contraseña de todas es accord-demo.

# Lo que cambió entre dos días.
as-of = Al día
as-of-day = Tal como Accord lo tenía registrado al final del { $day }.
as-of-told = Es el pasado y no puede modificarse.
as-of-now = Volver a hoy
as-of-problem = No se puede mostrar este día
as-of-nothing = Accord aún no tenía nada de este acuerdo.
what-changed = Qué cambió
what-changed-between = Qué cambió entre dos días
changes-from = Desde
changes-to = Hasta, inclusive
# Los días empiezan y terminan según el reloj de la parte que lleva Accord.
changes-span = Del { $from } al { $to }, según la hora de Delhi
last-days = { $count ->
    [one] Hoy
    [many] Últimos { $n } días
   *[other] Últimos { $n } días
}
changes-effects = { $count ->
    [one] { $n } efecto
    [many] { $n } efectos
   *[other] { $n } efectos
}
changes-steps = { $count ->
    [one] { $n } paso dado
    [many] { $n } pasos dados
   *[other] { $n } pasos dados
}
changes-back = { $count ->
    [one] { $n } asunto cambió y está como antes
    [many] { $n } asuntos cambiaron y están como antes
   *[other] { $n } asuntos cambiaron y están como antes
}
changes-in-steps = { $count ->
    [one] en { $n } paso
    [many] en { $n } pasos
   *[other] en { $n } pasos
}
changes-problem = No se pueden mostrar estos días
changes-none = Nada cambió en estos días.
changes-all-back = Todo lo que cambió en estos días está como antes.
changes-every-step = Mostrar cada paso
changes-every = Cada paso
changes-newest-only = { $count ->
    [one] Solo se muestra el paso más reciente. Elija menos días para ver los demás.
    [many] Solo se muestran los { $n } pasos más recientes. Elija menos días para ver los demás.
   *[other] Solo se muestran los { $n } pasos más recientes. Elija menos días para ver los demás.
}
# El título de los cambios que no conciernen a ningún capítulo.
agreement-itself = El acuerdo mismo
older-changes = { $count ->
    [one] { $n } cambio anterior
    [many] { $n } cambios anteriores
   *[other] { $n } cambios anteriores
}
