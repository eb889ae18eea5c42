import type { QueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { BoxContact } from "./ContactTasksBox.tsx";

const box = () => import("./ContactTasksBox.tsx");
const Box = lazy(async () => ({ default: (await box()).ContactTasksBox }));

/** Asks for what the box shows, so that it comes in one round with the contact. */
export function prefetchContactTasks(queries: QueryClient, contactNo: string): void {
  void box().then(({ prefetchTasks }) => prefetchTasks(queries, contactNo));
}

/** See `ContactTasksBox.tsx`; its code is loaded when it is shown. */
export function ContactTasksBox(props: { readonly contact: BoxContact }) {
  return (
    <Suspense>
      <Box {...props} />
    </Suspense>
  );
}
