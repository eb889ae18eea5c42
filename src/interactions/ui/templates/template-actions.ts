import { IconArchive, IconArchiveOff, IconListSearch, IconPlus, IconTrash } from "@tabler/icons-react";
import {
  changeInteractionTemplate,
  deleteInteractionTemplate,
  type InteractionTemplate,
} from "#interactions/templates.contract.ts";
import { type Action, action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { logHref, templatesPath } from "../addresses.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.newTemplate": { readonly groupCode: string | null };
  }
}

export const newTemplate = action({
  key: "interactions.templates.new",
  labelKey: "interactions.templates.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "interactionSetup.write",
  run: (_, ui) => {
    // A list narrowed to one group presets it (interactions §2.2).
    const group = new URLSearchParams(window.location.search).get("interactionGroupCode");
    ui.openDialog("interactions.newTemplate", { groupCode: group?.includes(",") ? null : group });
  },
});

/** What can be done to a template, in its row and on its card. */
export const templateActions: readonly Action<InteractionTemplate>[] = [
  action<InteractionTemplate>({
    key: "interactions.templates.showLog",
    labelKey: "interactions.templates.showLog",
    icon: IconListSearch,
    right: "interactions.read",
    run: ({ code }, ui) => ui.go(logHref({ interactionTemplateCode: code })),
  }),
  action<InteractionTemplate>({
    key: "interactions.templates.archive",
    labelKey: "interactions.templates.archive",
    icon: IconArchive,
    right: "interactionSetup.write",
    when: ({ archived }) => !archived,
    run: (template, ui) => setArchived(template, true, ui),
  }),
  action<InteractionTemplate>({
    key: "interactions.templates.unarchive",
    labelKey: "interactions.templates.unarchive",
    icon: IconArchiveOff,
    right: "interactionSetup.write",
    when: ({ archived }) => archived,
    run: (template, ui) => setArchived(template, false, ui),
  }),
  action<InteractionTemplate>({
    key: "interactions.templates.delete",
    labelKey: "interactions.templates.delete",
    icon: IconTrash,
    right: "interactionSetup.write",
    tone: "danger",
    run: deleteTemplate,
  }),
];

async function setArchived({ code, version }: InteractionTemplate, archived: boolean, ui: Ui): Promise<void> {
  const params = { code };
  const done = await ui.call(changeInteractionTemplate, { params, body: { archived }, ifMatch: version });
  if (!done) return;
  const key = archived ? "interactions.templates.wasArchived" : "interactions.templates.wasUnarchived";
  ui.showUndo(ui.t(key, { code }), () =>
    ui.call(changeInteractionTemplate, { params, body: { archived: !archived } }),
  );
}

async function deleteTemplate({ code }: InteractionTemplate, ui: Ui): Promise<void> {
  const isMeant = await ui.ask({
    title: ui.t("interactions.templates.deleteTitle", { code }),
    text: ui.t("interactions.templates.deleteText"),
    confirmLabel: ui.t("interactions.templates.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  const done = await ui.call(deleteInteractionTemplate, { params: { code } });
  if (!done) return;
  ui.showSuccess(ui.t("interactions.templates.deleted", { code }));
  if (window.location.pathname !== templatesPath) ui.go(templatesPath);
}
