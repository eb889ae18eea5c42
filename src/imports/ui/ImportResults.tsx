import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import {
  downloadImportProblems,
  type Import,
  type ImportRun,
  listImportProblems,
} from "#imports/imports.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { StatTile } from "#web/widgets/StatTile.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { ImportReasons } from "./ImportReasons.tsx";
import classes from "./ImportSteps.module.css";
import { importsPath } from "./paths.ts";

const counts = {
  contacts: ["created", "updated", "unchanged", "skipped", "failed", "warnings"],
  interactions: ["created", "unchanged", "skipped", "failed", "warnings"],
} as const satisfies Readonly<Record<Import["kind"], readonly (keyof ImportRun)[]>>;

/** What a run did, or a dry run would do: counts, and every problem. */
export function ImportResults(props: {
  readonly record: Import;
  readonly run: ImportRun;
  readonly hasWaysOn: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const { record, run } = props;
  return (
    <section aria-label={t(run.dryRun ? "imports.result.titleDry" : "imports.result.title")}>
      <h2 className={classes.title}>{t(run.dryRun ? "imports.result.titleDry" : "imports.result.title")}</h2>
      {record.status === "interrupted" && (
        <Text size="sm" mb="xs">
          {t("imports.result.interrupted")}
        </Text>
      )}
      <div className={classes.tiles}>
        {counts[record.kind].map((name) => (
          <StatTile
            key={name}
            label={t(countKey(record.kind, name))}
            value={format.number(run[name])}
            {...(name === "created" && run.companiesCreated > 0
              ? { note: t("imports.result.companies", { count: run.companiesCreated }) }
              : {})}
          />
        ))}
      </div>
      {record.status === "done" && props.hasWaysOn && (
        <Group gap="xs" mt="md">
          {record.kind === "contacts" ? (
            <Button renderRoot={(button) => <Link to="/contacts" {...button} />}>
              {t("imports.result.toContacts")}
            </Button>
          ) : (
            <Button renderRoot={(button) => <Link to="/interactions" {...button} />}>
              {t("imports.result.toInteractions")}
            </Button>
          )}
          <Button variant="default" renderRoot={(button) => <Link to={importsPath} {...button} />}>
            {t("imports.run.another")}
          </Button>
        </Group>
      )}
      {run.problems > 0 ? (
        <div className={classes.problems}>
          <ImportReasons record={record} />
          <Problems id={record.id} />
        </div>
      ) : (
        <Text size="sm" c="dimmed" mt="sm">
          {t("imports.result.allFine")}
        </Text>
      )}
    </section>
  );
}

/** An interaction is recorded or there already, where a contact is new or unchanged. */
function countKey(kind: Import["kind"], name: (typeof counts)[Import["kind"]][number]): TextKey {
  if (kind === "interactions" && name === "created") return "imports.result.recorded";
  if (kind === "interactions" && name === "unchanged") return "imports.result.alreadyThere";
  return `imports.result.${name}`;
}

function Problems({ id }: { readonly id: string }) {
  const t = useT();
  const format = useFormat();
  const list = useInfiniteList(listImportProblems, { params: { id } }, { pageSize: 50 });
  const download = (kind: "csv" | "xlsx") =>
    urlOf(downloadImportProblems, { params: { id }, query: { format: kind } });
  return (
    <section aria-label={t("imports.result.problems")}>
      <Group justify="space-between" mb="xs" gap="xs">
        <div>
          <h3 className={classes.subtitle}>{t("imports.result.problems")}</h3>
          <Text size="sm" c="dimmed">
            {t("imports.result.problemsText")}
          </Text>
        </div>
        <Group gap="xs">
          {(["csv", "xlsx"] as const).map((kind) => (
            <Button
              key={kind}
              variant="default"
              component="a"
              href={download(kind)}
              download
              leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
            >
              {t(kind === "csv" ? "imports.result.downloadCsv" : "imports.result.downloadXlsx")}
            </Button>
          ))}
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t("imports.result.problems")}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("imports.result.rowNumber")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("imports.preview.action")}</span>
              </th>
              <th scope="col">{t("imports.result.what")}</th>
              <th scope="col" className={classes.samples}>
                {t("imports.result.held")}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same problem twice; the order is fixed
              <tr key={index}>
                <td className={classes.figure}>{format.number(problem.rowNumber)}</td>
                <td>
                  <StatusBadge tone={problem.isWarning ? "warning" : "danger"}>
                    {t(problem.isWarning ? "imports.result.warning" : "imports.result.error")}
                  </StatusBadge>
                </td>
                <td>{problem.message}</td>
                <td className={classes.samples}>{problem.excerpt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {list.hasMore && (
        <Button variant="default" mt="sm" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t("imports.result.more")}
        </Button>
      )}
    </section>
  );
}
