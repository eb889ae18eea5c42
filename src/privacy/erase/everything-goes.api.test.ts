import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import { openTestApp, type TestApp, test } from "#app/testing.ts";
import { storeIn } from "#attachments/testing.ts";
import { runJobs, runToEnd, upload } from "#imports/testing.ts";
import { givenIn, givenTemplate } from "#interactions/testing.ts";
import { bringTo, givenDefaultCycle } from "#opportunities/testing.ts";
import { setUpParties } from "#parties/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { marker, markerDigits, sure, tracesIn, tracesOnDisk } from "../testing.ts";

const said = `${marker} said`;
const phone = `0${markerDigits}`;
const file = { "content-type": "application/octet-stream", "x-file-name": `${marker}.txt` };

/** A contact that an import brought, with something in every table that can hold something of it. */
async function fillEverything(app: TestApp, type: "company" | "person") {
  await storeIn(app, "file");
  const admin = sure(await setUpParties(app));
  runJobs(app);
  await admin.patch("/marketing-setup", {
    inheritAddress: false,
    inheritCommunication: false,
    searchHitPercent: 1,
  });
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);

  // Brought by a file, of which one row is refused.
  const uploaded = await upload(
    await app.as("admin"),
    `No.,Type,Name,E-mail,Phone No.\nZ1,${type},${marker} Surname,info@${marker}.example,${phone}\nZ2,${type},${marker} Surname,wrong@@${marker},x`,
    { fileName: `${marker} Surname.csv` },
  );
  expect(uploaded.status, uploaded.text).toBe(201);
  const run = await runToEnd(await app.as("admin"), uploaded.body.id);
  expect(run.body, run.text).toMatchObject({ created: 1, failed: 1 });
  await admin.post("/customers", { no: "CU1", name: "Harmless Oy" });
  const { body: harmless } = await admin.get("/contacts?search=Harmless");
  await admin.patch("/contacts/Z1", {
    no: `Z-${type}`,
    salespersonCode,
    ...(type === "person" && { companyNo: harmless.items[0].no }),
  });
  const no = `Z-${type}`;
  const path = `/contacts/${no}`;

  await admin.patch(path, {
    name2: said,
    address: `${marker} street 1`,
    address2: said,
    city: marker,
    county: marker,
    postCode: marker,
    jobTitle: said,
    initials: marker,
    mobilePhoneNo: phone,
    faxNo: phone,
    email2: `second@${marker}.example`,
    homePage: `https://${marker}.example`,
    registrationNo: marker,
    vatRegistrationNo: marker,
    externalId: marker,
  });
  await admin.post("/contacts", { no: "P1", type, name: "Somebody Surname", address: "1 street 1" });
  await admin.post(`${path}/alternative-addresses`, {
    code: marker,
    companyName: said,
    address: said,
    phoneNo: phone,
    email: `holiday@${marker}.example`,
  });
  await admin.post(`${path}/alternative-address-ranges`, {
    startingDate: "2026-01-01",
    altAddressCode: marker,
  });
  await admin.post(`${path}/comments`, { text: said });
  await admin.put(`${path}/consents/email/${marker}`, { granted: true, givenBy: said, evidence: said });
  if (type === "company") {
    await admin.post("/web-sources", { code: "WEB", url: "https://search.test/?q=%1" });
    await admin.put(`${path}/web-sources/WEB`, { searchWord: marker });
    await admin.post("/contacts", { no: "Z-STAFF", type: "person", name: "Somebody Else", companyNo: no });
  }

  await admin.put(`${path}/image`, pngOf(8, 6), { ...file, "x-file-name": `${marker}.png` });
  const upload1 = await admin.post("/attachments", Buffer.from(said), file);
  const interaction = { contactNo: no, interactionTemplateCode, salespersonCode, cost: 7, durationMin: 9 };
  const logged = await admin.post("/interactions", {
    ...interaction,
    subject: said,
    description: said,
    contactVia: said,
    contactAltAddressCode: marker,
    comments: [said],
    evaluation: "positive",
    attachment: { attachmentNo: upload1.body.attachmentNo },
  });
  const entry = `/interaction-log-entries/${logged.body.entryNo}`;
  await admin.post(`${entry}/comments`, { text: said });
  await admin.patch(entry, { description: `${said} again` });
  const canceled = await admin.post("/interactions", { ...interaction, description: said });
  await admin.post(`/interaction-log-entries/${canceled.body.entryNo}/cancel`, { reason: said });
  const doomed = await admin.post("/interactions", { ...interaction, description: said });
  await admin.patch(`/interaction-log-entries/${doomed.body.entryNo}`, { description: `${said} again` });
  await admin.post(`/interaction-log-entries/${doomed.body.entryNo}/cancel`, { reason: said });
  await admin.delete(`/interaction-log-entries/${doomed.body.entryNo}`);
  const corrected = await admin.post("/interactions", { ...interaction, description: said });
  await admin.post(`/interaction-log-entries/${corrected.body.entryNo}/correct`, {
    reason: said,
    subject: `${said} better`,
  });
  await admin.post("/interactions", { ...interaction, description: said, comments: [said], postponed: true });
  const draft = await admin.post("/interaction-drafts", { contactNo: no });
  await admin.patch(`/interaction-drafts/${draft.body.id}`, {
    subject: said,
    comments: [{ text: said }],
  });
  await givenDefaultCycle(app);
  for (const list of ["tasks", "opportunities"]) {
    await admin.post(`/${list}`, { no: `${list}1`, description: said, contactNo: no, salespersonCode });
    await admin.patch(`/${list}/${list}1`, { description: `${said} again` });
    await admin.post(`/${list}`, { no: `D${list}`, description: said, contactNo: no, salespersonCode });
    if (list === "opportunities") {
      await admin.post(`/opportunities/opportunities1/comments`, { text: said });
      await bringTo(app, "opportunities1", "inProgress");
      await bringTo(app, "Dopportunities", "lost");
    }
    await admin.delete(`/${list}/D${list}`);
  }
  // A customer that talks to this contact, and one that did before it got another name and left.
  if (type === "person") {
    await admin.patch("/customers/CU1", { primaryContactNo: no });
    await leaveCompany(admin, no, harmless.items[0].no);
  }
  await fillLists(admin, no, "1");
  // A merge that was taken back.
  await admin.post("/contacts", { no: `U-${type}`, type, name: "Somebody Taken Back" });
  const merged = await admin.post(`${path}/merge`, {
    duplicateNo: `U-${type}`,
    confirm: true,
    autoResolve: true,
  });
  await admin.post(`/merges/${merged.body.merge.id}/undo`);
  // A duplicate that became this contact, and one that is only suspected.
  await admin.post("/contacts", { no: `M-${type}`, type, name: `${marker} Merged`, phoneNo: phone });
  await admin.post(`/contacts/M-${type}/comments`, { text: said });
  await admin.put(`/contacts/M-${type}/consents/email/OTHER`, { granted: true, evidence: said });
  await admin.post("/interactions", { ...interaction, contactNo: `M-${type}`, description: said });
  await fillLists(admin, `M-${type}`, "2");
  await admin.post(`${path}/merge`, { duplicateNo: `M-${type}`, confirm: true, autoResolve: true });
  // The survivor of a merge that stands has the lists of the duplicate, too.
  await fillLists(admin, no, "3");
  const exported = await admin.post(`${path}/privacy-export`, undefined, { prefer: "wait=60" });
  expect(exported.body.exportId, exported.text).toBeDefined();
  return { path, entry, admin, formerCompanyNo: harmless.items[0].no as string };
}

