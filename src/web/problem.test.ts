import { expect, test } from "vitest";
import { fieldErrorsOf, isProblem, isStale, ProblemError, placeFieldErrors } from "./problem.ts";

const invalid = new ProblemError(422, {
  title: "The values are not allowed",
  detail: "Choose a salesperson.",
  code: "validation",
  errors: [
    { path: "salespersonCode", code: "salesperson_required", message: "Choose a salesperson." },
    { path: "salespersonCode", code: "not_found", message: "There is no such salesperson." },
    { path: "comments.0", code: "too_long", message: "At most 80 characters." },
    { path: "taskNo", code: "not_found", message: "There is no such task." },
  ],
});

test("what the server objects to is known by path, the first message first", () => {
  expect(fieldErrorsOf(invalid).salespersonCode).toBe("Choose a salesperson.");
  expect(fieldErrorsOf(new Error("other"))).toEqual({});
});

test("objections without a field on the page are told elsewhere", () => {
  const { atFields, elsewhere } = placeFieldErrors(invalid, new Set(["salespersonCode", "comments"]));

  expect(Object.keys(atFields)).toEqual(["salespersonCode", "comments.0"]);
  expect(elsewhere).toEqual(["There is no such task."]);
});

test("the message to show is the detail, otherwise the title", () => {
  expect(invalid.message).toBe("Choose a salesperson.");
  expect(new ProblemError(403, { title: "Forbidden" }).message).toBe("Forbidden");
});

test("an answer without a code is known by its status", () => {
  const bare = new ProblemError(502, {});

  expect(bare.code).toBe("http_502");
  expect(isProblem(bare, "http_502")).toBe(true);
  expect(isStale(new ProblemError(412, { code: "stale_version" }))).toBe(true);
});
