import type { Language } from "../context.ts";
import { isDatabaseAway } from "../db/away.ts";
import {
  AppError,
  Conflict,
  type ErrorValues,
  Malformed,
  TooLarge,
  Unavailable,
  UnsupportedMedia,
} from "../errors.ts";
import type { Translator } from "../i18n/translate.ts";

/** RFC 9457 problem details, as `API.md` shapes them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly values?: ErrorValues;
  readonly errors?: readonly { path: string; code: string; message: string }[];
}

/** Names of unique constraints that a user can run into, each with the error it means. */
export type ConstraintErrors = Readonly<Record<string, () => AppError>>;

/** The only place where an error becomes an HTTP answer. Unknown errors show no details. */
export function toProblem(error: unknown, language: Language, t: Translator): Problem {
  const known = error instanceof AppError ? error : null;
  if (!known) {
    return {
      type: "/problems/unexpected",
      title: t(language, "problemTitles.500"),
      status: 500,
      code: "unexpected",
      detail: t(language, "problems.unexpected"),
    };
  }
  const { code, status, fieldErrors } = known;
  const errors = fieldErrors.map((field) => ({
    path: field.path,
    code: field.code,
    message: t(language, `problems.${field.code}`, {
      ...field.values,
      field: fieldName(field.path, language, t),
    }),
  }));
  const values: ErrorValues = {
    ...known.values,
    field: errors[0] ? fieldName(errors[0].path, language, t) : null,
  };
  const own = t(language, `problems.${code}`, values);
  return {
    type: `/problems/${code.replaceAll("_", "-")}`,
    title: t(language, `problemTitles.${status}`),
    status,
    // A collection of field problems says which ones; a single rule speaks for itself.
    detail:
      code === "validation" || code === "malformed"
        ? [own, ...errors.map((item) => item.message)].join(" ")
        : own,
    code,
    ...(Object.keys(known.values).length > 0 && { values: known.values }),
    ...(errors.length > 0 && { errors }),
  };
}

/** The localised name of a field: of `comments.0.text` the name of `text`. */
function fieldName(path: string, language: Language, t: Translator): string {
  const name = path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? path;
  return t.has(`fields.${name}`) ? t(language, `fields.${name}`) : name;
}

/** Two transactions stood in each other's way, and PostgreSQL ended this one: nothing of it was written. */
const deadlock = "40P01";
const notSerializable = "40001";

/** PostgreSQL has no room left to write. */
const diskFull = "53100";

/** Turns what libraries throw into errors of our own, as far as we know what they mean. */
export function toAppError(error: unknown, constraints: ConstraintErrors): unknown {
  if (error instanceof AppError || typeof error !== "object" || error === null) return error;
  const { code, constraint, statusCode } = error as {
    code?: unknown;
    constraint?: unknown;
    statusCode?: unknown;
  };
  if (typeof constraint === "string" && constraint in constraints) return constraints[constraint]!();
  if (isDatabaseAway(error)) return Object.assign(new Unavailable("database_unavailable"), { cause: error });
  if (code === deadlock || code === notSerializable) {
    return Object.assign(new Conflict("concurrent_change"), { cause: error });
  }
  if (code === diskFull) return Object.assign(new Unavailable("storage_full"), { cause: error });
  if (typeof code === "string" && code.startsWith("FST_ERR_CTP")) {
    if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new TooLarge("body_too_large");
    if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new UnsupportedMedia("media_type_unsupported");
    return new Malformed("malformed_json");
  }
  if (statusCode === 413) return new TooLarge("body_too_large");
  if (statusCode === 415) return new UnsupportedMedia("media_type_unsupported");
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500)
    return new Malformed("malformed");
  // Numbers and texts that PostgreSQL itself refuses although the contract let them pass.
  if (
    code === "22021" ||
    code === "22P05" ||
    code === "22003" ||
    code === "22P02" ||
    code === "22007" ||
    code === "22008"
  ) {
    return Object.assign(new Malformed("malformed"), { cause: error });
  }
  return error;
}
