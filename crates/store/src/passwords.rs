//! Passwords: Argon2id in the PHC format, hashed away from the threads that answer requests.

use accord_domain::AppError;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::db::internal;

/// OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane.
fn argon() -> Result<Argon2<'static>, AppError> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash to keep of a password.
pub async fn hash(password: String) -> Result<String, AppError> {
    tokio::task::spawn_blocking(move || {
        let salt = SaltString::generate(&mut OsRng);
        argon()?.hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(internal)
    })
    .await
    .map_err(internal)?
}

/// Whether a password is the one that was hashed. Without a hash (no such account) the same work is done and the answer is no.
pub async fn verify(password: String, kept: Option<String>) -> Result<bool, AppError> {
    tokio::task::spawn_blocking(move || {
        let argon = argon()?;
        let Some(kept) = kept else {
            let salt = SaltString::generate(&mut OsRng);
            argon.hash_password(password.as_bytes(), &salt).map_err(internal)?;
            return Ok(false);
        };
        let parsed = PasswordHash::new(&kept).map_err(internal)?;
        Ok(argon.verify_password(password.as_bytes(), &parsed).is_ok())
    })
    .await
    .map_err(internal)?
}
