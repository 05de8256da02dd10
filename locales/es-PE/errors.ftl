### What went wrong, and what to do about it. Kind, exact, and never blaming.

## A page or an act that failed: a title, and advice under it.

failure-not-found = Aquí no hay nada que mostrarle
failure-not-found-advice = Puede que la dirección esté mal escrita, que la página se haya movido o que no tenga permiso para verla.
failure-sign-in-required = Ingrese, por favor
failure-sign-in-required-advice = No ha ingresado o su sesión terminó. Ingrese e inténtelo de nuevo.
failure-invalid = Aún no se pudo guardar
failure-invalid-advice = Vuelva atrás, revise lo que ingresó e inténtelo de nuevo. No se cambió nada.
failure-conflict = Otra persona guardó primero
failure-conflict-advice = No se cambió nada y nada de lo que escribió se perdió. Compare ambas versiones, ajuste la suya y guarde de nuevo.
failure-too-many = Demasiados intentos
# $n is the number of seconds.
failure-too-many-advice = { $count ->
    [one] Espere { $n } segundo y vuelva a intentarlo.
    [many] Espere { $n } de segundos y vuelva a intentarlo.
   *[other] Espere { $n } segundos y vuelva a intentarlo.
}
failure-too-large = Es demasiado grande
failure-too-large-advice = Lo que envió supera lo que admite este formulario. Acorte el texto o elija un archivo más pequeño y envíelo de nuevo.
failure-unreadable = No se pudo leer
failure-unreadable-advice = Lo que llegó no era un formulario completo. Vuelva atrás, abra la página otra vez y envíelo de nuevo.
failure-cross-site = Esto vino de otro sitio
failure-cross-site-advice = Por su seguridad, Accord solo acepta cambios desde sus propias páginas. Abra la página en Accord e inténtelo allí.
failure-internal = Algo falló en Accord
failure-internal-advice = No es culpa suya y ya quedó anotado. Inténtelo de nuevo en un momento; si continúa, avise al administrador.
# Shown in the form when there is no connection.
failure-unreachable = No se puede llegar a Accord. No se registró nada y lo que escribió sigue aquí: inténtelo de nuevo cuando vuelva la conexión.

## What is wrong with one field of a form. $argument is a number or a code, already written for the reader.

error-required = Este dato es necesario: complételo o elija una opción.
error-unknown-choice = Elija uno de los valores ofrecidos.
error-too-long = Es demasiado largo: use como máximo { $argument } caracteres.
error-too-large = Es demasiado grande: ingrese como máximo { $argument }.
error-not-a-count = Ingrese un número entero, como 0 o 12.
error-control-character = Contiene un carácter invisible que no se puede conservar. Escríbalo de nuevo en vez de pegarlo.
error-not-a-slug = Use letras minúsculas a–z, dígitos y guiones simples, como máximo 60 caracteres, como india-peru.
error-slug-taken = Otro acuerdo tiene esta dirección. Elija una distinta.
error-address-taken = Otro capítulo de este acuerdo tiene esta dirección. Elija una distinta.

## Dates and sources

error-not-a-date = No es una fecha. Escríbala como 2018, 2018-04, 2018-04-03, 2018-04-03..06 o ..2018-12-07.
error-not-a-day = Esto no es un día. Escríbalo como 2018-04-03.
error-ends-before-start = El final es anterior al inicio. Revise ambos días.
error-in-the-future = Esta fecha aún no llega. Corríjala o registre como previsto lo que está por realizarse.
error-source-required = Una fecha necesita su fuente: indique quién lo dice.
error-event-superseded = Este registro fue corregido o retirado entretanto. Vuelva al acuerdo y elija el que está vigente.

## Parties and lineage

error-not-a-party = Indique el código de una Parte: de 2 a 8 letras, como PE o EFTA.
# $argument is the code of a party.
error-party-twice = { $argument } aparece dos veces. Nombre cada Parte una sola vez.
error-not-a-party-here = Elija una de las Partes ofrecidas para este acuerdo.
error-no-such-agreement = No tiene un rol en ningún acuerdo con esta dirección. Revísela o pida un rol a su jefe negociador.
error-related-to-itself = Un acuerdo no puede seguirse a sí mismo. Indique la dirección de uno anterior.
error-lineage-circle = Ese acuerdo ya viene después de este, así que no puede venir también antes.

