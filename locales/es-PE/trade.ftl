## Cifras de comercio: palabras

trade = Comercio
trade-figures = Cifras de comercio
flow = Flujo
flow-exports = Exportaciones
flow-imports = Importaciones
flow-total = Total
flow-balance = Saldo
traded = Bienes o servicios
traded-goods = Bienes
traded-services = Servicios
traded-goods-and-services = Bienes y servicios
currency = Moneda
currency-USD = US$
currency-INR = ₹
currency-EUR = €
currency-GBP = £
currency-PEN = S/
currency-CLP = CLP
currency-CNY = CN¥
currency-JPY = JP¥
scale = El número cuenta
scale-hint = Qué vale una unidad de la columna: en un cuadro en «millones de US$», millones.
scale-units = unidades
scale-thousand = miles
scale-lakh = lakhs (cien mil)
scale-million = millones
scale-crore = crores (diez millones)
scale-billion = miles de millones
amount-units = { $currency } { $n }
amount-thousand = { $currency } { $n } miles
amount-lakh = { $currency } { $n } lakhs
amount-million = { $currency } { $n } millones
amount-crore = { $currency } { $n } crores
amount-billion = { $currency } { $n } miles de millones
unit-million = millones de { $currency }
unit-billion = miles de millones de { $currency }
per-cent = { $n } %
period = Período
period-fiscal = Año fiscal { $years }
period-kind-fiscal-year = años fiscales
period-kind-calendar-year = años calendario
period-kind-month = meses
period-kind-months = tramos de meses
growth = Crecimiento
growth-on-year = { $growth } interanual
share = Participación
value = Valor
commodity = Producto
hs-code = Código SA
between = Entre
country = País
countries = Países
countries-count = { $count ->
    [one] { $n } país
    [many] { $n } países
   *[other] { $n } países
}

## Las pantallas

trade-lede = Lo que cada fuente dice que se comerció, una junto a otra; el año más reciente de cada relación.
no-figures = Todavía no se lleva ninguna cifra de comercio.
no-figures-of-pair = Todavía no hay cifras de este comercio.
some-goods = Comercio de algunos bienes solamente
some-goods-alone = Ninguna fuente dice todo el comercio entre ambos. Hay cifras de estos bienes:
no-figures-of-region = Aún no hay cifras de sus países.
trade-reported-by = Según se informa de { $reporter }: de allí salen las exportaciones y allí llegan las importaciones.
which-figures = Qué cifras
plot-description = { $flows } de { $from } a { $to }, en { $unit }. Los números están en el cuadro de abajo.
reckoned = calculado
sum-of-lines = { $count ->
    [one] suma de { $n } línea
    [many] suma de { $n } líneas
   *[other] suma de { $n } líneas
}
source-number = fuente { $n }
sources = Fuentes
sources-differ = { $count ->
    [one] { $n } fuente
    [many] { $n } fuentes difieren
   *[other] { $n } fuentes difieren
}
figures-contradict = { $count ->
    [one] En { $n } cifra las fuentes se contradicen. Abajo están una junto a otra.
    [many] En { $n } cifras las fuentes se contradicen. Abajo están una junto a otra.
   *[other] En { $n } cifras las fuentes se contradicen. Abajo están una junto a otra.
}
flag-contradictions = { $count ->
    [one] { $n } contradicción
    [many] { $n } contradicciones
   *[other] { $n } contradicciones
}
where-sources-differ = Dónde difieren las fuentes
where-sources-differ-lede = Dos cifras difieren cuando están más lejos una de otra de lo que explica el redondeo.
apart = Diferencia
believed = Cuál se muestra
preferred = Preferida
shown = Mostrada
shown-why = Nadie ha elegido: primero una fuente verificada, luego la última registrada.
choose-source = Elija una fuente
prefer-source = Preferir una fuente
prefer-hint = Por qué hay que creerle. Las demás quedan a su lado.
single-figures = Sus cifras
trade-made-of = De qué se compone el comercio
no-parts = Ninguna fuente da sus partes en este período.
largest-of = Las primeras { $shown } de { $all }.
all-figures = Todas las cifras
all-sources-of-this = Lo que dicen todas las fuentes

## Metas

targets = Metas
trade-target = Meta
target-of = Qué ha de crecer
target-by = A fines de
target-by-hint = Un año: 2030 o FY2029-30.
newest = Cifra más reciente
target-reached = Alcanzado
target-missing = Falta
target-met = alcanzada
target-yearly = Crecimiento anual necesario
set-target = Fijar una meta
target-note-hint = Quién la fijó y de qué es exactamente.
drop-target = Retirar esta meta
drop-target-hint = Por qué ya no vale.

## Registrar cifras

