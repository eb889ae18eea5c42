import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";

const Timeline = lazy(async () => ({ default: (await import("./ContactTimeline.tsx")).ContactTimeline }));
const Statistics = lazy(async () => ({
  default: (await import("./ContactStatisticsBox.tsx")).ContactStatisticsBox,
}));

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
