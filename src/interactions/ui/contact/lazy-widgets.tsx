import { Skeleton } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { type ComponentProps, lazy, Suspense } from "react";
import type { SearchValues } from "#web/url-state.ts";

const timeline = () => import("./ContactTimeline.tsx");
const statistics = () => import("./ContactStatisticsBox.tsx");

const Timeline = lazy(async () => ({ default: (await timeline()).ContactTimeline }));
const Statistics = lazy(async () => ({ default: (await statistics()).ContactStatisticsBox }));

/** Loads the code of both, while a contact's page is still on its way. */
export function preloadContactWidgets(): void {
  void timeline();
  void statistics();
}

/** Asks for what both show, so that it comes in one round with the contact. */
export function prefetchContactWidgets(queries: QueryClient, no: string, search: SearchValues): void {
  void timeline().then(({ prefetchTimeline }) => prefetchTimeline(queries, no, search));
  void statistics().then(({ prefetchStatistics }) => prefetchStatistics(queries, no));
}

/** See `ContactTimeline.tsx`; its code is loaded when it is shown. */
export function ContactTimeline(props: ComponentProps<typeof Timeline>) {
  return (
    <Suspense fallback={<Skeleton height={160} mt="sm" />}>
      <Timeline {...props} />
    </Suspense>
  );
}

/** See `ContactStatisticsBox.tsx`; its code is loaded when it is shown. */
export function ContactStatisticsBox(props: ComponentProps<typeof Statistics>) {
  return (
    <Suspense fallback={<Skeleton height={180} />}>
      <Statistics {...props} />
    </Suspense>
  );
}
