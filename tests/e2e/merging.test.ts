import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** Two companies that are one: some values differ, a mailing group is the same, an address is not. */
async function twoOfOne(nos: readonly [string, string]): Promise<void> {
  const api = await program.api();
  const tag = `Kohde ${nos[0].replace("-", "")}`;
  const values = [
    { name: "Koivurinne Oy", name2: tag, city: "Oulu", countryCode: "FI" },
    {
      name: "Koivurinteen Paja Oy",
      name2: tag,
      city: "Kempele",
      phoneNo: "+358 8 555 0177",
      countryCode: "FI",
    },
  ];
  for (const [index, no] of nos.entries()) {
    await api.create("/contacts", { no, ...values[index] });
    await api.create(`/contacts/${no}/alternative-addresses`, {
      code: "COTTAGE",
      address: "Rantapolku 1",
      city: index === 0 ? "Hanko" : "Porvoo",
    });
  }
  await api.create("/interactions", {
    contactNo: nos[1],
    interactionTemplateCode: "CALL-OUT",
    description: "Asked for a new price list",
    salespersonCode: "AK",
    date: "2026-03-02",
  });
}

describe("two contacts that are one", () => {
  test("CON-B3 are merged by the keyboard, conflicts resolved in place, and are two again", async () => {
    await twoOfOne(["MERGE-A1", "MERGE-B1"]);
    await program.as("crmAdmin", async (page) => {
      await page.goto("/contacts/MERGE-A1/merge");
      await page.getByRole("textbox", { name: "Duplicate" }).focus();
      await page.keyboard.type("MERGE-B1");
      await page.getByRole("option", { name: /Koivurinteen/ }).waitFor();
      await page.keyboard.press("Enter");

      await page.getByRole("heading", { name: "Merge Koivurinteen Paja Oy into Koivurinne Oy" }).waitFor();
      const radio = (name: string) => page.getByRole("radio", { name, exact: true });
      expect(await radio("Name: Koivurinne Oy").isChecked()).toBe(true);
      // What is blank is filled unless somebody chooses otherwise.
      expect(await radio("Phone No.: +358 8 555 0177").isChecked()).toBe(true);
      await radio("City: Oulu").focus();
      await page.keyboard.press("ArrowRight");
      expect(await radio("City: Kempele").isChecked()).toBe(true);
      await expectNoAxeViolations(page, "merging two contacts");

      const button = page.getByRole("button", { name: "Merge MERGE-B1 into MERGE-A1" });
      await button.click();
      const conflict = page.getByRole("group", { name: "Alternative addresses: COTTAGE" });
      await conflict.getByText("Choose what becomes of the two rows.").waitFor();
      await conflict.getByRole("radio", { name: /^Keep both/ }).check();
      await conflict.getByRole("textbox", { name: /Code/ }).fill("island");
      await button.click();

      await eventually(() => new URL(page.url()).pathname).toBe("/contacts/MERGE-A1");
      const done = page.getByText("MERGE-B1 was merged into MERGE-A1.");
      await done.waitFor();
      await page.getByText("Asked for a new price list").waitFor();
      await page.getByRole("tab", { name: "Addresses" }).click();
      await page.getByText("ISLAND").first().waitFor();

      await page.goto("/contacts/MERGE-B1");
      await eventually(() => new URL(page.url()).pathname).toBe("/contacts/MERGE-A1");

      await page.getByRole("tab", { name: "Change log" }).click();
      await page.getByText("MERGE-B1 Koivurinteen Paja Oy was merged into MERGE-A1").waitFor();
      await expectNoAxeViolations(page, "history of merges");
      await page.getByRole("button", { name: "Undo the merge of MERGE-B1 into MERGE-A1" }).click();
      await page.getByText("MERGE-B1 is back, with everything that was its own.").waitFor();
      await page.getByRole("button", { name: "Open MERGE-B1" }).click();
      await page.getByRole("heading", { name: "Koivurinteen Paja Oy" }).waitFor();
      await page.getByText("Asked for a new price list").waitFor();
    });
  });

  test("are chosen in the list, swapped, merged and undone at once", async () => {
    await twoOfOne(["MERGE-A2", "MERGE-B2"]);
    await program.as("crmAdmin", async (page) => {
      await page.goto("/contacts?search=Kohde%20MERGEA2&sort=name");
      await page
        .getByRole("row", { name: /Koivurinteen Paja/ })
        .getByRole("checkbox")
        .check();
      await page
        .getByRole("row", { name: /Koivurinne Oy/ })
        .getByRole("checkbox")
        .check();
      await page.getByRole("button", { name: "Merge the selected two" }).click();
      await page.getByRole("link", { name: "Keep MERGE-B2 instead" }).click();
      await page.getByRole("heading", { name: "Merge Koivurinne Oy into Koivurinteen Paja Oy" }).waitFor();
      await page.getByRole("radio", { name: /^Keep the row of MERGE-B2/ }).check();
      await page.getByRole("radio", { name: "City: Hanko" }).check();
      await page.getByRole("button", { name: "Merge MERGE-A2 into MERGE-B2" }).click();
      await page.getByText("MERGE-A2 was merged into MERGE-B2.").waitFor();
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.getByText("MERGE-A2 is back, with everything that was its own.").waitFor();
    });
  });

  test("are merged on a phone, in Finnish", async () => {
    await twoOfOne(["MERGE-A3", "MERGE-B3"]);
    await program.as(
      "crmAdmin",
      async (page) => {
        await page.goto("/");
        await page.getByRole("button", { name: /^Account of / }).click();
        await page.getByRole("menuitemradio", { name: "Suomi" }).click();
        await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
        await page.goto("/contacts/MERGE-A3/merge?duplicateNo=MERGE-B3");
        await page.getByRole("heading", { name: "Mikä arvo säilyy?" }).waitFor();
        expect(await widthOverflow(page)).toBe(0);
        await expectNoAxeViolations(page, "merging on a phone");
        await page.getByRole("radio", { name: /^Säilytä kontaktin MERGE-A3 rivi/ }).check();
        expect(await widthOverflow(page)).toBe(0);
        await page.getByRole("button", { name: "Yhdistä MERGE-B3 kontaktiin MERGE-A3" }).click();
        await page.getByText("MERGE-B3 yhdistettiin kontaktiin MERGE-A3.").waitFor();
        expect(await textOf(page.getByRole("heading", { level: 1 }))).toContain("Koivurinne");
      },
      { size: PHONE },
    );
  });

  test("are nothing to who may not merge", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts?type=company");
      await page.getByRole("row").nth(1).waitFor();
      for (const at of [1, 2]) await page.getByRole("row").getByRole("checkbox").nth(at).click();
      await page.getByText("2 selected").waitFor();
      expect(await page.getByRole("button", { name: "Merge the selected two" }).count()).toBe(0);
    });
  });
});
