import { useState } from "react";
import type { z } from "zod";
import { ProblemError } from "../problem.ts";
import { showProblem } from "../widgets/notify.tsx";
import { type FormValues, focusFirstError, useFields } from "./use-fields.ts";

/** The logic of a form that creates: every field is checked, the server's objections stand at their fields. */
export function useNewForm<S extends z.ZodObject, R>(options: {
  readonly schema: S;
  /** Where the form begins; blank fields as `null`. What stays blank is left out, so that defaults apply. Read once. */
  readonly initial: FormValues<S>;
  readonly create: (values: z.input<S>) => Promise<R>;
  readonly onCreated: (created: R) => unknown;
}) {
  const fields = useFields(options.schema, options.initial, "all");
  const [isSaving, setIsSaving] = useState(false);

  async function submit(): Promise<void> {
    if (isSaving) return;
    if (!fields.isFine()) return focusFirstError();
    setIsSaving(true);
    try {
      await options.onCreated(await options.create(fields.filled() as z.input<S>));
    } catch (error) {
      const elsewhere = fields.place(error);
      const isAllAtFields =
        error instanceof ProblemError && error.errors.length > 0 && elsewhere.length === 0;
      if (isAllAtFields) focusFirstError();
      else showProblem(error);
    } finally {
      setIsSaving(false);
    }
  }

  return { ...fields, isSaving, submit };
}
