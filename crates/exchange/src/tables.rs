//! Tables as XLSX and CSV. Every cell that is not a number is text; a text a spreadsheet would take for a formula is made harmless.

use accord_domain::AppError;
use accord_domain::chapter::ChapterKind;
use accord_domain::tracks::Track;
use accord_language::Speaker;
use accord_store::queries::action_points::ActionPointsView;
use accord_store::queries::barriers::list::BarrierLine;
use accord_store::queries::house_meetings::plan::PlanLine;
use accord_store::queries::portfolio::{ChapterMark, NextMeeting, PortfolioRow};
use accord_store::queries::stakeholders::StakeholderLine;
use accord_store::queries::trade::figures::FigureLine;
use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Workbook, Worksheet};

use crate::meetings::meeting_title;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(i64),
    /// A number with decimals, as it is written with a point.
    Decimal(String),
}

/// A table with one head row.
#[derive(Clone, Debug)]
pub struct Table {
    pub sheet: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

pub(crate) fn broken(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("a table could not be written: {error}"))
}

/// Puts an apostrophe before what Excel, LibreOffice and others would run as a formula (OWASP, "CSV Injection").
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

impl Table {
    /// The table as a workbook of one sheet.
    pub fn xlsx(&self) -> Result<Vec<u8>, AppError> {
        self.xlsx_to_fill(None)
    }

    /// The same, with words to choose from in the cells of one column.
    pub fn xlsx_to_fill(&self, choices: Option<(u16, &[String])>) -> Result<Vec<u8>, AppError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        self.write(sheet)?;
        if let Some((column, words)) = choices {
            let list = DataValidation::new().allow_list_strings(words).map_err(broken)?;
            sheet.add_data_validation(1, column, self.rows.len().max(1) as u32, column, &list).map_err(broken)?;
        }
        workbook.save_to_buffer().map_err(broken)
    }

    /// Writes the table on a sheet, under its own name.
    pub(crate) fn write(&self, sheet: &mut Worksheet) -> Result<(), AppError> {
        let name: String = self.sheet.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect();
        sheet.set_name(name).map_err(broken)?;
        let (head, lines) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
        for (column, title) in self.head.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, title, &head).map_err(broken)?;
        }
        for (row, cells) in self.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32 + 1, column as u16);
                match cell {
                    Cell::Text(text) if text.contains('\n') => {
                        sheet.write_string_with_format(row, column, text, &lines).map_err(broken)?
                    }
                    Cell::Text(text) => sheet.write_string(row, column, text).map_err(broken)?,
                    Cell::Number(number) => sheet.write_number(row, column, *number as f64).map_err(broken)?,
                    Cell::Decimal(number) => {
                        sheet.write_number(row, column, number.parse::<f64>().map_err(broken)?).map_err(broken)?
                    }
                };
            }
        }
        sheet.set_freeze_panes(1, 0).map_err(broken)?;
        sheet.autofit();
        Ok(())
    }

    /// The table as comma-separated values in UTF-8 with a byte-order mark, which Excel needs to read them as UTF-8.
    pub fn csv(&self) -> Result<Vec<u8>, AppError> {
        let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
        writer.write_record(self.head.iter().map(|title| harmless(title))).map_err(broken)?;
        for cells in &self.rows {
            let record = cells.iter().map(|cell| match cell {
                Cell::Text(text) => harmless(text),
                Cell::Number(number) => number.to_string(),
                Cell::Decimal(number) => number.clone(),
            });
            writer.write_record(record).map_err(broken)?;
        }
        writer.into_inner().map_err(broken)
    }
}

/// The cell that says whether a row is invented.
pub(crate) fn invented(l: &Speaker, is: bool) -> Cell {
    Cell::Text(if is { l.t("illustrative") } else { String::new() })
}

fn title_of(l: &Speaker, kind: ChapterKind, title: &str) -> String {
    if title.is_empty() { l.word("chapter", kind.code()) } else { title.to_owned() }
}

/// The day a meeting begins, which sorts, and its title.
fn next_meeting(l: &Speaker, next: &NextMeeting) -> String {
    format!("{} {}", next.from, meeting_title(l, &next.name))
}

