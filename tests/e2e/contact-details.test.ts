import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** A company of the demo company, and one of its people. */
const COMPANY = "CT000001";

describe("what hangs on a contact is seen to on its card", () => {
  test("a tab is in the address line, and the timeline is seen first", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${COMPANY}`);
      await page.getByRole("article").first().waitFor();
      await page.getByRole("tab", { name: "Comments" }).click();
      await eventually(() => new URL(page.url()).searchParams.get("tab")).toBe("comments");
      await page.getByRole("heading", { name: "Comments" }).waitFor();
      await page.goBack();
      await page.getByRole("article").first().waitFor();
    });
  });

  test("groups are added by the keyboard alone, and a removed one comes back", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${COMPANY}?tab=profile`);
      const groups = page.getByRole("region", { name: "Mailing groups" });
      await page.getByRole("region", { name: "Web sources" }).waitFor();
      for (const remove of await groups.getByRole("button", { name: /^Remove / }).all()) await remove.click();
      await groups.getByText("None yet").waitFor();

      await groups.getByRole("textbox", { name: "Add a mailing group" }).focus();
      await page.keyboard.type("hotel");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      const chip = groups.getByRole("button", { name: "Remove Hotel interiors mailing" });
      await chip.waitFor();
      await chip.focus();
      await page.keyboard.press("Enter");
      await groups.getByText("None yet").waitFor();
      await page.getByRole("button", { name: "Undo" }).last().click();
      await chip.waitFor();
      await expectNoAxeViolations(page, "profile of a contact");

      // People have responsibilities, companies have industry groups and web sources.
      expect(await page.getByRole("region", { name: "Job responsibilities" }).count()).toBe(0);
      expect(await page.getByRole("region", { name: "Industry groups" }).count()).toBe(1);
    });
  });

  test("an address counts on its days, and a letter then goes there", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${COMPANY}?tab=addresses`);
      await page.getByRole("button", { name: "New address" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: "Code", exact: true }).fill("cottage");
      await dialog.getByRole("textbox", { name: "Address", exact: true }).fill("Rantapolku 1");
      await dialog.getByRole("textbox", { name: "City", exact: true }).fill("Hanko");
      await dialog.getByRole("textbox", { name: "Phone No.", exact: true }).fill("abc");
      await page.keyboard.press("Enter");
      await dialog.getByText("must not contain letters").first().waitFor();
      await dialog.getByRole("textbox", { name: "Phone No.", exact: true }).fill("+358 19 555 0101");
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });

      await page.getByRole("button", { name: "Add period" }).click();
      await page.keyboard.type("today");
      await page.keyboard.press("Tab");
      await page.getByRole("textbox", { name: "Last day" }).fill("1.1.2020");
      await page.keyboard.press("Enter");
      await page.getByText("The ending date is before the starting date.").first().waitFor();
      await page.getByRole("textbox", { name: "Last day" }).fill("");
      await page.keyboard.press("Enter");
      await page.getByText("Counts today").waitFor();
      await eventually(() => textOf(page.locator("address"))).toContain("Rantapolku 1\nHanko");
      await expectNoAxeViolations(page, "addresses of a contact");

      await page.getByRole("button", { name: "Delete address COTTAGE" }).click();
      await page.getByText("No alternative addresses").waitFor();
      await page.getByRole("button", { name: "Undo" }).last().click();
      await page.getByText("Counts today").waitFor();
    });
  });

  test("comments are written, changed and marked on the tab", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${COMPANY}?tab=comments`);
      await page.getByRole("textbox", { name: "Add comment" }).fill("Prefers invoices by e-mail");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("listitem").filter({ hasText: "Prefers invoices by e-mail" }).waitFor();
      await page.getByText("There are comments").waitFor({ state: "attached" });
      await page.getByRole("button", { name: "Edit comment" }).click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("Wants paper");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("listitem").filter({ hasText: "Wants paper" }).waitFor();
      await expectNoAxeViolations(page, "comments of a contact");
    });
  });

  test("the salutation follows what is typed, in any language", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${await aPerson(page)}?tab=details`);
      await page.getByRole("button", { name: /^Name details/ }).click();
      const preview = page.getByRole("region", { name: "How a letter begins" });
      await preview.getByText("Formal", { exact: true }).waitFor();
      await page.getByRole("textbox", { name: "Surname" }).fill("Valkama-Ström");
      await eventually(() => textOf(preview)).toContain("Valkama-Ström");
      await preview.getByLabel("Language of the salutation").click();
      await page.getByRole("option", { name: "English" }).click();
      await eventually(() => textOf(preview)).toMatch(/Dear .*Valkama-Ström/);
      await expectNoAxeViolations(page, "details of a person");
      await page.getByRole("button", { name: "Discard" }).click();
    });
  });

  test("in Finnish on a phone nothing is wider than the screen", async () => {
    await program.as(
      "marketer",
      async (page) => {
        for (const tab of ["addresses", "profile", "comments", "details"]) {
          await page.goto(`/contacts/${COMPANY}?tab=${tab}`);
          await page.getByRole("tabpanel").getByRole("heading").first().waitFor();
          expect(await widthOverflow(page), tab).toBe(0);
        }
      },
      { size: PHONE },
    );
  });
});

/** The first person of the company. */
async function aPerson(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/v1/contacts?type=person&companyNo=${COMPANY}&limit=1`);
  return ((await answer.json()) as { items: { no: string }[] }).items[0]!.no;
}
