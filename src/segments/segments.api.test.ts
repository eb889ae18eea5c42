import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { runJobs, runToEnd, upload } from "#imports/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenCycle } from "#opportunities/testing.ts";
import { givenBrowser } from "#users/testing.ts";

const today = "2026-11-23";

/** A segment, its series and who works with it. */
async function givenSegment(app: TestApp, fields: object = {}) {
  await givenSeriesFor(app, "segmentNos", "SM0001");
  const marketer = await app.as("marketer");
  const segment = await marketer.post("/segments", fields);
  expect(segment.status, segment.text).toBe(201);
  const no: string = segment.body.no;
  const put = async (contactNo: string, more: object = {}) => {
    const answer = await marketer.post(`/segments/${no}/lines`, { contactNo, ...more });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  return { marketer, user: await app.as("crmUser"), segment: segment.body, no, path: `/segments/${no}`, put };
}

describe("segments", () => {
  test("SEG-001 the series forbids manual numbers; a number in use is a duplicate", async ({ app }) => {
    const { marketer, no, segment } = await givenSegment(app);
    const admin = await app.as("crmAdmin");

    const twice = await marketer.post("/segments", { no: no.toLowerCase() });
    await admin.patch("/number-series/SEGMENTNOS", { allowManual: false });
    const refused = await marketer.post("/segments", { no: "X1" });
    await admin.patch("/number-series/SEGMENTNOS", { allowManual: true });
    const manual = await marketer.post("/segments", { no: "X1" });

    expect(twice.body).toMatchObject({ status: 409, code: "duplicate", errors: [{ path: "no" }] });
    expect(refused.body).toMatchObject({ status: 409, code: "segment_manual_no" });
    expect([segment.noSeries, manual.body.noSeries]).toEqual(["SEGMENTNOS", null]);
  });

  test("SEG-002 without a series the set-up is named", async ({ app }) => {
    const { marketer } = await givenSegment(app);
    await (await app.as("crmAdmin")).patch("/marketing-setup", { segmentNos: null });

    const refused = await marketer.post("/segments", {});

    expect(refused.body).toMatchObject({ code: "setup_missing", errors: [{ path: "segmentNos" }] });
  });

  test("SEG-003 a supplied date and salesperson stay; the date is today otherwise, who is blocked is refused", async ({
    app,
  }) => {
    const { code } = await givenIn(app.owner).salesperson({ name: "Aino Harju" });
    const blocked = await givenIn(app.owner).salesperson({ blocked: true });
    const { segment, marketer } = await givenSegment(app, { salespersonCode: code });
    const later = await marketer.post("/segments", { date: "2027-01-01" });
    const refused = await marketer.post("/segments", { salespersonCode: blocked.code, campaignNo: null });
    const unknown = await marketer.post("/segments", { salespersonCode: "NOBODY", campaignNo: "NOTHING" });

    expect(segment).toMatchObject({ salespersonCode: code, salespersonName: "Aino Harju", date: today });
    expect(later.body.date).toBe("2027-01-01");
    expect([refused.status, refused.body.code]).toEqual([422, "salesperson_blocked"]);
    expect(unknown.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      "salespersonCode",
      "campaignNo",
    ]);
  });

  test("SEG-003 a user who is a salesperson gets their own, unless another one or none is named", async ({
    app,
  }) => {
    await givenSeriesFor(app, "segmentNos", "SM0001");
    const own = await givenIn(app.owner).salesperson();
    const other = await givenIn(app.owner).salesperson();
    const { browser } = await givenBrowser(app, { role: "marketer", salespersonCode: own.code });

    const taken = await browser.post("/segments", {});
    const named = await browser.post("/segments", { salespersonCode: other.code });
    const blank = await browser.post("/segments", { salespersonCode: null });

    expect(taken.body).toMatchObject({ salespersonCode: own.code, date: today });
    expect(named.body.salespersonCode).toBe(other.code);
    expect(blank.body.salespersonCode).toBeNull();
  });

  test("who may only edit changes segments and lines, and neither creates nor deletes segments", async ({
    app,
  }) => {
    const { user, path, put } = await givenSegment(app);
    const { no } = await givenIn(app.owner).contact();
    const viewer = await app.as("viewer");

    expect((await user.post("/segments", {})).status).toBe(403);
    expect((await user.delete(path)).status).toBe(403);
    const stale = { "if-match": '"7"' };
    expect((await user.patch(path, { description: "Fair" }, stale)).status).toBe(412);
    expect((await user.patch(path, { description: "Fair" })).body).toMatchObject({ version: 2 });
    const added = await user.post(`${path}/lines`, { contactNo: no });
    const line = `${path}/lines/${added.body.lineNo}`;
    expect(added.headers.location).toBe(`/api/v1${line}`);
    expect((await user.patch(line, { description: "Call" }, { "if-match": '"1"' })).body.version).toBe(2);
    expect((await user.delete(line, { "if-match": '"1"' })).status).toBe(412);
    expect((await viewer.delete(line)).status).toBe(403);
    expect((await viewer.get(line)).body.description).toBe("Call");
    expect((await user.delete(line)).status).toBe(204);
    expect((await user.get(line)).status).toBe(404);
    await put(no);
    expect((await viewer.get(path)).body.lineCount).toBe(1);
  });

  test("a list filters by campaign, salesperson, date, contact and words, and a segment goes with its lines", async ({
    app,
  }) => {
    const word = unique("WORD");
    const { code } = await givenIn(app.owner).salesperson();
    const { marketer, no, path, put } = await givenSegment(app, {
      description: word,
      salespersonCode: code,
      date: "2026-12-24",
    });
    const company = await givenIn(app.owner).contact();
    const person = await givenIn(app.owner).contact({ type: "person", companyId: company.id });
    await put(person.no);
    const nos = async (query: string) =>
      (await marketer.get(`/segments?${query}`)).body.items.map((segment: { no: string }) => segment.no);

    expect(await nos(`search=${word}`)).toEqual([no]);
    expect(await nos(`salespersonCode=${code}&dateFrom=2026-12-24&dateTo=2026-12-24`)).toEqual([no]);
    expect(await nos(`salespersonCode=${code}&dateTo=2026-12-23`)).toEqual([]);
    expect(await nos(`contactNo=${person.no}`)).toEqual([no]);
    expect(await nos(`contactNo=${company.no}`)).toEqual([]);
    expect(await nos(`aboutContactNo=${company.no}`)).toEqual([no]);
    const lines = await marketer.get(`/contacts/${company.no}/segment-lines`);
    expect(lines.body.items).toMatchObject([{ segmentNo: no, contactNo: person.no }]);
    const exported = await marketer.get(`/exports/segments?format=csv&search=${word}&headers=names`);
    expect(exported.text).toContain(no);

    expect((await marketer.delete(path)).status).toBe(204);
    expect((await marketer.get(`/contacts/${person.no}/segment-lines`)).body.items).toEqual([]);
  });

  test("SEG-004 SEG-005 SEG-060 lines take over what changes when the answer is yes", async ({ app }) => {
    const { marketer, path, put } = await givenSegment(app);
    const { lineNo } = await put((await givenIn(app.owner).contact()).no);
    const line = async () => (await marketer.get(`${path}/lines/${lineNo}`)).body;

    const asked = await marketer.patch(path, { description: "Fair" });
    expect(asked.body).toMatchObject({
      status: 409,
      code: "confirmation_required",
      values: { key: "updateLines", preselected: true },
    });
    expect((await marketer.get(path)).body.description).toBeNull();
    await marketer.patch(path, { description: "Fair", updateLines: false });
    expect((await line()).description).toBeNull();
    const campaign = await marketer.post("/campaigns", { no: unique("CP") });
    const { code } = await givenIn(app.owner).salesperson();
    const changed = await marketer.patch(path, {
      description: "Spring fair",
      campaignNo: campaign.body.no,
      salespersonCode: code,
      date: "2026-12-01",
      updateLines: true,
    });

    expect(changed.status, changed.text).toBe(200);
    expect(await line()).toMatchObject({
      description: "Spring fair",
      campaignNo: campaign.body.no,
      salespersonCode: code,
      date: "2026-12-01",
    });
    const refused = await (await app.as("crmAdmin")).delete(`/campaigns/${campaign.body.no}`);
    expect([refused.status, refused.body.code]).toEqual([409, "campaign_in_use"]);
    const inUse = await (await app.as("crmAdmin")).delete(`/salespeople/${code}`);
    expect([inUse.status, inUse.body.code]).toEqual([409, "setup_in_use"]);
  });
});

