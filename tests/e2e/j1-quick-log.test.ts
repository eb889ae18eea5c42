import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

/** Key presses besides the text, and seconds, that a call may take (UX.md, J1). */
const MOST_KEYS = 12;
const MOST_SECONDS = 10;

describe("J1 log a call while it goes on", () => {
  test("by keyboard alone: palette, two letters, Enter, text, Ctrl+Enter", async () => {
    await program.as("crmUser", async (page) => {
      await countInput(page);
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();

      // The first call ever chooses its template; from then on it is preset.
      await page.keyboard.press("Control+K");
      await page.keyboard.type("out");
      await eventually(() => paletteField(page).inputValue()).toBe("out");
      await page.keyboard.press("Enter");
      await quickLog(page).getByRole("combobox", { name: "Template" }).waitFor();
      await page.keyboard.type("incoming");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Asked for a catalogue");
      await page.keyboard.press("Control+Enter");
      await page.getByText(/^Logged: /).waitFor();

      const before = await inputOf(page);
      const sent = recordWrites(page);
      const startedAt = Date.now();
      const text = "Wants four desks more, delivery in May";
      await page.keyboard.press("Control+K");
      await page.keyboard.type("ou");
      await eventually(() => paletteField(page).inputValue()).toBe("ou");
      await page.keyboard.press("Enter");
      await description(page).waitFor();
      await eventually(() => hasFocus(page, "textarea")).toBe(true);
      expect(await templateShown(page)).toBe("Incoming call");
      expect(await quickLog(page).getByText("Nothing is sent.").isVisible()).toBe(true);
      await page.keyboard.type(text);
      await page.keyboard.press("Control+Enter");
      await quickLog(page).waitFor({ state: "detached" });
      const seconds = (Date.now() - startedAt) / 1000;
      const after = await inputOf(page);
      const keys = after.keys - before.keys - text.length;

      process.stdout.write(`J1: ${keys} key presses besides the text, ${seconds.toFixed(1)} s\n`);
      expect(keys).toBeLessThanOrEqual(MOST_KEYS);
      expect(seconds).toBeLessThan(MOST_SECONDS);
      expect(after.pointers).toBe(0);

      await page
        .getByText(/^Logged: /)
        .last()
        .waitFor();
      expect(sent).toEqual(["POST /api/v1/interactions"]);
      const [entry] = await entriesSaying(text);
      expect(entry).toMatchObject({
        interactionTemplateCode: "CALL-IN",
        interactionGroupCode: "PHONE",
        salespersonCode: "AK",
        informationFlow: "inbound",
        initiatedBy: "them",
        cost: 4,
        durationMin: 8,
        attemptFailed: false,
        deliveryStatus: null,
      });

      await page.goto(`/contacts/${entry.contactNo}`);
      const line = page.getByRole("article").or(page.getByRole("listitem")).filter({ hasText: text }).first();
      await line.waitFor();
      const shown = await textOf(line);
      expect(shown).toContain("Aino Kettukangas");
      expect(shown).toContain("8 min");
      expect(shown).toContain("Incoming call");
    });
  });

  test("a dropped connection keeps the text, and the call is logged exactly once", async () => {
    await program.as("crmUser", async (page, context) => {
      await page.goto("/");
      const text = "Connection lost in the tunnel";
      await openQuickLog(page);
      await page.keyboard.type(text);
      await context.setOffline(true);
      await page.keyboard.press("Control+Enter");

      await quickLog(page).getByRole("alert").filter({ hasText: "No connection to the server" }).waitFor();
      expect(await description(page).inputValue()).toBe(text);

      await context.setOffline(false);
      await description(page).focus();
      await page.keyboard.press("Control+Enter");
      await page.getByText(/^Logged: /).waitFor();
      expect(await entriesSaying(text)).toHaveLength(1);
    });
  });

  test("an answer that is lost on its way back is asked for again, not logged again", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/");
      const text = "The answer got lost";
      let lost = 0;
      await page.route("**/api/v1/interactions", async (route) => {
        if (route.request().method() !== "POST" || lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        await route.abort("connectionreset");
      });
      await openQuickLog(page);
      await page.keyboard.type(text);
      await page.keyboard.press("Control+Enter");

      await page.getByText(/^Logged: /).waitFor();
      expect(lost).toBe(1);
      expect(await entriesSaying(text)).toHaveLength(1);
    });
  });

  test("a reload in the middle keeps what was typed; what was logged can be undone", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/");
      const text = "Half of a sentence, and the rest";
      await openQuickLog(page);
      await page.keyboard.type(text.slice(0, 20));

      await page.reload();
      await description(page).waitFor();
      expect(await description(page).inputValue()).toBe(text.slice(0, 20));
      await expectNoAxeViolations(page, "a quick log that goes on");
      await description(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(text.slice(20));
      await page.keyboard.press("Control+Enter");
      const message = page.getByRole("alert").filter({ hasText: /^Logged: / });
      await message.getByRole("button", { name: "Undo" }).press("Enter");

      await page.getByText(/^Marked as canceled: /).waitFor();
      const [entry] = await entriesSaying(text);
      expect(entry).toMatchObject({ canceled: true, cancelReason: "Undone right after logging" });
    });
  });

  test("before anything is typed, the contacts of the latest interactions are offered", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("Control+K");
      const latest = page.getByRole("group", { name: "Log interaction with" }).getByRole("option");
      await latest.first().waitFor();
      expect(await latest.count()).toBe(5);
      await page.getByText("Enter logs · Shift + Enter opens the card").waitFor();

      await page.keyboard.press("Shift+Enter");
      await page.waitForURL(/\/contacts\//);
      await page.getByRole("tab", { name: "Overview" }).waitFor();
      // On a card the button and the shortcuts of the frame log with its contact.
      const name = await textOf(page.getByRole("heading", { level: 1 }));
      await page
        .getByRole("banner")
        .getByRole("button", { name: `Log interaction with ${name}` })
        .click();
      await quickLog(page).getByText(name).first().waitFor();
      expect(await page.locator("#content").getByRole("button", { name: /^Log/ }).count()).toBe(0);
    });
  });

  test("on a phone, with a thumb", async () => {
    await program.as(
      "crmUser",
      async (page) => {
        await page.goto("/");
        const text = "Logged on the way to the train";
        await page.getByRole("button", { name: "Log interaction" }).click();
        await quickLog(page).getByLabel("Contact", { exact: true }).fill("kivel");
        await page.getByRole("option").first().click();
        await quickLog(page).getByLabel("Template").click();
        await page.getByRole("option", { name: "Outgoing call" }).click();
        await description(page).fill(text);
        expect(await widthOverflow(page)).toBe(0);
        await expectNoAxeViolations(page, "quick log on a phone");
        await quickLog(page).getByRole("button", { name: "Log", exact: true }).click();

        await page.getByText(/^Logged: /).waitFor();
        expect(await entriesSaying(text)).toHaveLength(1);
      },
      { size: PHONE },
    );
  });
});

