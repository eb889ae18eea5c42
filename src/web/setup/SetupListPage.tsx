import { ActionIcon, Button, Group } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import type { Endpoint } from "#platform/http/endpoint.ts";
import type { Right } from "#users/rights.rules.ts";
import { type Action, action } from "../actions.ts";
import { type CallArgs, call } from "../api-client.ts";
import { FilterBar } from "../filter/FilterBar.tsx";
import { type TextKey, useT } from "../i18n.ts";
import { ExportMenu } from "../list/ExportMenu.tsx";
import type { ExportHref } from "../list/export-of.ts";
import { useListSearch } from "../list/use-list-search.ts";
import { refresh, resourceOf, useInfiniteList } from "../query.ts";
import { hasWords } from "../shell/palette-search.ts";
import { useUi } from "../ui.ts";
import { useFormat } from "../use-format.ts";
import { ActionBar } from "../widgets/ActionBar.tsx";
import { EmptyState } from "../widgets/EmptyState.tsx";
import { ErrorState } from "../widgets/ErrorState.tsx";
import { type Crumb, PageHeading } from "../widgets/PageHeading.tsx";
import { PageSkeleton } from "../widgets/PageSkeleton.tsx";
import { cellText } from "./SetupCell.tsx";
import classes from "./SetupListPage.module.css";
import { ChangedSetupRow, NewSetupRow, type SetupRecord } from "./SetupRow.tsx";
import type { SetupField } from "./setup-fields.ts";

export interface SetupListPageProps {
  readonly titleKey: TextKey;
  /** What the rows belong to: it stands behind the title. */
  readonly of?: string;
  /** Parameters of all its paths: the record that the rows belong to. */
  readonly scope?: Readonly<Record<string, string>>;
  readonly path?: readonly Crumb[];
  /** One sentence under the title: what the codes are good for. */
  readonly subtitleKey?: TextKey;
  readonly fields: readonly SetupField[];
  /** The resource's CRUD of the contract; paths of one record have one parameter. */
  readonly endpoints: {
    readonly list: Endpoint;
    readonly create: Endpoint;
    readonly get: Endpoint;
    readonly change: Endpoint;
    readonly remove: Endpoint;
  };
  /** The fields that are the record's key, and the parameters' names in the paths; `code` unless said. */
  readonly keyFields?: readonly string[];
  /** Who may change the list; the others read it. */
  readonly right?: Right;
  /** Buttons of each row besides deleting. */
  readonly rowButtons?: ((key: string) => ReactNode) | undefined;
  /** Actions besides "New". */
  readonly actions?: readonly Action[];
  /** Shows the export menu; usually `exportOf(endpoints.list)`. */
  readonly exportHref?: ExportHref;
  readonly emptyTextKey?: TextKey;
  /** Stands below the rows. */
  readonly children?: ReactNode;
}

