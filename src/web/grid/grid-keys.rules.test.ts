import { expect, test } from "vitest";
import { gridTracks, titleColumn } from "./columns.ts";
import { readGridKey } from "./grid-keys.rules.ts";

const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const list = { active: 4, count: 10, pageSize: 5 };

test.each([
  [press("ArrowDown"), { kind: "move", to: 5, extends: false }],
  [press("ArrowUp", { shiftKey: true }), { kind: "move", to: 3, extends: true }],
  [press("PageDown"), { kind: "move", to: 9, extends: false }],
  [press("PageUp"), { kind: "move", to: 0, extends: false }],
  [press("Home"), { kind: "move", to: 0, extends: false }],
  [press("End"), { kind: "move", to: 9, extends: false }],
  [press("Enter"), { kind: "open" }],
  [press(" "), { kind: "toggle" }],
  [press("a", { ctrlKey: true }), { kind: "selectAll" }],
  [press("k", { ctrlKey: true }), null],
  [press("F10", { shiftKey: true }), { kind: "menu" }],
  [press("Escape"), { kind: "clear" }],
  [press("x"), null],
])("%o", (given, expected) => {
  expect(readGridKey(given, list)).toEqual(expected);
});

test("nothing is opened before a row is at hand, and the first arrow takes the first row", () => {
  const fresh = { ...list, active: -1 };

  expect(readGridKey(press("Enter"), fresh)).toBeNull();
  expect(readGridKey(press("ArrowDown"), fresh)).toEqual({ kind: "move", to: 0, extends: false });
  expect(readGridKey(press("ArrowDown"), { active: -1, count: 0, pageSize: 5 })).toBeNull();
});

test("columns grow unless they say otherwise", () => {
  const columns = [
    { key: "name", headerKey: "web.nav.home", render: () => null, width: 200, grow: 2 },
    { key: "no", headerKey: "web.nav.home", render: () => null, width: 90, grow: 0 },
  ] as const;

  expect(gridTracks(columns, { canSelect: true, hasMenu: false })).toEqual({
    template: "40px minmax(200px, 2fr) 90px",
    minWidth: 330,
  });
});

test("the first column names the row unless another says so", () => {
  const name = { key: "name", headerKey: "web.nav.home", render: () => null, onCard: "title" } as const;
  const no = { key: "no", headerKey: "web.nav.home", render: () => null } as const;

  expect(titleColumn([no, name])).toBe(name);
  expect(titleColumn([no])).toBe(no);
});
