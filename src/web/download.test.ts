import { expect, test } from "vitest";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { fileNameOf } from "./download.ts";

test.for(["Contacts 2026-11-23.csv", "Yhteyshenkilöt (1).vcf", "50 % 'alku'.xlsx"])(
  "a file is saved under the name that it is sent with: %s",
  (name) => {
    expect(fileNameOf(attachmentNamed(name))).toBe(name);
  },
);

test("a file without a name has none", () => {
  expect(fileNameOf(null)).toBe("");
  expect(fileNameOf('attachment; filename="plain.csv"')).toBe("plain.csv");
});
