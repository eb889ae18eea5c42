import { describe, expect } from "vitest";
import { examine } from "#app/doctor/examine.ts";
import { type TestApp, test } from "#app/testing.ts";
import { countStored, storeIn, uploadTo } from "#attachments/testing.ts";
import { entryOf, givenIn, givenTemplate, unique } from "../testing.ts";

const docx = Buffer.from("PK\u0003\u0004 not really a document");
const rowOf = (code: string, language = "default") =>
  `/interaction-templates/${code}/languages/${language}/attachment`;

async function scene(app: TestApp) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const contact = await given.contact({ salespersonId: salesperson.id });
  const { code } = await givenTemplate(app);
  const user = await app.as("crmUser");
  const admin = await app.as("crmAdmin");
  const log = async (values: Record<string, unknown> = {}) => {
    const answer = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: code,
      ...values,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  return { given, contact, code, user, admin, log };
}

/** Names of the doctor's checks of attachments that found something. */
async function complaints(app: TestApp): Promise<string[]> {
  const found: string[] = [];
  await examine(
    { ownerUrl: app.url, dataFolder: app.dataFolder, isEmbedded: false },
    ({ name, ok }) => ok || !/attachment|bytes/.test(name) || found.push(name),
  );
  return found;
}

describe("what is attached to a template", () => {
  test("INT-016 comes back byte by byte, named after the template", async ({ app }) => {
    await storeIn(app, "file");
    const { admin, code } = await scene(app);

    const put = await uploadTo(admin, rowOf(code), docx, "Kirje.docx");
    const back = await admin.get(rowOf(code));

    expect(put.status, put.text).toBe(200);
    expect(put.body).toMatchObject({ storageType: "file", fileName: "Kirje.docx", fileExtension: "docx" });
    expect(back.bytes).toEqual(docx);
    expect(back.headers["content-disposition"]).toContain(`filename="${code}.docx"`);
    expect(back.headers["x-content-type-options"]).toBe("nosniff");
    expect(back.headers["content-security-policy"]).toMatch(/^sandbox;/);
    expect((await admin.get(`/interaction-templates/${code}`)).body).toMatchObject({
      attachmentNo: put.body.attachmentNo,
      languages: [{ languageCode: null, attachmentNo: put.body.attachmentNo }],
    });
    await storeIn(app, "embedded");
  });

  test("INT-015 is gone once it is removed, and so are its bytes", async ({ app }) => {
    const { admin, code } = await scene(app);
    const before = await countStored(app);
    await uploadTo(admin, rowOf(code), Buffer.from(unique("bytes")));

    const removed = await admin.delete(rowOf(code));

    expect(removed.status).toBe(204);
    expect((await admin.get(`/interaction-templates/${code}`)).body.attachmentNo).toBeNull();
    expect((await admin.get(rowOf(code))).status).toBe(204);
    expect(await countStored(app)).toEqual(before);
    expect((await admin.delete(rowOf(code))).status).toBe(204);
  });

  test("gives way to another only when somebody says so", async ({ app }) => {
    const { admin, code } = await scene(app);
    const first = await uploadTo(admin, rowOf(code), Buffer.from(unique("first")));
    const before = await countStored(app);

    const asked = await uploadTo(admin, rowOf(code), Buffer.from("second"));
    const declined = await uploadTo(admin, `${rowOf(code)}?replaceAttachment=false`, Buffer.from("second"));
    const replaced = await uploadTo(admin, `${rowOf(code)}?replaceAttachment=true`, Buffer.from("second"));

    expect([asked.status, asked.body.code, asked.body.values.key]).toEqual([
      409,
      "confirmation_required",
      "replaceAttachment",
    ]);
    expect(declined.body.attachmentNo).toBe(first.body.attachmentNo);
    expect(replaced.status).toBe(200);
    expect((await admin.get(rowOf(code))).text).toBe("second");
    expect((await admin.get(`/attachments/${first.body.attachmentNo}`)).status).toBe(404);
    expect(await countStored(app)).toEqual(before);
  });

  test("is copied as an attachment of its own", async ({ app }) => {
    const { admin, code } = await scene(app);
    const other = await givenTemplate(app);
    await uploadTo(admin, rowOf(code), docx);

    const copied = await admin.post(`${rowOf(other.code)}/copy`, { templateCode: code });
    const nothing = await admin.post(`${rowOf(code)}/copy`, {
      templateCode: (await givenTemplate(app)).code,
    });
    await admin.delete(rowOf(code));

    expect(copied.status, copied.text).toBe(200);
    expect((await admin.get(rowOf(other.code))).bytes).toEqual(docx);
    expect([nothing.status, nothing.body.code]).toEqual([422, "no_attachment_here"]);
  });

  test("goes with its row and with its template", async ({ app }) => {
    const { admin, code, given } = await scene(app);
    const language = await given.language();
    const before = await countStored(app);
    await uploadTo(admin, rowOf(code), Buffer.from(unique("a")));
    await uploadTo(admin, rowOf(code, language.code), Buffer.from(unique("b")));

    expect((await admin.delete(`/interaction-templates/${code}/languages/${language.code}`)).status).toBe(
      204,
    );
    expect((await admin.delete(`/interaction-templates/${code}`)).status).toBe(204);

    expect(await countStored(app)).toEqual(before);
  });

  test("INT-100 a read-only one is not replaced or removed, but downloaded", async ({ app }) => {
    const { admin, code } = await scene(app);
    const { body } = await uploadTo(admin, rowOf(code), docx);
    await app.owner
      .updateTable("attachments")
      .set({ read_only: true })
      .where("no", "=", body.attachmentNo)
      .execute();

    const replaced = await uploadTo(admin, `${rowOf(code)}?replaceAttachment=true`, Buffer.from("x"));

    expect([replaced.status, replaced.body.code]).toEqual([409, "attachment_read_only"]);
    expect((await admin.delete(rowOf(code))).body.code).toBe("attachment_read_only");
    expect((await admin.get(rowOf(code))).bytes).toEqual(docx);
  });

  test("is changed by those who set interactions up, and read by all", async ({ app }) => {
    const { user, code } = await scene(app);

    expect((await uploadTo(user, rowOf(code), docx)).status).toBe(403);
    expect((await user.delete(rowOf(code))).status).toBe(403);
    expect((await user.get(rowOf(code))).status).toBe(204);
    expect((await user.get(rowOf("NOSUCH"))).status).toBe(404);
  });
});

