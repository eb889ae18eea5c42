import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { uploadTo } from "#attachments/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "#imports/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { given } from "../testing.ts";

const hard = "Kuu;sela, \\ Ääkkönen 漢字 🦊 Oy";

const company = {
  no: "V1",
  type: "company",
  name: hard,
  address: "Rantapolku 1, käynti; piha",
  address2: "2. krs",
  postCode: "10900",
  city: "Hanko",
  county: "Uusimaa",
  phoneNo: "+358 19 555 0101",
  extensionNo: "12",
  faxNo: "+358 19 555 0102",
  email: "myynti@kuusela.example; posti@kuusela.example",
  email2: "lasku@kuusela.example",
  homePage: "https://kuusela.example/?a=1,2;b",
} as const;

const person = {
  no: "V2",
  type: "person",
  firstName: "Aino Kaarina",
  middleName: "Maria",
  surname: "Routa-Äijälä",
  companyNo: "V1",
  jobTitle: "Säätäjä, “päällikkö”; 2",
  mobilePhoneNo: "+358 40 555 0103",
  phoneNo: "+358 19 555 0104",
  pager: "0105",
  email: "aino@kuusela.example",
} as const;

function unfolded(text: string): string {
  return text.replaceAll("\r\n ", "");
}

describe("a contact as vCard", () => {
  test("is answered to who accepts it, with its picture, folded by bytes", async ({ app }) => {
    const user = await app.as("crmUser");
    await user.post("/contacts", { ...company, no: "W1" });
    const png = pngOf(16, 16);
    await uploadTo(user, "/contacts/W1/image", png);

    const card = await user.get("/contacts/W1", { accept: "text/vcard" });

    expect(card.headers["content-type"]).toBe("text/vcard; charset=utf-8");
    expect(card.headers["content-disposition"]).toContain('filename="W1 Kuu;sela');
    const lines = card.text.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(card.bytes.toString("utf8")).not.toContain("\uFFFD");
    const text = unfolded(card.text);
    expect(text).toContain("VERSION:4.0\r\nKIND:org\r\n");
    expect(text).toContain(`FN:${hard.replace(/[\\,;]/g, (sign) => `\\${sign}`)}`);
    expect(text).toContain(`PHOTO:data:image/png;base64,${png.toString("base64")}\r\n`);
    const json = await user.get("/contacts/W1", { accept: "application/json, text/vcard" });
    expect(json.body.no).toBe("W1");
    expect((await user.get("/contacts/NOBODY", { accept: "text/vcard" })).body.code).toBe(
      "contact_not_found",
    );
    await (await app.as("crmAdmin")).delete("/contacts/W1");
  });

  test("those that are selected come as one file, each once", async ({ app }) => {
    const user = await app.as("crmUser");
    const nos = await Promise.all([1, 2, 3].map(async () => (await given.contact(app)).no));

    const answer = await user.get(`/exports/contacts?format=vcard&sort=no&no=${nos.slice(0, 2).join(",")}`);

    expect(answer.text.match(/^UID;.*$/gm)?.map((line) => line.trim())).toEqual(
      nos.slice(0, 2).map((no) => `UID;VALUE=text:${no}`),
    );
  });

  test("comes back as it was: special characters, parts of names, several addresses, phones", async ({
    app,
  }) => {
    await givenNumberSeries(app);
    runJobs(app);
    const admin = await app.as("crmAdmin");
    await admin.post("/contacts", company);
    await admin.post("/contacts", person);
    await uploadTo(admin, "/contacts/V2/image", pngOf(16, 16));
    const before = [(await admin.get("/contacts/V1")).body, (await admin.get("/contacts/V2")).body];
    const file = await admin.get("/exports/contacts?format=vcard&no=V1,V2");
    for (const no of ["V2", "V1"]) expect((await admin.delete(`/contacts/${no}`)).status).toBe(204);

    const uploaded = await upload(admin, file.bytes, { fileName: "back.vcf", contentType: "text/vcard" });
    const result = await runToEnd(admin, uploaded.body.id);

    expect(result.body).toMatchObject({ created: 2, failed: 0, problems: 0 });
    const { items } = (await admin.get(`/contacts?search=${encodeURIComponent("kuu ääkkönen 漢字")}`)).body;
    const own = ["no", "companyNo", "noSeries", "version", "lastModifiedAt", "image", "duplicates"];
    const carried = (contact: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(contact).filter(([field]) => !own.includes(field)));
    const back = (type: string) => items.find((item: { type: string }) => item.type === type);
    expect(carried(back("company"))).toEqual(carried(before[0]));
    expect(carried(back("person"))).toEqual(carried(before[1]));
    expect(back("person").companyNo).toBe(back("company").no);
    expect(back("company").image).toBeNull();
    const picture = await admin.get(`/contacts/${back("person").no}/image`);
    expect(picture.bytes.equals(pngOf(16, 16))).toBe(true);
  });
});
