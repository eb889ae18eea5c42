import { IconBan, IconCircleCheck, IconPlus, IconTrash } from "@tabler/icons-react";
import { logStepByStep } from "#interactions/ui/index.ts";
import { changeSalesperson, type Salesperson } from "#salespeople/salespeople.contract.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "salespeople.new": Record<never, never>;
    "salespeople.delete": { readonly salesperson: Salesperson };
  }
}

export const salespeoplePath = "/salespeople";

export function salespersonHref(code: string): string {
  return `${salespeoplePath}/${encodeURIComponent(code)}`;
}

export function nameOf({ code, name }: Pick<Salesperson, "code" | "name">): string {
  return name ?? code;
}

export const newSalesperson = action({
  key: "salespeople.new",
  labelKey: "salespeople.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "setup.write",
  run: (_, ui) => ui.openDialog("salespeople.new", {}),
});

async function setBlocked(salesperson: Salesperson, blocked: boolean, ui: Ui): Promise<void> {
  const params = { code: salesperson.code };
  const done = await ui.call(changeSalesperson, { params, body: { blocked }, ifMatch: salesperson.version });
  if (!done) return;
  const key = blocked ? "salespeople.blockedDone" : "salespeople.unblockedDone";
  ui.showUndo(ui.t(key, { name: nameOf(salesperson) }), () =>
    ui.call(changeSalesperson, { params, body: { blocked: !blocked } }),
  );
}

export const blockSalesperson = action<Salesperson>({
  key: "salespeople.block",
  labelKey: "salespeople.block",
  icon: IconBan,
  right: "setup.write",
  when: ({ blocked }) => !blocked,
  run: (salesperson, ui) => setBlocked(salesperson, true, ui),
});

export const unblockSalesperson = action<Salesperson>({
  key: "salespeople.unblock",
  labelKey: "salespeople.unblock",
  icon: IconCircleCheck,
  right: "setup.write",
  when: ({ blocked }) => blocked,
  run: (salesperson, ui) => setBlocked(salesperson, false, ui),
});

export const deleteSalespersonAction = action<Salesperson>({
  key: "salespeople.delete",
  labelKey: "salespeople.delete",
  icon: IconTrash,
  tone: "danger",
  right: "setup.write",
  run: (salesperson, ui) => ui.openDialog("salespeople.delete", { salesperson }),
});

const logAs = logStepByStep<Salesperson>(({ code, blocked, privacyBlocked }) =>
  blocked || privacyBlocked ? null : { salespersonCode: code },
);

export const salespersonActions = [logAs, blockSalesperson, unblockSalesperson, deleteSalespersonAction];
