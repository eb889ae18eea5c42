import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DESKTOP, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

const table = (page: Page) => page.getByRole("table");
/** Rows that name nothing have no entries that could be asked for. */
const firstRow = (page: Page) =>
  table(page)
    .locator("tbody")
    .getByRole("row")
    .filter({ has: page.getByRole("link") })
    .first();

/** How many entries the log has behind a link. */
async function entriesBehind(page: Page, link: Locator): Promise<number> {
  const { search } = new URL((await link.getAttribute("href")) ?? "", program.url);
  const answer = await page.request.get(`/api/v1/interaction-log-entries${search}&count=true&limit=1`);
  expect(answer.status()).toBe(200);
  return (await answer.json()).totalCount;
}

describe("J8 know what works", () => {
  test("every number leads to the very entries that it counts", async () => {
    await program.as("viewer", async (page) => {
      for (const by of ["template", "salesperson", "evaluation", "contactCompany", "month", "week"]) {
        await page.goto(`/statistics?by=${by}&period=last12Months`);
        await firstRow(page).waitFor();
        const links = firstRow(page).getByRole("link");
        expect(await links.count()).toBeGreaterThan(0);
        for (const link of await links.all()) {
          expect(await entriesBehind(page, link), (await link.getAttribute("href")) ?? "").toBe(
            Number(await link.textContent()),
          );
        }
      }

      const first = firstRow(page).getByRole("link").first();
      await first.click();
      await page.getByRole("heading", { level: 1, name: "Interaction log" }).waitFor();
      await page.goBack();
      await firstRow(page).waitFor();
    });
  });

  test("a period is compared with the one before, sorted and taken along", async () => {
    await program.as("viewer", async (page) => {
      await page.goto("/statistics");
      await firstRow(page).waitFor();

      await page.getByRole("combobox", { name: "Period" }).click();
      await page.getByRole("option", { name: "Last 12 months" }).click();
      await page.getByRole("combobox", { name: "Compare with" }).click();
      await page.getByRole("option", { name: "The year before" }).click();
      await page
        .getByText(/^Before: /)
        .first()
        .waitFor();
      await table(page).getByRole("columnheader", { name: "Change" }).waitFor();
      expect(page.url()).toContain("period=last12Months&compareWith=previousYear");

      await table(page).getByRole("button", { name: "Cost", exact: true }).click();
      await table(page).locator("th[aria-sort=descending]").waitFor();
      const costs = await table(page).locator("tbody tr td:nth-child(5)").allInnerTexts();
      const amounts = costs.map((text) => Number(text.replace(/[^\d.]/g, "")));
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));

      await page.getByRole("tab", { name: "Months" }).click();
      await table(page)
        .getByRole("rowheader", { name: /20\d\d$/ })
        .first()
        .waitFor();
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Excel" }).click();
      expect((await download).suggestedFilename()).toMatch(/^Interaction statistics .*\.xlsx$/);

      await page.getByRole("combobox", { name: "Period" }).click();
      await page.getByRole("option", { name: "Other days" }).click();
      await page.getByLabel("From", { exact: true }).fill("1.1.2001");
      await page.keyboard.press("Tab");
      await page.getByLabel("To", { exact: true }).fill("31.1.2001");
      await page.keyboard.press("Tab");
      await page.getByText("€0.00").first().waitFor();
    });
  });

  test("fits a phone; no violation of WCAG 2.2 AA, light and dark", async () => {
    await program.as("viewer", async (page) => {
      for (const address of [
        "/statistics?period=last12Months&compareWith=previousPeriod",
        "/statistics?by=month&period=last12Months",
      ]) {
        await page.goto(address);
        for (const size of [DESKTOP, PHONE]) {
          await page.setViewportSize(size);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await firstRow(page).waitFor();
            await expectNoAxeViolations(page, `${address}, ${size.width} px, ${colorScheme}`);
          }
          expect(await widthOverflow(page), `${address}, ${size.width} px`).toBe(0);
        }
      }
    });
  });
});
