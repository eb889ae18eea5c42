import { Conflict } from "../errors.ts";

const uniqueViolation = "23505";

/**
 * Runs a write that a unique constraint may refuse: 409 `duplicate` naming the key and its field.
 *
 * @param path of the field in the body; `code` unless said
 */
export async function refusingDuplicates<T>(
  {
    constraint,
    key,
    path = "code",
  }: { readonly constraint: string; readonly key: string; readonly path?: string },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refused = error as { code?: unknown; constraint?: unknown };
    if (refused.code !== uniqueViolation || refused.constraint !== constraint) throw error;
    throw new Conflict("duplicate", { key }, [{ path, code: "duplicate", values: { key } }]);
  }
}