const quickLog = (page: Page) => page.getByRole("dialog", { name: /Log interaction/ });
const description = (page: Page) => quickLog(page).getByLabel("Description");
const paletteField = (page: Page) => page.getByRole("combobox", { name: "Search and commands" });
const templateShown = (page: Page) => quickLog(page).getByLabel("Template").inputValue();

/** Palette, contact, template of an outgoing call; the cursor is where one types what was said. */
async function openQuickLog(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+K");
  await page.keyboard.type("kivel");
  await eventually(() => paletteField(page).inputValue()).toBe("kivel");
  await page.keyboard.press("Enter");
  await quickLog(page).getByLabel("Template").waitFor();
  if ((await templateShown(page)) === "") {
    await page.keyboard.type("outgoing");
    await page.keyboard.press("Enter");
  }
  await eventually(() => hasFocus(page, "textarea")).toBe(true);
}

async function entriesSaying(text: string) {
  const api = await program.api();
  const { body } = await api.get("/interaction-log-entries?sort=-entryNo&limit=50");
  return body.items.filter((entry: { description: string | null }) => entry.description === text);
}

/** Counts keys and pointers in the page itself, so that nothing is missed. */
async function countInput(page: Page): Promise<void> {
  await page.addInitScript(`
    window.inputCount = { keys: 0, pointers: 0 };
    addEventListener("keydown", (event) => { if (!event.repeat) window.inputCount.keys += 1; }, true);
    addEventListener("pointerdown", () => { window.inputCount.pointers += 1; }, true);
  `);
}

function inputOf(page: Page): Promise<{ keys: number; pointers: number }> {
  return page.evaluate("({ ...window.inputCount })");
}

function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);
}

/** The page's requests that change something, as they are sent. */
function recordWrites(page: Page): string[] {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return writes;
}
