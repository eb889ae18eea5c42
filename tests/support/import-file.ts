import type { Client } from "./client.ts";
import type { Recordable } from "./small-company.ts";

/** Uploads a CSV of so many people, ready to be imported; returns the import's id. */
export async function uploadPeople(client: Client, count: number): Promise<string> {
  const lines = Array.from({ length: count }, (_, index) => `Person;Satu Esimerkki ${index + 1}`);
  const file = Buffer.from(`Type;Name\n${lines.join("\n")}\n`);
  const uploaded = await client.send("POST", "/imports?fileName=people.csv", file, {
    "content-type": "text/csv",
  });
  if (uploaded.status !== 201) throw new Error(`upload: ${JSON.stringify(uploaded.body)}`);
  const { id } = uploaded.body;
  const settings = { mapping: { 0: "type", 1: "name" }, matchBy: "none", type: "auto" };
  await client.change(`/imports/${id}`, settings);
  return id;
}

/** Uploads a CSV of so many calls with these contacts, each with an id and a comment; returns the import's id. */
export async function uploadCalls(
  client: Client,
  company: readonly Recordable[],
  count: number,
): Promise<string> {
  const lines = Array.from({ length: count }, (_, at) => {
    const { contactNo, salespersonCode } = company[at % company.length]!;
    return `2019-03-${String(1 + (at % 28)).padStart(2, "0")};${contactNo};Call ${at};Note ${at};${salespersonCode};${at}`;
  });
  const header = "Date;Contact no.;Description;Notes;Salesperson;External id";
  const file = Buffer.from(`${header}\n${lines.join("\n")}\n`);
  const uploaded = await client.send("POST", "/imports?kind=interactions&fileName=calls.csv", file, {
    "content-type": "text/csv",
  });
  if (uploaded.status !== 201) throw new Error(`upload: ${JSON.stringify(uploaded.body)}`);
  const { id } = uploaded.body;
  const defaultTemplateCode = company[0]!.interactionTemplateCode;
  await client.change(`/imports/${id}`, { source: "OLD", defaultTemplateCode });
  return id;
}

/** Starts an import as a job; returns the job's id. */
export async function runImport(client: Client, id: string): Promise<string> {
  const started = await client.post(`/imports/${id}/run`, { dryRun: false });
  if (started.status !== 202) throw new Error(`run: ${JSON.stringify(started.body)}`);
  return started.body.job.id;
}
