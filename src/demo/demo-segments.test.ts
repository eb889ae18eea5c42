import { expect, test } from "vitest";
import { demoContent } from "./demo-content.ts";

const TODAY = "2026-11-25";
const { segments, contacts, deals } = demoContent("en", TODAY);

test("open segments are for days to come and for contacts that may be written to, each once", () => {
  const byKey = new Map(contacts.map((contact) => [contact.key, contact]));
  expect(segments.length).toBe(3);
  for (const { date, lines, campaignIndex, description } of segments) {
    expect(date > TODAY, description).toBe(true);
    expect(lines.length, description).toBeGreaterThanOrEqual(5);
    expect(new Set(lines.map(({ contactKey }) => contactKey)).size).toBe(lines.length);
    if (campaignIndex !== null) expect(deals.campaigns[campaignIndex]).toBeDefined();
    for (const { contactKey } of lines) {
      const contact = byKey.get(contactKey)!;
      const company = byKey.get(contact.companyKey ?? contactKey)!;
      expect(contact).toMatchObject({ privacyBlocked: false, excludeFromSegment: false });
      expect(company.privacyBlocked).toBe(false);
    }
  }
});

test("segments speak the language asked for; who is on them is the same", () => {
  const finnish = demoContent("fi", TODAY).segments;
  expect(finnish.map(({ description }) => description)).not.toEqual(
    segments.map(({ description }) => description),
  );
  expect(finnish.map(({ lines }) => lines)).toEqual(segments.map(({ lines }) => lines));
});
