import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeXlsx } from "#platform/files/index.ts";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

/** A workbook of past interactions with the first two contacts of the demo company, and a row about nobody. */
async function givenWorkbook(names: readonly string[]) {
  const headers = [
    "Date",
    "Time",
    "Contact name",
    "Template",
    "Description",
    "Notes",
    "Duration (min)",
    "Record ID",
  ];
  const rows = [
    ["2019-03-04", "9:05", names[0]!, "", "Pajunkissoista tarjous", "Wants it before Easter", 12, "7001"],
    ["2019-03-05", "", names[1]!, "", "Pajunkissat toimitettu", null, null, "7002"],
    ["2019-03-06", "10:00", "Hukka Perämetsä", "", "Nobody knows them", null, null, "7003"],
  ];
  const columns = headers.map((header) => ({
    header,
    type: header === "Date" ? ("date" as const) : ("text" as const),
  }));
  return {
    name: "old-calls.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await buffer(writeXlsx(columns, rows.values())),
  };
}

async function namesOfContacts(): Promise<string[]> {
  const api = await program.api();
  const { body } = await api.get("/contacts?limit=100");
  const names = body.items.map(({ name }: { name: string }) => name) as string[];
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)).slice(0, 2);
}

/** Chooses a record in a lookup. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).fill(words);
  await page
    .getByRole("option", { name: new RegExp(words, "i") })
    .first()
    .click();
}

test("a workbook of past interactions: choosing, trying out, importing, and importing it again", async () => {
  const names = await namesOfContacts();
  const file = await givenWorkbook(names);

  await program.as("crmUser", async (page) => {
    await page.goto("/interactions");
    await page.getByRole("button", { name: "Import past interactions" }).click();
    await eventually(() => page.getByRole("radio", { name: "Past interactions" }).isChecked()).toBe(true);
    await expectNoAxeViolations(page, "the choice");

    await page.getByLabel("Choose a file").setInputFiles(file);
    await page.getByRole("heading", { level: 1, name: "old-calls.xlsx" }).waitFor();
    await choose(page, "Template for rows without one", "call");
    await page.getByLabel("Program the ids are from").fill("Old phone book");
    await page.getByLabel("Program the ids are from").blur();
    await page.getByText("Pajunkissoista tarjous").first().waitFor();
    await page.getByText("No contact matches “Hukka Perämetsä”.").first().waitFor();
    await expectNoAxeViolations(page, "an import of interactions");

    await page.getByRole("button", { name: "Try out all rows" }).click();
    await page.getByRole("heading", { name: "This would happen" }).waitFor();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await expectNoAxeViolations(page, "the result");
    await page.getByRole("link", { name: "Show the interactions" }).click();

    await page.goto("/interactions?search=pajunkiss");
    await page.getByRole("row", { name: /Pajunkissoista tarjous/ }).waitFor();
    await page.getByRole("row", { name: /Pajunkissat toimitettu/ }).waitFor();

    await page.goto("/imports?kind=interactions");
    await page.getByLabel("Choose a file").setInputFiles(file);
    await page.getByRole("heading", { level: 1, name: "old-calls.xlsx" }).waitFor();
    await page.getByLabel("Program the ids are from").fill("old phone book");
    await page.getByLabel("Program the ids are from").blur();
    await page.getByText("Already there").first().waitFor();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
  });

  const api = await program.api();
  const { body } = await api.get("/interaction-log-entries?search=pajunkiss&sort=entryNo");
  expect(body.items).toMatchObject([
    {
      contactName: names[0],
      date: "2019-03-04",
      time: "09:05:00",
      durationMin: 12,
      hasComment: true,
      source: "import",
    },
    { contactName: names[1], date: "2019-03-05", time: "00:00:00", salespersonCode: "AK" },
  ]);
});

test("in Finnish, on a phone", async () => {
  const file = await givenWorkbook(await namesOfContacts());

  await program.as(
    "marketer",
    async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      await page.goto("/imports?kind=interactions");
      await page.getByLabel("Valitse tiedosto").setInputFiles(file);
      await page.getByRole("heading", { level: 1, name: "old-calls.xlsx" }).waitFor();
      await page.getByText("Mikään kontakti ei vastaa hakua ”Hukka Perämetsä”.").first().waitFor();
      expect(await widthOverflow(page)).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page, "an import of interactions in Finnish");
    },
    { size: PHONE },
  );
});
