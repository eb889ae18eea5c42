import { mkdirSync } from "node:fs";
import path from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";

const resultsFolder = path.resolve(import.meta.dirname, "../../test-results");

/** The machine may be busy; what is right comes long before this (ms). */
export const PATIENCE_MS = 30_000;

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type StoredSession = Exclude<BrowserContextOptions["storageState"], string | undefined>;

/** How somebody looks at the program. */
export interface Visit {
  /** Nobody is signed in without it. */
  readonly session?: StoredSession;
  readonly size?: { readonly width: number; readonly height: number };
  readonly scheme?: "light" | "dark";
}

/** Chromium, without a screen. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium: npm test installs one, or set CHROME_PATH.");
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Work in a browser of its own: no cookies but the session's. Fails, with a picture in `test-results/`, when the work
 * does, and also when the page reported an error, broke its content security policy, or the server answered 5xx.
 */
export async function visit<Result>(
  browser: Browser,
  url: string,
  how: Visit,
  work: (page: Page, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: how.size ?? DESKTOP,
    colorScheme: how.scheme ?? "light",
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...(how.session && { storageState: how.session }),
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const troubles = watch(context);
  const page = await context.newPage();
  try {
    const result = await work(page, context);
    expect(troubles).toEqual([]);
    return result;
  } catch (error) {
    await takePicture(page);
    throw error;
  } finally {
    await context.close();
  }
}

/** What must never happen in a browser, as it happens. */
function watch(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on("console", (message) => {
    // The browser reports every refusal and every broken connection; which answers are wrong is told by their status.
    const isAboutAnAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAboutAnAnswer) troubles.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => troubles.push(`script: ${error.error().stack ?? error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
  return troubles;
}

async function takePicture(page: Page): Promise<void> {
  mkdirSync(resultsFolder, { recursive: true });
  const name = (expect.getState().currentTestName ?? "set-up").replace(/[^\p{L}\d]+/gu, "-").slice(0, 100);
  await page.screenshot({ path: path.join(resultsFolder, `${name}.png`) }).catch(() => undefined);
}

/** Asks again and again until the answer is as expected. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: PATIENCE_MS, interval: 50 });
}

/** What is to be read there, with plain spaces where the formats of numbers and units have unbreakable ones. */
export async function textOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, line by line
  return (await locator.innerText()).replace(/[\u00a0\u202f]/g, " ");
}

/** By how much (px) the page is wider than the window. */
export function widthOverflow(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
