//! The command line: its help, its settings in their order, its sentences, the accounts and the audit.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use accord_store::db::Db;
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::house::{Tested, app, demo_database, encoded, post_request, sent};

/// The program with nothing set from outside.
pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accord"));
    command.env_clear().env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("TMPDIR", home).current_dir(home);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run<A: AsRef<OsStr>>(home: &Path, arguments: impl IntoIterator<Item = A>) -> Tested<Output> {
    Ok(program(home).args(arguments).output()?)
}

fn run_with_input(home: &Path, arguments: &[&str], input: &[u8]) -> Tested<Output> {
    let mut child = program(home).args(arguments).stdin(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input)?;
    }
    Ok(child.wait_with_output()?)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A refusal: the sentence, no panic, no success.
fn refused(output: &Output, sentence: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("accord: "), "{said}");
    assert!(said.contains(sentence), "{sentence:?} is not in {said}");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
}

#[test]
fn each_verb_explains_itself() -> Tested {
    let home = tempfile::tempdir()?;
    for verb in [
        &[][..],
        &["serve"],
        &["demo"],
        &["migrate"],
        &["user"],
        &["user", "add"],
        &["user", "list"],
        &["user", "disable"],
        &["user", "password"],
        &["audit"],
        &["audit", "verify"],
    ] {
        let output = run(home.path(), verb.iter().copied().chain(["--help"]))?;
        let help = printed(&output);
        assert!(output.status.success(), "{verb:?}: {}", said(&output));
        for option in ["--config", "--listen", "--public-url", "--database", "--trusted-proxies", "--log"] {
            assert!(help.contains(option), "{verb:?} --help lacks {option}");
        }
        assert!(!help.contains("--now"), "{verb:?} --help offers the clock of the tests");
        // Each says what it does before how it is called.
        let first = help.lines().next().unwrap_or_default();
        assert!(first.len() > 10 && !first.starts_with("Usage"), "{verb:?}: {first:?}");
    }
    let version = run(home.path(), ["--version"])?;
    assert_eq!(printed(&version).trim(), concat!("accord ", env!("CARGO_PKG_VERSION")));
    for wrong in [&[][..], &["nonsense"], &["serve", "--nonsense"], &["user", "add"]] {
        let output = run(home.path(), wrong)?;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(said(&output).contains("Usage"), "{wrong:?}");
    }
    Ok(())
}

#[test]
fn a_flag_wins_over_a_variable_over_the_file() -> Tested {
    let home = tempfile::tempdir()?;
    let file = home.path().join("accord.toml");
    let database = |name: &str| format!("sqlite:{}", home.path().join(name).display());
    // Each setting is wrong in its own way in each place: the sentence tells which was read.
    for (key, flag, variable) in [("listen", "--listen", "ACCORD_LISTEN"), ("log", "--log", "ACCORD_LOG")] {
        std::fs::write(&file, format!("{key} = \"of-the-file\"\n"))?;
        let arguments = ["migrate", "--config", &file.display().to_string()];
        refused(&run(home.path(), arguments)?, "of-the-file");
        refused(&program(home.path()).args(arguments).env(variable, "of-the-variable").output()?, "of-the-variable");
        let all = program(home.path()).args(arguments).env(variable, "of-the-variable").args([flag, "of-the-flag"]).output()?;
        refused(&all, "of-the-flag");
    }
    std::fs::write(&file, "trusted_proxies = [\"of-the-file\"]\n")?;
    let arguments = ["migrate", "--config", &file.display().to_string()];
    refused(&run(home.path(), arguments)?, "of-the-file");
    let several = "10.0.0.1, of-the-variable";
    refused(&program(home.path()).args(arguments).env("ACCORD_TRUSTED_PROXIES", several).output()?, "of-the-variable");

    // The database is told by who is in it.
    for name in ["file", "variable", "flag"] {
        let email = format!("{name}@accord.example");
        let added =
            run_with_input(home.path(), &["user", "add", &email, "Name", "--database", &database(name)], b"a-long-secret\n")?;
        assert!(added.status.success(), "{}", said(&added));
    }
    std::fs::write(&file, format!("database = \"{}\"\n", database("file")))?;
    let list = ["user", "list"];
    let config = file.display().to_string();
    let by_file = program(home.path()).args(list).env("ACCORD_CONFIG", &config).output()?;
    assert!(printed(&by_file).starts_with("file@"), "{}", printed(&by_file));
    let by_variable =
        program(home.path()).args(list).env("ACCORD_CONFIG", &config).env("ACCORD_DATABASE", database("variable")).output()?;
    assert!(printed(&by_variable).starts_with("variable@"));
    let by_flag = program(home.path())
        .args(list)
        .args(["--database", &database("flag"), "--config", &config])
        .env("ACCORD_DATABASE", database("variable"))
        .output()?;
    assert!(printed(&by_flag).starts_with("flag@"));
    Ok(())
}

