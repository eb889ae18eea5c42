import { describe, expect, test } from "vitest";
import { hashPassword, isOutdatedHash, verifyPassword } from "./passwords.ts";

describe("password hashes", () => {
  test("verify the password they were made of and no other", async () => {
    const hash = await hashPassword("correct horse battery");

    expect(await verifyPassword("correct horse battery", hash)).toBe(true);
    expect(await verifyPassword("correct horse batterx", hash)).toBe(false);
  });

  test("carry their parameters and a salt of their own", async () => {
    const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);

    expect(first).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
  });

  test("a password typed with combining characters is the same", async () => {
    const hash = await hashPassword("mäntymäkinen");

    expect(await verifyPassword("ma\u0308ntyma\u0308kinen", hash)).toBe(true);
  });

  test("nobody's password is never right, whatever is typed", async () => {
    expect(await verifyPassword("correct horse battery", null)).toBe(false);
  });

  test("a hash of weaker parameters still verifies and is outdated", async () => {
    // Made by the argon2 of node:crypto with m=64, t=1, p=1.
    const weak =
      "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$zXWWUNxFCSQ7dVrBawnnax5e3t0/8LduYi2KAH2VCy8";

    expect(await verifyPassword("correct horse battery", weak)).toBe(true);
    expect(isOutdatedHash(weak)).toBe(true);
    expect(isOutdatedHash(await hashPassword("correct horse battery"))).toBe(false);
  });

  test("hashing leaves the event loop free", async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 1);
    await Promise.all(Array.from({ length: 4 }, () => hashPassword("correct horse battery")));
    clearInterval(ticking);

    expect(ticks).toBeGreaterThan(3);
  });

  test("a hash of an unknown form is an error, not a wrong password", async () => {
    await expect(verifyPassword("x", "$2b$10$abcdef")).rejects.toThrow("unknown form");
  });
});
