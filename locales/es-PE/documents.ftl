### Documents made from the record and finished by a person: what the minister’s brief and the report of a meeting share.

document-marking = Confidencial – { $clearance } y niveles superiores
document-draft = BORRADOR, sin aprobar
document-approved-by = Aprobado por { $who }, { $when }
document-generated = Generado el { $when }, según el registro a ese momento
document-fact = Ahora
document-language = Idioma en que se redacta
document-save-and-renew = Guardar y generar de nuevo los datos
document-approve = Aprobar esta versión
document-word = Descargar en Word
document-versions = Versiones
document-version = Versión { $n }
document-moved = Qué cambió desde que se generaron estos datos
document-settle = Los datos más recientes
document-settle-later = Decidir después
document-settlement-take = Tomar el texto nuevo
document-settlement-keep = Conservar el texto del campo de arriba
document-not-generated = No se genera para estos lectores. Todos ellos leerán lo que escriba aquí.

## By what the document is

document-kind-brief = Nota para el ministro
document-kind-report = Informe
document-none-brief = Aún nadie ha redactado una nota sobre este acuerdo. Lo que consta en el registro se completa solo; lo que conviene decir queda por escribir.
document-none-report = Aún nadie ha redactado un informe de esta reunión. Lo que consta en el registro se completa solo, hasta donde sus lectores pueden conocerlo; el resumen y los próximos pasos quedan por escribir.
document-begin-brief = Redactar la nota
document-begin-report = Redactar el informe
document-edit-brief = Editar la nota
document-edit-report = Editar el informe
document-edit-lede-brief = El texto de cada parte tal como se imprime. En una fila de tabla, “ | ” separa las dos columnas. Una nota ya aprobada queda como está: su edición inicia un nuevo borrador.
document-edit-lede-report = El texto de cada parte tal como se imprime. En una fila de tabla, “ | ” separa las columnas. Un informe ya aprobado queda como está: su edición inicia un nuevo borrador.
document-clearance-brief = Quién puede leerla una vez aprobada
document-clearance-report = A quién está dirigido
document-clearance-hint-brief = Si se reserva a las altas autoridades, la nota no existe para nadie más.
document-clearance-hint-report = Lo leen ellos y todos los niveles superiores una vez publicado. Los datos que no pueden conocer se omiten de inmediato; lo que usted escribió permanece y le corresponde revisarlo.

## The parts, in the order of the page: headings

document-part-header = En síntesis
document-part-state = Situación de los capítulos
document-part-changes = Cambios recientes en la negociación
document-part-objectives = Nuestros objetivos
document-part-arguments = Argumentos
document-part-tactical-arguments = Argumentos tácticos
document-part-their-objectives = Objetivos de la contraparte
document-part-our-response = Nuestra respuesta
document-part-press-line = Mensaje para la prensa
document-part-background = Antecedentes
document-part-points-certain = Puntos que se plantearán con certeza
document-part-points-possible = Puntos que podrían plantearse
document-part-points-unlikely = Puntos que difícilmente se plantearán
document-part-sitting = La reunión
document-part-summary = Resumen
document-part-in-session = Capítulos tratados
document-part-not-discussed = Capítulos no tratados
document-part-movement = Capítulos que avanzaron o retrocedieron
document-part-closed-chapters = Capítulos cerrados
document-part-bracket-counts = Corchetes abiertos
document-part-next-steps = Próximos pasos
document-part-next-meeting = Próxima reunión

## What is to be written in the parts that are not generated

document-hint-objectives = Qué debe obtener el ministro.
document-hint-arguments = Las razones a favor, primero la más fuerte.
document-hint-tactical-arguments = Qué decir solo si la conversación lo exige.
document-hint-their-objectives = Qué busca la contraparte y cómo se sabe.
document-hint-our-response = Qué respondemos a ello.
document-hint-press-line = Una o dos frases que puedan decirse en público.
document-hint-points-certain = Uno por línea, cada uno con su respuesta.
document-hint-points-possible = Uno por línea, con la respuesta si surge.
document-hint-points-unlikely = Uno por línea, solo si una respuesta errada sería dañina.
document-hint-summary = Qué logró la reunión, en pocas frases.
document-hint-next-steps = Quién hace qué hasta la próxima reunión, uno por línea.
