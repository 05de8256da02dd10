import { expect, type Page } from "@playwright/test";

import { PASSWORD, type Who } from "./people.ts";

/** A screen as one person meets it. */
export interface Screen {
  name: string;
  /** Nobody: not signed in. */
  who?: Who;
  path: string;
  /** What brings the screen about, once its address is open: a form sent, a window opened. */
  act?: (page: Page) => Promise<void>;
  /** The status of its answer, when it is a refusal. */
  status?: number;
  /** Whether it holds an island, and so may load a script. */
  island?: boolean;
}

const agreement = "/agreements/india-peru";
const goods = `${agreement}/chapters/goods`;

/** Sends the form with a version that nobody can have read. */
async function sendStale(page: Page, form: string): Promise<void> {
  await page.locator(`${form} [name=version]`).evaluate((field) => field.setAttribute("value", "0"));
  await send(page, form);
}

/** Sends a form as a browser without a script would, and waits for the answer. */
async function send(page: Page, form: string): Promise<void> {
  await Promise.all([
    page.waitForEvent("load"),
    page.locator(form).evaluate((element) => (element as HTMLFormElement).submit()),
  ]);
}

async function unfoldAll(page: Page): Promise<void> {
  for (const details of await page.locator("details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
}

/** All that is said of the total trade with Peru, without its year. */
const said = "/trade/said?reporter=IN&partner=PE&traded=goods&flow=total&currency=USD";

/** Opens the first single figure of a total. */
async function first(page: Page, total: string, period: string): Promise<void> {
  await page.goto(`${total}&period=${period}`);
  await page.locator("main a[href^='/trade/figures/']").first().click();
}

/** Makes a link for somebody new, and answers it. */
async function makeLink(page: Page): Promise<string> {
  await page.locator("#name").fill(`Exporter ${Math.random()}`);
  await page.locator("form[action$='/invitations'] button").click();
  return page.locator("#link").inputValue();
}

/** Opens a new link. */
async function openLink(page: Page): Promise<void> {
  await page.goto(new URL(await makeLink(page)).pathname);
}

/** Opens a consultation that stands, and leaves out its title. */
async function correctWrongly(page: Page): Promise<void> {
  await page.locator("#title").fill("");
  await send(page, "form[action$='/edit']");
}

/** Sends a table of answers with a word that is no stance. */
async function sendAnswers(page: Page): Promise<void> {
  await openLink(page);
  await unfoldAll(page);
  const buffer = Buffer.from("number,stance\n1,perhaps\n2,support\n99,support\n");
  await page.locator("#file").setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer });
  await send(page, "form[action$='/file']");
}

/** Invites somebody whose name differs in its legal form alone. */
async function inviteAlike(page: Page): Promise<void> {
  await page.locator("#name").fill("Importer of Fish Ltd. (illustrative)");
  await send(page, "form[action$='/invitations']");
}

/** Opens the card of the first stakeholder, and leaves out its name. */
async function editWrongly(page: Page): Promise<void> {
  await page.locator("main table a").first().click();
  await page.waitForURL("**/stakeholders/*");
  await unfoldAll(page);
  await page.locator("#name").fill("");
  await send(page, "main form[action^='/stakeholders/']");
}

/** Merges two without a reason. */
async function mergeWrongly(page: Page): Promise<void> {
  await page.locator("#duplicates ~ ul a").first().click();
  await page.waitForURL("**/merge/**");
  await send(page, "main form[action*='/merge/']");
}

