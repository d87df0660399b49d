//! `tidy`: the structural rules alone (they are ordinary tests of the main package).

use crate::args::Args;
use crate::{Result, run};

pub(crate) fn tidy(args: &Args) -> Result {
    args.finish()?;
    run::show(&mut run::cargo(&[
        "test",
        "--package",
        "exportcheck",
        "--test",
        "tidy",
    ]))
}
