import { readFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "before-the-meeting" });

for (const javaScriptEnabled of [true, false]) {
  test(`before a round, ${javaScriptEnabled ? "with" : "without"} JavaScript: what changed, the pack, the brief as Word`, async ({ open }) => {
    const began = Date.now();
    const official = await open({ javaScriptEnabled });
    const chief = await open({ javaScriptEnabled });

    await test.step("an official sees on the portfolio which round comes next", async () => {
      await signIn(official, "official");
      const row = official.getByRole("row").filter({ has: official.getByRole("link", { name: "India–Peru FTA", exact: true }) });
      await expect(row).toContainText("in 12 days");
      await row.getByRole("link", { name: "India–Peru FTA", exact: true }).click();
    });

    await test.step("reads what changed since the last one", async () => {
      await official.getByRole("link", { name: "What changed since Round 9", exact: true }).click();
      await expect(official.getByRole("heading", { name: "What changed: India–Peru FTA", level: 1 })).toBeVisible();
      await expect(official.getByRole("link", { name: "Trade remedies", exact: true })).toBeVisible();
      await official.goBack();
    });

    await test.step("and prints the pack of the next one", async () => {
      await official.getByRole("link", { name: "Round 11", exact: true }).click();
      await official.getByRole("link", { name: "Meeting pack, to print or to take along", exact: true }).click();
      for (const part of ["Agenda", "Chapters", "Priority areas", "What changed"]) {
        await expect(official.getByRole("heading", { name: part, exact: true, level: 2 })).toBeVisible();
      }
      if (javaScriptEnabled) expect((await official.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    });

    const words = `Close goods at this round, ${javaScriptEnabled ? "first" : "second"} edition`;
    await test.step("the chief edits the brief and approves it", async () => {
      await signIn(chief, "chief");
      await chief.goto("/agreements/india-peru");
      await chief.getByRole("link", { name: "Minister’s brief", exact: true }).click();
      await chief.getByRole("link", { name: "Edit the brief", exact: true }).click();
      await chief.getByLabel("Our objectives", { exact: true }).fill(words);
      await chief.getByRole("button", { name: "Save, and generate the facts anew", exact: true }).click();
      await expect(chief.getByLabel("Our objectives", { exact: true }), "no word is lost").toHaveValue(words);
      await chief.getByRole("button", { name: "Save", exact: true }).click();
      await expect(chief.getByText("DRAFT, not approved")).toBeVisible();
      await chief.getByRole("button", { name: "Approve this version", exact: true }).click();
      await expect(chief.getByText("DRAFT, not approved")).toHaveCount(0);
      await expect(chief.getByText(words)).toBeVisible();
    });

    await test.step("and downloads it as Word", async () => {
      const [download] = await Promise.all([
        chief.waitForEvent("download"),
        chief.getByRole("link", { name: "Word", exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^india-peru-brief-\d+-en-IN\.docx$/);
      const file = await readFile(await download.path());
      expect(file.subarray(0, 2).toString("latin1")).toBe("PK");
    });

    await test.step("and the official, who is of the delegation, reads it", async () => {
      await official.goto("/agreements/india-peru/brief");
      await expect(official.getByText(words)).toBeVisible();
    });
    expect(Date.now() - began, "all in under two minutes").toBeLessThan(120_000);
  });
}
