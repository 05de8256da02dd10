### The minister’s brief: made from the record, finished by a person.

brief = Nota para el ministro
brief-marking = Confidencial – { $clearance } y niveles superiores
brief-draft = BORRADOR, sin aprobar
brief-approved-by = Aprobado por { $who }, { $when }
brief-generated = Generado el { $when }, según el registro a ese momento
brief-fact = Ahora
brief-nothing-moved = Nada cambió del { $from } al { $to }.
brief-none = Aún nadie ha redactado una nota sobre este acuerdo. Lo que consta en el registro se completa solo; lo que conviene decir queda por escribir.
brief-language = Idioma en que se redacta
brief-begin = Redactar la nota
brief-edit = Editar la nota
brief-edit-lede = El texto de cada parte tal como se imprime. En una fila de tabla, “ | ” separa las dos columnas. Una nota ya aprobada queda como está: su edición inicia un nuevo borrador.
brief-save-and-renew = Guardar y generar de nuevo los datos
brief-approve = Aprobar esta versión
brief-word = Descargar en Word
brief-versions = Versiones
brief-version = Versión { $n }
brief-moved = Qué cambió desde que se generaron estos datos
brief-settle = Los datos más recientes
brief-settle-later = Decidir después
brief-settlement-take = Tomar el texto nuevo
brief-settlement-keep = Conservar el texto del campo de arriba
brief-clearance = Quién puede leerla una vez aprobada
brief-clearance-hint = Si se reserva a las altas autoridades, la nota no existe para nadie más.
brief-part-changed = Nota, { $part }:

## Its parts, in the order of the page: headings

brief-part-header = En síntesis
brief-part-state = Situación de los capítulos
brief-part-changes = Cambios recientes en la negociación
brief-part-objectives = Nuestros objetivos
brief-part-arguments = Argumentos
brief-part-tactical-arguments = Argumentos tácticos
brief-part-their-objectives = Objetivos de la contraparte
brief-part-our-response = Nuestra respuesta
brief-part-press-line = Mensaje para la prensa
brief-part-background = Antecedentes
brief-part-points-certain = Puntos que se plantearán con certeza
brief-part-points-possible = Puntos que podrían plantearse
brief-part-points-unlikely = Puntos que difícilmente se plantearán

## What is to be written in the parts that are not generated

brief-hint-objectives = Qué debe obtener el ministro.
brief-hint-arguments = Las razones a favor, primero la más fuerte.
brief-hint-tactical-arguments = Qué decir solo si la conversación lo exige.
brief-hint-their-objectives = Qué busca la contraparte y cómo se sabe.
brief-hint-our-response = Qué respondemos a ello.
brief-hint-press-line = Una o dos frases que puedan decirse en público.
brief-hint-points-certain = Uno por línea, cada uno con su respuesta.
brief-hint-points-possible = Uno por línea, con la respuesta si surge.
brief-hint-points-unlikely = Uno por línea, solo si una respuesta errada sería dañina.

## In the list of changes

changed-brief-draft = Nota redactada, versión:
changed-brief-language = Idioma de la nota:
changed-brief-clear = Nivel de acceso de la nota:
changed-brief-generate = Datos de la nota incorporados
changed-brief-regenerate = Datos más recientes de la nota hallados
changed-brief-renew = Datos de la nota generados de nuevo, versión:
changed-brief-write = Nota editada:
changed-brief-approve = Nota aprobada, versión:

## Rights, clearances, refusals, and what was saved

act-edit-brief = Redactar, editar y reservar la nota para el ministro
act-approve-brief = Aprobar la nota para el ministro
field-brief = Nota para el ministro, aprobada
field-brief-draft = Nota para el ministro, borrador
field-brief-raised = Nota reservada a las altas autoridades
saved-brief = La nota se guardó.
saved-brief-approved = La nota está aprobada. Esta versión queda como está.
error-brief-approved-already = Esta versión ya está aprobada. Edite la nota para iniciar un borrador.
error-brief-drafted-already = Alguien ya redactó la nota. Ábrala para editarla.
