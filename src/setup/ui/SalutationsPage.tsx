import { exportOf } from "#web/list/export-of.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { SalutationFormulas } from "./SalutationFormulas.tsx";
import { salutationsPage } from "./setup-list-pages.ts";
import { useSetupPath } from "./use-setup-path.ts";

/** Salutations, and below them the formulas of the one chosen. */
export function SalutationsPage() {
  return (
    <>
      <SetupListPage
        titleKey={salutationsPage.titleKey}
        subtitleKey={salutationsPage.textKey}
        path={useSetupPath()}
        fields={salutationsPage.fields}
        endpoints={salutationsPage.endpoints}
        exportHref={exportOf(salutationsPage.endpoints.list)}
      />
      <SalutationFormulas />
    </>
  );
}
