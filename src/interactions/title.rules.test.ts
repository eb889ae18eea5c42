import { describe, expect, test } from "vitest";
import { deriveTitle, formatTitle, type TitleFacts } from "./title.rules.ts";

const english = { by: "{{description}} - by {{name}}", from: "{{description}} - from {{name}}" };
const finnish = { by: "{{description}} - tekijä {{name}}", from: "{{description}} - lähettäjä {{name}}" };

const inbound: TitleFacts = {
  template: { code: "T", description: "TD", informationFlow: "inbound" },
  salespersonName: "S",
  userName: "U",
  contactName: "C",
};
const outbound: TitleFacts = {
  ...inbound,
  template: { code: "T", description: "TD", informationFlow: "outbound" },
};
const inEnglish = (facts: TitleFacts) => formatTitle(deriveTitle(facts), english);

describe("R-TITLE", () => {
  test("INT-090 inbound is from the contact, outbound by the salesperson", () => {
    expect(inEnglish(inbound)).toBe("TD - from C");
    expect(inEnglish(outbound)).toBe("TD - by S");
  });

  test("the format is the reader's", () => {
    expect(formatTitle(deriveTitle(inbound), finnish)).toBe("TD - lähettäjä C");
    expect(formatTitle(deriveTitle(outbound), finnish)).toBe("TD - tekijä S");
  });

  test("without salesperson it is by the user, without either the description only", () => {
    expect(inEnglish({ ...outbound, salespersonName: null })).toBe("TD - by U");
    expect(inEnglish({ ...outbound, salespersonName: null, userName: null })).toBe("TD");
    expect(inEnglish({ ...inbound, contactName: null })).toBe("TD");
  });

  test("without flow there is nobody to name", () => {
    expect(inEnglish({ ...inbound, template: { code: "T", description: "TD", informationFlow: null } })).toBe(
      "TD",
    );
  });

  test("an unknown template leaves the title empty, a nameless one is called by its code", () => {
    expect(inEnglish({ ...inbound, template: null })).toBe("");
    expect(
      inEnglish({ ...inbound, template: { code: "T", description: null, informationFlow: "inbound" } }),
    ).toBe("T - from C");
  });

  test("placeholders and dollar signs in names stay what they are", () => {
    const facts = {
      ...inbound,
      template: { code: "T", description: "{{name}} $&", informationFlow: "inbound" },
      contactName: "$1 {{description}}",
    } as const;
    expect(inEnglish(facts)).toBe("{{name}} $& - from $1 {{description}}");
  });
});
