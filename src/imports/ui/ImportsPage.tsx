import { Anchor, SegmentedControl, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ImportKind } from "#imports/import-settings.rules.ts";
import { downloadImportExample, listImports } from "#imports/imports.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useInfiniteList } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { DropFile } from "./DropFile.tsx";
import { describeFile } from "./describe-file.ts";
import classes from "./ImportsPage.module.css";
import { importHref } from "./paths.ts";
import { StatusOfImport } from "./StatusOfImport.tsx";

/** Begins an import, and finds the earlier ones again. */
export function ImportsPage() {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const { search, change } = useListSearch();
  const mayRecord = may("interactions.write");
  const kind: ImportKind = search.kind === "interactions" && mayRecord ? "interactions" : "contacts";
  return (
    <>
      <PageHeading title={t("imports.title")} subtitle={t("imports.subtitle")} />
      <div className={classes.body}>
        {mayRecord && (
          <SegmentedControl
            className={classes.kinds}
            aria-label={t("imports.kind")}
            value={kind}
            onChange={(chosen) => change({ kind: chosen === "contacts" ? undefined : chosen })}
            data={[
              { value: "contacts", label: t("imports.kinds.contacts") },
              { value: "interactions", label: t("imports.kinds.interactions") },
            ]}
          />
        )}
        <DropFile kind={kind} onUploaded={({ id }) => ui.go(importHref(id))} />
        <ExampleFiles kind={kind} />
        <FormerImports />
      </div>
    </>
  );
}

/** Files with the columns that are understood, to fill in. */
function ExampleFiles({ kind }: { readonly kind: ImportKind }) {
  const t = useT();
  const href = (format: "csv" | "xlsx") =>
    urlOf(downloadImportExample, { params: { kind }, query: { format } });
  return (
    <Text size="sm" c="dimmed">
      {t("imports.exampleText")}{" "}
      <Anchor href={href("xlsx")} download size="sm" underline="always">
        {t("imports.exampleXlsx")}
      </Anchor>
      {" · "}
      <Anchor href={href("csv")} download size="sm" underline="always">
        {t("imports.exampleCsv")}
      </Anchor>
    </Text>
  );
}

function FormerImports() {
  const t = useT();
  const format = useFormat();
  const list = useInfiniteList(listImports, {}, { pageSize: 50 });
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />;
  return (
    <section aria-label={t("imports.former")}>
      <h2 className={classes.title}>{t("imports.former")}</h2>
      {!list.isLoading && list.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("imports.noneYet")}
        </Text>
      )}
      <ul className={classes.list}>
        {list.rows.map((row) => (
          <li key={row.id}>
            <Link to={importHref(row.id)} className={classes.line}>
              <span className={classes.name}>{row.fileName}</span>
              <StatusOfImport status={row.status} />
              <Text size="xs" c="dimmed" span className={classes.facts}>
                {t(`imports.kinds.${row.kind}`)} · {describeFile(row, t)} · {format.instant(row.createdAt)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
