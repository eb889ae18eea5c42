import type { QueryClient } from "@tanstack/react-query";

/** Asks for the open segments of a contact, so that they come in one round with it; the code comes when it is needed. */
export function prefetchContactSegments(queries: QueryClient, contactNo: string): void {
  void import("./contact/ContactSegmentsBox.tsx").then(({ prefetchLines }) =>
    prefetchLines(queries, contactNo),
  );
}
