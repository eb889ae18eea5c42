import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually } from "../support/browser.ts";
import { acceptLink, runProgram, signIn } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

describe("rights", () => {
  test("who only reads sees nothing that writes, and no page that is not theirs", async () => {
    await program.as("viewer", async (page) => {
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectNoWriteActions(page);

      await page.goto("/contacts");
      await page.getByRole("grid").getByRole("row").nth(2).waitFor();
      await expectNoWriteActions(page);
      await page.getByRole("grid").getByRole("link").first().click();
      await page.getByRole("article").first().waitFor();
      await expectNoWriteActions(page);
      await page.keyboard.press("l");
      await page.keyboard.press("Control+I");
      expect(await page.getByRole("dialog").count()).toBe(0);

      // The palette leads to cards instead of logging, and offers no command that writes.
      await page.keyboard.press("Control+K");
      await page.keyboard.type("kuutam");
      await page
        .getByRole("option", { name: /Kuutamolahti/ })
        .first()
        .waitFor();
      expect(await page.getByRole("option", { name: /Log interaction|New contact/ }).count()).toBe(0);

      for (const address of ["/users", "/tokens", "/welcome", "/imports"]) {
        await page.goto(address);
        await page.getByRole("heading", { name: "You may not open this page" }).waitFor();
      }
    });
  });
});

describe("two people at one contact", () => {
  test("the second is told what changed, and nobody loses anything", async () => {
    const api = await program.api();
    const { no } = await api.create("/contacts", {
      type: "company",
      name: "Varpula Kaluste Oy",
      city: "Lahti",
    });
    const details = `/contacts/${no}?tab=details`;
    await program.as("crmUser", (first) =>
      program.as("marketer", async (second) => {
        await Promise.all([openDetails(first, details), openDetails(second, details)]);
        await field(second, "Phone No.").fill("+358 40 555 0199");
        await field(second, "E-mail").fill("myynti@varpula.example");

        await field(first, "Phone No.").fill("+358 40 555 0111");
        await field(first, "Home page").fill("www.varpula.example");
        await first.keyboard.press("Control+S");
        await eventually(async () => (await contact(no)).homePage).toBe("www.varpula.example");

        await second.keyboard.press("Control+S");
        const question = second.getByRole("dialog", { name: "Somebody else changed this record" });
        await question.getByText("Home page").waitFor();
        expect(await question.getByRole("radio", { name: "+358 40 555 0199" }).isChecked()).toBe(true);
        expect(await question.getByRole("radio", { name: "+358 40 555 0111" }).isChecked()).toBe(false);
        await question.getByRole("button", { name: "Save this" }).click();
        await question.waitFor({ state: "detached" });

        await eventually(async () => (await contact(no)).phoneNo).toBe("+358 40 555 0199");
        expect(await contact(no)).toMatchObject({
          email: "myynti@varpula.example",
          homePage: "www.varpula.example",
          city: "Lahti",
        });
      }),
    );
  });
});

describe("ways in and out", () => {
  test("a list leaves as the file one asked for", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts?search=kuutamolahti&type=person");
      await page.getByRole("grid").getByRole("row").nth(1).waitFor();
      await page.getByRole("button", { name: "Export" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: "CSV (.csv)" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
      const [header, ...rows] = lines;
      expect(header).toContain('"E-mail"');
      expect(rows).toHaveLength(8);
      expect(rows.join("\n")).toContain("Outi Kivelä");

      // Set-up lists and the log, too; what an import reads again has the names of the API.
      await page.goto("/setup/languages?search=suomi");
      await page.getByRole("button", { name: "Export" }).click();
      const excel = page.getByRole("menuitem", { name: "Excel (.xlsx)" });
      expect(await excel.getAttribute("href")).toBe(
        "/api/v1/exports/languages?search=suomi&format=xlsx&headers=captions",
      );
    });
  });

  test("an address that leads nowhere says so, and what to do", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/no/such/page");
      await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
      await page.getByRole("link", { name: "Go to the home page" }).click();
      await page.getByRole("heading", { name: "Latest interactions" }).waitFor();

      await page.goto("/contacts/NOBODY");
      await page.getByRole("heading", { name: "This contact does not exist" }).waitFor();
    });
  });

  test("a link opens after signing in; ? shows the shortcuts; signing out ends the session", async () => {
    const link = await program.invite("crmAdmin");
    await program.visit({}, (page) => acceptLink(page, link));
    await program.visit({}, async (page, context) => {
      await page.goto("/contacts?search=hotellit&type=company");
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await signIn(page, "crmadmin", "not the password");
      await page.getByRole("alert").waitFor();
      await signIn(page, "crmadmin");
      await page.getByRole("grid").getByRole("row").nth(1).filter({ hasText: "Kuutamolahti" }).waitFor();
      expect(new URL(page.url()).search).toBe("?search=hotellit&type=company");

      await page.locator("#content").focus();
      await page.keyboard.press("?");
      const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
      await shortcuts.getByText("Log interaction").first().waitFor();
      await page.keyboard.press("Escape");
      await shortcuts.waitFor({ state: "detached" });

      const { cookies } = await context.storageState();
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await page.goBack();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();

      // The cookie of before is worth nothing any more.
      await context.addCookies(cookies);
      expect((await context.request.get("/api/v1/session")).status()).toBe(401);
    });
  });
});

async function expectNoWriteActions(page: Page): Promise<void> {
  const writing =
    /^(Log interaction|New (contact|company|person|colleague)|Import contacts|Edit|Delete|Evaluate)/;
  expect(await page.getByRole("button", { name: writing }).count()).toBe(0);
}

async function openDetails(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await field(page, "Phone No.").waitFor();
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function contact(no: string) {
  return (await (await program.api()).get(`/contacts/${no}`)).body;
}
