import { copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";

/** A file of the disk store: `<root>/ab/cd/<sha256>`. */
export interface StoredFile {
  readonly root: string;
  readonly path: string;
  /** The root is ours to create; a folder somebody mounted is not: without its disk it is not there. */
  readonly isOwnRoot: boolean;
}

/** Where a file of the store is; a location that is no full path lies in `files` of the data folder. */
export function storedFile(dataFolder: string, location: string, sha256: string): StoredFile {
  const isOwnRoot = !isAbsolute(location);
  const root = isOwnRoot ? join(dataFolder, "files", location) : location;
  return { root, isOwnRoot, path: join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256) };
}

/**
 * Puts a copy of a file in its place: complete under its name or not there at all, and on the disk when it returns. The
 * same content is there already: it stays.
 */
export async function placeFile(source: string, target: StoredFile): Promise<void> {
  if (!target.isOwnRoot) await stat(target.root);
  const { path } = target;
  const folder = dirname(path);
  const unfinished = `${path}.${process.pid}.unfinished`;
  const there = await stat(path).catch(() => null);
  if (there && there.size === (await stat(source)).size) return;
  await mkdir(folder, { recursive: true });
  try {
    await copyFile(source, unfinished);
    await synced(unfinished, "r+");
    await rename(unfinished, path);
    await synced(folder, "r");
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
