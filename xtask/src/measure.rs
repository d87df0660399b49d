//! What links the library: `measure eval`, `measure bench`, `measure outline`.

mod measuring;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = words
        .split_first()
        .map_or(("", &[][..]), |(verb, rest)| (verb.as_str(), rest));
    let outcome = match verb {
        "eval" => measuring::eval(rest),
        "compare" => measuring::compare(rest),
        "bench" => measuring::bench::bench().map(|()| true),
        "outline" => measuring::outline::write().map(|()| true),
        other => Err(format!(
            "`{other}` is not a measurement: eval, bench, outline"
        )),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("measure: {message}");
            ExitCode::FAILURE
        }
    }
}