record-figure = Registrar una cifra
record-figure-lede = Una cifra tal como la publica su fuente. Lo que otra fuente diga de lo mismo queda a su lado.
trade-reporter = Informado de
trade-reporter-hint = El país de cuyas exportaciones e importaciones se trata: su nombre o sus dos letras.
trade-partner-hint = Un país, un grupo como EFTA, una región o El mundo.
hs-hint = En blanco para todo el comercio. Puede faltar el cero inicial: 3 se lee 03.
commodity-hint = Solo donde la fuente nombra bienes sin código.
period-hint = FY2022-23, 2022, 2022-04, o meses como 2024-04..2024-11.
value-hint = El número impreso, con punto decimal: 865.91; negativo como (1,234).
publisher = Publicado por
figure-publisher-hint = Quién la publica: un ministerio, un diario. El mismo nombre y título son la misma fuente.
known-sources = Fuentes ya conocidas
figure-illustrative = Inventado, para la demostración
correct-figure = Corregir su valor
correct-figure-hint = Qué estaba mal: una errata, una revisión de la fuente.
withdraw-figure = Retirar esta cifra
withdraw-figure-hint = Por qué no debió registrarse.

## Importación

import-figures = Importar cifras de un archivo
import-lede = Envíe un cuadro en CSV o XLSX. Usted elige sus columnas, ve cada fila que se rechazaría y solo entonces lo guarda.
table-file = Archivo
table-file-hint = CSV en cualquier codificación usual, o XLSX sin contraseña; hasta 32 MB.
send-file = Enviar y mirar
import-try = Probar la importación
import-would = Qué pasaría
import-added = Se añaden
import-changed = Cambian
import-same = Sin cambio
import-refused = Filas rechazadas
import-choose-columns = Aún no se lee nada: elija abajo las columnas y pruebe otra vez.
import-commit = { $count ->
    [one] Guardar { $n } cifra
    [many] Guardar { $n } cifras
   *[other] Guardar { $n } cifras
}
leave-rows-out = { $count ->
    [one] Omitir { $n } fila rechazada
    [many] Omitir { $n } filas rechazadas
   *[other] Omitir { $n } filas rechazadas
}
imported-files = Archivos importados
import-effect = { $added } añadidas, { $changed } cambiadas
imported-by = Importado
import-withdrawn = Retirada
withdraw-import = Retirar esta importación
withdraw-import-hint = Lo que agregó desaparece y lo que cambió vuelve a ser lo que era; las cifras corregidas a mano desde entonces se quedan como están.
figures-changed = Cifras que cambió
figure = Cifra
before-import = Antes
today = Hoy
later-import = La importación posterior
refused-rows = Filas rechazadas
refused-rows-all = Todas en CSV
row = Fila
why-refused = Por qué
columns-of-file = Qué dicen sus columnas
no-column = Ninguna columna
every-period-column = Cada columna encabezada por un período
for-all-rows = si no, en todas las filas
no-value-for-all = Nada
sheet = Hoja
head-row = Fila de los encabezados
head-row-hint = La fila que nombra las columnas.
period-reading = Los períodos son
period-reading-hint = 2010-11 es un año fiscal o un mes: diga cuál, si el archivo usa siempre el mismo.
reading-as-written = como están escritos
reading-fiscal-years = años fiscales
reading-calendar-years = años calendario
reading-months = meses
decimal-mark = Decimales tras
mark-point = punto: 1,234.56
mark-comma = coma: 1.234,56
first-rows = Las primeras filas del archivo
try-again = Probar con estas columnas
field-of-hs = Código SA
field-of-commodity = Producto
field-of-value = Valor
field-of-period = Período
field-of-partner = Socio
field-of-reporter = Informado de
field-of-flow = Flujo
field-of-traded = Bienes o servicios
field-of-currency = Moneda
field-of-scale = El número cuenta

## Regiones

regions = Regiones
make-region = Crear una región
edit-region = Editar la región
region-code = Siglas
region-code-hint = De tres a doce letras, como LAC. No cambian.
region-publisher-hint = Quién cuenta estos países como la región.
region-countries-hint = Las dos letras de cada país, separadas por espacios: PE CL BR.
region-counted-by = según { $publisher }
region-sum = Suma de sus países
region-sum-lede = Una suma abarca solo los países de los que hay cifra: cuántos, lo dice el gráfico entre paréntesis. El crecimiento se indica cuando ambos años abarcan el mismo número de países.
region-as-one = Lo que dicen las fuentes de la región en conjunto
no-figure-on = Sin cifras de:
countries-known = Países con cifra

## Guardado

saved-figure = La cifra está guardada.
saved-figure-withdrawn = La cifra está retirada; el registro dice por qué.
saved-preference = La fuente es la preferida.
saved-import = El archivo está importado.
saved-import-withdrawn = La importación está retirada; el registro dice por qué.
saved-target = La meta está fijada.
saved-target-dropped = La meta está retirada; el registro dice por qué.
saved-region = La región está guardada.
field-trade-figure = Cifras de comercio con sus fuentes
field-trade-target = Metas de comercio, y por qué se prefiere una fuente

## Qué está mal en una cifra, un archivo o una fila

