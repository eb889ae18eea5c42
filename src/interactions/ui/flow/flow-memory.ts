import { writeSetting } from "#web/stored-setting.ts";

/** What has not reached the server yet is kept in this browser as well. */
export const unsentSetting = (draftId: string) => `flow.unsent.${draftId}`;

/** The clock of a call. */
export const clockSetting = (draftId: string) => `flow.clock.${draftId}`;

/** Forgets what this browser keeps of a draft that is over. */
export function forgetFlow(draftId: string): void {
  writeSetting(unsentSetting(draftId), null);
  writeSetting(clockSetting(draftId), null);
}

const openKey = "rapport.flow";

/** The draft that is open in this tab; survives a reload. */
export function rememberOpenFlow(draftId: string | null): void {
  if (draftId === null) sessionStorage.removeItem(openKey);
  else sessionStorage.setItem(openKey, draftId);
}

export function openFlowOfThisTab(): string | null {
  return sessionStorage.getItem(openKey);
}
