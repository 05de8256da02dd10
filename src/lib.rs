//! Accord, the application, in floors; each imports only what is below it: `web` over `pages` over `islands` over `components`.

pub mod components;
pub mod islands;

#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod web;

/// Entry of the browser's side: prepares the page's islands, which the loader then hydrates one by one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
