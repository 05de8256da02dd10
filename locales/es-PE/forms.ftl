### What the forms say: labels, hints, buttons, and that something was saved.
### A label is a noun without a full stop; a hint is a short sentence under it; a button begins with a verb.

## Words of many forms

name = Nombre
email = Correo electrónico
password = Contraseña
kind = Tipo
note = Nota
number = Número
title = Título
place = Lugar
reason = Motivo
reason-optional = Opcional. Se conserva con el cambio y se muestra a la delegación.
# The part of a page's address that names an agreement or chapter, not a postal address.
address = Dirección en Accord
save = Guardar
# Heading above the list of what is wrong with a form.
problem = Aún no se pudo guardar

## Agreement

open-agreement = Abrir un acuerdo
edit-agreement = Editar el acuerdo
agreement-name-hint = Como se le conoce, por ejemplo TLC Perú–India.
address-hint = La última parte de la dirección de la página: letras minúsculas a–z, dígitos y guiones, como india-peru. No cambia si cambia el nombre.
template = Capítulos para empezar
template-hint = Después puede agregar y archivar capítulos.
home-party = Parte propia
party-code = Código
party-code-hint = Las dos letras de ISO 3166, como IN, o las letras usuales, como EFTA.
chief-negotiator = Jefe negociador
partners = Contrapartes
# "PE Peru" stays as it is; what follows the semicolon is a person.
partners-hint = Una por línea: el código y el nombre, y luego el jefe negociador tras un punto y coma, como PE Peru; Jefe negociador del Perú.
languages-hint = De los textos auténticos, como inglés, español, hindi.
archive-agreement = Archivar el acuerdo
restore-agreement = Recuperar el acuerdo
add-relation = Agregar un acuerdo anterior
# How this agreement stands to the earlier one.
relation = Este acuerdo
earlier-agreement = Acuerdo anterior
earlier-agreement-hint = La última parte de su dirección en Accord, como india-chile-pta.

## Lifecycle events

record-event = Registrar un hecho
correct-an-event = Corregir un hecho
event-lede = La etapa del acuerdo se desprende de sus hechos; por eso cada uno se registra con su fecha y su fuente. Solo cuentan los hechos ocurridos.
what-happened = Qué ocurrió
# A box to tick; unticked, the event is only planned.
it-happened = Ya ocurrió (desmarque si solo está previsto)
# The five ways of writing a date stay as they are.
date-hint = Tan precisa como la fuente: 2018, 2018-04, 2018-04-03, 2018-04-03..06 si son varios días, o ..2018-12-07 si solo se conoce el final.
publisher-hint = Quién lo dice: un ministerio, un diario oficial, un periódico o su dirección web.
source-title = Título de la fuente
other-source = Otra fuente que dice algo distinto
reason-for-correction = Qué estaba mal. El registro anterior sigue legible con este motivo.
withdraw-event = Retirar el hecho
withdraw-hint = Por qué no debe mantenerse. El registro sigue legible, tachado, con este motivo.

## Ratification

record-ratification = Registrar un paso de la ratificación
ratified-on-hint = Por ejemplo 2018-04-03 o 2018-04. Déjelo en blanco mientras el paso solo esté previsto.

## Chapter

open-chapter = Abrir un capítulo
edit-chapter = Editar el capítulo
chapter-address-hint = La última parte de la dirección de la página: letras minúsculas a–z, dígitos y guiones. En blanco, se toma del tipo.
title-hint = En blanco, se muestra el título estándar del tipo en el idioma de cada lector.
open-brackets-hint = Cuántos corchetes están abiertos hoy en el texto.
team-note-hint = Interna: la ven solo el equipo del capítulo y las altas autoridades.
archive-chapter = Archivar el capítulo
archive-chapter-hint = Por qué ya no se negocia. Su historial permanece en el registro.

## Moving a chapter

# Heading of the form that moves a chapter along its tracks.
record-step = Registrar un paso
text-hint-lead = Le corresponden los pasos hasta «Cerrado sustancialmente». Cerrar y reabrir corresponde al jefe negociador o a una alta autoridad.
text-hint-chief = Le corresponden todos los pasos, incluso cerrar y reabrir.
reason-and-authority = Por qué y con qué autorización
reason-hint = Necesario cuando un capítulo retrocede, se reabre o se cierra con corchetes abiertos. Se muestra a la delegación.
# A box to tick.
override-brackets = { $count ->
    [one] Cerrar aunque { $n } corchete siga abierto
    [many] Cerrar aunque { $n } de corchetes sigan abiertos
   *[other] Cerrar aunque { $n } corchetes sigan abiertos
}
# The button, and what it says while the step is being recorded.
record = Registrar
recording = Registrando…
park-chapter = Suspender el capítulo
unpark-chapter = Reactivar el capítulo
escalate-chapter = Elevar una consulta
# To whom the question goes.
escalate-to = Elevar a
question = Consulta
question-hint = Qué se les pide decidir, en palabras que se entiendan por sí solas.
answer-escalation = Responder la consulta
answer = Respuesta
answer-hint = Qué se decidió y quién lo decidió. Con ello la consulta deja de estar elevada.

