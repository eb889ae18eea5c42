import { describe, expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

/** An interaction of the demo company's first contact that nothing else is found with. */
async function givenEntry(description: string) {
  const api = await program.api();
  const contact = (await api.get("/contacts?limit=1")).body.items[0];
  const template = (await api.get("/interaction-templates?limit=1")).body.items[0];
  const salesperson = (await api.get("/salespeople?limit=1")).body.items[0];
  const entry = await api.create("/interactions", {
    contactNo: contact.no,
    interactionTemplateCode: template.code,
    salespersonCode: salesperson.code,
    description,
  });
  return { api, contactNo: contact.no as string, entryNo: (entry as { entryNo: number }).entryNo };
}

describe("searching the log", () => {
  test("words find an interaction in the log and on the contact's timeline, on a phone too", async () => {
    const { contactNo } = await givenEntry("Kuunliljoista tarjous");

    await program.as("crmUser", async (page) => {
      await page.goto("/interactions");
      await page.getByRole("searchbox").first().fill("tarjouksen kuunlilj");
      await page.waitForURL(/search=tarjouksen/);
      await page.getByRole("row", { name: /Kuunliljoista tarjous/ }).waitFor();
      // The heading and what was found.
      await eventually(() => page.getByRole("row").count()).toBe(2);
      await expectNoAxeViolations(page);

      await page.goto(`/contacts/${contactNo}?search=kuunlilj`);
      await page.getByRole("link", { name: "Kuunliljoista tarjous" }).waitFor();
      await page.setViewportSize(PHONE);
      expect(await widthOverflow(page)).toBe(0);
    });
  });

  test("INT-086 canceled interactions among those found are deleted, the others are not", async () => {
    const { api, entryNo } = await givenEntry("Vuohenputkesta puhuttiin");
    await givenEntry("Vuohenputki jää");
    await api.post(`/interaction-log-entries/${entryNo}/cancel`, {});

    await program.as("crmAdmin", async (page) => {
      await page.goto("/interactions?search=vuohenputk");
      await page.getByRole("row", { name: /Vuohenputkesta/ }).waitFor();
      await page.getByRole("button", { name: "More actions" }).first().click();
      await page.getByRole("menuitem", { name: "Delete canceled" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("1 canceled interaction will be deleted").waitFor();
      await expectNoAxeViolations(page);
      await dialog.getByRole("button", { name: "Delete for good" }).click();
      await page.getByText("1 canceled interaction was deleted").waitFor();
      await page.getByRole("row", { name: /Vuohenputkesta/ }).waitFor({ state: "detached" });
      expect(await page.getByRole("row", { name: /Vuohenputki jää/ }).count()).toBe(1);
    });
  });
});
