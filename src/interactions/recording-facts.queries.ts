import { type RawBuilder, sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { type AddressFacts, addressFactsOf, askedChannels, consentsOf } from "#contacts/index.ts";
import type { Actor } from "#platform/context.ts";
import { prepared } from "#platform/db/prepared.ts";
import type { ConsentChannel, SaidConsent } from "#privacy/consents/consent-warnings.rules.ts";
import { pickUsersSalesperson } from "#salespeople/salespeople.rules.ts";
import type { SalespersonChoice, Template } from "./derivations.rules.ts";
import type { InteractionContact } from "./derive-interaction.rules.ts";
import type { Phones } from "./drafts/phone-numbers.rules.ts";
import type { NewInteraction } from "./log-entry.contract.ts";
import { loadNamedRecords, type NamedRecord, type NamedRecords } from "./named-records.queries.ts";

/** A contact as recording needs it: the facts of the rules, and the ids and names of the row to write. */
export interface RecordingContact extends InteractionContact, AddressFacts {
  readonly id: number;
  readonly name: string | null;
  readonly companyId: number | null;
  readonly companyName: string | null;
  readonly salespersonId: number | null;
  readonly phones: Phones;
  readonly consents: readonly SaidConsent[];
  readonly company:
    | ({ readonly privacyBlocked: boolean; readonly email: string | null } & Phones & AddressFacts)
    | null;
}

export interface RecordingTemplate extends Template {
  readonly id: number;
  readonly groupId: number;
  readonly interactionGroupDescription: string | null;
  readonly languageIds: Readonly<Record<string, number>>;
  readonly wizardAction: "open" | "import" | "merge" | null;
}

export interface RecordingSalesperson extends SalespersonChoice {
  readonly id: number;
  readonly name: string | null;
}

/** Everything that the rules of recording look at, for any number of interactions. */
export interface RecordingFacts extends NamedRecords {
  readonly contacts: ReadonlyMap<string, RecordingContact>;
  readonly templates: ReadonlyMap<string, RecordingTemplate>;
  /** By code: those named, the user's, the contacts' and those of tasks and opportunities. */
  readonly salespeople: ReadonlyMap<string, RecordingSalesperson>;
  /** R-SALES (2): the user's salesperson. */
  readonly usersSalesperson: RecordingSalesperson | null;
  /** Over which channels contacts are asked for consents at all. */
  readonly askedChannels: readonly ConsentChannel[];
}

interface Row {
  contacts:
    | (Omit<RecordingContact, "altAddressEmails"> & {
        salespersonId: number | null;
        /** The number that was given: another one's, if that was merged into this contact. */
        asked: string;
      })[]
    | null;
  templates:
    | (Omit<RecordingTemplate, "wordTemplateCode" | "campaignNo"> & { campaign: NamedRecord | null })[]
    | null;
  salespeople: (RecordingSalesperson & { email: string | null })[] | null;
  askedChannels: readonly ConsentChannel[];
}

/** Loads the facts for a batch in one statement; campaigns, opportunities and tasks, if any are named, before it. */
export async function loadRecordingFacts(
  ctx: Context,
  items: readonly NewInteraction[],
): Promise<RecordingFacts> {
  const named = await loadNamedRecords(ctx, items);
  return toFacts(await readFacts(ctx, items, sql``), named, ctx.actor);
}

/**
 * The same, and nobody deletes, moves or merges the contacts until the transaction ends. One that was merged while we
 * waited is its survivor.
 */
export async function lockRecordingFacts(
  ctx: Context & { readonly db: Tx },
  items: readonly NewInteraction[],
): Promise<RecordingFacts> {
  const named = await loadNamedRecords(ctx, items);
  const inOrder = sql`order by c.id for share of c`;
  const read = async () => toFacts(await readFacts(ctx, items, inOrder), named, ctx.actor);
  const facts = await read();
  return items.some(({ contactNo }) => contactNo && !facts.contacts.has(contactNo)) ? read() : facts;
}

async function readFacts(
  ctx: Context,
  items: readonly NewInteraction[],
  locking: RawBuilder<unknown>,
): Promise<Row> {
  const { email, salespersonId } = ctx.actor;
  const { rows } = await sql<Row>`${prepared}
    with named as (
      select n.no as asked, c.id, c.no, c.name, c.company_id, c.company_name, c.language_id, c.correspondence_type, c.email,
             c.privacy_blocked, c.salesperson_id, c.type, c.phone_no, c.mobile_phone_no
        from contact_numbers n join contacts c on c.id = n.contact_id
       where n.no = any(${distinct(items, "contactNo")}::text[]) ${locking}
    )
    select
      (select json_agg(json_build_object(
          'asked', c.asked, 'id', c.id, 'no', c.no, 'name', c.name, 'companyId', c.company_id, 'companyName', c.company_name,
          'companyNo', k.no, 'languageCode', l.code, 'correspondenceType', c.correspondence_type, 'email', c.email,
          'privacyBlocked', c.privacy_blocked, 'salespersonId', c.salesperson_id,
          ${addressFactsOf(sql`c.id`)}, 'consents', ${consentsOf(sql`c.id`)},
          'phones', json_build_object('phoneNo', c.phone_no, 'mobilePhoneNo', c.mobile_phone_no),
          'company', case when c.type = 'person' and k.id is not null
                     then json_build_object('privacyBlocked', k.privacy_blocked, 'phoneNo', k.phone_no,
                       'mobilePhoneNo', k.mobile_phone_no, 'email', k.email, ${addressFactsOf(sql`k.id`)}) end))
         from named c left join contacts k on k.id = c.company_id left join languages l on l.id = c.language_id
      ) as contacts,
      (select json_agg(json_build_object(
          'id', t.id, 'code', t.code, 'groupId', t.group_id, 'interactionGroupCode', g.code, 'interactionGroupDescription', g.description,
          'description', t.description, 'unitCost', t.unit_cost::text, 'unitDurationMin', t.unit_duration_min,
          'informationFlow', t.information_flow, 'initiatedBy', t.initiated_by,
          'defaultCorrespondenceType', t.default_correspondence_type,
          'ignoreContactCorrespondenceType', t.ignore_contact_correspondence_type,
          'defaultLanguageCode', (select code from languages where id = t.default_language_id),
          'wizardAction', t.wizard_action, 'campaignTarget', t.campaign_target, 'campaignResponse', t.campaign_response, 'archived', t.archived,
          'campaign', (select json_build_object('id', k.id, 'no', k.no) from campaigns k where k.id = t.campaign_id),
          'languages', coalesce((select json_agg(json_build_object('languageCode', l.code, 'attachmentNo', tl.attachment_no, 'wordTemplateCode', null))
             from interaction_template_languages tl left join languages l on l.id = tl.language_id
            where tl.template_id = t.id), '[]'),
          'languageIds', coalesce((select json_object_agg(l.code, l.id)
             from interaction_template_languages tl join languages l on l.id = tl.language_id
            where tl.template_id = t.id), '{}')))
         from interaction_templates t join interaction_groups g on g.id = t.group_id
        where t.code = any(${distinct(items, "interactionTemplateCode")}::text[])
      ) as templates,
      (select json_agg(json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'blocked', s.blocked,
          'email', s.email))
         from salespeople s
        where s.code = any(${distinct(items, "salespersonCode")}::text[]) or s.id = ${salespersonId}
           or s.id in (select salesperson_id from named) or lower(s.email) = lower(${email}::text)
      ) as salespeople,
      ${askedChannels} as "askedChannels"
  `.execute(ctx.db);
  return rows[0]!;
}

function toFacts(
  { contacts, templates, salespeople, askedChannels: asked }: Row,
  named: NamedRecords,
  { email, salespersonId }: Actor,
): RecordingFacts {
  const known = salespeople ?? [];
  const campaigns = (templates ?? []).flatMap(({ campaign }) => campaign ?? []);
  const dictated = [...named.tasks.values(), ...named.opportunities.values()].flatMap(
    ({ salesperson }) => salesperson ?? [],
  );
  const mapped = known.find((salesperson) => salesperson.id === salespersonId) ?? null;
  return {
    contacts: new Map(
      (contacts ?? []).flatMap(({ asked, ...row }) => {
        const altAddressEmails = Object.fromEntries(row.altAddresses.map(({ code, email }) => [code, email]));
        const contact = { ...row, altAddressEmails };
        return [asked, row.no].map((no) => [no, contact] as const);
      }),
    ),
    templates: new Map(
      (templates ?? []).map(({ campaign, ...template }) => [
        template.code,
        { ...template, wordTemplateCode: null, campaignNo: campaign?.no ?? null },
      ]),
    ),
    salespeople: new Map([...dictated, ...known].map((salesperson) => [salesperson.code, salesperson])),
    ...named,
    campaigns: new Map([
      ...campaigns.map((campaign) => [campaign.no, campaign] as const),
      ...named.campaigns,
    ]),
    usersSalesperson: pickUsersSalesperson(email, known, mapped),
    askedChannels: asked,
  };
}

function distinct(
  items: readonly NewInteraction[],
  field: "contactNo" | "interactionTemplateCode" | "salespersonCode",
): string[] {
  return [...new Set(items.map((item) => item[field]).filter((value) => value != null))];
}
