import { expect, test } from "vitest";
import { expiryOf, stateOfToken } from "./token-state.rules.ts";

const now = new Date("2026-11-25T12:00:00Z");

test.each([
  [{ revokedAt: null, expiresAt: null }, "active"],
  [{ revokedAt: null, expiresAt: "2026-11-25T12:00:01Z" }, "active"],
  [{ revokedAt: null, expiresAt: "2026-11-25T12:00:00Z" }, "expired"],
  [{ revokedAt: "2026-11-24T12:00:00Z", expiresAt: "2026-11-24T13:00:00Z" }, "revoked"],
] as const)("%j is %s", (token, state) => {
  expect(stateOfToken(token, now)).toBe(state);
});

test("a lifetime counts from now", () => {
  expect(expiryOf("in30Days", now)).toBe("2026-12-25T12:00:00.000Z");
  expect(expiryOf("never", now)).toBeNull();
});
