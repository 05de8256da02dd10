//! The command line of Accord.

mod program;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// Pages are many short strings and hashing a password takes 19 MiB for a moment: the system's allocator keeps much of both.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
