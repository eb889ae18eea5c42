import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Where archives are kept: `files/privacy-exports` of the data folder, named by the id of their export. */

export function archiveFolder(dataFolder: string): string {
  return join(dataFolder, "files", "privacy-exports");
}

export function archiveFile(dataFolder: string, id: string): string {
  return join(archiveFolder(dataFolder), `${id}.zip`);
}

/** An archive as long as it is being written. */
export function unfinishedArchive(dataFolder: string, id: string): string {
  return `${archiveFile(dataFolder, id)}.part`;
}

export async function removeArchive(dataFolder: string, id: string): Promise<void> {
  await rm(archiveFile(dataFolder, id), { force: true });
  await rm(unfinishedArchive(dataFolder, id), { force: true });
}

/** The ids of everything in the folder. */
export async function storedArchives(dataFolder: string): Promise<readonly string[]> {
  const names = await readdir(archiveFolder(dataFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return [...new Set(names.map((name) => name.split(".")[0]!))];
}