## Priority areas

propose-area = Proponer un área prioritaria
propose-area-lede = Entra en la lista cuando la aprueba un jefe negociador o una alta autoridad.
propose-drop = Proponer que se retire un área
# The blank choice of a list.
choose-area = Elija un área
proposal-reason-hint = Por qué debe cambiar la lista. Quien decide lo lee primero.
# The second button of a form that proposes, for those who may approve.
propose-and-approve = Proponer y aprobar a la vez
propose-order = Proponer otro orden
propose-this-order = Proponer este orden
# The button that puts the areas in the order of the numbers typed.
sort-by-numbers = Ordenar por estos números
move-up = Subir
move-down = Bajar
# A link in a row of the table.
edit-area = Editar
edit-priority = Editar el área prioritaria
flag-area = Señalar para el ministro
unflag-area = Quitar la señal
# $n is the last rank there may be.
rank-hint = { $count ->
    [one] Su lugar en la lista: { $n }.
    [many] Su lugar en la lista, de 1 a { $n }.
   *[other] Su lugar en la lista, de 1 a { $n }.
}
priority-title-hint = Lo que se busca, en pocas palabras, como Productos farmacéuticos.
stance-hint = Ofensiva para ganar acceso a mercados; defensiva para proteger lo sensible en casa.
owner-hint = La persona o el ministerio que responde por ella.
linked-chapters = Capítulos en los que se persigue
decision-note = Nota sobre la decisión
approve-proposal = Aprobar la propuesta
refuse-proposal = Rechazar la propuesta
refuse-hint = Por qué no. Quien la propuso lo lee.
withdraw-proposal = Retirar mi propuesta

## Milestones

record-milestone = Registrar un hito
edit-milestone = Editar el hito
milestone-lede = Un acontecimiento externo con fecha, hacia el que trabajan los acuerdos. Lo ven ambas partes.
milestone-title-hint = Como Cumbre del G20, Nueva Delhi.
tied-to = Vinculado a estos acuerdos
withdraw-milestone = Retirar el hito
withdraw-milestone-hint = Por qué no debe quedar. Sale de todos los acuerdos en los que usted tiene una función; su historia permanece.

## People

grant-role = Otorgar un rol
grant-email-hint = De una persona que tiene cuenta en Accord.
grant-chapter-hint = Para un responsable de capítulo o un miembro del equipo.
# In the list of chapters: not limited to one.
whole-agreement = Todo el acuerdo
grant-party-hint = Para un invitado: la contraparte a cuya delegación pertenece.
revoke = Revocar
# Read aloud for the button. $who is a person's name.
revoke-role = Revocar el rol de { $who }

## Administration

add-account = Agregar una cuenta
first-password-label = Contraseña inicial
first-password-hint = Al menos 10 caracteres. Su titular debe cambiarla al ingresar por primera vez.
save-rights = Guardar los permisos
reset-password = Dar una nueva contraseña inicial
enable = Habilitar la cuenta
disable = Deshabilitar la cuenta

## My account

preferences = Preferencias
language = Idioma
zone = Zona horaria
zone-hint = Los días y las horas se muestran como son allí.
# Appearance of the screen: light or dark.
theme = Apariencia
change-password = Cambiar la contraseña
present-password = Contraseña actual
new-password = Contraseña nueva
new-password-hint = Al menos 10 caracteres. Varias palabras seguidas son difíciles de adivinar y fáciles de recordar.
new-password-again = Contraseña nueva otra vez
first-password = Antes de continuar, cambie su contraseña inicial.

## That something was saved. A sentence each.

saved-step = El paso quedó registrado.
saved-card = Sus cambios quedaron guardados.
saved-parked = El capítulo quedó suspendido.
saved-unparked = El capítulo quedó reactivado.
saved-escalated = La consulta quedó elevada.
saved-answered = La respuesta quedó registrada y la consulta ya no está elevada.
# After recording, correcting or withdrawing an event.
saved-event = El ciclo de vida quedó actualizado.
# After granting or revoking a role.
saved-role = Los roles quedaron actualizados.
# After anything done to an account.
saved-account = La cuenta quedó actualizada.
saved-password = Su contraseña cambió. Ingrese con la nueva.
saved-preferences = Sus preferencias quedaron guardadas.
# An agreement or a chapter.
saved-archived = Archivado. Su historial permanece en el registro.
saved-restored = El acuerdo volvió al portafolio.
# An agreement or a chapter.
saved-opened = Abierto. Ya puede trabajar en él.
saved-relation = El acuerdo anterior se agregó a la secuencia.
saved-ratification = El paso de la ratificación quedó registrado.
saved-proposed = Su propuesta queda registrada y espera una decisión.
saved-proposed-approved = La lista ha cambiado, por su propia propuesta y aprobación.
saved-approved = La propuesta queda aprobada y la lista ha cambiado.
saved-refused = La propuesta queda rechazada. La lista sigue como estaba.
saved-withdrawn = Su propuesta queda retirada.
# The minister's flag of a priority area.
saved-flag = La señal para el ministro está al día.
saved-milestone = El hito queda registrado.
saved-milestone-withdrawn = El hito queda retirado.
