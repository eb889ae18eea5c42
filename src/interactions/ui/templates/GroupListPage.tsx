import { interactionGroups } from "#interactions/templates.contract.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { codeAndDescription } from "#web/setup/setup-fields.ts";

const exportHref = exportOf(interactionGroups.list);

/** Classes of the templates: a set-up list like the others. */
export function GroupListPage() {
  const t = useT();
  return (
    <SetupListPage
      titleKey="interactions.groups.title"
      subtitleKey="interactions.groups.emptyText"
      path={[{ label: t("web.nav.setup"), to: "/setup" }]}
      fields={codeAndDescription}
      endpoints={interactionGroups}
      exportHref={exportHref}
      right="interactionSetup.write"
      emptyTextKey="interactions.groups.emptyText"
    />
  );
}
