import { readFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "agreement" });

const press = (scope: Page | Locator, name: string) => scope.getByRole("button", { name, exact: true }).click();
const told = (page: Page, sentence: string) =>
  expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();
const unfold = (page: Page, name: string) => page.getByText(name, { exact: true }).first().click();
const stage = (page: Page) => page.locator("main .lede .stage");

/** Opens an agreement of one's own from the portfolio. */
async function openAgreement(page: Page, name: string, address: string, template: string): Promise<void> {
  await signIn(page, "chief");
  await page.getByRole("link", { name: "Open an agreement" }).click();
  await page.locator("#name").fill(name);
  await page.locator("#slug").fill(address);
  await page.getByLabel("Chapters to begin with").selectOption(template);
  await page.getByLabel("Partners").fill("MX Mexico; Chief negotiator, Mexico");
  await press(page, "Open an agreement");
  await told(page, "Opened. You can work on it now.");
  await expect(page).toHaveURL(new RegExp(`/agreements/${address}\\?`));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a new agreement, and a stage that follows from its events", async ({ page }) => {
      const address = javaScriptEnabled ? "india-mexico" : "india-mexico-plain";

      await test.step("it opens with the chapters of its template", async () => {
        await openAgreement(page, "India–Mexico FTA", address, "Usual chapters of an FTA");
        await expect(stage(page)).toHaveText("Proposed");
        await expect(page.getByRole("table", { name: "Chapters" }).getByRole("link", { name: "Trade in goods" })).toBeVisible();
      });

      await test.step("its card is edited", async () => {
        await page.getByRole("link", { name: "Edit the agreement" }).click();
        await expect(page.getByLabel("Partners")).toHaveValue("MX Mexico; Chief negotiator, Mexico");
        await page.getByLabel("Lead ministry").fill("Department of Commerce");
        await page.getByLabel("Reason").fill("Named by the Cabinet Secretariat");
        await press(page, "Save");
        await told(page, "Your changes are saved.");
        await expect(page.locator("dt:text-is('Lead ministry') + dd")).toHaveText("Department of Commerce");
        await expect(page.getByText("Named by the Cabinet Secretariat")).toBeVisible();
      });

      await test.step("an event of which only the month is known moves the stage", async () => {
        await page.getByRole("link", { name: "Record an event" }).click();
        await page.getByLabel("What happened").selectOption("Negotiations launched");
        await page.locator("#date").fill("2026-09");
        await page.locator("#place").fill("Mexico City");
        await page.locator("#publisher").fill("Ministry of Commerce and Industry");
        await press(page, "Save");
        await told(page, "The lifecycle is up to date.");
        await expect(page.locator(".timeline")).toContainText("September 2026");
        await expect(stage(page)).toHaveText("Launched");
      });

      await test.step("corrected, it moves the stage again and the first entry stays readable", async () => {
        await page.getByRole("link", { name: "Correct: Negotiations launched" }).click();
        await expect(page.locator("#date")).toHaveValue("2026-09");
        await page.getByLabel("What happened").selectOption("Joint study begun");
        await page.locator("#reason").fill("The note spoke of the study alone");
        await press(page, "Save");
        await expect(stage(page)).toHaveText("Joint study");
        const corrected = page.locator(".timeline .superseded");
        await expect(corrected).toContainText("Negotiations launched");
        await expect(corrected).toContainText("The note spoke of the study alone");
      });

      await test.step("withdrawn, it counts no more", async () => {
        await page.getByRole("link", { name: "Correct: Joint study begun" }).click();
        await unfold(page, "Withdraw the event");
        await page.locator("#withdraw_reason").fill("Nothing has begun");
        await press(page, "Withdraw the event");
        await told(page, "The lifecycle is up to date.");
        await expect(stage(page)).toHaveText("Proposed");
        await expect(page.locator(".timeline .superseded")).toHaveCount(2);
      });
    });

    test("a chapter is opened, edited and archived", async ({ page }) => {
      const address = javaScriptEnabled ? "india-panama" : "india-panama-plain";
      await openAgreement(page, "India–Panama PTA", address, "No chapters yet");
      await page.getByRole("link", { name: "Open a chapter" }).click();
      await page.getByLabel("Kind").selectOption("Critical minerals");
      await page.getByLabel("Our lead").fill("Lead, minerals");
      await press(page, "Open a chapter");
      await told(page, "Opened. You can work on it now.");
      await expect(page).toHaveURL(new RegExp(`/agreements/${address}/chapters/critical-minerals\\?`));

      await page.getByRole("link", { name: "Edit the chapter" }).click();
      await page.getByLabel("Open brackets").fill("4");
      await page.getByLabel("Team’s note").fill("Ask for consultation before export limits");
      await press(page, "Save");
      await told(page, "Your changes are saved.");
      await expect(page.getByText("Ask for consultation before export limits").first()).toBeVisible();
      await expect(page.locator("dt:text-is('Open brackets') + dd")).toHaveText("4");

      await page.getByRole("link", { name: "Edit the chapter" }).click();
      await unfold(page, "Archive the chapter");
      await page.locator("#archive_reason").fill("Moved into the investment agreement");
      await press(page, "Archive the chapter");
      await told(page, "Archived. Its history stays in the record.");
      await expect(page.getByText("No chapters yet")).toBeVisible();
    });

    test("a chapter is parked and unparked, its question escalated and answered", async ({ page }) => {
      const chapter = javaScriptEnabled ? "exceptions" : "final-provisions";
      await signIn(page, "chief", `/agreements/india-peru/chapters/${chapter}`);
      await unfold(page, "Park the chapter");
      await page.locator("#park_reason").fill("Waiting for the cabinet in Lima");
      await press(page, "Park the chapter");
      await told(page, "The chapter is parked.");
      await expect(page.locator(".notice.warn")).toHaveText("Parked today: Waiting for the cabinet in Lima");
      await expect(page.getByRole("button", { name: "Record", exact: true }), "a parked chapter does not move").toHaveCount(0);
      await press(page, "Unpark the chapter");
      await told(page, "The chapter is unparked.");
      await expect(page.getByRole("button", { name: "Record", exact: true })).toBeVisible();

      await unfold(page, "Escalate a question");
      await page.getByLabel("Escalate to").selectOption("Ministers");
      await page.locator("#question").fill("Do we accept the longer transition?");
      await press(page, "Escalate a question");
      await told(page, "The question is escalated.");
      await expect(page.locator(".notice.warn")).toHaveText("Escalated today – Ministers: Do we accept the longer transition?");
      await page.locator("#answer").fill("Yes, for seven years; decided by the minister");
      await press(page, "Answer the question");
      await told(page, "The answer is recorded and the escalation has ended.");
      await expect(page.locator(".notice.warn")).toHaveCount(0);
      await expect(page.getByText("Yes, for seven years; decided by the minister")).toBeVisible();
    });
  });
}

