/** Who may be chosen as salesperson, and whose salesperson somebody is (contacts §1.3, interactions R-SALES). */

export interface SalespersonFlags {
  readonly blocked: boolean;
  readonly privacyBlocked: boolean;
}

/** Why a salesperson cannot be newly chosen; `null` where they can. */
export function refuseSalesperson({
  blocked,
  privacyBlocked,
}: SalespersonFlags): "salesperson_blocked" | "salesperson_privacy_blocked" | null {
  if (blocked) return "salesperson_blocked";
  return privacyBlocked ? "salesperson_privacy_blocked" : null;
}

/**
 * The user's salesperson: the only one whose e-mail is the user's login e-mail, else the one mapped to the user.
 * No match or several matches do not count.
 */
export function pickUsersSalesperson<Candidate extends { readonly email: string | null }>(
  loginEmail: string | null,
  candidates: readonly Candidate[],
  mapped: Candidate | null,
): Candidate | null {
  const wanted = loginEmail?.trim().toLowerCase();
  const matches = wanted ? candidates.filter(({ email }) => email?.trim().toLowerCase() === wanted) : [];
  return matches.length === 1 ? matches[0]! : mapped;
}
