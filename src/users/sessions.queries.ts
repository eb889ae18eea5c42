import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { codeOf } from "#setup/index.ts";
import { signedInUserId } from "./actors.ts";
import { hashOfSecret } from "./secrets.ts";
import type { OwnSession, Session } from "./session.contract.ts";
import { publicSessionId } from "./sessions.commands.ts";

type SignedInUser = NonNullable<Session["user"]>;

interface SessionRow {
  id: number | null;
  user_name: string;
  full_name: string;
  email: string;
  user_language: SignedInUser["language"];
  theme: SignedInUser["theme"];
  salesperson_code: string | null;
  role: SignedInUser["role"];
  company_name: string | null;
  currency_code: string;
  time_zone: string;
  language: SignedInUser["language"];
  assistant_completed: boolean;
}

/** What the pages need to know once somebody is signed in. */
export async function getSession({ db, actor }: Context): Promise<Session> {
  const { rows } = await sql<SessionRow>`
    select u.id, u.user_name, u.full_name, u.email, u.language as user_language, u.theme, u.role,
           ${codeOf("salespeople", "u.salesperson_id")} as salesperson_code,
           c.name as company_name, c.currency_code, c.time_zone, c.language, c.assistant_completed
      from company_information c left join users u on u.id = ${actor.userId}`.execute(db);
  const row = rows[0]!;
  return {
    user: row.id === null ? null : presentSignedInUser({ ...row, id: row.id }),
    rights: [...actor.rights],
    company: {
      name: row.company_name,
      currencyCode: row.currency_code,
      timeZone: row.time_zone,
      language: row.language,
    },
    assistantCompleted: row.assistant_completed,
  };
}

function presentSignedInUser(row: SessionRow & { id: number }): SignedInUser {
  return {
    id: row.id,
    userName: row.user_name,
    fullName: row.full_name,
    email: row.email,
    language: row.user_language,
    theme: row.theme,
    salespersonCode: row.salesperson_code,
    role: row.role,
  };
}

/** The actor's own open sessions, the latest used first; `currentSecret` is that of the cookie. */
export async function listOwnSessions(ctx: Context, currentSecret: string): Promise<OwnSession[]> {
  const rows = await ctx.db
    .selectFrom("sessions")
    .select([publicSessionId.as("id"), "user_agent", "address", "created_at", "last_seen_at", "expires_at"])
    .select(sql<boolean>`token_hash = ${hashOfSecret(currentSecret)}`.as("current"))
    .where("user_id", "=", signedInUserId(ctx))
    .where("expires_at", ">", ctx.now.toISOString())
    .orderBy("last_seen_at", "desc")
    .orderBy("token_hash")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.current,
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }));
}
