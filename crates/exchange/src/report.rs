//! The facts of a meeting's report worded in one language.

use accord_domain::tracks::Track;
use accord_language::Speaker;
use accord_store::queries::meetings::MeetingName;
use accord_store::queries::report_facts::{Count, Dealt, Delegation, Move, Next, ReportFacts, Sitting, Titled};

use crate::meetings::meeting_title;
use crate::sheet::{row, title_of};

/// The generated text of a part of a report.
pub(crate) fn worded(l: &Speaker, facts: &ReportFacts) -> String {
    match facts {
        ReportFacts::Sitting(sitting) => of_sitting(l, sitting),
        ReportFacts::InSession(dealt) if dealt.is_empty() => l.t("report-no-session"),
        ReportFacts::InSession(dealt) => lines(dealt.iter().map(|dealt| of_session(l, dealt))),
        ReportFacts::NotDiscussed(left) if left.is_empty() => l.t("report-all-discussed"),
        ReportFacts::NotDiscussed(left) => listed(l, left),
        ReportFacts::Movement { from, to, moves } if moves.is_empty() => {
            l.with("report-nothing-moved", &[("from", l.day(*from).into()), ("to", l.day(*to).into())])
        }
        ReportFacts::Movement { moves, .. } => lines(moves.iter().map(|step| moved(l, step))),
        ReportFacts::ClosedChapters { now, closed, chapters } => {
            let told = if now.is_empty() {
                l.t("report-none-closed")
            } else {
                l.with("report-closed-now", &[("chapters", listed(l, now).into())])
            };
            let (closed, chapters) = (l.number(*closed as i64), l.number(*chapters as i64));
            format!("{told}\n{}", l.with("closed-of", &[("part", closed.into()), ("total", chapters.into())]))
        }
        ReportFacts::BracketCounts(counts) if counts.is_empty() => l.t("report-no-brackets"),
        ReportFacts::BracketCounts(counts) => of_brackets(l, counts),
        ReportFacts::NextMeeting(None) => l.t("report-no-next"),
        ReportFacts::NextMeeting(Some(next)) => of_next(l, next),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn titled(l: &Speaker, chapter: &Titled) -> String {
    title_of(l, chapter.kind, &chapter.title)
}

fn listed(l: &Speaker, chapters: &[Titled]) -> String {
    chapters.iter().map(|chapter| titled(l, chapter)).collect::<Vec<_>>().join("; ")
}

fn of_sitting(l: &Speaker, sitting: &Sitting) -> String {
    let name = MeetingName { address: String::new(), kind: sitting.kind, number: sitting.number, title: sitting.title.clone() };
    let party = |(code, name): &(String, String)| l.party(code, name);
    let mut rows = vec![
        (l.t("meeting"), meeting_title(l, &name)),
        (l.t("date"), sitting.dates.map_or_else(|| l.t("dates-not-known"), |dates| l.partial_date(dates))),
        (l.t("place"), sitting.place.clone()),
        (l.t("meeting-mode"), sitting.mode.map(|mode| l.word("mode", mode.code())).unwrap_or_default()),
        (l.t("host"), sitting.host.as_ref().map(party).unwrap_or_default()),
        (l.t("parties"), sitting.parties.iter().map(party).collect::<Vec<_>>().join(", ")),
    ];
    if let (Some([ours, theirs]), Some((home, others))) = (&sitting.delegations, sitting.parties.split_first()) {
        let others = others.iter().map(party).collect::<Vec<_>>().join(", ");
        for (side, delegation) in [(party(home), ours), (others, theirs)] {
            rows.push((l.with("report-delegation", &[("party", side.into())]), of_delegation(l, delegation)));
        }
    }
    lines(rows.iter().filter(|(_, fact)| !fact.is_empty()).map(|(field, fact)| row([field.as_str(), fact])))
}

fn of_delegation(l: &Speaker, delegation: &Delegation) -> String {
    let count = delegation.count.map(|count| l.count("delegates-count", usize::try_from(count).unwrap_or_default()));
    [Some(delegation.head.clone()).filter(|head| !head.is_empty()), count].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn of_session(l: &Speaker, dealt: &Dealt) -> String {
    let item = |(title, done): &(String, bool)| {
        let state = if *done { l.t("item-done") } else { l.t("item-open") };
        format!("{title} ({state})")
    };
    let agenda = dealt.agenda.iter().map(item).collect::<Vec<_>>().join("; ");
    let outcome = if dealt.outcome.is_empty() { l.t("no-outcome") } else { dealt.outcome.clone() };
    let told =
        if agenda.is_empty() { outcome } else { format!("{outcome} {}", l.with("report-agenda", &[("items", agenda.into())])) };
    row([titled(l, &dealt.chapter).as_str(), &told])
}

fn moved(l: &Speaker, step: &Move) -> String {
    row([titled(l, &step.chapter).as_str(), &l.word("text", step.from.code()), &l.word("text", step.to.code())])
}

fn of_brackets(l: &Speaker, counts: &[Count]) -> String {
    let counted = |name: String, before: Option<i64>, after: i64| {
        row([name.as_str(), &before.map_or_else(|| "–".to_owned(), |before| l.number(before)), &l.number(after)])
    };
    let total = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.before.unwrap_or_default(), sum.1 + count.after));
    let each = counts.iter().map(|count| counted(titled(l, &count.chapter), count.before, count.after));
    lines(each.chain([counted(l.t("report-all-chapters"), Some(total.0), total.1)]))
}

fn of_next(l: &Speaker, next: &Next) -> String {
    let name = MeetingName { address: String::new(), kind: next.kind, number: next.number, title: next.title.clone() };
    let dates = next.dates.map_or_else(|| l.t("dates-not-known"), |dates| l.partial_date(dates));
    [meeting_title(l, &name), dates, next.place.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
