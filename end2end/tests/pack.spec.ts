import { copyFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "pack", javaScriptEnabled: false });

test("the pack goes along as one file, and opens where there is no network", async ({ page, openAt }, testInfo) => {
  const file = testInfo.outputPath("pack.html");

  await test.step("an official downloads the pack of the next round", async () => {
    await signIn(page, "official");
    await page.goto("/agreements/india-peru/meetings/round-11");
    await page.getByRole("link", { name: "Meeting pack, to print or to take along", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Round 11: pack for India–Peru FTA", level: 1 })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download as one file", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("india-peru-round-11.html");
    await copyFile(await download.path(), file);
  });

  await test.step("and reads it on the plane", async () => {
    const offline = await openAt(`file://${file}`, { offline: true, javaScriptEnabled: false });
    const asked: string[] = [];
    offline.on("request", (request) => asked.push(request.url()));
    await offline.goto(`file://${file}`);
    await expect(offline.getByRole("heading", { name: "Round 11: pack for India–Peru FTA", level: 1 })).toBeVisible();
    for (const part of ["Agenda", "Chapters", "Priority areas", "What changed"]) {
      await expect(offline.getByRole("heading", { name: part, exact: true, level: 2 })).toBeVisible();
    }
    // Laid out by the style within the file.
    await expect(offline.locator(".pack .strip").first()).toBeVisible();
    expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
  });
});