describe("lines", () => {
  test("SEG-021 SEG-022 show how the contact is reached and take its salesperson", async ({ app }) => {
    const { put } = await givenSegment(app, { description: "Fair" });
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const company = await given.contact({ name: "Kuusela Oy" });
    const person = await given.contact({
      type: "person",
      name: "Aino Kuusela",
      companyId: company.id,
      companyName: "Kuusela Oy",
      salespersonId: salesperson.id,
      phoneNo: "1",
      mobilePhoneNo: "2",
      email: "aino@kuusela.example",
    });

    const first = await put(person.no);
    const second = await put(person.no, { description: null });
    const ofCompany = await put(company.no);

    expect(first).toMatchObject({
      lineNo: 10_000,
      contactName: "Aino Kuusela",
      contactCompanyNo: company.no,
      contactCompanyName: "Kuusela Oy",
      contactPhoneNo: "1",
      contactMobilePhoneNo: "2",
      contactEmail: "aino@kuusela.example",
      salespersonCode: salesperson.code,
      description: "Fair",
      date: today,
    });
    expect(second).toMatchObject({ lineNo: 20_000, contactNo: person.no, description: null });
    expect(ofCompany).toMatchObject({ contactName: null, contactCompanyNo: company.no });
  });

  test("SEG-026 CON-045 carry the address that is active on their date", async ({ app }) => {
    const { marketer, path, put } = await givenSegment(app);
    const { no } = await givenIn(app.owner).contact({ type: "person" });
    for (const code of ["HOLIDAY", "OFFICE"])
      await marketer.post(`/contacts/${no}/alternative-addresses`, { code });
    await marketer.post(`/contacts/${no}/alternative-address-ranges`, {
      startingDate: today,
      altAddressCode: "HOLIDAY",
    });
    const { lineNo, contactAltAddressCode } = await put(no);
    const line = `${path}/lines/${lineNo}`;
    const codeAfter = async (change: object) =>
      (await marketer.patch(line, change)).body.contactAltAddressCode;

    expect(contactAltAddressCode).toBe("HOLIDAY");
    expect(await codeAfter({ date: "2026-11-22" })).toBeNull();
    expect(await codeAfter({ date: "2026-11-24" })).toBe("HOLIDAY");
    expect(await codeAfter({ contactAltAddressCode: "office" })).toBe("OFFICE");
    expect(await codeAfter({ date: "2026-11-22" })).toBe("OFFICE");
    await marketer.patch(path, { date: "2026-11-25", updateLines: true });
    expect((await marketer.get(line)).body).toMatchObject({
      date: "2026-11-25",
      contactAltAddressCode: "OFFICE",
    });
    expect(await codeAfter({ contactNo: no })).toBe("HOLIDAY");
    await marketer.patch(path, { date: "2026-11-20", updateLines: true });
    expect((await marketer.get(line)).body.contactAltAddressCode).toBeNull();
    expect(await codeAfter({ contactAltAddressCode: "OFFICE" })).toBe("OFFICE");
    await marketer.delete(`/contacts/${no}/alternative-addresses/OFFICE`);
    expect((await marketer.get(line)).body.contactAltAddressCode).toBeNull();
    const refused = await marketer.patch(line, { contactAltAddressCode: "NOWHERE" });
    expect(refused.body.errors).toMatchObject([{ path: "contactAltAddressCode", code: "not_found" }]);
  });

  test("contacts §10 refuse who is privacy blocked, a person also with its company, and who is unknown", async ({
    app,
  }) => {
    const { marketer, path } = await givenSegment(app);
    const given = givenIn(app.owner);
    const company = await given.contact({ privacyBlocked: true });
    const person = await given.contact({ type: "person", companyId: company.id });
    const open = await given.contact();
    const post = (contactNo: string) => marketer.post(`${path}/lines`, { contactNo });

    expect((await post(company.no)).body).toMatchObject({ status: 409, code: "contact_privacy_blocked" });
    expect((await post(person.no)).body).toMatchObject({ status: 409, code: "contact_privacy_blocked" });
    expect((await post("NOBODY")).body).toMatchObject({ status: 422, errors: [{ path: "contactNo" }] });
    const batch = await marketer.post(`${path}/lines/batch`, {
      items: [
        { contactNo: open.no },
        { contactNo: person.no },
        { contactNo: "NOBODY", salespersonCode: "NO", contactAltAddressCode: "X" },
      ],
    });
    expect(batch.body).toMatchObject({ status: 422, code: "segment_lines_refused" });
    expect(
      batch.body.errors.map((error: { path: string; code: string }) => [error.path, error.code]),
    ).toEqual([
      ["items.1.contactNo", "contact_privacy_blocked"],
      ["items.2.contactNo", "not_found"],
      ["items.2.contactAltAddressCode", "not_found"],
      ["items.2.salespersonCode", "not_found"],
    ]);
    expect((await marketer.get(path)).body.lineCount).toBe(0);
  });

  test("segments §8.3 who is on the segment already or may not be on it can be left out", async ({ app }) => {
    const { marketer, path, put } = await givenSegment(app);
    const given = givenIn(app.owner);
    const blocked = await given.contact({ privacyBlocked: true });
    const [present, open] = [await given.contact(), await given.contact()];
    await put(present.no);
    const wish = { allowExisting: false, skipRefused: true };
    const nos = [present.no, open.no, blocked.no, open.no, "NOBODY"];
    const items = nos.map((contactNo) => ({ contactNo }));

    const added = await marketer.post(`${path}/lines/batch`, { items, ...wish });
    const again = await marketer.post(`${path}/lines/batch`, { items, ...wish });
    const strict = await marketer.post(`${path}/lines/batch`, { items, allowExisting: false });
    const twice = await marketer.post(`${path}/lines/batch`, { items, skipRefused: true });

    const refused = [
      { contactNo: blocked.no, code: "contact_privacy_blocked" },
      { contactNo: "NOBODY", code: "not_found" },
    ];
    expect(added.status, added.text).toBe(200);
    expect(added.body).toMatchObject({
      items: [{ contactNo: open.no, lineNo: 20_000 }],
      existing: [present.no, open.no],
      refused,
    });
    expect(again.body).toEqual({ items: [], existing: [present.no, open.no, open.no], refused });
    expect(strict.body).toMatchObject({ status: 422, code: "segment_lines_refused" });
    expect(twice.body).toMatchObject({ items: [{}, {}, {}], existing: [], refused });
    expect((await marketer.get(path)).body.lineCount).toBe(5);
  });

  test("several are removed at once, all of them or none, and one is told which are not there", async ({
    app,
  }) => {
    const { user, marketer, path, put } = await givenSegment(app);
    const { no } = await givenIn(app.owner).contact();
    const lineNos = [(await put(no)).lineNo, (await put(no)).lineNo, (await put(no)).lineNo];
    const viewer = await app.as("viewer");

    const refused = await user.post(`${path}/lines/remove`, { lineNos: [lineNos[0], 70_000] });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: "not_found", errors: [{ path: "lineNos.1" }] });
    expect((await viewer.post(`${path}/lines/remove`, { lineNos })).status).toBe(403);
    expect((await user.post(`${path}/lines/remove`, { lineNos: lineNos.slice(0, 2) })).body).toEqual({
      removed: 2,
    });
    const left = (await marketer.get(`${path}/lines`)).body.items;
    expect(left.map(({ lineNo }: { lineNo: number }) => lineNo)).toEqual([lineNos[2]]);
    const trail = await (await app.as("admin")).get("/audit-entries?resource=segments&limit=1");
    expect(trail.body.items[0]).toMatchObject({ action: "segment.linesRemoved", changes: { count: 2 } });
  });

  test("a thousand at once, once per key, in their order; a line may wait for its contact", async ({
    app,
  }) => {
    const { marketer, path } = await givenSegment(app);
    const { no } = await givenIn(app.owner).contact();
    const items = [{}, ...Array.from({ length: 999 }, () => ({ contactNo: no }))];
    const key = { "idempotency-key": unique("KEY") };

    const first = await marketer.post(`${path}/lines/batch`, { items }, key);
    const again = await marketer.post(`${path}/lines/batch`, { items }, key);

    expect(first.status, first.text.slice(0, 300)).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await marketer.get(path)).body.lineCount).toBe(1_000);
    expect(first.body.items[0]).toMatchObject({ lineNo: 10_000, contactNo: null, contactCompanyNo: null });
    expect(first.body.items[999]).toMatchObject({ lineNo: 10_000_000, contactNo: no });
    const page = await marketer.get(`${path}/lines?limit=2&contactNo=${no}&count=true`);
    expect(page.body).toMatchObject({ totalCount: 999, items: [{ lineNo: 20_000 }, { lineNo: 30_000 }] });
    const named = await marketer.patch(`${path}/lines/10000`, { contactNo: no });
    expect(named.body).toMatchObject({ contactNo: no, contactCompanyNo: no });
    const blank = await marketer.patch(`${path}/lines/10000`, { contactNo: null });
    expect(blank.body).toMatchObject({ contactNo: null, contactCompanyNo: null });
  });
});

