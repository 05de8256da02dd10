import { test as base, type BrowserContextOptions, type Page } from "@playwright/test";

import { startServer, type Server } from "./server.ts";
import { Watch } from "./watch.ts";

interface EachTest {
  /** What goes wrong in any of the test's browsers; asserted to be nothing at the end of every test. */
  watch: Watch;
  /** Opens one more browser on the file's server; it shares no cookie with the others. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** The same on another server. */
  openAt(url: string, options?: BrowserContextOptions): Promise<Page>;
}

interface EachWorker {
  /** Names the spec file. Files of different names never share a server. */
  journey: string;
  /** The file's own server. */
  server: Server;
}

export const test = base.extend<EachTest, EachWorker>({
  journey: ["", { scope: "worker", option: true }],

  server: [
    async ({ journey }, use) => {
      if (!journey) throw new Error("A spec file names itself: test.use({ journey: … })");
      const server = await startServer({ name: journey });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  watch: [
    async ({}, use) => {
      const watch = new Watch();
      await use(watch);
      watch.end();
    },
    { auto: true },
  ],

  context: async ({ context, watch }, use) => {
    watch.over(context);
    await use(context);
  },

  openAt: async ({ browser, watch }, use) => {
    const opened: Page[] = [];
    await use(async (url, options = {}) => {
      const context = await browser.newContext({ baseURL: url, ...options });
      watch.over(context);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },

  open: async ({ openAt, server }, use) => use((options) => openAt(server.url, options)),
});

export { expect } from "@playwright/test";
