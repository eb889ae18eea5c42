import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { runJobs, runToEnd, upload } from "#imports/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";

/*
 * Privacy flags (contacts §10) over the API, rule by rule. Told elsewhere: the rules as such (`privacy.rules.test.ts`),
 * CON-107 (`deleting-and-privacy.api.test.ts`), CON-108 and the parties of B5 (`privacy-blocked.api.test.ts`), batches of
 * segments, follow-ups, drafts, imported interactions and address books beside those features.
 */

type Flags = Readonly<Record<"privacyBlocked" | "minor" | "parentalConsentReceived", boolean>>;

async function scene(app: TestApp) {
  const admin = await app.as("crmAdmin");
  const { code: salespersonCode } = await givenIn(app.owner).salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const person = async (...steps: readonly Partial<Flags>[]): Promise<string> => {
    const no = unique("P");
    await admin.post("/contacts", { no, type: "person", name: "Nuori Nyman" });
    for (const step of steps) {
      const answer = await admin.patch(`/contacts/${no}`, step);
      expect(answer.status, answer.text).toBe(200);
    }
    return no;
  };
  const flagsOf = async (no: string): Promise<Flags> => {
    const { privacyBlocked, minor, parentalConsentReceived } = (await admin.get(`/contacts/${no}`)).body;
    return { privacyBlocked, minor, parentalConsentReceived };
  };
  return { admin, person, flagsOf, salespersonCode, interactionTemplateCode };
}

const minor = [{ minor: true }] as const;
const consented = [...minor, { parentalConsentReceived: true }] as const;
const unblocked = [...consented, { privacyBlocked: false }] as const;

