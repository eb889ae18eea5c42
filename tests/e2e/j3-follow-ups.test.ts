import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** The number of a company of the demo company that has neither task nor opportunity yet. */
async function companyWithout(): Promise<string> {
  const api = await program.api();
  const [companies, opportunities] = await Promise.all([
    api.get("/contacts?type=company&limit=100"),
    api.get("/opportunities?limit=200"),
  ]);
  const busy = new Set(
    opportunities.body.items.map((row: { contactCompanyNo: string }) => row.contactCompanyNo),
  );
  return companies.body.items.find(
    (row: { no: string; privacyBlocked: boolean }) => !busy.has(row.no) && !row.privacyBlocked,
  ).no;
}

const facts = (page: Page) => page.getByRole("complementary", { name: "Facts" });

describe("what follows from talking to a contact", () => {
  test("INT-087 INT-092 an entry becomes an opportunity and a task, which stand on the contact's card", async () => {
    const no = await companyWithout();
    await program.as("crmUser", async (page) => {
      await page.goto(`/interactions?contactCompanyNo=${no}`);
      await page.getByRole("row").nth(1).getByRole("link").first().click();
      const panel = page.getByRole("complementary", { name: /Entry|interaction/i }).last();
      await page.getByRole("button", { name: "More actions" }).last().click();
      await page.getByRole("menuitem", { name: "Create opportunity" }).click();
      await page.getByText(/Opportunity OP\d+ was created and linked/).waitFor();
      await panel.getByRole("link", { name: /^OP\d+$/ }).waitFor();

      await page.getByRole("button", { name: "More actions" }).last().click();
      await page.getByRole("menuitem", { name: "Create task" }).click();
      const dialog = page.getByRole("dialog", { name: "New task" });
      await dialog.getByLabel("Description").fill("Send the drawings");
      await expectNoAxeViolations(page, "the dialog of a new task");
      await dialog.getByRole("button", { name: "Create task" }).click();
      await page.getByText("Task Send the drawings was created").waitFor();

      await page.goto(`/contacts/${no}`);
      await facts(page).getByRole("link", { name: "Send the drawings" }).waitFor();
      await facts(page).getByRole("heading", { name: "Open opportunities" }).waitFor();
      expect(
        await facts(page)
          .getByText(/Not started/)
          .count(),
      ).toBe(1);

      // One click marks the task as done; the question after it is declined.
      await facts(page).getByRole("button", { name: "Mark task Send the drawings as completed" }).click();
      await page.getByRole("button", { name: "Not now" }).click();
      await facts(page).getByRole("link", { name: "Send the drawings" }).waitFor({ state: "detached" });
    });
  });

  test("INT-049 the quick log chooses a campaign, whose entry and card tell the sums", async () => {
    const no = await companyWithout();
    await program.as("marketer", async (page) => {
      await page.goto(`/contacts/${no}`);
      await facts(page).waitFor();
      await page.keyboard.press("Control+i");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Template").first().click();
      await page.getByRole("option", { name: "Invitation" }).first().click();
      await dialog.getByRole("textbox", { name: "Description" }).fill("Invited to the tour");
      await dialog.getByRole("button", { name: "More", exact: true }).click();
      await dialog.getByLabel("Campaign").fill("Spring");
      await page.getByRole("option", { name: /Spring showroom tour/ }).click();
      await page.keyboard.press("Control+Enter");
      await page
        .getByText(/Logged/)
        .first()
        .waitFor();

      await page.goto("/campaigns");
      await page.getByRole("link", { name: "Spring showroom tour" }).first().waitFor();
      await page.getByRole("link", { name: "Spring showroom tour" }).first().click();
      await facts(page).getByRole("link", { name: "1", exact: true }).waitFor();
      await expectNoAxeViolations(page, "the card of a campaign");
      await page.goto("/campaign-entries");
      await page.getByText("Interactions", { exact: true }).first().waitFor();
      await expectNoAxeViolations(page, "the campaign entries");
    });
  });

  test("lists and cards of opportunities and tasks fit a desktop and a phone", async () => {
    for (const path of ["/opportunities", "/tasks"]) {
      await program.as("crmUser", async (page) => {
        await page.goto(path);
        await page.getByRole("row").nth(2).waitFor();
        await expectNoAxeViolations(page, path);
        await page.getByRole("row").nth(1).getByRole("link").first().click();
        await facts(page).waitFor();
        await expectNoAxeViolations(page, `a card of ${path}`);
      });
      await program.as(
        "crmUser",
        async (page) => {
          await page.goto(path);
          await page.getByRole("heading", { level: 1 }).waitFor();
          await page.waitForLoadState("networkidle");
          expect(await widthOverflow(page)).toBe(0);
          await expectNoAxeViolations(page, `${path} on a phone`);
        },
        { size: PHONE, scheme: "dark" },
      );
    }
  });
});
