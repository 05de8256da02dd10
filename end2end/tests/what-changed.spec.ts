import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "what-changed", javaScriptEnabled: false });

const GOODS = "/agreements/india-peru/chapters/goods";

test("the effect of two steps is told as one, to whom it may be told", async ({ page, open, watch }) => {
  await test.step("the lead moves a chapter back and forward again", async () => {
    await signIn(page, "goods");
    for (const [status, reason] of [
      ["consolidated-text", "The annex was reopened"],
      ["substantially-closed", "Both annexes merged on the last day"],
    ] as const) {
      await page.goto(GOODS);
      await page.locator("select[name=text_status]").selectOption(status);
      await page.locator("[name=reason]").first().fill(reason);
      await page.getByRole("button", { name: "Record", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: "The step is recorded." })).toBeVisible();
    }
  });

  await test.step("an official reads what changed since last week", async () => {
    const official = await open({ javaScriptEnabled: false });
    await signIn(official, "official");
    await official.getByRole("link", { name: "What changed between two days", exact: true }).click();
    await expect(official).toHaveURL(/\/changes$/);
    await official.getByRole("link", { name: "Last 7 days", exact: true }).click();
    await expect(official).toHaveURL(/\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
    const moved = official.getByRole("listitem").filter({ hasText: "Both annexes merged on the last day" });
    await expect(moved).toContainText(/Trade in goods\s*Moved:\s*Under negotiation\s*→\s*Substantially closed/);
    await expect(moved.getByRole("time")).toHaveText("Lead, goods · today · in 2 steps");
    await expect(official.getByText("The annex was reopened")).toHaveCount(0);
    await official.getByRole("link", { name: "Show every step", exact: true }).click();
    await expect(official.getByText("The annex was reopened")).toBeVisible();
  });

  await test.step("the partner reads the move in Spanish, and no reason", async () => {
    const partner = await open({ javaScriptEnabled: false });
    await signIn(partner, "partner");
    await partner.goto("/agreements/india-peru/changes?steps=yes");
    await expect(partner.getByText("en 2 pasos").first()).toBeVisible();
    await expect(partner.getByText("annex")).toHaveCount(0);
  });

  await test.step("days that are none are told beside their fields, and stay as they were typed", async () => {
    watch.expect(422);
    await page.goto("/changes?from=2025-02-30&to=round-7");
    await expect(page.getByRole("heading", { name: "These days cannot be shown" })).toBeVisible();
    await expect(page.getByLabel("From")).toHaveValue("2025-02-30");
    await expect(page.getByLabel("Up to and including")).toHaveValue("round-7");
    await expect(page.getByLabel("From")).toHaveAccessibleDescription("This is not a day. Write it as 2018-04-03.");
    await page.getByLabel("From").fill("2026-02-02");
    await page.getByLabel("Up to and including").fill("2026-02-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByLabel("Up to and including")).toHaveAccessibleDescription("The end lies before the start. Check both days.");
  });
});
