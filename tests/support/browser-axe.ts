import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "./browser.ts";

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No success criterion, but who goes by landmarks wants one banner, whatever is open over the page. */
const oneBanner = "landmark-no-duplicate-banner";

/** Fails with the elements that break a rule of WCAG 2.2 AA which a program can check. */
export async function expectNoAxeViolations(page: Page, where = page.url()): Promise<void> {
  await settle(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values: wcag22aa }, rules: { [oneBanner]: { enabled: true } } })
    .analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target, failureSummary }) => ({
      rule: `${id}: ${help}`,
      element: `${target.join(" ")} ${html.slice(0, 200)}`,
      why: failureSummary,
    })),
  );
  expect(findings, where).toEqual([]);
}

/** Waits until nothing is being loaded, faded or moved any more: half-transparent text has no fair contrast. */
export async function settle(page: Page): Promise<void> {
  await eventually(() => page.locator("[aria-busy=true], .mantine-Skeleton-root").count()).toBe(0);
  await page.evaluate(
    "Promise.all(document.getAnimations().filter((a) => a.effect.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => null)))",
  );
}
