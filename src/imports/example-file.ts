import { Readable } from "node:stream";
import type { Context } from "#app/database.ts";
import { type CellRow, type ColumnType, writeCsv, writeXlsx } from "#platform/files/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { captionOf } from "./exports/captions.ts";
import { csvHabits } from "./exports/write-items.ts";
import type { ImportField, ImportKind } from "./import-settings.rules.ts";

interface ExampleColumn {
  readonly field: ImportField;
  readonly type: ColumnType;
  /** As a row shows it; a key is a text of `imports.examples` in the reader's language. */
  readonly value: string | number | { readonly key: string };
}

const said = (key: string) => ({ key });

/** The fields that most lists have, with a made-up row. */
const columns: Readonly<Record<ImportKind, readonly ExampleColumn[]>> = {
  contacts: [
    { field: "type", type: "text", value: said("person") },
    { field: "firstName", type: "text", value: "Aino" },
    { field: "surname", type: "text", value: "Routa" },
    { field: "companyName", type: "text", value: "Halla Oy" },
    { field: "jobTitle", type: "text", value: said("jobTitle") },
    { field: "email", type: "text", value: "aino.routa@halla.example" },
    { field: "phoneNo", type: "text", value: "+358 40 000 0000" },
    { field: "address", type: "text", value: "Kuurakatu 1" },
    { field: "postCode", type: "text", value: "00000" },
    { field: "city", type: "text", value: "Jokisuu" },
    { field: "countryCode", type: "text", value: "FI" },
    { field: "salespersonCode", type: "text", value: "" },
    { field: "externalId", type: "text", value: "" },
  ],
  interactions: [
    { field: "date", type: "date", value: "" },
    { field: "time", type: "text", value: "14:05" },
    { field: "contactNo", type: "text", value: "" },
    { field: "contactEmail", type: "text", value: "aino.routa@halla.example" },
    { field: "contactPhone", type: "text", value: "" },
    { field: "contactName", type: "text", value: "Aino Routa" },
    { field: "companyName", type: "text", value: "Halla Oy" },
    { field: "interactionTemplateCode", type: "text", value: "" },
    { field: "description", type: "text", value: said("description") },
    { field: "comments", type: "text", value: said("comment") },
    { field: "salespersonCode", type: "text", value: "" },
    { field: "informationFlow", type: "text", value: said("outbound") },
    { field: "initiatedBy", type: "text", value: said("us") },
    { field: "durationMin", type: "number", value: 10 },
    { field: "cost", type: "number", value: 8 },
    { field: "evaluation", type: "text", value: said("positive") },
    { field: "attemptFailed", type: "text", value: said("no") },
    { field: "campaignNo", type: "text", value: "" },
    { field: "opportunityNo", type: "text", value: "" },
    { field: "externalId", type: "text", value: "A-1001" },
  ],
};

/** A file to fill in, in the caller's language; its headers lead back to the fields when it comes as an import. */
export function openExample(
  { language, now, timeZone }: Context,
  kind: ImportKind,
  format: "csv" | "xlsx",
  translate: Translator,
): Readable {
  const headed = columns[kind].map(({ field, type }) => ({
    header: captionOf(translate, language, field),
    type,
  }));
  const { date } = localMoment(now, timeZone);
  const row: CellRow = columns[kind].map(({ field, value }) => {
    if (field === "date") return date;
    if (typeof value === "object") return translate(language, `imports.examples.${value.key}`);
    return value === "" ? null : value;
  });
  const rows = Readable.from([row]);
  if (format === "xlsx") return writeXlsx(headed, rows);
  return writeCsv(headed, rows, { byteOrderMark: true, ...csvHabits[language] });
}
