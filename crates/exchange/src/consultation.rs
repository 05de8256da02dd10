//! The template in which a consultation is answered away from the page, with what was answered already.

use accord_domain::AppError;
use accord_domain::consultation::LineStance;
use accord_domain::trade::hs::HsCode;
use accord_language::Speaker;
use accord_store::queries::consultations::Asked;

use crate::tables::{Cell, Table};

/// The place of the column of stances.
const STANCES: u16 = 3;

/// The template, as XLSX: a line a row, with the stances to choose from.
pub fn template(l: &Speaker, asked: &Asked) -> Result<Vec<u8>, AppError> {
    let rows = asked
        .lines
        .iter()
        .map(|line| {
            let answer = asked.answers.iter().find(|answer| answer.position == line.position);
            let about = match &line.hs {
                Some(hs) if line.question.is_empty() => l.hs_title(hs),
                _ => line.question.clone(),
            };
            vec![
                Cell::Number(line.position),
                Cell::Text(line.hs.as_ref().map(HsCode::as_str).unwrap_or_default().to_owned()),
                Cell::Text(about),
                Cell::Text(answer.map(|answer| l.word("line-stance", answer.stance.code())).unwrap_or_default()),
                Cell::Text(answer.map(|answer| answer.comment.clone()).unwrap_or_default()),
            ]
        })
        .collect();
    let head = vec![l.t("number"), l.t("hs-code"), l.t("lines-asked"), l.t("your-stance"), l.t("your-words")];
    let words: Vec<String> = LineStance::ALL.iter().map(|stance| l.word("line-stance", stance.code())).collect();
    Table { sheet: l.t("consultation"), head, rows }.xlsx_to_fill(Some((STANCES, &words)))
}
