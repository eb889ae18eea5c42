import { addressColumns } from "../details/addresses/address-fields.ts";
import type { ContactList } from "./merge.contract.ts";

/**
 * Everything in the database that refers to a contact, in one place: what merging moves (contacts §7), and what an
 * export or an erasure of a contact has to look at (contacts §10). A test walks the schema and fails for a column
 * that nobody thought of. Whoever adds a table with contacts in it adds it here.
 */

/** A column as people see it: of an id, `list` is the table and `shows` the column they know it by. */
export interface SeenColumn {
  readonly name: string;
  readonly column: string;
  readonly list?: string;
  /** `code` unless said. */
  readonly shows?: "no" | "field";
}

export interface KeyColumn extends SeenColumn {
  readonly type: "text" | "integer" | "date";
}

/** Rows of a contact's own: `contact_id` begins their key. */
export interface ChildTable {
  readonly kind: "child";
  readonly table: string;
  readonly list: ContactList;
  /** What tells the rows of one contact apart. */
  readonly key: readonly KeyColumn[];
  /** What else the row says, and a merge can copy from the duplicate's row to the survivor's. */
  readonly fields: readonly SeenColumn[];
  /** The fields say one thing together: all are copied or none. */
  readonly fieldsGoTogether?: boolean;
  /**
   * What a merge does with a row whose key the survivor has too: `ask` refuses until it is resolved, `append` puts
   * numbered lines behind the survivor's, `derive` never moves rows: they are made anew.
   */
  readonly clash: "ask" | "append" | "derive";
  /** The row of the same contact that this one hangs on, by the column that names it. */
  readonly parent?: { readonly table: string; readonly column: string };
  /** More clashes than the same key, as SQL over the rows `s` of the survivor and `d` of the duplicate. */
  readonly clashesAlso?: string;
  /** Rows `d` of the duplicate that go without a question, as SQL (`survivor` is its id): they say nothing new. */
  readonly yields?: string;
}

/** Records that name the contact, its company and the person whose they were before they stayed with a former company. */
export interface DealingTable {
  readonly kind: "dealing";
  readonly table: string;
  readonly list: ContactList;
  readonly key: string;
  /** Facts: only functions of the database may change whose they are. */
  readonly isLog: boolean;
}

/** A record of something else that names a contact in one column. */
export interface NamingColumn {
  readonly kind: "naming";
  readonly table: string;
  readonly list: ContactList;
  readonly key: { readonly column: string; readonly type: "bigint" | "uuid" };
  readonly column: string;
  /** Holds the name of the person beside its id. */
  readonly nameColumn?: string;
}

/** Lines of unlogged segments: their company is always that of the contact. */
export interface LineTable {
  readonly kind: "line";
  readonly table: string;
  readonly list: ContactList;
  readonly columns: readonly string[];
}

