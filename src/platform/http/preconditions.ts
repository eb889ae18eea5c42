import { Malformed, Stale } from "../errors.ts";

/** The version of an `If-Match` header; `null` where there is none or it matches anything. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === "*") return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match)
    throw new Malformed("malformed", {}, [
      { path: "If-Match", code: "wrong_format", values: { expected: '"<version>"' } },
    ]);
  return Number(match[1]);
}

/** 412 when the caller has seen another version than the one that is stored. */
export function expectVersion(stored: { version: number }, seen: number | null | undefined): void {
  if (seen != null && seen !== stored.version) throw new Stale("stale_version", { version: stored.version });
}

export function entityTag(version: number): string {
  return `"${version}"`;
}
