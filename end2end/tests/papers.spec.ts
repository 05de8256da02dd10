import { readFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "papers" });

const ROUND = "/agreements/india-peru/meetings/round-11";

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";
  test(`a paper is put on the table, had by whom it is for, and withdrawn (JavaScript ${named})`, async ({ open, watch }) => {
    const title = `Our text on parts, script ${named}`;
    const lead = await open({ javaScriptEnabled });
    await signIn(lead, "goods", ROUND);

    await test.step("a file that lies is refused beside its field; what was typed is kept", async () => {
      await lead.getByRole("link", { name: "Papers on Trade in goods" }).click();
      await lead.getByLabel("File").setInputFiles({ name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ no PDF") });
      await lead.getByLabel("Title").fill(title);
      await lead.getByLabel("For whom").selectOption({ label: "The chapter’s team, and principals" });
      watch.expect(422);
      await lead.getByRole("button", { name: "Put a paper on the table" }).click();
      await expect(lead.getByRole("alert")).toBeFocused();
      await expect(lead.getByLabel("File")).toHaveAccessibleDescription(/not what its name says/);
      await expect(lead.getByLabel("Title")).toHaveValue(title);
    });

    await test.step("what it says it is, is taken and comes back as it was", async () => {
      const pdf = Buffer.from("%PDF-1.4\n% a small one\n%%EOF\n");
      await lead.getByLabel("File").setInputFiles({ name: "parts.pdf", mimeType: "application/pdf", buffer: pdf });
      await lead.getByRole("button", { name: "Put a paper on the table" }).click();
      await expect(lead.getByRole("status")).toContainText("on the table");
      await lead.goto(ROUND);
      const [download] = await Promise.all([lead.waitForEvent("download"), lead.getByRole("link", { name: title }).click()]);
      expect(download.suggestedFilename()).toBe("parts.pdf");
      expect(await readFile(await download.path())).toEqual(pdf);
    });

    await test.step("who is not of the team sees what is for them, and no more", async () => {
      const partner = await open({ javaScriptEnabled });
      await signIn(partner, "partner", ROUND);
      await expect(partner.getByRole("link", { name: "Order of the session on goods" })).toBeVisible();
      await expect(partner.getByText("Request list: vehicles")).toHaveCount(0);
      await expect(partner.getByText(title)).toHaveCount(0);
      const official = await open({ javaScriptEnabled });
      await signIn(official, "official", ROUND);
      await expect(official.getByRole("link", { name: "Request list: vehicles" })).toBeVisible();
      await expect(official.getByText(title)).toHaveCount(0);
    });

    await test.step("it is withdrawn with a reason", async () => {
      await lead.goto(`${ROUND}/sessions/goods/papers`);
      await lead.locator("summary").filter({ hasText: "Withdraw a paper" }).click();
      await lead.getByLabel("Paper", { exact: true }).selectOption({ label: title });
      await lead.getByLabel("Reason").fill("An older one");
      await lead.getByRole("button", { name: "Withdraw a paper" }).click();
      await expect(lead.getByRole("status")).toContainText("is withdrawn");
      await expect(lead.getByText(title)).toHaveCount(0);
    });
  });
}