/** The contact on segments, and what lists were asked for it: views that are, were or had been, and files of lists. */
async function fillLists(admin: ReturnType<typeof sure>, no: string, part: string) {
  for (const segment of [`SM${part}`, `SMD${part}`]) {
    await admin.post("/segments", { no: segment });
    const lines = `/segments/${segment}/lines`;
    const { body: line } = await admin.post(lines, { contactNo: no, description: said });
    await admin.patch(`${lines}/${line.lineNo}`, { description: `${said} again` });
    const { body: removed } = await admin.post(lines, { contactNo: no, description: said });
    await admin.delete(`${lines}/${removed.lineNo}`);
  }
  await admin.delete(`/segments/SMD${part}`);
  const { body: contact } = await admin.get(`/contacts/${no}`);
  const queries = [contact.name, contact.phoneNo].map((search: string) => ({ search }));
  for (const [index, query] of queries.entries()) {
    const view = { list: "contacts", name: `${part} View ${index}`, query, shared: true };
    await admin.post("/saved-views", view);
    const { body: deleted } = await admin.post("/saved-views", { ...view, name: `${view.name} deleted` });
    await admin.delete(`/saved-views/${deleted.id}`);
    const { body: changed } = await admin.post("/saved-views", { ...view, name: `${view.name} changed` });
    await admin.patch(`/saved-views/${changed.id}`, { query: { type: contact.type } });
    await admin.get(`/exports/contacts?${new URLSearchParams(query)}`);
  }
  await admin.post("/saved-views", {
    list: "contacts",
    name: `With ${contact.name.toUpperCase()} ${part}`,
    query: { type: contact.type },
    shared: true,
  });
}

