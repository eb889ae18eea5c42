import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { bindActions } from "#web/actions.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint, useInfiniteList } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { stringifySearch } from "#web/url-state.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import {
  getPartyEntryTotals,
  listPartyEntries,
  type PartyEntry,
} from "../../entries/party-entries.contract.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { entriesPath } from "../addresses.ts";
import classes from "../parties.module.css";
import { entryActions } from "./entry-actions.ts";

/** What a party was invoiced, with its sums; created, changed and deleted by hand. */
export function PartyEntries({ kind, no }: { readonly kind: PartyKind; readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const query = { kind, partyNo: no };
  const list = useInfiniteList(listPartyEntries, { query }, { pageSize: 10 });
  const { data: totals } = useEndpoint(getPartyEntryTotals, { query });
  return (
    <CardGroup
      name="parties.entries"
      titleKey="parties.titles.entries"
      layout="plain"
      {...(totals && { summary: format.money(totals.amount) })}
    >
      {list.isLoading ? (
        <PageSkeleton />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t("parties.entries.empty")} text={t("parties.entries.emptyText")} />
      ) : (
        <>
          {totals && (
            <dl className={classes.totals}>
              <Total label={t("fields.amount")} value={format.money(totals.amount)} />
              <Total label={t("parties.entries.open")} value={format.money(totals.openAmount)} />
              <Total label={t("fields.profit")} value={format.money(totals.profit)} />
              <Total label={t("fields.discount")} value={format.money(totals.discount)} />
            </dl>
          )}
          <ul className={classes.rows}>
            {list.rows.map((entry) => (
              <Entry key={entry.entryNo} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <div className={classes.adding}>
        {list.hasMore && (
          <Button variant="default" onClick={list.loadMore} loading={list.isLoadingMore}>
            {t("parties.card.more")}
          </Button>
        )}
        {ui.may("parties.write") && (
          <Button
            variant="default"
            onClick={() => openDialog("parties.entry", { entry: null, owner: query })}
          >
            {t("parties.entries.new")}
          </Button>
        )}
        {list.rows.length > 0 && (
          <Link className={classes.link} to={`${entriesPath}${stringifySearch(query)}` as string}>
            {t("parties.entries.showAll")}
          </Link>
        )}
      </div>
    </CardGroup>
  );
}

function Total({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Entry({ entry }: { readonly entry: PartyEntry }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { documentType, documentNo, postingDate, dueDate, closedDate, amount, entryNo } = entry;
  const settled =
    closedDate !== null
      ? t("parties.entries.closedOn", { date: format.date(closedDate) })
      : dueDate !== null
        ? t("parties.entries.dueOn", { date: format.date(dueDate) })
        : null;
  const offered = bindActions(entryActions, entry, ui);
  const name = documentNo ?? String(entryNo);
  return (
    <li className={classes.row}>
      <span>
        {t(`parties.card.${documentType}`)} {documentNo}{" "}
        <span className={classes.dim}>{[format.date(postingDate), settled].filter(Boolean).join(" · ")}</span>
      </span>
      <span className={classes.amount}>{format.money(amount)}</span>
      {offered.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={t("parties.entries.actionsOf", { name })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map(({ key, labelKey, icon: Icon, run }) => (
              <Menu.Item
                key={key}
                onClick={() => void run()}
                {...(Icon && { leftSection: <Icon size={15} stroke={1.7} aria-hidden /> })}
              >
                {t(labelKey)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
