import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

interface Contact {
  readonly no: string;
  readonly name: string;
}

/** People without a company whom no other test is about; only theirs is on their cards. */
async function givenPeople(word: string, count: number): Promise<Contact[]> {
  const api = await program.api();
  const names = ["Aino", "Eero", "Helmi"].slice(0, count).map((name) => `${name} ${word}`);
  const made: Contact[] = [];
  for (const name of names) {
    const { no } = await api.create("/contacts", { type: "person", name });
    made.push({ no, name });
  }
  return made;
}

/** Selects the rows of the contacts in the list. */
async function selectAll(page: Page, word: string, count: number): Promise<void> {
  await page.goto(`/contacts?search=${word}`);
  const boxes = page.getByRole("row").filter({ hasText: word }).getByRole("checkbox");
  await eventually(() => boxes.count()).toBe(count);
  for (let at = 0; at < count; at++) await boxes.nth(at).click();
}

function openSegments(page: Page, name = "Open segments"): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

test("three that are selected in the list come on a new segment; a card shows it, and one leaves and comes back", async () => {
  const people = await givenPeople("Aavarinne", 3);
  await program.as("marketer", async (page) => {
    await selectAll(page, "Aavarinne", 3);
    await page.getByText("3 selected").waitFor();
    await page.getByRole("button", { name: "Add to segment…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add 3 contacts to a segment" });
    await dialog.getByText("New segment", { exact: true }).click();
    await dialog.getByRole("button", { name: "Create segment and add" }).click();
    await dialog.getByText("Give the new segment a description").waitFor();
    await dialog.getByLabel("Description").fill("Autumn letters");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Enter");
    await page.getByText("3 contacts were added to segment Autumn letters").waitFor();
    await eventually(() => page.getByText("3 selected").count()).toBe(0);
    await page.getByRole("button", { name: "Show segment" }).click();
    await page.getByRole("heading", { level: 1, name: "Autumn letters" }).waitFor();

    await page.goto(`/contacts/${people[0]!.no}`);
    const box = openSegments(page);
    await box.getByRole("link", { name: "Autumn letters" }).waitFor();
    await expectNoAxeViolations(page);
    await box.getByRole("button", { name: "Remove from segment Autumn letters" }).click();
    await eventually(() => box.getByRole("link").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await box.getByRole("link", { name: "Autumn letters" }).click();
    await page.getByRole("heading", { level: 1, name: "Autumn letters" }).waitFor();
  });
});

test("who is on the segment already, and who may not be on it, is told", async () => {
  const [present, open, blocked] = await givenPeople("Beetasalo", 3);
  const api = await program.api();
  const { no } = await api.create("/segments", { description: "Calls before Christmas" });
  await api.post(`/segments/${no}/lines`, { contactNo: present!.no });
  await program.as("crmUser", async (page) => {
    await selectAll(page, "Beetasalo", 3);
    await api.change(`/contacts/${blocked!.no}`, { privacyBlocked: true });
    await page.getByRole("button", { name: "Add to segment…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add 3 contacts to a segment" });
    const segment = dialog.getByRole("textbox", { name: "Segment" });
    await segment.waitFor();
    // Who may not create segments is not offered to.
    await expect(dialog.getByText("New segment").count()).resolves.toBe(0);
    await segment.fill("before Christmas");
    await page.getByRole("option", { name: /Calls before Christmas/ }).click();
    await page.keyboard.press("Enter");
    await dialog.getByText("1 contact was added to segment Calls before Christmas").waitFor();
    await dialog.getByText("1 was on it already").waitFor();
    await dialog.getByText("1 is blocked for privacy and was not added:").waitFor();
    await dialog.getByRole("listitem").filter({ hasText: blocked!.name }).waitFor();
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: "Show segment" }).click();
    await page.getByText("2 lines", { exact: true }).first().waitFor();
    await page.getByText(open!.name).first().waitFor();
  });
});

test("a reader sees the segments of a contact, and no way to change them", async () => {
  const [person] = await givenPeople("Celsiusoja", 1);
  const api = await program.api();
  const { no } = await api.create("/segments", { description: "Only to look at" });
  await api.post(`/segments/${no}/lines`, { contactNo: person!.no });
  await program.as("viewer", async (page) => {
    await page.goto(`/contacts/${person!.no}`);
    await openSegments(page).getByRole("link", { name: "Only to look at" }).waitFor();
    await expect(openSegments(page).getByRole("button").count()).resolves.toBe(0);
  });
});

test("on a phone, dark and in Finnish, a contact is added to a segment from its card", async () => {
  const [person] = await givenPeople("Deltaranta", 1);
  await program.as(
    "marketer",
    async (page) => {
      await page.goto(`/contacts/${person!.no}`);
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Yhteenveto" }).click();
      const box = openSegments(page, "Avoimet segmentit");
      await box.getByRole("button", { name: "Lisää segmenttiin…" }).click();
      const dialog = page.getByRole("dialog", { name: `Lisää segmenttiin: ${person!.name}` });
      await dialog.getByText("Uusi segmentti", { exact: true }).click();
      await dialog.getByLabel("Kuvaus").fill("Joulukortit");
      await expectNoAxeViolations(page);
      expect(await widthOverflow(page)).toBe(0);
      await dialog.getByRole("button", { name: "Luo segmentti ja lisää" }).click();
      await page.getByText("Segmenttiin Joulukortit lisättiin 1 kontakti").waitFor();
      await box.getByRole("link", { name: "Joulukortit" }).waitFor();
      await expectNoAxeViolations(page);
      expect(await widthOverflow(page)).toBe(0);
    },
    { size: PHONE, scheme: "dark" },
  );
});
