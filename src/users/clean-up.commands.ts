import type { Context } from "#app/database.ts";
import { forgottenAfterSeconds } from "./sign-in.rules.ts";

/** Deletes sessions and links that are over and attempts that are forgotten. Running it twice is harmless. */
export async function deleteExpiredSessions({ db, now }: Context): Promise<void> {
  const moment = now.toISOString();
  const forgottenBefore = new Date(now.getTime() - forgottenAfterSeconds * 1_000).toISOString();
  await db.deleteFrom("sessions").where("expires_at", "<=", moment).execute();
  await db.deleteFrom("user_links").where("expires_at", "<=", moment).execute();
  await db.deleteFrom("sign_in_attempts").where("window_started_at", "<", forgottenBefore).execute();
}
