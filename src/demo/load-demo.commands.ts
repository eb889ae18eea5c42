import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { createContacts } from "#contacts/index.ts";
import { changeTemplateSetup } from "#interactions/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { changedDaysOf } from "#statistics/index.ts";
import type { DemoCompany, DemoContact, DemoInteraction, DemoLanguage } from "./demo.types.ts";
import { demoContent } from "./demo-content.ts";
import { loadDeals } from "./load-deals.ts";
import { loadMemberships } from "./load-memberships.ts";
import { loadQuestionnaires } from "./load-questionnaires.ts";
import { loadRelations } from "./load-relations.ts";
import { loadSegments } from "./load-segments.ts";

/** Whether nothing has been entered yet: no contact, no template, no salesperson. */
export async function isEmpty(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from contacts) and not exists (select from interaction_templates)
       and not exists (select from salespeople) as empty`.execute(ctx.db);
  return rows[0]!.empty;
}

export interface DemoLoaded {
  readonly companies: number;
  readonly persons: number;
  readonly interactions: number;
}

/** Fills an empty database with the invented company, all or nothing. */
export function loadDemo(ctx: Context, language: DemoLanguage): Promise<DemoLoaded> {
  const demo = demoContent(language, localMoment(ctx.now, ctx.timeZone).date);
  return inTransaction(ctx, async (tx) => {
    await loadSetup(tx, demo, language);
    const numbers = await loadContacts(tx, demo);
    await loadMemberships(tx, demo, numbers);
    await loadRelations(tx, demo, numbers);
    const interactions = await loadInteractions(tx, demo, numbers);
    const campaignNos = await loadDeals(tx, demo, numbers);
    await loadSegments(tx, demo, numbers, campaignNos);
    await loadQuestionnaires(tx, demo, numbers);
    await tx.db
      .updateTable("salespeople")
      .set({ blocked: true })
      .where(
        "code",
        "in",
        demo.salespeople.filter(({ blocked }) => blocked).map(({ code }) => code),
      )
      .execute();
    await recordChange(tx, { action: "demo.loaded", resource: "company-information", key: "1" });
    const companies = demo.contacts.filter(({ type }) => type === "company").length;
    return {
      companies,
      persons: demo.contacts.length - companies,
      interactions,
    };
  });
}

async function loadSetup(tx: TransactionContext, demo: DemoCompany, language: DemoLanguage): Promise<void> {
  const { db } = tx;
  await db.insertInto("languages").values(demo.languages).execute();
  await db
    .insertInto("countries")
    .values(
      demo.countries.map((country) => ({
        code: country.code,
        name: country.name,
        iso_code: country.isoCode,
        numeric_code: country.isoNumericCode,
        address_format: null,
        vat_formats: country.vatFormats,
      })),
    )
    .execute();
  await db.insertInto("territories").values(demo.territories).execute();
  await db
    .insertInto("currencies")
    .values({ code: demo.home.baseCurrency, name: demo.home.baseCurrency })
    .execute();
  const described = ({ code, description }: { code: string; description: string }) => ({ code, description });
  await db.insertInto("salutations").values(demo.salutations.map(described)).execute();
  await db.insertInto("mailing_groups").values(demo.mailingGroups).execute();
  await db.insertInto("industry_groups").values(demo.industryGroups).execute();
  await db.insertInto("business_relations").values(demo.businessRelations).execute();
  await db.insertInto("job_responsibilities").values(demo.jobResponsibilities).execute();
  await db.insertInto("organizational_levels").values(demo.organizationalLevels).execute();
  await db.insertInto("web_sources").values(demo.webSources).execute();
  await loadFormulas(tx, demo);
  await loadPeopleOfTheHouse(tx, demo);
  await loadTemplates(tx, demo);
  await loadNumbering(tx, demo);
  await sql`
    update company_information
       set name = ${demo.home.name}, currency_code = ${demo.home.baseCurrency}, time_zone = ${demo.home.timeZone},
           language = ${language}, country_id = (select id from countries where code = ${demo.home.countryCode}),
           assistant_completed = true, version = version + 1`.execute(db);
}

async function loadFormulas(tx: TransactionContext, demo: DemoCompany): Promise<void> {
  const rows = demo.salutations.flatMap(({ code, formulas }) =>
    formulas.map((formula) => ({ code, ...formula })),
  );
  await sql`
    insert into salutation_formulas (salutation_id, language_id, salutation_type, salutation, name1, name2, name3, name4, name5)
    select s.id, l.id, f."salutationType", f.salutation, f.name1, f.name2, f.name3, f.name4, f.name5
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(code text, "languageCode" text, "salutationType" text,
             salutation text, name1 text, name2 text, name3 text, name4 text, name5 text)
      join salutations s on s.code = f.code left join languages l on l.code = f."languageCode"`.execute(
    tx.db,
  );
}

async function loadPeopleOfTheHouse(tx: TransactionContext, demo: DemoCompany): Promise<void> {
  await tx.db
    .insertInto("salespeople")
    .values(
      demo.salespeople.map((salesperson) => ({
        code: salesperson.code,
        name: salesperson.name,
        job_title: salesperson.jobTitle,
        email: salesperson.email,
        email2: null,
        phone_no: salesperson.phone,
        commission_percent: String(salesperson.commission),
      })),
    )
    .execute();
}

async function loadTemplates(tx: TransactionContext, demo: DemoCompany): Promise<void> {
  await tx.db.insertInto("interaction_groups").values(demo.interactionGroups).execute();
  await sql`
    insert into interaction_templates (code, group_id, description, unit_cost, unit_duration_min, information_flow,
      initiated_by, default_correspondence_type, ignore_contact_correspondence_type)
    select t.code, g.id, t.description, t."unitCost", t."unitDurationMin", t."informationFlow", t."initiatedBy",
           t."defaultCorrespondenceType", t."ignoreContactCorrespondenceType"
      from jsonb_to_recordset(${JSON.stringify(demo.interactionTemplates)}::jsonb) as t(code text,
             "interactionGroupCode" text, description text, "unitCost" numeric, "unitDurationMin" integer,
             "informationFlow" text, "initiatedBy" text, "defaultCorrespondenceType" text,
             "ignoreContactCorrespondenceType" boolean)
      join interaction_groups g on g.code = t."interactionGroupCode"`.execute(tx.db);
  await changeTemplateSetup(tx, demo.interactionTemplateSetup, null);
}

async function loadNumbering(tx: TransactionContext, demo: DemoCompany): Promise<void> {
  await sql`
    with series as (
      insert into number_series (code, description, allow_automatic, allow_manual)
      select n.code, n.description, n."allowAutomatic", n."allowManual"
        from jsonb_to_recordset(${JSON.stringify(demo.numberSeries)}::jsonb)
          as n(code text, description text, "allowAutomatic" boolean, "allowManual" boolean)
      returning id, code
    )
    insert into number_series_lines (series_id, starting_date, starting_no, ending_no, warning_no, increment_by)
    select s.id, '2000-01-01', n."startingNo", n."endingNo", n."warningNo", n."incrementBy"
      from jsonb_to_recordset(${JSON.stringify(demo.numberSeries)}::jsonb)
        as n(code text, "startingNo" text, "endingNo" text, "warningNo" text, "incrementBy" integer)
      join series s on s.code = n.code`.execute(tx.db);
  const {
    contactNos,
    campaignNos,
    segmentNos,
    opportunityNos,
    taskNos,
    customerNos,
    vendorNos,
    bankAccountNos,
    employeeNos,
    busRelCodeForCustomers,
    busRelCodeForVendors,
    busRelCodeForBankAccs,
    busRelCodeForEmployees,
    defaultCountry,
    defaultLanguage,
    defaultCompanySalutation,
    defaultPersonSalutation,
  } = demo.marketingSetup;
  await sql`
    update marketing_setup
       set contact_nos_id = (select id from number_series where code = ${contactNos}),
           campaign_nos_id = (select id from number_series where code = ${campaignNos}),
           segment_nos_id = (select id from number_series where code = ${segmentNos}),
           opportunity_nos_id = (select id from number_series where code = ${opportunityNos}),
           task_nos_id = (select id from number_series where code = ${taskNos}),
           customer_nos_id = (select id from number_series where code = ${customerNos}),
           vendor_nos_id = (select id from number_series where code = ${vendorNos}),
           bank_account_nos_id = (select id from number_series where code = ${bankAccountNos}),
           employee_nos_id = (select id from number_series where code = ${employeeNos}),
           bus_rel_code_for_customers_id = (select id from business_relations where code = ${busRelCodeForCustomers}),
           bus_rel_code_for_vendors_id = (select id from business_relations where code = ${busRelCodeForVendors}),
           bus_rel_code_for_bank_accs_id = (select id from business_relations where code = ${busRelCodeForBankAccs}),
           bus_rel_code_for_employees_id = (select id from business_relations where code = ${busRelCodeForEmployees}),
           default_country_id = (select id from countries where code = ${defaultCountry}),
           default_language_id = (select id from languages where code = ${defaultLanguage}),
           default_company_salutation_id = (select id from salutations where code = ${defaultCompanySalutation}),
           default_person_salutation_id = (select id from salutations where code = ${defaultPersonSalutation}),
           version = version + 1`.execute(tx.db);
}

/** Companies before people, each kind in one call; answers the number of every key. */
async function loadContacts(tx: TransactionContext, demo: DemoCompany): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (const type of ["company", "person"] as const) {
    const contacts = demo.contacts.filter((contact) => contact.type === type);
    const outcomes = await createContacts(
      tx,
      contacts.map((contact) => toNewContact(contact, numbers)),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.written) throw outcome.error;
      numbers.set(contacts[index]!.key, outcome.contact.no);
    }
  }
  const blocked = demo.contacts
    .filter(({ privacyBlocked }) => privacyBlocked)
    .map(({ key }) => numbers.get(key)!);
  await sql`update contacts set privacy_blocked = true where no = any(${blocked}::text[])`.execute(tx.db);
  return numbers;
}

function toNewContact(contact: DemoContact, numbers: ReadonlyMap<string, string>) {
  const person = {
    companyNo: contact.companyKey === null ? null : numbers.get(contact.companyKey)!,
    firstName: contact.firstName,
    middleName: contact.middleName,
    surname: contact.surname,
    organizationalLevelCode: contact.organizationalLevelCode,
  };
  return {
    type: contact.type,
    ...(contact.type === "person" ? person : { name: contact.name }),
    initials: contact.initials,
    jobTitle: contact.jobTitle,
    address: contact.address,
    address2: contact.address2,
    postCode: contact.postCode,
    city: contact.city,
    countryCode: contact.countryCode,
    phoneNo: contact.phoneNo,
    mobilePhoneNo: contact.mobilePhoneNo,
    email: contact.email,
    homePage: contact.homePage,
    languageCode: contact.languageCode,
    formatRegion: contact.formatRegion,
    territoryCode: contact.territoryCode,
    salespersonCode: contact.salespersonCode,
    salutationCode: contact.salutationCode,
    correspondenceType: contact.correspondenceType,
    vatRegistrationNo: contact.vatRegistrationNo,
    excludeFromSegment: contact.excludeFromSegment,
  };
}

/** The whole log in one statement, as if it had been recorded along the way. Postponed ones stay for later. */
async function loadInteractions(
  tx: TransactionContext,
  demo: DemoCompany,
  numbers: ReadonlyMap<string, string>,
): Promise<number> {
  const logged = demo.interactions.filter(({ postponed }) => !postponed);
  const first = await tx.keys.take("entry", logged.length);
  const rows = logged.map((interaction, index) => toRow(interaction, first + index, numbers));
  await sql`
    with r as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("entryNo" bigint, "contactNo" text,
        "interactionTemplateCode" text, "happenedAt" timestamp, "recordedAt" timestamp, description text,
        "salespersonCode" text, "contactVia" text, evaluation text, "attemptFailed" boolean, cost numeric,
        "durationMin" integer, comments jsonb, canceled boolean, "cancelReason" text)
    ), entries as (
      insert into interaction_log_entries (contact_id, entry_no, company_id, happened_at, recorded_at, description, subject,
        template_id, group_id, information_flow, initiated_by, correspondence_type, contact_via, cost, duration_min,
        evaluation, attempt_failed, salesperson_id, user_id, canceled, canceled_at, canceled_by, cancel_reason,
        comment_count, source, search_vector)
      select c.id, r."entryNo", c.company_id, r."happenedAt", r."recordedAt" at time zone ${tx.timeZone}, r.description,
             r.description, t.id, t.group_id, t.information_flow, t.initiated_by, t.default_correspondence_type,
             r."contactVia", r.cost, r."durationMin", r.evaluation, r."attemptFailed", s.id, s.code, r.canceled,
             case when r.canceled then r."recordedAt" at time zone ${tx.timeZone} end,
             case when r.canceled then s.code end, r."cancelReason", jsonb_array_length(r.comments), 'demo',
             search_vector_of(concat_ws(' ', r.description, (select string_agg(value ->> 'text', ' ') from jsonb_array_elements(r.comments))))
        from r join contacts c on c.no = r."contactNo"
        join interaction_templates t on t.code = r."interactionTemplateCode"
        join salespeople s on s.code = r."salespersonCode"
      returning happened_at
    ), changed_days as (
      ${changedDaysOf("entries")}
    )
    insert into interaction_comments (contact_id, entry_no, line_no, date, text, author)
    select c.id, r."entryNo", comment.position * 10000, (comment.value ->> 'date')::date, comment.value ->> 'text',
           r."salespersonCode"
      from r join contacts c on c.no = r."contactNo"
     cross join lateral jsonb_array_elements(r.comments) with ordinality comment(value, position)`.execute(
    tx.db,
  );
  return logged.length;
}

function toRow(interaction: DemoInteraction, entryNo: number, numbers: ReadonlyMap<string, string>) {
  const { contactKey, date, time, postponed: _stays, ...values } = interaction;
  return { ...values, entryNo, contactNo: numbers.get(contactKey)!, happenedAt: `${date} ${time}` };
}
