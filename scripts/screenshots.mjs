/**
 * Draws the pictures of README.md anew: starts the program with the demo company in a temporary folder and looks at
 * it with Chromium. `node scripts/screenshots.mjs`, after `npm test` or `npm start` has installed what is needed.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./lib/chromium.mjs";
import { binFolder, root, withProjectNode } from "./lib/run.mjs";
import { ensureWebBuilt } from "./lib/web-build.mjs";

const images = path.join(root, "docs", "images");
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };
const password = "Kuura-ja-kanerva-7";
/** Who looks: a salesperson of the demo company, under the name that its log knows. */
const viewer = {
  userName: "PW",
  fullName: "Priya Whitlock",
  email: "priya.whitlock@tuomiwren.example",
  role: "crmUser",
  salespersonCode: "PW",
};
const english = "Eulenweiher Architekten PartG";
const finnish = "Kuutamolahti Hotellit Oy";

const pictures = [
  { name: "contact", look: desktop, contact: english, shows: "article" },
  { name: "home", look: desktop, address: "/", shows: "h2" },
  { name: "log", look: desktop, address: "/interactions", shows: "[role=grid] a", before: openEntry },
  { name: "quick-log", look: desktop, contact: english, shows: "article", before: beginToLog },
  { name: "phone", look: phone, contact: english, shows: "article" },
  { name: "dark", look: { ...desktop, colorScheme: "dark" }, contact: english, shows: "article" },
  { name: "finnish", look: desktop, contact: finnish, shows: "article", language: "fi" },
];

ensureWebBuilt();
mkdirSync(images, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), "rapport-screenshots-"));
const server = spawn(path.join(binFolder, "node"), [path.join(root, "src", "app", "cli.ts"), "start"], {
  cwd: folder,
  env: { ...withProjectNode(), RAPPORT_DATA: path.join(folder, "data"), RAPPORT_DEMO: "1", PORT: "0" },
});
const ended = new Promise((resolve) => server.once("close", resolve));
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const link = await firstLink(server);
  const baseURL = new URL(link).origin;
  const session = await signInAsViewer(baseURL, link);
  for (const picture of pictures) await draw(picture, baseURL, session);
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** The one-time link that the first start prints. */
function firstLink(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const link = /http\S+#\S+/.exec(said);
      if (link) resolve(link[0]);
    });
    child.once("close", (code) => reject(new Error(`the program ended with ${code}:\n${said}`)));
  });
}

/** Creates the user who looks, and signs in as them. */
async function signInAsViewer(baseURL, link) {
  const administrator = await browser.newContext({ baseURL });
  await acceptLink(administrator, link);
  const user = await change(administrator, "POST", "/users", viewer);
  const { url } = await change(administrator, "POST", `/users/${user.id}/invite`);
  const context = await browser.newContext({ baseURL });
  await acceptLink(context, url);
  return context.storageState();
}

async function acceptLink(context, link) {
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("New password").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("#content").waitFor();
  await page.close();
}

async function change(context, method, address, data) {
  const headers = { "X-Rapport-CSRF": "1", "Content-Type": "application/json" };
  const answer = await context.request.fetch(`/api/v1${address}`, { method, headers, data });
  if (!answer.ok()) throw new Error(`${method} ${address}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

async function draw({ name, look, contact, address, shows, before, language = "en" }, baseURL, storageState) {
  const context = await browser.newContext({
    baseURL,
    storageState,
    reducedMotion: "reduce",
    timezoneId: "Europe/Helsinki",
    ...look,
  });
  try {
    await change(context, "PATCH", "/session/user", { language });
    const page = await context.newPage();
    await page.goto(contact ? await cardOf(context, contact) : address);
    await page.locator(shows).first().waitFor();
    await before?.(page);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: path.join(images, `${name}.png`) });
  } finally {
    await context.close();
  }
}

/** The address of a contact's card. */
async function cardOf(context, name) {
  const query = new URLSearchParams({ search: name, type: "company", limit: "1" });
  const { items } = await (await context.request.get(`/api/v1/contacts?${query}`)).json();
  return `/contacts/${items[0].no}`;
}

async function openEntry(page) {
  await page.locator("[role=grid] [role=row]").nth(3).getByRole("link").first().click();
  await page.getByRole("button", { name: "Close panel" }).waitFor();
}

async function beginToLog(page) {
  await page.getByRole("banner").getByRole("button", { name: "Log interaction" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Template").click();
  await page.getByRole("option", { name: "Incoming call" }).click();
  await dialog.getByLabel("Description").fill("Wants twelve acoustic panels more, delivery in May");
}
