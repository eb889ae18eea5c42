import type { z } from "zod";
import type { Right } from "#users/rights.rules.ts";

/** Who may call: a right of `API.md`, anybody signed in, or anybody at all. */
export type Access = Right | "signedIn" | "public";

export type Schema = z.core.$ZodType;
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One line of the HTTP contract. The server validates with it, the browser calls through it and the
 * OpenAPI document is printed from it. Paths are relative to `/api/v1`, parameters in braces.
 */
export interface Endpoint<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> {
  /** Unique operation id in camelCase, such as `listContacts`. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  /** One sentence for the reference. */
  readonly summary: string;
  /** Shapes, units, the specification's section where a rule comes from it. */
  readonly description?: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly result?: R;
  /** Status of success: 200 with a result, 204 without, unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Error ids beyond the common ones, for the reference. */
  readonly problems?: readonly string[];
  /** The answer holds a secret: it is kept encrypted for idempotent repeats. */
  readonly isSecret?: boolean;
  /**
   * `false`: `Idempotency-Key` is ignored. For requests that hold a password, of which nothing may be kept, and
   * whose failures are counted although a failed call writes nothing else.
   */
  readonly isRepeatable?: boolean;
  /** The body is a stream, not JSON; the handler reads it itself. Names the accepted media types. */
  readonly consumes?: readonly string[];
  /** The answer is a stream, not JSON. Names the media types. */
  readonly produces?: readonly string[];
  /** Media types that are answered as a stream instead of JSON when `Accept` begins with one; see `wantsInstead`. */
  readonly insteadOfJson?: readonly string[];
}

/** Declares an endpoint; exists so that the schemas keep their exact types. */
export function endpoint<
  P extends Schema = z.core.$ZodUndefined,
  Q extends Schema = z.core.$ZodUndefined,
  B extends Schema = z.core.$ZodUndefined,
  R extends Schema = z.core.$ZodUndefined,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition;
}

export type Input<S extends Schema> = z.core.input<S>;
export type Output<S extends Schema> = z.core.output<S>;
