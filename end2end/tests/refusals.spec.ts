import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { hydrated, signIn, type Who } from "./support/people.ts";

test.use({ journey: "refusals" });

const summary = (page: Page) => page.locator(".error-summary");
const record = (page: Page) => page.getByRole("button", { name: "Record", exact: true }).click();

/** The refusal is told twice: in the summary, which has the focus, and beside the field, which is described by it. */
async function refused(page: Page, field: string, sentence: RegExp): Promise<void> {
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).locator(`a[href="#${field}"]`)).toHaveText(sentence);
  const control = page.locator(`#${field}`);
  await expect(control).toHaveAccessibleDescription(sentence);
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(`#${field}-error`)).toHaveText(sentence);
}

for (const javaScriptEnabled of [true, false]) {
  const chapterPage = async (page: Page, who: Who, chapter: string) => {
    await signIn(page, who, `/agreements/india-peru/chapters/${chapter}`);
    if (javaScriptEnabled) await hydrated(page);
  };

  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("going back without a reason is refused, and the choice is kept", async ({ page, watch }) => {
      await chapterPage(page, "goods", "goods");
      watch.expect(422);
      await page.locator("#text_status").selectOption("Consolidated text");
      await record(page);

      await refused(page, "reason", /Going back needs a reason/);
      await expect(page.locator("#text_status")).toHaveValue("consolidated-text");
      await summary(page).getByRole("link").click();
      await expect(page.locator("#reason")).toBeFocused();
      await page.goto("/agreements/india-peru/chapters/goods");
      await expect(page.locator("[aria-current=step]"), "nothing was changed").toHaveText("Under negotiation");
    });

    test("a lead is told that closing is for the chief", async ({ page, watch }) => {
      await chapterPage(page, "services", "services");
      watch.expect(422);
      await page.locator("#text_status").selectOption("Closed");
      await page.locator("#reason").fill("The last bracket fell this morning");
      await record(page);

      await refused(page, "text_status", /Only a chief negotiator or a principal closes a chapter/);
      await expect(page.locator("#reason")).toHaveValue("The last bracket fell this morning");
    });

    test("closing over open brackets is refused until it is meant, and told why", async ({ page, watch }) => {
      const chapter = javaScriptEnabled ? "rules-of-origin" : "sps";
      await chapterPage(page, "chief", chapter);
      watch.expect(422);
      await page.locator("#text_status").selectOption("Provisionally closed");
      await record(page);
      await refused(page, "text_status", /Brackets are still open \(\d+\)/);

      await page.getByRole("checkbox", { name: /Close although \d+ brackets are open/ }).check();
      await record(page);
      await refused(page, "reason", /Closing with brackets open needs a reason/);
      await expect(page.locator("#text_status")).toHaveValue("provisionally-closed");
      await expect(page.getByRole("checkbox", { name: /Close although/ })).toBeChecked();

      await page.locator("#reason").fill("Ministers settle the rest at the signing");
      await record(page);
      await expect(page.getByText("The step is recorded.")).toBeVisible();
      await expect(page.locator("[aria-current=step]")).toHaveText("Provisionally closed");
      await expect(page.getByText("Ministers settle the rest at the signing").first()).toBeVisible();
    });

    test("text that looks like a page stays text", async ({ page, watch }) => {
      const hostile = `</textarea><script>document.title = "taken"</script> "quoted" & \u202eright to left\u202c e\u0301 क्षि`;
      await chapterPage(page, "services", "services");
      watch.expect(422);
      await page.locator("#text_status").selectOption("Scrubbed");
      await page.locator("#reason").fill(hostile);
      await record(page);
      await expect(summary(page)).toBeFocused();
      await expect(page.locator("#reason")).toHaveValue(hostile);

      await page.locator("#text_status").selectOption(javaScriptEnabled ? "Consolidated text" : "Proposals exchanged");
      await record(page);
      await expect(page.getByText("The step is recorded.")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "</textarea><script>" }).first()).toBeVisible();
      await expect(page).not.toHaveTitle("taken");
    });

    test("whoever saves second sees both edits and loses no word", async ({ page, open, watch }) => {
      const chapter = javaScriptEnabled ? "trade-remedies" : "cooperation";
      const mine = "The partner withdrew its proposal on state enterprises";
      const theirs = "Agreed by the experts last night";
      await chapterPage(page, "chief", chapter);
      const other = await open({ javaScriptEnabled });
      await chapterPage(other, "minister", chapter);

      await other.locator("#text_status").selectOption("Substantially closed");
      await other.locator("#reason").fill(theirs);
      await record(other);
      await expect(other.getByText("The step is recorded.")).toBeVisible();

      watch.expect(409);
      await page.locator("#text_status").selectOption("Proposals exchanged");
      await page.locator("#reason").fill(mine);
      await record(page);
      await expect(summary(page)).toContainText("Somebody else saved first");
      await expect(summary(page)).toContainText("Last saved by Minister, today.");
      await expect(summary(page)).toBeFocused();
      const both = page.getByRole("table", { name: "Both edits, side by side" });
      await expect(both.getByRole("row", { name: "Text track" })).toContainText(/Substantially closed\s*Proposals exchanged/);
      await expect(both.getByRole("row", { name: "Reason" })).toContainText(theirs);
      await expect(both.getByRole("row", { name: "Reason" })).toContainText(mine);
      await expect(page.locator("#reason")).toHaveValue(mine);
      await expect(page.locator("#text_status")).toHaveValue("proposals-exchanged");

      if (javaScriptEnabled) await hydrated(page);
      await record(page);
      await expect(page.getByText("The step is recorded.")).toBeVisible();
      await expect(page.locator("[aria-current=step]")).toHaveText("Proposals exchanged");
      await expect(page.getByText(theirs), "the first edit stays in the history").toBeVisible();
    });
  });
}

