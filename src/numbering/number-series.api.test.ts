import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { drawNumbers } from "./draw-numbers.commands.ts";

const line = {
  startingDate: "2026-01-01",
  startingNo: "C00001",
  endingNo: "C99999",
  warningNo: "C95000",
  incrementBy: 1,
  lastNoUsed: null,
  open: true,
};
const contacts = {
  code: "CONT",
  description: "Contacts",
  allowAutomatic: true,
  allowManual: false,
  lines: [line],
};

describe("number series", () => {
  test("are created with their lines, read, changed, renamed and deleted, and the audit trail tells", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");

    const created = await admin.post("/number-series", { ...contacts, code: " cont " });
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ location: "/api/v1/number-series/CONT", etag: '"1"' });
    expect(created.body).toEqual({ ...contacts, version: 1, lastModifiedAt: expect.any(String) });
    expect((await admin.get("/number-series/cont")).body).toEqual(created.body);

    const changed = await admin.patch("/number-series/CONT", { allowManual: true }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({ allowManual: true, lines: [line], version: 2 });
    expect(
      (await admin.patch("/number-series/CONT", { allowManual: false }, { "if-match": '"1"' })).status,
    ).toBe(412);
    expect((await admin.patch("/number-series/CONT", { lines: [line] })).body.version).toBe(2);

    expect((await admin.patch("/number-series/CONT", { code: "C" })).body).toMatchObject({
      code: "C",
      lines: [line],
    });
    expect((await admin.get("/number-series/CONT")).status).toBe(404);
    expect((await admin.delete("/number-series/C")).status).toBe(204);

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "changes"])
      .where("resource", "=", "number-series")
      .orderBy("id")
      .execute();
    expect(trail.map((entry) => entry.action)).toEqual([
      "numberSeries.created",
      "numberSeries.changed",
      "numberSeries.changed",
      "numberSeries.deleted",
    ]);
    expect(trail[1]!.changes).toEqual({ allow_manual: [false, true] });
  });

  test("fill in what a line leaves out and keep their lines in order", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const created = await admin.post("/number-series", {
      code: "SHORT",
      lines: [
        { startingDate: "2027-01-01", startingNo: "b1" },
        { startingDate: "2026-01-01", startingNo: "a1" },
      ],
    });

    const blank = { endingNo: null, warningNo: null, incrementBy: 1, lastNoUsed: null, open: true };
    expect(created.body.lines).toEqual([
      { ...blank, startingDate: "2026-01-01", startingNo: "A1" },
      { ...blank, startingDate: "2027-01-01", startingNo: "B1" },
    ]);
  });

  test("lose no number drawn while their lines are edited", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/number-series", { ...contacts, code: "DRAWN" });
    const { id } = await app.db
      .selectFrom("number_series")
      .select("id")
      .where("code", "=", "DRAWN")
      .executeTakeFirstOrThrow();
    await app.db.transaction().execute((tx) => drawNumbers(tx, id, "2026-11-25", 7));
    const { lastNoUsed: _, ...edited } = { ...line, endingNo: "C50000", warningNo: null };

    const changed = await admin.patch("/number-series/DRAWN", {
      lines: [edited, { startingDate: "2027-01-01", startingNo: "D1" }],
    });
    expect(changed.body.lines).toMatchObject([
      { endingNo: "C50000", warningNo: null, lastNoUsed: "C00007" },
      { startingNo: "D1", lastNoUsed: null },
    ]);

    const reset = await admin.patch("/number-series/DRAWN", { lines: [line] });
    expect(reset.body.lines).toEqual([line]);
    expect((await admin.patch("/number-series/DRAWN", { lines: [] })).body.lines).toEqual([]);
  });

  test("refuse lines that cannot be counted along, naming field and line in Finnish", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.post(
      "/number-series",
      { code: "WRONG", lines: [line, { ...line, endingNo: "D5", warningNo: "C00000" }] },
      { "accept-language": "fi" },
    );

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([
      { path: "lines.1.startingDate", code: "no_series_line_exists" },
      { path: "lines.1.endingNo", code: "no_series_different_shape" },
      {
        path: "lines.1.warningNo",
        code: "no_series_before_start",
        message: "Kentän ”Varoitusnro” arvo ei voi olla ennen aloittavaa numeroa.",
      },
    ]);
    expect((await admin.get("/number-series/WRONG")).status).toBe(404);
  });

  test.for([
    [{ code: "x".repeat(21) }, "code", "too_long"],
    [{ description: "x".repeat(101) }, "description", "too_long"],
    [{ lines: [{ ...line, incrementBy: 0 }] }, "lines.0.incrementBy", "too_small"],
    [{ lines: [{ ...line, startingNo: "" }] }, "lines.0.startingNo", "required"],
    [{ lines: [{ ...line, startingNo: "1".repeat(21) }] }, "lines.0.startingNo", "too_long"],
    [{ lines: [{ startingNo: "C1" }] }, "lines.0.startingDate", "required"],
  ] as const)("refuse %j", async ([values, path, code], { app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.post("/number-series", { code: "WRONG", ...values });

    expect(answer.body).toMatchObject({ status: 422, errors: [{ path, code }] });
  });

  test("are unique by code, searched and filtered", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    await admin.post("/number-series", { code: "F1", description: "Findable tasks", allowManual: false });
    await admin.post("/number-series", { code: "F2", description: "Findable campaigns", lines: [line] });

    expect((await admin.post("/number-series", { code: "f1" })).body).toMatchObject({
      status: 409,
      code: "duplicate",
    });
    expect((await admin.patch("/number-series/F2", { code: "F1" })).body).toMatchObject({
      code: "duplicate",
    });
    const found = await viewer.get("/number-series?search=findable&sort=description&count=true");
    expect(found.body.items.map((item: { code: string }) => item.code)).toEqual(["F2", "F1"]);
    expect(found.body.items[0].lines).toEqual([line]);
    expect(found.body.totalCount).toBe(2);
    expect((await viewer.get("/number-series?search=findable&allowManual=true")).body.items).toMatchObject([
      { code: "F2" },
    ]);
  });

  test("in use are not deleted", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/number-series", { code: "USED" });
    await app.owner
      .updateTable("marketing_setup")
      .set((eb) => ({
        contact_nos_id: eb.selectFrom("number_series").select("id").where("code", "=", "USED"),
      }))
      .execute();

    const answer = await admin.delete("/number-series/USED", { "accept-language": "fi" });

    expect(answer.body).toMatchObject({
      status: 409,
      code: "setup_in_use",
      detail: "USED on käytössä, eikä sitä voi poistaa.",
      values: { usedBy: ["marketing-setup"] },
    });
  });

  test("are read by everybody and written by the CRM admin", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/number-series", { code: "RIGHTS" });

    for (const role of ["viewer", "crmUser"] as const) {
      const client = await app.as(role);
      expect((await client.get("/number-series/RIGHTS")).status).toBe(200);
      expect((await client.post("/number-series", { code: "NO" })).status).toBe(403);
      expect((await client.patch("/number-series/RIGHTS", { description: "no" })).status).toBe(403);
      expect((await client.delete("/number-series/RIGHTS")).status).toBe(403);
    }
  });
});
