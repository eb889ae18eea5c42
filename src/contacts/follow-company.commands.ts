import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ChangedContact } from "./contact-events.ts";
import { plainColumns, referenceColumns } from "./contact-fields.ts";
import {
  addressFields,
  classifyingFields,
  comparedAddressFields,
  type InheritanceFlags,
  phoneAndMailFields,
} from "./defaults.rules.ts";
import { searchEmailOf } from "./email.rules.ts";
import type { KnownReferences } from "./references-known.ts";

type FollowedField =
  | (typeof classifyingFields)[number][0]
  | (typeof addressFields)[number]
  | (typeof phoneAndMailFields)[number];

const followedFields: readonly FollowedField[] = [
  ...classifyingFields.map(([field]) => field),
  ...addressFields,
  ...phoneAndMailFields,
];

function columnOf(field: FollowedField): string {
  return field in referenceColumns
    ? referenceColumns[field as keyof typeof referenceColumns].column
    : plainColumns[field as keyof typeof plainColumns];
}

/** One column a person takes over from its company, and when. `p` is the person, `r` the company before and after. */
interface Followed {
  readonly column: string;
  readonly condition: string;
}

const isChanged = (column: string) => `r.old_${column} is distinct from r.new_${column}`;
/** An erased person is in its company and takes nothing else over. */
const isSomebody = "p.erased_at is null";
const isHeld = (column: string) => `p.${column} is not distinct from r.old_${column}`;

/** `followCompanyChange` of the rules as SQL, for all people of all companies at once. */
function followed(flags: InheritanceFlags): Followed[] {
  const columns: Followed[] = [
    { column: "company_name", condition: "p.company_name is distinct from r.new_company_name" },
  ];
  const follow = (field: FollowedField, holds: string) => {
    const column = columnOf(field);
    columns.push({ column, condition: `(${isChanged(column)} and ${isSomebody} and ${holds})` });
  };
  for (const [field, flag] of classifyingFields) if (flags[flag]) follow(field, isHeld(columnOf(field)));
  const holdsAddress = comparedAddressFields.map((field) => isHeld(columnOf(field))).join(" and ");
  if (flags.inheritAddress) for (const field of addressFields) follow(field, holdsAddress);
  if (flags.inheritCommunication) {
    for (const field of phoneAndMailFields) follow(field, isHeld(columnOf(field)));
    // The copy by which e-mails are found goes with the e-mail.
    columns.push({
      column: "search_email",
      condition: `(${isChanged("email")} and ${isSomebody} and ${isHeld("email")})`,
    });
  }
  return columns;
}

const definitions = [
  "id bigint",
  "new_company_name text",
  "new_search_email text",
  ...followedFields.flatMap((field) => {
    const type = field in referenceColumns ? "integer" : "text";
    return [`old_${columnOf(field)} ${type}`, `new_${columnOf(field)} ${type}`];
  }),
].join(", ");

function toRecord({ before, after }: ChangedContact, references: KnownReferences) {
  const record: Record<string, unknown> = {
    id: after.id,
    new_company_name: after.fields.name,
    new_search_email: searchEmailOf(after.fields.email),
  };
  for (const field of followedFields) {
    const stored = (value: string | null) =>
      field in referenceColumns
        ? references.idOf(referenceColumns[field as keyof typeof referenceColumns].list, value)
        : value;
    record[`old_${columnOf(field)}`] = stored(before.fields[field]);
    record[`new_${columnOf(field)}`] = stored(after.fields[field]);
  }
  return record;
}

/** A person who took something over. */
export interface Follower {
  readonly id: number;
  readonly no: string;
}

/**
 * Carries what changed of companies to their people (contacts §4.3), in one statement however many. Answers the
 * people that were changed.
 */
export async function followCompanies(
  tx: Tx,
  companies: readonly ChangedContact[],
  flags: InheritanceFlags,
  references: KnownReferences,
): Promise<readonly Follower[]> {
  const changed = companies.filter(
    ({ before, after }) =>
      before.fields.name !== after.fields.name ||
      followedFields.some((field) => before.fields[field] !== after.fields[field]),
  );
  if (changed.length === 0) return [];
  const columns = followed(flags);
  const assignments = columns.map(
    ({ column, condition }) => `${column} = case when ${condition} then r.new_${column} else p.${column} end`,
  );
  const { rows } = await sql<Follower>`
    update contacts p
       set ${sql.raw(assignments.join(", "))}, version = p.version + 1, last_modified_at = now()
      from json_to_recordset(${JSON.stringify(changed.map((company) => toRecord(company, references)))}::json) as r(${sql.raw(definitions)})
     where p.company_id = r.id and p.type = 'person'
       and (${sql.raw(columns.map(({ condition }) => condition).join(" or "))})
    returning p.id, p.no`.execute(tx);
  return rows;
}
