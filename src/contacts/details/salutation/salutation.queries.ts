import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { Invalid } from "#platform/errors.ts";
import {
  decideSalutation,
  decideSalutationWithFallback,
  organisationLanguage,
  type SalutationFormula,
  type SalutationType,
  type SalutedContact,
  salutationLanguage,
} from "#setup/salutations/salutation.rules.ts";
import { contactNotFound } from "../../contact-errors.ts";
import type { ContactSalutation } from "./salutation.contract.ts";

interface Wanted {
  readonly salutationType: SalutationType;
  /** `undefined`: the contact's own; `null`: none in particular. */
  readonly languageCode?: string | null | undefined;
  readonly isFallingBack: boolean;
}

interface Facts {
  readonly contact: SalutedContact;
  readonly languageCode: string | null;
  /** Of the marketing set-up. */
  readonly mergeFieldLanguageCode: string | null;
  readonly formulas: readonly SalutationFormula[] | null;
  readonly languages: readonly { readonly code: string; readonly locale: string | null }[] | null;
  readonly organisationLanguage: string;
}

/** @throws NotFound `contact_not_found`; Invalid `salutation_formula_missing` with type, language and contact */
export async function getSalutation(ctx: Context, no: string, wanted: Wanted): Promise<ContactSalutation> {
  const facts = await loadFacts(ctx, no);
  const { salutationType } = wanted;
  const languageCode = salutationLanguage(
    wanted.languageCode,
    facts.languageCode,
    facts.mergeFieldLanguageCode,
  );
  const formulas = facts.formulas ?? [];
  const of = { salutationType, languageCode };
  const decision = wanted.isFallingBack
    ? decideSalutationWithFallback(
        formulas,
        of,
        facts.contact,
        organisationLanguage(facts.languages ?? [], facts.organisationLanguage),
      )
    : { ...decideSalutation(formulas, of, facts.contact), languageCode };
  if (!decision.found)
    throw new Invalid(decision.because, { type: salutationType, language: languageCode ?? "-", contact: no });
  return { salutation: decision.text, salutationType, languageCode: decision.languageCode };
}

async function loadFacts(ctx: Context, no: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select jsonb_build_object('jobTitle', c.job_title, 'firstName', c.first_name, 'middleName', c.middle_name,
             'surname', c.surname, 'initials', c.initials, 'companyName', c.company_name) as contact,
           (select code from languages where id = c.language_id) as "languageCode",
           (select code from languages where id = m.merge_field_language_id) as "mergeFieldLanguageCode",
           (select jsonb_agg(jsonb_build_object('salutationType', f.salutation_type, 'languageCode', l.code,
               'salutation', f.salutation, 'name1', f.name1, 'name2', f.name2, 'name3', f.name3, 'name4', f.name4,
               'name5', f.name5))
              from salutation_formulas f left join languages l on l.id = f.language_id
             where f.salutation_id = c.salutation_id) as formulas,
           (select jsonb_agg(jsonb_build_object('code', code, 'locale', locale)) from languages) as languages,
           i.language as "organisationLanguage"
      from contact_numbers n join contacts c on c.id = n.contact_id cross join company_information i cross join marketing_setup m
     where n.no = ${no}`.execute(ctx.db);
  if (!rows[0]) throw contactNotFound(no);
  return rows[0];
}
