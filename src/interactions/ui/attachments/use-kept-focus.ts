import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the focus in a box whose button went away when it was pressed: shortcuts of the form around it go on working,
 * and Tab goes on from here.
 *
 * @param state changes when the content does
 */
export function useKeptFocus<Box extends HTMLElement>(state: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const former = useRef(state);
  useEffect(() => {
    const hasChanged = former.current !== state;
    former.current = state;
    if (hasChanged && document.activeElement === document.body) box.current?.focus();
  }, [state]);
  return box;
}