/** Sends a table with sound rows and others, and chooses what it does not say. */
async function tryImport(page: Page): Promise<void> {
  const rows = ["HSCode,Commodity,Value,Date", "1,Animals,5,2024-01", "77,None,5,2024-01", "2,Meat,five,2010-11"];
  await page.locator("#file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await page.locator("#publisher").fill("The ministry");
  await page.locator("form[action='/trade/import'] button").click();
  await page.locator("#all-partner").fill("PE");
  await page.locator("#all-flow").selectOption("exports");
  await page.locator("form.mapping button").click();
}

/** Keeps what is sound of such a table, and opens what the import did. */
async function importOnce(page: Page): Promise<void> {
  await tryImport(page);
  await page.locator("#leave_out-yes").check();
  await page.locator("#commit").click();
  await page.locator("main a[href^='/trade/imports/']").first().click();
  await page.waitForURL("**/trade/imports/*");
}

/** Every screen there is, and the states of it that look different. */
export const screens: Screen[] = [
  { name: "sign-in", path: "/sign-in" },
  {
    name: "sign-in refused",
    path: "/sign-in",
    act: (page) => send(page, "form[action='/sign-in']"),
    status: 422,
  },
  { name: "portfolio", who: "chief", path: "/" },
  { name: "portfolio of the partner", who: "partner", path: "/" },
  { name: "portfolio without a row", who: "admin", path: "/" },
  { name: "portfolio filtered to nothing", who: "chief", path: "/?q=nothing+is+called+this" },
  { name: "agreement as its chief", who: "chief", path: agreement, act: unfoldAll },
  { name: "agreement as an official", who: "official", path: agreement },
  { name: "agreement in force", who: "official", path: "/agreements/india-uae-cepa" },
  { name: "trade", who: "statistics", path: "/trade" },
  { name: "trade of two places", who: "statistics", path: "/trade/in/pe" },
  { name: "trade in the goods of a chapter", who: "official", path: "/trade/in/pe/goods?hs=87" },
  { name: "trade nobody has figures on", who: "statistics", path: "/trade/in/nz" },
  { name: "what is said of a total", who: "statistics", path: `${said}&period=FY2022-23` },
  { name: "what is said of a total, to a reader", who: "official", path: `${said}&period=FY2022-23` },
  { name: "a source preferred without a reason", who: "statistics", path: `${said}&period=FY2022-23`, act: (page) => send(page, "form[action='/trade/prefer']"), status: 422 },
  { name: "a figure to correct", who: "statistics", path: "/trade", act: (page) => first(page, said, "FY2022-23") },
  { name: "a figure entered wrongly", who: "statistics", path: "/trade/figures/new", act: (page) => send(page, "form[action='/trade/figures/new']"), status: 422 },
  { name: "a source", who: "statistics", path: "/trade", act: (page) => page.locator("main a[href^='/trade/sources/']").first().click() },
  { name: "an import kept", who: "statistics", path: "/trade/import", act: importOnce },
  { name: "a target set wrongly", who: "statistics", path: "/trade/targets/new", act: (page) => send(page, "form[action='/trade/targets/new']"), status: 422 },
  { name: "a file to import", who: "statistics", path: "/trade/import", act: (page) => send(page, "form[action='/trade/import']"), status: 422 },
  { name: "an import tried", who: "statistics", path: "/trade/import", act: tryImport },
  { name: "region", who: "statistics", path: "/regions/lac" },
  { name: "region edited wrongly", who: "statistics", path: "/regions/new", act: (page) => send(page, "form[action='/regions/new']"), status: 422 },
  { name: "consultations", who: "goods", path: `${agreement}/consultations` },
  { name: "stances heard", who: "goods", path: `${agreement}/stances`, act: unfoldAll },
  { name: "stance recorded wrongly", who: "goods", path: `${agreement}/stances`, act: (page) => send(page, "form[action$='/stances']"), status: 422 },
  { name: "consultation opened wrongly", who: "goods", path: `${agreement}/consultations`, act: (page) => send(page, "form[action$='/consultations']"), status: 422 },
  { name: "consultation", who: "goods", path: `${agreement}/consultations/1` },
  { name: "link made", who: "goods", path: `${agreement}/consultations/1`, act: async (page) => void (await makeLink(page)) },
  { name: "new link made", who: "goods", path: `${agreement}/consultations/1`, act: (page) => page.locator("form[action$='/renew'] button").first().click() },
  { name: "consultation to correct", who: "goods", path: `${agreement}/consultations/1/edit` },
  { name: "consultation corrected wrongly", who: "goods", path: `${agreement}/consultations/1/edit`, act: correctWrongly, status: 422 },
  { name: "consultation by its link", who: "goods", path: `${agreement}/consultations/1`, act: openLink },
  { name: "answers from a file refused", who: "goods", path: `${agreement}/consultations/1`, act: sendAnswers, status: 422 },
  { name: "somebody invited who looks like another", who: "goods", path: `${agreement}/consultations/1`, act: inviteAlike, status: 422 },
  { name: "stakeholders", who: "goods", path: "/stakeholders" },
  { name: "stakeholders filtered to nothing", who: "goods", path: "/stakeholders?q=nobody" },
  { name: "stakeholder", who: "goods", path: "/stakeholders?q=fisheries", act: (page) => page.locator("main table a").first().click() },
  { name: "stakeholder edited wrongly", who: "goods", path: "/stakeholders?q=fisheries", act: editWrongly, status: 422 },
  { name: "possible duplicates compared", who: "goods", path: "/stakeholders", act: (page) => page.locator("#duplicates ~ ul a").first().click() },
  { name: "duplicates merged wrongly", who: "goods", path: "/stakeholders", act: mergeWrongly, status: 422 },
  { name: "what to import", who: "chief", path: "/import" },
  { name: "status table sent wrongly", who: "goods", path: "/import/status-table", act: (page) => send(page, "form[action='/import/status-table']"), status: 422 },
  { name: "nomenclature sent wrongly", who: "statistics", path: "/import/nomenclature", act: (page) => send(page, "form[action='/import/nomenclature']"), status: 422 },
  { name: "nomenclature", who: "official", path: "/trade/hs" },
  { name: "nomenclature of nothing", who: "official", path: "/trade/hs?under=99" },
  { name: "barriers", who: "chief", path: "/barriers" },
  { name: "barriers filtered to nothing", who: "official", path: "/barriers?kind=subsidy&status=open" },
  { name: "barriers by more filters", who: "chief", path: "/barriers?publicity=changed&affected=IN" },
  { name: "barriers published", who: "partner", path: "/barriers" },
  { name: "barrier kept", who: "chief", path: "/barriers/1", act: unfoldAll },
  { name: "barrier changed since published", who: "chief", path: "/barriers/6", act: unfoldAll },
  { name: "barrier to approve", who: "minister", path: "/barriers/1", act: unfoldAll },
  { name: "barrier of a mission", who: "mission", path: "/barriers/2" },
  { name: "barrier as published", who: "partner", path: "/barriers/5/public" },
  { name: "barrier entered wrongly", who: "chief", path: "/barriers/new", act: (page) => send(page, "form[action='/barriers/new']"), status: 422 },
  { name: "barrier edited by two", who: "chief", path: "/barriers/4/edit", act: (page) => sendStale(page, "form[action='/barriers/4/edit']"), status: 409 },
  { name: "barrier moved wrongly", who: "chief", path: "/barriers/4", act: (page) => send(page, "form[action='/barriers/4/move']"), status: 422 },
  { name: "export programme", who: "official", path: "/programme" },
  { name: "export programme of a mission", who: "mission", path: "/programme" },
  { name: "export programme filtered to nothing", who: "chief", path: "/programme?kind=services&status=stalled" },
  { name: "export programme of a status", who: "official", path: "/programme?status=at-risk" },
  { name: "sector to rename", who: "chief", path: "/programme/sectors/textiles" },
  { name: "cell of another mission", who: "mission-cl", path: "/programme/cl/chemicals-and-plastics" },
  { name: "cell of the programme", who: "chief", path: "/programme/pe/textiles" },
  { name: "cell to read", who: "official", path: "/programme/pe/textiles" },
  { name: "cell filled by two", who: "mission", path: "/programme/pe/textiles", act: (page) => sendStale(page, "form[action='/programme/pe/textiles']"), status: 409 },
  { name: "what shapes the programme", who: "chief", path: "/programme/shape", act: unfoldAll },
  { name: "sector added wrongly", who: "chief", path: "/programme/shape", act: (page) => send(page, "form[action='/programme/sectors']"), status: 422 },
  { name: "mission conference", who: "chief", path: "/meetings/1", act: unfoldAll },
  { name: "mission conference to a mission", who: "mission", path: "/meetings/1" },
  { name: "invitation to a mission", who: "mission", path: "/meetings/2/attendees" },
  { name: "mission conference ahead", who: "chief", path: "/meetings/2", act: unfoldAll },
  { name: "mission conference planned wrongly", who: "chief", path: "/meetings/new", act: (page) => send(page, "form[action='/meetings/new']"), status: 422 },
  { name: "mission conference edited by two", who: "chief", path: "/meetings/2/edit", act: (page) => sendStale(page, "form[action='/meetings/2/edit']"), status: 409 },
  { name: "attendees", who: "chief", path: "/meetings/1/attendees", act: unfoldAll },
  { name: "somebody asked wrongly", who: "chief", path: "/meetings/2/attendees", act: (page) => send(page, "form[action='/meetings/2/attendees']"), status: 422 },
  { name: "papers of a conference", who: "chief", path: "/meetings/1/papers", act: unfoldAll },
  { name: "line of an action plan", who: "chief", path: "/meetings/1/lines/2" },
  { name: "line of an action plan to a mission", who: "mission", path: "/meetings/1/lines/1" },
  { name: "line of an action plan added wrongly", who: "chief", path: "/meetings/1/lines/new", act: (page) => send(page, "form[action='/meetings/1/lines/new']"), status: 422 },
  { name: "standing bodies", who: "official", path: "/bodies" },
  { name: "standing body", who: "chief", path: "/bodies/india-peru-joint-commission-on-trade" },
  { name: "standing body to the partner", who: "partner", path: "/bodies/india-peru-joint-commission-on-trade" },
  { name: "meeting of a standing body", who: "official", path: "/meetings/3" },
  { name: "standing body entered wrongly", who: "chief", path: "/bodies/new", act: (page) => send(page, "form[action='/bodies/new']"), status: 422 },
  { name: "portfolio as of a day", who: "official", path: "/?as-of=2025-06-01" },
  { name: "portfolio as of no day", who: "official", path: "/?as-of=2025-02-30", status: 422 },
  { name: "agreement as of a day", who: "chief", path: `${agreement}?as-of=2024-05-01` },
  { name: "agreement before it was opened", who: "official", path: `${agreement}?as-of=2010-01-01` },
  { name: "what changed in an agreement", who: "chief", path: `${agreement}/changes?from=2020-01-01&steps=yes` },
  { name: "what changed in all", who: "official", path: "/changes?from=2020-01-01" },
  { name: "what changed, of nothing", who: "partner", path: `${agreement}/changes?from=2001-01-01&to=2001-01-02` },
  { name: "what changed, refused", who: "chief", path: "/changes?from=2025-02-30&to=round-7", status: 422 },
  { name: "timeline of an agreement", who: "chief", path: `${agreement}/timeline` },
  { name: "timeline of all", who: "official", path: "/timeline" },
  { name: "timeline of nothing", who: "partner", path: `${agreement}/timeline?from=2001-01-01&to=2001-01-02` },
  { name: "timeline refused", who: "chief", path: "/timeline?from=2025-02-30&to=2027-01-01", status: 422 },
  { name: "my work of a lead", who: "goods", path: "/work" },
  { name: "my work of the chief", who: "chief", path: "/work" },
  { name: "my work, nothing to do", who: "partner", path: "/work" },
  { name: "action points", who: "chief", path: `${agreement}/action-points` },
  { name: "action points, none", who: "official", path: "/agreements/india-uae-cepa/action-points" },
  { name: "action point of one's own", who: "goods", path: `${agreement}/action-points/1`, act: unfoldAll },
  { name: "action point done", who: "official", path: `${agreement}/action-points/4` },
  {
    name: "action point refused",
    who: "goods",
    path: `${agreement}/action-points/1`,
    act: (page) => send(page, `form[action='${agreement}/action-points/1/day']`),
    status: 422,
  },
  {
    name: "action point in conflict",
    who: "goods",
    path: `${agreement}/action-points/1`,
    act: (page) => sendStale(page, `form:has([value=done])`),
    status: 409,
  },
  { name: "action point's form", who: "chief", path: `${agreement}/action-points/new?meeting=round-11` },
  {
    name: "action point's form refused",
    who: "chief",
    path: `${agreement}/action-points/new`,
    act: (page) => send(page, `form[action='${agreement}/action-points/new']`),
    status: 422,
  },
  { name: "action point's form, edit", who: "goods", path: `${agreement}/action-points/1/edit` },
  { name: "milestone's form", who: "chief", path: "/milestones/new" },
  {
    name: "milestone's form refused",
    who: "chief",
    path: "/milestones/new",
    act: (page) => send(page, "form[action='/milestones/new']"),
    status: 422,
  },
  { name: "priorities as a reader", who: "official", path: `${agreement}/priorities` },
  { name: "priorities as their lead", who: "goods", path: `${agreement}/priorities`, act: unfoldAll },
  { name: "priorities as a principal", who: "minister", path: `${agreement}/priorities`, act: unfoldAll },
  {
    name: "priorities, the draft moved",
    who: "goods",
    path: `${agreement}/priorities`,
    act: async (page) => {
      await page.getByRole("button", { name: /vehicles|Vehicles/ }).first().click();
    },
  },
  {
    name: "priorities refused",
    who: "goods",
    path: `${agreement}/priorities`,
    act: (page) => send(page, `form[action='${agreement}/priorities/drop']`),
    status: 422,
  },
  {
    name: "priorities in conflict",
    who: "goods",
    path: `${agreement}/priorities`,
    act: (page) => sendStale(page, `form[action='${agreement}/priorities/order']`),
    status: 409,
  },
  { name: "priority's form", who: "goods", path: `${agreement}/priorities/new` },
  {
    name: "proposal to decide",
    who: "chief",
    path: `${agreement}/priorities`,
    act: async (page) => {
      await page.goto((await page.locator("a[href*='/priorities/proposals/']").first().getAttribute("href")) ?? "");
      await unfoldAll(page);
    },
  },
  { name: "brief", who: "chief", path: `${agreement}/brief` },
  { name: "brief's form", who: "chief", path: `${agreement}/brief/edit` },
  { name: "brief not drafted yet", who: "chief", path: "/agreements/india-chile-pta/brief" },
  { name: "report", who: "partner", path: `${agreement}/meetings/round-9/report` },
  { name: "report not drafted yet", who: "chief", path: `${agreement}/meetings/round-6/report` },
  { name: "report before its meeting", who: "chief", path: `${agreement}/meetings/round-11/report` },
  { name: "report's form", who: "chief", path: `${agreement}/meetings/round-9/report/edit` },
  {
    name: "report's form in conflict",
    who: "chief",
    path: `${agreement}/meetings/round-9/report/edit`,
    act: (page) => sendStale(page, "form.sheet-form"),
    status: 409,
  },
  { name: "agreement's form, new", who: "chief", path: "/agreements/new" },
  { name: "agreement's form, edit", who: "chief", path: `${agreement}/edit` },
  {
    name: "agreement's form refused",
    who: "chief",
    path: "/agreements/new",
    act: (page) => send(page, "form[action='/agreements/new']"),
    status: 422,
  },
  {
    name: "agreement's form in conflict",
    who: "chief",
    path: `${agreement}/edit`,
    act: (page) => sendStale(page, `form[action='${agreement}/edit']`),
    status: 409,
  },
  { name: "event's form", who: "chief", path: `${agreement}/events/new` },
  { name: "meeting planned", who: "chief", path: `${agreement}/meetings/round-11`, act: unfoldAll },
  { name: "meeting held", who: "official", path: `${agreement}/meetings/round-9` },
  { name: "meeting as the partner", who: "partner", path: `${agreement}/meetings/round-11` },
  { name: "meeting refused", who: "chief", path: `${agreement}/meetings/round-11`, act: (page) => send(page, "form:has([value=called-off])"), status: 422 },
  {
    name: "meeting in conflict",
    who: "chief",
    path: `${agreement}/meetings/round-11`,
    act: (page) => sendStale(page, "form:has([value=called-off])"),
    status: 409,
  },
  { name: "meeting's pack", who: "chief", path: `${agreement}/meetings/round-11/pack` },
  { name: "meeting's pack as the partner", who: "partner", path: `${agreement}/meetings/round-11/pack` },
  { name: "meeting's form, new", who: "chief", path: `${agreement}/meetings/new` },
  { name: "meeting's form, edit", who: "chief", path: `${agreement}/meetings/round-11/edit` },
  {
    name: "meeting's form refused",
    who: "chief",
    path: `${agreement}/meetings/new`,
    act: async (page) => {
      await page.locator("#zone").fill("America/Lyma");
      await page.locator("#dates").fill("2026-12-07..2026-12-05");
      await send(page, `form[action='${agreement}/meetings/new']`);
    },
    status: 422,
  },
  { name: "session's form", who: "goods", path: `${agreement}/meetings/round-11/sessions/goods` },
  {
    name: "session's form in conflict",
    who: "goods",
    path: `${agreement}/meetings/round-11/sessions/goods`,
    act: (page) => sendStale(page, `form[action='${agreement}/meetings/round-11/sessions/goods']`),
    status: 409,
  },
  { name: "papers of a session", who: "goods", path: `${agreement}/meetings/round-11/sessions/goods/papers`, act: unfoldAll },
  {
    name: "papers refused",
    who: "goods",
    path: `${agreement}/meetings/round-11/sessions/goods/papers`,
    act: (page) => send(page, "form[enctype]"),
    status: 422,
  },
  { name: "what changed since a meeting", who: "chief", path: `${agreement}/changes?from=round-9` },
  { name: "people", who: "chief", path: `${agreement}/people` },
  { name: "chapter as a reader", who: "official", path: goods },
  { name: "chapter as its lead", who: "goods", path: goods, act: unfoldAll, island: true },
  { name: "chapter parked", who: "chief", path: `${agreement}/chapters/investment` },
  { name: "chapter escalated", who: "chief", path: `${agreement}/chapters/rules-of-origin`, island: true },
  {
    name: "chapter refused",
    who: "goods",
    path: goods,
    act: (page) => send(page, `form[action='${goods}']`),
    status: 422,
    island: true,
  },
  {
    name: "chapter in conflict",
    who: "goods",
    path: goods,
    act: (page) => sendStale(page, `form[action='${goods}']`),
    status: 409,
    island: true,
  },
  { name: "chapter's form, new", who: "chief", path: `${agreement}/chapters/new` },
  { name: "chapter's form, edit", who: "goods", path: `${goods}/edit` },
  { name: "rights", who: "official", path: "/rights" },
  { name: "account", who: "official", path: "/me" },
  {
    name: "calendar's address",
    who: "official",
    path: "/me",
    act: (page) => send(page, "form[action='/me/calendar']"),
  },
  { name: "administration", who: "admin", path: "/admin", act: unfoldAll },
  { name: "nothing here", who: "official", path: "/no-such-page", status: 404 },
];

/** Signs in and chooses the language in the account, or on the page of who is not signed in. */
export async function arrive(page: Page, who: Who | undefined, language: string): Promise<void> {
  if (!who) {
    await page.goto("/sign-in");
    await page.locator(`button[name=language][value=${language}]`).click();
  } else {
    await page.goto("/sign-in?next=/me");
    await page.locator("#email").fill(`${who}@accord.example`);
    await page.locator("#password").fill(PASSWORD);
    await page.locator("main form button").click();
    await page.locator("#language").selectOption(language);
    await page.locator("form[action='/me'] button").click();
  }
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}
