import { lazy } from "react";
import type { ContactSection } from "#contacts/ui/index.ts";

/** What subject rights put onto the card of a contact. */
export const privacySections: readonly ContactSection[] = [
  {
    key: "privacy.consents",
    tab: "details",
    right: "contacts.read",
    suits: ({ erasedAt }) => erasedAt === null,
    component: lazy(() => import("./consents/ConsentsSection.tsx")),
  },
  {
    key: "privacy.rights",
    tab: "details",
    right: "privacy.manage",
    component: lazy(() => import("./PrivacySection.tsx")),
  },
];
