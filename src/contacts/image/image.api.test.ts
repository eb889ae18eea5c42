import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { countStored, storeIn, uploadTo } from "#attachments/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { given } from "../testing.ts";

const imageOf = (no: string) => `/contacts/${no}/image`;

async function givenPictured(app: TestApp, shade = 128) {
  await storeIn(app, "embedded");
  const contact = await given.contact(app);
  const user = await app.as("crmUser");
  const { body } = await uploadTo(user, imageOf(contact.no), pngOf(8, 8, shade));
  return { ...contact, imageNo: body.version as number };
}

describe("a picture is given and shown", () => {
  for (const store of ["embedded", "file"] as const)
    test(`it comes back as it was, from the ${store} store, and stands on the contact`, async ({ app }) => {
      await storeIn(app, store);
      const { no, name, version } = await given.contact(app);
      const user = await app.as("crmUser");
      const bytes = pngOf(8, 6);

      const put = await uploadTo(user, imageOf(no), bytes);

      expect(put.status).toBe(200);
      expect(put.body).toMatchObject({ contactNo: no, mimeType: "image/png", width: 8, height: 6 });
      const contact = (await user.get(`/contacts/${no}`)).body;
      expect(contact.image).toBe(put.body.image);
      expect(contact.version).toBe(version);
      const shown = await (await app.as("viewer")).get(put.body.image.replace("/api/v1", ""));
      expect(shown.bytes).toEqual(bytes);
      expect(shown.headers).toMatchObject({
        "content-type": "image/png",
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=86400",
        etag: `"${put.body.version}"`,
      });
      expect(shown.headers["content-security-policy"]).toContain("sandbox; default-src 'none'");
      const asked = await user.get(imageOf(no), { "if-none-match": String(shown.headers.etag) });
      expect([asked.status, asked.text]).toEqual([304, ""]);
      const file = await user.get(`${imageOf(no)}?download=true`);
      expect(file.headers["content-disposition"]).toBe(
        `attachment; filename="${no} ${name}.png"; filename*=UTF-8''${encodeURIComponent(`${no} ${name}.png`)}`,
      );
      expect(file.headers["cache-control"]).toBe("private, no-cache");
      const changed = await user.patch(`/contacts/${no}`, { city: "Hanko" });
      expect(changed.body.image).toBe(put.body.image);
      const [hit] = (await user.get(`/contacts/lookup?search=${no}`)).body.items;
      expect(hit.image).toBe(put.body.image);
    });

  test("the same content is kept once; a replaced picture leaves nothing behind", async ({ app }) => {
    const before = await countStored(app);
    const one = await givenPictured(app, 1);
    const other = await givenPictured(app, 1);
    expect(await countStored(app)).toEqual({
      attachments: before.attachments + 2,
      blobs: before.blobs + 1,
    });
    const user = await app.as("crmUser");

    const again = await uploadTo(user, imageOf(one.no), pngOf(9, 9, 2));

    expect(again.body.version).not.toBe(one.imageNo);
    expect(await countStored(app)).toEqual({
      attachments: before.attachments + 2,
      blobs: before.blobs + 2,
    });
    expect((await user.get(imageOf(other.no))).bytes).toEqual(pngOf(8, 8, 1));
  });

  test("it is taken away, and whoever has seen another one changes nothing", async ({ app }) => {
    const { no, imageNo } = await givenPictured(app, 3);
    const user = await app.as("crmUser");
    const stale = { "if-match": `"${imageNo + 1}"` };
    expect((await user.delete(imageOf(no), stale)).status).toBe(412);
    expect((await user.get(imageOf(no))).status).toBe(200);

    expect((await user.delete(imageOf(no), { "if-match": `"${imageNo}"` })).status).toBe(204);

    expect((await user.get(imageOf(no))).body.code).toBe("image_none");
    expect((await user.get(`/contacts/${no}`)).body.image).toBeNull();
    expect((await user.delete(imageOf(no))).status).toBe(204);
    const trail = await app.db
      .selectFrom("audit_entries")
      .select("changes")
      .where("resource_key", "=", no)
      .where("action", "=", "contact.changed")
      .orderBy("id")
      .execute();
    expect(trail.map(({ changes }) => changes)).toEqual([{ image: [false, true] }, { image: [true, false] }]);
  });
});