/// The portfolio, a negotiation a row. Columns of the delegation's clearance are there only when the reader has it somewhere.
pub fn portfolio(l: &Speaker, negotiations: &[PortfolioRow]) -> Table {
    let knows = |row: &PortfolioRow| row.chapters.iter().flatten().any(|mark| mark.confidence.is_some());
    let confident = negotiations.iter().any(knows);
    let mut head = vec!["agreement", "partner", "stage", "chapters", "closed", "open-brackets", "last-movement", "next-meeting"];
    if confident {
        head.extend(["escalated", "parked"]);
    }
    let rows = negotiations
        .iter()
        .map(|row| {
            let partners = row.parties.iter().skip(1).map(|(code, name)| l.party(code, name)).collect::<Vec<_>>().join(", ");
            let chapters = row.chapters.as_ref().map_or(0, Vec::len);
            let mut cells = vec![
                Cell::Text(row.name.clone()),
                Cell::Text(partners),
                Cell::Text(l.word("stage", row.stage.code())),
                Cell::Number(chapters as i64),
                Cell::Number(row.closed() as i64),
                Cell::Number(row.open_brackets),
                Cell::Text(row.last_moved.map(|at| at.with_timezone(&l.zone).date_naive().to_string()).unwrap_or_default()),
                Cell::Text(row.next_meeting.as_ref().map(|next| next_meeting(l, next)).unwrap_or_default()),
            ];
            if confident {
                let count = |number: usize| if knows(row) { Cell::Number(number as i64) } else { Cell::Text(String::new()) };
                cells.extend([count(row.escalated()), count(row.parked())]);
            }
            cells
        })
        .collect();
    Table { sheet: l.t("portfolio"), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// The chapters of an agreement. Columns of the delegation's clearance are there only when the reader has it.
pub fn chapters(l: &Speaker, agreement: &str, marks: &[ChapterMark]) -> Table {
    let confident = marks.iter().any(|mark| mark.confidence.is_some());
    let mut head = vec!["number", "chapter", "text-track", "open-brackets", "since"];
    if confident {
        head.extend(["market-access", "parked", "escalated"]);
    }
    let rows = marks
        .iter()
        .map(|mark| {
            let mut cells = vec![
                Cell::Number(mark.number.into()),
                Cell::Text(title_of(l, mark.kind, &mark.title)),
                Cell::Text(l.word("text", mark.text.code())),
                Cell::Number(mark.open_brackets),
                Cell::Text(mark.text_since.with_timezone(&l.zone).date_naive().to_string()),
            ];
            if let Some(known) = &mark.confidence {
                let yes = |is: bool| Cell::Text(if is { l.t("right-yes") } else { String::new() });
                cells.push(Cell::Text(known.market.map(|status| l.word("market", status.code())).unwrap_or_default()));
                cells.push(yes(known.parked));
                cells.push(yes(known.escalated));
            }
            cells
        })
        .collect();
    Table { sheet: agreement.to_owned(), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// The action points of an agreement, an action point a row. For readers of the delegation's clearance.
pub fn action_points(l: &Speaker, view: &ActionPointsView) -> Table {
    let head =
        ["number", "action-point", "owed-by", "side", "due", "first-due", "state", "chapter", "source-meeting", "note", "reason"];
    let rows = view
        .points
        .iter()
        .map(|point| {
            let line = &point.line;
            let chapter = line.chapter.as_ref().map(|chapter| title_of(l, chapter.kind, &chapter.title));
            let meeting = point.meeting.as_ref().map(|meeting| meeting_title(l, meeting));
            vec![
                Cell::Number(line.number.into()),
                Cell::Text(line.title.clone()),
                Cell::Text(line.owner.clone()),
                Cell::Text(l.word("side", line.side.code())),
                Cell::Text(line.due.to_string()),
                Cell::Text(line.first_due.to_string()),
                Cell::Text(l.word("action-state", line.state.code())),
                Cell::Text(chapter.unwrap_or_default()),
                Cell::Text(meeting.unwrap_or_default()),
                Cell::Text(point.note.clone()),
                Cell::Text(point.state_reason.clone()),
            ]
        })
        .collect();
    Table { sheet: l.t("action-points"), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// Trade figures, a figure a row, each in the scale it was printed in, with its source.
pub fn trade_figures(l: &Speaker, title: &str, figures: &[FigureLine]) -> Table {
    let head = [
        "trade-reporter",
        "partner",
        "period",
        "flow",
        "traded",
        "hs-code",
        "commodity",
        "currency",
        "scale",
        "value",
        "publisher",
        "source-title",
        "standing",
    ];
    let rows = figures
        .iter()
        .map(|figure| {
            let subject = &figure.subject;
            let standing = match (figure.illustrative, figure.verified) {
                (true, _) => l.t("illustrative"),
                (false, false) => l.t("unverified"),
                (false, true) => String::new(),
            };
            let commodity = match &subject.hs {
                Some(hs) => l.hs_title(hs),
                None if subject.is_whole() => l.t("everything"),
                None => subject.commodity.to_string(),
            };
            vec![
                Cell::Text(l.party(&subject.reporter, &subject.reporter)),
                Cell::Text(l.party(&subject.partner, &subject.partner)),
                Cell::Text(subject.period.to_text()),
                Cell::Text(l.word("flow", subject.flow.code())),
                Cell::Text(l.word("traded", subject.traded.code())),
                Cell::Text(subject.hs.as_ref().map(|hs| hs.as_str().to_owned()).unwrap_or_default()),
                Cell::Text(commodity),
                Cell::Text(subject.currency.code().to_owned()),
                Cell::Text(l.word("scale", figure.printed.scale.code())),
                Cell::Decimal(figure.printed.amount.to_text(figure.printed.scale)),
                Cell::Text(figure.publisher.clone()),
                Cell::Text(figure.title.clone()),
                Cell::Text(standing),
            ]
        })
        .collect();
    Table { sheet: title.to_owned(), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// Lines of an action plan, a line a row.
pub fn action_plan(l: &Speaker, lines: &[PlanLine]) -> Table {
    let head = ["country", "sector", "to-be-done", "owed-by", "due", "first-due", "state", "progress", "standing"];
    let rows = lines
        .iter()
        .map(|line| {
            vec![
                Cell::Text(l.party(&line.country, &line.country)),
                Cell::Text(line.sector.1.clone()),
                Cell::Text(line.title.clone()),
                Cell::Text(line.owner.clone()),
                Cell::Text(line.due.to_string()),
                Cell::Text(line.first_due.to_string()),
                Cell::Text(l.word("action-state", line.state.code())),
                Cell::Text(line.progress.clone()),
                invented(l, line.illustrative),
            ]
        })
        .collect();
    Table { sheet: l.t("action-plan"), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// The register of barriers, a barrier a row.
pub fn barriers(l: &Speaker, lines: &[BarrierLine]) -> Table {
    let head = [
        "number",
        "barrier",
        "kind",
        "imposed-by",
        "exports-of",
        "hs-codes",
        "rag",
        "state",
        "next-step",
        "owner",
        "last-movement",
        "standing",
    ];
    let rows = lines
        .iter()
        .map(|line| {
            vec![
                Cell::Number(line.number),
                Cell::Text(line.title.clone()),
                Cell::Text(l.word("barrier-kind", line.kind.code())),
                Cell::Text(l.party(&line.imposing, &line.imposing)),
                Cell::Text(l.party(&line.affected, &line.affected)),
                Cell::Text(line.codes.clone()),
                Cell::Text(l.word("rag", line.rag.code())),
                Cell::Text(l.word("barrier-status", line.status.code())),
                Cell::Text(line.next_step.clone()),
                Cell::Text(line.owner.clone()),
                Cell::Text(line.moved_at.with_timezone(&l.zone).date_naive().to_string()),
                invented(l, line.illustrative),
            ]
        })
        .collect();
    Table { sheet: l.t("barriers"), head: head.iter().map(|key| l.t(key)).collect(), rows }
}

/// The stakeholders a reader may know of, one a row.
pub fn stakeholders(l: &Speaker, lines: &[StakeholderLine]) -> Table {
    let head = vec![l.t("name"), l.t("kind"), l.t("country"), l.t("asked-in"), l.t("answered")];
    let rows = lines
        .iter()
        .map(|line| {
            vec![
                Cell::Text(line.name.clone()),
                Cell::Text(l.word("stakeholder-kind", line.kind.code())),
                Cell::Text(l.party(&line.country, &line.country)),
                Cell::Number(line.asked),
                Cell::Number(line.answered),
            ]
        })
        .collect();
    Table { sheet: l.t("stakeholders"), head, rows }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Table};

    #[test]
    fn formulas_are_harmless_in_csv() -> Result<(), Box<dyn std::error::Error>> {
        let rows = vec![
            vec![Cell::Text("=HYPERLINK(\"x\")".into()), Cell::Number(-3)],
            vec![Cell::Text("व्यापार, \"x\"".into()), Cell::Number(1)],
        ];
        let table = Table { sheet: "a/b".into(), head: vec!["Name".into(), "N".into()], rows };
        let text = String::from_utf8(table.csv()?)?;
        assert_eq!(text, "\u{feff}Name,N\n\"'=HYPERLINK(\"\"x\"\")\",-3\n\"व्यापार, \"\"x\"\"\",1\n");
        assert!(!table.xlsx()?.is_empty());
        Ok(())
    }
}
