import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

let contactNo: string;
let contactName: string;

beforeAll(async () => {
  const api = await program.api();
  const [contact] = (await api.get("/contacts?type=person&limit=200")).body.items.filter(
    (row: { phoneNo: string | null; mobilePhoneNo: string | null; privacyBlocked: boolean }) =>
      row.phoneNo !== null && row.mobilePhoneNo !== null && !row.privacyBlocked,
  );
  contactNo = contact.no;
  contactName = contact.name;
});

const flow = (page: Page) => page.getByRole("dialog");
const button = (page: Page, name: string | RegExp) => flow(page).getByRole("button", { name });

/** Opens the guided flow from the contact's card and chooses a template by its first letters. */
async function begin(page: Page, template: string): Promise<void> {
  await page.goto(`/contacts/${contactNo}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await runAction(page, "Log step by step");
  await flow(page).getByRole("combobox", { name: "Template" }).click();
  await page.getByRole("option", { name: template }).click();
  await saved(page);
}

/** An action of the card, in its bar or in the menu behind it. */
async function runAction(page: Page, name: string): Promise<void> {
  const inBar = page.getByRole("button", { name, exact: true });
  if (await inBar.isVisible()) return inBar.click();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

async function saved(page: Page): Promise<void> {
  await flow(page).getByText("Draft saved.").waitFor();
}

async function entriesSaying(description: string) {
  const api = await program.api();
  const { items } = (await api.get(`/interaction-log-entries?contactNo=${contactNo}&limit=20`)).body;
  return items.filter((entry: { description: string }) => entry.description === description);
}

describe("J2 be interrupted", () => {
  test("INT-024 INT-046 INT-047 the guided flow: type, relations, log, result, with comments on its steps", async () => {
    await program.as("crmUser", async (page) => {
      await begin(page, "Online meeting");
      const description = flow(page).getByRole("textbox", { name: "Description" });
      await eventually(() => description.inputValue()).toBe("Online meeting");
      await description.fill("Desks for the second floor");
      await button(page, "Add comment").click();
      await page.keyboard.type("Wants oak");
      await expectNoAxeViolations(page, "type");

      await button(page, "Next").click();
      await flow(page).getByLabel("Opportunity", { exact: true }).waitFor();
      await saved(page);
      await expectNoAxeViolations(page, "relations");
      await button(page, "Log").click();

      await flow(page).getByText("The interaction is logged.").waitFor();
      await flow(page).getByRole("radio", { name: "Very positive" }).check({ force: true });
      await flow(page).getByRole("textbox", { name: "Add comment" }).fill("Offer by Friday");
      await button(page, "Add comment").click();
      await flow(page).getByText("Offer by Friday").waitFor();
      await expectNoAxeViolations(page, "result");
      await button(page, "Done").click();
      await eventually(() => flow(page).count()).toBe(0);

      const [entry] = await entriesSaying("Desks for the second floor");
      expect(entry).toMatchObject({ evaluation: "veryPositive", noOfComments: 2, salespersonCode: "AK" });
      await page.getByRole("button", { name: "Create opportunity" }).waitFor();
    });
  });

  test("a reload, a lost connection and another browser lose nothing that was typed", async () => {
    await program.as("crmUser", async (page, context) => {
      await begin(page, "Online meeting");
      const description = () => flow(page).getByRole("textbox", { name: "Description" });
      await description().fill("Said before the reload");
      await page.reload();
      await eventually(() => description().inputValue()).toBe("Said before the reload");

      await context.setOffline(true);
      await description().fill("Said without a connection");
      await flow(page).getByText("no connection", { exact: false }).waitFor();
      await context.setOffline(false);
      await saved(page);
    });
    await program.as("crmUser", async (page) => {
      await page.goto("/");
      const line = page.getByRole("listitem").filter({ hasText: "Said without a connection" });
      await line.waitFor();
      await line.getByRole("button", { name: "Resume" }).click();
      await flow(page).getByRole("textbox", { name: "Description" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Discard", exact: true }).click();
      await eventually(() => flow(page).count()).toBe(0);
      await line.waitFor({ state: "detached" });
    });
    expect(await entriesSaying("Said without a connection")).toEqual([]);
  });

  test("INT-035 INT-037 INT-038 closed it asks once, waits among the postponed ones, and goes on where it was", async () => {
    await program.as("crmUser", async (page) => {
      await begin(page, "Online meeting");
      await flow(page).getByRole("textbox", { name: "Description" }).fill("To be continued");
      await button(page, "Next").click();
      await flow(page).getByLabel("Campaign", { exact: true }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "Keep this for later?" }).waitFor();
      await page
        .getByRole("dialog", { name: "Keep this for later?" })
        .getByRole("button", { name: "Save for later" })
        .click();
      await page.getByText(`Kept for later: ${contactName}`).waitFor();

      await page.goto("/");
      await page.getByRole("link", { name: /Postponed by me/ }).click();
      await page.getByRole("heading", { name: "Postponed interactions" }).waitFor();
      await expectNoAxeViolations(page);
      await page.getByText("To be continued").click();
      await flow(page).getByLabel("Campaign", { exact: true }).waitFor();
      await button(page, "Log").click();
      await flow(page).getByText("The interaction is logged.").waitFor();
      await button(page, "Done").click();
      expect(await entriesSaying("To be continued")).toHaveLength(1);
      await page.getByText("Nothing is postponed").waitFor();
    });
  });

  test("from the quick log: what was typed goes along", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contactNo}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("l");
      const words = page.getByRole("dialog").getByRole("textbox", { name: "Description" });
      await words.fill("Begun in the quick log");
      await page.getByRole("button", { name: "Step by step" }).click();
      await flow(page).getByRole("textbox", { name: "Description" }).waitFor();
      await eventually(() => flow(page).getByRole("textbox", { name: "Description" }).inputValue()).toBe(
        "Begun in the quick log",
      );
      await saved(page);
    });
  });
});

describe("a phone call", () => {
  test("INT-060 INT-065 INT-066 by keyboard: another number by the arrows, a clock, the result, logged", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contactNo}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await runAction(page, "Call");
      const number = flow(page).getByRole("combobox", { name: "Number" }).or(flow(page).getByLabel("Number"));
      await number.first().waitFor();
      const proposed = await number.first().inputValue();
      await number.first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      const chosen = await number.first().inputValue();
      expect(chosen).not.toBe(proposed);
      const call = flow(page).getByRole("link", { name: "Call" });
      expect(await call.getAttribute("href")).toBe(`tel:${chosen.replace(/[^+\d]/g, "")}`);
      await page.evaluate(
        "document.addEventListener('click', (event) => event.target.closest('a[href^=tel]') && event.preventDefault())",
      );
      await call.click();
      await flow(page).getByRole("timer").waitFor();
      await flow(page).getByRole("textbox", { name: "Description" }).fill("Asked about chairs");
      await expectNoAxeViolations(page, "call");
      await button(page, "End call").click();
      await button(page, "Next").click();
      await flow(page).getByRole("radio", { name: "Neutral" }).check({ force: true });
      expect(await flow(page).getByLabel("Duration").inputValue()).toContain("1");
      await expectNoAxeViolations(page, "call result");
      await button(page, "Next").click();
      await button(page, "Log call").click();
      await eventually(() => flow(page).count()).toBe(0);

      const [entry] = await entriesSaying("Asked about chairs");
      expect(entry).toMatchObject({
        contactVia: chosen,
        durationMin: 1,
        evaluation: "neutral",
        attemptFailed: false,
        interactionTemplateCode: "CALL-OUT",
      });
    });
  });

  test("on a phone the dialog fits", async () => {
    await program.as(
      "crmUser",
      async (page) => {
        await page.goto(`/contacts/${contactNo}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await runAction(page, "Call");
        await flow(page).getByLabel("Number").first().waitFor();
        expect(await widthOverflow(page)).toBeLessThanOrEqual(0);
        await expectNoAxeViolations(page);
        expect(await textOf(flow(page))).toContain("Phone call");
      },
      { size: PHONE },
    );
  });
});
