//! Trade figures: what each source says stands beside what others say, sums are made of codes, one is preferred, files are kept whole
//! or not at all.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::error::Form;
use accord_domain::ids::{FigureId, SourceId};
use accord_domain::trade::amount::{Amount, Printed, Scale};
use accord_domain::trade::figure::{Basis, Flow, Subject};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use accord_store::commands::trade::figures::{self, FigureForm, ValueForm};
use accord_store::commands::trade::import::{Effect, commit, trial};
use accord_store::commands::trade::nomenclature::{self, HsLine};
use accord_store::commands::trade::preferences::prefer;
use accord_store::commands::trade::regions::{self, RegionForm};
use accord_store::commands::trade::sources::edit as edit_source;
use accord_store::commands::trade::targets::{self, TargetForm};
use accord_store::commands::trade::totals::renew_missing;
use accord_store::commands::trade::{NewFigure, SourceForm, SubjectForm};
use accord_store::commands::waiting::{self, Purpose, WaitingFile};
use accord_store::queries::trade::bilateral::{self, Bilateral, PeriodLine};
use accord_store::queries::trade::goods::{self, Goods};
use accord_store::queries::trade::nomenclature::{HsText, load as texts};
use accord_store::queries::trade::{breakdown, figures as read, overview, region, sources};
use accord_store::queries::{agreement, trade};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::imports::{intake, waiting_file};
use crate::world::{PERU, World, assert_whole, person};

on_both!(
    sources_stand_beside_each_other,
    codes_add_up_to_a_total_where_no_source_says_it,
    some_goods_are_not_all_trade,
    twelve_months_are_a_year,
    goods_of_a_code_are_told_over_time,
    exports_and_imports_contradict_a_total_that_they_do_not_add_up_to,
    rounding_of_many_lines_is_no_contradiction,
    a_source_is_edited_and_its_totals_with_it,
    why_and_what_for_is_the_delegations_to_know,
    sums_beyond_any_number_are_refused,
    a_preferred_source_comes_first_and_tells_why,
    only_keepers_of_figures_change_them,
    faults_are_refused_beside_their_fields,
    a_figure_is_corrected_and_withdrawn,
    a_stale_version_is_a_conflict,
    a_nomenclature_is_tried_and_then_kept_whole,
    targets_are_set_and_dropped,
    a_region_adds_its_countries,
    an_agreement_tells_the_trade_of_its_parties,
);

/// Something in every table of trade.
pub async fn plant(world: &World) -> Outcome {
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    regions::make(db, world.by(&keeper), lac("PE CL")).await?;
    targets::set(db, world.by(&keeper), target("2030")).await?;
    let mut file = waiting_file(world, &keeper).await?;
    for amount in [1, 2] {
        commit(db, world.by(&keeper), intake(file, vec![new("", amount), new("0102", 1)])).await?;
        file = waiting_file(world, &keeper).await?;
    }
    let subject = new("", 1).subject;
    let source = read::said_of(db, &keeper, &subject).await?.believed().source;
    prefer(db, world.by(&keeper), subject, source, 0, "The only one".into()).await?;
    waiting_file(world, &keeper).await?;
    let code = HsCode::parse("hs", "0101").map_err(|error| AppError::Invalid(vec![error]))?;
    let lines = vec![HsLine { code, description: "Horses; live".into() }];
    nomenclature::commit(
        db,
        world.by(&keeper),
        nomenclature::Intake { file, file_name: "hs.csv".into(), sha256: "0".into(), lines },
    )
    .await?;
    Ok(())
}

pub async fn keeper(bench: &Bench) -> Result<Actor, Fault> {
    person(bench, "statistics", &[HouseRight::EditTradeFigures]).await
}

pub fn of(partner: &str, flow: &str, period: &str, hs: &str) -> SubjectForm {
    SubjectForm {
        reporter: "IN".into(),
        partner: partner.into(),
        traded: "goods".into(),
        flow: flow.into(),
        hs: hs.into(),
        currency: "USD".into(),
        period: period.into(),
        ..SubjectForm::default()
    }
}

pub fn source(title: &str) -> SourceForm {
    SourceForm { publisher: "The Gazette".into(), title: title.into(), ..SourceForm::default() }
}

