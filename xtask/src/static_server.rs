//! A static file server for one folder, on this machine only, with the headers a host should send.

use crate::Result;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// Sent with every answer. The page talks to nobody but its own host, runs no foreign script and
/// cannot be framed; `wasm-unsafe-eval` allows WebAssembly, not `eval`.
const HEADERS: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
         style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cache-Control", "no-cache"),
    ("Connection", "close"),
];

const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("ecp", "application/octet-stream"),
    ("ecs", "application/octet-stream"),
    ("ftl", "text/plain; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
];

/// A request line and its headers together are never longer than this.
const LONGEST_HEAD: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// A listening server.
pub(crate) struct Server {
    listener: TcpListener,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Listens on 127.0.0.1; port 0 takes any free one.
    pub(crate) fn bind(port: u16, folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            format!("port {port} on 127.0.0.1: {error}; `--port N` takes another")
        })?;
        let port = listener
            .local_addr()
            .map_err(|error| error.to_string())?
            .port();
        Ok(Self {
            listener,
            folder,
            port,
        })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the process ends, one thread per connection.
    pub(crate) fn run(self) {
        let folder = &*Box::leak(self.folder.into_boxed_path());
        for stream in self.listener.incoming().flatten() {
            std::thread::spawn(move || {
                let _ = answer(stream, folder, self.port);
            });
        }
    }
}

fn answer(mut stream: TcpStream, folder: &Path, port: u16) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut head = Vec::new();
    let mut reader = BufReader::new((&stream).take(LONGEST_HEAD));
    while reader.read_until(b'\n', &mut head)? > 0 {
        if head.ends_with(b"\r\n\r\n") || head.ends_with(b"\n\n") {
            break;
        }
    }
    let reply = respond(&String::from_utf8_lossy(&head), folder, port);
    stream.write_all(&reply)?;
    stream.flush()
}

/// The whole answer to a request's head.
fn respond(head: &str, folder: &Path, port: u16) -> Vec<u8> {
    let mut lines = head.lines();
    let mut words = lines.next().unwrap_or_default().split_whitespace();
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let host = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("host").then(|| value.trim())
    });
    // Another name for this address means that a foreign page pointed its own name here.
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if !host.is_some_and(|host| ours.iter().any(|own| own == host)) {
        return plain("421 Misdirected Request");
    }
    if !matches!(method, "GET" | "HEAD") {
        return plain("405 Method Not Allowed");
    }
    let Some(mut file) = locate(target, folder) else {
        return plain("404 Not Found");
    };
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(body) = fs::read(&file) else {
        return plain("404 Not Found");
    };
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let kind = TYPES
        .iter()
        .find(|(known, _)| *known == extension)
        .map_or("application/octet-stream", |(_, kind)| kind);
    message("200 OK", kind, &body, method == "GET")
}

/// The file a request target names; none when it would lie outside the folder.
fn locate(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decode(path.strip_prefix('/')?)?;
    let inside = Path::new(&path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside || path.contains(['\\', '\0']) {
        return None;
    }
    let file = folder.join(path);
    // A link inside the folder may still point outside it.
    let (real, top) = (file.canonicalize().ok()?, folder.canonicalize().ok()?);
    real.starts_with(top).then_some(file)
}

/// Percent-decodes; none when the result is not UTF-8 or an escape is broken.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

fn plain(status: &str) -> Vec<u8> {
    message(status, "text/plain; charset=utf-8", status.as_bytes(), true)
}

fn message(status: &str, kind: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n");
    head += &format!("Content-Length: {}\r\n", body.len());
    for (name, value) in HEADERS {
        head += &format!("{name}: {value}\r\n");
    }
    head += "\r\n";
    let mut bytes = head.into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> PathBuf {
        let top = std::env::temp_dir().join(format!("exportcheck-server-{}", std::process::id()));
        let site = top.join("site");
        fs::create_dir_all(site.join("a b")).unwrap();
        fs::write(top.join("secret.txt"), "secret").unwrap();
        fs::write(site.join("index.html"), "<p>home</p>").unwrap();
        fs::write(site.join("a b/core.wasm"), "\0asm").unwrap();
        let _ = std::os::unix::fs::symlink(top.join("secret.txt"), site.join("link.txt"));
        site
    }

    fn ask(line: &str, host: &str) -> String {
        let head = format!("{line} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        String::from_utf8(respond(&head, &site(), 8000)).unwrap()
    }

    #[test]
    fn answers_by_rule() {
        let own = "127.0.0.1:8000";
        for (line, host, status, contains) in [
            ("GET /", own, "200", "text/html"),
            ("GET /", "localhost:8000", "200", "<p>home</p>"),
            ("GET /index.html?x=1", own, "200", "frame-ancestors 'none'"),
            ("GET /a%20b/core.wasm", own, "200", "application/wasm"),
            ("HEAD /", own, "200", "Content-Length: 11"),
            ("GET /none", own, "404", "nosniff"),
            ("GET /a b", own, "404", ""),
            ("GET /../secret.txt", own, "404", ""),
            ("GET /%2e%2e/secret.txt", own, "404", ""),
            ("GET /..%2fsecret.txt", own, "404", ""),
            ("GET /a%20b/..%5c..%5csecret.txt", own, "404", ""),
            ("GET //etc/passwd", own, "404", ""),
            ("GET /link.txt", own, "404", ""),
            ("GET /%zz", own, "404", ""),
            ("GET /%", own, "404", ""),
            ("GET http://127.0.0.1:8000/", own, "404", ""),
            ("POST /", own, "405", ""),
            ("GET /", "evil.example:8000", "421", ""),
            ("", own, "405", ""),
        ] {
            let reply = ask(line, host);
            let top = format!("HTTP/1.1 {status} ");
            assert!(reply.starts_with(&top), "`{line}`: {reply}");
            assert!(reply.contains(contains), "`{line}`: {reply}");
            assert!(!reply.contains("secret"), "`{line}`: {reply}");
        }
        assert!(!ask("HEAD /", own).contains("home"));
    }
}
