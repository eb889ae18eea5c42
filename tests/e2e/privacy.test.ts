import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

async function givenPerson(no: string): Promise<void> {
  const api = await program.api();
  await api.create("/contacts", {
    no,
    type: "person",
    name: "Tuulikki Rannanjärvi",
    email: "tuulikki@ranta.example",
  });
  await api.create("/interactions", {
    contactNo: no,
    interactionTemplateCode: "CALL-OUT",
    description: "Asked what we keep of her",
    salespersonCode: "AK",
    date: "2026-03-02",
  });
}

describe("subject rights on the card", () => {
  test("contacts §10 (B9) everything is exported, then who it was is erased after the number is typed", async () => {
    await givenPerson("PRIV-1");
    await program.as("crmAdmin", async (page) => {
      await page.goto("/contacts/PRIV-1?tab=details");
      await page.getByRole("button", { name: "Subject rights" }).click();
      await page.getByRole("button", { name: "Export as archive" }).click();
      const link = page.getByRole("link", { name: /^Download the archive/ });
      await link.waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toBe("PRIV-1.zip");
      expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe("PK");

      await page.getByRole("button", { name: "Erase personal data…" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Interactions 1").waitFor();
      await expectNoAxeViolations(page, "the question before erasing");
      const submit = dialog.getByRole("button", { name: "Erase for good" });
      await dialog.getByRole("textbox", { name: "Reason" }).fill("Request of 2 March");
      expect(await submit.isDisabled()).toBe(true);
      await dialog.getByRole("textbox", { name: "Type PRIV-1 to confirm" }).fill("priv-1");
      await submit.click();

      await page.getByRole("heading", { name: "Erased contact" }).waitFor();
      await page.getByText("Reason: Request of 2 March").waitFor();
      expect(await textOf(page.locator("body"))).not.toContain("Rannanjärvi");
      await expectNoAxeViolations(page, "an erased contact");
    });
  });

  test("in Finnish on a phone, and not for whoever may not", async () => {
    await givenPerson("PRIV-2");
    await program.as(
      "crmAdmin",
      async (page) => {
        await page.goto("/");
        await page.getByRole("button", { name: /^Account of / }).click();
        await page.getByRole("menuitemradio", { name: "Suomi" }).click();
        await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
        await page.goto("/contacts/PRIV-2?tab=details");
        await page.getByRole("button", { name: "Rekisteröidyn oikeudet" }).click();
        await page.getByRole("button", { name: "Poista henkilötiedot…" }).click();
        await page.getByRole("dialog").getByText("Poistuu pysyvästi").waitFor();
        await eventually(() => widthOverflow(page)).toBe(0);
        await expectNoAxeViolations(page, "the question before erasing, on a phone");
      },
      { size: PHONE },
    );
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts/PRIV-2?tab=details");
      await page.getByRole("button", { name: "General" }).waitFor();
      expect(await page.getByRole("button", { name: "Subject rights" }).count()).toBe(0);
    });
  });
});
