import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { contactFieldLengths } from "./contact.rules.ts";
import { given } from "./testing.ts";

const fields = Object.keys(contactFieldLengths).filter((field) => field !== "noSeries");

describe("what is no text", () => {
  test.for([
    ["a NUL", "a\u0000b"],
    ["a line break", "a\nb"],
    ["an escape", "\u001b[31mred"],
    ["half of a surrogate pair", "a\ud800b"],
  ])("%s is refused in every field, naming it", async ([, value], { app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { type: "person" });

    for (const field of fields) {
      const answer = await user.patch(`/contacts/${no}`, { [field]: value });
      expect(answer.status, field).toBe(422);
      expect(answer.body.errors[0], field).toMatchObject({ path: field });
    }
    expect((await user.get(`/contacts/${no}`)).body.version).toBe(1);
  });

  test.for([
    ["a number", 5],
    ["a list", ["x"]],
    ["an object", { $ne: null }],
    ["true", true],
  ])("%s is refused in every field, naming it", async ([, value], { app }) => {
    const user = await app.as("crmUser");

    for (const field of fields) {
      const answer = await user.post("/contacts", { no: "HOSTILE", [field]: value });
      expect(answer.status, field).toBe(422);
      expect(answer.body.errors[0], field).toMatchObject({ path: field });
    }
    expect((await user.get("/contacts/HOSTILE")).status).toBe(404);
  });
});

describe("what is too much", () => {
  test("a character more than a field holds is refused, naming field and maximum", async ({ app }) => {
    const user = await app.as("crmUser");

    for (const [field, maximum] of Object.entries(contactFieldLengths)) {
      if (field === "noSeries") continue;
      const answer = await user.post("/contacts", { no: "LONG", [field]: "1".repeat(maximum + 1) });
      expect(answer.status, field).toBe(422);
      expect(answer.body.errors, field).toContainEqual(
        expect.objectContaining({ path: field, code: "too_long" }),
      );
    }
  });

  test("a megabyte in a field is refused, naming it", async ({ app }) => {
    const user = await app.as("crmUser");

    const answer = await user.post("/contacts", { no: "BIG", name: "å".repeat(500_000) });

    expect(answer.body).toMatchObject({ status: 422, errors: [{ path: "name", code: "too_long" }] });
    expect((await user.post("/contacts", { name: "x".repeat(3_000_000) })).status).toBe(413);
  });

  test("unknown fields are refused, naming them", async ({ app }) => {
    const user = await app.as("crmUser");

    const answer = await user.post("/contacts", {
      no: "ODD",
      name: "Outo Oy",
      version: 7,
      "__proto__.x": 1,
      businessRelation: "customer",
    });

    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual(
      expect.arrayContaining(["version", "businessRelation"]),
    );
  });
});

describe("every script", () => {
  test.for([
    "Ääkköset Öljy Åland",
    "Ελληνική Εταιρεία",
    "Общество «Ромашка»",
    "شركة النور",
    "חברת האור",
    "บริษัท แสงจันทร์",
    "東方明珠有限公司",
    "株式会社ひかり",
    "한빛 주식회사",
    "हिन्दी कंपनी",
    "👩‍👩‍👧 Perhe & 🚀 Oy",
    'O\'Brien "Quote" \\ Slash %_',
    "<script>alert(1)</script>",
    "a ﬁ ligature ŉ ½ №",
    "İstanbul Iğdır ß ſ",
  ])("%s is kept as it is, and found", async (name, { app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { name });

    expect((await user.get(`/contacts/${no}`)).body.name).toBe(name);
    const found = await user.get(`/contacts?search=${encodeURIComponent(name)}`);
    expect(found.body.items.map((item: { no: string }) => item.no)).toContain(no);
    const hits = await user.get(`/contacts/lookup?limit=50&search=${encodeURIComponent(name)}`);
    expect(hits.body.items.map((item: { no: string }) => item.no)).toContain(no);
  });

  test("both ways of writing ä are one", async ({ app }) => {
    const user = await app.as("crmUser");

    const made = await user.post("/contacts", { no: "DECOMPOSED", name: "  Ma\u0308kinen Oy " });

    expect(made.body).toMatchObject({ name: "Mäkinen Oy", searchName: "MÄKINEN OY" });
  });
});

describe("searches", () => {
  test.for([
    "\u0000",
    "a\u0000b",
    "\ud800",
    "((((",
    "\\",
    "'",
    "a:* & !b",
    "%%%",
    "*".repeat(200),
    "<->",
    "🚀",
    "a ".repeat(100),
    "\u200b",
  ])("%j is answered", async (search, { app }) => {
    const user = await app.as("crmUser");
    const text = encodeURIComponent(search.toWellFormed());

    expect((await user.get(`/contacts?search=${text}`)).status).toBe(200);
    expect((await user.get(`/contacts/lookup?search=${text}`)).status).toBe(200);
  });

  test.for(["a%00b", "%ED%A0%80", "x".repeat(21), "%20"])(
    "the number %s is nobody's",
    async (no, { app }) => {
      const user = await app.as("crmUser");

      for (const answer of [
        await user.get(`/contacts/${no}`),
        await user.patch(`/contacts/${no}`, { city: "Oulu" }),
      ]) {
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }
    },
  );

  test.for(["city", "postCode", "email", "externalId", "companyNo", "salespersonCode"])(
    "the filter %s takes anything",
    async (filter, { app }) => {
      const user = await app.as("crmUser");

      for (const value of ["%00", "%", "\\", "'", ",,,", "a,".repeat(900)]) {
        const { status } = await user.get(
          `/contacts?${filter}=${encodeURIComponent(decodeURIComponent(value.replace(/%$/, "%25")))}`,
        );
        expect([200, 400], value).toContain(status);
      }
    },
  );
});

describe("who may", () => {
  test("nobody without signing in, viewers only read", async ({ app }) => {
    const { no } = await given.contact(app);
    const anonymous = await app.as(null);
    const viewer = await app.as("viewer");

    for (const path of ["/contacts", `/contacts/${no}`, "/contacts/lookup?search=a"]) {
      expect((await anonymous.get(path)).status).toBe(401);
      expect((await viewer.get(path)).status).toBe(200);
    }
    expect((await viewer.post("/contacts", { name: "Ei saa Oy" })).status).toBe(403);
    expect((await viewer.patch(`/contacts/${no}`, { city: "Oulu" })).status).toBe(403);
    expect((await viewer.delete(`/contacts/${no}`)).status).toBe(403);
    expect((await anonymous.post("/contacts", { name: "Ei saa Oy" })).status).toBe(401);
  });
});
