import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** Two companies that share 13 of the 16 default strings, and hardly any with others. */
async function givenPair(name: string, number: number) {
  const api = await program.api();
  const shared = {
    address: `${name}ntie ${number}`,
    city: `${name}nkylä`,
    postCode: String(number),
    email: `info@${name.toLowerCase()}.example`,
    phoneNo: `+${number} 9 555 ${number}`,
    mobilePhoneNo: `0${number} ${number} 555`,
  };
  const old = await api.create("/contacts", { ...shared, name: `${name} Oy` });
  const young = await api.create("/contacts", { ...shared, name: `${name} Oyj` });
  return { old, young };
}

describe("possible duplicates", () => {
  test("are compared side by side and decided about by the keyboard, one after the other", async () => {
    const api = await program.api();
    const before = (await api.get("/home")).body.tiles.openDuplicates as number;
    await givenPair("Tuulenpesä", 43210);
    await givenPair("Vesikuusi", 98765);
    await program.as("crmAdmin", async (page) => {
      await page.goto("/");
      const tile = page.getByRole("link", { name: /Possible duplicates/ });
      await eventually(() => textOf(tile)).toContain(String(before + 2));
      await tile.click();
      await page.waitForURL(/duplicates\?separate=false/);
      const grid = page.getByRole("grid");
      await grid.getByRole("row").nth(2).waitFor();
      await expectNoAxeViolations(page);

      await grid.getByRole("link", { name: "Tuulenpesä Oyj" }).press("Enter");
      await page.getByRole("heading", { name: "Tuulenpesä Oyj and Tuulenpesä Oy" }).waitFor();
      const first = page.url();
      await page.getByRole("rowheader", { name: "Post code" }).waitFor();
      expect(await textOf(page.getByRole("row", { name: /Post code/ }))).toContain("Beginning 43210");
      await expectNoAxeViolations(page);

      await page.keyboard.press("s");
      await page.getByText(/Marked as two companies/).waitFor();
      await eventually(() => Promise.resolve(page.url())).not.toBe(first);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.goto(first);
      await page.getByRole("heading", { name: "Tuulenpesä Oyj and Tuulenpesä Oy" }).waitFor();
      await page.getByText("Open", { exact: true }).waitFor();

      await page.setViewportSize(PHONE);
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);
    });
  });

  test("the card and saving lead to the comparison; Finnish reads as well", async () => {
    const { old, young } = await givenPair("Hallanvaara", 65401);
    await program.as("marketer", async (page) => {
      await page.goto(`/contacts/${young.no}?tab=details`);
      await page.getByRole("link", { name: "Compare with Hallanvaara Oy" }).waitFor();
      await expectNoAxeViolations(page);
      await page.getByLabel("Name 2").fill("Head office");
      await page.keyboard.press("Control+s");
      await page.getByText("1 company may be the same").waitFor();
      await page.getByRole("button", { name: "Compare" }).click();
      await page.waitForURL(new RegExp(`/duplicates/${young.no}/${old.no}`));

      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await page.getByText("Osumia 13 / 16").waitFor();
      await page.goto("/setup/duplicate-search-strings");
      await page.getByText("Kuinka paljon samaa tarvitaan").waitFor();
      await expectNoAxeViolations(page);
    });
  });

  test("who is entered and may be here already stands beside the form, reached by the keyboard", async () => {
    const api = await program.api();
    const person = await api.create("/contacts", { type: "person", name: "Öystein Kaarnavirta" });
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts");
      await page.getByRole("button", { name: "New person" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /^Name/ }).fill("kaarnavirta oystein");
      const similar = dialog.getByRole("link", { name: "Öystein Kaarnavirta" });
      await similar.waitFor();
      expect(await textOf(dialog.getByRole("complementary"))).toContain("Similar name");
      await expectNoAxeViolations(page);
      await similar.press("Enter");
      await page.waitForURL(new RegExp(`/contacts/${person.no}`));
    });
  });
});

describe("the search for duplicates", () => {
  test("is set up: search strings, what a percentage brings, the rebuild", async () => {
    await program.as("crmAdmin", async (page) => {
      await page.goto("/setup/duplicate-search-strings");
      await page.getByRole("button", { name: "Edit Name · Beginning" }).waitFor();
      await expectNoAxeViolations(page);
      await page.getByRole("button", { name: "Edit Name · Beginning" }).click();
      await page.getByLabel("Characters").fill("6");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Edit Name · Beginning" }).waitFor();

      const slider = page.getByRole("slider", { name: "Search hit %" });
      await slider.focus();
      await slider.press("Home");
      for (let step = 1; step < 8; step++) await slider.press("ArrowRight");
      await page.getByText(/Hits that make a pair: 2 of 16\./).waitFor();

      const rebuild = page.getByRole("button", { name: "Index now" });
      await rebuild.waitFor();
      await rebuild.click();
      await eventually(() => rebuild.isVisible()).toBe(true);
      await page.setViewportSize(PHONE);
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);
    });
  });

  test("CON-003 its two switches move each other, and whoever begins to maintain is asked about a rebuild", async () => {
    await program.as("crmAdmin", async (page) => {
      await page.goto("/setup/contact-defaults");
      const maintain = page.getByRole("switch", { name: "Maintain dupl. search strings" });
      const autosearch = page.getByRole("switch", { name: "Autosearch for duplicates" });
      await maintain.click();
      expect(await autosearch.isChecked()).toBe(false);
      await page.keyboard.press("Control+s");
      const api = await program.api();
      const setup = async () => (await api.get("/marketing-setup")).body;
      await eventually(async () => (await setup()).maintainDuplSearchStrings).toBe(false);

      await autosearch.click();
      expect(await maintain.isChecked()).toBe(true);
      await page.keyboard.press("Control+s");
      await page.getByRole("dialog", { name: "Index all companies now?" }).waitFor();
      await expectNoAxeViolations(page);
      await page.getByRole("button", { name: "Index now" }).click();
      await eventually(async () => (await setup()).autosearchForDuplicates).toBe(true);
    });
  });
});
