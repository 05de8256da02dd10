import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures.ts";
import { hydrated, type Who } from "./support/people.ts";
import { arrive, screens, type Screen } from "./support/screens.ts";

test.use({ journey: "screens" });
test.describe.configure({ mode: "parallel", timeout: 180_000 });

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong: the rule and where. */
async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(
    (tags) => (window as never as { axe: { run(options: object): unknown } }).axe.run({ runOnly: tags, resultTypes: ["violations"] }),
    TAGS,
  )) as AxeResults;
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target} ${node.html}`));
}

/** What is too small for a finger: every control, and every link that stands by itself. Links inside a sentence may be small. */
const small = (page: Page) =>
  page.evaluate(() => {
    const aims = "button, input:not([type=hidden]), select, textarea, summary, nav a, .button, .downloads a, td a, li > a, .timeline a";
    return [...document.querySelectorAll(aims)]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 23.95)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
  });

/** What reaches beyond the right edge of the window and does not scroll in a frame of its own. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && !element.closest(".scroll > *"))
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} ${element.textContent?.trim().slice(0, 40)}`)
      .slice(0, 5)
      .concat(`the page is ${document.documentElement.scrollWidth} wide`);
  });

async function inspect(page: Page, screen: Screen, language: string): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: string[]) => faults.push(...found.map((fault) => `${screen.name}, ${where}: ${fault}`));
  const scripts: string[] = [];
  const listen = (request: { url(): string; resourceType(): string }) => {
    if (request.resourceType() === "script" || request.url().endsWith(".wasm")) scripts.push(request.url());
  };

  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  page.on("request", listen);
  await page.goto(screen.path);
  if (screen.island) await hydrated(page);
  await screen.act?.(page);
  if (screen.island) await hydrated(page);
  page.off("request", listen);
  if (!screen.island && scripts.length > 0) note("network", scripts);

  const told = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    language: document.documentElement.lang,
  }));
  if (told.headings !== 1) note("document", [`${told.headings} headings of the first level`]);
  if (!/^\S.* – \S+$/.test(told.title)) note("document", [`the title is “${told.title}”`]);
  if (told.language !== language) note("document", [`the language is ${told.language}`]);

  await page.evaluate(AXE);
  note("light", await violations(page));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await violations(page));
  await page.setViewportSize(PHONE);
  note("phone", [...(await beyond(page)), ...(await small(page)), ...(await violations(page))]);
  return faults;
}

for (const language of ["en-IN", "es-PE", "hi-IN"]) {
  // Parts, so that both workers have a share of each language and none takes long.
  for (const part of [0, 1, 2, 3]) {
    const these = screens.filter((_, index) => index % 4 === part);

    test(`${these.length} screens in ${language} are accessible, light, dark and on a phone (${part + 1} of 4)`, async ({
      open,
      watch,
    }) => {
      const faults: string[] = [];
      const pages = new Map<Who | undefined, Page>();
      for (const { status } of these) if (status) watch.expect(status);
      for (const screen of these) {
        await test.step(screen.name, async () => {
          let page = pages.get(screen.who);
          if (!page) {
            page = await open();
            pages.set(screen.who, page);
            await arrive(page, screen.who, language);
          }
          faults.push(...(await inspect(page, screen, language)));
        });
      }
      expect(faults).toEqual([]);
    });
  }
}
