import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "import" });

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
}