pub fn value(value: &str, scale: &str) -> ValueForm {
    ValueForm { value: value.into(), scale: scale.into() }
}

fn figure(subject: SubjectForm, amount: &str, title: &str) -> FigureForm {
    FigureForm { subject, value: value(amount, "billion"), source: source(title) }
}

fn sound(form: &SubjectForm) -> Subject {
    let Some(subject) = form.sound(&[], &mut Form::default()) else { panic!("no subject: {form:?}") };
    subject
}

async fn record(world: &World, actor: &Actor, form: FigureForm) -> Result<FigureId, AppError> {
    figures::record(&world.bench.db, world.by(actor), form).await
}

pub async fn with_peru(world: &World) -> Result<Bilateral, AppError> {
    bilateral::load(&world.bench.db, &world.official, "IN", "PE").await
}

fn year(bilateral: &Bilateral, period: &str) -> PeriodLine {
    let Ok(period) = TradePeriod::parse("period", period, PeriodReading::AsWritten) else { panic!("no period: {period}") };
    let lines = bilateral.main_series().and_then(|series| bilateral.series.get(&series));
    lines.and_then(|lines| lines.get(&period)).cloned().unwrap_or_default()
}

async fn sources_stand_beside_each_other(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    record(&world, &keeper, figure(of("PE", "total", "FY2022-23", ""), "3.11", "first")).await?;
    record(&world, &keeper, figure(of("PE", "total", "FY2022-23", ""), "3.12", "second")).await?;
    record(&world, &keeper, figure(of("PE", "exports", "FY2022-23", ""), "0.8659", "second")).await?;
    record(&world, &keeper, figure(of("PE", "exports", "FY2022-23", ""), "0.87", "first")).await?;
    record(&world, &keeper, figure(of("PE", "imports", "FY2022-23", ""), "2.25", "second")).await?;
    let line = year(&with_peru(&world).await?, "FY2022-23");
    let total = line.said(Flow::Total).ok_or("no total")?;
    assert!(total.conflicts(), "3.11 and 3.12");
    assert_eq!(
        total.said.iter().map(|said| said.title.as_str()).collect::<Vec<_>>(),
        ["second", "first"],
        "the last entered first"
    );
    assert!(!line.said(Flow::Exports).ok_or("no exports")?.conflicts(), "0.8659 rounds to 0.87");
    assert_eq!(
        line.amount(Flow::Balance),
        Some(Amount(87_000_000_000 - 225_000_000_000).min(Amount(86_590_000_000 - 225_000_000_000)))
    );
    let relations = overview::load(&world.bench.db, &world.official).await?;
    assert_eq!(relations.iter().map(|relation| (relation.partner.as_str(), relation.conflicts)).collect::<Vec<_>>(), [("PE", 1)]);
    assert_whole(&world.bench).await
}

async fn codes_add_up_to_a_total_where_no_source_says_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    for (hs, amount) in [("01", "1"), ("2", "2"), ("0101", "0.5"), ("0201", "0.25")] {
        record(&world, &keeper, all_trade(figure(of("PE", "exports", "2023", hs), amount, "codes"))).await?;
    }
    let said = year(&with_peru(&world).await?, "2023");
    let believed = said.said(Flow::Exports).ok_or("no exports")?.believed().clone();
    let told = (believed.printed.amount, believed.basis, believed.lines);
    assert_eq!(told, (Amount(300_000_000_000), Basis::Codes, 2), "headings are parts of chapters");
    record(&world, &keeper, figure(of("PE", "exports", "2023", ""), "3.5", "codes")).await?;
    let said = year(&with_peru(&world).await?, "2023");
    let believed = said.said(Flow::Exports).ok_or("no exports")?.believed().clone();
    let told = (believed.printed.amount, believed.basis, believed.lines);
    assert_eq!(told, (Amount(350_000_000_000), Basis::Printed, 0), "the source tells the whole");
    let all = with_peru(&world).await?;
    let series = all.main_series().ok_or("no series")?;
    let period = TradePeriod::calendar(2023).ok_or("no year")?;
    let asked = breakdown::Of { reporter: "IN", partner: "PE", series, flow: Flow::Exports, period };
    let parts = breakdown::load(&world.bench.db, &world.official, asked, 3).await?.ok_or("no parts")?;
    let told = (parts.parts.len(), parts.count, parts.whole);
    assert_eq!(told, (2, 2, Amount(350_000_000_000)), "headings stand in their chapters");
    assert_eq!(parts.parts[0].hs.as_ref().map(|hs| hs.as_str()), Some("02"), "the largest first");
    Ok(())
}

