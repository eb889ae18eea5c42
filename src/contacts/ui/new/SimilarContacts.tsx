import { Anchor } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { lookupContacts } from "#contacts/contacts.contract.ts";
import { useT } from "#web/i18n.ts";
import { endpointQuery } from "#web/query.ts";
import { contactHref } from "../addresses.ts";
import { ContactTypeIcon } from "../ContactTypeIcon.tsx";
import classes from "./NewContactDialog.module.css";
import { searchesFor, similarContacts, type TypedContact } from "./similar-contacts.rules.ts";

/** Time (ms) without typing after which one looks. */
const pauseMs = 300;
const mostHits = "10";
const mostShown = 4;

/** Says while one types that the contact may be here already. */
export function SimilarContacts(props: {
  readonly typed: TypedContact;
  readonly onOpen: (href: string) => void;
}) {
  const t = useT();
  const { type, name, email, phoneNo } = props.typed;
  const [searches] = useDebouncedValue(searchesFor({ type, name, email, phoneNo }).join("\n"), pauseMs);
  const answers = useQueries({
    queries: searches
      .split("\n")
      .filter((search) => search !== "")
      .map((search) => ({
        ...endpointQuery(lookupContacts, { query: { search, limit: mostHits } }),
        staleTime: 30_000,
        placeholderData: keepPreviousData,
      })),
  });
  const similar = similarContacts(
    props.typed,
    answers.flatMap(({ data }) => data?.items ?? []),
  ).slice(0, mostShown);
  return (
    <div role="status">
      {similar.length > 0 && (
        <div className={classes.similar}>
          <div>{t("contacts.new.similar", { count: similar.length })}</div>
          <ul>
            {similar.map((hit) => (
              <li key={hit.no}>
                <ContactTypeIcon type={hit.type} size={14} isNamed />
                <Anchor
                  href={contactHref(hit.no)}
                  inherit
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    props.onOpen(contactHref(hit.no));
                  }}
                >
                  {hit.name ?? hit.no}
                </Anchor>
                <span>
                  {[hit.type === "person" ? hit.companyName : null, hit.city, hit.email]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
