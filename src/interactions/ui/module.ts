import {
  IconListDetails,
  IconMessages,
  IconPencilPause,
  IconPencilPlus,
  IconStack2,
} from "@tabler/icons-react";
import { lazy } from "react";
import { action } from "#web/actions.ts";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { groupsPath, logPath, postponedPath, templatesPath } from "./addresses.ts";
import { makeCall } from "./flow/flow-actions.ts";
import { reopenFlow } from "./flow/resume-flow.ts";
import { openQuickLog, quickLogKey, resumeAfterReload } from "./quick-log/open-quick-log.ts";

resumeAfterReload();
reopenFlow();

/** What interactions add to the shell: quick log, log, templates, groups. */
export const interactionsUi: UiModule = {
  navigation: [
    {
      key: "interactions.log",
      labelKey: "interactions.nav.log",
      icon: IconMessages,
      to: logPath,
      right: "interactions.read",
      group: "main",
      onPhoneBar: true,
      shortcut: "G I",
    },
    {
      key: "interactions.postponed",
      labelKey: "interactions.postponed.title",
      icon: IconPencilPause,
      to: postponedPath,
      right: "interactions.read",
      group: "hidden",
    },
    {
      key: "interactions.templates",
      labelKey: "interactions.nav.templates",
      icon: IconListDetails,
      to: templatesPath,
      right: "setup.read",
      group: "hidden",
    },
    {
      key: "interactions.groups",
      labelKey: "interactions.nav.groups",
      icon: IconStack2,
      to: groupsPath,
      right: "setup.read",
      group: "hidden",
    },
  ],
  quickLog: action({
    key: quickLogKey,
    labelKey: "interactions.quickLog.action",
    buttonKey: "interactions.quickLog.button",
    hint: (_, t) => t("interactions.quickLog.hint"),
    icon: IconPencilPlus,
    shortcut: "mod+I",
    right: "interactions.write",
    run: () => openQuickLog(),
  }),
  actions: [makeCall],
  paletteSources: [
    {
      key: "interactions.contacts",
      labelKey: "interactions.quickLog.paletteGroup",
      right: "interactions.write",
      hasLatest: true,
      search: async (words, help) => {
        const { searchContacts } = await import("./quick-log/palette-contacts.ts");
        return searchContacts(words, help);
      },
    },
  ],
  dialogs: {
    "interactions.quickLog": lazyDialog(() => import("./quick-log/QuickLogDialog.tsx")),
    "interactions.resumeQuickLog": lazy(() => import("./quick-log/ResumeQuickLog.tsx")),
    "interactions.flow": lazyDialog(() => import("./flow/FlowDialog.tsx")),
    "interactions.evaluate": lazyDialog(() => import("./log/EvaluateDialog.tsx")),
    "interactions.newTemplate": lazyDialog(() => import("./templates/NewTemplateDialog.tsx")),
    "interactions.cancel": lazyDialog(() => import("./log/CancelDialog.tsx")),
    "interactions.correct": lazyDialog(() => import("./correct/CorrectDialog.tsx")),
    "interactions.corrections": lazyDialog(() => import("./correct/HistoryDialog.tsx")),
    "interactions.deleteCanceled": lazyDialog(() => import("./log/DeleteCanceledDialog.tsx")),
  },
};
