### The words of the trade. A key is the prefix of what is named and its code, as in stage-negotiating.
### Each word stands alone on a screen (in a tag, a table, a list to choose from), so it begins with a capital letter
### and takes no article, unless a comment says otherwise.

## The name of the product. It stays as it is in every language.

accord = Accord

## Stages of an agreement: where it stands now. The stage follows from the lifecycle events.

stage-proposed = Propuesto
stage-joint-study = Estudio conjunto
stage-terms-of-reference = Términos de referencia
stage-launched = Negociación lanzada
stage-negotiating = En negociación
stage-paused = En pausa
stage-concluded-in-principle = Concluido en principio
# The lawyers of both sides go through the text word by word.
stage-legal-scrubbing = Revisión legal
# Each page is marked with the negotiators' initials; comes before signature.
stage-initialled = Rubricado
stage-signed = Suscrito
stage-ratifying = En ratificación
stage-in-force = Vigente
stage-under-review = En revisión
stage-terminated = Terminado

## Lifecycle events: what happened, or is planned, on a date.

event-proposed = Negociación propuesta
event-mandate-given = Mandato otorgado
event-joint-study-begun = Inicio del estudio conjunto
event-joint-study-reported = Informe del estudio conjunto
event-terms-of-reference-agreed = Términos de referencia acordados
event-launched = Lanzamiento de las negociaciones
event-round-held = Ronda de negociación
event-paused = Pausa de las negociaciones
event-resumed = Reanudación de las negociaciones
event-concluded-in-principle = Conclusión en principio
event-legal-scrubbing-begun = Inicio de la revisión legal
event-initialled = Rúbrica
event-signed = Suscripción
event-ratification-begun = Inicio de la ratificación
event-entered-into-force = Entrada en vigor
event-review-begun = Inicio de la revisión
event-terminated = Terminación

## What has become of an event's entry in the record.

standing = Carácter
standing-stands = Válido
# Another entry replaced it. A small mark beside the event.
standing-corrected = Corregido
# Entered in error, or it did not happen. A small mark beside the event.
standing-withdrawn = Retirado

## Steps one party takes, by its own law, before an agreement enters into force.

ratification-executive-approval = Aprobación del Poder Ejecutivo
ratification-laid-before-parliament = Presentación al Parlamento
ratification-parliament-approval = Aprobación del Parlamento
ratification-instrument-deposited = Depósito del instrumento de ratificación
# One party tells the other that its own procedures are complete.
ratification-partner-notified = Notificación a la contraparte del cumplimiento de los procedimientos internos

## Kinds of agreement, as their parties name them.

kind-fta = Tratado de libre comercio (TLC)
kind-pta = Acuerdo comercial preferencial (PTA)
kind-cepa = Acuerdo de asociación económica integral (CEPA)
kind-ceca = Acuerdo de cooperación económica integral (CECA)
kind-ecta = Acuerdo de cooperación económica y comercial (ECTA)
kind-tepa = Acuerdo de asociación comercial y económica (TEPA)
kind-ceta = Acuerdo económico y comercial global (CETA)
kind-framework = Acuerdo marco
kind-protocol = Protocolo

## How this agreement stands to an earlier one; chosen from a list.

relation-implements = Desarrolla el anterior
relation-expands = Amplía el anterior
relation-supersedes = Reemplaza al anterior

## The same on the agreement's page, before the name of the other agreement: "Implements India–Chile framework agreement".

lineage-implements-earlier = Desarrolla
lineage-implements-later = Desarrollado por
lineage-expands-earlier = Amplía
lineage-expands-later = Ampliado por
lineage-supersedes-earlier = Reemplaza a
lineage-supersedes-later = Reemplazado por

## The usual chapters of a new agreement; chosen from a list.

template-none = Sin capítulos por ahora
template-pta = Capítulos habituales de un PTA
template-fta = Capítulos habituales de un TLC
template-cepa = Capítulos habituales de un CEPA

## Text track: where the text of a chapter stands.

text-not-started = No iniciado
text-proposals-exchanged = Propuestas intercambiadas
# One document holding the proposals of all sides.
text-consolidated-text = Texto consolidado
text-under-negotiation = En negociación
text-substantially-closed = Cerrado sustancialmente
text-provisionally-closed = Cerrado provisionalmente
text-closed = Cerrado
# The lawyers have finished with the text.
text-scrubbed = Revisado legalmente

## Market-access track: where requests and offers of a chapter stand.

