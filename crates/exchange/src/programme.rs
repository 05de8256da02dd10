//! The export programme as a workbook: the matrix, countries down and sectors across, and its cells as a list.

use accord_domain::AppError;
use accord_domain::programme::CellStatus;
use accord_domain::trade::amount::Scale;
use accord_language::Speaker;
use accord_store::queries::programme::{Cell as ProgrammeCell, FocusCountry, Programme, Sector};
use rust_xlsxwriter::Workbook;

use crate::tables::{Cell, Table, broken, invented};

/// How wide a sector's column is, in characters.
const WIDE: f64 = 30.0;

fn is_shown(cell: &ProgrammeCell, only: Option<CellStatus>) -> bool {
    only.is_none_or(|only| cell.status == only)
}

/// The matrix on the first sheet, the list on the second.
pub fn workbook(l: &Speaker, found: &Programme, only: Option<CellStatus>) -> Result<Vec<u8>, AppError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    matrix(l, found, only).write(sheet)?;
    sheet.set_freeze_panes(1, 1).map_err(broken)?;
    for column in 1..=found.sectors.len() {
        sheet.set_column_width(column as u16, WIDE).map_err(broken)?;
    }
    list(l, found, only).write(workbook.add_worksheet())?;
    workbook.save_to_buffer().map_err(broken)
}

/// Countries down, sectors across, each cell as lines of text.
fn matrix(l: &Speaker, found: &Programme, only: Option<CellStatus>) -> Table {
    let marked = |name: String, is: bool| if is { format!("{name} ({})", l.t("illustrative")) } else { name };
    let mut head = vec![l.t("country")];
    head.extend(found.sectors.iter().map(|sector| marked(sector.name.clone(), sector.illustrative)));
    let row = |country: &FocusCountry| {
        let mut cells = vec![Cell::Text(marked(l.party(&country.code, &country.code), country.illustrative))];
        cells.extend(found.sectors.iter().map(|sector| Cell::Text(lines(l, found, country, sector, only).join("\n"))));
        cells
    };
    Table { sheet: l.t("programme"), head, rows: found.countries.iter().map(row).collect() }
}

/// State, target, owner, next step and barriers of a cell, each on its line; of a cell that the filter leaves out, that it is filled.
fn lines(l: &Speaker, found: &Programme, country: &FocusCountry, sector: &Sector, only: Option<CellStatus>) -> Vec<String> {
    let mut lines = match found.cell(&country.code, &sector.address) {
        None => Vec::new(),
        Some(cell) if !is_shown(cell, only) => vec![l.t("cell-left-out")],
        Some(cell) => held(l, cell),
    };
    let barriers = usize::try_from(found.barriers(&country.code, &sector.address)).unwrap_or_default();
    if barriers > 0 {
        lines.push(l.count("barriers-count", barriers));
    }
    lines
}

fn held(l: &Speaker, cell: &ProgrammeCell) -> Vec<String> {
    let state = l.word("cell-status", cell.status.code());
    let target = cell.target.map(|target| {
        let by = cell.by.map(|by| l.trade_period(by)).unwrap_or_default();
        l.with("target-told", &[("amount", l.amount(target, cell.currency).into()), ("by", by.into())])
    });
    let named = |label: String, text: &str| (!text.is_empty()).then(|| format!("{label}: {text}"));
    let mut lines = vec![if cell.illustrative { format!("{state} ({})", l.t("illustrative")) } else { state }];
    lines.extend(target);
    lines.extend(named(l.t("owner"), &cell.owner));
    lines.extend(named(l.t("next-step"), &cell.next_step));
    lines
}

