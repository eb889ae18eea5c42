import { describe, expect } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { tidyAttachments } from "#attachments/index.ts";
import { countStored, uploadTo } from "#attachments/testing.ts";
import { givenIn, givenTemplate, unique } from "../testing.ts";

/** A contact, and two templates of which the first has a file. */
async function scene(app: TestApp) {
  const given = givenIn(app.owner);
  const [user, admin] = [await app.as("crmUser"), await app.as("crmAdmin")];
  const salesperson = await given.salesperson();
  const contact = await given.contact({ salespersonId: salesperson.id });
  const [withFile, plain] = [await givenTemplate(app), await givenTemplate(app)];
  const path = `/interaction-templates/${withFile.code}/languages/default/attachment`;
  const ofTemplate = (await uploadTo(admin, path, unique("preset"), "preset.txt")).body.attachmentNo;
  const { id } = (await user.post("/interaction-drafts", { contactNo: contact.no })).body;
  const change = async (fields: object) => {
    const answer = await user.patch(`/interaction-drafts/${id}`, fields);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const upload = async (text: string) =>
    (await uploadTo(user, "/attachments", text, "own.txt")).body.attachmentNo;
  const bytesOf = async (entryNo: number) =>
    (await user.get(`/interaction-log-entries/${entryNo}/attachment`)).text;
  return { user, admin, contact, withFile, plain, ofTemplate, id, change, upload, bytesOf };
}

describe("what goes along with a draft", () => {
  test("is the template's file, until somebody attaches another or none; another template brings its own", async ({
    app,
  }) => {
    const { withFile, plain, ofTemplate, change, upload } = await scene(app);
    const own = await upload(unique("own"));

    expect((await change({ interactionTemplateCode: withFile.code })).attachmentNo).toBe(ofTemplate);
    expect((await change({ attachment: { attachmentNo: own } })).attachmentNo).toBe(own);
    expect((await change({ attachment: null })).attachmentNo).toBeNull();
    expect((await change({ interactionTemplateCode: plain.code })).attachmentNo).toBeNull();
    await change({ attachment: { attachmentNo: own } });
    expect((await change({ interactionTemplateCode: withFile.code })).attachmentNo).toBe(ofTemplate);
  });

  test("INT-104 is kept by a postponed one, and replaced with the old bytes gone when it is saved again", async ({
    app,
  }) => {
    const { user, withFile, id, change, upload, bytesOf } = await scene(app);
    await change({
      interactionTemplateCode: withFile.code,
      attachment: { attachmentNo: await upload("first") },
    });
    const { entryNo, attachmentNo } = (await user.post(`/interaction-drafts/${id}/postpone`)).body;
    const resumed = (await user.post("/interaction-drafts", { postponedEntryNo: entryNo })).body;
    expect(resumed.attachmentNo).toBe(attachmentNo);
    const before = await countStored(app);

    await user.patch(`/interaction-drafts/${resumed.id}`, {
      attachment: { attachmentNo: await upload("second") },
    });
    const again = (await user.post(`/interaction-drafts/${resumed.id}/postpone`)).body;
    const entry = (await user.post(`/postponed-interactions/${entryNo}/finish`)).body;

    expect(again.attachmentNo).not.toBe(attachmentNo);
    expect(entry.attachmentNo).toBe(again.attachmentNo);
    expect(await bytesOf(entryNo)).toBe("second");
    expect((await user.get(`/attachments/${attachmentNo}`)).status).toBe(404);
    // The upload of "second" is one more until nobody has named it for a week.
    expect((await countStored(app)).attachments).toBe(before.attachments + 1);
  });

  test("a file that does not exist is refused, and a draft keeps an upload from being tidied away", async ({
    app,
  }) => {
    const { user, id, withFile, change, upload } = await scene(app);

    const own = await upload(unique("own"));
    await change({ interactionTemplateCode: withFile.code, attachment: { attachmentNo: own } });

    const refused = await user.patch(`/interaction-drafts/${id}`, { attachment: { attachmentNo: 999_999 } });
    const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000);
    await tidyAttachments(testContext(app.db, { now: inTwoWeeks }), app.dataFolder);

    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ path: "attachment.attachmentNo", code: "not_found" }],
    });
    expect((await user.get(`/attachments/${own}`)).status).toBe(200);
    const { entryNo } = (await user.post(`/interaction-drafts/${id}/finish`)).body;
    expect((await user.get(`/interaction-log-entries/${entryNo}/attachment`)).status).toBe(200);
  });

  test("a template whose action is to open a file wants one, in the guided flow only", async ({ app }) => {
    const { user, admin, contact, plain, id, change, upload } = await scene(app);
    await admin.patch(`/interaction-templates/${plain.code}`, { wizardAction: "open" });
    const draft = await change({ interactionTemplateCode: plain.code, step: "content" });
    expect(draft).toMatchObject({ step: "content", steps: ["type", "content", "relations", "result"] });

    const refused = await user.post(`/interaction-drafts/${id}/finish`);
    const direct = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: plain.code,
    });
    await change({ attachment: { attachmentNo: await upload(unique("opened")) } });

    expect([refused.status, refused.body.code]).toEqual([422, "open_action_needs_content"]);
    expect(direct.status).toBe(201);
    expect((await user.post(`/interaction-drafts/${id}/finish`)).status).toBe(200);
  });
});
