import type { FormEvent, ReactNode } from "react";
import type { CardForm } from "../form/use-card-form.ts";

/** The form around the fields of a card: Enter in any of them saves. */
export function SavingForm(props: { readonly form: CardForm; readonly children: ReactNode }) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    void props.form.save();
  }

  return (
    <form onSubmit={submit} noValidate style={{ display: "contents" }}>
      {props.children}
      {/* Lets Enter save from any field, also while the bar is hidden. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden />
    </form>
  );
}
