import { readFile } from "node:fs/promises";

import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "trade" });

/** A published monthly file by HS chapter: 98 chapters in 153 months, leading zeros lost. */
function monthly(): Buffer {
  const rows = ["HSCode,Commodity,Value,Date"];
  for (let month = 0; month < 153; month += 1) {
    const date = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    for (let chapter = 1; chapter <= 99; chapter += 1) {
      if (chapter !== 77) rows.push(`${chapter},"Goods of chapter ${chapter}",${chapter * 3 + month}.25,${date}`);
    }
  }
  return Buffer.from(`${rows.join("\n")}\n`);
}

for (const javaScriptEnabled of [true, false]) {
  const named = javaScriptEnabled ? "on" : "off";
  const publisher = `Ministry of commerce, script ${named}`;

  test(`a file of 15,000 rows is sent, its columns chosen, tried, and kept (JavaScript ${named})`, async ({ open, watch }) => {
    const keeper = await open({ javaScriptEnabled });
    await signIn(keeper, "statistics", "/trade/import");

    await test.step("what is no table is refused beside its field", async () => {
      await keeper.getByLabel("File").setInputFiles({ name: "x.xlsx", mimeType: "x", buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) });
      await keeper.getByLabel("Publisher").fill(publisher);
      watch.expect(422);
      await keeper.getByRole("button", { name: "Send and look" }).click();
      await expect(keeper.getByRole("alert")).toBeFocused();
      await expect(keeper.getByLabel("File")).toHaveAccessibleDescription(/password/);
      await expect(keeper.getByLabel("Publisher")).toHaveValue(publisher);
    });

    await test.step("the columns are guessed by their heads; what no column says is chosen for all rows", async () => {
      await keeper.getByLabel("File").setInputFiles({ name: "monthly.csv", mimeType: "text/csv", buffer: monthly() });
      await keeper.getByRole("button", { name: "Send and look" }).click();
      await expect(keeper.getByLabel("HS code")).toHaveValue("HSCode");
      await expect(keeper.getByLabel("Value")).toHaveValue("Value");
      await expect(keeper.getByLabel("Period", { exact: true })).toHaveValue("Date");
      await expect(keeper.getByRole("alert")).toContainText("Choose a column, or one value for all rows.");
      await keeper.locator("#all-partner").fill("World");
      await keeper.locator("#all-flow").selectOption({ label: "Exports" });
      await keeper.getByRole("button", { name: "Try with these columns" }).click();
    });

    await test.step("the trial tells what would happen, and has kept nothing", async () => {
      await expect(keeper.getByText("14,994", { exact: true }).first()).toBeVisible();
      // Sums of what was read, so that a wrong scale is seen: 98 chapters, from the first month to the last.
      const sum = keeper.getByRole("row").filter({ hasText: "January 2010 – September 2022" });
      await expect(sum).toContainText("98");
      await expect(sum).toContainText("US$ 3,380.00 billion");
      await expect(keeper.getByRole("row").filter({ hasText: "01 Live animals" }).filter({ hasText: "US$ 3.25 million" })).toBeVisible();
      await expect(keeper.getByLabel("The codes of the file are")).toHaveValue("all");
      await expect(keeper.getByRole("button", { name: "Keep 14,994 figures" })).toBeVisible();
      const reader = await open({ javaScriptEnabled });
      await signIn(reader, "official", "/trade/in/wld");
      await expect(reader.getByText(publisher)).toHaveCount(0);
    });

    await test.step("all of it is kept, and plotted", async () => {
      await keeper.getByRole("button", { name: "Keep 14,994 figures" }).click();
      await expect(keeper.getByRole("status")).toContainText("imported");
      await expect(keeper.getByText("14,994 added, 0 changed").first()).toBeVisible();
      await keeper.goto("/trade/in/wld?series=goods.USD.month");
      await expect(keeper.getByRole("img", { name: /India – World/ })).toBeVisible();
      await expect(keeper.getByRole("row", { name: /September 2022/ })).toContainText("98");
      await expect(keeper.getByRole("row").filter({ hasText: "Works of art and antiques" })).toBeVisible();
      // A month that reads as a fiscal year too.
      await keeper.getByLabel("Period").selectOption({ label: "November 2010" });
      await keeper.getByRole("button", { name: "Show" }).click();
      await keeper.getByRole("row").filter({ hasText: "Works of art and antiques" }).getByRole("link", { name: "US$" }).click();
      await expect(keeper.getByRole("heading", { level: 1 })).toContainText("November 2010");
      await keeper.goBack();
      await keeper.getByRole("link", { name: "Works of art and antiques" }).click();
      await expect(keeper.getByRole("img", { name: /Works of art and antiques/ })).toBeVisible();
      await expect(keeper.getByRole("row", { name: /FY 2021-22/ })).toContainText("sum of twelve months");
      // Twelve months are a year, drawn and told as such.
      await keeper.goto("/trade/in/wld?series=goods.USD.fiscal-year");
      await expect(keeper.getByRole("img", { name: /India – World/ })).toBeVisible();
      await expect(keeper.getByRole("row", { name: /FY 2021-22/ })).toContainText("sum of twelve months");
      await expect(keeper.getByRole("row", { name: /FY 2022-23/ })).toHaveCount(0);
    });

    await test.step("sent again, it changes nothing; the columns are remembered", async () => {
      await keeper.goto("/trade/import");
      await keeper.getByLabel("File").setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: monthly() });
      await keeper.getByLabel("Publisher").fill(publisher);
      await keeper.getByRole("button", { name: "Send and look" }).click();
      const unchanged = keeper.locator("dt", { hasText: "As they are" }).locator("xpath=following-sibling::dd[1]");
      await expect(unchanged).toHaveText("14,994");
    });
  });

  test(`two sources on one total: an official sees both, the keeper prefers one (JavaScript ${named})`, async ({ open, watch }) => {
    const official = await open({ javaScriptEnabled });
    await test.step("from the agreement to the total on which sources differ", async () => {
      await signIn(official, "official", "/agreements/india-peru");
      await expect(official.getByRole("heading", { name: "Trade figures" })).toBeVisible();
      await official.getByRole("link", { name: "All figures" }).click();
      await official.getByRole("link", { name: "Total, FY 2022-23" }).click();
      const rows = official.getByRole("row");
      await expect(rows.filter({ hasText: "US$ 3.11 billion" })).toContainText("First public figure");
      await expect(rows.filter({ hasText: "US$ 3.12 billion" })).toContainText("Second public figure");
      await expect(official.getByRole("button", { name: "Prefer a source" })).toHaveCount(0);
    });

    await test.step("the keeper of figures prefers one, with a reason", async () => {
      const keeper = await open({ javaScriptEnabled });
      await signIn(keeper, "statistics", new URL(official.url()).pathname + new URL(official.url()).search);
      const choice = keeper.getByLabel("Source", { exact: true });
      await choice.selectOption({ label: "Publisher not recorded: First public figure" });
      watch.expect(422);
      await keeper.getByRole("button", { name: "Prefer a source" }).click();
      await expect(keeper.getByRole("alert")).toBeFocused();
      await expect(choice.locator("option:checked")).toHaveText("Publisher not recorded: First public figure");
      await keeper.getByLabel("Reason").fill(`It was published first (${named})`);
      await keeper.getByRole("button", { name: "Prefer a source" }).click();
      await expect(keeper.getByRole("status")).toContainText("preferred");
      await official.reload();
      await expect(official.getByRole("row").filter({ hasText: "US$ 3.11 billion" })).toContainText(`It was published first (${named})`);
    });

    await test.step("the figures are had as CSV with their sources", async () => {
      await official.goto("/trade/in/pe");
      const [download] = await Promise.all([official.waitForEvent("download"), official.getByRole("link", { name: "CSV" }).click()]);
      const text = (await readFile(await download.path())).toString("utf8");
      expect(text).toContain("FY2022-23,Total,Goods,,Everything,USD,billions,3.11,Publisher not recorded,First public figure");
    });
  });
}

