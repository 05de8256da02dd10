import { expect, test } from "./support/fixtures.ts";
import { fillSignIn, PASSWORD, signIn } from "./support/people.ts";

test.use({ journey: "sign-in" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a wrong password is told without saying which was wrong, and the address is kept", async ({ page, watch }) => {
      await page.goto("/sign-in");
      watch.expect(422);
      await fillSignIn(page, "goods@accord.example", "not-the-password");
      await expect(page.locator(".error-summary")).toBeFocused();
      await expect(page.locator("#password-error")).toHaveText(/The e-mail address or the password is wrong/);
      await expect(page.locator("#email")).toHaveValue("goods@accord.example");
      await expect(page.locator("#password")).toHaveValue("");
    });

    test("signing in leads to the page asked for", async ({ page }) => {
      await signIn(page, "official", "/agreements/india-peru/chapters/goods");
      await expect(page).toHaveURL("/agreements/india-peru/chapters/goods");
      await expect(page.getByRole("heading", { level: 1, name: "Trade in goods" })).toBeVisible();
    });

    test("a session that ended leads from a form to the sign-in and back to the form", async ({ page, context }) => {
      await signIn(page, "goods", "/agreements/india-peru/chapters/goods/edit");
      await context.clearCookies();
      await page.getByRole("button", { name: "Save" }).click();
      await fillSignIn(page, "goods@accord.example", PASSWORD);
      await expect(page).toHaveURL("/agreements/india-peru/chapters/goods/edit");
    });

    test("after signing out the Back button shows nothing", async ({ page }) => {
      await signIn(page, "official", "/agreements/india-peru");
      await page.goto("/agreements/india-peru/chapters/goods");
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
      for (const steps of [1, 2]) {
        await page.goBack();
        await expect(page.getByRole("heading", { level: 1, name: "Sign in" }), `${steps} back`).toBeVisible();
        await expect(page.getByText("India–Peru")).toHaveCount(0);
      }
    });

    test("the language is chosen before signing in", async ({ page }) => {
      await page.goto("/sign-in?next=/rights");
      await page.getByRole("button", { name: "हिन्दी" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "hi-IN");
      await expect(page.locator("h1")).not.toHaveText("Sign in");
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.locator("h1")).toHaveText("Sign in");
      await fillSignIn(page, "official@accord.example", PASSWORD);
      await expect(page, "the page asked for is not forgotten").toHaveURL("/rights");
    });
  });
}

test("guessing is slowed down, and nobody else is", async ({ page, watch }) => {
  const guess = () => fillSignIn(page, "minister@accord.example", "a-guess");
  await page.goto("/sign-in");
  watch.expect(422);
  for (let failures = 0; failures < 5; failures += 1) {
    await guess();
    await expect(page.locator("#password-error")).toHaveText(/is wrong/);
  }
  watch.expect(429);
  await guess();
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator("#password-error")).toHaveText(/Please wait 15 seconds/);
  await fillSignIn(page, "minister@accord.example", PASSWORD);
  await expect(page.locator("#password-error"), "the right password waits too").toHaveText(/Please wait/);
  await fillSignIn(page, "official@accord.example", PASSWORD);
  await expect(page.getByRole("heading", { level: 1, name: "Portfolio" })).toBeVisible();
});

test("language, zone and theme are kept in the account", async ({ page, open }) => {
  await signIn(page, "services", "/me");
  await page.getByLabel("Language").selectOption("Español");
  await page.getByLabel("Time zone").selectOption("America/Lima");
  await page.getByLabel("Appearance").selectOption("Dark");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es-PE");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("h1")).not.toHaveText("My account");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  const elsewhere = await open({ colorScheme: "light" });
  await signIn(elsewhere, "services", "/me");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "es-PE");
  await expect(elsewhere.locator("#zone")).toHaveValue("America/Lima");
  await expect(elsewhere.locator("body"), "the account's theme wins over the machine's").toHaveCSS("background-color", paper);
  await elsewhere.locator("#theme").selectOption("light");
  await elsewhere.locator("#language").selectOption("en-IN");
  await elsewhere.locator("form[action='/me'] button").click();
  await expect(elsewhere.getByText("Your preferences are saved.")).toBeVisible();
  await expect(elsewhere.locator("body")).not.toHaveCSS("background-color", paper);
});

test("whoever was given a first password changes it before anything else", async ({ page, server, watch }) => {
  const [email, first, own] = ["new@accord.example", "given by the administrator", "five green parrots fly"];
  await server.command(["user", "add", email, "New person"], `${first}\n`);
  await page.goto("/agreements/india-peru");
  await fillSignIn(page, email, first);
  await expect(page.getByRole("alert").filter({ hasText: "Please change your first password" })).toBeVisible();
  await page.goto("/");
  await expect(page, "no other page opens").toHaveURL("/me");

  const change = async (present: string, next: string, again: string) => {
    await page.getByLabel("Present password").fill(present);
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByLabel("New password again").fill(again);
    await page.getByRole("button", { name: "Change the password" }).click();
  };
  watch.expect(422);
  await change(first, own, "another");
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator("#again-error, #next-error")).toHaveText(/The two new passwords differ/);

  await change(first, own, own);
  await expect(page.getByText("Your password is changed. Please sign in with the new one.")).toBeVisible();
  await fillSignIn(page, email, own);
  await expect(page.getByRole("heading", { level: 1, name: "Portfolio" })).toBeVisible();
  await expect(page.getByText("You have no role in any agreement yet.")).toBeVisible();
});
