import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Fragment } from "react";
import { type Import, type ImportPreview, previewImport } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge, type Tone } from "#web/widgets/StatusBadge.tsx";
import classes from "./ImportSteps.module.css";

type Row = ImportPreview["rows"][number];

const tones: Readonly<Record<Row["action"], Tone>> = {
  created: "success",
  updated: "info",
  unchanged: "neutral",
  skipped: "neutral",
  failed: "danger",
};

/** The first rows as they would be stored, with what is wrong below them in words. */
export function ImportPreviewTable(props: { readonly record: Import; readonly isChanging: boolean }) {
  const t = useT();
  const preview = useEndpoint(
    previewImport,
    { params: { id: props.record.id } },
    { keepPrevious: true, enabled: Object.keys(props.record.mapping).length > 0 },
  );
  const rows = preview.data?.rows ?? [];
  return (
    <section aria-label={t("imports.preview.title")} aria-busy={preview.isFetching || props.isChanging}>
      <h2 className={classes.title}>{t("imports.preview.title")}</h2>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {t(preview.isFetching || props.isChanging ? "imports.preview.refreshing" : "imports.preview.text")}
      </Text>
      {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isLoading && <PageSkeleton kind="list" />}
      {preview.data && rows.length === 0 && <Text size="sm">{t("imports.preview.empty")}</Text>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label={t("imports.preview.title")}>
          <table className={classes.table} style={{ minWidth: 640 }}>
            <thead>
              <tr>
                <th scope="col">{t("imports.preview.row")}</th>
                <th scope="col">{t("imports.preview.action")}</th>
                <th scope="col">{t("imports.preview.contact")}</th>
                <th scope="col">{t("imports.preview.company")}</th>
                <th scope="col">{t("imports.preview.communication")}</th>
                <th scope="col">{t("imports.preview.place")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PreviewRow key={row.rowNumber} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function PreviewRow({ row }: { readonly row: Row }) {
  const t = useT();
  const format = useFormat();
  const { contact } = row;
  const company =
    row.createsCompany === null
      ? contact?.type === "person"
        ? contact.companyName
        : null
      : t("imports.preview.createsCompany", { name: row.createsCompany });
  return (
    <Fragment>
      <tr>
        <td className={classes.figure}>{format.number(row.rowNumber)}</td>
        <td>
          <StatusBadge tone={tones[row.action]}>{t(`imports.actions.${row.action}`)}</StatusBadge>
        </td>
        <td>
          <Text size="sm" fw={500} span>
            {contact?.name}
          </Text>
          {contact?.jobTitle && (
            <Text size="xs" c="dimmed">
              {contact.jobTitle}
            </Text>
          )}
        </td>
        <td>{company}</td>
        <td>
          {contact?.email}
          {contact && (contact.phoneNo ?? contact.mobilePhoneNo) !== null && (
            <Text size="xs" c="dimmed">
              {contact.phoneNo ?? contact.mobilePhoneNo}
            </Text>
          )}
        </td>
        <td>{[contact?.postCode, contact?.city].filter(Boolean).join(" ")}</td>
      </tr>
      {row.problems.map((problem) => (
        <tr key={`${problem.code} ${problem.field}`} className={classes.problem}>
          <td />
          <td colSpan={5} data-warning={problem.isWarning || undefined}>
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
            {problem.message}
          </td>
        </tr>
      ))}
    </Fragment>
  );
}
