import type { Context } from "#app/database.ts";
import { invalidField } from "#platform/errors.ts";
import { findUsersSalesperson } from "./salespeople.queries.ts";
import { refuseSalesperson, type SalespersonFlags } from "./salespeople.rules.ts";

/** Code of the caller's salesperson (interactions R-SALES 2), where it can be newly chosen. */
export async function findUsersSalespersonCode(ctx: Pick<Context, "db" | "actor">): Promise<string | null> {
  const found = await findUsersSalesperson(ctx);
  return found && refuseSalesperson(found) === null ? found.code : null;
}

/**
 * Refuses who cannot be newly chosen; one who was chosen before may stay.
 *
 * @throws Invalid `salesperson_blocked`, `salesperson_privacy_blocked`, both at `salespersonCode`
 */
export function refuseNewlyChosen(
  chosen: (SalespersonFlags & { readonly code: string }) | null,
  codeBefore: string | null,
): void {
  if (chosen === null || chosen.code === codeBefore) return;
  const refusal = refuseSalesperson(chosen);
  if (refusal) throw invalidField("salespersonCode", refusal, { salespersonCode: chosen.code });
}