describe("what a segment or a line names", () => {
  test("contacts §1.3 stays: a salesperson, and one is told once what to do about it", async ({ app }) => {
    const { marketer, put, path } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const { code } = await givenIn(app.owner).salesperson();
    const line = await put((await givenIn(app.owner).contact()).no, { salespersonCode: code });
    const remove = async () => (await admin.delete(`/salespeople/${code}`, { "accept-language": "fi" })).body;

    const onLine = await remove();
    await marketer.patch(path, { salespersonCode: code, updateLines: false });
    const onBoth = await remove();
    await marketer.patch(path, { salespersonCode: null, updateLines: true });
    expect((await marketer.get(`${path}/lines/${line.lineNo}`)).body.salespersonCode).toBeNull();
    const gone = await admin.delete(`/salespeople/${code}`);

    expect(onLine).toMatchObject({ code: "setup_in_use", values: { usedBy: ["segment-lines"] } });
    expect(onBoth).toMatchObject({ code: "setup_in_use", values: { usedBy: ["segment-lines", "segments"] } });
    expect(onBoth.errors).toEqual([
      expect.objectContaining({
        path: "code",
        code: "salesperson_on_segments",
        message: `Myyjä ${code} on segmenteissä tai niiden riveillä. Anna ne ensin toiselle.`,
      }),
    ]);
    expect(gone.status, gone.text).toBe(204);
  });

  test("C-12 stays: a campaign, and the series of the number", async ({ app }) => {
    const { marketer, put, path } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const no = unique("CP");
    await marketer.post("/campaigns", { no });
    const { lineNo } = await put((await givenIn(app.owner).contact()).no, { campaignNo: no });

    const campaign = await admin.delete(`/campaigns/${no}`);
    await admin.patch("/marketing-setup", { segmentNos: null });
    const series = await admin.delete("/number-series/SEGMENTNOS");
    await marketer.delete(`${path}/lines/${lineNo}`);

    expect(campaign.body).toMatchObject({ code: "campaign_in_use", values: { usedBy: ["segments"] } });
    expect(series.body).toMatchObject({ code: "setup_in_use" });
    expect(series.body.values.usedBy).toContain("segments");
    expect((await admin.delete(`/campaigns/${no}`)).status).toBe(204);
    expect((await marketer.get(path)).status).toBe(200);
  });

  test("contacts §9 an alternative address may go: lines then use the contact's own", async ({ app }) => {
    const { marketer, put, path } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const { no } = await givenIn(app.owner).contact();
    await admin.post(`/contacts/${no}/alternative-addresses`, { code: "STORE" });
    const { lineNo } = await put(no, { contactAltAddressCode: "STORE" });

    expect((await admin.delete(`/contacts/${no}/alternative-addresses/STORE`)).status).toBe(204);

    const line = await marketer.get(`${path}/lines/${lineNo}`);
    expect(line.body.contactAltAddressCode).toBeNull();
  });
});

