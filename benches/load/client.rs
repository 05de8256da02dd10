//! A load generator: few connections, kept open, each asking again as soon as it is answered.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;

/// Connections of a measurement of pages.
const CONNECTIONS: usize = 4;
/// How long a measurement takes.
const SPAN: Duration = Duration::from_secs(3);

/// An answer.
pub struct Answer {
    pub status: u16,
    /// Header lines.
    pub head: Vec<String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// One open connection.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

impl Connection {
    /// Connects to `127.0.0.1:PORT`.
    pub fn open(address: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), host: address.to_owned() })
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str, cookie: &str) -> Outcome<Answer> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n\r\n", self.host);
        self.ask(&request)
    }

    /// Posts a form.
    pub fn post(&mut self, path: &str, cookie: &str, form: &str) -> Outcome<Answer> {
        self.post_as(path, cookie, "application/x-www-form-urlencoded", form)
    }

    /// Posts a body of another kind.
    pub fn post_as(&mut self, path: &str, cookie: &str, kind: &str, body: &str) -> Outcome<Answer> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.ask(&request)
    }

    fn ask(&mut self, request: &str) -> Outcome<Answer> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).ok_or("an answer without a status")?.parse()?;
        let mut answer = Answer { status, head: Vec::new(), body: Vec::new() };
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            answer.head.push(header.to_owned());
        }
        let length = answer.header("content-length").ok_or("an answer without a length")?.parse()?;
        answer.body.resize(length, 0);
        self.stream.read_exact(&mut answer.body)?;
        Ok(answer)
    }
}

/// How fast, and how evenly.
#[derive(Clone, Debug)]
pub struct Speed {
    pub per_second: f64,
    pub p50: Duration,
    pub p99: Duration,
}

impl Speed {
    /// Of what took so long each, all together within a span.
    pub fn of(mut each: Vec<Duration>, span: Duration) -> Self {
        each.sort_unstable();
        let at = |share: usize| each.get((each.len() * share / 100).min(each.len().saturating_sub(1))).copied().unwrap_or_default();
        Self { per_second: each.len() as f64 / span.as_secs_f64(), p50: at(50), p99: at(99) }
    }
}

/// Measures one page; `path` is told a running number, by which an address may differ each time.
pub fn measure(address: &str, cookie: &str, path: impl Fn(usize) -> String + Sync) -> Outcome<Speed> {
    let start = Instant::now();
    let each = thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS)
            .map(|at| {
                let path = &path;
                scope.spawn(move || -> Outcome<Vec<Duration>> {
                    let mut connection = Connection::open(address)?;
                    let mut each = Vec::new();
                    for number in (at..).step_by(CONNECTIONS) {
                        let asked = Instant::now();
                        let answer = connection.get(&path(number), cookie)?;
                        if answer.status != 200 {
                            return Err(format!("{} was answered with {}", path(number), answer.status).into());
                        }
                        each.push(asked.elapsed());
                        if start.elapsed() >= SPAN {
                            break;
                        }
                    }
                    Ok(each)
                })
            })
            .collect();
        asking.into_iter().map(|asking| asking.join().map_err(|_| "a connection's thread panicked")?).collect::<Outcome<Vec<_>>>()
    })?;
    Ok(Speed::of(each.concat(), start.elapsed()))
}
