## Trade figures: words

trade = Trade
trade-figures = Trade figures
flow = Flow
flow-exports = Exports
flow-imports = Imports
flow-total = Total
flow-balance = Balance
traded = Goods or services
traded-goods = Goods
traded-services = Services
traded-goods-and-services = Goods and services
currency = Currency
currency-USD = US$
currency-INR = ₹
currency-EUR = €
currency-GBP = £
currency-PEN = S/
currency-CLP = CLP
currency-CNY = CN¥
currency-JPY = JP¥
scale = The number counts
scale-hint = What one unit of the column is: in a table headed “US$ million”, millions.
scale-units = single units
scale-thousand = thousands
scale-lakh = lakh
scale-million = millions
scale-crore = crore
scale-billion = billions
amount-units = { $currency } { $n }
amount-thousand = { $currency } { $n } thousand
amount-lakh = { $currency } { $n } lakh
amount-million = { $currency } { $n } million
amount-crore = { $currency } { $n } crore
amount-billion = { $currency } { $n } billion
unit-million = { $currency } million
unit-billion = { $currency } billion
per-cent = { $n } %
period = Period
period-fiscal = FY { $years }
period-kind-fiscal-year = fiscal years
period-kind-calendar-year = calendar years
period-kind-month = months
period-kind-months = spans of months
growth = Growth
growth-on-year = { $growth } on the year
share = Share
value = Value
commodity = Commodity
hs-code = HS code
between = Between
country = Country
countries = Countries
countries-count = { $count ->
    [one] { $n } country
   *[other] { $n } countries
}

## The screens

trade-lede = What each source says was traded, side by side; the newest year of each relation.
no-figures = No trade figure is kept yet.
no-figures-of-pair = No figure is kept on this trade yet.
some-goods = Trade in some goods alone
some-goods-alone = No source tells all trade of the two. Figures are kept on these goods:
no-figures-of-region = No figure is kept on its countries yet.
trade-reported-by = As reported for { $reporter }: exports go from it, imports come to it.
which-figures = Which figures
plot-description = { $flows } from { $from } to { $to }, in { $unit }. The numbers stand in the table below.
reckoned = reckoned
sum-of-lines = { $count ->
    [one] sum of { $n } line
   *[other] sum of { $n } lines
}
source-number = source { $n }
sources = Sources
sources-differ = { $count ->
    [one] { $n } source
   *[other] { $n } sources differ
}
figures-contradict = { $count ->
    [one] On { $n } figure the sources contradict each other. Each stands beside the other below.
   *[other] On { $n } figures the sources contradict each other. Each stands beside the other below.
}
flag-contradictions = { $count ->
    [one] { $n } contradiction
   *[other] { $n } contradictions
}
where-sources-differ = Where sources differ
where-sources-differ-lede = Two figures differ when they are further apart than rounding explains.
apart = Apart
believed = Which is shown
preferred = Preferred
shown = Shown
shown-why = Nobody has chosen: a verified source comes first, then the one entered last.
choose-source = Choose a source
prefer-source = Prefer a source
prefer-hint = Why it is to be believed. The others stay beside it.
single-figures = Its figures
trade-made-of = What the trade is made of
no-parts = No source tells its parts for this period.
largest-of = The first { $shown } of { $all }.
all-figures = All figures
all-sources-of-this = What all sources say of this

## Targets

targets = Targets
trade-target = Target
target-of = What is to grow
target-by = By the end of
target-by-hint = A year: 2030 or FY2029-30.
newest = Newest figure
target-reached = Reached
target-missing = Missing
target-met = reached
target-yearly = Growth needed a year
set-target = Set a target
target-note-hint = Who set it and what exactly it is of.
drop-target = Drop this target
drop-target-hint = Why it no longer holds.

## Entering figures