#[test]
fn without_a_database_it_is_in_the_platforms_folder() -> Tested {
    let home = tempfile::tempdir()?;
    let output = run(home.path(), ["migrate"])?;
    assert!(output.status.success(), "{}", said(&output));
    assert!(home.path().join("data/accord/accord.db").exists());
    assert!(printed(&output).contains("up to date"));
    // A second time changes nothing and says the same.
    assert!(run(home.path(), ["migrate"])?.status.success());
    Ok(())
}

#[test]
fn wrong_settings_are_told_in_a_sentence() -> Tested {
    let home = tempfile::tempdir()?;
    let file = |name: &str, text: &str| -> Tested<String> {
        let path = home.path().join(name);
        std::fs::write(&path, text)?;
        Ok(path.display().to_string())
    };
    let unknown = file("unknown.toml", "lisen = \"127.0.0.1:3000\"\n")?;
    let broken = file("broken.toml", "listen = \n")?;
    let kind = file("kind.toml", "listen = 3000\n")?;
    let bytes = home.path().join("bytes.toml");
    std::fs::write(&bytes, [0xff, 0xfe])?;
    let bytes = bytes.display().to_string();
    let text = file("text.db", "This is no database, but a text that is long enough to be taken for one by its size alone.")?;
    for (arguments, sentence) in [
        (vec!["migrate", "--listen", "3000"], "--listen 3000"),
        (vec!["migrate", "--listen", "127.0.0.1:99999"], "127.0.0.1:3000"),
        (vec!["migrate", "--listen", "localhost"], "--listen localhost"),
        (vec!["migrate", "--trusted-proxies", "10.0.0.0/8"], "--trusted-proxies 10.0.0.0/8"),
        (vec!["migrate", "--log", "xml"], "choose text or json"),
        (vec!["migrate", "--now", "yesterday"], "--now yesterday"),
        (vec!["migrate", "--public-url", "accord.example"], "--public-url accord.example"),
        (vec!["migrate", "--public-url", "ftp://accord.example"], "--public-url ftp://accord.example"),
        (vec!["migrate", "--config", "/no/such/file.toml"], "/no/such/file.toml cannot be read"),
        (vec!["migrate", "--config", &unknown], "lisen"),
        (vec!["migrate", "--config", &broken], "broken.toml"),
        (vec!["migrate", "--config", &kind], "listen"),
        (vec!["migrate", "--config", &bytes], "bytes.toml"),
        (vec!["migrate", "--database", "mysql://x"], "sqlite: or postgres:"),
        (vec!["migrate", "--database", "sqlite:/no/such/folder/x.db"], "cannot be opened"),
        (vec!["migrate", "--database", "postgres://not an address"], "cannot be opened"),
        (vec!["serve", "--listen", "192.0.2.1:1"], "192.0.2.1:1 cannot be listened on"),
    ] {
        refused(&run(home.path(), arguments)?, sentence);
    }
    let no_database = format!("sqlite:{text}");
    let output = run(home.path(), ["migrate", "--database", no_database.as_str()])?;
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).starts_with("accord: the database"), "{}", said(&output));
    Ok(())
}

