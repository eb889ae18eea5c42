import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { type Action, action } from "#web/actions.ts";
import { deletePartyEntry, type PartyEntry } from "../../entries/party-entries.contract.ts";

/** Resources whose answers are stale once an entry was written. */
export const changedByEntries: readonly string[] = ["party-entries", "audit-entries"];

/** Creating, changing and deleting entries by hand. */
export const newEntry: Action = action({
  key: "parties.entries.new",
  labelKey: "parties.entries.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "parties.write",
  run: (_, ui) => ui.openDialog("parties.entry", { entry: null, owner: null }),
});

export const entryActions: readonly Action<PartyEntry>[] = [
  action<PartyEntry>({
    key: "parties.entries.edit",
    labelKey: "parties.entries.edit",
    icon: IconPencil,
    right: "parties.write",
    run: (entry, ui) => ui.openDialog("parties.entry", { entry, owner: entry }),
  }),
  action<PartyEntry>({
    key: "parties.entries.delete",
    labelKey: "parties.card.delete",
    icon: IconTrash,
    tone: "danger",
    right: "parties.write",
    run: async (entry, ui) => {
      const { entryNo, version, documentNo } = entry;
      const name = documentNo ?? String(entryNo);
      const isMeant = await ui.ask({
        title: ui.t("parties.card.deleteTitle", { name }),
        text: ui.t("parties.entries.deleteText"),
        confirmLabel: ui.t("parties.card.delete"),
        tone: "danger",
      });
      if (!isMeant) return;
      if (
        await ui.call(
          deletePartyEntry,
          { params: { entryNo: String(entryNo) }, ifMatch: version },
          changedByEntries,
        )
      )
        ui.showSuccess(ui.t("parties.card.deleted", { name }));
    },
  }),
];