test("rows that cannot be kept are listed with their reasons, and kept out only on purpose", async ({ open, watch }) => {
  const rows = ["Código;Valor;Mes", "3;1.234,50;2024-01", "77;5,00;2024-01", "8;doce;2024-01", "9;(7,00);2024-01", "10;4,00;2010-11;", "3;1,00;2024-01"];
  const keeper = await open({});
  await signIn(keeper, "statistics", "/trade/import");
  await keeper.getByLabel("File").setInputFiles({ name: "mes.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n"), "latin1") });
  await keeper.getByLabel("Publisher").fill("Aduanas");
  await keeper.getByRole("button", { name: "Send and look" }).click();
  await expect(keeper.getByLabel("Decimals after")).toHaveValue("comma");
  await keeper.locator("#all-partner").fill("Perú");
  await keeper.locator("#all-flow").selectOption({ label: "Imports" });
  await keeper.getByRole("button", { name: "Try with these columns" }).click();
  for (const [row, why] of [
    ["3", /no chapter 77/],
    ["4", /“doce” is no number/],
    ["5", /cannot be less than nothing/],
    ["6", /fiscal year or a month/],
    ["7", /same as row 2/],
  ] as const) {
    await expect(keeper.getByRole("row").filter({ has: keeper.getByRole("cell", { name: row, exact: true }) }).filter({ hasText: why })).toBeVisible();
  }
  watch.expect(422);
  await keeper.getByRole("button", { name: "Keep 1 figure" }).click();
  await expect(keeper.getByRole("alert")).toContainText("5 rows would be refused");
  await keeper.getByLabel("Leave 5 refused rows out").check();
  await keeper.getByRole("button", { name: "Keep 1 figure" }).click();
  await expect(keeper.getByRole("status")).toContainText("imported");
});

