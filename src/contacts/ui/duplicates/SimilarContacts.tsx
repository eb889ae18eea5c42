import { Anchor } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { SimilarContact } from "#contacts/duplicates/similar-contacts.contract.ts";
import { findSimilarContacts } from "#contacts/duplicates/similar-contacts.contract.ts";
import type { TypedContact } from "#contacts/duplicates/similar-contacts.rules.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { contactHref } from "../addresses.ts";
import { ContactTypeIcon } from "../ContactTypeIcon.tsx";
import classes from "./SimilarContacts.module.css";

/** Time (ms) without typing after which one looks. */
const pauseMs = 300;
const mostShown = "4";

/** Says beside the form, while one types, who may be here already; it keeps nobody from saving. */
export function SimilarContacts(props: {
  readonly typed: TypedContact;
  readonly onOpen: (href: string) => void;
}) {
  const t = useT();
  const { type, ...values } = props.typed;
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  const [asked] = useDebouncedValue(JSON.stringify({ type, ...Object.fromEntries(filled) }), pauseMs);
  const query = { ...(JSON.parse(asked) as { type: TypedContact["type"] }), limit: mostShown };
  const { data } = useEndpoint(
    findSimilarContacts,
    { query },
    { enabled: filled.length > 0, staleTimeMs: 30_000, keepPrevious: true },
  );
  const similar = filled.length === 0 ? [] : (data?.items ?? []).filter((contact) => contact.type === type);
  return (
    <aside className={classes.panel} aria-labelledby="similar-contacts">
      <h3 id="similar-contacts">{t("contacts.new.similarTitle")}</h3>
      <div role="status">
        {similar.length === 0 ? (
          <p>{t("contacts.new.similarNone")}</p>
        ) : (
          <ul>
            {similar.map((contact) => (
              <Similar key={contact.no} contact={contact} onOpen={props.onOpen} />
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}

function Similar({
  contact,
  onOpen,
}: {
  readonly contact: SimilarContact;
  readonly onOpen: (href: string) => void;
}) {
  const t = useT();
  const { no, type, name, companyName, city, email, phoneNo, mobilePhoneNo } = contact;
  const href = contactHref(no);
  const facts = [type === "person" ? companyName : null, city, email, phoneNo ?? mobilePhoneNo];
  return (
    <li>
      <ContactTypeIcon type={type} size={14} isNamed />
      <div>
        <Anchor
          href={href}
          inherit
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(href);
          }}
        >
          {name ?? no}
        </Anchor>
        <div className={classes.facts}>{facts.filter((fact) => fact !== null).join(" · ")}</div>
        <div>{contact.alike.map((likeness) => t(`contacts.new.same.${likeness}`)).join(" · ")}</div>
      </div>
    </li>
  );
}