/// The filled cells, a cell a row; of one status, where one is given.
pub fn list(l: &Speaker, found: &Programme, only: Option<CellStatus>) -> Table {
    let head = [
        "country",
        "sector",
        "traded",
        "state",
        "trade-target",
        "currency",
        "target-by",
        "owner",
        "mission-input",
        "next-step",
        "last-saved",
        "standing",
    ];
    let mut rows = Vec::new();
    for country in &found.countries {
        for sector in &found.sectors {
            let Some(cell) = found.cell(&country.code, &sector.address).filter(|cell| is_shown(cell, only)) else { continue };
            rows.push(vec![
                Cell::Text(l.party(&country.code, &country.code)),
                Cell::Text(sector.name.clone()),
                Cell::Text(l.word("sector-kind", sector.kind.code())),
                Cell::Text(l.word("cell-status", cell.status.code())),
                cell.target.map_or(Cell::Text(String::new()), |target| Cell::Decimal(target.to_text(Scale::Units))),
                Cell::Text(cell.target.map(|_| cell.currency.code().to_owned()).unwrap_or_default()),
                Cell::Text(cell.by.map(|by| by.to_text()).unwrap_or_default()),
                Cell::Text(cell.owner.clone()),
                Cell::Text(cell.mission_input.clone()),
                Cell::Text(cell.next_step.clone()),
                Cell::Text(format!("{} {}", cell.saved_at.with_timezone(&l.zone).date_naive(), cell.saved_by)),
                invented(l, cell.illustrative),
            ]);
        }
    }
    Table { sheet: l.t("filled-cells"), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

#[cfg(test)]
mod tests {
    use accord_domain::ids::CellId;
    use accord_domain::programme::SectorKind;
    use accord_domain::trade::amount::{Amount, Currency};
    use accord_language::Locale;
    use accord_store::actor::new_id;
    use accord_store::clock::HOME_ZONE;
    use accord_store::queries::programme::Seen;
    use calamine::{Data, Reader, Xlsx};
    use chrono::DateTime;

    use super::*;

    fn programme() -> Programme {
        let cell = |country: &str, status: CellStatus| ProgrammeCell {
            id: CellId(new_id()),
            country: country.into(),
            sector: "textiles".into(),
            status,
            target: Some(Amount(1_000_000_000)),
            currency: Currency::Usd,
            by: None,
            owner: "=A council".into(),
            next_step: String::new(),
            mission_input: String::new(),
            illustrative: true,
            version: 1,
            saved_by: "The mission".into(),
            saved_at: DateTime::UNIX_EPOCH,
        };
        let country = |code: &str| FocusCountry { code: code.into(), publisher: String::new(), illustrative: false };
        let sector = |address: &str, name: &str| Sector {
            address: address.into(),
            kind: SectorKind::Goods,
            name: name.into(),
            publisher: String::new(),
            illustrative: false,
        };
        Programme {
            seen: Seen::Whole { keeps: false, mission: None },
            sectors: vec![sector("textiles", "Textiles"), sector("toys", "Toys")],
            countries: vec![country("PE"), country("CL")],
            cells: vec![cell("PE", CellStatus::AtRisk), cell("CL", CellStatus::Met)],
            barriers: vec![("CL".into(), "textiles".into(), 2)],
        }
    }

    #[test]
    fn the_matrix_comes_first_and_the_list_second() -> Result<(), Box<dyn std::error::Error>> {
        let l = Speaker { locale: Locale::EnIn, zone: HOME_ZONE, now: DateTime::UNIX_EPOCH };
        let bytes = workbook(&l, &programme(), Some(CellStatus::AtRisk))?;
        let mut book = Xlsx::new(std::io::Cursor::new(bytes))?;
        assert_eq!(book.sheet_names().len(), 2);
        let matrix = book.worksheet_range_at(0).ok_or("no matrix")??;
        let told = |row: u32, column: u32| matrix.get_value((row, column)).map(Data::to_string).unwrap_or_default();
        assert_eq!(
            (told(0, 1), told(0, 2), told(1, 0), told(2, 0)),
            ("Textiles".into(), "Toys".into(), "Peru".into(), "Chile".into())
        );
        let filled: Vec<String> = told(1, 1).lines().map(str::to_owned).collect();
        assert_eq!((filled[0].as_str(), filled[2].as_str()), ("At risk (illustrative)", "Owner: =A council"));
        assert!(told(1, 2).is_empty(), "what nobody filled is blank");
        assert_eq!(told(2, 1), "not shown by the filter\n2 barriers");
        let list = book.worksheet_range_at(1).ok_or("no list")??;
        assert_eq!(list.height(), 2, "the head and what the filter leaves");
        assert_eq!(list.get_value((1, 11)).map(Data::to_string).as_deref(), Some("illustrative"));
        let csv = String::from_utf8(super::list(&l, &programme(), None).csv()?)?;
        assert!(csv.contains("'=A council") && csv.lines().count() == 3, "{csv}");
        Ok(())
    }
}
