import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";
import { apiTrafficOf } from "../support/browser-requests.ts";

const program = runProgram({ demo: true });

/** A company of the demo company that much happened with. */
const COMPANY = "Kuutamolahti Hotellit Oy";

describe("J3 prepare for a meeting", () => {
  test("a card opened from the search shows all of it in one screen and one round", async () => {
    await program.as("crmUser", async (page) => {
      // The first card ever also loads the code of cards.
      await page.goto("/contacts/CT000002");
      await page.getByRole("figure").first().waitFor();
      await findCompany(page);
      const traffic = await apiTrafficOf(page, async () => {
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
        await cardIsThere(page);
        await page.getByRole("figure").first().waitFor();
      });
      process.stdout.write(`J3: ${traffic.rounds} rounds, ${traffic.requests.join(", ")}\n`);
      // The contact with its people, figures, timeline and relations; and what is to be done next, open with it and
      // prepared for it.
      const isDealtWith = /^GET \/(tasks|opportunities|contacts\/.*\/segment-lines)/;
      const ofContact = traffic.requests.filter((request) => !isDealtWith.test(request));
      expect(ofContact.length).toBeLessThanOrEqual(5);
      expect(traffic.requests.length).toBeLessThanOrEqual(8);
      expect(traffic.rounds).toBe(1);

      const facts = page.getByRole("complementary", { name: "Facts" });
      expect(await facts.getByRole("link", { name: "+358 2 555 0110" }).getAttribute("href")).toMatch(
        /^tel:/,
      );
      const figures = await textOf(facts);
      expect(figures).toMatch(/Interactions\n\d+/);
      expect(figures).toMatch(/Last interaction\n\S+/);
      expect(figures).toMatch(/Cost\n€[\d,.]+/);
      const months = facts
        .getByRole("figure", { name: "Interactions in the last 12 months" })
        .getByRole("link");
      expect(await months.count()).toBe(12);

      // A month leads to its very entries.
      const busy = facts.getByRole("link", { name: /: [1-9]\d* interactions?$/ }).last();
      const count = Number(/: (\d+) interaction/.exec((await busy.getAttribute("aria-label")) ?? "")?.[1]);
      await busy.click();
      await page.getByText(`${count} row`, { exact: false }).waitFor();
      await page.goBack();
      await cardIsThere(page);

      // The people are there; one of them has a card with the way back.
      await facts.getByRole("link", { name: /Outi Kivelä/ }).click();
      await page.getByRole("heading", { level: 1, name: "Outi Kivelä" }).waitFor();
      await page.getByRole("complementary").getByText("Colleagues").waitFor();
      await page.locator("#content").getByRole("link", { name: COMPANY }).first().click();
      await page.getByRole("heading", { level: 1, name: COMPANY }).waitFor();
    });
  });

  test("filters of the timeline are in the address line; Back takes the last one away", async () => {
    await program.as("crmUser", async (page) => {
      await openCompany(page);
      await setFilter(page, "Salesperson", "Oskari Haapavesi");
      await eventually(() => searchOf(page).get("salespersonCode")).toBe("OH");
      await setFilter(page, "Template", "Outgoing call");
      await eventually(() => searchOf(page).get("interactionTemplateCode")).toBe("CALL-OUT");

      const onlyCalls = async () =>
        (await entries(page).allInnerTexts()).every((text) =>
          /Outgoing call - by Oskari Haapavesi/.test(text),
        );
      await eventually(onlyCalls).toBe(true);
      const called = await entries(page).count();
      expect(called).toBeGreaterThan(0);

      await page.reload();
      await cardIsThere(page);
      expect(await onlyCalls()).toBe(true);
      // An address that was mailed holds codes; its reader sees names.
      await page.getByRole("button", { name: "Salesperson: Oskari Haapavesi" }).waitFor();
      await page.getByRole("button", { name: "Template: Outgoing call" }).waitFor();

      await page.goBack();
      await eventually(() => searchOf(page).get("interactionTemplateCode")).toBeNull();
      expect(searchOf(page).get("salespersonCode")).toBe("OH");
      await eventually(onlyCalls).toBe(false);
    });
  });

  test("in Finnish at once, without a reload", async () => {
    await program.as("marketer", async (page) => {
      await openCompany(page);
      await page.evaluate("window.isSamePage = true");
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();

      await page.getByRole("tab", { name: "Yleiskuva" }).waitFor();
      await page.keyboard.press("Escape");
      expect(await page.evaluate("window.isSamePage")).toBe(true);
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      const facts = await textOf(page.getByRole("complementary"));
      expect(facts).toMatch(/Kustannus\n[\d ]+,\d\d €/);
      expect(facts).toContain("Viimeisin vuorovaikutus");
      // "ke 18.11.2026 · 11.28"
      await eventually(async () => (await entries(page).allInnerTexts()).join("\n")).toMatch(
        /(ma|ti|ke|to|pe|la|su) \d{1,2}\.\d{1,2}\.\d{4} · \d{1,2}\.\d\d/,
      );
      expect(await page.title()).toContain(COMPANY);

      // Kept with the user.
      await page.reload();
      await page.getByRole("tab", { name: "Yleiskuva" }).waitFor();
      await expectNoAxeViolations(page, "contact card in Finnish");
    });
  });

  test("on a phone: call, write, timeline", async () => {
    await program.as(
      "crmUser",
      async (page) => {
        await openCompany(page);
        expect(await widthOverflow(page)).toBe(0);
        await page.locator('a[href="tel:+35825550110"]').waitFor();
        await page.locator('a[href="mailto:toimisto@kuutamolahti.example"]').waitFor();
        expect(await entries(page).first().isVisible()).toBe(true);

        await page.getByText("Facts", { exact: true }).click();
        await page.getByText("Last interaction").waitFor();
        expect(await widthOverflow(page)).toBe(0);
      },
      { size: PHONE },
    );
  });
});

const entries = (page: Page) => page.getByRole("article");
const searchOf = (page: Page) => new URL(page.url()).searchParams;

/** The list narrowed to the company by `/` and a few letters. */
async function findCompany(page: Page): Promise<void> {
  await page.goto("/contacts");
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("kuutam");
  await eventually(() => searchOf(page).get("search")).toBe("kuutam");
  await page.getByRole("grid").getByRole("row").nth(1).filter({ hasText: COMPANY }).waitFor();
}

async function openCompany(page: Page): Promise<void> {
  await findCompany(page);
  await page.getByRole("link", { name: COMPANY }).first().click();
  await cardIsThere(page);
}

async function cardIsThere(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: COMPANY }).waitFor();
  await entries(page).first().waitFor();
}

/** Chooses a value of a filter as a person does. */
async function setFilter(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitem", { name: filter }).click();
  await page.getByRole("checkbox", { name: value }).check();
  await page.keyboard.press("Escape");
}
