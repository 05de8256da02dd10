import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { day } from "./support/days.ts";
import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "conferences" });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const said = (page: Page, sentence: string) => expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();

/** Puts a line in the action plan of the meeting that is shown. */
async function plan(page: Page, country: string, title: string): Promise<void> {
  await page.getByRole("link", { name: "Add to the action plan" }).click();
  await page.getByLabel("Country", { exact: true }).selectOption({ label: country });
  await page.getByLabel("Sector", { exact: true }).selectOption({ label: "Textiles" });
  await page.getByLabel("To be done", { exact: true }).fill(title);
  await page.getByLabel("Owed by", { exact: true }).fill("The embassy");
  await page.getByLabel("Due", { exact: true }).fill(day(30));
  await press(page, "Add to the action plan");
  await said(page, "The action plan is saved.");
}

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";

  test(`a mission conference, from its draft to what a mission did about it (JavaScript ${named})`, async ({ open, watch }) => {
    const title = `Conference on textiles, script ${named}`;
    const own = `Bring buyers to the fair, script ${named}`;
    const other = `Count the looms, script ${named}`;
    const chief = await open({ javaScriptEnabled });
    const mission = await open({ javaScriptEnabled });
    await signIn(chief, "chief", "/programme");
    await signIn(mission, "mission", "/programme");

    await test.step("the keeper plans it; what cannot be is told beside its field", async () => {
      // Past the cells of the matrix.
      await tabTo(chief, chief.getByRole("link", { name: "Mission conferences" }));
      await chief.keyboard.press("Enter");
      await tabTo(chief, chief.getByRole("link", { name: "Plan a mission conference" }));
      await chief.keyboard.press("Enter");
      await chief.getByLabel("Title", { exact: true }).fill(title);
      await chief.getByLabel("Dates", { exact: true }).fill("soon");
      await chief.getByLabel("Agenda", { exact: true }).fill("Buyers, fairs and what stands in the way.");
      watch.expect(422);
      await press(chief, "Plan a meeting");
      await expect(chief.locator(".error-summary")).toBeFocused();
      await expect(chief.getByLabel("Dates", { exact: true })).toHaveAccessibleDescription(/This is not a date/);
      await expect(chief.getByLabel("Agenda", { exact: true })).toHaveValue("Buyers, fairs and what stands in the way.");
      await chief.getByLabel("Dates", { exact: true }).fill(`${day(-1)}..${day(1)}`);
      await press(chief, "Plan a meeting");
      await expect(chief.getByRole("heading", { level: 1 })).toHaveText(title);
      await plan(chief, "Peru", own);
      await plan(chief, "Chile", other);
    });

    const conference = new URL(chief.url()).pathname;
    await test.step("a draft is unknown to a mission, until it is opened", async () => {
      watch.expect(404);
      const answer = await mission.goto(conference);
      expect(answer?.status()).toBe(404);
      await press(chief, "Announce the meeting");
      await mission.goto("/programme");
      await mission.getByRole("link", { name: title }).click();
      await expect(mission.getByText("Buyers, fairs and what stands in the way.")).toBeVisible();
    });

    await test.step("somebody is asked, and answers", async () => {
      await chief.getByRole("link", { name: "Edit attendees" }).click();
      await chief.getByLabel("Name", { exact: true }).first().fill("Ambassador");
      await chief.getByLabel("Office", { exact: true }).fill("Embassy in Lima");
      await chief.getByLabel("Country", { exact: true }).fill("Peru");
      await press(chief, "Ask somebody");
      await chief.getByLabel("Name", { exact: true }).first().fill("Consul");
      await chief.getByLabel("Country", { exact: true }).fill("Chile");
      await press(chief, "Ask somebody");
      await mission.reload();
      await mission.getByRole("link", { name: "Answer the invitation" }).click();
      await expect(mission.getByLabel("Answer of Consul")).toHaveCount(0);
      await expect(mission.getByLabel("Answer of Ambassador").getByRole("option")).toHaveText(["invited", "comes", "does not come"]);
      await mission.getByLabel("Answer of Ambassador").selectOption({ label: "comes" });
      await press(mission, "Save");
      await said(mission, "The list is saved.");
      await chief.reload();
      await expect(chief.getByLabel("Answer of Ambassador")).toHaveValue("accepted");
      await chief.getByLabel("Answer of Consul").selectOption({ label: "does not come" });
      await press(chief, "Save");
      await said(chief, "The list is saved.");
      await mission.goto(conference);
      await expect(mission.getByRole("listitem").filter({ hasText: "Ambassador" })).toContainText("comes");
    });

    await test.step("a mission has the papers for missions, and no others", async () => {
      await chief.goto(conference);
      for (const [paper, audience] of [
        ["What is asked of you", "Headquarters and the missions"],
        ["What we keep to ourselves", "Headquarters alone"],
      ] as const) {
        await chief.goto(`${conference}/papers`);
        await chief.getByLabel("File").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from(paper) });
        await chief.getByLabel("Title").fill(paper);
        await chief.getByLabel("For whom").selectOption({ label: audience });
        await press(chief, "Put a paper on the table");
        await said(chief, "on the table");
      }
      await mission.reload();
      await expect(mission.getByText("What we keep to ourselves")).toHaveCount(0);
      const link = mission.getByRole("link", { name: "What is asked of you" });
      const [download] = await Promise.all([mission.waitForEvent("download"), link.click()]);
      expect(await readFile(await download.path(), "utf8")).toBe("What is asked of you");
    });

    await test.step("a mission reports on the line of its own country, which is all of the plan it sees", async () => {
      await expect(mission.getByText(other)).toHaveCount(0);
      await mission.goto("/work");
      await mission.getByRole("link", { name: own }).click();
      await expect(mission.getByLabel("Due", { exact: true })).toHaveCount(0);
      await mission.getByLabel("Progress").fill("Two buyers are found.");
      await press(mission, "Save");
      await said(mission, "The action plan is saved.");
      await mission.goto("/programme/pe/textiles");
      await expect(mission.getByRole("row").filter({ hasText: own })).toContainText("Two buyers are found.");
    });

    await test.step("two who write of one line: one saves, the other sees both", async () => {
      const path = `${conference}/lines/1`;
      await chief.goto(path);
      await mission.goto(path);
      await chief.getByLabel("Owed by").fill("The embassy and the council");
      await press(chief, "Save");
      await mission.getByLabel("State").selectOption({ label: "Done" });
      watch.expect(409);
      await press(mission, "Save");
      await expect(mission.getByText("The embassy and the council").first()).toBeVisible();
      await expect(mission.getByLabel("State")).toHaveValue("done");
      await press(mission, "Save");
      await said(mission, "The action plan is saved.");
    });

    await test.step("it is held, its outcome is kept, and the plan goes out as a table", async () => {
      await chief.goto(conference);
      await press(chief, "Begin the meeting");
      await chief.getByRole("link", { name: "Edit the meeting" }).click();
      await chief.getByLabel("Outcome").fill("Each mission reports every month.");
      await press(chief, "Save");
      await press(chief, "Close the meeting");
      const official = await open({ javaScriptEnabled });
      await signIn(official, "official", "/programme");
      await expect(official.getByRole("row").filter({ hasText: title })).toContainText("1 of 2 settled");
      await official.getByRole("link", { name: title }).click();
      await expect(official.getByText("Each mission reports every month.").first()).toBeVisible();
      await expect(official.getByRole("heading", { name: "Chile", exact: true })).toBeVisible();
      await expect(official.getByRole("link", { name: "Add to the action plan" })).toHaveCount(0);
      const [download] = await Promise.all([official.waitForEvent("download"), official.getByRole("link", { name: "CSV" }).click()]);
      const table = await readFile(await download.path(), "utf8");
      expect(table).toContain(`"${own}",`);
      expect(table).toContain("Two buyers are found.");
      const [workbook] = await Promise.all([official.waitForEvent("download"), official.getByRole("link", { name: "XLSX" }).click()]);
      expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe("PK");
    });
  });

  test(`a standing body is entered and meets; others know that it met (JavaScript ${named})`, async ({ open }) => {
    const name = `Joint trade council, script ${named}`;
    const chief = await open({ javaScriptEnabled });
    await signIn(chief, "chief", "/regions/lac");

    await test.step("the region names the bodies of its countries", async () => {
      await expect(chief.getByRole("link", { name: "India–Latin America Joint Economic and Trade Committee" })).toBeVisible();
      await chief.goto("/trade");
      await chief.getByRole("link", { name: "Standing bodies" }).click();
    });

    await test.step("a body is entered, and a meeting of it is planned, announced, begun and closed", async () => {
      await chief.getByRole("link", { name: "Enter a standing body" }).click();
      await chief.getByLabel("Name", { exact: true }).fill(name);
      await chief.getByLabel("Countries").fill("PE");
      await chief.getByLabel("What it is for").fill("Trade and what stands in its way.");
      await chief.getByLabel("Source").fill("A memorandum");
      await press(chief, "Enter a standing body");
      await said(chief, "The body is saved.");
      await expect(chief.getByText("No meeting is known yet.")).toBeVisible();
      await chief.getByRole("link", { name: "Plan a meeting of the body" }).click();
      await chief.getByLabel("Title", { exact: true }).fill(`Inaugural session, script ${named}`);
      await chief.getByLabel("Dates", { exact: true }).fill(`${day(-2)}..${day(-1)}`);
      await chief.getByLabel("Place", { exact: true }).fill("Lima");
      await press(chief, "Plan a meeting");
      for (const step of ["Announce the meeting", "Begin the meeting", "Close the meeting"]) await press(chief, step);
      await expect(chief.getByRole("button", { name: "Close the meeting" })).toHaveCount(0);
    });

    await test.step("the partner reads when and where it met, and no more", async () => {
      const partner = await open({ javaScriptEnabled });
      await signIn(partner, "partner", "/trade/in/pe");
      await partner.getByRole("link", { name }).click();
      await expect(partner.getByRole("listitem").filter({ hasText: "Lima" })).toBeVisible();
      await expect(partner.getByText("Inaugural session")).toHaveCount(0);
    });
  });
}