## Chapters

error-title-for-other = Un capítulo del tipo «Otro» necesita un título propio.
error-chapter-parked = El capítulo está suspendido. Reactívelo antes de cambiar su estado.
error-status-unchanged = Elija un estado distinto del actual.
error-closing-needs-chief = Solo un jefe negociador o una alta autoridad cierra un capítulo. Pídale que registre este paso.
error-reopening-needs-chief = Solo un jefe negociador o una alta autoridad reabre un capítulo. Pídale que registre este paso.
error-reason-for-going-back = Retroceder necesita un motivo: indique por qué y con qué autorización.
error-not-in-scrubbing = Un texto se revisa legalmente solo cuando el acuerdo está en revisión legal. Registre primero ese hecho.
# $argument is the number of open brackets.
error-brackets-open = Aún hay corchetes abiertos ({ $argument }). Resuélvalos primero, o marque la casilla para cerrar de todos modos e indique el motivo.
error-reason-for-override = Cerrar con corchetes abiertos necesita un motivo: indique por qué y con qué autorización.
error-reopen-before-brackets = El texto está cerrado. Reabra el capítulo antes de agregar corchetes abiertos.
error-no-market-access = En este capítulo no se registra avance de acceso a los mercados. Déjelo como está.
error-already-parked = El capítulo ya está suspendido.
error-not-parked = El capítulo no está suspendido.
error-reason-for-parking = Suspender necesita un motivo: indique qué espera el capítulo.
error-not-escalated = No hay ninguna consulta elevada por responder. Quizá alguien ya la respondió.

## Priority areas and milestones

error-priorities-full = La lista está llena: admite como máximo { $argument } áreas. Proponga primero retirar una.
# $argument is the last rank there may be.
error-no-such-rank = No existe ese puesto. Escriba un número de 1 a { $argument }.
# $argument is how many areas there are.
error-ranks-each-once = Dé a cada área un puesto propio, de 1 a { $argument }.
error-order-unchanged = Este es el orden vigente. Mueva primero un área.
error-no-such-priority = Elija un área de la lista vigente.
error-not-a-chapter-here = Elija capítulos de este acuerdo.
error-proposal-settled = Esta propuesta se decidió o se retiró entretanto. No queda nada por decidir.
error-proposal-outdated = La lista ha cambiado desde que se propuso, de modo que no puede aprobarse tal cual. Rechácela o pida una nueva propuesta.

## Accounts, passwords and roles

error-not-an-email = No es un correo electrónico. Escríbalo completo, como nombre@ministerio.example.
error-email-taken = Otra cuenta tiene este correo electrónico.
error-wrong-sign-in = El correo electrónico o la contraseña son incorrectos. Revise ambos e inténtelo de nuevo.
error-wrong-password = Esta no es su contraseña actual. Escríbala de nuevo.
error-password-short = Use al menos { $argument } caracteres.
error-password-is-email = La contraseña no debe ser el correo electrónico. Elija otra.
error-password-unchanged = Esta es la contraseña actual. Elija una nueva.
error-passwords-differ = Las dos contraseñas nuevas son distintas. Escriba la misma dos veces.
error-no-such-account = Ninguna cuenta activa tiene este correo electrónico. Revíselo o pida a un administrador que agregue la cuenta.
error-role-held = Esta persona ya tiene este rol.
error-not-yourself = Nadie hace esto por sí mismo. Pídalo a otra persona que tenga el permiso.
error-agreement-archived = Este acuerdo está archivado. Recupérelo antes de cambiarlo.
error-already-archived = Este acuerdo ya está archivado.
error-not-archived = Este acuerdo no está archivado.

## Of documents

error-document-approved-already = Esta versión ya está aprobada. Edítela para iniciar un borrador.
error-document-drafted-already = Alguien ya lo redactó. Ábralo para editarlo.
error-report-before-meeting = El informe se redacta una vez iniciada la reunión.
error-report-not-approved = Apruebe la versión antes de publicarla.
error-report-published-already = Esta versión ya está publicada.
error-readers-not-confirmed = Marque la casilla para confirmar que estos lectores pueden conocerlo en su totalidad.
