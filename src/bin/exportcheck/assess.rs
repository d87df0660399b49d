//! `exportcheck assess`.

use crate::failure::{Failure, print};
use crate::input;
use crate::record::Packs;
use clap::Args;
use serde_json::Value;
use std::path::Path;

#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[command(flatten)]
    packs: Packs,
}

/// One case after another on standard input, one assessment per line.
pub(crate) fn run(arguments: &Assess) -> Result<(), Failure> {
    let bytes = input::bytes(Path::new("-"))?;
    let mut engine = arguments.packs.open()?;
    for (number, case) in
        (1..).zip(serde_json::Deserializer::from_slice(&bytes).into_iter::<Value>())
    {
        let name = format!("standard input, case {number}");
        let case = case.map_err(|e| Failure::input("bad-request", format!("{name}: {e}")))?;
        let found = engine
            .assess(&case.to_string())
            .map_err(|e| Failure::engine(&name, &e))?;
        print(&found)?;
    }
    Ok(())
}
