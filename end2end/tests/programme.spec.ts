import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "programme" });

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";
  const sector = javaScriptEnabled ? "Electronics" : "Tourism";

  test(`a mission fills its cell of the matrix, an official sees it (JavaScript ${named})`, async ({ open, watch }) => {
    const mission = await open({ javaScriptEnabled });
    await signIn(mission, "mission", "/programme");
    const words = `Importers ask for a warranty, script ${named}`;

    await test.step("it sees its own country and no other", async () => {
      await expect(mission.getByText("The cells of Peru, to which your mission is accredited.")).toBeVisible();
      await expect(mission.getByRole("rowheader")).toHaveCount(1);
      watch.expect(404);
      const other = await mission.goto("/programme/cl/electronics");
      expect(other?.status()).toBe(404);
      await mission.goBack();
    });

    await test.step("it fills a cell with the keyboard; target and owner are not its to set", async () => {
      await mission.getByRole("link", { name: `Peru, ${sector}: Fill` }).focus();
      await mission.keyboard.press("Enter");
      await expect(mission.getByRole("heading", { level: 1 })).toHaveText(`Peru: ${sector}`);
      await expect(mission.getByLabel("Target", { exact: true })).toHaveCount(0);
      await mission.getByLabel("State").selectOption({ label: "At risk" });
      await mission.getByLabel("What the mission says").fill(words);
      await mission.getByLabel("Next step").fill("A seminar in Lima");
      await mission.getByLabel("Next step").press("Tab");
      await mission.keyboard.press("Tab");
      await mission.keyboard.press("Enter");
      await expect(mission.getByRole("status")).toContainText("filled");
      await expect(mission.getByRole("definition").filter({ hasText: words })).toBeVisible();
    });

    await test.step("an official sees it in the matrix, with who and when", async () => {
      const official = await open({ javaScriptEnabled });
      await signIn(official, "official");
      await official.getByRole("link", { name: "Programme", exact: true }).click();
      await official.getByRole("link", { name: `Peru, ${sector}: At risk` }).click();
      await expect(official.getByText("Mission in Lima, today")).toBeVisible();
      await expect(official.getByRole("link", { name: "India–Peru FTA", exact: true })).toBeVisible();
      await expect(official.getByRole("button", { name: "Save" })).toHaveCount(0);
      await official.goto("/programme?status=at-risk");
      const [download] = await Promise.all([official.waitForEvent("download"), official.getByRole("link", { name: "CSV" }).click()]);
      expect((await readFile(await download.path())).toString("utf8")).toContain(words);
      await official.goto("/programme");
      await official.getByRole("link", { name: /^Chile, .*: not filled$/ }).first().click();
      await expect(official.getByText("Nobody has filled this cell yet.")).toBeVisible();
      await expect(official.getByRole("heading", { name: "Agreements with this country" })).toBeVisible();
    });

    await test.step("two who fill one cell: one saves, the other sees both", async () => {
      const chief = await open({ javaScriptEnabled });
      const path = new URL(mission.url()).pathname;
      await signIn(chief, "chief", path);
      await mission.goto(path);
      await chief.getByLabel("Owner").fill("A council");
      await chief.getByRole("button", { name: "Save" }).click();
      await mission.getByLabel("Next step").fill("Two seminars");
      watch.expect(409);
      await mission.getByRole("button", { name: "Save" }).click();
      await expect(mission.getByLabel("Next step")).toHaveValue("Two seminars");
      await mission.getByRole("button", { name: "Save" }).click();
      await expect(mission.getByRole("definition").filter({ hasText: "Two seminars" })).toBeVisible();
      await expect(mission.getByRole("definition").filter({ hasText: "A council" })).toBeVisible();
    });
  });
}

/** How many sheets the page takes, and whether the first is wider than high. */
async function printed(page: Page): Promise<{ sheets: number; landscape: boolean }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf);
  return { sheets: (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length, landscape: Number(box?.[1]) > Number(box?.[2]) };
}

test("the matrix prints on one landscape page", async ({ open }) => {
  const official = await open({});
  await signIn(official, "official", "/programme");
  expect(await printed(official)).toEqual({ sheets: 1, landscape: true });
});

test("a matrix whose every cell is filled prints on one landscape page too", async ({ open, watch }) => {
  const chief = await open({});
  await signIn(chief, "chief", "/programme");
  // The cells that are filled already are in conflict, and stay as they are.
  watch.expect(409);
  const answers = await chief.evaluate(async () => {
    const links = document.querySelectorAll<HTMLAnchorElement>("table a[href^='/programme/']");
    const cells = [...new Set([...links].map((link) => link.href))];
    const form = new URLSearchParams({
      version: "0", cell_status: "at-risk", target: "1,250", scale: "million", currency: "USD", by: "FY2029-30",
      owner: "The council of exporters", next_step: "A seminar with importers", mission_input: "Importers ask for a warranty.",
    });
    return Promise.all(cells.map(async (cell) => (await fetch(cell, { method: "POST", body: form })).status));
  });
  expect(answers).toHaveLength(240);
  await chief.reload();
  await expect(chief.getByText("240 cells filled")).toBeVisible();
  expect(await printed(chief)).toEqual({ sheets: 1, landscape: true });
});
