import { setTimeout as delay } from "node:timers/promises";
import type { Page, Request } from "playwright-core";
import { eventually } from "./browser.ts";

/** Requests of the API, and how many had to wait for one another. */
export interface ApiTraffic {
  /** `GET /contacts/CT000001`, in the order they were sent. */
  readonly requests: readonly string[];
  /** Length of the longest chain of requests of which each began when the one before had been answered. */
  readonly rounds: number;
}

/** So slow that requests which do not wait for one another are on their way together, however busy the machine. */
const answerDelayMs = 1_000;

interface Span {
  readonly from: number;
  to: number;
}

/** Watches the API's requests of a page while something is done, until no answer is outstanding. */
export async function apiTrafficOf(page: Page, work: () => Promise<void>): Promise<ApiTraffic> {
  const spans = new Map<Request, Span>();
  const isOfApi = (request: Request) => new URL(request.url()).pathname.startsWith("/api/v1/");
  const onRequest = (request: Request) => {
    if (isOfApi(request)) spans.set(request, { from: performance.now(), to: Number.POSITIVE_INFINITY });
  };
  const onEnd = (request: Request) => {
    const span = spans.get(request);
    if (span) span.to = performance.now();
  };
  page.on("request", onRequest).on("requestfinished", onEnd).on("requestfailed", onEnd);
  await page.route("**/api/v1/**", async (route) => {
    await delay(answerDelayMs);
    await route.continue();
  });
  await work();
  await eventually(() => [...spans.values()].every(({ to }) => Number.isFinite(to))).toBe(true);
  await page.unroute("**/api/v1/**");
  page.off("request", onRequest).off("requestfinished", onEnd).off("requestfailed", onEnd);
  return { requests: [...spans.keys()].map(nameOf), rounds: longestChain([...spans.values()]) };
}

function nameOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname.replace("/api/v1", "")}${search}`;
}

function longestChain(spans: readonly Span[]): number {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const depths: number[] = [];
  for (const span of sorted) {
    const before = sorted
      .slice(0, depths.length)
      .flatMap((earlier, index) => (earlier.to <= span.from ? [depths[index] ?? 0] : []));
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}
