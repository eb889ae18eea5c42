import { useT } from "#web/i18n.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { SalutationFormulas } from "./SalutationFormulas.tsx";
import { salutationsPage } from "./setup-list-pages.ts";
import { setupPath } from "./setup-pages.ts";

/** Salutations, and below them the formulas of the one chosen. */
export function SalutationsPage() {
  const t = useT();
  return (
    <>
      <SetupListPage
        titleKey={salutationsPage.titleKey}
        subtitleKey={salutationsPage.textKey}
        path={[{ label: t("setup.overview.title"), to: setupPath }]}
        fields={salutationsPage.fields}
        endpoints={salutationsPage.endpoints}
      />
      <SalutationFormulas />
    </>
  );
}
