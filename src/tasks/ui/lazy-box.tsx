import { lazy, Suspense } from "react";
import type { BoxContact } from "./ContactTasksBox.tsx";

const Box = lazy(async () => ({ default: (await import("./ContactTasksBox.tsx")).ContactTasksBox }));

/** See `ContactTasksBox.tsx`; its code is loaded when it is shown. */
export function ContactTasksBox(props: { readonly contact: BoxContact }) {
  return (
    <Suspense>
      <Box {...props} />
    </Suspense>
  );
}
