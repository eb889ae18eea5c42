import { expect, test } from "vitest";
import { pngOf } from "#pictures/testing.ts";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

const photo = { name: "photo.png", mimeType: "image/png", buffer: pngOf(600, 400, 90) };

/** A customer with its contact. */
async function aCustomer(name: string) {
  const api = await program.api();
  const customer = await api.create("/customers", { name, city: "Pori" });
  return { api, no: customer.no as string, contactNo: customer.contactNo as string };
}

/** For looking at: `SHOTS` names a folder. */
async function shoot(page: { screenshot(options: object): Promise<unknown> }, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("a picture given to a customer is its contact's, until the link lets nothing through", async () => {
  const { api, no, contactNo } = await aCustomer("Kuvasaari Oy");
  await program.as("crmUser", async (page) => {
    await page.goto(`/customers/${no}`);
    await page.getByRole("button", { name: "Add a picture of Kuvasaari Oy" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("menuitem", { name: "Choose a picture…" }).click();
    await (await chooser).setFiles(photo);
    await page.getByText("Picture of Kuvasaari Oy added").waitFor();
    await page.getByRole("button", { name: "Picture of Kuvasaari Oy" }).waitFor();
    await eventually(async () => (await api.get(`/contacts/${contactNo}`)).body.image).not.toBeNull();

    await page.getByRole("combobox", { name: "Synchronisation" }).click();
    await page.getByRole("option", { name: "Neither follows" }).click();
    await page.getByText("Synchronisation changed").waitFor();
    await eventually(async () => (await api.get(`/customers/${no}`)).body.syncPolicy).toBe("off");
    await page.getByRole("textbox", { name: "City" }).fill("Rauma");
    await page.keyboard.press("Enter");
    await eventually(async () => (await api.get(`/customers/${no}`)).body.city).toBe("Rauma");
    expect((await api.get(`/contacts/${contactNo}`)).body.city).toBe("Pori");

    await page.getByRole("button", { name: /^Log of synchronisation/ }).click();
    await page.getByText("to the contact", { exact: false }).first().waitFor();
    await expectNoAxeViolations(page, "card of a customer with its log");
    await shoot(page, "customer");

    await page.goto(`/contacts/${contactNo}?tab=relations`);
    await page.getByRole("combobox", { name: "Synchronisation with Kuvasaari Oy" }).waitFor();
    await page.getByRole("button", { name: /^Log of synchronisation/ }).click();
    await page.getByRole("link", { name: "Show in the list" }).click();
    await page.getByRole("heading", { level: 1, name: "Log of synchronisation" }).waitFor();
    await page.getByRole("grid").getByText("Picture").waitFor();
    await expectNoAxeViolations(page, "log of synchronisation");
    await shoot(page, "sync-log");
  });
});

test("documents are entered, summed, changed and deleted by hand", async () => {
  const { api, no } = await aCustomer("Tositelahti Oy");
  await program.as("crmUser", async (page) => {
    await page.goto(`/customers/${no}`);
    await page.getByRole("button", { name: "New document" }).click();
    const dialog = page.getByRole("dialog", { name: "New document" });
    await dialog.getByRole("textbox", { name: "Document No." }).fill("INV-77");
    await dialog.getByRole("textbox", { name: "Amount" }).fill("120.5");
    await expectNoAxeViolations(page, "new document");
    await shoot(page, "new-document");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Invoice INV-77").waitFor();
    expect((await api.get(`/party-entries?partyNo=${no}`)).body.items).toMatchObject([
      { amount: 120.5, documentType: "invoice" },
    ]);

    await page.getByRole("button", { name: "Actions for INV-77" }).click();
    await page.getByRole("menuitem", { name: "Change document" }).click();
    const changing = page.getByRole("dialog", { name: "Change document" });
    await changing.getByRole("combobox", { name: "Document Type" }).click();
    await page.getByRole("option", { name: "Credit memo" }).click();
    await changing.getByRole("button", { name: "Save" }).click();
    await page.getByText("The amount of a credit memo must be negative.").first().waitFor();
    await changing.getByRole("textbox", { name: "Amount" }).fill("-20");
    await changing.getByRole("button", { name: "Save" }).click();
    await changing.waitFor({ state: "detached" });
    await page.getByText("Credit memo INV-77").waitFor();

    await page.getByRole("link", { name: "Show in the list" }).click();
    await page.getByRole("heading", { level: 1, name: "Invoices and credit memos" }).waitFor();
    await page.getByRole("grid").getByText("INV-77").waitFor();
    await expectNoAxeViolations(page, "list of documents");
    await shoot(page, "documents");
  });
});

test("a post code fills in the rest of the address as it is left; on a phone, in the dark, in Finnish", async () => {
  const { api, no } = await aCustomer("Postisaari Oy");
  await api.create("/post-codes", { code: "10960", city: "Hanko", county: "Uusimaa", countryCode: "FI" });
  await program.as(
    "marketer",
    async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      await page.goto(`/customers/${no}`);
      await page.getByRole("textbox", { name: "Postinumero" }).fill("10960");
      await page.keyboard.press("Tab");
      await eventually(() => page.getByRole("textbox", { name: "Paikkakunta" }).inputValue()).toBe("Hanko");
      await page.getByRole("button", { name: "Tallenna" }).last().click();
      await eventually(async () => (await api.get(`/customers/${no}`)).body.countryCode).toBe("FI");
      await page.getByRole("button", { name: /^Synkronointiloki/ }).click();
      await page.getByText("kontaktiin", { exact: false }).first().waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page, "card of a customer on a phone");
      await shoot(page, "phone-customer");
      for (const path of ["/party-entries", "/sync-log"]) {
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        expect(await widthOverflow(page), path).toBe(0);
        await expectNoAxeViolations(page, path);
        await shoot(page, `phone${path.replace("/", "-")}`);
      }
    },
    { size: PHONE, scheme: "dark" },
  );
});
