import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Contact, getContact, listContacts } from "#contacts/contacts.contract.ts";
import { endpointQuery, queryKeyOf, useEndpoint } from "#web/query.ts";

/** A contact; until it comes, the line of a list one came from. */
export function useContact(no: string): UseQueryResult<Contact> {
  const queries = useQueryClient();
  return useQuery({
    ...endpointQuery(getContact, { params: { no } }),
    placeholderData: () => findInLists(queries, no),
  });
}

interface Listed {
  readonly items?: readonly Contact[];
  readonly pages?: readonly { readonly items: readonly Contact[] }[];
}

function findInLists(queries: QueryClient, no: string): Contact | undefined {
  const lists = queries.getQueriesData<Listed>({ queryKey: queryKeyOf(listContacts).slice(0, 2) });
  for (const [, list] of lists) {
    const rows = list?.items ?? list?.pages?.flatMap(({ items }) => items) ?? [];
    const found = rows.find((row) => row.no === no);
    if (found) return found;
  }
  return undefined;
}

/** So many people are shown beside a card; the list has the rest. */
const mostPeople = 8;

/** A company and its first people, in one request; nothing for who has no company. */
export function useCompany(companyNo: string | null) {
  const { data } = useEndpoint(
    listContacts,
    { query: { companyNo: companyNo ?? "", limit: String(mostPeople + 2) } },
    { enabled: companyNo !== null },
  );
  const items = companyNo === null ? [] : (data?.items ?? []);
  const people = items.filter(({ type }) => type === "person");
  return {
    isLoading: companyNo !== null && data === undefined,
    company: items.find(({ type }) => type === "company") ?? null,
    people,
    hasMore: (data?.nextCursor ?? null) !== null,
  };
}

export type CompanyView = ReturnType<typeof useCompany>;