test("an agreement is archived, leaves the portfolio, and comes back", async ({ page }) => {
  const inPortfolio = page.locator("table.portfolio").getByRole("link", { name: "India–Ecuador PTA" });
  await openAgreement(page, "India–Ecuador PTA", "india-ecuador", "Usual chapters of a PTA");
  await unfold(page, "Archive the agreement");
  await page.locator("#reason").fill("Talks did not begin");
  await press(page, "Archive the agreement");
  await told(page, "Archived. Its history stays in the record.");

  await page.goto("/");
  await expect(inPortfolio).toHaveCount(0);
  await page.getByLabel("Archived ones").check();
  await press(page, "Show");
  await inPortfolio.click();
  await unfold(page, "Bring the agreement back");
  await page.locator("#reason").fill("A new mandate was given");
  await press(page, "Bring the agreement back");
  await told(page, "The agreement is back in the portfolio.");
  await page.goto("/");
  await expect(inPortfolio).toBeVisible();
});

test("a step of ratification and an earlier agreement are recorded", async ({ page }) => {
  await signIn(page, "chief", "/agreements/india-uk-ceta");
  await unfold(page, "Record a step of ratification");
  await page.getByLabel("Party", { exact: true }).selectOption("India");
  await page.getByLabel("Step", { exact: true }).selectOption("Partner notified of completion");
  await page.locator("#ratified_on").fill("2026-11");
  await page.locator("#ratification_source").fill("Gazette of India");
  await press(page.locator("form[action$='/ratification']"), "Save");
  await told(page, "The step of ratification is recorded.");
  const step = page.getByRole("table", { name: "Ratification" }).getByRole("row", { name: "Partner notified of completion" });
  await expect(step.filter({ hasText: "Gazette of India" })).toContainText("November 2026");

  await unfold(page, "Add an earlier agreement");
  await page.getByLabel("This agreement").selectOption("Supersedes the earlier one");
  await page.getByLabel("Earlier agreement").fill("india-efta-tepa");
  await press(page.locator("form[action$='/relations']"), "Save");
  await told(page, "The earlier agreement is added to the lineage.");
  await expect(page.getByRole("region", { name: "Lineage" }).getByRole("listitem")).toContainText(/Supersedes\s*India–EFTA TEPA/);
});