describe("what is no picture is refused, and nothing is kept", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  for (const [what, bytes, status, code] of [
    ["SVG", svg, 415, "image_kind"],
    ["GIF", "GIF89a\u0001\u0000\u0001\u0000", 415, "image_kind"],
    ["a page", "<html><script>alert(1)</script></html>", 415, "image_kind"],
    ["a PNG that ends too early", pngOf(8, 8).subarray(0, 12), 415, "image_kind"],
    ["a picture too wide", pngOf(4097, 1), 409, "image_side"],
    ["too many bytes", Buffer.concat([pngOf(8, 8), Buffer.alloc(2_000_001)]), 413, "file_too_large"],
    ["nothing", Buffer.alloc(0), 400, "file_empty"],
  ] as const)
    test(`${what}`, async ({ app }) => {
      const { no } = await given.contact(app);
      const user = await app.as("crmUser");
      const before = await countStored(app);

      const answer = await uploadTo(user, imageOf(no), Buffer.from(bytes as Buffer), "photo.png");

      expect(answer.body.code).toBe(code);
      expect(answer.status).toBe(status);
      expect(await countStored(app)).toEqual(before);
      expect((await user.get(`/contacts/${no}`)).body.image).toBeNull();
    });

  test("a contact without a name gets none, an unknown one neither", async ({ app }) => {
    const { no } = await given.contact(app, { name: null });
    const user = await app.as("crmUser");

    const answer = await uploadTo(user, imageOf(no), pngOf(8, 8));

    expect([answer.status, answer.body.code]).toEqual([409, "image_nameless"]);
    expect((await uploadTo(user, imageOf("NOBODY"), pngOf(8, 8))).status).toBe(404);
    expect((await (await app.as("viewer")).put(imageOf(no), undefined)).status).toBe(403);
  });
});

describe("a picture goes where its contact goes", () => {
  test("with the deleted contact", async ({ app }) => {
    const before = await countStored(app);
    const { no } = await givenPictured(app, 4);

    expect((await (await app.as("crmAdmin")).delete(`/contacts/${no}`)).status).toBe(204);

    expect(await countStored(app)).toEqual(before);
  });

  test("to the survivor of a merge that has none, and back", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const survivor = await given.contact(app);
    const duplicate = await givenPictured(app, 5);

    const { merge } = (
      await admin.post(`/contacts/${survivor.no}/merge`, { duplicateNo: duplicate.no, confirm: true })
    ).body;

    expect((await admin.get(imageOf(survivor.no))).bytes).toEqual(pngOf(8, 8, 5));
    await admin.post(`/merges/${merge.id}/undo`);
    expect((await admin.get(imageOf(duplicate.no))).bytes).toEqual(pngOf(8, 8, 5));
    expect((await admin.get(imageOf(survivor.no))).status).toBe(404);
  });

  test("a survivor keeps its own, the duplicate's comes back with the undone merge", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const survivor = await givenPictured(app, 6);
    const duplicate = await givenPictured(app, 7);

    const { merge } = (
      await admin.post(`/contacts/${survivor.no}/merge`, { duplicateNo: duplicate.no, confirm: true })
    ).body;

    expect((await admin.get(imageOf(survivor.no))).bytes).toEqual(pngOf(8, 8, 6));
    await admin.post(`/merges/${merge.id}/undo`);
    expect((await admin.get(imageOf(duplicate.no))).bytes).toEqual(pngOf(8, 8, 7));
    expect((await admin.get(imageOf(survivor.no))).bytes).toEqual(pngOf(8, 8, 6));
  });

  test("with what an erased contact was, also what it was merged from", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const before = await countStored(app);
    const survivor = await givenPictured(app, 8);
    const duplicate = await givenPictured(app, 9);
    await admin.post(`/contacts/${survivor.no}/merge`, { duplicateNo: duplicate.no, confirm: true });

    const erased = await admin.post(`/contacts/${survivor.no}/erase`, {
      confirm: true,
      requestedBy: "subject",
      reason: "Asked by letter",
    });

    expect(erased.status).toBeLessThan(300);
    expect(await countStored(app)).toEqual(before);
    const again = await uploadTo(await app.as("crmUser"), imageOf(survivor.no), pngOf(8, 8));
    expect(again.body.code).toBe("contact_erased");
  });
});
