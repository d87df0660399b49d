//! `bench`: speed, memory and sizes, ours and others', in one run.

use crate::args::Args;
use crate::{Result, eval, run, wasm_build};

pub(crate) fn bench(args: &mut Args) -> Result {
    if args.flag("--no-simd") {
        wasm_build::build_without_simd()?;
    }
    run::show(&mut eval::measure("bench"))
}