/// The same from a source whose codes are all trade.
fn all_trade(form: FigureForm) -> FigureForm {
    FigureForm { source: SourceForm { complete: true, ..form.source.clone() }, ..form }
}

async fn some_goods_are_not_all_trade(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    record(&world, &keeper, figure(of("PE", "exports", "FY2023-24", "30"), "0.1", "medicines")).await?;
    assert!(with_peru(&world).await?.series.is_empty(), "medicines alone are no exports");
    let db = &world.bench.db;
    assert_eq!(overview::of_goods_alone(db, &world.official).await?, [("IN".to_owned(), "PE".to_owned())]);
    let (lines, all) = goods::kept(db, &world.official, "IN", "PE", 10).await?;
    let told: Vec<_> = lines.iter().map(|line| (line.goods.hs.map(|hs| hs.as_str().to_owned()), line.figures)).collect();
    assert_eq!((told, all), (vec![(Some("30".to_owned()), 1)], 1), "what is kept is found all the same");
    record(&world, &keeper, figure(of("PE", "exports", "FY2023-24", ""), "2", "all")).await?;
    let found = with_peru(&world).await?;
    assert!(!year(&found, "FY2023-24").conflicts(), "and contradict nothing");
    assert!(overview::of_goods_alone(db, &world.official).await?.is_empty());
    let series = found.main_series().ok_or("no series")?;
    let period = TradePeriod::fiscal(2023).ok_or("no year")?;
    let asked = breakdown::Of { reporter: "IN", partner: "PE", series, flow: Flow::Exports, period };
    let parts = breakdown::load(&world.bench.db, &world.official, asked, 3).await?.ok_or("no parts")?;
    assert_eq!((parts.count, parts.whole), (1, Amount(0)), "of which they are a share, nobody knows");
    Ok(())
}

async fn twelve_months_are_a_year(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let month = |at: i32| format!("{}-{:02}", 2022 + at / 12, at % 12 + 1);
    // From January 2022 to February 2023: a calendar year is whole, no fiscal year is.
    for at in 0..14 {
        for hs in ["01", "02"] {
            record(&world, &keeper, all_trade(figure(of("PE", "exports", &month(at), hs), "1", "monthly"))).await?;
        }
    }
    let found = with_peru(&world).await?;
    let kinds: Vec<PeriodKind> = found.series.keys().map(|series| series.kind).collect();
    assert_eq!(kinds, [PeriodKind::CalendarYear, PeriodKind::Month]);
    record(&world, &keeper, all_trade(figure(of("PE", "exports", "2023-03", "01"), "1", "monthly"))).await?;
    let found = with_peru(&world).await?;
    let line = year(&found, "FY2022-23");
    let believed = line.said(Flow::Exports).ok_or("no exports of the fiscal year")?.believed();
    let told = (believed.printed.amount, believed.basis, believed.lines);
    assert_eq!(told, (Amount(2_300_000_000_000), Basis::Months, 23));
    // What the source says of the year itself comes before what its months add up to.
    record(&world, &keeper, figure(of("PE", "exports", "FY2022-23", ""), "24", "monthly")).await?;
    let line = year(&with_peru(&world).await?, "FY2022-23");
    let said = line.said(Flow::Exports).ok_or("no exports")?;
    assert_eq!((said.said.len(), said.believed().basis, said.amount()), (1, Basis::Printed, Amount(2_400_000_000_000)));
    let region = regions::make(&world.bench.db, world.by(&keeper), lac("PE CL")).await?;
    let found = region::load(&world.bench.db, &world.official, &region, "IN", None).await?;
    assert_eq!(found.members.get("PE").map(|lines| lines.len()), Some(1), "a region has the years of its countries");
    // What is made anew from the figures is the same.
    let before: Vec<(String, String, i64)> = world.bench.rows(TOTALS).await?;
    world.bench.tamper("delete from trade_totals").await?;
    renew_missing(&world.bench.db).await?;
    assert_eq!(world.bench.rows::<(String, String, i64)>(TOTALS).await?, before);
    assert_whole(&world.bench).await
}