/// The sentence about a database that does not answer keeps the password.
#[test]
fn a_password_in_an_address_is_not_told() -> Tested {
    let home = tempfile::tempdir()?;
    let output = run(home.path(), ["migrate", "--database", "postgres://accord:open-sesame@127.0.0.1:1/accord"])?;
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output) + &printed(&output);
    assert!(told.contains("cannot be opened"), "{told}");
    assert!(!told.contains("open-sesame"), "{told}");
    Ok(())
}

#[tokio::test]
async fn accounts_are_kept_on_the_command_line() -> Tested {
    let home = tempfile::tempdir()?;
    let home = home.path();
    let database = format!("sqlite:{}", home.join("house.db").display());
    let with = |arguments: &[&str]| -> Vec<String> {
        arguments.iter().map(|part| (*part).to_owned()).chain(["--database".to_owned(), database.clone()]).collect()
    };
    let does = |arguments: &[&str], input: &str| -> Tested<Output> {
        let arguments = with(arguments);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        run_with_input(home, &arguments, input.as_bytes())
    };
    let first = does(
        &["user", "add", "Admin@Accord.example", "The administrator", "--right", "administrator", "--right", "open-agreements"],
        "first-secret\r\n",
    )?;
    assert!(first.status.success(), "{}", said(&first));
    assert!(printed(&first).contains("must be changed"));
    assert!(!(printed(&first) + &said(&first)).contains("first-secret"), "the password is told");
    let second = does(&["user", "add", "hindi@accord.example", "अधिकारी", "--language", "hi-IN"], "second-secret")?;
    assert!(second.status.success(), "{}", said(&second));
    let listed = printed(&does(&["user", "list"], "")?);
    let lines: Vec<Vec<&str>> = listed.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(
        lines,
        [
            vec!["admin@accord.example", "The administrator", "en-IN", "active", "administrator,open-agreements"],
            vec!["hindi@accord.example", "अधिकारी", "hi-IN", "active", ""],
        ]
    );

    for (arguments, input, sentence) in [
        (&["user", "add", "new@accord.example", "New"][..], "short\n", "password: password-short (10)"),
        (&["user", "add", "new@accord.example", "New"], "", "password: password-short"),
        (&["user", "add", "no-address", "New"], "a-long-secret\n", "email: not-an-email"),
        (&["user", "add", "hindi@accord.example", "New"], "a-long-secret\n", "email: email-taken"),
        (&["user", "add", "new@accord.example", ""], "a-long-secret\n", "name: required"),
        (&["user", "add", "new@accord.example", "a\tb"], "a-long-secret\n", "name: control-character"),
        (&["user", "add", "new@accord.example", "New", "--language", "fr-FR"], "a-long-secret\n", "language: unknown-choice"),
        (&["user", "add", "new@accord.example", "New", "--right", "king"], "a-long-secret\n", "rights: unknown-choice"),
        (&["user", "disable", "nobody@accord.example"], "", "there is no such account"),
        (&["user", "password", "nobody@accord.example"], "a-long-secret\n", "there is no such account"),
        (&["user", "password", "hindi@accord.example"], "short\n", "password: password-short (10)"),
    ] {
        refused_after_prompt(&does(arguments, input)?, sentence);
    }
    assert_eq!(printed(&does(&["user", "list"], "")?), listed, "a refusal changed something");

    assert_eq!(signs_in(&database, "hindi@accord.example", "second-secret").await?, 303);
    assert!(does(&["user", "password", "hindi@accord.example"], "third-secret\n")?.status.success());
    assert_eq!(signs_in(&database, "hindi@accord.example", "second-secret").await?, 422);
    assert_eq!(signs_in(&database, "hindi@accord.example", "third-secret").await?, 303);
    assert!(does(&["user", "disable", "hindi@accord.example"], "")?.status.success());
    assert_eq!(signs_in(&database, "hindi@accord.example", "third-secret").await?, 422);
    assert!(printed(&does(&["user", "list"], "")?).contains("\tdisabled\t"));
    let whole = does(&["audit", "verify"], "")?;
    assert!(whole.status.success(), "{}", said(&whole));
    Ok(())
}

