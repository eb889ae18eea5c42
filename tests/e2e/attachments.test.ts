import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, PHONE, textOf, widthOverflow } from "../support/browser.ts";
import { expectNoAxeViolations } from "../support/browser-axe.ts";
import { runProgram } from "../support/browser-program.ts";

const program = runProgram({ demo: true, crmUserIs: "AK" });

let contactNo: string;

/** Templates with files of their own: what one test attaches is not in another's way. */
const CODES = { letter: "KANGAS", other: "NAYTE" };

beforeAll(async () => {
  const api = await program.api();
  const company = await api.create("/contacts", {
    type: "company",
    name: "Usvaniityn Verhoomo",
    salespersonCode: "AK",
  });
  contactNo = company.no;
  const group = (await api.get("/interaction-groups?limit=1")).body.items[0].code;
  for (const [code, description] of [
    [CODES.letter, "Fabric letter"],
    [CODES.other, "Sample letter"],
  ])
    await api.create("/interaction-templates", { code, description, interactionGroupCode: group });
});

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: string | Buffer): Given => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content as string),
});

/** One red dot. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

/** Presses a button and chooses a file in what it opens, as a person does. */
async function choose(page: Page, button: Locator, given: Given): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles(given);
}

async function download(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await link.click();
  const arrived = await coming;
  return { name: arrived.suggestedFilename(), bytes: readFileSync(await arrived.path()) };
}

