import { expect, test } from "vitest";
import { z } from "zod";
import { type Endpoint, endpoint } from "#platform/http/endpoint.ts";
import { listQuery } from "#platform/http/list-contract.ts";
import { checkParameters, findList } from "./list-parameters.rules.ts";

const list = (path: string, query: z.ZodType) =>
  endpoint({
    id: path,
    method: "GET",
    path,
    access: "contacts.read",
    summary: "",
    query,
  }) as unknown as Endpoint;

const things = list("/things", listQuery(["name"], { colour: z.enum(["red", "blue"]).optional() }));
const endpoints = [things, list("/home", z.strictObject({ date: z.string() }))];

test("a list is known by its path; what has no pages is none", () => {
  expect(findList(endpoints, "things")?.access).toBe("contacts.read");
  expect(findList(endpoints, "home")).toBeNull();
  expect(findList(endpoints, "others")).toBeNull();
});

test("what the list takes stays, everything else is named", () => {
  const known = findList(endpoints, "things")!;

  expect(checkParameters(known, { colour: "red", sort: "-name" })).toEqual({
    accepted: { colour: "red", sort: "-name" },
    refused: [],
  });
  expect(checkParameters(known, { colour: "green", sort: "name", size: "9", limit: "5" })).toEqual({
    accepted: { sort: "name" },
    refused: expect.arrayContaining(["colour", "size", "limit"]),
  });
});

test("an objection to the whole leaves nothing", () => {
  const never = listQuery(["name"], {}).refine(() => false);
  const known = { access: "contacts.read" as const, parameters: never as unknown as z.ZodObject };

  expect(checkParameters(known, { sort: "name" })).toEqual({ accepted: {}, refused: ["sort"] });
});