async fn goods_of_a_code_are_told_over_time(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    for month in 1..=12 {
        for hs in ["30", "3004"] {
            record(&world, &keeper, figure(of("PE", "exports", &format!("2022-{month:02}"), hs), "0.5", "monthly")).await?;
        }
    }
    record(&world, &keeper, figure(of("PE", "exports", "2022", "30"), "7", "yearly")).await?;
    let named = SubjectForm { commodity: "Gold".into(), ..of("PE", "imports", "2022", "") };
    record(&world, &keeper, figure(named, "3", "yearly")).await?;
    let goods = |hs: &str, commodity: &str| Goods { hs: HsCode::parse("hs", hs).ok(), commodity: commodity.into() };
    let medicines = goods::load(db, &world.official, "IN", "PE", &goods("30", "")).await?.series;
    let kinds: Vec<(PeriodKind, usize)> = medicines.iter().map(|(series, lines)| (series.kind, lines.len())).collect();
    assert_eq!(kinds, [(PeriodKind::CalendarYear, 1), (PeriodKind::Month, 12)], "no fiscal year is whole");
    let year = medicines.values().flatten().find_map(|(_, line)| line.said(Flow::Exports).filter(|said| said.said.len() == 2));
    let told: Vec<(Basis, i64)> =
        year.ok_or("not both sources")?.said.iter().map(|said| (said.basis, said.printed.amount.0)).collect();
    assert_eq!(told, [(Basis::Printed, 700_000_000_000), (Basis::Months, 600_000_000_000)]);
    let gold = goods::load(db, &world.official, "IN", "PE", &goods("", "Gold")).await?.series;
    assert_eq!(gold.values().map(|lines| lines.len()).collect::<Vec<_>>(), [1]);
    assert!(goods::load(db, &world.official, "IN", "CL", &goods("30", "")).await?.series.is_empty());
    Ok(())
}

const TOTALS: &str = "select basis, flow, amount from trade_totals order by starts, ends, flow";

async fn exports_and_imports_contradict_a_total_that_they_do_not_add_up_to(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    record(&world, &keeper, figure(of("PE", "total", "FY2024-25", ""), "5.91", "first")).await?;
    record(&world, &keeper, figure(of("PE", "exports", "FY2024-25", ""), "1.02", "second")).await?;
    assert!(!year(&with_peru(&world).await?, "FY2024-25").conflicts(), "imports are not known");
    let imports = record(&world, &keeper, figure(of("PE", "imports", "FY2024-25", ""), "4.98", "second")).await?;
    let line = year(&with_peru(&world).await?, "FY2024-25");
    let total = line.said(Flow::Total).ok_or("no total")?;
    assert!(total.conflicts());
    let told: Vec<(&str, Basis, i64)> =
        total.said.iter().map(|said| (said.title.as_str(), said.basis, said.printed.amount.0)).collect();
    assert_eq!(told, [("first", Basis::Printed, 591_000_000_000), ("second", Basis::Flows, 600_000_000_000)]);
    // The sum may be preferred; with a figure it was made of, its reason goes.
    let (db, subject) = (&world.bench.db, sound(&of("PE", "total", "FY2024-25", "")));
    prefer(db, world.by(&keeper), subject.clone(), total.said[1].source, 0, "It is newer".into()).await?;
    assert_eq!(read::said_of(db, &world.official, &subject).await?.believed().title, "second");
    figures::withdraw(db, world.by(&keeper), imports, 1, "A misprint".into()).await?;
    let said = read::said_of(db, &world.official, &subject).await?;
    assert_eq!((said.believed().title.as_str(), said.preference.clone()), ("first", None));
    let ended = "select count(*) from changes where subject = 'preference' and verb = 'end'";
    assert_eq!(world.bench.number(ended).await?, 1);
    assert_whole(&world.bench).await
}

