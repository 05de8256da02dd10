import type { Page } from "@playwright/test";

import { day } from "./support/days.ts";
import { expect, test } from "./support/fixtures.ts";
import { hydrated, signIn } from "./support/people.ts";

test.use({ journey: "meetings" });

const PERU = "/agreements/india-peru";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const said = (page: Page, sentence: string) => expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a meeting goes from draft to closed, and its outcome moves the chapter", async ({ page, open, watch }) => {
      const address = javaScriptEnabled ? "stocktake-one" : "stocktake-two";
      const chapter = javaScriptEnabled ? "goods" : "services";
      const lead = chapter === "goods" ? "goods" : "services";
      const meeting = `${PERU}/meetings/${address}`;

      await test.step("the chief plans it; what cannot be is told beside its field", async () => {
        await signIn(page, "chief", PERU);
        watch.expect(422);
        await page.getByRole("link", { name: "Plan a meeting", exact: true }).click();
        await page.getByLabel("Kind", { exact: true }).selectOption("Stocktake");
        await page.getByLabel("Number", { exact: true }).fill("");
        await page.getByLabel("Address in Accord").fill(address);
        await page.getByLabel("Dates", { exact: true }).fill(`${day(2)}..${day(1)}`);
        await page.getByLabel("Time zone of the venue").fill("America/Lyma");
        await page.getByLabel("Place", { exact: true }).fill("Lima");
        await press(page, "Plan a meeting");
        await expect(page.locator(".error-summary")).toBeFocused();
        await expect(page.getByLabel("Dates", { exact: true })).toHaveAccessibleDescription(/The end lies before the start/);
        await expect(page.getByLabel("Time zone of the venue")).toHaveAccessibleDescription(/There is no such time zone/);
        await expect(page.getByLabel("Place", { exact: true })).toHaveValue("Lima");
        await page.getByLabel("Dates", { exact: true }).fill(`${day(-1)}..${day(1)}`);
        await page.getByLabel("Time zone of the venue").fill("America/Lima");
        await page.getByLabel("Opens at", { exact: true }).fill("09:00");
        await press(page, "Plan a meeting");
        await said(page, "The meeting is planned, as a draft.");
        await expect(page.getByText("UTC−05:00")).toBeVisible();
        await expect(page.getByText(/On your clocks:/)).toBeVisible();
      });

      const partner = await open({ javaScriptEnabled });
      await test.step("the partner finds nothing until it is announced", async () => {
        await signIn(partner, "partner");
        watch.expect(404);
        await partner.goto(meeting);
        await expect(partner.locator("h1")).not.toContainText("Reunión de balance");
        await press(page, "Announce the meeting");
        await said(page, "The state of the meeting is recorded.");
        await partner.goto(meeting);
        await expect(partner.getByRole("heading", { level: 1 })).toHaveText("Reunión de balance");
      });

      const leads = await open({ javaScriptEnabled });
      await test.step("the lead puts the chapter on the programme and writes", async () => {
        await press(page, "Begin the meeting");
        await signIn(leads, lead, meeting);
        await leads.getByText("Add a session").first().click();
        await press(leads, "Add a session");
        await said(leads, "The session is up to date.");
        await leads.getByRole("link", { name: /^Write in:/ }).click();
        await leads.getByLabel("Item, line 1", { exact: true }).fill("The annex");
        await leads.getByLabel("Item, line 2", { exact: true }).fill("What we may give");
        await leads.getByLabel("Shared with the partner, line 2", { exact: true }).uncheck();
        await leads.getByLabel("Minutes", { exact: true }).fill("They gave way on the annex.");
        await leads.getByLabel("Outcome", { exact: true }).fill("The text is settled but for the annex.");
        await leads.getByLabel("Text track").selectOption("Closed");
        watch.expect(422);
        await press(leads, "Save");
        await expect(leads.getByLabel("Text track")).toHaveAccessibleDescription(/Only a chief negotiator or a principal closes/);
        await expect(leads.getByLabel("Minutes", { exact: true })).toHaveValue("They gave way on the annex.");
        await expect(leads.getByLabel("Item, line 2", { exact: true })).toHaveValue("What we may give");
        await leads.getByLabel("Text track").selectOption("Substantially closed");
        await press(leads, "Save");
        await said(leads, "The session is up to date.");
      });

      await test.step("the chapter has moved, and tells of the session", async () => {
        await leads.goto(`${PERU}/chapters/${chapter}`);
        if (javaScriptEnabled) await hydrated(leads);
        await expect(leads.locator("[aria-current=step]")).toHaveText("Substantially closed");
        await expect(leads.getByRole("cell", { name: /The text is settled but for the annex/ })).toBeVisible();
      });

      await test.step("the partner reads the outcome, and neither minutes nor what is ours only", async () => {
        await partner.goto(meeting);
        await expect(partner.getByText("The text is settled but for the annex.")).toBeVisible();
        await expect(partner.getByText("The annex", { exact: true })).toBeVisible();
        await expect(partner.getByText("They gave way")).toHaveCount(0);
        await expect(partner.getByText("What we may give")).toHaveCount(0);
      });

      await test.step("once it is closed, what is open goes on to the next meeting", async () => {
        await page.goto(meeting);
        await press(page, "Close the meeting");
        await said(page, "The state of the meeting is recorded.");
        await page.goto(`${PERU}/meetings/round-11`);
        await expect(page.getByText("2 agenda items were left open at earlier meetings.")).toBeVisible();
        await press(page, "Take them over into this meeting");
        await said(page, "The open items are on the agenda of this meeting now.");
        await expect(page.getByRole("listitem").filter({ hasText: "What we may give" }).last()).toContainText("carried over from Stocktake");
        await page.goto(meeting);
        await expect(page.getByRole("link", { name: "taken up at Round 11" }).first()).toBeVisible();
      });
    });
  });
}

test("the day before a round, an official reads what changed since the last one", async ({ page }) => {
  await signIn(page, "official");
  await expect(page.getByRole("row", { name: /India–Peru FTA/ })).toContainText(/Round 11\s*in 12 days/);
  await page.goto(PERU);
  await page.getByRole("link", { name: "What changed since Round 9", exact: true }).click();
  await expect(page).toHaveURL(/\/changes\?from=round-9$/);
  await expect(page.getByRole("link", { name: "From the day after Round 9 ended", exact: true })).toBeVisible();
  await expect(page.getByText(/^06 Nov 2025 to /)).toBeVisible();
});
