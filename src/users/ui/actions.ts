import { IconBan, IconCircleCheck, IconKey, IconMailPlus, IconPlus, IconTrash } from "@tabler/icons-react";
import {
  changeUser,
  deleteUser,
  inviteUser,
  type OneTimeLink,
  resetUser,
  type User,
} from "#users/users.contract.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { usersPath } from "./addresses.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "users.new": Record<never, never>;
    "users.link": {
      readonly name: string;
      readonly purpose: "invitation" | "reset";
      readonly link: OneTimeLink;
    };
    "users.newToken": Record<never, never>;
    "users.newDevice": Record<never, never>;
  }
}

export const newUser = action({
  key: "users.new",
  labelKey: "users.list.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "users.admin",
  run: (_, ui) => ui.openDialog("users.new", {}),
});

const invite = action<User>({
  key: "users.invite",
  labelKey: "users.actions.invite",
  icon: IconMailPlus,
  right: "users.admin",
  when: ({ disabled, hasPassword }) => !disabled && !hasPassword,
  run: async ({ id, fullName }, ui) => {
    const done = await ui.call(inviteUser, { params: { id: String(id) } });
    if (done) ui.openDialog("users.link", { name: fullName, purpose: "invitation", link: done.result });
  },
});

const reset = action<User>({
  key: "users.reset",
  labelKey: "users.actions.reset",
  icon: IconKey,
  right: "users.admin",
  when: ({ disabled, hasPassword }) => !disabled && hasPassword,
  run: async ({ id, fullName }, ui) => {
    const done = await ui.call(resetUser, { params: { id: String(id) } });
    if (done) ui.openDialog("users.link", { name: fullName, purpose: "reset", link: done.result });
  },
});

async function setDisabled(user: User, disabled: boolean, ui: Ui): Promise<void> {
  const params = { id: String(user.id) };
  const done = await ui.call(changeUser, { params, body: { disabled }, ifMatch: user.version });
  if (!done) return;
  const key = disabled ? "users.actions.disabled" : "users.actions.enabled";
  ui.showUndo(ui.t(key, { name: user.fullName }), () =>
    ui.call(changeUser, { params, body: { disabled: !disabled } }),
  );
}

const disable = action<User>({
  key: "users.disable",
  labelKey: "users.actions.disable",
  icon: IconBan,
  right: "users.admin",
  when: ({ disabled }) => !disabled,
  run: (user, ui) => setDisabled(user, true, ui),
});

const enable = action<User>({
  key: "users.enable",
  labelKey: "users.actions.enable",
  icon: IconCircleCheck,
  right: "users.admin",
  when: ({ disabled }) => disabled,
  run: (user, ui) => setDisabled(user, false, ui),
});

const remove = action<User>({
  key: "users.delete",
  labelKey: "users.actions.delete",
  icon: IconTrash,
  tone: "danger",
  right: "users.admin",
  run: async ({ id, fullName: name, version }, ui) => {
    const isSure = await ui.ask({
      title: ui.t("users.actions.deleteTitle", { name }),
      text: ui.t("users.actions.deleteText"),
      confirmLabel: ui.t("users.actions.delete"),
      tone: "danger",
    });
    if (!isSure) return;
    if (!(await ui.call(deleteUser, { params: { id: String(id) }, ifMatch: version }))) return;
    ui.showSuccess(ui.t("users.actions.deleted", { name }));
    ui.go(usersPath);
  },
});

export const userActions = [invite, reset, disable, enable, remove];
