import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

const current = (page: Page) => page.locator('[aria-current="step"]');

/** A contact of the demo company. */
async function someContact(page: Page): Promise<{ no: string; name: string }> {
  const answer = await page.request.get("/api/v1/contacts?type=company&privacyBlocked=false&limit=1");
  return (await answer.json()).items[0];
}

test("COT-046 an opportunity is created, started, moved by Enter and won, and its contact shows what it was worth", async () => {
  await program.as("crmUser", async (page) => {
    const contact = await someContact(page);
    const figures = async () => (await page.request.get(`/api/v1/contacts/${contact.no}/statistics`)).json();
    const before = await figures();
    await page.goto(`/contacts/${contact.no}`);
    await page.getByRole("button", { name: "New opportunity" }).click();
    const dialog = page.getByRole("dialog", { name: "New opportunity" });
    await dialog.getByLabel("Description").fill("Pods for the lobby");
    await eventually(() => dialog.getByRole("textbox", { name: "Sales cycle" }).inputValue()).toContain(
      "NEW",
    );
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: "Create opportunity" }).click();
    await page.getByRole("heading", { level: 1, name: "Pods for the lobby" }).waitFor();

    // Whoever did not start it is offered to.
    await page.getByRole("alert").getByRole("button", { name: "Activate first stage" }).click();
    const first = page.getByRole("dialog", { name: /Activate first stage/ });
    await first.getByLabel("Estimated value").fill("1000");
    await page.keyboard.press("Enter");
    await eventually(() => current(page).textContent()).toContain("First talk");

    // The shortest way on: open the update, take what is proposed.
    await page.locator("#content").focus();
    await page.keyboard.press("u");
    await page
      .getByRole("dialog", { name: /^Update/ })
      .getByText("To stage 2")
      .waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Enter");
    await eventually(() => current(page).textContent()).toContain("Needs understood");

    // O-11: the day of closing counts from the day of the change, until somebody says another one.
    await page.getByRole("button", { name: "Update", exact: true }).click();
    const moved = page.getByRole("dialog", { name: /^Update/ });
    const [changed, closed] = [moved.getByLabel("Date of change"), moved.getByLabel("Estimated close date")];
    const proposed = await closed.inputValue();
    await changed.fill("+31");
    await changed.press("Tab");
    await eventually(() => closed.inputValue()).not.toBe(proposed);
    await closed.fill("+400");
    await closed.press("Tab");
    const entered = await closed.inputValue();
    await changed.fill("+10");
    await changed.press("Tab");
    await eventually(() => closed.inputValue()).toBe(entered);
    await page.keyboard.press("Escape");
    await moved.waitFor({ state: "detached" });

    // Two stages may be skipped, and one jumps back.
    await page.getByRole("button", { name: "Update", exact: true }).click();
    const update = page.getByRole("dialog", { name: /^Update/ });
    await update.getByText("Previous", { exact: true }).click();
    await update.getByText("To stage 1").waitFor();
    await eventually(() => update.getByLabel("Chances of success %").inputValue()).toMatch(/^10\s%$/);
    await update.getByText("Skip", { exact: true }).click();
    await eventually(() => update.getByLabel("Chances of success %").inputValue()).toMatch(/^45\s%$/);
    await update.getByRole("button", { name: "Skip to stage" }).click();
    await eventually(() => current(page).textContent()).toContain("Showroom visit");

    await page.getByRole("button", { name: "Close opportunity" }).click();
    const closing = page.getByRole("dialog", { name: /^Close/ });
    await closing.getByText("Won", { exact: true }).click();
    await closing.getByRole("textbox", { name: "Close opportunity code" }).fill("SHOWROOM");
    await page.getByRole("option", { name: /SHOWROOM/ }).click();
    await closing.getByLabel("Sales").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("900");
    await expectNoAxeViolations(page);
    await closing.getByRole("button", { name: "Close as won" }).click();
    await page.getByText(/Won on .* for .*900/).waitFor();
    await eventually(() => page.getByRole("list", { name: "History" }).getByRole("listitem").count()).toBe(4);
    await expectNoAxeViolations(page);

    const after = await figures();
    expect(after.noOfOpportunities - before.noOfOpportunities).toBe(1);
    expect(after.estimatedValue - before.estimatedValue).toBe(1_000);
    expect(after.calcdCurrentValue - before.calcdCurrentValue).toBe(900);
    await page.goto(`/contacts/${contact.no}`);
    const table = page.getByRole("table", { name: "Opportunities, open and all" });
    const shown = await table.getByRole("row", { name: /Estimated value/ }).textContent();
    expect(shown?.replace(/[^\d]/g, "")).toContain(String(after.estimatedValue).replace(/[^\d]/g, ""));
  });
});

