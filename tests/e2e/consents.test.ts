import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

const refusal = "The contact refuses calls: OFFERS.";

beforeAll(async () => {
  const api = await program.api();
  await api.create("/contacts", { no: "CONS-1", type: "person", name: "Tuulikki Rannanjärvi" });
  const consent = "/contacts/CONS-1/consents/phone/OFFERS";
  expect((await api.send("PUT", consent, { granted: false })).status).toBe(200);
});

const dialog = (page: Page) => page.getByRole("dialog");

async function choose(page: Page, template: string): Promise<void> {
  await dialog(page).getByRole("combobox", { name: "Template" }).click();
  await page.getByRole("option", { name: template }).click();
}

async function openCard(page: Page): Promise<void> {
  await page.goto("/contacts/CONS-1");
  await page.getByRole("heading", { level: 1 }).waitFor();
}

describe("contacts B6 consents warn before somebody is reached", () => {
  test("in the quick log, which logs all the same", async () => {
    await program.as("crmUser", async (page) => {
      await openCard(page);
      await page.getByRole("button", { name: "Log interaction" }).first().click();
      await choose(page, "Outgoing call");
      await dialog(page).getByText(refusal).waitFor();
      await expectNoAxeViolations(page, "the quick log with a refused consent");
      await choose(page, "Incoming call");
      await dialog(page).getByText(refusal).waitFor({ state: "detached" });
      await choose(page, "Outgoing call");
      await dialog(page).getByRole("textbox", { name: "Description" }).fill("Called all the same");
      await page.keyboard.press("Control+Enter");
      await page.getByText(/^Logged: /).waitFor();
    });
  });

  test("in the guided flow, on a phone", async () => {
    await program.as(
      "crmUser",
      async (page) => {
        await openCard(page);
        await page.getByRole("button", { name: "More actions" }).click();
        await page.getByRole("menuitem", { name: "Log step by step", exact: true }).click();
        await choose(page, "Outgoing call");
        await dialog(page).getByText(refusal).waitFor();
        expect(await widthOverflow(page)).toBe(0);
      },
      { size: PHONE },
    );
  });
});
