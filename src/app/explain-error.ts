import { CommandFailed } from "#platform/command-line.ts";
import { DatabaseTooOld, SchemaIsNewer } from "#platform/db/migrate.ts";
import { RuntimeRoleMissing } from "#platform/db/roles.ts";
import { AppError } from "#platform/errors.ts";
import { toAppError, toProblem } from "#platform/http/problems.ts";
import { PostgresStartError } from "#platform/postgres/index.ts";
import { ConfigError } from "./config.ts";
import { constraintErrors } from "./constraints.ts";
import { createTexts } from "./texts.ts";

const speakForThemselves = [
  CommandFailed,
  ConfigError,
  DatabaseTooOld,
  PostgresStartError,
  RuntimeRoleMissing,
  SchemaIsNewer,
];

/** The one line a person at the terminal gets instead of a stack trace. */
export function explainError(error: unknown): string {
  if (speakForThemselves.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, message, port, address } = (error ?? {}) as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${address} is in use. Stop what uses it, or set PORT to another one.`;
    case "EACCES":
      if (port !== undefined)
        return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
      break;
    case "EADDRNOTAVAIL":
      return `This machine has no address ${address}. Set HOST to one it has, or to 0.0.0.0.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ETIMEDOUT":
      return `The database server of DATABASE_URL cannot be reached (${message || code}).`;
    case "28P01":
    case "28000":
      return `The database server refuses the user or password of DATABASE_URL: ${message}.`;
    case "3D000":
      return `The database of DATABASE_URL does not exist: ${message}. Create it first.`;
    case "53100":
    case "ENOSPC":
      return "The disk is full. Free some space and try again; nothing is lost.";
  }
  const known = toAppError(error, constraintErrors);
  if (known instanceof AppError) return detailOf(known);
  return `Unexpected error: ${message ?? String(error)}`;
}

/** What the API would answer, with the fields at fault. */
function detailOf(error: AppError): string {
  const { detail, errors = [] } = toProblem(error, "en", createTexts());
  const fields = errors.map((field) => `${field.path}: ${field.message}`);
  return detail.includes(errors[0]?.message ?? "\n") ? detail : [detail, ...fields].join(" ");
}
