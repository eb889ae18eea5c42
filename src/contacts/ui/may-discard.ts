import { ask } from "#web/dialogs.ts";
import { translate } from "#web/i18n.ts";

/** Whether a form may be left: nothing was entered, or what was entered is not wanted. */
export async function mayDiscard({ isDirty }: { readonly isDirty: boolean }): Promise<boolean> {
  if (!isDirty) return true;
  return ask({
    title: translate("contacts.new.discardTitle"),
    text: translate("contacts.new.discardText"),
    confirmLabel: translate("contacts.new.discard"),
    cancelLabel: translate("web.actions.back"),
    tone: "danger",
  });
}
