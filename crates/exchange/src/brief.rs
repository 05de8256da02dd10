//! The facts of the minister's brief worded in one language.

use accord_domain::tracks::{TextStatus, Track};
use accord_language::Speaker;
use accord_store::queries::facts::{ChapterState, Effect, Facts};

use crate::sheet::{one_line, row, title_of};

/// The generated text of a part of the brief.
pub(crate) fn worded(l: &Speaker, facts: &Facts) -> String {
    match facts {
        Facts::Header { parties, stage, closed, chapters, open_brackets } => {
            let named: Vec<String> = parties.iter().map(|party| l.party(&party.code, &party.name)).collect();
            let chiefs: Vec<String> = parties
                .iter()
                .filter(|party| !party.chief_negotiator.is_empty())
                .map(|party| format!("{} ({})", party.chief_negotiator, l.party(&party.code, &party.name)))
                .collect();
            let closed =
                l.with("closed-of", &[("part", l.number(*closed as i64).into()), ("total", l.number(*chapters as i64).into())]);
            let brackets = l.count("brackets", usize::try_from(*open_brackets).unwrap_or_default());
            let mut lines = vec![
                row([l.t("parties").as_str(), &named.join(", ")]),
                row([l.t("stage").as_str(), &l.word("stage", stage.code())]),
                row([l.t("chapters").as_str(), &format!("{closed} · {brackets}")]),
            ];
            if !chiefs.is_empty() {
                lines.push(row([l.t("chief-negotiators").as_str(), &chiefs.join(", ")]));
            }
            lines.join("\n")
        }
        Facts::State(states) => state(l, states),
        Facts::Changes { from, to, effects } => {
            if effects.is_empty() {
                return l.with("brief-nothing-moved", &[("from", l.day(*from).into()), ("to", l.day(*to).into())]);
            }
            effects.iter().map(|effect| told(l, effect)).collect::<Vec<_>>().join("\n")
        }
        Facts::Background(steps) => steps
            .iter()
            .map(|step| {
                let place = if step.place.is_empty() { String::new() } else { format!(", {}", step.place) };
                format!("{}: {}{place}", l.partial_date(step.date), l.word("event", step.kind.code()))
            })
            .collect::<Vec<_>>()
            .join("\n"),
        // A report has words of its own.
        Facts::Report(_) => String::new(),
    }
}

/// The chapters by their status, then each that is escalated or parked, with the question or the reason.
fn state(l: &Speaker, states: &[ChapterState]) -> String {
    let mut lines = Vec::new();
    for status in TextStatus::ALL.iter().rev() {
        let titles: Vec<String> =
            states.iter().filter(|state| state.text == *status).map(|state| title_of(l, state.kind, &state.title)).collect();
        if !titles.is_empty() {
            let status = l.word("text", status.code());
            lines.push(row([format!("{status} ({})", l.number(titles.len() as i64)).as_str(), &titles.join("; ")]));
        }
    }
    for state in states {
        let title = title_of(l, state.kind, &state.title);
        if let Some((level, question)) = &state.escalated {
            let to = l.word("escalation", level.code());
            lines.push(row([format!("{}: {to}", l.t("escalated")).as_str(), &format!("{title}: {question}")]));
        }
        if let Some(reason) = &state.parked {
            lines.push(row([l.t("parked").as_str(), &format!("{title}: {reason}")]));
        }
    }
    lines.join("\n")
}

fn told(l: &Speaker, effect: &Effect) -> String {
    let subject = if effect.chapter.is_some() { "chapter" } else { "agreement" };
    let told = match (effect.verb.as_str(), effect.field.as_str()) {
        ("move", "market_status") => l.t("changed-market-access-move"),
        ("edit", field) => l.word("changed", &format!("{subject}-{field}")),
        (verb, _) => l.word("changed", &format!("{subject}-{verb}")),
    };
    let value = |raw: &String| match (effect.verb.as_str(), effect.field.as_str()) {
        (_, "text_status") => l.word("text", raw),
        (_, "market_status") => l.word("market", raw),
        (_, "stage") => l.word("stage", raw),
        ("escalate", "escalated") => l.word("escalation", raw),
        _ => one_line(raw),
    };
    let values: Vec<String> = [&effect.old, &effect.new].into_iter().flatten().map(value).collect();
    let about = effect.chapter.as_ref().map(|(kind, title)| format!("{}. ", title_of(l, *kind, title))).unwrap_or_default();
    format!("{about}{told} {}", values.join(" → ")).trim_end().to_owned()
}
