import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pngOf } from "#pictures/testing.ts";
import { eventually, PHONE, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** A company of the demo company. */
const COMPANY = "CT000001";

/** A picture as a camera takes it: larger than it is ever shown. */
const photo = { name: "photo.png", mimeType: "image/png", buffer: pngOf(1600, 1200, 90) };

async function givenPerson(name: string): Promise<string> {
  const api = await program.api();
  return (await api.create("/contacts", { type: "person", name, companyNo: COMPANY })).no;
}

function picture(page: Page): Locator {
  return page.getByRole("main").locator("img").first();
}

/** Width of a picture that has been loaded; 0 before. */
function widthOf(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
}

/** Pastes a black square of 30 pixels onto the marked element; runs in the page. */
const pasteSquare = `(async () => {
  const element = document.querySelector("[data-paste-here]");
  element.removeAttribute("data-paste-here");
  const canvas = Object.assign(document.createElement("canvas"), { width: 30, height: 30 });
  canvas.getContext("2d").fillRect(0, 0, 30, 30);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve));
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([blob], "image.png", { type: "image/png" }));
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
})()`;

async function textOfFile(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

async function choose(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: item }).click();
  await (await chooser).setFiles(photo);
}

describe("the picture of a contact", () => {
  test("is chosen, shown small everywhere, saved and taken away, each with undo", async () => {
    const no = await givenPerson("Kielo Kaukovaara");
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${no}`);
      const add = "Add a picture of Kielo Kaukovaara";
      const initials = page.getByRole("button", { name: add }).locator("[data-initials]");
      expect(await initials.getAttribute("data-initials")).toBe("KK");
      await expectNoAxeViolations(page, "card without a picture");

      await choose(page, add, "Choose a picture…");
      await page.getByText("Picture of Kielo Kaukovaara added").waitFor();
      await eventually(() => widthOf(picture(page))).toBe(512);
      await expectNoAxeViolations(page, "card with a picture");
      await page.getByRole("button", { name: "Undo" }).last().click();
      await page.getByRole("button", { name: add }).waitFor();

      await choose(page, add, "Choose a picture…");
      const shown = page.getByRole("button", { name: "Picture of Kielo Kaukovaara" });
      await shown.click();
      const saved = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: "Save as a file" }).click();
      expect((await saved).suggestedFilename()).toBe(`${no} Kielo Kaukovaara.jpg`);

      await page.goto(`/contacts?search=kaukovaara`);
      await eventually(() => widthOf(page.getByRole("grid").locator("img"))).toBe(512);
      await expectNoAxeViolations(page, "list with a picture");

      await page.goto(`/contacts/${no}`);
      await shown.click();
      await page.getByRole("menuitem", { name: "Remove the picture" }).click();
      await page.getByRole("button", { name: add }).waitFor();
      await page.getByRole("button", { name: "Undo" }).last().click();
      await eventually(() => widthOf(picture(page))).toBe(512);
    });
  });

  test("is pasted onto the card, but what is pasted into a field stays there", async () => {
    const no = await givenPerson("Sointu Kaukovaara");
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${no}?tab=details`);
      const field = page.getByRole("textbox", { name: "Job title" });
      const paste = async (target: Locator) => {
        await target.evaluate((element) => element.setAttribute("data-paste-here", ""));
        await page.evaluate(pasteSquare);
      };
      await field.waitFor();
      await paste(field);
      await paste(page.getByRole("heading", { level: 1 }));

      await page.getByText("Picture of Sointu Kaukovaara added").waitFor();
      await eventually(() => widthOf(picture(page))).toBe(30);
      expect(await page.getByText("Picture of Sointu Kaukovaara replaced").count()).toBe(0);
    });
  });

  test("in Finnish on a phone: what is no picture is refused in words", async () => {
    const no = await givenPerson("Vieno Kaukovaara");
    await program.as(
      "marketer",
      async (page) => {
        await page.goto("/");
        await page.getByRole("button", { name: /^Account of / }).click();
        await page.getByRole("menuitemradio", { name: "Suomi" }).click();
        await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
        await page.goto(`/contacts/${no}`);
        await page.getByRole("button", { name: "Lisää kuva: Vieno Kaukovaara" }).click();
        const chooser = page.waitForEvent("filechooser");
        await page.getByRole("menuitem", { name: "Valitse kuva…" }).click();
        await (await chooser).setFiles({
          name: "logo.svg",
          mimeType: "image/svg+xml",
          buffer: Buffer.from("<svg"),
        });
        await page.getByText("Valitse PNG-, JPEG- tai WebP-tiedosto.").waitFor();

        await choose(page, "Lisää kuva: Vieno Kaukovaara", "Valitse kuva…");
        await page.getByText("Kuva lisätty: Vieno Kaukovaara").waitFor();
        await eventually(() => widthOf(picture(page))).toBe(512);
        expect(await widthOverflow(page)).toBe(0);
        await expectNoAxeViolations(page, "card with a picture on a phone");
      },
      { size: PHONE },
    );
  });

  test("readers see it and change nothing", async () => {
    const api = await program.api();
    await program.as("viewer", async (page) => {
      const { items } = (await api.get("/contacts?search=sointu")).body;
      await page.goto(`/contacts/${items[0].no}`);
      await page.getByRole("button", { name: "Picture of Sointu Kaukovaara" }).click();
      await page.getByRole("menuitem", { name: "Save as a file" }).waitFor();
      expect(await page.getByRole("menuitem").count()).toBe(1);
    });
  });
});

describe("contacts as files", () => {
  test("CON-053 one is downloaded as vCard from its card, selected ones from the list", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto("/contacts?search=kaukovaara&sort=no");
      const grid = page.getByRole("grid");
      await grid.getByRole("row").nth(2).waitFor();
      expect(await page.getByRole("button", { name: "Export to CSV" }).count()).toBe(0);

      await grid.getByRole("checkbox").nth(1).click();
      await page.getByText("1 selected").waitFor();
      const csv = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export to CSV" }).click();
      const lines = (await textOfFile(await csv)).trim().split("\r\n");
      expect(lines).toHaveLength(2);
      expect(lines[0]!.split(",")).toHaveLength(36);
      const vcard = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export as vCard" }).last().click();
      const cards = await textOfFile(await vcard);
      expect(cards.match(/BEGIN:VCARD/g)).toHaveLength(1);
      expect(cards).toContain("FN:Kielo Kaukovaara");
      expect(cards).toContain("PHOTO:data:image/jpeg;base64,");

      await grid.getByRole("link", { name: "Sointu Kaukovaara" }).click();
      await page.getByRole("heading", { name: "Sointu Kaukovaara" }).waitFor();
      await page.keyboard.press("Control+k");
      await page.keyboard.type("vcard");
      const own = page.waitForEvent("download");
      await page.getByRole("option", { name: /Download as vCard/ }).click();
      expect(await textOfFile(await own)).toContain("FN:Sointu Kaukovaara");
    });
  });
});