market-not-started = No iniciado
market-requests-exchanged = Solicitudes intercambiadas
market-offers-exchanged = Ofertas intercambiadas
market-improved-offers = Ofertas mejoradas
# "Ad ref" is short for ad referendum: agreed by the negotiators, subject to approval at home.
market-package-agreed-ad-ref = Paquete acordado ad referéndum
market-agreed = Acordado

## To whom a question is escalated. Also follows a dash in "Escalated 3 days ago – Ministers:".

escalation-chief-negotiators = Jefes negociadores
escalation-ministers = Ministros

## Standard titles of chapters, by their kind.

chapter-initial-provisions = Disposiciones iniciales
chapter-goods = Comercio de mercancías
chapter-rules-of-origin = Reglas de origen
chapter-customs = Procedimientos aduaneros y facilitación del comercio
chapter-sps = Medidas sanitarias y fitosanitarias
chapter-tbt = Obstáculos técnicos al comercio
# Anti-dumping, countervailing and safeguard measures.
chapter-trade-remedies = Defensa comercial
chapter-services = Comercio de servicios
chapter-financial-services = Servicios financieros
chapter-telecommunications = Telecomunicaciones
chapter-natural-persons = Entrada temporal de personas de negocios
chapter-investment = Inversión
chapter-digital-trade = Comercio digital
chapter-intellectual-property = Propiedad intelectual
chapter-procurement = Contratación pública
# Competition policy.
chapter-competition = Política de competencia
chapter-state-enterprises = Empresas de propiedad del Estado
chapter-smes = Pequeñas y medianas empresas
chapter-sustainable-development = Comercio y desarrollo sostenible
chapter-labour = Asuntos laborales
chapter-environment = Medio ambiente
chapter-gender = Comercio y género
chapter-cooperation = Cooperación económica
chapter-critical-minerals = Minerales críticos
chapter-anti-corruption = Lucha contra la corrupción
chapter-good-regulatory-practice = Buenas prácticas regulatorias
chapter-innovation = Innovación
chapter-dispute-settlement = Solución de diferencias
chapter-transparency = Transparencia
chapter-institutional = Disposiciones institucionales
chapter-exceptions = Excepciones
chapter-final-provisions = Disposiciones finales
chapter-other = Otro

## Priority areas: whether one wants to win access with it, or to protect something at home.

stance-offensive = Ofensiva
stance-defensive = Defensiva

## What a proposal asks for; begins a phrase: "Add 2. Pharmaceuticals".

wish-add = Añadir
wish-drop = Retirar
wish-rerank = Reordenar

## What has become of a proposal.

proposal-pending = Pendiente
proposal-approved = Aprobada
proposal-refused = Rechazada
proposal-withdrawn = Retirada

## Kinds of milestone.

milestone-summit = Cumbre
milestone-state-visit = Visita de Estado
# Such as a ministerial conference of the WTO.
milestone-ministerial-conference = Conferencia ministerial
# Such as a session of a joint economic and trade committee (JETCO).
milestone-joint-committee = Sesión de un comité conjunto
milestone-other = Otro acontecimiento

## Clearances, lowest first: who may see a thing.

clearance-public = Público
clearance-partner = Contraparte
clearance-delegation = Delegación
clearance-chapter-team = Equipo del capítulo
clearance-principals = Altas autoridades

## Fields of the record that have a clearance of their own; rows of the table of clearances.

field-agreement = Acuerdo, sus Partes y su tipo
field-stage = Etapa
field-held-event = Hechos ocurridos
field-planned-event = Hechos previstos
field-ratification = Pasos de la ratificación
field-text-track = Capítulos y avance de su texto
field-leads = Responsables de ambas Partes
field-target-round = Ronda prevista
field-open-brackets = Número de corchetes abiertos
field-reason = Motivos de los cambios
field-market-access = Avance del acceso a los mercados
field-parked = Suspendido, y por qué
field-escalated = Elevado, a quién y con qué consulta
field-internal-note = Nota del equipo
field-priorities = Áreas prioritarias y lo que se propone sobre ellas
field-milestone = Hitos

## Roles of a person in one agreement.

# A minister or secretary.
role-principal = Alta autoridad
role-chief = Jefe negociador
role-chapter-lead = Responsable de capítulo
role-team-member = Miembro del equipo
role-official = Funcionario
# A guest from the partner's delegation.
role-partner = Invitado de la contraparte

## What each role may see, as a sentence.