test("O-3 the default cycle that was blocked is not proposed", async () => {
  await program.as("crmAdmin", async (page) => {
    await page.goto("/opportunities");
    const change = async (blocked: boolean) => {
      const headers = { "x-rapport-csrf": "1" };
      const answer = await page.request.patch("/api/v1/sales-cycles/NEW", { data: { blocked }, headers });
      expect(answer.status(), await answer.text()).toBe(200);
    };
    await change(true);
    await page.getByRole("button", { name: "New opportunity" }).click();
    const dialog = page.getByRole("dialog", { name: "New opportunity" });
    await dialog.getByLabel("Description").fill("Nothing");
    await page.waitForLoadState("networkidle");
    expect(await dialog.getByRole("textbox", { name: "Sales cycle" }).inputValue()).toBe("");
    await change(false);
  });
});

test("an opportunity begins with its first stage, as the stage proposes it, on a phone and in Finnish too", async () => {
  await program.as(
    "crmUser",
    async (page) => {
      const contact = await someContact(page);
      await page.goto("/opportunities");
      await page.getByRole("button", { name: /^Account of / }).click();
      await page.getByRole("menuitemradio", { name: "Suomi" }).click();
      await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Uusi mahdollisuus" }).click();
      const dialog = page.getByRole("dialog", { name: "Uusi mahdollisuus" });
      await dialog.getByLabel("Kuvaus").fill("Valaistus");
      await dialog.getByRole("textbox", { name: "Kontakti" }).fill(contact.no);
      await page.getByRole("option", { name: new RegExp(contact.no) }).click();
      await eventually(() => dialog.getByRole("textbox", { name: "Myyntisykli" }).inputValue()).toContain(
        "NEW",
      );
      await dialog.getByRole("switch", { name: "Aktivoi ensimmäinen vaihe" }).click();
      await eventually(() => dialog.getByLabel("Onnistumismahdollisuus-%").inputValue()).toMatch(/^10/);
      await dialog.getByLabel("Arvioitu arvo").fill("2500,50");
      await dialog.getByRole("button", { name: "Luo mahdollisuus" }).click();
      await page.getByRole("heading", { level: 1, name: "Valaistus" }).waitFor();
      await current(page).waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page);
    },
    { size: PHONE, scheme: "dark" },
  );
});

test("COT-045 the stages of a sales cycle are edited in their rows, beside what stands on them", async () => {
  await program.as("crmAdmin", async (page) => {
    await page.goto("/setup/sales-cycles");
    await page.getByRole("link", { name: "Stages of EXISTING" }).click();
    await page.getByRole("heading", { level: 1, name: /Stages/ }).waitFor();
    await page.getByRole("button", { name: "New" }).click();
    await page.getByRole("textbox", { name: "Stage", exact: true }).fill("9");
    await page.getByLabel("Description").fill("Invoice paid");
    await page.getByLabel("Date formula").fill("1w");
    await page.getByLabel("Completed %").fill("99");
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: "Invoice paid" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("cell", { name: "1W", exact: true }).first().waitFor();
    await page.getByRole("row", { name: /9 · Invoice paid/ }).waitFor();
    await expectNoAxeViolations(page);

    const total = page.getByRole("row", { name: /All stages/ });
    const answer = await page.request.get("/api/v1/sales-cycles/EXISTING/statistics");
    const { noOfOpportunities } = await answer.json();
    await eventually(() => total.getByRole("link").textContent()).toBe(String(noOfOpportunities));
  });
});
