import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { expect, test } from "vitest";
import { acceptLink, runProgram, signIn } from "../support/browser-program.ts";

const program = runProgram({ demo: true });

/** Bytes of compressed JavaScript for sign-in and home (UX.md, "Fast"). */
const MOST_BYTES = 250_000;

test("signing in and the home page need at most 250 KB of compressed JavaScript", async () => {
  await program.visit({}, (page) => acceptLink(page, program.firstLink));
  await program.visit({}, async (page) => {
    const scripts = recordScripts(page);
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn(page, "admin");
    await page.getByRole("heading", { name: "Latest interactions" }).waitFor();
    await page.waitForLoadState("networkidle");

    const measured = await Promise.all(scripts.map(measure));
    const sum = (pick: (script: Measured) => number) => measured.reduce((total, one) => total + pick(one), 0);
    const gzipped = sum(({ gzip }) => gzip);
    process.stdout.write(
      `first load: ${measured.length} scripts, ${kilobytes(gzipped)} with gzip, ${kilobytes(sum(({ sent }) => sent))} as sent\n`,
    );
    expect(measured.filter(({ isCompressed }) => !isCompressed)).toEqual([]);
    expect(gzipped).toBeGreaterThan(50_000);
    expect(gzipped).toBeLessThanOrEqual(MOST_BYTES);
  });
});

interface Measured {
  readonly url: string;
  readonly isCompressed: boolean;
  readonly sent: number;
  readonly gzip: number;
}

function recordScripts(page: Page): Response[] {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.headers()["content-type"]?.includes("javascript")) scripts.push(response);
  });
  return scripts;
}

async function measure(response: Response): Promise<Measured> {
  const body = await response.body();
  const { responseBodySize } = await response.request().sizes();
  const encoding = response.headers()["content-encoding"];
  return {
    url: response.url(),
    // What fits into one packet is sent as it is.
    isCompressed: encoding === "br" || encoding === "gzip" || body.length < 1_500,
    sent: responseBodySize,
    gzip: gzipSync(body, { level: 9 }).length,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}
