import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { changeContacts } from "./change-contacts.commands.ts";
import { createContacts } from "./create-contacts.commands.ts";
import { findContactIdsByNo } from "./find-contacts.queries.ts";
import type { ContactOutcome } from "./present-contact.ts";
import { presentContactNames } from "./present-contact-names.queries.ts";
import { given, setUpMarketing } from "./testing.ts";

/** The numbers of what was written, the codes of what was refused. */
const summary = (outcomes: readonly ContactOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.written ? outcome.contact.no : (outcome.error as unknown as { code: string }).code,
  );

describe("many new contacts", () => {
  test("are created in order; what is refused is left out and uses up no number", async ({ ctx }) => {
    await setUpMarketing(ctx, { startingNo: "B0001" });
    await given.contact(ctx, { no: "TAKEN" });

    const outcomes = await createContacts(ctx, [
      { name: "Eka Oy" },
      { name: "Rikki Oy", email: "ei osoite" },
      { name: "Toka Oy" },
      { no: "TAKEN", name: "Varattu Oy" },
      { no: "OMA", name: "Oma Oy" },
      { no: "oma", name: "Toinen oma Oy" },
      { name: "Outo Oy", territoryCode: "NOWHERE" },
      { name: "Kolmas Oy" },
    ]);

    expect(summary(outcomes)).toEqual([
      "B0001",
      "contact_email",
      "B0002",
      "duplicate",
      "OMA",
      "duplicate",
      "not_found",
      "B0003",
    ]);
  });

  test("may belong together: people name companies of the same call by number or name", async ({ ctx }) => {
    await setUpMarketing(ctx, { startingNo: "B0001" });
    await given.codes(ctx, "territories", "NORTH");
    const existing = await given.contact(ctx, { name: "Vanha Oy" });

    const outcomes = await createContacts(ctx, [
      { type: "person", name: "Ennen Yhtiötään", companyNo: "NEWCO" },
      { type: "company", no: "NEWCO", name: "Uusi Yhtiö Oy", territoryCode: "NORTH", city: "Oulu" },
      { type: "person", name: "Nimen Mukaan", companyName: "uusi yhtiö oy" },
      { type: "person", name: "Vanhan Väki", companyName: "Vanha Oy" },
      { type: "person", name: "Vanhan Väki Numerolla", companyNo: existing.no },
      { type: "person", name: "Eksynyt", companyNo: "NOWHERE" },
      { type: "company", no: existing.no, name: "Kaksoisnumero Oy" },
    ]);

    expect(summary(outcomes)).toEqual([
      "B0001",
      "NEWCO",
      "B0002",
      "B0003",
      "B0004",
      "not_found",
      "duplicate",
    ]);
    const contacts = outcomes.map((outcome) => (outcome.written ? outcome.contact : null));
    expect(contacts[0]).toMatchObject({
      companyNo: "NEWCO",
      companyName: "Uusi Yhtiö Oy",
      territoryCode: "NORTH",
      city: "Oulu",
    });
    expect(contacts[2]).toMatchObject({ companyNo: "NEWCO" });
    expect(contacts[3]).toMatchObject({ companyNo: existing.no, companyName: "Vanha Oy" });
  });

  test("whose company of the same call is refused are refused with it", async ({ ctx }) => {
    await given.contact(ctx, { no: "TAKEN", type: "person" });

    const outcomes = await createContacts(ctx, [
      { type: "company", no: "TAKEN", name: "Varattu Oy" },
      { type: "person", no: "P1", name: "Varatun Väki", companyName: "Varattu Oy" },
    ]);

    expect(summary(outcomes)).toEqual(["duplicate", "contact_select_company"]);
  });

  test("skip numbers that were given by hand, in order", async ({ ctx }) => {
    await setUpMarketing(ctx, { startingNo: "K0001" });
    for (const no of ["K0002", "K0004"]) await given.contact(ctx, { no });

    const outcomes = await createContacts(
      ctx,
      ["A", "B", "C", "D"].map((name) => ({ name })),
    );

    expect(summary(outcomes)).toEqual(["K0001", "K0003", "K0005", "K0006"]);
    const found = await findContactIdsByNo(ctx.db, summary(outcomes));
    for (const outcome of outcomes)
      if (outcome.written) expect(found.get(outcome.contact.no)?.id).toBe(outcome.id);
    const claims = await ctx.db
      .selectFrom("contact_numbers")
      .select("no")
      .where("no", "like", "K%")
      .orderBy("no")
      .execute();
    expect(claims.map(({ no }) => no)).toEqual(["K0001", "K0002", "K0003", "K0004", "K0005", "K0006"]);
  });

  test("leave one entry in the audit trail", async ({ ctx }) => {
    await setUpMarketing(ctx, { startingNo: "B0001" });

    await createContacts(
      ctx,
      Array.from({ length: 1000 }, (_, index) => ({ name: `Yhtiö ${index} Oy` })),
    );

    const trail = await ctx.db
      .selectFrom("audit_entries")
      .select(["action", "resource_key", "changes"])
      .where("action", "like", "contact%")
      .execute();
    expect(trail).toMatchObject([
      { action: "contacts.created", resource_key: "B0001", changes: { count: 1000 } },
    ]);
  });

  test("made from parties take no default but the salutation", async ({ ctx }) => {
    await setUpMarketing(ctx, { startingNo: "B0001", territoryCode: "NORTH", companySalutationCode: "COMP" });

    const [outcome] = await createContacts(ctx, [{ name: "Asiakas Oy" }], { areFromParties: true });

    expect(outcome).toMatchObject({
      written: true,
      contact: { territoryCode: null, salutationCode: "COMP" },
    });
  });
});

