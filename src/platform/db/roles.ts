import type pg from "pg";

/**
 * The role the running program works as. It owns nothing: what it may change is granted column by column,
 * so that a logged fact cannot be altered by a mistake in the code.
 */
export const runtimeRole = "rapport_runtime";

/** The database user may not create roles, so an administrator has to. */
export class RuntimeRoleMissing extends Error {
  constructor(user: string) {
    super(
      `The database user ${user} may not create the role ${runtimeRole}. Let an administrator of the database run: ` +
        `CREATE ROLE ${runtimeRole} NOLOGIN; GRANT ${runtimeRole} TO "${user}";`,
    );
  }
}

/** Makes sure that the runtime role exists and that the connecting user may act as it. */
export async function ensureRuntimeRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ user: string; exists: boolean; member: boolean }>(
    `select current_user as "user",
            exists (select from pg_roles where rolname = $1) as "exists",
            coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1), false) as member`,
    [runtimeRole],
  );
  const state = rows[0]!;
  if (state.exists && state.member) return;
  try {
    // Roles belong to the whole cluster: two databases of one cluster may get here at the same time.
    if (!state.exists) {
      await pool.query(`do $$ begin create role ${runtimeRole} nologin;
        exception when duplicate_object or unique_violation then null; end $$`);
    }
    await pool.query(`grant ${runtimeRole} to current_user`);
  } catch (error) {
    throw Object.assign(new RuntimeRoleMissing(state.user), { cause: error });
  }
}
