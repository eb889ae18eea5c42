import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";
import { givenCycle } from "#opportunities/testing.ts";
import { setUpParties } from "#parties/testing.ts";

async function scene(app: TestApp) {
  const admin = await setUpParties(app);
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const company = await given.contact({ privacyBlocked: true });
  const person = await given.contact({ type: "person", companyId: company.id });
  const alone = await given.contact({ type: "person", privacyBlocked: true });
  const free = await given.contact();
  return { admin, salespersonCode, interactionTemplateCode, blocked: [company, person, alone], free };
}

describe("CON-108 a privacy-blocked contact, and a person whose company is blocked", () => {
  test("gets no interaction, draft, postponed one, task, opportunity, party or link", async ({ app }) => {
    const { admin, salespersonCode, interactionTemplateCode, blocked, free } = await scene(app);
    const opportunity = { description: "Deal", salespersonCode, salesCycleCode: await givenCycle(app) };
    const task = { description: "Call", salespersonCode, date: "2026-12-01" };
    const { body: deal } = await admin.post("/opportunities", {
      ...opportunity,
      no: unique("OPP"),
      contactNo: free.no,
    });
    await admin.post("/vendors", { no: "VE-1", name: "Somebody else" });
    const wrong: string[] = [];
    for (const { no: contactNo } of blocked) {
      const interaction = { contactNo, interactionTemplateCode, salespersonCode };
      const attempts = {
        interaction: await admin.post("/interactions", interaction),
        postponed: await admin.post("/interactions", { ...interaction, postponed: true }),
        batch: await admin.post("/interactions/batch", { items: [interaction] }),
        draft: await admin.post("/interaction-drafts", { contactNo }),
        task: await admin.post("/tasks", { ...task, no: unique("T"), contactNo }),
        opportunity: await admin.post("/opportunities", { ...opportunity, no: unique("O"), contactNo }),
        movedOpportunity: await admin.patch(`/opportunities/${deal.no}`, { contactNo }),
        createAs: await admin.post(`/contacts/${contactNo}/create-as`, { kind: "customer" }),
        link: await admin.post(`/contacts/${contactNo}/link`, { kind: "vendor", partyNo: "VE-1" }),
      };
      for (const [what, { status, text }] of Object.entries(attempts))
        if (status < 400 || !text.includes("contact_privacy_blocked"))
          wrong.push(`${what} ${status} ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  test("a batch that need not be whole leaves it out and says so", async ({ app }) => {
    const { admin, salespersonCode, interactionTemplateCode, blocked, free } = await scene(app);
    const items = [free, blocked[0]!, blocked[1]!].map(({ no: contactNo }) => ({
      contactNo,
      interactionTemplateCode,
      salespersonCode,
    }));

    const { body } = await admin.post("/interactions/batch", { atomic: false, items });

    expect(JSON.stringify(body)).toContain("contact_privacy_blocked");
    const counts = await Promise.all(
      [free, blocked[0]!, blocked[1]!].map(
        async ({ no }) => (await admin.get(`/contacts/${no}/statistics`)).body.noOfInteractions,
      ),
    );
    expect(counts).toEqual([1, 0, 0]);
  });

  test("stays readable to whoever may read contacts", async ({ app }) => {
    const { blocked } = await scene(app);
    const viewer = await app.as("viewer");
    expect((await viewer.get(`/contacts/${blocked[0]!.no}`)).status).toBe(200);
    expect((await viewer.get(`/contacts/${blocked[0]!.no}/timeline`)).status).toBe(200);
  });
});

test.for(["company", "person"] as const)(
  "contacts B5 blocking a %s blocks the parties linked to it at once",
  async (contactType, { app }) => {
    const admin = await setUpParties(app);
    const { body: customer } = await admin.post("/customers", { name: "Linked Somebody", contactType });
    const paths = [`/customers/${customer.no}`];
    if (contactType === "company") {
      const made = await admin.post(`/contacts/${customer.contactNo}/create-as`, { kind: "vendor" });
      expect(made.status, made.text).toBe(201);
      paths.push(`/vendors/${made.body.no}`);
    }
    for (const path of paths) expect((await admin.get(path)).body.privacyBlocked).toBe(false);

    const blocked = await admin.patch(`/contacts/${customer.contactNo}`, { privacyBlocked: true });

    expect(blocked.body, blocked.text).toMatchObject({ type: contactType, privacyBlocked: true });
    for (const path of paths) expect((await admin.get(path)).body.privacyBlocked).toBe(true);
  },
);
