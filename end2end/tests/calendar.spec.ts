import { expect, test } from "./support/fixtures.ts";
import { signIn } from "./support/people.ts";

test.use({ journey: "calendar" });

for (const javaScriptEnabled of [true, false]) {
  test(`a calendar is read without signing in until it is revoked (JavaScript ${javaScriptEnabled ? "on" : "off"})`, async ({ open, playwright, server }) => {
    const page = await open({ javaScriptEnabled });
    await signIn(page, javaScriptEnabled ? "official" : "services", "/me");
    // A calendar program brings no cookie.
    const program = await playwright.request.newContext();
    const read = async (address: string) => program.get(new URL(new URL(address).pathname, server.url).href);

    await page.getByRole("button", { name: "Make an address" }).click();
    const first = await page.getByLabel("Address of your calendar").inputValue();
    const feed = await read(first);
    expect(feed.status()).toBe(200);
    expect(feed.headers()["content-type"]).toContain("text/calendar");
    expect(await feed.text()).toContain("SUMMARY:Round 11 · India–Peru FTA");

    await page.getByRole("link", { name: "My account" }).last().click();
    await expect(page.getByText("The address was made on")).toBeVisible();
    await page.getByRole("button", { name: "Make a new address" }).click();
    const second = await page.getByLabel("Address of your calendar").inputValue();
    expect((await read(first)).status()).toBe(404);
    expect((await read(second)).status()).toBe(200);

    await page.goto("/me");
    await page.getByRole("button", { name: "Revoke the address" }).click();
    await expect(page.getByRole("status")).toContainText("is revoked");
    expect((await read(second)).status()).toBe(404);
    await program.dispose();
  });
}
