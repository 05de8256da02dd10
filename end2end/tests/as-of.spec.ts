import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "as-of", javaScriptEnabled: false });

test("an official looks back at the day after round 7, and nothing there can be changed", async ({ page, open, watch }) => {
  await test.step("the portfolio of that day", async () => {
    await signIn(page, "chief");
    await page.getByLabel("As of", { exact: true }).fill("2024-04-12");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/as-of=2024-04-12/);
    await expect(page.getByText("As Accord had it recorded at the end of 12 Apr 2024.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open an agreement", exact: true })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "India–Peru investment track", exact: true })).toHaveCount(0);
  });

  await test.step("leads to the agreement of that day", async () => {
    await page.getByRole("link", { name: "India–Peru FTA", exact: true }).first().click();
    await expect(page).toHaveURL(/\/agreements\/india-peru\?as-of=2024-04-12$/);
    await expect(page.getByText("This is the past and cannot be changed.")).toBeVisible();
    // Round 9 was held long after.
    await expect(page.getByText("critical minerals", { exact: false })).toHaveCount(0);
    for (const name of ["Edit the agreement", "Record an event", "Open a chapter"]) {
      await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
    }
    await expect(page.locator("form[method=post]:not(header form)")).toHaveCount(0);
  });

  await test.step("and back to now", async () => {
    await page.getByRole("link", { name: "Back to now", exact: true }).click();
    await expect(page).toHaveURL(/\/agreements\/india-peru$/);
    await expect(page.getByText("This is the past and cannot be changed.")).toHaveCount(0);
  });

  await test.step("a day that is none is refused beside its field, and what was typed stays", async () => {
    const official = await open({ javaScriptEnabled: false });
    await signIn(official, "official");
    watch.expect(422);
    await official.goto("/agreements/india-peru?as-of=2024-02-30");
    await expect(official.getByRole("link", { name: "This is not a day. Write it as 2018-04-03." })).toBeVisible();
    await expect(official.getByLabel("As of", { exact: true })).toHaveValue("2024-02-30");
  });
});
