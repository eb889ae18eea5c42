import { Select } from "@mantine/core";
import { useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { languages } from "#setup/lists/lists.contract.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { listSalutationFormulas } from "#setup/salutations/formulas.contract.ts";
import {
  decideSalutationWithFallback,
  nameParts,
  organisationLanguage,
  type SalutedContact,
  salutationLanguage,
  salutationTypes,
} from "#setup/salutations/salutation.rules.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay, useSession } from "#web/session.ts";
import classes from "./details.module.css";

/** Select knows no blank value. */
const noLanguage = "-";

/** How a letter to the contact begins, as its fields stand in the form at the moment (contacts §9, B7). */
export function SalutationPreview(props: {
  readonly contact: Contact;
  readonly values: Partial<Record<keyof Contact, unknown>>;
}) {
  const t = useT();
  const may = useMay();
  const { values, contact } = props;
  const code = (values.salutationCode ?? null) as string | null;
  const ownLanguage = (values.languageCode ?? null) as string | null;
  const [chosen, setChosen] = useState<string | null>(null);
  const isAllowed = may("setup.read");
  const formulas = useEndpoint(
    listSalutationFormulas,
    { params: { code: code ?? "" } },
    { enabled: isAllowed && code !== null, staleTimeMs: 60_000 },
  );
  const names = useEndpoint(
    languages.list,
    { query: { limit: "200" } },
    { enabled: isAllowed, staleTimeMs: 60_000 },
  );
  const setup = useEndpoint(getMarketingSetup, {}, { enabled: isAllowed, staleTimeMs: 60_000 });
  const own = useSession().company.language;
  if (!isAllowed || !names.data || !setup.data || (code !== null && !formulas.data)) return null;
  const asked = chosen === noLanguage ? null : (chosen ?? undefined);
  const languageCode = salutationLanguage(asked, ownLanguage, setup.data.mergeFieldLanguageCode);
  const nameOf = (of: string) => names.data.items.find((row) => row.code === of)?.name ?? of;
  const saluted = Object.fromEntries(
    nameParts.map((part) => [part, values[part] ?? contact[part] ?? null]),
  ) as SalutedContact;

  const preview = (salutationType: (typeof salutationTypes)[number]) => {
    const decision = decideSalutationWithFallback(
      formulas.data?.items ?? [],
      { salutationType, languageCode },
      saluted,
      organisationLanguage(names.data.items, own),
    );
    if (!decision.found)
      return <span className={classes.dim}>{t("contacts.details.salutation.missing")}</span>;
    const isOther = decision.languageCode !== languageCode;
    return (
      <>
        {decision.text}
        {isOther && (
          <span className={classes.dim}>
            {" "}
            {decision.languageCode === null
              ? t("contacts.details.salutation.fallbackAny")
              : t("contacts.details.salutation.fallback", { language: nameOf(decision.languageCode) })}
          </span>
        )}
      </>
    );
  };

  return (
    <section
      data-wide
      aria-label={t("contacts.details.salutation.title")}
      style={{ display: "grid", gap: 10 }}
    >
      <Select
        label={t("contacts.details.salutation.language")}
        data={[
          { value: noLanguage, label: t("contacts.details.salutation.noLanguage") },
          ...names.data.items.map((row) => ({ value: row.code, label: row.name ?? row.code })),
        ]}
        maw={320}
        searchable
        allowDeselect={false}
        value={languageCode ?? noLanguage}
        onChange={setChosen}
      />
      <dl className={classes.salutation} aria-live="polite">
        {code === null ? (
          <dd style={{ gridColumn: "1 / -1" }} className={classes.dim}>
            {t("contacts.details.salutation.noCode")}
          </dd>
        ) : (
          salutationTypes.map((type) => (
            <div key={type} style={{ display: "contents" }}>
              <dt>{t(`contacts.details.salutation.${type}`)}</dt>
              <dd>{preview(type)}</dd>
            </div>
          ))
        )}
      </dl>
    </section>
  );
}
