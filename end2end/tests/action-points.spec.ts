import { expect, test } from "./support/fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "action-points" });

const ROUND = "/agreements/india-peru/meetings/round-11";

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";
  test(`what is agreed at a meeting is owed by somebody, put off with a reason and done (JavaScript ${named})`, async ({ open, watch }) => {
    const title = `Send the tariff lines, script ${named}`;
    const chief = await open({ javaScriptEnabled });
    await signIn(chief, "chief", ROUND);

    await test.step("the chief agrees it from the meeting, and is told what is missing", async () => {
      await chief.getByRole("link", { name: "Agree an action point" }).click();
      await chief.getByLabel("What is to be done").fill(title);
      await chief.getByLabel("Chapter").selectOption({ label: "Trade in goods" });
      watch.expect(422);
      await chief.getByRole("button", { name: "Save" }).click();
      await expect(chief.getByRole("alert")).toBeFocused();
      await expect(chief.getByLabel("What is to be done")).toHaveValue(title);
      await chief.getByLabel("Owed by").selectOption({ label: "Official" });
      await chief.getByLabel("Due").fill("2026-11-20");
      await chief.getByRole("button", { name: "Save" }).click();
      await expect(chief).toHaveURL(new RegExp(`${ROUND}\\?saved=`));
      await expect(chief.getByRole("row").filter({ hasText: title })).toContainText("3 days overdue");
    });

    const official = await open({ javaScriptEnabled });
    await test.step("the official finds it among their work, and asks for another day with the keyboard alone", async () => {
      await signIn(official, "official", "/work");
      await tabTo(official, official.getByRole("link", { name: title }));
      await official.keyboard.press("Enter");
      await expect(official.getByRole("heading", { level: 1 })).toHaveText(title);
      await tabTo(official, official.locator("summary").filter({ hasText: "Change the day" }));
      await official.keyboard.press("Enter");
      await official.locator("#due").fill("2026-12-01");
      await tabTo(official, official.locator("#due_reason"));
      await official.keyboard.type("The ministry of mines answers next week");
      await tabTo(official, official.getByRole("button", { name: "Change the day" }));
      await official.keyboard.press("Enter");
      await expect(official.getByRole("status")).toContainText("The day is changed");
      await expect(official.getByText("day changed once")).toBeVisible();
      await expect(official.getByText("Drop it")).toHaveCount(0);
    });

    await test.step("the chief, who had it open, is told; both edits are shown", async () => {
      await chief.getByRole("link", { name: title }).click();
      await official.locator("summary").filter({ hasText: "It is done" }).click();
      await official.locator("#done_reason").fill("Sent by mail this morning");
      await official.getByRole("button", { name: "It is done" }).click();
      await expect(official.getByText("Sent by mail this morning").first()).toBeVisible();
      await chief.locator("summary").filter({ hasText: "Drop it" }).click();
      await chief.locator("#drop_reason").fill("Nobody waits for it");
      watch.expect(409);
      await chief.getByRole("button", { name: "Drop it" }).click();
      const both = chief.getByRole("table").first();
      await expect(both).toContainText("Done");
      await expect(both).toContainText("Nobody waits for it");
    });

    await test.step("it is owed no more, and the list tells that it is done", async () => {
      await official.goto("/work");
      await expect(official.getByRole("link", { name: title })).toHaveCount(0);
      await official.goto("/agreements/india-peru/action-points");
      await expect(official.getByRole("row").filter({ hasText: title })).toContainText("Done");
    });

    await test.step("the partner sees none of it", async () => {
      const partner = await open({ javaScriptEnabled });
      await signIn(partner, "partner", ROUND);
      await expect(partner.getByText(title)).toHaveCount(0);
      watch.expect(404);
      await partner.goto("/agreements/india-peru/action-points");
      await expect(partner.getByRole("heading", { level: 1 })).not.toContainText("Action");
    });
  });
}
