import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

/** A new company with a person, an interaction, a task and an opportunity of that person. */
async function givenHistory() {
  const api = await program.api();
  const salesperson = { salespersonCode: "AK" };
  const company = await api.create("/contacts", { type: "company", name: "Hallaharju Oy", ...salesperson });
  const person = await api.create("/contacts", {
    type: "person",
    name: "Venla Hallaharju",
    companyNo: company.no,
    ...salesperson,
  });
  const contactNo = person.no as string;
  const template = (await api.get("/interaction-templates?limit=1")).body.items[0];
  await api.create("/interactions", {
    contactNo,
    interactionTemplateCode: template.code,
    description: "Kysyi verhoista",
    ...salesperson,
  });
  await api.create("/tasks", {
    contactNo,
    description: "Vie kangasnäytteet",
    type: "meeting",
    startTime: "10:00",
    ...salesperson,
  });
  await api.create("/opportunities", {
    contactNo,
    description: "Verhot neuvotteluhuoneisiin",
    ...salesperson,
  });
  return { companyNo: company.no as string, personNo: contactNo };
}

describe("J3 the timeline of a contact", () => {
  test("shows interactions, tasks and opportunities, narrowed by kind, on a phone too", async () => {
    const { companyNo, personNo } = await givenHistory();
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${companyNo}`);
      const line = (name: string) => page.getByRole("article").filter({ hasText: name });
      await line("Kysyi verhoista").waitFor();
      await line("Verhot neuvotteluhuoneisiin").waitFor();
      expect(await textOf(line("Vie kangasnäytteet"))).toMatch(
        /Not started\s+Due .* · Meeting · Venla Hallaharju/,
      );
      await expectNoAxeViolations(page);

      await page.getByRole("button", { name: "Filter", exact: true }).click();
      await page.getByRole("menuitem", { name: "Kind" }).click();
      await page.getByRole("checkbox", { name: "Tasks" }).check();
      await page.keyboard.press("Escape");
      await page.waitForURL(/kind=task/);
      await line("Kysyi verhoista").waitFor({ state: "detached" });
      await line("Vie kangasnäytteet").getByRole("link").click();
      await page.waitForURL(/\/tasks\//);
      await page.goBack();
      await line("Vie kangasnäytteet").waitFor();

      await page.goto(`/contacts/${personNo}?kind=opportunity`);
      await line("Verhot neuvotteluhuoneisiin").waitFor();
      await eventually(() => page.getByRole("article").count()).toBe(1);
      await page.setViewportSize(PHONE);
      await eventually(() => widthOverflow(page)).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page);
    });
  });
});
