//! The servers measured: `accord serve` and bare axum, each in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::Connection;
use crate::{Outcome, bare, data};

/// `accord serve` on an existing database.
pub struct Accord {
    child: Child,
    pub address: String,
    /// From the start of the process to its first answer.
    pub start: Duration,
}

impl Accord {
    /// Starts the server and waits for its first answer.
    pub fn start(database: &Path) -> Outcome<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_accord"))
            .args(["serve", "--listen", &address, "--database", &format!("sqlite:{}", database.display())])
            .env("RUST_LOG", "warn")
            .spawn()?;
        while TcpStream::connect(&address).is_err() {
            if began.elapsed() > Duration::from_secs(20) {
                return Err("accord serve does not answer".into());
            }
            std::hint::spin_loop();
        }
        let status = Connection::open(&address)?.get("/sign-in", "")?.status;
        let start = began.elapsed();
        if status != 200 {
            return Err(format!("the sign-in page was answered with {status}").into());
        }
        Ok(Self { child, address, start })
    }

    /// Signs in and answers the cookie.
    pub fn sign_in(&self, email: &str) -> Outcome<String> {
        let form = format!("email={email}&password={}&next=%2F", data::PASSWORD);
        let answer = Connection::open(&self.address)?.post("/sign-in", "", &form)?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        cookie.map(str::to_owned).ok_or_else(|| format!("{email} was not let in: {}", answer.status).into())
    }

    /// Resident memory in bytes, once what the run took and freed had the time to be given back.
    pub fn resident(&self) -> Outcome<u64> {
        std::thread::sleep(Duration::from_secs(2));
        Connection::open(&self.address)?.get("/sign-in", "")?;
        self.memory("VmRSS:")
    }

    /// The most memory it has held at a time, in bytes.
    pub fn peak(&self) -> Outcome<u64> {
        self.memory("VmHWM:")
    }

    fn memory(&self, which: &str) -> Outcome<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(which)).ok_or("the system does not tell the memory")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? * 1024)
    }

    /// Ends the server as an operator would.
    pub fn end(mut self) -> Outcome<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }
}

/// Bare axum with one page.
pub struct Bare {
    child: Child,
    pub address: String,
}

impl Bare {
    /// Starts it with the bytes of a page.
    pub fn start(folder: &Path, page: &[u8]) -> Outcome<Self> {
        std::fs::write(folder.join("page"), page)?;
        let mut child = Command::new(std::env::current_exe()?).arg(bare::WORD).arg(folder).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().strip_prefix(bare::READY).ok_or("bare axum did not start")?.to_owned();
        Ok(Self { child, address })
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // It has nothing to lose; that it ended by itself would be reported by the client.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