describe("the wizard action of a template", () => {
  const tryAll = async (app: TestApp, code: string) => {
    const admin = await app.as("crmAdmin");
    const codes: Record<string, string> = {};
    for (const wizardAction of [null, "open", "import", "merge"]) {
      const answer = await admin.patch(`/interaction-templates/${code}`, { wizardAction });
      codes[String(wizardAction)] = answer.status === 200 ? "accepted" : answer.body.code;
    }
    return codes;
  };
  const allButMerge = {
    null: "accepted",
    open: "accepted",
    import: "accepted",
    merge: "wizard_action_not_allowed",
  };

  test("INT-004 is any without language rows", async ({ app }) => {
    const { code } = await scene(app);

    expect(await tryAll(app, code)).toEqual({ ...allButMerge, merge: "accepted" });
  });

  test("INT-005 does not merge what is not there", async ({ app }) => {
    const { code, admin } = await scene(app);
    await admin.put(`/interaction-templates/${code}/languages/-`, {});

    expect(await tryAll(app, code)).toEqual(allButMerge);
  });

  test("INT-006 does not merge a plain file", async ({ app }) => {
    const { code, admin } = await scene(app);
    await uploadTo(admin, rowOf(code), docx, "letter.docx");

    expect(await tryAll(app, code)).toEqual(allButMerge);
  });

  test("follows another default language as far as it fits", async ({ app }) => {
    const { code, admin, given } = await scene(app);
    const { code: languageCode } = await given.language();
    await admin.patch(`/interaction-templates/${code}`, { wizardAction: "merge" });

    const changed = await admin.patch(`/interaction-templates/${code}`, {
      defaultLanguageCode: languageCode,
      createLanguage: true,
    });

    expect(changed.body).toMatchObject({ defaultLanguageCode: languageCode, wizardAction: null });
  });
});

