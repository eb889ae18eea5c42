import { lazy } from "react";
import { contactSections } from "#web/contact-parts.ts";
import type { ContactSection } from "../card-parts.ts";

/** Sections of the contacts' own, before those of other modules. */
const ownSections: readonly ContactSection[] = [
  {
    key: "contacts.addresses",
    tab: "addresses",
    component: lazy(() => import("../details/AddressesSection.tsx")),
  },
  {
    key: "contacts.memberships",
    tab: "profile",
    component: lazy(() => import("../details/MembershipsSection.tsx")),
  },
  {
    key: "contacts.comments",
    tab: "comments",
    component: lazy(() => import("../details/CommentsSection.tsx")),
  },
];

/** Every section a card may show. */
export const allSections: readonly ContactSection[] = [...ownSections, ...contactSections];
