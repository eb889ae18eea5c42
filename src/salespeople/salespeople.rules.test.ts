import { describe, expect, test } from "vitest";
import { pickUsersSalesperson, refuseSalesperson } from "./salespeople.rules.ts";

describe("the user's salesperson", () => {
  const aino = { code: "AK", email: "Aino@firm.example" };
  const oskari = { code: "OH", email: "oskari@firm.example" };
  const namesake = { code: "A2", email: " aino@firm.example " };
  const nobody = { code: "NN", email: null };

  test.each([
    ["the only one with the login e-mail, in any case", "AINO@firm.example", [aino, oskari], oskari, aino],
    ["the mapped one where no e-mail matches", "priya@firm.example", [aino, oskari], oskari, oskari],
    ["the mapped one where several match", "aino@firm.example", [aino, namesake], oskari, oskari],
    ["nobody where nothing matches and nobody is mapped", "priya@firm.example", [aino], null, null],
    ["the mapped one for a caller without e-mail", null, [aino, nobody], oskari, oskari],
    ["not the one without e-mail for a blank login", " ", [nobody], null, null],
  ])("is %s", (_, login, candidates, mapped, expected) => {
    expect(pickUsersSalesperson(login, candidates, mapped)).toBe(expected);
  });
});

test("a blocked salesperson cannot be chosen, nor one blocked because of privacy", () => {
  expect(refuseSalesperson({ blocked: false, privacyBlocked: false })).toBeNull();
  expect(refuseSalesperson({ blocked: true, privacyBlocked: true })).toBe("salesperson_blocked");
  expect(refuseSalesperson({ blocked: false, privacyBlocked: true })).toBe("salesperson_privacy_blocked");
});
