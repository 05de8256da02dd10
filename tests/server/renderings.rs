//! Pages are kept while the record stands: nobody is shown one that is out of date, or somebody else's.

use accord_domain::ids::GrantId;
use accord_language::Locale;
use accord_store::commands::accounts::{self, Preferences};
use accord_store::commands::grants;
use accord_store::db::Db;
use uuid::Uuid;

use crate::house::{House, Tested, Who, one};

const GOODS: &str = "/agreements/india-peru/chapters/goods";

async fn official_grant(house: &House) -> Tested<GrantId> {
    let (id,): (Uuid,) = one(
        &house.db,
        "select g.id from grants g join agreements a on a.id = g.agreement_id join accounts p on p.id = g.account_id \
         where a.slug = 'india-peru' and p.email = 'official@accord.example'",
    )
    .await?;
    Ok(GrantId(id))
}

async fn nothing_is_out_of_date(house: &House) -> Tested {
    // Asked twice, so that it is kept.
    for who in [Who::Official, Who::Partner] {
        let (first, second) = (house.get(who, GOODS).await?.text(), house.get(who, GOODS).await?.text());
        assert_eq!(first, second);
    }
    assert_ne!(house.get(Who::Official, GOODS).await?.text(), house.get(Who::Partner, GOODS).await?.text());

    // What somebody records is there at once for everybody, whichever process recorded it.
    let step = "version={v:goods}&text_status=substantially-closed&reason=Seen+at+once";
    assert_eq!(house.post(Who::Goods, GOODS, step).await?.status, 303);
    assert!(house.get(Who::Official, GOODS).await?.text().contains("Seen at once"));
    let elsewhere = Db::open(&house.database).await?;
    let form = Preferences {
        name: "Of another process".into(),
        language: Locale::HiIn.code().into(),
        zone: "Asia/Kolkata".into(),
        theme: "dark".into(),
        version: 1,
    };
    accounts::save_preferences(&elsewhere, house.command(Who::Official)?, form).await?;
    let page = house.get(Who::Official, GOODS).await?.text();
    assert!(page.contains("lang=\"hi-IN\"") && page.contains("Of another process"), "the page is of before");

    // A role taken back, too.
    let grant = official_grant(house).await?;
    grants::revoke(&elsewhere, house.command(Who::Chief)?, "india-peru".into(), grant).await?;
    for address in [GOODS, "/agreements/india-peru", "/agreements/india-peru/chapters.csv"] {
        assert_eq!(house.get(Who::Official, address).await?.status, 404, "{address} after the role was taken back");
    }
    assert!(!house.get(Who::Official, "/").await?.text().contains("/agreements/india-peru\""), "the portfolio is of before");

    // And an account disabled.
    accounts::set_disabled(&elsewhere, crate::house::by_machine(), "partner@accord.example".into(), true).await?;
    assert_eq!(house.get(Who::Partner, GOODS).await?.status, 303);
    elsewhere.close().await;
    Ok(())
}

#[tokio::test]
async fn no_page_is_out_of_date() -> Tested {
    nothing_is_out_of_date(&House::open().await?).await
}

#[tokio::test]
async fn no_page_is_out_of_date_on_postgres() -> Tested {
    match House::on_postgres().await? {
        Some(house) => nothing_is_out_of_date(&house).await,
        None => Ok(()),
    }
}

/// A page kept for one encoding is not sent to who reads another.
#[tokio::test]
async fn a_kept_page_comes_as_it_was_asked_for() -> Tested {
    let house = House::open().await?;
    for accepted in ["br", "gzip", "identity", "br", "gzip", ""] {
        let mut request = crate::house::bare_request("GET", "/")?;
        request.headers_mut().insert("accept-encoding", accepted.parse()?);
        let answer = house.send(house.signed(Who::Official, request)?).await?;
        let encoding = answer.header("content-encoding");
        assert!(encoding == accepted || (encoding.is_empty() && ["identity", ""].contains(&accepted)), "{encoding} for {accepted}");
        assert!(answer.header("vary").to_lowercase().contains("accept-encoding"), "no vary for {accepted:?}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.text().starts_with("<!DOCTYPE"), encoding.is_empty());
    }
    Ok(())
}
