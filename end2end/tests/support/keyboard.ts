import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has: going on would go round. */
const STOPS = 150;

/** Presses Tab until the element has focus, as somebody without a mouse does. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error(`${element} is not reached with the Tab key`);
}

/** Follows a link with the Tab and Enter keys alone. */
export async function follow(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("link", { name, exact: true }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