/// As `refused`, after the line that asks for the password.
fn refused_after_prompt(output: &Output, sentence: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("accord: ") && last.contains(sentence), "{sentence:?} is not in {said}");
}

async fn signs_in(database: &str, email: &str, password: &str) -> Tested<u16> {
    let db = Db::open(database).await?;
    let router = accord::web::router::router(app(db.clone(), false));
    let answer = sent(&router, post_request("/sign-in", &encoded(&[("email", email), ("password", password)]))?).await?;
    db.close().await;
    Ok(answer.status)
}

#[tokio::test]
async fn the_audit_finds_what_was_altered() -> Tested {
    let home = tempfile::tempdir()?;
    let path = demo_database(home.path())?;
    let address = format!("sqlite:{}", path.display());
    let verify = || run(home.path(), ["audit", "verify", "--database", address.as_str()]);
    let whole = verify()?;
    assert!(whole.status.success(), "{}{}", printed(&whole), said(&whole));
    assert!(printed(&whole).contains("The change record is whole."), "{}", printed(&whole));
    let count: usize = printed(&whole).split(' ').next().unwrap_or_default().parse()?;
    assert!(count > 500, "only {count} records were read");

    let alters = async |statement: &str| -> Tested {
        let mut conn = SqliteConnection::connect(&address).await?;
        conn.execute(sqlx::AssertSqlSafe(statement.to_owned())).await?;
        conn.close().await?;
        Ok(())
    };
    let one = "select hash from changes where verb = 'move' and reason is not null limit 1";
    alters(&format!("create table kept as select * from changes where hash in ({one})")).await?;
    alters(&format!("update changes set reason = 'It was always so' where hash in ({one})")).await?;
    let altered = verify()?;
    refused(&altered, "the change record is broken in 1 place");
    assert!(printed(&altered).contains("was altered after it was written"), "{}", printed(&altered));

    alters("update changes set reason = (select reason from kept) where reason = 'It was always so'").await?;
    assert!(verify()?.status.success());
    alters("delete from changes where hash in (select hash from changes where scope <> 'house' order by scope, revision desc, ordinal desc limit 1)")
        .await?;
    let cut = verify()?;
    assert_eq!(cut.status.code(), Some(1));
    assert!(printed(&cut).contains("newest records are missing"), "{}", printed(&cut));
    Ok(())
}

#[test]
fn a_demo_is_served_to_this_machine_alone() -> Tested {
    let home = tempfile::tempdir()?;
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        refused(&run(home.path(), ["demo", "--listen", listen])?, "loopback only");
    }
    let path = demo_database(home.path())?;
    let database = format!("sqlite:{}", path.display());
    for listen in ["0.0.0.0:0", "[::]:0"] {
        refused(&run(home.path(), ["serve", "--listen", listen, "--database", database.as_str()])?, "loopback only");
    }
    // A throwaway demo leaves nothing behind, not even when it was refused.
    let left: Vec<_> = std::fs::read_dir(home.path())?.flatten().map(|entry| entry.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with("accord-demo")), "{left:?}");
    Ok(())
}

#[test]
fn a_demo_leaves_a_database_of_people_alone() -> Tested {
    let home = tempfile::tempdir()?;
    let path = home.path().join("house.db");
    let database = format!("sqlite:{}", path.display());
    let added =
        run_with_input(home.path(), &["user", "add", "a@accord.example", "A", "--database", &database], b"a-long-secret\n")?;
    assert!(added.status.success(), "{}", said(&added));
    let list = || run(home.path(), ["user", "list", "--database", database.as_str()]);
    let before = printed(&list()?);
    refused(&run(home.path(), ["demo", "--listen", "127.0.0.1:0", "--database", database.as_str()])?, "not a demo database");
    assert_eq!(printed(&list()?), before);
    let verified = run(home.path(), ["audit", "verify", "--database", database.as_str()])?;
    assert!(verified.status.success() && printed(&verified).contains("in 1 scope"), "{}", printed(&verified));
    Ok(())
}
