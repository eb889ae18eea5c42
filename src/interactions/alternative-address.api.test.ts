import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn, givenTemplate } from "./testing.ts";

/** A person with a cottage in July, the template of calls, and who may log. */
async function givenSummerGuest(app: TestApp) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const person = await given.contact({
    type: "person",
    salespersonId: salesperson.id,
    phoneNo: "1234",
    email: "aino@kuusela.example",
  });
  const template = await givenTemplate(app, { description: "Outgoing call" });
  const user = await app.as("crmUser");
  const address = { phoneNo: "111", mobilePhoneNo: "222", email: "ranta@kuusela.example" };
  for (const code of ["COTTAGE", "OFFICE"])
    await user.post(`/contacts/${person.no}/alternative-addresses`, { code, ...address });
  await user.post(`/contacts/${person.no}/alternative-address-ranges`, {
    startingDate: "2026-07-01",
    endingDate: "2026-07-31",
    altAddressCode: "COTTAGE",
  });
  const interaction = { contactNo: person.no, interactionTemplateCode: template.code };
  return { person, template, user, interaction };
}

describe("the alternative address of an interaction", () => {
  test("CON-045 is the one active on its date, unless another one is said", async ({ app }) => {
    const { user, interaction } = await givenSummerGuest(app);
    const codeOf = async (more: object) => {
      const { body } = await user.post("/interactions", { ...interaction, ...more });
      expect((await user.get(`/interaction-log-entries/${body.entryNo}`)).body.contactAltAddressCode).toBe(
        body.contactAltAddressCode,
      );
      return body.contactAltAddressCode;
    };

    expect(await codeOf({ date: "2026-06-30" })).toBeNull();
    expect(await codeOf({ date: "2026-07-01" })).toBe("COTTAGE");
    expect(await codeOf({ date: "2026-07-01", contactAltAddressCode: "office" })).toBe("OFFICE");
    expect(await codeOf({ date: "2026-07-01", contactAltAddressCode: null })).toBeNull();
  });

  test("must be one of the contact's own", async ({ app }) => {
    const { user, interaction } = await givenSummerGuest(app);
    const { no } = await givenIn(app.owner).contact();

    const refused = await user.post("/interactions", {
      ...interaction,
      contactNo: no,
      contactAltAddressCode: "COTTAGE",
    });

    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: "contactAltAddressCode", code: "not_found" }] },
    });
  });

  test("INT-050 follows the date of a draft, is kept while it is postponed, and comes along", async ({
    app,
  }) => {
    const { user, interaction } = await givenSummerGuest(app);
    const draft = (await user.post("/interaction-drafts", { contactNo: interaction.contactNo })).body;
    const change = async (fields: object) =>
      (await user.patch(`/interaction-drafts/${draft.id}`, fields)).body;
    expect(draft.contactAltAddressCode).toBeNull();

    expect((await change({ date: "2026-07-02" })).contactAltAddressCode).toBe("COTTAGE");
    expect((await change({ date: "2026-08-02" })).contactAltAddressCode).toBeNull();
    expect((await change({ contactAltAddressCode: "OFFICE" })).contactAltAddressCode).toBe("OFFICE");
    expect((await change({ date: "2026-07-02" })).contactAltAddressCode).toBe("OFFICE");
    expect((await change({ contactAltAddressCode: "NOWHERE" })).errors).toMatchObject([
      { path: "contactAltAddressCode", code: "not_found" },
    ]);

    await change({ interactionTemplateCode: interaction.interactionTemplateCode });
    const postponed = (await user.post(`/interaction-drafts/${draft.id}/postpone`)).body;
    expect(postponed.contactAltAddressCode).toBe("OFFICE");
    const resumed = await user.post("/interaction-drafts", { postponedEntryNo: postponed.entryNo });
    expect(resumed.body.contactAltAddressCode).toBe("OFFICE");
    const finished = await user.post(`/interaction-drafts/${resumed.body.id}/finish`);
    expect(finished.body).toMatchObject({ entryNo: postponed.entryNo, contactAltAddressCode: "OFFICE" });
  });

  test("R-ALT follows the date of a correction, unless another one had been chosen", async ({ app }) => {
    const { user, interaction } = await givenSummerGuest(app);
    const correctedTo = async (recorded: object, correction: object) => {
      const { entryNo } = (await user.post("/interactions", { ...interaction, ...recorded })).body;
      const corrected = await user.post(`/interaction-log-entries/${entryNo}/correct`, {
        reason: "Typo",
        ...correction,
      });
      expect(corrected.status, corrected.text).toBe(201);
      return corrected.body.contactAltAddressCode;
    };

    expect(await correctedTo({ date: "2026-07-02" }, { date: "2026-08-02" })).toBeNull();
    expect(await correctedTo({ date: "2026-06-30" }, { date: "2026-07-01" })).toBe("COTTAGE");
    expect(await correctedTo({ date: "2026-07-02" }, { description: "Talked" })).toBe("COTTAGE");
    const chosen = { date: "2026-07-02", contactAltAddressCode: "OFFICE" };
    expect(await correctedTo(chosen, { date: "2026-08-02" })).toBe("OFFICE");
    expect(await correctedTo({ ...chosen, contactAltAddressCode: null }, { date: "2026-07-03" })).toBeNull();
  });

  test("that was deleted meanwhile is gone from a draft", async ({ app }) => {
    const { person, user } = await givenSummerGuest(app);
    const { id } = (await user.post("/interaction-drafts", { contactNo: person.no })).body;
    await user.patch(`/interaction-drafts/${id}`, { contactAltAddressCode: "OFFICE" });

    await user.delete(`/contacts/${person.no}/alternative-addresses/OFFICE`);

    expect((await user.get(`/interaction-drafts/${id}`)).body.contactAltAddressCode).toBeNull();
  });
});

test("R-PHONE offers the numbers and e-mails of the address that is named or active, with its code", async ({
  app,
}) => {
  const { person, user } = await givenSummerGuest(app);
  const offered = async (what: string) =>
    (await user.get(`/contacts/${person.no}/${what}`)).body.items.map((item: Record<string, unknown>) => [
      item.phoneNo ?? item.email,
      item.altAddressCode,
    ]);

  expect(await offered("phone-numbers")).toEqual([["1234", null]]);
  expect(await offered("phone-numbers?altAddressCode=office")).toEqual([
    ["1234", null],
    ["111", "OFFICE"],
    ["222", "OFFICE"],
  ]);
  expect(await offered("email-addresses")).toEqual([["aino@kuusela.example", null]]);
  app.clock.now = new Date("2026-07-10T12:00:00Z");
  expect(await offered("email-addresses")).toEqual([
    ["aino@kuusela.example", null],
    ["ranta@kuusela.example", "COTTAGE"],
  ]);
  const { no } = await givenIn(app.owner).contact();
  expect((await user.get(`/contacts/${no}/email-addresses`)).body.code).toBe("no_email_addresses");
});
