## The export programme

programme = Export programme
programme-short = Programme
programme-of-mission = The cells of { $country }, to which your mission is accredited.
no-programme = Nothing stands here by this choice. Choose other sectors or states.
sectors = Sectors
sectors-count = { $count ->
    [one] { $n } sector
   *[other] { $n } sectors
}
cells-filled = { $count ->
    [one] { $n } cell filled
   *[other] { $n } cells filled
}
all-sectors = All sectors
all-states = All states
sector-kind-goods = Goods
sector-kind-services = Services
cell-status-not-started = Not started
cell-status-on-course = On course
cell-status-at-risk = At risk
cell-status-stalled = Stalled
cell-status-met = Met
fill-cell = Fill
cell-empty = not filled
cell-left-out = not shown by the filter
filled-cells = Filled cells
cell-empty-yet = Nobody has filled this cell yet.
target-told = { $amount } by the end of { $by }
cell-target-hint = Exports to be reached, as 250 or 1,250.5. Blank with no year for none.
mission-input = What the mission says
mission-input-hint = Demand, competitors, standards, what stands in the way.
next-step = Next step
last-saved = Last saved
who-and-when = Who and when
agreements-with-country = Agreements with this country
cell-field-status = State
cell-field-target = Target
cell-field-owner = Owner
cell-field-next_step = Next step
cell-field-mission_input = What the mission says

## What shapes it

shape-programme = Countries, sectors and missions
focus-countries = Focus countries
rename-sector = Rename the sector
order = Order
add-country = Add a focus country
focus-country-hint = Its name or its two letters.
add-sector = Add a sector
programme-source-hint = Who named it: an announcement, a decision.
missions = Missions
no-missions = No account has the right of a mission yet. An administrator gives it.
mission-account = Mission
mission-account-hint = It sees and fills the cells of its country alone.
accredit-mission = Accredit to this country
not-accredited = nowhere yet
choose-one = Choose
retire-part = Retire a country or a sector
retire-hint = Where a country is chosen, the country is retired.
saved-cell = The cell is filled.
saved-programme = The programme is saved.
field-programme = Export programme: targets, states, missions’ input
error-sector-exists = There is a sector of this name already.
error-country-in-programme = This country is in the programme already.
error-no-such-mission = Choose an account that has the right of a mission.
