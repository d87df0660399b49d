//! The command line: the same engine as in the browser, for scripts and for making packs.
//! JSON lines go to standard output, everything for people to standard error. Exit code 0: done;
//! 1: a download failed; 2: bad input, with one line that says what and where.

mod assess;
mod classify;
mod clock;
mod compare;
mod compile;
mod failure;
mod input;
mod kinds;
mod license;
mod record;
mod rules;
mod screen;
mod update;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// Private export-control self-check.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a pack from list files or from the built-in reading tables
    #[command(subcommand)]
    Compile(compile::Compile),
    /// Download the official lists from their publishers
    Update(update::Arguments),
    /// Screen the parties on standard input; one JSON line for each
    Screen(screen::Arguments),
    /// Classify items on standard input (one JSON request per line); one JSON line for each
    Classify(classify::Classify),
    /// Find the kind of item by trade words, a customs code or a list code
    Find(classify::Find),
    /// How much of the official texts the rules hold
    Coverage(classify::Coverage),
    /// May an item go there: licence determination (one JSON request per line on standard input)
    License(license::License),
    /// Controlled content of goods made abroad (one JSON bill of materials per line)
    Bom(license::Bom),
    /// Assess a case (JSON on standard input, or {"case","policy"}; several in a row too)
    Assess(assess::Assess),
    /// Decision records: make one, or work one out again
    #[command(subcommand)]
    Record(record::Record),
    /// Compare pairs of names on standard input (kind, name, name, tab-separated); one JSON line for each
    Compare(compare::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Compile(command) => compile::run(&command),
        Command::Update(arguments) => update::run(&arguments),
        Command::Screen(arguments) => screen::run(&arguments),
        Command::Classify(arguments) => classify::classify(&arguments),
        Command::Find(arguments) => classify::find(&arguments),
        Command::Coverage(arguments) => classify::coverage(&arguments),
        Command::License(arguments) => license::license(&arguments),
        Command::Bom(arguments) => license::bom(&arguments),
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Record(command) => record::run(&command),
        Command::Compare(arguments) => compare::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has stopped: `exportcheck screen ... | head`.
        Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Err(failure) => {
            failure::say(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}