/** The person is known under another name, then works elsewhere; its old company and customer talk to somebody else. */
async function leaveCompany(admin: ReturnType<typeof sure>, no: string, formerNo: string) {
  await admin.post("/contacts", { no: "Z-NEXT", type: "person", name: "Next One", companyNo: formerNo });
  await admin.patch(`/contacts/${no}`, { surname: `${marker} Formerly` });
  await admin.patch("/customers/CU1", { primaryContactNo: "Z-NEXT" });
  await admin.patch("/customers/CU1", { primaryContactNo: no });
  await admin.post("/contacts", { no: "Z-ELSEWHERE", type: "company", name: "Elsewhere Oy" });
  await admin.post("/customers", { no: "CU2", name: "Elsewhere Two" });
  await admin.patch(`/contacts/${no}`, { companyNo: "Z-ELSEWHERE" });
  await admin.patch("/contacts/Z-ELSEWHERE", { name: "Elsewhere Renamed" });
}

test.each(["company", "person"] as const)(
  "contacts §10 (B9) of an erased %s nothing is left in any table, in any column, in any file",
  async (type) => {
    const app = await openTestApp();
    onTestFinished(() => app.close());
    const { path, entry, admin, formerCompanyNo } = await fillEverything(app, type);
    expect(await tracesIn(app)).not.toEqual([]);
    expect(await tracesOnDisk(app)).not.toEqual([]);

    const erased = await admin.post(`${path}/erase`, {
      requestedBy: "subject",
      reason: "asked",
      confirm: true,
    });

    expect(erased.body, erased.text).toMatchObject({
      requestedBy: "subject",
      reason: "asked",
      counts: {
        interactions: 5,
        postponedInteractions: 1,
        interactionDrafts: 1,
        tasks: 1,
        opportunities: 1,
        imports: 1,
        segmentLines: 3,
      },
    });
    expect(await tracesIn(app)).toEqual([]);
    await expect.poll(() => tracesOnDisk(app), { timeout: 10_000 }).toEqual([]);
    const { body: kept } = await admin.get(entry);
    expect(kept).toMatchObject({
      cost: 7,
      durationMin: 9,
      evaluation: "positive",
      // What was logged before somebody left stays with the company it was logged for (B4).
      contactNo: type === "company" ? path.slice(10).toUpperCase() : formerCompanyNo,
    });
    expect(kept).toMatchObject({ subject: null, contactVia: null, hasComment: false });
    const { rows } = await sql<{ answer: string }>`
      select count(*) as answer from audit_entries where resource = 'contacts' and resource_key = 'Z1'`.execute(
      app.owner,
    );
    expect(rows[0]!.answer).toBeGreaterThan(0);
  },
);
