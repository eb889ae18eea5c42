import type { Kysely, Transaction } from "kysely";
import type { ContactsTables } from "#contacts/contacts.tables.ts";
import type { ImportsTables } from "#imports/imports.tables.ts";
import type { InteractionsTables } from "#interactions/interactions.tables.ts";
import type { NumberingTables } from "#numbering/numbering.tables.ts";
import type { ContextOf } from "#platform/context.ts";
import type { PlatformTables } from "#platform/platform.tables.ts";
import type { SalespeopleTables } from "#salespeople/salespeople.tables.ts";
import type { SetupTables } from "#setup/setup.tables.ts";
import type { UsersTables } from "#users/users.tables.ts";

/** Every table, declared by the module that owns it. */
export interface Database
  extends PlatformTables,
    UsersTables,
    SalespeopleTables,
    NumberingTables,
    SetupTables,
    ContactsTables,
    InteractionsTables,
    ImportsTables {}

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** Who, when, in which language and on which database: the first argument of every command and query. */
export type Context = ContextOf<Db>;
