import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Fragment } from "react";
import { type Import, type ImportPreview, previewImport } from "#imports/imports.contract.ts";
import { type TextKey, useT } from "#web/i18n.ts";
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

const headings: Readonly<Record<Import["kind"], readonly TextKey[]>> = {
  contacts: [
    "imports.preview.contact",
    "imports.preview.company",
    "imports.preview.communication",
    "imports.preview.place",
  ],
  interactions: [
    "imports.preview.happened",
    "imports.preview.contact",
    "imports.preview.description",
    "imports.preview.details",
  ],
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
                {headings[props.record.kind].map((heading) => (
                  <th key={heading} scope="col">
                    {t(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PreviewRow key={row.rowNumber} row={row} kind={props.record.kind} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function PreviewRow({ row, kind }: { readonly row: Row; readonly kind: Import["kind"] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Fragment>
      <tr>
        <td className={classes.figure}>{format.number(row.rowNumber)}</td>
        <td>
          <StatusBadge tone={tones[row.action]}>{t(actionKey(kind, row.action))}</StatusBadge>
        </td>
        {kind === "contacts" ? <ContactCells row={row} /> : <InteractionCells row={row} />}
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

/** An interaction is recorded or there already, where a contact is new or unchanged. */
function actionKey(kind: Import["kind"], action: Row["action"]): TextKey {
  if (kind === "interactions" && action === "created") return "imports.actions.recorded";
  if (kind === "interactions" && action === "unchanged") return "imports.actions.alreadyThere";
  return `imports.actions.${action}`;
}

function ContactCells({ row: { contact, createsCompany } }: { readonly row: Row }) {
  const t = useT();
  const company =
    createsCompany === null
      ? contact?.type === "person"
        ? contact.companyName
        : null
      : t("imports.preview.createsCompany", { name: createsCompany });
  return (
    <>
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
    </>
  );
}

function InteractionCells({ row: { entry } }: { readonly row: Row }) {
  const format = useFormat();
  const company = entry && entry.contactCompanyNo !== entry.contactNo ? entry.contactCompanyName : null;
  return (
    <>
      <td>{entry && format.dayAndTime(entry.date, entry.time)}</td>
      <td>
        <Text size="sm" fw={500} span>
          {entry?.contactName}
        </Text>
        {company && (
          <Text size="xs" c="dimmed">
            {company}
          </Text>
        )}
      </td>
      <td>{entry?.description}</td>
      <td>
        {entry?.interactionTemplateCode}
        {entry?.salespersonName && (
          <Text size="xs" c="dimmed">
            {entry.salespersonName}
          </Text>
        )}
      </td>
    </>
  );
}
