//! Two people edit one thing: one change is saved, and the other person sees both edits and keeps their words.

use crate::house::{House, Tested, Who};
use crate::markup::read;

/// A form posted with the version everybody saw at first, after somebody else saved.
struct Late {
    who: Who,
    address: &'static str,
    body: &'static str,
    /// The loser's words, which the page must keep.
    words: &'static [&'static str],
    /// The winner's, which it must show.
    theirs: &'static [&'static str],
    /// What the winner posts: address and body.
    first: (Who, &'static str, &'static str),
}

const STEP: (Who, &str, &str) = (
    Who::Chief,
    "/agreements/india-peru/chapters/goods",
    "version={v:goods}&text_status=substantially-closed&reason=Settled+in+the+corridor",
);

#[rustfmt::skip]
fn late() -> Vec<Late> {
    vec![
        Late { who: Who::Goods, address: "/agreements/india-peru/chapters/goods",
            body: "version={v:goods}&text_status=consolidated-text&reason=Wait+for+the+annex", words: &["Wait for the annex"],
            theirs: &["Settled in the corridor"], first: STEP },
        Late { who: Who::Goods, address: "/agreements/india-peru/chapters/goods/park",
            body: "version={v:goods}&park_reason=Wait+for+the+list", words: &["Wait for the list"],
            theirs: &["Settled in the corridor"], first: STEP },
        Late { who: Who::Goods, address: "/agreements/india-peru/chapters/goods/escalate",
            body: "version={v:goods}&escalated_to=ministers&question=May+we+concede+cheese", words: &["May we concede cheese"],
            theirs: &["Settled in the corridor"], first: STEP },
        Late { who: Who::Goods, address: "/agreements/india-peru/chapters/goods/edit",
            body: "version={v:goods}&number=2&title=Goods+and+more&our_lead=Mine&open_brackets=5&note=Keep+this+note&reason=Why+not",
            words: &["Goods and more", "Mine", "Keep this note", "Why not"], theirs: &["Theirs", "Round 77"],
            first: (Who::Chief, "/agreements/india-peru/chapters/goods/edit",
                "version={v:goods}&number=2&our_lead=Theirs&target_round=Round+77&open_brackets=5") },
        Late { who: Who::Chief, address: "/agreements/india-peru/chapters/goods/archive",
            body: "version={v:goods}&archive_reason=Nobody+wants+it", words: &["Nobody wants it"],
            theirs: &["Settled in the corridor"],
            first: (Who::Goods, STEP.1, STEP.2) },
        Late { who: Who::Chief, address: "/agreements/india-peru/chapters/{escalated}/answer",
            body: "version={v:{escalated}}&answer=Only+with+quotas", words: &["Only with quotas"], theirs: &["Ask the minister"],
            first: (Who::Minister, "/agreements/india-peru/chapters/{escalated}/answer",
                "version={v:{escalated}}&answer=Ask+the+minister") },
        Late { who: Who::Chief, address: "/agreements/india-peru/chapters/{parked}/unpark",
            body: "version={v:{parked}}&park_reason=The+model+is+settled", words: &["The model is settled"], theirs: &["Ready again"],
            first: (Who::Minister, "/agreements/india-peru/chapters/{parked}/unpark",
                "version={v:{parked}}&park_reason=Ready+again") },
        Late { who: Who::Chief, address: "/agreements/india-peru/edit",
            body: "version={v:agreement}&name=India+and+Peru&kind=fta&home_party=IN&partners=PE+Peru&objective=Mine+alone&reason=Mine",
            words: &["India and Peru", "Mine alone"], theirs: &["Peru and India", "Theirs alone"],
            first: (Who::Minister, "/agreements/india-peru/edit",
                "version={v:agreement}&name=Peru+and+India&kind=fta&home_party=IN&partners=PE+Peru&objective=Theirs+alone") },
        Late { who: Who::Chief, address: "/agreements/india-peru/meetings/round-11/edit",
            body: "version={m:round-11}&number=11&zone=America%2FLima&place=Arequipa&our_head=My+head&reason=Mine",
            words: &["Arequipa", "My head", "Mine"], theirs: &["Cusco", "Their choice"],
            first: (Who::Minister, "/agreements/india-peru/meetings/round-11/edit",
                "version={m:round-11}&number=11&zone=America%2FLima&place=Cusco&our_head=Their+choice") },
        Late { who: Who::Chief, address: "/agreements/india-peru/meetings/round-11/state",
            body: "version={m:round-11}&state=called-off&off_reason=No+dates+suit+us", words: &["No dates suit us", "Called off"],
            theirs: &["Draft", "Back to the table"],
            first: (Who::Minister, "/agreements/india-peru/meetings/round-11/state",
                "version={m:round-11}&state=draft&back_reason=Back+to+the+table") },
        Late { who: Who::Goods, address: "/agreements/india-peru/meetings/round-11/sessions/goods",
            body: "version={s:goods}&chapter_version={v:goods}&minutes=What+I+heard&outcome=My+outcome&item_title=My+item",
            words: &["What I heard", "My outcome", "My item"], theirs: &["What they heard", "Their outcome", "Their item"],
            first: (Who::Chief, "/agreements/india-peru/meetings/round-11/sessions/goods",
                "version={s:goods}&chapter_version={v:goods}&minutes=What+they+heard&outcome=Their+outcome&item_title=Their+item") },
        Late { who: Who::Goods, address: "/agreements/india-peru/meetings/round-11/sessions/goods",
            body: "version={s:goods}&chapter_version={v:goods}&outcome=My+own+outcome&text_status=consolidated-text&reason=Wait",
            words: &["My own outcome", "Wait", "Consolidated text"], theirs: &["Substantially closed"], first: STEP },
        Late { who: Who::Goods, address: "/agreements/india-peru/action-points/1/edit",
            body: "version={v:point}&title=My+own+list&who=ours&owner=My+office&reason=Mine", words: &["My own list", "My office", "Mine"],
            theirs: &["Their list", "The other side"],
            first: (Who::Chief, "/agreements/india-peru/action-points/1/edit",
                "version={v:point}&title=Their+list&who=theirs&reason=Theirs") },
        Late { who: Who::Goods, address: "/agreements/india-peru/action-points/1/day",
            body: "version={v:point}&due=2027-02-03&due_reason=The+industry+asked", words: &["2027-02-03", "The industry asked"],
            theirs: &["2027-01-20"],
            first: (Who::Chief, "/agreements/india-peru/action-points/1/day",
                "version={v:point}&due=2027-01-20&due_reason=Wanted+sooner") },
        Late { who: Who::Goods, address: "/agreements/india-peru/action-points/1/state",
            body: "version={v:point}&state=done&done_reason=Sent+on+Monday", words: &["Done", "Sent on Monday"],
            theirs: &["Dropped", "Nobody waits for it"],
            first: (Who::Chief, "/agreements/india-peru/action-points/1/state",
                "version={v:point}&state=dropped&drop_reason=Nobody+waits+for+it") },
        Late { who: Who::Chief, address: "/agreements/india-peru/meetings/round-6/report/edit",
            body: "version={r:round-6}&summary=My+own+summary&next-steps=Mine&clearance=delegation", words: &["My own summary", "Mine"],
            theirs: &["Their summary"],
            first: (Who::Minister, "/agreements/india-peru/meetings/round-6/report/edit",
                "version={r:round-6}&summary=Their+summary&clearance=partner") },
        Late { who: Who::Goods, address: "/agreements/india-peru/consultations/3/edit",
            body: "version=1&title=My+own+title&introduction=My+words&closes_on=2099-03-03&lines=8711+Mine",
            words: &["My own title", "My words", "2099-03-03", "8711 Mine"], theirs: &["Their title", "8711 Theirs"],
            first: (Who::Chief, "/agreements/india-peru/consultations/3/edit",
                "version=1&title=Their+title&closes_on=2099-01-01&lines=8711+Theirs") },
        Late { who: Who::Official, address: "/me",
            body: "version=1&name=My+second+name&language=en-IN&zone=Asia%2FTokyo&theme=dark", words: &["My second name"],
            theirs: &["My first name"],
            first: (Who::Official, "/me", "version=1&name=My+first+name&language=en-IN&zone=Asia%2FDubai&theme=light") },
    ]
}

