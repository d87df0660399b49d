//! `eval`: matching quality; the work is in the `measure` binary, in release mode.

use crate::args::Args;
use crate::{Result, run};
use std::process::Command;

pub(crate) fn eval(args: Args) -> Result {
    run::show(measure("eval").args(args.rest()))
}

/// The `measure` binary with its first word.
pub(crate) fn measure(verb: &str) -> Command {
    run::cargo(&[
        "run",
        "--quiet",
        "--profile",
        if verb == "bench" { "release" } else { "quick" },
        "--package",
        "xtask",
        "--features",
        "engine",
        "--bin",
        "measure",
        "--",
        verb,
    ])
}