describe("another language of a template's row", () => {
  test("INT-018 takes the default language along, and the file", async ({ app }) => {
    const { code, admin, given } = await scene(app);
    const [former, next, third] = [await given.language(), await given.language(), await given.language()];
    const row = (language: string) => `/interaction-templates/${code}/languages/${language}`;
    await admin.patch(`/interaction-templates/${code}`, {
      defaultLanguageCode: former.code,
      createLanguage: true,
    });
    await uploadTo(admin, `${row(former.code)}/attachment`, docx, "letter.docx");
    await admin.put(row(third.code), { description: "Third" });

    const renamed = await admin.patch(row(former.code), { languageCode: next.code });

    expect(renamed.status, renamed.text).toBe(200);
    expect(renamed.body).toMatchObject({ defaultLanguageCode: next.code, attachmentNo: expect.any(Number) });
    expect((await admin.get(`${row(next.code)}/attachment`)).bytes).toEqual(docx);
    const taken = await admin.patch(row(third.code), { languageCode: next.code });
    expect([taken.status, taken.body.code]).toEqual([409, "duplicate"]);
    expect((await admin.patch(row(former.code), { languageCode: next.code })).status).toBe(404);
    const elsewhere = await admin.patch(row(third.code), { languageCode: null, description: "Any" });
    expect(elsewhere.body.defaultLanguageCode).toBe(next.code);
    expect(elsewhere.body.languages).toContainEqual(
      expect.objectContaining({ languageCode: null, description: "Any" }),
    );
    expect((await (await app.as("crmUser")).patch(row(next.code), { description: "x" })).status).toBe(403);
  });

  test("brings its content to the default language, so far as the action of the flow fits it", async ({
    app,
  }) => {
    const { code, admin, given } = await scene(app);
    const { code: language } = await given.language();
    await admin.put(`/interaction-templates/${code}/languages/${language}`, {});
    await admin.patch(`/interaction-templates/${code}`, { wizardAction: "merge" });

    const moved = await admin.patch(`/interaction-templates/${code}/languages/${language}`, {
      languageCode: null,
    });

    expect(moved.body).toMatchObject({ defaultLanguageCode: null, wizardAction: null });
  });
});

