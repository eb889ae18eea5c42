/**
 * Errors with a code. The code is an id of `API.md` (lower_snake) and the key of its text: `problems.<code>`.
 * `src/platform/http/problems.ts` is the only place that turns one into an HTTP answer.
 */

export type ErrorValues = Record<string, string | number | boolean | null | readonly (string | number)[]>;

/** One value of the request that is not allowed: where, which rule, and what the text needs. */
export interface FieldError {
  /** Path in the body or query, such as `salespersonCode` or `comments.0`. */
  readonly path: string;
  readonly code: string;
  readonly values?: ErrorValues;
}

export abstract class AppError extends Error {
  abstract readonly status: number;
  readonly code: string;
  readonly values: ErrorValues;
  readonly fieldErrors: readonly FieldError[];

  constructor(code: string, values: ErrorValues = {}, fieldErrors: readonly FieldError[] = []) {
    super(code);
    this.code = code;
    this.values = values;
    this.fieldErrors = fieldErrors;
  }
}

/** 400: the request itself is malformed. */
export class Malformed extends AppError {
  readonly status = 400;
}

/** 401: nobody is signed in, or the token is unknown, expired or revoked. */
export class Unauthenticated extends AppError {
  readonly status = 401;
}

/** 403: signed in, but without the right. */
export class Forbidden extends AppError {
  readonly status = 403;
}

/** 404: what the path names does not exist. */
export class NotFound extends AppError {
  readonly status = 404;
}

/** 409: a rule or the state of the record forbids it. */
export class Conflict extends AppError {
  readonly status = 409;
}

/** 412: somebody else changed the record in between. */
export class Stale extends AppError {
  readonly status = 412;
}

/** 413: more bytes than the configured limit. */
export class TooLarge extends AppError {
  readonly status = 413;
}

/** 415: a media type this endpoint does not read. */
export class UnsupportedMedia extends AppError {
  readonly status = 415;
}

/** 422: a field's value is not allowed. */
export class Invalid extends AppError {
  readonly status = 422;
}

/** 429: too many attempts; `values.retryAfterSeconds` says when to come back. */
export class TooMany extends AppError {
  readonly status = 429;
}

/** 503: a part Rapport stands on is away for the moment. */
export class Unavailable extends AppError {
  readonly status = 503;
}

/** 422 about one field, with the field's own code as the code of the whole. */
export function invalidField(path: string, code: string, values: ErrorValues = {}): Invalid {
  return new Invalid(code, values, [{ path, code, values }]);
}