/** Pairs of contacts. */
export interface PairTable {
  readonly kind: "pair";
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * What no merge moves as rows: contacts and their numbers, comments that go with their entries, the journal itself, what
 * was exported or erased of whom.
 */
export interface OwnTable {
  readonly kind: "contacts" | "numbers" | "entryComments" | "journal" | "privacy";
  readonly table: string;
  readonly columns: readonly string[];
}

export type ContactReference = ChildTable | DealingTable | NamingColumn | LineTable | PairTable | OwnTable;

function membership(table: string, list: ContactList, column: string, small: string): ChildTable {
  const key = { name: "code", column, list: small, type: "integer" } as const;
  return { kind: "child", table, list, key: [key], fields: [], clash: "ask" };
}

/** Parents stand before what hangs on them. */
export const contactReferences: readonly ContactReference[] = [
  { kind: "contacts", table: "contacts", columns: ["company_id"] },
  { kind: "numbers", table: "contact_numbers", columns: ["contact_id"] },

  {
    kind: "dealing",
    table: "interaction_log_entries",
    list: "interactions",
    key: "entry_no",
    isLog: true,
  },
  { kind: "entryComments", table: "interaction_comments", columns: ["contact_id"] },
  { kind: "dealing", table: "tasks", list: "tasks", key: "id", isLog: false },
  { kind: "dealing", table: "opportunities", list: "opportunities", key: "id", isLog: false },
  {
    kind: "dealing",
    table: "opportunity_entries",
    list: "opportunityEntries",
    key: "entry_no",
    isLog: false,
  },
  {
    kind: "line",
    table: "segment_lines",
    list: "segmentLines",
    columns: ["contact_id", "company_id"],
  },
  {
    kind: "naming",
    table: "interaction_drafts",
    list: "interactionDrafts",
    key: { column: "id", type: "uuid" },
    column: "contact_id",
  },
  {
    kind: "naming",
    table: "parties",
    list: "primaryContactOf",
    key: { column: "id", type: "bigint" },
    column: "primary_contact_id",
    nameColumn: "contact_name",
  },

  {
    kind: "child",
    table: "contact_business_relations",
    list: "businessRelations",
    key: [{ name: "code", column: "business_relation_id", list: "business_relations", type: "integer" }],
    fields: [
      { name: "linkTo", column: "link_to" },
      { name: "linkNo", column: "party_id", list: "parties", shows: "no" },
      { name: "syncPolicy", column: "sync_policy" },
    ],
    fieldsGoTogether: true,
    clash: "ask",
    // A contact has one customer at most, whatever the code of the relation.
    clashesAlso: "s.link_to = d.link_to and s.party_id is not null and d.party_id is not null",
    yields:
      "exists (select from contact_business_relations s where s.contact_id = survivor and s.party_id = d.party_id)",
  },
  membership("contact_mailing_groups", "mailingGroups", "mailing_group_id", "mailing_groups"),
  membership("contact_industry_groups", "industryGroups", "industry_group_id", "industry_groups"),
  membership(
    "contact_job_responsibilities",
    "jobResponsibilities",
    "job_responsibility_id",
    "job_responsibilities",
  ),
  {
    ...membership("contact_web_sources", "webSources", "web_source_id", "web_sources"),
    fields: [{ name: "searchWord", column: "search_word" }],
  },
  {
    kind: "child",
    table: "contact_alternative_addresses",
    list: "alternativeAddresses",
    key: [{ name: "code", column: "code", type: "text" }],
    fields: [
      ...Object.entries(addressColumns).map(([name, column]) => ({ name, column })),
      { name: "countryCode", column: "country_id", list: "countries" },
    ],
    clash: "ask",
  },
  {
    kind: "child",
    table: "contact_alternative_address_ranges",
    list: "alternativeAddressRanges",
    key: [{ name: "startingDate", column: "starting_date", type: "date" }],
    fields: [
      { name: "endingDate", column: "ending_date" },
      { name: "code", column: "code" },
    ],
    clash: "ask",
    parent: { table: "contact_alternative_addresses", column: "code" },
  },
  {
    kind: "child",
    table: "contact_profile_answers",
    list: "profileAnswers",
    key: [
      { name: "questionnaireCode", column: "questionnaire_id", list: "questionnaires", type: "integer" },
      { name: "lineNo", column: "line_no", type: "integer" },
    ],
    fields: [],
    clash: "ask",
    // Two answers to a question that takes one.
    clashesAlso: `s.questionnaire_id = d.questionnaire_id and exists (
      select from questionnaire_lines sl
        join questionnaire_lines dl on dl.questionnaire_id = sl.questionnaire_id and dl.question_no = sl.question_no
        join questionnaire_lines q on q.questionnaire_id = sl.questionnaire_id and q.line_no = sl.question_no
       where sl.questionnaire_id = s.questionnaire_id and sl.line_no = s.line_no and dl.line_no = d.line_no
         and not q.multiple_answers)`,
    // Automatic answers and ratings are found anew for the survivor.
    yields: "d.answered_on is null or d.points is not null",
  },
  {
    // Both histories are one; what both contacts got in the same run is said once.
    kind: "child",
    table: "contact_profile_changes",
    list: "profileHistory",
    key: [
      { name: "changeNo", column: "change_no", type: "integer" },
      { name: "questionnaireCode", column: "questionnaire_id", list: "questionnaires", type: "integer" },
      { name: "lineNo", column: "line_no", type: "integer" },
      { name: "change", column: "change", type: "text" },
    ],
    fields: [
      { name: "pointsBefore", column: "points_before" },
      { name: "pointsAfter", column: "points_after" },
      { name: "cause", column: "cause" },
      { name: "actor", column: "actor" },
      { name: "recordedAt", column: "recorded_at" },
    ],
    clash: "ask",
    yields: `exists (
      select from contact_profile_changes s
       where s.contact_id = survivor and s.change_no = d.change_no and s.questionnaire_id = d.questionnaire_id
         and s.line_no = d.line_no and s.change = d.change)`,
  },
  {
    kind: "child",
    table: "contact_comments",
    list: "comments",
    key: [{ name: "lineNo", column: "line_no", type: "integer" }],
    fields: [],
    clash: "append",
  },
  {
    kind: "child",
    table: "contact_consents",
    list: "consents",
    key: [
      { name: "channel", column: "channel", type: "text" },
      { name: "purpose", column: "purpose", type: "text" },
    ],
    fields: [
      { name: "granted", column: "granted" },
      { name: "date", column: "date" },
      { name: "givenBy", column: "given_by" },
      { name: "evidence", column: "evidence" },
    ],
    fieldsGoTogether: true,
    clash: "ask",
  },
  {
    kind: "child",
    table: "contact_images",
    list: "images",
    key: [{ name: "attachmentNo", column: "attachment_no", type: "integer" }],
    fields: [],
    clash: "ask",
    // As of every field, what the survivor has stays.
    yields: "exists (select from contact_images s where s.contact_id = survivor)",
  },
  {
    // Numbered across all contacts: two never clash.
    kind: "child",
    table: "sync_log_entries",
    list: "syncLog",
    key: [{ name: "entryNo", column: "entry_no", type: "integer" }],
    fields: [
      { name: "recordedAt", column: "recorded_at" },
      { name: "actor", column: "actor" },
      { name: "direction", column: "direction" },
      { name: "occasion", column: "occasion" },
      { name: "kind", column: "kind" },
      { name: "partyNo", column: "party_no" },
      { name: "changes", column: "changes" },
    ],
    clash: "ask",
  },
  {
    kind: "child",
    table: "contact_search_strings",
    list: "searchStrings",
    key: [
      {
        name: "id",
        column: "search_string_id",
        list: "duplicate_search_strings",
        shows: "field",
        type: "integer",
      },
    ],
    fields: [],
    clash: "derive",
  },
  { kind: "pair", table: "contact_duplicates", columns: ["contact_id", "duplicate_id", "indexed_id"] },
  { kind: "journal", table: "contact_merges", columns: ["survivor_id", "duplicate_id"] },
  { kind: "privacy", table: "contact_erasures", columns: ["contact_id"] },
  { kind: "privacy", table: "privacy_exports", columns: ["contact_id"] },
  // Tells devices that somebody is gone, after everything else of the contact is.
  { kind: "journal", table: "address_book_changes", columns: ["contact_id"] },
];

function ofKind<Kind extends ContactReference["kind"]>(kind: Kind) {
  return contactReferences.filter(
    (reference): reference is Extract<ContactReference, { kind: Kind }> => reference.kind === kind,
  );
}

export const childTables = ofKind("child");
export const dealingTables = ofKind("dealing");
export const namingColumns = ofKind("naming");

/** `table.column` of everything that holds ids of contacts. */
export function columnsWithContacts(): readonly string[] {
  return contactReferences.flatMap((reference) => {
    const { kind, table } = reference;
    if (kind === "child") return [`${table}.contact_id`];
    if (kind === "dealing")
      return ["contact_id", "company_id", "former_contact_id"].map((column) => `${table}.${column}`);
    if (kind === "naming") return [`${table}.${reference.column}`];
    return reference.columns.map((column) => `${table}.${column}`);
  });
}