describe("what is attached to a logged interaction", () => {
  test("is its own read-only record of the template's file, sharing the bytes", async ({ app }) => {
    const { admin, code, log, user } = await scene(app);
    const template = await uploadTo(admin, rowOf(code), Buffer.from(unique("shared")), "Esite.docx");
    const before = await countStored(app);

    const entry = await log();
    const after = await countStored(app);
    await admin.delete(rowOf(code));
    const download = await user.get(`/interaction-log-entries/${entry.entryNo}/attachment`);

    expect(entry.attachmentNo).not.toBe(template.body.attachmentNo);
    expect((await user.get(`/attachments/${entry.attachmentNo}`)).body).toMatchObject({
      readOnly: true,
      fileName: "Esite.docx",
      sha256: template.body.sha256,
    });
    expect(after).toEqual({ attachments: before.attachments + 1, blobs: before.blobs });
    expect(download.status).toBe(200);
    expect(download.headers["content-disposition"]).toContain("Esite.docx");
    expect((await user.get(`/interaction-log-entries/${entry.entryNo}`)).body).toEqual(entryOf(entry));
  });

  test("is what was uploaded for it, or nothing when that was said", async ({ app }) => {
    const { admin, code, log, user } = await scene(app);
    await uploadTo(admin, rowOf(code), docx);
    const upload = await uploadTo(user, "/attachments", Buffer.from("hello"), "hello.txt");

    const withUpload = await log({ attachment: { attachmentNo: upload.body.attachmentNo } });
    const without = await log({ attachment: null });
    const unknown = await user.post("/interactions/batch", {
      items: [
        {
          contactNo: withUpload.contactNo,
          interactionTemplateCode: code,
          attachment: { attachmentNo: 999_999_999 },
        },
      ],
    });

    expect((await user.get(`/interaction-log-entries/${withUpload.entryNo}/attachment`)).text).toBe("hello");
    expect(without.attachmentNo).toBeNull();
    expect((await user.get(`/interaction-log-entries/${without.entryNo}/attachment`)).body.code).toBe(
      "no_attachment_here",
    );
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toMatchObject([{ path: "attachment.attachmentNo", code: "not_found" }]);
  });

  test("delivery is refused for the right reason while nothing can be sent", async ({ app }) => {
    const { admin, code, contact, user } = await scene(app);
    const deliver = (correspondenceType: string) =>
      user.post("/interactions", {
        contactNo: contact.no,
        interactionTemplateCode: code,
        correspondenceType,
        deliver: true,
      });

    await app.owner
      .updateTable("contacts")
      .set({ email: "info@example.org" })
      .where("id", "=", contact.id)
      .execute();
    expect((await deliver("email")).body.code).toBe("email_needs_content");
    expect((await deliver("hardCopy")).body.code).toBe("no_attachment");
    await uploadTo(admin, rowOf(code), docx);
    const withContent = await deliver("email");
    expect([withContent.status, withContent.body.code]).toEqual([409, "no_email_account"]);
    expect((await deliver("hardCopy")).body.code).toBe("delivery_not_available");
  });

  test("is shown only as what it is, and does nothing", async ({ app }) => {
    const { log, user } = await scene(app);
    const logged = async (content: string | Buffer, name: string) => {
      const { body } = await uploadTo(user, "/attachments", Buffer.from(content), name);
      const { entryNo } = await log({ attachment: { attachmentNo: body.attachmentNo } });
      return `/interaction-log-entries/${entryNo}/attachment`;
    };
    const html = await logged(
      `<p onclick="x()">Hei <b>Aino</b><script>alert(1)</script><img src="https://spy.example/x.png"><a href="javascript:x()">a</a><iframe src="/"></iframe></p>`,
      "mail.html",
    );
    const text = await logged("<script>alert(1)</script>", "note.txt");
    const archive = await logged(Buffer.from("PK\u0003\u0004"), "all.zip");

    const shown = await user.get(`${html}?preview=true`);
    expect(shown.headers["content-type"]).toContain("text/html");
    expect(shown.headers["content-security-policy"]).toContain("sandbox; default-src 'none'");
    expect(shown.text).toBe("<p>Hei <b>Aino</b><img /><a>a</a></p>");
    expect((await user.get(html)).headers["content-disposition"]).toContain("attachment");
    expect((await user.get(`${text}?preview=true`)).headers["content-type"]).toContain("text/plain");
    const refused = await user.get(`${archive}?preview=true`);
    expect([refused.status, refused.body.code]).toEqual([409, "attachment_no_preview"]);
  });

  test("INT-083 goes when canceled with removal agreed, and stays when declined", async ({ app }) => {
    const { admin, code, log, user } = await scene(app);
    await uploadTo(admin, rowOf(code), Buffer.from(unique("x")));
    const first = await log();
    const second = await log();
    const shared = await log();
    await app.owner
      .updateTable("interaction_log_entries")
      .set({ attachment_no: first.attachmentNo })
      .where("entry_no", "=", shared.entryNo)
      .execute();
    await app.owner.deleteFrom("attachments").where("no", "=", shared.attachmentNo).execute();

    const cancel = (entryNo: number, removeUniqueAttachments: boolean) =>
      user.post(`/interaction-log-entries/${entryNo}/cancel`, { removeUniqueAttachments });
    const kept = await cancel(second.entryNo, false);
    const usedTwice = await cancel(first.entryNo, true);
    await user.post(`/interaction-log-entries/${second.entryNo}/reinstate`, {});
    const removed = await user.post("/interaction-log-entries/cancel", {
      entryNos: [second.entryNo],
      removeUniqueAttachments: true,
    });

    expect(kept.body.attachmentNo).toBe(second.attachmentNo);
    expect(usedTwice.body.attachmentNo).toBe(first.attachmentNo);
    expect(removed.body.items[0].attachmentNo).toBeNull();
    expect((await user.get(`/attachments/${second.attachmentNo}`)).status).toBe(404);
    expect((await user.get(`/attachments/${first.attachmentNo}`)).status).toBe(200);
    await admin.delete(rowOf(code));
    expect(await complaints(app)).toEqual([]);
  });

  test("INT-085 INT-086 goes with the last canceled entry that has it", async ({ app }) => {
    const { admin, code, log, user } = await scene(app);
    await uploadTo(admin, rowOf(code), Buffer.from(unique("y")));
    const first = await log({ comments: ["a"] });
    const second = await log();
    await app.owner
      .updateTable("interaction_log_entries")
      .set({ attachment_no: first.attachmentNo })
      .where("entry_no", "=", second.entryNo)
      .execute();
    await app.owner.deleteFrom("attachments").where("no", "=", second.attachmentNo).execute();
    const remove = (entryNo: number) => admin.delete(`/interaction-log-entries/${entryNo}`);
    await user.post("/interaction-log-entries/cancel", { entryNos: [first.entryNo, second.entryNo] });

    expect((await remove(first.entryNo)).status).toBe(204);
    expect((await user.get(`/attachments/${first.attachmentNo}`)).status).toBe(200);
    expect((await remove(second.entryNo)).status).toBe(204);
    expect((await user.get(`/attachments/${first.attachmentNo}`)).status).toBe(404);
    const open = await log();
    expect((await remove(open.entryNo)).body.code).toBe("not_deletable");
    expect(await complaints(app)).toEqual([]);
  });

  test("of a postponed one stays with it when it is finished, and goes when it is deleted", async ({
    app,
  }) => {
    const { log, user } = await scene(app);
    const postpone = async () => {
      const { body } = await uploadTo(user, "/attachments", Buffer.from(unique("later")), "later.txt");
      return log({ postponed: true, attachment: { attachmentNo: body.attachmentNo } });
    };
    const finished = await postpone();
    const deleted = await postpone();

    const entry = await user.post(`/postponed-interactions/${finished.entryNo}/finish`, {});
    const gone = await user.delete(`/postponed-interactions/${deleted.entryNo}`);

    expect(entry.body.attachmentNo, entry.text).toBe(finished.attachmentNo);
    expect((await user.get(`/interaction-log-entries/${finished.entryNo}/attachment`)).status).toBe(200);
    expect(gone.status, gone.text).toBe(204);
    expect((await user.get(`/attachments/${deleted.attachmentNo}`)).status).toBe(404);
    expect(await complaints(app)).toEqual([]);
  });

  test("a reader without rights gets nothing", async ({ app }) => {
    const { log } = await scene(app);
    const { entryNo } = await log();

    expect((await (await app.as(null)).get(`/interaction-log-entries/${entryNo}/attachment`)).status).toBe(
      401,
    );
    const narrow = await app.as("viewer", ["contacts.read"]);
    expect((await narrow.get(`/interaction-log-entries/${entryNo}/attachment`)).status).toBe(403);
  });
});
