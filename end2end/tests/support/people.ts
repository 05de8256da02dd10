import type { Page } from "@playwright/test";

import { expect } from "./fixtures.ts";

/** The accounts of the demonstration. */
export type Who = "chief" | "minister" | "goods" | "services" | "official" | "adhikari" | "partner" | "statistics" | "mission" | "mission-cl" | "admin";

export const PASSWORD = "accord-demo";

/** Signs in, and stands on `path`, the page asked for. */
export async function signIn(page: Page, who: Who, path = "/"): Promise<void> {
  await page.goto(path);
  await fillSignIn(page, `${who}@accord.example`, PASSWORD);
  await expect(page.locator("header form[action='/sign-out']")).toBeVisible();
}

/** Types into the form on the sign-in page and sends it. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("main form button").click();
}

/** Waits until the islands of the page answer. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("body[data-hydrated]").waitFor({ state: "attached" });
}