role-clearance-principal = Ministro o secretario. Ve todo lo del acuerdo, incluso lo reservado a las altas autoridades, y puede hacer todo lo que hace un jefe negociador.
role-clearance-chief = Ve todo lo del acuerdo, incluso lo reservado a las altas autoridades.
role-clearance-chapter-lead = Ve todo lo que ve el equipo en sus propios capítulos y, en los demás, lo que ve la delegación.
role-clearance-team-member = Ve todo lo que ve el equipo en sus propios capítulos y, en los demás, lo que ve la delegación.
role-clearance-official = Ve lo que ve la delegación y no cambia nada.
role-clearance-partner = Invitado de una contraparte. Ve lo que ambas Partes comparten: los capítulos con el avance de su texto, sus responsables, la ronda prevista y el número de corchetes abiertos.

## What can be done in an agreement; rows of the table of rights.

act-read-public = Leer el acuerdo, su etapa y sus hechos
act-read-tracks = Leer los capítulos y el avance de su texto
act-read-reasons = Leer motivos, acceso a los mercados, lo suspendido y lo elevado
act-read-notes = Leer la nota del equipo
act-move-status = Cambiar el estado de un capítulo
act-close-or-reopen = Cerrar o reabrir un capítulo
act-park = Suspender o reactivar un capítulo
act-escalate = Elevar una consulta
act-answer-escalation = Responder una consulta elevada
act-edit-chapter = Editar la ficha de un capítulo
act-open-chapters = Abrir o archivar capítulos
act-propose-priorities = Proponer añadir, retirar o reordenar áreas prioritarias
act-approve-priorities = Aprobar o rechazar lo propuesto sobre ellas
# A chapter lead edits those linked to the chapter led.
act-edit-priorities = Editar un área prioritaria
act-flag-for-minister = Señalar un área prioritaria para el ministro
act-edit-agreement = Editar, vincular o archivar el acuerdo
act-record-events = Registrar, corregir o retirar hechos del ciclo de vida
act-grant-roles = Otorgar o revocar roles

## Rights of the house: held beside roles, for no agreement in particular.

house-right-open-agreements = Abrir acuerdos
house-right-edit-programme = Editar el programa de exportación
house-right-edit-barriers = Editar las barreras
house-right-edit-milestones = Editar los hitos
house-right-edit-trade-figures = Editar las cifras de comercio
# An embassy or other post abroad.
house-right-mission = Misión
house-right-administrator = Administrador

## What each right of the house allows, as a sentence.

house-right-told-open-agreements = Abre acuerdos nuevos y pasa a ser el jefe negociador de cada uno.
house-right-told-edit-programme = Mantiene el programa de exportación: países prioritarios, sectores, metas, conferencias de misiones con sus planes de acción, y órganos permanentes.
house-right-told-edit-barriers = Mantiene la lista de barreras no arancelarias y su estado.
house-right-told-edit-milestones = Mantiene los hechos externos con fecha hacia los que avanzan los acuerdos, como una cumbre.
house-right-told-edit-trade-figures = Ingresa cifras de comercio con sus fuentes.
house-right-told-mission = Aporta al programa de exportación respecto del único país ante el cual está acreditada la misión.
house-right-told-administrator = Mantiene las cuentas y la configuración. No da acceso: un administrador no ve ningún acuerdo por serlo.

## Appearance of the screen.

# Follows the setting of the computer or phone.
theme-system = Como en este dispositivo
theme-light = Clara
theme-dark = Oscura

## What changed, in the list of changes. Ends with a colon where values follow:
## "Moved: Consolidated text → Under negotiation". The reason stands on the next line.