async function openTemplate(page: Page, code: string): Promise<void> {
  await page.goto(`/interaction-templates/${code}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const dialog = (page: Page) => page.getByRole("dialog");
const confirm = (page: Page, title: string | RegExp, button: string) =>
  page.getByRole("dialog", { name: title }).getByRole("button", { name: button, exact: true }).click();

/** An entry of the contact with a file, by the API. */
async function givenEntry(description: string, given: Given): Promise<number> {
  const api = await program.api();
  const uploaded = await api.send(
    "POST",
    `/attachments?fileName=${encodeURIComponent(given.name)}`,
    given.buffer,
    { "content-type": "application/octet-stream" },
  );
  const entry = await api.create("/interactions", {
    contactNo,
    interactionTemplateCode: CODES.letter,
    salespersonCode: "AK",
    description,
    attachment: { attachmentNo: uploaded.body.attachmentNo },
  });
  return entry.entryNo;
}

const panel = (page: Page, entryNo: number) =>
  page
    .getByRole("complementary", { name: new RegExp(`\\b${entryNo}\\b`) })
    .or(page.getByRole("region", { name: new RegExp(`\\b${entryNo}\\b`) }));

describe("the file of a template", () => {
  test("INT-015 INT-016 is attached, replaced after a question, copied, taken along and removed", async () => {
    await program.as("crmAdmin", async (page) => {
      await openTemplate(page, CODES.letter);
      await choose(page, page.getByRole("button", { name: "Attach a file" }), file("Kankaat.txt", "Villa"));
      await page.getByRole("link", { name: "Download Kankaat.txt" }).waitFor();
      await expectNoAxeViolations(page);

      await choose(
        page,
        page.getByRole("button", { name: "Replace the file" }),
        file("Uudet.txt", "Pellava"),
      );
      await confirm(page, "Replace the file?", "Replace the file");
      const link = page.getByRole("link", { name: "Download Uudet.txt" });
      await link.waitFor();
      const taken = await download(page, link);
      expect([taken.name, taken.bytes.toString()]).toEqual([`${CODES.letter}.txt`, "Pellava"]);

      await openTemplate(page, CODES.other);
      await page.getByRole("button", { name: "Copy from a template" }).click();
      await expectNoAxeViolations(page, "copy dialog");
      await dialog(page).getByRole("combobox", { name: "Template and language" }).click();
      await page.getByRole("option", { name: /^Fabric letter/ }).click();
      await dialog(page).getByRole("button", { name: "Copy the file" }).click();
      const copied = page.getByRole("link", { name: "Download Uudet.txt" });
      await copied.waitFor();

      await openTemplate(page, CODES.letter);
      await page.getByRole("button", { name: "Remove Uudet.txt" }).click();
      await confirm(page, "Remove Uudet.txt?", "Remove the file");
      await page.getByRole("button", { name: "Attach a file" }).waitFor();
      const api = await program.api();
      expect((await api.get(`/interaction-templates/${CODES.letter}`)).body.attachmentNo).toBeNull();

      // The copy is a file of its own.
      await openTemplate(page, CODES.other);
      expect((await download(page, copied)).bytes.toString()).toBe("Pellava");
    });
  });

  test("INT-018 a row that gets another language keeps its file and stays the default", async () => {
    const api = await program.api();
    const code = "KIELI";
    const group = (await api.get("/interaction-groups?limit=1")).body.items[0].code;
    await api.create("/interaction-templates", {
      code,
      description: "In a language",
      interactionGroupCode: group,
    });
    const languages = (await api.get("/languages?limit=2")).body.items.map(
      (row: { code: string }) => row.code,
    );
    await api.change(`/interaction-templates/${code}`, {
      defaultLanguageCode: languages[0],
      createLanguage: true,
    });
    await program.as("crmAdmin", async (page) => {
      await openTemplate(page, code);
      await choose(
        page,
        page.getByRole("button", { name: "Attach a file" }).first(),
        file("Teksti.txt", "teksti"),
      );
      await page.getByRole("link", { name: "Download Teksti.txt" }).waitFor();
      await page.getByRole("button", { name: `Change the language: ${languages[0]}` }).click();
      await dialog(page).getByLabel("Language", { exact: true }).click();
      await page.getByRole("option", { name: new RegExp(languages[1]) }).click();
      await expectNoAxeViolations(page, "another language");
      await dialog(page).getByRole("button", { name: "Change the language" }).click();
      await page.getByRole("button", { name: `Change the language: ${languages[1]}` }).waitFor();
      await page.getByRole("link", { name: "Download Teksti.txt" }).waitFor();
      expect((await api.get(`/interaction-templates/${code}`)).body.defaultLanguageCode).toBe(languages[1]);
    });
  });

  test("is shown but not touched by who may not set up", async () => {
    const api = await program.api();
    await api.send(
      "PUT",
      `/interaction-templates/${CODES.other}/languages/-/attachment?fileName=Mitat.txt&replaceAttachment=true`,
      Buffer.from("Leveys 140"),
      { "content-type": "application/octet-stream" },
    );
    await program.as("crmUser", async (page) => {
      await openTemplate(page, CODES.other);
      await page.getByRole("link", { name: "Download Mitat.txt" }).waitFor();
      for (const name of ["Replace the file", "Copy from a template", "Remove Mitat.txt"])
        expect(await page.getByRole("button", { name }).count(), name).toBe(0);
    });
  });
});

describe("the file of an interaction", () => {
  test("goes along from the quick log, by keyboard too once it is there", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contactNo}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("l");
      await dialog(page).getByRole("combobox", { name: "Template" }).click();
      await page.getByRole("option", { name: "Fabric letter" }).click();
      await dialog(page).getByRole("textbox", { name: "Description" }).fill("Sent the price list");
      await dialog(page).getByRole("button", { name: "More", exact: true }).click();
      const attach = dialog(page).getByRole("button", { name: "Attach a file" });
      await choose(page, attach, file("Väärä.txt", "not this one"));
      await dialog(page).getByRole("button", { name: "Remove Väärä.txt" }).click();
      await choose(page, attach, file("Hinnasto Åäö 価格.csv", "metri;12,50"));
      await dialog(page).getByText("Hinnasto Åäö 価格.csv").waitFor();
      await expectNoAxeViolations(page, "quick log with a file");
      await page.keyboard.press("Control+Enter");
      await page.getByText(/^Logged: /).waitFor();

      const api = await program.api();
      const [entry] = (await api.get(`/interaction-log-entries?contactNo=${contactNo}`)).body.items.filter(
        (row: { description: string }) => row.description === "Sent the price list",
      );
      await page.goto(`/interactions?entry=${entry.entryNo}`);
      const link = page.getByRole("link", { name: "Download Hinnasto Åäö 価格.csv" });
      await link.waitFor();
      const taken = await download(page, link);
      expect([taken.name, taken.bytes.toString()]).toEqual(["Hinnasto Åäö 価格.csv", "metri;12,50"]);
    });
  });

  test("is waited for: what is typed meanwhile stays, and Log logs when it has arrived", async () => {
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contactNo}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("l");
      await dialog(page).getByRole("combobox", { name: "Template" }).click();
      await page.getByRole("option", { name: "Fabric letter" }).click();
      await dialog(page).getByRole("button", { name: "More", exact: true }).click();
      let arrive = () => {};
      const held = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await page.route("**/api/v1/attachments?**", async (route) => {
        await held;
        await route.continue();
      });
      await choose(
        page,
        dialog(page).getByRole("button", { name: "Attach a file" }),
        file("Hidas.txt", "hidas"),
      );
      await dialog(page).getByText("Uploading Hidas.txt…").waitFor();
      await dialog(page).getByRole("textbox", { name: "Description" }).fill("Typed meanwhile");
      await page.keyboard.press("Control+Enter");
      expect(await page.getByText(/^Logged: /).count()).toBe(0);
      arrive();
      await page.getByText(/^Logged: /).waitFor();

      const api = await program.api();
      const [entry] = (await api.get(`/interaction-log-entries?contactNo=${contactNo}&search=meanwhile`)).body
        .items;
      expect((await api.get(`/attachments/${entry.attachmentNo}`)).body.fileName).toBe("Hidas.txt");
    });
  });

  test("goes along from the guided flow: the template's can be looked at, and one's own takes its place", async () => {
    const api = await program.api();
    await api.send(
      "PUT",
      `/interaction-templates/${CODES.other}/languages/-/attachment?fileName=Mitat.txt&replaceAttachment=true`,
      Buffer.from("Leveys 140"),
      { "content-type": "application/octet-stream" },
    );
    await api.change(`/interaction-templates/${CODES.other}`, { wizardAction: "open" });
    await program.as("crmUser", async (page) => {
      await page.goto(`/contacts/${contactNo}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Log step by step" }).click();
      await dialog(page).getByRole("combobox", { name: "Template" }).click();
      await page.getByRole("option", { name: "Sample letter" }).click();
      await dialog(page).getByText("Draft saved.").waitFor();
      await dialog(page).getByRole("button", { name: "Next" }).click();

      await dialog(page).getByRole("button", { name: "Show Mitat.txt" }).click();
      const shown = page.getByRole("dialog", { name: "Mitat.txt" });
      await shown.frameLocator("iframe").getByText("Leveys 140").waitFor();
      await page.keyboard.press("Escape");
      await choose(
        page,
        dialog(page).getByRole("button", { name: "Attach a file" }),
        file("Omat.txt", "Leveys 150"),
      );
      await dialog(page).getByText("Omat.txt").waitFor();
      await expectNoAxeViolations(page, "content step");
      await dialog(page).getByText("Draft saved.").waitFor();
      await dialog(page).getByRole("button", { name: "Next" }).click();
      await dialog(page).getByRole("button", { name: "Log", exact: true }).click();
      await dialog(page).getByText("The interaction is logged.").waitFor();

      const [entry] = (
        await api.get(
          `/interaction-log-entries?contactNo=${contactNo}&interactionTemplateCode=${CODES.other}`,
        )
      ).body.items;
      const attachment = (await api.get(`/attachments/${entry.attachmentNo}`)).body;
      expect(attachment).toMatchObject({ fileName: "Omat.txt", readOnly: true });
      // The template keeps its own.
      expect((await api.get(`/interaction-templates/${CODES.other}`)).body.attachmentNo).not.toBe(
        entry.attachmentNo,
      );
    });
  });

  test("is shown as what it is and runs nothing; what cannot be shown is only saved, as it was", async () => {
    const html = await givenEntry(
      "A page",
      file(
        "Kirje.html",
        `<h1>Hei Aino</h1><p onclick="document.title='x'">Kangas</p><script>document.body.innerHTML="run"</script><img src="https://spy.example/x.png"><form><input></form>`,
      ),
    );
    const text = await givenEntry("A text", file("Muistio.txt", "<b>Kuviot</b>\nraidat"));
    const image = await givenEntry("A picture", file("Kuva.png", PNG));
    const pdf = await givenEntry("A document", file("Esite.pdf", "%PDF-1.4\n%%EOF"));
    const archive = await givenEntry("An archive", file("Kaikki.zip", Buffer.from("PK\u0003\u0004")));
    await program.as("crmUser", async (page, context) => {
      const foreign: string[] = [];
      context.on("request", (request) => {
        if (!request.url().startsWith(program.url) && /^http/.test(request.url()))
          foreign.push(request.url());
      });
      const open = async (entryNo: number, name: string) => {
        await page.goto(`/interactions?entry=${entryNo}`);
        await page.getByRole("link", { name: `Download ${name}` }).waitFor();
      };
      await open(html, "Kirje.html");
      await page.getByRole("button", { name: "Show Kirje.html" }).click();
      const shown = dialog(page).frameLocator("iframe");
      await shown.getByRole("heading", { name: "Hei Aino" }).waitFor();
      expect(await textOf(shown.locator("body"))).not.toContain("run");
      expect(await shown.locator("script, form, input, [onclick], img[src]").count()).toBe(0);
      expect(await dialog(page).locator("iframe").getAttribute("sandbox")).toBe("");
      const saved = await download(page, dialog(page).getByRole("link", { name: "Download" }));
      expect(saved.bytes.toString()).toContain("<script>");

      await open(text, "Muistio.txt");
      await page.getByRole("button", { name: "Show Muistio.txt" }).click();
      await dialog(page).frameLocator("iframe").getByText("<b>Kuviot</b>").waitFor();

      await open(image, "Kuva.png");
      await page.getByRole("button", { name: "Show Kuva.png" }).click();
      const picture = dialog(page).getByRole("img", { name: "Kuva.png" });
      await picture.waitFor();
      await eventually(() => page.evaluate("document.querySelector('[role=dialog] img').naturalWidth")).toBe(
        1,
      );
      await expectNoAxeViolations(page, "preview");

      await open(pdf, "Esite.pdf");
      const view = page.getByRole("link", { name: "Show Esite.pdf" });
      const answer = await page.request.get(`${program.url}${await view.getAttribute("href")}`);
      expect([answer.headers()["content-type"], answer.headers()["content-disposition"]]).toEqual([
        "application/pdf",
        "inline",
      ]);

      await open(archive, "Kaikki.zip");
      expect(await page.getByLabel("Show Kaikki.zip").count()).toBe(0);
      expect(foreign).toEqual([]);
    });
  });

  test("INT-100 belongs to the log: nobody is offered to replace or remove it", async () => {
    const entryNo = await givenEntry("Stays", file("Pysyy.txt", "aina"));
    const api = await program.api();
    const { attachmentNo } = (await api.get(`/interaction-log-entries/${entryNo}`)).body;
    expect((await api.get(`/attachments/${attachmentNo}`)).body.readOnly).toBe(true);
    await program.as("crmAdmin", async (page) => {
      await page.goto(`/interactions?entry=${entryNo}`);
      await page.getByRole("link", { name: "Download Pysyy.txt" }).waitFor();
      for (const name of ["Remove Pysyy.txt", "Replace the file", "Attach a file"])
        expect(await panel(page, entryNo).getByRole("button", { name }).count(), name).toBe(0);
    });
  });

  test("in Finnish, on a phone", async () => {
    const entryNo = await givenEntry("Suomeksi", file("Ohje.txt", "Pese 40 asteessa"));
    await program.as(
      "marketer",
      async (page) => {
        await page.goto("/");
        await page.getByRole("button", { name: /^Account of / }).click();
        await page.getByRole("menuitemradio", { name: "Suomi" }).click();
        await eventually(() => page.locator("html").getAttribute("lang")).toBe("fi");
        await page.goto(`/interactions?entry=${entryNo}`);
        await page.getByRole("link", { name: "Lataa Ohje.txt" }).waitFor();
        await page.getByRole("button", { name: "Näytä Ohje.txt" }).click();
        await dialog(page).last().frameLocator("iframe").getByText("Pese 40 asteessa").waitFor();
        expect(await textOf(dialog(page).last())).toContain("Lataa");
        expect(await widthOverflow(page)).toBeLessThanOrEqual(0);
        await page.keyboard.press("Escape");
        await page.locator("iframe").waitFor({ state: "detached" });
        await expectNoAxeViolations(page);

        await openTemplate(page, CODES.other);
        await eventually(() => widthOverflow(page)).toBeLessThanOrEqual(0);
      },
      { size: PHONE },
    );
  });
});
