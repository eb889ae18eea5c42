import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DESKTOP, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

interface PageKind {
  readonly name: string;
  readonly address: string;
  /** What shows that it is there. */
  readonly shows: (page: Page) => ReturnType<Page["getByRole"]>;
  /** What is done on it first. */
  readonly open?: (page: Page) => Promise<void>;
}

const heading = (name: string) => (page: Page) => page.getByRole("heading", { level: 1, name });
const rows = (page: Page) =>
  page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.getByRole("link") });
const firstRow = (page: Page) => rows(page).first();
const dialog = (name: string | RegExp) => (page: Page) => page.getByRole("dialog", { name });

const pageKinds: readonly PageKind[] = [
  { name: "home", address: "/", shows: (page) => page.getByRole("heading", { name: "Latest interactions" }) },
  { name: "list", address: "/contacts?search=hotel", shows: firstRow },
  { name: "card", address: "/contacts/CT000001", shows: (page) => page.getByRole("article").first() },
  {
    name: "card, fields",
    address: "/contacts/CT000078?tab=details",
    shows: (page) => page.getByRole("textbox").first(),
  },
  { name: "log with side panel", address: "/interactions", shows: dialogOrPanel, open: openFirstEntry },
  { name: "wizard", address: "/welcome?step=templates", shows: heading("Kinds of interactions") },
  { name: "set-up overview", address: "/setup", shows: heading("Set-up") },
  { name: "set-up list", address: "/setup/industry-groups", shows: heading("Industry groups") },
  { name: "templates", address: "/interaction-templates", shows: firstRow },
  {
    name: "template",
    address: "/interaction-templates/CALL-IN",
    shows: (page) => page.getByRole("textbox").first(),
  },
  { name: "users", address: "/users", shows: firstRow },
  { name: "tokens", address: "/tokens", shows: heading("API tokens") },
  { name: "import", address: "/imports", shows: heading("Import") },
  { name: "import of interactions", address: "/imports?kind=interactions", shows: heading("Import") },
  { name: "own settings", address: "/settings", shows: heading("My settings") },
  {
    name: "palette",
    address: "/contacts",
    shows: (page) => page.getByRole("option").first(),
    open: async (page) => {
      await firstRow(page).waitFor();
      await page.keyboard.press("Control+K");
      await page.keyboard.type("kuu");
    },
  },
  {
    name: "dialog",
    address: "/setup",
    shows: dialog("Keyboard shortcuts"),
    open: async (page) => {
      await heading("Set-up")(page).waitFor();
      await page.locator("#content").focus();
      await page.keyboard.press("?");
    },
  },
  {
    name: "quick log",
    address: "/setup",
    shows: dialog(/Log interaction/),
    open: async (page) => {
      await heading("Set-up")(page).waitFor();
      await page.locator("#content").focus();
      await page.keyboard.press("Control+I");
    },
  },
];

test.for(pageKinds)("$name: no violation of WCAG 2.2 AA, light and dark, desktop and phone", async (kind) => {
  await program.as("admin", async (page) => {
    await page.goto(kind.address);
    await kind.open?.(page);
    await inEveryLook(page, kind);
  });
});

test("sign-in: no violation of WCAG 2.2 AA, light and dark, desktop and phone", async () => {
  await program.visit({}, async (page) => {
    await page.goto("/sign-in");
    await inEveryLook(page, { name: "sign-in", address: "/sign-in", shows: heading("Sign in") });
  });
});

async function inEveryLook(page: Page, { name, shows }: PageKind): Promise<void> {
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await shows(page).waitFor();
      await expectNoAxeViolations(page, `${name}, ${size.width} px, ${colorScheme}`);
    }
    expect(await widthOverflow(page), `${name}, ${size.width} px`).toBe(0);
  }
}

function dialogOrPanel(page: Page) {
  return page
    .getByRole("heading", { name: /^Interaction \d/ })
    .or(page.getByRole("button", { name: "Close panel" }))
    .first();
}

async function openFirstEntry(page: Page): Promise<void> {
  await firstRow(page).getByRole("link").first().click();
}