async fn rounding_of_many_lines_is_no_contradiction(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    for chapter in 1..=50 {
        let form = figure(of("PE", "exports", "FY2023-24", &format!("{chapter:02}")), "0.0", "codes");
        let value = value(&format!("{chapter}.4"), "million");
        record(&world, &keeper, all_trade(FigureForm { value, ..form })).await?;
    }
    // The chapters add up to 1,295.0 million; each may be off by half of a tenth.
    for (title, exact, contradicts) in [("near", "1.2971", false), ("far", "1.2976", true)] {
        record(&world, &keeper, figure(of("PE", "exports", "FY2023-24", ""), exact, title)).await?;
        assert_eq!(year(&with_peru(&world).await?, "FY2023-24").conflicts(), contradicts, "{title}");
    }
    Ok(())
}

async fn a_source_is_edited_and_its_totals_with_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    record(&world, &keeper, figure(of("PE", "exports", "FY2023-24", "30"), "1", "codes")).await?;
    record(&world, &keeper, figure(of("CL", "exports", "FY2023-24", ""), "1", "other")).await?;
    let known = sources::all(db, &keeper).await?;
    let codes = known.iter().find(|source| source.title == "codes").ok_or("no source")?;
    assert_eq!((codes.complete, codes.verified, codes.figures, codes.version), (false, false, 1, 1));
    let edit = |form: SourceForm, version: i64| edit_source(db, world.by(&keeper), codes.id, version, form, "A letter".into());
    assert_refused(edit(source("other"), 1).await, "publisher", "source-exists");
    assert_refused(edit(SourceForm { publisher: " ".into(), ..source("codes") }, 1).await, "publisher", "required");
    let whole = SourceForm { complete: true, verified: true, ..source("By chapter") };
    edit(whole.clone(), 1).await?;
    let line = year(&with_peru(&world).await?, "FY2023-24");
    let believed = line.said(Flow::Exports).ok_or("its codes are no total")?.believed();
    assert_eq!((believed.title.as_str(), believed.verified, believed.basis), ("By chapter", true, Basis::Codes));
    assert_eq!(edit(whole.clone(), 1).await, Err(AppError::Conflict { current_version: 2 }));
    edit(SourceForm { complete: false, ..whole.clone() }, 2).await?;
    assert!(with_peru(&world).await?.series.is_empty());
    let (_, history) = sources::load(db, &keeper, codes.id).await?;
    let fields: Vec<&str> = history.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["complete", "source_title", "verified", "complete"]);
    for (_, actor) in world.everybody() {
        assert_not_found(edit_source(db, world.by(actor), codes.id, 3, whole.clone(), String::new()).await);
        assert_not_found(sources::load(db, actor, codes.id).await.map(|_| ()));
    }
    assert_whole(&world.bench).await
}

async fn why_and_what_for_is_the_delegations_to_know(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    let asked = of("PE", "total", "FY2022-23", "");
    record(&world, &keeper, figure(asked.clone(), "3.11", "first")).await?;
    record(&world, &keeper, figure(asked.clone(), "3.12", "second")).await?;
    let subject = sound(&asked);
    let source = read::said_of(db, &keeper, &subject).await?.said[1].source;
    prefer(db, world.by(&keeper), subject.clone(), source, 0, "Ours".into()).await?;
    targets::set(db, world.by(&keeper), target("2030")).await?;
    for (actor, told) in [(&keeper, true), (&world.official, true), (&world.partner, false), (&world.stranger, false)] {
        let said = read::said_of(db, actor, &subject).await?;
        assert_eq!(said.believed().title, "first", "which is preferred, everybody sees");
        let found = bilateral::load(db, actor, "IN", "PE").await?;
        let line = year(&found, "FY2022-23");
        for said in [Some(&said), line.said(Flow::Total)].into_iter().flatten() {
            assert_eq!(said.preference.as_ref().is_some_and(|of| of.reason == "Ours"), told);
        }
        assert_eq!(found.targets.len(), usize::from(told));
    }
    Ok(())
}

async fn sums_beyond_any_number_are_refused(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let file = waiting_file(&world, &keeper).await?;
    let most = 10_000_000_000_000_000;
    let figures = (1..=99).filter(|c| *c != 77).map(|c| new(&format!("{c:02}"), most)).collect();
    assert_refused(commit(&world.bench.db, world.by(&keeper), intake(file, figures)).await.map(|_| ()), "commit", "sum-too-large");
    assert_eq!(world.bench.number("select count(*) from trade_figures").await?, 0);
    Ok(())
}

