import { Button, Group, Text } from "@mantine/core";
import { IconDatabaseImport, IconTestPipe } from "@tabler/icons-react";
import { type Import, runImport } from "#imports/imports.contract.ts";
import { changedByInteractions } from "#interactions/ui/resources.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { trackJob } from "#web/tracked-jobs.ts";
import { useUi } from "#web/ui.ts";
import { JobProgress } from "#web/widgets/JobProgress.tsx";
import { ColumnMapping } from "./ColumnMapping.tsx";
import { ImportPreviewTable } from "./ImportPreviewTable.tsx";
import { ImportResults } from "./ImportResults.tsx";
import { ImportSettingsFields } from "./ImportSettingsFields.tsx";
import classes from "./ImportSteps.module.css";
import { importHref } from "./paths.ts";
import { useImportChanges } from "./use-import-changes.ts";

/** Resources whose answers are stale once a file was imported. */
const staleAfter: Readonly<Record<Import["kind"], readonly string[]>> = {
  contacts: ["imports", "contacts", "home"],
  interactions: ["imports", ...changedByInteractions],
};

/**
 * What an import needs next: columns, settings and a preview while nothing is stored; progress while it runs; its
 * result afterwards. Also a step of the first-start assistant.
 */
export function ImportSteps(props: {
  readonly record: Import;
  /** The ways on from a finished import are the caller's. */
  readonly isEmbedded?: boolean;
}) {
  const { record } = props;
  const t = useT();
  const ui = useUi();
  const params = { id: record.id };
  const changes = useImportChanges(record);
  const { run, status } = record;
  const hasStored = run !== null && !run.dryRun && status !== "running";
  const isMapped = Object.keys(changes.shown.mapping).length > 0;

  async function start(dryRun: boolean): Promise<void> {
    await changes.settled();
    const done = await ui.call(runImport, { params, body: { dryRun } });
    if (!done || !("job" in done.result)) return;
    const title = t(dryRun ? "imports.run.titleDry" : "imports.run.title", { name: record.fileName });
    trackJob({ id: done.result.job.id, title, href: importHref(record.id) });
  }

  if (status === "running") {
    if (!run?.jobId) return <RunningElsewhere record={record} />;
    return (
      <JobProgress
        key={run.jobId}
        jobId={run.jobId}
        title={t(run.dryRun ? "imports.run.titleDry" : "imports.run.title", { name: record.fileName })}
        canCancel
        onOver={() => void refresh(ui.queries, staleAfter[record.kind])}
      />
    );
  }
  return (
    <>
      {run && <ImportResults record={record} run={run} hasWaysOn={!props.isEmbedded} />}
      {status === "interrupted" && (
        <div>
          <Button onClick={() => void start(false)}>{t("imports.run.resume")}</Button>
        </div>
      )}
      {!hasStored && (
        <>
          <ColumnMapping record={changes.shown} onChange={(mapping) => changes.change({ mapping })} />
          <ImportSettingsFields record={changes.shown} onChange={changes.change} />
          <ImportPreviewTable key={record.id} record={record} isChanging={changes.isChanging} />
          <Group gap="xs" className={classes.runBar}>
            <Button
              disabled={!isMapped}
              leftSection={<IconDatabaseImport size={16} stroke={1.7} aria-hidden />}
              onClick={() => void start(false)}
            >
              {record.rowCountEstimate === null
                ? t("imports.run.importUnknown")
                : t("imports.run.import", { count: record.rowCountEstimate })}
            </Button>
            <Button
              variant="default"
              disabled={!isMapped}
              leftSection={<IconTestPipe size={16} stroke={1.7} aria-hidden />}
              onClick={() => void start(true)}
            >
              {t("imports.run.dryRun")}
            </Button>
            <Text size="sm" c="dimmed">
              {t(isMapped ? "imports.run.dryRunText" : "imports.run.noMapping")}
            </Text>
          </Group>
        </>
      )}
    </>
  );
}

/** Started from the command line: there is no job to follow, but the rows are counted. */
function RunningElsewhere({ record }: { readonly record: Import }) {
  const t = useT();
  return (
    <Text size="sm" role="status">
      {t("imports.run.title", { name: record.fileName })}{" "}
      {t("imports.rows", { count: record.run?.rowsDone ?? 0 })}
    </Text>
  );
}
