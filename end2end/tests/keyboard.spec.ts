import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { hydrated, signIn } from "./support/people.ts";

test.use({ journey: "keyboard" });

const CHAPTER = "/agreements/india-peru/chapters/goods";

/** What has the focus: how it looks with the focus and where it stands in the document. */
interface Stop {
  what: string;
  x: number;
  y: number;
  seen: boolean;
  ring: boolean;
}

/** Presses Tab through the whole page, from its beginning until the focus leaves it. */
async function stops(page: Page): Promise<Stop[]> {
  const found: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // The middle of what has the focus is not hidden under anything else.
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
      return {
        what: `${element.localName} ${element.id || element.textContent?.trim().slice(0, 40)}`,
        x: box.x + window.scrollX,
        y: box.y + window.scrollY,
        seen: box.width > 0 && box.height > 0 && Boolean(top && (element.contains(top) || top.contains(element))),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!stop || (found.length > 0 && stop.what === found[0]?.what)) return found;
    found.push(stop);
  }
}

test("the first Tab offers the way to the content", async ({ page }) => {
  await signIn(page, "official", "/");
  await page.goto("/agreements/india-peru");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.locator("main :focus"), "the next stop is in the content").toHaveCount(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every stop of the chapter page shows the focus, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await signIn(page, "goods", CHAPTER);
    await hydrated(page);
    const found = await stops(page);
    expect(found.filter((stop) => !stop.ring).map((stop) => stop.what), "each has a visible ring").toEqual([]);
    expect(found.filter((stop) => !stop.seen).map((stop) => stop.what), "none is covered or without size").toEqual([]);
  });
}

test("the focus goes down the page as the eye does", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, "goods", CHAPTER);
  await hydrated(page);
  const found = await stops(page);
  const order = ["Portfolio", "Rights", "Sign out", "text_status", "market_status", "reason", "Record", "Park the chapter"];
  const places = order.map((name) => found.findIndex((stop) => stop.what.includes(name)));
  expect(places.every((place) => place >= 0), `all of ${order} are reached: ${found.map((stop) => stop.what)}`).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const main = found.slice(places[3], places[6]);
  for (const [above, below] of main.slice(1).map((stop, index) => [main[index], stop] as const)) {
    expect(below.y, `${below.what} stands under ${above?.what}`).toBeGreaterThanOrEqual(above?.y ?? 0);
  }
});

test("nothing on the chapter page takes the focus and keeps it", async ({ page }) => {
  await signIn(page, "chief", CHAPTER);
  await hydrated(page);
  await tabTo(page, page.locator("#reason"));
  await page.keyboard.press("Tab");
  await expect(page.locator("#reason")).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("#reason")).toBeFocused();
});

test("a folded form opens and is sent with the keyboard", async ({ page }) => {
  await signIn(page, "goods", CHAPTER);
  await tabTo(page, page.locator("summary", { hasText: "Park the chapter" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("#park_reason"));
  await page.keyboard.type("Waiting for the partner's list");
  await tabTo(page, page.getByRole("button", { name: "Park the chapter" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The chapter is parked.")).toBeVisible();
});
