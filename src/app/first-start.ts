import type { Context } from "#app/database.ts";
import { loadDemo } from "#demo/index.ts";
import { ensureFirstAdministrator } from "#users/index.ts";

/** What an empty database gets unless `RAPPORT_DEMO=0`. */
const demo: readonly ((ctx: Context) => Promise<unknown>)[] = [(ctx) => loadDemo(ctx, ctx.language)];

/** Fills a database that nobody has worked in yet with the demo company; true when it did. */
export async function fillEmptyDatabase(ctx: Context, wantsDemo: boolean): Promise<boolean> {
  if (!wantsDemo || demo.length === 0 || !(await isUntouched(ctx))) return false;
  for (const load of demo) await load(ctx);
  return true;
}

/** The one-time link by which the operator sets the administrator's password; `null` once there is one. */
export function firstSignIn(ctx: Context, baseUrl: string): Promise<string | null> {
  return ensureFirstAdministrator(ctx, baseUrl);
}

async function isUntouched({ db }: Context): Promise<boolean> {
  const found = await db
    .selectFrom("company_information")
    .select((eb) => [
      "assistant_completed",
      eb.exists(eb.selectFrom("contacts").select("id")).as("has_contacts"),
      eb.exists(eb.selectFrom("interaction_templates").select("id")).as("has_templates"),
    ])
    .executeTakeFirstOrThrow();
  return !found.assistant_completed && !found.has_contacts && !found.has_templates;
}
