### Papers of sessions: their words, what their screens and forms say, and what can be wrong with them.

## What a file is.

paper-kind-pdf = PDF
paper-kind-word = Word
paper-kind-excel = Excel
paper-kind-powerpoint = PowerPoint
paper-kind-text = Texto
paper-kind-csv = CSV
paper-kind-png = Imagen (PNG)
paper-kind-jpeg = Imagen (JPEG)

## Whom a paper is for: a small mark beside it, and the choice when it is put.

paper-for-partner = compartido
paper-for-delegation = delegación
paper-for-chapter-team = equipo del capítulo
paper-audience = Para quién
paper-audience-partner = Ambas partes: la otra parte puede tenerlo cuando conozca la reunión
paper-audience-delegation = La delegación
paper-audience-chapter-team = El equipo del capítulo y las altas autoridades

## What changed, in the list of changes. The title of the paper follows.

changed-paper-put = Documento puesto sobre la mesa:
changed-paper-withdraw = Documento retirado:

## That something was saved. A sentence each.

saved-paper = El documento está sobre la mesa.
saved-paper-withdrawn = El documento quedó retirado y su archivo, borrado.

## What screens say.

papers = Documentos
# A link to the page on which papers are put. $chapter is a title.
papers-of = Documentos sobre { $chapter }
no-papers = Aún no hay documentos sobre la mesa.
paper = Documento
choose-paper = Elija un documento
put-paper = Poner un documento sobre la mesa
paper-file = Archivo
paper-hint = PDF, Word, Excel, PowerPoint, texto, CSV, PNG o JPEG, de hasta { $most } MB.
paper-title-hint = Si queda en blanco, es el nombre del archivo.
paper-for-hint = Un documento para ambas partes no puede quitarse a quien ya lo leyó.
withdraw-paper = Retirar un documento
withdraw-paper-hint = El registro conserva qué era, quién lo retiró y por qué. El archivo mismo se borra.
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

## What is wrong with a file. What was typed beside it is kept; the file has to be chosen again.

error-paper-missing = Elija un archivo.
error-paper-empty = El archivo está vacío. Elija otro.
# $argument is a number.
error-paper-too-large = El archivo es demasiado grande: el máximo es { $argument } MB. Elija uno más pequeño.
error-paper-kind = No se admiten archivos de este tipo. Elija un archivo PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), de texto, CSV, PNG o JPEG.
error-paper-lies = El contenido del archivo no es lo que dice su nombre. Guárdelo de nuevo en el tipo que desea y vuelva a elegirlo.
error-paper-macros = El archivo contiene macros, que no se admiten. Guárdelo sin ellas y vuelva a elegirlo.
error-paper-encrypted = El archivo tiene contraseña. Guárdelo sin ella y vuelva a elegirlo.
error-paper-bomb = El archivo se expande a mucho más de lo debido y no se abrió. Guárdelo de nuevo y vuelva a elegirlo.
error-paper-broken = El archivo está dañado y no se puede leer. Elija otra copia.
# $argument is a number.
error-too-many-papers = Una sesión admite { $argument } documentos. Retire uno primero.
