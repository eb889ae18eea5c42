import type { Db } from "#app/database.ts";
import type { FieldError } from "#platform/errors.ts";
import { type FoundContact, findCompaniesByText, findContactIdsByNo } from "./find-contacts.queries.ts";
import type { ContactInput } from "./write-contact.rules.ts";

/** What a request says about a person's company: nothing, none, or which one. The number wins over the name. */
export type CompanyWish =
  | undefined
  | null
  | { readonly by: "companyNo" | "companyName"; readonly text: string };

export function companyWish(input: ContactInput): CompanyWish {
  if (input.companyNo !== undefined)
    return input.companyNo === null ? null : { by: "companyNo", text: input.companyNo };
  if (input.companyName === undefined) return undefined;
  return input.companyName === null ? null : { by: "companyName", text: input.companyName };
}

/** The companies that a request's wishes lead to. */
export interface FoundCompanies {
  /** Contacts of the wanted numbers, whatever their type, and of other numbers asked for along with them. */
  readonly byNo: ReadonlyMap<string, FoundContact>;
  /** Ids of the companies meant by names. */
  readonly byText: ReadonlyMap<string, number>;
}

/** Finds what the wishes lead to: one statement for numbers, one for names where there are any. */
export async function findWishedCompanies(
  db: Db,
  wishes: readonly CompanyWish[],
  otherNos: readonly string[] = [],
): Promise<FoundCompanies> {
  const wanted = (by: "companyNo" | "companyName") =>
    wishes.flatMap((wish) => (wish && wish.by === by ? [wish.text] : []));
  return {
    byNo: await findContactIdsByNo(db, [...otherNos, ...wanted("companyNo")]),
    byText: await findCompaniesByText(db, wanted("companyName")),
  };
}

/** Ids of the companies found for the wishes. */
export function wishedIds(wishes: readonly CompanyWish[], found: FoundCompanies): number[] {
  return wishes.flatMap((wish) => {
    const company = wish ? wishedCompany(wish, found) : null;
    return typeof company === "number" ? [company] : [];
  });
}

/** The company a wish leads to, or what is wrong with the wish. */
export function wishedCompany(wish: NonNullable<CompanyWish>, found: FoundCompanies): number | FieldError {
  const values = { text: wish.text };
  if (wish.by === "companyName")
    return found.byText.get(wish.text) ?? { path: wish.by, code: "contact_select_company", values };
  const contact = found.byNo.get(wish.text);
  if (!contact) return { path: wish.by, code: "not_found", values };
  return contact.type === "company" ? contact.id : { path: wish.by, code: "contact_select_company", values };
}

/** `contact_person_only` where a company names another company than itself. */
export function checkCompanyOfCompany(
  input: ContactInput,
  no: string | null,
  names: readonly (string | null | undefined)[],
): FieldError[] {
  const errors: FieldError[] = [];
  if (input.companyNo != null && input.companyNo !== no)
    errors.push({ path: "companyNo", code: "contact_person_only" });
  if (input.companyName != null && !names.includes(input.companyName))
    errors.push({ path: "companyName", code: "contact_person_only" });
  return errors;
}

/** The company name of a company is its name, by whichever of the two it is given. */
export function nameCompany(input: ContactInput): ContactInput {
  return input.name === undefined && input.companyName != null
    ? { ...input, name: input.companyName }
    : input;
}
