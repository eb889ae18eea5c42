import { type Language, languages } from "#platform/context.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { exportKinds } from "./export-kinds.ts";

interface ReadmeFacts {
  readonly contactNo: string;
  readonly now: Date;
  /** The fields that the records of a file have; none of an empty one. */
  readonly fieldsOf: ReadonlyMap<string, readonly string[]>;
}

/** The text that comes with an archive: its files and fields, in every language. */
export function readmeOf(translate: Translator, { contactNo, now, fieldsOf }: ReadmeFacts): string {
  const told = (key: string) =>
    languages.map((language) => `  ${translate(language, `privacy.archive.${key}`)}`);
  const files = exportKinds.flatMap(({ file }) => {
    const fields = fieldsOf.get(file) ?? [];
    return [
      `${file}.json`,
      ...told(`files.${file}`),
      ...(fields.length === 0 ? told("none") : fields.map((field) => `    ${captioned(translate, field)}`)),
      "",
    ];
  });
  return [
    `Rapport ${contactNo} ${now.toISOString()}`,
    "",
    ...told("intro"),
    "",
    ...files,
    "files/",
    ...told("attachments"),
    "",
  ].join("\n");
}

/** The field, and what people call it. */
function captioned(translate: Translator, field: string): string {
  const key = `fields.${field}`;
  if (!translate.has(key)) return field;
  return `${field} – ${languages.map((language: Language) => translate(language, key)).join(" / ")}`;
}
