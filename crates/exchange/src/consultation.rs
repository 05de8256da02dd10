//! The template in which a consultation is answered away from the page, with what was answered already; and its answers, to be taken
//! away.

use accord_domain::AppError;
use accord_domain::consultation::LineStance;
use accord_domain::trade::hs::HsCode;
use accord_language::Speaker;
use accord_store::queries::consultations::{Asked, ConsultationView, Line};

use crate::tables::{Cell, Table};

/// The place of the column of stances.
const STANCES: u16 = 3;

/// What a line asks about beside its code: the words, or the chapter of the code where there are none.
fn about(l: &Speaker, line: &Line) -> String {
    match &line.hs {
        Some(hs) if line.question.is_empty() => l.hs_title(hs),
        _ => line.question.clone(),
    }
}

fn code(line: &Line) -> Cell {
    Cell::Text(line.hs.as_ref().map(HsCode::as_str).unwrap_or_default().to_owned())
}

/// The template, as XLSX: a line a row, with the stances to choose from.
pub fn template(l: &Speaker, asked: &Asked) -> Result<Vec<u8>, AppError> {
    let rows = asked
        .lines
        .iter()
        .map(|line| {
            let answer = asked.answers.iter().find(|answer| answer.position == line.position);
            vec![
                Cell::Number(line.position),
                code(line),
                Cell::Text(about(l, line)),
                Cell::Text(answer.map(|answer| l.word("line-stance", answer.stance.code())).unwrap_or_default()),
                Cell::Text(answer.map(|answer| answer.comment.clone()).unwrap_or_default()),
            ]
        })
        .collect();
    let head = vec![l.t("number"), l.t("hs-code"), l.t("lines-asked"), l.t("your-stance"), l.t("your-words")];
    let words: Vec<String> = LineStance::ALL.iter().map(|stance| l.word("line-stance", stance.code())).collect();
    Table { sheet: l.t("consultation"), head, rows }.xlsx_to_fill(Some((STANCES, &words)))
}

/// The answers to a consultation, a row for each line and stakeholder that answered it.
pub fn answers(l: &Speaker, view: &ConsultationView) -> Table {
    let mut rows = Vec::new();
    for line in &view.lines {
        for answer in view.answers.iter().filter(|answer| answer.position == line.position) {
            let Some(invited) = view.invitation_of(answer) else { continue };
            let day = invited.answered_at.map(|at| at.with_timezone(&l.zone).date_naive().to_string());
            rows.push(vec![
                Cell::Number(line.position),
                code(line),
                Cell::Text(about(l, line)),
                Cell::Text(invited.stands.clone()),
                Cell::Text(l.word("stakeholder-kind", invited.kind.code())),
                Cell::Text(l.word("line-stance", answer.stance.code())),
                Cell::Text(answer.comment.clone()),
                Cell::Text(day.unwrap_or_default()),
            ]);
        }
    }
    let head = vec![
        l.t("number"),
        l.t("hs-code"),
        l.t("line-asked"),
        l.t("stakeholder"),
        l.t("kind"),
        l.t("line-stance"),
        l.t("comment"),
        l.t("answered-on"),
    ];
    Table { sheet: view.title.clone(), head, rows }
}
