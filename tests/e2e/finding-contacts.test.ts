import { expect, test } from "vitest";
import { eventually } from "../support/browser.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

test("a contact that is typed is meant by its number, its name or what only it has; of several one is chosen", async () => {
  const api = await program.api();
  const { no } = await api.create("/contacts", { type: "company", name: "Kaukovaaran Kehräämö Oy" });
  await api.create("/contacts", { type: "company", name: "Kaukovaaran Kutomo Oy" });
  await program.as("crmUser", async (page) => {
    await page.goto("/tasks");
    await page.getByRole("button", { name: "New task" }).first().click();
    const field = page.getByRole("dialog").getByRole("textbox", { name: "Contact" });
    const shown = `Kaukovaaran Kehräämö Oy (${no})`;
    const options = page.getByRole("option");

    for (const [text, found] of [
      [no.toLowerCase(), 1],
      ["kaukovaaran kehräämö oy", 1],
      ["kehräämö", 1],
      ["kehramo", 1],
    ] as const) {
      await field.fill(text);
      await eventually(() => options.filter({ hasText: "Kehräämö" }).count()).toBe(found);
      await eventually(() => page.getByRole("dialog").locator(".mantine-Loader-root").count()).toBe(0);
      await field.press("Tab");
      await eventually(() => field.inputValue()).toBe(shown);
      await field.fill("");
      await field.press("Tab");
      await eventually(() => field.inputValue()).toBe("");
    }

    await field.fill("kaukovaaran");
    await options.nth(1).waitFor();
    await field.press("Tab");
    await eventually(() => field.inputValue()).toBe("");
    await field.fill("kaukovaaran");
    await options.filter({ hasText: "Kutomo" }).click();
    expect(await field.inputValue()).toMatch(/^Kaukovaaran Kutomo Oy/);
  });
});
