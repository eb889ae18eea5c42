import { lazy } from "react";
import type { CardSubject, ContactSection } from "#contacts/ui/index.ts";
import type { Action } from "#web/actions.ts";
import { addToSegment } from "./contact/actions.ts";

/** What segments put onto the card of a contact. */
export const segmentSections: readonly ContactSection[] = [
  {
    key: "segments.open",
    tab: "facts",
    right: "segments.read",
    component: lazy(() => import("./contact/ContactSegmentsBox.tsx")),
  },
];

export const segmentContactActions: readonly Action<CardSubject>[] = [addToSegment];
