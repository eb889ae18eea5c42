import { ResultFields } from "./ResultFields.tsx";
import type { DraftForm } from "./use-draft.ts";

/** Step 2 of a call: how it went. */
export function CallResultStep({ form }: { readonly form: DraftForm }) {
  return <ResultFields field={form.field} />;
}
