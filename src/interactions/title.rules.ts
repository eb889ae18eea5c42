/** The title of an interaction in lists and timelines (interactions R-TITLE). */

import type { InformationFlow } from "./derivations.rules.ts";

export interface InteractionTitle {
  readonly kind: "by" | "from" | "plain";
  /** Empty when the template is unknown. */
  readonly description: string;
  /** Whom it came from or was made by; `null` for a plain title. */
  readonly name: string | null;
}

export interface TitleFacts {
  /** `null` when the entry's template no longer exists. */
  readonly template: {
    readonly code: string;
    readonly description: string | null;
    readonly informationFlow: InformationFlow | null;
  } | null;
  readonly salespersonName: string | null;
  /** Full name of the user who logged the entry. */
  readonly userName: string | null;
  readonly contactName: string | null;
}

/** A template without description is called by its code. */
export function deriveTitle(facts: TitleFacts): InteractionTitle {
  if (facts.template === null) return { kind: "plain", description: "", name: null };
  const { informationFlow, code } = facts.template;
  const description = facts.template.description ?? code;

  const name = informationFlow === "outbound" ? (facts.salespersonName ?? facts.userName) : facts.contactName;
  if (informationFlow === null || name === null) return { kind: "plain", description, name: null };
  return { kind: informationFlow === "outbound" ? "by" : "from", description, name };
}

/** Localised patterns with `{{description}}` and `{{name}}`, such as "{{description}} - by {{name}}". */
export interface TitlePatterns {
  readonly by: string;
  readonly from: string;
}

/** The title as text; placeholders inside description and name are left as they are. */
export function formatTitle(title: InteractionTitle, patterns: TitlePatterns): string {
  if (title.kind === "plain") return title.description;
  return patterns[title.kind].replace(/\{\{(description|name)\}\}/gu, (_match, field: string) =>
    field === "name" ? (title.name ?? "") : title.description,
  );
}
