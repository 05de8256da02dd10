import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "consultation" });

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";

  test(`an exporter answers a consultation by link; the lead reads it beside the chapter (JavaScript ${named})`, async ({ open, watch }) => {
    const lead = await open({ javaScriptEnabled });
    const title = `Tyres, script ${named}`;
    let link = "";

    await test.step("the lead opens it on the chapter, and makes a link", async () => {
      await signIn(lead, "goods", "/agreements/india-peru");
      await lead.getByRole("link", { name: "Consultations", exact: true }).click();
      await lead.getByLabel("Title").fill(title);
      await lead.getByLabel("Concerns").selectOption({ label: "Trade in goods" });
      await lead.getByLabel("Open until").fill("2099-01-01");
      await lead.getByLabel("What is asked").fill("7799 Nothing");
      watch.expect(422);
      await lead.getByRole("button", { name: "Open a consultation" }).click();
      await expect(lead.getByLabel("What is asked")).toHaveAccessibleDescription(/no chapter 77/);
      await lead.getByLabel("What is asked").fill("4011 Tyres\nWho competes with you there?");
      await lead.getByRole("button", { name: "Open a consultation" }).click();
      await expect(lead.getByRole("status")).toContainText("Make a private link");
      await lead.getByLabel("Name").fill("Tyres of Chennai");
      await lead.getByRole("button", { name: "Make a private link" }).click();
      link = new URL(await lead.getByLabel("Private link").inputValue()).pathname;
    });

    const exporter = await open({ javaScriptEnabled });
    await test.step("the exporter, without an account, sees what is asked and nothing else", async () => {
      await exporter.goto(link);
      await expect(exporter.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(exporter.getByRole("navigation")).toHaveCount(0);
      watch.expect(422);
      await exporter.getByRole("button", { name: "Send the answers" }).click();
      await expect(exporter.getByRole("alert")).toContainText("Answer one line at least.");
    });

    await test.step("answers line by line, and may change it", async () => {
      await exporter.getByRole("group", { name: "4011 Tyres" }).getByLabel("How you stand to it").selectOption({ label: "In favour" });
      await exporter.getByRole("group", { name: "4011 Tyres" }).getByLabel("In your words").fill("</textarea>Two containers a month");
      await exporter.getByRole("button", { name: "Send the answers" }).click();
      await expect(exporter.getByRole("status")).toContainText("Thank you");
      await expect(exporter.getByRole("group", { name: "4011 Tyres" }).getByLabel("In your words")).toHaveValue("</textarea>Two containers a month");
    });

    await test.step("the lead sees it beside the chapter, with the rate", async () => {
      await lead.goto("/agreements/india-peru/chapters/goods");
      const item = lead.getByRole("listitem").filter({ has: lead.getByRole("link", { name: title, exact: true }) });
      await expect(item).toContainText("answered 1 / 1 (100.0 %)");
      await item.getByRole("link").click();
      await expect(lead.getByText("</textarea>Two containers a month")).toBeVisible();
    });

    await test.step("a link that is revoked opens nothing", async () => {
      await lead.getByRole("button", { name: "Revoke the link of Tyres of Chennai" }).click();
      await expect(lead.getByRole("status")).toContainText("opens nothing any more");
      watch.expect(404);
      const gone = await exporter.goto(link);
      expect(gone?.status()).toBe(404);
    });
  });
}
