import { useState } from "react";
import { type AuditEntry, listAuditEntries } from "#audit/audit.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { AuditEntryDialog } from "./AuditEntryDialog.tsx";
import { changesOf } from "./changes.rules.ts";
import { actionName, fieldName, resourceChoices, resourceName, valueName } from "./words.ts";

const shownChanges = 2;

function Changes({ changes }: Pick<AuditEntry, "changes">) {
  const t = useT();
  const all = changesOf(changes);
  const parts = all.slice(0, shownChanges).map(({ field, before, after }) => {
    // A record that was created had nothing there before.
    const values = before === undefined || before === null ? [after] : [before, after];
    return `${fieldName(field, t)}: ${values.map((value) => valueName(value, t)).join(" → ")}`;
  });
  const rest = all.length - parts.length;
  return [...parts, ...(rest > 0 ? [t("audit.andMore", { count: rest })] : [])].join(" · ");
}

function Action({ action }: Pick<AuditEntry, "action">) {
  return actionName(action, useT());
}

function Resource({ resource }: Pick<AuditEntry, "resource">) {
  return resourceName(resource, useT());
}

const columns: readonly Column<AuditEntry>[] = [
  {
    key: "recordedAt",
    headerKey: "audit.when",
    render: ({ recordedAt }, format) => format.instant(recordedAt),
    width: 165,
    grow: 0,
    onCard: "aside",
    filter: { kind: "dateRange", key: "date", labelKey: "audit.period" },
  },
  {
    key: "actor",
    headerKey: "audit.who",
    render: ({ actor }) => actor,
    width: 150,
    grow: 0,
    onCard: "line",
    filter: { kind: "text", key: "actor", labelKey: "audit.who" },
  },
  {
    key: "action",
    headerKey: "audit.what",
    render: (entry) => <Action {...entry} />,
    width: 160,
    grow: 0,
    onCard: "title",
  },
  {
    key: "resource",
    headerKey: "audit.resource",
    render: (entry) => <Resource {...entry} />,
    width: 170,
    grow: 0,
    onCard: "subtitle",
    filter: { kind: "enum", key: "resource", labelKey: "audit.resource", choices: resourceChoices },
  },
  {
    key: "resourceKey",
    headerKey: "audit.key",
    render: ({ resourceKey }) => resourceKey,
    width: 130,
    grow: 0,
    filter: { kind: "text", key: "resourceKey", labelKey: "audit.key" },
  },
  { key: "changes", headerKey: "audit.changes", render: (entry) => <Changes {...entry} />, width: 260 },
];

const exportHref = exportOf(listAuditEntries);
const idOf = ({ id }: AuditEntry) => String(id);

/** Who changed what and when, newest first; a row opens its changes. */
export function AuditTrailPage() {
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  return (
    <>
      <ListPage
        name="auditTrail"
        titleKey="audit.title"
        path={useSetupPath()}
        endpoint={listAuditEntries}
        columns={columns}
        hasSearch={false}
        rowKey={idOf}
        onOpen={setOpened}
        exportHref={exportHref}
        emptyTitleKey="audit.emptyTitle"
        emptyTextKey="audit.emptyText"
      />
      {opened && <AuditEntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