async fn a_preferred_source_comes_first_and_tells_why(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let asked = of("PE", "total", "FY2022-23", "");
    record(&world, &keeper, figure(asked.clone(), "3.11", "first")).await?;
    record(&world, &keeper, figure(asked.clone(), "3.12", "second")).await?;
    let (db, subject) = (&world.bench.db, sound(&asked));
    let said = read::said_of(db, &world.official, &subject).await?;
    let first = said.said.iter().find(|said| said.title == "first").ok_or("no first")?.source;
    assert_refused(prefer(db, world.by(&keeper), subject.clone(), first, 0, " ".into()).await, "reason", "required");
    prefer(db, world.by(&keeper), subject.clone(), first, 0, "It adds up".into()).await?;
    let said = read::said_of(db, &world.official, &subject).await?;
    assert_eq!(
        (said.believed().title.as_str(), said.preference.as_ref().map(|of| of.reason.as_str())),
        ("first", Some("It adds up"))
    );
    let again = prefer(db, world.by(&keeper), subject.clone(), first, 0, "Unseen".into()).await;
    assert_eq!(again, Err(AppError::Conflict { current_version: 1 }));
    let stranger = sound(&of("CL", "total", "FY2022-23", ""));
    assert_refused(prefer(db, world.by(&keeper), stranger, first, 0, "x".into()).await, "source", "unknown-choice");
    let unknown = SourceId(world.official.account.0);
    assert_refused(prefer(db, world.by(&keeper), subject, unknown, 1, "x".into()).await, "source", "unknown-choice");
    assert_whole(&world.bench).await
}

async fn only_keepers_of_figures_change_them(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let id = record(&world, &keeper, figure(of("PE", "total", "2023", ""), "3", "first")).await?;
    let db = &world.bench.db;
    let subject = sound(&of("PE", "total", "2023", ""));
    let source_id = read::said_of(db, &world.official, &subject).await?.believed().source;
    for (who, actor) in world.everybody() {
        let by = || world.by(actor);
        assert_not_found(record(&world, actor, figure(of("PE", "total", "2022", ""), "3", "first")).await);
        assert_not_found(figures::correct(db, by(), id, 1, value("4", "billion"), "x".into()).await);
        assert_not_found(figures::withdraw(db, by(), id, 1, "x".into()).await);
        assert_not_found(prefer(db, by(), subject.clone(), source_id, 0, "x".into()).await);
        assert_not_found(targets::set(db, by(), target("2030")).await);
        assert_not_found(regions::make(db, by(), lac("PE CL")).await);
        let file = WaitingFile { name: "x".into(), bytes: vec![1] };
        assert_not_found(waiting::keep(db, by(), Purpose::TradeFigures, file).await);
        assert_not_found(trial(db, actor, &source("first"), &[]).await);
        assert_not_found(sources::all(db, actor).await.map(|_| ()));
        assert_eq!(bilateral::load(db, actor, "IN", "PE").await?.series.len(), 1, "figures are public: {who}");
    }
    Ok(())
}

async fn faults_are_refused_beside_their_fields(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let before = world.count().await?;
    let good = of("PE", "total", "2023", "");
    for (field, code, form) in [
        ("partner", "no-such-place", figure(of("XX", "total", "2023", ""), "3", "t")),
        ("partner", "trades-with-itself", figure(of("IN", "total", "2023", ""), "3", "t")),
        ("hs", "no-such-hs-chapter", figure(of("PE", "total", "2023", "77"), "3", "t")),
        ("hs", "hs-of-services", figure(SubjectForm { traded: "services".into(), ..of("PE", "total", "2023", "01") }, "3", "t")),
        ("period", "ambiguous-period", figure(of("PE", "total", "2010-11", ""), "3", "t")),
        ("value", "not-an-amount", figure(good.clone(), "three", "t")),
        ("value", "negative-trade", figure(good.clone(), "(3)", "t")),
        ("publisher", "required", FigureForm { source: SourceForm::default(), ..figure(good.clone(), "3", "t") }),
        ("flow", "unknown-choice", figure(of("PE", "smuggling", "2023", ""), "3", "t")),
    ] {
        assert_refused(record(&world, &keeper, form).await, field, code);
    }
    assert_eq!(world.count().await?, before, "nothing was changed");
    record(&world, &keeper, figure(good.clone(), "3", "t")).await?;
    assert_refused(record(&world, &keeper, figure(good, "4", "t")).await, "value", "figure-exists");
    record(&world, &keeper, figure(of("PE", "balance", "2023", ""), "(3)", "t")).await?;
    Ok(())
}

