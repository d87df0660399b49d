//! `exportcheck update`.

use crate::failure::Failure;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder to store the lists in
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    Err(Failure::Outside(format!("downloads to `{}` are not available yet", arguments.out.display())))
}
