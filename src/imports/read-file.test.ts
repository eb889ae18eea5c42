import { expect, test } from "vitest";
import type { OpenedTable } from "#platform/files/index.ts";
import { readBatches } from "./read-file.ts";

test("a batch ends with a thousand rows, and earlier with rows that bring many bytes", async () => {
  const batchesOf = async (count: number, bytes: number) => {
    const rows = Array.from({ length: count }, (_, at) => ({ rowNumber: at + 1, cells: [] }));
    const table = {
      rows: async function* () {
        yield* rows;
      },
    } as unknown as OpenedTable;
    const importer = { parse: (row: object) => row, weigh: () => bytes };
    const sizes: number[] = [];
    for await (const batch of readBatches(table, importer, () => true, 0)) sizes.push(batch.rows.length);
    return sizes;
  };

  expect(await batchesOf(2_500, 0)).toEqual([1_000, 1_000, 500]);
  expect(await batchesOf(20, 2_000_000)).toEqual([8, 8, 4]);
});
