//! The server as a process: it answers, logs, and ends when told to, finishing what it has begun.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::command_line::program;
use crate::house::{Tested, Who, demo_cookie, demo_database};

/// Longer than anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server, ended when dropped.
struct Server {
    child: Child,
    address: SocketAddr,
    /// The lines of its log after the first.
    log: Receiver<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn lines(reader: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(reader).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    lines
}

impl Server {
    fn start(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Tested<Self> {
        let mut command = program(home);
        command.args(["serve", "--listen", "127.0.0.1:0", "--log", "json"]).args(arguments);
        let mut child = command.envs(variables.iter().copied()).spawn()?;
        let log = lines(child.stderr.take().ok_or("no log")?);
        let mut server = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)), log };
        let first = server.line("\"serving\"")?;
        server.address = first["fields"]["address"].as_str().unwrap_or_default().parse()?;
        Ok(server)
    }

    /// The next line of the log that holds a text, as JSON.
    fn line(&self, part: &str) -> Tested<serde_json::Value> {
        loop {
            let line = self.log.recv_timeout(PATIENCE).map_err(|_| format!("no line of the log holds {part}"))?;
            let read: serde_json::Value = serde_json::from_str(&line).map_err(|_| format!("the log is no JSON: {line}"))?;
            if line.contains(part) {
                return Ok(read);
            }
        }
    }

    fn asked(&self, request: &str) -> Tested<String> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    fn get(&self, path: &str, headers: &str) -> Tested<String> {
        self.asked(&format!("GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n", self.address))
    }

    fn told_to_end(&self) -> Tested {
        let status = std::process::Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        assert!(status.success());
        Ok(())
    }

    /// Waits for the end, and says how long it took.
    fn ended(&mut self) -> Tested<(ExitStatus, Duration)> {
        ended(&mut self.child)
    }
}

fn ended(child: &mut Child) -> Tested<(ExitStatus, Duration)> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok((status, begun.elapsed()));
        }
        std::thread::yield_now();
    }
    Err("the server did not end".into())
}

#[test]
fn it_answers_and_says_how_it_is() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let server = Server::start(home.path(), &["--database", &database], &[])?;
    for (path, text) in [("/healthz", "alive\n"), ("/readyz", "ready\n")] {
        let answer = server.get(path, "")?;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with(text), "{answer}");
    }
    let cookie = demo_cookie(Who::Official)?;
    let page = server.get("/", &format!("cookie: {cookie}\r\n"))?;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("India–Peru"), "{}", page.chars().take(300).collect::<String>());
    assert!(server.get("/", "")?.starts_with("HTTP/1.1 303"));
    Ok(())
}

#[test]
fn the_log_names_each_request() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let server = Server::start(home.path(), &["--database", &database], &[("RUST_LOG", "info,tower_http=debug")])?;
    let answer = server.get("/sign-in?next=%2Fme", "x-request-id: a-request-of-the-test\r\n")?;
    assert!(answer.contains("x-request-id: a-request-of-the-test"), "{answer}");
    let line = server.line("a-request-of-the-test")?;
    assert_eq!(line["span"]["id"], "a-request-of-the-test", "{line}");
    assert_eq!(line["span"]["path"], "/sign-in", "{line}");
    assert_eq!(line["span"]["method"], "GET", "{line}");
    // Without one it is given one.
    let answer = server.get("/healthz", "")?;
    let id = answer.lines().find_map(|line| line.strip_prefix("x-request-id: ")).unwrap_or_default().to_owned();
    assert!(id.len() >= 32, "{answer}");
    assert_eq!(server.line(&id)?["span"]["id"], id.as_str());
    Ok(())
}

/// Without any further setting, a request that fails is named with the cause, once; and what was searched for is not written down.
#[test]
fn a_failure_is_logged_with_its_request() -> Tested {
    let home = tempfile::tempdir()?;
    let path = demo_database(home.path())?;
    let mut server = Server::start(home.path(), &["--database", &format!("sqlite:{}", path.display())], &[])?;
    spoil_accounts(&path)?;
    let cookie = demo_cookie(Who::Official)?;
    let headers = format!("cookie: {cookie}\r\nx-request-id: a-request-of-the-test\r\n");
    let answer = server.get("/?q=confidential", &headers)?;
    assert!(answer.starts_with("HTTP/1.1 500") && answer.contains("<h1"), "{}", answer.chars().take(300).collect::<String>());
    server.told_to_end()?;
    server.ended()?;
    let all: Vec<String> = server.log.iter().collect();
    let causes: Vec<&String> = all.iter().filter(|line| line.contains("accounts") && line.contains("ERROR")).collect();
    assert_eq!(causes.len(), 1, "{all:#?}");
    let line: serde_json::Value = serde_json::from_str(causes[0])?;
    let spans = line["spans"].to_string();
    assert!(spans.contains("\"id\":\"a-request-of-the-test\"") && spans.contains("\"path\":\"/\""), "{line}");
    assert!(!spans.contains("confidential"), "{line}");
    Ok(())
}

/// Takes the table of accounts away under the server.
fn spoil_accounts(path: &Path) -> Tested {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut conn = SqliteConnection::connect(&format!("sqlite:{}", path.display())).await?;
        conn.execute("pragma legacy_alter_table = on").await?;
        conn.execute("alter table accounts rename to lost").await?;
        conn.close().await?;
        Ok(())
    })
}

