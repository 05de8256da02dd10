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
      const line = item.getByRole("listitem").filter({ has: lead.getByRole("link", { name: "4011 Tyres" }) });
      await expect(line).toContainText("1 In favour");
      await item.getByRole("link", { name: title, exact: true }).click();
      await expect(lead.getByText("</textarea>Two containers a month")).toBeVisible();
    });

    await test.step("the exporter turns; what was said before is told beside the line", async () => {
      await exporter.getByRole("group", { name: "4011 Tyres" }).getByLabel("How you stand to it").selectOption({ label: "Against" });
      await exporter.getByRole("button", { name: "Send the answers" }).click();
      await expect(exporter.getByRole("status")).toContainText("Thank you");
      await lead.reload();
      await lead.getByText("1 answer to this line was changed").click();
      await expect(lead.getByRole("listitem").filter({ hasText: "→" })).toContainText("Against: </textarea>Two containers a month");
    });

    await test.step("the lead extends it", async () => {
      await lead.getByRole("link", { name: "Edit the consultation" }).click();
      await expect(lead.getByText("The lines stay as they are asked")).toBeVisible();
      await lead.getByLabel("Open until").fill("2099-02-01");
      await lead.getByRole("button", { name: "Save" }).click();
      await expect(lead.getByRole("status")).toContainText("Your changes are saved");
    });

    await test.step("a new link takes the place of the first, with what was answered", async () => {
      await lead.getByRole("button", { name: "New link for Tyres of Chennai" }).click();
      const first = link;
      link = new URL(await lead.getByLabel("Private link").inputValue()).pathname;
      watch.expect(404);
      expect((await exporter.goto(first))?.status()).toBe(404);
      await exporter.goto(link);
      await expect(exporter.getByRole("group", { name: "4011 Tyres" }).getByLabel("How you stand to it")).toHaveValue("oppose");
    });

    await test.step("a link that is revoked opens nothing", async () => {
      await lead.getByRole("button", { name: "Revoke the link of Tyres of Chennai" }).click();
      await expect(lead.getByRole("status")).toContainText("opens nothing any more");
      watch.expect(404);
      const gone = await exporter.goto(link);
      expect(gone?.status()).toBe(404);
    });
  });

  test(`an exporter answers by the template; two who are one are merged on purpose (JavaScript ${named})`, async ({ open, watch }) => {
    const lead = await open({ javaScriptEnabled });
    const firm = javaScriptEnabled ? "Rice of Nellore" : "Spices of Kerala";
    const links: string[] = [];

    await test.step("the lead asks two that look alike, knowingly", async () => {
      await signIn(lead, "goods", "/agreements/india-peru/consultations");
      await lead.getByLabel("Title").fill(`Rice and spices, script ${named}`);
      await lead.getByLabel("Concerns").selectOption({ label: "Trade in goods" });
      await lead.getByLabel("Open until").fill("2099-01-01");
      await lead.getByLabel("What is asked").fill("0904 Pepper\n1006 Rice");
      await lead.getByRole("button", { name: "Open a consultation" }).click();
      for (const name of [firm, `${firm.toUpperCase()} Pvt. Ltd.`]) {
        await lead.getByLabel("Name").fill(name);
        if (links.length > 0) {
          watch.expect(422);
          await lead.getByRole("button", { name: "Make a private link" }).click();
          await expect(lead.getByLabel("Name")).toHaveAccessibleDescription(new RegExp(`looks like ${firm}, who is invited already`));
          await expect(lead.getByLabel("Name")).toHaveValue(name);
          await lead.getByLabel("They are not the same: invite anyway").check();
        }
        await lead.getByRole("button", { name: "Make a private link" }).click();
        links.push(new URL(await lead.getByLabel("Private link").inputValue()).pathname);
      }
    });

    const exporter = await open({ javaScriptEnabled });
    const pepper = exporter.getByRole("group", { name: "0904 Pepper" });
    await test.step("the exporter takes the template away and brings a table back", async () => {
      await exporter.goto(links[0] ?? "");
      await exporter.getByText("Answer in a spreadsheet").click();
      const download = exporter.waitForEvent("download");
      await exporter.getByRole("link", { name: "Download the template (XLSX)" }).click();
      expect((await download).suggestedFilename()).toBe("answers.xlsx");
      const send = async (rows: string): Promise<void> => {
        const table = `Number;HS code;How you stand to it;In your words\n${rows}`;
        await exporter.getByLabel("File").setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
        await exporter.getByRole("button", { name: "Fill the form from the file" }).click();
      };
      watch.expect(422);
      await send("1;904;Perhaps;Black pepper\n2;1006;A favor;Parboiled\n");
      await expect(pepper.getByLabel("How you stand to it")).toHaveAccessibleDescription(/Row 2: “Perhaps” is no answer offered/);
      await expect(pepper.getByLabel("In your words")).toHaveValue("Black pepper");
      await exporter.getByText("Answer in a spreadsheet").click();
      await send("1;904;On conditions;Black pepper\n2;1006;A favor;Parboiled\n");
      await expect(exporter.getByRole("status")).toContainText("Nothing is sent yet");
    });

    await test.step("sees it in the form, and sends it", async () => {
      await expect(pepper.getByLabel("How you stand to it")).toHaveValue("conditional");
      await exporter.getByRole("button", { name: "Send the answers" }).click();
      await expect(exporter.getByRole("status")).toContainText("Thank you");
      await exporter.goto(links[1] ?? "");
      await exporter.getByRole("group", { name: "1006 Rice" }).getByLabel("How you stand to it").selectOption({ label: "Against" });
      await exporter.getByRole("button", { name: "Send the answers" }).click();
      await expect(exporter.getByRole("status")).toContainText("Thank you");
    });

    await test.step("the lead sees it beside the line, and two of two", async () => {
      await lead.goto("/agreements/india-peru/consultations");
      await lead.getByRole("link", { name: `Rice and spices, script ${named}` }).click();
      await expect(lead.getByText("Black pepper")).toBeVisible();
      await expect(lead.getByText("answered 2 / 2 (100.0 %)")).toBeVisible();
    });

    await test.step("and merges the two, with a reason", async () => {
      await lead.getByRole("link", { name: firm, exact: true }).click();
      await lead.getByRole("link", { name: new RegExp(`^Compare ${firm}`) }).click();
      watch.expect(422);
      await lead.getByRole("button", { name: "Merge them" }).click();
      await expect(lead.getByLabel("Reason")).toHaveAccessibleDescription(/This is needed/);
      await lead.getByLabel("Reason").fill("The same number in the register of firms.");
      await lead.getByRole("button", { name: "Merge them" }).click();
      await expect(lead.getByRole("status")).toContainText("They are one from now on.");
      await expect(lead.getByRole("heading", { level: 1 })).toHaveText(firm);
      await expect(lead.getByText("Black pepper")).toBeVisible();
      await expect(lead.getByRole("cell", { name: "Against" })).toBeVisible();
      await expect(lead.getByText("The same number in the register of firms.")).toBeVisible();
      await lead.goto("/agreements/india-peru/consultations");
      await expect(lead.getByRole("row").filter({ hasText: `Rice and spices, script ${named}` })).toContainText("1 / 1 (100.0 %)");
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";

  test(`what a council said in a meeting stands beside the chapter and with the council (JavaScript ${named})`, async ({ open, watch }) => {
    const lead = await open({ javaScriptEnabled });
    await signIn(lead, "goods", "/agreements/india-peru/consultations");
    await lead.getByRole("link", { name: "Stances heard" }).click();
    await lead.getByLabel("Name", { exact: true }).fill("Council of Leather Exports (illustrative) Ltd.");
    await lead.getByLabel("Stance", { exact: true }).selectOption({ label: "Against" });
    await lead.getByLabel("Concerns", { exact: true }).selectOption({ label: "Trade in goods" });
    await lead.getByLabel("In their words").fill(`Not without rules of origin, script ${named}`);
    await lead.getByLabel("Heard on").fill("2026-11-20");
    watch.expect(422);
    await lead.getByRole("button", { name: "Record a stance" }).click();
    await expect(lead.getByRole("alert")).toBeFocused();
    await expect(lead.getByLabel("Where it was heard")).toHaveAccessibleDescription(/This is needed/);
    await lead.getByLabel("Where it was heard").fill("A meeting with councils");
    await lead.getByRole("button", { name: "Record a stance" }).click();
    await expect(lead.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/looks like Council of leather exports/);
    await expect(lead.getByLabel("In their words")).toHaveValue(`Not without rules of origin, script ${named}`);
    await lead.getByLabel("Name", { exact: true }).fill("Council of leather exports (illustrative)");
    await lead.getByRole("button", { name: "Record a stance" }).click();
    await expect(lead.getByRole("status")).toContainText("recorded");

    const official = await open({ javaScriptEnabled });
    await signIn(official, "official", "/agreements/india-peru/chapters/goods");
    const row = official.getByRole("row").filter({ hasText: `Not without rules of origin, script ${named}` });
    await expect(row).toContainText("Against");
    await row.getByRole("link", { name: "Council of leather exports" }).click();
    await expect(official.getByRole("row").filter({ hasText: "A meeting with councils" }).first()).toContainText("Trade in goods");
    const partner = await open({ javaScriptEnabled });
    watch.expect(404);
    await signIn(partner, "partner");
    expect((await partner.goto("/agreements/india-peru/stances"))?.status()).toBe(404);
  });
}
