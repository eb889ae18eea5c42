import { expect, test } from "vitest";
import { initialsOf } from "./initials.rules.ts";

test.for([
  [{ type: "company", name: "Kuusela Oy" }, "KO"],
  [{ type: "company", name: "Lumo" }, "L"],
  [{ type: "company", name: "Halla & Routa Oy" }, "HR"],
  [{ type: "company", name: "“Ääni” ry" }, "ÄR"],
  [{ type: "company", name: "3 karhua" }, "3K"],
  [{ type: "person", name: "Aino Maria Routa", firstName: "Aino", surname: "Routa" }, "AR"],
  [{ type: "person", name: "Aino Maria Routa" }, "AR"],
  [{ type: "person", name: "aino", firstName: "aino", surname: null }, "A"],
  [{ type: "person", name: "Иван Лес", firstName: "Иван", surname: "Лес" }, "ИЛ"],
  [{ type: "person", name: null }, ""],
] as const)("%j is %s", ([contact, expected]) => {
  expect(initialsOf(contact)).toBe(expected);
});
