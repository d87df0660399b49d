//! `cargo xtask <verb>`: the developer commands. One file per verb; each does its own set-up.

mod args;
mod bench;
mod browser;
mod cargo_tools;
mod control;
mod eval;
mod fuzz;
mod npm;
mod outline;
mod packs;
mod place;
mod run;
mod serve;
mod static_server;
mod summary;
mod test;
mod tidy;
mod wasm_build;

use args::Args;
use std::process::ExitCode;

/// What went wrong, as one sentence for the person at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask <verb>

  serve [--port N] [--lists DIR]     set up, build everything and serve the page on 127.0.0.1
  test  [--only WORD]                every check; the last line is `N passed, N failed, N skipped`
  bench [--no-simd] [--native-only]  speed, memory and sizes, against other search libraries
  eval  [--check] [...]              matching quality on the reference cases
  fuzz  [--seconds N] [--at-once N] [TARGET...]  fuzz every reader and decoder (600 s each unless told)
  control ENTRY                      a rule file to fill in, with every official paragraph of the entry
  outline                            rules/outline/*.tsv anew from the law files in ../shared
  tidy                               the structural rules alone

--lists DIR: official list files (`exportcheck update --out DIR`); without it target/lists if that
exists, otherwise the starter list. Tools are kept in $EXPORTCHECK_TOOLS, or exportcheck/tools in
$XDG_CACHE_HOME or ~/.cache.";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    let mut args = Args::new(words.collect());
    let outcome = match verb.as_str() {
        "serve" => serve::serve(&mut args),
        "test" => test::test(&mut args),
        "bench" => bench::bench(&mut args),
        "eval" => eval::eval(args),
        "fuzz" => fuzz::fuzz(&mut args),
        "control" => control::control(args),
        "outline" => outline::outline(&args),
        "tidy" => tidy::tidy(&args),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("`{other}` is not a verb\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // `test` ends with its summary line; it has already said what failed.
            if !message.is_empty() {
                eprintln!("xtask {verb}: {message}");
            }
            ExitCode::FAILURE
        }
    }
}
