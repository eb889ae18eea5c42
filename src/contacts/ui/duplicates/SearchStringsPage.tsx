import { IconRestore } from "@tabler/icons-react";
import { searchFields, searchParts } from "#contacts/duplicates/search-string.rules.ts";
import * as contract from "#contacts/duplicates/search-strings.contract.ts";
import { action } from "#web/actions.ts";
import { useT } from "#web/i18n.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import type { SetupField } from "#web/setup/setup-fields.ts";
import { RebuildDuplicates } from "./RebuildDuplicates.tsx";
import { ThresholdPreview } from "./ThresholdPreview.tsx";

const fields: readonly SetupField[] = [
  {
    key: "field",
    labelKey: "fields.field",
    kind: "enum",
    choices: searchFields.map((value) => ({ value, labelKey: `fields.${value}` as const })),
    isRequired: true,
    isFixed: true,
  },
  {
    key: "part",
    labelKey: "fields.part",
    kind: "enum",
    choices: searchParts.map((value) => ({ value, labelKey: `contacts.duplicates.${value}` as const })),
    isRequired: true,
    isFixed: true,
    width: 220,
  },
  { key: "length", labelKey: "contacts.duplicates.length", kind: "number", width: 180 },
];

const endpoints = {
  list: contract.listDuplicateSearchStrings,
  get: contract.getDuplicateSearchString,
  create: contract.createDuplicateSearchString,
  change: contract.changeDuplicateSearchString,
  remove: contract.deleteDuplicateSearchString,
};

const restore = action({
  key: "contacts.restoreSearchStrings",
  labelKey: "contacts.duplicates.restore",
  icon: IconRestore,
  right: "setup.write",
  run: async (_, ui) => {
    const isMeant = await ui.ask({
      title: ui.t("contacts.duplicates.restoreTitle"),
      text: ui.t("contacts.duplicates.restoreText"),
      confirmLabel: ui.t("contacts.duplicates.restore"),
    });
    if (isMeant) await ui.call(contract.restoreDuplicateSearchStrings, {}, ["jobs", "duplicates"]);
  },
});
const actions = [restore];

/** What companies are compared by, how much must be the same, and the rebuild after a change. */
export function SearchStringsPage() {
  const t = useT();
  return (
    <>
      <SetupListPage
        titleKey="setup.pages.duplicates"
        subtitleKey="contacts.duplicates.setupText"
        path={[{ label: t("setup.overview.title"), to: "/setup" }]}
        fields={fields}
        keyFields={["field", "part"]}
        endpoints={endpoints}
        actions={actions}
      />
      <ThresholdPreview />
      <RebuildDuplicates />
    </>
  );
}
