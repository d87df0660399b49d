//! `outline`: the provision codes of the control lists, from the law files beside the repository.

use crate::args::Args;
use crate::{Result, place, run};

pub(crate) fn outline(args: &Args) -> Result {
    args.finish()?;
    if place::shared().is_none() {
        return Err("../shared is not here; the outline is made from its law files".to_owned());
    }
    // The reading lives in the library; the `measure` binary links it. The tests' profile, because
    // they have been built with it already.
    let words = [
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "engine",
    ];
    let measure = ["--bin", "measure", "--", "outline"];
    run::show(&mut run::cargo(&[&words[..], &measure].concat()))
}
