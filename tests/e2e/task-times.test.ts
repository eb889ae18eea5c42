import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

async function choose(page: Page, within: Locator | Page, label: string, option: string): Promise<void> {
  await within.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Types into a field and leaves it. */
async function type(within: Locator | Page, label: string, text: string): Promise<void> {
  const field = within.getByLabel(label);
  await field.fill(text);
  await field.press("Tab");
}

const typedIn = (within: Locator | Page, label: string) => within.getByLabel(label).inputValue();

describe("the times of tasks", () => {
  test("T-2 T-3 a call gets its time as it is typed, and shows it on card, list and contact", async () => {
    const api = await program.api();
    await api.change("/marketing-setup", { defaultTaskDateCalculation: "1W" });
    const contact = await api.create("/contacts", { type: "company", name: "Kelloseppä Oy" });

    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contact.no}`);
      await page.getByRole("button", { name: "New task" }).first().click();
      const dialog = page.getByRole("dialog", { name: "New task" });
      await dialog.getByText("Takes 8 days").waitFor();
      await dialog.getByLabel("Description").fill("Soita aikataulusta");
      await choose(page, dialog, "Type", "Phone call");
      await dialog.getByText("Takes 30 min").waitFor();
      await type(dialog, "Start time", "23.45");
      expect(await typedIn(dialog, "Ending time")).toBe("0:15");
      await type(dialog, "Start time", "10");
      await type(dialog, "Ending time", "1115");
      await dialog.getByText("Takes 1 h 15 min").waitFor();
      await expectNoAxeViolations(page, "the dialog of a new task");
      await dialog.getByRole("button", { name: "Create task" }).click();
      await page.getByText("Task Soita aikataulusta was created").waitFor();

      const facts = page.getByRole("complementary", { name: "Facts" });
      await facts.getByText(/today, 10:00–11:15/).waitFor();
      await page
        .getByRole("article")
        .filter({ hasText: /Due .*, 10:00–11:15/ })
        .waitFor();

      await facts.getByRole("link", { name: "Soita aikataulusta" }).click();
      await page.getByRole("heading", { level: 1, name: "Soita aikataulusta" }).waitFor();
      await type(page, "Start time", "12");
      expect(await typedIn(page, "Ending time")).toBe("13:15");
      await type(page, "Ending time", "11");
      await page.keyboard.press("Control+s");
      await page.getByText("A task takes at least a minute").first().waitFor();
      await type(page, "Ending time", "12.30");
      await page.keyboard.press("Control+s");
      await page.getByText("Takes 30 min").waitFor();
      await expectNoAxeViolations(page);
      await choose(page, page, "Type", "Phone call");
      await page.goto("/tasks?search=aikataulusta");
      await page.getByRole("row", { name: /12:00–12:30/ }).waitFor();
    });
  });

  test("COT-074 a meeting has a place and lasts all day, on a phone too", async () => {
    await program.as("crmUser", async (page) => {
      await page.setViewportSize(PHONE);
      await page.goto("/tasks");
      await page.getByRole("button", { name: "New task" }).first().click();
      const dialog = page.getByRole("dialog", { name: "New task" });
      await dialog.getByLabel("Description").fill("Esittele mallisto");
      await choose(page, dialog, "Type", "Meeting");
      await dialog.getByLabel("Location").fill("Turku");
      await dialog.getByRole("button", { name: "Create task" }).click();
      await dialog.getByText("Enter the start time").waitFor();
      await dialog.getByRole("switch", { name: "All-day event" }).check();
      await eventually(() => dialog.getByLabel("Ending time").count()).toBe(0);
      await eventually(() => widthOverflow(page)).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page, "the dialog of a meeting on a phone");
      await dialog.getByRole("button", { name: "Create task" }).click();
      await page.getByText("Task Esittele mallisto was created").waitFor();
    });
    const { body } = await (await program.api()).get("/tasks?search=mallisto");
    expect(body.items).toMatchObject([{ allDay: true, location: "Turku", startTime: null }]);
  });

  test("D-4 the set-up reads its date formula in words, in the letters of one's language", async () => {
    await program.as("crmAdmin", async (page) => {
      await page.goto("/setup/contact-defaults");
      const formula = page.getByLabel("Default task date calculation");
      await formula.fill("2vi-1d");
      await formula.press("Tab");
      expect(await formula.inputValue()).toBe("2W-1D");
      await page.getByText("2 weeks later, 1 day earlier. From today:").waitFor();
      await page.keyboard.press("Control+s");
      const api = await program.api();
      await eventually(async () => (await api.get("/marketing-setup")).body.defaultTaskDateCalculation).toBe(
        "2W-1D",
      );
      await expectNoAxeViolations(page);
    });
  });
});
