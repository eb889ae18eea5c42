/** The longest a request may hold on for a job: proxies give up soon after. */
export const longestWaitSeconds = 60;

/** Seconds of the `wait` preference of a `Prefer` header (RFC 7240), capped; 0 where there is none. */
export function waitSeconds(header: string | string[] | undefined): number {
  const preferences = [header ?? []].flat().join(",").split(",");
  for (const preference of preferences) {
    const match = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:;.*)?$/i.exec(preference);
    // The first one counts, as the RFC has it.
    if (match) return Math.min(Number(match[1]), longestWaitSeconds);
  }
  return 0;
}