test("a chapter's card edited by two ends in one saved edit and one comparison", async ({ page, open, watch }) => {
  const form = "/agreements/india-peru/chapters/tbt/edit";
  const other = await open();
  await signIn(page, "chief", form);
  await signIn(other, "minister", form);
  await other.getByLabel("Target round").fill("Round 12");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Your changes are saved.")).toBeVisible();

  watch.expect(409);
  await page.getByLabel("Target round").fill("Round 13");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(summary(page)).toBeFocused();
  await expect(page.getByRole("row", { name: "Target round" })).toContainText(/Round 12\s*Round 13/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
  await expect(page.locator("dt:text-is('Target round') + dd")).toHaveText("Round 13");
});

test("the island says what a step needs before it is recorded", async ({ page }) => {
  await signIn(page, "goods", "/agreements/india-peru/chapters/goods");
  await hydrated(page);
  await page.locator("#text_status").selectOption("Consolidated text");
  await expect(page.getByRole("status")).toHaveText(/Going back needs a reason/);
  await page.locator("#reason").fill("The partner reopened the annex");
  await expect(page.getByRole("status")).toHaveText("");
});

test("the island keeps what was typed while the server cannot be reached", async ({ page, context }) => {
  await signIn(page, "goods", "/agreements/india-peru/chapters/goods");
  await hydrated(page);
  await context.route("**/act/**", (route) => route.abort("aborted"));
  await page.locator("#reason").fill("Typed in the lift");
  await record(page);
  await expect(page.getByText(/Accord cannot be reached/)).toBeVisible();
  await expect(page.locator("#reason")).toHaveValue("Typed in the lift");
});

interface Case {
  what: string;
  who: Who;
  path: string;
  /** What opens the form, where it is folded away. */
  unfold?: string;
  fill: Record<string, string>;
  button: string;
  errors: Record<string, RegExp>;
  kept?: Record<string, string>;
}

const forms: Case[] = [
  {
    what: "an agreement without a name, a partner or an address",
    who: "chief",
    path: "/agreements/new",
    fill: { lead_ministry: "Department of Commerce" },
    button: "Open an agreement",
    errors: { name: /This is needed/, slug: /This is needed/, partners: /This is needed/ },
    kept: { lead_ministry: "Department of Commerce", home_party: "IN" },
  },
  {
    what: "an event on a day that does not exist, without a source",
    who: "chief",
    path: "/agreements/india-peru/events/new",
    fill: { date: "2025-02-30", note: "Round 10" },
    button: "Save",
    errors: { date: /This is not a date/, publisher: /A date needs its source|This is needed/ },
    kept: { date: "2025-02-30", note: "Round 10" },
  },
  {
    what: "a chapter's count of brackets that is no number",
    who: "goods",
    path: "/agreements/india-peru/chapters/goods/edit",
    fill: { open_brackets: "about ten" },
    button: "Save",
    errors: { open_brackets: /Enter a whole number/ },
    kept: { open_brackets: "about ten" },
  },
  {
    what: "parking without a reason",
    who: "goods",
    path: "/agreements/india-peru/chapters/goods",
    unfold: "Park the chapter",
    fill: {},
    button: "Park the chapter",
    errors: { park_reason: /Parking needs a reason/ },
  },
  {
    what: "escalating without a question",
    who: "goods",
    path: "/agreements/india-peru/chapters/goods",
    unfold: "Escalate a question",
    fill: {},
    button: "Escalate a question",
    errors: { question: /This is needed/ },
  },
  {
    what: "a role for somebody without an account",
    who: "chief",
    path: "/agreements/india-peru/people",
    fill: { email: "nobody@accord.example" },
    button: "Grant a role",
    errors: { email: /No active account has this e-mail address/ },
    kept: { email: "nobody@accord.example" },
  },
  {
    what: "an account with a short first password",
    who: "admin",
    path: "/admin",
    fill: { email: "new@accord.example", name: "New person", password: "short" },
    button: "Add an account",
    errors: { password: /Use at least \d+ characters/ },
    kept: { email: "new@accord.example", name: "New person", password: "" },
  },
];

for (const form of forms) {
  test(`refused: ${form.what}`, async ({ page, watch }) => {
    await signIn(page, form.who, form.path);
    if (form.unfold) await page.getByText(form.unfold, { exact: true }).first().click();
    for (const [name, text] of Object.entries(form.fill)) await page.locator(`#${name}`).fill(text);
    watch.expect(422);
    await page.getByRole("button", { name: form.button, exact: true }).click();
    for (const [name, sentence] of Object.entries(form.errors)) await refused(page, name, sentence);
    for (const [name, text] of Object.entries(form.kept ?? {})) await expect(page.locator(`#${name}`)).toHaveValue(text);
  });
}