record-figure = Enter a figure
record-figure-lede = One figure as its source prints it. What another source says of the same stays beside it.
trade-reporter = Reported for
trade-reporter-hint = The country whose exports and imports these are: its name or its two letters.
trade-partner-hint = A country, a group such as EFTA, a region, or World.
hs-hint = Blank for all trade. A leading zero may be missing: 3 is read as 03.
commodity-hint = Only where the source names goods without a code.
period-hint = FY2022-23, 2022, 2022-04, or months such as 2024-04..2024-11.
value-hint = The number as printed: 865.91 or 1,23,456.78; negative as (1,234).
publisher = Publisher
figure-publisher-hint = Who publishes it: a ministry, a newspaper. The same name and title are the same source.
known-sources = Sources already known
figure-illustrative = Invented, for the demonstration
correct-figure = Correct its value
correct-figure-hint = What was wrong: a misprint, a revision by the source.
withdraw-figure = Withdraw this figure
withdraw-figure-hint = Why it should never have been entered.

## Import

import-figures = Import figures from a file
import-lede = Send a table as CSV or XLSX. You choose its columns, see every row that would be refused, and only then keep it.
table-file = File
table-file-hint = CSV in any usual encoding, or XLSX without a password; up to 32 MB.
send-file = Send and look
import-try = Try the import
import-would = What would happen
import-added = Added
import-changed = Changed
import-same = As they are
import-refused = Rows refused
import-choose-columns = Nothing is read yet: choose the columns below and try again.
import-commit = { $count ->
    [one] Keep { $n } figure
   *[other] Keep { $n } figures
}
leave-rows-out = { $count ->
    [one] Leave { $n } refused row out
   *[other] Leave { $n } refused rows out
}
imported-files = Files imported
import-effect = { $added } added, { $changed } changed
imported-by = Imported
import-withdrawn = Withdrawn
withdraw-import = Withdraw this import
withdraw-import-hint = What it added goes, what it changed becomes what it was; figures corrected by hand since stay as they are.
figures-changed = Figures it changed
figure = Figure
before-import = Before
today = Today
later-import = The later import
refused-rows = Refused rows
refused-rows-all = All of them as CSV
row = Row
why-refused = Why
columns-of-file = What its columns say
no-column = No column
every-period-column = Every column that a period heads
for-all-rows = else, for all rows
no-value-for-all = Nothing
sheet = Sheet
head-row = Row of the heads
head-row-hint = The row in which the columns are named.
period-reading = Periods are
period-reading-hint = 2010-11 is a fiscal year or a month: say which, where the file means one of them throughout.
reading-as-written = as they are written
reading-fiscal-years = fiscal years
reading-calendar-years = calendar years
reading-months = months
decimal-mark = Decimals after
mark-point = a point: 1,234.56
mark-comma = a comma: 1.234,56
first-rows = The first rows of the file
try-again = Try with these columns
field-of-hs = HS code
field-of-commodity = Commodity
field-of-value = Value
field-of-period = Period
field-of-partner = Partner
field-of-reporter = Reported for
field-of-flow = Flow
field-of-traded = Goods or services
field-of-currency = Currency
field-of-scale = The number counts

## Regions

regions = Regions
make-region = Make a region
edit-region = Edit the region
region-code = Letters
region-code-hint = Three to twelve letters it is known by, such as LAC. They stay.
region-publisher-hint = Who counts these countries as the region.
region-countries-hint = The two letters of each country, with spaces between: PE CL BR.
region-counted-by = counted so by { $publisher }
region-sum = Added up from its countries
region-sum-lede = A sum is no more than the countries a figure is kept on: how many, the plot says in brackets. Growth is told where both years are of as many countries.
region-as-one = What sources say of the region as one
no-figure-on = No figure is kept on:
countries-known = Countries with a figure

## Saved

saved-figure = The figure is kept.
saved-figure-withdrawn = The figure is withdrawn; the record tells why.
saved-preference = The source is preferred.
saved-import = The file is imported.
saved-import-withdrawn = The import is withdrawn; the record tells why.
saved-target = The target is set.
saved-target-dropped = The target is dropped; the record tells why.
saved-region = The region is kept.
field-trade-figure = Trade figures with their sources
field-trade-target = Targets for trade, and why a source is preferred

## What is wrong with a figure, a file or a row

