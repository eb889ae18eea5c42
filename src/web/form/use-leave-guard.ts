import { useBlocker } from "@tanstack/react-router";
import { ask } from "../dialogs.ts";
import { useT } from "../i18n.ts";

/** Asks before unsaved changes are left behind, by a link, by going back or by closing the window. */
export function useLeaveGuard(isDirty: boolean): void {
  const t = useT();
  useBlocker({
    disabled: !isDirty,
    enableBeforeUnload: isDirty,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      const mayLeave = await ask({
        title: t("web.form.leaveTitle"),
        text: t("web.form.leaveText"),
        confirmLabel: t("web.form.leave"),
        cancelLabel: t("web.form.stay"),
        tone: "danger",
      });
      return !mayLeave;
    },
  });
}
