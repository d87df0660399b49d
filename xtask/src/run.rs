//! Running other programs: always with the tools on PATH, always saying what runs.

use crate::{Result, place};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, thread};

/// A command started in the repository's top folder, our tools first on PATH.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root()).env("PATH", path());
    // What `cargo run` tells xtask about itself must not reach the crates built from here.
    for (name, _) in env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// A `cargo` command with the given words.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut cargo = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(words);
    cargo
}

/// Runs with the terminal's own input and output; fails if the program does.
pub(crate) fn show(command: &mut Command) -> Result {
    announce(command);
    let status = command
        .status()
        .map_err(|error| format!("{} did not start: {error}", name(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status})", line(command)))
    }
}

/// Runs silently; the standard output, trimmed.
pub(crate) fn ask(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{} did not start: {error}", name(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(format!(
            "{} failed ({}): {}",
            line(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }
}

/// Runs, passing every line of both outputs to `each` (from two threads, in order within one
/// output). Whether the program succeeded.
pub(crate) fn lines(command: &mut Command, each: impl Fn(&str) + Sync) -> Result<bool> {
    announce(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} did not start: {error}", name(command)))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        if let Some(err) = err {
            scope.spawn(|| each_line(err, &each));
        }
        if let Some(out) = out {
            each_line(out, &each);
        }
    });
    child
        .wait()
        .map(|status| status.success())
        .map_err(|error| format!("{}: {error}", line(command)))
}

/// The first program of that name on PATH (our tools first).
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&path())
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn path() -> std::ffi::OsString {
    let ours = [place::tools().join("bin"), place::node_bin()];
    let theirs = env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(env::split_paths(&theirs));
    env::join_paths(all).unwrap_or(theirs)
}

fn announce(command: &Command) {
    println!("\x1b[1m$ {}\x1b[0m", line(command));
    let _ = std::io::stdout().flush();
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// The command line as a person would type it, with the program's folders left out.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let program = program.file_name().unwrap_or_default().to_string_lossy();
    let words = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(program)
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

fn each_line(output: impl Read, each: &impl Fn(&str)) {
    let mut output = BufReader::new(output);
    let mut bytes = Vec::new();
    // Tools may print bytes that are not UTF-8; a line is shown rather than lost.
    while output
        .read_until(b'\n', &mut bytes)
        .is_ok_and(|read| read > 0)
    {
        each(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']));
        bytes.clear();
    }
}
