import { Unavailable } from "#platform/errors.ts";

const storageCodes = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EACCES",
  "EPERM",
  "EIO",
  "ENOTDIR",
  "ENOENT",
  "ENODEV",
  "ESTALE",
]);

/** `attachment_storage` (503) for what a disk answers that is full, read-only or gone; every other error as it is. */
export function asStorageTrouble(error: unknown): unknown {
  return isStorageTrouble(error)
    ? Object.assign(new Unavailable("attachment_storage"), { cause: error })
    : error;
}

/** Whether a disk answered that it is full, read-only or gone. */
export function isStorageTrouble(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && storageCodes.has(code);
}
