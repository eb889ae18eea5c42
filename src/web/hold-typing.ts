/** How long (ms) what is typed waits for a dialog at most. */
const patienceMs = 5_000;

let endHolding: (() => void) | undefined;

/**
 * Keeps what somebody types while a dialog is on its way and types it into the dialog's first field, so that nobody
 * has to wait for it, and no letter of a name triggers a command. A dialog that begins with something else gets none.
 */
export function holdTyping(): void {
  endHolding?.();
  let held = "";

  function onKeyDown(event: KeyboardEvent): void {
    const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (event.key.length !== 1 || isCommand || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held += event.key;
  }

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || !target.closest("[aria-modal=true]")) return;
    end();
    // Like typing: undo works, and the field's own listeners hear of it.
    if (held !== "" && target.matches("input, textarea")) document.execCommand("insertText", false, held);
  }

  function end(): void {
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("focusin", onFocus, true);
    clearTimeout(timer);
    endHolding = undefined;
  }

  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("focusin", onFocus, true);
  const timer = setTimeout(end, patienceMs);
  endHolding = end;
}
