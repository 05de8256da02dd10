//! Consultations: what is asked, and how those who are asked stand to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::error::{FieldError, Form};
use crate::text;
use crate::trade::hs::HsCode;

words!(
    /// How one stands to a line.
    LineStance {
        Support = "support",
        Conditional = "conditional",
        Oppose = "oppose",
        NoInterest = "no-interest",
    }
);

/// The most lines a consultation asks about.
pub const MOST_LINES: usize = 500;
/// The most who are invited to one: each is somebody a person writes to.
pub const MOST_INVITED: i64 = 500;
/// The longest comment on a line, in characters.
pub const LONGEST_COMMENT: usize = 2_000;
/// The longest all comments of one answer may be together, in characters: a book of a hundred pages, as minutes are.
pub const LONGEST_ANSWER: usize = 200_000;

/// A line, as it is asked: a code with what to say about it, or a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedLine {
    pub hs: Option<HsCode>,
    pub question: String,
}

/// Reads the lines of a consultation, one a line: what begins with the digits of a code is about that code.
///
/// # Errors
/// The field, where there is no line, there are too many, one is too long, or one begins with digits that are no code.
pub fn lines(field: &str, raw: &str) -> Result<Vec<AskedLine>, FieldError> {
    let mut lines = Vec::new();
    for line in raw.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let question = text::line(field, line)?;
        let first = question.split_whitespace().next().unwrap_or_default();
        let hs = if first.starts_with(|c: char| c.is_ascii_digit()) { Some(HsCode::parse(field, first)?) } else { None };
        let question = if hs.is_some() { question[first.len()..].trim().to_owned() } else { question };
        lines.push(AskedLine { hs, question });
    }
    match lines.len() {
        0 => Err(FieldError::new(field, "required")),
        many if many > MOST_LINES => Err(FieldError::with(field, "too-many-lines", MOST_LINES)),
        _ => Ok(lines),
    }
}

/// What one says to the line of a place: the stance with its comment. None where nothing is said, and where what is said cannot be
/// kept, which the form is told beside the fields `stance-PLACE` and `comment-PLACE`.
pub fn said(form: &mut Form, position: i64, stance: &str, comment: &str) -> Option<(LineStance, String)> {
    let (of_stance, of_comment) = (format!("stance-{position}"), format!("comment-{position}"));
    let comment = form.take(text::optional_text(&of_comment, comment, LONGEST_COMMENT)).flatten();
    let stance = match stance.trim() {
        "" => None,
        typed => form.take(text::choice(&of_stance, typed, LineStance::from_code)),
    };
    if stance.is_none() && comment.is_some() {
        form.refuse(FieldError::new(&of_stance, "stance-missing"));
    }
    Some((stance?, comment.unwrap_or_default()))
}

/// The refusal, beside the first comment with which all of an answer are too long together: place and comment of each, in their order.
pub fn too_long<'a>(comments: impl IntoIterator<Item = (i64, &'a str)>) -> Option<FieldError> {
    let mut length = 0;
    let beyond = comments.into_iter().find(|(_, comment)| {
        length += comment.chars().count();
        length > LONGEST_ANSWER
    });
    beyond.map(|(position, _)| FieldError::with(&format!("comment-{position}"), "answer-too-long", LONGEST_ANSWER))
}

/// How many take each stance to a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stances(BTreeMap<LineStance, i64>);

impl Stances {
    /// One more, or so many more, who take a stance.
    pub fn add(&mut self, stance: LineStance, many: i64) {
        *self.0.entry(stance).or_default() += many;
    }

    /// Each stance that somebody takes, in the order they are offered.
    pub fn each(&self) -> impl Iterator<Item = (LineStance, i64)> + '_ {
        self.0.iter().map(|(stance, many)| (*stance, *many))
    }

    fn of(&self, stance: LineStance) -> i64 {
        self.0.get(&stance).copied().unwrap_or_default()
    }

    /// How contested the line is: how many stand on the smaller of its two sides, then how many are against it, then how many said
    /// anything.
    pub fn contest(&self) -> (i64, i64, i64) {
        let (favour, against) = (self.of(LineStance::Support) + self.of(LineStance::Conditional), self.of(LineStance::Oppose));
        (favour.min(against), against, self.0.values().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(raw: &str) -> Vec<(Option<String>, String)> {
        let lines = lines("lines", raw).unwrap_or_default();
        lines.into_iter().map(|line| (line.hs.map(|hs| hs.as_str().to_owned()), line.question)).collect()
    }

    #[test]
    fn a_line_is_a_code_or_a_question() {
        assert_eq!(
            told("8703 Motor cars\n\n  304\nWhich rule of origin serves you?\n"),
            [
                (Some("8703".into()), "Motor cars".into()),
                (Some("0304".into()), String::new()),
                (None, "Which rule of origin serves you?".into()),
            ]
        );
    }

    #[test]
    fn faults_are_named() {
        let code = |raw: &str| lines("lines", raw).err().map(|error| error.code);
        assert_eq!(code(" \n ").as_deref(), Some("required"));
        assert_eq!(code("7712 x").as_deref(), Some("no-such-hs-chapter"));
        assert_eq!(code(&"a\n".repeat(MOST_LINES + 1)).as_deref(), Some("too-many-lines"));
        assert_eq!(code(&"a".repeat(201)).as_deref(), Some("too-long"));
    }

    #[test]
    fn an_answer_is_too_long_where_it_is_filled() {
        let full = "क".repeat(LONGEST_COMMENT);
        let filled = |lines: i64| (1..=lines).map(|place| (place, full.as_str())).collect::<Vec<_>>();
        assert_eq!(too_long(filled(100)), None);
        let told = too_long(filled(102)).map(|error| (error.field, error.code));
        assert_eq!(told, Some(("comment-101".into(), "answer-too-long".into())));
    }

    #[test]
    fn the_line_with_two_sides_is_the_most_contested() {
        let stances = |told: &[(LineStance, i64)]| {
            let mut stances = Stances::default();
            told.iter().for_each(|(stance, many)| stances.add(*stance, *many));
            stances
        };
        let agreed = stances(&[(LineStance::Support, 9)]);
        let refused = stances(&[(LineStance::Oppose, 3)]);
        let contested = stances(&[(LineStance::Conditional, 1), (LineStance::Oppose, 1)]);
        assert!(contested.contest() > refused.contest() && refused.contest() > agreed.contest());
        assert_eq!(contested.each().collect::<Vec<_>>(), [(LineStance::Conditional, 1), (LineStance::Oppose, 1)]);
    }
}
