# Cuadros que se reciben: qué es el archivo, cuadros de situación y nomenclaturas.

import-table = Importar un cuadro
import-table-lede = ¿Qué es el archivo? Usted elige sus columnas, ve cada fila que se rechazaría y solo entonces lo guarda.
import-figures-told = Lo que se comerció, según cada fuente: CSV o XLSX de cualquier oficina de estadística.
import-status-table = Importar un cuadro de situación
import-status-table-told = Acuerdo, capítulo, estado, responsable, observaciones: el cuadro que hoy lleva un ministerio.
import-status-table-lede = Cada fila mueve su capítulo según las reglas de la página del capítulo, e indica quién lo dirige por nuestra parte. Las observaciones son el motivo del paso; si nada se mueve, se omiten. Un capítulo que no existe se abre, si usted puede hacerlo.
import-nomenclature = Importar una nomenclatura
import-nomenclature-told = Cómo se llama cada código del Sistema Armonizado.
import-nomenclature-lede = Un código, su descripción y, si se quiere, su nivel. La descripción que ya tenga un código se reemplaza.
import-opened = Capítulos que se abren
import-moved = Capítulos que cambian
import-commit-rows = { $count ->
    [one] Guardar { $n } fila
    [many] Guardar { $n } de filas
   *[other] Guardar { $n } filas
}
what-rows-do = Qué hacen las filas
not-there-yet = aún no existe
and-lead = y otra persona responsable
remarks-hint = Se convierte en el motivo del paso.
level-hint = Si se elige, se rechaza un código que tenga otro número de dígitos.
field-of-agreement = Acuerdo
field-of-chapter = Capítulo
field-of-status = Estado
field-of-text_status = Estado
field-of-lead = Responsable
field-of-remarks = Observaciones
field-of-reason = Observaciones
field-of-description = Descripción
field-of-level = Nivel
nomenclature = Nomenclatura
nomenclature-lede = Los capítulos del Sistema Armonizado y, debajo, los códigos de la nomenclatura que se importó.
all-hs-chapters = Todos los capítulos
description = Descripción
no-hs-lines = La nomenclatura no tiene ese código.
too-many-hs-lines = Solo se muestran los primeros mil: precise la búsqueda.
saved-nomenclature = La nomenclatura está guardada.
saved-status-table = El cuadro está guardado: cada fila siguió las reglas de su capítulo.
error-no-such-status = «{ $argument }» no es un estado conocido aquí.
error-agreement-unknown = No hay ningún acuerdo «{ $argument }» cuyos capítulos usted mueva.
error-no-such-chapter = El acuerdo no tiene ese capítulo, y usted no abre capítulos en él.
error-chapter-not-clear = Varios capítulos se llaman así: indíquelo por su número.
error-chapter-not-yours = No le corresponde a usted cambiar este capítulo.
error-not-the-level = El código tiene { $argument } dígitos, que es otro nivel.
