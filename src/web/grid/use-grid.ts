import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useCallback, useMemo, useState } from "react";
import { useSetting } from "../stored-setting.ts";
import type { Column } from "./columns.ts";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

type Visibility = Record<string, boolean>;
const asDeclared: Visibility = {};

/** Under which name this browser keeps the columns that were chosen for a list, or on top of one of its views. */
export function columnsSetting(name: string, viewId: number | undefined): string {
  return viewId === undefined ? `columns.${name}` : `columns.${name}.view${viewId}`;
}

/** Which columns are shown (kept in this browser per list and view) and which rows are selected. */
export function useGrid<Row extends object>(options: {
  /** Under which name the reader's columns are kept. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The saved view that is shown, with its columns if it has any. */
  readonly view?: { readonly id: number; readonly columns: readonly string[] | null } | null;
}) {
  const { columns, rows, rowKey, view } = options;
  const [chosen, keepChosen] = useSetting<Visibility>(columnsSetting(options.name, view?.id), asDeclared);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const columnVisibility = useMemo(
    () => ({
      ...Object.fromEntries(
        columns
          .filter(({ key, startsHidden }) => (view?.columns ? !view.columns.includes(key) : startsHidden))
          .map(({ key }) => [key, false]),
      ),
      ...chosen,
    }),
    [columns, chosen, view?.columns],
  );
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () => columns.map(({ key }) => ({ id: key, accessorFn: () => null })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    state: { columnVisibility, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const visible = useMemo(
    () => columns.filter(({ key }) => columnVisibility[key] !== false),
    [columns, columnVisibility],
  );
  const selectedRows = useMemo(
    () => rows.filter((row) => rowSelection[rowKey(row)]),
    [rows, rowSelection, rowKey],
  );
  return {
    table,
    rows: table.getRowModel().rows,
    visible,
    selection: rowSelection,
    selectedRows,
    clearSelection: useCallback(() => setRowSelection({}), []),
    showColumn: (key: string, isShown: boolean) => keepChosen({ ...chosen, [key]: isShown }),
    resetColumns: () => keepChosen(null),
  };
}

export type Grid<Row extends object> = ReturnType<typeof useGrid<Row>>;
