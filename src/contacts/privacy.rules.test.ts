import { expect, test } from "vitest";
import { isPrivacyBlocked, type PrivacyFlags, writePrivacyFlags } from "./privacy.rules.ts";

const free: PrivacyFlags = { privacyBlocked: false, minor: false, parentalConsentReceived: false };
const minor: PrivacyFlags = { privacyBlocked: true, minor: true, parentalConsentReceived: false };
const refused = { allowed: false, because: "contact_consent_missing" };

function after(current: PrivacyFlags, supplied: Partial<PrivacyFlags>): PrivacyFlags {
  const decision = writePrivacyFlags(current, supplied);
  if (!decision.allowed) throw new Error(decision.because);
  return decision.flags;
}

test("CON-107 a minor is blocked until there is consent and somebody unblocks", () => {
  expect(after(free, { minor: true })).toEqual(minor);
  expect(writePrivacyFlags(minor, { privacyBlocked: false })).toEqual(refused);

  const consented = after(minor, { parentalConsentReceived: true });
  expect(consented).toEqual({ ...minor, parentalConsentReceived: true });
  expect(after(consented, { privacyBlocked: false })).toEqual({ ...consented, privacyBlocked: false });
});

test("consent and unblocking are two steps", () => {
  expect(writePrivacyFlags(minor, { parentalConsentReceived: true, privacyBlocked: false })).toEqual(refused);
});

test("withdrawing the consent blocks again", () => {
  const unblocked = { privacyBlocked: false, minor: true, parentalConsentReceived: true };
  expect(after(unblocked, { parentalConsentReceived: false })).toEqual(minor);
});

test("coming of age resets the consent and leaves the block", () => {
  const consented = { ...minor, parentalConsentReceived: true };
  expect(after(consented, { minor: false })).toEqual({ ...free, privacyBlocked: true });
  expect(after(minor, { minor: false, privacyBlocked: false })).toEqual(free);
});

test("sending the same flags again changes nothing", () => {
  const unblocked = { privacyBlocked: false, minor: true, parentalConsentReceived: true };
  expect(after(unblocked, unblocked)).toEqual(unblocked);
  expect(after(free, { privacyBlocked: true })).toEqual({ ...free, privacyBlocked: true });
});

test.each([
  [false, null, false],
  [true, null, true],
  [false, false, false],
  [false, true, true],
])("a contact blocked: %s, its company blocked: %s → %s", (own, companys, expected) => {
  const company = companys === null ? null : { privacyBlocked: companys };
  expect(isPrivacyBlocked({ privacyBlocked: own }, company)).toBe(expected);
});
