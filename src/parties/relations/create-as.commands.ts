import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { invalidField } from "#platform/errors.ts";
import { type PartyKind, resourceOfKind } from "../party-kinds.rules.ts";
import type { KnownContact } from "../party-states.queries.ts";
import { findTemplates, type TemplateFacts } from "../templates/templates.queries.ts";
import { decideTemplate } from "./create-as.rules.ts";
import { lockHolder } from "./holders.queries.ts";
import { createPartiesOf } from "./new-parties.commands.ts";
import { recordRelation } from "./relations.commands.ts";
import type { LinkedParty } from "./relations.contract.ts";

export interface CreateAs {
  readonly kind: PartyKind;
  readonly no?: string | null | undefined;
  readonly templateCode?: string | null | undefined;
}

/**
 * Makes a party from a contact and links the two (contacts §6.3).
 *
 * @throws what `lockHolder` throws; Conflict `template_required`, `manual_no`, `setup_missing`, `duplicate`; Invalid
 * `not_found` at `templateCode`
 */
export function createAs(ctx: Context, contactNo: string, input: CreateAs): Promise<LinkedParty> {
  return inTransaction(ctx, async (tx) => {
    const { kind } = input;
    const { holder, setup, relation } = await lockHolder(tx, kind, contactNo);
    const template = await chooseTemplate(tx, kind, holder, input.templateCode ?? null);
    const [party] = await createPartiesOf(tx, kind, [holder.id], {
      setup,
      series: template?.series ?? null,
      no: input.no ?? null,
    });
    if (template) await fillBlanks(tx, party!.id, template);
    await recordChange(tx, {
      action: `${kind}.created`,
      resource: resourceOfKind[kind],
      key: party!.no,
      changes: { name: [null, holder.name], contactNo: [null, holder.no] },
    });
    await recordRelation(tx, holder.no, [null, `${relation.code} ${kind} ${party!.no}`]);
    return { kind, no: party!.no, name: holder.name, contactNo: holder.no };
  });
}

async function chooseTemplate(
  tx: TransactionContext,
  kind: PartyKind,
  holder: KnownContact,
  named: string | null,
): Promise<TemplateFacts | null> {
  const decision = decideTemplate(await findTemplates(tx.db, kind), holder.type, named);
  if (decision.allowed) return decision.template;
  throw invalidField("templateCode", decision.because);
}

/** Values of the template go where the contact left a blank. */
async function fillBlanks(tx: TransactionContext, partyId: number, template: TemplateFacts): Promise<void> {
  await sql`
    update parties
       set territory_id = coalesce(territory_id, ${template.territoryId}::int),
           country_id = coalesce(country_id, ${template.countryId}::int),
           currency_id = coalesce(currency_id, ${template.currencyId}::int),
           language_id = coalesce(language_id, ${template.languageId}::int)
     where id = ${partyId}`.execute(tx.db);
}
