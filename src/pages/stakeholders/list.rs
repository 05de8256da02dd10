//! The register: who was asked in the agreements the reader works on, and which of them look alike.

use accord_domain::stakeholder::{StakeholderKind, likeness};
use accord_exchange::tables::stakeholders;
use accord_language::Speaker;
use accord_store::queries::stakeholders::{StakeholderLine, alike, list};
use axum::extract::Query;
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::{pair_path, stakeholder_path};
use crate::components::form::{Filled, input, select};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::downloads::{Format, sent};
use crate::pages::lists::options_or_blank;
use crate::pages::words::or_dash;
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// The filters of the address; an unknown kind is no filter.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub kind: String,
}

impl Asked {
    /// What the filters let through: names that hold every word, as people write it.
    fn through(&self, lines: &[StakeholderLine]) -> Vec<StakeholderLine> {
        let kind = StakeholderKind::from_code(&self.kind);
        let words: Vec<String> = self.q.split_whitespace().map(likeness).collect();
        let fits = |line: &&StakeholderLine| {
            let name = likeness(&line.name);
            kind.is_none_or(|kind| kind == line.kind) && words.iter().all(|word| name.contains(word))
        };
        lines.iter().filter(fits).cloned().collect()
    }

    fn address(&self) -> String {
        format!("?q={}&kind={}", form_urlencoded(&self.q), form_urlencoded(&self.kind))
    }
}

/// The screen.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let all = list(reader.db(), reader.actor()).await?;
    let l = *reader.speaker();
    let found = asked.through(&all);
    let filled = Filled::of([("q", asked.q.clone()), ("kind", asked.kind.clone())]);
    let title = l.t("stakeholders");
    let document = page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let query = asked.address();
        let kinds = options_or_blank(&l, "all-kinds", "stakeholder-kind", StakeholderKind::ALL.iter().map(|kind| kind.code()));
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("stakeholders-lede")}</p>
            <form class="bar" method="get" action="/stakeholders" role="search">
                {input(&filled, "q", l.t("name-holds"), String::new(), "search", "off")}
                {select(&filled, "kind", l.t("kind"), String::new(), kinds)}
                <button class="plain">{l.t("show")}</button>
                <span class="downloads"><a href=format!("/stakeholders.xlsx{query}")>"XLSX"</a> <a href=format!("/stakeholders.csv{query}")>"CSV"</a></span>
            </form>
            {table(&l, &found, all.is_empty())}
            {duplicates(&l, &all)}
        }
    });
    Ok(document.into_response())
}

fn table(l: &Speaker, found: &[StakeholderLine], none_at_all: bool) -> AnyView {
    if found.is_empty() {
        let told = if none_at_all { l.t("no-stakeholders") } else { l.t("no-stakeholders-fit") };
        return view! { <p class="empty">{told}</p> }.into_any();
    }
    let l = *l;
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("stakeholder")}</th>
                    <th scope="col">{l.t("kind")}</th>
                    <th scope="col">{l.t("country")}</th>
                    <th scope="col" class="n">{l.t("asked-in")}</th>
                    <th scope="col" class="n">{l.t("answered")}</th>
                </tr>
            </thead>
            <tbody>
                {found
                    .iter()
                    .map(|line| view! {
                        <tr>
                            <td class="wide"><a href=stakeholder_path(line.id) dir="auto">{line.name.clone()}</a></td>
                            <td data-l=l.t("kind")>{l.word("stakeholder-kind", line.kind.code())}</td>
                            <td data-l=l.t("country")>{or_dash(l.party(&line.country, &line.country))}</td>
                            <td class="n" data-l=l.t("asked-in")>{l.number(line.asked)}</td>
                            <td class="n" data-l=l.t("answered")>{l.number(line.answered)}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// Those who look alike, each beside the first of them.
fn duplicates(l: &Speaker, all: &[StakeholderLine]) -> AnyView {
    let groups = alike(all);
    if groups.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2 id="duplicates">{l.t("possible-duplicates")}</h2>
        <p class="q">{l.t("possible-duplicates-told")}</p>
        <ul class="plain-list">
            {groups
                .into_iter()
                .flat_map(|group| {
                    let (first, others) = group.split_first().map_or((None, &[][..]), |(first, others)| (Some(*first), others));
                    others.iter().filter_map(|other| first.map(|first| beside(&l, first, other))).collect::<Vec<_>>()
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

/// One that looks like another, with the way to where they are compared.
pub fn beside(l: &Speaker, one: &StakeholderLine, other: &StakeholderLine) -> AnyView {
    let named = |line: &StakeholderLine| {
        view! { <span dir="auto">{line.name.clone()}</span> ", " {l.word("stakeholder-kind", line.kind.code())} }
    };
    let both = l.with("compare-both", &[("one", one.name.clone().into()), ("other", other.name.clone().into())]);
    view! {
        <li>{named(one)} " · " {named(other)} " – " <a href=pair_path(one.id, other.id) aria-label=both>{l.t("compare-stakeholders")}</a></li>
    }
    .into_any()
}

async fn download(reader: &Reader, asked: &Asked, format: Format) -> Answer {
    let found = asked.through(&list(reader.db(), reader.actor()).await?);
    Ok(sent(&stakeholders(reader.speaker(), &found), "stakeholders", format)?)
}

/// The register as a workbook.
pub async fn xlsx(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(&reader, &asked, Format::Xlsx).await
}

/// The register as comma-separated values.
pub async fn csv(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(&reader, &asked, Format::Csv).await
}
