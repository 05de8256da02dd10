//! Accounts on the command line, where the first administrator is made.

use std::io::BufRead;

use accord_domain::AppError;
use accord_store::actor::command_line;
use accord_store::changes::Command;
use accord_store::clock::Clock;
use accord_store::commands::accounts::{self, NewAccount};
use accord_store::db::Db;
use accord_store::queries;

use super::arguments::User;

/// Does it.
pub async fn run(db: &Db, clock: Clock, user: User) -> Result<(), String> {
    let by = Command { actor: command_line(), at: clock.now(), imported: false };
    match user {
        User::Add { email, name, rights, language } => {
            let password = password()?;
            let new = NewAccount { email: email.clone(), name, language, password, rights, must_change_password: true };
            accounts::add(db, by, new).await.map_err(told)?;
            println!("{email} was added. The first password must be changed at the first sign-in.");
        }
        User::List => {
            for line in queries::accounts::list(db, &by.actor).await.map_err(told)? {
                let rights: Vec<_> = line.rights.iter().map(|right| right.code()).collect();
                let state = if line.disabled { "disabled" } else { "active" };
                println!("{}\t{}\t{}\t{state}\t{}", line.email, line.name, line.language, rights.join(","));
            }
        }
        User::Disable { email } => {
            accounts::set_disabled(db, by, email.clone(), true).await.map_err(told)?;
            println!("{email} was disabled.");
        }
        User::Password { email } => {
            accounts::reset_password(db, by, email.clone(), password()?).await.map_err(told)?;
            println!("{email} has a new first password.");
        }
    }
    Ok(())
}

fn password() -> Result<String, String> {
    eprintln!("Password (one line):");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn told(error: AppError) -> String {
    match &error {
        AppError::Invalid(fields) => {
            let all: Vec<_> = fields
                .iter()
                .map(|field| match &field.argument {
                    Some(argument) => format!("{}: {} ({argument})", field.field, field.code),
                    None => format!("{}: {}", field.field, field.code),
                })
                .collect();
            all.join("; ")
        }
        AppError::NotFound => "there is no such account".into(),
        _ => error.to_string(),
    }
}
