//! Stakeholders: the register, one of them with what it said wherever it was asked, and two that may be one.

pub mod list;
pub mod merge;
pub mod single;

use accord_domain::AppError;
use accord_domain::ids::StakeholderId;
use uuid::Uuid;

/// The address of a stakeholder.
pub fn stakeholder_path(id: StakeholderId) -> String {
    format!("/stakeholders/{}", id.0)
}

/// Where two are compared.
fn pair_path(one: StakeholderId, other: StakeholderId) -> String {
    format!("{}/merge/{}", stakeholder_path(one), other.0)
}

fn stakeholder_id(raw: &str) -> Result<StakeholderId, AppError> {
    raw.parse::<Uuid>().map(StakeholderId).map_err(|_| AppError::NotFound)
}
