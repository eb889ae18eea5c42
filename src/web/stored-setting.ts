import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const cache = new Map<string, { text: string | null; value: unknown }>();

/** A choice kept in this browser under `rapport.<name>`; the given value where there is none or it cannot be read. */
export function readSetting<T>(name: string, otherwise: T): T {
  const text = localStorage.getItem(`rapport.${name}`);
  const cached = cache.get(name);
  if (cached?.text === text) return (cached.value ?? otherwise) as T;
  const value = parse(text);
  cache.set(name, { text, value });
  return (value ?? otherwise) as T;
}

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else: as good as absent.
    return null;
  }
}

export function writeSetting(name: string, value: unknown): void {
  if (value === null || value === undefined) localStorage.removeItem(`rapport.${name}`);
  else localStorage.setItem(`rapport.${name}`, JSON.stringify(value));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A choice of this browser as state, shared by all that show it, other tabs included. */
export function useSetting<T>(name: string, otherwise: T): [T, (value: T | null) => void] {
  const value = useSyncExternalStore(subscribe, () => readSetting(name, otherwise));
  const write = useCallback((next: T | null) => writeSetting(name, next), [name]);
  return [value, write];
}