#[tokio::test]
async fn the_loser_sees_both_edits_and_keeps_their_words() -> Tested {
    let mut wrong = Vec::new();
    for late in late() {
        let house = House::open().await?;
        let won = house.post(late.first.0, late.first.1, late.first.2).await?;
        assert_eq!(won.status, 303, "{} could not be posted first", late.first.1);
        let before = house.memory().await?;
        let lost = house.post(late.who, late.address, late.body).await?;
        if lost.status != 409 || !lost.is_in_the_house_look() {
            wrong.push(format!("{}: {}", late.address, lost.status));
            continue;
        }
        assert_eq!(before, house.memory().await?, "{}", late.address);
        let document = read(&lost.text());
        wrong.extend(crate::markup::faults(&document).into_iter().map(|fault| format!("{}: {fault}", late.address)));
        let compared: String = document.root.classed("compare").iter().map(|table| table.words()).collect();
        for words in late.words {
            let editable = document.root.all().into_iter().any(|node| {
                (node.name == "textarea" && node.words().contains(words))
                    || (node.name == "input" && node.attribute("value").is_some_and(|value| value.contains(words)))
            });
            let shown = compared.contains(words);
            if !shown && !editable {
                wrong.push(format!("{}: the loser's {words:?} are gone", late.address));
            }
        }
        for words in late.theirs {
            if !compared.contains(words) {
                wrong.push(format!("{}: the winner's {words:?} are not shown", late.address));
            }
        }
        if document.root.classed("error-summary").is_empty() {
            wrong.push(format!("{}: nothing says that there is a conflict", late.address));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// An event is corrected once: who corrects the same entry later is told, on a page of which every link leads somewhere.
#[tokio::test]
async fn an_event_is_corrected_once() -> Tested {
    let house = House::open().await?;
    let form = "event_kind=round-held&held=yes&date=2026-11-01&publisher=The+ministry&note=Mine&reason=Better+known";
    let address = "/agreements/india-peru/events/{event}";
    assert_eq!(house.post(Who::Minister, address, form).await?.status, 303);
    let before = house.memory().await?;
    let late = house.post(Who::Chief, address, form).await?;
    let withdrawn = house.post(Who::Chief, &format!("{address}/withdraw"), "withdraw_reason=It+was+not").await?;
    for (answer, words) in [(late, "Better known"), (withdrawn, "It was not")] {
        assert_eq!(answer.status, 422);
        let document = read(&answer.text());
        assert_eq!(crate::markup::faults(&document), Vec::<String>::new());
        assert_eq!(document.root.classed("error-summary").len(), 1);
        assert!(answer.text().contains(words), "{words:?} is gone");
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}

/// Having seen both, the loser posts the page's form again and is saved.
#[tokio::test]
async fn the_loser_may_insist() -> Tested {
    let house = House::open().await?;
    assert_eq!(house.post(STEP.0, STEP.1, STEP.2).await?.status, 303);
    let lost = house.post(Who::Goods, STEP.1, "version={v:goods}&text_status=consolidated-text&reason=Wait").await?;
    assert_eq!(lost.status, 409);
    let document = read(&lost.text());
    let forms = document.root.named("form");
    let form = forms.iter().find(|form| form.attribute("action") == Some(STEP.1)).ok_or("the form is gone")?;
    let version = form
        .named("input")
        .into_iter()
        .find(|input| input.attribute("name") == Some("version"))
        .and_then(|input| input.attribute("value"))
        .ok_or("no version")?
        .to_owned();
    let chosen = form.named("select").into_iter().find(|select| select.attribute("name") == Some("text_status")).cloned();
    let chosen = chosen.ok_or("no select")?;
    let selected: Vec<_> = chosen.named("option").into_iter().filter(|option| option.attribute("selected").is_some()).collect();
    assert_eq!(selected.first().and_then(|option| option.attribute("value")), Some("consolidated-text"), "the choice was not kept");
    let again = format!("version={version}&text_status=consolidated-text&reason=Wait");
    assert_eq!(house.post(Who::Goods, STEP.1, &again).await?.status, 303);
    Ok(())
}

/// Twenty at once, of whom one wins.
#[tokio::test]
async fn of_many_at_once_one_is_saved() -> Tested {
    for house in [Some(House::open().await?), House::on_postgres().await?].into_iter().flatten() {
        let (mut saved, mut conflicts) = (0, 0);
        let posts = (0..20).map(|n| {
            let body = format!("version={{v:goods}}&number=2&title=Title+{n}&open_brackets=3");
            let house = &house;
            async move { house.post(Who::Goods, "/agreements/india-peru/chapters/goods/edit", &body).await }
        });
        for answer in futures_of(posts).await {
            match answer?.status {
                303 => saved += 1,
                409 => conflicts += 1,
                other => return Err(format!("an answer of {other}").into()),
            }
        }
        assert_eq!((saved, conflicts), (1, 19));
        let found = accord_store::audit::verify(&house.db).await?;
        assert_eq!(found.breaks, Vec::<String>::new());
    }
    Ok(())
}

/// Runs futures together, polling each whenever any is woken.
async fn futures_of<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut waiting: Vec<_> = futures.map(|future| Some(Box::pin(future))).collect();
    let mut done: Vec<Option<F::Output>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(move |context| {
        for (slot, outcome) in waiting.iter_mut().zip(&mut done) {
            if let Some(future) = slot
                && let std::task::Poll::Ready(value) = future.as_mut().poll(context)
            {
                *outcome = Some(value);
                *slot = None;
            }
        }
        if waiting.iter().all(Option::is_none) {
            return std::task::Poll::Ready(done.drain(..).flatten().collect());
        }
        std::task::Poll::Pending
    })
    .await
}