changed-agreement-open = Acuerdo abierto:
changed-agreement-archive = Acuerdo archivado
changed-agreement-restore = Acuerdo recuperado
changed-agreement-relate = Ubicado en la secuencia:
changed-agreement-stage = Etapa:
changed-agreement-record = Paso de ratificación registrado:
changed-agreement-name = Nombre:
changed-agreement-kind = Tipo:
changed-agreement-home_party = Parte propia:
changed-agreement-lead_ministry = Ministerio a cargo:
changed-agreement-objective = Objetivo:
changed-agreement-languages = Idiomas:
changed-agreement-parties = Partes:
changed-agreement-chief_negotiators = Jefes negociadores:
changed-chapter-open = Capítulo abierto:
# Along its text track.
changed-chapter-move = Avance del texto:
# Along the market-access track of a chapter.
changed-market-access-move = Avance del acceso a los mercados:
# Closed although brackets are open; their number follows.
changed-chapter-override = Cerrado con corchetes aún abiertos:
changed-chapter-park = Suspendido
changed-chapter-unpark = Reactivado
# To whom follows.
changed-chapter-escalate = Elevado:
# The question follows; the answer stands on the next line.
changed-chapter-answer = Consulta elevada, respondida:
changed-chapter-archive = Capítulo archivado
changed-chapter-number = Número:
changed-chapter-title = Título:
changed-chapter-our_lead = Responsable de nuestra Parte:
changed-chapter-their_lead = Responsable de la contraparte:
changed-chapter-line_ministry = Ministerio competente:
changed-chapter-target_round = Ronda prevista:
changed-chapter-open_brackets = Corchetes abiertos:
changed-chapter-note = Nota del equipo:
# The event and its date follow.
changed-event-record = Hecho registrado:
# The event as it stands now follows.
changed-event-correct = Hecho corregido:
changed-event-withdraw = Hecho retirado
# The area follows, with its rank, stance, sector and owner.
changed-priority-add = Área prioritaria añadida:
changed-priority-drop = Área prioritaria retirada:
changed-priority-change = Área prioritaria editada:
# The title of the area follows; told in the history of the chapter.
changed-priority-link = Vinculado al área prioritaria:
changed-priority-unlink = Ya no vinculado al área prioritaria:
changed-priority-flag = Señalada para el ministro:
changed-priority-unflag = Ya no señalada para el ministro:
# The titles follow in their order.
changed-priorities-rank = Orden de las áreas prioritarias:
# What is asked for follows.
changed-proposal-propose = Propuesto:
changed-proposal-approve = Propuesta aprobada:
changed-proposal-approve-own = Propuesta propia aprobada:
changed-proposal-refuse = Propuesta rechazada:
changed-proposal-withdraw = Propuesta retirada:
# The milestone follows, with its kind, date and place.
changed-milestone-record = Hito registrado:
changed-milestone-change = Hito editado:
changed-milestone-tie = Hito vinculado a este acuerdo:
changed-milestone-untie = Hito ya no vinculado a este acuerdo:
changed-milestone-withdraw = Hito retirado:
# The person and the role follow.
changed-grant-grant = Rol otorgado:
changed-grant-revoke = Rol revocado:

## Accounts of the demonstration: who each of them is. Shown beside the address of the account.

demo-account-chief = Jefe negociador: abre, cierra y otorga roles
demo-account-minister = Ministro: una alta autoridad
demo-account-goods = Responsable de comercio de mercancías: registra sus pasos
demo-account-services = Responsable de comercio de servicios: registra sus pasos
demo-account-official = Funcionario: lee
demo-account-adhikari = Funcionario, en hindi
demo-account-partner = Invitado de la delegación del Perú, en español
demo-account-statistics = Estadística: lleva las cifras de comercio, no ve ningún acuerdo
demo-account-mission = Misión en Lima: completa las celdas del Perú en el programa de exportación
demo-account-admin = Administrador: mantiene cuentas, no ve acuerdos

## Names of parties, by code, as they are usually called. A party without a name here is shown as it was entered.

party-in = India
party-ae = Emiratos Árabes Unidos
party-ar = Argentina
party-asean = ASEAN
party-au = Australia
party-bh = Baréin
party-bo = Bolivia
party-br = Brasil
party-bt = Bután
party-ca = Canadá
party-ch = Suiza
party-cl = Chile
party-cn = China
party-co = Colombia
party-cr = Costa Rica
party-do = República Dominicana
party-eaeu = Unión Económica Euroasiática
party-ec = Ecuador
party-efta = Estados de la AELC
party-eu = Unión Europea
party-gb = Reino Unido
party-gcc = Consejo de Cooperación del Golfo
party-id = Indonesia
party-il = Israel
party-is = Islandia
party-jp = Japón
party-kr = República de Corea
party-kw = Kuwait
party-li = Liechtenstein
party-lk = Sri Lanka
party-mercosur = Mercosur
party-mu = Mauricio
party-mv = Maldivas
party-mx = México
party-my = Malasia
party-no = Noruega
party-np = Nepal
party-nz = Nueva Zelanda
party-om = Omán
party-pa = Panamá
party-pe = Perú
party-py = Paraguay
party-qa = Catar
party-sa = Arabia Saudita
party-sacu = Unión Aduanera de África Meridional
party-sg = Singapur
party-th = Tailandia
party-us = Estados Unidos
party-uy = Uruguay
party-vn = Vietnam
