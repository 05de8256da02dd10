import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "priorities" });

const PRIORITIES = "/agreements/india-peru/priorities";

/** Presses a button with the keyboard alone, and waits for the page that answers. */
async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

const standing = (page: Page) => page.getByRole("main").getByRole("table").getByRole("strong");
const draft = (page: Page) => page.locator(".draft li > span:first-of-type");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test(`an order is put together with the keyboard and approved by the chief (${javaScriptEnabled ? "on" : "off"})`, async ({ open, watch }) => {
      const lead = await open({ javaScriptEnabled });
      await signIn(lead, "goods", PRIORITIES);
      const before = await standing(lead).allTextContents();
      const second = before[1];

      await test.step("the lead moves the second area to the top: nothing is proposed yet, and focus follows the area", async () => {
        await press(lead, lead.getByRole("button", { name: new RegExp(`^Move up.*${second}`) }));
        expect(await draft(lead).allTextContents()).toEqual([second, before[0], ...before.slice(2)]);
        expect(await standing(lead).allTextContents()).toEqual(before);
        // At the top there is no further up: the button that leads down again has the focus.
        await expect(lead.getByRole("button", { name: new RegExp(`^Move down.*${second}`) })).toBeFocused();
      });

      await test.step("without a reason it is refused, and the draft stays", async () => {
        watch.expect(422);
        await press(lead, lead.getByRole("button", { name: "Propose this order", exact: true }));
        await expect(lead.getByRole("alert")).toBeFocused();
        await expect(lead.locator("#order_reason")).toHaveAccessibleDescription(/This is needed/);
        expect((await draft(lead).allTextContents())[0]).toBe(second);
      });

      await test.step("with a reason it is proposed, and the list stays as it is", async () => {
        await tabTo(lead, lead.locator("#order_reason"));
        await lead.keyboard.type("Their offer moved");
        await press(lead, lead.getByRole("button", { name: "Propose this order", exact: true }));
        await expect(lead.getByRole("status").filter({ hasText: "awaits a decision" })).toBeVisible();
        expect(await standing(lead).allTextContents()).toEqual(before);
        await expect(lead.getByRole("button", { name: "Propose and approve at once" })).toHaveCount(0);
      });

      await test.step("the chief reads who asks for it and why, and approves", async () => {
        const chief = await open({ javaScriptEnabled });
        await signIn(chief, "chief", PRIORITIES);
        const pending = chief.getByRole("listitem").filter({ hasText: "Their offer moved" });
        await expect(pending).toContainText("Re-rank 2 areas");
        await expect(pending).toContainText("Lead, goods");
        await pending.getByRole("link", { name: "Read and decide" }).click();
        await expect(chief.getByText("was 2")).toBeVisible();
        await press(chief, chief.getByRole("button", { name: "Approve the proposal", exact: true }));
        await expect(chief.getByRole("status").filter({ hasText: "the list is changed" })).toBeVisible();
        expect(await standing(chief).allTextContents()).toEqual([second, before[0], ...before.slice(2)]);
      });

      await test.step("the partner is told nothing of it", async () => {
        const partner = await open({ javaScriptEnabled });
        await signIn(partner, "partner");
        await partner.goto("/agreements/india-peru");
        await expect(partner.getByText(second ?? "")).toHaveCount(0);
        watch.expect(404);
        await partner.goto(PRIORITIES);
        await expect(partner.getByRole("heading", { level: 1 })).toContainText(/./);
      });
    });

    test(`a proposal that the list has overtaken cannot be approved (${javaScriptEnabled ? "on" : "off"})`, async ({ open }) => {
      const chief = await open({ javaScriptEnabled });
      await signIn(chief, "chief", PRIORITIES);
      const last = await standing(chief).last().textContent();
      for (const both of [false, true]) {
        await chief.getByText("Propose to drop an area", { exact: true }).first().click();
        await chief.locator("#dropped").selectOption({ index: await standing(chief).count() });
        await chief.locator("#drop_reason").fill(both ? "It is won" : "It was dropped twice");
        const label = both ? "Propose and approve at once" : "Propose to drop an area";
        const form = chief.locator(`form[action='${PRIORITIES}/drop']`);
        await form.getByRole("button", { name: label, exact: true }).click();
      }
      await expect(standing(chief).filter({ hasText: last ?? "" })).toHaveCount(0);
      const outdated = chief.getByRole("listitem").filter({ hasText: "It was dropped twice" });
      await expect(outdated).toContainText("Outdated");
      await outdated.getByRole("link", { name: "Read and decide" }).click();
      await expect(chief.getByText("cannot be approved as it is")).toBeVisible();
      await expect(chief.getByRole("button", { name: "Approve the proposal" })).toHaveCount(0);
      await chief.locator("#refuse_reason").fill("It is gone already");
      await chief.getByRole("button", { name: "Refuse the proposal", exact: true }).click();
      await expect(chief.getByRole("status").filter({ hasText: "The proposal is refused" })).toBeVisible();
    });

    test(`a milestone is recorded for two agreements and shown on both timelines (${javaScriptEnabled ? "on" : "off"})`, async ({ open, watch }) => {
      const title = `Summit ${javaScriptEnabled ? "with" : "without"} script`;
      const chief = await open({ javaScriptEnabled });
      await signIn(chief, "chief", "/timeline");
      await chief.getByRole("link", { name: "Record a milestone", exact: true }).click();
      await chief.getByLabel("Name").fill(title);
      await chief.getByLabel("Date").fill("2025-02-30");
      await chief.getByLabel("Source", { exact: true }).fill("The ministry");
      for (const name of ["India–Peru FTA", "India–Chile CEPA"]) await chief.getByLabel(name, { exact: true }).check();
      watch.expect(422);
      await chief.getByRole("button", { name: "Save", exact: true }).click();
      await expect(chief.getByLabel("Date")).toHaveAccessibleDescription(/This is not a date/);
      await expect(chief.getByLabel("Date")).toHaveValue("2025-02-30");
      await chief.getByLabel("Date").fill("2026-12");
      await chief.getByRole("button", { name: "Save", exact: true }).click();
      await expect(chief.getByRole("status").filter({ hasText: "The milestone is recorded." })).toBeVisible();
      await expect(chief.getByRole("row").filter({ hasText: title })).toContainText("India–Chile CEPA");
      await expect(chief.locator("svg[role=img] text").filter({ hasText: title })).toHaveCount(2);

      const partner = await open({ javaScriptEnabled });
      await signIn(partner, "partner", "/agreements/india-peru/timeline");
      const row = partner.getByRole("row").filter({ hasText: title });
      await expect(row).toBeVisible();
      await expect(row).not.toContainText("Chile");
      await partner.getByLabel("Desde").fill("2001-01-01");
      await partner.getByLabel(/^Hasta/).fill("2001-12-31");
      await partner.getByRole("button", { name: "Mostrar", exact: true }).click();
      await expect(partner).toHaveURL(/from=2001-01-01&to=2001-12-31/);
      await expect(partner.getByText("No hay nada registrado en este período.")).toBeVisible();
    });
  });
}
