/** Why the embedded PostgreSQL could not be started or stopped. */
export type PostgresStartCode =
  | "already_running"
  | "busy"
  | "cluster_creation_failed"
  | "cluster_damaged"
  | "disk_full"
  | "folder_not_writable"
  | "no_account"
  | "no_programs"
  | "not_permitted"
  | "password_lost"
  | "port_taken"
  | "start_failed"
  | "start_timeout"
  | "stop_failed"
  | "wrong_version";

/** The message is one line of plain English that says what happened and what to do. */
export class PostgresStartError extends Error {
  override readonly name = "PostgresStartError";
  readonly code: PostgresStartCode;

  constructor(code: PostgresStartCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The code of a failed system call, such as `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Turns a failed write below the data folder into a message an operator can act on; other errors pass unchanged. */
export function asFolderError(error: unknown, folder: string): unknown {
  switch (systemCode(error)) {
    case "ENOSPC":
    case "53100": // PostgreSQL's own word for it
    case "EDQUOT":
      return new PostgresStartError("disk_full", diskFull(folder), error);
    case "ENOENT": // Node's word when it makes folders, with their parents, on a read-only disk
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return new PostgresStartError(
        "folder_not_writable",
        `The data folder ${folder} cannot be written. Make it writable for the user that runs Rapport, or set RAPPORT_DATA to another folder.`,
        error,
      );
    case "ENOTDIR":
    case "EEXIST":
      return new PostgresStartError(
        "folder_not_writable",
        `The data folder ${folder} cannot be made: a file is in its place. Set RAPPORT_DATA to another folder.`,
        error,
      );
    default:
      return error;
  }
}

export function diskFull(folder: string): string {
  return `The disk that holds ${folder} is full. Free some space and start again; nothing is lost.`;
}
