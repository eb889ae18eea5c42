import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type FileSource, openSource } from "./file-source.ts";
import { defaultMaxFileBytes } from "./limits.ts";

/** Everything an iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** A file with these contents, opened; it is deleted when `use` is done. */
export async function withSource<T>(
  contents: string | Uint8Array | NodeJS.ReadableStream,
  use: (source: FileSource) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-test-"));
  try {
    const path = join(folder, "file");
    const isBytes = typeof contents === "string" || contents instanceof Uint8Array;
    await writeFile(path, isBytes ? contents : await buffer(contents));
    return await use(await openSource(path, defaultMaxFileBytes));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names in the scripts a contact list meets, with combining marks and characters beyond the basic plane. */
export const namesOfEveryScript = [
  "Åke Öhrnberg-Mäkäräinen",
  "Дарья Ёлкина",
  "ليلى المصري",
  "佐々木 桜",
  "김하늘",
  "Núria Ĝermanová",
  "e\u0301lodie n\u0303",
  "𠮷野 👩‍💻 🇫🇮",
  "שירה כהן",
  "อรทัย",
] as const;
