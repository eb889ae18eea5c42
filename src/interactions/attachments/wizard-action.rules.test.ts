import { expect, test } from "vitest";
import { actionWithDefault, isActionAllowed, isContent, wizardActions } from "./wizard-action.rules.ts";

const nothing = { wordTemplateCode: null, emailLayoutName: null, fileExtension: null };
const layout = { ...nothing, emailLayoutName: "Letter" };
const content = { ...layout, fileExtension: "html" };

test.each([
  ["no attachment", nothing, false],
  [".txt", { ...nothing, fileExtension: "txt" }, false],
  ["a page without a layout", { ...nothing, fileExtension: "html" }, false],
  ["a layout whose text is gone", layout, false],
  ["a text inside of a layout", content, true],
])("INT-101 is content: %s", (_, attachment, expected) => {
  expect(isContent(attachment)).toBe(expected);
});

test.each([
  ["no row", null, [null, "open", "import", "merge"]],
  ["an empty row", nothing, [null, "open", "import"]],
  ["a plain file", { ...nothing, fileExtension: "docx" }, [null, "open", "import"]],
  ["a Word template", { ...nothing, wordTemplateCode: "OFFER" }, [null, "open", "merge"]],
  ["content", content, ["merge"]],
  ["a layout without its text", layout, []],
] as const)("R-WA: %s allows what fits it", (_, row, expected) => {
  expect([null, ...wizardActions].filter((action) => isActionAllowed(action, row))).toEqual(expected);
});

test("another default language takes the action along as far as it fits", () => {
  expect(actionWithDefault("open", content)).toBe("merge");
  expect(actionWithDefault("merge", nothing)).toBeNull();
  expect(actionWithDefault("open", nothing)).toBe("open");
});
