import { describe, expect, test } from "vitest";
import { businessRelationOf, type RelationRow } from "./business-relation.rules.ts";

const linked = (linkTo: RelationRow["linkTo"], hasReservedCode = true): RelationRow => ({
  linkTo,
  isLinked: true,
  hasReservedCode,
});
const plain: RelationRow = { linkTo: null, isLinked: false, hasReservedCode: false };
const waiting: RelationRow = { linkTo: "customer", isLinked: false, hasReservedCode: true };

describe("how we stand with a contact", () => {
  test.for<[string, readonly RelationRow[], string]>([
    ["nothing", [], "none"],
    ["one link", [linked("vendor")], "vendor"],
    ["one plain row", [plain], "other"],
    ["plain rows", [plain, plain], "multiple"],
    ["two links", [linked("customer"), linked("vendor")], "multiple"],
    ["a link and a plain row", [linked("customer"), plain], "multiple"],
    ["a link by a code that is not reserved", [linked("customer", false)], "other"],
    ["a row that waits for its party", [waiting], "other"],
  ])("%s", ([, rows, expected]) => {
    expect(businessRelationOf(rows)).toBe(expected);
  });
});
