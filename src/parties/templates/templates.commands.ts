import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import type { NewPartyTemplate, PartyTemplate, PartyTemplateChanges } from "./templates.contract.ts";
import { getTemplateRow, presentTemplate } from "./templates.queries.ts";

const constraint = "party_templates_kind_code_key";
const references = {
  territoryCode: "territories",
  countryCode: "countries",
  currencyCode: "currencies",
  languageCode: "languages",
  noSeries: "number_series",
} as const;

async function idsOf(db: Db, values: PartyTemplateChanges) {
  const { rows, notFound } = await resolveReferences(db, references, values);
  refuseUnknownReferences(notFound);
  return {
    territory_id: rows.territoryCode?.id ?? null,
    country_id: rows.countryCode?.id ?? null,
    currency_id: rows.currencyCode?.id ?? null,
    language_id: rows.languageCode?.id ?? null,
    no_series_id: rows.noSeries?.id ?? null,
  };
}

/** @throws Conflict `duplicate`, Invalid `not_found` */
export function createTemplate(ctx: Context, input: NewPartyTemplate): Promise<PartyTemplate> {
  return inTransaction(ctx, async (tx) => {
    const { kind, code, description = null } = input;
    const contactType = input.contactType ?? (kind === "employee" ? "person" : "company");
    const ids = await idsOf(tx.db, input);
    await refusingDuplicates({ constraint, key: code }, () =>
      tx.db
        .insertInto("party_templates")
        .values({ kind, code, description, contact_type: contactType, ...ids })
        .execute(),
    );
    const template = presentTemplate(await getTemplateRow(tx.db, kind, code));
    await recordChange(tx, {
      action: "partyTemplate.created",
      resource: "party-templates",
      key: `${kind}/${code}`,
      changes: differences({}, template, ["version", "lastModifiedAt"]),
    });
    return template;
  });
}

/** @throws NotFound `not_found`, Stale, Conflict `duplicate`, Invalid `not_found` */
export function changeTemplate(
  ctx: Context,
  kind: PartyKind,
  code: string,
  input: PartyTemplateChanges,
  ifMatch: number | null,
): Promise<PartyTemplate> {
  return inTransaction(ctx, async (tx) => {
    const row = await getTemplateRow(tx.db, kind, code, true);
    expectVersion(row, ifMatch);
    const before = presentTemplate(row);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after: PartyTemplate = { ...before, ...given };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;
    const ids = await idsOf(tx.db, after);
    await refusingDuplicates({ constraint, key: after.code }, () =>
      tx.db
        .updateTable("party_templates")
        .set({
          code: after.code,
          description: after.description,
          contact_type: after.contactType,
          ...ids,
          version: row.version + 1,
          last_modified_at: sql`now()`,
        })
        .where("id", "=", row.id)
        .execute(),
    );
    await recordChange(tx, {
      action: "partyTemplate.changed",
      resource: "party-templates",
      key: `${kind}/${code}`,
      changes,
    });
    return presentTemplate(await getTemplateRow(tx.db, kind, after.code));
  });
}

/** @throws NotFound `not_found`, Stale */
export function deleteTemplate(
  ctx: Context,
  kind: PartyKind,
  code: string,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getTemplateRow(tx.db, kind, code, true);
    expectVersion(row, ifMatch);
    await tx.db.deleteFrom("party_templates").where("id", "=", row.id).execute();
    await recordChange(tx, {
      action: "partyTemplate.deleted",
      resource: "party-templates",
      key: `${kind}/${code}`,
    });
  });
}
