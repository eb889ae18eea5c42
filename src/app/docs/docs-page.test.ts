import { expect, test } from "vitest";
import { docsPage } from "./docs-page.ts";
import type { OpenApi } from "./open-api.ts";

const document: OpenApi = {
  info: { title: "Rapport", version: "1.2.3", description: "Calls & meetings" },
  paths: {
    "/api/v1/contacts/{no}": {
      get: {
        operationId: "getContact",
        tags: ["contacts"],
        summary: "Reads <one> contact.",
        "x-access": "contacts.read",
        parameters: [{ name: "no", in: "path", required: true, schema: { type: "string", maxLength: 20 } }],
        responses: {
          200: {
            description: "Success",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Contact" } } },
          },
          default: { description: "A problem (RFC 9457). Codes: contact_not_found." },
        },
      },
    },
    "/api/v1/announcements": {
      post: {
        operationId: "announce",
        tags: ["announcements"],
        summary: "Announces.",
        "x-access": "public",
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Contact: {
        type: "object",
        required: ["no"],
        properties: {
          no: { type: "string" },
          type: { enum: ["company", "person"] },
          tags: { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } },
        },
      },
    },
  },
};
const page = docsPage(document);

test("every operation tells its method, path, right, limits and answers", () => {
  for (const part of [
    "GET",
    "/api/v1/contacts/{no}",
    "contacts.read",
    "at most 20 characters",
    "contact_not_found",
  ]) {
    expect(page).toContain(part);
  }
  expect(page).toContain('href="#schema-Contact"');
  expect(page).toContain('id="schema-Contact"');
});

test("schemas tell fields, which are required, and their types", () => {
  expect(page).toMatch(/<code>no<\/code> <small>required<\/small>/);
  expect(page).toContain("&quot;company&quot;");
  expect(page).toContain("array of string or null");
});

test("groups come in the order of their names", () => {
  expect(page.indexOf('id="tag-announcements"')).toBeLessThan(page.indexOf('id="tag-contacts"'));
});

test("texts are escaped and nothing is loaded from elsewhere", () => {
  expect(page).toContain("Reads &lt;one&gt; contact.");
  expect(page).toContain("Calls &amp; meetings");
  expect(page).not.toMatch(/<script|src=|https?:\/\//);
});