error-not-an-hs-code = Enter the digits of an HS code: two to ten.
error-no-such-hs-chapter = The Harmonized System has no chapter { $argument }.
error-not-a-period = “{ $argument }” is no period. Write FY2022-23, 2022 or 2022-04.
error-ambiguous-period = “{ $argument }” can be a fiscal year or a month: say which above, or write FY before the year.
error-not-an-amount = “{ $argument }” is no number as tables print it.
error-amount-too-large = This number is too large. Is the scale right?
error-negative-trade = Trade cannot be less than nothing; only a balance can.
error-hs-of-services = Services have no HS code.
error-trades-with-itself = A country does not trade with itself: choose another partner.
error-no-such-country = “{ $argument }” is no country known here. Write its name or its two letters.
error-no-such-place = “{ $argument }” is no country, group or region known here.
error-no-such-flow = “{ $argument }” is no flow. Write exports, imports, total or balance.
error-figure-exists = This source has a figure of the same already: correct that one instead.
error-not-a-year = Enter a year: 2030 or FY2029-30.
error-target-of-nothing = A target must be more than nothing.
error-not-a-region-code = Enter three to twelve letters or digits that name no other group.
error-region-exists = There is a region with these letters already.
error-table-missing = Choose a file that holds something.
error-table-too-large = The file is larger than { $argument } MB. Send a part of it at a time.
error-table-encrypted = The file has a password, or is an old .xls: save it as .xlsx or .csv without one.
error-table-bomb = The file would unpack to far more than it is. Save it anew and try again.
error-table-macros = The file holds macros: save it as .xlsx without them.
error-table-kind = This is no table: send CSV or XLSX.
error-table-broken = The file cannot be read to its end. Save it anew and try again.
error-table-too-long = The table has more than { $argument } rows. Send a part of it at a time.
error-table-without-rows = The file holds no row.
error-no-such-column = The file has no column “{ $argument }”.
error-column-or-value = Choose a column, or one value for all rows.
error-no-period-heads = No column is headed by a period. Choose the column of the values.
error-period-heads-twice = “{ $argument }” is the period of another column too: choose one column of values.
error-no-such-currency = “{ $argument }” is no currency known here. Write its three letters, such as USD.
error-no-such-scale = “{ $argument }” is no scale. Write units, thousand, lakh, million, crore or billion.
error-row-repeats = Says the same as row { $argument }.
error-no-sound-row = No row can be kept.
error-rows-refused = { $argument } rows would be refused. Mend the file, or tick that they are left out.
error-import-withdrawn-already = This import is withdrawn already.
error-import-untraced = This file was imported before Accord kept what imports change: it cannot be withdrawn as a whole.
error-import-not-last = A later file of this source may have changed the same figures. Withdraw that one first.

unit-crore = { $currency } crore
sum-of-months = sum of twelve months
sum-of-flows = exports + imports
hs-part-of = part of: { $chapter }
yes = yes
no = no

## Sources

figures-of-source = { $count ->
    [one] { $n } figure is kept of it.
   *[other] { $n } figures are kept of it.
}
source-complete = Its HS codes add up to all trade, so that their sum is a total
source-field-publisher = Publisher
source-field-source_title = Title
source-field-verified = Source verified
source-field-illustrative = Illustrative
source-field-complete = Codes add up to all trade
saved-source = The source is saved.
error-source-exists = Another source has this publisher and title. Give it another title, or edit the one there is.

## A file as it is read

as-read = As it is read
as-read-lede = Look at the sums: a wrong scale, decimal mark or column shows here before anything is kept.
figures = Figures
hs-chapters = HS chapters
sum = Sum
everything = Everything
first-of = The first { $shown } of { $all }.
table-formulas = { $count ->
    [one] { $n } cell is a formula: what the workbook reckoned last is read.
   *[other] { $n } cells are formulas: what the workbook reckoned last is read.
}
codes-whole = The codes of the file are
codes-whole-hint = Only where they are all trade is their sum a total.
codes-whole-all = all trade: their sum is the total
codes-whole-part = some goods alone
error-sum-too-large = Added up, these figures are more than any country trades. Is the scale right?
