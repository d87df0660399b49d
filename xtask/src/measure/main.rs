//! Measurements that link the library: `measure eval ...`, `measure bench`.
//! Started by `cargo xtask eval` and `cargo xtask bench`, in release mode.

mod bench;
mod eval;

use std::process::ExitCode;

/// One sentence for the person at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let verb = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    let outcome = match verb.as_str() {
        "bench" => bench::bench(),
        "eval" => eval::eval(&words),
        other => Err(format!("`{other}` is neither `bench` nor `eval`")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{verb}: {message}");
            ExitCode::FAILURE
        }
    }
}
