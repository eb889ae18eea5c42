import { randomUUID } from "node:crypto";
import type { Context, Db } from "#app/database.ts";
import { systemActor } from "#platform/context.ts";
import { KeyAllocator } from "#platform/db/number-blocks.ts";
import { subscribeAll } from "./subscriptions.ts";

/** The context of what the program does by itself: commands, first start, housekeeping. */
export async function systemContext(db: Db): Promise<Context> {
  subscribeAll();
  const { time_zone: timeZone } = await db
    .selectFrom("company_information")
    .select("time_zone")
    .executeTakeFirstOrThrow();
  return {
    db,
    actor: systemActor,
    language: "en",
    now: new Date(),
    timeZone,
    requestId: `program-${randomUUID()}`,
    keys: new KeyAllocator(db),
  };
}