#[test]
fn over_tls_the_cookie_is_secure_by_the_public_address() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let server = Server::start(home.path(), &["--database", &database], &[("ACCORD_PUBLIC_URL", "https://accord.example")])?;
    let form = "email=chief%40accord.example&password=accord-demo";
    let answer = server.asked(&format!(
        "POST /sign-in HTTP/1.1\r\nhost: accord.example\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         sec-fetch-site: same-origin\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    ))?;
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let cookie = answer.lines().find(|line| line.starts_with("set-cookie: ")).unwrap_or_default();
    assert!(cookie.starts_with("set-cookie: __Host-accord=") && cookie.contains("Secure"), "{cookie}");
    Ok(())
}

/// Told to end while a form is being sent, it takes the rest of the form, answers, and ends; it takes no new connection meanwhile.
#[test]
fn it_finishes_the_request_in_flight() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let mut server = Server::start(home.path(), &["--database", &database], &[])?;
    let form = "version=1&name=In+flight&language=en-IN&zone=Asia%2FKolkata&theme=dark";
    let (begun, rest) = form.split_at(20);
    let mut stream = TcpStream::connect(server.address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "POST /me HTTP/1.1\r\nhost: {}\r\ncontent-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n\
         expect: 100-continue\r\ncookie: {}\r\ncontent-length: {}\r\n\r\n",
        server.address,
        demo_cookie(Who::Official)?,
        form.len()
    )?;
    // The server asks for the body once the handler reads it: from then on the request is in flight.
    let mut asks = [0; 25];
    stream.read_exact(&mut asks)?;
    assert!(asks.starts_with(b"HTTP/1.1 100 Continue"), "{}", String::from_utf8_lossy(&asks));
    stream.write_all(begun.as_bytes())?;
    server.told_to_end()?;
    let told = Instant::now();
    while TcpStream::connect(server.address).is_ok() {
        assert!(told.elapsed() < PATIENCE, "new connections are still taken");
        std::thread::yield_now();
    }
    stream.write_all(rest.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("/me?saved=preferences"), "{answer}");
    let (status, _) = server.ended()?;
    assert!(status.success(), "{status}");
    assert!(told.elapsed() < Duration::from_secs(5), "it took {:?}", told.elapsed());
    // It was kept.
    let server = Server::start(home.path(), &["--database", &database], &[])?;
    let page = server.get("/me", &format!("cookie: {}\r\n", demo_cookie(Who::Official)?))?;
    assert!(page.contains("In flight"));
    Ok(())
}

/// A client that never finishes does not keep it from ending in time.
#[test]
fn it_ends_in_time_whoever_dawdles() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let mut server = Server::start(home.path(), &["--database", &database], &[])?;
    let mut dawdling = TcpStream::connect(server.address)?;
    dawdling.set_read_timeout(Some(PATIENCE))?;
    write!(
        dawdling,
        "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\nexpect: 100-continue\r\n\
         content-length: 100\r\n\r\n"
    )?;
    let mut asks = [0; 25];
    dawdling.read_exact(&mut asks)?;
    let idle = TcpStream::connect(server.address)?;
    server.told_to_end()?;
    let (status, took) = server.ended()?;
    assert!(status.success(), "{status}");
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    drop((dawdling, idle));
    Ok(())
}

/// The throwaway demo: prints where it is and who may sign in, with the clock standing where it was put, and removes its folder.
#[test]
fn the_demo_serves_and_clears_up() -> Tested {
    let home = tempfile::tempdir()?;
    let mut child = program(home.path()).args(["demo", "--listen", "127.0.0.1:0", "--now", "2026-11-23T05:30:00Z"]).spawn()?;
    let printed = lines(child.stdout.take().ok_or("no output")?);
    let mut server =
        Server { log: lines(child.stderr.take().ok_or("no log")?), child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
    let mut told = String::new();
    while !told.contains("accord-demo") {
        let line = printed.recv_timeout(Duration::from_secs(60)).map_err(|_| format!("the demo only said: {told}"))?;
        told = format!("{told}{line}\n");
    }
    let address = told.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    server.address = address.parse()?;
    for account in ["chief@", "goods@", "services@", "official@", "partner@", "admin@"] {
        assert!(told.contains(account), "{account} is not told: {told}");
    }
    let page = server.get("/sign-in", "")?;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("chief@accord.example"), "{page}");
    let folders = || -> Tested<usize> {
        let all = std::fs::read_dir(home.path())?.flatten();
        Ok(all.filter(|entry| entry.file_name().to_string_lossy().starts_with("accord-demo")).count())
    };
    assert_eq!(folders()?, 1);
    server.told_to_end()?;
    let (status, took) = server.ended()?;
    assert!(status.success() && took < Duration::from_secs(5), "{status} after {took:?}");
    assert_eq!(folders()?, 0, "the throwaway database was left behind");
    Ok(())
}

/// A named demo is filled once; served again it is as it was left.
#[test]
fn a_named_demo_is_kept() -> Tested {
    let home = tempfile::tempdir()?;
    let database = format!("sqlite:{}", demo_database(home.path())?.display());
    let before = program(home.path()).args(["audit", "verify", "--database", &database]).output()?;
    let mut child = program(home.path()).args(["demo", "--listen", "127.0.0.1:0", "--database", &database]).spawn()?;
    let printed = lines(child.stdout.take().ok_or("no output")?);
    let mut server =
        Server { log: lines(child.stderr.take().ok_or("no log")?), child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
    let mut told = String::new();
    while !told.contains("accord-demo") {
        told = format!("{told}{}\n", printed.recv_timeout(PATIENCE).map_err(|_| format!("the demo only said: {told}"))?);
    }
    assert!(!told.contains("Filling"), "{told}");
    server.told_to_end()?;
    assert!(server.ended()?.0.success());
    let after = program(home.path()).args(["audit", "verify", "--database", &database]).output()?;
    assert_eq!(String::from_utf8_lossy(&before.stdout), String::from_utf8_lossy(&after.stdout));
    Ok(())
}
