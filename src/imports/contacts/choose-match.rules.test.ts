import { describe, expect, test } from "vitest";
import { chooseMatch, type Match, matchKey, wavesOf } from "./choose-match.rules.ts";
import type { RowInput } from "./read-row.rules.ts";

const aMatch = (values: Partial<Match> = {}): Match => ({
  no: "K1",
  type: "person",
  name: "Aino Routa",
  version: 1,
  companyNo: null,
  companyName: null,
  languageCode: null,
  hasCompanysEmail: false,
  ...values,
});
const aRow = (input: RowInput, type: "company" | "person" = "person") => ({ input, type });

describe("keys", () => {
  test("do not mind case and blanks; no key is a new contact", () => {
    expect(matchKey("no", aRow({ no: " k1 " }))).toBe("K1");
    expect(matchKey("email", aRow({ email: "Aino@Halla.example" }))).toBe("AINO@HALLA.EXAMPLE");
    expect(matchKey("email", aRow({ no: "K1" }))).toBeNull();
    expect(matchKey("none", aRow({ no: "K1", email: "a@b.example" }))).toBeNull();
  });
});

describe("by e-mail", () => {
  test("a person does not match a company of the same address", () => {
    expect(chooseMatch("email", aRow({ name: "Aino Routa" }), [aMatch({ type: "company" })])).toBeNull();
  });

  test("another name may be a correction", () => {
    expect(chooseMatch("email", aRow({ name: "Aino Virta" }), [aMatch()])).toEqual(aMatch());
  });

  test("but not of somebody who merely shares the company's address", () => {
    const candidate = aMatch({ hasCompanysEmail: true });

    expect(chooseMatch("email", aRow({ name: "Veikko Routa" }), [candidate])).toBeNull();
    expect(chooseMatch("email", aRow({ firstName: "aino", surname: "ROUTA" }), [candidate])).toBe(candidate);
  });

  test("of several the one of the same name; otherwise it cannot be told", () => {
    const twins = [aMatch(), aMatch({ no: "K2", name: "Veikko Routa" })];

    expect(chooseMatch("email", aRow({ name: "Veikko Routa" }), twins)).toBe(twins[1]);
    expect(chooseMatch("email", aRow({ name: "Elli Routa" }), twins)).toBe("several");
    expect(chooseMatch("email", aRow({}), twins)).toBe("several");
  });
});

test("by number there is only one, whatever its type and name", () => {
  const company = aMatch({ type: "company" });

  expect(chooseMatch("no", aRow({ name: "Somebody" }), [company])).toBe(company);
});

test("rows of one key come in different waves, in their order", () => {
  const rows = [
    aRow({ no: "A" }),
    aRow({ no: "B" }),
    aRow({ no: "a" }),
    aRow({ name: "New" }),
    aRow({ no: "A" }),
  ];

  expect(wavesOf("no", rows)).toEqual([[rows[0], rows[1], rows[3]], [rows[2]], [rows[4]]]);
  expect(wavesOf("none", rows)).toEqual([rows]);
});
