import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { unique } from "#interactions/testing.ts";

test("the trail of a record says who changed what; only the administrator sees it whole", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  const code = unique("MG");
  await admin.post("/mailing-groups", { code, description: "Christmas cards" });
  await admin.patch(`/mailing-groups/${code}`, { description: "Season's greetings" });

  const viewer = await app.as("viewer");
  const trail = await viewer.get(`/audit-entries?resource=mailing-groups&resourceKey=${code}&count=true`);

  expect(trail.body.totalCount).toBe(2);
  expect(trail.body.items[0]).toMatchObject({
    actor: "test crmAdmin:",
    resource: "mailing-groups",
    resourceKey: code,
    changes: { description: ["Christmas cards", "Season's greetings"] },
  });
  expect((await viewer.get("/audit-entries")).status).toBe(403);
  expect((await viewer.get("/audit-entries?resource=users")).status).toBe(403);
  const whole = await (await app.as("admin")).get("/audit-entries?limit=1");
  expect(whole.body.items).toHaveLength(1);
  expect(whole.body.nextCursor).toEqual(expect.any(String));
});

test("the trail is taken along as a file that says what changed from what to what", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  const code = unique("MG");
  await admin.post("/mailing-groups", { code, description: "Christmas cards" });
  await admin.patch(`/mailing-groups/${code}`, { description: "Season's greetings" });
  const path = `/exports/audit-entries?resource=mailing-groups&resourceKey=${code}`;

  const file = await admin.get(path);
  const forPrograms = await admin.get(`${path}&headers=names`);

  expect(file.text).toContain("description: Christmas cards → Season's greetings");
  expect(forPrograms.text).toContain(`""description"":[""Christmas cards"",""Season's greetings""]`);
  expect((await admin.get("/exports/audit-entries")).status).toBe(403);
  expect((await (await app.as("admin")).get("/exports/audit-entries")).status).toBe(200);
});