async fn a_figure_is_corrected_and_withdrawn(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    let id = record(&world, &keeper, figure(of("PE", "exports", "2023", ""), "3", "t")).await?;
    assert_refused(
        figures::correct(db, world.by(&keeper), id, 1, value("4", "billion"), String::new()).await,
        "reason",
        "required",
    );
    figures::correct(db, world.by(&keeper), id, 1, value("4", "million"), "A misprint".into()).await?;
    assert_eq!(year(&with_peru(&world).await?, "2023").amount(Flow::Exports), Some(Amount(400_000_000)));
    figures::withdraw(db, world.by(&keeper), id, 2, "Of another country".into()).await?;
    assert!(with_peru(&world).await?.series.is_empty(), "no total is left behind");
    assert_not_found(read::load(db, &world.official, id).await);
    let told: Vec<(String, Option<String>)> =
        world.bench.rows("select verb, reason from changes where subject = 'figure' order by revision, ordinal").await?;
    let reason = |text: &str| Some(text.to_owned());
    let verbs = [("record", None), ("correct", reason("A misprint")), ("withdraw", reason("Of another country"))];
    assert_eq!(told, verbs.map(|(verb, reason)| (verb.to_owned(), reason)));
    assert_whole(&world.bench).await
}

async fn a_stale_version_is_a_conflict(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    let id = record(&world, &keeper, figure(of("PE", "exports", "2023", ""), "3", "t")).await?;
    figures::correct(db, world.by(&keeper), id, 1, value("4", "billion"), "x".into()).await?;
    let stale = Err(AppError::Conflict { current_version: 2 });
    assert_eq!(figures::correct(db, world.by(&keeper), id, 1, value("5", "billion"), "x".into()).await, stale);
    assert_eq!(figures::withdraw(db, world.by(&keeper), id, 1, "x".into()).await, stale);
    assert_eq!(read::load(db, &world.official, id).await?.version, 2, "a refused command raises no version");
    Ok(())
}

pub fn new(hs: &str, amount: i64) -> NewFigure {
    let subject = sound(&of("PE", "exports", "2023-01", hs));
    NewFigure { subject, printed: Printed { amount: Amount(amount), scale: Scale::Million, places: 0 } }
}

fn target(by: &str) -> TargetForm {
    TargetForm {
        reporter: "IN".into(),
        partner: "PE".into(),
        traded: "goods".into(),
        flow: "total".into(),
        currency: "USD".into(),
        value: value("10", "billion"),
        by: by.into(),
        publisher: "A minister".into(),
        ..TargetForm::default()
    }
}

async fn a_nomenclature_is_tried_and_then_kept_whole(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    let line = |code: &str, description: &str| -> Result<HsLine, AppError> {
        let code = HsCode::parse("hs", code).map_err(|error| AppError::Invalid(vec![error]))?;
        Ok(HsLine { code, description: description.into() })
    };
    let lines = vec![line("01", "Animals; live")?, line("101", "Horses; live")?, line("010121", "Pure-bred")?];
    assert_eq!(nomenclature::trial(db, &keeper, &lines).await?, Effect { added: 3, changed: 0, same: 0 });
    let intake = |lines: Vec<HsLine>| nomenclature::Intake {
        file: accord_domain::ids::WaitingFileId(uuid::Uuid::nil()),
        file_name: "hs.csv".into(),
        sha256: "0".into(),
        lines,
    };
    for actor in [&world.chief, &world.stranger] {
        assert_not_found(nomenclature::trial(db, actor, &lines).await);
        assert_not_found(nomenclature::commit(db, world.by(actor), intake(lines.clone())).await);
    }
    nomenclature::commit(db, world.by(&keeper), intake(lines)).await?;
    let again = vec![line("0101", "Horses, asses and mules; live")?, line("010121", "Pure-bred")?];
    assert_eq!(nomenclature::commit(db, world.by(&keeper), intake(again)).await?, Effect { added: 0, changed: 1, same: 1 });
    let told = |found: Vec<HsText>| -> Vec<String> {
        found.into_iter().map(|line| format!("{} {}", line.code.as_str(), line.description)).collect()
    };
    let under = told(texts(db, &world.stranger, "0101", "").await?);
    assert_eq!(under, ["0101 Horses, asses and mules; live", "010121 Pure-bred"]);
    assert_eq!(told(texts(db, &keeper, "", "LIVE animals").await?), ["01 Animals; live"]);
    assert!(texts(db, &keeper, "", "%").await?.len() == 3, "what is no word is no condition");
    assert_whole(&world.bench).await
}

