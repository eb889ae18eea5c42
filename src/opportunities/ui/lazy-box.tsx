import type { QueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { BoxContact } from "./ContactOpportunitiesBox.tsx";

const box = () => import("./ContactOpportunitiesBox.tsx");
const Box = lazy(async () => ({ default: (await box()).ContactOpportunitiesBox }));

/** Asks for what the box shows, so that it comes in one round with the contact. */
export function prefetchContactOpportunities(queries: QueryClient, contactNo: string): void {
  void box().then(({ prefetchOpportunities }) => prefetchOpportunities(queries, contactNo));
}

/** See `ContactOpportunitiesBox.tsx`; its code is loaded when it is shown. */
export function ContactOpportunitiesBox(props: { readonly contact: BoxContact }) {
  return (
    <Suspense>
      <Box {...props} />
    </Suspense>
  );
}