test("exports and imports that do not add up to another source's total contradict it", async ({ open }) => {
  const official = await open({});
  await signIn(official, "official", "/trade/in/cl");
  await official.getByRole("link", { name: "Total, FY 2024-25" }).click();
  await expect(official.getByRole("row").filter({ hasText: "US$ 3.75 billion" })).toContainText("By HS chapter");
  const reckoned = official.getByRole("row").filter({ hasText: "US$ 3,860 million" });
  await expect(reckoned).toContainText("exports + imports");
});

test("medicines alone are no total until their source is said to tell all trade", async ({ open, watch }) => {
  const keeper = await open({});
  await signIn(keeper, "statistics", "/trade/figures/new");
  await keeper.getByLabel("Partner").fill("Japan");
  await keeper.getByLabel("HS code").fill("30");
  await keeper.getByLabel("Period").fill("FY2023-24");
  await keeper.getByLabel("Value").fill("120");
  await keeper.getByLabel("Publisher").fill("Council of medicines");
  await keeper.getByRole("button", { name: "Save" }).click();
  await keeper.goto("/trade");
  await expect(keeper.getByRole("row").filter({ hasText: "India – Japan" })).toHaveCount(0);
  const official = await open({});
  await signIn(official, "official", "/trade");
  await official.getByRole("link", { name: "India – Japan" }).click();
  await expect(official.getByText("No source tells all trade of the two.")).toBeVisible();
  await official.getByRole("link", { name: "Pharmaceutical products" }).click();
  await expect(official.getByRole("heading", { level: 1 })).toHaveText("30 Pharmaceutical products");
  await expect(official.getByRole("row").filter({ hasText: "FY 2023-24" }).first()).toContainText("120");
  await keeper.getByRole("link", { name: "Council of medicines" }).click();
  await keeper.getByLabel("Publisher").fill("");
  watch.expect(422);
  await keeper.getByRole("button", { name: "Save" }).click();
  await expect(keeper.getByRole("alert")).toBeFocused();
  await keeper.getByLabel("Publisher").fill("Council of medicines");
  await keeper.getByLabel(/add up to all trade/).check();
  await keeper.getByRole("button", { name: "Save" }).click();
  await expect(keeper.getByRole("status")).toContainText("saved");
  await expect(keeper.getByRole("row").filter({ hasText: "Codes add up to all trade" })).toContainText("yes");
  await keeper.goto("/trade");
  await expect(keeper.getByRole("row").filter({ hasText: "India – Japan" })).toBeVisible();
});

test("a figure is entered by hand, corrected, and withdrawn", async ({ open, watch }) => {
  const keeper = await open({});
  await signIn(keeper, "statistics", "/trade");
  await keeper.getByRole("link", { name: "Enter a figure" }).click();
  await keeper.getByLabel("Partner").fill("Nueva Zelanda");
  await keeper.getByLabel("Period").fill("2022-24");
  await keeper.getByLabel("Value").fill("12,34");
  await keeper.getByLabel("Publisher").fill("A ministry");
  watch.expect(422);
  await keeper.getByRole("button", { name: "Save" }).click();
  await expect(keeper.getByRole("alert")).toBeFocused();
  await expect(keeper.getByLabel("Period")).toHaveAccessibleDescription(/“2022-24” is no period/);
  await expect(keeper.getByLabel("Value")).toHaveAccessibleDescription(/“12,34” is no number/);
  await keeper.getByLabel("Period").fill("FY23");
  await keeper.getByLabel("Value").fill("1,234.5");
  await keeper.getByRole("button", { name: "Save" }).click();
  await expect(keeper.getByRole("heading", { level: 1 })).toHaveText("India – New Zealand");
  await expect(keeper.getByRole("row", { name: /FY 2022-23/ })).toContainText("1,234.5");

  await keeper.goto("/trade/said?reporter=IN&partner=NZ&traded=goods&flow=exports&currency=USD&period=FY2022-23");
  await keeper.getByRole("link", { name: "A ministry" }).click();
  await keeper.getByLabel("Value").fill("1,300");
  await keeper.getByLabel("Reason").first().fill("A misprint");
  await keeper.getByRole("button", { name: "Save" }).click();
  await expect(keeper.getByRole("row", { name: /FY 2022-23/ })).toContainText("1,300.0");
  await keeper.goto("/trade/said?reporter=IN&partner=NZ&traded=goods&flow=exports&currency=USD&period=FY2022-23");
  await keeper.getByRole("link", { name: "A ministry" }).click();
  await keeper.locator("summary").filter({ hasText: "Withdraw this figure" }).click();
  await keeper.locator("#withdraw_reason").fill("Of another country");
  await keeper.getByRole("button", { name: "Withdraw this figure" }).click();
  await expect(keeper.getByRole("status")).toContainText("withdrawn");
  await expect(keeper.getByText("No figure is kept on this trade yet.")).toBeVisible();
});
