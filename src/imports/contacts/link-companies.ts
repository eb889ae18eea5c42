import type { Db } from "#app/database.ts";
import { findContactIdsByNo } from "#contacts/index.ts";
import { normalizeCode, normalizeText } from "#platform/text.rules.ts";
import { foldName, isSameName } from "../cell-texts.rules.ts";
import { issuesOf } from "../row-reports.ts";
import { reportOf } from "./contact-reports.ts";
import type { ContactKeys, Draft, Reports, StoreOptions } from "./drafts.ts";
import { type CompanyOfName, findCompaniesByName } from "./find-matches.queries.ts";

/**
 * Turns the companies that people name into numbers. A company they have already is not written again: that would
 * refresh what they inherit. One that does not exist is created in a file of mixed contacts; otherwise, and where
 * several are called so, the row is reported and left out.
 */
export async function linkCompanies(
  db: Db,
  drafts: readonly Draft[],
  { settings, seen }: StoreOptions,
  reports: Reports,
): Promise<Draft[]> {
  const people = drafts.filter(({ type }) => type === "person");
  for (const draft of people) leaveOutKnownCompany(draft);
  if (seen) await leaveOutFutureNumbers(db, people, seen);
  const names = people.flatMap(({ input: { companyNo, companyName } }) =>
    companyNo === undefined && companyName !== undefined ? [companyName] : [],
  );
  const found = await findCompaniesByName(db, names);
  const spellings = new Map<string, string>();
  return drafts.filter((draft) => {
    const { companyNo, companyName, ...others } = draft.input;
    if (draft.type !== "person" || companyName === undefined) return true;
    if (companyNo !== undefined) draft.input = { ...others, companyNo };
    else {
      const company = found.get(companyName) ?? (settings.type === "auto" ? "new" : "none");
      if (company === "several" || company === "none") {
        report(draft, company, reports);
        return false;
      }
      draft.input = company === "new" ? others : { ...others, companyNo: company.no };
      if (company === "new") draft.newCompany = spellingOf(companyName, spellings);
    }
    return true;
  });
}

function leaveOutKnownCompany(draft: Draft): void {
  const { match, input } = draft;
  if (!match) return;
  const { companyNo, companyName, ...others } = input;
  const isKnown =
    companyNo === undefined
      ? companyName !== undefined && isSameName(companyName, match.companyName)
      : normalizeCode(companyNo) === match.companyNo;
  if (isKnown) draft.input = others;
}

/** A dry run cannot link to what an earlier batch would have created; the row is right all the same. */
async function leaveOutFutureNumbers(db: Db, drafts: readonly Draft[], seen: ContactKeys): Promise<void> {
  const nos = drafts.flatMap(({ input }) => normalizeCode(input.companyNo) ?? []);
  const existing = await findContactIdsByNo(db, nos);
  for (const draft of drafts) {
    const no = normalizeCode(draft.input.companyNo);
    if (no === null || existing.has(no) || !seen.has("no", no)) continue;
    const { companyNo: _, companyName: __, ...others } = draft.input;
    draft.input = others;
  }
}

/** "Halla Oy" and "HALLA  OY" in one batch are one company, spelled as it came first. */
function spellingOf(name: string, spellings: Map<string, string>): string {
  const key = foldName(name);
  const spelling = spellings.get(key) ?? normalizeText(name)!;
  spellings.set(key, spelling);
  return spelling;
}

function report({ row }: Draft, company: Extract<CompanyOfName, string> | "none", reports: Reports): void {
  const code = company === "several" ? "contact_select_company" : "import_company_not_found";
  const problem = { path: "companyName", code, values: { text: row.input.companyName ?? "" } };
  reports.set(row.rowNumber, reportOf(row, "failed", { issues: issuesOf(row, [problem]) }));
}
