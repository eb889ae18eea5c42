import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

interface Contact {
  readonly no: string;
  readonly name: string;
}

/** Companies of the demo company that letters go to. */
async function companies(page: Page, count: number): Promise<Contact[]> {
  const answer = await page.request.get(`/api/v1/contacts?type=company&privacyBlocked=false&limit=${count}`);
  return (await answer.json()).items;
}

/** The rows of the lines, without the header. */
const rows = (page: Page) =>
  page
    .getByRole("grid", { name: "Lines" })
    .getByRole("row")
    .filter({ has: page.getByRole("link") });

/** A segment with contacts on it, as the API makes it. */
async function givenSegment(contacts: readonly Contact[], fields: object): Promise<string> {
  const api = await program.api();
  const { no } = await api.create("/segments", fields);
  const items = contacts.map((contact) => ({ contactNo: contact.no }));
  if (items.length > 0) await api.post(`/segments/${no}/lines/batch`, { items });
  return no;
}

test("SEG-004 SEG-005 SEG-020 a segment is created, filled from the keyboard, changed with its lines, emptied and deleted", async () => {
  await program.as("marketer", async (page) => {
    const contacts = await companies(page, 3);
    await page.goto("/segments");
    await page.getByRole("heading", { level: 1, name: "Segments" }).waitFor();
    await page.locator("#content").focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "New segment" });
    await dialog.getByLabel("Description").fill("Winter fair");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Winter fair" }).waitFor();

    // The field for contacts has the cursor, and keeps it: number, Enter, number, Enter.
    const field = page.getByRole("textbox", { name: "Add contacts" });
    await page.locator("#add-segment-contacts input:focus").waitFor();
    for (const { no } of contacts) {
      await page.keyboard.type(no);
      await page.keyboard.press("Enter");
      await eventually(() => field.inputValue()).toBe("");
    }
    await eventually(() => rows(page).count()).toBe(3);
    await page.getByText("3 lines", { exact: true }).first().waitFor();
    await page.getByText(`${contacts[2]?.name} was added`).waitFor();
    await expect(rows(page).first().textContent()).resolves.toContain(contacts[2]?.no);
    await expectNoAxeViolations(page);

    // The header changes: the lines only if one says so.
    await page.getByLabel("Description").fill("Spring fair");
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "Update all 3 lines too?" });
    await question.getByRole("button", { name: "Only the segment" }).click();
    await page.getByRole("heading", { level: 1, name: "Spring fair" }).waitFor();
    await expect(rows(page).filter({ hasText: "Winter fair" }).count()).resolves.toBe(3);
    await page.getByLabel("Description").fill("Summer fair");
    await page.keyboard.press("Enter");
    await question.waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Enter");
    // Closing, it gives the focus back to where it came from.
    await question.waitFor({ state: "detached" });
    await eventually(() => rows(page).filter({ hasText: "Summer fair" }).count()).toBe(3);

    // A line is changed by Enter.
    await page.getByRole("grid", { name: "Lines" }).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const line = page.getByRole("dialog", { name: `Line of ${contacts[2]?.name}` });
    await line.getByLabel("Description").fill("Call them first");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Leave without saving?" }).waitFor();
    await page.keyboard.press("Escape");
    await line.locator("input:focus").waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Enter");
    await line.waitFor({ state: "detached" });
    await rows(page).filter({ hasText: "Call them first" }).waitFor();

    // Two go at once, and come back.
    await page.getByRole("grid", { name: "Lines" }).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Remove from segment" }).click();
    await eventually(() => rows(page).count()).toBe(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => rows(page).count()).toBe(3);
    await rows(page).filter({ hasText: "Call them first" }).waitFor();

    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete segment" }).click();
    await page.getByText(/Its 3 lines go with it/).waitFor();
    await page.getByRole("button", { name: "Delete segment" }).click();
    await page.getByText("Segment Summer fair was deleted").waitFor();
    await eventually(() => page.url()).toMatch(/\/segments$/);
  });
});

test("a contact that is on the segment already is added once more, and one is told", async () => {
  await program.as("crmUser", async (page) => {
    const [contact, other] = await companies(page, 2);
    const no = await givenSegment([contact!], { description: "Christmas cards" });
    await page.goto(`/segments/${no}`);
    await rows(page).first().waitFor();
    await page.locator("#content").focus();
    await page.keyboard.press("a");
    await page.keyboard.type(contact!.no);
    await page.keyboard.press("Enter");
    await page.getByText(`${contact?.name} was on the segment already and is on it once more`).waitFor();
    await eventually(() => rows(page).count()).toBe(2);

    // With another contact the line begins anew.
    await rows(page).first().getByText("Christmas cards").click();
    const line = page.getByRole("dialog", { name: `Line of ${contact?.name}` });
    await line.getByRole("textbox", { name: "Contact" }).fill(other!.no);
    await page.getByRole("option", { name: new RegExp(other!.no) }).click();
    await line.getByText(/the line begins anew/).waitFor();
    await line.getByRole("button", { name: "Save" }).click();
    await rows(page).first().getByText(other!.name).waitFor();

    // Who may only edit neither creates nor deletes.
    await page.goto("/segments");
    await page.getByRole("link", { name: "Christmas cards" }).waitFor();
    await expect(page.getByRole("button", { name: "New segment" }).count()).resolves.toBe(0);
  });
});

test("readers see the lines and open contacts, but change nothing", async () => {
  await program.as("viewer", async (page) => {
    const contacts = await companies(page, 2);
    const no = await givenSegment(contacts, { description: "Only to look at" });
    await page.goto(`/segments/${no}`);
    await eventually(() => rows(page).count()).toBe(2);
    await expect(page.getByLabel("Description").isDisabled()).resolves.toBe(true);
    await expect(page.getByRole("textbox", { name: "Add contacts" }).count()).resolves.toBe(0);
    await page.getByRole("grid", { name: "Lines" }).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await eventually(() => page.url()).toContain(`/contacts/${contacts[1]?.no}`);
  });
});

test("segments on a phone, dark and in Finnish", async () => {
  await program.as(
    "marketer",
    async (page) => {
      const contacts = await companies(page, 3);
      const no = await givenSegment(contacts, { description: "Joulutervehdys" });
      await page.goto("/segments");
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { level: 1, name: "Segmentit" }).waitFor();
      await page.getByRole("link", { name: "Joulutervehdys" }).waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);

      await page.goto(`/segments/${no}`);
      const grid = page.getByRole("grid", { name: "Rivit" });
      await grid.getByText(contacts[0]!.name).waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);
      await grid.getByText(contacts[0]!.name).click();
      const line = page.getByRole("dialog", { name: `Rivi: ${contacts[0]?.name}` });
      await line.getByRole("button", { name: "Poista segmentistä" }).waitFor();
      await expectNoAxeViolations(page);
      await line.getByRole("button", { name: "Poista segmentistä" }).click();
      await page.getByText("1 rivi poistettiin").waitFor();
      await page.getByText("2 riviä", { exact: true }).first().waitFor();
    },
    { size: PHONE, scheme: "dark" },
  );
});
