import type { z } from "zod";
import type { CellValue, ColumnType } from "#platform/files/index.ts";
import { localMoment } from "#platform/moment.rules.ts";

/** A field of a list's items that fits into a cell. */
export interface ExportColumn {
  /** As the API calls it. */
  readonly name: string;
  readonly type: ColumnType;
}

/** The columns of a list, told from the schema of its items; what is itself made of parts has no cell. */
export function columnsOfItem(item: z.ZodObject): ExportColumn[] {
  return Object.entries(item.shape).flatMap(([name, schema]) => {
    const type = columnType(name, schema as z.core.$ZodType);
    return type === null ? [] : [{ name, type }];
  });
}

function columnType(name: string, schema: z.core.$ZodType): ColumnType | null {
  const { def } = schema._zod as {
    def: { type: string; innerType?: z.core.$ZodType; element?: z.core.$ZodType };
  };
  switch (def.type) {
    case "nullable":
    case "optional":
      return columnType(name, def.innerType!);
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "enum":
      return "text";
    case "string":
      if (name === "date" || name.endsWith("Date")) return "date";
      return name.endsWith("At") ? "dateTime" : "text";
    case "record":
      return "text";
    case "array":
      return def.element?._zod.def.type === "string" ? "text" : null;
    default:
      return null;
  }
}

/** The value of a cell. Instants stay as the API writes them for programs; people get the organisation's clock. */
export function cellOf(
  { name, type }: ExportColumn,
  item: Readonly<Record<string, unknown>>,
  clock: { readonly timeZone: string } | null,
): CellValue {
  const value = item[name] ?? null;
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "object" && value !== null) return clock ? facts(value) : JSON.stringify(value);
  if (type === "dateTime" && clock && typeof value === "string") {
    const { date, time } = localMoment(new Date(value), clock.timeZone);
    return `${date}T${time}`;
  }
  return value as CellValue;
}

/** `name: Anna → Annika; count: 3`: what changed from what to what, or simply is. */
function facts(record: object): string {
  const isChange = (value: unknown) => Array.isArray(value) && value.length === 2;
  return Object.entries(record)
    .map(([name, value]) => {
      const parts: unknown[] = isChange(value) ? value : [value];
      return `${name}: ${parts.map(plainText).join(" → ")}`;
    })
    .join("; ");
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