describe("many changes", () => {
  test("are written together; unknown numbers and wrong values are told in order", async ({ ctx }) => {
    const [a, b, c] = [
      await given.contact(ctx),
      await given.contact(ctx),
      await given.contact(ctx, { city: "Oulu" }),
    ];

    const outcomes = await changeContacts(ctx, [
      { no: a.no.toLowerCase(), change: { city: "Kemi" } },
      { no: "NOBODY", change: { city: "Kemi" } },
      { no: b.no, change: { phoneNo: "kaksi" } },
      { no: c.no, change: { city: "Oulu" } },
    ]);

    expect(summary(outcomes)).toEqual([a.no, "contact_not_found", "contact_phone_letters", c.no]);
    expect(outcomes[0]).toMatchObject({ contact: { city: "Kemi", version: 2 } });
    expect(outcomes[3]).toMatchObject({ contact: { version: 1 } });
  });

  test("of one contact add up", async ({ ctx }) => {
    const { no } = await given.contact(ctx);

    const outcomes = await changeContacts(ctx, [
      { no, change: { city: "Kemi" } },
      { no, change: { address: "Ranta 1" } },
    ]);

    expect(outcomes[1]).toMatchObject({ contact: { city: "Kemi", address: "Ranta 1", version: 2 } });
  });

  test("of companies reach their people, also those who join in the same call", async ({ ctx }) => {
    await setUpMarketing(ctx);
    const [one, two] = [await given.contact(ctx), await given.contact(ctx)];
    const inOne = await given.contact(ctx, { type: "person", companyNo: one.no });
    const joins = await given.contact(ctx, { type: "person" });

    await changeContacts(ctx, [
      { no: joins.no, change: { companyNo: two.no } },
      { no: one.no, change: { name: "Yksi Oy", phoneNo: "111" } },
      { no: two.no, change: { name: "Kaksi Oy", phoneNo: "222" } },
    ]);

    const names = await presentContactNames(ctx.db, [inOne.id, joins.id]);
    expect(names.get(inOne.id)?.companyName).toBe("Yksi Oy");
    expect(names.get(joins.id)).toMatchObject({ companyName: "Kaksi Oy", companyId: two.id });
    const phones = await ctx.db
      .selectFrom("contacts")
      .select("phone_no")
      .where("type", "=", "person")
      .orderBy("id")
      .execute();
    expect(phones.map(({ phone_no }) => phone_no)).toEqual(["111", "222"]);
  });

  test("of a thousand take no more statements than one", async ({ ctx }) => {
    const made = await createContacts(
      ctx,
      Array.from({ length: 1000 }, (_, index) => ({ no: `M${index}`, name: `Yhtiö ${index}` })),
    );

    const outcomes = await changeContacts(
      ctx,
      made.map((_, index) => ({ no: `M${index}`, change: { city: `Kunta ${index}` } })),
    );

    expect(outcomes.every((outcome) => outcome.written && outcome.contact.version === 2)).toBe(true);
  });
});
