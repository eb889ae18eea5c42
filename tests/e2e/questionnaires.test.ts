import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

const lines = (page: Page) => page.getByRole("list", { name: "Questions and answers" }).getByRole("textbox");

async function lineTexts(page: Page): Promise<string[]> {
  return Promise.all((await lines(page).all()).map((line) => line.inputValue()));
}

test("a questionnaire is typed, run over all contacts and looked into without the mouse leaving much to do", async () => {
  await program.as("crmAdmin", async (page) => {
    await page.goto("/questionnaires");
    await page.getByRole("heading", { level: 1, name: "Profile questionnaires" }).waitFor();
    await page.locator("#content").focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "New questionnaire" });
    await dialog.getByLabel("Code").fill("care");
    await dialog.getByLabel("Description").fill("How we care");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "How we care" }).waitFor();

    // Line by line, by Enter; a question by Ctrl+Enter.
    await page.getByRole("button", { name: "Add question" }).click();
    await expectFocus(page, "");
    await page.keyboard.type("Contact so far");
    await page.keyboard.press("Enter");
    await expectFocus(page, "");
    await page.keyboard.type("Seldom");
    await page.keyboard.press("Enter");
    await expectFocus(page, "");
    await page.keyboard.type("Often");
    await page.keyboard.press("Control+Enter");
    await expectFocus(page, "");
    await page.keyboard.type("Mood");
    await page.keyboard.press("Enter");
    await expectFocus(page, "");
    await page.keyboard.type("Good");
    await page.keyboard.press("Enter");
    await expectFocus(page, "");
    await page.keyboard.type("Bad");
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => lineTexts(page)).toEqual([
      "Contact so far",
      "Seldom",
      "Often",
      "Mood",
      "Bad",
      "Good",
    ]);

    // Deleting a line can be undone.
    await expectFocus(page, "Bad");
    await page.keyboard.press("Control+Delete");
    await eventually(() => lineTexts(page)).toEqual(["Contact so far", "Seldom", "Often", "Mood", "Good"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => lineTexts(page)).toEqual([
      "Contact so far",
      "Seldom",
      "Often",
      "Mood",
      "Bad",
      "Good",
    ]);

    // The first question is answered by Rapport; what it lacks is said at its lines.
    await page.getByRole("textbox", { name: "Text of line 10000, Question" }).focus();
    await choose(page, "Answers come from", "Interactions, opportunities");
    await page.getByText("An automatic answer needs a lower or an upper bound.").first().waitFor();
    await page.getByRole("textbox", { name: "Text of line 20000, Answer" }).focus();
    await page.getByLabel("To value").fill("4");
    await page.keyboard.press("Tab");
    await page.getByRole("textbox", { name: "Text of line 30000, Answer" }).focus();
    await page.getByLabel("From value").fill("5");
    await page.keyboard.press("Tab");
    await eventually(() =>
      page.getByText("An automatic answer needs a lower or an upper bound.").count(),
    ).toBe(0);
    await expectNoAxeViolations(page);

    await page.getByRole("button", { name: "Update classification" }).click();
    const run = page.getByRole("dialog", { name: "Update classification" });
    await run.getByRole("button", { name: "Try it out" }).click();
    await run.getByText("This would change").waitFor();
    await run
      .getByText(/^Gets it: /)
      .first()
      .waitFor();
    const sampled = run
      .getByText(/^Gets it: /)
      .first()
      .getByRole("link")
      .first();
    expect(await sampled.getAttribute("href")).toMatch(/^\/contacts\/CT\d+/);
    await expectNoAxeViolations(page);
    await run.getByRole("button", { name: "Update classification" }).click();
    await run.getByText("This was changed").waitFor();
    await expectNoAxeViolations(page);
    await run.getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Show distribution" }).click();
    await page.getByRole("heading", { level: 1, name: "Distribution of answers" }).waitFor();
    await page.getByRole("region", { name: "Contact so far" }).getByRole("link", { name: "Often" }).waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole("region", { name: "Contact so far" }).getByRole("link", { name: "Often" }).click();
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    expect(page.url()).toContain("profileAnswer=CARE");
    await page.getByText(/Contact so far: Often/).waitFor();
  });
});

test("answers are ticked on the card, and a rating says at once what they come to", async () => {
  const api = await program.api();
  await api.create("/questionnaires", { code: "TRUST", description: "Trust" });
  for (const line of [
    { type: "question", description: "Pays on time" },
    { description: "Always" },
    { description: "Never" },
  ])
    await api.create("/questionnaires/TRUST/lines", line);
  await program.as("crmAdmin", async (page) => {
    await page.goto("/questionnaires/TRUST");
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "New rating" }).click();
    const wizard = page.getByRole("dialog", { name: "New rating" });
    await wizard.getByLabel("Name of the rating").fill("Reliability");
    await page.keyboard.press("Enter");
    await wizard.getByRole("group", { name: "High" }).getByLabel("From value").fill("3");
    await wizard.getByRole("group", { name: "Low" }).getByLabel("To value").fill("2");
    await page.keyboard.press("Enter");
    await wizard.getByLabel("Add an answer").fill("always");
    await wizard
      .getByRole("option", { name: /Pays on time: Always/ })
      .or(page.getByRole("option", { name: /Pays on time: Always/ }))
      .first()
      .click();
    await wizard.getByRole("textbox", { name: "Pays on time: Always" }).fill("3");
    await page.keyboard.press("Tab");
    await wizard.getByRole("button", { name: "Create rating" }).click();
    await eventually(() => lineTexts(page)).toEqual([
      "Pays on time",
      "Always",
      "Never",
      "Reliability",
      "High",
      "Low",
    ]);
  });
  await program.as("crmUser", async (page) => {
    await page.goto("/contacts/CT000001?tab=profile");
    const always = page.getByRole("group", { name: /Pays on time/ }).getByLabel("Always");
    await always.focus();
    await page.keyboard.press("Space");
    await page.getByText("3 points: Pays on time: Always (3)").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByText(/points: Pays on time/).waitFor({ state: "detached" });
    expect(await always.isChecked()).toBe(false);
    await page.getByRole("button", { name: /History of the answers/ }).click();
    const history = page.getByRole("region", { name: /History of the answers/ }).getByRole("listitem");
    await eventually(() => history.allInnerTexts().then((texts) => texts.slice(0, 5).join("\n"))).toMatch(
      /Answer gone Reliability: High.*had 3 points[\s\S]*New answer Pays on time: Never[\s\S]*Answer gone Pays on time: Always[\s\S]*by hand/,
    );
    await expectNoAxeViolations(page);
  });
  await program.as(
    "viewer",
    async (page) => {
      await page.goto("/contacts/CT000001?tab=profile");
      expect(
        await page
          .getByRole("group", { name: /Pays on time/ })
          .getByLabel("Always")
          .isDisabled(),
      ).toBe(true);
      expect(await widthOverflow(page)).toBe(0);
      await page.goto("/questionnaires/TRUST?line=10000");
      await page.getByText("Answers come from").waitFor();
      expect(await widthOverflow(page)).toBe(0);
      expect(await page.getByRole("button", { name: "Add question" }).count()).toBe(0);
    },
    { size: PHONE },
  );
});

/** The cursor is in a line with this text. */
async function expectFocus(page: Page, text: string): Promise<void> {
  const focused = page.locator("ol input:focus");
  await eventually(async () => ((await focused.count()) === 1 ? focused.inputValue() : null)).toBe(text);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).or(page.getByLabel(label)).first().click();
  await page.getByRole("option", { name: option }).click();
}
