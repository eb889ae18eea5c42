import { AppError, type ErrorValues } from "#platform/errors.ts";

/** What a client of the address book did wrong, with the element by which the protocols name it. */
export class DavError extends AppError {
  readonly status: number;
  /** Precondition or postcondition of RFC 3253, 4918, 6352 or 6578, such as `D:propfind-finite-depth`. */
  readonly condition: string | null;

  constructor(status: number, code: string, condition: string | null = null, values: ErrorValues = {}) {
    super(code, values);
    this.status = status;
    this.condition = condition;
  }
}
