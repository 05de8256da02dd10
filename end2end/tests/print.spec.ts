import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "print" });

// A4 in points, and the width its margins leave for text in CSS pixels.
const A4 = { width: 595, height: 842 };
const TEXT_WIDTH = Math.floor(((210 - 2 * 12) / 25.4) * 96);

const pages: { name: string; path: string; says: string[]; sheets?: number }[] = [
  { name: "portfolio", path: "/", says: ["India–Peru FTA"] },
  { name: "agreement", path: "/agreements/india-peru", says: ["Trade in goods"] },
  { name: "chapter", path: "/agreements/india-peru/chapters/goods", says: ["India–Peru FTA", "Under negotiation"] },
  { name: "meeting", path: "/agreements/india-peru/meetings/round-9", says: ["India–Peru FTA", "Round 9"] },
  { name: "pack", path: "/agreements/india-peru/meetings/round-11/pack", says: ["Priority areas", "Action points", "What changed"] },
  { name: "action points", path: "/agreements/india-peru/action-points", says: ["Owed by", "days overdue"] },
  { name: "work", path: "/work", says: ["What I owe", "Next meetings"] },
  { name: "timeline", path: "/timeline", says: ["India–Chile CEPA"] },
  { name: "minister's brief", path: "/agreements/india-peru/brief", says: ["Where the chapters stand"], sheets: 1 },
  { name: "report", path: "/agreements/india-peru/meetings/round-9/report", says: ["Open brackets", "Chapters that moved"] },
  { name: "mission conference", path: "/meetings/1", says: ["Action plan", "Hand the regulator the list", "Attendees"] },
  { name: "rights", path: "/rights", says: ["Read the chapters and their text track"] },
];

/** Everything drawn that reaches beyond an edge of the paper: the printer cuts it off on the left and shrinks the page on the right. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && !element.matches(".visually-hidden"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.left < -1 || box.right > window.innerWidth + 1)
      .map(({ element }) => `${element.localName}.${element.getAttribute("class")} ${element.textContent?.trim().slice(0, 40)}`),
  );

for (const { name, path, says, sheets } of pages) {
  test(`the ${name} on paper`, async ({ page }) => {
    await page.setViewportSize({ width: TEXT_WIDTH, height: 900 });
    await signIn(page, "chief", path);
    await page.emulateMedia({ media: "print" });

    for (const role of ["banner", "search", "button", "textbox", "combobox", "checkbox"] as const) {
      await expect(page.getByRole(role).filter({ visible: true }), `no ${role} on paper`).toHaveCount(0);
    }
    for (const said of says) await expect(page.getByText(said).filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByText("Printed 23 Nov 2026, 11:00 AM. Chief negotiator")).toBeVisible();
    await expect(page.locator("h1")).toBeVisible();
    expect(await tooWide(page), "nothing reaches beyond the paper").toEqual([]);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length, "it has pages").toBeGreaterThan(0);
    if (sheets) expect(boxes.length, "it has as many pages as a minister reads").toBe(sheets);
    for (const [, width, height] of boxes) {
      expect(Math.abs(Number(width) - A4.width)).toBeLessThan(2);
      expect(Math.abs(Number(height) - A4.height)).toBeLessThan(2);
    }
  });
}
