import type { z } from "zod";
import type { Language } from "#platform/context.ts";
import { presentWarnings } from "#platform/http/warnings.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import type { RecordedInteraction } from "./log-entry.contract.ts";
import type { RecordedEntry } from "./record-interactions.commands.ts";

/** The entry with its warnings, in the reader's language. */
export function presentRecordedEntry(
  { entry, warnings }: RecordedEntry,
  language: Language,
  translate: Translator,
): z.output<typeof RecordedInteraction> {
  return { ...entry, warnings: presentWarnings(translate, language, warnings) };
}
