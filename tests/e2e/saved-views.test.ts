import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

const picker = (page: Page) => page.getByRole("button", { name: /^View:/ });
/** What the picker says: the view, and whether it was changed. */
const shown = async (page: Page) => (await textOf(picker(page))).replace(/\s+/g, " ");
const rowCount = (page: Page) => page.getByRole("grid").getAttribute("aria-rowcount");

async function choose(page: Page, item: string): Promise<void> {
  await picker(page).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function saveAs(page: Page, name: string): Promise<void> {
  await choose(page, "Save as new view…");
  const dialog = page.getByRole("dialog", { name: "Save as new view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Name").press("Enter");
  await page.getByText(`View saved: ${name}`).waitFor();
}

describe("saved views of a list", () => {
  test("filters, order and columns are kept under a name, by the keyboard alone; what was changed shows", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts?type=person&sort=-name");
      await page.getByRole("grid").getByRole("row").nth(2).waitFor();
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("checkbox", { name: "City" }).uncheck();
      await page.keyboard.press("Escape");

      await page.getByRole("grid").focus();
      await page.keyboard.press("v");
      await page.getByRole("menuitem", { name: "Save as new view…" }).press("Enter");
      const dialog = page.getByRole("dialog", { name: "Save as new view" });
      await dialog.getByLabel("Name").waitFor();
      await expectNoAxeViolations(page);
      await page.keyboard.type("People, z to a");
      await page.keyboard.press("Enter");
      await page.getByText("View saved: People, z to a").waitFor();
      await page.waitForURL(/view=\d+/);
      expect(await shown(page)).toBe("View: People, z to a");

      // Another filter and another column: modified, and as saved again.
      await page.getByRole("searchbox").first().fill("a");
      await page.waitForURL(/search=a/);
      expect(await shown(page)).toContain("modified");
      await choose(page, "Show as saved");
      await eventually(() => shown(page)).not.toContain("modified");
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("checkbox", { name: "City" }).check();
      await page.keyboard.press("Escape");
      await eventually(() => shown(page)).toContain("modified");
      await choose(page, "Save changes");
      await page.getByText("View saved").first().waitFor();
      await eventually(() => shown(page)).not.toContain("modified");

      await picker(page).click();
      await expectNoAxeViolations(page);
      await page.getByRole("menuitem", { name: "All", exact: true }).click();
      await page.waitForURL(/view=all/);
      expect(new URL(page.url()).search).toBe("?view=all");
      await choose(page, "People, z to a");
      await page.waitForURL(/type=person/);
      expect(new URL(page.url()).searchParams.get("sort")).toBe("-name");
      await page.setViewportSize(PHONE);
      await picker(page).waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);
    });
  });

  test("a list opens with the reader's view, a link with filters does not; renamed, deleted and put back", async () => {
    await program.as("marketer", async (page) => {
      await page.goto("/contacts?type=company");
      await saveAs(page, "Firms");
      const firms = await rowCount(page);
      await choose(page, "Open the list with it");
      await page.getByText("The list opens with: Firms").waitFor();

      await page.goto("/contacts");
      await page.waitForURL(/type=company/);
      await eventually(() => rowCount(page)).toBe(firms);
      expect(await shown(page)).toBe("View: Firms");

      await page.goto("/contacts?type=person");
      await page.getByRole("grid").getByRole("row").nth(2).waitFor();
      expect(await shown(page)).toBe("View: All");
      expect(new URL(page.url()).search).toBe("?type=person");
      await page.getByRole("button", { name: "Remove filter Type" }).click();
      await page.waitForURL((url) => url.search === "?view=all");

      await choose(page, "Firms");
      await choose(page, "Rename");
      const dialog = page.getByRole("dialog", { name: "Rename view" });
      await dialog.getByLabel("Name").fill("Companies");
      await dialog.getByLabel("Name").press("Enter");
      await eventually(() => shown(page)).toBe("View: Companies");
      await choose(page, "Delete view");
      await page.getByText("View deleted: Companies").waitFor();
      await eventually(() => shown(page)).toBe("View: All");
      await page.getByRole("button", { name: "Undo" }).last().click();
      await eventually(() => shown(page)).toBe("View: Companies");
      await page.goto("/contacts");
      await page.waitForURL(/type=company/);
    });
  });

  test("those of everybody are made by who sets things up, and only used by the others; in Finnish", async () => {
    await program.as("crmAdmin", async (page) => {
      await page.goto("/interactions?canceled=true");
      await saveAs(page, "Canceled ones");
      await choose(page, "Share with everybody");
      await page.getByText("Everybody has the view now").waitFor();
    });
    await program.as("viewer", async (page) => {
      await page.goto("/interactions");
      await choose(page, "Canceled ones");
      await page.waitForURL(/canceled=true/);
      await picker(page).click();
      await page.getByText("Everybody’s views").waitFor();
      for (const command of ["Rename", "Delete view", "Keep to myself", "Save changes"])
        expect(await page.getByRole("menuitem", { name: command }).count()).toBe(0);
      await page.keyboard.press("Escape");
      await page.request.patch("/api/v1/session/user", {
        data: { language: "fi" },
        headers: { "x-rapport-csrf": "1" },
      });
      await page.goto("/interactions");
      await page.getByRole("button", { name: "Näkymä: Kaikki" }).click();
      await page.getByText("Kaikkien näkymät").waitFor();
      await expectNoAxeViolations(page);
    });
  });
});
