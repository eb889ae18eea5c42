import { z } from "zod";
import { type FieldError, Invalid, Malformed } from "../errors.ts";
import type { Output, Schema } from "./endpoint.ts";

/** Parses a body: 422 `validation` naming every field that is wrong. */
export function parseBody<S extends Schema>(schema: S, value: unknown): Output<S> {
  const result = z.core.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  throw new Invalid("validation", {}, toFieldErrors(result.error.issues));
}

/** Parses query or path parameters: 400 `malformed`, because such a request was never understood. */
export function parseParameters<S extends Schema>(schema: S, value: unknown): Output<S> {
  const result = z.core.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  throw new Malformed("malformed", {}, toFieldErrors(result.error.issues));
}

/** Every problem that Zod found, with a code of our own and the values its text needs. */
export function toFieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path ? `${path}.${key}` : key,
        code: "unknown_field",
        values: { name: key },
      }));
    }
    return [{ path, ...codeOf(issue) }];
  });
}

function codeOf(issue: z.core.$ZodIssue): Omit<FieldError, "path"> {
  switch (issue.code) {
    case "custom": {
      const params = issue.params as { code?: string; values?: FieldError["values"] } | undefined;
      return params?.code
        ? { code: params.code, values: params.values ?? {} }
        : { code: "not_allowed_value" };
    }
    case "invalid_type":
      return issue.input == null
        ? { code: "required" }
        : { code: "wrong_type", values: { expected: issue.expected } };
    case "too_big":
      return issue.origin === "string"
        ? { code: "too_long", values: { maximum: Number(issue.maximum) } }
        : { code: "too_big", values: { maximum: Number(issue.maximum) } };
    case "too_small":
      return issue.origin === "string"
        ? { code: "required" }
        : { code: "too_small", values: { minimum: Number(issue.minimum) } };
    case "invalid_value":
      return { code: "not_allowed_value", values: { allowed: issue.values.map(String) } };
    case "invalid_union":
      return { code: "wrong_type", values: { expected: "one of several shapes" } };
    case "invalid_format":
      return {
        code: "wrong_format",
        // A pattern of our own says more than that there is one.
        values: { expected: (issue.format === "regex" && issue.pattern) || issue.format },
      };
    default:
      return { code: "wrong_format", values: { expected: issue.code } };
  }
}
