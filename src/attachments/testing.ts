import type { Readable } from "node:stream";
import type { TestAnswer, TestApp, TestClient } from "#app/testing.ts";

/** Sends a file the way the browser does. */
export function uploadTo(
  client: TestClient,
  path: string,
  bytes: string | Buffer | Readable,
  fileName = "letter.docx",
): Promise<TestAnswer> {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(fileName) };
  return path.startsWith("/attachments")
    ? client.post(path, bytes, headers)
    : client.put(path, bytes, headers);
}

/** Lets new files go to the disk, or to the database. */
export async function storeIn(app: TestApp, store: "embedded" | "file"): Promise<void> {
  await app.owner
    .updateTable("marketing_setup")
    .set({
      attachment_storage_type: store,
      attachment_storage_location: store === "file" ? "attachments" : null,
    })
    .execute();
}

/** How many records and contents there are. */
export async function countStored(app: TestApp): Promise<{ attachments: number; blobs: number }> {
  const count = async (table: "attachments" | "attachment_blobs") => {
    const { n } = await app.owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return { attachments: await count("attachments"), blobs: await count("attachment_blobs") };
}
