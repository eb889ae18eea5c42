/** One value of the request the server did not accept: where, which rule, in the reader's words. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The body of a problem answer (RFC 9457) as far as the UI reads it. */
export interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldProblem[];
}

/** An answer of the server that is not a success. `message` is fit to be shown: it is in the reader's language. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? "");
    this.status = status;
    this.code = body.code ?? `http_${status}`;
    this.detail = body.detail ?? null;
    this.values = body.values ?? {};
    this.errors = body.errors ?? [];
  }
}

/** No answer came: the network is away or the server does not run. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";

  constructor(options: ErrorOptions) {
    super("", options);
  }
}

/** Field errors by path as a form wants them. The first message of a path wins. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const byPath: Record<string, string> = {};
  for (const { path, message } of error.errors) byPath[path] ??= message;
  return byPath;
}

/** Splits field errors into those a form shows at a field and those it has no field for. */
export function placeFieldErrors(
  error: unknown,
  fields: ReadonlySet<string>,
): { atFields: Record<string, string>; elsewhere: string[] } {
  const all = Object.entries(fieldErrorsOf(error));
  const hasField = ([path]: [string, string]) => fields.has(path) || fields.has(path.split(".")[0] ?? path);
  return {
    atFields: Object.fromEntries(all.filter(hasField)),
    elsewhere: all.filter((entry) => !hasField(entry)).map(([, message]) => message),
  };
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

/** Somebody else saved in between (412). */
export function isStale(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 412;
}
