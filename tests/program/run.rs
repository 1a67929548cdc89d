//! The program and what it said.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStderr, ChildStdout, Command, Output, Stdio},
    time::Duration,
};

use tempfile::TempDir;

use crate::support::folder::Folder;

/// What a finished run said.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The program with these arguments, not yet started. Settings of the machine are kept away from it.
pub fn faserstand<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faserstand"));
    command.args(arguments);
    let limits = ["MAX_CONNECTIONS", "MAX_CONNECTIONS_PER_ADDRESS", "STATIC_COPY"];
    for setting in ["DATA", "LISTEN", "TLS", "TRUSTED_PROXIES"].into_iter().chain(limits) {
        command.env_remove(format!("FASERSTAND_{setting}"));
    }
    command.env_remove("RUST_LOG");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A command that may open so many files and no more.
pub fn with_open_files(files: u32, command: &Command) -> Command {
    let mut limited = Command::new("sh");
    limited.args(["-c", &format!("ulimit -n {files} && exec \"$@\""), "sh"]).arg(command.get_program());
    limited.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    limited.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    limited
}

/// Runs the program to its end on a data folder.
pub fn run(arguments: &[&str], data: &Path) -> Run {
    finished(faserstand(arguments).arg("--data").arg(data).output().unwrap())
}

/// Runs the program to its end on a data folder, with a text on its standard input.
pub fn run_with_input(arguments: &[&str], input: &str, data: &Path) -> Run {
    let mut command = faserstand(arguments);
    let mut child = command.arg("--data").arg(data).stdin(Stdio::piped()).spawn().unwrap();
    // One that ends before it has read says why.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    finished(child.wait_with_output().unwrap())
}

fn finished(output: Output) -> Run {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs an import of a table.
pub fn import(table: &str, options: &[&str], data: &Path) -> Run {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("meldungen.csv");
    std::fs::write(&file, table).unwrap();
    run(&[&["import", "readings", file.to_str().unwrap()], options].concat(), data)
}

/// A closed folder with the small town.
pub async fn small_town() -> TempDir {
    Folder::with_town().await.closed().await
}

/// A process that does not outlive its test.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running server.
pub struct Server {
    child: Started,
    _out: BufReader<ChildStdout>,
    _err: ChildStderr,
    /// Where it answers, such as `127.0.0.1:40000`.
    pub address: String,
    /// The lines that it said before it answered.
    pub said: Vec<String>,
}

impl Server {
    /// Starts it on a free port and waits until it answers.
    pub fn start(options: &[&str], data: &Path) -> Self {
        let mut command = faserstand(["serve", "--listen", "127.0.0.1:0"]);
        command.args(options).arg("--data").arg(data);
        Self::of(&mut command)
    }

    /// Starts a server by this command and waits until it says where it answers.
    pub fn of(command: &mut Command) -> Self {
        let mut child = Started(command.spawn().unwrap());
        let (mut out, mut err) = (BufReader::new(child.0.stdout.take().unwrap()), child.0.stderr.take().unwrap());
        let mut said = Vec::new();
        loop {
            let mut line = String::new();
            if out.read_line(&mut line).unwrap() == 0 {
                let mut reason = String::new();
                err.read_to_string(&mut reason).unwrap();
                panic!("the server ended: {reason}Are the built pages missing? Run `make web` first")
            }
            said.push(line.trim_end().to_owned());
            if let Some((_, address)) = line.split_once("http://") {
                let address = address.split([',', '\n']).next().unwrap().to_owned();
                return Self { child, _out: out, _err: err, address, said };
            }
        }
    }

    /// The whole answer to a request that is sent as it stands, byte by byte.
    pub fn send(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The answer to a GET of this path.
    pub fn get(&self, path: &str) -> String {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).as_bytes())
    }

    /// The answer to a POST of JSON to this path, with more header lines.
    pub fn post(&self, path: &str, headers: &str, json: &str) -> String {
        let (host, length) = (&self.address, json.len());
        let given = format!("Host: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}");
        self.send(format!("POST {path} HTTP/1.1\r\n{given}Connection: close\r\n\r\n{json}").as_bytes())
    }

    /// Its process number.
    pub fn id(&self) -> u32 {
        self.child.0.id()
    }

    /// Waits for its end; `None` when it goes on for longer than that.
    pub fn ended_within(&mut self, patience: Duration) -> Option<i32> {
        let begun = std::time::Instant::now();
        while begun.elapsed() < patience {
            if let Some(status) = self.child.0.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}