describe("contacts §10 flags", () => {
  test.for([
    ["minor blocks", minor, [true, true, false]],
    ["consent leaves the block", consented, [true, true, true]],
    ["unblocking is a step of its own", unblocked, [false, true, true]],
    ["withdrawn consent blocks", [...unblocked, { parentalConsentReceived: false }], [true, true, false]],
    ["of age resets the consent", [...consented, { minor: false }], [true, false, false]],
    ["of age leaves who is not blocked so", [...unblocked, { minor: false }], [false, false, false]],
    ["consent of who is no minor blocks", [{ parentalConsentReceived: true }], [true, false, true]],
    ["of age is unblocked", [...minor, { minor: false }, { privacyBlocked: false }], [false, false, false]],
  ] as const)("%s", async ([, steps, [privacyBlocked, isMinor, parentalConsentReceived]], { app }) => {
    const { person, flagsOf } = await scene(app);

    expect(await flagsOf(await person(...steps))).toEqual({
      privacyBlocked,
      minor: isMinor,
      parentalConsentReceived,
    });
  });

  test("consent and unblocking in one request are refused, and nothing of it is written", async ({ app }) => {
    const { admin, person, flagsOf } = await scene(app);
    const no = await person(...minor);

    const refused = await admin.patch(`/contacts/${no}`, {
      parentalConsentReceived: true,
      privacyBlocked: false,
    });

    expect([refused.status, refused.body.code]).toEqual([409, "contact_consent_missing"]);
    expect(await flagsOf(no)).toEqual({ privacyBlocked: true, minor: true, parentalConsentReceived: false });
  });

  test("each is set and cleared by who manages privacy alone, also on new contacts", async ({ app }) => {
    const { admin, person, flagsOf } = await scene(app);
    const user = await app.as("crmUser");
    const attempts: readonly (readonly [readonly Partial<Flags>[], Partial<Flags>])[] = [
      [[], { privacyBlocked: true }],
      [[{ privacyBlocked: true }], { privacyBlocked: false }],
      [[], { minor: true }],
      [minor, { minor: false }],
      [minor, { parentalConsentReceived: true }],
      [consented, { parentalConsentReceived: false }],
      [consented, { privacyBlocked: false }],
    ];
    for (const [steps, change] of attempts) {
      const no = await person(...steps);
      const before = await flagsOf(no);
      const refused = await user.patch(`/contacts/${no}`, change);
      expect([refused.status, refused.body.values?.right], JSON.stringify(change)).toEqual([
        403,
        "privacy.manage",
      ]);
      expect(await flagsOf(no)).toEqual(before);
      expect((await admin.patch(`/contacts/${no}`, change)).status).toBe(200);
    }
    for (const flag of ["privacyBlocked", "minor", "parentalConsentReceived"]) {
      const created = { no: unique("N"), type: "person", name: "Uusi", [flag]: true };
      expect((await user.post("/contacts", created)).status, flag).toBe(403);
    }
  });

  test("an import writes them as the card does: a minor comes blocked", async ({ app }) => {
    runJobs(app);
    const { flagsOf } = await scene(app);
    const importer = await app.as("admin");
    const no = unique("I");
    const uploaded = await upload(importer, `No.,Type,Name,Minor\n${no},person,Tuotu Nuori,yes`);
    const run = await runToEnd(importer, uploaded.body.id);

    expect(run.body, run.text).toMatchObject({ created: 1 });
    expect(await flagsOf(no)).toEqual({ privacyBlocked: true, minor: true, parentalConsentReceived: false });
  });

  test("a minor with consent is written to, and has no profile all the same", async ({ app }) => {
    const { admin, person, salespersonCode, interactionTemplateCode } = await scene(app);
    const contactNo = await person(...unblocked);

    const logged = await admin.post("/interactions", { contactNo, salespersonCode, interactionTemplateCode });
    expect(logged.status, logged.text).toBe(201);
    const profile = await admin.get(`/contacts/${contactNo}/profile-answers`);
    expect([profile.status, profile.body.code]).toEqual([409, "contact_minor"]);
  });

  test("what was begun before the block is not finished for it, and nothing else is moved to it", async ({
    app,
  }) => {
    const { admin, person, salespersonCode, interactionTemplateCode } = await scene(app);
    const [contactNo, otherNo] = [await person(), await person()];
    const interaction = { contactNo, salespersonCode, interactionTemplateCode };
    const postponed = await admin.post("/interactions", { ...interaction, postponed: true });
    const task = { description: "Call", salespersonCode, date: "2026-12-01" };
    const [own, others] = [unique("T"), unique("T")];
    await admin.post("/tasks", { ...task, no: own, contactNo });
    await admin.post("/tasks", { ...task, no: others, contactNo: otherNo });
    const segment = unique("SM");
    await admin.post("/segments", { no: segment });
    const { body: line } = await admin.post(`/segments/${segment}/lines`, { contactNo: otherNo });
    await admin.patch(`/contacts/${contactNo}`, { privacyBlocked: true });

    const refusals = {
      postponed: await admin.post(`/postponed-interactions/${postponed.body.entryNo}/finish`, {}),
      task: await admin.patch(`/tasks/${others}`, { contactNo }),
      line: await admin.patch(`/segments/${segment}/lines/${line.lineNo}`, { contactNo }),
    };

    for (const [what, { status, text, body }] of Object.entries(refusals))
      expect([status, body.code], `${what} ${text}`).toEqual([409, "contact_privacy_blocked"]);
    const changed = await admin.patch(`/tasks/${own}`, { description: "Do not call" });
    expect(changed.status, changed.text).toBe(200);
  });

  test("excluded from segments is not blocked", async ({ app }) => {
    const { admin, person, salespersonCode, interactionTemplateCode } = await scene(app);
    const contactNo = await person();
    await admin.patch(`/contacts/${contactNo}`, { excludeFromSegment: true });

    const logged = await admin.post("/interactions", { contactNo, salespersonCode, interactionTemplateCode });
    expect(logged.status, logged.text).toBe(201);
    const task = { no: unique("T"), description: "Call", salespersonCode, date: "2026-12-01", contactNo };
    expect((await admin.post("/tasks", task)).status).toBe(201);
  });
});
