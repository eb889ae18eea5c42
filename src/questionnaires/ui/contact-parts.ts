import { lazy } from "react";
import type { ContactSection } from "#contacts/ui/index.ts";

/** What questionnaires put onto the card of a contact. */
export const questionnaireSections: readonly ContactSection[] = [
  {
    key: "questionnaires.profile",
    tab: "profile",
    right: "contacts.read",
    component: lazy(() => import("./profile/ProfileSection.tsx")),
  },
];
