/** What an audit entry says, taken apart for people. Pure. */

export interface FieldChange {
  readonly field: string;
  /** Absent where the entry knows facts only, not what stood there before. */
  readonly before?: unknown;
  readonly after: unknown;
}

/** `{ field: [before, after] }` as changes, anything else as facts. */
export function changesOf(changes: Readonly<Record<string, unknown>>): FieldChange[] {
  return Object.entries(changes).map(([field, value]) =>
    Array.isArray(value) && value.length === 2
      ? { field, before: value[0] as unknown, after: value[1] as unknown }
      : { field, after: value },
  );
}

/** The verb of an action: what stands after its last point, such as `changed` of `contact.changed`. */
export function verbOf(action: string): string {
  return action.slice(action.lastIndexOf(".") + 1);
}

/** `interaction-log-entries` → `interactionLogEntries`: the key of its text. */
export function resourceKeyOf(resource: string): string {
  return resource.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A value as text: lists by commas, blank as `null`, anything else as JSON writes it. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(valueText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
