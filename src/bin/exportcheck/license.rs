//! `exportcheck license` and `exportcheck bom`.

use crate::classify::{engine, lines};
use crate::failure::Failure;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct License {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
    /// Every destination instead of the one in the request
    #[arg(long)]
    map: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Bom {
    /// The rule pack
    #[arg(long)]
    rules: PathBuf,
}

/// One request per line on standard input, one answer per line.
pub(crate) fn license(arguments: &License) -> Result<(), Failure> {
    let engine = engine(&arguments.rules)?;
    lines(|request| {
        if arguments.map {
            engine.license_map(request)
        } else {
            engine.license(request)
        }
    })
}

/// One bill of materials per line on standard input, one answer per line.
pub(crate) fn bom(arguments: &Bom) -> Result<(), Failure> {
    let engine = engine(&arguments.rules)?;
    lines(|request| engine.bom(request))
}
