import { useEffect, useLayoutEffect, useRef } from "react";

/** The open dialogs, the last one on top. */
const open: symbol[] = [];

/** What one dialog has closed on must not close the next one beneath it. */
const handled = new WeakSet<Event>();

/** Escape closes the dialog on top, and none of those beneath; a list that is open in a field is closed first. */
export function useCloseOnEscape(onClose: () => void, isEnabled = true): void {
  const latest = useRef({ onClose, isEnabled });
  useLayoutEffect(() => {
    latest.current = { onClose, isEnabled };
  });
  useEffect(() => {
    const self = Symbol("dialog");
    open.push(self);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.isComposing || open.at(-1) !== self || handled.has(event)) return;
      const isForField = (event.target as Element | null)?.getAttribute?.("data-mantine-stop-propagation");
      if (isForField === "true") return;
      handled.add(event);
      if (latest.current.isEnabled) latest.current.onClose();
    }
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      open.splice(open.indexOf(self), 1);
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, []);
}
