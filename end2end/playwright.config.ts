import { defineConfig } from "@playwright/test";

// The system's Chromium: none is downloaded. The arguments keep it from looking for anything outside this machine.
export default defineConfig({
  testDir: "tests",
  workers: 2,
  // Generous: a machine busy with something else must not turn a journey red.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    browserName: "chromium",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.ACCORD_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
