//! stub
use crate::args::Args;
use crate::{Result, cargo_tools};
pub(crate) fn fuzz(_args: &mut Args) -> Result {
    cargo_tools::ensure(&cargo_tools::CARGO_FUZZ)
}
