import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "import" });

/** Sends a file of figures on India's exports to a country and shows what would come of it. */
async function tryFigures(keeper: Page, publisher: string, name: string, text: string, partner: string): Promise<void> {
  await keeper.goto("/trade/import");
  await keeper.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await keeper.getByLabel("Publisher").fill(publisher);
  await keeper.getByRole("button", { name: "Send and look" }).click();
  await keeper.locator("#all-partner").fill(partner);
  await keeper.locator("#all-flow").selectOption({ label: "Exports" });
  await keeper.getByRole("button", { name: "Try with these columns" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";

  test(`a ministry's status table is tried, one row refused, the rest kept (JavaScript ${named})`, async ({ open, watch }) => {
    const chief = await open({ javaScriptEnabled });
    await signIn(chief, "chief", "/work");
    await chief.getByRole("link", { name: "Import a table" }).click();
    await chief.getByRole("link", { name: "Import a status table" }).click();
    const status = javaScriptEnabled ? "Ongoing" : "Substantially concluded";
    const table = [
      "FTA;Chapter;Status;Lead;Remarks",
      `India-Peru FTA;Competition;${status};Lead, script ${named};As agreed in the table, script ${named}`,
      "Atlantis;Goods;Ongoing;;",
      "India-Peru FTA;Goods;Perhaps;;",
    ].join("\r\n");
    await chief.getByLabel("File").setInputFiles({ name: "status.csv", mimeType: "text/csv", buffer: Buffer.from(table, "latin1") });
    await chief.getByRole("button", { name: "Send" }).click();
    await expect(chief.getByText("There is no agreement “Atlantis” whose chapters you move.")).toBeVisible();
    await expect(chief.getByText("“Perhaps” is no status that is known here.")).toBeVisible();

    await test.step("nothing is kept until the refused rows are left out on purpose", async () => {
      watch.expect(422);
      await chief.locator("#commit").click();
      await expect(chief.getByRole("alert")).toContainText("2 rows would be refused");
      await chief.getByLabel(/left out|Leave/).check();
      await chief.locator("#commit").click();
      await expect(chief.getByRole("status")).toContainText("every row went by the rules");
    });

    await chief.goto("/agreements/india-peru/chapters/competition");
    await expect(chief.getByText(`As agreed in the table, script ${named}`).first()).toBeVisible();
    await expect(chief.getByText(`Lead, script ${named}`).first()).toBeVisible();
  });

  test(`a nomenclature is taken in and read (JavaScript ${named})`, async ({ open }) => {
    const keeper = await open({ javaScriptEnabled });
    await signIn(keeper, "statistics", "/trade/hs");
    await keeper.getByRole("link", { name: "Import a nomenclature" }).click();
    const table = `hscode,description,level\n101,"Horses, asses and mules; live (script ${named})",4\n10121,Pure-bred breeding animals,6\n`;
    await keeper.getByLabel("File").setInputFiles({ name: "hs.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await keeper.getByRole("button", { name: "Send" }).click();
    await keeper.locator("#commit").click();
    await expect(keeper.getByRole("status")).toContainText("The nomenclature is kept");
    const official = await open({ javaScriptEnabled });
    await signIn(official, "official", "/trade");
    await official.getByRole("link", { name: "Nomenclature" }).click();
    await official.getByRole("link", { name: "01", exact: true }).click();
    await expect(official.getByRole("cell", { name: "0101", exact: true })).toBeVisible();
    await expect(official.getByText(`mules; live (script ${named})`)).toBeVisible();
  });

  test(`years side by side are taken in at once, corrected by the next file, and withdrawn (JavaScript ${named})`, async ({ open, watch }) => {
    const keeper = await open({ javaScriptEnabled });
    await signIn(keeper, "statistics", "/trade");
    const publisher = `Trade portal, script ${named}`;
    const partner = javaScriptEnabled ? "Panama" : "Guatemala";
    const heads = "S.No.,HSCode,Commodity,2021-2022,%Share,2022-2023,%Share,%Growth";

    await test.step("every year is read; a dash is no figure; the rows refused come back as they were sent", async () => {
      const text = `${heads}\n1,30,Medicines,310.50,4.2,412.75,5,33\n2,87,Vehicles,-,,98.25,1,\n3,77,Nothing,1,,2,,\n4,9,"Coffee, tea",12,,,,\n`;
      await tryFigures(keeper, publisher, `portal-${named}.csv`, text, partner);
      await expect(keeper.getByLabel("Value", { exact: true })).toHaveValue("*");
      await expect(keeper.getByRole("row").filter({ hasText: "FY 2021-22 – FY 2022-23" })).toContainText("US$ 833.5 million");
      const [download] = await Promise.all([
        keeper.waitForEvent("download"),
        keeper.getByRole("link", { name: "All of them as CSV" }).click(),
      ]);
      const refused = await readFile(await download.path(), "utf8");
      expect(refused).toContain("Row,S.No.,HSCode,Commodity,2021-2022,%Share,2022-2023");
      expect(refused).toContain("4,3,77,Nothing,1,,2");
      await keeper.getByLabel(/Leave 1 refused row out/).check();
      await keeper.getByRole("button", { name: "Keep 4 figures" }).click();
      await expect(keeper.getByRole("status")).toContainText("The file is imported.");
    });

    await test.step("the next file corrects one year: what it was stands beside what it is", async () => {
      await tryFigures(keeper, publisher, `corrected-${named}.csv`, `${heads}\n1,30,Medicines,310.50,,432.75,,\n2,87,Vehicles,88,,98.25,,\n`, partner);
      await expect(keeper.locator("dl.facts")).toContainText("Changed 1", { useInnerText: true });
      await keeper.getByRole("button", { name: "Keep 4 figures" }).click();
      await keeper.getByRole("link", { name: `corrected-${named}.csv` }).click();
      const medicines = keeper.getByRole("row").filter({ hasText: "30 Pharmaceutical products" });
      await expect(medicines).toContainText("US$ 412.75 million");
      await expect(medicines).toContainText("US$ 432.75 million");
    });

    await test.step("an earlier file cannot be withdrawn before the later one; a reason is asked for", async () => {
      const corrected = new URL(keeper.url()).pathname;
      await keeper.goto("/trade");
      await keeper.getByRole("link", { name: `portal-${named}.csv` }).click();
      await expect(keeper.getByText("Withdraw that one first.")).toBeVisible();
      await expect(keeper.getByRole("button", { name: "Withdraw this import" })).toHaveCount(0);
      await keeper.getByRole("link", { name: "The later import" }).click();
      expect(new URL(keeper.url()).pathname).toBe(corrected);
      watch.expect(422);
      await keeper.getByRole("button", { name: "Withdraw this import" }).click();
      await expect(keeper.locator("#reason-error")).toBeVisible();
      await keeper.getByLabel("Reason").fill("These were imports, not exports.");
      await keeper.getByRole("button", { name: "Withdraw this import" }).click();
      await expect(keeper.getByRole("status")).toContainText("The import is withdrawn");
      await expect(keeper.getByText("These were imports, not exports.")).toBeVisible();
    });

    await test.step("what Accord gives away it takes in again: nothing is changed by its own table", async () => {
      const code = javaScriptEnabled ? "pa" : "gt";
      await keeper.goto(`/trade/in/${code}`);
      const [download] = await Promise.all([keeper.waitForEvent("download"), keeper.getByRole("link", { name: "CSV" }).click()]);
      const own = await readFile(await download.path(), "utf8");
      expect(own).toContain("412.75");
      expect(own).not.toContain("432.75");
      await keeper.goto("/trade/import");
      await keeper.getByLabel("File").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(own) });
      await keeper.getByLabel("Publisher").fill(publisher);
      await keeper.getByRole("button", { name: "Send and look" }).click();
      await expect(keeper.locator("dl.facts")).toContainText(/Added\s+0\s+Changed\s+0\s+.*4/s, { useInnerText: true });
    });
  });
}
