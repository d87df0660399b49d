//! Matching quality on the reference cases.

use crate::Result;

/// `--check` fails when a figure is below its floor.
pub(crate) fn eval(words: &[String]) -> Result {
    Err(format!("there is no evaluation yet (asked for {words:?})"))
}
