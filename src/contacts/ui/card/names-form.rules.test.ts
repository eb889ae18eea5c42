import { expect, test } from "vitest";
import { followTyping, withoutFollowingParts } from "./names-form.rules.ts";

const ida = { name: "Ida Marie Holm", firstName: "Ida", middleName: "Marie", surname: "Holm" };

test("CON-025 a typed name is split while one types", () => {
  const blank = { name: null, firstName: null, middleName: null, surname: null };
  expect(followTyping(blank, { name: "Ida Marie Holm" })).toEqual(ida);
});

test("CON-026 a typed part makes the name anew", () => {
  expect(followTyping(ida, { surname: "Lund" })).toEqual({ ...ida, surname: "Lund", name: "Ida Marie Lund" });
});

test("a cleared name clears its parts", () => {
  expect(followTyping(ida, { name: null })).toEqual({
    name: null,
    firstName: null,
    middleName: null,
    surname: null,
  });
});

test("parts that follow from the name are not sent", () => {
  expect(withoutFollowingParts({ name: "Ida Lund", middleName: null, surname: "Lund" })).toEqual({
    name: "Ida Lund",
  });
});

test("parts of one's own are sent with the name", () => {
  const change = { name: "Ida Marie Holm", firstName: "Ida Marie", middleName: null };
  expect(withoutFollowingParts(change)).toEqual(change);
});

test("a change without names stays as it is", () => {
  const change: { name?: string | null; city: string } = { city: "Imatra" };
  expect(withoutFollowingParts(change)).toEqual({ city: "Imatra" });
});
