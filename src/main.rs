//! The command line of Accord.

mod program;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = program::arguments::Arguments::parse();
    match program::run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            eprintln!("accord: {told}");
            ExitCode::FAILURE
        }
    }
}
