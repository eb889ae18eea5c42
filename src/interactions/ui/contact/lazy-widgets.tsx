import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";

const timeline = () => import("./ContactTimeline.tsx");
const statistics = () => import("./ContactStatisticsBox.tsx");

const Timeline = lazy(async () => ({ default: (await timeline()).ContactTimeline }));
const Statistics = lazy(async () => ({ default: (await statistics()).ContactStatisticsBox }));

/** Loads the code of both ahead, while a contact's page is still on its way. */
export function preloadContactWidgets(): void {
  void timeline();
  void statistics();
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
