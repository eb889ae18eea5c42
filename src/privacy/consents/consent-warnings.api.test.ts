import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";

/** A contact and a template of an outgoing call. */
async function scene(app: TestApp) {
  const given = givenIn(app.owner);
  const { no: contactNo } = await given.contact({ type: "person", phoneNo: "0401234567" });
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app, {
    description: "Outgoing call",
    informationFlow: "outbound",
    initiatedBy: "us",
  });
  const user = await app.as("crmUser");
  const interaction = { contactNo, salespersonCode, interactionTemplateCode };
  const consent = (purpose: string, granted: boolean) =>
    user.put(`/contacts/${contactNo}/consents/phone/${purpose}`, { granted });
  return { user, interaction, consent };
}

describe("contacts B6 consents warn and never refuse", () => {
  test("of a refused channel, in the reader's language, with what was refused", async ({ app }) => {
    const { user, interaction, consent } = await scene(app);
    await consent("SURVEY", true);
    await consent("OFFERS", false);

    const logged = await user.post("/interactions", interaction);

    expect(logged.status, logged.text).toBe(201);
    expect(logged.body.warnings).toEqual([
      { path: "contactNo", code: "consent_refused_phone", message: "The contact refuses calls: OFFERS." },
    ]);
    const finnish = await user.post("/interactions", interaction, { "accept-language": "fi" });
    expect(finnish.body.warnings[0].message).toBe("Kontakti on kieltänyt puhelut: OFFERS.");
    const batch = await user.post("/interactions/batch", {
      items: [interaction, { ...interaction, initiatedBy: "them" }, { ...interaction, postponed: true }],
    });
    expect(batch.body.items.map((item: { warnings: unknown[] }) => item.warnings.length)).toEqual([1, 0, 0]);
    await consent("OFFERS", true);
    expect((await user.post("/interactions", interaction)).body.warnings).toEqual([]);
  });

  test("of somebody who was never asked, once anybody is", async ({ app }) => {
    await app.owner.deleteFrom("contact_consents").execute();
    const { user, interaction } = await scene(app);
    expect((await user.post("/interactions", interaction)).body.warnings).toEqual([]);
    const other = await scene(app);
    await other.consent(unique("P"), true);

    const { body } = await user.post("/interactions", interaction);

    expect(body.warnings).toMatchObject([{ code: "consent_missing_phone" }]);
    expect((await user.get(`/contacts/${interaction.contactNo}/consents`)).body).toEqual({
      items: [],
      askedChannels: ["phone"],
    });
  });

  test("when a draft or a postponed interaction is logged", async ({ app }) => {
    const { user, interaction, consent } = await scene(app);
    await consent("OFFERS", false);
    const { contactNo, ...fields } = interaction;
    const { body: draft } = await user.post("/interaction-drafts", { contactNo });
    const saved = await user.patch(`/interaction-drafts/${draft.id}`, { ...fields, description: "Called" });
    expect(saved.status, saved.text).toBe(200);

    const finished = await user.post(`/interaction-drafts/${draft.id}/finish`, {});

    expect(finished.body.warnings, finished.text).toMatchObject([{ code: "consent_refused_phone" }]);
    const { body: kept } = await user.post("/interactions", { ...interaction, postponed: true });
    expect(kept.warnings).toEqual([]);
    const later = await user.post(`/postponed-interactions/${kept.entryNo}/finish`, {});
    expect(later.body.warnings, later.text).toMatchObject([{ code: "consent_refused_phone" }]);
  });
});