/** A short list of codes, edited in its rows: N adds, Enter saves, deleting can be undone. */
export function SetupListPage(props: SetupListPageProps) {
  const t = useT();
  const ui = useUi();
  const { fields, endpoints, keyFields = ["code"] } = props;
  const { search, change } = useListSearch();
  const [edited, setEdited] = useState<string | null>(null);
  const [newRow, setNewRow] = useState<number | null>(null);
  const ofScope = { ...(props.scope && { params: props.scope }) };
  const list = useInfiniteList(endpoints.list, ofScope as CallArgs<Endpoint>, { pageSize: 200 });
  const rows = list.rows as readonly SetupRecord[];
  const mayChange = ui.may(props.right ?? "setup.write");
  const keyOf = (row: SetupRecord) => keyFields.map((field) => String(row[field])).join(" · ");
  const format = useFormat();
  /** The key in the reader's words. */
  const nameOf = (row: SetupRecord) =>
    keyFields
      .map((name) => {
        const field = fields.find(({ key }) => key === name);
        return field ? cellText(field, row[name], t, format) : String(row[name]);
      })
      .join(" · ");
  const title = [t(props.titleKey), ...(props.of === undefined ? [] : [props.of])].join(" · ");
  const words = search.search ?? "";
  const shown = rows.filter(
    (row) =>
      words === "" ||
      hasWords(fields.map((field) => cellText(field, row[field.key], t, format)).join(" "), words),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is short and shown whole, page after page
  useEffect(() => {
    if (list.hasMore) list.loadMore();
  }, [list.hasMore, rows.length]);

  const addRow = () => setNewRow((former) => (former ?? 0) + 1);
  const actions = useMemo(
    () => [
      action({
        key: "setup.new",
        labelKey: "web.actions.new",
        icon: IconPlus,
        shortcut: "N",
        tone: "primary",
        right: props.right ?? "setup.write",
        run: () => setNewRow((former) => (former ?? 0) + 1),
      }),
      ...(props.actions ?? []),
    ],
    [props.right, props.actions],
  );

  const renew = () => refresh(ui.queries, [resourceOf(endpoints.list)]);
  const one = (row: SetupRecord) => {
    const params = Object.fromEntries(keyFields.map((field) => [field, String(row[field])]));
    return { params: { ...props.scope, ...params } } as unknown as CallArgs<Endpoint>;
  };

  async function create(values: object): Promise<unknown> {
    const created = await call(endpoints.create, {
      ...ofScope,
      body: values,
    } as unknown as CallArgs<Endpoint>);
    await renew();
    return created;
  }

  async function remove(row: SetupRecord): Promise<void> {
    const done = await ui.call(endpoints.remove, { ...one(row), ifMatch: row.version });
    if (!done) return;
    const known = Object.keys((endpoints.create.body as z.ZodObject).shape);
    const values = Object.fromEntries(known.map((name) => [name, row[name] ?? null]));
    ui.showUndo(t("web.setup.deleted", { code: nameOf(row) }), () =>
      ui.call(endpoints.create, { ...ofScope, body: values } as unknown as CallArgs<Endpoint>),
    );
  }

  if (list.error && rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <PageSkeleton kind="list" />;
  return (
    <>
      <PageHeading
        title={title}
        {...(props.path === undefined ? {} : { path: props.path })}
        {...(props.subtitleKey === undefined ? {} : { subtitle: t(props.subtitleKey) })}
      >
        <Group gap={6} wrap="nowrap">
          {props.exportHref && (
            <ExportMenu href={props.exportHref} query={words === "" ? {} : { search: words }} />
          )}
          <ActionBar actions={actions} subject={undefined} />
        </Group>
      </PageHeading>
      <FilterBar filters={[]} search={search} onChange={change} hasSearch />
      {rows.length === 0 && newRow === null ? (
        <EmptyState title={t("web.list.empty")} text={t(props.emptyTextKey ?? "web.setup.emptyText")}>
          {mayChange && <Button onClick={addRow}>{t("web.actions.new")}</Button>}
        </EmptyState>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                {fields.map((field) => (
                  <th
                    key={field.key}
                    scope="col"
                    style={{ width: field.width }}
                    className={figureClass(field)}
                  >
                    {t(field.labelKey)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t("web.list.rowMenu")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {newRow !== null && (
                <NewSetupRow
                  key={newRow}
                  fields={fields}
                  schema={endpoints.create.body as z.ZodObject}
                  create={create}
                  onCreated={addRow}
                  onCancel={() => setNewRow(null)}
                />
              )}
              {shown.map((row) => {
                const key = keyOf(row);
                if (edited === key) {
                  return (
                    <ChangedSetupRow
                      key={key}
                      fields={fields}
                      schema={endpoints.change.body as z.ZodObject}
                      record={row}
                      save={async (changes, ifMatch) => {
                        const args = { ...one(row), body: changes, ifMatch };
                        const saved = (await call(
                          endpoints.change,
                          args as unknown as CallArgs<Endpoint>,
                        )) as SetupRecord;
                        await renew();
                        return saved;
                      }}
                      reload={async () => (await call(endpoints.get, one(row))) as SetupRecord}
                      onDone={() => setEdited(null)}
                    />
                  );
                }
                return (
                  <SetupLine
                    key={key}
                    fields={fields}
                    row={row}
                    code={key}
                    name={nameOf(row)}
                    {...(mayChange ? { onEdit: () => setEdited(key), onDelete: () => void remove(row) } : {})}
                  >
                    {props.rowButtons?.(key)}
                  </SetupLine>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <div className={classes.foot} role="status">
          {shown.length === 0 ? t("web.list.emptyFiltered") : t("web.list.count", { count: shown.length })}
        </div>
      )}
      {props.children}
    </>
  );
}

function figureClass(field: SetupField): string | undefined {
  return ["number", "money", "figure"].includes(field.kind) ? classes.figure : undefined;
}

/** A row that is read; its first value begins the editing. */
function SetupLine(props: {
  readonly fields: readonly SetupField[];
  readonly row: SetupRecord;
  readonly code: string;
  /** The key in the reader's words. */
  readonly name: string;
  readonly onEdit?: () => void;
  readonly onDelete?: () => void;
  /** Buttons of the row's own. */
  readonly children?: ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <tr onDoubleClick={props.onEdit}>
      {props.fields.map((field, position) => {
        const text = cellText(field, props.row[field.key], t, format);
        return (
          <td key={field.key} className={figureClass(field)}>
            {position === 0 && props.onEdit ? (
              <button
                type="button"
                className={classes.first}
                aria-label={t("web.setup.editRow", { code: props.name })}
                onClick={props.onEdit}
              >
                {text}
              </button>
            ) : field.kind === "figure" && text !== "" ? (
              <Link to={field.href(props.code)}>{text}</Link>
            ) : (
              text
            )}
          </td>
        );
      })}
      <td className={classes.buttons}>
        {props.children}
        {props.onDelete && (
          <ActionIcon
            size={24}
            aria-label={t("web.setup.deleteRow", { code: props.name })}
            onClick={props.onDelete}
            style={{ float: "right" }}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
