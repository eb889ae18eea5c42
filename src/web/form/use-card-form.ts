import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { type TextKey, useT } from "../i18n.ts";
import { isStale, ProblemError } from "../problem.ts";
import { showProblem, showSuccess } from "../widgets/notify.tsx";
import { type Merge, mergeChanges } from "./merge.rules.ts";
import { type FormChanges, type FormValues, focusFirstError, useFields, valuesOf } from "./use-fields.ts";

interface Versioned {
  readonly version: number;
}

interface CardFormOptions<S extends z.ZodObject, R extends Versioned> {
  /** The fields that can be changed: the body of the PATCH. Keep it outside of the component. */
  readonly schema: S;
  readonly record: R;
  /** Sends the changed fields; `ifMatch` is the version they were made on. */
  readonly save: (changes: FormChanges<S>, ifMatch: number) => Promise<R>;
  /** Reads the record anew; asked when somebody else has saved in between. */
  readonly reload: () => Promise<R>;
  /** Names of the fields, for the question which value to keep. */
  readonly labels: Readonly<Record<string, TextKey>>;
}

/**
 * The logic of a card: values, errors at their fields, saving only what changed, and two people at once. When somebody
 * else has saved meanwhile (412), changes to different fields are joined and saved; for the same field one is asked.
 */
export function useCardForm<S extends z.ZodObject, R extends Versioned>(options: CardFormOptions<S, R>) {
  const t = useT();
  const { schema, record, labels } = options;
  const fields = useFields(schema, valuesOf(schema, record), "changed");
  const version = useRef(record.version);
  const [isSaving, setIsSaving] = useState(false);
  const [conflict, setConflict] = useState<(Merge & { theirs: R }) | null>(null);
  const labelOf = (field: string) => {
    const key = labels[field];
    return key === undefined ? field : t(key);
  };

  // Another action, or a refresh, has brought a newer record: without own changes it is simply shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once per version
  useEffect(() => {
    if (record.version === version.current || fields.isDirty || isSaving) return;
    version.current = record.version;
    fields.restart(valuesOf(schema, record));
  }, [record.version]);

  async function send(changes: FormChanges<S>): Promise<boolean> {
    try {
      const saved = await options.save(changes, version.current);
      version.current = saved.version;
      fields.restart(valuesOf(schema, saved));
      setConflict(null);
      return true;
    } catch (error) {
      if (isStale(error)) return join();
      const elsewhere = fields.place(error);
      const isAllAtFields =
        error instanceof ProblemError && error.errors.length > 0 && elsewhere.length === 0;
      if (isAllAtFields) focusFirstError();
      else showProblem(error);
      return false;
    }
  }

  async function join(): Promise<boolean> {
    const theirs = await options.reload();
    const saved = valuesOf(schema, theirs);
    const merge = mergeChanges(fields.initial(), fields.values, saved);
    version.current = theirs.version;
    fields.rebase(saved, merge.merged);
    if (merge.collisions.length > 0) {
      setConflict({ ...merge, theirs });
      return false;
    }
    if (merge.onlyTheirs.length > 0) {
      showSuccess(t("web.conflict.alsoChanged", { fields: merge.onlyTheirs.map(labelOf).join(", ") }));
    }
    return send(fields.changes());
  }

  async function saving(work: () => Promise<boolean>): Promise<boolean> {
    setIsSaving(true);
    try {
      return await work();
    } catch (error) {
      showProblem(error);
      return false;
    } finally {
      setIsSaving(false);
    }
  }

  return {
    ...fields,
    isSaving,
    /** Saves what changed; true when it is saved. */
    save: async (): Promise<boolean> => {
      if (!fields.isDirty || isSaving) return !isSaving;
      if (!fields.isFine()) {
        focusFirstError();
        return false;
      }
      return saving(() => send(fields.changes()));
    },
    conflict,
    /** Saves with the chosen value for each field both changed. */
    settle: (chosen: Record<string, unknown>) => {
      fields.set(chosen as Partial<FormValues<S>>);
      // The values are in the form at once; its state follows with the next drawing.
      return saving(() => send(fields.changes()));
    },
    keepOpen: () => setConflict(null),
    labelOf,
  };
}

/** A card's form as the shared parts of a card see it. */
export type CardForm = Pick<
  ReturnType<typeof useCardForm<z.ZodObject, Versioned>>,
  "isDirty" | "isSaving" | "save" | "discard" | "conflict" | "settle" | "keepOpen" | "labelOf"
>;
