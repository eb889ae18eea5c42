import type { InteractionField } from "./interaction-fields.rules.ts";

/** A program that lists of past interactions come from. */
export interface Program {
  /** As the source of an import: upper case. */
  readonly source: string;
  /** Headers that no other program has; two of them are a sign. */
  readonly headers: readonly string[];
  /** What it calls by names that mean something else elsewhere. */
  readonly fields: Readonly<Record<string, InteractionField | null>>;
}

export const programs: readonly Program[] = [
  {
    source: "HUBSPOT",
    headers: [
      "Activity date",
      "Activity type",
      "Activity assigned to",
      "Call title",
      "Call notes",
      "Call outcome",
      "Call and meeting type",
      "Meeting name",
      "Note body",
      "Email direction",
      "Associated contact IDs",
      "Associated company",
      "Record ID",
    ],
    fields: {},
  },
  {
    source: "ESPOCRM",
    headers: [
      "Date Start",
      "Date End",
      "Assigned User",
      "Assigned User ID",
      "Parent",
      "Parent Type",
      "Created By",
      "Is All-Day",
      "Teams",
    ],
    // A call's name is what it was about, its description what was said; its duration is in seconds.
    fields: { Name: "description", Description: "comments", Duration: "durationSec" },
  },
  {
    source: "BUSINESS CENTRAL",
    headers: [
      "Interaction Template Code",
      "Interaction Group Code",
      "Contact Company No.",
      "Time of Interaction",
      "Attempt Failed",
      "Logged Segment Entry No.",
      "Vuorovaikutusmallin koodi",
      "Vuorovaikutusryhmän koodi",
      "Kontaktin yrityksen nro",
    ],
    // Whether there is one.
    fields: { Comment: null },
  },
];
