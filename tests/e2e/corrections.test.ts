import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

/** An interaction with a comment, of the demo company's first contact. */
async function givenEntry(description: string) {
  const api = await program.api();
  const [contact, other] = (await api.get("/contacts?limit=2")).body.items;
  const template = (await api.get("/interaction-templates?limit=1&archived=false")).body.items[0];
  const salesperson = (await api.get("/salespeople?limit=1")).body.items[0];
  const entry = await api.create("/interactions", {
    contactNo: contact.no,
    interactionTemplateCode: template.code,
    salespersonCode: salesperson.code,
    description,
    cost: 4,
    durationMin: 7,
    comments: ["Stays with it"],
  });
  return { api, contact, other, entryNo: (entry as { entryNo: number }).entryNo };
}

describe("correcting what was logged", () => {
  test("from the open entry by the keyboard alone; the timeline tells it and shows the history", async () => {
    const { api, contact, entryNo } = await givenEntry("Tarjouss lähetetty");

    await program.as("crmUser", async (page) => {
      await page.goto(`/interactions?entry=${entryNo}`);
      const panel = page.getByRole("complementary", { name: `Interaction ${entryNo}` });
      await panel.getByRole("button", { name: "More actions" }).waitFor();
      await page.keyboard.press("c");
      const dialog = page.getByRole("dialog", { name: `Correct interaction ${entryNo}` });
      await dialog.getByText("Nothing yet").waitFor();
      await eventually(() =>
        dialog.getByLabel(/^Description/).evaluate((field) => field.matches(":focus")),
      ).toBe(true);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("Tarjous lähetetty");
      expect(await textOf(dialog.getByRole("region", { name: "What changes" }))).toContain(
        "Tarjous lähetetty",
      );
      await expectNoAxeViolations(page);
      await page.keyboard.press("ControlOrMeta+Enter");
      await dialog.getByText("Fill in this field").first().waitFor();
      await eventually(() => dialog.getByLabel(/^Why/).evaluate((field) => field.matches(":focus"))).toBe(
        true,
      );
      await page.keyboard.type("Kirjoitusvirhe");
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.getByText("Interaction corrected").waitFor();
      await page.waitForURL((url) => Number(url.searchParams.get("entry")) > entryNo);

      await page.goto(`/contacts/${contact.no}`);
      const line = page.getByRole("link", { name: "Tarjous lähetetty", exact: true });
      await line.waitFor();
      expect(await page.getByRole("link", { name: "Tarjouss lähetetty", exact: true }).count()).toBe(0);
      await page.getByRole("button", { name: "Corrected: show what was changed" }).first().click();
      const history = page.getByRole("dialog", { name: "What was corrected" });
      await history.getByText("Reason: Kirjoitusvirhe").waitFor();
      expect(await textOf(history)).toMatch(/Description\s+Tarjouss lähetetty → Tarjous lähetetty/);
      await expectNoAxeViolations(page);
      await page.setViewportSize(PHONE);
      expect(await widthOverflow(page)).toBe(0);
    });
    const old = (await api.get(`/interaction-log-entries/${entryNo}`)).body;
    expect(old).toMatchObject({ canceled: true, cancelReason: "Kirjoitusvirhe" });
    const corrected = (await api.get(`/interaction-log-entries/${old.correctedByEntryNo}`)).body;
    expect(corrected).toMatchObject({
      description: "Tarjous lähetetty",
      durationMin: 7,
      cost: 4,
      noOfComments: 1,
    });
  });

  test("from the log's row menu, undone at once", async () => {
    const { api, entryNo, other } = await givenEntry("Väärälle kontaktille");

    await program.as("crmUser", async (page) => {
      await page.goto("/interactions?search=v%C3%A4%C3%A4r%C3%A4lle");
      const row = page.getByRole("row", { name: /Väärälle kontaktille/ });
      await row.waitFor();
      await page.getByRole("grid").focus();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem", { name: "Correct", exact: true }).press("Enter");
      const dialog = page.getByRole("dialog", { name: `Correct interaction ${entryNo}` });
      const field = dialog.getByLabel(/^Contact/).first();
      await field.fill(other.name);
      await page.getByRole("option", { name: other.name }).first().click();
      await dialog.getByLabel(/^Why/).fill("Wrong contact");
      await dialog.getByRole("button", { name: "Correct", exact: true }).click();
      await page.getByText("Interaction corrected").waitFor();
      await page
        .getByRole("row", { name: /Väärälle kontaktille.*Corrected/ })
        .first()
        .waitFor();

      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.getByText("The correction was undone").waitFor();
    });
    expect((await api.get(`/interaction-log-entries/${entryNo}`)).body).toMatchObject({
      canceled: false,
      correctedByEntryNo: null,
    });
  });

  test("somebody who may only look is not offered it", async () => {
    const { entryNo } = await givenEntry("Vain luettavaksi");

    await program.as("viewer", async (page) => {
      await page.goto(`/interactions?entry=${entryNo}`);
      await page.getByRole("complementary", { name: `Interaction ${entryNo}` }).waitFor();
      await page.getByText("Stays with it").waitFor();
      await page.keyboard.press("c");
      const offered = page.getByRole("complementary").getByRole("button", { name: /More actions|Correct/ });
      expect(await offered.count()).toBe(0);
      expect(await page.getByRole("dialog").count()).toBe(0);
    });
  });
});
