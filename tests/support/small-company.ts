import type { Client } from "./client.ts";

/** What an interaction needs: ready to be sent to `POST /interactions`. */
export interface Recordable {
  readonly contactNo: string;
  readonly interactionTemplateCode: string;
  readonly salespersonCode: string;
}

/** A salesperson, a template, a number series and some contacts; returns what may be recorded, one for each contact. */
export async function foundSmallCompany(client: Client, contacts = 1): Promise<Recordable[]> {
  await client.create("/salespeople", { code: "AK", name: "Aino Kallio" });
  await client.create("/interaction-groups", { code: "CALLS" });
  await client.create("/interaction-templates", {
    code: "CALL",
    interactionGroupCode: "CALLS",
    description: "Phone call",
  });
  await client.create("/number-series", {
    code: "CONT",
    allowAutomatic: true,
    lines: [{ startingDate: "2020-01-01", startingNo: "CT000001" }],
  });
  await client.change("/marketing-setup", { contactNos: "CONT" });
  const created = await Promise.all(
    Array.from({ length: contacts }, (_, index) =>
      client.create("/contacts", {
        no: `SAHA${index + 1}`,
        type: "company",
        name: `Koivikon Saha ${index + 1}`,
      }),
    ),
  );
  return created.map(({ no }) => ({
    contactNo: no,
    interactionTemplateCode: "CALL",
    salespersonCode: "AK",
  }));
}
