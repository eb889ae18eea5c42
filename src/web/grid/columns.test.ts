import { expect, test } from "vitest";
import { type Column, fittingColumns } from "./columns.ts";

const column = (key: string, width: number, givesWay?: number): Column<object> => ({
  key,
  headerKey: "web.setup.code",
  render: () => null,
  width,
  ...(givesWay === undefined ? {} : { givesWay }),
});
const columns = [
  column("title", 200),
  column("company", 100, 2),
  column("cost", 100, 1),
  column("date", 100),
];
const extras = { canSelect: false, hasMenu: false };

test.for([
  [524, ["title", "company", "cost", "date"]],
  [523, ["title", "company", "date"]],
  [424, ["title", "company", "date"]],
  [423, ["title", "date"]],
  [50, ["title", "date"]],
] as const)("in %i pixels there is room for %s", ([room, keys]) => {
  expect(fittingColumns(columns, extras, room).map(({ key }) => key)).toEqual(keys);
});

test("boxes and menus take room, too", () => {
  expect(fittingColumns(columns, { canSelect: true, hasMenu: true }, 524)).toHaveLength(3);
});