describe("contacts on a segment", () => {
  test("CON-044 SEG-119 keep their company, whichever way it would change", async ({ app }) => {
    const { marketer, put } = await givenSegment(app);
    const given = givenIn(app.owner);
    const [company, other] = [await given.contact(), await given.contact({ name: "Toinen Tie Oy" })];
    const person = await given.contact({
      type: "person",
      companyId: company.id,
      companyName: "Eka Tie Oy",
    });
    await put(person.no);
    const path = `/contacts/${person.no}`;

    for (const change of [
      { companyNo: other.no },
      { companyNo: null },
      { companyName: "Toinen Tie Oy" },
      { companyName: null },
      { type: "company" },
    ]) {
      const refused = await marketer.patch(path, change);
      expect([refused.status, refused.body.code], JSON.stringify(change)).toEqual([
        409,
        "contact_on_segment",
      ]);
      expect(refused.body.errors[0].path).toBe(Object.keys(change)[0]);
    }
    expect((await marketer.patch(path, { companyNo: company.no, jobTitle: "Buyer" })).status).toBe(200);

    runJobs(app);
    const admin = await app.as("admin");
    const uploaded = await upload(admin, `No.,Company No.\n${person.no},${other.no}`);
    const run = await runToEnd(admin, uploaded.body.id);
    expect(run.body, run.text).toMatchObject({ failed: 1 });
    const problems = await admin.get(`/imports/${uploaded.body.id}/problems`);
    expect(JSON.stringify(problems.body)).toContain("contact_on_segment");
    expect((await marketer.get(path)).body).toMatchObject({ companyNo: company.no });
  });

  test("SEG-119 are not deleted, nor is their company: after open tasks, before open opportunities", async ({
    app,
  }) => {
    const { marketer, path, put } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const given = givenIn(app.owner);
    const { code: salespersonCode } = await given.salesperson();
    const company = await given.contact();
    const person = await given.contact({ type: "person", companyId: company.id });
    const { lineNo } = await put(person.no);
    const task = { no: unique("TD"), description: "Call", contactNo: person.no, salespersonCode };
    const made = await admin.post("/tasks", task);
    expect(made.status, made.text).toBe(201);
    const opportunity = { ...task, no: unique("OP"), salesCycleCode: await givenCycle(app) };
    expect((await admin.post("/opportunities", opportunity)).status).toBe(201);
    const codeOf = async (no: string) => (await admin.delete(`/contacts/${no}`)).body?.code;

    expect(await codeOf(company.no)).toBe("contact_open_tasks");
    await admin.delete(`/tasks/${task.no}`);
    expect([await codeOf(company.no), await codeOf(person.no)]).toEqual([
      "contact_on_segment",
      "contact_on_segment",
    ]);
    await marketer.delete(`${path}/lines/${lineNo}`);
    expect(await codeOf(person.no)).toBe("contact_open_opportunities");
  });

  test("CON-044 a contact that is deleted or moved while it is put on a segment leaves nothing dangling", async ({
    app,
  }) => {
    const { marketer, path } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const given = givenIn(app.owner);
    const [company, other] = [await given.contact(), await given.contact()];
    for (let turn = 0; turn < 12; turn++) {
      const person = await given.contact({ type: "person", companyId: company.id });
      const add = () => marketer.post(`${path}/lines`, { contactNo: person.no });
      const isDeleted = turn % 2 === 0;
      const leave = () =>
        isDeleted
          ? admin.delete(`/contacts/${person.no}`)
          : marketer.patch(`/contacts/${person.no}`, { companyNo: other.no });

      const [added, left] =
        turn % 4 < 2
          ? await Promise.all([add(), leave()])
          : (await Promise.all([leave(), add()])).toReversed();

      const outcome = `${added!.status} ${left!.status}`;
      if (isDeleted) expect(["201 409", "422 204"]).toContain(outcome);
      else expect(["201 409", "201 200"]).toContain(outcome);
      if (isDeleted && added!.status === 201) expect(left!.body.code).toBe("contact_on_segment");
      const { body } = await marketer.get(`/contacts/${person.no}`);
      if (added!.status === 201) {
        const line = await marketer.get(`${path}/lines/${added!.body.lineNo}`);
        expect(line.body).toMatchObject({ contactNo: person.no, contactCompanyNo: body.companyNo });
      }
    }
  });

  test("CON-044 merging moves lines to the survivor, and undoing it brings them back", async ({ app }) => {
    const { marketer, path, put } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const given = givenIn(app.owner);
    const [company, twin] = [await given.contact(), await given.contact()];
    const colleague = await given.contact({ type: "person", companyId: twin.id });
    await admin.post(`/contacts/${twin.no}/alternative-addresses`, { code: "STORE" });
    const own = await put(twin.no, { contactAltAddressCode: "STORE" });
    const colleagues = await put(colleague.no);
    const line = async ({ lineNo }: { lineNo: number }) =>
      (await marketer.get(`${path}/lines/${lineNo}`)).body;

    const merged = await admin.post(`/contacts/${company.no}/merge`, { duplicateNo: twin.no, confirm: true });
    expect(merged.status, merged.text).toBe(200);
    expect(merged.body.merge.moved).toContainEqual({ list: "segmentLines", count: 1 });
    expect(await line(own)).toMatchObject({
      contactNo: company.no,
      contactCompanyNo: company.no,
      contactAltAddressCode: "STORE",
    });
    expect(await line(colleagues)).toMatchObject({ contactNo: colleague.no, contactCompanyNo: company.no });
    const since = await put(company.no);

    const undone = await admin.post(`/merges/${merged.body.merge.id}/undo`);
    expect(undone.status, undone.text).toBe(200);
    expect(undone.body.kept).toEqual([]);
    expect(await line(own)).toMatchObject({
      contactNo: twin.no,
      contactCompanyNo: twin.no,
      contactAltAddressCode: "STORE",
    });
    expect(await line(colleagues)).toMatchObject({ contactCompanyNo: twin.no });
    expect(await line(since)).toMatchObject({ contactNo: company.no });
  });

  test("contacts §10 who is erased is on no segment any more; a new number shows on the line", async ({
    app,
  }) => {
    const { marketer, path, put } = await givenSegment(app);
    const admin = await app.as("crmAdmin");
    const { no } = await givenIn(app.owner).contact();
    const { lineNo } = await put(no);
    const renamed = unique("R");
    const changed = await admin.patch(`/contacts/${no}`, { no: renamed });
    expect(changed.status, changed.text).toBe(200);
    expect((await marketer.get(`${path}/lines/${lineNo}`)).body.contactNo).toBe(renamed);

    const erased = await admin.post(`/contacts/${renamed}/erase`, {
      requestedBy: "subject",
      reason: "asked",
      confirm: true,
    });

    expect(erased.body.counts).toMatchObject({ segmentLines: 1 });
    expect((await marketer.get(path)).body.lineCount).toBe(0);
  });
});
