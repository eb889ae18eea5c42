import type { Page, Request } from "playwright-core";
import { eventually } from "./browser.ts";

/** Requests of the API, and how many had to wait for one another. */
export interface ApiTraffic {
  /** `GET /contacts/CT000001`, in the order they were sent. */
  readonly requests: readonly string[];
  /** Length of the longest chain of requests of which each began when the one before had been answered. */
  readonly rounds: number;
}

/** Watches the API's requests of a page while something is done, until no answer is outstanding. */
export async function apiTrafficOf(page: Page, work: () => Promise<void>): Promise<ApiTraffic> {
  const begun: Request[] = [];
  const over = new Set<Request>();
  const isOfApi = (request: Request) => new URL(request.url()).pathname.startsWith("/api/v1/");
  const onRequest = (request: Request) => {
    if (isOfApi(request)) begun.push(request);
  };
  const onEnd = (request: Request) => {
    over.add(request);
  };
  page.on("request", onRequest).on("requestfinished", onEnd).on("requestfailed", onEnd);
  await work();
  await eventually(() => begun.every((request) => over.has(request))).toBe(true);
  page.off("request", onRequest).off("requestfinished", onEnd).off("requestfailed", onEnd);
  return { requests: begun.map(nameOf), rounds: longestChain(begun.map(spanOf)) };
}

function nameOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname.replace("/api/v1", "")}${search}`;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(request: Request): Span {
  const { startTime, requestStart, responseEnd } = request.timing();
  return { from: startTime + Math.max(0, requestStart), to: startTime + Math.max(0, responseEnd) };
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
