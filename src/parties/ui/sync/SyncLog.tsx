import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { contactHref } from "#contacts/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { stringifySearch } from "#web/url-state.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { listSyncLog, type SyncLogEntry } from "../../sync/sync-log.contract.ts";
import { partyHref, syncLogPath } from "../addresses.ts";
import classes from "../parties.module.css";
import { SyncChanges } from "./sync-words.tsx";

/** What was carried over between a contact and its parties, the latest first; on the cards of both. */
export function SyncLog(props: {
  readonly filter: Readonly<Record<string, string>>;
  /** Whose card it stands on: the other side is linked. */
  readonly of: "contact" | "party";
}) {
  const t = useT();
  const list = useInfiniteList(listSyncLog, { query: props.filter }, { pageSize: 10 });
  return (
    <CardGroup
      name={`parties.syncLog.${props.of}`}
      titleKey="parties.sync.title"
      layout="plain"
      startsFolded
      {...(list.totalCount !== null && { summary: String(list.totalCount) })}
    >
      {list.isLoading ? (
        <PageSkeleton />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t("parties.sync.empty")} text={t("parties.sync.emptyText")} />
      ) : (
        <>
          <ul className={classes.rows}>
            {list.rows.map((line) => (
              <Line key={line.entryNo} line={line} of={props.of} />
            ))}
          </ul>
          <div className={classes.adding}>
            {list.hasMore && (
              <Button variant="default" onClick={list.loadMore} loading={list.isLoadingMore}>
                {t("parties.card.more")}
              </Button>
            )}
            <Link className={classes.link} to={`${syncLogPath}${stringifySearch(props.filter)}` as string}>
              {t("parties.sync.showAll")}
            </Link>
          </div>
        </>
      )}
    </CardGroup>
  );
}

function Line({ line, of }: { readonly line: SyncLogEntry; readonly of: "contact" | "party" }) {
  const t = useT();
  const format = useFormat();
  const { direction, occasion, kind, partyNo, contactNo } = line;
  return (
    <li className={classes.row}>
      <span>
        <SyncChanges changes={line.changes} />
        <br />
        <span className={classes.dim}>
          {t(`parties.sync.directions.${direction}`)}
          {" · "}
          {of === "party" ? (
            <Link className={classes.link} to={contactHref(contactNo)}>
              {line.contactName ?? contactNo}
            </Link>
          ) : line.isPartyDeleted ? (
            partyNo
          ) : (
            <Link className={classes.link} to={partyHref(kind, partyNo)}>
              {line.partyName ?? partyNo}
            </Link>
          )}
          {occasion === "link" && ` · ${t("parties.sync.occasions.link")}`}
        </span>
      </span>
      <span className={classes.dim}>
        {line.actor} · {format.instant(line.recordedAt)}
      </span>
    </li>
  );
}
