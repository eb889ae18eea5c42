import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import { useTemplates } from "../use-templates.ts";

/** A language row of a template as the address names it: `-` without a particular language. */
export interface RowAddress {
  readonly code: string;
  readonly languageCode: string;
}

export interface RowWithFile extends RowAddress {
  readonly key: string;
  readonly description: string | null;
  /** Code of the language, `null` without a particular one. */
  readonly language: string | null;
}

type LanguageRow = Pick<InteractionTemplate["languages"][number], "languageCode">;

export function addressOf(code: string, { languageCode }: LanguageRow): RowAddress {
  return { code, languageCode: languageCode ?? "-" };
}

/** Language rows that hold a file, besides one. */
export function useRowsWithFiles(except: RowAddress): readonly RowWithFile[] {
  return (useTemplates() ?? []).flatMap(({ code, description, languages }) =>
    languages.flatMap((row) => {
      const address = addressOf(code, row);
      const isItself = code === except.code && address.languageCode === except.languageCode;
      if (isItself || row.attachmentNo === null) return [];
      return [
        { ...address, key: `${code} ${address.languageCode}`, description, language: row.languageCode },
      ];
    }),
  );
}
