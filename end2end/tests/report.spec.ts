import { readFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "report" });

for (const { javaScriptEnabled, round } of [
  { javaScriptEnabled: true, round: "6" },
  { javaScriptEnabled: false, round: "5" },
]) {
  test(`the report of a round, ${javaScriptEnabled ? "with" : "without"} JavaScript: drafted, edited, approved, published, read`, async ({ open, watch }) => {
    const chief = await open({ javaScriptEnabled });
    const partner = await open({ javaScriptEnabled });
    const meeting = `/agreements/india-peru/meetings/round-${round}`;
    const words = `Both delegations settled the order of work of Round ${round}.`;

    await test.step("the chief drafts it from the meeting", async () => {
      await signIn(chief, "chief", meeting);
      await chief.getByRole("link", { name: "Draft the report", exact: true }).click();
      await chief.getByLabel("For whom it is meant", { exact: true }).selectOption("partner");
      await chief.getByRole("button", { name: "Draft the report", exact: true }).click();
      await expect(chief.getByRole("heading", { name: `Report of Round ${round}: India–Peru FTA`, level: 1 })).toBeVisible();
      await expect(chief.getByText("DRAFT, not approved")).toBeVisible();
      for (const part of ["The meeting", "Chapters not discussed", "Chapters that moved", "Open brackets", "Next meeting"]) {
        await expect(chief.getByRole("heading", { name: part, exact: true, level: 2 })).toBeVisible();
      }
    });

    await test.step("writes in it, and what is generated anew loses no word", async () => {
      await chief.getByRole("link", { name: "Edit the report", exact: true }).click();
      await chief.getByLabel("Summary", { exact: true }).fill(words);
      await chief.getByLabel("Chapters not discussed", { exact: true }).fill("A word of our own.");
      await chief.getByRole("button", { name: "Save, and generate the facts anew", exact: true }).click();
      await expect(chief.getByLabel("Summary", { exact: true })).toHaveValue(words);
      await expect(chief.getByLabel("Chapters not discussed", { exact: true })).toHaveValue("A word of our own.");
      await chief.getByRole("button", { name: "Save", exact: true }).click();
    });

    await test.step("meant for everybody, it says less at once", async () => {
      await chief.getByRole("link", { name: "Edit the report", exact: true }).click();
      await chief.getByLabel("For whom it is meant", { exact: true }).selectOption("public");
      await chief.getByRole("button", { name: "Save", exact: true }).click();
      await expect(chief.getByLabel("Open brackets", { exact: true })).toHaveValue("");
      await expect(chief.getByLabel("Chapters not discussed", { exact: true })).toHaveValue("A word of our own.");
      await chief.getByLabel("For whom it is meant", { exact: true }).selectOption("partner");
      await chief.getByRole("button", { name: "Save", exact: true }).click();
      await expect(chief.getByLabel("Open brackets", { exact: true })).not.toHaveValue("");
    });

    await test.step("nobody else reads it before it is published", async () => {
      watch.expect(404);
      await signIn(partner, "partner", meeting);
      await expect(partner.getByRole("link", { name: /^Informe/ })).toHaveCount(0);
      expect((await partner.goto(`${meeting}/report`))?.status()).toBe(404);
    });

    await test.step("the chief approves it, and publishes it knowing who reads it", async () => {
      await chief.goto(`${meeting}/report`);
      await chief.getByRole("button", { name: "Approve this version", exact: true }).click();
      expect((await partner.goto(`${meeting}/report`))?.status()).toBe(404);
      await expect(chief.getByText("the guests of the other side among them")).toBeVisible();
      watch.expect(422);
      await chief.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(chief.getByRole("alert")).toContainText("Tick the box");
      await chief.getByLabel("I have read the report as it stands below; these readers may know all of it.", { exact: true }).check();
      await chief.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(chief.getByRole("status")).toContainText("The report is published.");
    });

    await test.step("the partner, whose pages are in Spanish, reads it and takes it along as Word", async () => {
      await partner.goto(meeting);
      await partner.getByRole("link", { name: "Informe: Versión 1, publicado", exact: true }).click();
      await expect(partner.getByText(words)).toBeVisible();
      await expect(partner.getByRole("link", { name: "Editar el informe", exact: true })).toHaveCount(0);
      const [download] = await Promise.all([
        partner.waitForEvent("download"),
        partner.getByRole("link", { name: "Descargar en Word", exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`india-peru-round-${round}-report-1-en-IN.docx`);
      expect((await readFile(await download.path())).subarray(0, 2).toString("latin1")).toBe("PK");
    });
  });
}
