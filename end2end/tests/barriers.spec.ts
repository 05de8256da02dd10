import { readFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "barriers" });

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";
  const title = `Labels in Braille (script ${named})`;

  test(`a barrier is entered, linked, followed by the mission and published after approval (JavaScript ${named})`, async ({ open, watch }) => {
    const chief = await open({ javaScriptEnabled });
    await signIn(chief, "chief", "/barriers");
    let path = "";

    await test.step("its keeper enters it; what is wrong is told beside its field, and nothing typed is lost", async () => {
      await chief.getByRole("link", { name: "Enter a barrier" }).click();
      await chief.getByLabel("Title").fill(title);
      await chief.getByLabel("Imposed by").fill("Perú");
      await chief.getByLabel("HS codes").fill("3004, 77");
      await chief.getByLabel("Drugs and pharmaceuticals").check();
      await chief.getByLabel("What it does").fill("Each box needs a label in Braille.");
      watch.expect(422);
      await chief.getByRole("button", { name: "Enter a barrier" }).click();
      await expect(chief.locator("#codes-error")).toBeVisible();
      await expect(chief.locator("#publisher-error")).toBeVisible();
      await expect(chief.getByLabel("Drugs and pharmaceuticals")).toBeChecked();
      await expect(chief.getByLabel("Imposed by")).toHaveValue("Perú");
      await chief.getByLabel("HS codes").fill("3004");
      await chief.getByLabel("Source").fill("An exporter of medicines");
      await chief.getByRole("button", { name: "Enter a barrier" }).click();
      await expect(chief.getByRole("heading", { level: 1 })).toHaveText(title);
      path = new URL(chief.url()).pathname;
    });

    await test.step("it is linked to a chapter and stands on its page", async () => {
      await chief.getByLabel("Agreement, chapter or action point").selectOption("india-peru/sps");
      await chief.getByRole("button", { name: "Link", exact: true }).click();
      await expect(chief.getByRole("status")).toContainText("linked");
      await chief.goto("/agreements/india-peru/chapters/sps");
      await expect(chief.getByRole("link", { name: title })).toBeVisible();
    });

    await test.step("the mission finds it in its cell of the programme and says how it goes on", async () => {
      const mission = await open({ javaScriptEnabled });
      await signIn(mission, "mission", "/programme/pe/drugs-and-pharmaceuticals");
      await mission.getByRole("link", { name: title }).click();
      await mission.getByLabel("Add a note").fill("The ministry would see us in March.");
      await mission.getByRole("button", { name: "Add a note" }).click();
      await expect(mission.getByText("The ministry would see us in March.").first()).toBeVisible();
      await expect(mission.getByRole("link", { name: "Edit the barrier" })).toHaveCount(0);
    });

    await test.step("a step to resolved asks for a reason; the list is found by its filters", async () => {
      await chief.goto(path);
      await chief.getByText("Say how it stands now").click();
      await chief.getByLabel("State", { exact: true }).selectOption({ label: "Resolved" });
      watch.expect(422);
      await chief.getByRole("button", { name: "Save" }).click();
      await expect(chief.locator("#reason-error")).toBeVisible();
      await chief.getByLabel("State", { exact: true }).selectOption({ label: "In part resolved" });
      await chief.getByLabel("Urgency").selectOption({ label: "Amber" });
      await chief.getByRole("button", { name: "Save" }).click();
      await expect(chief.getByRole("status")).toContainText("saved");
      await chief.goto("/barriers?imposing=PE&status=in-part&hs=30");
      await expect(chief.getByRole("link", { name: title })).toBeVisible();
      await expect(chief.getByRole("link", { name: "No protocol for mangoes" })).toHaveCount(0);
      const [download] = await Promise.all([chief.waitForEvent("download"), chief.getByRole("link", { name: "CSV" }).click()]);
      const rows = (await readFile(await download.path())).toString("utf8");
      expect(rows).toContain(title);
      expect(rows).not.toContain("mangoes");
    });

    await test.step("a public version is proposed; another person approves it; then it is published", async () => {
      await chief.goto(path);
      await chief.getByText("Propose a public version").first().click();
      await chief.getByLabel("Public title").fill(`Labels, in short (script ${named})`);
      await chief.getByLabel("Public text").fill("Labels in Braille are asked for.");
      await chief.getByRole("button", { name: "Propose a public version" }).click();
      await expect(chief.getByText("Waits for the approval of another person")).toBeVisible();
      await expect(chief.getByRole("button", { name: "Approve" })).toHaveCount(0);
      const partner = await open({ javaScriptEnabled });
      await signIn(partner, "partner", "/barriers");
      await expect(partner.getByText(`Labels, in short (script ${named})`)).toHaveCount(0);
      const minister = await open({ javaScriptEnabled });
      await signIn(minister, "minister", "/work");
      await minister.getByRole("link", { name: title }).click();
      await minister.getByRole("button", { name: "Approve" }).click();
      await expect(minister.getByRole("status")).toContainText("approved");
      await chief.reload();
      await chief.getByRole("button", { name: "Publish" }).click();
      await partner.reload();
      await partner.getByRole("link", { name: `Labels, in short (script ${named})` }).click();
      await expect(partner.getByText("Labels in Braille are asked for.")).toBeVisible();
      await expect(partner.getByText("Each box needs a label")).toHaveCount(0);
      watch.expect(404);
      expect((await partner.goto(path))?.status()).toBe(404);
    });

    await test.step("what changed since is told to the register, and not to the public", async () => {
      await chief.goto(path);
      await chief.getByText("Say how it stands now").click();
      await chief.getByLabel("State", { exact: true }).selectOption({ label: "Resolved" });
      await chief.getByLabel("Reason", { exact: true }).first().fill("The rule was withdrawn.");
      await chief.getByRole("button", { name: "Save" }).click();
      await expect(chief.getByText("Changed since published")).toBeVisible();
      await expect(chief.getByRole("listitem").filter({ hasText: "In part resolved" }).filter({ hasText: "Resolved" }).first()).toBeVisible();
      await chief.goto("/barriers");
      await chief.getByText("More filters").click();
      await chief.getByLabel("Chapter").selectOption({ label: "Sanitary and phytosanitary measures" });
      await chief.getByLabel("Public version").selectOption({ label: "Changed since published" });
      await chief.getByRole("button", { name: "Show" }).click();
      await expect(chief.getByLabel("Public version")).toHaveValue("changed");
      await expect(chief.getByRole("row").filter({ hasText: title })).toContainText("Changed since published");
    });
  });
}