test("a role is granted, opens the agreement, and is revoked", async ({ page, open }) => {
  const guest = await open();
  await signIn(guest, "services");
  await expect(guest.locator("table.portfolio").getByRole("link", { name: "India–UAE CEPA" })).toHaveCount(0);

  await signIn(page, "chief", "/agreements/india-uae-cepa/people");
  await page.getByLabel("E-mail address").fill("services@accord.example");
  await expect(page.locator("#role"), "in haste nobody grants the highest role").toHaveValue("official");
  await press(page, "Grant a role");
  await told(page, "The roles are up to date.");
  await expect(page.getByRole("row", { name: "services@accord.example" })).toContainText("Official");
  await guest.reload();
  await guest.locator("table.portfolio").getByRole("link", { name: "India–UAE CEPA" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "India–UAE CEPA" })).toBeVisible();

  await press(page, "Revoke the role of Lead, services");
  await told(page, "The roles are up to date.");
  await expect(page.getByText("services@accord.example")).toHaveCount(0);
});

test("what a role no longer shows is as if it were not there", async ({ page, watch }) => {
  await signIn(page, "partner", "/agreements/india-peru/chapters/goods");
  await expect(page.locator("main")).not.toContainText("The partner reopened the safeguard annex");
  watch.expect(404);
  await page.goto("/agreements/india-chile-cepa");
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Chile");
});

test("the filters of the portfolio stand in its address", async ({ page }) => {
  const names = page.locator("table.portfolio tbody strong a");
  await signIn(page, "official");
  const all = await names.count();
  await page.getByLabel("Stage").selectOption("In force");
  await press(page, "Show");
  await expect(page).toHaveURL(/[?&]stage=in-force/);
  await expect(page.locator("table.portfolio tbody .stage").first()).toHaveText("In force");
  expect(await names.count()).toBeLessThan(all);

  await page.getByLabel("Partner").selectOption("Chile");
  await press(page, "Show");
  for (const name of await names.allTextContents()) expect(name).toContain("Chile");
  await expect(page.getByLabel("Stage"), "the first filter is kept").toHaveValue("in-force");

  await page.getByLabel("Name contains").fill("no such agreement");
  await press(page, "Show");
  await expect(page.getByText("No agreement matches these filters.")).toBeVisible();
  await page.getByRole("link", { name: "Clear the filters" }).first().click();
  await expect(names).toHaveCount(all);
});

test("the tables are taken away as XLSX and CSV, as filtered", async ({ page }) => {
  const download = async (name: "XLSX" | "CSV") => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  await signIn(page, "official", "/?party=PE");

  const csv = await download("CSV");
  expect(csv.name).toBe("portfolio.csv");
  const [head, ...rows] = csv.bytes.toString("utf8").trim().split(/\r?\n/);
  expect(head).toContain("Agreement");
  expect(rows.length, "the filtered rows alone").toBe(await page.locator("table.portfolio tbody tr").count());
  expect(rows.join("\n")).toContain("India–Peru FTA");

  const xlsx = await download("XLSX");
  expect(xlsx.name).toBe("portfolio.xlsx");
  expect(xlsx.bytes.subarray(0, 4).toString("latin1"), "a workbook is a ZIP file").toBe("PK\u0003\u0004");

  await page.goto("/agreements/india-peru");
  expect((await download("CSV")).bytes.toString("utf8")).toContain("Trade in goods");
  expect((await download("XLSX")).name).toBe("india-peru-chapters.xlsx");
});
