import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn } from "#interactions/testing.ts";

test("contacts B5, B6 what a contact says is kept by channel and purpose, with date, giver and evidence", async ({
  app,
}) => {
  const { no } = await givenIn(app.owner).contact({ type: "person" });
  const user = await app.as("crmUser");
  const consent = `/contacts/${no}/consents/email/newsletter`;

  const given = await user.put(consent, {
    granted: true,
    givenBy: "Her guardian",
    evidence: "Form of the fair",
  });
  expect(given.body, given.text).toMatchObject({
    channel: "email",
    purpose: "NEWSLETTER",
    granted: true,
    date: "2026-11-23",
    givenBy: "Her guardian",
    evidence: "Form of the fair",
    version: 1,
  });
  expect(
    (await user.put(consent, { granted: false, date: "2026-11-22" }, { "if-match": '"7"' })).status,
  ).toBe(412);
  await user.put(consent, { granted: false, date: "2026-11-22" });
  await user.put(`/contacts/${no}/consents/phone/SURVEY`, { granted: true });

  expect((await user.get(`/contacts/${no}/consents`)).body.items).toMatchObject([
    {
      channel: "email",
      purpose: "NEWSLETTER",
      granted: false,
      date: "2026-11-22",
      givenBy: null,
      version: 2,
    },
    { channel: "phone", purpose: "SURVEY", granted: true },
  ]);
  const { body: trail } = await user.get(`/audit-entries?resource=contacts&resourceKey=${no}`);
  expect(trail.items[1]).toMatchObject({
    action: "contact.consentRecorded",
    changes: { channel: "email", purpose: "NEWSLETTER", granted: [true, false] },
  });
  expect((await (await app.as("viewer")).put(consent, { granted: true })).status).toBe(403);
  expect((await user.delete(consent)).status).toBe(204);
  expect((await user.delete(consent)).status).toBe(404);
  expect((await user.put(`/contacts/${no}/consents/pigeon/X`, { granted: true })).status).toBe(400);
});
