import { ActionIcon, Button, Skeleton, TextInput } from "@mantine/core";
import { IconExternalLink, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import {
  type ContactWebSource,
  searchWordLength,
} from "#contacts/details/memberships/define-membership.contract.ts";
import { contactWebSources } from "#contacts/details/memberships/memberships.contract.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { webSourceSource } from "../lookups.ts";
import { changedByContacts } from "../resources.ts";
import classes from "./details.module.css";
import { nameOf } from "./MembershipPart.tsx";

/** Where one reads up on a company: each web source with its word to search by, which is saved when it is left. */
export function WebSourcesPart({ no }: { readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const id = useId();
  const { data } = useEndpoint(contactWebSources.list, { params: { no } });
  const mayWrite = ui.may("contacts.write");

  const add = (code: string, searchWord?: string | null) =>
    ui.call(
      contactWebSources.add,
      { params: { no, code }, body: searchWord == null ? {} : { searchWord } },
      changedByContacts,
    );

  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 className={classes.label} id={id}>
        {t("contacts.details.memberships.webSource")}
      </h3>
      {data === undefined && <Skeleton height={34} mb={8} />}
      {data?.items.length === 0 && <p className={classes.none}>{t("contacts.details.memberships.none")}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className={classes.rows}>
          {data.items.map((source) => (
            <SourceRow
              key={`${source.code} ${source.version}`}
              no={no}
              source={source}
              onRestore={() => add(source.code, source.searchWord)}
            />
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className={classes.picker}>
          <LookupField
            label={t("contacts.details.memberships.add.webSource")}
            source={webSourceSource}
            value={null}
            onChange={(code) => {
              if (code !== null) void add(code);
            }}
          />
        </div>
      )}
    </section>
  );
}

function SourceRow(props: {
  readonly no: string;
  readonly source: ContactWebSource;
  readonly onRestore: () => unknown;
}) {
  const t = useT();
  const ui = useUi();
  const { no, source } = props;
  const { code, launchUrl, version } = source;
  const params = { no, code };
  const name = nameOf(source);
  const [word, setWord] = useState(source.searchWord ?? "");
  const mayWrite = ui.may("contacts.write");

  async function save(): Promise<void> {
    if (word.trim() === (source.searchWord ?? "")) return;
    const body = { searchWord: word };
    if (!(await ui.call(contactWebSources.add, { params, body, ifMatch: version }, changedByContacts)))
      setWord(source.searchWord ?? "");
  }

  async function remove(): Promise<void> {
    if (!(await ui.call(contactWebSources.remove, { params, ifMatch: version }, changedByContacts))) return;
    ui.showUndo(t("contacts.details.memberships.removed", { name }), props.onRestore);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") void save();
    if (event.key === "Escape") setWord(source.searchWord ?? "");
  }

  return (
    <li className={classes.sourceRow}>
      <span title={code}>{name}</span>
      <TextInput
        aria-label={t("contacts.details.webSources.searchWord", { name })}
        placeholder={t("fields.searchWord")}
        maxLength={searchWordLength}
        disabled={!mayWrite}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {launchUrl === null ? (
        <Button
          size="compact-sm"
          variant="default"
          disabled
          title={t("contacts.details.webSources.noAddress", { name })}
        >
          {t("contacts.details.webSources.open")}
        </Button>
      ) : (
        <Button
          component="a"
          href={launchUrl}
          target="_blank"
          rel="noreferrer"
          size="compact-sm"
          variant="default"
          aria-label={t("contacts.details.webSources.openIn", { name })}
          rightSection={<IconExternalLink size={13} stroke={1.7} aria-hidden />}
        >
          {t("contacts.details.webSources.open")}
        </Button>
      )}
      {mayWrite && (
        <ActionIcon
          size="sm"
          aria-label={t("contacts.details.memberships.remove", { name })}
          onClick={() => void remove()}
        >
          <IconX size={14} stroke={1.7} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
