import { useCallback, useEffect, useState } from "react";
import { readSetting, writeSetting } from "../stored-setting.ts";

/**
 * What is being typed, kept in this browser as well, so that a reload or a crash loses nothing.
 * @param name one name per thing that can be drafted, such as `recordInteraction`
 * @returns the draft, a function that changes it, and one that forgets it once it is saved
 */
export function useKeptDraft<T extends object>(name: string, begin: T) {
  const setting = `draft.${name}`;
  const [draft, setDraft] = useState<T>(() => ({ ...begin, ...readSetting<Partial<T>>(setting, {}) }));
  const [isTouched, setIsTouched] = useState(false);

  useEffect(() => {
    if (isTouched) writeSetting(setting, draft);
  }, [setting, draft, isTouched]);

  const change = useCallback((values: Partial<T>) => {
    setIsTouched(true);
    setDraft((former) => ({ ...former, ...values }));
  }, []);
  const forget = useCallback(() => {
    setIsTouched(false);
    writeSetting(setting, null);
  }, [setting]);
  return { draft, change, forget, isTouched };
}
