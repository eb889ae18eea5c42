import { Button } from "@mantine/core";
import { type LogEntry, listLogEntries } from "#interactions/log-entry.contract.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { logFromLog } from "../flow/flow-actions.ts";
import { openQuickLog } from "../quick-log/open-quick-log.ts";
import { deleteCanceled } from "./delete-canceled.ts";
import { EntryPanel } from "./EntryPanel.tsx";
import { bulkActions, entryActions } from "./entry-actions.ts";
import { useEntryInUrl } from "./entry-in-url.ts";
import { importHistory } from "./import-history.ts";
import classes from "./log.module.css";
import { logColumns, logFilters } from "./log-columns.tsx";

const logActions = [logFromLog, importHistory, deleteCanceled];
const keyOf = ({ entryNo }: LogEntry) => String(entryNo);
const exportHref = exportOf(listLogEntries);

/** Everything that was logged, newest first; an entry opens at the side. */
export function InteractionLogPage() {
  const t = useT();
  const may = useMay();
  const entry = useEntryInUrl();
  return (
    <div className={classes.page} data-panel={entry.entryNo === null ? undefined : true}>
      <ListPage
        name="interactions"
        titleKey="interactions.log.title"
        endpoint={listLogEntries}
        columns={logColumns}
        filters={logFilters}
        rowKey={keyOf}
        rowHref={(row: LogEntry) => entry.hrefOf(row.entryNo)}
        actions={logActions}
        rowActions={entryActions}
        bulkActions={bulkActions}
        exportHref={exportHref}
        emptyTitleKey="interactions.log.emptyTitle"
        emptyTextKey="interactions.log.emptyText"
        emptyChildren={
          may("interactions.write") && (
            <Button onClick={() => openQuickLog()}>{t("interactions.quickLog.action")}</Button>
          )
        }
      />
      {entry.entryNo !== null && (
        <EntryPanel key={entry.entryNo} entryNo={entry.entryNo} onClose={entry.close} />
      )}
    </div>
  );
}
