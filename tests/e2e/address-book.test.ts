import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** For looking at: `SHOTS` names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What the address book answers to a device. */
async function statusFor(userName: string, password: string): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${userName}:${password}`).toString("base64")}`;
  const answer = await fetch(`${program.url}/dav/`, {
    method: "PROPFIND",
    headers: { authorization, depth: "0" },
  });
  return answer.status;
}

test("a device is added with three lines, reads the address book, and is revoked", async () => {
  await program.as("crmUser", async (page) => {
    await page.goto("/settings");
    await page.getByText("No device reads the address book yet.").waitFor();
    await page.getByRole("button", { name: "Add a device" }).click();
    const dialog = page.getByRole("dialog");
    const name = dialog.getByRole("textbox", { name: "Device" });
    await name.fill("Phone of Aino");
    await page.keyboard.press("Enter");

    const password = await dialog.getByRole("textbox", { name: "Password" }).inputValue();
    expect(await dialog.getByRole("textbox", { name: "Server" }).inputValue()).toBe(program.url);
    const userName = await dialog.getByRole("textbox", { name: "User name" }).inputValue();
    expect(userName).toBe("crmuser@example.com");
    await expectNoAxeViolations(page, "password of a device");
    await shoot(page, "device");
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(password);

    expect(await statusFor(userName, password)).toBe(207);
    await page.reload();
    const device = page
      .getByRole("list", { name: "My devices" })
      .getByRole("listitem")
      .filter({ hasText: "Phone of Aino" });
    await device.getByText(/^Last used .* · Added .* · Does not expire$/).waitFor();
    await expectNoAxeViolations(page, "own settings with a device");
    await shoot(page, "devices");

    await device.getByRole("button", { name: "Revoke: Phone of Aino" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Phone of Aino reads nothing more").waitFor();
    await device.waitFor({ state: "detached" });
    expect(await statusFor(userName, password)).toBe(401);
  });
});

test("on a phone, in Finnish", async () => {
  await program.as(
    "viewer",
    async (page) => {
      await page.goto("/settings");
      await page.getByRole("combobox", { name: "Language" }).click();
      await page.getByRole("option", { name: "suomi" }).click();
      await page.keyboard.press("ControlOrMeta+s");
      await page.getByRole("button", { name: "Kontaktit puhelimessa ja sähköpostiohjelmassa" }).waitFor();
      await page.getByText("Mikään laite ei vielä lue").scrollIntoViewIfNeeded();
      expect(await widthOverflow(page)).toBe(0);
      await expectNoAxeViolations(page, "own settings on a phone");
      await shoot(page, "phone-fi");

      await page.getByRole("button", { name: "Lisää laite" }).click();
      await page.getByRole("textbox", { name: "Laite" }).fill("Puhelin");
      await page.getByRole("button", { name: "Luo salasana" }).click();
      await page.getByRole("dialog").getByRole("textbox", { name: "Salasana" }).waitFor();
      expect(await widthOverflow(page)).toBe(0);
      await shoot(page, "phone-fi-device");
    },
    { size: PHONE, scheme: "dark" },
  );
});
