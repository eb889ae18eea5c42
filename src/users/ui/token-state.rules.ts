import type { Token } from "../tokens.contract.ts";

export type TokenState = "active" | "expired" | "revoked";

/** Whether a token opens the door at the moment. */
export function stateOfToken(
  { revokedAt, expiresAt }: Pick<Token, "revokedAt" | "expiresAt">,
  now: Date,
): TokenState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && new Date(expiresAt) <= now ? "expired" : "active";
}

export const lifetimes = ["in30Days", "in90Days", "inYear", "never"] as const;
export type Lifetime = (typeof lifetimes)[number];

const days: Readonly<Record<Exclude<Lifetime, "never">, number>> = {
  in30Days: 30,
  in90Days: 90,
  inYear: 365,
};

/** The instant (RFC 3339) at which a token of that lifetime expires; `null` = never. */
export function expiryOf(lifetime: Lifetime, now: Date): string | null {
  return lifetime === "never" ? null : new Date(now.getTime() + days[lifetime] * 86_400_000).toISOString();
}
