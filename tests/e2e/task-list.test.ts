import { expect, test } from "vitest";
import { eventually } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

test("the list of tasks opens with those that are open; what is cleared stays cleared, Back included", async () => {
  const api = await program.api();
  const common = { salespersonCode: "AK", date: "2026-01-05" };
  await api.create("/tasks", { ...common, description: "Tilaa verhokangas" });
  const done = await api.create("/tasks", { ...common, description: "Mittaa ikkunat" });
  await api.change(`/tasks/${done.no}`, { closed: true });

  await program.as("crmUser", async (page) => {
    const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
    await page.goto("/");
    await page.getByRole("link", { name: "Tasks" }).first().click();
    await page.waitForURL(/closed=false/);
    await row("Tilaa verhokangas").waitFor();
    expect(await row("Mittaa ikkunat").count()).toBe(0);
    await expectNoAxeViolations(page);

    await page.getByRole("button", { name: /^Remove filter.*Closed/ }).click();
    await row("Mittaa ikkunat").waitFor();
    await row("Tilaa verhokangas").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: "Tilaa verhokangas" }).waitFor();
    await page.goBack();
    await row("Mittaa ikkunat").waitFor();
    await eventually(() => new URL(page.url()).searchParams.get("closed")).toBeNull();

    // An address that says something is not added to.
    await page.goto("/tasks?search=ikkunat");
    await row("Mittaa ikkunat").waitFor();
  });
});
