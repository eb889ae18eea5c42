import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { listImports } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
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
  return (
    <>
      <PageHeading title={t("imports.title")} subtitle={t("imports.subtitle")} />
      <div className={classes.body}>
        <DropFile onUploaded={({ id }) => ui.go(importHref(id))} />
        <FormerImports />
      </div>
    </>
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
                {describeFile(row, t)} · {format.instant(row.createdAt)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
