import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";

/** What the server takes for the time zone of a request. */
function timeZoneOf(app: TestApp): string {
  return app.api.contextFor({ headers: {}, id: "test-request" } as never, null).timeZone;
}

describe("company information", () => {
  test("is read and changed, and the audit trail tells", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/countries", { code: "FI", isoCode: "FI" });

    const before = await admin.get("/company-information");
    expect(before.body).toMatchObject({
      currencyCode: "EUR",
      timeZone: "Europe/Helsinki",
      countryCode: null,
    });
    const { version } = before.body;

    const changed = await admin.patch(
      "/company-information",
      {
        name: " Tuomi & Wren ",
        currencyCode: "sek",
        language: "fi",
        countryCode: "fi",
        assistantCompleted: true,
      },
      { "if-match": `"${version}"` },
    );
    expect(changed.body).toMatchObject({
      name: "Tuomi & Wren",
      currencyCode: "SEK",
      language: "fi",
      countryCode: "FI",
      assistantCompleted: true,
      version: version + 1,
    });
    expect(
      (await admin.patch("/company-information", { name: "x" }, { "if-match": `"${version}"` })).status,
    ).toBe(412);
    expect((await admin.patch("/company-information", { language: "fi" })).body).toEqual(changed.body);

    await admin.patch("/countries/FI", { code: "FIN" });
    expect((await admin.get("/company-information")).body.countryCode).toBe("FIN");
    expect((await admin.delete("/countries/FIN")).body).toMatchObject({
      code: "setup_in_use",
      values: { usedBy: ["company-information"] },
    });

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "changes"])
      .where("resource", "=", "company-information")
      .execute();
    expect(trail).toHaveLength(1);
    expect(trail[0]!.changes).toMatchObject({ currencyCode: ["EUR", "SEK"], countryCode: [null, "FI"] });
  });

  test("a new time zone counts from the next request on", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    expect(timeZoneOf(app)).toBe("Europe/Helsinki");

    const changed = await admin.patch("/company-information", { timeZone: "Asia/Tokyo" });

    expect(changed.body.timeZone).toBe("Asia/Tokyo");
    expect(timeZoneOf(app)).toBe("Asia/Tokyo");
  });

  test.for([
    [{ timeZone: "Europe/Atlantis" }, "timeZone", "time_zone_unknown"],
    [{ timeZone: "+02:00" }, "timeZone", "time_zone_unknown"],
    [{ timeZone: null }, "timeZone", "required"],
    [{ currencyCode: "EURO" }, "currencyCode", "too_long"],
    [{ currencyCode: "E1" }, "currencyCode", "currency_code_invalid"],
    [{ language: "sv" }, "language", "not_allowed_value"],
    [{ countryCode: "XX" }, "countryCode", "not_found"],
    [{ name: "x".repeat(101) }, "name", "too_long"],
  ] as const)("refuses %j", async ([values, path, code], { app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.patch("/company-information", values);

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ path, code }]);
  });

  test("says in Finnish what is wrong with a time zone", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.patch(
      "/company-information",
      { timeZone: "Moon" },
      { "accept-language": "fi" },
    );

    expect(answer.body.errors[0].message).toBe(
      "Kentässä ”Aikavyöhyke” on oltava aikavyöhykkeen nimi, esimerkiksi Europe/Helsinki.",
    );
  });

  test("is read by everybody and written by the CRM admin", async ({ app }) => {
    for (const role of ["viewer", "crmUser"] as const) {
      const client = await app.as(role);
      expect((await client.get("/company-information")).status).toBe(200);
      expect((await client.patch("/company-information", { name: "no" })).status).toBe(403);
    }
  });
});