error-not-an-hs-code = Escriba los dígitos de un código SA: de dos a diez.
error-no-such-hs-chapter = El Sistema Armonizado no tiene capítulo { $argument }.
error-not-a-period = «{ $argument }» no es un período. Escriba FY2022-23, 2022 o 2022-04.
error-ambiguous-period = «{ $argument }» puede ser un año fiscal o un mes: diga cuál, o escriba FY delante del año.
error-not-an-amount = «{ $argument }» no es un número como los que imprimen los cuadros.
error-amount-too-large = Este número es demasiado grande. ¿Es correcta la escala?
error-negative-trade = El comercio no puede ser menor que nada; solo un saldo puede.
error-hs-of-services = Los servicios no tienen código SA.
error-trades-with-itself = Un país no comercia consigo mismo: elija otro socio.
error-no-such-country = «{ $argument }» no es un país conocido. Escriba su nombre o sus dos letras.
error-no-such-place = «{ $argument }» no es un país, grupo o región conocido.
error-no-such-flow = «{ $argument }» no es un flujo. Escriba exportaciones, importaciones, total o balanza.
error-figure-exists = Esta fuente ya tiene una cifra de lo mismo: corrija aquella.
error-not-a-year = Escriba un año: 2030 o FY2029-30.
error-target-of-nothing = Una meta debe ser mayor que nada.
error-not-a-region-code = Escriba de tres a doce letras o dígitos que no nombren otro grupo.
error-region-exists = Ya existe una región con estas siglas.
error-table-missing = Elija un archivo que contenga algo.
error-table-too-large = El archivo supera { $argument } MB. Envíelo por partes.
error-table-encrypted = El archivo tiene contraseña o es un .xls antiguo: guárdelo como .xlsx o .csv sin ella.
error-table-bomb = El archivo se expandiría muchísimo. Guárdelo de nuevo y pruebe otra vez.
error-table-macros = El archivo contiene macros: guárdelo como .xlsx sin ellas.
error-table-kind = Esto no es un cuadro: envíe CSV o XLSX.
error-table-broken = El archivo no se puede leer hasta el final. Guárdelo de nuevo y pruebe otra vez.
error-table-too-long = El cuadro tiene más de { $argument } filas. Envíelo por partes.
error-table-without-rows = El archivo no contiene ninguna fila.
error-no-such-column = El archivo no tiene la columna «{ $argument }».
error-column-or-value = Elija una columna, o un valor para todas las filas.
error-no-period-heads = Ninguna columna está encabezada por un período. Elija la columna de los valores.
error-period-heads-twice = «{ $argument }» es también el período de otra columna: elija una sola columna de valores.
error-no-such-currency = «{ $argument }» no es una moneda conocida aquí. Escriba sus tres letras, como USD.
error-no-such-scale = «{ $argument }» no es una escala. Escriba unidades, miles, lakh, millones, crore o miles de millones.
error-row-repeats = Dice lo mismo que la fila { $argument }.
error-no-sound-row = Ninguna fila se puede guardar.
error-rows-refused = Se rechazarían { $argument } filas. Corrija el archivo, o marque que se omitan.
error-import-withdrawn-already = Esta importación ya está retirada.
error-import-untraced = Este archivo se importó antes de que Accord guardara lo que cambian las importaciones: no puede retirarse entero.
error-import-not-last = Un archivo posterior de esta fuente pudo cambiar las mismas cifras. Retire primero ese.

unit-crore = crores de { $currency }
sum-of-months = suma de doce meses
sum-of-flows = exportaciones + importaciones
hs-part-of = parte de: { $chapter }
yes = sí
no = no

## Sources

figures-of-source = { $count ->
    [one] Se guarda { $n } cifra de ella.
    [many] Se guardan { $n } cifras de ella.
   *[other] Se guardan { $n } cifras de ella.
}
source-complete = Sus códigos del SA suman todo el comercio, de modo que su suma es un total
source-field-publisher = Editor
source-field-source_title = Título
source-field-verified = Fuente verificada
source-field-illustrative = Ilustrativa
source-field-complete = Los códigos suman todo el comercio
saved-source = La fuente está guardada.
error-source-exists = Otra fuente tiene este editor y este título. Dele otro título, o edite la que existe.

## A file as it is read

as-read = Así se lee
as-read-lede = Mire las sumas: una escala, una coma decimal o una columna equivocada se ve aquí antes de guardar nada.
figures = Cifras
hs-chapters = Capítulos del SA
sum = Suma
everything = Todo
first-of = Las primeras { $shown } de { $all }.
table-formulas = { $count ->
    [one] { $n } celda es una fórmula: se lee lo último que calculó el libro.
    [many] { $n } celdas son fórmulas: se lee lo último que calculó el libro.
   *[other] { $n } celdas son fórmulas: se lee lo último que calculó el libro.
}
codes-whole = Los códigos del archivo son
codes-whole-hint = Solo si son todo el comercio, su suma es un total.
codes-whole-all = todo el comercio: su suma es el total
codes-whole-part = solo algunos bienes
error-sum-too-large = Sumadas, estas cifras son más de lo que comercia país alguno. ¿Es correcta la escala?
