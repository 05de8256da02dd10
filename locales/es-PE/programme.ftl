## El programa de exportación

programme = Programa de exportación
programme-short = Programa
programme-of-mission = Las celdas de { $country }, donde su misión está acreditada.
no-programme = No hay nada con esta selección. Elija otros sectores o estados.
sectors = Sectores
sectors-count = { $count ->
    [one] { $n } sector
    [many] { $n } sectores
   *[other] { $n } sectores
}
cells-filled = { $count ->
    [one] { $n } celda completada
    [many] { $n } celdas completadas
   *[other] { $n } celdas completadas
}
all-sectors = Todos los sectores
all-states = Todos los estados
sector-kind-goods = Bienes
sector-kind-services = Servicios
cell-status-not-started = No iniciado
cell-status-on-course = En curso
cell-status-at-risk = En riesgo
cell-status-stalled = Detenido
cell-status-met = Cumplido
fill-cell = Completar
cell-empty = sin completar
cell-left-out = no mostrada por el filtro
filled-cells = Celdas completadas
cell-empty-yet = Nadie ha completado esta celda todavía.
target-told = { $amount } a fines de { $by }
cell-target-hint = Exportaciones por alcanzar: 250 o 1,250.5. En blanco, sin año, si no hay.
mission-input = Lo que dice la misión
mission-input-hint = Demanda, competidores, normas, lo que estorba.
next-step = Próximo paso
last-saved = Último guardado
who-and-when = Quién y cuándo
agreements-with-country = Acuerdos con este país
cell-field-status = Estado
cell-field-target = Meta
cell-field-owner = Responsable
cell-field-next_step = Próximo paso
cell-field-mission_input = Lo que dice la misión

## Lo que le da forma

shape-programme = Países, sectores y misiones
focus-countries = Países prioritarios
rename-sector = Cambiar el nombre del sector
order = Orden
add-country = Añadir un país prioritario
focus-country-hint = Su nombre o sus dos letras.
add-sector = Añadir un sector
programme-source-hint = Quién lo nombró: un anuncio, una decisión.
missions = Misiones
no-missions = Ninguna cuenta tiene el derecho de misión. Lo otorga un administrador.
mission-account = Misión
mission-account-hint = Ve y completa solo las celdas de su país.
accredit-mission = Acreditar en este país
not-accredited = en ninguno todavía
choose-one = Elija
retire-part = Retirar un país o un sector
retire-hint = Si se elige un país, se retira el país.
saved-cell = La celda está completada.
saved-programme = El programa está guardado.
field-programme = Programa de exportación: metas, estados, aportes de las misiones
error-sector-exists = Ya existe un sector con este nombre.
error-country-in-programme = Este país ya está en el programa.
error-no-such-mission = Elija una cuenta con derecho de misión.
