import type { Right, Role } from "#users/rights.rules.ts";
import type { KeyAllocator } from "./db/number-blocks.ts";

export const languages = ["en", "fi"] as const;
/** Languages of the user interface and of messages. */
export type Language = (typeof languages)[number];

/** Who is behind a request or a job. */
export interface Actor {
  /** `system`: the program itself, for example a start-up task. `anonymous`: nobody has signed in. */
  readonly kind: "user" | "token" | "system" | "anonymous";
  /** Stands in the log and the audit trail. */
  readonly name: string;
  readonly userId: number | null;
  readonly tokenId: number | null;
  readonly role: Role;
  readonly rights: ReadonlySet<Right>;
  readonly email: string | null;
  readonly fullName: string | null;
  /** The salesperson mapped to the user, if any. */
  readonly salespersonId: number | null;
}

/** What every command and query knows: who, when, in which language, on which database. */
export interface ContextOf<DB> {
  readonly db: DB;
  readonly actor: Actor;
  readonly language: Language;
  /** Moment of the request; rules and commands read no clock. */
  readonly now: Date;
  /** IANA name of the organisation's time zone: its date is "today". */
  readonly timeZone: string;
  readonly requestId: string;
  /** Keys for rows of contacts and of the log. */
  readonly keys: KeyAllocator;
}

export const systemActor: Actor = {
  kind: "system",
  name: "rapport",
  userId: null,
  tokenId: null,
  role: "admin",
  rights: new Set(),
  email: null,
  fullName: null,
  salespersonId: null,
};

/** Behind a request of a public endpoint: may do nothing that takes a right. */
export const anonymousActor: Actor = {
  kind: "anonymous",
  name: "anonymous",
  userId: null,
  tokenId: null,
  role: "viewer",
  rights: new Set(),
  email: null,
  fullName: null,
  salespersonId: null,
};
