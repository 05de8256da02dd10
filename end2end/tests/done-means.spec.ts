import { expect, test } from "./support/fixtures.ts";
import { follow, tabTo } from "./support/keyboard.ts";
import { hydrated, signIn } from "./support/people.ts";
import { POSTGRES } from "./support/postgres.ts";
import { withServer, type Engine } from "./support/server.ts";

// Each of these journeys has a server of its own, on the engine it names.
test.use({ baseURL: undefined });
test.describe.configure({ mode: "parallel" });

const REASON = "Both sides accept the safeguard annex; authorised by the chief negotiator on 23 November";

for (const engine of ["SQLite", "PostgreSQL"] satisfies Engine[]) {
  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

    test(`a chapter moved with the keyboard is seen by another official, ${scripts}, on ${engine}`, async ({ openAt }) => {
      test.skip(engine === "PostgreSQL" && !POSTGRES, "ACCORD_TEST_POSTGRES names no server; cargo xtask test starts one");

      await withServer({ name: "done-means", engine }, async (server) => {
        const lead = await openAt(server.url, { javaScriptEnabled });
        const official = await openAt(server.url, { javaScriptEnabled });
        const movement = official.getByRole("listitem").filter({ hasText: REASON });
        const strip = official.getByRole("row", { name: "India–Peru FTA" }).getByRole("img");

        await test.step("the official has the portfolio open", async () => {
          await signIn(official, "official");
          await expect(strip).toHaveAccessibleName(/^16 chapters, /);
          await expect(movement).toHaveCount(0);
        });
        const before = (await strip.getAttribute("aria-label")) ?? "";

        await test.step("the lead moves the chapter without touching the mouse", async () => {
          await signIn(lead, "goods");
          await follow(lead, "India–Peru FTA");
          await follow(lead, "Trade in goods");
          if (javaScriptEnabled) await hydrated(lead);

          await tabTo(lead, lead.getByLabel("Text track").and(lead.locator("select")));
          await lead.keyboard.type("Subst");
          await tabTo(lead, lead.getByLabel("Why, and on what authority"));
          await lead.keyboard.type(REASON);
          await tabTo(lead, lead.getByRole("button", { name: "Record", exact: true }));
          await lead.keyboard.press("Enter");

          await expect(lead.getByRole("status").filter({ hasText: "The step is recorded." })).toBeVisible();
          await expect(lead.locator("[aria-current=step]")).toHaveText("Substantially closed");
        });

        const seen = async () => {
          await official.reload();
          await expect(movement).toContainText("India–Peru FTA · Trade in goods");
          await expect(movement).toContainText(/Moved:\s*Under negotiation\s*→\s*Substantially closed/);
          await expect(movement.getByRole("time")).toHaveText("Lead, goods · today");
          expect(await strip.getAttribute("aria-label"), "the strip tells one chapter more").not.toBe(before);
        };

        await test.step("the official sees who, when and why", seen);

        await test.step("after a restart it is still there", async () => {
          await server.restart();
          await seen();
          await official.getByRole("link", { name: "India–Peru FTA · Trade in goods" }).first().click();
          await expect(official.locator("[aria-current=step]")).toHaveText("Substantially closed");
          await expect(official.getByText(REASON)).toBeVisible();
        });
      });
    });
  }
}