async fn targets_are_set_and_dropped(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    assert_refused(targets::set(db, world.by(&keeper), target("2030-04")).await, "by", "not-a-year");
    let nothing = TargetForm { value: value("0", "billion"), ..target("2030") };
    assert_refused(targets::set(db, world.by(&keeper), nothing).await, "value", "target-of-nothing");
    let id = targets::set(db, world.by(&keeper), target("2030")).await?;
    assert_eq!(with_peru(&world).await?.targets.len(), 1);
    let stale = targets::drop_target(db, world.by(&keeper), id, 2, "x".into()).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 1 }));
    targets::drop_target(db, world.by(&keeper), id, 1, "Met".into()).await?;
    assert!(with_peru(&world).await?.targets.is_empty());
    assert_not_found(trade::targets::load(db, &keeper, id).await);
    assert_whole(&world.bench).await
}

fn lac(countries: &str) -> RegionForm {
    RegionForm {
        code: "lac".into(),
        name: "Latin America".into(),
        publisher: "An office".into(),
        countries: countries.into(),
        illustrative: false,
    }
}

async fn a_region_adds_its_countries(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    for (field, code, form) in [
        ("countries", "no-such-country", lac("PE Atlantis")),
        ("countries", "required", lac(" ")),
        ("code", "not-a-region-code", RegionForm { code: "EU".into(), ..lac("PE") }),
    ] {
        assert_refused(regions::make(db, world.by(&keeper), form).await, field, code);
    }
    assert_eq!(regions::make(db, world.by(&keeper), lac("pe, CL\nPE")).await?, "LAC");
    assert_refused(regions::make(db, world.by(&keeper), lac("PE")).await, "code", "region-exists");
    for partner in ["PE", "CL", "AU", "LAC"] {
        record(&world, &keeper, figure(of(partner, "exports", "FY2023-24", ""), "2", "t")).await?;
    }
    let found = region::load(db, &world.official, "LAC", "IN", None).await?;
    assert_eq!(found.countries, ["CL", "PE"]);
    assert_eq!(found.members.keys().map(String::as_str).collect::<Vec<_>>(), ["CL", "PE"]);
    assert_eq!(found.whole.len(), 1, "what is said of the region as one is no part of the sum");
    assert_eq!(found.agreements.iter().map(|(slug, _, _)| slug.as_str()).collect::<Vec<_>>(), [PERU]);
    assert!(
        region::load(db, &world.admin, "LAC", "IN", None).await?.agreements.is_empty(),
        "who sees no agreement is told of none"
    );
    regions::edit(db, world.by(&keeper), "LAC".into(), 1, lac("PE")).await?;
    assert_eq!(region::load(db, &world.official, "LAC", "IN", None).await?.countries, ["PE"]);
    let stale = regions::edit(db, world.by(&keeper), "LAC".into(), 1, lac("CL")).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 2 }));
    assert_not_found(region::load(db, &world.official, "XXX", "IN", None).await);
    assert_whole(&world.bench).await
}

async fn an_agreement_tells_the_trade_of_its_parties(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    for partner in ["PE", "CL"] {
        record(&world, &keeper, figure(of(partner, "exports", "FY2023-24", ""), "2", "t")).await?;
    }
    let shown = agreement::load(&world.bench.db, &world.official, PERU).await?.trade;
    assert_eq!(shown.iter().map(|trade| trade.partner.as_str()).collect::<Vec<_>>(), ["PE"]);
    Ok(())
}
