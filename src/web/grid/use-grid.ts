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

/** Which columns are shown (kept in this browser per list) and which rows are selected. */
export function useGrid<Row extends object>(options: {
  /** Under which name the reader's columns are kept. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  const { columns, rows, rowKey } = options;
  const [chosen, keepChosen] = useSetting<Visibility>(`columns.${options.name}`, asDeclared);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const columnVisibility = useMemo(
    () => ({
      ...Object.fromEntries(
        columns.filter(({ startsHidden }) => startsHidden).map(({ key }) => [key, false]),
      ),
      ...chosen,
    }),
    [columns, chosen],
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
