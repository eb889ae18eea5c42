import { sql } from "kysely";
import { referenceColumns as contactReferences, plainColumns } from "#contacts/index.ts";
import { referenceColumns, textColumns } from "../party-columns.ts";
import type { PartyField } from "../party-fields.rules.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";
import { sharedFields, sharesPrivacy } from "./sync.rules.ts";

/** The shared fields of all kinds as SQL, from the same table as the rules. */

/** One column of a party `p`, and what it becomes by its contact `c`. */
interface Assignment {
  readonly column: string;
  readonly value: string;
}

const imageOfContact = "(select max(attachment_no) from contact_images where contact_id = c.id)";

/** All that they share but the picture. */
const assignments: readonly Assignment[] = [
  ...collect().map(({ column, sources }) => ({
    column,
    value: `case p.kind ${sources.map(({ kind, source }) => `when '${kind}' then ${source}`).join(" ")} else p.${column} end`,
  })),
  {
    column: "name",
    value:
      "case p.kind when 'employee' then nullif(concat_ws(' ', c.first_name, c.middle_name, c.surname), '') else c.name end",
  },
  { column: "contact_type", value: "case p.kind when 'customer' then c.type else p.contact_type end" },
  {
    column: "privacy_blocked",
    value: `case when p.kind in (${partyKinds
      .filter(sharesPrivacy)
      .map((kind) => `'${kind}'`)
      .join(", ")}) then c.privacy_blocked else p.privacy_blocked end`,
  },
];

function collect() {
  const columns = new Map<string, { kind: PartyKind; source: string }[]>();
  for (const kind of partyKinds) {
    for (const [field, contactField] of sharedFields[kind]) {
      if (field === "name") continue;
      const column = columnOf(field);
      const sources = columns.get(column) ?? [];
      sources.push({ kind, source: `c.${contactColumnOf(contactField)}` });
      columns.set(column, sources);
    }
  }
  return [...columns].map(([column, sources]) => ({ column, sources }));
}

function columnOf(field: PartyField): string {
  return field in referenceColumns
    ? referenceColumns[field as keyof typeof referenceColumns].column
    : textColumns[field as keyof typeof textColumns];
}

function contactColumnOf(field: string): string {
  return field in contactReferences
    ? contactReferences[field as keyof typeof contactReferences].column
    : plainColumns[field as keyof typeof plainColumns];
}

/** A contact without a picture takes none away from its parties, unless it has just lost it. */
const withImage = (isExact: boolean): readonly Assignment[] => [
  ...assignments,
  { column: "image_no", value: isExact ? imageOfContact : `coalesce(${imageOfContact}, p.image_no)` },
];

/** `set …`; `isExact`: a contact without a picture leaves its parties without one. */
export function assignShared(isExact: boolean) {
  return sql.raw(
    withImage(isExact)
      .map(({ column, value }) => `${column} = ${value}`)
      .join(", "),
  );
}

/** Whether following would change anything. */
export const differsShared = sql.raw(
  `(${withImage(false)
    .map(({ column }) => `p.${column}`)
    .join(", ")}) is distinct from (${withImage(false)
    .map(({ value }) => value)
    .join(", ")})`,
);

const sharedByAny = [...new Set(partyKinds.flatMap((kind) => sharedFields[kind].map(([field]) => field)))];

/** Texts and codes of the party `old` and of `p` as it is now; a code is looked up only where it is another. */
const compared = [...new Set<PartyField>(["name", "contactType", ...sharedByAny])].map((field) => {
  const reference = referenceColumns[field as keyof typeof referenceColumns];
  if (reference === undefined) {
    const column = field === "contactType" ? "contact_type" : columnOf(field);
    return `('${field}', old.${column} collate "C", p.${column} collate "C")`;
  }
  const { list, column } = reference;
  const code = (of: string) =>
    `case when old.${column} is distinct from p.${column} then (select code from ${list} where id = ${of}.${column}) end`;
  return `('${field}', (${code("old")}) collate "C", (${code("p")}) collate "C")`;
});

/** `{ field: [before, after] }` of a party that followed. */
export const sharedChanges = sql.raw(`
  (select coalesce(jsonb_object_agg(f.field, jsonb_build_array(f.before, f.after)), '{}')
     from (values ${compared.join(", ")}) as f(field, before, after) where f.before is distinct from f.after)
  || case when old.privacy_blocked is distinct from p.privacy_blocked
          then jsonb_build_object('privacyBlocked', jsonb_build_array(old.privacy_blocked, p.privacy_blocked)) else '{}' end
  || case when old.image_no is distinct from p.image_no
          then jsonb_build_object('image', jsonb_build_array(old.image_no is not null, p.image_no is not null)) else '{}' end`);
