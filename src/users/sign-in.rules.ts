/** How long somebody waits who has guessed wrong too often. */

export type SubjectKind = "user" | "address";

export interface AttemptLimit {
  /** Failures that cost no waiting. */
  readonly freeFailures: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/**
 * A person mistypes a few times; an office of many people stands behind one address. Each failure beyond the free
 * ones doubles the wait. A user's wait stays short enough that nobody is locked out for long by another's guesses.
 */
export const attemptLimits: Readonly<Record<SubjectKind, AttemptLimit>> = {
  user: { freeFailures: 5, firstWaitSeconds: 5, longestWaitSeconds: 15 * 60 },
  address: { freeFailures: 30, firstWaitSeconds: 5, longestWaitSeconds: 60 * 60 },
};

/** Failures are forgotten when this long no other followed. */
export const forgottenAfterSeconds = 24 * 60 * 60;

export interface Attempts {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

/** Seconds to wait after the given number of failures in a row. */
export function waitAfter(kind: SubjectKind, failures: number): number {
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = attemptLimits[kind];
  if (failures < freeFailures) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - freeFailures));
}

/** Seconds until the next attempt is looked at; 0 = now. */
export function remainingWait(kind: SubjectKind, attempts: Attempts, now: Date): number {
  const elapsedSeconds = (now.getTime() - attempts.lastFailedAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(waitAfter(kind, attempts.failures) - elapsedSeconds));
}

/** The count with one more failure. */
export function failuresAfterAnother(attempts: Attempts, now: Date): number {
  const elapsedSeconds = (now.getTime() - attempts.lastFailedAt.getTime()) / 1000;
  return elapsedSeconds > forgottenAfterSeconds ? 1 : attempts.failures + 1;
}

/** An address as it is counted: of IPv6 the network of one customer (/64), of mapped IPv4 the IPv4 address. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]!.split("::");
  const left = head.split(":").filter((group) => group !== "");
  const right = tail.split(":").filter((group) => group !== "");
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
