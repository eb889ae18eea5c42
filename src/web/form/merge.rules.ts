/** Two people change the same record: what each changed, and what of it collides. Pure. */

type Values = Readonly<Record<string, unknown>>;

/** Whether two field values are the same; lists and objects are compared by content. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** The fields of `after` that differ from `before`: what a PATCH has to send. */
export function changesBetween<T extends Values>(before: T, after: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !isSame(before[field], value)),
  ) as Partial<T>;
}

export interface Collision {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  /** Fields both changed, to different values: somebody has to choose. */
  readonly collisions: readonly Collision[];
  /** Fields only the other person changed. */
  readonly onlyTheirs: readonly string[];
  /** All fields, with my changes over theirs. */
  readonly merged: Record<string, unknown>;
}

/**
 * Joins my unsaved values with what somebody else has saved meanwhile.
 * @param base the values both began with
 */
export function mergeChanges(base: Values, mine: Values, theirs: Values): Merge {
  const fields = Object.keys(mine);
  const isMine = (field: string) => !isSame(base[field], mine[field]);
  const isTheirs = (field: string) => !isSame(base[field], theirs[field]);
  const collides = (field: string) => isMine(field) && isTheirs(field) && !isSame(mine[field], theirs[field]);
  return {
    collisions: fields.filter(collides).map((field) => ({ field, mine: mine[field], theirs: theirs[field] })),
    onlyTheirs: fields.filter((field) => isTheirs(field) && !isMine(field)),
    merged: Object.fromEntries(fields.map((field) => [field, isMine(field) ? mine[field] : theirs[field]])),
  };
}
