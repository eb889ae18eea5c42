import { randomInt } from "node:crypto";
import { expect } from "vitest";
import type { Db } from "#app/database.ts";
import type { TestApp } from "#app/testing.ts";

let counter = randomInt(1_000);

/** A code or number that no other test uses. */
export function unique(prefix: string): string {
  counter += 1;
  return `${prefix}${counter}`.toUpperCase();
}

interface GivenContact {
  readonly type?: "company" | "person";
  readonly name?: string;
  readonly companyId?: number | null;
  readonly companyName?: string | null;
  readonly languageId?: number | null;
  readonly salespersonId?: number | null;
  readonly correspondenceType?: "hardCopy" | "email" | null;
  readonly email?: string | null;
  readonly privacyBlocked?: boolean;
  readonly phoneNo?: string | null;
  readonly mobilePhoneNo?: string | null;
}

/** Rows that interactions stand on, written straight into the tables. */
export function givenIn(db: Db) {
  return {
    async contact(given: GivenContact = {}): Promise<{ id: number; no: string }> {
      const no = unique("C");
      const id = 1_000_000 + counter;
      const type = given.type ?? "company";
      const name = given.name ?? `Contact ${no}`;
      await db.insertInto("contact_numbers").values({ no, contact_id: id }).execute();
      await db
        .insertInto("contacts")
        .values({
          id,
          no,
          type,
          name,
          company_id: type === "company" ? id : (given.companyId ?? null),
          company_name: type === "company" ? name : (given.companyName ?? null),
          language_id: given.languageId ?? null,
          salesperson_id: given.salespersonId ?? null,
          correspondence_type: given.correspondenceType ?? null,
          email: given.email ?? null,
          privacy_blocked: given.privacyBlocked ?? false,
          phone_no: given.phoneNo ?? null,
          mobile_phone_no: given.mobilePhoneNo ?? null,
        })
        .execute();
      return { id, no };
    },
    async salesperson(given: { name?: string; email?: string; blocked?: boolean } = {}) {
      const code = unique("SP");
      const { id } = await db
        .insertInto("salespeople")
        .values({
          code,
          name: given.name ?? `Seller ${code}`,
          email: given.email ?? null,
          blocked: given.blocked ?? false,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return { id, code };
    },
    async language(code = unique("L")): Promise<{ id: number; code: string }> {
      const { id } = await db
        .insertInto("languages")
        .values({ code, name: code, locale: null })
        .onConflict((conflict) => conflict.column("code").doUpdateSet({ name: code }))
        .returning("id")
        .executeTakeFirstOrThrow();
      return { id, code };
    },
    async group(): Promise<string> {
      const code = unique("G");
      await db.insertInto("interaction_groups").values({ code, description: null }).execute();
      return code;
    },
  };
}

/** A template made over the API; what matters to a test is given. */
export async function givenTemplate(
  app: TestApp,
  overrides: Record<string, unknown> = {},
): Promise<{ code: string; group: string }> {
  const admin = await app.as("crmAdmin");
  const group = await givenIn(app.owner).group();
  const code = unique("T");
  const answer = await admin.post("/interaction-templates", {
    code,
    interactionGroupCode: group,
    description: `Template ${code}`,
    defaultCorrespondenceType: null,
    ...overrides,
  });
  expect(answer.status, answer.text).toBe(201);
  return { code, group };
}

/** What recording answers, as reading the entry does: without the warnings. */
export function entryOf({ warnings: _, ...entry }: Record<string, unknown>): Record<string, unknown> {
  return entry;
}
