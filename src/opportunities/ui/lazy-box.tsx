import { lazy, Suspense } from "react";
import type { BoxContact } from "./ContactOpportunitiesBox.tsx";

const Box = lazy(async () => ({
  default: (await import("./ContactOpportunitiesBox.tsx")).ContactOpportunitiesBox,
}));

/** See `ContactOpportunitiesBox.tsx`; its code is loaded when it is shown. */
export function ContactOpportunitiesBox(props: { readonly contact: BoxContact }) {
  return (
    <Suspense>
      <Box {...props} />
    </Suspense>
  );
}
