import { expect, test } from "vitest";
import { DESKTOP, eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** A new company, and what the API answers about it later. */
async function aCompany(name: string) {
  const api = await program.api();
  const { no } = await api.create("/contacts", { type: "company", name, phoneNo: "09 555 0101" });
  return {
    no: no as string,
    relations: async () => (await api.get(`/contacts/${no}/business-relations`)).body.items,
  };
}

test("a company becomes a customer from its card, and its badge leads to the customer", async () => {
  const company = await aCompany("Halkolahti Oy");
  const api = await program.api();
  await program.as("crmUser", async (page) => {
    await page.goto(`/contacts/${company.no}?tab=relations`);
    await page.getByText("No business relations").waitFor();
    await page.getByRole("button", { name: "Create as …" }).click();
    await page.getByRole("menuitem", { name: "Create as customer" }).click();
    const dialog = page.getByRole("dialog", { name: "Create as customer" });
    await dialog.getByLabel("No.").waitFor();
    await expectNoAxeViolations(page, "create as");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });

    await page.getByRole("link", { name: /^Halkolahti Oy CU/ }).waitFor();
    expect(await company.relations()).toMatchObject([{ businessRelationCode: "CUST", linkTo: "customer" }]);
    await expectNoAxeViolations(page, "relations of a contact");
    await page.getByRole("link", { name: "Customer", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Halkolahti Oy" }).waitFor();
    await eventually(() => new URL(page.url()).pathname).toMatch(/^\/customers\/CU/);

    // What is changed here shows at the contact at once.
    await page.getByRole("textbox", { name: "City" }).fill("Kemiö");
    await page.keyboard.press("Enter");
    await eventually(async () => (await api.get(`/contacts/${company.no}`)).body.city).toBe("Kemiö");
    await page.getByRole("link", { name: "Halkolahti Oy" }).last().click();
    await page.getByText("Kemiö").first().waitFor();
  });
});

test("linking shows which values go, for either side as the right one", async () => {
  const company = await aCompany("Kotalahti");
  const api = await program.api();
  await api.change("/marketing-setup", { busRelCodeForVendors: null });
  await api.create("/vendors", { name: "Kotalahden Tukku", phoneNo: "09 555 0202" });
  await api.change("/marketing-setup", { busRelCodeForVendors: "SUPPLIER" });
  await program.as("crmUser", async (page) => {
    await page.goto(`/contacts/${company.no}?tab=relations`);
    await page.getByRole("button", { name: "Create as …" }).click();
    await page.getByRole("menuitem", { name: "Link with existing …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Link with" }).click();
    await page.getByRole("option", { name: "Vendor" }).click();
    await dialog.getByRole("textbox", { name: "Which one" }).fill("kotala");
    await page.getByRole("option", { name: /Kotalahden Tukku/ }).waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByRole("row", { name: /Phone No.*09 555 0101.*09 555 0202/ }).waitFor();
    await dialog.getByText(/values are overwritten/).waitFor();
    await dialog.getByRole("radio", { name: "Kotalahden Tukku" }).check();
    await expectNoAxeViolations(page, "linking");
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: "Kotalahden Tukku" }).waitFor();
  });
});

test("a plain relation is added and comes back when its removal is undone", async () => {
  const company = await aCompany("Lehtilä");
  await program.as("crmUser", async (page) => {
    await page.goto(`/contacts/${company.no}?tab=relations`);
    await page.getByRole("textbox", { name: "Add relation" }).focus();
    await page.keyboard.type("press");
    await page.getByRole("option", { name: /Press/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Remove relation Press" }).click();
    await page.getByText("No business relations").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByRole("button", { name: "Remove relation Press" }).waitFor();
  });
});

test("lists and cards of all four kinds are there, on a desk and on a phone, without a barrier", async () => {
  const api = await program.api();
  await api.create("/employees", { firstName: "Ilona", lastName: "Ahola", jobTitle: "Fitter" });
  await api.create("/bank-accounts", { name: "Saaristopankki" });
  await api.create("/vendors", { name: "Lankatukku" });
  for (const size of [DESKTOP, PHONE]) {
    await program.as(
      "crmAdmin",
      async (page) => {
        for (const [path, title] of [
          ["/customers", "Customers"],
          ["/vendors", "Vendors"],
          ["/bank-accounts", "Bank accounts"],
          ["/employees", "Employees"],
          ["/setup/party-templates", "Templates for customers and others"],
        ] as const) {
          await page.goto(path);
          await page.getByRole("heading", { level: 1, name: title }).waitFor();
          await expectNoAxeViolations(page, path);
          expect(await widthOverflow(page), path).toBe(0);
        }
        await page.goto("/customers");
        await page.getByRole("grid").getByRole("link").first().click();
        await page.getByRole("textbox", { name: "Name", exact: true }).waitFor();
        await expectNoAxeViolations(page, "card of a customer");
        expect(await widthOverflow(page)).toBe(0);
      },
      { size },
    );
  }
});

test("contacts are made of all customers that have none", async () => {
  const api = await program.api();
  await api.change("/marketing-setup", { busRelCodeForCustomers: null });
  await api.create("/customers", { name: "Ilman Kontaktia Oy", contactName: "Aila Ilman" });
  await api.change("/marketing-setup", { busRelCodeForCustomers: "CUST" });
  await program.as("crmAdmin", async (page) => {
    await page.goto("/customers?linked=false");
    await page.getByText("Ilman Kontaktia Oy").waitFor();
    await page.getByRole("button", { name: "Create contacts from customers" }).click();
    const dialog = page.getByRole("dialog", { name: "Create contacts from customers" });
    await dialog.getByRole("button", { name: "Create contacts" }).click();
    await dialog.getByText("1 contact was created.").waitFor();
    expect((await api.get("/contacts?search=Aila%20Ilman")).body.items).toHaveLength(1);
  });
});

test("a template is typed and used without being asked for", async () => {
  const company = await aCompany("Mallikas");
  await program.as("crmAdmin", async (page) => {
    await page.goto("/setup/party-templates");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("#content").focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "New template" });
    await dialog.getByLabel("Code").fill("nordic");
    await dialog.getByLabel("Description").fill("Nordic customers");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Nordic customers").waitFor();
    await page.goto(`/contacts/${company.no}?tab=relations`);
    await page.getByRole("button", { name: "Create as …" }).click();
    await page.getByRole("menuitem", { name: "Create as customer" }).click();
    await eventually(() =>
      page.getByRole("dialog").getByRole("combobox", { name: "Template" }).inputValue(),
    ).toBe("Nordic customers");
  });
});
